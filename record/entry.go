package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// group is a core with its followers: the members of one entry.
type group struct {
	core      *core
	followers []*mention
	// loose tells that the core is of followers only, and that none may follow
	// them.
	loose bool
}

// members are the group's, in canonical order.
func (g *group) members() []*mention {
	members := slices.Concat(g.core.members, g.followers)
	slices.SortFunc(members, before)
	return members
}

// fold makes of a group what a store keeps.
func (g *group) fold(stamp stamp) store.Fold {
	members := g.members()
	f := store.Fold{Entries: g.render(), Core: stamp.outline, Signature: stamp.signature}
	for _, m := range members[1:] {
		f.Members = append(f.Members, m.ID)
	}
	slices.Sort(f.Members)
	if !g.loose {
		f.Blocks = g.core.blocks()
	}
	return f
}

// render gives a group's entry and the disputes that lie in it.
func (g *group) render() []parley.Entry {
	members := g.members()
	e := parley.Entry{ID: members[0].ID, Kind: members[0].Kind}
	for _, m := range members {
		e.Certainty = max(e.Certainty, m.certainty())
	}
	describe(&e, members)
	switch e.Kind {
	case parley.StatementEntry:
		renderStatement(&e, members)
	case parley.PositionEntry:
		renderPosition(&e, members, g.core.run)
	case parley.ProposalEntry:
		renderProposal(&e, members)
	default:
		renderHappening(&e, members)
	}
	applyHands(&e, members)
	e.Words = wordsOf(&e, members)
	return append([]parley.Entry{e}, judged(disputesOf(&e, members, g.core.run), members)...)
}

// stamp tells whether a group is as it was: far sooner than its entry, which is made of
// all that its members say.
type stamp struct {
	id        string // of the entry
	outline   []byte
	signature string // changes whenever the entry may
}

func (g *group) stamp() (s stamp, err error) {
	members := g.members()
	s.id = members[0].ID
	if !g.loose {
		if s.outline, err = g.core.outline(); err != nil {
			return s, fmt.Errorf("fold %s: %w", s.id, err)
		}
	}
	h := sha256.New()
	h.Write(s.outline)
	for _, m := range slices.Concat(members, g.core.run.contradicting()) {
		for _, part := range []string{"\n", m.ID, " ", m.source(), " "} {
			io.WriteString(h, part)
		}
		h.Write(m.digest[:])
	}
	s.signature = hex.EncodeToString(h.Sum(nil)[:12])
	return s, nil
}

// describe fills in what every kind of entry says of its members.
func describe(e *parley.Entry, members []*mention) {
	e.Outlets, e.Sources = outletsOf(members), sourcesOf(members)
	var beside []parley.Evidence // what only sums it up with others, last
	for _, m := range members {
		e.Members = append(e.Members, parley.Member{ID: m.ID, Outlet: m.Outlet, Told: m.Told, Span: parley.Span{Doc: m.Doc, Start: m.Start, End: m.End}})
		if m.Aside {
			beside = append(beside, m.spans()...)
		} else {
			e.Spans = append(e.Spans, m.spans()...)
		}
		if !m.Told.IsZero() && (e.Told.IsZero() || m.Told.Before(e.Told)) {
			e.Told = m.Told
		}
		if m.Told.After(e.Again) {
			e.Again = m.Told
		}
		if e.Kept.IsZero() || m.Kept.Before(e.Kept) {
			e.Kept = m.Kept
		}
	}
	e.Spans = append(e.Spans, beside...)
}
