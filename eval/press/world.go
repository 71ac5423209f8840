package press

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
)

// party is a state with those who speak for it.
type party struct {
	state  parley.Actor
	people []parley.Actor
}

// everybody is the state and its people.
func (p party) everybody() []parley.Actor { return append([]parley.Actor{p.state}, p.people...) }

// world holds the powers that take part in many negotiations.
type world struct {
	powers []party
	taken  map[string]bool
}

var (
	firstNames = strings.Fields("Anna Ivo Mirela Tomas Leila Oskar Nadia Pavel Irene Samir Greta Yusuf Clara Dmitri Ines Karim Vera Jonas Amal Viktor")
	landEnds   = strings.Fields("land mark stan nia varia doria thal burg")
	landBegins = strings.Fields("Nor Sud West Ost Kal Mar Tor Vel Ber Dra Fen Gar Hol Jor Lun Pel Ros Sil Tar Ul Zan Bru Cor")
	familyEnds = strings.Fields("ov ić mann sen ari ides ski well oglu ez")
	offices    = []string{"president", "foreign minister", "defence minister", "chief negotiator", "spokesman", "special envoy"}
	cities     = []string{"Geneva", "Vienna", "Oslo", "Doha", "Muscat", "Istanbul", "Rome", "Paris", "Cairo", "Riyadh"}
	outlets    = strings.Fields(`courier.example herald.example post.example tribune.example wire.example gazette.example monitor.example
		observer.example chronicle.example standard.example mercury.example dispatch.example`)
)

func newWorld(r *rand.Rand) *world {
	w := &world{taken: map[string]bool{}}
	for range 4 {
		w.powers = append(w.powers, w.newParty(r))
	}
	return w
}

func (w *world) newParty(r *rand.Rand) party {
	name, code := "", ""
	for name == "" || w.taken[code] {
		name = pick(r, landBegins...) + pick(r, landEnds...)
		code = strings.ToUpper(name[:2]) + string(rune('A'+r.IntN(26)))
	}
	w.taken[code] = true
	p := party{state: parley.Actor{ID: code, Name: name, Kind: parley.StateActor, Sector: "GOV", Known: true}}
	for _, office := range offices {
		family := pick(r, landBegins...) + strings.ToLower(pick(r, landBegins...)) + pick(r, familyEnds...)
		full := pick(r, firstNames...) + " " + family
		p.people = append(p.people, parley.Actor{
			ID: strings.ToLower(strings.ReplaceAll(full, " ", "-")), Name: full, Kind: parley.PersonActor, Affiliation: code, Sector: "GOV",
			Offices: []parley.Office{{Title: office, Of: code}}, Known: r.IntN(3) > 0,
		})
	}
	return p
}

// dossier is a negotiation: who takes part, about what, and what happens.
type dossier struct {
	id      string
	parties []party
	issues  []parley.Issue
	talks   []happening // by day
	deeds   []happening
	plans   []plan
	famous  []happening // talks that are told of for years
	lately  []Article   // to be reprinted and edited
	said    []remark    // to be repeated
}

// happening is something that takes place in the invented world.
type happening struct {
	kind    parley.EventType
	mode    parley.Mode
	day     time.Time
	first   party // who acts, or is party to talks
	second  party
	guests  []parley.Actor // who come on either side
	place   string
	round   int
	killed  int
	fate    parley.Status // how it ends
	doubted bool          // somebody denies it
}

func (h happening) at() time.Time { return h.day }

// plan is something on the table.
type plan struct {
	name string
	by   party
	from time.Time
	size int
}

func (p plan) at() time.Time { return p.from }

// remark is what somebody said.
type remark struct {
	speaker parley.Actor
	words   []string
	at      time.Time
}

func newDossier(r *rand.Rand, w *world, n int) *dossier {
	d := &dossier{issues: some(r, 8+r.IntN(6), parley.Issues)}
	d.parties = []party{w.newParty(r), w.newParty(r)}
	d.parties = append(d.parties, some(r, 2, w.powers)...)
	d.id = fmt.Sprintf("%s-%s-%d", strings.ToLower(d.parties[0].state.Name), strings.ToLower(d.parties[1].state.Name), n+1)
	d.holdTalks(r)
	d.doDeeds(r)
	for day := From; day.Before(Until); day = day.AddDate(0, 0, 40+r.IntN(80)) {
		by := pick(r, d.parties...)
		name := pick(r, landBegins...) + strings.ToLower(pick(r, landEnds...)) + " " + pick(r, "plan", "framework", "initiative", "proposal")
		d.plans = append(d.plans, plan{name: name, by: by, from: day, size: pick(r, 0, 0, 5, 9, 12, 20, 28)})
	}
	return d
}

func (d *dossier) holdTalks(r *rand.Rand) {
	round := 0
	for day := From; day.Before(Until); day = day.AddDate(0, 0, 2+r.IntN(12)) {
		sides := some(r, 2, d.parties)
		h := happening{kind: parley.Consult, mode: pick[parley.Mode](r, "negotiation", "negotiation", "meeting", "meeting", "call", "visit"), day: day,
			first: sides[0], second: sides[1], guests: slices.Concat(some(r, 2, sides[0].people), some(r, 2, sides[1].people)), place: pick(r, cities...),
			fate: pick(r, parley.Happened, parley.Happened, parley.Happened, parley.Happened, parley.Cancelled, parley.OnHold), doubted: r.IntN(12) == 0}
		if h.mode == "negotiation" {
			round++
			h.round = 1 + round%9
		}
		if h.mode == "call" {
			h.place = ""
		}
		d.talks = append(d.talks, h)
		if r.IntN(20) == 0 || len(d.famous) == 0 {
			d.famous = append(d.famous, h)
		}
	}
}

func (d *dossier) doDeeds(r *rand.Rand) {
	for day := From; day.Before(Until); day = day.AddDate(0, 0, r.IntN(4)) {
		sides := some(r, 2, d.parties)
		kind := pick(r, parley.Assault, parley.Assault, parley.Assault, parley.Sanction, parley.Agree)
		modes := append([]parley.Mode{""}, parley.ModesOf[kind]...)
		h := happening{kind: kind, mode: pick(r, modes...), day: day, first: sides[0], second: sides[1], fate: parley.Happened}
		if kind == parley.Assault {
			h.place, h.killed = pick(r, cities...), r.IntN(40)
		}
		d.deeds = append(d.deeds, h)
	}
}

// stance is where a party stands on an issue on a day: it changes every few
// months, each party's on each issue in its own time.
func stance(p party, issue parley.Issue, at time.Time) parley.Stance {
	h := uint64(len(issue))
	for _, b := range []byte(p.state.ID + string(issue)) {
		h = h*1099511628211 + uint64(b)
	}
	spell := (uint64(at.Unix()/86400) + h%97) / (60 + h%120)
	h = (h ^ spell) * 0xff51afd7ed558ccd
	return parley.Stances[(h>>33)%uint64(len(parley.Stances))]
}
