package english

import "testing"

func TestSubjectsFarFromTheirVerbs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"On Sunday, Anna Kovar, the party's front-runner, called on companies to become more open.", "called", "Anna"},
		{"Speaking in Oslo, Kovar, without naming him, also accused Holm of being late.", "accused", "Kovar"},
		{"Members of the conservative press accused Kovar of implying police officers were guilty.", "accused", "Members"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		root := s.Root()
		if s.Tokens[root].Text != c.verb {
			t.Errorf("%s\nthe root is %q, want %q", c.text, s.Tokens[root].Text, c.verb)
			continue
		}
		if subject := s.Child(root, "nsubj"); subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nthe subject is token %d, want %q", c.text, subject, c.subject)
		}
	}
}
