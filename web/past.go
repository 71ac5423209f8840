package web

import (
	"context"
	"sync"
	"time"

	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// pastRecords keeps the last few foldings of the record as it was known at a
// past day: a reader goes from page to page within one.
type pastRecords struct {
	turn  sync.Mutex
	folds []pastRecord // the last used first
}

type pastRecord struct {
	moment time.Time
	stamp  string
	record store.Reader
}

const mostPast = 4

func newPastRecords() *pastRecords { return &pastRecords{} }

// at is the record as it was known before a moment. One folding is made at a
// time, and those who wait for the same one share it.
func (p *pastRecords) at(ctx context.Context, r store.Reader, moment time.Time) (store.Reader, error) {
	stamp, err := r.Stamp(ctx)
	if err != nil {
		return nil, err
	}
	p.turn.Lock()
	defer p.turn.Unlock()
	for i, f := range p.folds {
		if f.moment.Equal(moment) && f.stamp == stamp {
			copy(p.folds[1:i+1], p.folds[:i])
			p.folds[0] = f
			return f.record, nil
		}
	}
	record, err := view.AsOf(ctx, r, moment)
	if err != nil {
		return nil, err
	}
	p.folds = append([]pastRecord{{moment, stamp, record}}, p.folds[:min(len(p.folds), mostPast-1)]...)
	return record, nil
}
