package actors

import (
	"slices"
	"strings"
	"unicode"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// introduced is a group that the lexicon lacks and the text introduces: by a noun for armed groups beside its name,
// "the rebel movement Harbour Front", "the Harbour Front (HF), a rebel movement", by a name such as they bear, or as the
// opposition's, "the opposition Harbour Party".
type introduced struct {
	name, short string // short are the letters for it in brackets, "" where it has none
	sector      string // REB or OPP
}

// gatherIntroduced lets the groups that the text introduces be known by name and letters wherever it names them.
func (f *finder) gatherIntroduced() {
	var found []introduced
	for i := range f.cast.text.Sentences {
		if f.sentence(i).Paragraph == 0 {
			continue // a title's capitals tell no name
		}
		for token := 0; token < len(f.sentence(i).Tokens); {
			last := f.unknownName(i, token)
			if last < 0 {
				token++
				continue
			}
			if one, ok := f.introduces(i, token, last); ok && !slices.ContainsFunc(found, func(o introduced) bool { return o.name == one.name }) {
				found = append(found, one)
			}
			token = last + 1
		}
	}
	f.introduced = map[string]bool{}
	for _, one := range found {
		f.know(one)
	}
}

// unknownName is the last token of the name that begins at a token and holds nothing known but places, peoples and
// words of its own: "Harbour Front", "Front for the Defence of the Harbour"; -1 where none begins there.
func (f *finder) unknownName(sentence, first int) int {
	tokens := f.sentence(sentence).Tokens
	if first > 0 && f.nameWord(sentence, first-1) {
		return -1
	}
	last, told := -1, false
	for at := first; at < len(tokens); at++ {
		switch word := tokens[at].Text; {
		case f.nameWord(sentence, at):
			last = at
		case at > first && (word == "of" || word == "for" || word == "in"):
			told = true // what the group is for, "Front for Land and Water"
		case told && (word == "and" || word == "the"):
		default:
			return last
		}
	}
	return last
}

// nameWord tells whether a token may be a word of an unknown group's name.
func (f *finder) nameWord(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	if !capital(t.Text) || t.UPOS == "DET" || t.UPOS == "PRON" || token == 0 && t.UPOS != "PROPN" {
		return false
	}
	m, ok := f.matchAt(sentence, token)
	return !ok || slices.Contains(withinNames, m.Kind)
}

// withinNames are the kinds of known words that a group's name may hold.
var withinNames = []lexicon.MatchKind{
	lexicon.PlaceMatch, lexicon.DemonymMatch, lexicon.StateMatch, lexicon.RoleMatch, lexicon.BodyNounMatch, lexicon.MediaMatch,
}

// introduces tells whether the text says of a name that it is an armed group's.
func (f *finder) introduces(sentence, first, last int) (introduced, bool) {
	s := f.sentence(sentence)
	one := introduced{name: s.Text(f.cast.text.Source, first, last+1), sector: "REB"}
	after := last + 1
	if last+3 < len(s.Tokens) && s.Tokens[last+1].Text == "(" && s.Tokens[last+3].Text == ")" && lettersOf(one.name, s.Tokens[last+2].Text) {
		one.short, after = s.Tokens[last+2].Text, last+4
	}
	known, _ := f.matchAt(sentence, first)
	switch {
	case known != nil && known.First == first && known.Last == last && known.Kind != lexicon.PlaceMatch:
		return introduced{}, false // a state, or a medium
	case last == first && (one.short != "" || strings.ToUpper(one.name) != one.name || len(one.name) < 3):
		return introduced{}, false // one word may be anything but letters for a name
	case f.bornByGroups(sentence, first, last) && (one.short != "" || last > first+1):
		return one, true
	case f.bandBefore(sentence, first), f.bandBehind(sentence, after), f.calledRebel(sentence, first, last), f.rebelsBehind(sentence, last):
		return one, true
	case f.opposes(sentence, first, last, one.short != "" || last == first):
		one.sector = "OPP"
		return one, true
	}
	return introduced{}, false
}

// lettersOf tells whether letters may stand for a name: its first one, then capitals of it.
func lettersOf(name, letters string) bool {
	if len(letters) < 2 || len(letters) > 8 || letters[0] != name[0] {
		return false
	}
	return strings.IndexFunc(letters, func(r rune) bool { return !unicode.IsUpper(r) && r != '-' }) < 0
}

// bornByGroups tells whether a name ends as armed groups are called and says what they fight for: "Harbour Liberation Front".
func (f *finder) bornByGroups(sentence, first, last int) bool {
	tokens, words := f.sentence(sentence).Tokens, campWords()
	if !words["styled"][strings.ToLower(tokens[last].Text)] {
		return false
	}
	return slices.ContainsFunc(tokens[first:last], func(t english.Token) bool { return words["cause"][strings.ToLower(t.Text)] })
}

// calledRebel tells whether a noun for those who have risen stands before the name of a body: "the rebel Harbour Council".
func (f *finder) calledRebel(sentence, first, last int) bool {
	tokens := f.sentence(sentence).Tokens
	return first > 0 && campWords()["rising"][tokens[first-1].Text] && campWords()["seated"][strings.ToLower(tokens[last].Text)]
}

// opposes tells whether a noun for those who oppose the government stands before the name of a body: "the opposition
// Harbour Party", "the opposition coalition Harbour Forum (HF)".
func (f *finder) opposes(sentence, first, last int, shortened bool) bool {
	tokens, words := f.sentence(sentence).Tokens, campWords()
	at := first - 1
	if at > 0 && (words["banded"][tokens[at].Text] || words["seated"][tokens[at].Text]) {
		at--
	}
	told := shortened || words["seated"][strings.ToLower(tokens[last].Text)]
	return told && at >= 0 && words["rival"][strings.ToLower(tokens[at].Text)]
}

// rebelsBehind tells whether a name stands before a noun for those who have risen: "Harbour Force rebels".
func (f *finder) rebelsBehind(sentence, last int) bool {
	tokens := f.sentence(sentence).Tokens
	if _, known := f.matchAt(sentence, last); known || last+1 >= len(tokens) {
		return false // "Norlandic rebels"
	}
	next := &tokens[last+1]
	return campWords()["rising"][next.Lemma] && next.XPOS == "NNS" && tokens[last].Head == last+1
}

// bandBefore tells whether a noun for an armed group stands right before a name, or before its comma or article: "the rebel
// group", "the rebel movement, the".
func (f *finder) bandBefore(sentence, name int) bool {
	tokens := f.sentence(sentence).Tokens
	at := name - 1
	for at > 0 && (tokens[at].UPOS == "DET" || tokens[at].Text == ",") {
		at--
	}
	return at > 0 && f.band(sentence, at) && campWords()["banded"][tokens[at].Text]
}

// bandBehind tells whether a phrase behind a name's comma calls it an armed group: ", a rebel movement in the north",
// ", one of two rebel groups".
func (f *finder) bandBehind(sentence, comma int) bool {
	tokens := f.sentence(sentence).Tokens
	if comma+2 >= len(tokens) || tokens[comma].Text != "," || tokens[comma+1].UPOS != "DET" && tokens[comma+1].Text != "one" {
		return false
	}
	for at := comma + 2; at < min(comma+9, len(tokens)); at++ {
		switch t := &tokens[at]; {
		case campWords()["banded"][t.Lemma] && f.band(sentence, at):
			return true
		case t.UPOS == "VERB" && t.XPOS != "VBG" && t.XPOS != "VBN", t.UPOS == "PUNCT" && t.Text != "-":
			return false
		}
	}
	return false
}

// band tells whether a noun is one for a group with a word before it that says that it fights: "rebel group".
func (f *finder) band(sentence, noun int) bool {
	tokens := f.sentence(sentence).Tokens
	for at := noun - 1; at >= max(0, noun-2); at-- {
		if campWords()["rising"][tokens[at].Lemma] || campWords()["armed"][strings.ToLower(tokens[at].Text)] {
			return true
		}
	}
	return false
}

// know adds matches for a group to every sentence that names it.
func (f *finder) know(one introduced) {
	side := strings.ToUpper(one.short)
	if side == "" {
		side = one.name
	}
	actor := parley.Actor{ID: slug(one.name), Name: one.name, Kind: parley.GroupActor, Sector: one.sector, Affiliation: side}
	f.introduced[actor.ID] = true
	noun := strings.ToLower(one.name[strings.LastIndex(one.name, " ")+1:])
	alone := f.soleBody(noun)
	for i := range f.cast.text.Sentences {
		if tokens := f.sentence(i).Tokens; alone {
			for at := 1; at < len(tokens); at++ {
				if tokens[at].Text == noun && strings.EqualFold(tokens[at-1].Text, "the") {
					f.match(i, at, at, actor) // "a spokesman for the council"
				}
			}
		}
		for _, words := range []string{one.name, one.short} {
			if words != "" {
				f.matchWords(i, strings.Fields(words), actor)
			}
		}
	}
}

// matchWords makes matches of a sentence's tokens that are the words of a group's name, for those that there were within.
func (f *finder) matchWords(sentence int, words []string, actor parley.Actor) {
	tokens := f.sentence(sentence).Tokens
	for first := 0; first+len(words) <= len(tokens); first++ {
		last := first + len(words) - 1
		if slices.EqualFunc(tokens[first:last+1], words, func(t english.Token, word string) bool { return t.Text == word }) {
			f.match(sentence, first, last, actor)
		}
	}
}

// match makes a match of a group's name, unless a longer one lies across it.
func (f *finder) match(sentence, first, last int, actor parley.Actor) {
	if slices.ContainsFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.First <= last && m.Last >= first && (m.First < first || m.Last > last)
	}) {
		return
	}
	f.putMatch(sentence, lexicon.Match{First: first, Last: last, Kind: lexicon.GroupMatch, Actor: actor})
}

// soleBody tells whether the text names no known body that a noun would stand for as well: "the council", where it tells
// of the Security Council.
func (f *finder) soleBody(noun string) bool {
	return !slices.ContainsFunc(f.cast.Matches, func(sentence []lexicon.Match) bool {
		return slices.ContainsFunc(sentence, func(m lexicon.Match) bool {
			return m.Kind == lexicon.BodyMatch && strings.HasSuffix(strings.ToLower(m.Actor.Name), noun)
		})
	})
}
