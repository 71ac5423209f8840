package parley

import "time"

// EntryKind says what a line of the record is about.
type EntryKind string

const (
	MeetingEntry   EntryKind = "meeting"
	EventEntry     EntryKind = "event"
	StatementEntry EntryKind = "statement"
	PositionEntry  EntryKind = "position"
	ProposalEntry  EntryKind = "proposal"
	DisputeEntry   EntryKind = "dispute"
)

// EntryKinds lists the kinds in the order in which an export holds them.
var EntryKinds = []EntryKind{MeetingEntry, EventEntry, StatementEntry, PositionEntry, ProposalEntry, DisputeEntry}

// Entry is one line of the record: what all the readings that mention one
// thing say of it together. Exactly one of its last six fields is set, the one
// that Kind names.
type Entry struct {
	// ID is the id of the canonically first member; the id of every other
	// member leads to the entry too.
	ID   string    `json:"id"`
	Kind EntryKind `json:"kind"`
	// Told is when a source first published it; the zero time where every
	// document that tells it is undated.
	Told time.Time `json:"told,omitzero"`
	// Again is when a source last told of it.
	Again time.Time `json:"again,omitzero"`
	// Kept is when Parley took the first member in.
	Kept time.Time `json:"kept,omitzero"`
	// Start and End are when it happened, or from when it has held.
	Start   Date     `json:"start,omitempty"`
	End     Date     `json:"end,omitempty"`
	Parties []string `json:"parties,omitempty"` // states and bodies on whose side its actors stand
	Outlets []string `json:"outlets"`
	// Sources is the number of independent sources: copies of one text count
	// once.
	Sources   int        `json:"sources"`
	Certainty float64    `json:"certainty"`
	Members   []Member   `json:"members"` // in canonical order
	Spans     []Evidence `json:"spans"`   // each with the document it stands in
	// Corrections are those in force on its members, in the order in which they
	// were made; the places that they name are left out.
	Corrections []Correction `json:"corrections,omitempty"`
	// Words are those that tell it best, verbatim; "" for a dispute.
	Words string `json:"words,omitempty"`

	Meeting   *Meeting   `json:"meeting,omitempty"`
	Event     *Happening `json:"event,omitempty"`
	Statement *Statement `json:"statement,omitempty"`
	Position  *Standing  `json:"position,omitempty"`
	Proposal  *Plan      `json:"proposal,omitempty"`
	Dispute   *Dispute   `json:"dispute,omitempty"`
}

// Member is one mention that an entry folds in: an item of one reading.
type Member struct {
	ID     string    `json:"id"` // a hash of document version, span and kind
	Outlet string    `json:"outlet"`
	Told   time.Time `json:"told,omitzero"`
	Span
}

// Meeting is a folded CONSULT: a meeting, visit, call, round of talks or
// mediation.
type Meeting struct {
	Mode         Mode     `json:"mode"`
	Participants []string `json:"participants"`
	Parties      []string `json:"parties"`
	Mediators    []string `json:"mediators,omitempty"`
	Place        string   `json:"place"`
	Round        int      `json:"round,omitempty"`
	Status       Status   `json:"status"`
	Steps        []Step   `json:"steps"` // in the order in which they were told
}

// Step is one change in the life of a meeting or event.
type Step struct {
	Status    Status    `json:"status"`
	By        string    `json:"by,omitempty"` // who says so; "" for the outlets themselves
	Start     Date      `json:"start,omitempty"`
	End       Date      `json:"end,omitempty"`
	Told      time.Time `json:"told,omitzero"`
	Documents []string  `json:"documents"` // keys
}

// Happening is a folded event of any other type.
type Happening struct {
	Type       EventType `json:"type"`
	Mode       Mode      `json:"mode"`
	Status     Status    `json:"status"`
	Actors     []string  `json:"actors"`
	Recipients []string  `json:"recipients"`
	Place      string    `json:"place"`
	Figures    []Figure  `json:"figures"` // one for each kind and claimant, the latest
	Code       string    `json:"code,omitempty"`
	Steps      []Step    `json:"steps"`
}

// Standing is a run of one stance that a party takes on one issue, from when
// it was first told until another replaced it.
type Standing struct {
	Party     string   `json:"party"`
	Issue     Issue    `json:"issue"`
	Stance    Stance   `json:"stance"`
	Aim       Aim      `json:"aim,omitempty"`
	Holders   []string `json:"holders"` // who voiced it, first to last
	Quotes    []string `json:"quotes"`
	Condition string   `json:"condition,omitempty"`
	// Own tells that the party itself takes the stance, in the mouth of somebody
	// of its own or of nobody named; else it is another's account of it.
	Own bool `json:"own"`
	// Voices are who voiced it and how often, in the order in which they first
	// did.
	Voices []Voice `json:"voices,omitempty"`
	// Until is when another stance replaced it; the zero time while it stands.
	Until time.Time `json:"until,omitzero"`
	// Replaces is the entry that held before, and Change how this one differs
	// from it; both empty for a party's first known stance.
	Replaces string `json:"replaces,omitempty"`
	Change   Change `json:"change,omitempty"`
	// Former is the stance before, of that entry or, where there is none, as the
	// texts tell it.
	Former   Stance `json:"former,omitempty"`
	Repeated int    `json:"repeated"` // how many independent times it was voiced
}

// Voice is somebody who takes a stance.
type Voice struct {
	Holder  string    `json:"holder"`  // "" for the party itself
	Sources int       `json:"sources"` // how many independent sources have it from them
	First   time.Time `json:"first,omitzero"`
	Last    time.Time `json:"last,omitzero"`
}

// Change names how a stance differs from the one before.
type Change string

const (
	Softened     Change = "softened"
	Hardened     Change = "hardened"
	Reversed     Change = "reversed"
	NewCondition Change = "new condition"
)

// Plan is a folded proposal.
type Plan struct {
	Name      string    `json:"name"`
	By        []string  `json:"by"`
	Versions  []Version `json:"versions"`  // in the order in which they were told
	Responses []Reply   `json:"responses"` // likewise
	// Answers tell when each of the responses was first told, and where; in
	// their order.
	Answers []Answer `json:"answers,omitempty"`
}

// Answer is a party's response to a proposal, with when it was first told, and
// where.
type Answer struct {
	Party     string    `json:"party"`
	Response  Response  `json:"response"`
	Told      time.Time `json:"told,omitzero"`
	Documents []string  `json:"documents"` // keys
}

// Version is one state of a proposal.
type Version struct {
	Name   string    `json:"name"`
	Size   int       `json:"size,omitempty"` // its number of points, where told
	Told   time.Time `json:"told,omitzero"`
	Points []Point   `json:"points"`
}

// Dispute is two or more accounts that cannot all be right about one field of
// one entry.
type Dispute struct {
	Entry    string    `json:"entry"` // the entry in question
	Field    string    `json:"field"`
	About    string    `json:"about"` // the question in words
	Accounts []Account `json:"accounts"`
}

// Account is one side of a dispute.
type Account struct {
	Holder    string   `json:"holder"` // "" for the outlets themselves
	Claim     string   `json:"claim"`
	Documents []string `json:"documents"` // keys
}
