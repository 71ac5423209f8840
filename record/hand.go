package record

import (
	"cmp"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// hand is what a correction in force says of one mention.
type hand struct {
	parley.Correction      // without the places that it names
	Stays             bool `json:"stays,omitempty"` // of a split: it is among those that stay
}

// ofDispute tells whether a correction is about a dispute over a field, not
// about the entry itself. Its Field and Value are then those of the dispute.
func ofDispute(c parley.Correction) bool { return c.Field != "" && c.Action != parley.Setting }

// rejected tells whether a person has said that the mention is none.
func (m *mention) rejected() bool {
	return slices.ContainsFunc(m.Hands, func(h hand) bool { return h.Action == parley.Rejecting && !ofDispute(h.Correction) })
}

// byHandBlock begins the blocks in which mentions meet because a person has
// said what they are.
const byHandBlock = anchorBlock + "by hand|"

// handBlocks are the blocks in which a mention meets those that the same
// corrections name: a person has looked at them together, and they stay
// together, or apart, whatever is read later. Stances of a party on an issue
// are neighbours as it is.
func (m *mention) handBlocks() (blocks []store.Block) {
	for _, h := range m.Hands {
		if m.groupedBy(h) {
			blocks = append(blocks, store.Block{Name: byHandBlock + h.ID})
		}
	}
	return blocks
}

func (m *mention) groupedBy(h hand) bool {
	return m.Position == nil && (h.Action == parley.Merging || h.Action == parley.Splitting || h.Action == parley.Setting)
}

// regroup brings cores into the shape that people have given them: correction
// by correction, so that the later has its way.
func regroup(cores []*core, neighbours []*mention) []*core {
	for _, c := range groupings(neighbours) {
		named, staying := c.parts(neighbours)
		cores = united(cores, staying)
		if c.Action == parley.Splitting {
			cores = takenOut(cores, named, staying)
			continue
		}
		cores = united(cores, named)
	}
	return cores
}

// groupings are the corrections that say which of the mentions are one, in the
// order in which they were made.
func groupings(mentions []*mention) (found []hand) {
	for _, m := range mentions {
		for _, h := range m.Hands {
			if m.groupedBy(h) && !slices.ContainsFunc(found, func(f hand) bool { return f.ID == h.ID }) {
				found = append(found, h)
			}
		}
	}
	slices.SortFunc(found, func(a, b hand) int { return cmp.Or(a.When.Compare(b.When), cmp.Compare(a.ID, b.ID)) })
	return found
}

// parts are the mentions that a correction names, and of a split those that
// stay.
func (h hand) parts(mentions []*mention) (named, staying map[*mention]bool) {
	named, staying = map[*mention]bool{}, map[*mention]bool{}
	for _, m := range mentions {
		for _, other := range m.Hands {
			switch {
			case other.ID != h.ID:
			case other.Stays:
				staying[m] = true
			default:
				named[m] = true
			}
		}
	}
	return named, staying
}

// holds tells whether any of the mentions is a member.
func (c *core) holds(mentions map[*mention]bool) bool {
	return slices.ContainsFunc(c.members, func(m *mention) bool { return mentions[m] })
}

// united makes one core of all that hold any of the mentions.
func united(cores []*core, mentions map[*mention]bool) []*core {
	var one *core
	var rest []*core
	for _, c := range cores {
		switch {
		case !c.holds(mentions):
			rest = append(rest, c)
		case one == nil:
			one = &core{members: c.members, scene: c.scene}
			rest = append(rest, one)
		default:
			one.members = slices.Concat(one.members, c.members)
			one.restage()
		}
	}
	return rest
}

// takenOut makes a core of their own of the mentions that stand in one with
// some of those that stay.
func takenOut(cores []*core, out, staying map[*mention]bool) []*core {
	var apart []*mention
	for _, c := range cores {
		if !c.holds(staying) || !c.holds(out) {
			continue
		}
		for _, m := range c.members {
			if out[m] {
				apart = append(apart, m)
			}
		}
		c.members = slices.DeleteFunc(slices.Clone(c.members), func(m *mention) bool { return out[m] })
		c.restage()
	}
	if len(apart) == 0 {
		return cores
	}
	c := &core{members: apart}
	c.restage()
	return united(append(cores, c), out)
}

// restage works out the scene of a happening's core anew, from the members that
// say their day or, where none does, from all.
func (c *core) restage() {
	if c.members[0].scene == nil {
		return
	}
	slices.SortFunc(c.members, byDetail)
	c.scene = nil
	for _, m := range firm(c.members) {
		if c.scene == nil {
			c.scene = m.scene.copyOf()
			continue
		}
		c.scene.join(m.scene)
	}
}

// firm are the members that say which day theirs is; all where none does.
func firm(members []*mention) []*mention {
	dated := slices.DeleteFunc(slices.Clone(members), func(m *mention) bool { return m.scene == nil || !m.saysItself() })
	if len(dated) == 0 {
		return members
	}
	return dated
}

// handsOn are the corrections in force on any of the members that pass, each
// once, in the order in which they were made.
func handsOn(members []*mention, pass func(parley.Correction) bool) (found []parley.Correction) {
	seen := map[string]bool{}
	for _, m := range members {
		for _, h := range m.Hands {
			if !seen[h.ID] && pass(h.Correction) {
				seen[h.ID] = true
				found = append(found, h.Correction)
			}
		}
	}
	parley.SortCorrections(found)
	return found
}

// applyHands writes on an entry what people have said of it: the corrections in
// force, and the fields that they have set.
func applyHands(e *parley.Entry, members []*mention) {
	e.Corrections = handsOn(members, func(c parley.Correction) bool { return !ofDispute(c) })
	for _, c := range e.Corrections {
		if f, ok := fieldOf(e.Kind, c.Field); ok && c.Action == parley.Setting {
			f.entry(e, c)
		}
	}
}

// judged leaves out the disputes that a person has rejected, and writes on the
// others what was said of them.
func judged(disputes []parley.Entry, members []*mention) []parley.Entry {
	kept := disputes[:0]
	for _, d := range disputes {
		d.Corrections = handsOn(members, func(c parley.Correction) bool {
			return ofDispute(c) && c.Field == d.Dispute.Field && c.Value == d.Dispute.About
		})
		if !slices.ContainsFunc(d.Corrections, func(c parley.Correction) bool { return c.Action == parley.Rejecting }) {
			kept = append(kept, d)
		}
	}
	return kept
}

// CorrectedBy are the ids of the corrections in force on a mention that a store
// keeps.
func CorrectedBy(kept store.Mention) ([]string, error) {
	m, err := restore(kept)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(m.Hands))
	for i, h := range m.Hands {
		ids[i] = h.ID
	}
	return ids, nil
}
