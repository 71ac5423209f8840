package lexicon

import "github.com/parleyrecord/parley"

// MatchKind says how a phrase names something.
type MatchKind string

const (
	PersonMatch   MatchKind = "person"
	StateMatch    MatchKind = "state"     // a country's name
	DemonymMatch  MatchKind = "demonym"   // "Russian", "Ukrainians"
	MetonymMatch  MatchKind = "metonym"   // a capital or seat that may speak for a government, or be the place
	BodyMatch     MatchKind = "body"      // a named body: "NATO", "the White House", "Knesset"
	BodyNounMatch MatchKind = "body-noun" // a body that any state may have: "foreign ministry"
	GroupMatch    MatchKind = "group"     // an armed or other non-state group
	MediaMatch    MatchKind = "media"
	OfficeMatch   MatchKind = "office" // an office, rank or spokesperson's title
	RoleMatch     MatchKind = "role"   // a role noun: "official", "troops", "delegation"
	PlaceMatch    MatchKind = "place"
)

// Match is a phrase that the lexicon knows. First and Last are the first and
// last token, both inside it; where a token holds hyphens ("U.S.-led") the
// phrase may be a part of it, and Part says so.
type Match struct {
	First, Last int
	Kind        MatchKind
	// Actor is the person, state, body, group or medium; for a demonym or a
	// metonym the state. Zero for demonyms of no one party ("Western"), for places, titles, roles and body nouns.
	Actor parley.Actor
	// Candidates are all actors that the phrase may name, Actor first, where
	// there are several.
	Candidates []parley.Actor
	// Place is the place that the phrase may also be: set for places, for
	// metonyms, and for states and people that share a name with one.
	Place Place
	// Title is set for offices and roles.
	Title Title
	// Noun is set for body nouns.
	Noun BodyNoun
	// Outlet is set for media.
	Outlet Outlet
	// Also are the other kinds that the same words may be.
	Also []MatchKind
	// Short tells that a person is named by surname alone.
	Short bool
	// Open tells that an unknown capitalised word stands directly before or
	// after a person's short name, a place, a state or a metonym, so that the
	// match may be a part of a longer name ("Paris" in "Paris Hilton").
	Open bool
	// Common tells that a name of one word is a common word as well ("Price").
	// At the head of a sentence, where a capital says nothing, such people,
	// places and media are not matched at all.
	Common bool
	// Part tells that the match is a part of a hyphened token.
	Part bool
}
