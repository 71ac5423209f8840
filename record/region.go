package record

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	quick "github.com/go-json-experiment/json"
	"golang.org/x/sync/errgroup"

	"github.com/parleyrecord/parley/store"
)

// region is the part of a record that is folded again.
type region struct {
	ctx      context.Context
	read     store.Reader
	until    time.Time           // what was told from then on is left out; zero for none
	tx       store.Tx            // where what is folded goes
	at       time.Time           // when what caused it was taken in
	mentions map[string]*mention // all that were loaded, by id

	anchors map[string]bool        // ids of the mentions whose neighbourhoods are folded again
	stale   map[string]*store.Fold // the folds to be replaced, by id
	targets []*target              // the folds that replace them
}

// target is a fold as it shall stand.
type target struct {
	group
	// former is the fold that it continues with some followers more or fewer;
	// nil for one whose anchors are folded again.
	former *store.Fold
}

// refold folds again all that touched mentions bear upon, those that stand in
// the store and those that have been taken out of it:
//
//  1. the neighbourhoods of the touched anchors are clustered anew, those of
//     stances by their rolls;
//  2. the touched followers, and those near a core that changed, are placed
//     anew;
//  3. the followers without a core are clustered anew in the blocks that won
//     or lost one;
//  4. what differs from what stands is replaced.
func refold(ctx context.Context, tx store.Tx, at time.Time, touched []store.Mention) error {
	r := &region{ctx: ctx, read: tx, tx: tx, at: at, mentions: map[string]*mention{}, anchors: map[string]bool{}, stale: map[string]*store.Fold{}}
	if err := r.foldAnchors(touched); err != nil {
		return err
	}
	if err := r.foldStances(touched); err != nil {
		return err
	}
	if err := r.placeFollowers(touched); err != nil {
		return err
	}
	return r.replace()
}

// load takes mentions out of the store, each once; those that a person has
// rejected stay there.
func (r *region) load(filter store.MentionFilter) (loaded []*mention, err error) {
	filter.Until = r.until
	kept, err := store.Collect(r.read.Mentions(r.ctx, filter))
	if err != nil {
		return nil, err
	}
	var missing []store.Mention
	for _, k := range kept {
		if r.mentions[k.ID] == nil {
			missing = append(missing, k)
		}
	}
	restored, err := restoreAll(missing)
	if err != nil {
		return nil, err
	}
	for _, m := range restored {
		r.mentions[m.ID] = m
	}
	for _, k := range kept {
		if m := r.mentions[k.ID]; !m.rejected() {
			loaded = append(loaded, m)
		}
	}
	return loaded, nil
}

// foldAnchors clusters the neighbourhoods of the touched anchors.
func (r *region) foldAnchors(touched []store.Mention) error {
	anchors, err := r.neighbours(touched)
	if err != nil {
		return err
	}
	var ids []string
	for _, m := range anchors {
		r.anchors[m.ID] = true
		ids = append(ids, m.ID)
	}
	for _, m := range touched {
		if isAnchor(m) && !isStance(m) {
			r.anchors[m.ID] = true
			ids = append(ids, m.ID)
		}
	}
	folds, err := r.foldsOf(ids)
	if err != nil {
		return err
	}
	for _, f := range folds {
		// Where only a follower has become an anchor, its fold loses it and stands.
		if o, ok, err := outlineOf(f); err != nil {
			return err
		} else if !ok || r.anchors[o.Anchor] {
			r.stale[f.ID()] = f
		}
	}
	for _, neighbours := range neighbourhoods(anchors) {
		for _, c := range cluster(neighbours) {
			r.targets = append(r.targets, &target{group: group{core: c}})
		}
	}
	return nil
}

// neighbours are all anchors that stand in the touched ones' blocks, in those
// of these, and so on.
func (r *region) neighbours(touched []store.Mention) (found []*mention, err error) {
	seen := map[store.Block]bool{}
	var open []store.Near
	reach := func(blocks []store.Block) {
		for _, b := range blocks {
			if b = meets(b); strings.HasPrefix(b.Name, anchorBlock) && !strings.HasPrefix(b.Name, standsBlock) && !seen[b] {
				seen[b] = true
				open = append(open, store.Near{Name: b.Name, First: b.Day, Last: b.Day})
			}
		}
	}
	for _, m := range touched {
		reach(m.Blocks)
	}
	for len(open) > 0 {
		near := open
		open = nil
		loaded, err := r.load(store.MentionFilter{Near: near, Not: idsOf(found)})
		if err != nil {
			return nil, err
		}
		for _, m := range loaded {
			found = append(found, m)
			reach(m.Blocks)
		}
	}
	return found, nil
}

// foldsOf are the folds as they stand that mentions belong to, by the ids of
// all their members.
func (r *region) foldsOf(ids []string) (map[string]*store.Fold, error) {
	found := map[string]*store.Fold{}
	if len(ids) == 0 {
		return found, nil
	}
	for f, err := range r.read.Folds(r.ctx, store.FoldFilter{Members: ids}) {
		if err != nil {
			return nil, err
		}
		for _, id := range memberIDs(&f) {
			found[id] = &f
		}
	}
	return found, nil
}

func memberIDs(f *store.Fold) []string { return append(slices.Clone(f.Members), f.ID()) }

// outlineOf is what was kept of a fold's core; ok is false for one of followers
// only.
func outlineOf(f *store.Fold) (o outline, ok bool, err error) {
	if f.Core == nil {
		return o, false, nil
	}
	if f.Drawn != nil {
		if o, ok := (*f.Drawn).(outline); ok {
			return o, true, nil
		}
	}
	if err := quick.Unmarshal(f.Core, &o); err != nil {
		return o, false, fmt.Errorf("fold %s: %w", f.ID(), err)
	}
	if f.Drawn != nil {
		*f.Drawn = o
	}
	return o, true, nil
}

// replace puts the targets in place of what stands, where they differ.
func (r *region) replace() error {
	folds, err := r.changedTargets()
	if err != nil {
		return err
	}
	var gone []string
	for id := range r.stale {
		gone = append(gone, id)
	}
	if len(gone)+len(folds) == 0 {
		return nil
	}
	slices.Sort(gone)
	slices.SortFunc(folds, func(a, b store.Fold) int { return strings.Compare(a.ID(), b.ID()) })
	return r.tx.Replace(r.ctx, r.at, gone, folds)
}

// changedTargets are the targets as a store keeps them, but for those that stand: these
// are stale no more. One of famous talks has hundreds of members, so all cores render.
func (r *region) changedTargets() (changed []store.Fold, err error) {
	stamps, folds := make([]stamp, len(r.targets)), make([]store.Fold, len(r.targets))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, t := range r.targets {
		work.Go(func() (err error) {
			if stamps[i], err = t.stamp(); err == nil && !r.stands(stamps[i]) {
				folds[i] = t.fold(stamps[i])
			}
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	for i, s := range stamps {
		if r.stands(s) {
			delete(r.stale, s.id)
		} else {
			changed = append(changed, folds[i])
		}
	}
	return changed, nil
}

// stands tells whether a fold is among the stale ones as it shall be.
func (r *region) stands(s stamp) bool {
	former := r.stale[s.id]
	return former != nil && former.Signature == s.signature
}
