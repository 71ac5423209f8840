package parley

import (
	"fmt"
	"slices"
)

// Reading is what one document says. It is a pure function of the document,
// the lexicon and the model, both of which Reader names.
type Reading struct {
	Doc     string `json:"doc"`     // the document's id
	Version string `json:"version"` // the document's version
	Reader  string `json:"reader"`  // version of reader, lexicon and model

	Statements []Statement `json:"statements"`
	Beliefs    []Statement `json:"beliefs"` // thoughts and intentions attributed to someone
	Events     []Event     `json:"events"`
	Acts       []Event     `json:"acts"` // verbal acts: REQUEST, REJECT, ACCUSE …
	Positions  []Position  `json:"positions"`
	Proposals  []Proposal  `json:"proposals"`
	// Dated holds the sentences that name a calendar day, in the order of the
	// text, one for each day that a sentence names.
	Dated []DatedSentence `json:"dated"`
	// Actors holds everybody who is named in the items above.
	Actors []Actor `json:"actors"`
}

// Statement is somebody communicating something.
type Statement struct {
	Content     []string   `json:"content"` // verbatim, several pieces where the cue splits them
	Cue         string     `json:"cue"`     // the reporting words; "" for a continued quotation
	SpeakerText string     `json:"speaker_text"`
	Speaker     string     `json:"speaker"` // canonical name; "" where anonymous
	Kind        SourceKind `json:"kind"`
	Affiliation string     `json:"affiliation"`
	Manner      Manner     `json:"manner,omitempty"`
	// Reason is why an anonymous source is not named, in the text's words.
	Reason string `json:"reason,omitempty"`
	// Via is the chain of sources through which the outlet has the statement,
	// nearest to the outlet first: an agency that quotes an official.
	Via    []string `json:"via,omitempty"`
	Quoted bool     `json:"quoted,omitempty"` // the words are the speaker's own
	// Against is the claim that a denial is set against, verbatim, where the
	// text gives it, and AgainstBy who made it; "" for the outlet itself.
	Against   string     `json:"against,omitempty"`
	AgainstBy string     `json:"against_by,omitempty"`
	Certainty float64    `json:"certainty"` // 0 to 1
	Spans     []Evidence `json:"spans"`
}

// Event is something done, under way or planned, or a verbal act.
type Event struct {
	Type       EventType `json:"type"`
	Mode       Mode      `json:"mode"`
	Status     Status    `json:"status"`
	Actors     []string  `json:"actors"`
	Recipients []string  `json:"recipients"`
	Mediators  []string  `json:"mediators,omitempty"`
	Start      Date      `json:"start"`
	End        Date      `json:"end"`
	Place      string    `json:"place"`
	Quotes     []string  `json:"quotes"` // verbatim, best first, at most four
	Figures    []Figure  `json:"figures"`
	// Round is the ordinal of a round of talks; 0 where the text gives none.
	Round int `json:"round,omitempty"`
	// Rounds is how many rounds the text sums up in one ("four rounds of
	// talks"); 0 where it tells of one.
	Rounds int `json:"rounds,omitempty"`
	// By is who says that the event has this status; "" for the outlet itself.
	By        string     `json:"by,omitempty"`
	Contexts  []string   `json:"contexts,omitempty"` // PLOVER contexts
	Code      string     `json:"code,omitempty"`     // CAMEO code of the verb pattern
	Certainty float64    `json:"certainty"`
	Spans     []Evidence `json:"spans"`
}

// Figure is a count tied to an event.
type Figure struct {
	What      FigureKind `json:"what"`
	N         float64    `json:"n"`
	Qualifier Qualifier  `json:"qualifier"`
	Claimant  string     `json:"claimant"` // "" for the outlet's own voice
}

// Position is a party's stance on an issue.
type Position struct {
	Party  string   `json:"party"`
	Holder string   `json:"holder"` // who voices it; "" if just the party
	Issue  Issue    `json:"issue"`
	Stance Stance   `json:"stance"`
	Aim    Aim      `json:"aim,omitempty"` // what of the issue the stance is taken on
	Quotes []string `json:"quotes"`        // verbatim, at most three
	// Since, Condition and Former stand only where the text says so.
	Since     Date       `json:"since,omitempty"`
	Condition string     `json:"condition,omitempty"`
	Former    Stance     `json:"former,omitempty"` // the stance that this one replaces
	Certainty float64    `json:"certainty"`
	Spans     []Evidence `json:"spans"`
}

// Proposal is a named plan, offer or draft.
type Proposal struct {
	Name      string     `json:"name"`
	By        []string   `json:"by"`
	Quotes    []string   `json:"quotes"`
	Points    []Point    `json:"points"`
	Responses []Reply    `json:"responses"`
	Size      int        `json:"size,omitempty"` // number of points that the text gives it
	Certainty float64    `json:"certainty"`
	Spans     []Evidence `json:"spans"`
}

// Point is one point of a proposal.
type Point struct {
	Issue Issue  `json:"issue"`
	Quote string `json:"quote"`
}

// Reply is a party's response to a proposal.
type Reply struct {
	Party    string   `json:"party"`
	Response Response `json:"response"`
	Quote    string   `json:"quote"`
}

// DatedSentence is a sentence that names a calendar day: what it tells happened
// on that day, is due on it, or is told by way of it.
type DatedSentence struct {
	Day Date `json:"day"`
	Span
	Words Span `json:"words"` // the expression that names the day
}

// Key names the version of the document that was read, as Document.Key does.
func (r Reading) Key() string { return r.Doc + "@" + r.Version }

// Validate reports the first item of the reading that breaks an invariant:
// a value outside its closed list, a date that is none, a certainty outside 0
// to 1, words that do not stand in body, a field without evidence.
func (r Reading) Validate(body string) error {
	check := func(kind string, i int, err error) error {
		if err == nil {
			return nil
		}
		return &Error{Kind: Invalid, Subject: r.Doc, Place: fmt.Sprintf("%s %d", kind, i+1), Err: err}
	}
	for i, s := range slices.Concat(r.Statements, r.Beliefs) {
		if err := check("statement", i, s.validate(body)); err != nil {
			return err
		}
	}
	for i, e := range r.Events {
		if err := check("event", i, e.validate(body, EventTypes)); err != nil {
			return err
		}
	}
	for i, a := range r.Acts {
		if err := check("act", i, a.validate(body, ActTypes)); err != nil {
			return err
		}
	}
	for i, p := range r.Positions {
		if err := check("position", i, p.validate(body)); err != nil {
			return err
		}
	}
	for i, p := range r.Proposals {
		if err := check("proposal", i, p.validate(body)); err != nil {
			return err
		}
	}
	for i, s := range r.Dated {
		if err := check("dated sentence", i, s.validate(body)); err != nil {
			return err
		}
	}
	return nil
}
