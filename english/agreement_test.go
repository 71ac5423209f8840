package english

import "testing"

func TestAgreement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, head string }{
		{"The General Staff has denied that enemy forces have taken the town, and says its troops still hold it.", "says", "denied"},
		{"The minister said the two armies had stopped firing, and wants a truce.", "wants", "said"},
		{"The ministry announced that the talks have failed and is waiting for an answer.", "waiting", "announced"},
		{"Mr Lind insisted that the truce must come first and said he would not accept talks without a timetable.", "said", "insisted"},
		{"The minister warned that the army will answer and called for calm.", "called", "warned"},
		{"The ministry announced that the talks have failed and that the envoys have left.", "left", "failed"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; one.Text == c.verb && (one.Head < 0 || s.Tokens[one.Head].Text != c.head) {
				t.Errorf("%s\n%q hangs on token %d, want %q", c.text, c.verb, one.Head, c.head)
			}
		}
	}
}

func TestUnhelpedParticiple(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norland\nThe Mexican Employers' Confederation called for calm.").Sentences[1]
	if root := s.Root(); s.Tokens[root].Text != "called" || s.Tokens[root].XPOS != "VBD" {
		t.Errorf("root %q is %s, want a past", s.Tokens[root].Text, s.Tokens[root].XPOS)
	}
}

func TestThoseWhoMeet(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norland\nPacific leaders meeting in Honiara have called for a pause on deep-sea mining.").Sentences[1]
	if t2 := &s.Tokens[2]; t2.Deprel != "acl" || t2.Head != 1 || t2.Lemma != "meet" {
		t.Errorf("%q is %s of %d, want what the leaders do", t2.Text, t2.Deprel, t2.Head)
	}
}
