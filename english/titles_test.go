package english

import "testing"

func TestTitlesHaveSubjects(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Envoy hails 'constructive' round of water talks").Sentences[0]
	if root := s.Root(); s.Tokens[root].Text != "hails" || s.Child(root, "nsubj") != 0 || s.Child(root, "obj") < 0 {
		t.Errorf("root %q has not subject and object", s.Tokens[root].Text)
	}
}

func TestPremiersAreNoTimes(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norwegian PM opens harbour in north").Sentences[0]
	if subject := s.Child(s.Root(), "nsubj"); subject < 0 || s.Tokens[subject].Text != "PM" {
		t.Errorf("the subject is token %d, want PM", subject)
	}
}

func TestTitlesThatOpenWithWhoIsToDoIt(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Norway to suspend cooperation with agency": "suspend",
		"Norway Plan to End Dispute":                "Plan",
		"Talks on grain to begin Monday in Lysta":   "begin",
	} {
		s := engine(t).Parse(title + "\nThe weather was fine.").Sentences[0]
		if root := s.Root(); s.Tokens[root].Text != want {
			t.Errorf("%s: the root is %q, want %q", title, s.Tokens[root].Text, want)
		}
	}
}
