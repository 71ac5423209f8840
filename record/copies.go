package record

import (
	"context"
	"slices"
	"strconv"

	"github.com/parleyrecord/parley/source/fingerprint"
	"github.com/parleyrecord/parley/store"
)

// keepDocument keeps a document in its group of copies, which its text and
// those of the documents kept before decide, and returns the keys of the other
// documents whose group changed with it.
//
// A group holds the copies of a text, the copies of these, and so on, and all
// versions of each; it has the id of its canonically first document.
func keepDocument(ctx context.Context, tx store.Tx, doc *store.Document) (moved []string, err error) {
	print := fingerprint.Of(doc.Text)
	doc.Blocks = nil
	for _, key := range print.Keys() {
		doc.Blocks = append(doc.Blocks, strconv.FormatUint(key, 36))
	}
	doc.Group = doc.ID
	members, err := copiesOf(ctx, tx, *doc, print)
	if err != nil {
		return nil, err
	}
	if len(members) > 0 {
		members = append(members, *doc)
		first := slices.MinFunc(members, earlier)
		doc.Group = first.ID
		for _, m := range members {
			if m.Group != doc.Group && m.Key() != doc.Key() {
				moved = append(moved, m.Key())
			}
		}
	}
	if err := tx.PutDocument(ctx, *doc); err != nil {
		return nil, err
	}
	return moved, tx.Regroup(ctx, doc.Group, append(slices.Clone(moved), doc.Key()))
}

// earlier orders documents canonically: by publication, undated first, then
// key.
func earlier(a, b store.Document) int {
	if order := a.Published.Compare(b.Published); order != 0 {
		return order
	}
	if a.Key() < b.Key() {
		return -1
	}
	return 1
}

// copiesOf are the members of every group in which a version or a copy of the
// document stands.
func copiesOf(ctx context.Context, tx store.Tx, doc store.Document, print fingerprint.Fingerprint) ([]store.Document, error) {
	groups := map[string]bool{}
	versions, err := store.Collect(tx.Documents(ctx, store.DocumentFilter{Keys: []string{doc.ID}}))
	if err != nil {
		return nil, err
	}
	for _, v := range versions {
		groups[v.Group] = true
	}
	if len(doc.Blocks) > 0 {
		for other, err := range tx.Documents(ctx, store.DocumentFilter{Blocks: doc.Blocks, Text: true}) {
			if err != nil {
				return nil, err
			}
			if !groups[other.Group] && fingerprint.Similar(print, fingerprint.Of(other.Text)) {
				groups[other.Group] = true
			}
		}
	}
	var members []store.Document
	for group := range groups {
		found, err := store.Collect(tx.Documents(ctx, store.DocumentFilter{Group: group}))
		if err != nil {
			return nil, err
		}
		members = append(members, slices.DeleteFunc(found, func(d store.Document) bool { return d.Key() == doc.Key() })...)
	}
	return members, nil
}
