package sqlite

import (
	"context"

	"github.com/parleyrecord/parley/store"
)

// remembered is the mentions that transactions asked for last, by the numbers of their
// rows: famous talks are folded again with each article that speaks of them. It is true
// of the record at its stamp alone, which the running transaction is about to change.
type remembered struct {
	stamp        string
	fresh, older map[int64]store.Mention
}

// rememberedMentions is how many there are of fresh ones, and of older ones, at most.
const rememberedMentions = 4096

// get gives a mention that is remembered, which makes it a fresh one.
func (r *remembered) get(n int64) (m store.Mention, ok bool) {
	if m, ok = r.fresh[n]; ok {
		return m, true
	}
	if m, ok = r.older[n]; ok {
		r.put(n, m)
	}
	return m, ok
}

// put remembers a mention. Once there are many fresh ones they become the older ones, and
// those before them are forgotten.
func (r *remembered) put(n int64, m store.Mention) {
	if r.fresh == nil || len(r.fresh) >= rememberedMentions {
		r.fresh, r.older = make(map[int64]store.Mention, rememberedMentions), r.fresh
	}
	r.fresh[n] = m
}

// forgetAll is for a record of which nobody knows any more what it holds.
func (r *remembered) forgetAll() { *r = remembered{} }

// begin forgets everything if another process has changed the record since.
func (r *remembered) begin(stamp string) {
	if r.stamp != stamp {
		r.forgetAll()
	}
}

// forget forgets the mentions of documents, which are about to change.
func (t *tx) forget(ctx context.Context, keys ...string) error {
	const query = "SELECT m.n FROM documents d JOIN mentions m ON m.document = d.n WHERE d.key IN (SELECT value FROM json_each(?))"
	for n, err := range rows(ctx, t.queries, "find mentions", query, []any{list(keys)}, scanNumber) {
		if err != nil {
			return err
		}
		delete(t.known.fresh, n)
		delete(t.known.older, n)
	}
	return nil
}

func scanNumber(row scanner) (n int64, err error) { return n, row.Scan(&n) }
