package web

import (
	"time"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// healthPage is what is followed and how it fares, and what the record holds.
type healthPage struct {
	Feeds  []feedShown
	Well   int
	Extent store.Extent
	Kept   string // when the last document was taken in
}

// feedShown is a source that is followed.
type feedShown struct {
	view.Feed
	Mood   string
	Took   string
	Looked string
}

// healthMoods are the classes of colour of how a source fares.
var healthMoods = map[string]string{"well": "yes", "new": "unsure", "moved": "cond", "shrunk": "cond", "silent": "cond", "failing": "no", "gone": "no"}

func health(v *visit) (leaf, error) {
	states, err := intake.Followed{Store: v.Record}.States(v.ctx)
	if err != nil {
		return leaf{}, err
	}
	now := v.Now()
	p := healthPage{Extent: v.extent}
	if !v.extent.Kept.IsZero() {
		p.Kept = export.Moment(v.extent.Kept.Truncate(time.Minute))
	}
	for _, f := range view.Feeds(states, now) {
		if f.Health == "well" {
			p.Well++
		}
		p.Feeds = append(p.Feeds, feedShown{f, healthMoods[f.Health], export.Took(f), export.Looked(f, now)})
	}
	return leaf{Title: "Sources", Data: p}, nil
}
