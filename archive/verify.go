package archive

import (
	"context"
	"encoding/json"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// Verified counts what was found whole.
type Verified struct {
	Documents   int `json:"documents"`
	Readings    int `json:"readings"`
	Corrections int `json:"corrections"`
	Entries     int `json:"entries"`
}

// Verify holds all that a record keeps against its hashes and rules: each
// document has the version that its words give, each reading stands on words of
// its document, each correction is as it was made, and the entries are those
// into which the mentions fold. The error names the first that is not.
func Verify(ctx context.Context, r store.Reader) (v Verified, err error) {
	for d, err := range r.Documents(ctx, store.DocumentFilter{Text: true}) {
		if err != nil {
			return v, err
		}
		if err := verifyDocument(ctx, r, d); err != nil {
			return v, err
		}
		v.Documents++
		v.Readings++
	}
	for c, err := range r.Corrections(ctx, store.CorrectionFilter{}) {
		if err != nil {
			return v, err
		}
		sealed := c
		if err := sealed.Seal(); err != nil || sealed.ID != c.ID {
			return v, damaged("correction "+c.ID, "it is not as it was made", err)
		}
		v.Corrections++
	}
	v.Entries, err = verifyEntries(ctx, r)
	return v, err
}

func verifyDocument(ctx context.Context, r store.Reader, d store.Document) error {
	if d.Document.Version() != d.Version {
		return damaged("document "+d.Key(), "its words are not those that were kept", nil)
	}
	reading, err := r.Reading(ctx, d.Key())
	if err != nil {
		return damaged("document "+d.Key(), "it has no reading", err)
	}
	if err := reading.Validate(d.Body()); err != nil {
		return damaged("reading of "+d.Key(), "it breaks a rule", err)
	}
	return nil
}

func verifyEntries(ctx context.Context, r store.Reader) (n int, err error) {
	var mentions []store.Mention
	for m, err := range r.Mentions(ctx, store.MentionFilter{}) {
		if err != nil {
			return 0, err
		}
		mentions = append(mentions, m)
	}
	folded, err := record.Fold(mentions)
	if err != nil {
		return 0, err
	}
	for e, err := range r.Entries(ctx, store.EntryFilter{}) {
		if err != nil {
			return n, err
		}
		if n >= len(folded) || !same(e, folded[n]) {
			return n, unfolded("entry "+e.ID, "it is not what this version of Parley makes of the readings")
		}
		n++
	}
	if n < len(folded) {
		return n, unfolded("entry "+folded[n].ID, "this version of Parley makes it of the readings, and the record lacks it")
	}
	return n, nil
}

func same(a, b parley.Entry) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

func damaged(subject, problem string, err error) error {
	return &parley.Error{Kind: parley.Invalid, Subject: subject, Problem: problem, Err: err,
		Mend: "restore a backup: parley restore BACKUP --data FOLDER"}
}

func unfolded(subject, problem string) error {
	return &parley.Error{Kind: parley.Invalid, Subject: subject, Problem: problem,
		Mend: "'parley reread' folds the record anew; where that does not help, restore a backup"}
}
