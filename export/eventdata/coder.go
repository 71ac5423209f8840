package eventdata

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// Coder codes readings. It is safe for concurrent use.
type Coder struct {
	Lexicon *lexicon.Lexicon
	// Engine finds the sentences that are given as evidence; without one they
	// stay empty.
	Engine *english.Engine
}

// Event is an item of a reading, coded.
type Event struct {
	// ID is the item's id in a record that holds the document, where it is an
	// event or a statement.
	ID                string
	Of                parley.Event // the item; of a statement the fields that events have too
	CAMEO             string       // code of the deed, or of the intent to do it
	Type              string       // PLOVER's; "" for a statement
	Mode              string       // PLOVER's
	Actors            []Actor
	Recipients        []Actor
	Where             lexicon.Place // zero where the lexicon does not know the place
	Sentence          string
	Document, Version string
	Outlet, URL       string
	Published         parley.Date
	Title             string
	Lead              bool // it is told in the title or the first paragraph
}

// Code codes the events, verbal acts and statements of a reading, in this order.
// What a source denies and nobody confirms, and attacks and the like that are
// called off, are no events in any of the standards and are left out.
func (c *Coder) Code(d parley.Document, r parley.Reading) []Event {
	page := c.page(d, r)
	var coded []Event
	for _, e := range r.Events {
		one := page.common(e, eventKind(e), "quotes")
		if page.code(&one, r.Acts) {
			coded = append(coded, one)
		}
	}
	for _, a := range r.Acts {
		one := page.common(a, "act", "quotes")
		if !carries(a, r.Events) && page.code(&one, nil) {
			coded = append(coded, one)
		}
	}
	for _, s := range r.Statements {
		if one := page.statement(s, r.Events); len(one.Actors) > 0 && !cued(s, r.Acts) && !cued(s, r.Events) {
			coded = append(coded, one)
		}
	}
	return coded
}

func eventKind(e parley.Event) parley.EntryKind {
	if e.Type == parley.Consult {
		return parley.MeetingEntry
	}
	return parley.EventEntry
}

// code codes an event or act by what it is and how far it has come; false where it
// is none. The acts are those of its text: "pledged" is both an act and what makes
// the aid intended.
func (p *page) code(e *Event, acts []parley.Event) bool {
	e.CAMEO = e.Of.Code
	meant, graded := longest(tables().intents, e.CAMEO)
	switch status := e.Of.Status; {
	case status == parley.Denied || e.CAMEO == "":
		return false
	case graded && (status == parley.Cancelled || status == parley.OnHold):
		e.CAMEO = meant.refusal
		e.Type, e.Mode = ploverOf(e.CAMEO)
		return e.CAMEO != ""
	case graded && (status == parley.Planned || status == parley.Proposed):
		e.Type, e.Mode = intended(e.CAMEO, meant.intent)
		if status == parley.Proposed || slices.Contains(parley.ActTypes, e.Of.Type) || p.avowed(e, acts) {
			e.CAMEO = meant.intent
		}
	default:
		e.Type, e.Mode = ploverOf(e.CAMEO)
		if own, ok := tables().modes[e.Of.Type]; ok && e.Of.Mode != "" {
			e.Mode = own[e.Of.Mode]
		}
	}
	if e.Of.Type == parley.Propose {
		e.Type, e.Mode = string(parley.Request), ""
	}
	return true
}

// ploverOf is PLOVER's type and mode of a CAMEO code.
func ploverOf(code string) (kind, mode string) {
	row, _ := longest(tables().codes, code)
	return row.kind, row.mode
}

// intended is PLOVER's type and mode of what is still to come, by the code of the
// deed and that of the intent (manual, 3.1 and 3.4): cooperation becomes AGREE,
// conflict THREATEN, a retreat a concession in words.
func intended(deed, intent string) (kind, mode string) {
	switch kind, _ := ploverOf(deed); kind {
	case "RETREAT", "CONCEDE":
		return "CONCEDE", ""
	}
	return ploverOf(intent)
}

// avowed tells whether a planned event is known from its actors' own words: they
// say, pledge or threaten it. CAMEO counts that as the intent, and what outlets
// announce by themselves as the deed.
func (p *page) avowed(e *Event, acts []parley.Event) bool {
	if e.Of.By != "" {
		speaker := p.one(e.Of.By)
		if slices.ContainsFunc(e.Actors, func(a Actor) bool {
			return a.Name == speaker.Name || a.Party != "" && a.Party == speaker.Party
		}) {
			return true
		}
	}
	return slices.ContainsFunc(acts, func(act parley.Event) bool { return carries(act, []parley.Event{e.Of}) })
}

// carries tells whether the word of an act is what gives one of the events its
// status: "pledged to send".
func carries(act parley.Event, events []parley.Event) bool {
	word := spanOf(act.Spans, "type")
	return word.End > 0 && slices.ContainsFunc(events, func(e parley.Event) bool {
		return (e.Status == parley.Planned || e.Status == parley.Proposed) && spanOf(e.Spans, "status") == word
	})
}

// statement codes what somebody says by CAMEO's root for statements. It has no
// actor where neither the speaker nor a side is known.
func (p *page) statement(s parley.Statement, events []parley.Event) Event {
	e := p.common(parley.Event{Status: parley.Happened, Quotes: s.Content, Certainty: s.Certainty, Spans: s.Spans}, parley.StatementEntry, "content")
	e.CAMEO = "010" // make statement
	if s.Manner == parley.Declines {
		e.CAMEO = "011" // decline comment
	}
	name := s.Speaker
	if name == "" {
		name = s.Affiliation
	}
	if name == "" {
		return e
	}
	speaker := p.one(name)
	speaker.Raw, speaker.Spans = s.SpeakerText, spansOf(s.Spans, "speaker_text")
	e.Actors = []Actor{speaker}
	if deed, owned := p.owned(s, speaker, events); owned {
		e.CAMEO = "015" // acknowledge or claim responsibility
		e.Recipients = p.all(deed.Recipients, "recipients", deed.Spans)
	}
	return e
}

// owned is the attack or arrest of a speaker's own side that a statement owns to.
func (p *page) owned(s parley.Statement, speaker Actor, events []parley.Event) (parley.Event, bool) {
	if !tables().claims[strings.ToLower(s.Cue)] {
		return parley.Event{}, false
	}
	for _, e := range events {
		if e.Type != parley.Assault && e.Type != parley.Coerce || e.Status != parley.Happened && e.Status != parley.Ongoing || len(e.Recipients) == 0 {
			continue
		}
		told := slices.ContainsFunc(spansOf(s.Spans, "content"), func(content parley.Span) bool {
			return slices.ContainsFunc(spansOf(e.Spans, "type"), content.Covers)
		})
		if told && slices.ContainsFunc(e.Actors, func(name string) bool {
			doer := p.one(name)
			return doer.Name == speaker.Name || doer.Party != "" && doer.Party == speaker.Party
		}) {
			return e, true
		}
	}
	return parley.Event{}, false
}

// cued tells whether a statement is coded as more by its very word: "demanded",
// "proposed".
func cued(s parley.Statement, events []parley.Event) bool {
	cue := spanOf(s.Spans, "cue")
	return cue.End > 0 && slices.ContainsFunc(events, func(e parley.Event) bool { return spanOf(e.Spans, "type") == cue })
}

// Dyad is who does something to whom.
type Dyad struct{ Source, Target Actor }

// Dyads are the pairs of an event. Where several meet, agree or cooperate without
// a second side, each acts on each; what one does in another's country it does
// to that country, but words go to no place; who acts on nobody in particular has
// an empty target.
func (e Event) Dyads(l *lexicon.Lexicon) []Dyad {
	targets := e.Recipients
	abroad := func(a Actor) bool { return a.Country != e.Where.Country }
	words := slices.Contains(parley.ActTypes, e.Of.Type) && !strings.HasPrefix(e.Of.Code, "09") // an investigation has its object there
	if len(targets) == 0 && !words && e.Where.Country != "" && (len(e.Actors) == 1 || !e.joint()) && !slices.ContainsFunc(e.Actors, func(a Actor) bool { return !abroad(a) }) {
		p := people{lexicon: l}
		host := p.one(e.Where.Country)
		host.Raw, host.Spans = e.Of.Place, spansOf(e.Of.Spans, "place")
		targets = []Actor{host}
	}
	var dyads []Dyad
	for i, source := range e.Actors {
		for _, target := range targets {
			dyads = append(dyads, Dyad{source, target})
			if e.mutual() {
				dyads = append(dyads, Dyad{target, source})
			}
		}
		for j, target := range e.Actors {
			if len(targets) == 0 && i != j && e.joint() {
				dyads = append(dyads, Dyad{source, target})
			}
		}
		if len(targets) == 0 && !(len(e.Actors) > 1 && e.joint()) {
			dyads = append(dyads, Dyad{Source: source})
		}
	}
	if len(e.Actors) == 0 {
		for _, target := range targets {
			dyads = append(dyads, Dyad{Target: target})
		}
	}
	return dyads
}

// joint tells whether those who act together act on each other.
func (e Event) joint() bool {
	switch e.Of.Type {
	case parley.Consult, parley.Agree, parley.Cooperate:
		return true
	}
	return e.Of.Code == "050" || // friendly relations
		e.Of.Type == parley.Assault && e.Of.Mode == "ground" && len(e.Recipients) == 0 // those who clash
}

// mutual tells whether what one does with the other the other does too: CAMEO
// gives both directions of talks.
func (e Event) mutual() bool {
	return strings.HasPrefix(e.CAMEO, "046") && e.Of.Status != parley.Cancelled
}
