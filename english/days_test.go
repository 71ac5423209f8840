package english

import "testing"

func TestDaysAreNoNames(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Foreign Minister Anna Kovar Thursday met the envoy of Sudmark.": "Anna Kovar",
		"Prime Minister Peter Holm Monday condemned the attack.":         "Peter Holm",
		"NATO Tuesday rejected the plan.":                                "NATO",
		"The ministry Tuesday rejected the plan.":                        "",
		"On Monday Armenia launched an attack on a base.":                "Armenia",
		"On Friday Russia attacked Ukraine.":                             "Russia",
		"On Friday Norland Minister Anna Kovar left.":                    "Anna Kovar",
	} {
		parsed := engine(t).Parse(text)
		got := ""
		if len(parsed.Names) > 0 {
			got = text[parsed.Names[0].Start:parsed.Names[0].End]
		}
		if got != want {
			t.Errorf("%s: the name is %q, want %q", text, got, want)
		}
		s := &parsed.Sentences[0]
		for i := range s.Tokens {
			if k := &s.Tokens[i]; IsWeekday(k.Text) && (!k.Is("obl") || s.Tokens[k.Head].UPOS != "VERB") {
				t.Errorf("%s: %s is %s to %s", text, k.Text, k.Deprel, s.Tokens[k.Head].Text)
			}
		}
	}
}

func TestDayOfSaying(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Ethiopia said on Thursday it would cut off power to the port unless the rebels were expelled.",
		"Officials said Thursday ten people were killed in the port.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; one.Text == "Thursday" && s.Tokens[one.Head].Text != "said" {
				t.Errorf("%s: Thursday hangs on %s, want said", text, s.Tokens[one.Head].Text)
			}
		}
	}
}
