package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
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

// gists are what a roll has, by the number of the leaf.
type gists map[int][]*voicing

// daysALeaf is how many days of telling share a leaf.
const daysALeaf = 30

// leaf is the number of the leaf on which it stands.
func (v *voicing) leaf() int {
	if v.told.IsZero() {
		return -1
	}
	return v.day() / daysALeaf
}

// all are those of every leaf, leaf by leaf: nearly in order.
func (g gists) all() []*voicing {
	var leaves [][]*voicing
	for _, number := range slices.Sorted(maps.Keys(g)) {
		leaves = append(leaves, g[number])
	}
	return slices.Concat(leaves...)
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
	var stood []*run
	if len(roll) > 0 {
		stood = clusterVoicings(roll.all())
	} else if touched, err = r.unrolled(block, touched); err != nil {
		return err
	}
	changed := map[int]bool{}
	for number, leaf := range roll {
		roll[number] = slices.DeleteFunc(leaf, func(v *voicing) bool { return slices.Contains(touched, v.id) })
		changed[number] = len(roll[number]) != len(leaf)
	}
	standing, err := r.load(store.MentionFilter{IDs: touched})
	if err != nil {
		return err
	}
	for _, m := range standing {
		if stanceBlock(m.Blocks) == block {
			v := voicingOf(m)
			roll[v.leaf()] = append(roll[v.leaf()], v)
			changed[v.leaf()] = true
		}
	}
	if err := r.putLeaves(block, roll, changed); err != nil {
		return err
	}
	return r.foldRuns(stood, clusterVoicings(roll.all()), touched)
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
func (r *region) foldRuns(stood, now []*run, touched []string) error {
	isTouched := map[string]bool{}
	for _, id := range touched {
		isTouched[id] = true
	}
	standing := map[string]*run{}
	for _, v := range stood {
		standing[v.id()] = v
	}
	ids := slices.Clone(touched)
	take := func(v *run) {
		for _, voicing := range v.voicings {
			ids = append(ids, voicing.id)
		}
	}
	for _, v := range now {
		if v.same(standing[v.id()], isTouched) {
			delete(standing, v.id())
			continue
		}
		c, err := r.loadCore(v)
		if err != nil {
			return err
		}
		r.targets = append(r.targets, &target{group: group{core: c}})
		take(v)
	}
	for _, v := range standing {
		take(v)
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
func (v *run) same(stood *run, touched map[string]bool) bool {
	if stood == nil || len(v.voicings) != len(stood.voicings) || !v.equal(stood) {
		return false
	}
	for i, voicing := range v.voicings {
		if voicing.id != stood.voicings[i].id || touched[voicing.id] {
			return false
		}
	}
	return !slices.ContainsFunc(v.Against, func(id string) bool { return touched[id] })
}

// loadCore is the core of a run, whose mentions it loads.
func (r *region) loadCore(of *run) (*core, error) {
	ids := of.ids()
	if _, err := r.load(store.MentionFilter{IDs: ids}); err != nil {
		return nil, err
	}
	for _, id := range ids {
		if r.mentions[id] == nil {
			return nil, &parley.Error{Kind: parley.Invalid, Subject: id, Problem: "the record has lost a stance that it knows of", Mend: "'parley reread' folds the record anew"}
		}
	}
	return of.core(r.mentions), nil
}

// roll reads the gists of a block.
func (r *region) roll(block string) (gists, error) {
	roll := gists{}
	for leaf, err := range r.read.Roll(r.ctx, block) {
		if err != nil {
			return nil, err
		}
		if roll[leaf.Number], err = voicingsIn(leaf); err != nil {
			return nil, fmt.Errorf("the roll of %s: %w", block, err)
		}
	}
	return roll, nil
}

// voicingsIn are the gists of a leaf: as they were left with it, else read from it.
func voicingsIn(leaf store.Leaf) (voicings []*voicing, err error) {
	if leaf.Drawn == nil {
		return readLeaf(string(leaf.Body))
	}
	voicings, ok := (*leaf.Drawn).([]*voicing)
	if !ok {
		if voicings, err = readLeaf(string(leaf.Body)); err == nil {
			*leaf.Drawn = voicings
		}
	}
	return voicings, err
}

func (r *region) putLeaves(block string, roll gists, changed map[int]bool) error {
	for number, differs := range changed {
		if !differs {
			continue
		}
		slices.SortFunc(roll[number], beforeVoicing)
		var body []byte
		for _, v := range roll[number] {
			body = appendGist(body, v)
		}
		drawn := any(roll[number])
		if err := r.tx.PutLeaf(r.ctx, block, store.Leaf{Number: number, Body: body, Drawn: &drawn}); err != nil {
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
func appendGist(to []byte, v *voicing) []byte {
	marks := byte(0)
	if v.own {
		marks |= markOwn
	}
	if !v.told.IsZero() {
		marks |= markDated
	}
	if v.personal {
		marks |= markPersonal
	}
	to = append(to, marks)
	if marks&markDated != 0 {
		to = binary.AppendVarint(to, v.told.UnixNano())
	}
	to = binary.AppendUvarint(to, uint64(v.start))
	for _, s := range []string{v.id, v.doc, v.holder, string(v.stance), string(v.former), v.condition} {
		to = append(binary.AppendUvarint(to, uint64(len(s))), s...)
	}
	return to
}

// shortestGist is about how many bytes one takes at least.
const shortestGist = 64

// readLeaf reads what appendGist wrote.
func readLeaf(body string) ([]*voicing, error) {
	l := leafReader{rest: body}
	read := make([]voicing, 0, 1+len(body)/shortestGist)
	for l.rest != "" && !l.torn {
		marks := l.rest[0]
		l.take(1)
		v := voicing{own: marks&markOwn != 0, personal: marks&markPersonal != 0}
		if marks&markDated != 0 {
			v.told = time.Unix(0, l.varint()).UTC()
		}
		v.start = int(l.uvarint())
		v.id, v.doc, v.holder = l.text(), l.text(), l.text()
		v.stance, v.former, v.condition = parley.Stance(l.text()), parley.Stance(l.text()), l.text()
		read = append(read, v)
	}
	if l.torn {
		return nil, errors.New("it is damaged")
	}
	voicings := make([]*voicing, len(read))
	for i := range read {
		voicings[i] = &read[i]
	}
	return voicings, nil
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
