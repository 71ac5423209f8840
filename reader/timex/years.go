package timex

// The years that bare digits can name; anything else is a quantity.
const (
	earliestYear = 1100
	latestYear   = 2199
	// The years whose digits are hardly ever a quantity.
	earliestModern = 1900
	latestModern   = 2039
	// centuryTurn: a year of two digits up to here is of this century.
	centuryTurn = 39
)

func (m *matcher) readYear(at int) int {
	if a := &m.atoms[at]; a.digits > 0 {
		return m.readDigitYear(at, earliestYear, latestYear)
	}
	return m.readSpokenYear(at)
}

func (m *matcher) readModern(at int) int { return m.readDigitYear(at, earliestModern, latestModern) }

// readDigitYear reads a year of four digits between two others; the 1989 of "1989.25" is none.
func (m *matcher) readDigitYear(at, earliest, latest int) int {
	a := &m.atoms[at]
	if a.digits != 4 || a.number < earliest || a.number > latest || m.startsFraction(at+1) {
		return -1
	}
	m.set(fYear, a.number)
	return at + 1
}

// readSpokenYear reads "nineteen ninety-six", "two thousand (and) five".
func (m *matcher) readSpokenYear(at int) int {
	first := m.spelled(at, m.grammar.cardinal)
	switch {
	case first >= 11 && first <= 20:
		next := at + 1
		if m.isLiteral(next, m.grammar.hyphen) {
			next++
		}
		if m.spelled(next, m.grammar.cardinal) == 100 { // "nineteen hundred and five"
			if n, after := m.whole(at); n > earliestYear && n < latestYear && n%100 != 0 {
				m.set(fYear, n)
				return after
			}
		}
		if rest := m.spelled(next, m.grammar.cardinal); rest >= 10 && rest <= 99 {
			n, after := m.whole(next)
			if n < 100 {
				m.set(fYear, first*100+n)
				return after
			}
		}
	case first == 2:
		if n, next := m.whole(at); n >= 2000 && n < 2100 {
			m.set(fYear, n)
			return next
		}
	}
	return -1
}

// readTeens reads a spoken year that can be no quantity: "nineteen ninety-six".
func (m *matcher) readTeens(at int) int {
	if first := m.spelled(at, m.grammar.cardinal); first < 17 || first > 20 || m.spelled(at+1, m.grammar.cardinal) == 100 {
		return -1
	}
	return m.readSpokenYear(at)
}

func (m *matcher) readShortYear(at int) int {
	a := &m.atoms[at]
	if a.digits != 2 {
		return -1
	}
	m.set(fYear, fullYear(a.number))
	m.set(fShort, 1)
	return at + 1
}

// lengthen gives a year of two digits the century that a story tells of: "In 1793 … by '94".
func (r *resolver) lengthen(m *meaning) {
	if !m.has(fShort) || !r.narrative || !r.hasTold {
		return
	}
	const half = 50
	first := r.told.start.Year() - half
	m.set(fYear, first+((m.get(fYear)-first)%100+100)%100)
}

// readYearMonth reads "2015-12", a year and a month. A number that can be the last two digits of
// a later year is one: "2011-12" are two years.
func (m *matcher) readYearMonth(at int) int {
	if m.atoms[at].digits != 4 || at+2 >= len(m.atoms) || !m.isLiteral(at+1, m.grammar.hyphen) || !m.atoms[at+1].glued || !m.atoms[at+2].glued {
		return -1
	}
	year, month := m.atoms[at].number, &m.atoms[at+2]
	if year < earliestYear || year > latestYear || month.digits < 1 || month.digits > 2 || month.number < 1 || month.number > 12 {
		return -1
	}
	if month.digits == 2 && month.number > year%100 {
		return -1
	}
	m.set(fYear, year)
	m.set(fMonth, month.number)
	return at + 3
}

func fullYear(short int) int {
	if short <= centuryTurn {
		return 2000 + short
	}
	return 1900 + short
}

// readDecade reads the number of "1990s".
func (m *matcher) readDecade(at int) int {
	a := &m.atoms[at]
	if a.digits < 3 || a.digits > 4 || a.number%10 != 0 || a.number > latestYear || m.isIndex(at) {
		return -1
	}
	m.set(fDecade, a.number)
	return at + 1
}

// isIndex tells whether a number is a part of a name: the 500 of "S&P 500's".
func (m *matcher) isIndex(at int) bool {
	return at > 0 && m.atoms[at].digits < 4 && m.tokens[m.atoms[at-1].token].UPOS == "PROPN"
}

func (m *matcher) readShortDecade(at int) int {
	a := &m.atoms[at]
	if a.digits != 2 || a.number%10 != 0 {
		return -1
	}
	m.set(fDecade, fullYear(a.number))
	return at + 1
}

func (m *matcher) readCentury(at int) int {
	n, next := m.nth(at)
	if next < 0 || n > 30 {
		return -1
	}
	m.set(fCentury, (n-1)*100)
	return next
}
