package english

import (
	"slices"
	"strings"
	"testing"
)

// segmentOnly runs what comes before the model.
func segmentOnly(text string) *Text {
	e := &Engine{tables: loadTables()}
	t := &Text{Source: text}
	e.segment(&workspace{}, t)
	return t
}

func tokensOf(text string) []string {
	var tokens []string
	for _, s := range segmentOnly(text).Sentences {
		for _, token := range s.Tokens {
			tokens = append(tokens, token.Text)
		}
	}
	return tokens
}

func TestTokensFollowTheWebTreebank(t *testing.T) {
	t.Parallel()
	cases := []struct{ text, tokens string }{
		{"They don't, can't and won't.", "They do n't , ca n't and wo n't ."},
		{"She “cannot say” who came.", "She “ can not say ” who came ."},
		{"She cannot say who's coming; it's Kovar's choice.", "She can not say who 's coming ; it 's Kovar 's choice ."},
		{"the ministers’ letter isn’t Norland’s", "the ministers ’ letter is n’t Norland ’s"},
		{"a 28-point, long-term plan", "a 28 - point , long - term plan"},
		{"her son-in-law, the ex-minister and co-chair", "her son - in - law , the ex-minister and co-chair"},
		{"the then-president's anti-mine e-mail", "the then - president 's anti-mine e-mail"},
		{"$5.3bn (about 12%) of €1,200,000", "$ 5.3 bn ( about 12 % ) of € 1,200,000"},
		{"U.S.-led talks in the U.S. and the U.N.", "U.S. - led talks in the U.S. and the U.N."},
		{"Lt. Gen. J. R. Dahl of St. Ives, No. 3 on the list", "Lt. Gen. J. R. Dahl of St. Ives , No. 3 on the list"},
		{"Is it so? No. They left.", "Is it so ? No . They left ."},
		{"on Nov. 5, 2024, at 5:30pm and 6 p.m. sharp", "on Nov. 5 , 2024 , at 5:30 pm and 6 p.m. sharp"},
		{"9/11 and 11/28/2000, but 1/2 and and/or", "9/11 and 11/28/2000 , but 1 / 2 and and / or"},
		{"from 2014-2016, call 555-0134 or 202-555-0134", "from 2014 - 2016 , call 555-0134 or 202-555-0134"},
		{"year-over-year the index's 500's fell to 10.9-11.3", "year - over - year the index 's 500 's fell to 10.9 - 11.3"},
		{"the 1990s, the '90s and the 20th", "the 1990s , the '90s and the 20th"},
		{"See https://example.org/a_(b)?c=1, or mail desk@example.org.", "See https://example.org/a_(b)?c=1 , or mail desk@example.org ."},
		{"parleyrecord.org/news is up", "parleyrecord.org/news is up"},
		{"wait... what?! No -- stop—now – yes…", "wait ... what ?! No -- stop — now – yes …"},
		{"AT&T and the R&D budget (see [1])", "AT&T and the R&D budget ( see [ 1 ] )"},
		{"@desk wrote #talks :-)", "@desk wrote # talks :-)"},
		{"the talks ended.Next came the vote.", "the talks ended . Next came the vote ."},
		{"O'Brien met Sha'lan at six o'clock", "O'Brien met Sha'lan at six o'clock"},
		{"He's gonna try; they'd've left", "He 's gon na try ; they 'd 've left"},
		{"A\u00a0B\u2009C\u200bD", "A B C D"},
		{"“Go,” she said – ‘now’.", "“ Go , ” she said – ‘ now ’ ."},
		{"**Bold** and ### heading", "** Bold ** and ### heading"},
		{"km², 5°C and ½", "km ² , 5 ° C and ½"},
	}
	for _, c := range cases {
		if got := strings.Join(tokensOf(c.text), " "); got != c.tokens {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.tokens)
		}
	}
}

func TestTokensCoverTheText(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Don't say \"no\"; the U.S. won't.", "a\r\nb\n\n  c\tд – е", "\xff\xfe bad \xc3 bytes", ""} {
		at := 0
		for _, s := range segmentOnly(text).Sentences {
			for _, token := range s.Tokens {
				if token.Start < at || token.End <= token.Start || text[token.Start:token.End] != token.Text {
					t.Errorf("%q: token %q at %d to %d", text, token.Text, token.Start, token.End)
				}
				if gap := text[at:token.Start]; strings.TrimFunc(gap, isBlank) != "" {
					t.Errorf("%q: %q is in no token", text, gap)
				}
				at = token.End
			}
		}
		if rest := text[at:]; strings.TrimFunc(rest, isBlank) != "" {
			t.Errorf("%q: %q is in no token", text, rest)
		}
	}
}

func isBlank(r rune) bool {
	class, _ := classAt(string(r), 0)
	return class == spaceChar || class == breakChar
}

func TestTablesAreWellFormed(t *testing.T) {
	t.Parallel()
	tables := loadTables()
	for word, class := range tables.abbreviations {
		if class == notAbbreviation || !strings.HasSuffix(word, ".") {
			t.Errorf("abbreviations: %q has no class or no full stop", word)
		}
	}
	for word, cut := range tables.contractions {
		if cut <= 0 || cut >= len(word) || strings.ToLower(word) != word {
			t.Errorf("contractions: %q", word)
		}
	}
	for _, set := range []map[string]bool{tables.prefixes, tables.units, tables.domains} {
		for word := range set {
			if strings.ToLower(word) != word || len(word) > 24 {
				t.Errorf("%q is looked up in lower case and up to 24 bytes", word)
			}
		}
	}
}

func TestFeatLooksUpOneFeature(t *testing.T) {
	t.Parallel()
	token := Token{Feats: "Mood=Ind|Tense=Past|VerbForm=Fin"}
	got := []string{token.Feat("Mood"), token.Feat("Tense"), token.Feat("VerbForm"), token.Feat("Form"), token.Feat("Number")}
	if want := []string{"Ind", "Past", "Fin", "", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
