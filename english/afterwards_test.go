package english

import "testing"

func TestSubjectBehindAfter(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Kenya suspended cooperation with the agency after Norway and Chile bombed its nuclear sites last week.").Sentences[0]
	for i := range s.Tokens {
		if one := &s.Tokens[i]; one.Text == "Norway" && (!one.Is("nsubj") || s.Tokens[one.Head].Text != "bombed") {
			t.Errorf("Norway is %s of token %d, want nsubj of bombed", one.Deprel, one.Head)
		}
	}
}
