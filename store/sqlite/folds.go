package sqlite

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

const foldQuery = "SELECT f.n, f.id, f.signature, f.core, (SELECT group_concat(member) FROM leads WHERE fold = f.n) FROM folds f WHERE f.n IN "

// Folds implements store.Reader.
func (q queries) Folds(ctx context.Context, f store.FoldFilter) iter.Seq2[store.Fold, error] {
	return listed(func() (found []store.Fold, err error) {
		folds, err := q.folds(ctx, f)
		slices.SortFunc(folds, func(a, b foldRow) int { return strings.Compare(a.id, b.id) })
		for _, f := range folds {
			found = append(found, f.fold())
		}
		return found, err
	})
}

// folds are those that pass a filter, in no order: the remembered ones and, out of the
// file, the others.
func (q queries) folds(ctx context.Context, f store.FoldFilter) ([]foldRow, error) {
	const doing = "list folds"
	if q.known == nil {
		query, args := foldNumbers(f)
		if query == "" {
			return nil, nil
		}
		return store.Collect(rows(ctx, q, doing, foldQuery+"("+query+")", args, q.scanFold))
	}
	found, has := q.recalledFolds(&f)
	query, args := foldNumbers(f)
	if query == "" {
		return found, nil
	}
	numbers, err := store.Collect(rows(ctx, q, doing, query, args, scanNumber))
	if err != nil {
		return nil, err
	}
	known, others := q.known.folds.of(slices.DeleteFunc(numbers, func(n int64) bool { return has[n] }))
	found = append(found, known...)
	if len(others) == 0 {
		return found, nil
	}
	loaded, err := store.Collect(rows(ctx, q, doing, foldQuery+"(SELECT value FROM json_each(?))", []any{list(others)}, q.scanFold))
	return append(found, loaded...), err
}

// recalledFolds are the folds of members that are remembered, and their numbers; of the
// members the others stay in the filter.
func (q queries) recalledFolds(f *store.FoldFilter) (found []foldRow, has map[int64]bool) {
	has = map[int64]bool{}
	var others []string
	for _, m := range f.Members {
		fold, ok := q.known.foldOf(m)
		switch {
		case !ok:
			others = append(others, m)
		case !has[fold.n]:
			found, has[fold.n] = append(found, fold), true
		}
	}
	f.Members = others
	return found, has
}

// foldNumbers is a query for the numbers of the folds that pass a filter, each once; ""
// where none can.
func foldNumbers(f store.FoldFilter) (query string, args []any) {
	var parts []string
	either := func(ask bool, part string, of ...any) {
		if ask {
			parts, args = append(parts, part), append(args, of...)
		}
	}
	if len(f.Near) > 0 {
		inBlocks, stretches := near(f.Near, "fold", "fold_blocks")
		either(true, inBlocks, stretches...)
	}
	either(len(f.Members) > 0, "SELECT l.fold FROM json_each(?) s CROSS JOIN leads l ON l.member = s.value", list(f.Members))
	either(len(f.IDs) > 0, "SELECT n FROM folds WHERE id IN (SELECT value FROM json_each(?))", list(f.IDs))
	if len(parts) == 0 {
		return "", nil
	}
	return strings.Join(append(parts, "SELECT 0 WHERE 0"), " UNION "), args // UNION leaves out what comes again
}

// foldRow is a fold as the tables have it. Members holds its own id too.
type foldRow struct {
	n             int64
	id, signature string
	core          []byte
	members       []string
	drawn         *any
}

// rowOfFold is what the tables have of a fold once it has been written.
func rowOfFold(n int64, f store.Fold) foldRow {
	return foldRow{n, f.ID(), f.Signature, f.Core, append([]string{f.ID()}, f.Members...), new(any)}
}

func (f foldRow) fold() store.Fold {
	members := slices.DeleteFunc(slices.Clone(f.members), func(m string) bool { return m == f.id })
	slices.Sort(members)
	if len(members) == 0 {
		members = nil
	}
	return store.Fold{Entries: []parley.Entry{{ID: f.id}}, Members: members, Core: f.core, Signature: f.signature, Drawn: f.drawn}
}

// size is about how many bytes it takes: a string's head takes as many as sixteen letters.
func (f foldRow) size() int { return len(f.core) + len(f.members)*(16+len(f.id)) }

func (q queries) scanFold(row scanner) (f foldRow, err error) {
	var members string
	if err := row.Scan(&f.n, &f.id, &f.signature, &f.core, &members); err != nil {
		return f, err
	}
	f.members = strings.Split(members, ",")
	if q.known != nil {
		f.drawn = new(any)
		q.known.keepFold(f)
	}
	return f, nil
}
