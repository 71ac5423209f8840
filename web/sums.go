package web

import (
	"context"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// sums keeps what every page wants to know of the record as a whole, for as long
// as the record stands as it stood.
type sums struct {
	turn    sync.Mutex
	stamp   string
	extents map[string]store.Extent // by dossier
	months  map[string][]store.Month
}

// happenings are the entries that a timeline counts by month.
var happenings = []parley.EntryKind{parley.MeetingEntry, parley.EventEntry, parley.ProposalEntry}

// fresh forgets what was known of the record in another state.
func (s *sums) fresh(ctx context.Context, r store.Reader) error {
	stamp, err := r.Stamp(ctx)
	if err == nil && stamp != s.stamp {
		s.stamp, s.extents, s.months = stamp, map[string]store.Extent{}, map[string][]store.Month{}
	}
	return err
}

// Prepare sums the record up for each dossier, as every page wants it, so that the
// first readers need not wait for each other.
func (s *Server) Prepare(ctx context.Context) error {
	ids := []string{""}
	for _, d := range s.Dossiers {
		ids = append(ids, d.ID)
	}
	for _, id := range ids {
		if _, err := s.sums.extent(ctx, s.Record, id); err != nil {
			return err
		}
		if _, err := s.sums.monthsOf(ctx, s.Record, id); err != nil {
			return err
		}
	}
	return nil
}

func (s *sums) extent(ctx context.Context, r store.Reader, dossier string) (store.Extent, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.fresh(ctx, r); err != nil {
		return store.Extent{}, err
	}
	if x, ok := s.extents[dossier]; ok {
		return x, nil
	}
	x, err := r.Extent(ctx, dossier)
	if err == nil {
		s.extents[dossier] = x
	}
	return x, err
}

func (s *sums) monthsOf(ctx context.Context, r store.Reader, dossier string) ([]store.Month, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	if err := s.fresh(ctx, r); err != nil {
		return nil, err
	}
	if m, ok := s.months[dossier]; ok {
		return m, nil
	}
	m, err := r.Months(ctx, store.EntryFilter{Dossier: dossier, Kinds: happenings})
	if err == nil {
		s.months[dossier] = m
	}
	return m, err
}
