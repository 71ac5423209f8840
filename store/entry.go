package store

import (
	"slices"
	"time"

	"github.com/parleyrecord/parley"
)

// EntryFilter narrows Entries. The zero filter passes every entry. Fields that
// are set must all hold.
type EntryFilter struct {
	Kinds []parley.EntryKind // any of these

	// Since and Until bound when it happened, both inclusive, at whatever
	// granularity: an entry passes if the days from its Start to its End, as
	// far as they are known, share a day with the days from Since.First() to
	// Until.Last(). An entry with no date of its own is placed on the day when
	// it was first told; one that has neither passes.
	Since, Until parley.Date

	// ToldSince (inclusive) and ToldUntil (exclusive) bound when it was first
	// told. An entry told by undated documents only passes both.
	ToldSince, ToldUntil time.Time

	// ToldAgainSince passes entries of which some member was told at or after
	// it, and those told by undated documents only.
	ToldAgainSince time.Time

	// StandingAt passes stances that no other had replaced before it, and all
	// that is no stance.
	StandingAt time.Time

	// KeptSince passes entries of which some member was kept at or after it.
	KeptSince time.Time

	IDs      []string // the entry's own id is any of these
	Parties  []string // any of these is among the entry's parties
	Document string   // a member stands in this document: a key, or an id for any version
	Dossier  string   // a member stands in a document of this dossier
	Issue    parley.Issue

	// Part is how much of each entry is wanted; a Reader may give more.
	Part EntryPart
}

// EntryPart says how much of an entry is wanted.
type EntryPart int

const (
	Whole        EntryPart = iota
	WithoutSpans           // no Spans
	Outline                // neither Spans nor Members
)

// Passes tells whether an entry passes what the filter says of the entry
// itself: all but KeptSince and Dossier, which want the store.
func (f EntryFilter) Passes(e parley.Entry) bool {
	return (len(f.Kinds) == 0 || slices.Contains(f.Kinds, e.Kind)) &&
		f.passesHappened(e) && f.passesTold(e.Told) && f.passesAgain(e) &&
		(f.StandingAt.IsZero() || e.Position == nil || e.Position.Until.IsZero() || !e.Position.Until.Before(f.StandingAt)) &&
		(len(f.IDs) == 0 || slices.Contains(f.IDs, e.ID)) &&
		(len(f.Parties) == 0 || slices.ContainsFunc(f.Parties, func(p string) bool { return slices.Contains(e.Parties, p) })) &&
		(f.Document == "" || slices.ContainsFunc(e.Members, func(m parley.Member) bool { return SameDocument(m.Doc, f.Document) })) &&
		(f.Issue == "" || e.Position != nil && e.Position.Issue == f.Issue)
}

func (f EntryFilter) passesHappened(e parley.Entry) bool {
	first, last, ok := Days(e)
	if !ok {
		return true
	}
	return (f.Since == "" || last >= DayNumber(f.Since.First())) && (f.Until == "" || first <= DayNumber(f.Until.Last()))
}

func (f EntryFilter) passesTold(told time.Time) bool {
	return told.IsZero() || (f.ToldSince.IsZero() || !told.Before(f.ToldSince)) && (f.ToldUntil.IsZero() || told.Before(f.ToldUntil))
}

func (f EntryFilter) passesAgain(e parley.Entry) bool {
	return f.ToldAgainSince.IsZero() || e.Again.IsZero() || !e.Again.Before(f.ToldAgainSince)
}

// SameDocument tells whether a key is that of wanted, which is a key or, for
// all the versions of a document, an id.
func SameDocument(key, wanted string) bool {
	id, _ := parley.SplitKey(key)
	return key == wanted || id == wanted
}

// Days are the first and the last day on which an entry stands on a time line,
// as day numbers: those of its Start and End, else the day when it was first
// told. ok is false where it has neither.
func Days(e parley.Entry) (first, last int, ok bool) {
	switch {
	case e.Start != "" && e.End != "":
		return DayNumber(e.Start.First()), DayNumber(e.End.Last()), true
	case e.Start != "":
		return DayNumber(e.Start.First()), DayNumber(e.Start.Last()), true
	case e.End != "":
		return DayNumber(e.End.First()), DayNumber(e.End.Last()), true
	case !e.Told.IsZero():
		return DayNumber(e.Told), DayNumber(e.Told), true
	}
	return 0, 0, false
}

// WholeYear is how many days after the first of January the last day of an entry lies at
// least whose dates name a year, and no month in it.
const WholeYear = 364

// MonthOf is the month in which the days of an entry begin; ok is false where they are a
// whole year, which is no month.
func MonthOf(first, last int) (month parley.Date, ok bool) {
	day := DayAt(first)
	return parley.Date(day.Format("2006-01")), day.YearDay() > 1 || last-first < WholeYear
}

// DayNumber counts the days from 1 January 1970 to the day of t in UTC.
func DayNumber(t time.Time) int {
	seconds := t.Unix()
	if seconds < 0 {
		seconds -= secondsADay - 1
	}
	return int(seconds / secondsADay)
}

// DayAt is midnight UTC of a day number.
func DayAt(number int) time.Time { return time.Unix(int64(number)*secondsADay, 0).UTC() }

const secondsADay = 24 * 60 * 60
