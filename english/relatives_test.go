package english

import "testing"

func TestRelativesLeaveTheirNounItsVerb(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Norland, which brokered an accord between Olvik and Sund in June, imposed sanctions on Holm's minister of state, James Kovar, in May.": "imposed",
		"Norland, which brokered the accord in June, imposed sanctions on Sudmark.":                                                             "imposed",
		"The deal between Norland and Sudmark, signed on April 30, sets up a fund.":                                                             "sets",
		"A trade agreement between Norland and Sudmark, reached in April, lowers tariffs.":                                                      "lowers",
		"The ship that sank in June was salvaged.":                                                                                              "salvaged",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if k := &s.Tokens[i]; k.Head < 0 && k.Text != want {
				t.Errorf("%s: its verb is %q, want %q", text, k.Text, want)
			}
		}
	}
}
