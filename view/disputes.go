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
		d := disputeShown(e.Dispute, func(key string) string { return shown[key] })
		disputes[i] = Dispute{ID: e.ID, About: d.About, Entry: d.Entry, Field: d.Field, Accounts: d.Accounts}
	}
	return disputes, nil
}

// disputeShown is a copy of a dispute in which documents are called as name
// says; nil for nil.
func disputeShown(d *parley.Dispute, name func(key string) string) *parley.Dispute {
	if d == nil {
		return nil
	}
	shown := *d
	shown.Accounts = nil
	for _, a := range d.Accounts {
		documents := make([]string, len(a.Documents))
		for i, key := range a.Documents {
			documents[i] = name(key)
		}
		shown.Accounts = append(shown.Accounts, parley.Account{Holder: a.Holder, Claim: a.Claim, Documents: documents})
	}
	return &shown
}
