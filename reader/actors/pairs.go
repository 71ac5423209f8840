package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// addCollective makes a mention of "the two sides", "both leaders" and the like:
// the pair told of last, else the two most present sides or people.
func (f *finder) addCollective(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	kind, ok := collective(t.Lemma)
	if !ok || t.Feat("Number") == "Sing" {
		return f.addTheTwo(sentence, token)
	}
	size := f.howMany(sentence, token)
	if size == 0 && !f.bareStates(sentence, token) {
		return false
	}
	first, last := f.phrase(sentence, token)
	m := Mention{Sentence: sentence, Head: token, First: first, Last: last, Form: Collective, Plural: true}
	switch {
	case kind == parley.StateActor || size == 0:
		m.Who = f.togetherBefore(sentence, token, size)
		size = max(size, len(m.Who))
	case size > 2:
		m.Who = f.peopleBefore(sentence, size)
	}
	if len(m.Who) != size && size == 2 && kind == parley.StateActor {
		m.Who = f.pairToldMost(sentence)
	}
	if len(m.Who) != size && size == 2 {
		m.Who = f.twoMostPresent(kind, t.Lemma)
	}
	if len(m.Who) < 2 || len(m.Who) != size || f.doneBy(sentence, token, m.Who) {
		return false
	}
	f.add(m)
	return true
}

// bareStates tells whether a noun for states stands behind "the" with no word that says which:
// "the governments demanded" are those told in a row before.
func (f *finder) bareStates(sentence, token int) bool {
	s := f.sentence(sentence)
	if !means("row", s.Tokens[token].Lemma) {
		return false
	}
	pointed := false
	for child := range s.Children(token) {
		switch t := &s.Tokens[child]; {
		case t.Is("det"):
			pointed = t.Lemma == "the" || t.Lemma == "these"
		case t.Is("amod"), t.Is("nmod"), t.Is("nmod:poss"), t.Is("compound"), t.Is("acl"), t.Is("acl:relcl"), t.Is("nummod"):
			return false
		}
	}
	return pointed && s.Tokens[token].Feat("Number") == "Plur"
}

// addTheTwo makes a mention of "the two" without a noun: the two people whom the sentences
// before named together.
func (f *finder) addTheTwo(sentence, token int) bool {
	s := f.sentence(sentence)
	t := &s.Tokens[token]
	if t.UPOS != "NUM" || !strings.EqualFold(t.Text, "two") || !t.Is("nsubj") && !t.Is("obj") && !t.Is("obl") || s.Child(token, "nmod") >= 0 {
		return false
	}
	article := s.Child(token, "det")
	if article < 0 || s.Tokens[article].Lemma != "the" {
		return false
	}
	who := f.peopleIn(sentence - 1)
	if len(who) != 2 {
		who = f.peopleBefore(sentence, 2)
	}
	if len(who) != 2 {
		return false
	}
	f.add(Mention{Sentence: sentence, Head: token, First: article, Last: token + 1, Form: Collective, Plural: true, Who: who})
	return true
}

// collective is the kind of actor that a noun may mean which "both" or "the two" makes stand for the two
// parties just spoken of.
func collective(noun string) (parley.ActorKind, bool) {
	if means("sides", noun) {
		return parley.StateActor, true
	}
	return parley.PersonActor, means("persons", noun)
}

// howMany is how many a collective noun counts: 2 in "both sides", 3 in "the three
// countries"; 0 where it does not say. Without "both", only "the" and "these" mean
// those spoken of.
func (f *finder) howMany(sentence, token int) int {
	s := f.sentence(sentence)
	size, pointed := 0, false
	for child := range s.Children(token) {
		switch word := strings.ToLower(s.Tokens[child].Text); word {
		case "both":
			return 2
		case "two":
			size, pointed = 2, pointed || s.Paragraph == 0 || means("alone", s.Tokens[token].Lemma)
		case "three", "four", "five":
			size = counted[word]
		case "the", "these", "those", "all":
			pointed = true
		default:
			if size == 0 && means("atodds", word) {
				size = 2
			}
		}
	}
	if !pointed {
		return 0
	}
	return size
}

var counted = map[string]int{"three": 3, "four": 4, "five": 5}

// togetherBefore are the sides of the last phrase or clause before a token that
// names so many, or several where the number is not told: "Norlandic and Sudmark
// officials", "Norland and Sudmark", "Kovar met Holm". Three or more in a row are found
// further back, and two in the same sentence alone where the number is not told.
func (f *finder) togetherBefore(sentence, token, size int) []int {
	reach := 2
	if size > 2 {
		reach = peopleReach
	}
	for at := sentence; at >= max(0, sentence-reach); at-- {
		for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
			m := &f.cast.Mentions[k]
			if m.Sentence < at {
				break
			}
			if m.Sentence != at || at == sentence && (m.Head >= token || f.mediates(m, token)) {
				continue
			}
			if sides := f.sidesTogether(f.sentence(at), m); len(sides) == size || size == 0 && (len(sides) > 2 || len(sides) == 2 && at == sentence) {
				who := make([]int, len(sides))
				for i, side := range sides {
					who[i] = f.side(side, m)
				}
				return who
			}
		}
	}
	return nil
}

// mediates tells whether a mention is of those who mediate between the sides at a token, or do something to them: "Norland
// and Sudmark, which mediate between the two sides", "Norland and Sudmark urged both sides to talk".
func (f *finder) mediates(m *Mention, token int) bool {
	s := f.sentence(m.Sentence)
	verb := s.Clause(token)
	return (means("mediating", s.Tokens[verb].Lemma) || f.undergoes(m.Sentence, token)) && f.inSubject(s, m, verb)
}

// undergoes tells whether a token stands for whom a verb right over it is done to, or with whom.
func (f *finder) undergoes(sentence, token int) bool {
	s := f.sentence(sentence)
	t := &s.Tokens[token]
	with := t.Is("obl") && (s.Case(token) == "with" || s.Case(token) == "to")
	return (t.Is("obj") || t.Is("iobj") || with) && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB"
}

// inSubject tells whether a mention is a verb's subject, or one of those in it.
func (f *finder) inSubject(s *english.Sentence, m *Mention, verb int) bool {
	row := s.Subject(verb)
	return row >= 0 && (m.Head == row || s.Dominates(row, m.Head))
}

// doneBy tells whether one of several actors does to a token what is done to it, and so is not meant by it.
func (f *finder) doneBy(sentence, token int, who []int) bool {
	s := f.sentence(sentence)
	if !f.undergoes(sentence, token) {
		return false
	}
	return slices.ContainsFunc(f.cast.Mentions, func(m Mention) bool {
		return m.Sentence == sentence && f.inSubject(s, &m, s.Tokens[token].Head) && slices.ContainsFunc(m.Who, func(one int) bool { return slices.Contains(who, one) })
	})
}

// pairToldMost are the two sides that a text named together most often so far: those
// of its talks. Of two told equally often neither is meant.
func (f *finder) pairToldMost(sentence int) []int {
	type pair struct{ a, b string }
	count, at := map[pair]int{}, map[pair]*Mention{}
	for k := range f.cast.Mentions {
		m := &f.cast.Mentions[k]
		if m.Sentence >= sentence || m.Form == Collective {
			continue
		}
		if sides := f.sidesTogether(f.sentence(m.Sentence), m); len(sides) == 2 {
			p := pair{min(sides[0], sides[1]), max(sides[0], sides[1])}
			if count[p]++; at[p] == nil {
				at[p] = m
			}
		}
	}
	var best pair
	most, next := 0, 0
	for p, n := range count {
		if n > most {
			best, most, next = p, n, most
		} else {
			next = max(next, n)
		}
	}
	if most == next {
		return nil
	}
	return []int{f.side(best.a, at[best]), f.side(best.b, at[best])}
}

// peopleBefore are the people of the last coordination that has so many: "Kovar, Holm
// and Lind" before "the three ministers".
func (f *finder) peopleBefore(sentence, size int) []int {
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence >= sentence-peopleReach; k-- {
		who := f.coordinated(&f.cast.Mentions[k])
		if len(who) == size && !slices.ContainsFunc(who, func(i int) bool { return f.cast.Actors[i].Kind != parley.PersonActor }) {
			return who
		}
	}
	return nil
}

// peopleIn are the people of whom a sentence speaks.
func (f *finder) peopleIn(sentence int) (who []int) {
	for k := range f.cast.Mentions {
		if f.cast.Mentions[k].Sentence != sentence {
			continue
		}
		for _, actor := range f.cast.Mentions[k].Who {
			if f.cast.Actors[actor].Kind == parley.PersonActor && !slices.Contains(who, actor) {
				who = append(who, actor)
			}
		}
	}
	return who
}

// peopleReach is how many sentences back three people may have been named together.
const peopleReach = 10

// sidesTogether are the sides of a mention, of those coordinated with it, and, for
// a subject, of whom it meets.
func (f *finder) sidesTogether(s *english.Sentence, m *Mention) []string {
	if m.Form == Collective {
		return f.sidesOf([]*Mention{m}, nil)
	}
	together := f.sidesOf(f.cast.Members(m.Sentence, m.Head), nil)
	if len(together) != 1 || !s.Tokens[m.Head].Is("nsubj") {
		return together
	}
	verb := s.Tokens[m.Head].Head
	for child := range s.Children(verb) {
		switch {
		case s.Tokens[child].Is("obj") && means("meet", s.Tokens[verb].Lemma), s.Case(child) == "with":
			together = f.sidesOf(f.cast.Members(m.Sentence, child), together)
		case s.Tokens[child].Is("obj"):
			for below := range s.Children(child) {
				if s.Case(below) == "with" {
					together = f.sidesOf(f.cast.Members(m.Sentence, below), together)
				}
			}
		}
	}
	return together
}

// sidesOf adds the sides that mentions belong to.
func (f *finder) sidesOf(members []*Mention, sides []string) []string {
	add := func(side string) {
		if side != "" && !slices.Contains(sides, side) {
			sides = append(sides, side)
		}
	}
	for _, m := range members {
		if len(m.Sides) > 0 {
			for _, side := range m.Sides {
				add(side)
			}
			continue
		}
		for _, actor := range m.Who {
			add(f.cast.Actors[actor].Affiliation)
		}
	}
	return sides
}

// side is the actor that a side is, with a mention for where it is spoken of.
func (f *finder) side(of string, m *Mention) int {
	a, ok := f.lex.Actor(of)
	if !ok {
		a = parley.Actor{ID: of, Name: of, Kind: parley.GroupActor, Affiliation: of}
	}
	return f.enter(a.ID, a, f.cast.Span(m))
}

// twoMostPresent are the two most present actors of a kind that a noun may mean: of people called by
// an office, those who hold it where the text speaks of two of them.
func (f *finder) twoMostPresent(kind parley.ActorKind, noun string) []int {
	best, second := -1, -1
	inOffice := f.bearers(noun, "")
	for i, a := range f.cast.Actors {
		fits := a.Kind == kind || kind == parley.StateActor && a.Kind == parley.GroupActor
		if !fits || f.present(i) == 0 || len(inOffice) > 1 && !slices.Contains(inOffice, i) {
			continue
		}
		switch {
		case best < 0 || f.present(i) > f.present(best):
			best, second = i, best
		case second < 0 || f.present(i) > f.present(second):
			second = i
		}
	}
	if second < 0 {
		return nil
	}
	return []int{best, second}
}
