package main

import (
	"context"
	"fmt"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/source"
	"github.com/parleyrecord/parley/source/timestamp"
)

// inputFlags are the flags of the commands that take articles in.
type inputFlags struct {
	published, outlet, zone string
	digest                  bool
}

func (f *inputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.published, "published", "", "when articles that do not say so were published: 2025-12-04 or 2025-12-04T18:00:00Z")
	flags.StringVar(&f.outlet, "outlet", "", "outlet of articles that do not name theirs")
	flags.StringVar(&f.zone, "zone", "", "time zone of the outlet, such as Europe/Kyiv")
	flags.BoolVar(&f.digest, "digest", false, "each paragraph of a plain text is an article of its own, a short line before it its headline")
}

// options are what the flags say.
func (f *inputFlags) options() (source.Options, error) {
	o := source.Options{Outlet: f.outlet, Zone: f.zone, Digest: f.digest}
	zone, err := time.LoadLocation(f.zone)
	if err != nil || f.zone == "Local" {
		return o, usageError{fmt.Errorf("--zone: %q is no time zone (use a name such as Europe/Kyiv)", f.zone)}
	}
	if f.published != "" {
		if o.Published, err = timestamp.Parse(f.published, zone); err != nil {
			return o, usageError{fmt.Errorf("--published: %q: %w (write 2025-12-04 or 2025-12-04T18:00:00Z)", f.published, err)}
		}
	}
	return o, nil
}

// documents are those of the paths that the user names, with what the flags
// add to them. The bar follows the files as they are opened.
func (p *program) documents(ctx context.Context, paths []string, flags *inputFlags, bar *progress) (iter.Seq2[parley.Document, error], error) {
	options, err := flags.options()
	if err != nil {
		return nil, err
	}
	words, err := p.words()
	if err != nil {
		return nil, err
	}
	options.Input, options.ZoneOf = p.in, words.ZoneOf
	options.Began = func(_ string, number, of int) { bar.at(number, of) }
	return source.Open(ctx, paths, options), nil
}

// fromFirst waits for the first document that can be opened and gives the
// sequence from there; ok is false where there is none. Errors before it are
// told. stop must be called when the sequence is done with.
func fromFirst(documents iter.Seq2[parley.Document, error], tell func(error)) (rest iter.Seq2[parley.Document, error], stop func(), ok bool) {
	next, stop := iter.Pull2(documents)
	document, err, ok := next()
	for ; ok && err != nil; document, err, ok = next() {
		tell(err)
	}
	return func(yield func(parley.Document, error) bool) {
		for ; ok && yield(document, err); document, err, ok = next() {
		}
	}, stop, ok
}

// batch counts what became of the inputs of one request.
type batch struct {
	p             *program
	bar           *progress
	taken, failed int
	known         int // of those taken, how many the record had before
}

// tell reports an input that could not be taken, or a note about one that
// could.
func (b *batch) tell(err error) {
	what := "failed"
	switch parley.KindOf(err) {
	case parley.Partial:
		what = "note"
	case parley.NotEnglish, parley.Empty:
		what = "skipped"
	}
	if what != "note" {
		b.failed++
	}
	b.bar.clear()
	fmt.Fprintf(b.p.err, "parley: %s: %s\n", what, export.Clean(err.Error()))
}

// end is the outcome of the batch: a failure where nothing could be taken.
func (b *batch) end() error {
	b.bar.done()
	if b.taken > 0 {
		return nil
	}
	if b.failed == 0 {
		return &parley.Error{Kind: parley.Empty, Problem: "there is nothing to read", Mend: "name files that hold articles"}
	}
	return errReported
}
