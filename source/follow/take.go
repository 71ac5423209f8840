package follow

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/feed"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/stated"
)

// harvest is what a look gave, before it is kept.
type harvest struct {
	Look
	f         *Follower
	known     known
	documents []parley.Document
	seen      marks // in this look
	pages     int   // fetched
}

func newHarvest(f *Follower, s State) *harvest {
	return &harvest{Look: Look{State: s}, f: f, known: s.Seen.index()}
}

// see tells whether a document was seen as it is, or in other words, and
// remembers it.
func (h *harvest) see(d stated.Document) (known, edited bool) {
	m := markOf(d)
	known, edited = h.known.has(m)
	h.known.add(m)
	h.seen = append(h.seen, m)
	return known, edited
}

// takeItem takes an item where it is new.
func (h *harvest) takeItem(ctx context.Context, item feed.Item) {
	known, edited := h.see(item.Document)
	switch {
	case known:
	case h.f.Pages && item.Summary && item.URL != "":
		h.takeWithPage(ctx, postponed{Document: item.Document, Edited: edited})
	default:
		h.takeOne(item.Document, edited)
	}
}

// takeOne takes an item as it is, unless it is the bare address of a page.
func (h *harvest) takeOne(d stated.Document, edited bool) {
	if d.Title != "" || d.Text != "" {
		h.take(d, edited)
	}
}

// takeLater tries the pages again that could not be had before.
func (h *harvest) takeLater(ctx context.Context) {
	later := h.State.Later
	h.State.Later = nil
	for _, p := range later {
		h.takeWithPage(ctx, p)
	}
}

// takeWithPage takes an item with the text of its page; as it is where the page
// has none. Where the page may be had later, the item waits.
func (h *harvest) takeWithPage(ctx context.Context, p postponed) {
	if h.pages >= mostPages {
		h.postpone(p)
		return
	}
	h.pages++
	got, err := h.f.Fetch.Get(ctx, fetch.Request{Address: p.Document.URL})
	if err == nil && got.Broken != nil {
		err = got.Broken
	}
	switch p.Tries++; {
	case err == nil:
		h.takeArticle(p, got)
	case passing(err) && p.Tries < mostTries:
		h.postpone(p)
	default:
		h.note(p.Document.Place, fmt.Sprintf("its page cannot be read, so its summary is taken: %v", err))
		h.takeOne(p.Document, p.Edited)
	}
}

// postpone lets an item wait for its page. Where too many wait, it is taken as
// it is.
func (h *harvest) postpone(p postponed) {
	if len(h.State.Later) >= mostLater {
		h.takeOne(p.Document, p.Edited)
		return
	}
	h.State.Later = append(h.State.Later, p)
}

// takeArticle takes an item with the page that was fetched for it.
func (h *harvest) takeArticle(p postponed, got fetch.Response) {
	found, err := pageDocuments(got)
	switch {
	case err != nil:
		h.takeOne(p.Document, p.Edited)
	case len(found) > 1:
		if h.takePosts(found) {
			h.remember(p.Document, got, found)
		}
	default:
		d, article := p.Document, found[0]
		if len(article.Text) > len(d.Text) {
			d.Text = article.Text
		}
		d.Title = cmp.Or(d.Title, article.Title)
		d.Published = cmp.Or(d.Published, article.Published)
		d.Updated = cmp.Or(d.Updated, article.Updated)
		d.Byline = cmp.Or(article.Byline, d.Byline)
		if doc, ok := h.take(d, p.Edited); ok && h.f.wants(doc) {
			h.remember(d, got, found)
		}
	}
}

// passing tells whether a trouble may pass by itself.
func passing(err error) bool {
	var refusal *fetch.Refusal
	if errors.As(err, &refusal) {
		return refusal.Code >= 500 || refusal.Code == http.StatusTooManyRequests
	}
	kind := parley.KindOf(err)
	return !errors.Is(err, fetch.ErrRobots) && !errors.Is(err, fetch.ErrGuarded) && kind != parley.Invalid && kind != parley.TooLarge
}

// farFuture is how far ahead of the clock a date may lie: zones are mistaken by up
// to a day.
const farFuture = 24 * time.Hour

// take makes a document of what an item or page states.
func (h *harvest) take(d stated.Document, edited bool) (doc parley.Document, ok bool) {
	defaults := stated.Defaults{}
	if h.f.ZoneOf != nil {
		defaults.OutletZone = h.f.ZoneOf(stated.Host(cmp.Or(d.URL, h.State.Site, h.State.at())))
	}
	doc, note := d.Complete(defaults)
	if note != nil {
		h.Notes = append(h.Notes, aboutSource(h.State.at(), note))
	}
	latest := h.f.Now().Add(farFuture)
	if doc.Published.After(latest) {
		h.note(d.Place, fmt.Sprintf("its date, %s, lies in the future, so it stays unknown", doc.Published.Format(time.DateOnly)))
		doc.Published = time.Time{}
	}
	if doc.Updated.After(latest) || doc.Published.IsZero() {
		doc.Updated = time.Time{}
	}
	if err := doc.Validate(); err != nil {
		h.Notes = append(h.Notes, aboutSource(h.State.at(), err))
		return doc, false
	}
	h.documents = append(h.documents, doc)
	if edited {
		h.Edited = append(h.Edited, doc.ID)
	} else {
		h.New++
	}
	return doc, true
}

func (h *harvest) note(place, problem string) {
	h.Notes = append(h.Notes, &parley.Error{Kind: parley.Partial, Subject: Redact(h.State.at()), Place: place, Problem: problem})
}
