package kernel

import (
	"math/rand/v2"
	"testing"
)

// TestInstructionSetsAgree runs each set that this processor has.
func TestInstructionSetsAgree(t *testing.T) {
	best := level
	t.Cleanup(func() { level = best })
	r := rand.New(rand.NewPCG(11, 12))
	m := NewMatrix(192, 100, numbers(r, 192*100, 1), numbers(r, 100, 1))
	x := numbers(r, 24*192, 1)
	results := map[instructions][]float32{}
	for set := plain; set <= best; set++ {
		level = set
		results[set] = make([]float32, 24*m.Stride)
		m.Multiply(results[set], x, 24)
	}
	for set := avx2; set <= best; set++ {
		if d := largestDifference(results[set], results[plain]); d > tolerance {
			t.Errorf("set %d differs from plain Go by %g", set, d)
		}
	}
	if best == avx512 {
		if d := largestDifference(results[avx512], results[avx2]); d != 0 {
			t.Errorf("AVX-512 differs from AVX2 by %g", d)
		}
	}
}

func BenchmarkMultiplySets(b *testing.B) {
	best := level
	b.Cleanup(func() { level = best })
	for set, name := range []string{"plain", "avx2", "avx512"} {
		if instructions(set) > best {
			continue
		}
		level = instructions(set)
		b.Run(name, BenchmarkMultiply)
	}
}
