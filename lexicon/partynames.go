package lexicon

import (
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// PartyName is a name by which texts speak of a party: that of a state, body,
// group or person of its side, an adjective of its country, or a seat that
// speaks for its government.
type PartyName struct {
	// Words are those of the name in small letters, without marks; where Key is
	// set, the NameKey of each, under which other spellings are found too.
	Words []string
	Key   bool
	Party string // whose side: "RUS", "HAMAS", "EU"
	Actor string // id of the actor that is named
	// Capitals tells that the name is one only where the text writes it in
	// capitals ("US").
	Capitals bool
	// Common tells that the name is a common word as well ("Price").
	Common bool
}

// PartyNames yields, in no order, every name that means a party before
// anything else, for looking up many names at once: each as it is spelled and,
// where it is found in other spellings, by its key. A surname that people of
// several sides bear is none.
func (l *Lexicon) PartyNames() iter.Seq[PartyName] {
	return func(yield func(PartyName) bool) {
		for node, words := range l.names.paths() {
			for _, name := range l.partyNames(words, l.names.values[node]) {
				if !yield(name) {
					return
				}
			}
		}
	}
}

func (l *Lexicon) partyNames(words []string, senses []sense) []PartyName {
	first := senses[0]
	if !first.namesParty() || l.severalSides(senses) {
		return nil
	}
	var names []PartyName
	if first.looseSpelling() && len(first.exact) >= leastLoose {
		name := l.partyName(words, first)
		name.Key = true
		names = append(names, name)
	}
	seen := map[string]bool{}
	for _, s := range senses {
		if s.namesParty() && !seen[s.exact] {
			names = append(names, l.partyName(strings.Fields(s.exact), s))
		}
		seen[s.exact] = true
	}
	return names
}

func (s sense) namesParty() bool {
	return s.index != noActor && s.kind != PlaceMatch && s.kind != MediaMatch
}

// severalSides tells whether a surname is that of people of several sides.
func (l *Lexicon) severalSides(senses []sense) bool {
	first := sideOf(l.actors[senses[0].index].actor)
	return slices.ContainsFunc(senses, func(s sense) bool { return s.short && sideOf(l.actors[s.index].actor) != first })
}

func (l *Lexicon) partyName(words []string, s sense) PartyName {
	actor := l.actors[s.index].actor
	return PartyName{Words: words, Party: sideOf(actor), Actor: actor.ID, Capitals: s.caps, Common: len(words) == 1 && l.common[s.exact]}
}

func sideOf(a parley.Actor) string {
	if a.Affiliation != "" {
		return a.Affiliation
	}
	return a.ID
}

// paths yields the nodes that hold a phrase, each with the words that lead
// there.
func (t *trie) paths() iter.Seq2[int32, []string] {
	words := make([]string, len(t.words))
	for w, id := range t.words {
		words[id] = w
	}
	before := make([]uint64, len(t.values)) // the edge by which each node is reached
	for edge, node := range t.edges {
		before[node] = edge
	}
	return func(yield func(int32, []string) bool) {
		for node := int32(1); int(node) < len(t.values); node++ {
			if len(t.values[node]) == 0 {
				continue
			}
			var path []string
			for at := node; at != 0; at = int32(before[at] >> 32) {
				path = append(path, words[uint32(before[at])])
			}
			slices.Reverse(path)
			if !yield(node, path) {
				return
			}
		}
	}
}
