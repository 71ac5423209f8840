package timex

// numeralKind is a kind of number that patterns name in capitals.
type numeralKind int

const (
	kindCount       numeralKind = iota // 3, three, twenty-four, two and a half, 1.5
	kindOrdinal                        // 3rd, third, twenty-first: the nth unit
	kindDay                            // 1 to 31 in digits, with or without an ordinal ending
	kindDayDigits                      // 1 to 31 in digits, also before a stop: 21.05.2025
	kindDayNth                         // 1 to 31 as an ordinal: 21st, twenty-first
	kindDayFigure                      // 1 to 31 as an ordinal in figures: 21st
	kindDayWord                        // 1 to 31 as a spelled-out cardinal: "May twenty nine"
	kindMonth                          // 1 to 12 in digits
	kindYear                           // 1100 to 2199: 1989, nineteen eighty-nine, two thousand and five
	kindSpokenYear                     // nineteen eighty-nine
	kindYearMonth                      // 2015-12: a year and the number of a month
	kindModern                         // 1900 to 2039 in digits: hardly ever a quantity
	kindShort                          // a year of two digits
	kindAnyYear                        // one to four digits, for years with an era
	kindDecade                         // the 1990 of 1990s
	kindShortDecade                    // the 90 of '90s
	kindAdjective                      // any adjective: the "bloody" of "two bloody weeks"
	kindPlace                          // a word with a capital, beside "time": the "Moscow" of "3 p.m. Moscow time"
	kindUpper                          // the "three" of "two to three weeks", which is not taken over
	kindCentury                        // the 19th of the 19th century
	kindHour                           // 0 to 24 in digits
	kindHourWord                       // one to twelve
	kindMinute                         // two digits, 00 to 59
	kindSecond                         // two digits, 00 to 59
	kindClock                          // four digits, 0000 to 2400
	kindCompact                        // eight digits, 20250521
	kindQuarter                        // 1 to 4
	kindWeek                           // 1 to 53
	kindHalf                           // 1 or 2
)

var numeralKinds = map[string]numeralKind{
	"COUNT": kindCount, "NTH": kindOrdinal, "DAY": kindDay, "DAYNTH": kindDayNth, "DAYFIGURE": kindDayFigure, "DAYDIGITS": kindDayDigits, "DAYWORD": kindDayWord,
	"MONTHNUM": kindMonth, "YEAR": kindYear, "SPOKENYEAR": kindSpokenYear, "YEAR2": kindShort, "YEARMONTH": kindYearMonth, "MODERN": kindModern, "ANYYEAR": kindAnyYear, "DECADE": kindDecade, "DECADE2": kindShortDecade, "ADJECTIVE": kindAdjective, "UPPER": kindUpper, "PLACE": kindPlace,
	"CENTURYNTH": kindCentury, "HOUR": kindHour, "HOURWORD": kindHourWord, "MINUTE": kindMinute,
	"SECOND": kindSecond, "CLOCK": kindClock, "COMPACT": kindCompact,
	"QUARTERNUM": kindQuarter, "HALFNUM": kindHalf, "WEEKNUM": kindWeek,
}

// numeral reads a number from an atom on and notes what it says; it returns the
// atom after it, -1 where no such number stands.
type numeral func(m *matcher, at int) int

// numerals holds, per kind, what reads it.
var numerals = [...]numeral{
	kindCount:       (*matcher).readCount,
	kindOrdinal:     (*matcher).readNth,
	kindDay:         (*matcher).readDay,
	kindDayNth:      (*matcher).readDayNth,
	kindDayFigure:   (*matcher).readDayFigure,
	kindDayWord:     (*matcher).readDayWord,
	kindDayDigits:   digitsBetween(fDay, 1, 2, 1, 31),
	kindMonth:       digitsBetween(fMonth, 1, 2, 1, 12),
	kindYear:        (*matcher).readYear,
	kindSpokenYear:  (*matcher).readTeens,
	kindYearMonth:   (*matcher).readYearMonth,
	kindModern:      (*matcher).readModern,
	kindShort:       (*matcher).readShortYear,
	kindAnyYear:     digitsBetween(fYear, 1, 4, 1, 9999),
	kindDecade:      (*matcher).readDecade,
	kindShortDecade: (*matcher).readShortDecade,
	kindAdjective:   (*matcher).readAdjective,
	kindPlace:       (*matcher).readPlace,
	kindUpper:       (*matcher).readUpper,
	kindCentury:     (*matcher).readCentury,
	kindHour:        digitsBetween(fHour, 1, 2, 0, 24),
	kindHourWord:    (*matcher).readHourWord,
	kindMinute:      digitsBetween(fMinute, 2, 2, 0, 59),
	kindSecond:      digitsBetween(fSecond, 2, 2, 0, 59),
	kindClock:       (*matcher).readClock,
	kindCompact:     (*matcher).readCompact,
	kindQuarter:     digitsBetween(fQuarter, 1, 1, 1, 4),
	kindWeek:        digitsBetween(fNth, 1, 2, 1, 53),
	kindHalf:        digitsBetween(fNth, 1, 1, 1, 2),
}

const unitsOfCount = 1000 // a count is kept in thousandths

// digitsBetween reads one atom of so many digits and between two bounds.
func digitsBetween(f feature, fewest, most, low, high int) numeral {
	return func(m *matcher, at int) int {
		a := &m.atoms[at]
		if a.digits < fewest || a.digits > most || a.number < low || a.number > high {
			return -1
		}
		m.set(f, a.number)
		return at + 1
	}
}

// spelled is the value of a word of the number table, -1 for any other atom.
func (m *matcher) spelled(at, class int) int {
	if at >= len(m.atoms) || m.atoms[at].word == nil {
		return -1
	}
	for i := range m.atoms[at].word.entries {
		if e := &m.atoms[at].word.entries[i]; e.class == class {
			return e.features[0].value
		}
	}
	return -1
}

func (m *matcher) isLiteral(at int, w *word) bool {
	return at < len(m.atoms) && m.atoms[at].word != nil && m.atoms[at].word.literal == w.literal
}

// whole reads a cardinal: 12, 1,200, twelve, twenty-four, two hundred and five,
// 3 million. It returns the atom after it.
func (m *matcher) whole(at int) (n, next int) {
	if a := &m.atoms[at]; a.digits > 0 && a.number >= 0 {
		n, next = a.number, at+1
		for m.thousands(next) {
			n, next = n*1000+m.atoms[next+1].number, next+2
		}
		return n, next
	}
	n = m.spelled(at, m.grammar.cardinal)
	if n < 0 {
		return -1, -1
	}
	return m.spelledOn(n, at+1)
}

func (m *matcher) thousands(at int) bool {
	return at+1 < len(m.atoms) && m.isLiteral(at, m.grammar.comma) && m.atoms[at].glued &&
		m.atoms[at+1].digits == 3 && m.atoms[at+1].glued && m.atoms[at-1].digits <= 3
}

// spelledOn goes on after the first word of a spelled-out cardinal.
func (m *matcher) spelledOn(n, next int) (int, int) {
	for {
		at := next
		if m.isLiteral(at, m.grammar.hyphen) || m.isLiteral(at, m.grammar.and) && n >= 100 {
			at++
		}
		more := m.spelled(at, m.grammar.cardinal)
		switch {
		case more == 100 && n < 100 && at == next:
			n *= 100
		case more == 1000 && n < 1000 && at == next:
			n *= 1000
		case n%1000 != 0 && n%100 == 0 && more > 0 && more < 100,
			n%1000 == 0 && n > 0 && more > 0 && more < 1000,
			n%100 >= 20 && n%10 == 0 && more > 0 && more < 10:
			n += more
		default:
			return n, next
		}
		next = at + 1
	}
}

func (m *matcher) readCount(at int) int {
	first := at
	if m.isLiteral(at, m.grammar.a) && m.spelled(at+1, m.grammar.cardinal) >= 100 { // "a hundred"
		first++
	}
	n, next := m.whole(first)
	if next < 0 || n > 1_000_000 {
		return -1
	}
	thousandths := n * unitsOfCount
	if part, after := m.fraction(next); after > 0 {
		thousandths, next = thousandths+part, after
	}
	m.set(fCount, thousandths)
	return next
}

func (m *matcher) readUpper(at int) int {
	mark := len(m.said)
	next := m.readCount(at)
	m.said = m.said[:mark]
	return next
}

func (m *matcher) readAdjective(at int) int {
	const yearDigits = 4 // "the 2025 academic years"
	if a := &m.atoms[at]; at > 0 && m.atoms[at-1].digits == yearDigits || a.digits > 0 || a.glued || a.word != nil && len(a.word.entries) > 0 || m.tokens[a.token].XPOS != "JJ" {
		return -1
	}
	return at + 1
}

func (m *matcher) readPlace(at int) int {
	if a := &m.atoms[at]; a.digits > 0 || a.word != nil && len(a.word.entries) > 0 || !isCapital(m.tokens[a.token].Text) {
		return -1
	}
	return at + 1
}

// fraction reads ".5", "and a half", "1/2" after a whole number.
func (m *matcher) fraction(at int) (thousandths, next int) {
	g := m.grammar
	switch {
	case m.isLiteral(at, g.stop) && m.atoms[at].glued && at+1 < len(m.atoms) && m.atoms[at+1].glued && m.atoms[at+1].digits > 0:
		n, scale := m.atoms[at+1].number, unitsOfCount
		for range min(m.atoms[at+1].digits, 4) {
			scale /= 10
		}
		return n * scale, at + 2
	case at+2 < len(m.atoms) && m.atoms[at].digits == 1 && m.isLiteral(at+1, g.slash) && m.atoms[at+1].glued && m.atoms[at+2].digits == 1 && m.atoms[at+2].number > m.atoms[at].number:
		return m.atoms[at].number * unitsOfCount / m.atoms[at+2].number, at + 3
	case m.isLiteral(at, g.and) && m.isLiteral(at+1, g.a) && m.isLiteral(at+2, g.half):
		return unitsOfCount / 2, at + 3
	case m.isLiteral(at, g.and) && m.isLiteral(at+1, g.half):
		return unitsOfCount / 2, at + 2
	}
	return 0, -1
}

// nth reads an ordinal: 3rd, third, twenty-first.
func (m *matcher) nth(at int) (n, next int) {
	if a := &m.atoms[at]; a.digits > 0 {
		if at+1 < len(m.atoms) && m.atoms[at+1].glued && m.spelled(at+1, m.grammar.ending) >= 0 {
			return a.number, at + 2
		}
		return -1, -1
	}
	if n = m.spelled(at, m.grammar.ordinal); n > 0 {
		return n, at + 1
	}
	tens := m.spelled(at, m.grammar.cardinal)
	if tens < 20 || tens > 90 {
		return -1, -1
	}
	at++
	if m.isLiteral(at, m.grammar.hyphen) {
		at++
	}
	if n = m.spelled(at, m.grammar.ordinal); n > 0 && n < 10 {
		return tens + n, at + 1
	}
	return -1, -1
}

func (m *matcher) readNth(at int) int {
	n, next := m.nth(at)
	if next > 0 {
		m.set(fNth, n)
	}
	return next
}

func (m *matcher) readDayNth(at int) int {
	n, next := m.nth(at)
	if next < 0 || n < 1 || n > 31 {
		return -1
	}
	m.set(fDay, n)
	return next
}

func (m *matcher) readDayFigure(at int) int {
	if m.atoms[at].digits == 0 {
		return -1
	}
	return m.readDayNth(at)
}

func (m *matcher) readDay(at int) int {
	if next := m.readDayNth(at); next > 0 {
		return next
	}
	a := &m.atoms[at]
	if a.digits < 1 || a.digits > 2 || a.number < 1 || a.number > 31 || m.startsFraction(at+1) {
		return -1
	}
	m.set(fDay, a.number)
	return at + 1
}

// startsFraction tells whether a number goes on behind the atom before: "4.5".
func (m *matcher) startsFraction(at int) bool {
	return at+1 < len(m.atoms) && m.isLiteral(at, m.grammar.stop) && m.atoms[at].glued &&
		m.atoms[at+1].glued && m.atoms[at+1].digits > 0
}

func (m *matcher) readDayWord(at int) int {
	if m.atoms[at].digits > 0 {
		return -1
	}
	n, next := m.whole(at)
	if next < 0 || n < 1 || n > 31 {
		return -1
	}
	m.set(fDay, n)
	return next
}

func (m *matcher) readHourWord(at int) int {
	n := m.spelled(at, m.grammar.cardinal)
	if n < 1 || n > 12 {
		return -1
	}
	m.set(fHour, n)
	return at + 1
}

func (m *matcher) readClock(at int) int {
	a := &m.atoms[at]
	if a.digits != 4 || a.number/100 > 24 || a.number%100 > 59 {
		return -1
	}
	m.set(fHour, a.number/100)
	m.set(fMinute, a.number%100)
	return at + 1
}

func (m *matcher) readCompact(at int) int {
	a := &m.atoms[at]
	year, month, day := a.number/10000, a.number/100%100, a.number%100
	if a.digits != 8 || year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > 31 {
		return -1
	}
	m.set(fYear, year)
	m.set(fMonth, month)
	m.set(fDay, day)
	return at + 1
}
