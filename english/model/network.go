package model

import "github.com/parleyrecord/parley/english/model/kernel"

// batchRows is the number of tokens that run through the network together;
// a sentence must fit.
const batchRows = 168

// SentenceLimit is the largest number of tokens in a sentence.
const SentenceLimit = batchRows

// Word is what the model says of a token.
type Word struct {
	UPOS, XPOS, Feats, Lemma string
	Head                     int // index in the sentence, -1 for the root
	Deprel                   string
}

// Workspace is the memory of one run of the network and what it remembers of
// forms. It serves one goroutine at a time; its results are valid until the
// next run.
type Workspace struct {
	model   *Model
	entries entries

	tokens         []*entry
	ends           []int // end of each sentence of the batch
	first, second  []float32
	projected      []float32
	state          []float32
	heads          []float32
	dependents     []float32 // [rows][Arc], then what Model.arc makes of it
	queries        []float32
	candidates     kernel.Matrix // [Arc][sentence + root]
	scores         []float32
	tree           arborescence
	joined, labels []float32 // inputs and outputs of Model.label
	steps          []nameStep
	words          []Word
	names          []Name
}

// NewWorkspace returns a workspace for m.
func (m *Model) NewWorkspace() *Workspace {
	d := m.Header.Dims
	rows := batchRows + kernel.Tile // a product of a sentence may read past its end
	return &Workspace{
		model:      m,
		first:      make([]float32, rows*d.Width),
		second:     make([]float32, rows*d.Width),
		projected:  make([]float32, rows*m.layers[0].project.Stride),
		state:      make([]float32, d.Half),
		heads:      make([]float32, rows*m.heads.Stride),
		dependents: make([]float32, rows*d.Arc),
		queries:    make([]float32, rows*m.arc.Stride),
		joined:     make([]float32, max(rows*d.Relation, d.Arc)),
		labels:     make([]float32, rows*m.label.Stride),
	}
}

// Add puts a sentence of at most SentenceLimit tokens into the batch. It
// returns false, and adds nothing, where the batch has no room left.
func (w *Workspace) Add(forms []string) bool {
	if len(w.tokens)+len(forms) > batchRows {
		return false
	}
	for _, form := range forms {
		w.tokens = append(w.tokens, w.entry(form))
	}
	w.ends = append(w.ends, len(w.tokens))
	return true
}

// Run analyses the batch, calls sentence for each one in order, and empties
// the batch. The slices hold until the next call.
func (w *Workspace) Run(sentence func(i int, words []Word, names []Name)) {
	n := len(w.tokens)
	if n == 0 {
		w.ends = w.ends[:0]
		return
	}
	rows := kernel.Padded(n)
	w.projectFresh()
	w.embed()
	output := w.encode(rows)
	w.model.heads.Multiply(w.heads, output, rows)
	w.query(rows)
	start := 0
	for i, end := range w.ends {
		w.parseSentence(start, end)
		w.labelSentence(start, end)
		sentence(i, w.words, w.names)
		start = end
	}
	w.tokens, w.ends = w.tokens[:0], w.ends[:0]
}

// embed fills the first layer's input and its projection.
func (w *Workspace) embed() {
	width, stride := w.model.Header.Dims.Width, w.model.layers[0].project.Stride
	start := 0
	for _, end := range w.ends {
		class := caseClass(w.tokens[start:end])
		opened := false
		for i := start; i < end; i++ {
			t := w.tokens[i]
			place := 2 * class
			if t.casing.letterFirst && !opened {
				opened = true
				place++
			}
			kernel.Sum(w.first[i*width:(i+1)*width], t.vector, w.model.places[place].vector)
			kernel.Sum(w.projected[i*stride:(i+1)*stride], t.projected, w.model.places[place].projected)
		}
		start = end
	}
}

// encode runs the recurrent layers and returns the output of the last.
func (w *Workspace) encode(rows int) []float32 {
	x, h := w.first, w.second
	for i := range w.model.layers {
		l := &w.model.layers[i]
		if i > 0 { // embed has done the first
			l.project.Multiply(w.projected, x, rows)
		}
		start := 0
		for _, end := range w.ends {
			w.recur(l, h, x, start, end)
			start = end
		}
		x, h = h, x
	}
	return x
}

// recur runs one layer over a sentence in both directions.
func (w *Workspace) recur(l *layer, h, x []float32, start, end int) {
	half, width, stride := w.model.Header.Dims.Half, w.model.Header.Dims.Width, l.project.Stride
	clear(w.state)
	for t := start; t < end; t++ {
		at := t * width
		l.forward.Step(h[at:at+half], w.state, w.projected[t*stride:][:3*half], x[at:at+half])
	}
	clear(w.state)
	for t := end - 1; t >= start; t-- {
		at := t*width + half
		l.backward.Step(h[at:at+half], w.state, w.projected[t*stride+3*half:][:3*half], x[at:at+half])
	}
}

// query turns each token as a dependent into what heads are measured by.
func (w *Workspace) query(rows int) {
	arc, stride := w.model.Header.Dims.Arc, w.model.heads.Stride
	for i := range rows {
		rectify(w.dependents[i*arc:(i+1)*arc], w.heads[i*stride:])
	}
	w.model.arc.Multiply(w.queries, w.dependents, rows)
}

// rectify copies len(to) values of from, negative ones as 0.
func rectify(to, from []float32) {
	for i := range to {
		to[i] = max(from[i], 0)
	}
}

// parseSentence finds tree, relations, tags and lemmas of one sentence.
func (w *Workspace) parseSentence(start, end int) {
	n := end - start
	w.tree.resize(n)
	w.scoreArcs(start, end)
	w.tree.solve()
	w.scoreLabels(start, end)
	w.words = w.words[:0]
	for i := range n {
		word := w.word(start + i)
		word.Head = w.tree.heads[i+1] - 1
		word.Deprel = w.model.Header.Deprels[w.bestLabel(i, word.Head < 0)]
		w.words = append(w.words, word)
	}
}

// scoreArcs fills the tree's scores: bilinear, and by distance.
func (w *Workspace) scoreArcs(start, end int) {
	d := w.model.Header.Dims
	n := end - start
	w.candidates.Resize(d.Arc, n+1)
	w.candidates.SetColumn(0, w.model.root, 0)
	for i := range n {
		head := w.heads[(start+i)*w.model.heads.Stride+d.Arc:][:d.Arc]
		rectify(w.joined[:d.Arc], head)
		w.candidates.SetColumn(i+1, w.joined[:d.Arc], 0)
	}
	rows, stride := kernel.Padded(n), w.candidates.Stride
	w.scores = resized(w.scores, rows*stride)
	w.candidates.Multiply(w.scores, w.queries[start*w.model.arc.Stride:], rows)
	for dependent := range n {
		row := w.tree.row(dependent + 1)
		copy(row, w.scores[dependent*stride:][:n+1])
		for head := range n {
			row[head+1] += w.model.near[min(max(head-dependent, -d.Distance), d.Distance)+d.Distance]
		}
	}
}

// scoreLabels fills the scores of the relations on the arcs of the tree.
func (w *Workspace) scoreLabels(start, end int) {
	d, stride := w.model.Header.Dims, w.model.heads.Stride
	n := end - start
	for i := range n {
		dependent := w.heads[(start+i)*stride+2*d.Arc:][:d.Relation]
		head := w.model.top
		if h := w.tree.heads[i+1]; h > 0 {
			head = w.heads[(start+h-1)*stride+2*d.Arc+d.Relation:][:d.Relation]
		}
		joined := w.joined[i*d.Relation:][:d.Relation]
		for j := range joined {
			joined[j] = max(dependent[j]+head[j], 0)
		}
	}
	w.model.label.Multiply(w.labels, w.joined, kernel.Padded(n))
}

// bestLabel returns the best relation of token i; "root" is for roots alone.
func (w *Workspace) bestLabel(i int, root bool) int {
	if root {
		return w.model.rootLabel
	}
	scores := w.labels[i*w.model.label.Stride:][:len(w.model.Header.Deprels)]
	scores[w.model.rootLabel] = lowest
	return largest(scores)
}

func largest(scores []float32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}

// word returns tags, lemma and features of token i of the batch.
func (w *Workspace) word(i int) Word {
	d := w.model.Header.Dims
	class := largest(w.heads[i*w.model.heads.Stride+2*d.Arc+2*d.Relation:][:len(w.model.Header.Tags)])
	tag := &w.model.Header.Tags[class]
	lemma, feats := w.reading(w.tokens[i], class)
	return Word{UPOS: tag.UPOS, XPOS: tag.XPOS, Feats: feats, Lemma: lemma}
}

// labelSentence finds the names of one sentence.
func (w *Workspace) labelSentence(start, end int) {
	d, stride := w.model.Header.Dims, w.model.heads.Stride
	at := 2*d.Arc + 2*d.Relation + len(w.model.Header.Tags)
	w.names = w.names[:0]
	if start < end {
		w.names = w.findNames(w.names, w.heads[start*stride+at:], stride, end-start)
	}
}
