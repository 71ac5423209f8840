package view

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Correction is one that somebody made, with what has become of it.
type Correction struct {
	parley.Correction
	// InForce tells that nobody has undone it. An undoing is in force too, until
	// it is undone itself.
	InForce bool `json:"in_force"`
	// Entries are the ids of those that bear it.
	Entries []string `json:"entries"`
	// Words are those at the first place that it names.
	Words string `json:"words,omitempty"`
	// Lost tells that no present reading has anything at the places that it
	// names: it is kept, and takes hold again when one does.
	Lost bool `json:"lost,omitempty"`
}

// Corrections are all that were made, in order.
func Corrections(ctx context.Context, r store.Reader) ([]Correction, error) {
	made, err := collect("corrections", r.Corrections(ctx, store.CorrectionFilter{}))
	if err != nil {
		return nil, err
	}
	undone := map[string]bool{}
	for _, c := range slices.Backward(made) {
		if c.Action == parley.Undoing && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	texts := newTexts(ctx, r)
	shown := make([]Correction, len(made))
	for i, c := range made {
		shown[i] = Correction{Correction: c, InForce: !undone[c.ID]}
		if len(c.About) > 0 && c.Action != parley.Undoing {
			if shown[i].Words, err = texts.at(c.About[0].Span); err != nil {
				return nil, err
			}
		}
		if !shown[i].InForce || c.Action == parley.Undoing || len(c.About) == 0 {
			continue
		}
		if err := shown[i].find(ctx, r); err != nil {
			return nil, err
		}
	}
	return shown, nil
}

// find says which mentions and entries bear a correction.
func (c *Correction) find(ctx context.Context, r store.Reader) error {
	var bearing []string
	for m, err := range r.Mentions(ctx, store.MentionFilter{Docs: c.Documents()}) {
		if err != nil {
			return fmt.Errorf("find the mentions that correction %s names: %w", c.ID, err)
		}
		ids, err := record.CorrectedBy(m)
		if err != nil {
			return err
		}
		if slices.Contains(ids, c.ID) {
			bearing = append(bearing, m.ID)
		}
	}
	c.Lost = len(bearing) == 0
	for _, id := range bearing {
		e, err := r.Entry(ctx, id)
		if parley.KindOf(err) == parley.NotFound {
			continue // rejected
		}
		if err != nil {
			return fmt.Errorf("find the entry of mention %s: %w", id, err)
		}
		if !slices.Contains(c.Entries, e.ID) {
			c.Entries = append(c.Entries, e.ID)
		}
	}
	return nil
}

// shortestPrefix is how much of an id store.Reader wants at least.
const shortestPrefix = 8

// rejection explains that an entry is not there where somebody has rejected it.
func rejection(ctx context.Context, r store.Reader, id string, notFound error) error {
	made, err := collect("corrections", r.Corrections(ctx, store.CorrectionFilter{}))
	if err != nil {
		return err
	}
	for _, c := range slices.Backward(parley.InForce(made)) {
		named := slices.ContainsFunc(c.About, func(a parley.Anchor) bool { return strings.HasPrefix(a.ID, id) })
		if c.Action == parley.Rejecting && named && len(id) >= shortestPrefix {
			return &parley.Error{Kind: parley.NotFound, Subject: id,
				Problem: fmt.Sprintf("%s rejected it on %s%s", c.Who, c.When.Format("2 Jan 2006"), remark(c.Note)),
				Mend:    "parley undo " + c.ID[:10] + " brings it back"}
		}
	}
	return notFound
}

func remark(note string) string {
	if note == "" {
		return ""
	}
	return ": " + note
}
