package record_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// What entries were before a moment is the same whether all that was told until
// then is folded or only what is near them.
func TestThePastOfSomeEntriesIsThatOfTheRecord(t *testing.T) {
	t.Parallel()
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			p := newPress(seed, 60)
			s := create(t)
			addAtOnce(t, s, p.edition(80)...)
			moment := p.from.AddDate(0, 0, 20+p.IntN(30))
			wanted := map[string][]byte{}
			for _, e := range foldedBefore(t, s, moment) {
				wanted[e.ID] = inBytes(t, e)
			}
			var now []parley.Entry
			for e, err := range s.Entries(t.Context(), store.EntryFilter{Part: store.WithoutSpans}) {
				if err != nil {
					t.Fatal(err)
				}
				now = append(now, e)
			}
			all := before(t, s, moment, now...)
			if len(all) != len(wanted) {
				t.Errorf("%d entries, want %d", len(all), len(wanted))
			}
			for _, e := range all {
				compare(t, e.ID+" among all", inBytes(t, e), wanted[e.ID])
			}
			for _, one := range now {
				for _, e := range before(t, s, moment, one) {
					compare(t, e.ID+" for "+one.ID, inBytes(t, e), wanted[e.ID])
				}
			}
		})
	}
}

func before(t *testing.T, s store.Reader, moment time.Time, now ...parley.Entry) []parley.Entry {
	t.Helper()
	then, err := record.FoldBefore(t.Context(), s, moment, now)
	if err != nil {
		t.Fatal(err)
	}
	return then
}

// foldedBefore is one fold of all mentions told before a moment; of all where it is zero.
func foldedBefore(t testing.TB, s store.Reader, moment time.Time) []parley.Entry {
	t.Helper()
	var mentions []store.Mention
	for m, err := range s.Mentions(t.Context(), store.MentionFilter{Until: moment}) {
		if err != nil {
			t.Fatal(err)
		}
		mentions = append(mentions, m)
	}
	entries, err := record.Fold(mentions)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

func inBytes(t *testing.T, e parley.Entry) []byte {
	t.Helper()
	var b bytes.Buffer
	write(t, &b, e)
	return b.Bytes()
}
