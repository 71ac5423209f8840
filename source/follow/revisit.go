package follow

import (
	"cmp"
	"context"
	"errors"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
	"github.com/parleyrecord/parley/source/stated"
)

// Bounds of looking again at the pages of articles that were read.
const (
	mostRevisits    = 100 // pages of one source that are looked at again
	revisitsAtOnce  = 10  // of them in one look
	hourlyRevisits  = 60  // of one host
	mostVisits      = 12  // to one page
	longestInterest = 5 * 24 * time.Hour
)

// intervals are the pauses before a page is looked at again. One that has changed
// is looked at after the same pause as before, any other after the next.
var intervals = []time.Duration{time.Hour, 3 * time.Hour, 8 * time.Hour, 24 * time.Hour, 48 * time.Hour}

// revisit is a page that was read for an article, and is to be looked at again:
// the feed may say the same of it for ever.
type revisit struct {
	Document stated.Document `json:"document"` // without its text
	Address  string          `json:"address"`  // behind all redirects
	ETag     string          `json:"etag,omitempty"`
	Modified string          `json:"modified,omitempty"`
	Title    uint64          `json:"title,omitempty"` // a hash of the page's own
	Text     uint64          `json:"text,omitempty"`  // likewise; 0 for a live blog, whose posts have marks
	Length   int             `json:"length,omitempty"`
	Read     time.Time       `json:"read"`
	Next     time.Time       `json:"next"`
	Step     int             `json:"step,omitempty"` // among the intervals
	Visits   int             `json:"visits,omitempty"`
}

// later sets when to look next; it is false where the page has been looked at
// often enough.
func (r *revisit) later(now time.Time, changed bool) bool {
	r.Visits++
	if !changed {
		r.Step++
	}
	if r.Step >= len(intervals) || r.Visits >= mostVisits || now.Sub(r.Read) > longestInterest {
		return false
	}
	r.Next = now.Add(about(intervals[r.Step], 0.1))
	return true
}

// remember notes the page of an article that was taken, in place of what was noted
// of it before.
func (h *harvest) remember(d stated.Document, got fetch.Response, found []stated.Document) {
	now := h.f.Now().UTC()
	r := revisit{Document: d, Address: got.Address, ETag: got.ETag, Modified: got.Modified, Length: len(d.Text), Read: now, Next: now.Add(about(intervals[0], 0.1))}
	r.Document.Text = ""
	if len(found) == 1 {
		r.Title, r.Text = hashed(found[0].Title), hashed(found[0].Text)
	}
	all := slices.DeleteFunc(h.State.Revisits, func(o revisit) bool { return o.Document.ID == d.ID })
	all = append(all, r)
	h.State.Revisits = all[max(0, len(all)-mostRevisits):]
}

// lookAgain looks at the pages whose time has come. The first one that fails for
// the moment ends it: the others, which mostly stand on the same server, are not
// asked before the next look.
func (h *harvest) lookAgain(ctx context.Context) {
	if !h.f.Pages {
		h.State.Revisits = nil
		return
	}
	now := h.f.Now().UTC()
	slices.SortStableFunc(h.State.Revisits, func(a, b revisit) int { return a.Next.Compare(b.Next) })
	asked := 0
	ended := false
	kept := h.State.Revisits[:0]
	for _, r := range h.State.Revisits {
		due := !ended && !now.Before(r.Next) && asked < revisitsAtOnce && h.pages < mostPages && ctx.Err() == nil
		if !due || !h.f.again.spend(stated.Host(r.Address), now) {
			kept = append(kept, r)
			continue
		}
		asked++
		h.pages++
		stays := false
		if stays, ended = h.visit(ctx, &r, now); stays {
			kept = append(kept, r)
		}
	}
	h.State.Revisits = kept
}

// visit looks at a page again and takes what has changed. It tells whether the page
// is to be looked at once more, and whether its server is in trouble.
func (h *harvest) visit(ctx context.Context, r *revisit, now time.Time) (stays, trouble bool) {
	got, err := h.f.Fetch.Get(ctx, fetch.Request{Address: r.Address, ETag: r.ETag, Modified: r.Modified})
	var refusal *fetch.Refusal
	switch {
	case ctx.Err() != nil:
		return true, true
	case err == nil && got.Broken == nil:
	case errors.As(err, &refusal) && (refusal.Gone() || refusal.Code == http.StatusNotFound):
		h.note(r.Document.Place, "its page is no longer there; what was read of it stays")
		return false, false
	case err == nil || passing(err):
		return r.later(now, false), true
	default:
		return false, false
	}
	if got.NotModified {
		return r.later(now, false), false
	}
	if got.Address != r.Address { // it leads elsewhere now: to another article, or to the front page
		return false, false
	}
	changed := h.takeChanged(r, got)
	r.ETag, r.Modified = got.ETag, got.Modified
	return r.later(now, changed), false
}

// takeChanged takes what a page says now where that is not what it said before. A
// page that has less than half of its words left is one behind a wall, and none
// that was edited.
func (h *harvest) takeChanged(r *revisit, got fetch.Response) (changed bool) {
	found, err := pageDocuments(got)
	switch {
	case err != nil:
		return false
	case len(found) > 1:
		return h.takePosts(found)
	case r.Text == 0 || 2*len(found[0].Text) < r.Length:
		return false
	}
	article := found[0]
	title, text := hashed(article.Title), hashed(article.Text)
	if title == r.Title && text == r.Text {
		return false
	}
	d := r.Document
	if title != r.Title {
		d.Title = cmp.Or(article.Title, d.Title)
	}
	d.Text = article.Text
	d.Updated = cmp.Or(article.Updated, d.Updated)
	d.Byline = cmp.Or(article.Byline, d.Byline)
	h.take(d, true)
	r.Title, r.Text, r.Length = title, text, len(article.Text)
	r.Document = d
	r.Document.Text = ""
	return true
}

// takePosts takes the posts of a live blog that are new or were edited; it tells
// whether one of them is wanted.
func (h *harvest) takePosts(posts []stated.Document) (wanted bool) {
	for _, post := range posts {
		known, edited := h.see(post)
		if known {
			continue
		}
		if doc, ok := h.take(post, edited); ok && h.f.wants(doc) {
			wanted = true
		}
	}
	return wanted
}

// wants tells whether an article's page is worth looking at again.
func (f *Follower) wants(d parley.Document) bool { return f.Relevant == nil || f.Relevant(d) }

// allowance counts how often the pages of each host are looked at again within an
// hour.
type allowance struct {
	mu    sync.Mutex
	began time.Time
	spent map[string]int
}

// spend takes one look at a host, where it has one left.
func (a *allowance) spend(host string, now time.Time) bool {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.spent == nil || now.Sub(a.began) >= time.Hour {
		a.began, a.spent = now, map[string]int{}
	}
	if a.spent[host] >= hourlyRevisits {
		return false
	}
	a.spent[host]++
	return true
}
