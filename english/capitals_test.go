package english

import "testing"

func TestNameBehindItsNoun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, name, tag string }{
		{"The charity Shelter said rents had doubled in a year.", "Shelter", "NNP"},
		{"The think tank Olvik Watch warned of a long crisis.", "Watch", "NNP"},
		{"UK Hospitality said bookings had fallen.", "Hospitality", "NNP"},
		{"The ministry said the shelter was full.", "shelter", "NN"},
	} {
		s := engine(t).Parse("Norland\n" + c.text).Sentences[1]
		for i := range s.Tokens {
			if s.Tokens[i].Text == c.name && s.Tokens[i].XPOS != c.tag {
				t.Errorf("%s\n%q is %s, want %s", c.text, c.name, s.Tokens[i].XPOS, c.tag)
			}
		}
	}
}
