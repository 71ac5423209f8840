package archive_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/archive"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

var noon = time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC)

// folder makes a data folder with an article, a correction, a memo and a
// dossier.
func folder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	s, err := sqlite.Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const said = "the talks go on"
	d := parley.Document{ID: "courier-1", Outlet: "courier.example", Published: noon, Title: "Talks", Text: "Anna Kovar said " + said + "."}
	at := strings.Index(d.Body(), said)
	reading := parley.Reading{Doc: d.ID, Version: d.Version(), Reader: "1", Statements: []parley.Statement{{Content: []string{said}, Kind: parley.PersonSource, Certainty: 1,
		Spans: []parley.Evidence{{Field: "content", Span: parley.Span{Start: at, End: at + len(said)}}}}}}
	err = s.Update(t.Context(), func(tx store.Tx) error {
		if err := record.Add(t.Context(), tx, lexicon.Default(), store.Document{Document: d, Version: d.Version(), Kept: noon}, reading); err != nil {
			return err
		}
		return tx.PutMemo(t.Context(), store.Memo{Kind: store.SeenMemo, Name: "Ines", Body: []byte("{}")})
	})
	if err != nil {
		t.Fatal(err)
	}
	ines := &desk.Desk{Store: s, Lexicon: lexicon.Default(), Who: "Ines", Now: func() time.Time { return noon }}
	for e := range s.Entries(t.Context(), store.EntryFilter{}) {
		if _, err := ines.Note(t.Context(), e.ID, "ask again"); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, archive.DossierFolder), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, archive.DossierFolder, "talks.toml"), []byte(`name = "Talks"`), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func whole(t *testing.T, dir string) []byte {
	t.Helper()
	s, err := sqlite.Create(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b bytes.Buffer
	if err := archive.Export(t.Context(), &b, s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestBackupIsRestoredByteForByte(t *testing.T) {
	t.Parallel()
	from, to := folder(t), filepath.Join(t.TempDir(), "a", "folder")
	file := filepath.Join(t.TempDir(), "backup.zip")
	if _, err := archive.Backup(t.Context(), from, file, noon); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Backup(t.Context(), from, file, noon); parley.KindOf(err) != parley.Invalid {
		t.Errorf("over an existing file: %v", err)
	}
	if _, _, err := archive.Check(t.Context(), file); err != nil {
		t.Error(err)
	}
	if _, err := archive.Restore(t.Context(), file, to); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(whole(t, from), whole(t, to)) {
		t.Error("the restored record is another")
	}
	if dossier, err := os.ReadFile(filepath.Join(to, archive.DossierFolder, "talks.toml")); string(dossier) != `name = "Talks"` {
		t.Errorf("the dossier came back as %q, %v", dossier, err)
	}
	if _, err := archive.Restore(t.Context(), file, to); parley.KindOf(err) != parley.Invalid {
		t.Errorf("over an existing record: %v", err)
	}
}

// rewritten is a backup with the content of its files changed.
func rewritten(t *testing.T, file string, change func(name string, content []byte) []byte) string {
	t.Helper()
	in, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if content = change(f.Name, content); content == nil {
			continue
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	changed := filepath.Join(t.TempDir(), "changed.zip")
	if err := os.WriteFile(changed, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return changed
}

func TestBadBackupRestoresNothing(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "backup.zip")
	if _, err := archive.Backup(t.Context(), folder(t), file, noon); err != nil {
		t.Fatal(err)
	}
	drop := func(gone string) func(string, []byte) []byte {
		return func(name string, content []byte) []byte {
			if name == gone {
				return nil
			}
			return content
		}
	}
	edit := func(edited, from, to string) func(string, []byte) []byte {
		return func(name string, content []byte) []byte {
			if name == edited {
				return bytes.ReplaceAll(content, []byte(from), []byte(to))
			}
			return content
		}
	}
	for what, c := range map[string]struct {
		change func(string, []byte) []byte
		place  string
	}{
		"a dossier edited":   {edit("dossiers/talks.toml", "Talks", "Walks"), "dossiers/talks.toml"},
		"the record edited":  {edit("record.db", "the talks go on", "the talks are off"), "record.db"},
		"a file missing":     {drop("dossiers/talks.toml"), "dossiers/talks.toml"},
		"no manifest":        {drop("manifest.json"), "manifest.json"},
		"a broken manifest":  {edit("manifest.json", `"files"`, `"files`), "manifest.json"},
		"a place outside it": {edit("manifest.json", "dossiers/talks.toml", "../talks.toml"), "../talks.toml"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			bad, above := rewritten(t, file, c.change), t.TempDir()
			to := filepath.Join(above, "a", "folder")
			_, err := archive.Restore(t.Context(), bad, to)
			if err == nil || !strings.Contains(err.Error(), bad) || !strings.Contains(err.Error(), c.place) {
				t.Errorf("%v, want an error that names %s and %s", err, bad, c.place)
			}
			if left, err := os.ReadDir(above); err != nil || len(left) != 0 {
				t.Errorf("%d files were left, %v", len(left), err)
			}
		})
	}
}

func importInto(ctx context.Context, dir string, content []byte) error {
	s, err := sqlite.Create(ctx, dir)
	if err != nil {
		return err
	}
	defer s.Close()
	_, err = archive.Import(ctx, s, lexicon.Default(), "whole.jsonl", bufio.NewReader(bytes.NewReader(content)))
	return err
}

func TestWholeExportIsTakenInByteForByte(t *testing.T) {
	t.Parallel()
	content, to := whole(t, folder(t)), t.TempDir()
	for range 2 { // what is there already is not there twice
		if err := importInto(t.Context(), to, content); err != nil {
			t.Fatal(err)
		}
		if again := whole(t, to); !bytes.Equal(again, content) {
			t.Errorf("got\n%s\nwant\n%s", again, content)
		}
	}
}

func TestBadExportIsTakenInNotAtAll(t *testing.T) {
	t.Parallel()
	content := string(whole(t, folder(t)))
	empty := whole(t, t.TempDir())
	for what, c := range map[string]struct{ from, to, place string }{
		"a document edited":   {"Anna Kovar said", "Anna Kovar says", "line 3"},
		"a correction edited": {"ask again", "ask never", "line 2"},
		"a line cut short":    {`"reading":{`, "\n", "line 3"},
		"a later format":      {`{"parley":1}`, `{"parley":99}`, "later version"},
		"a reading edited":    {`"content":["the talks`, `"content":["the walks`, "line 3"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			to := t.TempDir()
			err := importInto(t.Context(), to, []byte(strings.Replace(content, c.from, c.to, 1)))
			if err == nil || !strings.Contains(err.Error(), "whole.jsonl") || !strings.Contains(err.Error(), c.place) {
				t.Errorf("%v, want an error that names whole.jsonl and %s", err, c.place)
			}
			if !bytes.Equal(whole(t, to), empty) {
				t.Error("something was taken in")
			}
		})
	}
}
