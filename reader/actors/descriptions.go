package actors

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// addAppositions lets a title beside a name stand for its bearer: "envoy" in
// "Anna Kovar, the Norland envoy".
func (f *finder) addAppositions(sentence, head, actor int) {
	s := f.sentence(sentence)
	for child := range s.Children(head) {
		if !s.Tokens[child].Is("appos") && !s.Tokens[child].Is("nmod:desc") {
			continue
		}
		if m, ok := f.matchAt(sentence, child); ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) && !f.speaksOf(sentence, head, child) {
			first, last := f.phrase(sentence, child)
			f.add(Mention{Sentence: sentence, Head: child, First: first, Last: last, Form: ByOffice, Who: []int{actor}, Title: m.Title})
		}
	}
}

// speaksOf tells whether a title behind a comma, which the parse takes to describe the name
// before it, is the subject of the verb that follows it at once, while the name stands in what
// is said: "the plan would help Anna Kovar, the Norland envoy said".
func (f *finder) speaksOf(sentence, name, title int) bool {
	s := f.sentence(sentence)
	for up := name; ; up = s.Tokens[up].Head {
		if t := &s.Tokens[up]; t.Is("obj") || t.Is("obl") || t.Is("nmod") || t.Is("iobj") {
			break
		} else if !t.Is("appos") && !t.Is("flat") && !t.Is("conj") || t.Head < 0 {
			return false
		}
	}
	first, last := f.phrase(sentence, title)
	return first > name && s.Tokens[first-1].Text == "," && last < len(s.Tokens) && s.Tokens[last].XPOS == "VBD"
}

// bindDescriptions lets the descriptions that commas set off behind a name mean
// its bearer: "Anna Kovar, member of the board, head of the desk, said". They are
// read from the words, since parses of long appositions differ.
func (f *finder) bindDescriptions(sentence int, n personName) {
	tokens := f.sentence(sentence).Tokens
	bearer, ok := f.mentionOf(sentence, n)
	if !ok {
		return
	}
	for first := n.last; first < len(tokens) && tokens[first].Text == ","; {
		last := first + 1
		if last < len(tokens) && tokens[last].UPOS == "CCONJ" {
			return // "and her counterpart", who is somebody else
		}
		for last < len(tokens) && descriptive[tokens[last].UPOS] && f.foreign(sentence, last, bearer) {
			last++
		}
		if last == first+1 || last >= len(tokens) || tokens[last].Text != "," || !f.describing(sentence, first+1, last) {
			return
		}
		if tokens[first+1].UPOS == "CCONJ" && last+1 < len(tokens) && f.insideName(sentence, last+1) {
			return // "Anna Kovar, and her counterpart, Peter Holm, met"
		}
		for token := first + 1; token < last; token++ {
			if head := tokens[token].Head; (head <= first || head >= last) && !tokens[token].Is("case") {
				f.cast.at[sentence][token] = bearer
			}
		}
		first = last
	}
}

// descriptive are the word classes of which a description without a clause is
// made.
var descriptive = map[string]bool{"DET": true, "ADJ": true, "NOUN": true, "PROPN": true, "ADP": true, "NUM": true, "CCONJ": true, "PART": true, "PRON": true}

func (f *finder) mentionOf(sentence int, n personName) (int32, bool) {
	for token := n.first; token < n.last; token++ {
		if i := f.cast.at[sentence][token]; i > 0 {
			return i, true
		}
	}
	return 0, false
}

// foreign tells whether a token belongs to no other person's name.
func (f *finder) foreign(sentence, token int, bearer int32) bool {
	return !f.insideName(sentence, token) || f.cast.at[sentence][token] == bearer
}

// describing tells whether a stretch holds a title or role, or opens as a
// description does.
func (f *finder) describing(sentence, first, last int) bool {
	for token := first; token < last; token++ {
		if m, ok := f.matchAt(sentence, token); ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch) {
			return true
		}
	}
	return f.sentence(sentence).Tokens[first].UPOS == "DET"
}

// namedApposition finds the name beside a title that the parse takes for the
// head of both: "the envoy, Anna Kovar, said", "the militant group Red Dawn said".
func (f *finder) namedApposition(sentence, token int) (int, bool) {
	s := f.sentence(sentence)
	for child := range s.Children(token) {
		if named, ok := f.namedBehind(sentence, child); ok {
			child = named
		}
		if !s.Tokens[child].Is("appos") && !s.Tokens[child].Is("flat") {
			continue
		}
		group, isGroup := f.matchAt(sentence, child)
		if isGroup = isGroup && group.Kind == lexicon.GroupMatch && group.First == token+1; isGroup {
			f.readToken(sentence, child)
		}
		if m, ok := f.cast.At(sentence, child); ok && m.Form == Named && len(m.Who) == 1 && (isGroup || f.cast.Actors[m.Who[0]].Kind == parley.PersonActor) {
			first, last := f.phrase(sentence, token)
			m.First, m.Last = min(m.First, first), max(m.Last, last)
			f.describeBeside(sentence, token, m.Who[0])
			return child, true
		}
	}
	return 0, false
}

// namedBehind finds the name that the parse hangs on what somebody leads rather than on the
// leader: "the head of the army, Anna Kovar".
func (f *finder) namedBehind(sentence, led int) (int, bool) {
	s := f.sentence(sentence)
	if marker := s.Case(led); !s.Tokens[led].Is("nmod") || marker != "of" && marker != "for" {
		return 0, false
	}
	if m, ok := f.matchAt(sentence, led); ok && m.Kind != lexicon.BodyMatch && m.Kind != lexicon.BodyNounMatch && m.Kind != lexicon.GroupMatch && m.Title.Class != lexicon.ForcesClass {
		return 0, false // "the brother of the president, Anna Kovar"
	}
	for child := range s.Children(led) {
		if s.Tokens[child].Is("appos") && child > led+1 && s.Tokens[led+1].Text == "," {
			return child, true
		}
	}
	return 0, false
}

func (f *finder) describeBeside(sentence, token, actor int) {
	if m, ok := f.matchAt(sentence, token); ok {
		f.hold(sentence, actor, token, m, f.over(sentence, m.First))
	}
}
