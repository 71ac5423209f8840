package source

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/stated"
)

// DefaultLimit is the size, in bytes, up to which a document's file is read.
const DefaultLimit = 64 << 20

// Stdin names standard input among the arguments.
const Stdin = "-"

// Options supply what documents do not state themselves, and say how to read
// them. The zero value is ready to use.
type Options struct {
	Published time.Time
	Outlet    string
	Zone      string // IANA name; stamps without a zone are read in it
	// ZoneOf, where set, gives the zone of an outlet, by host or name; "" where it
	// is not known.
	ZoneOf func(outlet string) string
	Digest bool // each paragraph of a plain text is a brief
	// Limit is the largest file that is read, unpacked, in bytes; in a file with
	// one document a line, the longest line. 0 means DefaultLimit.
	Limit int64
	// Root, where set, is a folder whose files come a few at a time: those in
	// folders below it are named after these too, since none of the others is
	// there to tell them apart from.
	Root string
	// Input is what "-" reads; nil means os.Stdin.
	Input io.Reader
	// Began, where set, is called before each file is read, with its place among
	// all files of the batch, for showing progress.
	Began func(path string, number, of int)
}

// Open gives the documents of files, folders and "-", each with a nil error;
// with an error comes no document. Nothing is read before the sequence is
// ranged over; it stops with ctx's error when ctx ends.
func Open(ctx context.Context, args []string, o Options) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		if err := o.check(); err != nil {
			yield(parley.Document{}, err)
			return
		}
		files, problems := list(args)
		for _, err := range problems {
			if !yield(parley.Document{}, err) {
				return
			}
		}
		nameFiles(files, o.Root)
		for i, f := range files {
			if ctx.Err() != nil {
				yield(parley.Document{}, ctx.Err())
				return
			}
			if o.Began != nil {
				o.Began(f.path, i+1, len(files))
			}
			for doc, err := range o.read(f) {
				if !yield(doc, err) {
					return
				}
				if ctx.Err() != nil {
					yield(parley.Document{}, ctx.Err())
					return
				}
			}
		}
	}
}

func (o *Options) check() error {
	if _, err := time.LoadLocation(o.Zone); err != nil || o.Zone == "Local" {
		return &parley.Error{Kind: parley.Invalid, Subject: "zone", Problem: fmt.Sprintf("%q is no time zone", o.Zone), Mend: "use a name such as Europe/Kyiv"}
	}
	if o.Limit == 0 {
		o.Limit = DefaultLimit
	}
	if o.Input == nil {
		o.Input = os.Stdin
	}
	return nil
}

// zoneOf is the zone of the outlet of a document.
func (o *Options) zoneOf(s stated.Document) string {
	if o.ZoneOf == nil {
		return ""
	}
	return o.ZoneOf(cmp.Or(s.Outlet, o.Outlet, s.URL))
}

// complete makes documents of what a format's reader found, and names the file
// in its errors.
func (o *Options) complete(f *file, found iter.Seq2[stated.Document, error]) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		number := 0
		for s, err := range found {
			number++
			if err != nil {
				if !yield(parley.Document{}, f.named(err)) {
					return
				}
				continue
			}
			doc, note := s.Complete(stated.Defaults{ID: f.documentID(s, number), Outlet: o.Outlet, Published: o.Published, Zone: o.Zone, OutletZone: o.zoneOf(s)})
			if err := doc.Validate(); err != nil {
				if !yield(parley.Document{}, f.named(err)) {
					return
				}
				continue
			}
			if !yield(doc, nil) {
				return
			}
			if note != nil && !yield(parley.Document{}, f.named(note)) {
				return
			}
		}
	}
}
