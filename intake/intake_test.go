package intake_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
)

// scribe reads "A said B." as a statement; a text with "garble" it cannot read, one
// with "faint" it breaks down over, and of one with "invent" it claims what does not
// stand there.
type scribe struct {
	version string
	mu      sync.Mutex
	read    []string
}

func (s *scribe) Version() string { return s.version }

func (s *scribe) Read(d parley.Document) (parley.Reading, error) {
	s.mu.Lock()
	s.read = append(s.read, d.ID)
	s.mu.Unlock()
	if strings.Contains(d.Text, "faint") {
		panic("no such letter")
	}
	if strings.Contains(d.Text, "garble") {
		return parley.Reading{}, &parley.Error{Kind: parley.NotEnglish, Subject: d.ID, Problem: "it cannot be read"}
	}
	r := parley.Reading{Doc: d.ID, Version: d.Version(), Reader: s.version}
	speaker, content, ok := strings.Cut(strings.TrimSuffix(d.Text, "."), " said ")
	if !ok {
		return r, nil
	}
	at := len(d.Title) + 1
	statement := parley.Statement{Content: []string{content}, Cue: "said", SpeakerText: speaker, Speaker: speaker, Kind: parley.PersonSource, Certainty: 1,
		Spans: []parley.Evidence{
			{Field: "content", Span: parley.Span{Start: at + len(speaker) + 6, End: at + len(speaker) + 6 + len(content)}},
			{Field: "cue", Span: parley.Span{Start: at + len(speaker) + 1, End: at + len(speaker) + 5}},
			{Field: "speaker", Span: parley.Span{Start: at, End: at + len(speaker)}},
			{Field: "speaker_text", Span: parley.Span{Start: at, End: at + len(speaker)}},
		}}
	if strings.Contains(d.Text, "invent") {
		statement.Content = []string{"words that nobody said"}
	}
	r.Statements = []parley.Statement{statement}
	return r, nil
}

func create(t *testing.T) store.Store {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func note(id, text string) parley.Document {
	return parley.Document{ID: id, Outlet: "courier.example", Published: time.Date(2031, 3, 1, 12, 0, 0, 0, time.UTC), Title: "A note", Text: text}
}

// coming yields documents, and an error before each nil among them.
func coming(documents ...parley.Document) iter.Seq2[parley.Document, error] {
	return func(yield func(parley.Document, error) bool) {
		for _, d := range documents {
			var err error
			if d.ID == "" {
				err = &parley.Error{Kind: parley.Binary, Subject: "picture.png", Problem: "it is not text"}
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func newIntake(s store.Store, r intake.Reader, outcomes *[]intake.Outcome) *intake.Intake {
	return &intake.Intake{Store: s, Reader: r, Lexicon: lexicon.Default(), Workers: 3,
		Now:    func() time.Time { return time.Date(2031, 3, 2, 0, 0, 0, 0, time.UTC) },
		Report: func(o intake.Outcome) { *outcomes = append(*outcomes, o) }}
}

func statements(t *testing.T, s store.Store) (found []parley.Entry) {
	t.Helper()
	for e, err := range s.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{parley.StatementEntry}}) {
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, e)
	}
	return found
}

func TestOneBadDocumentDoesNotStopTheRest(t *testing.T) {
	t.Parallel()
	s, outcomes := create(t), []intake.Outcome{}
	sum, err := newIntake(s, &scribe{version: "1"}, &outcomes).Add(t.Context(), coming(
		note("a", "Anna Kovar said the talks go on."), parley.Document{}, note("b", "garble"), note("c", "Anna Kovar said we invent nothing."),
		note("d", ""), note("e", "Boris Lund said the border stays open.")))
	if err != nil {
		t.Fatal(err)
	}
	if sum != (intake.Summary{Kept: 3, Failed: 3}) {
		t.Errorf("%+v, want 3 kept (a note without text but a title is one) and 3 failed", sum)
	}
	var failed []string
	for _, o := range outcomes {
		if o.Err != nil {
			failed = append(failed, o.ID)
		}
	}
	slices.Sort(failed)
	if !slices.Equal(failed, []string{"", "b", "c"}) {
		t.Errorf("failed: %q, want the picture, b and c", failed)
	}
	if found := statements(t, s); len(found) != 2 {
		t.Errorf("%d statements kept, want 2", len(found))
	}
}

func TestWhatIsKnownIsNotReadAgain(t *testing.T) {
	t.Parallel()
	s, outcomes, reader := create(t), []intake.Outcome{}, &scribe{version: "1"}
	a, b := note("a", "Anna Kovar said the talks go on."), note("b", "Boris Lund said the border stays open.")
	in := newIntake(s, reader, &outcomes)
	for range 2 {
		if _, err := in.Add(t.Context(), coming(a, b, a)); err != nil {
			t.Fatal(err)
		}
	}
	if found := statements(t, s); len(found) != 2 || found[0].Sources != 1 {
		t.Errorf("added three times over, the record holds %+v", found)
	}
	reader.read = nil
	if sum, _ := in.Add(t.Context(), coming(a, b)); sum.Known != 2 || len(reader.read) != 0 {
		t.Errorf("%+v; read again: %v", sum, reader.read)
	}
	in.Reader = &scribe{version: "2"}
	if sum, _ := in.Add(t.Context(), coming(a, b)); sum.Kept != 2 {
		t.Errorf("a later reader: %+v, want both read anew", sum)
	}
}

func TestAnEditedArticleKeepsBothVersions(t *testing.T) {
	t.Parallel()
	s, outcomes := create(t), []intake.Outcome{}
	former, later := note("a", "Anna Kovar said the talks go on in Geneva."), note("a", "Anna Kovar said the talks are over.")
	later.Published = later.Published.Add(time.Hour)
	if _, err := newIntake(s, &scribe{version: "1"}, &outcomes).Add(t.Context(), coming(later, former)); err != nil {
		t.Fatal(err)
	}
	found := statements(t, s)
	if len(found) != 2 || found[0].Members[0].Doc != former.Key() || found[1].Members[0].Doc != later.Key() {
		t.Errorf("the record holds %+v, want one statement of each version", found)
	}
}

func TestAReaderThatBreaksDownReadsTheRest(t *testing.T) {
	t.Parallel()
	s := create(t)
	var outcomes []intake.Outcome
	in := newIntake(s, &scribe{version: "1"}, &outcomes)
	if _, err := in.Add(t.Context(), coming(note("a", "Anna Kovar said this is a note."), note("b", "Anna Kovar said faint."), note("c", "Anna Kovar said this is another."))); err != nil {
		t.Fatal(err)
	}
	failed := map[string]bool{}
	for _, o := range outcomes {
		if o.Err != nil {
			failed[o.ID] = strings.Contains(o.Err.Error(), "no such letter")
		}
	}
	if !failed["b"] || len(failed) != 1 {
		t.Errorf("failed: %v, want b alone, with what was the matter", failed)
	}
	for _, id := range []string{"a", "c"} {
		if _, err := s.Document(t.Context(), id); err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func TestCancelledIntakeKeepsWhatItReported(t *testing.T) {
	t.Parallel()
	s := create(t)
	ctx, cancel := context.WithCancel(t.Context())
	kept := map[string]bool{}
	in := newIntake(s, &scribe{version: "1"}, &[]intake.Outcome{})
	in.Report = func(o intake.Outcome) {
		kept[o.ID] = true
		if len(kept) == 3 {
			cancel()
		}
	}
	var many []parley.Document
	for _, id := range strings.Split("abcdefghijklmnopqrstuvwxyz", "") {
		many = append(many, note(id, "Anna Kovar said this is note "+id+"."))
	}
	if _, err := in.Add(ctx, coming(many...)); !errors.Is(err, context.Canceled) {
		t.Errorf("Add returned %v, want that it was cancelled", err)
	}
	for id := range kept {
		if _, err := s.Document(t.Context(), id); err != nil {
			t.Errorf("%s was reported as kept: %v", id, err)
		}
	}
}
