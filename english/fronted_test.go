package english

import "testing"

func TestFrontedParticiple(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, subject, verb string }{
		{"Hosted by Foreign Minister Anna Kovar, the meeting focused on grain.", "meeting", "focused"},
		{"Attended by President Anna Kovar, the summit dealt with trade.", "summit", "dealt"},
		{"Flanked by Prime Minister Peter Holm, Kovar called for calm.", "Kovar", "called"},
		{"Held in Geneva, the talks lasted six hours.", "talks", "lasted"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		root := s.Root()
		if s.Tokens[root].Text != c.verb || s.Tokens[root].Feat("VerbForm") != "Fin" {
			t.Errorf("%s\nroot %q %s, want the finite verb %q", c.text, s.Tokens[root].Text, s.Tokens[root].Feats, c.verb)
			continue
		}
		if subject := s.Child(root, "nsubj"); subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nthe subject of %q is token %d, want %q", c.text, c.verb, subject, c.subject)
		}
		if !s.Tokens[0].Is("advcl") || s.Tokens[0].Head != root {
			t.Errorf("%s\nthe participle is %s of %d, want advcl of the root", c.text, s.Tokens[0].Deprel, s.Tokens[0].Head)
		}
	}
}

// A participle that is no clause of its own stays what the parser took it for.
func TestFrontedParticipleAlone(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Released by the ministry, the report signed by Kovar").Sentences[0]
	if root := s.Root(); s.Tokens[root].Text == "signed" {
		t.Errorf("signed is the root, though Kovar is its agent")
	}
}

func TestSubjectBehindADay(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, subject, verb string }{
		{"At her year-end news conference on Friday Kovar repeated that the border stays shut.", "Kovar", "repeated"},
		{"At a meeting in Oslo on Tuesday Peter Holm rejected the offer.", "Peter", "rejected"},
		{"In Moscow on Monday Kovar told reporters that the plan was dead.", "Kovar", "told"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		root := s.Root()
		subject := s.Child(root, "nsubj")
		if s.Tokens[root].Text != c.verb || subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nroot %q with subject %d, want %s of %s", c.text, s.Tokens[root].Text, subject, c.subject, c.verb)
		}
	}
}

func TestAnotherSubject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Japan's foreign ministry voiced concern, and Australia called for calm.").Sentences[0]
	for i := range s.Tokens {
		if subject := s.Child(i, "nsubj"); s.Tokens[i].Text == "called" && (subject < 0 || s.Tokens[subject].Text != "Australia") {
			t.Errorf("the subject of %q is token %d, want Australia", s.Tokens[i].Text, subject)
		}
	}
}
