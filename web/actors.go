package web

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// actorsPage lists who takes part, and draws who met whom.
type actorsPage struct {
	Actors  []actorShown
	Left    int
	Network template.HTML
	Ties    []tieShown
	Asked   string
	All     template.URL
	From    string // from when on
}

type actorShown struct {
	view.Actor
	Shown string // its name
	Sides string
	Post  string // the office that the lexicon gives it on the day
	Href  template.URL
}

type tieShown struct {
	A, B     actorShown
	Meetings int
}

const (
	actorsShown = 120
	tiesShown   = 40
)

// actorDays is how far the pages of actors look back where the reader does not
// say.
const actorDays = 120

// actorLook is the time that the reader asks for, or the last months.
func (v *visit) actorLook() view.Look {
	if v.look.Since != "" || v.look.Until != "" {
		return v.look
	}
	look := v.look
	look.Since = v.window(actorDays).Since
	return look
}

func actors(v *visit) (leaf, error) {
	look := v.actorLook()
	n, err := view.NetworkOf(v.ctx, v.record, look)
	if err != nil {
		return leaf{}, err
	}
	p := actorsPage{Asked: v.params.Get("q"), All: v.here("q", "", "all", "yes"), From: export.Interval(look.Since, "")}
	for _, a := range n.Actors {
		shown := v.actorShown(a)
		if p.Asked != "" && !strings.Contains(strings.ToLower(shown.Shown+" "+shown.Sides), strings.ToLower(p.Asked)) {
			continue
		}
		if len(p.Actors) == actorsShown && v.params.Get("all") == "" {
			p.Left++
			continue
		}
		p.Actors = append(p.Actors, shown)
	}
	people := v.named(n.Ties)
	p.Network = v.drawNetwork(people)
	for _, t := range people[:min(len(people), tiesShown)] {
		p.Ties = append(p.Ties, tieShown{v.actorShown(view.Actor{Name: t.A}), v.actorShown(view.Actor{Name: t.B}), t.Meetings})
	}
	return leaf{Title: "Actors", Data: p}, nil
}

func actorList(v *visit) ([]view.Actor, error) {
	n, err := view.NetworkOf(v.ctx, v.record, v.look)
	return n.Actors, err
}

// named are the ties of people and bodies: those of states say less, since a
// state takes part wherever one of its people does.
func (v *visit) named(ties []view.Tie) []view.Tie {
	return slices.DeleteFunc(slices.Clone(ties), func(t view.Tie) bool { return v.name(t.A) != t.A || v.name(t.B) != t.B })
}

func (v *visit) actorShown(a view.Actor) actorShown {
	shown := actorShown{Actor: a, Shown: v.name(a.Name), Sides: listed(a.Parties, v.name), Href: v.actorLink(a.Name)}
	if known := v.Lexicon.Named(a.Name); len(known) > 0 && known[0].Kind == parley.PersonActor {
		shown.Post = v.postOn(known[0], v.look.Today)
		if shown.Sides == "" {
			shown.Sides = v.name(known[0].Affiliation)
		}
	}
	return shown
}

// actorLink leads to somebody in the time that the page is of: in another nothing may
// be told of them.
func (v *visit) actorLink(name string) template.URL {
	return v.link("/actors/"+url.PathEscape(name), "since", v.params.Get("since"), "until", v.params.Get("until"))
}

// postOn is the office that somebody held on a day, the latest of several.
func (v *visit) postOn(a parley.Actor, day parley.Date) string {
	var best parley.Office
	for _, o := range a.Offices {
		if o.HeldOn(day) && (best.Title == "" || o.From > best.From) {
			best = o
		}
	}
	return v.post(best)
}

func (v *visit) post(o parley.Office) string {
	if o.Of == "" || o.Title == "" {
		return o.Title
	}
	return o.Title + ", " + v.name(o.Of)
}

// actorPage is all that the record knows of one actor.
type actorPage struct {
	actorShown
	Offices    []officeShown
	Told       []officeShown // posts that texts give
	Positions  []row
	Meetings   []row
	Events     []row
	Statements []row
	More       template.URL // all statements
	From       string       // from when on
	Network    template.HTML
	With       []actorShown // who met it, and how often
}

type officeShown struct {
	Post, From, To string
	Documents      int
}

// actorStatements is how many statements an actor's page holds.
const actorStatements = 12

func actor(v *visit) (leaf, error) {
	look := v.actorLook()
	part, err := view.PartOf(v.ctx, v.record, look, v.request.PathValue("name"))
	if err != nil {
		return leaf{}, err
	}
	p := actorPage{actorShown: v.actorShown(part.Actor), From: export.Interval(look.Since, ""), More: v.link("/statements", "speaker", part.Name)}
	v.offices(&p, part)
	rows, err := v.rows(part.Lines)
	if err != nil {
		return leaf{}, err
	}
	for _, r := range rows {
		switch {
		case r.Meeting != nil:
			p.Meetings = append(p.Meetings, r)
		case r.Position != nil:
			p.Positions = append(p.Positions, r)
		default:
			p.Events = append(p.Events, r)
		}
	}
	said, _, err := view.Search(v.ctx, v.record, v.look, store.StatementFilter{Speaker: part.Name}, 0, actorStatements)
	if err != nil {
		return leaf{}, err
	}
	if p.Statements, err = v.rows(said); err != nil {
		return leaf{}, err
	}
	p.Network = v.drawNetwork(part.With)
	for _, t := range part.With {
		p.With = append(p.With, v.actorShown(view.Actor{Name: t.B, Meetings: t.Meetings}))
	}
	return leaf{Title: p.Shown, Data: p}, nil
}

func (v *visit) offices(p *actorPage, part view.Part) {
	if known := v.Lexicon.Named(part.Name); len(known) > 0 && known[0].Kind == parley.PersonActor {
		offices := slices.Clone(known[0].Offices)
		slices.SortStableFunc(offices, func(a, b parley.Office) int { return cmp.Compare(b.From, a.From) })
		for _, o := range offices {
			p.Offices = append(p.Offices, officeShown{Post: v.post(o), From: export.Interval(o.From, ""), To: export.Interval(o.To, "")})
		}
	}
	for _, o := range part.Posts {
		p.Told = append(p.Told, officeShown{Post: v.post(o.Office), From: export.Interval(o.From, ""), To: export.Interval(o.To, ""), Documents: o.Documents})
	}
}
