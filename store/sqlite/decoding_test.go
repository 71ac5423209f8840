package sqlite

import (
	"errors"
	"fmt"
	"iter"
	"testing"
)

var errBroken = errors.New("the page is torn")

// rowsUpTo are so many rows, then an error if one is given.
func rowsUpTo(n int, last error) iter.Seq2[entryRow, error] {
	return func(yield func(entryRow, error) bool) {
		for i := range n {
			if !yield(entryRow{body: fmt.Appendf(nil, `{"id":"%d"}`, i)}, nil) {
				return
			}
		}
		if last != nil {
			yield(entryRow{}, last)
		}
	}
}

// TestDecodedInOrder: however many rows there are, each comes once and in its
// place, and an error behind those before it.
func TestDecodedInOrder(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, rowsABatch - 1, rowsABatch, rowsABatch * batchesAhead, rowsABatch*(batchesAhead+3) + 1} {
		for _, broken := range []error{nil, errBroken} {
			came, failed := 0, error(nil)
			for e, err := range decoded(rowsUpTo(n, broken)) {
				if err != nil {
					failed = err
					continue
				}
				if want := fmt.Sprint(came); e.ID != want || failed != nil {
					t.Fatalf("of %d rows: %s came where %s stands (after error %v)", n, e.ID, want, failed)
				}
				came++
			}
			if came != n || !errors.Is(failed, broken) {
				t.Errorf("of %d rows %d came, and error %v; want %v", n, came, failed, broken)
			}
		}
	}
}

// TestDecodedUpToWhatIsBroken: a row that is no entry ends the sequence, and one
// who wants no more gets no more.
func TestDecodedUpToWhatIsBroken(t *testing.T) {
	t.Parallel()
	const good = rowsABatch*2 + 7
	torn := func(yield func(entryRow, error) bool) {
		for row := range rowsUpTo(good, nil) {
			if !yield(row, nil) {
				return
			}
		}
		if yield(entryRow{body: []byte("{")}, nil) {
			rowsUpTo(rowsABatch*9, nil)(yield)
		}
	}
	came, failures := 0, 0
	for _, err := range decoded(torn) {
		if err != nil {
			failures++
		} else {
			came++
		}
	}
	if came != good || failures != 1 {
		t.Errorf("%d entries and %d errors, want %d and 1", came, failures, good)
	}
	came = 0
	for range decoded(rowsUpTo(rowsABatch*20, nil)) {
		if came++; came == 3 {
			break
		}
	}
	if came != 3 {
		t.Errorf("%d entries came where three were wanted", came)
	}
}
