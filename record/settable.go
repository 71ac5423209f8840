package record

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// Field is a field of an entry that a person may set.
type Field struct {
	Name string
	// List tells that its value has several members, parted by semicolons.
	List bool
	// Values are those that it may have; nil where it may have any.
	Values []string

	valid func(value string) error
	// item lets a mention say it, where what it says decides what it is one
	// with; nil elsewhere.
	item func(d *drawer, l *lexicon.Lexicon, it *item, value string)
	// entry lets the entry say it, whatever its mentions do.
	entry func(e *parley.Entry, c parley.Correction)
}

// Settable are the fields of an entry of a kind that a person may set.
func Settable(kind parley.EntryKind) []Field { return settable[kind] }

// CheckField says why a field of an entry of this kind cannot be set to a value;
// nil where it can. The value "" takes away what is said.
func CheckField(kind parley.EntryKind, name, value string) error {
	f, ok := fieldOf(kind, name)
	if !ok {
		var names []string
		for _, f := range settable[kind] {
			names = append(names, f.Name)
		}
		if len(names) == 0 {
			return &parley.Error{Kind: parley.Invalid, Subject: string(kind), Problem: "nothing of it can be set", Mend: "set a field of the entry that it is about"}
		}
		return &parley.Error{Kind: parley.Invalid, Subject: string(kind), Place: name, Problem: "there is no such field to set", Mend: "set one of " + strings.Join(names, ", ")}
	}
	if value == "" && f.Values == nil {
		return nil
	}
	if f.Values != nil && !slices.Contains(f.Values, value) {
		return &parley.Error{Kind: parley.Invalid, Subject: string(kind), Place: name, Problem: fmt.Sprintf("%q is not in its list", value), Mend: "use one of " + strings.Join(slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return v == "" }), ", ")}
	}
	if f.valid == nil {
		return nil
	}
	if err := f.valid(value); err != nil {
		return &parley.Error{Kind: parley.Invalid, Subject: string(kind), Place: name, Problem: err.Error()}
	}
	return nil
}

func fieldOf(kind parley.EntryKind, name string) (Field, bool) {
	at := slices.IndexFunc(settable[kind], func(f Field) bool { return f.Name == name })
	if at < 0 {
		return Field{}, false
	}
	return settable[kind][at], true
}

// settable are the fields that can be set, by kind of entry.
var settable = map[parley.EntryKind][]Field{
	parley.MeetingEntry:   happeningFields(parley.ModesOf[parley.Consult]),
	parley.EventEntry:     happeningFields(allModes()),
	parley.StatementEntry: statementFields,
	parley.PositionEntry:  positionFields,
	parley.ProposalEntry:  proposalFields,
}

func allModes() (modes []parley.Mode) {
	for _, t := range parley.EventTypes {
		modes = append(modes, parley.ModesOf[t]...)
	}
	return modes
}

// words are a list's members as strings, with none for what is left open.
func openWords[T ~string](values []T) []string { return append([]string{""}, words(values)...) }

func words[T ~string](values []T) []string {
	found := make([]string, len(values))
	for i, v := range values {
		found[i] = string(v)
	}
	return found
}

// Members takes the value of a list field apart.
func Members(value string) []string {
	members := []string{}
	for _, part := range strings.Split(value, ";") {
		if part = strings.TrimSpace(part); part != "" {
			members = append(members, part)
		}
	}
	return members
}

func isDate(value string) error {
	if !parley.Date(value).Valid() {
		return fmt.Errorf("%q is no date: write 2025-12-04, 2025-12 or 2025", value)
	}
	return nil
}

func isNumber(value string) error {
	if n, err := strconv.Atoi(value); err != nil || n < 1 {
		return fmt.Errorf("%q is no number from 1", value)
	}
	return nil
}

func happeningFields(modes []parley.Mode) []Field {
	return []Field{
		{Name: "status", Values: words(parley.Statuses), entry: setStatus},
		{Name: "start", valid: isDate, item: func(_ *drawer, _ *lexicon.Lexicon, it *item, value string) { it.begin(parley.Date(value)) },
			entry: func(e *parley.Entry, c parley.Correction) { setDays(e, parley.Date(c.Value)) }},
		{Name: "end", valid: isDate, item: func(_ *drawer, _ *lexicon.Lexicon, it *item, value string) { it.Event.End = parley.Date(value) },
			entry: func(e *parley.Entry, c parley.Correction) { e.End = parley.Date(c.Value) }},
		{Name: "place", item: func(_ *drawer, l *lexicon.Lexicon, it *item, value string) {
			it.Event.Place, it.Place = value, placeOf(l, value)
		}, entry: setPlace},
		{Name: "mode", Values: openWords(modes), entry: setMode},
		{Name: "round", valid: isNumber, item: func(_ *drawer, _ *lexicon.Lexicon, it *item, value string) { it.Event.Round, _ = strconv.Atoi(value) },
			entry: setRound},
		{Name: "participants", List: true, entry: setSides}, {Name: "mediators", List: true, entry: setSides},
		{Name: "actors", List: true, entry: setSides}, {Name: "recipients", List: true, entry: setSides},
	}
}

// begin sets the day on which an event begins; one of one day has its end then
// too.
func (it *item) begin(start parley.Date) {
	if e := it.Event; e.End == e.Start || e.End.Last().Before(start.Last()) {
		e.End = start
	}
	it.Event.Start = start
}

func setDays(e *parley.Entry, start parley.Date) {
	if e.End == e.Start || e.End.Last().Before(start.Last()) {
		e.End = start
	}
	e.Start = start
}

// setStatus says how far it has come, as the last step of its life.
func setStatus(e *parley.Entry, c parley.Correction) {
	step := parley.Step{Status: parley.Status(c.Value), By: c.Who, Start: e.Start, End: e.End, Told: c.When, Documents: []string{}}
	if e.Meeting != nil {
		e.Meeting.Status, e.Meeting.Steps = step.Status, append(e.Meeting.Steps, step)
	} else {
		e.Event.Status, e.Event.Steps = step.Status, append(e.Event.Steps, step)
	}
}

func setPlace(e *parley.Entry, c parley.Correction) {
	if e.Meeting != nil {
		e.Meeting.Place = c.Value
	} else {
		e.Event.Place = c.Value
	}
}

func setMode(e *parley.Entry, c parley.Correction) {
	if e.Meeting != nil {
		e.Meeting.Mode = parley.Mode(c.Value)
	} else {
		e.Event.Mode = parley.Mode(c.Value)
	}
}

func setRound(e *parley.Entry, c parley.Correction) {
	if e.Meeting != nil {
		e.Meeting.Round, _ = strconv.Atoi(c.Value)
	}
}

// setSides says who took part; of a meeting that has become an event of one
// side among itself, who acted.
func setSides(e *parley.Entry, c parley.Correction) {
	names := Members(c.Value)
	switch {
	case e.Meeting != nil && c.Field == "mediators":
		e.Meeting.Mediators = names
	case e.Meeting != nil:
		e.Meeting.Participants = names
	case c.Field == "recipients":
		e.Event.Recipients = names
	case c.Field != "mediators":
		e.Event.Actors = names
	}
}

var statementFields = []Field{
	{Name: "speaker", item: func(d *drawer, _ *lexicon.Lexicon, it *item, value string) {
		it.Statement.Speaker, it.Actors = value, d.named([]string{value})
	}, entry: func(e *parley.Entry, c parley.Correction) { e.Statement.Speaker = c.Value }},
	{Name: "kind", Values: words(parley.SourceKinds), entry: func(e *parley.Entry, c parley.Correction) { e.Statement.Kind = parley.SourceKind(c.Value) }},
	{Name: "affiliation", entry: func(e *parley.Entry, c parley.Correction) { e.Statement.Affiliation = c.Value }},
	{Name: "manner", Values: openWords([]parley.Manner{parley.Denies, parley.Confirms, parley.Declines}),
		entry: func(e *parley.Entry, c parley.Correction) { e.Statement.Manner = parley.Manner(c.Value) }},
}

// Of a stance, party, issue and direction decide in which run it stands: the
// mentions say them, and the entry follows.
var positionFields = []Field{
	{Name: "stance", Values: words(parley.Stances), entry: func(*parley.Entry, parley.Correction) {},
		item: func(_ *drawer, _ *lexicon.Lexicon, it *item, value string) { it.Position.Stance = parley.Stance(value) }},
	{Name: "issue", valid: isIssue, entry: func(*parley.Entry, parley.Correction) {},
		item: func(_ *drawer, _ *lexicon.Lexicon, it *item, value string) { it.Position.Issue = parley.Issue(value) }},
	{Name: "party", valid: isSomebody, entry: func(*parley.Entry, parley.Correction) {},
		item: func(d *drawer, _ *lexicon.Lexicon, it *item, value string) {
			it.Position.Party, it.Actors = value, d.named([]string{value, it.Position.Holder})
		}},
	{Name: "holder", entry: func(*parley.Entry, parley.Correction) {},
		item: func(d *drawer, _ *lexicon.Lexicon, it *item, value string) {
			it.Position.Holder, it.Actors = value, d.named([]string{it.Position.Party, value})
		}},
	{Name: "condition", entry: func(e *parley.Entry, c parley.Correction) { e.Position.Condition = c.Value }},
}

func isIssue(value string) error {
	if strings.TrimSpace(value) == "" || strings.ContainsAny(value, " \t\n") {
		return fmt.Errorf("%q is no issue: write its id, such as security-guarantees", value)
	}
	return nil
}

func isSomebody(value string) error {
	if strings.TrimSpace(value) == "" {
		return fmt.Errorf("somebody must hold a position")
	}
	return nil
}

var proposalFields = []Field{
	{Name: "name", entry: func(e *parley.Entry, c parley.Correction) { e.Proposal.Name = c.Value }},
	{Name: "by", List: true, entry: func(e *parley.Entry, c parley.Correction) { e.Proposal.By = Members(c.Value) }},
}
