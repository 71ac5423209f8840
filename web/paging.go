package web

import (
	"strconv"

	"github.com/parleyrecord/parley/export"
)

// paged cuts a long list to what one page shows of it, from the place that the
// reader asks for, and leads to what follows.
func paged[T any](v *visit, all []T, most int, noun string) (shown []T, next choice, err error) {
	from, err := v.count("from", 0, 0)
	if err != nil {
		return nil, choice{}, err
	}
	from = min(from, len(all))
	to := min(from+most, len(all))
	return all[from:to], v.following(to, len(all) > to, "Next of "+export.Counted(len(all), noun)), nil
}

// following leads to the next page of a list, from a place on.
func (v *visit) following(from int, more bool, label string) choice {
	if !more {
		return choice{}
	}
	return choice{Href: v.here("from", strconv.Itoa(from), "open", ""), Label: label}
}
