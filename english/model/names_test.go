package model

import (
	"math/rand/v2"
	"reflect"
	"testing"
)

var bilou = []string{"O", "B-PER", "I-PER", "L-PER", "U-PER", "B-ORG", "I-ORG", "L-ORG", "U-ORG"}

func follows(before, after string) bool {
	open := before[0] == 'B' || before[0] == 'I'
	goesOn := after[0] == 'I' || after[0] == 'L'
	if open != goesOn {
		return false
	}
	return !open || before[2:] == after[2:]
}

// bestPath tries every sequence of classes that BILOU allows.
func bestPath(logits []float32, n int) float32 {
	best := float32(lowest)
	var try func(i int, before string, sum float32)
	try = func(i int, before string, sum float32) {
		if i == n {
			if follows(before, "O") {
				best = max(best, sum)
			}
			return
		}
		for c, class := range bilou {
			if follows(before, class) {
				try(i+1, class, sum+logits[i*len(bilou)+c])
			}
		}
	}
	try(0, "O", 0)
	return best
}

func scoreOf(names []Name, logits []float32, n int) float32 {
	classes := make([]string, n)
	for i := range classes {
		classes[i] = "O"
	}
	for _, name := range names {
		for i := name.First; i < name.Last; i++ {
			classes[i] = "I-" + name.Type
		}
		classes[name.First], classes[name.Last-1] = "B-"+name.Type, "L-"+name.Type
		if name.Last == name.First+1 {
			classes[name.First] = "U-" + name.Type
		}
	}
	var sum float32
	for i, class := range classes {
		sum += logits[i*len(bilou)+index(bilou, class)]
	}
	return sum
}

func TestNamesFollowTheBestPath(t *testing.T) {
	t.Parallel()
	w := &Workspace{model: &Model{labels: newLabelling(bilou)}}
	r := rand.New(rand.NewPCG(4, 4))
	for round := range 200 {
		n := 1 + round%5
		logits := make([]float32, n*len(bilou))
		for i := range logits {
			logits[i] = r.Float32()
		}
		names := w.findNames(nil, logits, len(bilou), n)
		if got, want := scoreOf(names, logits, n), bestPath(logits, n); want-got > 1e-4 {
			t.Fatalf("%d tokens: names %v score %g, best is %g", n, names, got, want)
		}
	}
}

func TestNamesOfTwoTypesSideBySide(t *testing.T) {
	t.Parallel()
	w := &Workspace{model: &Model{labels: newLabelling(bilou)}}
	logits := make([]float32, 5*len(bilou))
	for i, class := range []string{"B-PER", "L-PER", "O", "U-ORG", "U-PER"} {
		logits[i*len(bilou)+index(bilou, class)] = 1
	}
	want := []Name{{0, 2, "PER"}, {3, 4, "ORG"}, {4, 5, "PER"}}
	if got := w.findNames(nil, logits, len(bilou), 5); !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
