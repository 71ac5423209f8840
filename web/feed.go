package web

import (
	"io"
	"slices"
	"strings"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

const (
	feedDays  = 30
	feedLines = 100
)

// changesFeed is what changed, for feed readers: what was told first or took
// another turn in the last month.
var changesFeed = form{label: "Feed of changes", ending: "atom", kind: "application/atom+xml; charset=utf-8", inline: true, write: func(v *visit, w io.Writer) error {
	b, err := view.BriefOf(v.ctx, v.record, v.window(feedDays), feedLines)
	if err != nil {
		return err
	}
	home := "http://" + v.request.Host
	f := export.Feed{
		Title: v.dossierName() + ": what changed · Parley", ID: "urn:parley:changes:" + v.dossier.ID, Updated: v.extent.Last,
		Self: home + v.request.URL.RequestURI(), Home: home + string(v.link("/")),
	}
	for _, n := range slices.Concat(b.Changed, b.Moved, b.Disputes) {
		f.Items = append(f.Items, v.feedItem(n))
	}
	slices.SortStableFunc(f.Items, func(x, y export.FeedItem) int { return y.Updated.Compare(x.Updated) })
	return export.Atom(w, f)
}}

// feedItem is a line of news. What changes again is told again: its id names the
// state that it has come to.
func (v *visit) feedItem(n view.News) export.FeedItem {
	said, about := export.News(n, v.name)
	item := export.FeedItem{ID: "urn:parley:entry:" + n.ID, Title: said, Address: v.entryAddress(n.ID), Updated: n.Told, Author: strings.Join(n.Outlets, ", ")}
	if n.Before != "" {
		for _, s := range n.From {
			if s.Published.After(item.Updated) {
				item.Updated = s.Published
			}
		}
		item.ID += ":" + v.row(n.Line).Status
	}
	parts := []string{}
	if n.Words != "" {
		parts = append(parts, "“"+n.Words+"”")
	}
	if about != "" {
		parts = append(parts, about)
	}
	item.Text = strings.Join(append(parts, export.Backing(n.Entry)), " · ")
	return item
}
