package desk

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
)

// told is the value of a field, and the words that support it.
type told struct {
	value string
	at    parley.Span
}

// composer makes what a person says into an item of a reading.
type composer struct {
	words  *lexicon.Lexicon
	kind   parley.EntryKind
	fields map[string]told
	quote  told // the words that tell it
	spans  []parley.Evidence
	actors []parley.Actor
	faults []error
}

// Enterable are the fields that can be said of an entry of a kind when it is
// entered.
func Enterable(kind parley.EntryKind) (names []string) {
	switch kind {
	case parley.MeetingEntry:
		return []string{"participants", "mediators", "start", "end", "place", "status", "mode", "round"}
	case parley.EventEntry:
		return []string{"type", "actors", "recipients", "start", "end", "place", "status", "mode"}
	case parley.StatementEntry:
		return []string{"speaker", "kind", "affiliation", "manner"}
	case parley.PositionEntry:
		return []string{"party", "issue", "stance", "holder"}
	case parley.ProposalEntry:
		return []string{"name", "by"}
	}
	return nil
}

// compose makes the item, or says what is wrong with which field. All that is
// wrong is joined.
func (c *composer) compose() (entered parley.Entered, err error) {
	for name, t := range c.fields {
		c.check(name, t.value)
	}
	switch c.kind {
	case parley.MeetingEntry, parley.EventEntry:
		entered.Event = c.event()
	case parley.StatementEntry:
		entered.Statement = c.statement()
	case parley.PositionEntry:
		entered.Position = c.position()
	case parley.ProposalEntry:
		entered.Proposal = c.proposal()
	default:
		c.fault("kind", fmt.Sprintf("a %s cannot be entered", c.kind), "enter a meeting, event, statement, position or proposal")
	}
	entered.Actors = c.actors
	return entered, errors.Join(c.faults...)
}

func (c *composer) fault(field, problem, mend string) {
	c.faults = append(c.faults, &parley.Error{Kind: parley.Invalid, Subject: string(c.kind), Place: field, Problem: problem, Mend: mend})
}

func (c *composer) check(name, value string) {
	switch {
	case !slices.Contains(Enterable(c.kind), name):
		c.fault(name, "there is no such field to enter", "use "+strings.Join(Enterable(c.kind), ", "))
	case value == "":
	case name == "type":
		if !slices.Contains(parley.EventTypes, parley.EventType(value)) || value == string(parley.Consult) {
			c.fault(name, fmt.Sprintf("%q is no type of event", value), "use a PLOVER type such as AGREE, SANCTION or ASSAULT; for CONSULT enter a meeting")
		}
	default:
		if err := record.CheckField(c.kind, name, value); err != nil {
			c.faults = append(c.faults, err)
		}
	}
}

// say gives a field's value and keeps its evidence.
func (c *composer) say(field string) string {
	t := c.fields[field]
	if t.value != "" {
		c.spans = append(c.spans, parley.Evidence{Field: field, Span: t.at})
	}
	return t.value
}

// wanted is say for what must not be missing.
func (c *composer) wanted(field string) string {
	value := c.say(field)
	if value == "" {
		c.fault(field, "it is missing", "say what it is")
	}
	return value
}

// names are the members of a list of actors, as readings call them: states and
// bodies by code, people by name. Of somebody whom the lexicon does not know,
// brackets say whose side they are on: "Anna Kovar (NOR)".
func (c *composer) names(field, as string) []string {
	names := []string{}
	for _, member := range record.Members(c.fields[field].value) {
		a := c.actor(member)
		names = append(names, a)
		c.spans = append(c.spans, parley.Evidence{Field: as, Value: a, Span: c.fields[field].at})
	}
	return names
}

func (c *composer) actor(written string) string {
	name, side, _ := strings.Cut(strings.TrimSuffix(written, ")"), "(")
	name, side = strings.TrimSpace(name), strings.TrimSpace(side)
	a, ok := c.words.Actor(name)
	if named := c.words.Named(name); !ok && len(named) > 0 {
		a, ok = named[0], true
	}
	if !ok {
		a = parley.Actor{ID: strings.ToLower(parley.SafeID(name)), Name: name, Kind: parley.PersonActor}
	}
	if side != "" {
		a.Affiliation = c.code(side)
	}
	a.Known = ok
	if a.Kind != parley.PersonActor {
		a.Name = a.ID
	}
	if !slices.ContainsFunc(c.actors, func(o parley.Actor) bool { return o.Name == a.Name }) {
		c.actors = append(c.actors, a)
	}
	return a.Name
}

// code is the code of a state or body by its code or name.
func (c *composer) code(name string) string {
	if a, ok := c.words.Actor(name); ok {
		return a.ID
	}
	for _, a := range c.words.Named(name) {
		if a.Kind != parley.PersonActor {
			return a.ID
		}
	}
	return name
}

func (c *composer) quotes() []string {
	c.spans = append(c.spans, parley.Evidence{Field: "quotes", Span: c.quote.at})
	return []string{c.quote.value}
}

func (c *composer) event() *parley.Event {
	e := &parley.Event{Type: parley.Consult, Quotes: c.quotes(), Certainty: 1, Recipients: []string{}, Figures: []parley.Figure{}}
	e.Status = parley.Status(c.say("status"))
	if e.Status == "" {
		e.Status = parley.Happened
	}
	if c.kind == parley.MeetingEntry {
		e.Actors, e.Mediators = c.names("participants", "actors"), c.names("mediators", "mediators")
		e.Round, _ = strconv.Atoi(c.say("round"))
		if len(e.Actors) < 2 {
			c.fault("participants", "a meeting has two at least", `write them as in "NOR; Anna Kovar (SWE)"`)
		}
	} else {
		e.Type = parley.EventType(c.wanted("type"))
		e.Actors, e.Recipients = c.names("actors", "actors"), c.names("recipients", "recipients")
	}
	e.Mode = parley.Mode(c.say("mode"))
	e.Start, e.End = parley.Date(c.say("start")), parley.Date(c.say("end"))
	if e.End == "" && e.Start != "" {
		e.End = e.Start
		c.spans = append(c.spans, parley.Evidence{Field: "end", Span: c.fields["start"].at})
	}
	if e.End.Valid() && e.Start.Valid() && e.Start != "" && e.End.Last().Before(e.Start.First()) {
		c.fault("end", fmt.Sprintf("%s lies before the start, %s", e.End, e.Start), "set them right")
	}
	e.Place = c.say("place")
	e.Spans = c.spans
	return e
}

func (c *composer) statement() *parley.Statement {
	c.spans = append(c.spans, parley.Evidence{Field: "content", Span: c.quote.at})
	s := &parley.Statement{Content: []string{c.quote.value}, Kind: parley.SourceKind(c.say("kind")), Affiliation: c.code(c.say("affiliation")),
		Manner: parley.Manner(c.say("manner")), Certainty: 1}
	if speaker := c.fields["speaker"]; speaker.value != "" {
		s.Speaker = c.names("speaker", "speaker")[0]
	}
	for _, a := range c.actors {
		if a.Name == s.Speaker && s.Affiliation == "" {
			s.Affiliation = a.Affiliation
		}
	}
	if s.Kind == "" {
		s.Kind = parley.PersonSource
	}
	s.Spans = c.spans
	return s
}

func (c *composer) position() *parley.Position {
	p := &parley.Position{Quotes: c.quotes(), Issue: parley.Issue(c.wanted("issue")), Stance: parley.Stance(c.wanted("stance")), Certainty: 1}
	if c.fields["party"].value == "" {
		c.fault("party", "it is missing", "say whose position it is")
	} else {
		p.Party = c.names("party", "party")[0]
	}
	if c.fields["holder"].value != "" {
		p.Holder = c.names("holder", "holder")[0]
	}
	p.Spans = c.spans
	return p
}

func (c *composer) proposal() *parley.Proposal {
	p := &parley.Proposal{Name: c.wanted("name"), By: c.names("by", "by"), Quotes: c.quotes(), Points: []parley.Point{}, Responses: []parley.Reply{}, Certainty: 1}
	p.Spans = c.spans
	return p
}
