package lexicon

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// BodyNoun is a noun for a body that every state may have. The body of one
// state is called by adjective and noun: "Russian" + "Defense Ministry".
type BodyNoun struct {
	Name   string // "Defense Ministry"
	Sector string
}

func (l *Lexicon) compileBodies(t *tables) error {
	for _, r := range t.rows["bodynouns"] {
		noun := BodyNoun{Name: r.get("noun"), Sector: r.get("sector")}
		for _, words := range append([]string{noun.Name}, r.list("variants")...) {
			l.nouns[plainPhrase(words)] = noun
			l.addTerm(words, sense{kind: BodyNounMatch})
		}
	}
	for _, r := range t.rows["bodies"] {
		if r.get("id") == r.get("affiliation") {
			l.owners[r.get("id")] = slices.DeleteFunc(append([]string{r.get("name")}, r.list("aliases")...), isCommonPhrase)
		}
	}
	for _, r := range t.rows["bodies"] {
		if err := l.compileBody(r, parley.BodyActor, BodyMatch); err != nil {
			return err
		}
		if err := l.compileSeatAndService(r); err != nil {
			return err
		}
		if members := r.list("members"); len(members) > 0 {
			l.members[r.get("id")] = members
		}
	}
	for _, r := range t.rows["groups"] {
		if err := l.compileBody(r, parley.GroupActor, GroupMatch); err != nil {
			return err
		}
		l.homes[r.get("id")] = r.get("country")
		for _, place := range r.list("holds") {
			l.held[place] = r.get("id")
		}
	}
	return nil
}

func (l *Lexicon) compileBody(r row, kind parley.ActorKind, match MatchKind) error {
	id := r.get("id")
	if _, taken := l.actorByID[id]; taken {
		return r.fault("id", id+" names another actor already", "choose another id")
	}
	if err := r.checkSector(); err != nil {
		return err
	}
	actor := l.addActor(parley.Actor{
		ID: id, Name: r.get("name"), Kind: kind, Affiliation: r.get("affiliation"),
		Sector: r.get("sector"), Wikidata: r.get("wikidata"), Known: true,
	})
	for _, name := range append([]string{r.get("name")}, r.list("aliases")...) {
		l.nameActor(name, actor, match)
		for _, other := range l.ownersSpelled(name, r.get("affiliation")) {
			l.nameActor(other, actor, match)
		}
	}
	return nil
}

// ownersSpelled are the forms of a body's name that begins with a name of the body
// that it belongs to, with that one's other names: "United Nations Population Fund"
// for "UN Population Fund".
func (l *Lexicon) ownersSpelled(name, owner string) []string {
	of, ok := l.owners[owner]
	if !ok {
		return nil
	}
	var others []string
	for _, begins := range of {
		rest, ok := strings.CutPrefix(name, begins+" ")
		if !ok || rest == "" {
			continue
		}
		for _, other := range of {
			if other != begins {
				others = append(others, other+" "+rest)
			}
		}
	}
	return others
}

func (l *Lexicon) compileSeatAndService(r row) error {
	actor := l.actorByID[r.get("id")]
	for _, seat := range r.list("seat") {
		l.addName(seat, sense{kind: MetonymMatch, index: int32(actor)})
	}
	words := r.get("serves")
	if words == "" {
		return nil
	}
	noun, ok := l.nouns[plainPhrase(words)]
	if !ok {
		return r.fault("serves", words+" is no body noun", "use a noun of bodynouns.tsv, or add it there")
	}
	l.served[post{noun.Name, r.get("affiliation")}] = actor
	return nil
}

// Home is the code of the country where a group is at home, "" where it has none
// or is not known.
func (l *Lexicon) Home(group string) string { return l.homes[group] }

// Ruler is the armed group that holds a place, or the region in which it lies; "" where a
// state does.
func (l *Lexicon) Ruler(p Place) string {
	if group := l.held[p.Name]; group != "" {
		return group
	}
	return l.held[p.Region]
}

// Members are the codes of the states and bodies that sit in a small group, none
// where the group is large or not known.
func (l *Lexicon) Members(group string) []string { return l.members[group] }

// StateBody is the body of a state that a noun names ("defense ministry" of
// "RUS"): the named body that serves as it where there is one (the State
// Department for the "foreign ministry" of "USA"), else one composed of
// adjective and noun. It is false where country or noun is unknown.
func (l *Lexicon) StateBody(noun, of string) (parley.Actor, bool) {
	body, ok := l.nouns[plainPhrase(noun)]
	if !ok {
		return parley.Actor{}, false
	}
	if i, ok := l.served[post{body.Name, of}]; ok {
		return l.actors[i].actor, true
	}
	adjective := l.Demonym(of)
	if adjective == "" {
		return parley.Actor{}, false
	}
	slug := strings.ToLower(of) + "-" + strings.ReplaceAll(plainPhrase(body.Name), " ", "-")
	return parley.Actor{
		ID: slug, Name: adjective + " " + body.Name, Kind: parley.BodyActor,
		Affiliation: of, Sector: body.Sector, Known: true,
	}, true
}
