package model

import "strings"

// labelling knows the classes of the name head: BILOU tags of each type.
type labelling struct {
	types         []string // PER, ORG, LOC, MISC
	outside       int
	begin, inside []int // class of B-, I-, L- and U- for each type
	last, unit    []int
}

func newLabelling(classes []string) labelling {
	l := labelling{outside: index(classes, "O")}
	for _, class := range classes {
		if kind, ok := strings.CutPrefix(class, "U-"); ok {
			l.types = append(l.types, kind)
			l.unit = append(l.unit, index(classes, class))
			l.begin = append(l.begin, index(classes, "B-"+kind))
			l.inside = append(l.inside, index(classes, "I-"+kind))
			l.last = append(l.last, index(classes, "L-"+kind))
		}
	}
	return l
}

// Name is a name found in a sentence: tokens First to Last, exclusive.
type Name struct {
	First, Last int
	Type        string // PER, ORG, LOC or MISC
}

// nameStep is a step of the best path: the best score of being outside all
// names after a token, and of being inside one of each type, with where each
// came from.
type nameStep struct {
	closed     float32
	closedBy   int8 // -1: outside; t: a unit of type t; types+t: the last token of type t
	open       [maxNameTypes]float32
	openInside [maxNameTypes]bool // true: goes on with a name; false: begins one
}

const maxNameTypes = 8

// findNames appends the names on the best path through the logits of one
// sentence, n rows at the given stride, under the constraints of BILOU.
func (w *Workspace) findNames(found []Name, logits []float32, stride, n int) []Name {
	l := &w.model.labels
	steps := w.steps[:0]
	before := nameStep{}
	for t := range before.open {
		before.open[t] = lowest
	}
	for i := range n {
		before = l.step(&before, logits[i*stride:])
		steps = append(steps, before)
	}
	w.steps = steps
	return l.trace(found, steps)
}

const lowest = -1e30

func (l *labelling) step(before *nameStep, logits []float32) nameStep {
	s := nameStep{closed: before.closed + logits[l.outside], closedBy: -1}
	for t := range l.types {
		if unit := before.closed + logits[l.unit[t]]; unit > s.closed {
			s.closed, s.closedBy = unit, int8(t)
		}
		if last := before.open[t] + logits[l.last[t]]; last > s.closed {
			s.closed, s.closedBy = last, int8(len(l.types)+t)
		}
		begin, inside := before.closed+logits[l.begin[t]], before.open[t]+logits[l.inside[t]]
		s.open[t], s.openInside[t] = begin, false
		if inside > begin {
			s.open[t], s.openInside[t] = inside, true
		}
	}
	return s
}

// trace walks the path back from its end, where no name may be open.
func (l *labelling) trace(found []Name, steps []nameStep) []Name {
	first := len(found)
	for i := len(steps) - 1; i >= 0; i-- {
		by := int(steps[i].closedBy)
		switch {
		case by >= len(l.types):
			t := by - len(l.types)
			end := i + 1
			for i--; steps[i].openInside[t]; i-- {
			}
			found = append(found, Name{First: i, Last: end, Type: l.types[t]})
		case by >= 0:
			found = append(found, Name{First: i, Last: i + 1, Type: l.types[by]})
		}
	}
	for a, b := first, len(found)-1; a < b; a, b = a+1, b-1 {
		found[a], found[b] = found[b], found[a]
	}
	return found
}
