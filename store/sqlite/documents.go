package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// queries answers a store.Reader's questions, in a transaction or outside.
type queries struct {
	db    querier
	file  string
	known *remembered // nil outside transactions
}

const documentColumns = `d.id, d.version, d.outlet, d.url, d.stated, d.updated, d.zone, d.byline, d.title, d.kept, d.copies, d.latest,
	coalesce((SELECT json_group_array(dossier) FROM (SELECT dossier FROM document_dossiers WHERE document = d.n ORDER BY dossier)), '[]')`

// Documents implements store.Reader.
func (q queries) Documents(ctx context.Context, f store.DocumentFilter) iter.Seq2[store.Document, error] {
	columns, from := documentColumns+", ''", "documents d"
	if f.Text {
		columns, from = documentColumns+", t.body", "documents d JOIN texts t ON t.document = d.n"
	}
	var c conditions
	list := func() iter.Seq2[store.Document, error] {
		addDocumentConditions(&c, f)
		where, args := c.where()
		query := "SELECT " + columns + " FROM " + from + where + " ORDER BY d.published, d.key"
		return rows(ctx, q, "list documents", query, args, scanDocument)
	}
	if len(f.Keys) > 0 {
		// They are few: the plus keeps SQLite from looking through a time for them.
		c.addIf(!f.Since.IsZero(), "(d.published IS NULL OR +d.published >= ?)", nanos(f.Since))
		c.addIf(!f.Until.IsZero(), "(d.published IS NULL OR +d.published < ?)", nanos(f.Until))
		return list()
	}
	if f.Since.IsZero() && f.Until.IsZero() {
		return list()
	}
	// Undated ones pass the bounds and come first. Asked for apart, either list
	// is a stretch of the index.
	c.addIf(true, "d.published IS NULL")
	undated := list()
	c = conditions{}
	c.addIf(!f.Since.IsZero(), "d.published >= ?", nanos(f.Since))
	c.addIf(!f.Until.IsZero(), "d.published < ?", nanos(f.Until))
	c.addIf(true, "d.published IS NOT NULL")
	dated := list()
	return func(yield func(store.Document, error) bool) {
		for _, part := range []iter.Seq2[store.Document, error]{undated, dated} {
			for d, err := range part {
				if !yield(d, err) || err != nil {
					return
				}
			}
		}
	}
}

// addDocumentConditions asks for all that a filter does but for the time of
// telling. Where that is bound, a dossier is asked document by document.
func addDocumentConditions(c *conditions, f store.DocumentFilter) {
	c.addIf(len(f.Keys) > 0, "(d.key IN (SELECT value FROM json_each(?)) OR d.id IN (SELECT value FROM json_each(?)))", list(f.Keys), list(f.Keys))
	c.addIf(!f.KeptAt.IsZero(), "d.kept >= ?", nanos(f.KeptAt))
	c.addIf(f.Outlet != "", "d.outlet = ?", f.Outlet)
	c.addIf(f.Group != "", "d.copies = ?", f.Group)
	within := "d.n IN (SELECT document FROM document_dossiers WHERE dossier = ?)"
	if len(c.parts) > 0 {
		within = "EXISTS (SELECT 1 FROM document_dossiers x WHERE x.dossier = ? AND x.document = d.n)"
	}
	c.addIf(f.Dossier != "", within, f.Dossier)
	c.addIf(len(f.Blocks) > 0, "d.n IN (SELECT document FROM document_blocks WHERE name IN (SELECT value FROM json_each(?)))", list(f.Blocks))
	c.addIf(f.Latest, "d.latest = 1")
	c.addIf(f.Superseded, "d.latest = 0")
}

// Document implements store.Reader.
func (q queries) Document(ctx context.Context, key string) (store.Document, error) {
	row := q.db.QueryRowContext(ctx, "SELECT "+documentColumns+`, t.body FROM documents d JOIN texts t ON t.document = d.n
		WHERE d.key = ?1 OR d.id = ?1 AND d.latest = 1 ORDER BY d.key = ?1 DESC LIMIT 1`, key)
	doc, err := scanDocument(row)
	if errors.Is(err, sql.ErrNoRows) {
		return doc, notFound("document", key)
	}
	return doc, failed(q.file, "read document "+key, err)
}

func scanDocument(row scanner) (d store.Document, err error) {
	var stated, updated, dossiers, text string
	var kept int64
	if err := row.Scan(&d.ID, &d.Version, &d.Outlet, &d.URL, &stated, &updated, &d.Zone, &d.Byline, &d.Title, &kept, &d.Group, &d.Latest, &dossiers, &text); err != nil {
		return d, err
	}
	d.Text, d.Kept = text, instant(sql.NullInt64{Int64: kept, Valid: true})
	for _, each := range []struct {
		written string
		at      *time.Time
	}{{stated, &d.Published}, {updated, &d.Updated}} {
		if each.written == "" {
			continue
		}
		if *each.at, err = time.Parse(time.RFC3339Nano, each.written); err != nil {
			return d, fmt.Errorf("date: %w", err)
		}
	}
	if dossiers != "[]" {
		err = json.Unmarshal([]byte(dossiers), &d.Dossiers)
	}
	return d, err
}

// Reading implements store.Reader.
func (q queries) Reading(ctx context.Context, key string) (r parley.Reading, err error) {
	var body []byte
	err = q.db.QueryRowContext(ctx, "SELECT r.body FROM readings r JOIN documents d ON d.n = r.document WHERE d.key = ?", key).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return r, notFound("reading", key)
	}
	if err != nil {
		return r, failed(q.file, "read the reading of "+key, err)
	}
	if err := unpack(body, &r); err != nil {
		return r, fmt.Errorf("reading of %s: %w", key, err)
	}
	return r, nil
}

// conditions gathers what a WHERE clause asks.
type conditions struct {
	parts []string
	args  []any
}

func (c *conditions) addIf(ask bool, condition string, args ...any) {
	if ask {
		c.parts = append(c.parts, condition)
		c.args = append(c.args, args...)
	}
}

func (c *conditions) where() (string, []any) {
	if len(c.parts) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(c.parts, " AND "), c.args
}

// list hands several values to a statement as one: a JSON array.
func list[T any](values []T) string {
	if len(values) == 0 {
		return "[]"
	}
	encoded, err := json.Marshal(values)
	if err != nil {
		panic(err) // strings and numbers always encode
	}
	return string(encoded)
}

// nanos is a time as a column holds it: NULL for the zero time.
func nanos(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixNano()
}

func instant(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(0, n.Int64).UTC()
}

type scanner interface{ Scan(...any) error }

// rows runs a query and yields what scan makes of each row. In a transaction
// it reads all rows first: the one connection is free again when the caller,
// ranging over them, asks something else.
func rows[T any](ctx context.Context, q queries, doing, query string, args []any, scan func(scanner) (T, error)) iter.Seq2[T, error] {
	stream := func(yield func(T, error) bool) {
		var none T
		found, err := q.db.QueryContext(ctx, query, args...)
		if err != nil {
			yield(none, failed(q.file, doing, err))
			return
		}
		defer found.Close()
		for found.Next() {
			value, err := scan(found)
			if !yield(value, failed(q.file, doing, err)) || err != nil {
				return
			}
		}
		if err := found.Err(); err != nil {
			yield(none, failed(q.file, doing, err))
		}
	}
	if _, inTransaction := q.db.(*writer); inTransaction {
		return listed(func() ([]T, error) { return store.Collect(stream) })
	}
	return stream
}

// listed is the sequence of values that are found together, or the error that kept them
// from being found.
func listed[T any](find func() ([]T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		values, err := find()
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		for _, v := range values {
			if !yield(v, nil) {
				return
			}
		}
	}
}
