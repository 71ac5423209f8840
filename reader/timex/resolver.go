package timex

import (
	"time"
)

// resolver turns meanings into calendar periods, one expression after the
// other, in the order of the text.
type resolver struct {
	grammar   *grammar
	published time.Time // the day of publication, midnight UTC; zero where it is not known
	narrative bool      // the text tells a story of its own dates, far from its publication
	told      period    // the last period of the calendar that the text named
	hasTold   bool
	lastDay   period           // the last day that it named otherwise than behind "since"
	lastDayIn int              // the sentence that named it
	since     bool             // the present expression stands behind "since"
	sentence  int              // that of the present expression
	recent    []period         // the last periods told, the latest first
	named     map[monthDay]int // the years of the days that the text gives in full
	meant     map[monthDay]int // the years of the days that stand for what happened on them
	quarter   period           // the quarter that the text reports on
	compared  period           // likewise, until the text goes over to a longer stretch
	stretched resolved         // the last stretch told, "the first two months", where no part of a year was since
	year      int              // the last year that the text named with a month
	aside     int              // the last that it named alone since
	last      meaning
	lastForm  form
	tense     func() tense // of the clause that the present expression stands in
	isNow     func() bool  // whether the present expression is what something is said to be now
	isSpan    func() bool  // whether it says how long nothing like something has been
}

// here is the day that deictic words count from: publication, or in a narrative
// the time last told.
func (r *resolver) here() (time.Time, bool) {
	if r.narrative && r.hasTold {
		return r.told.start, true
	}
	return r.published, !r.published.IsZero()
}

// countsFromTold tells whether a distance or a shift counts from the time last told. "The coming week" does not.
func (r *resolver) countsFromTold(m *meaning) bool {
	return m.get(fBase) == baseText && r.hasTold && !m.has(fNear) && !r.looksBack(m)
}

// looksBack tells whether a weekday counts back from publication, since the time last told is yet to come: "The vote
// is due next Monday. The rebels had quit the talks the previous Friday".
func (r *resolver) looksBack(m *meaning) bool {
	return m.has(fWeekday) && m.get(fShift) < 0 && r.told.start.After(r.published) && r.tense() != future
}

// isVaguer tells whether an expression counts from the time last told in a unit finer than that time:
// "They met in May. Two days later …".
func (r *resolver) isVaguer(m *meaning) bool {
	return r.countsFromTold(m) && m.unit() >= unitDay && m.unit() < r.told.unit
}

// baseDay is the day that a distance or a shift counts from.
func (r *resolver) baseDay(m *meaning) (time.Time, bool) {
	if r.countsFromTold(m) {
		return r.countedFrom(m).start, true
	}
	if m.has(fShift) && r.narrative && !r.published.IsZero() && r.tense() == future {
		return r.published, true // a story tells what is to come from where it is written: "will meet next month"
	}
	return r.here()
}

// countedFrom is the time told that a distance or a shift counts from: the last, but not one to come where it leads
// to what was done before: "met on Monday and will meet on Friday. A day earlier Norland had signed".
func (r *resolver) countedFrom(m *meaning) period {
	if m.get(fToward) < 0 && m.unit() == unitDay && !r.narrative && !r.published.IsZero() && r.told.start.After(r.published) && r.tense().behind() {
		for _, p := range r.recent {
			if p.unit == unitDay && !p.start.IsZero() && !p.start.After(r.published) {
				return p
			}
		}
	}
	return r.told
}

// note remembers what was told, for what refers back to it.
func (r *resolver) note(m *meaning, f form, res *resolved) {
	r.last, r.lastForm = *m, f
	if res.kind == Duration && m.unit() == unitMonth && m.get(fCount) >= 6*unitsOfCount {
		r.compared = period{} // "the first nine months"
	}
	if f == formStretch {
		r.stretched = *res
	}
	if !res.dated || res.kind == Set || res.compares {
		return
	}
	if res.period.isPartOfYear() {
		r.stretched = resolved{}
	}
	r.told, r.hasTold = res.period, true
	if res.period.unit == unitDay && !r.since {
		r.lastDay, r.lastDayIn = res.period, r.sentence
	}
	r.remind(res.period)
	if res.period.unit == unitQuarter {
		r.quarter, r.compared = res.period, res.period
	}
	if year := res.period.start.Year(); m.has(fYear) && res.period.unit < unitYear {
		r.year, r.aside = year, 0
	} else if m.has(fYear) {
		r.aside = year
	}
}

// noteRange remembers a range of months for what refers back to it.
func (r *resolver) noteRange(last *Expression, one, other *resolution) {
	if last.Range && one.period.isPartOfYear() && other.period.isPartOfYear() {
		r.stretched = resolved{kind: Date, from: one.period, to: other.period, spans: true}
	}
}

// remind keeps a period among the last that were told.
func (r *resolver) remind(p period) {
	const kept = 4
	if len(r.recent) < kept {
		r.recent = append(r.recent, period{})
	}
	copy(r.recent[1:], r.recent)
	r.recent[0] = p
}

func daysBetween(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }
