package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

func TestACrowdedLaneIsDrawnByDay(t *testing.T) {
	t.Parallel()
	record, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { record.Close() })
	d := parley.Document{ID: "wire-1", Outlet: "wire", Title: "A month of fighting", Text: "Norland shelled the valley.", Published: today.First()}
	var folds []store.Fold
	for i := range 150 {
		id := fmt.Sprintf("%016d", i)
		day := parley.DayOf(today.First().AddDate(0, 0, -i%30))
		span := parley.Span{Doc: d.ID + "@" + d.Version(), Start: 0, End: 1}
		folds = append(folds, store.Fold{Members: []string{id + "-in-wire-1"}, Entries: []parley.Entry{{
			ID: id, Kind: parley.EventEntry, Start: day, End: day, Told: d.Published, Again: d.Published, Certainty: 1, Sources: 1,
			Members: []parley.Member{{ID: id + "-in-wire-1", Told: d.Published, Span: span}}, Event: &parley.Happening{Type: parley.Assault, Status: parley.Happened},
		}}})
	}
	if err := record.Update(t.Context(), func(tx store.Tx) error {
		if err := tx.PutDocument(t.Context(), store.Document{Document: d, Version: d.Version(), Kept: d.Published, Group: d.ID}); err != nil {
			return err
		}
		return tx.Replace(t.Context(), d.Published, nil, folds)
	}); err != nil {
		t.Fatal(err)
	}
	body := wantPage(t, serverOf(t, record), "/", "23 Dec 2025: 5 events", `<td>Attacks</td><td><a href="/timeline?since=2025-12-23&amp;until=2025-12-23">5 events</a>`, "one mark a day")
	if marks := strings.Count(body, `class="deed assault"`); marks != 30 {
		t.Errorf("%d marks for thirty days, want one a day", marks)
	}
}
