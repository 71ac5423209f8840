package english

import "testing"

func TestWarningBehindAComma(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The miners sent a note, warning of long delays.").Sentences[0]
	for _, token := range s.Tokens {
		if token.Text == "warning" && (token.UPOS != "VERB" || token.Lemma != "warn" || !token.Is("acl")) {
			t.Errorf("%q is %s and %s", token.Text, token.UPOS, token.Deprel)
		}
	}
}
