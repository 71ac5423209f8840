package kernel

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

const tolerance = 2e-5

func numbers(r *rand.Rand, n int, spread float32) []float32 {
	s := make([]float32, n)
	for i := range s {
		s[i] = (r.Float32()*2 - 1) * spread
	}
	return s
}

func largestDifference(a, b []float32) float64 {
	worst := 0.0
	for i := range a {
		worst = max(worst, math.Abs(float64(a[i]-b[i]))/(1+math.Abs(float64(b[i]))))
	}
	return worst
}

func TestMultiplyAgreesWithTheDefinition(t *testing.T) {
	for _, shape := range [][3]int{{12, 1, 1}, {12, 7, 33}, {24, 64, 64}, {36, 192, 576}, {132, 96, 50}} {
		t.Run(fmt.Sprint(shape), func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			rows, inputs, outputs := shape[0], shape[1], shape[2]
			x, w, b := numbers(r, rows*inputs, 1), numbers(r, inputs*outputs, 1), numbers(r, outputs, 1)
			m := NewMatrix(inputs, outputs, w, b)
			y := make([]float32, rows*m.Stride)
			m.Multiply(y, x, rows)
			for i := range rows {
				for j := range outputs {
					want := float64(b[j])
					for k := range inputs {
						want += float64(x[i*inputs+k]) * float64(w[k*outputs+j])
					}
					if got := float64(y[i*m.Stride+j]); math.Abs(got-want) > tolerance*(1+math.Abs(want))*4 {
						t.Fatalf("row %d, column %d: %g, want %g", i, j, got, want)
					}
				}
			}
		})
	}
}

func TestRowsDoNotDependOnEachOther(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	m := NewMatrix(48, 40, numbers(r, 48*40, 1), nil)
	x := numbers(r, 24*48, 1)
	copy(x[17*48:18*48], x[:48])
	y := make([]float32, 24*m.Stride)
	m.Multiply(y, x, 24)
	if d := largestDifference(y[:40], y[17*m.Stride:][:40]); d != 0 {
		t.Errorf("the same row in another place differs by %g", d)
	}
}

func TestSetColumnPacksLikeNewMatrix(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 9))
	w, b := numbers(r, 5*40, 1), numbers(r, 40, 1)
	whole := NewMatrix(5, 40, w, b)
	var byColumn Matrix
	byColumn.Resize(5, 40)
	column := make([]float32, 5)
	for j := range 40 {
		for i := range column {
			column[i] = w[i*40+j]
		}
		byColumn.SetColumn(j, column, b[j])
	}
	if largestDifference(whole.panels, byColumn.panels) != 0 || largestDifference(whole.bias, byColumn.bias) != 0 {
		t.Error("the two ways to fill a matrix differ")
	}
}

func TestStepAgreesWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, n := range []int{8, 96, 128} {
		cell := Cell{V: numbers(r, n, 2), ForgetBias: numbers(r, n, 2), ResetBias: numbers(r, n, 2)}
		c := numbers(r, n, 3)
		plainC := append([]float32(nil), c...)
		h, plainH := make([]float32, n), make([]float32, n)
		for round := range 50 {
			u, x := numbers(r, 3*n, float32(round)/5), numbers(r, n, 2)
			cell.Step(h, c, u, x)
			stepPlain(plainH, plainC, u, x, cell.V, cell.ForgetBias, cell.ResetBias)
			if d := max(largestDifference(h, plainH), largestDifference(c, plainC)); d > tolerance {
				t.Fatalf("%d lanes, round %d: differs by %g", n, round, d)
			}
		}
	}
}

func TestAddRowAgreesWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	row := make([]int8, 192)
	for i := range row {
		row[i] = int8(r.IntN(256) - 128)
	}
	y := numbers(r, 192, 1)
	want := append([]float32(nil), y...)
	AddRow(y, row, 0.037)
	addRowPlain(want, row, 0.037)
	if d := largestDifference(y, want); d > tolerance {
		t.Errorf("differs by %g", d)
	}
}

func TestSumAgreesWithPlainGo(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	a, b := numbers(r, 576, 1), numbers(r, 576, 1)
	y, want := make([]float32, 576), make([]float32, 576)
	Sum(y, a, b)
	sumPlain(want, a, b)
	if d := largestDifference(y, want); d != 0 {
		t.Errorf("differs by %g", d)
	}
}

func BenchmarkMultiply(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	m := NewMatrix(192, 576, numbers(r, 192*576, 1), nil)
	x, y := numbers(r, 120*192, 1), make([]float32, 120*m.Stride)
	for b.Loop() {
		m.Multiply(y, x, 120)
	}
	flops := 2 * 120 * 192 * 576 * float64(b.N)
	b.ReportMetric(flops/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}

func BenchmarkStep(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	n := 96
	cell := Cell{V: numbers(r, n, 1), ForgetBias: numbers(r, n, 1), ResetBias: numbers(r, n, 1)}
	c, h, u, x := numbers(r, n, 1), numbers(r, n, 1), numbers(r, 3*n, 1), numbers(r, n, 1)
	for b.Loop() {
		cell.Step(h, c, u, x)
	}
}
