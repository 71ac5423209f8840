package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

const mentionQuery = `SELECT m.n, m.id, m.kind, d.key, d.outlet, d.published, d.kept, d.copies, m.start, m.stop, m.item
	FROM mentions m JOIN documents d ON d.n = m.document`

// Mentions implements store.Reader.
func (q queries) Mentions(ctx context.Context, f store.MentionFilter) iter.Seq2[store.Mention, error] {
	var c conditions
	c.addIf(len(f.Near) > 0, `m.n IN (SELECT b.mention FROM json_each(?) s CROSS JOIN mention_blocks b
		ON b.name = s.value->>'Name' AND b.day BETWEEN s.value->>'First' AND s.value->>'Last')`, list(f.Near))
	c.addIf(len(f.IDs) > 0, "m.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	c.addIf(len(f.Docs) > 0, "m.document IN (SELECT n FROM documents WHERE key IN (SELECT value FROM json_each(?)))", list(f.Docs))
	c.addIf(len(f.Not) > 0, "m.id NOT IN (SELECT value FROM json_each(?))", list(f.Not))
	c.addIf(f.Coreless, "NOT EXISTS (SELECT 1 FROM leads l CROSS JOIN folds f ON f.n = l.fold WHERE l.member = m.id AND f.core IS NOT NULL)")
	c.addIf(!f.Until.IsZero(), "m.document IN (SELECT n FROM documents WHERE published IS NULL OR published < ?)", nanos(f.Until))
	return func(yield func(store.Mention, error) bool) {
		// SQLite would put all their items into its sorter.
		mentions, err := q.mentions(ctx, c)
		if err != nil {
			yield(store.Mention{}, err)
			return
		}
		slices.SortFunc(mentions, func(a, b store.Mention) int {
			return cmp.Or(a.Told.Compare(b.Told), strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), strings.Compare(a.ID, b.ID))
		})
		for _, m := range mentions {
			if !yield(m, nil) {
				return
			}
		}
	}
}

// mentions are those of whose rows the conditions hold, in no order: the remembered ones
// and, out of the file, the others.
func (q queries) mentions(ctx context.Context, c conditions) (found []store.Mention, err error) {
	const doing = "list mentions"
	where, args := c.where()
	if q.known != nil {
		var others []int64
		for n, err := range rows(ctx, q, doing, "SELECT m.n FROM mentions m"+where, args, scanNumber) {
			if err != nil {
				return nil, err
			}
			if m, ok := q.known.get(n); ok {
				found = append(found, m)
			} else {
				others = append(others, n)
			}
		}
		where, args = " WHERE m.n IN (SELECT value FROM json_each(?))", []any{list(others)}
	}
	for m, err := range rows(ctx, q, doing, mentionQuery+where, args, q.scanMention) {
		if err != nil {
			return nil, err
		}
		found = append(found, m)
	}
	return found, nil
}

func (q queries) scanMention(row scanner) (m store.Mention, err error) {
	var n int64
	var kind string
	var published, kept sql.NullInt64
	if err := row.Scan(&n, &m.ID, &kind, &m.Doc, &m.Outlet, &published, &kept, &m.Group, &m.Start, &m.End, &m.Item); err != nil {
		return m, err
	}
	m.Kind, m.Told, m.Kept = parley.EntryKind(kind), instant(published), instant(kept)
	if q.known != nil {
		m.Drawn = new(any)
		q.known.put(n, m)
	}
	return m, nil
}
