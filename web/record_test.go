package web_test

import (
	"context"
	"encoding/json"
	"io/fs"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
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

// sampleRecord is a record of the sample that all tests look at and none changes.
var sampleRecord = sync.OnceValues(func() (store.Store, error) {
	return makeRecord(sampleFolder, sampleDocuments())
})

var sampleFolder string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "parley-web-*")
	if err != nil {
		panic(err)
	}
	sampleFolder = folder
	code := m.Run()
	os.RemoveAll(folder)
	os.Exit(code)
}

// looking shows the sample.
func looking(t *testing.T) (*web.Server, store.Store) {
	t.Helper()
	record, err := sampleRecord()
	if err != nil {
		t.Fatal(err)
	}
	return serverOf(t, record), record
}

// recordOf makes a record of documents for one test.
func recordOf(t *testing.T, documents iter.Seq2[parley.Document, error]) store.Store {
	t.Helper()
	kept, err := makeRecord(t.TempDir(), documents)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	return kept
}

// makeRecord reads documents into a record as parley add does.
func makeRecord(folder string, documents iter.Seq2[parley.Document, error]) (store.Store, error) {
	kept, err := sqlite.Create(context.Background(), folder)
	if err != nil {
		return nil, err
	}
	engine, err := english.New()
	if err != nil {
		return nil, err
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
	_, err = in.Add(context.Background(), documents)
	return kept, err
}

// sampleDocuments are the articles that parley brings.
func sampleDocuments() iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		names, err := fs.Glob(sample.Files, "articles/*.json")
		if err != nil {
			yield(parley.Document{}, err)
			return
		}
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
		Record: record, Lexicon: lexicon.Default(), Dossiers: ready().Dossiers(), Today: func() parley.Date { return today }, Now: time.Now,
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
