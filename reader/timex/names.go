package timex

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

// names are the names of a text, in order: "Anna May" is no month, and "the Good Friday Agreement"
// no day.
type names []english.Name

// namesOf are the names that can hold words of time.
func namesOf(text *english.Text) names {
	var found names
	for _, name := range text.Names {
		if name.Kind == english.Person || name.Kind != english.Location && name.Last > name.First+1 {
			found = append(found, name)
		}
	}
	return found
}

// hold tells whether a finding is a part of a name: of a person's, or, where it is a bare day of
// the week or holiday, of any other that goes on behind it.
func (n names) hold(f *finding) bool {
	i := sort.Search(len(n), func(i int) bool { return n[i].End >= f.end })
	if i >= len(n) || n[i].Start > f.start || n[i].End-n[i].Start <= f.end-f.start {
		return false
	}
	return n[i].Kind == english.Person || n[i].End > f.end && f.isBareDay()
}

// isBareDay tells whether a finding is a day of the week or a holiday and says no more.
func (f *finding) isBareDay() bool {
	m := &f.meaning
	return m.hasAny(fWeekday, fHoliday) && !m.hasAny(fYear, fMonth, fDay, fShift, fPart, fHour, fNth)
}

// endsName tells whether a bare month stands right behind a proper noun: the
// surname in "Anna May", whether or not it was recognised as a name.
func endsName(f *finding, tokens []english.Token) bool {
	if !f.meaning.has(fMonth) || f.meaning.hasAny(fDay, fYear, fShift, fMod) || f.lastToken-f.firstToken > 1 || f.firstToken == 0 {
		return false
	}
	before := &tokens[f.firstToken-1]
	return before.XPOS == "NNP" && before.UPOS == "PROPN" && before.End < f.start
}

// isTitled tells whether a unit, a part of the day or "today" in an expression bears a capital that it has in
// prose only as a part of a name: "the Week Ahead", "Writer of the Year". A length of time is one in a name too, and "the New Year" is
// written with capitals or without.
func (g *grammar) isTitled(f *finding, tokens []english.Token) bool {
	if f.form == formDuration || f.meaning.has(fHoliday) || f.meaning.isNewYear() || !isProse(tokens) {
		return false
	}
	for i := max(1, f.firstToken); i < f.lastToken; i++ {
		if isCapital(tokens[i].Text) && goesOn(tokens[i-1].Text) && g.isUnit(tokens[i].Text) {
			return true
		}
	}
	return false
}

// isProse tells a sentence from a headline whose words all bear capitals.
func isProse(tokens []english.Token) bool {
	for i := range tokens {
		if tag := tokens[i].UPOS; (tag == "NOUN" || tag == "VERB") && !isCapital(tokens[i].Text) {
			return true
		}
	}
	return false
}

// goesOn tells whether a token is a word or number, behind which no sentence begins.
func goesOn(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(first) || unicode.IsDigit(first)
}

func isCapital(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(first)
}

// isUnit tells whether a word names a unit of time, a part of the day or a day as seen from today.
func (g *grammar) isUnit(text string) bool {
	word := g.words[strings.ToLower(text)]
	if word == nil {
		return false
	}
	for _, e := range word.entries {
		for _, s := range e.features {
			if s.feature == fUnit || s.feature == fPart || s.feature == fOffset || e.class == g.classes["NOON"] {
				return true
			}
		}
	}
	return false
}
