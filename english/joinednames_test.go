package english

import "testing"

func TestNamesThatAHyphenJoinsStandBeforeTheirNoun(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The third round of Kenya-Uganda talks took place in Lysta.": "took",
		"Kenya-Uganda talks resume in Lysta":                         "resume",
		"Second round of Kenya-Uganda talks to resume in Lysta":      "resume",
	} {
		s := engine(t).Parse(text + "\nThe weather was fine.").Sentences[0]
		if root := s.Root(); s.Tokens[root].Text != want {
			t.Errorf("%s: the root is %q, want %q", text, s.Tokens[root].Text, want)
		}
		for i := range s.Tokens {
			if name := &s.Tokens[i]; name.Text == "Kenya" && (!name.Is("compound") || s.Tokens[name.Head].Text != "talks") {
				t.Errorf("%s: Kenya is %s of %q", text, name.Deprel, s.Tokens[name.Head].Text)
			}
		}
	}
}
