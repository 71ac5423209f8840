package english

import "testing"

func TestApposedName(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, name, noun string }{
		{"US special envoy for grain Peter Holm said the report was false.", "Peter", "envoy"},
		{"The minister for foreign affairs Anna Kovar said no.", "Anna", "minister"},
		{"The spokesman for the ministry Esmail Harani said no.", "Esmail", "spokesman"},
		{"The president received the foreign minister of Estonia, Peter Holm, on Monday.", "Peter", "minister"},
		{"The minister telephoned the African Union's special envoy to Estonia, Peter Holm, on Monday.", "Peter", "envoy"},
		{"Norwegian Foreign Minister Anna Kovar and her Kenyan counterpart, Joseph Otieno, discussed the border.", "Joseph", "counterpart"},
		{"Norwegian Foreign Minister Anna Kovar and her Kenyan counterpart Joseph Otieno discussed the border.", "Joseph", "counterpart"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; one.Text == c.name && (!one.Is("appos") || s.Tokens[one.Head].Text != c.noun) {
				t.Errorf("%s\n%s is %s of token %d, want appos of %s", c.text, c.name, one.Deprel, one.Head, c.noun)
			}
		}
	}
	s := engine(t).Parse("The envoy of Norland to President Anna Kovar said no.").Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "Anna" && s.Tokens[i].Is("appos") {
			t.Error("Anna Kovar is not the envoy")
		}
	}
}

func TestNamesOfAList(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The mayors of Norland, the UK and Ostland opened a bridge.").Sentences[0]
	for _, token := range s.Tokens {
		if token.Text == "UK" && !token.Is("conj") {
			t.Errorf("%q is %s", token.Text, token.Deprel)
		}
	}
}

func TestInitialsBehindAName(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The Norland Harbour Organization (NHO) and Norvik signed a deal.").Sentences[0]
	for i, token := range s.Tokens {
		if token.Text == "NHO" && token.Is("conj") {
			t.Errorf("token %d, %q, is a fellow of the name whose initials it is", i, token.Text)
		}
	}
}

// TestFellowBearers: a name behind a comma belongs to the noun right before it, and one behind a genitive to whom that
// genitive tells of.
func TestFellowBearers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, name, relation, head string }{
		{"The Peruvian foreign minister, Elena Quispe, and her Chilean counterpart, Tomas Vera, met in Arica.", "Tomas", "appos", "counterpart"},
		{"The Peruvian foreign minister, Elena Quispe, and her Chilean counterpart, Tomas Vera, said the border would reopen.", "Tomas", "appos", "counterpart"},
		{"Bolivian President Jorge Salas and Norway's Anna Lind met in Oslo.", "Norway", "nmod:poss", "Anna"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for _, token := range s.Tokens {
			if token.Text == c.name && (token.Deprel != c.relation || token.Head < 0 || s.Tokens[token.Head].Text != c.head) {
				t.Errorf("%s\n%q is %s of token %d", c.text, c.name, token.Deprel, token.Head)
			}
		}
	}
}

func TestPeopleOfAList(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The envoy met in Oslo with Kenyan Foreign Minister Amina Odera, Norwegian Trade Secretary Philip Lindqvist, Peruvian Interior Minister Laurent Vega and a clerk in a row of meetings at the old harbour hotel.").Sentences[0]
	for i := range s.Tokens {
		if one := &s.Tokens[i]; (one.Text == "Philip" || one.Text == "Laurent") && (!one.Is("conj") || s.Tokens[one.Head].Text != "Amina") {
			t.Errorf("%s is %s of token %d, want one of the row that Amina Odera begins", one.Text, one.Deprel, one.Head)
		}
	}
}
