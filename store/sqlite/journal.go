package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley/store"
)

// Formers implements store.Journal.
func (q queries) Formers(ctx context.Context, after store.Moment) iter.Seq2[store.Former, error] {
	condition, arg := "n > ?", any(after.N)
	if after.N == 0 {
		condition, arg = "at >= ?", after.At.UnixNano()
		if after.At.IsZero() {
			condition, arg = "n > ?", 0
		}
	}
	// SQLite takes bare columns from the row of the minimum.
	query := "SELECT entry, gist, min(n), coalesce(group_concat(dossiers, ' '), '') FROM journal WHERE " + condition + " GROUP BY entry ORDER BY entry"
	return rows(ctx, q, "read the journal", query, []any{arg}, scanFormer)
}

func scanFormer(row scanner) (f store.Former, err error) {
	var gist sql.NullString
	var n int64
	var dossiers string
	if err := row.Scan(&f.Entry, &gist, &n, &dossiers); err != nil || !gist.Valid {
		return f, err
	}
	f.Dossiers = strings.Fields(dossiers)
	f.Gist = &store.Gist{}
	return f, decode([]byte(gist.String), f.Gist)
}

// Latest implements store.Journal.
func (q queries) Latest(ctx context.Context) (m store.Moment, err error) {
	var at int64
	err = q.db.QueryRowContext(ctx, "SELECT n, at FROM journal ORDER BY n DESC LIMIT 1").Scan(&m.N, &at)
	if errors.Is(err, sql.ErrNoRows) {
		return m, nil
	}
	m.At = time.Unix(0, at).UTC()
	return m, failed(q.file, "read the journal", err)
}

// record writes in the journal what entries said before they changed, and to which
// dossiers those belonged that are gone.
func (t *tx) record(ctx context.Context, at time.Time, before, now, dossiers map[string]string) error {
	var changed []row
	for id, gist := range before {
		if is, stands := now[id]; !stands {
			changed = append(changed, row{id, gist, dossiers[id]})
		} else if is != gist {
			changed = append(changed, row{id, gist, nil})
		}
	}
	for id := range now {
		if _, stood := before[id]; !stood {
			changed = append(changed, row{id, nil, nil})
		}
	}
	if len(changed) == 0 {
		return nil
	}
	slices.SortFunc(changed, func(a, b row) int { return strings.Compare(a[0].(string), b[0].(string)) })
	return t.run(ctx, "write the journal", statement{
		"INSERT INTO journal (at, entry, gist, dossiers) SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)", []any{at.UnixNano(), list(changed)}})
}
