package sqlite

import (
	"context"
	"encoding/json"
	"iter"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Entries implements store.Reader.
func (q queries) Entries(ctx context.Context, f store.EntryFilter) iter.Seq2[parley.Entry, error] {
	where, args := entryConditions(f)
	found := rows(ctx, q, "list entries", "SELECT e.body FROM entries e"+where+" ORDER BY e.kind, e.told, e.id", args, scanEntry)
	return func(yield func(parley.Entry, error) bool) {
		for e, err := range found {
			if err == nil && !f.Passes(e) {
				continue
			}
			if !yield(e, err) {
				return
			}
		}
	}
}

// entryConditions narrows the rows; the filter has the last word.
func entryConditions(f store.EntryFilter) (string, []any) {
	var c conditions
	kinds := make([]int, len(f.Kinds))
	for i, k := range f.Kinds {
		kinds[i] = kindOrder(k)
	}
	c.addIf(len(kinds) > 0, "e.kind IN (SELECT value FROM json_each(?))", list(kinds))
	c.addIf(f.Since != "", "(e.last IS NULL OR e.last >= ?)", store.DayNumber(f.Since.First()))
	c.addIf(f.Until != "", "(e.first IS NULL OR e.first <= ?)", store.DayNumber(f.Until.Last()))
	c.addIf(!f.ToldSince.IsZero(), "(e.told IS NULL OR e.told >= ?)", nanos(f.ToldSince))
	c.addIf(!f.ToldUntil.IsZero(), "(e.told IS NULL OR e.told < ?)", nanos(f.ToldUntil))
	c.addIf(f.Issue != "", "e.issue = ?", string(f.Issue))
	c.addIf(len(f.Parties) > 0, "e.n IN (SELECT entry FROM entry_parties WHERE party IN (SELECT value FROM json_each(?)))", list(f.Parties))
	const ofDocuments = "e.fold IN (SELECT l.fold FROM documents d JOIN mentions m ON m.document = d.n JOIN leads l ON l.member = m.id WHERE "
	c.addIf(!f.KeptSince.IsZero(), ofDocuments+"d.kept >= ?)", nanos(f.KeptSince))
	c.addIf(f.Document != "", ofDocuments+"d.key = ? OR d.id = ?)", f.Document, f.Document)
	c.addIf(f.Dossier != "", ofDocuments+"d.n IN (SELECT document FROM document_dossiers WHERE dossier = ?))", f.Dossier)
	return c.where()
}

func kindOrder(k parley.EntryKind) int { return slices.Index(parley.EntryKinds, k) }

// Entry implements store.Reader.
func (q queries) Entry(ctx context.Context, id string) (parley.Entry, error) {
	e, err := q.entry(ctx, "e.id = ?1 OR e.fold = (SELECT fold FROM leads WHERE member = ?1)", id)
	if parley.KindOf(err) != parley.NotFound || len(id) < shortestPrefix {
		return e, err
	}
	after := id + "\U0010ffff"
	return q.entry(ctx, "e.id >= ?1 AND e.id < ?2 OR e.fold IN (SELECT fold FROM leads WHERE member >= ?1 AND member < ?2)", id, after)
}

const shortestPrefix = 8

// entry is the one entry that a condition finds: of each fold it counts the
// first only, unless the condition names another by its own id.
func (q queries) entry(ctx context.Context, condition string, args ...any) (parley.Entry, error) {
	id := args[0].(string)
	query := `SELECT e.body FROM entries e JOIN folds f ON f.n = e.fold WHERE (` + condition + `)
		AND (e.id = f.id OR substr(e.id, 1, length(?1)) = ?1) ORDER BY e.id = ?1 DESC, e.n LIMIT 2`
	var found []parley.Entry
	for e, err := range rows(ctx, q, "find entry "+id, query, args, scanEntry) {
		if err != nil {
			return e, err
		}
		found = append(found, e)
	}
	switch {
	case len(found) == 0:
		return parley.Entry{}, notFound("entry", id)
	case len(found) > 1 && found[0].ID != id && leads(found[0], id) == leads(found[1], id):
		return parley.Entry{}, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "more than one entry's id begins so", Mend: "give more of the id"}
	}
	return found[0], nil
}

// leads tells whether an id is a member's own, whole.
func leads(e parley.Entry, id string) bool {
	return slices.ContainsFunc(e.Members, func(m parley.Member) bool { return m.ID == id })
}

func scanEntry(row scanner) (e parley.Entry, err error) {
	var body []byte
	if err := row.Scan(&body); err != nil {
		return e, err
	}
	return e, json.Unmarshal(body, &e)
}
