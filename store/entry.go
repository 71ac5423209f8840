package store

import (
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

	// KeptSince passes entries of which some member was kept at or after it.
	KeptSince time.Time

	Parties  []string // any of these is among the entry's parties
	Document string   // a member stands in this document: a key, or an id for any version
	Dossier  string   // a member stands in a document of this dossier
	Issue    parley.Issue
}
