package timex

// form is how the features of an expression are to be read.
type form uint8

const (
	formCalendar form = iota // a stretch of the calendar, named or pointed at
	formDistance             // so many units before or after a day
	formDuration             // a length of time
	formWithin               // "in two weeks": that far ahead where the clause looks ahead, else a length
	formWindow               // a length of time that ends or begins at a day: "the past two weeks"
	formStretch              // so many units at the beginning or end of a longer period
	formSet                  // times that recur
	formRef                  // past, present or future as such
	formFollow               // the rest of a date that the one before began: the 14 of "May 12-14"
	formSame                 // the time last told: "the same day"
	formVague                // a day that is counted from a beginning the text does not date
	formNone                 // no time at all: "a 6-year-old"
)

var formNames = map[string]form{
	"calendar": formCalendar, "distance": formDistance, "duration": formDuration, "window": formWindow, "within": formWithin, "stretch": formStretch,
	"set": formSet, "ref": formRef, "follow": formFollow, "same": formSame, "vague": formVague, "none": formNone,
}

// resolved is what an expression came to.
type resolved struct {
	kind   Type
	value  string
	mod    string
	period period // where it names one
	dated  bool   // it names one
	// from and to override the period's own dates where the expression covers
	// several periods.
	from, to period
	spans    bool
	compares bool // it names a time only to compare with it; the text does not go on from there
	silent   bool // it is no time expression after all
}

func (r *resolver) resolve(m *meaning, f form) resolved {
	r.lengthen(m)
	switch f {
	case formDistance:
		return r.distance(m)
	case formDuration:
		return resolved{kind: Duration, value: durationValue(m), mod: m.code(fMod)}
	case formWithin:
		return r.within(m)
	case formStretch:
		return r.stretch(m)
	case formWindow:
		return r.window(m)
	case formSet:
		return r.set(m)
	case formRef:
		return resolved{kind: Date, value: m.code(fRef), silent: m.has(fNear) && !r.tense().ahead()} // "he soon left"
	case formFollow:
		return r.follow(m)
	case formSame:
		return r.same(m)
	case formVague:
		if m.has(fNth) && m.unit() == unitDay && r.isNow() && !r.published.IsZero() { // "it is the second day of the talks"
			return ofPeriod(period{unit: unitDay, start: r.published}, m)
		}
		return resolved{kind: Date, value: unknownDistance(m.unit())}
	case formNone:
		return resolved{silent: true}
	}
	return r.calendar(m)
}

func ofPeriod(p period, m *meaning) resolved {
	kind := Date
	if p.unit == unitDay && p.detail != "" {
		kind = Time
	}
	return resolved{kind: kind, value: p.value(), mod: m.code(fMod), period: p, dated: true}
}
