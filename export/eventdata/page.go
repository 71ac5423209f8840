package eventdata

import (
	"fmt"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
)

// page is a document while its reading is coded.
type page struct {
	*people
	document  parley.Document
	sentences []english.Sentence
	seen      map[string]int // how often a kind and span have come
}

func (c *Coder) page(d parley.Document, r parley.Reading) *page {
	p := &page{people: c.people(d, r), document: d, seen: map[string]int{}}
	if c.Engine != nil {
		p.sentences = c.Engine.Parse(p.body).Sentences
	}
	return p
}

// common fills what events, acts and statements have in common. An item stands
// where the first span of a field stands.
func (p *page) common(e parley.Event, kind parley.EntryKind, field string) Event {
	d := p.document
	at := spanOf(e.Spans, field)
	one := Event{
		Of: e, ID: p.id(kind, at, e.Rounds), Document: d.ID, Version: d.Version(), Outlet: d.Outlet, URL: d.URL, Title: d.Title, Published: p.day,
		Actors: p.all(e.Actors, "actors", e.Spans), Recipients: p.all(e.Recipients, "recipients", e.Spans),
		Sentence: p.around(at), Lead: at.Start < p.lead(),
	}
	if e.Place != "" {
		one.Where = p.place(e.Place)
	}
	return one
}

// place is what the lexicon knows of a place: of "Jenin, West Bank" its first part
// that it knows, of a country's name the country.
func (p *page) place(name string) lexicon.Place {
	for _, part := range append([]string{name}, strings.Split(name, ", ")...) {
		if place, ok := p.lexicon.Place(part); ok {
			return place
		}
		if state, ok := p.lexicon.Country(part); ok {
			return lexicon.Place{Name: state.Name, Country: state.Code}
		}
	}
	return lexicon.Place{}
}

// lead is where the first paragraph ends.
func (p *page) lead() int {
	first := len(p.document.Title) + len("\n")
	if end := strings.Index(p.body[first:], "\n"); end >= 0 {
		return first + end
	}
	return len(p.body)
}

// id is the id of an item in the record, which keeps the rounds that an event sums
// up as mentions of their own.
func (p *page) id(kind parley.EntryKind, at parley.Span, rounds int) string {
	place := fmt.Sprint(kind, at)
	p.seen[place]++
	number := p.seen[place]
	p.seen[place] += rounds
	return record.MentionID(p.document.Key(), kind, at, number)
}

// around is the sentence, or the run of sentences, that a span lies in.
func (p *page) around(at parley.Span) string {
	stretch := at
	for i := range p.sentences {
		if s := &p.sentences[i]; s.Start < at.End && at.Start < s.End {
			stretch.Start, stretch.End = min(stretch.Start, s.Start), max(stretch.End, s.End)
		}
	}
	if len(p.sentences) == 0 {
		return ""
	}
	return p.body[stretch.Start:stretch.End]
}

// spanOf is the first span of a field.
func spanOf(spans []parley.Evidence, field string) parley.Span {
	for _, s := range spans {
		if s.Field == field {
			return s.Span
		}
	}
	return parley.Span{}
}

func spansOf(spans []parley.Evidence, field string) []parley.Span {
	var all []parley.Span
	for _, s := range spans {
		if s.Field == field {
			all = append(all, s.Span)
		}
	}
	return all
}
