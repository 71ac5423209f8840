package record_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

// editor is somebody at random who corrects the record of a press.
type editor struct {
	*press
	t     testing.TB
	s     store.Store
	made  []parley.Correction
	clock time.Time
}

func correct(t testing.TB, s store.Store, corrections ...parley.Correction) {
	t.Helper()
	err := s.Update(t.Context(), func(tx store.Tx) error {
		for _, c := range corrections {
			if err := record.Correct(t.Context(), tx, lexicon.Default(), c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func entriesOf(t testing.TB, s store.Store) (entries []parley.Entry) {
	t.Helper()
	for e, err := range s.Entries(t.Context(), store.EntryFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
	}
	return entries
}

// places are the anchors of an entry's mentions.
func places(t testing.TB, s store.Store, e parley.Entry) (anchors []parley.Anchor) {
	t.Helper()
	var ids []string
	for _, m := range e.Members {
		ids = append(ids, m.ID)
	}
	for m, err := range s.Mentions(t.Context(), store.MentionFilter{IDs: ids}) {
		if err != nil {
			t.Fatal(err)
		}
		anchors = append(anchors, parley.Anchor{ID: m.ID, Kind: m.Kind, Span: parley.Span{Doc: m.Doc, Start: m.Start, End: m.End}})
	}
	return anchors
}

// sign signs a correction and keeps it.
func (e *editor) sign(c parley.Correction) parley.Correction {
	e.t.Helper()
	e.clock = e.clock.Add(time.Minute)
	c.Who, c.When = pick(e.press, "Ines", "Jon"), e.clock
	if err := c.Seal(); err != nil {
		e.t.Fatal(err)
	}
	correct(e.t, e.s, c)
	e.made = append(e.made, c)
	return c
}

func (e *editor) undo(c parley.Correction) parley.Correction {
	e.t.Helper()
	return e.sign(parley.Correction{Action: parley.Undoing, Undoes: c.ID, About: c.About, Rest: c.Rest})
}

// anything makes a correction of any kind that fits an entry at random.
func (e *editor) anything() parley.Correction {
	e.t.Helper()
	entries := entriesOf(e.t, e.s)
	entry := pick(e.press, entries...)
	c := parley.Correction{Action: pick(e.press, parley.Accepting, parley.Rejecting, parley.Merging, parley.Splitting, parley.Setting, parley.Setting, parley.Noting),
		About: places(e.t, e.s, entry), Note: "as the minutes say"}
	if entry.Dispute != nil {
		c.Action, c.Field, c.Value = pick(e.press, parley.Accepting, parley.Rejecting), entry.Dispute.Field, entry.Dispute.About
	}
	switch c.Action {
	case parley.Rejecting:
		c.About = c.About[:1+e.IntN(len(c.About))]
	case parley.Merging:
		like := slices.DeleteFunc(entries, func(o parley.Entry) bool {
			return o.Kind != entry.Kind || o.Position != nil || o.Event != nil && o.Event.Type != entry.Event.Type
		})
		if len(like) > 0 {
			c.About = append(c.About, places(e.t, e.s, pick(e.press, like...))...)
		}
	case parley.Splitting:
		if len(c.About) < 2 || entry.Position != nil {
			c.Action = parley.Accepting
			break
		}
		at := 1 + e.IntN(len(c.About)-1)
		c.About, c.Rest = c.About[:at], c.About[at:]
	case parley.Setting:
		f := pick(e.press, record.Settable(entry.Kind)...)
		c.Field, c.Value = f.Name, e.value(f)
	}
	return e.sign(c)
}

func (e *editor) value(f record.Field) string {
	switch {
	case len(f.Values) > 0:
		return pick(e.press, f.Values...)
	case f.Name == "start" || f.Name == "end":
		return string(parley.DayOf(e.from.AddDate(0, 0, e.IntN(e.days))))
	case f.Name == "round":
		return fmt.Sprint(1 + e.IntN(3))
	case f.Name == "issue":
		return string(pick(e.press, parley.Issues[:3]...))
	case f.Name == "place":
		return pick(e.press, "Geneva", "Oslo")
	}
	return e.actor()
}

// reread is an article as another reader would read it: of most items the words
// are marked a little otherwise, some are missed.
func (e *editor) reread(a article) article {
	r := a.reading
	r.Reader += "'"
	move := func(spans []parley.Evidence) []parley.Evidence {
		by := e.IntN(7) - 3
		moved := slices.Clone(spans)
		for i := range moved {
			moved[i].Start, moved[i].End = max(moved[i].Start+by, 0), max(moved[i].End+by, 1)
		}
		return moved
	}
	r.Events, r.Statements, r.Positions = slices.Clone(r.Events), slices.Clone(r.Statements), slices.Clone(r.Positions)
	for i := range r.Events {
		r.Events[i].Spans = move(r.Events[i].Spans)
	}
	for i := range r.Statements {
		r.Statements[i].Spans = move(r.Statements[i].Spans)
	}
	for i := range r.Positions {
		r.Positions[i].Spans = move(r.Positions[i].Spans)
	}
	if len(r.Events) > 1 && e.IntN(5) == 0 {
		r.Events = r.Events[1:]
	}
	a.reading = r
	return a
}

// check holds what must be so after anything: the record is the fold of its
// mentions, every correction is kept, and none is applied twice.
func (e *editor) check(how string) {
	e.t.Helper()
	compare(e.t, how+": folded at once", foldAtOnce(e.t, e.s), export(e.t, e.s))
	var kept []parley.Correction
	for c, err := range e.s.Corrections(e.t.Context(), store.CorrectionFilter{}) {
		if err != nil {
			e.t.Fatal(err)
		}
		kept = append(kept, c)
	}
	if len(kept) != len(e.made) {
		e.t.Fatalf("%s: %d corrections kept of %d made", how, len(kept), len(e.made))
	}
	inForce := map[string]bool{}
	for _, c := range parley.InForce(kept) {
		inForce[c.ID] = true
	}
	for _, entry := range entriesOf(e.t, e.s) {
		seen := map[string]bool{}
		for _, c := range entry.Corrections {
			if !inForce[c.ID] || seen[c.ID] {
				e.t.Fatalf("%s: entry %s bears correction %s (in force: %v, twice: %v)", how, entry.ID, c.ID, inForce[c.ID], seen[c.ID])
			}
			seen[c.ID] = true
		}
	}
}

// TestCorrectionsOutliveEverything makes a thousand corrections and readings at
// random: none is lost, none applied twice, to undo one restores the former
// bytes, and the same articles and corrections in another order give the same
// record.
func TestCorrectionsOutliveEverything(t *testing.T) {
	t.Parallel()
	seeds, steps := uint64(10), 100
	if testing.Short() {
		seeds, steps = 1, 40
	}
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			p := newPress(seed+100, 30)
			articles := distinct(p.edition(30))
			e := &editor{press: p, t: t, s: create(t), clock: p.from.AddDate(2, 0, 0)}
			add(t, e.s, articles...)
			for n := range steps {
				how := fmt.Sprint("step ", n)
				switch e.IntN(5) {
				case 0:
					at := e.IntN(len(articles))
					articles[at] = e.reread(articles[at])
					add(t, e.s, articles[at])
				case 1:
					before := export(t, e.s)
					c := e.anything()
					u := e.undo(c)
					compare(t, how+": undone", export(t, e.s), before)
					if e.IntN(2) == 0 {
						e.undo(u) // and brought back
					}
				default:
					e.anything()
				}
				if n%10 == 9 {
					e.check(how)
				}
			}
			again := create(t)
			e.Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
			made := slices.Clone(e.made)
			e.Shuffle(len(made), func(i, j int) { made[i], made[j] = made[j], made[i] })
			correct(t, again, made[:len(made)/2]...)
			add(t, again, articles...)
			correct(t, again, made[len(made)/2:]...)
			compare(t, "the other: folded at once", foldAtOnce(t, again), export(t, again))
			compare(t, "in another order", export(t, again), export(t, e.s))
			for _, c := range slices.Backward(parley.InForce(e.made)) {
				e.undo(c)
			}
			plain := create(t)
			add(t, plain, articles...)
			compare(t, "all undone", export(t, e.s), export(t, plain))
		})
	}
}

// distinct are the articles, each version once.
func distinct(articles []article) (kept []article) {
	for _, a := range articles {
		if !slices.ContainsFunc(kept, func(k article) bool { return k.doc.Key() == a.doc.Key() }) {
			kept = append(kept, a)
		}
	}
	return kept
}
