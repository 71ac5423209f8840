package english

import "testing"

func TestWhatIsToldKeepsItsClauses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, below string }{
		{"At least 40 people were killed when Norland's military bombed a village in Osten, the governor said.", "killed", "bombed"},
		{"Two soldiers were killed and five wounded near the town of Osten on Monday, the Sudmark army said.", "killed", "Monday"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.below {
				continue
			}
			over := s.Tokens[i].Head
			for over >= 0 && s.Tokens[over].UPOS != "VERB" {
				over = s.Tokens[over].Head
			}
			if over < 0 || s.Tokens[over].Text != c.verb && s.Tokens[over].Text != "wounded" {
				t.Errorf("%s\n%q hangs on token %d, want %q", c.text, c.below, over, c.verb)
			}
		}
	}
}
