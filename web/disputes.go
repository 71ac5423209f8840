package web

import (
	"html/template"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley/view"
)

// disputeShown is a dispute with the way to what it is about.
type disputeShown struct {
	view.Dispute
	Field    string
	Subject  template.URL
	Accounts []accountShown
}

type accountShown struct {
	Holder, Claim string
	Documents     []choice
}

func disputes(v *visit) (leaf, error) {
	found, err := view.Disputes(v.ctx, v.record, v.look)
	if err != nil {
		return leaf{}, err
	}
	slices.Reverse(found)
	shown := make([]disputeShown, len(found))
	for i, d := range found {
		shown[i] = v.disputeShown(d)
	}
	return leaf{Title: "Disputes", Data: shown}, nil
}

func (v *visit) disputeShown(d view.Dispute) disputeShown {
	shown := disputeShown{Dispute: d, Field: d.Field, Subject: v.link("/entries/" + url.PathEscape(d.Entry))}
	for _, a := range d.Accounts {
		account := accountShown{Holder: v.name(a.Holder), Claim: a.Claim}
		for _, id := range a.Documents {
			account.Documents = append(account.Documents, choice{Href: v.documentLink(id), Label: id})
		}
		shown.Accounts = append(shown.Accounts, account)
	}
	return shown
}

func (v *visit) documentLink(id string) template.URL {
	return v.link("/documents/" + url.PathEscape(id))
}
