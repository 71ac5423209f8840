package model

import (
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english/model/kernel"
)

const (
	entryLimit = 8192 // forms whose features a workspace remembers
	entryBlock = 256  // that are allocated together
)

// entry is what depends on a form alone.
type entry struct {
	form      string    // a copy of its own
	vector    []float32 // sum of all feature rows but that of the place
	projected []float32 // what the first layer makes of vector
	casing    casing
	readings  []reading
}

// reading is lemma and features of a form under one tag class.
type reading struct {
	class        int
	lemma, feats string
}

// entries remembers forms; it is emptied when it is full.
type entries struct {
	byForm  map[string]*entry
	list    []entry   // what is left of the last block
	numbers []float32 // their vectors and projections
	fresh   []*entry  // those without a projection yet
	scratch []byte
}

// entry returns the entry of a form, made anew where it is not remembered.
func (w *Workspace) entry(form string) *entry {
	if e, ok := w.entries.byForm[form]; ok {
		return e
	}
	return w.newEntry(form)
}

func (w *Workspace) newEntry(form string) *entry {
	c := &w.entries
	if len(c.byForm) == entryLimit || c.byForm == nil {
		c.byForm = map[string]*entry{}
	}
	if len(c.list) == 0 {
		c.list = make([]entry, entryBlock)
		c.numbers = make([]float32, entryBlock*(w.model.tables.word.width+w.model.layers[0].project.Stride))
	}
	e := &c.list[0]
	c.list = c.list[1:]
	e.vector, c.numbers = split(c.numbers, w.model.tables.word.width)
	e.projected, c.numbers = split(c.numbers, w.model.layers[0].project.Stride)
	if len(form) > longestForm {
		e.form = ends(form)
	} else {
		e.form = strings.Clone(form)
		c.byForm[e.form] = e
	}
	e.casing = casingOf(e.form)
	w.sumFeatures(e)
	c.fresh = append(c.fresh, e)
	return e
}

func split(numbers []float32, n int) (first, rest []float32) {
	return numbers[:n:n], numbers[n:]
}

// projectFresh runs the first layer's projection over new entries. Since it is
// linear, a token's projection is the sum of that of its entry and that of its
// place, and need not be computed again for every token.
func (w *Workspace) projectFresh() {
	layer := &w.model.layers[0].project
	for fresh := w.entries.fresh; len(fresh) > 0; {
		n := min(len(fresh), batchRows)
		for i, e := range fresh[:n] {
			copy(w.second[i*layer.Inputs:], e.vector)
		}
		layer.Multiply(w.projected, w.second, kernel.Padded(n))
		for i, e := range fresh[:n] {
			copy(e.projected, w.projected[i*layer.Stride:])
		}
		fresh = fresh[n:]
	}
	clear(w.entries.fresh)
	w.entries.fresh = w.entries.fresh[:0]
}

// ends stands in for a form of any length: its first and last characters.
func ends(form string) string {
	head, tail := longestForm/2, len(form)-longestForm/2
	for head > 0 && !utf8.RuneStart(form[head]) {
		head--
	}
	for tail < len(form) && !utf8.RuneStart(form[tail]) {
		tail++
	}
	return form[:head] + form[tail:]
}

// sumFeatures fills the vector of e.
func (w *Workspace) sumFeatures(e *entry) {
	clear(e.vector)
	t := &w.model.tables
	form := appendLower(w.entries.scratch[:0], e.form)
	zeroDigits(form)
	word := int32(0)
	if len(form) <= longestLookedUp {
		word = w.model.words[string(form)]
	}
	class := 0
	if word > 0 {
		class = int(w.model.classes[word-1])
	}
	t.word.addTo(e.vector, int(word))
	t.class.addTo(e.vector, class)
	t.prefix.addHashed(e.vector, firstRunes(form, 3))
	t.suffix2.addHashed(e.vector, lastRunes(form, 2))
	t.suffix3.addHashed(e.vector, lastRunes(form, 3))
	t.suffix4.addHashed(e.vector, lastRunes(form, 4))
	plain := appendPlain(form[:0], e.form)
	shape := appendShape(plain[len(plain):], plain)
	t.shape.addHashed(e.vector, shape)
	w.entries.scratch = plain
}

func (t *table) addTo(vector []float32, row int) {
	kernel.AddRow(vector, t.row(row), t.scales[row])
}

func (t *table) addHashed(vector []float32, feature []byte) {
	t.addTo(vector, int(hash(feature)%uint32(len(t.scales))))
}
