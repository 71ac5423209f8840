package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// usual are the sides between which the talks of this text mostly are: those of
// most of its mentions of talks, whether or not these say that any take place. An accord is not that of
// two who are told to have met once.
func (f *finder) usual(of parley.EventType) []filler {
	count := map[string]int{}
	first := map[string][]filler{}
	talking := map[string]bool{} // not only one meeting
	var keys []string
	for _, m := range slices.Concat(f.found, f.heard) {
		if m.sense.Type != parley.Consult || m.mode == "call" || m.mode == "visit" {
			continue
		}
		sides := partiesOf(&m)
		if len(sides) != 2 {
			continue
		}
		key := sides[0].side + " " + sides[1].side
		if first[key] == nil {
			first[key] = sides
			keys = append(keys, key)
		}
		count[key]++
		talking[key] = talking[key] || m.mode != "meeting" || count[key] > 1
	}
	slices.SortStableFunc(keys, func(a, b string) int { return count[b] - count[a] })
	if len(keys) == 0 || of == parley.Agree && !talking[keys[0]] || len(keys) > 1 && count[keys[0]] < 2*count[keys[1]] {
		return nil
	}
	return first[keys[0]]
}

// ofFoes adds talks that are told without their parties where a text speaks of one pair of sides
// alone that are at war: they are theirs. Those in some place that do not go on there, or are on the land of one, may
// be of either with somebody else, unless the text tells of talks between the two.
func (f *finder) ofFoes(groups [][]*mention, unparted []*mention) [][]*mention {
	for _, m := range unparted {
		if m.mode != "negotiation" || !m.sense.Noun || grouped(groups, m) || !f.ofWar(m) || m.status.is == parley.Proposed || m.status.is == parley.Cancelled || !m.definite && m.place.End == 0 && m.day() == "" && m.status.is != parley.Ongoing {
			continue
		}
		pair := f.onlyFoes()
		if len(pair) == 0 || f.othersTalk(pair) {
			return groups
		}
		away := m.status.is == parley.Ongoing && !named(pair, m.placeOf)
		if m.place.End > 0 && !away && !overlaps(f.usual(parley.Consult), pair[:1]) {
			continue
		}
		m.actors = pair
		if g := f.sameAs(groups, m); g >= 0 {
			continue
		}
		groups = inserted(groups, m)
	}
	return groups
}

// othersTalk tells whether a text speaks of negotiations between two sides, and never of any between the two of a pair:
// talks without their parties are then not that pair's.
func (f *finder) othersTalk(pair []filler) bool {
	others := false
	for _, m := range slices.Concat(f.found, f.heard) {
		if m.mode != "negotiation" {
			continue
		}
		switch sides := partiesOf(&m); {
		case named(sides, pair[0].side) && named(sides, pair[1].side):
			return false
		case len(sides) == 2:
			others = true
		}
	}
	return others
}

// ofWar tells whether talks may be those of a war: nothing before the noun says that they are on
// trade or the like.
func (f *finder) ofWar(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if t := &s.Tokens[child]; t.Is("compound") && t.UPOS == "NOUN" && (!tables().nouns["negotiable"][t.Lemma] || tables().nouns["tariff"][t.Lemma]) {
			return false
		}
	}
	return !s.Tokens[m.token].Is("compound")
}

// grouped tells whether a mention stands in one of some groups.
func grouped(groups [][]*mention, m *mention) bool {
	return slices.ContainsFunc(groups, func(g []*mention) bool { return slices.Contains(g, m) })
}

// onlyFoes are the two sides named in a text that are at war on the day of publication, where
// there is one such pair.
func (f *finder) onlyFoes() (pair []filler) {
	if f.in.Day == "" {
		return nil
	}
	seen := map[string]bool{}
	for i := range f.in.Cast.Actors {
		side := f.in.Cast.Actors[i].Affiliation
		if side == "" || seen[side] {
			continue
		}
		seen[side] = true
		for _, foe := range f.in.Lexicon.Foes(side, f.in.Day.First(), f.in.Day.Last()) {
			one, other := f.spokenOf(side), f.spokenOf(foe)
			switch {
			case one.name == "" || other.name == "" || named(pair, side) && named(pair, foe):
			case len(pair) > 0:
				return nil
			default:
				pair = []filler{one, other}
			}
		}
	}
	return pair
}

// partiesOf are the sides of those who take part in a mention's event, each once,
// in the order of their codes.
func partiesOf(m *mention) []filler {
	var sides []filler
	for _, one := range slices.Concat(m.actors, m.recipients) {
		if one.side != "" && !named(sides, one.side) {
			sides = append(sides, bySide(one.side, one.spans...))
		}
	}
	slices.SortFunc(sides, func(a, b filler) int { return strings.Compare(a.side, b.side) })
	return sides
}

// talkers are those who held the talks told last, where a word that names nobody goes back to them: "Kovar met
// Holm ... The ministers agreed to cooperate", "The sides agreed to cooperate", "They agreed", "The three ministers".
func (f *finder) talkers(sentence, noun int) []filler {
	n, reach := f.goesBackTo(&f.in.Text.Sentences[sentence], noun)
	if n == 0 {
		return nil
	}
	states := tables().nouns["side"][f.in.Text.Sentences[sentence].Tokens[noun].Lemma]
	for i := len(f.found) - 1; i >= 0; i-- {
		m := &f.found[i]
		if m.sense.Type != parley.Consult || m.mode == "visit" && len(m.actors)+len(m.recipients) > 1 && !f.personal(m.recipients) {
			continue
		}
		if sentence-m.sentence > reach || m.status.is == parley.Cancelled || m.status.is == parley.Denied {
			break
		}
		all, sides := slices.Concat(m.actors, m.recipients), partiesOf(m)
		people := !slices.ContainsFunc(all, func(one filler) bool { _, known := f.personNamed(one.name); return !known })
		switch {
		case len(all) != n || len(sides) != n:
			return nil
		case states, n > 2 && !people && len(without(all, sides)) == 0:
			return sides
		case people:
			return all
		}
		return nil
	}
	if states && n == 2 {
		return f.pairBefore(sentence)
	}
	return nil
}

// goesBackTo tells to how many who held talks a word that names nobody goes back, and over how many sentences; none
// where it goes back to nobody: two by "the pair" and "the sides", three by "the three ministers".
func (f *finder) goesBackTo(s *english.Sentence, token int) (n, reach int) {
	nouns, word := tables().nouns, &s.Tokens[token]
	switch {
	case word.UPOS == "PRON" && strings.EqualFold(word.Text, "they") && f.dealing(s, word.Head):
		return 2, 1
	case word.XPOS == "NN" && nouns["pair"][word.Lemma],
		word.XPOS == "NNS" && (nouns["side"][word.Lemma] || nouns["officer"][word.Lemma] || nouns["person"][word.Lemma]):
		return knownNumber(s, token), 5
	}
	return 0, 0
}

// pairBefore are the two states that the sentence before has together for its subject: "Norland and Sudmark quarrel
// over fish. The two countries agreed to talk".
func (f *finder) pairBefore(sentence int) []filler {
	if sentence == 0 {
		return nil
	}
	before := sentence - 1
	s := &f.in.Text.Sentences[before]
	subject := -1
	if root := s.Root(); root >= 0 {
		subject = s.Subject(root)
	}
	if subject < 0 || s.Child(subject, "conj") < 0 {
		return nil
	}
	m := mention{trigger: trigger{sentence: before}}
	if sides := f.statesWithin(&m, subject); len(sides) == 2 {
		return sides
	}
	return nil
}

// dealing tells whether a verb says what those who held talks do by them: agree or meet.
func (f *finder) dealing(s *english.Sentence, verb int) bool {
	return verb >= 0 && slices.ContainsFunc(f.senses(&s.Tokens[verb], false), func(v lexicon.Verb) bool {
		return v.Type == parley.Agree || v.Type == parley.Consult
	})
}

// twoKnown tells whether a plural speaks of two who are known, and says no more of them: "the
// sides", "both foreign ministers".
func twoKnown(s *english.Sentence, noun int) bool { return knownNumber(s, noun) == 2 }

// knownNumber is how many are known of whom a noun speaks and says no more than that: two of "the sides" and
// "both foreign ministers", three of "the three ministers"; 0 where it says more.
func knownNumber(s *english.Sentence, noun int) int {
	known, count := false, 2
	for child := range s.Children(noun) {
		switch t := &s.Tokens[child]; {
		case t.Is("det") && (t.Lemma == "the" || t.Lemma == "both" || t.Lemma == "all"):
			known = true
		case t.Is("nummod"):
			n, ok := number(s, child)
			if !ok {
				return 0
			}
			count = int(n)
		case t.Is("nmod"), t.Is("acl"), t.Is("nmod:poss"), t.Is("conj"), t.Is("appos"):
			return 0
		case (t.Is("amod") || t.Is("compound")) && !tables().nouns["portfolio"][t.Lemma]:
			return 0
		}
	}
	if !known {
		return 0
	}
	return count
}

// bilateral are the two states before a noun in what an agreement told without its sides is about:
// "an agreement was reached to form a joint Norland-Sudmark council".
func (f *finder) bilateral(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type != parley.Agree || t.sense.Noun {
		return nil
	}
	for token := range s.Tokens {
		if s.Tokens[token].UPOS != "NOUN" && s.Tokens[token].UPOS != "PROPN" || !s.Dominates(t.token, token) {
			continue
		}
		if all := f.modifiers(t.sentence, token); len(all) == 2 && all[0].side != "" && all[1].side != "" && all[0].side != all[1].side {
			return all
		}
	}
	return nil
}
