package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/source/follow"
)

// followReport tells what following gives as it comes: on standard output what
// came and what became of it, on standard error what is the matter.
type followReport struct {
	p    *program
	json bool

	mu      sync.Mutex
	sum     intake.Summary
	looks   int
	failing int
	came    int       // documents that looks gave
	until   time.Time // what was told last of the next look
	good    bool      // whether any look of all went well
	bad     bool      // whether any failed
}

// lookLine is a look as a line of JSON.
type lookLine struct {
	Look     string           `json:"look"` // the source
	New      int              `json:"new"`
	Edited   []string         `json:"edited"`
	Troubles []follow.Trouble `json:"troubles"`
	Error    string           `json:"error,omitempty"`
}

// outcomeLine is what became of an article as a line of JSON.
type outcomeLine struct {
	Article  string   `json:"article"`
	Title    string   `json:"title"`
	Became   string   `json:"became"` // kept, known, passed or failed
	Dossiers []string `json:"dossiers"`
	Error    string   `json:"error,omitempty"`
}

func (r *followReport) look(l follow.Look) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.looks++
	r.came += l.New + len(l.Edited)
	name := follow.Redact(l.State.Address)
	if l.Err != nil {
		r.failing++
		r.bad = true
	}
	r.good = r.good || l.Err == nil
	if r.json {
		line := lookLine{Look: name, New: l.New, Edited: l.Edited, Troubles: l.Troubles}
		if l.Err != nil {
			line.Error = l.Err.Error()
		}
		r.line(line)
		return
	}
	for _, note := range l.Notes {
		fmt.Fprintf(r.p.err, "parley: note: %s\n", export.Clean(note.Error()))
	}
	if l.Err != nil {
		fmt.Fprintf(r.p.err, "parley: failed: %s\n", export.Clean(l.Err.Error()))
	}
	for _, t := range l.Troubles {
		if t.Name != "failing" { // told by the error
			fmt.Fprintf(r.p.err, "parley: %s: %s\n", name, export.Clean(t.Text))
		}
	}
	if l.New+len(l.Edited) > 0 {
		fmt.Fprintf(r.p.out, "%s: %s\n", name, came(l))
	}
}

// came says what a look gave.
func came(l follow.Look) string {
	var parts []string
	if l.New > 0 {
		parts = append(parts, fmt.Sprintf("%d new", l.New))
	}
	if len(l.Edited) > 0 {
		parts = append(parts, fmt.Sprintf("%d edited (%s)", len(l.Edited), strings.Join(l.Edited[:min(len(l.Edited), 3)], ", ")))
	}
	return strings.Join(parts, ", ")
}

func (r *followReport) outcome(o intake.Outcome) {
	r.mu.Lock()
	defer r.mu.Unlock()
	became := "known"
	switch {
	case o.Err != nil:
		became = "failed"
		r.sum.Failed++
	case o.Passed:
		became = "passed"
		r.sum.Passed++
	case o.Kept:
		became = "kept"
		r.sum.Kept++
	default:
		r.sum.Known++
	}
	if r.json {
		line := outcomeLine{Article: o.ID, Title: o.Title, Became: became, Dossiers: o.Dossiers}
		if o.Err != nil {
			line.Error = o.Err.Error()
		}
		r.line(line)
		return
	}
	switch kind := parley.KindOf(o.Err); {
	case o.Kept:
		fmt.Fprintf(r.p.out, "  kept %s%s: %s\n", o.ID, ofDossiers(o.Dossiers), export.Clean(o.Title))
	case o.Err != nil && kind != parley.NotEnglish && kind != parley.Empty: // what is not for Parley is only counted
		fmt.Fprintf(r.p.err, "parley: failed: %s\n", export.Clean(o.Err.Error()))
	}
}

func ofDossiers(ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return " (" + strings.Join(ids, ", ") + ")"
}

func (r *followReport) line(v any) { _ = export.JSON(r.p.out, v) } // a reader that went away ends the command by itself

// soon is up to when the next look is not told where the last gave nothing: folders
// are looked at every few seconds.
const soon = time.Minute

// idle tells until when nothing is due.
func (r *followReport) idle(until time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	quiet := r.came+r.failing == 0 && r.sum == (intake.Summary{}) && !r.until.IsZero()
	switch {
	case r.json, r.looks == 0 && until.Equal(r.until):
		return
	case quiet && time.Until(until) < soon:
		r.looks = 0
		return
	}
	if r.until = until; r.looks > 0 {
		r.total()
	}
	if !until.IsZero() {
		fmt.Fprintf(r.p.out, "next look at %s\n", until.Local().Format(time.TimeOnly))
	}
}

// end tells what came of all.
func (r *followReport) end() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.json && r.looks+r.sum.Kept+r.sum.Known+r.sum.Passed+r.sum.Failed > 0 {
		r.total()
	}
}

// nothing tells whether all that was looked at failed.
func (r *followReport) nothing() bool { return !r.good && r.bad }

// total tells what came since it was told last.
func (r *followReport) total() {
	var parts []string
	if r.looks > 0 {
		parts = append(parts, export.Counted(r.looks, "source")+" looked at")
	}
	for _, each := range []struct {
		n    int
		what string
	}{{r.failing, "failing"}, {r.sum.Kept, "kept"}, {r.sum.Known, "known before"}, {r.sum.Passed, "passed over"}, {r.sum.Failed, "not taken"}} {
		if each.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", each.n, each.what))
		}
	}
	if r.came == 0 && r.looks > 0 && len(parts) == 1 {
		parts = append(parts, "nothing new")
	}
	fmt.Fprintln(r.p.out, strings.Join(slices.Compact(parts), ", "))
	r.looks, r.failing, r.came, r.sum = 0, 0, 0, intake.Summary{}
}
