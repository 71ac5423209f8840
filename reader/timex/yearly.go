package timex

import "time"

// yearly resolves what comes once a year: in the year that is named, else in the
// one before, this or the next as the expression says, else in the nearest.
func (r *resolver) yearly(m *meaning, inYear func(year int) (period, bool)) (period, bool) {
	here, known := r.baseDay(m)
	switch {
	case m.has(fYear):
		return inYear(eraYear(m))
	case m.has(fShift) && m.unit() == unitYear && m.get(fBase) == baseText && !r.hasTold:
		return period{}, false // "October of the same year", of which nothing was told
	case m.has(fShift) && m.has(fUnit) && m.unit() == unitYear && known:
		return inYear(here.Year() + m.get(fShift))
	case m.has(fShift) && known:
		return shiftedYearly(here, m.get(fShift), inYear)
	}
	return r.nearest(inYear)
}

// shiftedYearly is the last one that is over, the one of this year, or the next
// one to begin.
func shiftedYearly(here time.Time, shift int, inYear func(year int) (period, bool)) (period, bool) {
	switch shift {
	case 0:
		return inYear(here.Year())
	case 1:
		if p, ok := inYear(here.Year()); ok && p.start.After(here) {
			return p, ok
		}
		return inYear(here.Year() + 1)
	}
	if p, ok := inYear(here.Year()); ok && p.last().Before(here) && !justOver(p, here) {
		return p, ok
	}
	return inYear(here.Year() - 1)
}

// justOver tells whether a month has ended so lately that nobody calls it the last one: "last
// February", written on March 1.
func justOver(p period, here time.Time) bool {
	const week = 7
	return p.unit == unitMonth && daysBetween(p.last(), here) <= week
}

// nearest picks, among the same date of several years, the one that the tense
// and the story call for.
func (r *resolver) nearest(inYear func(year int) (period, bool)) (period, bool) {
	if r.narrative && r.hasTold {
		return r.nearestTold(inYear)
	}
	if r.published.IsZero() {
		return period{}, false
	}
	var best period
	cost := -1
	for year := r.published.Year() - leapYears; year <= r.published.Year()+leapYears; year++ {
		p, ok := inYear(year)
		if !ok {
			continue
		}
		if c := r.cost(p); cost < 0 || c < cost {
			best, cost = p, c
		}
	}
	return best, cost >= 0
}

// leapYears is how far off the next February 29 can be.
const leapYears = 4

// against is how many times farther a date counts that the tense speaks
// against.
var against = map[tense]int{unclear: 2, likelyPast: 3, likelyFuture: 3, onceFuture: 2, scheduled: 3, past: 8, future: 8}

// cost is the distance in days from publication, made larger where the tense
// looks the other way.
func (r *resolver) cost(p period) int {
	t := r.tense()
	if p.unit == unitQuarter && t != past { // quarters are reported on when they are over
		t = likelyPast
	}
	if !p.start.After(r.published) && !p.last().Before(r.published) {
		return 0
	}
	if p.start.After(r.published) {
		days := daysBetween(r.published, p.start)
		switch {
		case t == past && p.unit == unitMonth: // "the law changed in December"
			days *= 2 * against[t]
		case t == past || t == likelyPast || t == unclear:
			days *= against[t]
		}
		return days
	}
	days := daysBetween(p.last(), r.published)
	if t.ahead() {
		days *= against[t]
	}
	return days
}

// nearestTold prefers the date that lies closest to those told last; a story goes on
// more often than it goes back, and returns to its own days after a look aside.
func (r *resolver) nearestTold(inYear func(year int) (period, bool)) (period, bool) {
	const aside = 45 // what one date told in between counts, in days
	var best period
	cost := -1
	for i, told := range r.recent {
		for year := told.start.Year() - 1; year <= told.start.Year()+1; year++ {
			p, ok := inYear(year)
			if !ok {
				continue
			}
			c := i*aside + r.strays(told, p)
			if cost < 0 || c < cost {
				best, cost = p, c
			}
		}
	}
	return best, cost >= 0
}

// strays is how far a date lies from one told before, in days.
func (r *resolver) strays(told, p period) int {
	const (
		backward  = 3   // a day back counts as three on
		otherYear = 150 // what leaving the year last named counts
		within    = 60  // what any date in a year that is told counts
	)
	c := daysBetween(told.start, p.start)
	if told.unit >= unitYear {
		if !p.start.Before(told.start) && !p.start.After(told.last()) {
			c = within
		} else if c > 0 {
			c = within + daysBetween(told.last(), p.start)
		}
	}
	if c < 0 {
		c = -c * backward
	}
	if year := p.start.Year(); year != r.year && year != r.aside && (r.year != 0 || r.aside != 0) {
		c += otherYear
	}
	return c
}
