package web_test

import (
	"context"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// slow is a record that gives no entries until it is let go, and counts how many
// ask for them.
type slow struct {
	store.Store
	asking, most, all atomic.Int32
	letGo             chan struct{}
}

func (s *slow) Entries(ctx context.Context, f store.EntryFilter) iter.Seq2[parley.Entry, error] {
	s.all.Add(1)
	asking := s.asking.Add(1)
	defer s.asking.Add(-1)
	for most := s.most.Load(); asking > most && !s.most.CompareAndSwap(most, asking); most = s.most.Load() {
	}
	<-s.letGo
	return s.Store.Entries(ctx, f)
}

func TestAFewPagesAreMadeAtOnce(t *testing.T) {
	t.Parallel()
	_, record := looking(t)
	slow := &slow{Store: record, letGo: make(chan struct{})}
	s := serverOf(t, slow)
	places := max(runtime.GOMAXPROCS(0), 2)
	var readers sync.WaitGroup
	for i := range 10 * places {
		readers.Go(func() { wantPage(t, s, fmt.Sprintf("/timeline.csv?until=%d", 2025+i), "id,") })
	}
	for int(slow.asking.Load()) < places {
		time.Sleep(time.Millisecond)
	}

	ask := func(ctx context.Context) *httptest.ResponseRecorder {
		r := httptest.NewRequestWithContext(ctx, http.MethodGet, "/timeline.csv?until=2030-01-01", nil)
		r.Host = "localhost:7600"
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		return w
	}
	impatient, stop := context.WithTimeout(t.Context(), time.Millisecond)
	defer stop()
	if late := ask(impatient); late.Code != http.StatusServiceUnavailable || !strings.Contains(late.Body.String(), "too much is asked for") {
		t.Errorf("a page that there is no place to make: status %d, want 503", late.Code)
	}
	gone, leave := context.WithCancel(t.Context())
	leave()
	if nobody := ask(gone); nobody.Body.Len() > 0 {
		t.Errorf("a reader who has gone is answered %.80q", nobody.Body)
	}
	close(slow.letGo)
	readers.Wait()
	if most := int(slow.most.Load()); most > places {
		t.Errorf("%d pages were made at once, want %d at most", most, places)
	}
	if all := int(slow.all.Load()); all != 10*places {
		t.Errorf("%d pages were made, want %d", all, 10*places)
	}
}
