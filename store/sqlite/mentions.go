package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

const mentionQuery = `SELECT m.n, m.id, m.kind, d.key, d.outlet, d.published, d.kept, d.copies, m.start, m.stop, m.item
	FROM mentions m JOIN documents d ON d.n = m.document`

// Mentions implements store.Reader.
func (q queries) Mentions(ctx context.Context, f store.MentionFilter) iter.Seq2[store.Mention, error] {
	return listed(func() ([]store.Mention, error) {
		mentions, err := q.mentions(ctx, f)
		// SQLite would put all their items into its sorter.
		slices.SortFunc(mentions, func(a, b store.Mention) int {
			return cmp.Or(a.Told.Compare(b.Told), strings.Compare(a.Doc, b.Doc), cmp.Compare(a.Start, b.Start), strings.Compare(a.ID, b.ID))
		})
		return mentions, err
	})
}

// mentions are those that pass a filter, in no order: the remembered ones and, out of the
// file, the others.
func (q queries) mentions(ctx context.Context, f store.MentionFilter) (found []store.Mention, err error) {
	const doing = "list mentions"
	if q.known == nil {
		query, args := mentionNumbers(f)
		return store.Collect(rows(ctx, q, doing, mentionQuery+" WHERE m.n IN ("+query+")", args, q.scanMention))
	}
	if byIDs(f) {
		found, f.IDs = q.recalled(f.IDs)
		if len(f.IDs) == 0 {
			return found, nil
		}
	}
	// Those to be left out are told from the others without a look at their rows.
	not := make(map[string]bool, len(f.Not))
	for _, id := range f.Not {
		not[id] = true
	}
	coreless := f.Coreless
	f.Not, f.Coreless = nil, false
	query, args := mentionNumbers(f)
	numbers, err := store.Collect(rows(ctx, q, doing, query, args, scanNumber))
	if err != nil {
		return nil, err
	}
	known, others := q.known.mentions.of(numbers)
	if coreless {
		if known, others, err = q.coreless(ctx, known, others); err != nil {
			return nil, err
		}
	}
	found = append(found, known...)
	if len(others) > 0 {
		loaded, err := store.Collect(rows(ctx, q, doing, mentionQuery+" WHERE m.n IN (SELECT value FROM json_each(?))", []any{list(others)}, q.scanMention))
		if err != nil {
			return nil, err
		}
		found = append(found, loaded...)
	}
	return slices.DeleteFunc(found, func(m store.Mention) bool { return not[m.ID] }), nil
}

// withoutCore is the condition that a mention belongs to no fold with a core.
const withoutCore = "NOT EXISTS (SELECT 1 FROM leads l CROSS JOIN folds f ON f.n = l.fold WHERE l.member = m.id AND f.core IS NOT NULL)"

// coreless leaves out those of some mentions, and of the numbers of others, that belong to
// a fold with a core. The file is asked only about those whose fold is not remembered.
func (q queries) coreless(ctx context.Context, known []store.Mention, others []int64) (left []store.Mention, leftOthers []int64, err error) {
	open := map[int64]store.Mention{}
	for _, m := range known {
		fold, ok := q.known.foldOf(m.ID)
		switch {
		case ok && fold.core == nil:
			left = append(left, m)
		case !ok:
			n, _ := q.known.numbers.get(m.ID)
			open[n] = m
		}
	}
	asked := slices.AppendSeq(slices.Clone(others), maps.Keys(open))
	if len(asked) == 0 {
		return left, nil, nil
	}
	const query = "SELECT m.n FROM mentions m WHERE m.n IN (SELECT value FROM json_each(?)) AND " + withoutCore
	for n, err := range rows(ctx, q, "list mentions", query, []any{list(asked)}, scanNumber) {
		if err != nil {
			return nil, nil, err
		}
		if m, ok := open[n]; ok {
			left = append(left, m)
		} else {
			leftOthers = append(leftOthers, n)
		}
	}
	return left, leftOthers, nil
}

// byIDs tells whether a filter asks for ids and nothing else.
func byIDs(f store.MentionFilter) bool {
	return len(f.IDs) > 0 && len(f.Near)+len(f.Docs)+len(f.Not) == 0 && f.Until.IsZero() && !f.Coreless
}

// recalled are those of some mentions that are remembered, and the ids of the others.
func (q queries) recalled(ids []string) (found []store.Mention, others []string) {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		if m, ok := q.known.mention(id); ok {
			found = append(found, m)
		} else {
			others = append(others, id)
		}
	}
	return found, others
}

// mentionNumbers is a query for the numbers of the mentions that pass a filter. It looks
// at their rows only where more than blocks is asked for.
func mentionNumbers(f store.MentionFilter) (query string, args []any) {
	var c conditions
	c.addIf(len(f.IDs) > 0, "m.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	c.addIf(len(f.Docs) > 0, "m.document IN (SELECT n FROM documents WHERE key IN (SELECT value FROM json_each(?)))", list(f.Docs))
	c.addIf(len(f.Not) > 0, "m.id NOT IN (SELECT value FROM json_each(?))", list(f.Not))
	c.addIf(f.Coreless, withoutCore)
	c.addIf(!f.Until.IsZero(), "m.document IN (SELECT n FROM documents WHERE published IS NULL OR published < ?)", nanos(f.Until))
	if len(f.Near) > 0 {
		inBlocks, stretches := near(f.Near, "mention", "mention_blocks")
		if len(c.parts) == 0 {
			return inBlocks + " GROUP BY b.mention", stretches
		}
		c.addIf(true, "m.n IN ("+inBlocks+")", stretches...)
	}
	where, args := c.where()
	return "SELECT m.n FROM mentions m" + where, args
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
		q.known.keep(n, m)
	}
	return m, nil
}
