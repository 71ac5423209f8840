package view

import (
	"context"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/store"
)

// Dossier is a negotiation that is followed, with what the record has on it.
type Dossier struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"`
	Own     bool     `json:"own"`              // a user wrote it
	Source  string   `json:"source,omitempty"` // the file of a user's own
	Parties []string `json:"parties"`
	Others  []string `json:"others"`
	Watched int      `json:"watched"` // how many words and phrases it watches
	Issues  []string `json:"issues"`  // those that it adds
	Feeds   []string `json:"feeds"`
	Alerts  []string `json:"alerts"` // the names of its alerts
	// Documents counts those of the record that belong to it; Last is when the
	// latest was published.
	Documents int       `json:"documents"`
	Last      time.Time `json:"last,omitzero"`
}

// Dossiers are those of a list. r may be nil, where there is no record yet.
func Dossiers(ctx context.Context, r store.Reader, list []dossier.Dossier) ([]Dossier, error) {
	shown := make([]Dossier, len(list))
	for i, d := range list {
		shown[i] = Dossier{ID: d.ID, Name: d.Name, Own: d.Own, Parties: d.Parties, Others: d.Others, Watched: d.Phrases(), Feeds: d.Feeds}
		if d.Own {
			shown[i].Source = d.Source
		}
		for _, issue := range d.Issues {
			shown[i].Issues = append(shown[i].Issues, string(issue.ID))
		}
		for _, a := range d.Alerts {
			shown[i].Alerts = append(shown[i].Alerts, a.Name)
		}
		if r == nil {
			continue
		}
		extent, err := r.Extent(ctx, d.ID)
		if err != nil {
			return nil, err
		}
		shown[i].Documents, shown[i].Last = extent.Documents, extent.Last
	}
	return shown, nil
}

// Assigned is a document that belongs to a dossier, and why.
type Assigned struct {
	Document
	// Reason says which words speak of the dossier, or who put the document
	// into it.
	Reason string `json:"reason"`
}

// AssignedTo are the n documents of a dossier that were published last, the
// latest first.
func AssignedTo(ctx context.Context, r store.Reader, set *dossier.Set, id string, n int) ([]Assigned, error) {
	documents, err := Documents(ctx, r, Look{Dossier: id})
	if err != nil {
		return nil, err
	}
	slices.Reverse(documents)
	documents = documents[:min(n, len(documents))]
	shown := make([]Assigned, len(documents))
	for i, d := range documents {
		shown[i] = Assigned{Document: d}
		if shown[i].Reason, err = reasonFor(ctx, r, set, id, d.ID); err != nil {
			return nil, err
		}
	}
	return shown, nil
}

func reasonFor(ctx context.Context, r store.Reader, set *dossier.Set, id, document string) (string, error) {
	d, err := r.Document(ctx, document)
	if err != nil {
		return "", err
	}
	made, err := collect("corrections", r.Corrections(ctx, store.CorrectionFilter{Documents: []string{d.ID}}))
	if err != nil {
		return "", err
	}
	for _, c := range slices.Backward(parley.InForce(made)) {
		if c.Action == parley.Assigning && c.Dossier == id && c.Value == parley.In {
			return "assigned by " + c.Who + remark(c.Note), nil
		}
	}
	for _, a := range set.Assign(d.Document) {
		if a.Dossier == id {
			return a.Reason(), nil
		}
	}
	return "as the dossier was before; 'parley reread' assigns anew", nil
}
