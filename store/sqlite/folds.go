package sqlite

import (
	"context"
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Folds implements store.Reader.
func (q queries) Folds(ctx context.Context, f store.FoldFilter) iter.Seq2[store.Fold, error] {
	var parts []string
	var args []any
	either := func(ask bool, condition string, of ...any) {
		if ask {
			parts, args = append(parts, condition), append(args, of...)
		}
	}
	if len(f.Near) > 0 {
		inBlocks, stretches := near(f.Near, "fold", "fold_blocks")
		either(true, "f.n IN ("+inBlocks+")", stretches...)
	}
	either(len(f.Members) > 0, "f.n IN (SELECT l.fold FROM json_each(?) s CROSS JOIN leads l ON l.member = s.value)", list(f.Members))
	either(len(f.IDs) > 0, "f.id IN (SELECT value FROM json_each(?))", list(f.IDs))
	if len(parts) == 0 {
		return func(func(store.Fold, error) bool) {}
	}
	const columns = "f.id, f.signature, f.core, (SELECT group_concat(member) FROM leads WHERE fold = f.n)"
	query := "SELECT " + columns + " FROM folds f WHERE " + strings.Join(parts, " OR ") + " ORDER BY f.id"
	return rows(ctx, q, "list folds", query, args, scanFold)
}

func scanFold(row scanner) (f store.Fold, err error) {
	var id, members string
	if err := row.Scan(&id, &f.Signature, &f.Core, &members); err != nil {
		return f, err
	}
	f.Entries = []parley.Entry{{ID: id}}
	f.Members = strings.Split(members, ",")
	slices.Sort(f.Members)
	f.Members = slices.DeleteFunc(f.Members, func(m string) bool { return m == id })
	if len(f.Members) == 0 {
		f.Members = nil
	}
	return f, nil
}
