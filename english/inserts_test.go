package english

import "testing"

func TestThroughInserts(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"the talks [in Norland] that [Anna] Kovar led": "the talks  in Norland  that  Anna  Kovar led",
		"it said so [1], and more [...] of it":         "it said so [1], and more [...] of it",
		"an [open bracket and [another] one":           "an [open bracket and  another  one",
		"no [word\nover lines] is one":                 "no [word\nover lines] is one",
		"no brackets":                                  "no brackets",
	} {
		if got := throughInserts(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestParseReportKeepsTheSource(t *testing.T) {
	t.Parallel()
	const text = "[Anna] Kovar met him [in Oslo]."
	got := engine(t).ParseReport(text)
	if got.Source != text {
		t.Errorf("the source is %q", got.Source)
	}
	for _, token := range got.Sentences[0].Tokens {
		if text[token.Start:token.End] != token.Text || token.Text == "[" || token.Text == "]" {
			t.Errorf("token %q stands at %q", token.Text, text[token.Start:token.End])
		}
	}
}
