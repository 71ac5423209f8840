package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// mention is an item of a reading, taken out of its store.
type mention struct {
	store.Mention
	item
	scene  *scene            // of an event; nil for other kinds
	offer  *offer            // of a proposal; nil for other kinds
	digest [sha256.Size]byte // of what is kept of the item
}

// item is what a mention's Item holds: one of a reading's items, with those of
// its actors that it names.
type item struct {
	Event     *parley.Event     `json:"event,omitempty"`
	Statement *parley.Statement `json:"statement,omitempty"`
	Position  *parley.Position  `json:"position,omitempty"`
	Proposal  *parley.Proposal  `json:"proposal,omitempty"`
	Evidence  evidence          `json:"evidence,omitempty"` // as it is kept: the one of these has it in its spans
	Actors    []actor           `json:"actors,omitempty"`
	Voices    []actor           `json:"voices,omitempty"` // who tells of an event, or has not decided about it
	Place     *place            `json:"place,omitempty"`  // of an event
	Words     []string          `json:"words,omitempty"`  // that tell a proposal from others
	Origin    string            `json:"origin,omitempty"` // the outlet that a statement was told to or first had by
	Around    []string          `json:"around,omitempty"` // the parties of the text that tells of a proposal
	// Headline tells that a statement stands in its document's title.
	Headline bool `json:"headline,omitempty"`
	// Claimed tells whose claim a denial is set against.
	Claimed claimed `json:"claimed,omitempty"`
	// Ascribed tells that somebody of another side tells what stance a party takes.
	Ascribed bool `json:"ascribed,omitempty"`
	// Undecided are who has not made up his mind about a meeting.
	Undecided []string `json:"undecided,omitempty"`
	// Aside marks one of several rounds that a text only sums up, talk of a
	// meeting on no day that the reader is unsure of, a journey by nobody of a
	// party, and what is history. It follows the core of its round, or one that
	// it fits, where there is one, and is nothing by itself.
	Aside bool `json:"aside,omitempty"`
	// Calendar tells that the text gives the day of an event as one of the
	// calendar, "May 3", and not by the day of its telling.
	Calendar bool `json:"calendar,omitempty"`
	// Flanked tells that its text has a meeting of the same parties on the day before
	// or after too.
	Flanked bool `json:"flanked,omitempty"`
	// Hands are the corrections in force on it, in the order in which they were
	// made.
	Hands []hand `json:"hands,omitempty"`
}

// actor is how a name in an item is told apart from others.
type actor struct {
	Name   string `json:"name"`
	Key    string `json:"key"`             // one for all spellings
	Party  string `json:"party,omitempty"` // on whose side; "" where not known
	Person bool   `json:"person,omitempty"`
}

// Mentions are the items of a document's reading as a store keeps them, under
// the corrections in force that name places in the document.
func Mentions(l *lexicon.Lexicon, doc store.Document, reading parley.Reading, inForce []parley.Correction) ([]store.Mention, error) {
	d := drawer{lexicon: l, doc: doc, actors: map[string]parley.Actor{}, seen: map[string]int{}}
	for _, a := range reading.Actors {
		d.actors[a.Name] = a
	}
	for _, a := range reading.Actors {
		d.know(a)
	}
	d.read(l, reading)
	d.correct(l, inForce)
	return d.finished()
}

// read draws the items of a reading.
func (d *drawer) read(l *lexicon.Lexicon, reading parley.Reading) {
	wavers := wavering(d, reading)
	for i, e := range reading.Events {
		d.drawEvent(l, e, wavers[i])
		if talks, ok := haltedTalks(e); ok {
			d.drawEvent(l, talks, nil)
		}
		for _, meeting := range d.summons(e) {
			d.drawEvent(l, meeting, nil)
		}
	}
	for _, s := range reading.Statements {
		claimed, at := d.claimed(&s, &reading), spanOf(s.Spans, "content")
		d.draw(parley.StatementEntry, at, item{Statement: &s, Origin: d.origin(&s), Headline: at.End <= len(d.doc.Title), Claimed: claimed, Actors: d.named([]string{s.Speaker})})
	}
	for _, p := range reading.Positions {
		d.draw(parley.PositionEntry, spanOf(p.Spans, "quotes"), item{Position: &p, Actors: d.named([]string{p.Party, p.Holder}), Ascribed: ascribed(&p, reading.Statements)})
	}
	for _, p := range reading.Proposals {
		by := d.named(p.By)
		d.draw(parley.ProposalEntry, spanOf(p.Spans, "quotes"), item{Proposal: &p, Words: nameWords(l, &p, by), Around: partiesIn(reading), Actors: by})
	}
}

// drawEvent draws an event, and each round that it sums up.
func (d *drawer) drawEvent(l *lexicon.Lexicon, e parley.Event, wavers []parley.Position) {
	kind := parley.EventEntry
	if e.Type == parley.Consult {
		kind = parley.MeetingEntry
	}
	it := item{Event: &e, Place: placeOf(l, e.Place), Actors: d.seated(l, slices.Concat(e.Actors, e.Recipients, e.Mediators))}
	d.waver(&it, wavers)
	it.Voices = d.named(append([]string{e.By}, it.Undecided...))
	it.Calendar = byCalendar(d.doc.Body(), e.Spans)
	it.Aside = e.Type == parley.Consult && (d.unsure(&e) || d.private(it) || d.history(&e))
	at := spanOf(e.Spans, "quotes")
	d.draw(kind, at, it)
	for n := range e.Rounds {
		d.draw(kind, at, it.round(n+1))
	}
}

// haltNegotiations is CAMEO's code of breaking off talks.
const haltNegotiations = "164"

// haltedTalks are the talks that a party has broken off, which are on hold from
// then on. Of their own time and place the event says nothing.
func haltedTalks(e parley.Event) (talks parley.Event, ok bool) {
	if e.Code != haltNegotiations || e.Status != parley.Happened && e.Status != parley.Ongoing || len(e.Actors) == 0 || len(e.Recipients) == 0 {
		return talks, false
	}
	talks = e
	talks.Type, talks.Mode, talks.Status, talks.Code = parley.Consult, "negotiation", parley.OnHold, ""
	talks.Start, talks.End, talks.Place, talks.Figures = "", "", "", nil
	talks.Spans = slices.DeleteFunc(slices.Clone(e.Spans), func(s parley.Evidence) bool {
		return s.Field == "start" || s.Field == "end" || s.Field == "place" || s.Field == "figures"
	})
	return talks, true
}

// origin is the outlet whose report of a statement the document hands on ("told the
// agency"), by the host or name that its own documents have; "" where there is
// none. Who hands a report on is no source of its own.
func (d *drawer) origin(s *parley.Statement) string {
	if len(s.Via) == 0 {
		return ""
	}
	first := s.Via[len(s.Via)-1]
	outlet, known := d.lexicon.Outlet(first)
	if own, ok := d.lexicon.Outlet(d.doc.Outlet); known && ok && own.Name == outlet.Name {
		return "" // it quotes itself
	}
	if known {
		return cmp.Or(outlet.Host(), first)
	}
	return first
}

// partiesIn are the parties that a reading names.
func partiesIn(reading parley.Reading) (parties []string) {
	for _, a := range reading.Actors {
		if p := partyOf(a); p != "" {
			parties = insert(parties, p)
		}
	}
	return parties
}

// unsure tells whether talk of a meeting on no day is too uncertain to stand by
// itself.
func (d *drawer) unsure(e *parley.Event) bool {
	return e.Start == "" && e.End == "" && e.Certainty < leastCertain
}

// private tells whether a journey is made by nobody who belongs to a party.
func (d *drawer) private(it item) bool {
	return it.Event.Mode == "visit" && !slices.ContainsFunc(it.Actors, func(a actor) bool {
		return a.Party != "" && slices.Contains(it.Event.Actors, a.Name)
	})
}

// history tells whether a meeting was so long before its telling that it is
// background to all else.
func (d *drawer) history(e *parley.Event) bool {
	first := e.Start.First()
	return !first.IsZero() && !d.doc.Published.IsZero() && first.Before(d.doc.Published.AddDate(-yearsTold, 0, 0))
}

// yearsTold is how many years back a meeting still belongs to today's talks.
const yearsTold = 10

// leastCertain is how certain a meeting on no day must be to stand by itself.
const leastCertain = 0.5

// byCalendar tells whether the words for a first day give its number.
func byCalendar(body string, spans []parley.Evidence) bool {
	return slices.ContainsFunc(spans, func(s parley.Evidence) bool {
		words, err := s.Of(body)
		return s.Field == "start" && err == nil && strings.ContainsAny(words, "0123456789")
	})
}

// round is one of the rounds that an event sums up: of its time and place
// nothing is known.
func (it item) round(n int) item {
	e := *it.Event
	e.Round, e.Rounds, e.Start, e.End, e.Place = n, 0, "", "", ""
	return item{Event: &e, Actors: it.Actors, Voices: it.Voices, Aside: true}
}

// drawer draws the mentions out of one reading.
type drawer struct {
	lexicon *lexicon.Lexicon
	doc     store.Document
	actors  map[string]parley.Actor
	seen    map[string]int // how often a kind and span have come
	drawn   []*mention
}

func (d *drawer) draw(kind parley.EntryKind, at parley.Span, it item) {
	m := &mention{item: it, Mention: store.Mention{Kind: kind, Doc: d.doc.Key(), Outlet: d.doc.Outlet, Told: d.doc.Told(),
		Kept: d.doc.Kept, Group: d.doc.Group, Start: at.Start, End: at.End}}
	m.ID = d.id(m.Mention)
	d.drawn = append(d.drawn, m)
}

// finished gives the mentions as a store keeps them.
func (d *drawer) finished() ([]store.Mention, error) {
	for _, m := range d.drawn {
		m.stage()
	}
	d.flank()
	mentions := make([]store.Mention, len(d.drawn))
	for i, m := range d.drawn {
		encoded, err := json.Marshal(m.kept())
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", d.doc.Key(), m.Kind, err)
		}
		m.Item = encoded
		m.Blocks = blocksOf(m)
		mentions[i] = m.Mention
	}
	return mentions, nil
}

// flank marks the meetings that stand a day apart from another of the same parties.
func (d *drawer) flank() {
	for i, m := range d.drawn {
		for _, o := range d.drawn[:i] {
			if m.daysWith(o) {
				m.Flanked, o.Flanked = true, true
			}
		}
	}
}

// daysWith tells whether two mentions are of meetings of the same parties, one the
// day after the other.
func (m *mention) daysWith(o *mention) bool {
	return m.isSession() && o.isSession() && apart(m.scene, o.scene) == 1 && overlap(m.scene.circles(), o.scene.circles())
}

// isSession tells whether a mention is of talks face to face on days of their own.
func (m *mention) isSession() bool {
	return m.Event != nil && m.saysItself() && m.scene.Type == parley.Consult && !isCall(m.scene)
}

// id is a mention's, counting how many of its kind stood on its span before.
func (d *drawer) id(m store.Mention) string {
	place := fmt.Sprintf("%s %d-%d %s", m.Doc, m.Start, m.End, m.Kind)
	d.seen[place]++
	return MentionID(m.Doc, m.Kind, parley.Span{Start: m.Start, End: m.End}, d.seen[place])
}

// MentionID hashes document version, span and kind; of several items of a kind on
// one span, the later ones' number, from 2, too.
func MentionID(document string, kind parley.EntryKind, at parley.Span, number int) string {
	place := fmt.Sprintf("%s %d-%d %s", document, at.Start, at.End, kind)
	if number > 1 {
		place += " " + strconv.Itoa(number)
	}
	return hash(place)
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:8])
}

// spanOf is the first span of a field: where the mention stands. An item
// without one stands where its spans begin and end.
func spanOf(spans []parley.Evidence, field string) parley.Span {
	var hull parley.Span
	for i, s := range spans {
		if s.Field == field {
			return s.Span
		}
		if i == 0 {
			hull = s.Span
		}
		hull.Start, hull.End = min(hull.Start, s.Start), max(hull.End, s.End)
	}
	return hull
}

// know lets an actor be found by its id, unless somebody bears it as a name,
// and by its name.
func (d *drawer) know(a parley.Actor) {
	for _, name := range []string{a.Name, a.ID} {
		if _, taken := d.actors[name]; !taken {
			d.actors[name] = a
		}
	}
}

// named says of each name who it is, each once, in order.
func (d *drawer) named(names []string) []actor {
	var found []actor
	for _, name := range names {
		if name != "" && !slices.ContainsFunc(found, func(a actor) bool { return a.Name == name }) {
			found = append(found, d.identify(name))
		}
	}
	return found
}

// seated says it of those who take part in an event, where a small group stands
// for each of its members.
func (d *drawer) seated(l *lexicon.Lexicon, names []string) (seated []actor) {
	for _, a := range d.named(names) {
		if d.actors[a.Name].Kind == parley.MediaActor {
			a.Party = "" // who interviews a minister is no party
		}
		members := l.Members(cmp.Or(d.actors[a.Name].ID, a.Name))
		if len(members) == 0 {
			seated = append(seated, a)
		}
		for _, party := range members {
			a.Party = party
			seated = append(seated, a)
		}
	}
	return seated
}

func (d *drawer) identify(name string) actor {
	a, known := d.actors[name]
	switch {
	case !known && isCode(name):
		return actor{Name: name, Key: name, Party: name}
	case !known:
		// A body that a text only implies, "Norlandic government", is its state's.
		adjective, _, _ := strings.Cut(name, " ")
		return actor{Name: name, Key: lexicon.NameKey(name), Party: d.lexicon.SideOf(adjective)}
	}
	key := lexicon.NameKey(a.Name)
	if a.Known {
		key = a.ID
	}
	return actor{Name: name, Key: key, Party: partyOf(a), Person: a.Kind == parley.PersonActor}
}

// partyOf is the side that an actor stands on: a state's own code, else what
// it belongs to.
func partyOf(a parley.Actor) string {
	if a.Affiliation == "" && (a.Kind == parley.StateActor || isCode(a.ID)) {
		return a.ID
	}
	return a.Affiliation
}

// isCode tells whether a name is the code of a state or body: capitals and
// digits only.
func isCode(name string) bool {
	for _, r := range name {
		if (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return false
		}
	}
	return len(name) >= 2
}

// stage works out what the item's rules compare.
func (m *mention) stage() {
	if m.Event != nil {
		m.scene = sceneOf(m)
	}
	if m.Proposal != nil {
		m.offer = offerOf(m)
	}
}

// before is the canonical order: earliest told first, undated before all, then
// document key, place in the document, id.
func before(a, b *mention) int {
	return cmp.Or(a.Told.Compare(b.Told), cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
}

// toldDay is the day number of the telling; ok is false for undated documents.
func (m *mention) toldDay() (day int, ok bool) {
	return store.DayNumber(m.Told), !m.Told.IsZero()
}

// party is the party of a name in the item.
func (m *mention) party(name string) string {
	a, _ := m.actor(name)
	return a.Party
}

func (m *mention) actor(name string) (a actor, ok bool) {
	for _, list := range [][]actor{m.Actors, m.Voices} {
		if at := slices.IndexFunc(list, func(a actor) bool { return a.Name == name }); at >= 0 {
			return list[at], true
		}
	}
	return a, false
}

// key is the key of a name in the item.
func (m *mention) key(name string) string {
	if a, ok := m.actor(name); ok {
		return a.Key
	}
	return lexicon.NameKey(name)
}

// certainty is the item's.
func (m *mention) certainty() float64 {
	switch {
	case m.Event != nil:
		return m.Event.Certainty
	case m.Statement != nil:
		return m.Statement.Certainty
	case m.Position != nil:
		return m.Position.Certainty
	case m.Proposal != nil:
		return m.Proposal.Certainty
	}
	return 0
}

// dayOf is the date of a day number.
func dayOf(day int) parley.Date {
	return parley.DayOf(time.Unix(int64(day)*24*60*60, 0).UTC())
}
