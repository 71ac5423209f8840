package timex

import (
	"sort"

	"github.com/parleyrecord/parley/english"
)

// people are the names of persons in a text, in order: "Anna May" is no month.
type people []english.Name

func peopleOf(text *english.Text) people {
	var found people
	for _, name := range text.Names {
		if name.Kind == english.Person {
			found = append(found, name)
		}
	}
	return found
}

// hold tells whether a finding is a part of a name.
func (p people) hold(f *finding) bool {
	i := sort.Search(len(p), func(i int) bool { return p[i].End >= f.end })
	return i < len(p) && p[i].Start <= f.start && p[i].End-p[i].Start > f.end-f.start
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
