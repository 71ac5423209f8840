package dossier

import (
	"bufio"
	_ "embed"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// Set is a number of dossiers, ready to say which of them documents belong to.
// It is immutable and safe for use by many goroutines.
type Set struct {
	dossiers []Dossier
	words    *phrases         // watched words, words of context, exceptions
	names    *phrases         // names of the lexicon as they are spelled
	keys     *spellings       // those found in other spellings too
	parties  map[int32]string // by term
	terms    int32
}

// NewSet compiles dossiers, which it puts in the order of their ids. The
// lexicon says by which names texts speak of a party.
func NewSet(words *lexicon.Lexicon, dossiers ...Dossier) *Set {
	s := &Set{dossiers: slices.Clone(dossiers), words: newPhrases(), names: newPhrases(), parties: map[int32]string{}, keys: newSpellings()}
	slices.SortFunc(s.dossiers, func(a, b Dossier) int { return strings.Compare(a.ID, b.ID) })
	sides := map[string][]term{}
	for i, d := range s.dossiers {
		s.watch(int32(i), d)
		for _, p := range d.Parties {
			kind := party
			if len(d.Decisive) > 0 && !slices.Contains(d.Decisive, p) {
				kind = fellow
			}
			weight := int32(partyWeight)
			if a, ok := words.Actor(p); ok && a.Kind == parley.GroupActor {
				weight = groupWeight
			}
			sides[p] = append(sides[p], s.side(int32(i), p, kind, weight))
		}
		for _, o := range d.Others {
			sides[o] = append(sides[o], s.side(int32(i), o, other, otherWeight))
		}
	}
	for kind, phrases := range map[termKind][]string{context: contextWords(), work: listed(worksFile)} {
		for _, phrase := range phrases {
			for _, form := range forms(phrase) {
				s.words.add(form, term{dossier: nobody, kind: kind, caps: capsOf(phrase)})
			}
		}
	}
	s.name(words, sides)
	return s
}

func (s *Set) term() int32 {
	s.terms++
	return s.terms
}

func (s *Set) watch(dossier int32, d Dossier) {
	for _, w := range d.Watch {
		for _, phrase := range w.Phrases {
			t := term{dossier: dossier, id: s.term(), weight: int32(w.Weight), kind: watched, caps: capsOf(phrase), general: w.Weight < enough-1 && slices.Contains(contextWords(), phrase)}
			for _, form := range forms(phrase) {
				s.words.add(form, t)
			}
		}
	}
	for _, phrase := range d.Except {
		for _, form := range forms(phrase) {
			s.words.add(form, term{dossier: dossier, kind: excepted, caps: capsOf(phrase)})
		}
	}
}

func (s *Set) side(dossier int32, code string, kind termKind, weight int32) term {
	t := term{dossier: dossier, id: s.term(), weight: weight, kind: kind}
	s.parties[t.id] = code
	return t
}

// name enters the names of the lexicon: those of other parties too, so that a
// longer name hides a shorter one inside it.
func (s *Set) name(words *lexicon.Lexicon, sides map[string][]term) {
	for n := range words.PartyNames() {
		into := s.names
		if n.Key {
			into = s.keys.names
		}
		if n.Common {
			continue
		}
		want := capital
		if n.Capitals {
			want = acronym
		}
		terms := sides[n.Party]
		if n.Actor != n.Party {
			terms = slices.Concat(terms, sides[n.Actor])
		}
		for _, t := range terms {
			t.caps = want
			into.add(n.Words, t)
		}
		if len(terms) == 0 {
			into.add(n.Words, term{dossier: nobody, kind: party, caps: want})
		}
	}
}

// Dossiers are those of the set in the order of their ids.
func (s *Set) Dossiers() []Dossier { return slices.Clone(s.dossiers) }

// Find finds a dossier by id. The error is of kind NotFound and names the
// dossiers that there are.
func (s *Set) Find(id string) (Dossier, error) {
	ids := make([]string, len(s.dossiers))
	for i, d := range s.dossiers {
		if d.ID == id {
			return d, nil
		}
		ids[i] = d.ID
	}
	return Dossier{}, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "there is no such dossier", Mend: "choose " + strings.Join(ids, ", ")}
}

//go:embed context.txt
var contextFile string

//go:embed works.txt
var worksFile string

// contextWords are the words of talks and conflict in general.
func contextWords() []string { return listed(contextFile) }

// listed are the lines of a list, comments and empty ones apart.
func listed(file string) []string {
	var found []string
	for lines := bufio.NewScanner(strings.NewReader(file)); lines.Scan(); {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			found = append(found, line)
		}
	}
	return found
}
