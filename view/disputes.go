package view

import (
	"context"
	"slices"

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
	// Words are those that tell the entry in question best, verbatim.
	Words string `json:"words,omitempty"`
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
	about, err := questioned(ctx, r, found)
	if err != nil {
		return nil, err
	}
	var disputes []Dispute
	for _, e := range found {
		d := disputeShown(e.Dispute, func(key string) string { return shown[key] })
		if slices.ContainsFunc(disputes, func(o Dispute) bool { return sameQuestion(o, *d) }) {
			continue
		}
		disputes = append(disputes, Dispute{ID: e.ID, About: d.About, Entry: d.Entry, Field: d.Field, Accounts: d.Accounts, Words: about[d.Entry].Words})
	}
	return disputes, nil
}

// questioned are the entries that those of some entries are about which are disputes,
// by id.
func questioned(ctx context.Context, r store.Reader, of []parley.Entry) (map[string]parley.Entry, error) {
	var ids []string
	for _, e := range of {
		if e.Dispute != nil {
			ids = append(ids, e.Dispute.Entry)
		}
	}
	return byIDs(ctx, r, ids, store.Outline)
}

// sameQuestion tells whether two disputes set the same claims of the same holders
// against each other: a text that tells a denial twice.
func sameQuestion(a Dispute, b parley.Dispute) bool {
	return a.About == b.About && slices.EqualFunc(a.Accounts, b.Accounts, func(x, y parley.Account) bool {
		return x.Holder == y.Holder && x.Claim == y.Claim
	})
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
