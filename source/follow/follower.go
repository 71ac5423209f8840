package follow

import (
	"cmp"
	"context"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/fetch"
)

// Keeper keeps what is followed.
type Keeper interface {
	// States gives all that is followed.
	States(ctx context.Context) ([]State, error)

	// Keep keeps a state, in place of any former one of its Address, and the
	// documents that came with it: both or, where it fails or the process
	// dies, neither. A document that was kept before may come again.
	Keep(ctx context.Context, s State, documents []parley.Document) error
}

// Follower follows sources.
type Follower struct {
	Fetch  *fetch.Fetcher
	Keeper Keeper
	// Every is the pause between two looks at a source of the web.
	Every time.Duration
	// Pages tells that the pages of items that come with a summary only are
	// fetched too.
	Pages bool
	// Relevant, where it is set, tells whether an article is wanted. The pages of
	// those that are not are not looked at again.
	Relevant func(parley.Document) bool
	// Workers is how many sources are looked at at once; at least one is.
	Workers int
	// ZoneOf gives the time zone of an outlet, by its host: an IANA name, or "".
	// It may be nil.
	ZoneOf func(host string) string
	// Now is the clock.
	Now func() time.Time
	// Report, where it is set, is called after each look, when what it gave is
	// kept; never twice at once.
	Report func(Look)

	large sync.Mutex // held while a large feed is parsed
	again allowance  // of looks at pages that were read
}

// Look is what one look at a source gave.
type Look struct {
	State  State // as it is after it
	New    int   // documents not seen before
	Edited []string
	Notes  []error // about single items
	Err    error   // why the look failed
	// Troubles are those of the source that were not there before.
	Troubles []Trouble
}

// Add lets sources be followed: addresses of feeds, sitemaps and pages, and paths
// of folders. One that is followed already stays as it is.
func (f *Follower) Add(ctx context.Context, sources ...string) (added []State, err error) {
	states, err := f.Keeper.States(ctx)
	if err != nil {
		return nil, err
	}
	for _, given := range sources {
		name, kind, err := sourceName(given)
		if err != nil {
			return nil, err
		}
		if !slices.ContainsFunc(slices.Concat(states, added), func(s State) bool { return s.Address == name }) {
			added = append(added, State{Address: name, Kind: kind, Added: f.Now().UTC()})
		}
	}
	for i, s := range added {
		if err := f.Keeper.Keep(ctx, s, nil); err != nil {
			return added[:i], err
		}
	}
	return added, nil
}

// Retry lets a source be looked at with the next round, whatever was the matter
// with it.
func (f *Follower) Retry(ctx context.Context, s State) error {
	s.Gone, s.NotBefore, s.Next = false, time.Time{}, time.Time{}
	return f.Keeper.Keep(ctx, s, nil)
}

// Name is the name under which a source is followed: its address or, for a folder,
// its whole path.
func Name(given string) (string, error) {
	name, _, err := sourceName(given)
	if err != nil && filepath.IsAbs(given) { // a folder that is no longer there
		return filepath.Clean(given), nil
	}
	return name, err
}

// sourceName gives the name under which a source is followed. Folders are known
// from the start.
func sourceName(given string) (name string, kind Kind, err error) {
	given = strings.TrimSpace(given)
	if u, err := url.Parse(given); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Hostname() != "" {
		return given, "", nil
	}
	if info, err := os.Stat(given); err == nil && info.IsDir() {
		path, err := filepath.Abs(given)
		return path, Folder, err
	}
	return "", "", &parley.Error{Kind: parley.Invalid, Subject: Redact(given), Problem: "it is neither a web address nor a folder", Mend: "give an address like https://post.example/feed, or a folder that exists"}
}

// Round looks at every source that is due, or with once at all that do not rest,
// and tells when the next will be due: the zero time where none will.
// What it gave is kept when it returns. Sources that fail are reported, and do not
// make it fail.
func (f *Follower) Round(ctx context.Context, once bool) (next time.Time, err error) {
	states, err := f.Keeper.States(ctx)
	if err != nil {
		return next, err
	}
	now := f.Now()
	due := slices.DeleteFunc(slices.Clone(states), func(s State) bool { return !s.due(now, once) })
	slices.SortStableFunc(due, func(a, b State) int { return cmp.Or(a.Next.Compare(b.Next), cmp.Compare(a.Address, b.Address)) })
	if err := f.lookAt(ctx, due); err != nil {
		return next, err
	}
	if states, err = f.Keeper.States(ctx); err != nil {
		return next, err
	}
	for _, s := range states {
		at := s.Next
		if at.Before(s.NotBefore) {
			at = s.NotBefore
		}
		if !s.Gone && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next, nil
}

// lookAt looks at sources, several at once. It fails where what they gave cannot
// be kept, or ctx ends.
func (f *Follower) lookAt(ctx context.Context, due []State) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	waiting := make(chan State)
	var workers sync.WaitGroup
	var reporting sync.Mutex
	for range max(f.Workers, 1) {
		workers.Go(func() {
			for s := range waiting {
				look, err := f.look(ctx, s)
				if err != nil {
					stop(err)
					continue
				}
				if f.Report != nil {
					reporting.Lock()
					f.Report(look)
					reporting.Unlock()
				}
			}
		})
	}
	for _, s := range due {
		if ctx.Err() != nil {
			break
		}
		waiting <- s
	}
	close(waiting)
	workers.Wait()
	return context.Cause(ctx)
}

// look looks at one source and keeps what it gave.
func (f *Follower) look(ctx context.Context, s State) (Look, error) {
	if s.Kind == Folder {
		return f.lookAtFolder(ctx, s)
	}
	before := s.Troubles(s.Tried)
	h, err := f.ask(ctx, s)
	if ctx.Err() != nil { // not the source's fault
		return Look{}, context.Cause(ctx)
	}
	now := f.Now().UTC()
	if err != nil {
		// What pages gave, and which are to be tried again, holds all the same.
		s.Later, s.Seen, s.Revisits = h.State.Later, h.State.Seen, h.State.Revisits
		h.State, h.Err = s, err
		h.State.failed(now, f.Every, err)
	} else {
		h.State.succeeded(now, f.Every)
	}
	h.State.Seen = h.State.Seen.after(h.seen, max(h.State.Usual, h.State.Items, len(h.seen)))
	h.State.Taken += len(h.documents)
	if len(h.documents) > 0 {
		h.State.Newest = now
	}
	h.Troubles = arisen(before, h.State.Troubles(now))
	return h.Look, f.Keeper.Keep(ctx, h.State, h.documents)
}
