package english

import "testing"

func TestWarningBehindAComma(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The three issued a joint statement, warning of further steps.").Sentences[0]
	for _, token := range s.Tokens {
		if token.Text == "warning" && (token.UPOS != "VERB" || token.Lemma != "warn" || !token.Is("acl")) {
			t.Errorf("%q is %s and %s", token.Text, token.UPOS, token.Deprel)
		}
	}
}

func TestNamesOfAList(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The leaders of France, the UK and Canada issued a statement.").Sentences[0]
	for _, token := range s.Tokens {
		if token.Text == "UK" && !token.Is("conj") {
			t.Errorf("%q is %s", token.Text, token.Deprel)
		}
	}
}
