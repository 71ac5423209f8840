package record

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// FoldBefore gives what some entries of a record were before a moment: the
// entries, with their disputes, that mentions told before it fold into and that
// hold a member of any of them, in the order of an export. It folds their
// neighbourhoods, not the record. The entries come with their members.
func FoldBefore(ctx context.Context, r store.Reader, moment time.Time, entries []parley.Entry) ([]parley.Entry, error) {
	x := excerpt{
		region: region{ctx: ctx, read: r, until: moment, mentions: map[string]*mention{}},
		wanted: map[string]bool{},
		coreOf: map[string]*group{},
		placed: map[string]*mention{},
	}
	groups, err := x.fold(entries)
	if err != nil {
		return nil, err
	}
	return rendered(groups), nil
}

// excerpt is a part of a record as it was, folded from the mentions alone.
type excerpt struct {
	region
	wanted map[string]bool     // ids of the mentions whose entries are asked for
	cores  []*group            // of whole neighbourhoods
	coreOf map[string]*group   // the core of each anchor that was reached
	placed map[string]*mention // the followers that were reached, with all cores near them
}

// fold gives the groups that hold a wanted mention.
func (x *excerpt) fold(entries []parley.Entry) ([]*group, error) {
	anchors, followers, stances, err := x.members(entries)
	if err != nil {
		return nil, err
	}
	found, err := x.runs(stances)
	if err != nil {
		return nil, err
	}
	if err := x.reach(anchors); err != nil {
		return nil, err
	}
	if err := x.reachFollowers(followers, x.groupsOf(anchors)); err != nil {
		return nil, err
	}
	// The cores that wanted followers have found are wanted whole.
	goals := x.place()
	var chosen []*group
	for _, f := range followers {
		if g := goals[f]; g != nil && !slices.Contains(chosen, g) {
			chosen = append(chosen, g)
		}
	}
	if err := x.reachFollowers(nil, chosen); err != nil {
		return nil, err
	}
	loose, err := x.reachLoose(followers, goals)
	if err != nil {
		return nil, err
	}
	goals = x.place()
	alone := map[string][]*mention{}
	for _, f := range x.placed {
		if g := goals[f]; g != nil {
			g.followers = append(g.followers, f)
		} else if block := f.looseBlock(); loose[block] && !f.Aside {
			alone[block] = append(alone[block], f)
		}
	}
	for _, g := range slices.Concat(x.cores, looseGroups(alone)) {
		if slices.ContainsFunc(g.members(), func(m *mention) bool { return x.wanted[m.ID] }) {
			found = append(found, g)
		}
	}
	return found, nil
}

// members are those of entries that were told by then: anchors, followers, and
// the blocks of stances.
func (x *excerpt) members(entries []parley.Entry) (anchors, followers []*mention, stances []string, err error) {
	var ids []string
	for _, e := range entries {
		if e.Position != nil {
			stances = insert(stances, stancesOf(e.Position.Party, e.Position.Issue, e.Position.Quotes))
		}
		for _, m := range e.Members {
			if m.Told.Before(x.until) {
				x.wanted[m.ID] = true
				if e.Position == nil {
					ids = append(ids, m.ID)
				}
			}
		}
	}
	if len(ids) == 0 {
		return nil, nil, stances, nil
	}
	loaded, err := x.load(store.MentionFilter{IDs: ids})
	for _, m := range loaded {
		switch {
		case isStance(m.Mention):
			stances = insert(stances, stanceBlock(m.Blocks))
		case isAnchor(m.Mention):
			anchors = append(anchors, m)
		default:
			followers = append(followers, m)
		}
	}
	return anchors, followers, stances, err
}

// reach clusters the neighbourhoods of anchors.
func (x *excerpt) reach(anchors []*mention) error {
	var touched []store.Mention
	for _, m := range anchors {
		if x.coreOf[m.ID] == nil && !isStance(m.Mention) {
			touched = append(touched, m.Mention)
		}
	}
	if len(touched) == 0 {
		return nil
	}
	found, err := x.neighbours(touched)
	if err != nil {
		return err
	}
	for _, neighbours := range neighbourhoods(found) {
		for _, c := range cluster(neighbours) {
			g := &group{core: c}
			x.cores = append(x.cores, g)
			for _, m := range c.members {
				x.coreOf[m.ID] = g
			}
		}
	}
	return nil
}

// groupsOf are the cores of anchors.
func (x *excerpt) groupsOf(anchors []*mention) (groups []*group) {
	for _, m := range anchors {
		if g := x.coreOf[m.ID]; g != nil && !slices.Contains(groups, g) {
			groups = append(groups, g)
		}
	}
	return groups
}

// reachFollowers takes in followers, those near some cores, and all cores that any
// of them may follow.
func (x *excerpt) reachFollowers(followers []*mention, groups []*group) error {
	cores := make([]*core, len(groups))
	for i, g := range groups {
		cores[i] = g.core
	}
	near, err := x.followersNear(cores)
	if err != nil {
		return err
	}
	var come []*mention
	for _, f := range slices.Concat(followers, near) {
		if x.placed[f.ID] == nil {
			x.placed[f.ID] = f
			come = append(come, f)
		}
	}
	anchors, err := x.anchorsNear(come)
	if err != nil {
		return err
	}
	return x.reach(anchors)
}

// anchorsNear are anchors that stand where followers look, and the first of each
// core of which the record tells there now.
func (x *excerpt) anchorsNear(followers []*mention) ([]*mention, error) {
	reach := stretches{}
	for _, f := range followers {
		for _, n := range f.looksNear() {
			reach.add(store.Near{Name: anchorBlock + strings.TrimPrefix(n.Name, coreBlock), First: n.First, Last: n.Last})
		}
	}
	if len(reach) == 0 {
		return nil, nil
	}
	anchors, err := x.load(store.MentionFilter{Near: reach.all()})
	if err != nil {
		return nil, err
	}
	folds, err := x.foldsNear(followers)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, f := range folds {
		o, ok, err := outlineOf(f)
		if err != nil {
			return nil, err
		}
		if ok && x.coreOf[o.Anchor] == nil && x.mentions[o.Anchor] == nil {
			ids = append(ids, o.Anchor)
		}
	}
	if len(ids) == 0 {
		return anchors, nil
	}
	first, err := x.load(store.MentionFilter{IDs: ids})
	return append(anchors, first...), err
}

// reachLoose takes in all followers of the blocks in which those stand that found
// no core.
func (x *excerpt) reachLoose(followers []*mention, goals map[*mention]*group) (blocks map[string]bool, err error) {
	blocks = map[string]bool{}
	var filter store.MentionFilter
	for _, f := range followers {
		if block := f.looseBlock(); goals[f] == nil && !blocks[block] {
			blocks[block] = true
			filter.Near = append(filter.Near, store.Near{Name: block})
		}
	}
	if len(blocks) == 0 {
		return blocks, nil
	}
	loaded, err := x.load(filter)
	if err != nil {
		return nil, err
	}
	return blocks, x.reachFollowers(loaded, nil)
}

// place finds the cores of the followers.
func (x *excerpt) place() map[*mention]*group {
	reached := coreIndex{}
	for _, g := range x.cores {
		reached.add(g)
	}
	goals := map[*mention]*group{}
	for _, f := range x.placed {
		if g := reached.followed(f); g != nil {
			goals[f] = g
		}
	}
	return goals
}

// runs are the runs of stances in blocks that hold a wanted mention.
func (x *excerpt) runs(blocks []string) (found []*group, err error) {
	for _, block := range blocks {
		roll, err := x.roll(block)
		if err != nil {
			return nil, err
		}
		stances := roll.all()
		if len(roll) == 0 {
			all, err := x.load(store.MentionFilter{Near: []store.Near{{Name: block}}})
			if err != nil {
				return nil, err
			}
			stances = voicingsOf(all)
		}
		stances = slices.DeleteFunc(stances, func(v *voicing) bool { return !v.told.Before(x.until) })
		for _, v := range clusterVoicings(stances) {
			if !slices.ContainsFunc(v.voicings, func(v *voicing) bool { return x.wanted[v.id] }) {
				continue
			}
			c, err := x.loadCore(v)
			if err != nil {
				return nil, err
			}
			found = append(found, &group{core: c})
		}
	}
	return found, nil
}
