package english

import "testing"

func TestVerbsStandAboveTheirObjects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, object string }{
		{"Norland called on both sides to resume dialogue.", "resume", "dialogue"},
		{"Norland will free hostages.", "free", "hostages"},
		{"Norway and Sweden have normalised relations, reopening their border.", "normalised", "relations"},
		{"Switzerland froze assets linked to the bank.", "froze", "assets"},
		{"Kenya froze assets linked to the army.", "froze", "assets"},
		{"Britain unfroze funds last week.", "unfroze", "funds"},
		{"Sweden will agree to a ceasefire only if Norway withdraws its troops.", "withdraws", "troops"},
		{"Norland is against sanctions and favors dialogue.", "favors", "dialogue"},
		{"Police said the suspect targeted young boys and girls from the district.", "targeted", "boys"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.Text == c.verb && (k.UPOS != "VERB" || s.Child(i, "obj") < 0 || s.Tokens[s.Child(i, "obj")].Text != c.object) {
				t.Errorf("%s: %q has not the object %q", c.text, c.verb, c.object)
			} else if k.Text == c.verb && k.Lemma == "freeze" && s.Child(i, "nsubj") != 0 {
				t.Errorf("%s: %q has not the first word for its subject", c.text, c.verb)
			}
		}
	}
}
