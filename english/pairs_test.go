package english

import "testing"

func TestTitlesOpenWithPairs(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]struct {
		verb, subject, other string
	}{
		"Norway, Sweden leaders to meet in Lysta":   {"meet", "Norway", "leaders"},
		"Kovar, Holm hold call on trade":            {"hold", "Kovar", "Holm"},
		"Norwegian, Swedish troops clash at border": {"clash", "troops", ""},
		"Kovar, foreign minister, says war is over": {"says", "Kovar", ""},
	} {
		s := engine(t).Parse(title + "\nThe weather was fine.").Sentences[0]
		root := s.Root()
		subject := s.Child(root, "nsubj")
		if s.Tokens[root].Text != want.verb || subject < 0 || s.Tokens[subject].Text != want.subject {
			t.Errorf("%s: the root is %q and its subject token %d", title, s.Tokens[root].Text, subject)
			continue
		}
		other := ""
		if at := s.Child(subject, "conj"); at >= 0 {
			other = s.Tokens[at].Text
		}
		if other != want.other {
			t.Errorf("%s: beside %q stands %q, want %q", title, want.subject, other, want.other)
		}
	}
}
