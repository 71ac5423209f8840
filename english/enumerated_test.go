package english

import "testing"

func TestEnumerated(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The plan calls for a truce, the withdrawal of troops and free access.": "truce",
		"The plan calls for the withdrawal of troops and tanks.":                "troops",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.Is("conj") && s.Child(i, "cc") >= 0 && s.Tokens[k.Head].Text != want {
				t.Errorf("%s: %q goes with %q, want %q", text, k.Text, s.Tokens[k.Head].Text, want)
			}
		}
	}
}
