package intake_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/store"
)

// counted counts the transactions of a store.
type counted struct {
	store.Store
	updates atomic.Int32
}

func (c *counted) Update(ctx context.Context, change func(store.Tx) error) error {
	c.updates.Add(1)
	return c.Store.Update(ctx, change)
}

func notes(n int) []parley.Document {
	many := make([]parley.Document, n)
	for i := range many {
		many[i] = note(fmt.Sprintf("n%03d", i), fmt.Sprintf("Anna Kovar said this is note %d.", i))
	}
	return many
}

func TestManyAreKeptTogether(t *testing.T) {
	t.Parallel()
	s := &counted{Store: create(t)}
	outcomes := []intake.Outcome{}
	many := notes(150)
	sum, err := newIntake(s, &scribe{version: "1"}, &outcomes).Add(t.Context(), coming(append(many, many[0], many[149])...))
	if err != nil || sum.Kept+sum.Known != 152 || len(outcomes) != 152 {
		t.Errorf("%+v %v, %d outcomes", sum, err, len(outcomes))
	}
	if n := documents(t, s); n != 150 {
		t.Errorf("the record holds %d documents, want 150", n)
	}
	if n := s.updates.Load(); n < 3 || n > 10 {
		t.Errorf("%d transactions for 150 documents, want a few", n)
	}
}

func TestBylineDoesNotDependOnTheOrder(t *testing.T) {
	t.Parallel()
	bare, signed, other := note("a", "Anna Kovar said the talks go on."), note("a", "Anna Kovar said the talks go on."), note("a", "Anna Kovar said the talks go on.")
	signed.Byline, other.Byline = "Ida Lund", "Ann Ek"
	for _, order := range [][]parley.Document{{bare, signed, other}, {signed, bare, other}, {other, bare, signed}, {other, signed, bare}} {
		apart, together := create(t), create(t)
		for _, d := range order {
			if _, err := newIntake(apart, &scribe{version: "1"}, &[]intake.Outcome{}).Add(t.Context(), coming(d)); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := newIntake(together, &scribe{version: "1"}, &[]intake.Outcome{}).Add(t.Context(), coming(order...)); err != nil {
			t.Fatal(err)
		}
		for _, s := range []store.Store{apart, together} {
			if d, err := s.Document(t.Context(), "a"); err != nil || d.Byline != "Ida Lund" {
				t.Errorf("%q %q %q give %q %v", order[0].Byline, order[1].Byline, order[2].Byline, d.Byline, err)
			}
		}
	}
}

func TestLongTextsAreKeptInSmallerBatches(t *testing.T) {
	t.Parallel()
	s := &counted{Store: create(t)}
	many := notes(8)
	for i := range many {
		many[i].Text = strings.Repeat("It rained. ", 60_000)
	}
	if _, err := newIntake(s, &scribe{version: "1"}, &[]intake.Outcome{}).Add(t.Context(), coming(many...)); err != nil {
		t.Fatal(err)
	}
	if n := s.updates.Load(); n < 4 {
		t.Errorf("%d transactions for 5 MB of text", n)
	}
}

// stuck does not come to an end with the document "stuck" before it is released.
type stuck struct {
	scribe
	release chan struct{}
}

func (s *stuck) Read(d parley.Document) (parley.Reading, error) {
	if d.ID == "stuck" {
		<-s.release
	}
	return s.scribe.Read(d)
}

func TestWhatIsReadDoesNotWaitForLong(t *testing.T) {
	t.Parallel()
	reader := &stuck{scribe: scribe{version: "1"}, release: make(chan struct{})}
	first := make(chan string, 2)
	in := newIntake(create(t), reader, &[]intake.Outcome{})
	in.Report = func(o intake.Outcome) { first <- o.ID }
	var adding sync.WaitGroup
	adding.Go(func() {
		if _, err := in.Add(t.Context(), coming(note("stuck", "Anna Kovar said it takes long."), note("quick", "Anna Kovar said it is short."))); err != nil {
			t.Error(err)
		}
	})
	select {
	case id := <-first:
		if id != "quick" {
			t.Errorf("%s came first", id)
		}
	case <-time.After(time.Minute):
		t.Error("a document that was read waits for one that is not")
	}
	close(reader.release)
	adding.Wait()
}
