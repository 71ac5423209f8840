package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"iter"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

const mentionQuery = `SELECT m.id, m.kind, d.key, d.outlet, d.published, d.kept, d.copies, m.start, m.stop, m.item,
	(SELECT json_group_array(json_object('Name', name, 'Day', day)) FROM (SELECT name, day FROM mention_blocks WHERE mention = m.n ORDER BY name, day))
	FROM mentions m JOIN documents d ON d.n = m.document`

// Mentions implements store.Reader.
func (q queries) Mentions(ctx context.Context, f store.MentionFilter) iter.Seq2[store.Mention, error] {
	var c conditions
	c.addIf(len(f.IDs) > 0, "m.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	c.addIf(len(f.Docs) > 0, "d.key IN (SELECT value FROM json_each(?))", list(f.Docs))
	c.addIf(!f.Until.IsZero(), "(d.published IS NULL OR d.published < ?)", nanos(f.Until))
	if len(f.Near) == 0 {
		where, args := c.where()
		return rows(ctx, q, "list mentions", mentionQuery+where+" ORDER BY d.published, d.key, m.start, m.id", args, scanMention)
	}
	return func(yield func(store.Mention, error) bool) {
		near, err := q.mentionsNear(ctx, f.Near, c)
		if err != nil {
			yield(store.Mention{}, err)
			return
		}
		for _, m := range near {
			if !yield(m, nil) {
				return
			}
		}
	}
}

// mentionsNear asks stretch by stretch, since one mention may stand in several.
func (q queries) mentionsNear(ctx context.Context, near []store.Near, rest conditions) ([]store.Mention, error) {
	found := map[string]store.Mention{}
	for _, n := range near {
		c := conditions{parts: slices.Clone(rest.parts), args: slices.Clone(rest.args)}
		c.addIf(true, "m.n IN (SELECT mention FROM mention_blocks WHERE name = ? AND day BETWEEN ? AND ?)", n.Name, n.First, n.Last)
		where, args := c.where()
		for m, err := range rows(ctx, q, "list mentions", mentionQuery+where, args, scanMention) {
			if err != nil {
				return nil, err
			}
			found[m.ID] = m
		}
	}
	ordered := make([]store.Mention, 0, len(found))
	for _, m := range found {
		ordered = append(ordered, m)
	}
	slices.SortFunc(ordered, func(a, b store.Mention) int {
		return cmp.Or(a.Told.Compare(b.Told), cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), cmp.Compare(a.ID, b.ID))
	})
	return ordered, nil
}

func scanMention(row scanner) (m store.Mention, err error) {
	var kind, blocks string
	var published, kept sql.NullInt64
	if err := row.Scan(&m.ID, &kind, &m.Doc, &m.Outlet, &published, &kept, &m.Group, &m.Start, &m.End, &m.Item, &blocks); err != nil {
		return m, err
	}
	m.Kind, m.Told, m.Kept = parley.EntryKind(kind), instant(published), instant(kept)
	return m, json.Unmarshal([]byte(blocks), &m.Blocks)
}
