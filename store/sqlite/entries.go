package sqlite

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Entries implements store.Reader.
func (q queries) Entries(ctx context.Context, f store.EntryFilter) iter.Seq2[parley.Entry, error] {
	from, where, args := entrySource(f)
	order := " ORDER BY e.kind, e.told, e.id"
	if bounded(f) {
		order = "" // the source has kind and telling in order already
	}
	found := decoded(rows(ctx, q, "list entries", "SELECT "+entryColumns(f)+" FROM "+from+where+order, args, scanParts))
	return func(yield func(parley.Entry, error) bool) {
		var together []parley.Entry // of one kind and telling
		give := func() bool {
			slices.SortFunc(together, func(a, b parley.Entry) int { return strings.Compare(a.ID, b.ID) })
			for _, e := range together {
				if !yield(e, nil) {
					return false
				}
			}
			together = together[:0]
			return true
		}
		for e, err := range found {
			if err != nil {
				yield(e, failed(q.file, "list entries", err))
				return
			}
			if !f.Passes(e) {
				continue
			}
			if len(together) > 0 && (together[0].Kind != e.Kind || !together[0].Told.Equal(e.Told)) && !give() {
				return
			}
			together = append(together, e)
		}
		give()
	}
}

// entryColumns are those of the part of an entry that is asked for.
func entryColumns(f store.EntryFilter) string {
	switch {
	case f.Part == store.Whole:
		return wholeEntry
	case f.Part == store.WithoutSpans || f.Document != "":
		return "e.body, e.members, NULL"
	}
	return "e.body, NULL, NULL"
}

const wholeEntry = "e.body, e.members, e.spans"

// entrySource narrows the rows; the filter has the last word.
func entrySource(f store.EntryFilter) (from, where string, args []any) {
	var c conditions
	from = "entries e"
	if bounded(f) {
		// Only numbers are sorted, not whole entries. With a limit, SQLite keeps the order.
		query, bounds := filed(f)
		from, args = "(SELECT entry FROM ("+query+") ORDER BY kind, telling = 2 DESC, told LIMIT -1) x CROSS JOIN entries e ON e.n = x.entry", bounds
	} else {
		c.addIf(len(f.Kinds) > 0, "e.kind IN ("+kindsOf(f)+")")
	}
	c.addIf(len(f.IDs) > 0, "e.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	c.addIf(f.Issue != "", "e.issue = ?", string(f.Issue))
	c.addIf(len(f.Parties) > 0, "e.n IN (SELECT entry FROM entry_parties WHERE party IN (SELECT value FROM json_each(?)))", list(f.Parties))
	const ofDocuments = "e.fold IN (SELECT l.fold FROM documents d JOIN mentions m ON m.document = d.n JOIN leads l ON l.member = m.id WHERE "
	c.addIf(!f.KeptSince.IsZero(), ofDocuments+"d.kept >= ?)", nanos(f.KeptSince))
	c.addIf(f.Document != "", ofDocuments+"d.key = ? OR d.id = ?)", f.Document, f.Document)
	where, narrowed := c.where()
	return from, where, append(args, narrowed...)
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
	query := `SELECT ` + wholeEntry + ` FROM entries e JOIN folds f ON f.n = e.fold WHERE (` + condition + `)
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
		return parley.Entry{}, &parley.Error{Kind: parley.Invalid, Subject: id, Problem: "more than one entry's id begins so", Mend: "give more of the id"}
	}
	return found[0], nil
}

// leads tells whether an id is a member's own, whole.
func leads(e parley.Entry, id string) bool {
	return slices.ContainsFunc(e.Members, func(m parley.Member) bool { return m.ID == id })
}

func scanEntry(row scanner) (parley.Entry, error) {
	r, err := scanParts(row)
	if err != nil {
		return parley.Entry{}, err
	}
	return r.entry()
}

func scanParts(row scanner) (r entryRow, err error) {
	err = row.Scan(&r.body, &r.members, &r.spans)
	return r, err
}

// entryRow is an entry in three parts; those that were not asked for are nil.
type entryRow struct{ body, members, spans []byte }

// rowOf gives an entry's parts, and its gist.
func rowOf(e parley.Entry) (row entryRow, gist string, err error) {
	parts := e
	parts.Members, parts.Spans = nil, nil
	var spans []byte
	for _, part := range []struct {
		into  *[]byte
		value any
	}{{&row.body, parts}, {&row.members, e.Members}, {&spans, e.Spans}} {
		if *part.into, err = json.Marshal(part.value); err != nil {
			return row, "", err
		}
	}
	if row.spans, err = packedSpans(spans); err != nil {
		return row, "", err
	}
	gist, err = gistOf(e, row.body, row.members, spans)
	return row, gist, err
}

// gistOf is the gist of an entry of which the parts are given as JSON.
func gistOf(e parley.Entry, body, members, spans []byte) (string, error) {
	whole := bytes.Replace(body, []byte(`"members":null,"spans":null`), slices.Concat([]byte(`"members":`), members, []byte(`,"spans":`), spans), 1)
	gist, err := json.Marshal(store.GistOf(e, whole))
	if err != nil {
		return "", fmt.Errorf("entry %s: %w", e.ID, err)
	}
	return string(gist), nil
}

// gist is that of the entry in a row.
func (r entryRow) gist() (string, error) {
	e, err := r.entry()
	if err != nil {
		return "", err
	}
	_, gist, err := rowOf(e)
	return gist, err
}

func (r entryRow) entry() (e parley.Entry, err error) {
	if err := decode(r.body, &e); err != nil {
		return e, err
	}
	if r.members != nil {
		if err := decode(r.members, &e.Members); err != nil {
			return e, err
		}
	}
	return e, readSpans(r.spans, &e.Spans)
}

// compressed stands before spans that are.
const compressed = 'z'

// packedSpans are spans, given as JSON, as a row keeps them.
func packedSpans(spans []byte) ([]byte, error) {
	body, err := pack(spans)
	return append([]byte{compressed}, body...), err
}

func readSpans(body []byte, spans *[]parley.Evidence) error {
	switch {
	case len(body) == 0:
		return nil
	case body[0] == compressed:
		return unpack(body[1:], spans)
	}
	return decode(body, spans)
}
