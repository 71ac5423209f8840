package sqlite

import (
	"context"
	"slices"

	"github.com/parleyrecord/parley/store"
)

// remembered is what transactions asked for last: famous talks are folded again with each
// article that speaks of them, and so are the stances of those who talk. It is true of the
// record at its stamp alone, which the running transaction is about to change.
type remembered struct {
	stamp    string
	mentions recent[int64, store.Mention] // by the numbers of their rows
	numbers  recent[string, int64]        // of those, by their ids
	folds    recent[int64, foldRow]       // by the numbers of their rows
	foldsBy  recent[string, int64]        // the numbers of those, by their ids
	foldsOf  recent[string, int64]        // and by their members
	rolls    recent[string, []store.Leaf] // by block, in the order of their numbers
}

// What is remembered at most, twice: of fresh things, and of older ones.
const (
	rememberedMentions = 16384
	rememberedFolds    = 8 << 20 // bytes
	rememberedLeaves   = 4 << 20 // bytes
)

func newRemembered() remembered {
	return remembered{
		mentions: recent[int64, store.Mention]{most: rememberedMentions},
		numbers:  recent[string, int64]{most: rememberedMentions},
		folds:    recent[int64, foldRow]{most: rememberedFolds},
		foldsBy:  recent[string, int64]{most: rememberedFolds},
		foldsOf:  recent[string, int64]{most: rememberedMentions},
		rolls:    recent[string, []store.Leaf]{most: rememberedLeaves},
	}
}

// mention gives the one with an id, where it is remembered.
func (r *remembered) mention(id string) (m store.Mention, ok bool) {
	n, ok := r.numbers.get(id)
	if ok {
		m, ok = r.mentions.get(n)
	}
	return m, ok && m.ID == id // another may have the number of one that is gone
}

// keep remembers a mention.
func (r *remembered) keep(n int64, m store.Mention) {
	r.mentions.put(n, m, 1)
	r.numbers.put(m.ID, n, 1)
}

// fold gives the one with an id, where it is remembered.
func (r *remembered) fold(id string) (f foldRow, ok bool) {
	n, ok := r.foldsBy.get(id)
	if ok {
		f, ok = r.folds.get(n)
	}
	return f, ok && f.id == id // another may have the number of one that is gone
}

// foldOf gives the one that has a member, where it is remembered.
func (r *remembered) foldOf(member string) (f foldRow, ok bool) {
	n, ok := r.foldsOf.get(member)
	if ok {
		f, ok = r.folds.get(n)
	}
	return f, ok && slices.Contains(f.members, member) // it may have lost it since
}

// keepFold remembers a fold.
func (r *remembered) keepFold(f foldRow) {
	size := f.size()
	r.folds.put(f.n, f, size)
	r.foldsBy.put(f.id, f.n, size)
	for _, m := range f.members {
		r.foldsOf.put(m, f.n, 1)
	}
}

// forgetAll is for a record of which nobody knows any more what it holds.
func (r *remembered) forgetAll() { *r = newRemembered() }

// begin forgets everything if another process has changed the record since.
func (r *remembered) begin(stamp string) {
	if r.stamp != stamp {
		r.forgetAll()
	}
}

// recent is the things that were asked for last. Once the fresh ones weigh too much they
// become the older ones, and those before them are forgotten.
type recent[K comparable, V any] struct {
	fresh, older map[K]weighed[V]
	weight, most int // of the fresh ones
}

type weighed[V any] struct {
	thing  V
	weight int
}

// get gives a thing that is remembered, which makes it a fresh one.
func (r *recent[K, V]) get(key K) (thing V, ok bool) {
	if w, ok := r.fresh[key]; ok {
		return w.thing, true
	}
	w, ok := r.older[key]
	if ok {
		r.put(key, w.thing, w.weight)
	}
	return w.thing, ok
}

// of gives those of the things that are remembered, and the keys of the others.
func (r *recent[K, V]) of(keys []K) (things []V, others []K) {
	for _, key := range keys {
		if thing, ok := r.get(key); ok {
			things = append(things, thing)
		} else {
			others = append(others, key)
		}
	}
	return things, others
}

// put remembers a thing, in place of what was remembered by its key.
func (r *recent[K, V]) put(key K, thing V, weight int) {
	if r.fresh == nil || r.weight >= r.most {
		r.fresh, r.older, r.weight = map[K]weighed[V]{}, r.fresh, 0
	}
	r.weight += weight - r.fresh[key].weight
	r.fresh[key] = weighed[V]{thing, weight}
}

// forget forgets a thing.
func (r *recent[K, V]) forget(key K) {
	r.weight -= r.fresh[key].weight
	delete(r.fresh, key)
	delete(r.older, key)
}

// forget forgets the mentions of documents, which are about to change.
func (t *tx) forget(ctx context.Context, keys ...string) error {
	const query = "SELECT m.n FROM documents d JOIN mentions m ON m.document = d.n WHERE d.key IN (SELECT value FROM json_each(?))"
	for n, err := range rows(ctx, t.queries, "find mentions", query, []any{list(keys)}, scanNumber) {
		if err != nil {
			return err
		}
		t.known.mentions.forget(n)
	}
	return nil
}

func scanNumber(row scanner) (n int64, err error) { return n, row.Scan(&n) }
