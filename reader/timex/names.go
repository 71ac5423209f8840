package timex

import (
	"sort"

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
