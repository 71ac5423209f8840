package model

import (
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english/model/kernel"
)

// entryLimit is the number of forms whose features a workspace remembers.
const entryLimit = 8192

// entry is what depends on a form alone.
type entry struct {
	form     string    // a copy of its own
	vector   []float32 // sum of all feature rows but that of the place
	casing   casing
	readings []reading
}

// reading is lemma and features of a form under one tag class.
type reading struct {
	class        int
	lemma, feats string
}

// entries remembers forms; it is emptied when it is full.
type entries struct {
	byForm  map[string]*entry
	list    []entry
	vectors []float32
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
	width := w.model.Header.Dims.Width
	if c.byForm == nil || len(c.list) == entryLimit {
		c.byForm = make(map[string]*entry, entryLimit)
		c.list = make([]entry, 0, entryLimit)
		c.vectors = make([]float32, 0, entryLimit*width)
	}
	n := len(c.vectors)
	c.vectors = c.vectors[:n+width]
	c.list = append(c.list, entry{form: strings.Clone(form), vector: c.vectors[n : n+width : n+width]})
	e := &c.list[len(c.list)-1]
	if len(form) > longestForm {
		e.form = ends(form)
	}
	e.casing = casingOf(e.form)
	w.sumFeatures(e)
	if len(form) <= longestForm {
		c.byForm[e.form] = e
	}
	return e
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
