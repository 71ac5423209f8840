package english

import "testing"

func TestDue(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Kovar is due to meet the envoy on Friday.": "xcomp",
		"Kovar was due to fly to Oslo.":             "xcomp",
		"The flight was late due to the storm.":     "",
	} {
		s := engine(t).Parse(text).Sentences[0]
		got := ""
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.UPOS == "VERB" && k.Head >= 0 && s.Tokens[k.Head].Lemma == "due" {
				got = k.Deprel
			}
		}
		if got != want {
			t.Errorf("%s: the verb behind \"due\" is %q to it, want %q", text, got, want)
		}
	}
}
