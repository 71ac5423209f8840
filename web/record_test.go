package web_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/sample"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/web"
)

// today is the day of the last article of the sample.
const today = parley.Date("2025-12-24")

// ready are the dossiers that parley brings.
var ready = sync.OnceValue(func() *dossier.Set {
	all, err := dossier.Ready(lexicon.Default())
	if err != nil {
		panic(err)
	}
	return dossier.NewSet(lexicon.Default(), all...)
})

// recordOf makes a record of documents, read as parley add reads them.
func recordOf(t *testing.T, documents iter.Seq2[parley.Document, error]) store.Store {
	t.Helper()
	kept, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	in := intake.Intake{
		Store: kept, Reader: reader.New(engine, lexicon.Default()), Lexicon: lexicon.Default(), Workers: 2,
		Now: func() time.Time { return today.First() },
		Dossiers: func(d parley.Document) (ids []string) {
			for _, a := range ready().Assign(d) {
				ids = append(ids, a.Dossier)
			}
			return ids
		},
	}
	if _, err := in.Add(context.WithoutCancel(t.Context()), documents); err != nil {
		t.Fatal(err)
	}
	return kept
}

// sampleDocuments are the articles that parley brings.
func sampleDocuments(t *testing.T) iter.Seq2[parley.Document, error] {
	t.Helper()
	names, err := fs.Glob(sample.Files, "articles/*.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(parley.Document, error) bool) {
		for _, name := range names {
			var d parley.Document
			content, err := sample.Files.ReadFile(name)
			if err == nil {
				err = json.Unmarshal(content, &d)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

// serverOf shows a record as on the sample's last day.
func serverOf(t *testing.T, record store.Store) *web.Server {
	t.Helper()
	s, err := web.New(web.Config{
		Record: record, Lexicon: lexicon.Default(), Dossiers: ready().Dossiers(), Today: func() parley.Date { return today },
		Report: func(err error) { t.Errorf("the server reports: %v", err) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// get asks for a page as a browser on this machine does.
func get(t *testing.T, s http.Handler, address string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.Host = "localhost:7600"
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
		}
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// entriesOf are the ids of entries of a kind.
func entriesOf(t *testing.T, r store.Reader, kind parley.EntryKind) []string {
	t.Helper()
	var ids []string
	for e, err := range r.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{kind}}) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, e.ID)
	}
	if len(ids) == 0 {
		t.Fatalf("the record holds no %s", kind)
	}
	return ids
}

// wantPage asks for a page and wants words on it.
func wantPage(t *testing.T, s http.Handler, address string, words ...string) string {
	t.Helper()
	answer := get(t, s, address)
	if answer.Code != http.StatusOK {
		t.Errorf("%s: status %d, want 200", address, answer.Code)
	}
	body := answer.Body.String()
	for _, w := range words {
		if !strings.Contains(body, w) {
			t.Errorf("%s does not show %q", address, w)
		}
	}
	return body
}
