package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// nameOf is how a statement names an actor: a state by its government.
func (c *clauses) nameOf(a parley.Actor) (string, parley.SourceKind) {
	switch a.Kind {
	case parley.PersonActor:
		if !a.Known && compounded(a.Name) {
			return a.Name, parley.BodySource // "ProNorland"
		}
		return a.Name, parley.PersonSource
	case parley.MediaActor:
		return a.Name, parley.MediaSource
	case parley.StateActor:
		return c.governmentName(a), parley.BodySource
	}
	if !a.Known && namesMedium(a.Name) {
		return a.Name, parley.MediaSource
	}
	if state, ok := strings.CutSuffix(a.Name, " Government"); ok {
		return state + " government", parley.BodySource
	}
	return a.Name, parley.BodySource
}

// compounded tells whether a name is one word with a capital inside, and no family name
// that is written so.
func compounded(name string) bool {
	if strings.ContainsAny(name, " -'’.") || len(name) < 5 || strings.ToUpper(name) == name || strings.ToLower(name[1:]) == name[1:] {
		return false
	}
	return !slices.ContainsFunc([]string{"Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O"}, func(start string) bool { return strings.HasPrefix(name, start) })
}

// governmentName is how a state's government is called.
func (f *finder) governmentName(state parley.Actor) string {
	if name, ok := knowledge().states[state.ID]; ok {
		return name
	}
	if adjective := f.lex.Demonym(state.ID); adjective != "" {
		return adjective + " government"
	}
	return state.Name
}

// stateName is an actor's name as it stands in a row of several.
func (f *finder) stateName(a parley.Actor) string {
	if country, ok := f.lex.Country(a.ID); ok && (country.Code == "USA" || country.Code == "GBR" || country.Code == "ARE") {
		return "the " + a.Name
	}
	return a.Name
}

// rowOf joins names: "Norland, Sudmark and Ostland".
func rowOf(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// namesMedium tells whether a name ends as those of media do: "Olvik News".
func namesMedium(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) > 1 && knowledge().mediaNames[words[len(words)-1]]
}
