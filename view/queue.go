package view

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Doubt is an entry that somebody should look at, and why.
type Doubt struct {
	Line
	// Weight is how much depends on it times how doubtful it is.
	Weight float64 `json:"weight"`
	// Reasons say what makes it doubtful and what depends on it.
	Reasons []string `json:"reasons"`
}

// Queue are the n entries of the look, by when they were told, that are least
// certain and matter most, those first. What somebody has accepted is not among
// them until a dispute over it arises.
func Queue(ctx context.Context, r store.Reader, look Look, n int) ([]Doubt, error) {
	found, err := entries(ctx, r, "the queue", look.told(parley.MeetingEntry, parley.EventEntry, parley.PositionEntry, parley.ProposalEntry, parley.StatementEntry))
	if err != nil {
		return nil, err
	}
	open, err := openDisputes(ctx, r, look.Dossier)
	if err != nil {
		return nil, err
	}
	var queue []Doubt
	for _, e := range found {
		d := Doubt{Line: LineOf(look, e)}
		if accepted(e) && open[e.ID] == 0 {
			continue
		}
		if doubt := d.doubt(open[e.ID]); doubt > 0 {
			d.Weight = math.Round(1000*doubt*d.consequence(look)) / 1000
			queue = append(queue, d)
		}
	}
	slices.SortFunc(queue, func(a, b Doubt) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), b.Told.Compare(a.Told), cmp.Compare(a.ID, b.ID))
	})
	return queue[:min(n, len(queue))], nil
}

// openDisputes counts the disputes over each entry that nobody has accepted as
// such.
func openDisputes(ctx context.Context, r store.Reader, dossier string) (map[string]int, error) {
	disputes, err := entries(ctx, r, "disputes", store.EntryFilter{Kinds: []parley.EntryKind{parley.DisputeEntry}, Dossier: dossier})
	open := map[string]int{}
	for _, e := range disputes {
		if !accepted(e) {
			open[e.Dispute.Entry]++
		}
	}
	return open, err
}

func accepted(e parley.Entry) bool {
	return slices.ContainsFunc(e.Corrections, func(c parley.Correction) bool { return c.Action == parley.Accepting })
}

// What makes an entry doubtful, beside the certainty of its readings. The
// shares are of a full doubt.
const (
	disputedDoubt    = 0.6
	unconfirmedDoubt = 0.4
	oneSourceDoubt   = 0.2
	certainEnough    = 0.05 // a doubt that is no more than this is none
)

// doubt adds up what speaks against relying on an entry, and notes it.
func (d *Doubt) doubt(disputes int) float64 {
	doubt := 1 - d.Certainty
	if doubt > certainEnough {
		d.Reasons = append(d.Reasons, fmt.Sprintf("read with certainty %.2f", d.Certainty))
	}
	if disputes > 0 {
		doubt += disputedDoubt
		d.Reasons = append(d.Reasons, "in dispute")
	}
	if d.Unconfirmed {
		doubt += unconfirmedDoubt
		d.Reasons = append(d.Reasons, "its day has passed, and nothing says what became of it")
	}
	if doubt <= certainEnough {
		return 0
	}
	if d.Sources < 2 {
		doubt += oneSourceDoubt
		d.Reasons = append(d.Reasons, "one source")
	}
	return doubt
}

// stakes are how much depends on entries of each kind, compared with a meeting.
var stakes = map[parley.EntryKind]float64{
	parley.MeetingEntry: 1, parley.ProposalEntry: 0.9, parley.PositionEntry: 0.6, parley.EventEntry: 0.5, parley.StatementEntry: 0.15,
}

// consequence is how much depends on an entry: on its kind, on how many sources
// rely on it, on whether a party has moved, or something is still to come.
func (d *Doubt) consequence(look Look) float64 {
	weight := stakes[d.Kind] * (1 + math.Log2(float64(max(d.Sources, 1))))
	if d.Sources > 2 {
		d.Reasons = append(d.Reasons, fmt.Sprintf("%d sources rely on it", d.Sources))
	}
	if d.Position != nil && d.Position.Change != "" {
		weight *= 2
		d.Reasons = append(d.Reasons, "a party has moved")
	}
	if status := statusOf(d.Entry); look.Today != "" && (status == parley.Planned || status == parley.Proposed) && d.Start != "" && !d.Start.Last().Before(look.Today.First()) {
		weight *= 1.5
		d.Reasons = append(d.Reasons, "still to come")
	}
	return weight
}
