package timex

import (
	"fmt"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// memorable is a day of the year that stands for one year's, near some words.
type memorable struct {
	year  int
	words map[string]bool
}

// addMemorable reads one line of tables/memorable.tsv.
func (g *grammar) addMemorable(line string) error {
	cells := strings.Split(line, "\t")
	if len(cells) != 3 {
		return fmt.Errorf("memorable day %q: it wants a day, a year and words", line)
	}
	var day monthDay
	m := memorable{words: map[string]bool{}}
	if _, err := fmt.Sscanf(cells[0]+" "+cells[1], "%d-%d %d", &day.month, &day.day, &m.year); err != nil {
		return fmt.Errorf("memorable day %q: %w", line, err)
	}
	for word := range strings.SplitSeq(cells[2], "|") {
		m.words[word] = true
	}
	g.memorable[day] = m
	return nil
}

// nearby is how many tokens away the word may stand that makes a day memorable.
const nearby = 8

// remember notes the year of a day without one that stands for a memorable day:
// "the October 7 attack". It then holds for the whole text.
func (r *resolver) remember(f *finding, tokens []english.Token) {
	m := &f.meaning
	if f.form != formCalendar || !m.has(fMonth) || !m.has(fDay) || m.has(fYear) {
		return
	}
	day := monthDay{m.get(fMonth), m.get(fDay)}
	known, ok := r.grammar.memorable[day]
	if !ok || r.published.Year() <= known.year {
		return
	}
	if _, told := r.named[day]; !told && r.asEvent(f, tokens) {
		r.markYear(day, known.year)
		return
	}
	for i := max(0, f.firstToken-nearby); i < min(len(tokens), f.lastToken+nearby); i++ {
		if !known.words[strings.ToLower(tokens[i].Lemma)] {
			continue
		}
		r.markYear(day, known.year)
	}
}

// longPast is how many days after the last day of its name, and before the next, a memorable day
// that is spoken of like an event is the one of its own year.
const longPast = 60

// asEvent tells whether a text speaks of a day as of what happened on it, "in response to
// October 7", at a time of the year far from that day.
func (r *resolver) asEvent(f *finding, tokens []english.Token) bool {
	if f.firstToken == 0 || f.meaning.has(fWeekday) {
		return false
	}
	switch strings.ToLower(tokens[f.firstToken-1].Text) {
	case "to", "of", "since", "after", "before":
	default:
		return false
	}
	for year := r.published.Year() - 1; year <= r.published.Year()+1; year++ {
		if days := daysBetween(dayAt(year, f.meaning.get(fMonth), f.meaning.get(fDay)), r.published); days > -longPast && days < longPast {
			return false
		}
	}
	return true
}

// markYear notes the year of a day of the calendar.
func (r *resolver) markYear(day monthDay, year int) {
	if r.meant == nil {
		r.meant = map[monthDay]int{}
	}
	r.meant[day] = year
}
