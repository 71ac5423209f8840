package intake_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/source/follow"
	"github.com/parleyrecord/parley/store"
)

func waiting(t *testing.T, s store.Store) (ids []string) {
	t.Helper()
	for d, err := range s.Waiting(t.Context(), 1000) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, d.ID)
	}
	return ids
}

func documents(t *testing.T, s store.Store) (n int) {
	t.Helper()
	for _, err := range s.Documents(t.Context(), store.DocumentFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// relevant says of notes that speak of talks that they belong to a dossier.
func relevant(d parley.Document) []string {
	if strings.Contains(d.Text, "talks") {
		return []string{"norland-sudmark"}
	}
	return nil
}

func TestWhatWaitsIsTakenInOnce(t *testing.T) {
	t.Parallel()
	s, outcomes, reader := create(t), []intake.Outcome{}, &scribe{version: "1"}
	followed := intake.Followed{Store: s}
	state := follow.State{Address: "https://post.example/feed", Kind: follow.Feed, Taken: 5, Added: time.Date(2031, 3, 1, 0, 0, 0, 0, time.UTC)}
	came := []parley.Document{
		note("a", "Anna Kovar said the talks go on."), note("b", "Boris Lund said the storm is over."), note("c", "garble talks"),
		note("d", "Anna Kovar said the talks are over."), note("a", "Anna Kovar said the talks go on."),
	}
	if err := followed.Keep(t.Context(), state, came); err != nil {
		t.Fatal(err)
	}
	if got := waiting(t, s); !slices.Equal(got, []string{"a", "b", "c", "d"}) {
		t.Fatalf("there wait %v", got)
	}
	in := newIntake(s, reader, &outcomes)
	in.Dossiers, in.Relevant = relevant, true
	for round, want := range []intake.Summary{{Kept: 2, Passed: 1, Failed: 1}, {}} {
		sum, err := in.Drain(t.Context())
		if err != nil || sum != want {
			t.Errorf("round %d: %+v %v, want %+v", round, sum, err, want)
		}
	}
	if got := waiting(t, s); len(got) > 0 {
		t.Errorf("%v still wait", got)
	}
	if slices.Contains(reader.read, "b") {
		t.Error("what belongs to no dossier was read")
	}
	if err := followed.Keep(t.Context(), state, came); err != nil {
		t.Fatal(err)
	}
	if sum, err := in.Drain(t.Context()); err != nil || sum.Kept != 0 || sum.Known != 2 {
		t.Errorf("given again: %+v %v", sum, err)
	}
	if n := documents(t, s); n != 2 {
		t.Errorf("the record holds %d documents, want 2", n)
	}
	if d, err := s.Document(t.Context(), "a"); err != nil || !slices.Equal(d.Dossiers, []string{"norland-sudmark"}) {
		t.Errorf("%+v %v", d.Dossiers, err)
	}
	states, err := followed.States(t.Context())
	if err != nil || len(states) != 1 || states[0].Taken != 5 {
		t.Errorf("%+v %v", states, err)
	}
}

func TestDrainThatIsStoppedLosesNothing(t *testing.T) {
	t.Parallel()
	s := create(t)
	var many []parley.Document
	for _, id := range strings.Split("abcdefghijklmnopqrstuvwxyz", "") {
		many = append(many, note(id, "Anna Kovar said the talks are note "+id+"."))
	}
	if err := (intake.Followed{Store: s}).Keep(t.Context(), follow.State{Address: "https://post.example/feed"}, many); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	in := newIntake(s, &scribe{version: "1"}, &[]intake.Outcome{})
	kept := 0
	in.Report = func(intake.Outcome) {
		if kept++; kept == 7 {
			cancel()
		}
	}
	if _, err := in.Drain(ctx); err == nil {
		t.Error("a drain that was stopped says nothing")
	}
	if _, err := in.Drain(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := documents(t, s); n != len(many) {
		t.Errorf("%d documents, want %d", n, len(many))
	}
}
