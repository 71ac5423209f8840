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

// ownedName is the name of a committee or the like with that of the body whose it is and what it is
// on: "African Union special committee on Norland". Any other name stays.
func (c *clauses) ownedName(head int, name string) string {
	switch c.Tokens[head].Lemma {
	case "committee", "commission", "panel", "subcommittee", "council", "board", "delegation", "mission":
	default:
		return name
	}
	if owner := c.Child(head, "nmod:poss"); owner >= 0 {
		m, ok := c.cast.At(c.index, owner)
		if !ok || len(m.Who) != 1 || c.cast.Actors[m.Who[0]].Kind != parley.BodyActor {
			return name
		}
		name = c.cast.Actors[m.Who[0]].Name + " " + name
	}
	if on := head + 2; on < len(c.Tokens) && c.lower(head+1) == "on" && c.Tokens[on].UPOS == "PROPN" && c.Tokens[on].Head == head {
		name += " " + c.Text(head+1, c.nameEnd(on))
	}
	return name
}
