package storetest

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

func correctionID(c parley.Correction) string { return c.ID }

func correctionsComeBack(t *testing.T, s store.Store) {
	a, b := document("a", 1), document("b", 2)
	merged := parley.Correction{ID: "aa11", Action: parley.Merging, Who: "Ines", When: day(5), About: []parley.Anchor{
		{ID: "11111111aa", Kind: parley.MeetingEntry, Span: parley.Span{Doc: a.Key(), Start: 3, End: 9}},
		{ID: "22222222bb", Kind: parley.MeetingEntry, Span: parley.Span{Doc: b.Key(), Start: 5, End: 8}},
	}}
	graded := parley.Correction{ID: "bb22", Action: parley.Grading, Who: "Jon", When: day(4), Outlet: "courier.example", Value: "B"}
	undone := parley.Correction{ID: "cc33", Action: parley.Undoing, Who: "Ines", When: day(6), Undoes: merged.ID, About: merged.About[:1]}
	update(t, s, func(ctx context.Context, tx store.Tx) error {
		return errors.Join(tx.PutCorrection(ctx, merged), tx.PutCorrection(ctx, undone), tx.PutCorrection(ctx, graded), tx.PutCorrection(ctx, merged))
	})
	for what, c := range map[string]struct {
		filter store.CorrectionFilter
		ids    []string
	}{
		"all, as they were made":  {store.CorrectionFilter{}, []string{"bb22", "aa11", "cc33"}},
		"by the beginning of id":  {store.CorrectionFilter{ID: "aa"}, []string{"aa11"}},
		"by document":             {store.CorrectionFilter{Documents: []string{a.Key()}}, []string{"aa11", "cc33"}},
		"by either document":      {store.CorrectionFilter{Documents: []string{a.Key(), b.Key()}}, []string{"aa11", "cc33"}},
		"by the second document":  {store.CorrectionFilter{Documents: []string{b.Key()}}, []string{"aa11"}},
		"since":                   {store.CorrectionFilter{Since: day(5)}, []string{"aa11", "cc33"}},
		"by action":               {store.CorrectionFilter{Actions: []parley.CorrectionAction{parley.Grading, parley.Undoing}}, []string{"bb22", "cc33"}},
		"of a document not named": {store.CorrectionFilter{Documents: []string{"nobody@0"}}, nil},
	} {
		want(t, what, all(t, s.Corrections(t.Context(), c.filter)), correctionID, c.ids...)
	}
	if back := all(t, s.Corrections(t.Context(), store.CorrectionFilter{ID: merged.ID})); len(back) != 1 || !reflect.DeepEqual(back[0], merged) {
		t.Errorf("put  %+v\nback %+v", merged, back)
	}
}
