package parley

// ActorKind says what an actor is.
type ActorKind string

const (
	PersonActor ActorKind = "person"
	BodyActor   ActorKind = "body"  // a ministry, party, court, company, alliance …
	StateActor  ActorKind = "state" // a state or territory
	GroupActor  ActorKind = "group" // an armed or other non-state group
	MediaActor  ActorKind = "media" // a news outlet or agency
)

// Actor is somebody who acts or speaks: a person, a body, a state, a group.
type Actor struct {
	// ID is stable across documents: an ISO 3166 alpha-3 code for a state
	// ("RUS"), else a slug ("sergey-lavrov").
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Kind ActorKind `json:"kind"`
	// Affiliation is whose side the actor is on: an ISO 3166 alpha-3 code,
	// or EU, UN, NATO, IAEA, HAMAS …; empty where not known.
	Affiliation string   `json:"affiliation,omitempty"`
	Sector      string   `json:"sector,omitempty"` // PLOVER sector code (GOV, MIL, REB …)
	Offices     []Office `json:"offices,omitempty"`
	Wikidata    string   `json:"wikidata,omitempty"`
	// Known tells whether the lexicon knows the actor; one that it does not
	// know is built from the text.
	Known bool       `json:"known"`
	Spans []Evidence `json:"spans,omitempty"`
}

// Office is a post that a person holds from a date to a date; either may be
// unknown.
type Office struct {
	Title string `json:"title"`          // "foreign minister"
	Of    string `json:"of,omitempty"`   // state or body: "RUS", "NATO"
	From  Date   `json:"from,omitempty"` // first day in office
	To    Date   `json:"to,omitempty"`   // last day in office
}

// HeldOn tells whether the office was held on a day. An unknown bound is open,
// and an unknown day lies inside every office.
func (o Office) HeldOn(day Date) bool {
	if day == "" {
		return true
	}
	at := day.First()
	return (o.From == "" || !o.From.First().After(at)) && (o.To == "" || !o.To.Last().Before(at))
}
