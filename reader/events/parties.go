package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// usual are the sides between which the talks of this text mostly are: those of
// most of its mentions of talks, whether or not these say that any take place.
func (f *finder) usual() []filler {
	count := map[string]int{}
	first := map[string][]filler{}
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
	}
	slices.SortStableFunc(keys, func(a, b string) int { return count[b] - count[a] })
	if len(keys) == 0 || len(keys) > 1 && count[keys[0]] < 2*count[keys[1]] {
		return nil
	}
	return first[keys[0]]
}

// partiesOf are the sides of those who take part in a mention's event, each once,
// in the order of their codes.
func partiesOf(m *mention) []filler {
	var sides []filler
	for _, one := range slices.Concat(m.actors, m.recipients) {
		if one.side != "" && !named(sides, one.side) {
			sides = append(sides, filler{name: one.side, side: one.side, spans: one.spans})
		}
	}
	slices.SortFunc(sides, func(a, b filler) int { return strings.Compare(a.side, b.side) })
	return sides
}

// talkers are the two who held the talks told last, where a plural that names nobody goes back to
// them: "Kovar met Holm ... The ministers agreed to cooperate", "The sides agreed to cooperate".
func (f *finder) talkers(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	states := tables().nouns["side"][s.Tokens[noun].Lemma]
	if s.Tokens[noun].XPOS != "NNS" || !states && !tables().nouns["officer"][s.Tokens[noun].Lemma] || !twoKnown(s, noun) {
		return nil
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		m := &f.found[i]
		if m.sense.Type != parley.Consult || m.mode == "visit" && len(m.actors)+len(m.recipients) > 1 && !f.personal(m.recipients) {
			continue
		}
		if sentence-m.sentence > 5 || m.status.is == parley.Cancelled || m.status.is == parley.Denied {
			return nil
		}
		all, sides := slices.Concat(m.actors, m.recipients), partiesOf(m)
		switch {
		case len(all) != 2 || len(sides) != 2:
			return nil
		case states:
			return sides
		case f.personal(all[:1]) && f.personal(all[1:]):
			return all
		}
		return nil
	}
	return nil
}

// twoKnown tells whether a plural speaks of two who are known, and says no more of them: "the
// sides", "both foreign ministers".
func twoKnown(s *english.Sentence, noun int) bool {
	known := false
	for child := range s.Children(noun) {
		switch t := &s.Tokens[child]; {
		case t.Is("det") && (t.Lemma == "the" || t.Lemma == "both"):
			known = true
		case t.Is("nummod") && t.Lemma != "two", t.Is("nmod"), t.Is("acl"), t.Is("nmod:poss"), t.Is("conj"), t.Is("appos"):
			return false
		case (t.Is("amod") || t.Is("compound")) && t.Lemma != "foreign" && t.Lemma != "defense" && t.Lemma != "defence" && t.Lemma != "prime" && t.Lemma != "top":
			return false
		}
	}
	return known
}
