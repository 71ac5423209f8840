package eventdata

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// Actor is somebody who takes part in an event, with the codes of the standards.
type Actor struct {
	Name     string // canonical; the name of the state for a party that is one
	Raw      string // the text's own words, "" where none name the actor
	Party    string // whose side: ISO 3166 alpha-3 or one of Parley's codes; "" where not known
	Country  string // ISO 3166 alpha-3, or PLOVER's code of an international body; "" where not known
	Sector   string // PLOVER's code; "" where not known
	Title    string // office held on the day of the article
	Wikidata string
	Spans    []parley.Span
	known    parley.Actor
}

// people looks up the actors that a reading names.
type people struct {
	lexicon *lexicon.Lexicon
	byName  map[string]parley.Actor
	voices  map[string]string // side of each speaker
	day     parley.Date
	body    string
}

func (c *Coder) people(d parley.Document, r parley.Reading) *people {
	p := &people{lexicon: c.Lexicon, byName: map[string]parley.Actor{}, voices: map[string]string{}, day: parley.DayOf(d.Published), body: d.Body()}
	for _, a := range r.Actors {
		for _, name := range []string{a.Name, a.ID} {
			if _, taken := p.byName[name]; !taken {
				p.byName[name] = a
			}
		}
	}
	for _, s := range r.Statements {
		if s.Affiliation != "" {
			p.voices[s.Speaker] = s.Affiliation
		}
	}
	return p
}

// all codes the actors that a field of an event names.
func (p *people) all(names []string, field string, spans []parley.Evidence) []Actor {
	actors := make([]Actor, 0, len(names))
	for _, name := range names {
		one := p.one(name)
		for _, s := range spans {
			if s.Field == field && s.Value == name {
				one.Spans = append(one.Spans, s.Span)
			}
		}
		if len(one.Spans) > 0 {
			one.Raw = p.body[one.Spans[0].Start:one.Spans[0].End]
		}
		actors = append(actors, one)
	}
	return actors
}

func (p *people) one(name string) Actor {
	known, ok := p.byName[name]
	if !ok {
		known, ok = p.lexicon.Actor(name)
	}
	if !ok { // "the Norlandic government", who only speaks
		side := p.voices[name]
		if side == "" {
			return p.described(name)
		}
		return Actor{Name: name, Party: side, Country: p.country(parley.Actor{Affiliation: side})}
	}
	one := Actor{Name: known.Name, Party: known.Affiliation, Sector: known.Sector, Wikidata: known.Wikidata, known: known}
	one.Country = p.country(known)
	if i := slices.IndexFunc(known.Offices, func(o parley.Office) bool { return p.day != "" && o.HeldOn(p.day) }); i >= 0 {
		one.Title = known.Offices[i].Title
		if title, ok := p.lexicon.Title(one.Title); ok && title.Sector != "" {
			one.Sector = title.Sector
		}
	}
	return one
}

// described is somebody whom a text names by its own words only: "Norlandic rebels" are of
// the state and the sector that these tell.
func (p *people) described(name string) Actor {
	one := Actor{Name: name}
	for _, m := range p.lexicon.Find(strings.Fields(name)) {
		switch m.Kind {
		case lexicon.StateMatch, lexicon.DemonymMatch:
			one.Country = p.country(m.Actor)
		case lexicon.RoleMatch:
			one.Sector = m.Title.Sector
		}
	}
	return one
}

// country is where an actor belongs: its state, the state that a group is at home
// in, or the code of an international body.
func (p *people) country(a parley.Actor) string {
	if home := p.lexicon.Home(a.ID); home != "" {
		return home
	}
	if a.Affiliation == "" {
		return international(a)
	}
	if state, ok := p.lexicon.OfCode(a.Affiliation); ok {
		return state.Code
	}
	if o, ok := tables().organisations[a.Affiliation]; ok {
		return o.plover
	}
	side, ok := p.lexicon.Actor(a.Affiliation)
	if !ok {
		return international(a)
	}
	if home := p.lexicon.Home(side.ID); home != "" {
		return home
	}
	return international(side)
}

// international is PLOVER's code for somebody of no one country.
func international(a parley.Actor) string {
	switch {
	case a.Sector == "IGO" || a.Sector == "NGO":
		return a.Sector
	case a.Kind == parley.GroupActor && a.Sector == "REB":
		return "IMG"
	}
	return ""
}

// CAMEO is the actor's code: of its country, else of its organisation, with the
// sector where that is more than being the state itself. It is empty where
// neither is known.
func (a Actor) CAMEO() string {
	if o, ok := tables().organisations[a.Party]; ok {
		return o.cameo
	}
	sector := a.Sector
	if a.known.Kind == parley.StateActor || strings.HasSuffix(a.Country, sector) {
		sector = ""
	}
	return a.Country + sector
}
