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

func TestPastBesideAnInfinitive(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Anna Kovar said it was too early to congratulate winners but added that all was well.").Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "added" && (s.Tokens[i].Head < 0 || s.Tokens[s.Tokens[i].Head].Text != "said") {
			t.Errorf("added hangs on token %d, want said", s.Tokens[i].Head)
		}
	}
}
