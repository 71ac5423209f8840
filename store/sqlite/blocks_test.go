package sqlite_test

import (
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// TestNamedBlocksBecomeNumbers opens a record from before blocks had numbers: what stood
// in a block stands in it still, and goes out of it with the reading that put it there.
func TestNamedBlocksBecomeNumbers(t *testing.T) {
	t.Parallel()
	dir, d := t.TempDir(), note("a")
	file := filepath.Join(dir, sqlite.FileName)
	migrations, err := filepath.Glob("migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	const named = 11 // how many made a record whose blocks have names
	for _, m := range migrations[:named] {
		execute(t, file, string(read(t, m)))
	}
	execute(t, file, fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d", 0x50726c79, named))
	execute(t, file, fmt.Sprintf(`INSERT INTO documents (n, key, id, version, outlet, url, stated, zone, title, kept, copies, latest)
		VALUES (4, '%s', '%s', '%s', '', '', '', '', '', 0, '', 1)`, d.Key(), d.ID, d.Version))
	execute(t, file, `INSERT INTO mentions VALUES (7, 'm', 4, 'event', 0, 3, x'7b7d'), (8, 'o', 4, 'event', 4, 9, x'7b7d');
		INSERT INTO mention_blocks VALUES ('a|lake|shore', 20000, 7), ('a|lake|shore', 20000, 8), ('a|lake', -3, 8), ('sea', 0, 7);
		INSERT INTO folds VALUES (2, 'm', 's', x'7b7d');
		INSERT INTO leads VALUES ('m', 2);
		INSERT INTO fold_blocks VALUES ('a|lake|shore', 20000, 2)`)

	s := create(t, dir)
	near := func(name string, day int) (found string) {
		mentions, err := store.Collect(s.Mentions(t.Context(), store.MentionFilter{Near: []store.Near{{Name: name, First: day, Last: day}}}))
		folds, failed := store.Collect(s.Folds(t.Context(), store.FoldFilter{Near: []store.Near{{Name: name, First: day, Last: day}}}))
		if err := errors.Join(err, failed); err != nil {
			t.Fatal(err)
		}
		for _, m := range mentions {
			found += m.ID
		}
		return found + strings.Repeat(" fold", len(folds))
	}
	for _, c := range []struct {
		name  string
		day   int
		found string
	}{{"a|lake|shore", 20000, "mo fold"}, {"a|lake|shore", 20001, ""}, {"a|lake", -3, "o"}, {"a|lake|sea", 20000, ""}, {"sea", 0, "m"}, {"a", 0, ""}} {
		if found := near(c.name, c.day); found != c.found {
			t.Errorf("in %s on day %d stands %q, want %q", c.name, c.day, found, c.found)
		}
	}

	err = s.Update(t.Context(), func(tx store.Tx) error {
		other := store.Mention{ID: "p", Kind: parley.EventEntry, Doc: d.Key(), End: 3, Item: []byte("{}"), Blocks: []store.Block{{Name: "sea", Day: 5}}}
		return tx.PutReading(t.Context(), parley.Reading{Doc: d.ID, Version: d.Version}, []store.Mention{other})
	})
	if err != nil {
		t.Fatal(err)
	}
	if found := near("sea", 5); found != "p" {
		t.Errorf("after another reading %q stands in its block, want p", found)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var rows int
	if err := db.QueryRow("SELECT count(*) FROM mention_blocks").Scan(&rows); err != nil || rows != 1 {
		t.Errorf("%d rows of blocks after a reading with one (%v), want 1", rows, err)
	}
}
