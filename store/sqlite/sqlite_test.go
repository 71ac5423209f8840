package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/store/storetest"
)

func TestConformance(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store { return create(t, t.TempDir()) })
}

func create(t *testing.T, dir string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func note(id string) store.Document {
	d := parley.Document{ID: id, Title: "Ministers meet", Text: "They met."}
	return store.Document{Document: d, Version: d.Version(), Kept: time.Unix(1, 0), Group: id}
}

func keep(ctx context.Context, s store.Store, id string) error {
	return s.Update(ctx, func(tx store.Tx) error { return tx.PutDocument(ctx, note(id)) })
}

func count(t *testing.T, s store.Store) (n int) {
	t.Helper()
	for _, err := range s.Documents(t.Context(), store.DocumentFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

func TestRecordOutlivesItsStore(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new", "folder with a space")
	first, err := sqlite.Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(keep(t.Context(), first, "a"), first.Close()); err != nil {
		t.Fatal(err)
	}
	if n := count(t, create(t, dir)); n != 1 {
		t.Errorf("%d documents after opening again, want 1", n)
	}
}

func TestTwoStoresOnOneFolderTakeTurns(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	stores := []*sqlite.Store{create(t, dir), create(t, dir)}
	var wait sync.WaitGroup
	for i, s := range stores {
		wait.Go(func() {
			for n := range 20 {
				if err := keep(t.Context(), s, strings.Repeat("x", i+1)+string(rune('a'+n))); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wait.Wait()
	for _, s := range stores {
		if n := count(t, s); n != 40 {
			t.Errorf("%d documents, want 40", n)
		}
	}
}

func TestFilesThatAreNoRecord(t *testing.T) {
	t.Parallel()
	ours := func(pragma string) func(t *testing.T, file string) {
		return func(t *testing.T, file string) {
			s := create(t, filepath.Dir(file))
			if err := keep(t.Context(), s, "a"); err != nil {
				t.Fatal(err)
			}
			execute(t, file, pragma)
		}
	}
	cases := map[string]struct {
		make func(t *testing.T, file string)
		kind parley.ErrorKind
	}{
		"a later version's":  {ours("PRAGMA user_version=999"), parley.Newer},
		"a text":             {func(t *testing.T, file string) { write(t, file, strings.Repeat("A shopping list. ", 99)) }, parley.Invalid},
		"a few bytes":        {func(t *testing.T, file string) { write(t, file, "no") }, parley.Invalid},
		"another database":   {func(t *testing.T, file string) { execute(t, file, "CREATE TABLE notes (n)") }, parley.Invalid},
		"a damaged database": {func(t *testing.T, file string) { write(t, file, "SQLite format 3\x00"+strings.Repeat("\xff", 5000)) }, parley.Invalid},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), sqlite.FileName)
			c.make(t, file)
			before := read(t, file)
			for how, open := range map[string]func(context.Context, string) (*sqlite.Store, error){"Create": sqlite.Create, "Open": sqlite.Open} {
				_, err := open(t.Context(), filepath.Dir(file))
				var e *parley.Error
				if !errors.As(err, &e) || e.Kind != c.kind || e.Mend == "" || !strings.Contains(e.Subject, filepath.Dir(file)) {
					t.Errorf("%s: %v, want an error of kind %q that names the file and a mend", how, err, c.kind)
				}
			}
			if string(read(t, file)) != string(before) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestOpenForReading(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if _, err := sqlite.Open(t.Context(), dir); parley.KindOf(err) != parley.NotFound {
		t.Errorf("a folder without a record: %v, want NotFound", err)
	}
	if err := keep(t.Context(), create(t, dir), "a"); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if n := count(t, s); n != 1 {
		t.Errorf("%d documents, want 1", n)
	}
	if err := keep(t.Context(), s, "b"); parley.KindOf(err) != parley.ReadOnly {
		t.Errorf("writing to it: %v, want ReadOnly", err)
	}
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere: run as another user to test folders that cannot be written")
	}
	dir := t.TempDir()
	if err := keep(t.Context(), create(t, dir), "a"); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o755)
	for _, folder := range []string{dir, filepath.Join(dir, "below")} {
		if _, err := sqlite.Create(t.Context(), folder); parley.KindOf(err) != parley.ReadOnly {
			t.Errorf("Create: %v, want ReadOnly", err)
		}
	}
}

func execute(t *testing.T, file, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
