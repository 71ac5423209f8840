package english

import "testing"

func TestAgreement(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, head string }{
		{"The General Staff has denied that enemy forces have taken the town, and says its troops still hold it.", "says", "denied"},
		{"The minister said the two armies had stopped firing, and wants a truce.", "wants", "said"},
		{"The ministry announced that the talks have failed and is waiting for an answer.", "waiting", "announced"},
		{"Mr Lind insisted that the truce must come first and said he would not accept talks without a timetable.", "said", "insisted"},
		{"The ministry did not say where the talks would be held but described them as decisive.", "described", "say"},
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
	for text, verb := range map[string]string{
		"The Mexican Employers' Confederation called for calm.": "called",
		"Kenyan troops pulled back from Kampala on Monday.":     "pulled",
	} {
		s := engine(t).Parse("Norland\n" + text).Sentences[1]
		if root := s.Root(); s.Tokens[root].Text != verb || s.Tokens[root].XPOS != "VBD" || s.Child(root, "nsubj:pass") >= 0 {
			t.Errorf("%s: root %q is %s, want a past", text, s.Tokens[root].Text, s.Tokens[root].XPOS)
		}
	}
}

func TestSubjectsThatAct(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"It also called for the tax on tea to be cut, which is as low as it has been for years.", "called", "It"},
		{"Lowe's announced in April that it would buy the mill.", "announced", "Lowe"},
		{"The report was published by the ministry.", "published", ""},
	} {
		s := engine(t).Parse("Norland\n" + c.text).Sentences[1]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.verb {
				continue
			}
			subject := s.Child(i, "nsubj")
			if acts := subject >= 0 && s.Tokens[subject].Deprel == "nsubj"; acts != (c.subject != "") || acts && s.Tokens[subject].Text != c.subject {
				t.Errorf("%s: who acts is not told to be %q", c.text, c.subject)
			}
		}
	}
}

func TestTitlesHaveSubjects(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Envoy hails 'constructive' round of water talks").Sentences[0]
	if root := s.Root(); s.Tokens[root].Text != "hails" || s.Child(root, "nsubj") != 0 || s.Child(root, "obj") < 0 {
		t.Errorf("root %q has not subject and object", s.Tokens[root].Text)
	}
}

func TestThoseWhoMeet(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norland\nPacific leaders meeting in Honiara have called for a pause on deep-sea mining.").Sentences[1]
	if t2 := &s.Tokens[2]; t2.Deprel != "acl" || t2.Head != 1 || t2.Lemma != "meet" {
		t.Errorf("%q is %s of %d, want what the leaders do", t2.Text, t2.Deprel, t2.Head)
	}
}
