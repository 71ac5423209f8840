package lexicon

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// entry is an actor with what ranks it among others of one name.
type entry struct {
	actor  parley.Actor
	weight int
}

// Actor finds an actor by id.
func (l *Lexicon) Actor(id string) (parley.Actor, bool) {
	if i, ok := l.actorByID[id]; ok {
		return l.actors[i].actor, true
	}
	return parley.Actor{}, false
}

// Named finds all actors that bear a full name or alias, in any spelling
// ("Sergei Lavrov", "Volodymyr Zelensky", "Hamas", "the Kremlin", "E3"), the
// most prominent first.
func (l *Lexicon) Named(name string) []parley.Actor {
	return l.gather(l.byName[NameKey(trimThe(name))])
}

// Surnamed finds the people of a surname or other short name, the most
// prominent first.
func (l *Lexicon) Surnamed(surname string) []parley.Actor {
	return l.gather(l.bySurname[NameKey(surname)])
}

// SurnamedOn is Surnamed in the order of the highest office held that day;
// those who held none come last.
func (l *Lexicon) SurnamedOn(surname string, on parley.Date) []parley.Actor {
	people := l.Surnamed(surname)
	slices.SortStableFunc(people, func(a, b parley.Actor) int { return l.rankOn(b, on) - l.rankOn(a, on) })
	return people
}

// remembered is how many years before and after their offices those of weight 1 are meant by a
// surname alone.
const remembered = 3

// BySurname tells whether a surname alone may mean an actor on a day: those of weight 1 are
// meant so only in and near their time in office.
func (l *Lexicon) BySurname(a parley.Actor, on parley.Date) bool {
	i, ok := l.actorByID[a.ID]
	if !ok || on == "" || len(a.Offices) == 0 || l.actors[i].weight > 1 {
		return true
	}
	at := on.First()
	return slices.ContainsFunc(a.Offices, func(o parley.Office) bool {
		return (o.From == "" || !o.From.First().After(at.AddDate(remembered, 0, 0))) && (o.To == "" || !o.To.Last().Before(at.AddDate(-remembered, 0, 0)))
	})
}

// rankOn is the weight of the highest office that an actor held on a day, one
// more than it so that no office ranks lowest.
func (l *Lexicon) rankOn(a parley.Actor, on parley.Date) int {
	rank := 0
	for _, o := range a.Offices {
		if o.HeldOn(on) {
			title, _ := l.Title(o.Title)
			rank = max(rank, title.Weight+1)
		}
	}
	return rank
}

// InOffice tells whether an actor held any of its offices on a day.
func InOffice(a parley.Actor, on parley.Date) bool {
	return slices.ContainsFunc(a.Offices, func(o parley.Office) bool { return o.HeldOn(on) })
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (l *Lexicon) gather(indexes []int) []parley.Actor {
	if len(indexes) == 0 {
		return nil
	}
	actors := make([]parley.Actor, len(indexes))
	for i, at := range indexes {
		actors[i] = l.actors[at].actor
	}
	return actors
}

func trimThe(name string) string {
	for _, the := range []string{"the ", "The "} {
		if rest, ok := strings.CutPrefix(name, the); ok {
			return rest
		}
	}
	return name
}

func (l *Lexicon) addActor(a parley.Actor) int {
	i := len(l.actors)
	l.actors = append(l.actors, entry{actor: a})
	l.actorByID[a.ID] = i
	return i
}

// nameActor makes an actor found by a name.
func (l *Lexicon) nameActor(name string, actor int, kind MatchKind) {
	n := readName(name)
	if !slices.Contains(l.byName[n.key], actor) {
		l.byName[n.key] = append(l.byName[n.key], actor)
	}
	if isCommonPhrase(name) {
		l.addTerm(name, sense{kind: kind, index: int32(actor)})
		return
	}
	l.addSpelled(n, sense{kind: kind, index: int32(actor)})
}

// isCommonPhrase tells whether a name is written without a capital ("the world
// body"), other than one that begins with the Arabic article.
func isCommonPhrase(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	head, _, _ := strings.Cut(name, "-")
	return unicode.IsLower(first) && !isAssimilatedArticle(head)
}

// addName enters a name into the trie of names.
func (l *Lexicon) addName(name string, s sense) {
	if name != "" {
		l.addSpelled(readName(name), s)
	}
}

func (l *Lexicon) addSpelled(n spelledName, s sense) {
	s.caps, s.exact = n.acronym, n.plain
	if s.short {
		s.exact = strings.TrimPrefix(n.plain, "al ")
	}
	l.names.add(n.words, s)
}

// isAcronym tells whether a name is one word of two or three capitals, which
// could be a common word when written otherwise (US, WHO).
func isAcronym(name string) bool {
	letters := strings.ReplaceAll(name, ".", "")
	if len(letters) > 3 {
		return false
	}
	for _, r := range letters {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return false
		}
	}
	return true
}

// plainPhrase is a phrase in plain words parted by one space.
func plainPhrase(phrase string) string { return joinPieces(splitName(phrase)) }

func joinPieces(pieces []piece) string {
	words := make([]string, len(pieces))
	for i, p := range pieces {
		words[i] = p.plain
	}
	return strings.Join(words, " ")
}
