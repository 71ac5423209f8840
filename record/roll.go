package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// A party's stances on an issue are one neighbourhood, which grows as long as
// the record does. So the fold keeps a roll of it, the gist of each mention:
// enough to cluster all of them without loading one. What a change to the roll
// changes in the clusters is then loaded and folded again.

// gists are the mentions of a roll by the number of their leaf. They have no
// more than what clusterPositions asks for.
type gists map[int][]*mention

// daysALeaf is how many days of telling share a leaf.
const daysALeaf = 30

// leafOf is the number of the leaf on which a mention stands.
func leafOf(m *mention) int {
	day, dated := m.toldDay()
	if !dated {
		return -1
	}
	return day / daysALeaf
}

// all are the mentions of every leaf, leaf by leaf: nearly in order.
func (g gists) all() (mentions []*mention) {
	for _, number := range slices.Sorted(maps.Keys(g)) {
		mentions = append(mentions, g[number]...)
	}
	return mentions
}

// isStance tells whether a mention stands in a block of stances.
func isStance(m store.Mention) bool { return stanceBlock(m.Blocks) != "" }

// stanceBlock is the name of the one block of stances among some.
func stanceBlock(blocks []store.Block) string {
	for _, b := range blocks {
		if strings.HasPrefix(b.Name, standsBlock) {
			return b.Name
		}
	}
	return ""
}

// foldStances clusters the neighbourhoods of the touched stances.
func (r *region) foldStances(touched []store.Mention) error {
	byBlock := map[string][]string{}
	for _, m := range touched {
		if block := stanceBlock(m.Blocks); block != "" {
			byBlock[block] = append(byBlock[block], m.ID)
		}
	}
	for _, block := range slices.Sorted(maps.Keys(byBlock)) {
		if err := r.foldRoll(block, byBlock[block]); err != nil {
			return err
		}
	}
	return nil
}

// foldRoll brings a block's roll up to date and folds again what that changes.
func (r *region) foldRoll(block string, touched []string) error {
	roll, err := r.roll(block)
	if err != nil {
		return err
	}
	var stood []*core
	if len(roll) > 0 {
		stood = cluster(roll.all())
	} else if touched, err = r.unrolled(block, touched); err != nil {
		return err
	}
	changed := map[int]bool{}
	for number, leaf := range roll {
		roll[number] = slices.DeleteFunc(leaf, func(m *mention) bool { return slices.Contains(touched, m.ID) })
		changed[number] = len(roll[number]) != len(leaf)
	}
	standing, err := r.load(store.MentionFilter{IDs: touched})
	if err != nil {
		return err
	}
	for _, m := range standing {
		if stanceBlock(m.Blocks) == block {
			roll[leafOf(m)] = append(roll[leafOf(m)], m)
			changed[leafOf(m)] = true
		}
	}
	if err := r.putLeaves(block, roll, changed); err != nil {
		return err
	}
	var now []*core
	if all := roll.all(); len(all) > 0 {
		now = cluster(all)
	}
	return r.foldRuns(stood, now, touched)
}

// unrolled are the ids of all mentions in a block that has no roll yet, beside
// the touched ones: the first of the block or, in a record of before there were
// rolls, many.
func (r *region) unrolled(block string, touched []string) ([]string, error) {
	all, err := r.load(store.MentionFilter{Near: []store.Near{{Name: block}}})
	if err != nil {
		return nil, err
	}
	ids := append(slices.Clone(touched), idsOf(all)...)
	slices.Sort(ids)
	return slices.Compact(ids), nil
}

// foldRuns replaces the runs that stood by those that stand now, where they
// differ or hold a touched mention.
func (r *region) foldRuns(stood, now []*core, touched []string) error {
	isTouched := map[string]bool{}
	for _, id := range touched {
		isTouched[id] = true
	}
	standing := map[string]*core{}
	for _, c := range stood {
		standing[c.id()] = c
	}
	ids := slices.Clone(touched)
	for _, c := range now {
		if c.same(standing[c.id()], isTouched) {
			delete(standing, c.id())
			continue
		}
		if err := r.loadCore(c); err != nil {
			return err
		}
		r.targets = append(r.targets, &target{group: group{core: c}})
		ids = append(ids, idsOf(c.members)...)
	}
	for _, c := range standing {
		ids = append(ids, idsOf(c.members)...)
	}
	for _, id := range ids {
		r.anchors[id] = true
	}
	folds, err := r.foldsOf(ids)
	for _, f := range folds {
		r.stale[f.ID()] = f
	}
	return err
}

// same tells whether a run need not be told apart from one that stood: it has the
// same members, none of which was touched, and the same place among the others.
func (c *core) same(stood *core, touched map[string]bool) bool {
	if stood == nil || len(c.members) != len(stood.members) {
		return false
	}
	for i, m := range c.members {
		if m.ID != stood.members[i].ID || touched[m.ID] {
			return false
		}
	}
	if slices.ContainsFunc(c.run.against, func(m *mention) bool { return touched[m.ID] }) {
		return false
	}
	a, b := *c.run, *stood.run
	a.against, b.against = nil, nil
	return reflect.DeepEqual(a, b)
}

// loadCore puts whole mentions in place of their gists.
func (r *region) loadCore(c *core) error {
	for _, part := range []*[]*mention{&c.members, &c.run.against} {
		if len(*part) == 0 {
			continue
		}
		whole, err := r.load(store.MentionFilter{IDs: idsOf(*part)})
		if err != nil {
			return err
		}
		byID := map[string]*mention{}
		for _, m := range whole {
			byID[m.ID] = m
		}
		for i, m := range *part {
			if (*part)[i] = byID[m.ID]; byID[m.ID] == nil {
				return &parley.Error{Kind: parley.Invalid, Subject: m.Doc, Problem: "the record has lost a stance that it knows of: " + m.ID, Mend: "add the articles again into a new record"}
			}
		}
	}
	return nil
}

// roll reads the gists of a block.
func (r *region) roll(block string) (gists, error) {
	roll := gists{}
	for leaf, err := range r.read.Roll(r.ctx, block) {
		if err != nil {
			return nil, err
		}
		if roll[leaf.Number], err = readLeaf(string(leaf.Body)); err != nil {
			return nil, fmt.Errorf("the roll of %s: %w", block, err)
		}
	}
	return roll, nil
}

func (r *region) putLeaves(block string, roll gists, changed map[int]bool) error {
	for number, differs := range changed {
		if !differs {
			continue
		}
		slices.SortFunc(roll[number], before)
		var body []byte
		for _, m := range roll[number] {
			body = appendGist(body, m)
		}
		if err := r.tx.PutLeaf(r.ctx, block, store.Leaf{Number: number, Body: body}); err != nil {
			return err
		}
	}
	return nil
}

// The marks of a gist.
const (
	markOwn      = 1
	markDated    = 2
	markPersonal = 4
)

// appendGist writes a gist: marks, the moment of telling where there is one,
// the start, then strings behind their lengths.
func appendGist(to []byte, m *mention) []byte {
	marks := byte(0)
	if m.own {
		marks |= markOwn
	}
	if !m.Told.IsZero() {
		marks |= markDated
	}
	p := m.Position
	holder := ""
	if p.Holder != "" {
		holder = m.key(p.Holder)
	}
	if m.personal() {
		marks |= markPersonal
	}
	to = append(to, marks)
	if marks&markDated != 0 {
		to = binary.AppendVarint(to, m.Told.UnixNano())
	}
	to = binary.AppendUvarint(to, uint64(m.Start))
	for _, s := range []string{m.ID, m.Doc, holder, string(p.Stance), string(p.Former), p.Condition} {
		to = append(binary.AppendUvarint(to, uint64(len(s))), s...)
	}
	return to
}

// readLeaf reads what appendGist wrote.
func readLeaf(body string) (mentions []*mention, err error) {
	l := leafReader{rest: body}
	for l.rest != "" && !l.torn {
		marks := l.rest[0]
		l.take(1)
		m := &mention{own: marks&markOwn != 0}
		m.Kind = parley.PositionEntry
		if marks&markDated != 0 {
			m.Told = time.Unix(0, l.varint()).UTC()
		}
		m.Start = int(l.uvarint())
		m.ID, m.Doc = l.text(), l.text()
		holder := l.text()
		if holder != "" {
			m.Actors = []actor{{Name: holder, Key: holder, Person: marks&markPersonal != 0}}
		}
		m.Position = &parley.Position{Holder: holder, Stance: parley.Stance(l.text()), Former: parley.Stance(l.text()), Condition: l.text()}
		mentions = append(mentions, m)
	}
	if l.torn {
		return nil, errors.New("it is damaged")
	}
	return mentions, nil
}

// leafReader takes a leaf apart. Torn tells that it ended too early.
type leafReader struct {
	rest string
	torn bool
}

func (l *leafReader) take(n int) string {
	if n < 0 || n > len(l.rest) {
		l.torn, l.rest = true, ""
		return ""
	}
	taken := l.rest[:n]
	l.rest = l.rest[n:]
	return taken
}

func (l *leafReader) text() string { return l.take(int(l.uvarint())) }

func (l *leafReader) uvarint() uint64 {
	n, size := binary.Uvarint([]byte(l.rest[:min(len(l.rest), binary.MaxVarintLen64)]))
	if size <= 0 {
		size = len(l.rest) + 1
	}
	l.take(size)
	return n
}

func (l *leafReader) varint() int64 {
	n := l.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}
