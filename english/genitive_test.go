package english

import "testing"

func TestGenitive(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, subject string }{
		{"The Republic of Azerbaijan's Foreign Ministry said the man had fled.", "Ministry"},
		{"The Republic of Kenya said the man had fled.", "Republic"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		if subject := s.Child(s.Root(), "nsubj"); subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nthe subject is token %d, want %q", c.text, subject, c.subject)
		}
	}
}

func TestOwnerStandsBeforeItsOwn(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Pressure grew as anger rose over Kenya's renewed offensive and aid blockade in the poor Ugandan territory.").Sentences[0]
	for i := range s.Tokens {
		if k := &s.Tokens[i]; k.Text == "Kenya" && k.Head >= 0 && s.Tokens[k.Head].Text == "territory" {
			t.Errorf("Kenya owns the territory")
		}
	}
}

func TestSplitOwner(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Addis Ababa's premier said the talks had failed.",
		"Addis Ababa's premier, Gedion Kovar, said the talks had failed.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		if who := s.Subject(s.Root()); who < 0 || s.Tokens[who].Text != "premier" {
			t.Errorf("%s: its subject is token %d, want the premier", text, who)
		}
	}
}
