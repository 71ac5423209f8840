package events

import (
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// qualifier reads the words before a number: "at least", "more than", "about".
func qualifier(s *english.Sentence, token int) parley.Qualifier {
	if tens := tensBefore(s, token); tens >= 0 {
		token = tens
	}
	before := ""
	for i := max(0, token-3); i < token; i++ {
		before += " " + strings.ToLower(s.Tokens[i].Text)
	}
	for _, q := range qualifiers {
		if strings.HasSuffix(before, " "+q.words) || strings.HasSuffix(before, " "+q.words+" $") {
			return q.means
		}
	}
	return "exactly"
}

var qualifiers = []struct {
	words string
	means parley.Qualifier
}{
	{"at least", "at-least"}, {"no fewer than", "at-least"}, {"no less than", "at-least"}, {"a minimum of", "at-least"},
	{"more than", "more-than"}, {"over", "more-than"}, {"upwards of", "more-than"}, {"above", "more-than"}, {"in excess of", "more-than"},
	{"up to", "up-to"}, {"as many as", "up-to"}, {"at most", "up-to"}, {"no more than", "up-to"},
	{"about", "about"}, {"around", "about"}, {"some", "about"}, {"nearly", "about"}, {"almost", "about"},
	{"roughly", "about"}, {"approximately", "about"}, {"close to", "about"}, {"an estimated", "about"},
}

// number reads a numeral in digits or words, with the thousand, million or
// billion behind it.
func number(s *english.Sentence, token int) (float64, bool) {
	text := strings.ToLower(strings.ReplaceAll(s.Tokens[token].Text, ",", ""))
	digits, scale := scaled(text)
	n, err := strconv.ParseFloat(digits, 64)
	if n *= scale; err != nil {
		small, ok := numerals[text]
		if !ok {
			return 0, false
		}
		n = small
	}
	if token+2 < len(s.Tokens) && tensBefore(s, token+2) == token {
		return 0, false // counted with the number behind it
	}
	if tens := tensBefore(s, token); tens >= 0 {
		n += numerals[strings.ToLower(s.Tokens[tens].Text)]
	}
	if token > 0 && s.Tokens[token-1].UPOS == "NUM" && numerals[text] >= 1000 {
		return 0, false // counted with the number before it
	}
	if token+1 < len(s.Tokens) {
		next := &s.Tokens[token+1]
		if scale := numerals[strings.ToLower(next.Text)]; scale >= 100 {
			n *= scale
		} else if scale, short := scales[strings.ToLower(next.Text)]; short && next.Start == s.Tokens[token].End {
			n *= scale // "$90" and "m"
		}
	}
	return n, true
}

// scaled parts a numeral from the letters for thousand, million or billion right behind it: "90m".
func scaled(text string) (digits string, scale float64) {
	digits = strings.TrimRight(text, "bklmnt")
	if scale, short := scales[text[len(digits):]]; short && digits != "" {
		return digits, scale
	}
	return text, 1
}

// scales are the letters that stand for a scale behind digits.
var scales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "tn": 1e12}

// tensBefore is the "twenty" of the "six" in "twenty-six"; -1 where a number is no such one.
func tensBefore(s *english.Sentence, token int) int {
	if token < 2 || s.Tokens[token-1].Text != "-" || s.Tokens[token-1].End != s.Tokens[token].Start {
		return -1
	}
	tens, units := numerals[strings.ToLower(s.Tokens[token-2].Text)], numerals[strings.ToLower(s.Tokens[token].Text)]
	if tens < 20 || tens > 90 || units < 1 || units > 9 {
		return -1
	}
	return token - 2
}

var numerals = map[string]float64{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
	"twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
}
