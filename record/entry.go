package record

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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

// render folds a group into its entry and the disputes that lie in it.
func (g *group) render() (store.Fold, error) {
	members := g.members()
	outline, err := g.outline()
	if err != nil {
		return store.Fold{}, fmt.Errorf("fold %s: %w", members[0].ID, err)
	}
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
	disputes := judged(disputesOf(&e, members, g.core.run), members)
	f := store.Fold{Entries: append([]parley.Entry{e}, disputes...),
		Core: outline, Signature: signature(slices.Concat(members, g.core.run.contradicting()), outline)}
	for _, m := range members[1:] {
		f.Members = append(f.Members, m.ID)
	}
	slices.Sort(f.Members)
	if !g.loose {
		f.Blocks = g.core.blocks()
	}
	return f, nil
}

func (g *group) outline() ([]byte, error) {
	if g.loose {
		return nil, nil
	}
	return g.core.outline()
}

// signature changes whenever the entry of these members may.
func signature(members []*mention, outline []byte) string {
	h := sha256.New()
	h.Write(outline)
	for _, m := range members {
		fmt.Fprintf(h, "\n%s %s %s", m.ID, m.source(), m.Item)
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
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
