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

func TestRelativesKeepTheirSubject(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][2]string{
		"The deal that Norland and Sudmark signed in Oslo has held.":               {"signed", "Norland"},
		"The soldier whom Norland and Sudmark captured is alive.":                  {"captured", "Norland"},
		"The town that Danish and Swedish forces captured in October is in ruins.": {"captured", "forces"},
		"The ship that sank in June was salvaged.":                                 {"sank", "that"},
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Text != want[0] {
				continue
			}
			if subject := s.Child(i, "nsubj"); subject < 0 || s.Tokens[subject].Text != want[1] {
				t.Errorf("%s: the subject of %q is token %d, want %q", text, want[0], subject, want[1])
			}
		}
	}
}
