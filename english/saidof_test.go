package english

import "testing"

func TestWhoIsSaidToDoItDoesNotSayIt(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Woman, boy said hurt by stray fire":      "hurt",
		"Envoy said planning to resign":           "planning",
		"Ministers said to have asked for a loan": "said",
	} {
		s := engine(t).Parse(title + "\nThe weather was fine.").Sentences[0]
		root := s.Root()
		if s.Tokens[root].Text != want || s.Tokens[root].XPOS == "VBD" {
			t.Errorf("%s: the root is %s %q, want %q", title, s.Tokens[root].XPOS, s.Tokens[root].Text, want)
		}
	}
}
