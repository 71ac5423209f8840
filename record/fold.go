package record

import (
	"cmp"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Fold folds a whole set of mentions and returns the entries in the order of
// an export: kind, told, id. It depends on nothing but the set.
func Fold(mentions []store.Mention) ([]parley.Entry, error) {
	anchors, followers, err := sorted(mentions)
	if err != nil {
		return nil, err
	}
	return rendered(groups(anchors, followers)), nil
}

// rendered are the entries of groups, with their disputes, in the order of an export.
func rendered(groups []*group) (entries []parley.Entry) {
	for _, g := range groups {
		entries = append(entries, g.render()...)
	}
	SortEntries(entries)
	return entries
}

// SortEntries brings entries into the order of an export: kind, told (undated
// first), id.
func SortEntries(entries []parley.Entry) {
	slices.SortFunc(entries, func(a, b parley.Entry) int {
		return cmp.Or(cmp.Compare(slices.Index(parley.EntryKinds, a.Kind), slices.Index(parley.EntryKinds, b.Kind)), a.Told.Compare(b.Told), cmp.Compare(a.ID, b.ID))
	})
}

// sorted takes mentions out of what a store keeps, anchors and followers
// apart.
func sorted(mentions []store.Mention) (anchors, followers []*mention, err error) {
	restored, err := restoreAll(mentions)
	if err != nil {
		return nil, nil, err
	}
	for _, m := range restored {
		switch {
		case m.rejected():
		case isAnchor(m.Mention):
			anchors = append(anchors, m)
		default:
			followers = append(followers, m)
		}
	}
	return anchors, followers, nil
}

// groups folds anchors into cores, places the followers, and clusters those
// that find no core.
func groups(anchors, followers []*mention) []*group {
	var all []*group
	standing := coreIndex{}
	for _, neighbours := range neighbourhoods(anchors) {
		for _, c := range cluster(neighbours) {
			g := &group{core: c}
			all = append(all, g)
			standing.add(g)
		}
	}
	loose := map[string][]*mention{}
	for _, f := range followers {
		if g := standing.followed(f); g != nil {
			g.followers = append(g.followers, f)
			continue
		}
		if f.Aside {
			continue
		}
		loose[f.looseBlock()] = append(loose[f.looseBlock()], f)
	}
	return append(all, looseGroups(loose)...)
}

// coreIndex is groups by the blocks in which followers find them.
type coreIndex map[store.Block][]*group

func (in coreIndex) add(g *group) {
	for _, b := range g.core.blocks() {
		in[b] = append(in[b], g)
	}
}

// near are the groups in whose blocks a follower looks.
func (in coreIndex) near(f *mention) (near []*group) {
	seen := map[*group]bool{}
	for _, n := range f.looksNear() {
		for day := n.First; day <= n.Last; day++ {
			for _, g := range in[store.Block{Name: n.Name, Day: day}] {
				if !seen[g] {
					seen[g] = true
					near = append(near, g)
				}
			}
		}
	}
	return near
}

// followed is the group that a follower belongs to; nil where that is open.
func (in coreIndex) followed(f *mention) *group {
	near := in.near(f)
	all := make([]*core, len(near))
	for i, g := range near {
		all[i] = g.core
	}
	if at := slices.Index(all, placeFollower(f, all)); at >= 0 {
		return near[at]
	}
	return nil
}

// looksNear are the stretches of core blocks in which a follower looks: about
// when it was, and under the number of its round.
func (m *mention) looksNear() (near []store.Near) {
	first, last, ok := m.window()
	if ok {
		for _, circle := range m.circles() {
			near = append(near, store.Near{Name: coreBlock + circle, First: first, Last: last})
		}
	}
	for _, round := range m.rounds() {
		near = append(near, store.Near{Name: coreBlock + round})
	}
	return near
}

// looseBlock is the one block in which a follower without a core stands.
func (m *mention) looseBlock() string { return looseBlock + m.looseKey() }

// looseGroups clusters the followers that found no core, block by block.
func looseGroups(byBlock map[string][]*mention) (found []*group) {
	for _, followers := range byBlock {
		for _, c := range cluster(followers) {
			found = append(found, &group{core: c, loose: true})
		}
	}
	return found
}

// neighbourhoods parts anchors into sets of which no two share a block.
func neighbourhoods(anchors []*mention) [][]*mention {
	parent := make([]int, len(anchors))
	for i := range parent {
		parent[i] = i
	}
	var root func(int) int
	root = func(i int) int {
		if parent[i] != i {
			parent[i] = root(parent[i])
		}
		return parent[i]
	}
	firstIn := map[store.Block]int{}
	apart := map[store.Block][]int{} // those that meet only what stands in another block
	for i, m := range anchors {
		for _, b := range m.Blocks {
			if meets(b) != b {
				apart[b] = append(apart[b], i)
			} else if j, taken := firstIn[b]; taken {
				parent[root(i)] = root(j)
			} else {
				firstIn[b] = i
			}
		}
	}
	for b, standing := range apart {
		if others := apart[meets(b)]; len(others) > 0 {
			for _, i := range standing {
				parent[root(i)] = root(others[0])
			}
		}
	}
	byRoot := map[int][]*mention{}
	for i, m := range anchors {
		byRoot[root(i)] = append(byRoot[root(i)], m)
	}
	found := make([][]*mention, 0, len(byRoot))
	for _, neighbours := range byRoot {
		found = append(found, neighbours)
	}
	return found
}
