package alert

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/parleyrecord/parley/store"
)

// Sender brings a message to one place.
type Sender interface {
	Send(ctx context.Context, to string, m Message) error
}

// Outcome is what became of one delivery.
type Outcome struct {
	Message Message
	To      string
	Err     error
}

// The pauses between tries double from the first to the longest.
const (
	firstPause   = time.Minute
	longestPause = time.Hour
)

// Deliver sends what waits, in the order in which it was found, and remembers
// what arrived. What failed lately is let be until its pause is over, unless all
// is set. The outcomes are of what was tried.
func Deliver(ctx context.Context, s store.Store, sender Sender, now func() time.Time, all bool) (outcomes []Outcome, err error) {
	var waiting []Message
	for memo, err := range s.Memos(ctx, store.AlertMemo) {
		if err != nil {
			return nil, err
		}
		var m Message
		if err := json.Unmarshal(memo.Body, &m); err != nil {
			return nil, fmt.Errorf("alert %s: %w", memo.Name, err)
		}
		if len(m.Pending) > 0 {
			waiting = append(waiting, m)
		}
	}
	sortByTime(waiting)
	for _, m := range waiting {
		tried, err := deliverOne(ctx, s, sender, now, all, m)
		outcomes = append(outcomes, tried...)
		if err != nil {
			return outcomes, err
		}
	}
	return outcomes, nil
}

// deliverOne sends a message to each place that is due, and writes down each
// success before it goes on.
func deliverOne(ctx context.Context, s store.Store, sender Sender, now func() time.Time, all bool, m Message) (outcomes []Outcome, err error) {
	for _, d := range append([]Delivery{}, m.Pending...) {
		if !all && now().Before(d.Next) {
			continue
		}
		failure := sender.Send(ctx, d.To, m)
		if ctx.Err() != nil {
			return outcomes, ctx.Err()
		}
		m.settle(d.To, failure, now())
		outcomes = append(outcomes, Outcome{Message: m, To: d.To, Err: failure})
		if err := s.Update(ctx, func(tx store.Tx) error { return put(ctx, tx, m) }); err != nil {
			return outcomes, errors.Join(err, failure)
		}
	}
	return outcomes, nil
}

// settle writes down what became of a try.
func (m *Message) settle(to string, failure error, now time.Time) {
	var pending []Delivery
	for _, d := range m.Pending {
		if d.To != to {
			pending = append(pending, d)
			continue
		}
		if failure == nil {
			continue
		}
		d.Tries++
		d.Next, d.Error = now.Add(min(firstPause<<min(d.Tries-1, 10), longestPause)), failure.Error()
		pending = append(pending, d)
	}
	m.Pending = pending
}
