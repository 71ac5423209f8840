package reader_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/sample"
)

func newReader(t testing.TB) *reader.Reader {
	t.Helper()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return reader.New(engine, lexicon.Default())
}

// samples are the bundled articles.
func samples(t testing.TB) []parley.Document {
	t.Helper()
	paths, err := fs.Glob(sample.Files, "articles/*.json")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no sample articles: %v", err)
	}
	documents := make([]parley.Document, len(paths))
	for i, path := range paths {
		data, err := fs.ReadFile(sample.Files, path)
		if err != nil {
			t.Fatal(err)
		}
		decode(t, path, data, &documents[i])
	}
	return documents
}

func decode(t testing.TB, path string, data []byte, into *parley.Document) {
	t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// TestEveryFieldHasItsWords is the first invariant, over the bundled articles
// and, where they stand beside the repository, those of ../shared.
func TestEveryFieldHasItsWords(t *testing.T) {
	t.Parallel()
	documents := samples(t)
	for _, folder := range []string{"../../shared/gold/dev/docs", "../../shared/gold/record/docs"} {
		paths, _ := filepath.Glob(filepath.Join(folder, "*.json"))
		if len(paths) == 0 {
			t.Logf("%s is not there: only the bundled articles are read", folder)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var d parley.Document
			decode(t, path, data, &d)
			documents = append(documents, d)
		}
	}
	r := newReader(t)
	items := 0
	for _, d := range documents {
		reading, err := r.Read(d)
		if err != nil {
			t.Errorf("%s: %v", d.ID, err)
			continue
		}
		if err := reading.Validate(d.Body()); err != nil {
			t.Error(err)
		}
		items += len(reading.Statements) + len(reading.Events) + len(reading.Positions) + len(reading.Proposals)
	}
	if items < 5*len(documents) {
		t.Errorf("%d items in %d articles: too few for the test to mean anything", items, len(documents))
	}
}

// TestAReadingIsPure is the second invariant: the same bytes again, from another
// reader, and from many at once.
func TestAReadingIsPure(t *testing.T) {
	t.Parallel()
	documents := samples(t)[:12]
	want := make([][]byte, len(documents))
	first := newReader(t)
	for i, d := range documents {
		want[i] = read(t, first, d)
	}
	other := newReader(t)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for i, d := range documents {
				if got := read(t, other, d); !bytes.Equal(got, want[i]) {
					t.Errorf("%s reads differently the second time", d.ID)
				}
			}
		})
	}
	wait.Wait()
}

func read(t *testing.T, r *reader.Reader, d parley.Document) []byte {
	t.Helper()
	reading, err := r.Read(d)
	if err != nil {
		t.Errorf("%s: %v", d.ID, err)
	}
	data, err := json.Marshal(reading)
	if err != nil {
		t.Error(err)
	}
	return data
}

func TestOtherLanguagesAreNotRead(t *testing.T) {
	t.Parallel()
	_, err := newReader(t).Read(parley.Document{ID: "de", Text: "Die Außenministerin sagte am Montag, die Gespräche würden in der kommenden Woche in Genf fortgesetzt, sobald beide Seiten zustimmen."})
	if parley.KindOf(err) != parley.NotEnglish {
		t.Errorf("a German text gives %v, want an error of kind NotEnglish", err)
	}
}

// TestWithoutADateThursdayStaysThursday: what the text and its date do not
// settle stays open.
func TestWithoutADateThursdayStaysThursday(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "undated", Text: "Norwegian Foreign Minister Anna Kovar met her Swedish counterpart Nils Ekberg in Oslo on Thursday."}
	reading, err := newReader(t).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range reading.Events {
		if e.Start != "" || e.End != "" {
			t.Errorf("%s is dated %s to %s without a date of publication", e.Type, e.Start, e.End)
		}
	}
	if len(reading.Events) == 0 {
		t.Error("the meeting is not found")
	}
}

// TestDatedSentences: a sentence stands once for each day that it names; weeks,
// months, lengths of time and habits are no days, and a dateline tells nothing.
func TestDatedSentences(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "dated", Title: "Envoys return", Published: time.Date(2031, time.March, 6, 12, 0, 0, 0, time.UTC), // a Thursday
		Text: "PORT AMBER, March 5 (Wire) - The envoys met on Tuesday, and again on Tuesday night. Norland signed the accord on March 1, after talks that began on February 20, 2031. " +
			"They had argued for three weeks in January. Observers meet them every Monday."}
	reading, err := newReader(t).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, s := range reading.Dated {
		words, err := s.Words.Of(d.Body())
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, string(s.Day)+" "+words)
	}
	if wanted := []string{"2031-03-04 Tuesday", "2031-03-01 March 1", "2031-02-20 February 20, 2031"}; !slices.Equal(found, wanted) {
		t.Errorf("found %q, want %q", found, wanted)
	}
}

// The site of a party speaks for it: who its words are of stands among the actors.
func TestTheSiteOfAPartySpeaksForIt(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "readout", Outlet: "whitehouse.gov", Title: "Readout of the Meeting in Oslo", Text: "The envoys met in Oslo. We reject the annexation of the valley."}
	reading, err := newReader(t).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	if err := reading.Validate(d.Body()); err != nil {
		t.Error(err)
	}
	if len(reading.Positions) != 1 || reading.Positions[0].Party != "USA" || reading.Positions[0].Holder != "White House" {
		t.Errorf("positions: %+v", reading.Positions)
	}
	if !slices.ContainsFunc(reading.Actors, func(a parley.Actor) bool { return a.Name == "White House" && a.Known }) {
		t.Errorf("actors: %+v", reading.Actors)
	}
}

// Who says "we" for rebels speaks of them, and not of the state whose people they are.
func TestRebelsSpeakForThemselves(t *testing.T) {
	t.Parallel()
	d := parley.Document{ID: "rebels", Outlet: "example.org", Text: "Rebels hold the north of Uganda. The rebels are strong. \"We have shelled Gulu,\" a rebel commander said. The rebels left."}
	reading, err := newReader(t).Read(d)
	if err != nil {
		t.Fatal(err)
	}
	if len(reading.Events) != 1 || !slices.Equal(reading.Events[0].Actors, []string{"Ugandan rebels"}) || !slices.Equal(reading.Events[0].Recipients, []string{"UGA"}) {
		t.Errorf("events: %+v", reading.Events)
	}
}
