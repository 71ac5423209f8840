// Package lexicon knows names: who is this on that day, where is this, which
// issue is spoken of, whose voice is this outlet.
//
// All that it knows stands in tab-separated files (see data/README.md), which
// are embedded and which a user extends or overrides with files of the same
// names and columns. The code holds no name, no place and no conflict.
//
// A [Lexicon] is immutable once loaded and safe for use by many goroutines.
// Where a name has several readings it says so ([Match.Candidates],
// [Match.Also], [Match.Open]); it does not choose by context, which is the
// reader's work.
package lexicon
