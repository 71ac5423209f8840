package english

import "testing"

func TestResumed(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Kovar urged them to honour the pact that they signed in Oslo and withdraw the guards.": "honour",
		"Kovar urged them to sign the pact and withdraw the guards.":                            "sign",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.Text == "withdraw" && s.Tokens[k.Head].Text != want {
				t.Errorf("%s: %q goes with %q, want %q", text, k.Text, s.Tokens[k.Head].Text, want)
			}
		}
	}
}
