package english

import "testing"

func TestConditionsHaveVerbs(t *testing.T) {
	t.Parallel()
	for third, base := range map[string]string{"leaves": "leave", "agrees": "agree", "Withdraws": "withdraw", "passes": "pass", "marches": "march", "denies": "deny"} {
		if withoutEnding(third) != base {
			t.Errorf("%s is of %s, want %s", third, withoutEnding(third), base)
		}
	}
	s := engine(t).Parse("Ostland said the talks would fail unless Norland withdraws from it.").Sentences[0]
	for i, token := range s.Tokens {
		if token.Text == "withdraws" && (token.UPOS != "VERB" || token.Lemma != "withdraw" || !token.Is("advcl") || s.Child(i, "nsubj") < 0) {
			t.Errorf("%q is %s %q and %s", token.Text, token.UPOS, token.Lemma, token.Deprel)
		}
	}
}
