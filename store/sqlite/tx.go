package sqlite

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// tx writes inside an Update.
type tx struct {
	queries
	db      *writer
	anew    bool // the journal is written when all has been folded
	folding store.Progress
}

var _ store.Tx = (*tx)(nil)

// statement is one step of a change.
type statement struct {
	query string
	args  []any
}

func (t *tx) run(ctx context.Context, doing string, steps ...statement) error {
	for _, s := range steps {
		if _, err := t.db.exec(ctx, s.query, s.args...); err != nil {
			return failed(t.file, doing, err)
		}
	}
	return nil
}

// insert runs one step and returns the number of the row that it made.
func (t *tx) insert(ctx context.Context, doing, query string, args ...any) (int64, error) {
	result, err := t.db.exec(ctx, query, args...)
	if err != nil {
		return 0, failed(t.file, doing, err)
	}
	n, err := result.LastInsertId()
	return n, failed(t.file, doing, err)
}

// PutDocument implements store.Tx.
func (t *tx) PutDocument(ctx context.Context, d store.Document) error {
	key, doing := d.Key(), "keep document "+d.Key()
	n, found, err := t.number(ctx, key)
	if err != nil {
		return err
	}
	if !found {
		if n, err = t.insertDocument(ctx, d); err != nil {
			return err
		}
	}
	steps := []statement{{"DELETE FROM document_dossiers WHERE document = ?", []any{n}}}
	if found && d.Byline != "" {
		steps = append(steps, statement{"UPDATE documents SET byline = max(byline, ?) WHERE n = ?", []any{d.Byline, n}})
	}
	for _, dossier := range d.Dossiers {
		steps = append(steps, statement{"INSERT OR IGNORE INTO document_dossiers (dossier, document) VALUES (?, ?)", []any{dossier, n}})
	}
	if err := t.run(ctx, doing, steps...); err != nil || !found {
		return err
	}
	return t.refile(ctx, n)
}

// written is a time with its offset, RFC 3339; "" where it is unknown.
func written(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.Format(time.RFC3339Nano)
}

func (t *tx) insertDocument(ctx context.Context, d store.Document) (int64, error) {
	doing := "keep document " + d.Key()
	n, err := t.insert(ctx, doing, `INSERT INTO documents (key, id, version, outlet, url, published, stated, updated, zone, byline, title, kept, copies, latest)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
		d.Key(), d.ID, d.Version, d.Outlet, d.URL, nanos(d.Told()), written(d.Published), written(d.Updated), d.Zone, d.Byline, d.Title, d.Kept.UnixNano(), d.Group)
	if err != nil {
		return 0, err
	}
	steps := []statement{
		{"INSERT INTO texts (document, body) VALUES (?, ?)", []any{n, []byte(d.Text)}},
		{`UPDATE documents SET latest = (n = (SELECT n FROM documents WHERE id = ?1 ORDER BY published DESC, kept DESC, key DESC LIMIT 1)) WHERE id = ?1`, []any{d.ID}},
	}
	if len(d.Blocks) > 0 {
		steps = append(steps, statement{"INSERT OR IGNORE INTO document_blocks (name, document) SELECT value, ? FROM json_each(?)", []any{n, list(d.Blocks)}})
	}
	return n, t.run(ctx, doing, steps...)
}

// number is that of the document's row.
func (t *tx) number(ctx context.Context, key string) (n int64, found bool, err error) {
	scan := func(s scanner) (n int64, err error) { return n, s.Scan(&n) }
	for n, err := range rows(ctx, t.queries, "find document "+key, "SELECT n FROM documents WHERE key = ?", []any{key}, scan) {
		return n, true, err
	}
	return 0, false, nil
}

// PutReading implements store.Tx.
func (t *tx) PutReading(ctx context.Context, reading parley.Reading, mentions []store.Mention) error {
	key := reading.Key()
	doing := "keep the reading of " + key
	doc, found, err := t.number(ctx, key)
	if err != nil {
		return err
	}
	if !found {
		return notFound("document", key)
	}
	body, err := packed(reading)
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if err := t.forget(ctx, key); err != nil {
		return err
	}
	err = t.run(ctx, doing,
		statement{"DELETE FROM mentions WHERE document = ?", []any{doc}},
		statement{"INSERT OR REPLACE INTO readings (document, body) VALUES (?, ?)", []any{doc, body}})
	if err != nil {
		return err
	}
	if err := t.putTellings(ctx, doing, doc, reading.Dated); err != nil {
		return err
	}
	var blocks []blockRow
	for _, m := range mentions {
		n, err := t.insert(ctx, doing, "INSERT INTO mentions (id, document, kind, start, stop, item) VALUES (?, ?, ?, ?, ?, ?)", m.ID, doc, string(m.Kind), m.Start, m.End, m.Item)
		if err != nil {
			return err
		}
		blocks = append(blocks, blockRows(m.Blocks, n)...)
	}
	return t.putBlocks(ctx, doing, doc, blocks)
}

// row is the values of a narrow table.
type row []any

// rowsInto puts rows into a table; insert begins the statement and names the
// columns. One statement for all takes a fraction of the time of one for each.
func rowsInto[R row | blockRow](insert string, rows []R) statement {
	columns := " SELECT value ->> 0, value ->> 1"
	if strings.Count(insert, ",") == 2 {
		columns += ", value ->> 2"
	}
	return statement{insert + columns + " FROM json_each(?)", []any{list(rows)}}
}

// Regroup implements store.Tx.
func (t *tx) Regroup(ctx context.Context, group string, keys []string) error {
	if err := t.forget(ctx, keys...); err != nil {
		return err
	}
	return t.run(ctx, "group copies", statement{"UPDATE documents SET copies = ? WHERE key IN (SELECT value FROM json_each(?))", []any{group, list(keys)}})
}
