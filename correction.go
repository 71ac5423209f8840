package parley

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
)

// CorrectionAction is what a person does to the record.
type CorrectionAction string

const (
	Accepting CorrectionAction = "accept" // the entry is right as it stands
	Rejecting CorrectionAction = "reject" // what its mentions say is no such thing
	Merging   CorrectionAction = "merge"  // these mentions tell of one thing
	Splitting CorrectionAction = "split"  // these mentions tell of another thing than the rest
	Setting   CorrectionAction = "set"    // a field has this value
	Assigning CorrectionAction = "assign" // a document belongs to a dossier, or does not
	Noting    CorrectionAction = "note"   // words beside the entry
	Grading   CorrectionAction = "grade"  // how far a source, or an entry, is trusted
	Entering  CorrectionAction = "enter"  // words of a document say something that no reading has
	Undoing   CorrectionAction = "undo"   // a former correction is no longer in force
)

// CorrectionActions lists every action.
var CorrectionActions = []CorrectionAction{Accepting, Rejecting, Merging, Splitting, Setting, Assigning, Noting, Grading, Entering, Undoing}

// Correction is a person's change to the record. It is kept for good: another
// correction may undo it, and nothing else takes it away.
//
// What it says of an entry it says of mentions, each named by the place where
// it stands, so that it finds them again when their documents are read anew.
type Correction struct {
	ID     string           `json:"id"` // a hash of all else: see Seal
	Action CorrectionAction `json:"action"`
	Who    string           `json:"who"`
	When   time.Time        `json:"when"`
	// About are the mentions that it names: of a split those to be taken out,
	// and Rest those that stay.
	About []Anchor `json:"about,omitempty"`
	Rest  []Anchor `json:"rest,omitempty"`
	// Field is what it sets, and Value to what. An assignment's value is In or
	// Out; a grade's the grade.
	Field string `json:"field,omitempty"`
	Value string `json:"value,omitempty"`
	// An undoing names the same places as what it undoes.
	Undoes string `json:"undoes,omitempty"` // the id of a former correction
	// Document is the key of the document that it assigns.
	Document string `json:"document,omitempty"`
	Dossier  string `json:"dossier,omitempty"`
	Outlet   string `json:"outlet,omitempty"` // of a graded source
	Note     string `json:"note,omitempty"`
	// Entered is what was entered by hand.
	Entered *Entered `json:"entered,omitempty"`
}

// The values of an assignment.
const (
	In  = "in"
	Out = "out"
)

// Anchor is the place of a mention: what it may become a member of, and where
// it stands.
type Anchor struct {
	ID   string    `json:"id"` // of the mention
	Kind EntryKind `json:"kind"`
	Span
}

// ByHand is the Reader of readings that a person made.
const ByHand = "by hand"

// Entered is what a person found in a document: one of the items of a Reading,
// with the actors that it names.
type Entered struct {
	Event     *Event     `json:"event,omitempty"`
	Statement *Statement `json:"statement,omitempty"`
	Position  *Position  `json:"position,omitempty"`
	Proposal  *Proposal  `json:"proposal,omitempty"`
	Actors    []Actor    `json:"actors,omitempty"`
}

// Seal gives the correction its id: a hash of all that it says, as 16
// hexadecimal digits.
func (c *Correction) Seal() error {
	c.ID, c.When = "", c.When.UTC()
	content, err := json.Marshal(c)
	if err != nil {
		return fmt.Errorf("correction: %w", err)
	}
	sum := sha256.Sum256(content)
	c.ID = hex.EncodeToString(sum[:8])
	return nil
}

// Documents are the keys of the documents that the correction concerns, each
// once, in order.
func (c Correction) Documents() (keys []string) {
	if c.Document != "" {
		keys = append(keys, c.Document)
	}
	for _, a := range slices.Concat(c.About, c.Rest) {
		keys = append(keys, a.Doc)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Validate reports what the correction lacks, or has that is no grade, no
// action or no list's member.
func (c Correction) Validate() error {
	fault := func(place, problem, mend string) error {
		return &Error{Kind: Invalid, Subject: "correction", Place: place, Problem: problem, Mend: mend}
	}
	switch {
	case !slices.Contains(CorrectionActions, c.Action):
		return fault("action", fmt.Sprintf("%q is none", c.Action), "use one of "+joined(CorrectionActions))
	case strings.TrimSpace(c.Who) == "":
		return fault("who", "nobody answers for it", "give a name")
	case c.When.IsZero():
		return fault("when", "it has no time", "give one")
	}
	return c.validateContent(fault)
}

func (c Correction) validateContent(fault func(place, problem, mend string) error) error {
	switch c.Action {
	case Undoing:
		if c.Undoes == "" {
			return fault("undoes", "it names no correction", "give the id of one")
		}
		return nil
	case Assigning:
		if c.Document == "" || c.Dossier == "" || c.Value != In && c.Value != Out {
			return fault("assign", "it wants a document, a dossier and a value", "give all three, the value as in or out")
		}
		return nil
	case Grading:
		return c.validateGrade(fault)
	}
	switch {
	case len(c.About) == 0:
		return fault("about", "it names no mention", "name an entry")
	case c.Action == Splitting && len(c.Rest) == 0:
		return fault("rest", "nothing would stay", "take out some mentions of several")
	case c.Action == Setting && c.Field == "":
		return fault("field", "it names no field", "name one, such as status")
	case c.Action == Noting && strings.TrimSpace(c.Note) == "":
		return fault("note", "it says nothing", "write something")
	case c.Action == Entering && c.Entered == nil:
		return fault("entered", "it is missing", "say what was found")
	}
	return nil
}

// Reliabilities grade a source, and Credibilities what is told, from the best
// to the worst, as in the Admiralty code (NATO STANAG 2511); F and 6 say that it
// cannot be judged.
var (
	Reliabilities = []string{"A", "B", "C", "D", "E", "F"}
	Credibilities = []string{"1", "2", "3", "4", "5", "6"}
)

func (c Correction) validateGrade(fault func(place, problem, mend string) error) error {
	switch {
	case c.Outlet != "" && !slices.Contains(Reliabilities, c.Value):
		return fault("value", fmt.Sprintf("%q is no reliability of a source", c.Value), "use A (completely reliable) to E (unreliable), or F where it cannot be judged")
	case c.Outlet == "" && len(c.About) == 0:
		return fault("about", "it grades nothing", "name an outlet or an entry")
	case c.Outlet == "" && !slices.Contains(Credibilities, c.Value):
		return fault("value", fmt.Sprintf("%q is no credibility of an entry", c.Value), "use 1 (confirmed) to 5 (improbable), or 6 where it cannot be judged")
	}
	return nil
}

// SortCorrections brings corrections into the order in which they were made.
func SortCorrections(corrections []Correction) {
	slices.SortFunc(corrections, func(a, b Correction) int { return cmp.Or(a.When.Compare(b.When), cmp.Compare(a.ID, b.ID)) })
}

// InForce leaves out, of a whole list of corrections, those that others undo,
// and the undoings. What undoes an undoing brings its correction back.
func InForce(corrections []Correction) []Correction {
	corrections = slices.Clone(corrections)
	SortCorrections(corrections)
	undone := map[string]bool{}
	for _, c := range slices.Backward(corrections) {
		if c.Action == Undoing && !undone[c.ID] {
			undone[c.Undoes] = true
		}
	}
	return slices.DeleteFunc(corrections, func(c Correction) bool { return c.Action == Undoing || undone[c.ID] })
}

func joined[T ~string](values []T) string {
	words := make([]string, len(values))
	for i, v := range values {
		words[i] = string(v)
	}
	return strings.Join(words, ", ")
}
