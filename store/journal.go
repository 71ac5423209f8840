package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
)

// Gist is what an entry says at some moment, in short: enough to tell later
// what has changed.
type Gist struct {
	Kind    parley.EntryKind `json:"kind"`
	Told    time.Time        `json:"told,omitzero"`
	Start   parley.Date      `json:"start,omitempty"`
	End     parley.Date      `json:"end,omitempty"`
	Sources int              `json:"sources"`
	Status  parley.Status    `json:"status,omitempty"`
	Place   string           `json:"place,omitempty"`
	Mode    parley.Mode      `json:"mode,omitempty"`
	Round   int              `json:"round,omitempty"`
	Who     string           `json:"who,omitempty"` // who took part, parted by semicolons
	Parties string           `json:"parties,omitempty"`
	Figures string           `json:"figures,omitempty"`
	Stance  parley.Stance    `json:"stance,omitempty"`
	Until   time.Time        `json:"until,omitzero"` // when another stance replaced it
	Name    string           `json:"name,omitempty"` // of a proposal
	// Replies and Accounts count those of a proposal and a dispute.
	Replies  int `json:"replies,omitempty"`
	Accounts int `json:"accounts,omitempty"`
	// Hands are the ids of the corrections in force on it.
	Hands string `json:"hands,omitempty"`
	// Sum is a hash of all that the entry says.
	Sum string `json:"sum"`
}

// GistOf is the gist of an entry whose encoding is given.
func GistOf(e parley.Entry, encoded []byte) Gist {
	sum := sha256.Sum256(encoded)
	g := Gist{Kind: e.Kind, Told: e.Told, Start: e.Start, End: e.End, Sources: e.Sources, Parties: namesOf(e.Parties), Sum: hex.EncodeToString(sum[:6])}
	var hands []string
	for _, c := range e.Corrections {
		hands = append(hands, c.ID)
	}
	g.Hands = strings.Join(hands, " ")
	switch {
	case e.Meeting != nil:
		g.Status, g.Place, g.Mode, g.Round, g.Who = e.Meeting.Status, e.Meeting.Place, e.Meeting.Mode, e.Meeting.Round, namesOf(e.Meeting.Participants)
	case e.Event != nil:
		h := e.Event
		g.Status, g.Place, g.Mode, g.Who = h.Status, h.Place, h.Mode, namesOf(h.Actors, h.Recipients)
		g.Figures = figuresOf(h.Figures)
	case e.Position != nil:
		g.Stance, g.Until = e.Position.Stance, e.Position.Until
	case e.Proposal != nil:
		g.Name, g.Replies = e.Proposal.Name, len(e.Proposal.Responses)
	case e.Dispute != nil:
		g.Accounts = len(e.Dispute.Accounts)
	}
	return g
}

// namesOf are the names of lists in the order of the alphabet: that more sources
// name one than another is no change.
func namesOf(lists ...[]string) string {
	names := slices.Concat(lists...)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "; ")
}

func figuresOf(figures []parley.Figure) string {
	parts := make([]string, len(figures))
	for i, f := range figures {
		parts[i] = f.String()
		if f.Claimant != "" {
			parts[i] += fmt.Sprintf(" (%s)", f.Claimant)
		}
	}
	return strings.Join(parts, "; ")
}

// Former is an entry that has changed, and what it said before.
type Former struct {
	Entry string // its id
	// Gist is what it said; nil where there was no such entry.
	Gist *Gist
	// Dossiers are those that it belonged to when it was taken away; none where it
	// was not.
	Dossiers []string
}

// Moment is a place in the journal: the number of the latest change and when it
// was made. Numbers rise; times are those of the changes' causes, as given to
// Replace.
type Moment struct {
	N  int64     `json:"n"`
	At time.Time `json:"at"`
}

// Journal remembers what entries said before they changed.
type Journal interface {
	// Formers yields, of each entry that was changed, made or taken away after
	// a moment, what it said at that moment, ordered by id. After an N of 0 the
	// moment is what At says: changes at that time or later count.
	Formers(ctx context.Context, after Moment) iter.Seq2[Former, error]

	// Latest is the last place in the journal; the zero Moment in an empty
	// record.
	Latest(ctx context.Context) (Moment, error)
}
