package english

import "testing"

func TestVisitingGuest(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, guest, verb, rel string }{
		{"Minister Peter Holm met with visiting Norlandic minister Anna Kovar in Oslo on Monday.", "Anna", "met", "obl"},
		{"Minister Peter Holm met visiting Thai minister Anna Kovar in Oslo on Monday.", "Anna", "met", "obj"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; one.Text == c.guest && (!one.Is(c.rel) || s.Tokens[one.Head].Text != c.verb) {
				t.Errorf("%s\n%s is %s of token %d, want %s of %s", c.text, c.guest, one.Deprel, one.Head, c.rel, c.verb)
			}
		}
	}
	s := engine(t).Parse("Peter Holm considered visiting northern Norway on Monday.").Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "visiting" && s.Tokens[i].Is("amod") {
			t.Error("Norway does not visit anybody")
		}
	}
}
