package follow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/feed"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/page"
	"github.com/parleyrecord/parley/source/stated"
	"github.com/parleyrecord/parley/source/timestamp"
)

// Bounds of one look at one source.
const (
	mostItems    = 5000
	mostPages    = 50 // pages fetched
	mostLater    = 200
	mostSitemaps = 5 // followed from an index
	mostTries    = 3 // for a page
)

// ask fetches a source and takes what is new.
func (f *Follower) ask(ctx context.Context, s State) (*harvest, error) {
	h := newHarvest(f, s)
	h.takeLater(ctx)
	got, err := f.Fetch.Get(ctx, fetch.Request{Address: s.at(), ETag: s.ETag, Modified: s.Modified})
	if err != nil {
		return h, err
	}
	if got.NotModified {
		h.lookAgain(ctx)
		return h, ctx.Err()
	}
	read, problem := f.readFeed(got)
	switch {
	case problem == nil, parley.KindOf(problem) == parley.Partial:
		if err := h.takeFeed(ctx, read); err != nil {
			return h, err
		}
		if problem != nil {
			h.Notes = append(h.Notes, aboutSource(s.at(), problem))
		}
	case (s.Kind == "" || s.Kind == Page) && isPage(got):
		if err := h.takePage(got); err != nil {
			return h, err
		}
	default:
		return h, aboutSource(s.at(), problem)
	}
	if got.Broken != nil {
		h.Notes = append(h.Notes, &parley.Error{Kind: parley.Partial, Subject: Redact(s.at()), Problem: "the server broke off", Err: got.Broken})
	}
	h.State.ETag, h.State.Modified = got.ETag, got.Modified
	if got.Moved != "" {
		h.State.Current = got.Moved
	}
	h.lookAgain(ctx)
	return h, ctx.Err()
}

// smallBody is the size in bytes up to which feeds are parsed side by side. What
// a parser makes of a large one is a multiple of it, so these take turns.
const smallBody = 1 << 20

func (f *Follower) readFeed(got fetch.Response) (read feed.Feed, err error) {
	defer stated.Guard(&err)
	if len(got.Body) > smallBody {
		f.large.Lock()
		defer f.large.Unlock()
	}
	return feed.Read(got.Body, got.ContentType, got.Address)
}

// aboutSource puts the address into an error of a format's reader.
func aboutSource(address string, err error) error {
	var e *parley.Error
	if !errors.As(err, &e) {
		return err
	}
	named := *e
	named.Subject = Redact(address)
	return &named
}

// takeFeed takes what is new in a feed or sitemap.
func (h *harvest) takeFeed(ctx context.Context, read feed.Feed) error {
	s := &h.State
	s.Kind = Feed
	if len(read.Sitemaps) > 0 {
		s.Kind = Sitemap
		items, err := h.sitemapItems(ctx, read.Sitemaps)
		if err != nil {
			return err
		}
		read.Items = append(read.Items, items...)
	}
	if len(read.Items) > mostItems {
		h.note("", fmt.Sprintf("of its %d items the first %d are read", len(read.Items), mostItems))
		read.Items = read.Items[:mostItems]
	}
	s.Title, s.Site = cmp.Or(read.Title, s.Title), cmp.Or(read.Site, s.Site)
	s.measure(read.Items, h.f.Now())
	for _, item := range read.Items {
		if item.Cut { // the next look may give it whole
			continue
		}
		h.takeItem(ctx, item)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
	}
	return nil
}

// sitemapItems are those of the newest sitemaps in an index.
func (h *harvest) sitemapItems(ctx context.Context, sitemaps []feed.Sitemap) ([]feed.Item, error) {
	modified := func(s feed.Sitemap) time.Time {
		at, _ := timestamp.Parse(s.Modified, nil) // unknown ones come last
		return at
	}
	sitemaps = slices.Clone(sitemaps)
	slices.SortStableFunc(sitemaps, func(a, b feed.Sitemap) int { return modified(b).Compare(modified(a)) })
	var items []feed.Item
	for _, sitemap := range sitemaps[:min(len(sitemaps), mostSitemaps)] {
		got, err := h.f.Fetch.Get(ctx, fetch.Request{Address: sitemap.Address})
		if err != nil {
			return nil, err
		}
		read, err := h.f.readFeed(got)
		if err != nil {
			h.Notes = append(h.Notes, aboutSource(sitemap.Address, err))
		}
		items = append(items, read.Items...)
	}
	return items, nil
}

// isPage tells whether an answer is HTML, by what is declared or by how it begins.
func isPage(got fetch.Response) bool {
	kind, _, _ := strings.Cut(got.ContentType, ";")
	if kind = strings.ToLower(strings.TrimSpace(kind)); kind == "text/html" || kind == "application/xhtml+xml" {
		return true
	}
	return strings.HasPrefix(http.DetectContentType(got.Body), "text/html")
}

// takePage takes the article of a page, or the posts of a live blog, where they
// are new.
func (h *harvest) takePage(got fetch.Response) error {
	found, err := pageDocuments(got)
	if h.State.Kind == "" && len(found) < 2 && !page.IsArticle(got.Body, got.ContentType) {
		if feeds := page.Feeds(got.Body, got.ContentType, got.Address); len(feeds) > 0 {
			return &parley.Error{Kind: parley.Invalid, Subject: Redact(h.State.at()), Problem: "it is a page that has feeds, and no article", Mend: "follow " + strings.Join(feeds, " or ")}
		}
	}
	if err != nil {
		return &parley.Error{Kind: parley.KindOf(err), Subject: Redact(h.State.at()), Problem: "it is neither a feed nor the page of an article", Err: err, Mend: "give the address of a feed"}
	}
	h.State.Kind, h.State.Title, h.State.Items = Page, found[0].Title, len(found)
	for _, d := range found {
		if known, edited := h.see(d); !known {
			h.take(d, edited)
		}
	}
	return nil
}

// pageDocuments are the posts of a live blog, or the one article of a page. Their
// ids are made of their addresses, or of the page's and what tells a post from
// others.
func pageDocuments(got fetch.Response) (found []stated.Document, err error) {
	defer stated.Guard(&err)
	if !isPage(got) {
		return nil, &parley.Error{Kind: parley.Invalid, Subject: Redact(got.Address), Problem: "it is no page"}
	}
	found, err = page.Posts(got.Body, got.ContentType)
	if err != nil || len(found) == 0 {
		article, err := page.Read(got.Body, got.ContentType)
		if err != nil {
			return nil, err
		}
		found = []stated.Document{article}
	}
	for i := range found {
		d := &found[i]
		d.URL = cmp.Or(d.URL, got.Address)
		name := d.URL
		if d.Place != "" && !strings.Contains(d.URL, "#") {
			name += "\n" + d.Published + "\n" + d.Title
		}
		d.ID = feed.ItemID(name, d.URL)
	}
	return found, nil
}

// measure notes how many items there are and how often they come.
func (s *State) measure(items []feed.Item, now time.Time) {
	s.Items = len(items)
	if s.Usual -= (s.Usual - s.Items + 9) / 10; s.Usual < s.Items {
		s.Usual = s.Items
	}
	var dates []time.Time
	for _, i := range items {
		if at, err := timestamp.Parse(cmp.Or(i.Published, i.Updated), nil); err == nil && at.Before(now) && at.Unix() > 0 {
			dates = append(dates, at)
		}
	}
	if len(dates) == 0 {
		return
	}
	slices.SortFunc(dates, time.Time.Compare)
	newest := dates[len(dates)-1]
	if s.Newest.Before(newest) {
		s.Newest = newest.UTC()
	}
	if len(dates) > 2 {
		s.Rhythm = newest.Sub(dates[0]) / time.Duration(len(dates)-1)
	}
}
