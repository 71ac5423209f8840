package model

import (
	_ "embed"
	"errors"
	"fmt"
	"sync"

	"github.com/parleyrecord/parley/english/model/kernel"
)

//go:embed english.bin
var file string

// Model is a loaded model. It is never written after loading, so any number
// of workspaces may share it.
type Model struct {
	Header Header

	words   map[string]int32 // normalised form to row of the word table
	classes string           // distributional class of each row of the word table
	tables  featureTables

	layers []layer
	places []placed
	heads  kernel.Matrix
	arc    kernel.Matrix // [Arc][Arc]
	root   []float32     // the root as a head of arcs
	near   []float32     // what the distance between dependent and head adds
	label  kernel.Matrix // [Relation][len(Deprels)]
	top    []float32     // the root as a head of relations

	rootLabel int // index of "root" in Deprels
	labels    labelling
	lemmas    lemmatiser
	feats     map[string]string // "lower form TAB tag class" to features
}

// featureTables are the tables whose rows are summed for a token.
type featureTables struct {
	word, class, prefix, suffix2, suffix3, suffix4, shape, place table
}

// placed is a row of the place table and what the first layer makes of it.
type placed struct{ vector, projected []float32 }

// layer is one bidirectional layer of the encoder.
type layer struct {
	project           kernel.Matrix // [Width][6*Half]
	forward, backward kernel.Cell
}

// Load returns the embedded model; the first call unpacks it, the others
// share it.
var Load = sync.OnceValues(func() (*Model, error) {
	m, err := parse(file)
	if err != nil {
		return nil, fmt.Errorf("load the English model: %w", err)
	}
	return m, nil
})

func parse(data string) (*Model, error) {
	c, err := openContainer(data)
	if err != nil {
		return nil, err
	}
	d := c.header.Dims
	m := &Model{
		Header:  c.header,
		words:   map[string]int32{},
		classes: c.bytes("word.class", 0),
		tables: featureTables{
			word: c.rows("word", d.Width), class: c.rows("class", d.Width), prefix: c.rows("pre3", d.Width),
			suffix2: c.rows("suf2", d.Width), suffix3: c.rows("suf3", d.Width), suffix4: c.rows("suf4", d.Width),
			shape: c.rows("shape", d.Width), place: c.rows("place", d.Width),
		},
		root:   c.floats("arc.root", d.Arc),
		near:   c.floats("arc.dist", 2*d.Distance+1),
		top:    c.floats("rel.root", d.Relation),
		lemmas: newLemmatiser(c),
		feats:  readFeats(c.lines("feats.text")),
	}
	m.readWords(c.lines("word.text"))
	m.readNetwork(c)
	m.rootLabel = index(c.header.Deprels, "root")
	m.labels = newLabelling(c.header.Names)
	if len(m.classes) < len(m.words) || m.rootLabel < 0 || d.Half%8 != 0 || d.Width != 2*d.Half {
		c.faults = append(c.faults, errors.New("tables and dimensions do not fit each other"))
	}
	return m, errors.Join(c.faults...)
}

func index(list []string, word string) int {
	for i, w := range list {
		if w == word {
			return i
		}
	}
	return -1
}

// readWords numbers the vocabulary; row 0 stands for unknown words.
func (m *Model) readWords(lines []string) {
	m.words = make(map[string]int32, len(lines))
	for i, form := range lines {
		m.words[form] = int32(i + 1)
	}
}

func (m *Model) readNetwork(c *container) {
	d := c.header.Dims
	for i := range d.Layers {
		name := fmt.Sprintf("sru%d.", i)
		v, f, r := c.floats(name+"v", 2*d.Half), c.floats(name+"bf", 2*d.Half), c.floats(name+"br", 2*d.Half)
		w := c.floats(name+"w", d.Width, 6*d.Half)
		if len(c.faults) > 0 {
			return
		}
		m.layers = append(m.layers, layer{
			project:  *kernel.NewMatrix(d.Width, 6*d.Half, w, nil),
			forward:  kernel.Cell{V: v[:d.Half], ForgetBias: f[:d.Half], ResetBias: r[:d.Half]},
			backward: kernel.Cell{V: v[d.Half:], ForgetBias: f[d.Half:], ResetBias: r[d.Half:]},
		})
	}
	outputs := 2*d.Arc + 2*d.Relation + len(c.header.Tags) + len(c.header.Names)
	heads, bias := c.floats("heads.w", d.Width, outputs), c.floats("heads.b", outputs)
	arc, arcBias := c.floats("arc.u", d.Arc, d.Arc), c.floats("arc.b", d.Arc)
	label, labelBias := c.floats("rel.w", d.Relation, len(c.header.Deprels)), c.floats("rel.b", len(c.header.Deprels))
	if len(c.faults) > 0 {
		return
	}
	m.projectPlaces()
	m.heads = *kernel.NewMatrix(d.Width, outputs, heads, bias)
	m.arc = *kernel.NewMatrix(d.Arc, d.Arc, arc, arcBias)
	m.label = *kernel.NewMatrix(d.Relation, len(c.header.Deprels), label, labelBias)
}

// projectPlaces runs the first layer's projection over the place table.
func (m *Model) projectPlaces() {
	t, project := &m.tables.place, &m.layers[0].project
	n := len(t.scales)
	x, y := make([]float32, kernel.Padded(n)*project.Inputs), make([]float32, kernel.Padded(n)*project.Stride)
	for i := range n {
		t.addTo(x[i*project.Inputs:(i+1)*project.Inputs], i)
	}
	project.Multiply(y, x, kernel.Padded(n))
	for i := range n {
		m.places = append(m.places, placed{
			vector:    x[i*project.Inputs : (i+1)*project.Inputs],
			projected: y[i*project.Stride : (i+1)*project.Stride],
		})
	}
}
