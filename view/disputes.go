package view

import (
	"context"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Dispute is two or more accounts that cannot all be right, side by side.
type Dispute struct {
	ID       string           `json:"id"`
	About    string           `json:"about"`
	Entry    string           `json:"entry"` // the entry in question
	Field    string           `json:"field"`
	Accounts []parley.Account `json:"accounts"` // documents as ShownIDs gives them
}

// Disputes are those told within the look, in the order in which they were
// told.
func Disputes(ctx context.Context, r store.Reader, look Look) ([]Dispute, error) {
	found, err := entries(ctx, r, "disputes", look.told(parley.DisputeEntry))
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, e := range found {
		for _, a := range e.Dispute.Accounts {
			keys = append(keys, a.Documents...)
		}
	}
	shown, err := ShownIDs(ctx, r, keys)
	if err != nil {
		return nil, err
	}
	disputes := make([]Dispute, len(found))
	for i, e := range found {
		d := Dispute{ID: e.ID, About: e.Dispute.About, Entry: e.Dispute.Entry, Field: e.Dispute.Field}
		for _, a := range e.Dispute.Accounts {
			a.Documents = named(a.Documents, shown)
			d.Accounts = append(d.Accounts, a)
		}
		disputes[i] = d
	}
	return disputes, nil
}
