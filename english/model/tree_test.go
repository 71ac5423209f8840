package model

import (
	"math/rand/v2"
	"testing"
)

// bestByTrying returns the score of the best single-root tree over n tokens.
func bestByTrying(a *arborescence, n int) float32 {
	heads := make([]int, n+1)
	best := float32(2 * lowest)
	var try func(d int, sum float32)
	try = func(d int, sum float32) {
		if d > n {
			if isSingleRootTree(heads) {
				best = max(best, sum)
			}
			return
		}
		for h := range n + 1 {
			if h != d {
				heads[d] = h
				try(d+1, sum+a.row(d)[h])
			}
		}
	}
	try(1, 0)
	return best
}

func isSingleRootTree(heads []int) bool {
	roots := 0
	for d := 1; d < len(heads); d++ {
		if heads[d] == 0 {
			roots++
		}
		v := d
		for steps := 0; v != 0; steps++ {
			if steps > len(heads) {
				return false
			}
			v = heads[v]
		}
	}
	return roots == 1
}

func TestTreeIsTheBestWithOneRoot(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 1))
	var a arborescence
	for round := range 400 {
		n := 1 + round%6
		a.resize(n)
		for i := range a.scores {
			a.scores[i] = r.Float32() * 10
		}
		if round%2 == 0 { // tempt the greedy choice into many roots
			for d := 1; d <= n; d++ {
				a.row(d)[0] += 5
			}
		}
		want := bestByTrying(&a, n)
		kept := append([]float32(nil), a.scores...)
		a.solve()
		if !isSingleRootTree(a.heads) {
			t.Fatalf("%d tokens: heads %v make no tree with one root", n, a.heads)
		}
		var got float32
		for d := 1; d <= n; d++ {
			got += kept[d*(n+1)+a.heads[d]]
		}
		if diff := want - got; diff > 1e-3 {
			t.Fatalf("%d tokens: tree of %g, best is %g", n, got, want)
		}
	}
}

func TestTreeOfALongSentence(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(2, 2))
	var a arborescence
	a.resize(SentenceLimit)
	for i := range a.scores {
		a.scores[i] = r.Float32()
	}
	a.solve()
	if !isSingleRootTree(a.heads) {
		t.Error("no tree with one root")
	}
}
