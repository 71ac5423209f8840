package view

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// fields are those of all entries in the order in which people ask for them.
var fields = []string{
	"quotes", "content", "type", "mode", "status", "speaker", "speaker_text", "party", "holder", "issue", "stance", "name", "participants",
	"actors", "recipients", "mediators", "start", "end", "place", "round", "rounds", "figures", "by", "cue", "kind", "affiliation", "reason", "via",
	"since", "condition", "former", "points", "responses",
}

// fieldOrder is that of fields; others follow by name.
func fieldOrder(a, b string) int {
	place := func(field string) int {
		if n := slices.Index(fields, field); n >= 0 {
			return n
		}
		return len(fields)
	}
	return cmp.Or(place(a)-place(b), strings.Compare(a, b))
}

// FieldOf is what an entry says of a field that has one value; "" for lists and
// for what it leaves open.
func FieldOf(e parley.Entry, field string) string {
	switch {
	case e.Meeting != nil:
		m := e.Meeting
		return fieldOfEvent(parley.Event{Type: parley.Consult, Mode: m.Mode, Status: m.Status, Start: e.Start, End: e.End, Place: m.Place, Round: m.Round}, field)
	case e.Event != nil:
		h := e.Event
		return fieldOfEvent(parley.Event{Type: h.Type, Mode: h.Mode, Status: h.Status, Start: e.Start, End: e.End, Place: h.Place}, field)
	case e.Statement != nil:
		return fieldOfStatement(*e.Statement, field)
	case e.Position != nil:
		s := e.Position
		return fieldOfPosition(parley.Position{Party: s.Party, Issue: s.Issue, Stance: s.Stance, Aim: s.Aim, Condition: s.Condition}, field)
	case e.Proposal != nil && field == "name":
		return e.Proposal.Name
	}
	return ""
}

// ListOf is what an entry says of a field that is a list of names; nil for all
// other fields.
func ListOf(e parley.Entry, field string) []string {
	switch {
	case e.Meeting != nil:
		return map[string][]string{"participants": e.Meeting.Participants, "parties": e.Meeting.Parties, "actors": e.Meeting.Participants, "mediators": e.Meeting.Mediators}[field]
	case e.Event != nil:
		return map[string][]string{"actors": e.Event.Actors, "recipients": e.Event.Recipients}[field]
	case e.Position != nil:
		return map[string][]string{"holder": e.Position.Holders, "quotes": e.Position.Quotes}[field]
	case e.Proposal != nil && field == "by":
		return e.Proposal.By
	}
	return nil
}

func fieldOfEvent(e parley.Event, field string) string {
	switch field {
	case "type":
		return string(e.Type)
	case "mode":
		return string(e.Mode)
	case "status":
		return string(e.Status)
	case "start":
		return string(e.Start)
	case "end":
		return string(e.End)
	case "place":
		return e.Place
	case "by":
		return e.By
	case "round":
		if e.Round > 0 {
			return strconv.Itoa(e.Round)
		}
	}
	return ""
}

func fieldOfStatement(s parley.Statement, field string) string {
	switch field {
	case "speaker":
		return s.Speaker
	case "kind":
		return string(s.Kind)
	case "affiliation":
		return s.Affiliation
	case "manner":
		return string(s.Manner)
	}
	return ""
}

func fieldOfPosition(p parley.Position, field string) string {
	switch field {
	case "party":
		return p.Party
	case "holder":
		return p.Holder
	case "issue":
		return string(p.Issue)
	case "stance":
		return string(p.Stance)
	case "aim":
		return string(p.Aim)
	case "since":
		return string(p.Since)
	case "former":
		return string(p.Former)
	}
	return ""
}

// atOdds is 1 for a proof of another value than the entry has, else 0.
func atOdds(e parley.Entry, p Proof) int {
	value := FieldOf(e, p.Field)
	if value == "" || len(p.Values) == 0 || slices.Contains(p.Values, value) {
		return 0
	}
	return 1
}

// whatMembersSay maps each piece of evidence of an entry's members to the value
// that the field has in the reading it comes from.
func whatMembersSay(ctx context.Context, r store.Reader, e parley.Entry) (map[parley.Evidence]string, error) {
	said, readings := map[parley.Evidence]string{}, map[string]parley.Reading{}
	for _, m := range e.Members {
		reading, known := readings[m.Doc]
		if !known {
			var err error
			if reading, err = r.Reading(ctx, m.Doc); err != nil && parley.KindOf(err) != parley.NotFound {
				return nil, err
			}
			readings[m.Doc] = reading
		}
		note := func(spans []parley.Evidence, value func(field string) string) {
			if !slices.ContainsFunc(spans, func(s parley.Evidence) bool { return s.Start == m.Start && s.End == m.End }) {
				return
			}
			for _, s := range spans {
				s.Doc = m.Doc
				said[s] = value(s.Field)
			}
		}
		for _, item := range reading.Events {
			note(item.Spans, func(field string) string { return fieldOfEvent(item, field) })
		}
		for _, item := range reading.Statements {
			note(item.Spans, func(field string) string { return fieldOfStatement(item, field) })
		}
		for _, item := range reading.Positions {
			note(item.Spans, func(field string) string { return fieldOfPosition(item, field) })
		}
	}
	return said, nil
}
