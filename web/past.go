package web

import (
	"context"
	"sync"
	"time"

	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// pastRecords keeps the last few pasts of the record that were looked at: a
// reader goes from page to page within one, which remembers what it has folded.
type pastRecords struct {
	turn  sync.Mutex
	pasts []pastRecord // the last used first
}

type pastRecord struct {
	moment time.Time
	stamp  string
	record store.Reader
}

const mostPast = 4

func newPastRecords() *pastRecords { return &pastRecords{} }

// at is the record as it was known before a moment.
func (p *pastRecords) at(ctx context.Context, r store.Reader, moment time.Time) (store.Reader, error) {
	stamp, err := r.Stamp(ctx)
	if err != nil {
		return nil, err
	}
	p.turn.Lock()
	defer p.turn.Unlock()
	for i, f := range p.pasts {
		if f.moment.Equal(moment) && f.stamp == stamp {
			copy(p.pasts[1:i+1], p.pasts[:i])
			p.pasts[0] = f
			return f.record, nil
		}
	}
	record := view.AsOf(r, moment)
	p.pasts = append([]pastRecord{{moment, stamp, record}}, p.pasts[:min(len(p.pasts), mostPast-1)]...)
	return record, nil
}
