package timex

// feature is one thing that the words of an expression say.
type feature uint8

const (
	fYear feature = iota
	fMonth
	fDay
	fWeekday // 1 Monday … 7 Sunday
	fQuarter
	fHalf
	fSeason
	fDecade  // its first year
	fCentury // its first year
	fEra     // eraBC, eraAD
	fPart    // of the day
	fHour
	fMinute
	fSecond
	fMeridiem
	fHoliday
	fCount   // in thousandths
	fVague   // a number of units that is not told: "several"
	fUnit    // what is counted, or the unit that a shift goes by
	fNth     // the nth unit within the rest; -1 the last
	fNthUnit //
	fShift   // -1 last, 0 this, +1 next
	fOffset  // days from the day of writing: "yesterday" -1
	fToward  // -1 back ("ago", "earlier"), +1 on ("later", "from now")
	fBase    // what a distance is counted from
	fMod
	fRef
	fNear    // the nearest such time: the day whichever week it is in, the year that is new, "soon"
	fWorking // days of the weekend are not counted
	fRest    // from now to the end of it
	fPlus    // what is counted goes on: "two years and a month"
	fShort   // the year is told by its last two digits
	fWiden   // the unit of the calendar around the day that is named: "the week of May 5"
	featureCount
)

var featureNames = map[string]feature{
	"year": fYear, "month": fMonth, "day": fDay, "weekday": fWeekday, "quarter": fQuarter, "half": fHalf,
	"season": fSeason, "decade": fDecade, "century": fCentury, "era": fEra, "part": fPart, "hour": fHour,
	"minute": fMinute, "second": fSecond, "meridiem": fMeridiem, "holiday": fHoliday, "count": fCount,
	"vague": fVague, "unit": fUnit, "nth": fNth, "nthunit": fNthUnit, "shift": fShift, "offset": fOffset,
	"toward": fToward, "base": fBase, "mod": fMod, "ref": fRef, "near": fNear, "working": fWorking, "rest": fRest, "plus": fPlus, "widen": fWiden,
}

// What "base" may say.
const (
	basePublication = iota // the day of writing
	baseText               // the date last told: "two days earlier"
)

// nearestDay, said of "near", counts from the last such day: "a week ago Tuesday".
const nearestDay = 2

// What "era" may say.
const (
	eraAD = iota
	eraBC
)

// symbols are the values that the tables write as names, in the order of their
// numbers.
var symbols = map[feature][]string{
	fSeason:   {"SP", "SU", "FA", "WI"},
	fEra:      {"AD", "BC"},
	fPart:     {"MO", "MI", "AF", "EV", "NI", "DT"},
	fMeridiem: {"AM", "PM"},
	fBase:     {"publication", "text"},
	fMod:      {"", "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"},
	fRef:      {"PRESENT_REF", "PAST_REF", "FUTURE_REF"},
	fUnit:     unitCodes[:],
	fNthUnit:  unitCodes[:],
	fWiden:    unitCodes[:],
}

// unit is a measure of time.
type unit int32

const (
	unitSecond unit = iota
	unitMinute
	unitHour
	unitDay
	unitWeekend
	unitWeek
	unitFortnight
	unitMonth
	unitQuarter
	unitHalf
	unitSeason
	unitYear
	unitDecade
	unitCentury
	unitNight
	unitCount
)

var unitCodes = [unitCount]string{"TS", "TM", "TH", "D", "WE", "W", "FN", "M", "Q", "HALF", "SEASON", "Y", "DE", "CE", "NI"}

// meaning is the feature structure of one expression.
type meaning struct {
	present uint64
	values  [featureCount]int32
	more    amount // what is counted before the last unit
}

func (m *meaning) has(f feature) bool { return m.present&(1<<f) != 0 }

func (m *meaning) hasAny(features ...feature) bool {
	for _, f := range features {
		if m.has(f) {
			return true
		}
	}
	return false
}

// get is the feature's value, 0 where it is absent.
func (m *meaning) get(f feature) int { return int(m.values[f]) }

func (m *meaning) set(f feature, value int) {
	m.present |= 1 << f
	m.values[f] = int32(value)
}

func (m *meaning) drop(f feature) {
	m.present &^= 1 << f
	m.values[f] = 0
}

// isNewYear tells "the new year" from this year and others.
func (m *meaning) isNewYear() bool {
	return m.has(fUnit) && m.unit() == unitYear && m.has(fNear) && m.get(fShift) == 0
}

// code is the feature's value as the tables write it, "" where it is absent.
func (m *meaning) code(f feature) string {
	if !m.has(f) {
		return ""
	}
	return symbols[f][m.values[f]]
}

func (m *meaning) unit() unit    { return unit(m.values[fUnit]) }
func (m *meaning) nthUnit() unit { return unit(m.values[fNthUnit]) }
