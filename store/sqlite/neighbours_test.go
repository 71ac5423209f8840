package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// saidOn keeps a document of a dossier with so many statements, told on a day.
func saidOn(ctx context.Context, tx store.Tx, dossier, id string, day time.Time, statements int) error {
	d := note(id)
	d.Published, d.Dossiers = day, []string{dossier}
	var mentions []store.Mention
	var folds []store.Fold
	for i := range statements {
		said := fmt.Sprintf("%s-%04d", id, i)
		mentions = append(mentions, store.Mention{ID: said, Kind: parley.StatementEntry, Doc: d.Key(), Start: i, End: i + 1, Item: []byte("{}")})
		folds = append(folds, store.Fold{Entries: []parley.Entry{{ID: said, Kind: parley.StatementEntry, Told: day, Statement: &parley.Statement{}}}})
	}
	return errors.Join(tx.PutDocument(ctx, d), tx.PutReading(ctx, parley.Reading{Doc: d.ID, Version: d.Version}, mentions), tx.Replace(ctx, day, nil, folds))
}

// TestEntriesLieTogetherByDossierAndDay takes in two negotiations by turns, days in no
// order, and looks at how the file keeps what was said.
func TestEntriesLieTogetherByDossierAndDay(t *testing.T) {
	t.Parallel()
	ctx, dir := t.Context(), t.TempDir()
	s := create(t, dir)
	days := []time.Time{time.Date(2025, 3, 2, 9, 0, 0, 0, time.UTC), {}, time.Date(2031, 5, 4, 9, 0, 0, 0, time.UTC), time.Date(1969, 7, 1, 0, 0, 0, 0, time.UTC)}
	err := s.Update(ctx, func(tx store.Tx) error {
		var failures []error
		for i := range 24 {
			failures = append(failures, saidOn(ctx, tx, []string{"Lakes", "Straits"}[i%2], fmt.Sprint("d", i), days[i/2%len(days)], 3))
		}
		return errors.Join(failures...)
	})
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, sqlite.FileName))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	const changes = `SELECT count(*), count(DISTINCT dossier || day) FROM (
		SELECT dossier, coalesce(max(e.told, 0), 0) AS day, lag(dossier || coalesce(max(e.told, 0), 0)) OVER (ORDER BY e.n) AS former
		FROM entries e JOIN entry_dossiers x ON x.entry = e.n WHERE dossier <> '') WHERE dossier || day IS NOT former`
	var runs, together int
	if err := db.QueryRow(changes).Scan(&runs, &together); err != nil {
		t.Fatal(err)
	}
	if together != 6 || runs != together { // the undated lie with the oldest
		t.Errorf("what was said lies in %d runs, want one for each dossier and day: %d, of 6", runs, together)
	}
}

// TestCrowdedDay: a day of more statements than it has numbers keeps all of them.
func TestCrowdedDay(t *testing.T) {
	t.Parallel()
	const many = 1200
	ctx, s := t.Context(), create(t, t.TempDir())
	day := time.Date(2025, 3, 2, 9, 0, 0, 0, time.UTC)
	err := s.Update(ctx, func(tx store.Tx) error {
		return errors.Join(saidOn(ctx, tx, "Lakes", "a", day, many), saidOn(ctx, tx, "Lakes", "b", day.AddDate(0, 0, 1), 3))
	})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for e, err := range s.Entries(ctx, store.EntryFilter{Dossier: "Lakes"}) {
		if err != nil {
			t.Fatal(err)
		}
		found[e.ID] = true
	}
	if len(found) != many+3 {
		t.Errorf("%d entries are kept of %d", len(found), many+3)
	}
}
