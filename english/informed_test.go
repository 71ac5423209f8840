package english

import "testing"

func TestInformed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"The plan calls for a pause, a source familiar with the talks said.", "said", "source"},
		{"A diplomat briefed on the talks said Norland wanted more time.", "said", "diplomat"},
		{"An aide close to the minister told reporters that she would stay.", "told", "aide"},
		{"The envoys were briefed on the talks.", "said", ""},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.verb {
				continue
			}
			if subject := s.Child(i, "nsubj"); subject < 0 && c.subject != "" || subject >= 0 && s.Tokens[subject].Text != c.subject {
				t.Errorf("%s\nthe subject of %q is token %d, want %q", c.text, c.verb, subject, c.subject)
			}
		}
	}
}
