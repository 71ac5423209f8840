package english

import "testing"

func TestGerundsAndNounsThatGoOn(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"Fighting erupted in Lima on Monday.", "erupted", "Fighting"},
		{"On Sunday, fighting resumed in the north.", "resumed", "fighting"},
		{"He said fighting erupted near the base.", "erupted", "fighting"},
		{"Shelling killed two people in Lima.", "killed", "Shelling"},
		{"Fighting between the army and the rebels intensified in May.", "intensified", "Fighting"},
		{"Heavy clashes continued in Lima on Tuesday.", "continued", "clashes"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.verb {
				continue
			}
			subject := s.Child(i, "nsubj")
			if !s.finite(i) || subject < 0 || s.Tokens[subject].Text != c.subject || !s.Tokens[subject].isNoun() {
				t.Errorf("%s: the subject of %q is token %d", c.text, c.verb, subject)
			}
		}
	}
	s := engine(t).Parse("The ships attacked in May were sunk.").Sentences[0]
	if root := s.Root(); s.Tokens[root].Text != "sunk" {
		t.Errorf("the root is %q, want sunk", s.Tokens[root].Text)
	}
}
