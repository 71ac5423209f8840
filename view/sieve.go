package view

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// Sieve keeps some lines of a timeline. The zero sieve keeps all; fields that are
// set must all hold.
type Sieve struct {
	// Actor is part of the name of somebody who takes part, or the code of a
	// party.
	Actor string
	// Type is one of parley.EventTypes, or "position" or "proposal".
	Type string
	// Status is one of parley.Statuses, or "unconfirmed".
	Status string
	// Place is part of the place's name.
	Place string
	// Sources is how many independent ones there must be at least.
	Sources int
}

// Keep gives those of the lines that pass.
func (s Sieve) Keep(lines []Line) []Line {
	return slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return !s.passes(l) })
}

func (s Sieve) passes(l Line) bool {
	return l.Sources >= s.Sources && (s.Type == "" || s.Type == typeName(l.Entry)) &&
		(s.Status == "" || s.Status == string(statusOf(l.Entry)) || s.Status == "unconfirmed" && l.Unconfirmed) &&
		(s.Place == "" || holds(placeOf(l.Entry), s.Place)) &&
		(s.Actor == "" || slices.Contains(l.Parties, s.Actor) || slices.ContainsFunc(actorsOf(l.Entry), func(name string) bool { return holds(name, s.Actor) }))
}

func holds(text, part string) bool {
	return strings.Contains(strings.ToLower(text), strings.ToLower(part))
}

// typeName is the type of an event or, for all else, its kind.
func typeName(e parley.Entry) string {
	if t := typeOf(e); t != "" {
		return string(t)
	}
	return string(e.Kind)
}

func placeOf(e parley.Entry) string {
	switch {
	case e.Meeting != nil:
		return e.Meeting.Place
	case e.Event != nil:
		return e.Event.Place
	}
	return ""
}

// actorsOf are all who take part in an entry, as it names them.
func actorsOf(e parley.Entry) []string {
	switch {
	case e.Meeting != nil:
		return slices.Concat(e.Meeting.Participants, e.Meeting.Parties, e.Meeting.Mediators)
	case e.Event != nil:
		return slices.Concat(e.Event.Actors, e.Event.Recipients)
	case e.Position != nil:
		return append([]string{e.Position.Party}, e.Position.Holders...)
	case e.Proposal != nil:
		return e.Proposal.By
	case e.Statement != nil:
		return []string{e.Statement.Speaker}
	}
	return nil
}
