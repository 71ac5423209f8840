package view

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// News of an entry since some moment.
const (
	Confirmed = "confirmed" // what was to be has been held, or a second source tells it
	Disputed  = "disputed"  // a new dispute, or new accounts in one
	Changed   = "changed"   // it says something else, or more
	New       = "new"       // there was no such entry
	Withdrawn = "withdrawn" // there is no such entry any more
)

// ChangeKinds are the kinds of change in the order in which a list has them.
var ChangeKinds = []string{Confirmed, Disputed, Changed, New, Withdrawn}

// Change is an entry that is not what it was at some moment.
type Change struct {
	Line
	Change string `json:"change"` // one of ChangeKinds
	// Shifts are the fields that say something else, of a withdrawn entry what
	// it said.
	Shifts []Shift `json:"shifts"`
	// Formerly are the ids of former entries that it has taken in.
	Formerly []string `json:"formerly,omitempty"`
	// Why says why it was withdrawn, where somebody has done so.
	Why string `json:"why,omitempty"`
}

// Shift is a field that says something else than before; "" stands for
// nothing.
type Shift struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	Now    string `json:"now"`
}

// Changes are the entries that differ from what they were at a moment of the
// record's journal, each once: by kind of change, then as an export has them.
// What was taken in goes by when it was kept, whenever it happened or was told.
// What came and went, or changed and changed back, is not among them.
func Changes(ctx context.Context, r store.Reader, look Look, after store.Moment) ([]Change, error) {
	c := comparing{ctx: ctx, r: r, look: look, before: map[string]*store.Gist{}, taken: map[string][]string{}}
	if err := c.load(after); err != nil {
		return nil, err
	}
	if look.Dossier != "" {
		if err := c.keepTo(look.Dossier); err != nil {
			return nil, err
		}
	}
	changes, err := c.changes()
	if err != nil {
		return nil, err
	}
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(slices.Index(ChangeKinds, a.Change)-slices.Index(ChangeKinds, b.Change), rank(a.Entry)-rank(b.Entry), a.Told.Compare(b.Told), strings.Compare(a.ID, b.ID))
	})
	return changes, nil
}

// comparing holds the record as it is against what it was.
type comparing struct {
	ctx    context.Context
	r      store.Reader
	look   Look
	before map[string]*store.Gist // by id; nil where there was no such entry
	now    []parley.Entry         // those that differ, and are
	gone   []string               // those that are not any more
	taken  map[string][]string    // former entries, by what took them in
}

func (c *comparing) load(after store.Moment) error {
	formers, err := collect("the journal", c.r.Formers(c.ctx, after))
	if err != nil {
		return err
	}
	for _, f := range formers {
		e, err := c.r.Entry(c.ctx, f.Entry)
		switch {
		case parley.KindOf(err) == parley.NotFound:
			if f.Gist != nil && (c.look.Dossier == "" || slices.Contains(f.Dossiers, c.look.Dossier)) {
				c.before[f.Entry] = f.Gist
				c.gone = append(c.gone, f.Entry)
			}
		case err != nil:
			return fmt.Errorf("ask for entry %s: %w", f.Entry, err)
		case e.ID == f.Entry:
			c.before[e.ID] = f.Gist
			c.now = append(c.now, e)
		case f.Gist != nil:
			c.before[f.Entry] = f.Gist
			c.taken[e.ID] = append(c.taken[e.ID], f.Entry)
		}
	}
	return nil
}

// keepTo leaves out what is and no document of a dossier tells.
func (c *comparing) keepTo(dossier string) error {
	documents, err := collect("documents", c.r.Documents(c.ctx, store.DocumentFilter{Dossier: dossier}))
	if err != nil {
		return err
	}
	within := map[string]bool{}
	for _, d := range documents {
		within[d.Key()] = true
	}
	c.now = slices.DeleteFunc(c.now, func(e parley.Entry) bool {
		return !slices.ContainsFunc(e.Members, func(m parley.Member) bool { return within[m.Doc] })
	})
	return nil
}

func (c *comparing) changes() (changes []Change, err error) {
	var told []parley.Entry
	for _, e := range c.now {
		change, ok, err := c.changeOf(e)
		if err != nil {
			return nil, err
		}
		if ok {
			changes, told = append(changes, change), append(told, e)
		}
	}
	about, err := questioned(c.ctx, c.r, told)
	if err != nil {
		return nil, err
	}
	for i, line := range c.look.lines(told) {
		if line.Dispute != nil {
			line.Words = about[line.Dispute.Entry].Words
		}
		changes[i].Line = line
	}
	withdrawn, err := c.withdrawn()
	return append(changes, withdrawn...), err
}

// changeOf tells how an entry differs from what it was; ok is false where it does
// not.
func (c *comparing) changeOf(e parley.Entry) (change Change, ok bool, err error) {
	change = Change{Line: Line{Entry: e}, Formerly: c.taken[e.ID], Change: New}
	encoded, err := json.Marshal(e)
	if err != nil {
		return change, false, fmt.Errorf("entry %s: %w", e.ID, err)
	}
	now, before := store.GistOf(e, encoded), c.before[e.ID]
	for _, id := range change.Formerly {
		if was := c.before[id]; before == nil || was.Sources > before.Sources {
			before = was
		}
	}
	if before != nil {
		if before.Sum == now.Sum && len(change.Formerly) == 0 {
			return change, false, nil
		}
		change.Shifts = shifts(*before, now)
		change.Change = Changed
		if confirms(*before, now) {
			change.Change = Confirmed
		}
	}
	if e.Dispute != nil {
		change.Change = Disputed
	}
	return change, true, nil
}

// confirms tells whether what was to be has come to be, or what one source told
// has found a second.
func confirms(before, now store.Gist) bool {
	come := func(s parley.Status) bool { return s == parley.Happened || s == parley.Ongoing }
	return before.Status != now.Status && come(now.Status) && !come(before.Status) || before.Sources == 1 && now.Sources > 1
}

// shifts are the fields in which two gists differ.
func shifts(before, now store.Gist) (found []Shift) {
	shift := func(field, was, is string) {
		if was != is {
			found = append(found, Shift{field, was, is})
		}
	}
	shift("status", statusWord(before), statusWord(now))
	shift("start", string(before.Start), string(now.Start))
	shift("end", string(before.End), string(now.End))
	shift("place", before.Place, now.Place)
	shift("mode", string(before.Mode), string(now.Mode))
	shift("round", number(before.Round), number(now.Round))
	shift("who", before.Who, now.Who)
	shift("figures", before.Figures, now.Figures)
	shift("stance", string(before.Stance), string(now.Stance))
	if before.Until != now.Until {
		shift("until", string(parley.DayOf(before.Until)), string(parley.DayOf(now.Until)))
	}
	shift("name", before.Name, now.Name)
	shift("replies", number(before.Replies), number(now.Replies))
	shift("accounts", number(before.Accounts), number(now.Accounts))
	shift("sources", number(before.Sources), number(now.Sources))
	if before.Hands != now.Hands {
		shift("corrections", number(len(strings.Fields(before.Hands))), number(len(strings.Fields(now.Hands))))
	}
	return found
}

func statusWord(g store.Gist) string {
	if g.Kind == parley.MeetingEntry && g.Status != "" {
		return MeetingStatus(g.Status)
	}
	return string(g.Status)
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// withdrawn are the entries that are no longer there.
func (c *comparing) withdrawn() (changes []Change, err error) {
	corrections, err := collect("corrections", c.r.Corrections(c.ctx, store.CorrectionFilter{}))
	if err != nil {
		return nil, err
	}
	rejected := map[string]parley.Correction{}
	for _, made := range parley.InForce(corrections) {
		if made.Action == parley.Rejecting {
			for _, a := range made.About {
				rejected[a.ID] = made
			}
		}
	}
	for _, id := range c.gone {
		g := *c.before[id]
		change := Change{Line: Line{Entry: parley.Entry{ID: id, Kind: g.Kind, Told: g.Told, Start: g.Start, End: g.End, Sources: g.Sources}},
			Change: Withdrawn, Shifts: shifts(g, store.Gist{Kind: g.Kind})}
		if g.Parties != "" {
			change.Parties = strings.Split(g.Parties, "; ")
		}
		if made, ok := rejected[id]; ok {
			change.Why = "rejected by " + made.Who + remark(made.Note)
		}
		changes = append(changes, change)
	}
	return changes, nil
}
