package timex

import "github.com/parleyrecord/parley"

// joins tells whether two matches with one atom or two between them are the ends
// of a range: "March 3 to 5", "from May until July", "between 2014 and 2018".
func (g *grammar) joins(atoms []atom, before, after *match) bool {
	between := atoms[before.last:after.first]
	if len(between) == 0 || len(between) > 2 {
		return false
	}
	if len(between) == 2 && !g.isWord(&between[1], "the") {
		return false
	}
	switch {
	case g.isWord(&between[0], "-"), g.isWord(&between[0], "to"), g.isWord(&between[0], "through"):
		return true
	case g.isWord(&between[0], "until"), g.isWord(&between[0], "till"):
		return opens(g, atoms, before.first, "from")
	case g.isWord(&between[0], "and"):
		return opens(g, atoms, before.first, "between") || atWeekdays(before, after) || atNextDay(before, after)
	}
	return false
}

// begins tells whether the second of two matches is the day on which the length of time that is
// the first begins: "ten days starting on May 2", "two weeks from Monday".
func (g *grammar) begins(atoms []atom, before, after *match) bool {
	if before.rule.form != formDuration && before.rule.form != formWithin || before.meaning.has(fVague) || after.rule.form != formCalendar {
		return false
	}
	at := before.last
	if at < after.first && g.isWord(&atoms[at], ",") {
		at++
	}
	first := at
	for ; at < after.first; at++ {
		a := &atoms[at]
		starts := a.word != nil && g.signals[a.word.literal] == Since && !g.isWord(a, "since") || g.isWord(a, "from")
		if !starts && (at == first || !g.isWord(a, "on") && !g.isWord(a, "the")) {
			return false
		}
	}
	return at > first
}

// atWeekdays tells whether both are bare days of the week, one the day after the
// other: "on Tuesday and Wednesday" is one stretch of time.
func atWeekdays(one, other *match) bool {
	return one.meaning.has(fWeekday) && other.meaning.has(fWeekday) &&
		one.meaning.get(fWeekday)%7+1 == other.meaning.get(fWeekday)
}

// atNextDay tells whether the second of two dates is the day of the month after the first: "on May 2
// and 3" is one stretch of time.
func atNextDay(one, other *match) bool {
	a, b := &one.meaning, &other.meaning
	follows := other.rule.form == formFollow || a.get(fMonth) == b.get(fMonth) && !a.has(fWeekday)
	return follows && a.has(fMonth) && a.has(fDay) && b.has(fDay) && a.get(fDay)+1 == b.get(fDay)
}

// opens tells whether a word stands before an expression, apart from an article.
func opens(g *grammar, atoms []atom, first int, text string) bool {
	at := first - 1
	if at >= 0 && g.isWord(&atoms[at], "the") {
		at--
	}
	return at >= 0 && g.isWord(&atoms[at], text)
}

func (g *grammar) isWord(a *atom, text string) bool {
	return a.word != nil && a.word.literal == g.word(text).literal
}

// joinLength gives a length of time and the day on which it begins the days that it then covers.
func joinLength(length, first *Expression, one, other *resolution) {
	m := &one.finding.meaning
	if first.From == "" || other.period.unit != unitDay || m.unit() < unitDay || m.get(fCount)%unitsOfCount != 0 {
		return
	}
	last := parley.DayOf(back(other.period.start, m, 1).AddDate(0, 0, -1))
	if last.First().Before(other.period.start) {
		return
	}
	length.From, length.To, length.Range = first.From, last, true
	first.To, first.Range, first.Signal = last, true, ""
}

// joinRange gives both ends of a range the days from the first to the last. Where
// they contradict each other, the end that was not settled by the text gives way:
// a year that the first end lacks, the week of the second. Others stay apart.
// "Now" as an end is the day of publication.
func joinRange(first, last *Expression, one, other *resolution, published parley.Date) {
	from, to := first.From, last.To
	if first.Value == "PRESENT_REF" {
		from = published
	}
	if last.Value == "PRESENT_REF" {
		to = published
	}
	if from == "" || to == "" || first.Range {
		return
	}
	if from.First().After(to.Last()) {
		switch {
		case other.finding.meaning.has(fWeekday) && other.period.unit == unitDay:
			other.period = other.period.shift(7)
			last.Value = other.period.value()
			_, to = other.period.dates()
		case one.finding.meaning.has(fMonth) && one.period.start.AddDate(-1, 0, 0).Day() == one.period.start.Day():
			one.period.start = one.period.start.AddDate(-1, 0, 0)
			first.Value = one.period.value()
			from, _ = one.period.dates()
		case one.finding.meaning.has(fMonth) && other.finding.meaning.has(fMonth) && !other.finding.meaning.has(fYear): // from a leap day on
			other.period.start = other.period.start.AddDate(1, 0, 0)
			last.Value = other.period.value()
			_, to = other.period.dates()
		}
		if from.First().After(to.Last()) {
			return
		}
	}
	first.From, first.To, first.Range = from, to, true
	last.From, last.To, last.Range = from, to, true
}
