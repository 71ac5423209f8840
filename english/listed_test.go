package english

import "testing"

func TestListedBehind(t *testing.T) {
	t.Parallel()
	conditions := map[string]bool{"condition": true}
	for text, want := range map[string]bool{
		"Norland would stop on two conditions: the rebels disarm and leave the town.": true,
		"Norland said on one condition only: the rebels disarm and leave the town.":   false,
		"Norland set two conditions and the rebels left the town.":                    false,
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Lemma == "leave" {
				if got := s.ListedBehind(i, conditions); got != want {
					t.Errorf("%q: %v", text, got)
				}
			}
		}
	}
}
