package record

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/store"
)

// placeFollowers finds the cores of the followers that were touched or that
// stand near a core which has changed.
func (r *region) placeFollowers(touched []store.Mention) error {
	followers, err := r.followers(touched)
	if err != nil {
		return err
	}
	ids := idsOf(followers)
	for _, m := range touched {
		if !isAnchor(m) {
			ids = append(ids, m.ID)
		}
	}
	now, err := r.foldsOf(ids)
	if err != nil {
		return err
	}
	standing, err := r.standingNear(followers, now)
	if err != nil {
		return err
	}
	goals := r.place(followers, standing)
	changed := map[string]*store.Fold{} // folds that lose a follower, win one, or have one that changed
	for _, m := range touched {
		if from := now[m.ID]; from != nil && !isAnchor(m) {
			changed[from.ID()] = from
		}
	}
	loose := looseBlocks(touched)
	for _, f := range followers {
		from, goal := now[f.ID], goals[f.ID]
		if goal != nil {
			goal.followers = append(goal.followers, f)
		}
		if from != nil && (goal == nil || goal.former == nil || goal.former.ID() != from.ID()) {
			changed[from.ID()] = from
		}
		if goal != nil && goal.former != nil && (from == nil || goal.former.ID() != from.ID()) {
			changed[goal.former.ID()] = goal.former
		}
		if goal == nil || from != nil && from.Core == nil {
			loose[f.looseBlock()] = true
		}
	}
	if err := r.fillTargets(standing, changed, followers); err != nil {
		return err
	}
	return r.clusterLoose(loose, followers, goals)
}

// looseBlocks are those of the touched followers.
func looseBlocks(touched []store.Mention) map[string]bool {
	blocks := map[string]bool{}
	for _, m := range touched {
		for _, b := range m.Blocks {
			if strings.HasPrefix(b.Name, looseBlock) {
				blocks[b.Name] = true
			}
		}
	}
	return blocks
}

// isAnchor tells whether a mention stands in an anchor block.
func isAnchor(m store.Mention) bool {
	return slices.ContainsFunc(m.Blocks, func(b store.Block) bool { return strings.HasPrefix(b.Name, anchorBlock) })
}

func idsOf(mentions []*mention) []string {
	ids := make([]string, len(mentions))
	for i, m := range mentions {
		ids[i] = m.ID
	}
	return ids
}

// followers are the touched followers that still stand and those that look
// near a core which was, or is, where none just like it is, or was.
func (r *region) followers(touched []store.Mention) ([]*mention, error) {
	changed, err := r.changedCores()
	if err != nil {
		return nil, err
	}
	found, err := r.followersNear(changed)
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, m := range touched {
		if !isAnchor(m) && !slices.ContainsFunc(found, func(f *mention) bool { return f.ID == m.ID }) {
			ids = append(ids, m.ID)
		}
	}
	if len(ids) == 0 {
		return found, nil
	}
	again, err := r.load(store.MentionFilter{IDs: ids})
	again = slices.DeleteFunc(again, func(m *mention) bool { return isAnchor(m.Mention) }) // it has become one
	return append(found, again...), err
}

// followersNear are those that look where cores are.
func (r *region) followersNear(cores []*core) ([]*mention, error) {
	reach := stretches{}
	for _, c := range cores {
		for _, b := range c.blocks() {
			reach.add(store.Near{Name: followerBlock + strings.TrimPrefix(b.Name, coreBlock), First: b.Day - widestWindow, Last: b.Day})
		}
	}
	if len(reach) == 0 {
		return nil, nil
	}
	return r.load(store.MentionFilter{Near: reach.all()})
}

// stretches are stretches of days in blocks, one in each.
type stretches map[string]store.Near

func (s stretches) add(n store.Near) {
	if known, ok := s[n.Name]; ok {
		n.First, n.Last = min(n.First, known.First), max(n.Last, known.Last)
	}
	s[n.Name] = n
}

func (s stretches) all() (near []store.Near) {
	for _, n := range s {
		near = append(near, n)
	}
	return near
}

// foldsNear are the folds, as they stand, that followers may belong to.
func (r *region) foldsNear(followers []*mention) ([]*store.Fold, error) {
	reach := stretches{}
	for _, f := range followers {
		for _, n := range f.looksNear() {
			reach.add(n)
		}
	}
	if len(reach) == 0 {
		return nil, nil
	}
	var found []*store.Fold
	for f, err := range r.read.Folds(r.ctx, store.FoldFilter{Near: reach.all()}) {
		if err != nil {
			return nil, err
		}
		found = append(found, &f)
	}
	return found, nil
}

// changedCores are those that went and those that came.
func (r *region) changedCores() (changed []*core, err error) {
	before := map[string]*core{}
	for _, f := range r.stale {
		o, ok, err := outlineOf(f)
		if err != nil {
			return nil, err
		}
		if c := o.core(); ok && c.blocks() != nil {
			before[string(f.Core)] = c
		}
	}
	for _, t := range r.targets {
		if t.core.blocks() == nil {
			continue
		}
		now, err := t.core.outline()
		if err != nil {
			return nil, err
		}
		if before[string(now)] == nil {
			changed = append(changed, t.core)
		}
		delete(before, string(now))
	}
	for _, c := range before {
		changed = append(changed, c)
	}
	return changed, nil
}

// standingNear are the folds near the followers, or that they belong to, whose
// anchors are not folded again, by id.
func (r *region) standingNear(followers []*mention, now map[string]*store.Fold) (map[string]*target, error) {
	standing := map[string]*target{}
	add := func(f *store.Fold) error {
		o, ok, err := outlineOf(f)
		if err == nil && ok && r.stale[f.ID()] == nil && standing[f.ID()] == nil {
			standing[f.ID()] = &target{group: group{core: o.core()}, former: f}
		}
		return err
	}
	for _, f := range now {
		if err := add(f); err != nil {
			return nil, err
		}
	}
	near, err := r.foldsNear(followers)
	for _, f := range near {
		if err := add(f); err != nil {
			return nil, err
		}
	}
	return standing, err
}

// place says to which target each follower belongs.
func (r *region) place(followers []*mention, standing map[string]*target) map[string]*target {
	all := coreIndex{}
	targetOf := map[*group]*target{}
	offer := func(t *target) {
		targetOf[&t.group] = t
		all.add(&t.group)
	}
	for _, t := range r.targets {
		offer(t)
	}
	for _, t := range standing {
		offer(t)
	}
	goals := map[string]*target{}
	for _, f := range followers {
		if g := all.followed(f); g != nil {
			goals[f.ID] = targetOf[g]
		}
	}
	return goals
}

// fillTargets gives the targets the members that they keep: those folded again
// the followers that were not placed anew, those that only win or lose
// followers their anchors too.
func (r *region) fillTargets(standing map[string]*target, changed map[string]*store.Fold, placed []*mention) error {
	anew := map[string]bool{}
	for _, f := range placed {
		anew[f.ID] = true
	}
	byCore := map[string]*store.Fold{}
	for _, f := range r.stale {
		byCore[string(f.Core)] = f
	}
	for _, t := range r.targets {
		outline, err := t.core.outline()
		if err != nil {
			return err
		}
		if former := byCore[string(outline)]; former != nil {
			if err := r.keepMembers(t, former, anew); err != nil {
				return err
			}
		}
	}
	for id, f := range changed {
		r.stale[id] = f
		if t := standing[id]; t != nil {
			if err := r.keepMembers(t, f, anew); err != nil {
				return err
			}
			slices.SortFunc(t.core.members, before)
			r.targets = append(r.targets, t)
		}
	}
	return nil
}

// keepMembers adds to a target the members of a fold that are neither folded
// nor placed anew.
func (r *region) keepMembers(t *target, former *store.Fold, anew map[string]bool) error {
	ids := slices.DeleteFunc(memberIDs(former), func(id string) bool { return r.anchors[id] || anew[id] })
	if len(ids) == 0 {
		return nil
	}
	kept, err := r.load(store.MentionFilter{IDs: ids})
	if err != nil {
		return err
	}
	for _, m := range kept {
		if isAnchor(m.Mention) {
			t.core.members = append(t.core.members, m)
		} else {
			t.followers = append(t.followers, m)
		}
	}
	return nil
}

// clusterLoose clusters the followers without a core in each of the blocks: those that
// had none and, of those that were placed anew, any that have none now.
func (r *region) clusterLoose(blocks map[string]bool, placed []*mention, goals map[string]*target) error {
	if len(blocks) == 0 {
		return nil
	}
	filter := store.MentionFilter{Coreless: true}
	for name := range blocks {
		filter.Near = append(filter.Near, store.Near{Name: name})
	}
	inBlocks, err := r.load(filter)
	if err != nil {
		return err
	}
	seen := map[string]bool{}
	for _, m := range inBlocks {
		seen[m.ID] = true
	}
	for _, f := range placed {
		if !seen[f.ID] && blocks[f.looseBlock()] {
			inBlocks = append(inBlocks, f)
		}
	}
	now, err := r.foldsOf(idsOf(inBlocks))
	if err != nil {
		return err
	}
	loose := map[string][]*mention{}
	for _, m := range inBlocks {
		from := now[m.ID]
		if from != nil && from.Core == nil {
			r.stale[from.ID()] = from
		}
		if !m.Aside && goals[m.ID] == nil && !r.followsCore(m, from) {
			loose[m.looseBlock()] = append(loose[m.looseBlock()], m)
		}
	}
	for _, g := range looseGroups(loose) {
		r.targets = append(r.targets, &target{group: *g})
	}
	return nil
}

// followsCore tells whether a mention that was not placed anew stays with a
// core.
func (r *region) followsCore(m *mention, from *store.Fold) bool {
	if from == nil || from.Core == nil {
		return false
	}
	for _, t := range r.targets {
		if slices.ContainsFunc(t.followers, func(f *mention) bool { return f.ID == m.ID }) {
			return true
		}
	}
	return r.stale[from.ID()] == nil
}
