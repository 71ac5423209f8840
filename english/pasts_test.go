package english

import "testing"

func TestUnhelpedParticiple(t *testing.T) {
	t.Parallel()
	for text, verb := range map[string]string{
		"The Mexican Employers' Confederation called for calm.": "called",
		"Kenyan troops pulled back from Kampala on Monday.":     "pulled",
	} {
		s := engine(t).Parse("Norland\n" + text).Sentences[1]
		if root := s.Root(); s.Tokens[root].Text != verb || s.Tokens[root].XPOS != "VBD" || s.Child(root, "nsubj:pass") >= 0 {
			t.Errorf("%s: root %q is %s, want a past", text, s.Tokens[root].Text, s.Tokens[root].XPOS)
		}
	}
}

func TestSubjectsThatAct(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"It also called for the tax on tea to be cut, which is as low as it has been for years.", "called", "It"},
		{"Lowe's announced in April that it would buy the mill.", "announced", "Lowe"},
		{"The report was published by the ministry.", "published", ""},
	} {
		s := engine(t).Parse("Norland\n" + c.text).Sentences[1]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.verb {
				continue
			}
			subject := s.Child(i, "nsubj")
			if acts := subject >= 0 && s.Tokens[subject].Deprel == "nsubj"; acts != (c.subject != "") || acts && s.Tokens[subject].Text != c.subject {
				t.Errorf("%s: who acts is not told to be %q", c.text, c.subject)
			}
		}
	}
}

func TestPastStandsBehindApposition(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Norway, a guarantor of the process, called for a ceasefire.",
		"Norway, a NATO member, called for a ceasefire.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		if root := s.Root(); s.Tokens[root].Text != "called" || s.Tokens[root].XPOS != "VBD" || s.Child(root, "nsubj") != 0 {
			t.Errorf("%s: %q is not a past with the state for its subject", text, s.Tokens[root].Text)
		}
	}
}
