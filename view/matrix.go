package view

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Matrix is where each party stands on each issue.
type Matrix struct {
	Parties []string       `json:"parties"` // those with most to say first
	Issues  []parley.Issue `json:"issues"`  // in the order of the built-in list, then by name
	Cells   []Cell         `json:"cells"`   // by issue, then party
}

// Cell is where a party stands on an issue.
type Cell struct {
	Party string       `json:"party"`
	Issue parley.Issue `json:"issue"`
	Voice
	// Replaced is the stance that the party held before; nil where none is
	// known.
	Replaced *Voice `json:"replaced,omitempty"`
	// Others are different stances that voices of the party hold at the same
	// time.
	Others []Voice `json:"others,omitempty"`
}

// Voice is one stance as somebody voiced it.
type Voice struct {
	Entry     string        `json:"entry"`
	Stance    parley.Stance `json:"stance"`
	Aim       parley.Aim    `json:"aim,omitempty"`
	Since     time.Time     `json:"since,omitzero"` // when it was first told
	Holder    string        `json:"holder"`         // "" if just the party
	Words     string        `json:"words"`
	Condition string        `json:"condition,omitempty"`
	Change    parley.Change `json:"change,omitempty"` // against the stance before
	Former    parley.Stance `json:"former,omitempty"` // the stance before
	// Own tells that the party itself speaks; else it is another's account.
	Own bool `json:"own"`
	// Voices are all who take the stance.
	Voices   []parley.Voice `json:"voices,omitempty"`
	Repeated int            `json:"repeated"`
	Sources  int            `json:"sources"`
}

// Cell is that of a party on an issue; nil where nothing is reported.
func (m Matrix) Cell(party string, issue parley.Issue) *Cell {
	for i, c := range m.Cells {
		if c.Party == party && c.Issue == issue {
			return &m.Cells[i]
		}
	}
	return nil
}

// Positions at the end of the look's last day, or at the end of the record:
// what was told until then and not replaced by then.
func MatrixOf(ctx context.Context, r store.Reader, look Look) (Matrix, error) {
	_, at := look.days()
	standing, err := entries(ctx, r, "positions", store.EntryFilter{
		Kinds: []parley.EntryKind{parley.PositionEntry}, ToldUntil: at, StandingAt: standingAt(at), Dossier: look.Dossier, Part: store.Outline,
	})
	if err != nil {
		return Matrix{}, err
	}
	slices.SortStableFunc(standing, byWeight)
	b := matrixBuilder{}
	for _, e := range standing {
		if e.Position.Issue != parley.OtherIssue { // of unlike matters
			b.add(e)
		}
	}
	if err := b.addReplaced(ctx, r); err != nil {
		return Matrix{}, err
	}
	return b.matrix(), nil
}

// standingAt is the moment at which stances must stand; the end of days where
// the look has none.
func standingAt(at time.Time) time.Time {
	if at.IsZero() {
		return time.Unix(0, math.MaxInt64)
	}
	return at
}

// byWeight puts first what speaks for the party best: its own voice before
// another's account of it, then the latest word, then the one most repeated.
func byWeight(a, b parley.Entry) int {
	voiced := func(e parley.Entry) int {
		switch {
		case !e.Position.Own:
			return 0
		case len(e.Position.Holders) == 0:
			return 1
		}
		return 2
	}
	return cmp.Or(voiced(b)-voiced(a), b.Told.Compare(a.Told), b.Position.Repeated-a.Position.Repeated, strings.Compare(a.ID, b.ID))
}

type matrixBuilder struct {
	cells    []Cell
	replaced []string // the stance that each cell's replaces, "" for none
}

func (b *matrixBuilder) add(e parley.Entry) {
	for i, c := range b.cells {
		if c.Party == e.Position.Party && c.Issue == e.Position.Issue {
			b.cells[i].Others = append(c.Others, voiceOf(e))
			return
		}
	}
	b.cells = append(b.cells, Cell{Party: e.Position.Party, Issue: e.Position.Issue, Voice: voiceOf(e)})
	b.replaced = append(b.replaced, e.Position.Replaces)
}

// addReplaced gives the cells the stances that theirs replace.
func (b *matrixBuilder) addReplaced(ctx context.Context, r store.Reader) error {
	former, err := byIDs(ctx, r, slices.DeleteFunc(slices.Clone(b.replaced), func(id string) bool { return id == "" }), store.Outline)
	for i, id := range b.replaced {
		if e, ok := former[id]; ok {
			voice := voiceOf(e)
			b.cells[i].Replaced = &voice
		}
	}
	return err
}

func voiceOf(e parley.Entry) Voice {
	holder := ""
	if n := len(e.Position.Holders); n > 0 {
		holder = e.Position.Holders[n-1]
	}
	return Voice{
		Entry: e.ID, Stance: e.Position.Stance, Aim: e.Position.Aim, Since: e.Told, Holder: holder, Words: e.Words, Condition: e.Position.Condition,
		Change: e.Position.Change, Former: e.Position.Former, Own: e.Position.Own, Voices: e.Position.Voices, Repeated: e.Position.Repeated, Sources: e.Sources,
	}
}

func (b *matrixBuilder) matrix() Matrix {
	m := Matrix{Cells: b.cells}
	count := map[string]int{}
	for _, c := range b.cells {
		if count[c.Party] == 0 {
			m.Parties = append(m.Parties, c.Party)
		}
		if !slices.Contains(m.Issues, c.Issue) {
			m.Issues = append(m.Issues, c.Issue)
		}
		count[c.Party]++
	}
	slices.SortFunc(m.Parties, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	slices.SortFunc(m.Issues, issueOrder)
	slices.SortFunc(m.Cells, func(a, b Cell) int {
		return cmp.Or(issueOrder(a.Issue, b.Issue), slices.Index(m.Parties, a.Party)-slices.Index(m.Parties, b.Party))
	})
	return m
}

// issueOrder is that of the built-in list; issues that a dossier adds follow by
// name.
func issueOrder(a, b parley.Issue) int {
	place := func(i parley.Issue) int {
		if n := slices.Index(parley.Issues, i); n >= 0 {
			return n
		}
		return len(parley.Issues)
	}
	return cmp.Or(place(a)-place(b), strings.Compare(string(a), string(b)))
}
