package web

import (
	"cmp"
	"html/template"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// disputesPage is what is disputed, the latest first.
type disputesPage struct {
	Disputes []disputeShown
	Next     choice
}

// disputesAPage is how many disputes a page holds.
const disputesAPage = 60

// disputeShown is a dispute with the way to what it is about, and to the articles
// that give its accounts.
type disputeShown struct {
	view.Dispute
	Subject  template.URL
	Accounts []accountShown
	More     int          // accounts that are left out
	All      template.URL // of them
}

type accountShown struct {
	Holder, Claim string
	Documents     []choice
	More          int // documents that are left out
}

const (
	mostAccounts     = 6 // that are shown of a dispute in a list
	accountDocuments = 4 // that are named beside an account
)

func disputes(v *visit) (leaf, error) {
	found, err := view.Disputes(v.ctx, v.record, v.look)
	if err != nil {
		return leaf{}, err
	}
	slices.Reverse(found)
	p := disputesPage{}
	if found, p.Next, err = paged(v, found, disputesAPage, "dispute"); err != nil {
		return leaf{}, err
	}
	p.Disputes, err = v.disputesShown(found, mostAccounts)
	return leaf{Title: "Disputes", Data: p}, err
}

// disputesShown are disputes with at most so many accounts of each.
func (v *visit) disputesShown(found []view.Dispute, accounts int) ([]disputeShown, error) {
	outlets, err := v.outlets(found)
	if err != nil {
		return nil, err
	}
	shown := make([]disputeShown, len(found))
	for i, d := range found {
		shown[i] = disputeShown{Dispute: d, Subject: v.link("/entries/" + url.PathEscape(d.Entry)), All: v.link("/entries/" + url.PathEscape(d.ID)), More: max(len(d.Accounts)-accounts, 0)}
		for _, a := range d.Accounts[:len(d.Accounts)-shown[i].More] {
			named := a.Documents[:min(len(a.Documents), accountDocuments)]
			account := accountShown{Holder: v.name(a.Holder), Claim: a.Claim, More: len(a.Documents) - len(named)}
			for _, id := range named {
				account.Documents = append(account.Documents, choice{Href: v.documentLink(id), Label: cmp.Or(outlets[id], id)})
			}
			shown[i].Accounts = append(shown[i].Accounts, account)
		}
	}
	return shown, nil
}

// outlets say where the documents behind disputes stood, and when, by what views
// call them.
func (v *visit) outlets(found []view.Dispute) (map[string]string, error) {
	var ids []string
	for _, d := range found {
		for _, a := range d.Accounts {
			ids = append(ids, a.Documents...)
		}
	}
	outlets := map[string]string{}
	if len(ids) == 0 {
		return outlets, nil
	}
	for d, err := range v.record.Documents(v.ctx, store.DocumentFilter{Keys: ids}) {
		if err != nil {
			return nil, err
		}
		if d.Outlet != "" {
			outlets[d.ID] = d.Outlet + export.IfSome(", ", export.Day(d.Published))
			outlets[d.Key()] = outlets[d.ID]
		}
	}
	return outlets, nil
}

func (v *visit) documentLink(id string) template.URL {
	return v.link("/documents/" + url.PathEscape(id))
}
