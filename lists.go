package parley

import "slices"

// EventType is a PLOVER 2.0 event type, or PROPOSE, which is Parley's own.
type EventType string

// The types that readings use for events: something done, under way or planned.
const (
	Consult   EventType = "CONSULT"
	Agree     EventType = "AGREE"
	Aid       EventType = "AID"
	Cooperate EventType = "COOPERATE"
	Retreat   EventType = "RETREAT"
	Sanction  EventType = "SANCTION"
	Coerce    EventType = "COERCE"
	Mobilize  EventType = "MOBILIZE"
	Assault   EventType = "ASSAULT"
	Protest   EventType = "PROTEST"
	Propose   EventType = "PROPOSE"
)

// The types of verbal acts, which stand apart from events in a reading.
const (
	Request  EventType = "REQUEST"
	Reject   EventType = "REJECT"
	Accuse   EventType = "ACCUSE"
	Threaten EventType = "THREATEN"
	Support  EventType = "SUPPORT"
	Concede  EventType = "CONCEDE"
)

// EventTypes are the types of events, in the order of PLOVER's list.
var EventTypes = []EventType{Agree, Consult, Cooperate, Aid, Retreat, Protest, Sanction, Mobilize, Coerce, Assault, Propose}

// ActTypes are the types of verbal acts. AGREE stands among them where consent
// is in words only.
var ActTypes = []EventType{Agree, Support, Concede, Request, Accuse, Reject, Threaten}

// Mode narrows an event's type.
type Mode string

// ModesOf lists the modes of each type that has any.
var ModesOf = map[EventType][]Mode{
	Consult: {"meeting", "visit", "call", "negotiation", "mediation"},
	Retreat: {"ceasefire", "release", "withdraw", "ease-sanctions", "access"},
	Assault: {"aerial", "drone", "missile", "artillery", "ground", "shooting", "other"},
}

// Status is how far an event has come, as its document tells it.
type Status string

const (
	Happened  Status = "happened"
	Ongoing   Status = "ongoing"
	Planned   Status = "planned"  // announced, scheduled, due
	Proposed  Status = "proposed" // suggested; it may happen
	OnHold    Status = "on-hold"  // postponed or suspended, without a new date
	Cancelled Status = "cancelled"
	Denied    Status = "denied" // denied by a source and confirmed by none
)

// NotDecided stands in the steps of a happening's life alone: somebody concerned has
// not made up his mind about it.
const NotDecided Status = "undecided"

// Statuses in the order of an event's life.
var Statuses = []Status{Proposed, Planned, Ongoing, Happened, OnHold, Cancelled, Denied}

// SourceKind says what kind of source a statement has.
type SourceKind string

const (
	PersonSource    SourceKind = "person"
	BodySource      SourceKind = "body"
	AnonymousSource SourceKind = "anonymous"
	MediaSource     SourceKind = "media"
	DocumentSource  SourceKind = "document"
)

// SourceKinds lists every kind of source.
var SourceKinds = []SourceKind{PersonSource, BodySource, AnonymousSource, MediaSource, DocumentSource}

// Manner is what a source does in communicating, where that is more than to say.
type Manner string

const (
	Says     Manner = ""
	Denies   Manner = "denied"
	Confirms Manner = "confirmed"
	Declines Manner = "declined" // declined to comment
)

// Issue is a matter under negotiation: one of Issues, or one that a dossier adds.
type Issue string

// Issues is the built-in list.
var Issues = []Issue{
	"territory", "ceasefire", "force-limits", "alliance-membership", "security-guarantees", "sanctions",
	"frozen-assets", "arms-supply", "military-action", "prisoners-hostages", "humanitarian-access", "enrichment",
	"inspections", "missiles-proxies", "governance-elections", "reparations-accountability", "trade-tariffs",
	"talks", "venue-date", "recognition-sovereignty", "withdrawal", "disarmament", "energy-infrastructure",
	"shipping-straits", "deal", OtherIssue,
}

// OtherIssue is that of stances on what none of the issues names. Two of them need not
// be on one matter.
const OtherIssue Issue = "other"

// Stance is where a party stands on an issue.
type Stance string

const (
	Demands     Stance = "demands"
	Supports    Stance = "supports"
	Accepts     Stance = "accepts"
	Offers      Stance = "offers"
	Conditional Stance = "conditional"
	Undecided   Stance = "undecided"
	Rejects     Stance = "rejects"
	RedLine     Stance = "red-line"
	Threatens   Stance = "threatens"
)

// Stances run from the most forthcoming to the most opposed.
var Stances = []Stance{Accepts, Offers, Supports, Conditional, Undecided, Demands, Rejects, RedLine, Threatens}

// Aim says what of an issue a stance is taken on, where it is not the issue itself.
type Aim string

// AtEnd: that the thing stop, be lifted, limited or never come about. Who demands
// an end of enrichment does not demand enrichment.
const AtEnd Aim = "end"

// Aims lists every aim; a position may have none.
var Aims = []Aim{AtEnd}

// Response is a party's reply to a proposal.
type Response string

// Responses lists every reply.
var Responses = []Response{"accepts", "rejects", "conditional", "studying", "supports"}

// FigureKind says what a figure counts.
type FigureKind string

// FigureKinds lists every kind.
var FigureKinds = []FigureKind{
	"killed", "injured", "missing", "displaced", "captured", "released", "drones", "missiles", "troops", "money_usd", OtherFigure,
}

// OtherFigure is that of a count of what none of the kinds names.
const OtherFigure FigureKind = "other"

// Qualifier says how a figure bounds the count.
type Qualifier string

// Qualifiers lists every qualifier.
var Qualifiers = []Qualifier{"exactly", "at-least", "about", "up-to", "more-than"}

// ValidMode tells whether an event of type t may have mode m. Every type may
// have none.
func (t EventType) ValidMode(m Mode) bool {
	return m == "" || slices.Contains(ModesOf[t], m)
}
