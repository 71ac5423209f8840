// Package kernel holds the arithmetic of the English model: dense matrix
// products, the cell of a simple recurrent unit and sums of quantised rows.
//
// On amd64 the inner loops are assembly for AVX2 with FMA or AVX-512, chosen
// once when the program starts; everywhere else plain Go. Both assembly
// versions add in the same order and give the same bits; plain Go differs from
// them by rounding only.
package kernel

// Tile is the number of rows that a product handles at a time: inputs and
// outputs of Multiply hold a multiple of Tile rows.
const Tile = 12

// panelWidth is the number of columns packed side by side.
const panelWidth = 32

// Padded returns n rounded up to a multiple of Tile.
func Padded(n int) int { return (n + Tile - 1) / Tile * Tile }

// Matrix is a matrix packed for products from the left.
type Matrix struct {
	Inputs, Outputs int
	Stride          int       // Outputs rounded up to the width of a panel: the length of an output row
	panels          []float32 // [Stride/panelWidth][Inputs][panelWidth]
	bias            []float32 // [Stride]
}

// NewMatrix packs a row-major matrix [inputs][outputs] and a bias, which may be nil.
func NewMatrix(inputs, outputs int, weights, bias []float32) *Matrix {
	m := &Matrix{}
	m.Resize(inputs, outputs)
	copy(m.bias, bias)
	for row := range inputs {
		for column, w := range weights[row*outputs : (row+1)*outputs] {
			m.Set(row, column, w)
		}
	}
	return m
}

// Resize makes m a zero matrix of the given shape, keeping its memory where
// that is large enough.
func (m *Matrix) Resize(inputs, outputs int) {
	m.Inputs, m.Outputs = inputs, outputs
	m.Stride = (outputs + panelWidth - 1) / panelWidth * panelWidth
	m.panels = zeroed(m.panels, inputs*m.Stride)
	m.bias = zeroed(m.bias, m.Stride)
}

func zeroed(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// Set writes one weight.
func (m *Matrix) Set(row, column int, w float32) {
	m.panels[(column/panelWidth*m.Inputs+row)*panelWidth+column%panelWidth] = w
}

// SetColumn writes the weights of one output, and its bias.
func (m *Matrix) SetColumn(column int, weights []float32, bias float32) {
	at := column/panelWidth*m.Inputs*panelWidth + column%panelWidth
	for _, w := range weights[:m.Inputs] {
		m.panels[at] = w
		at += panelWidth
	}
	m.bias[column] = bias
}

// Multiply writes x·m + bias into y. x holds rows*Inputs and y rows*Stride
// values, where rows is a multiple of Tile. Each row of y depends on its own
// row of x alone, whatever stands in the others.
func (m *Matrix) Multiply(y, x []float32, rows int) {
	if rows%Tile != 0 || len(x) < rows*m.Inputs || len(y) < rows*m.Stride {
		panic("kernel: product of mismatched shapes")
	}
	if rows == 0 || m.Inputs == 0 {
		return
	}
	for column := 0; column < m.Stride; column += panelWidth {
		panel := m.panels[column*m.Inputs:][:m.Inputs*panelWidth]
		bias := m.bias[column:][:panelWidth]
		for row := 0; row < rows; row += Tile {
			multiplyTile(y[row*m.Stride+column:], x[row*m.Inputs:], panel, bias, m.Inputs, m.Stride)
		}
	}
}

// Cell holds the weights of one direction of a simple recurrent unit
// (Lei et al. 2018), one value per lane.
type Cell struct{ V, ForgetBias, ResetBias []float32 }

// Step advances the unit by one token: u holds the projections z, f and r one
// after the other, x the input that is passed by. It updates the state c and
// writes the output h. All have a multiple of 8 lanes.
//
//	f = sigmoid(u_f + v*c + bf);  c = f*c + (1-f)*u_z
//	r = sigmoid(u_r + br);        h = r*c + (1-r)*x
func (k *Cell) Step(h, c, u, x []float32) {
	n := len(k.V)
	if n%8 != 0 || len(k.ForgetBias) != n || len(k.ResetBias) != n || len(h) < n || len(c) < n || len(u) < 3*n || len(x) < n {
		panic("kernel: recurrent step of mismatched shapes")
	}
	step(h, c, u, x, k.V, k.ForgetBias, k.ResetBias)
}

// AddRow adds scale times a quantised row to y, which has a multiple of 8 values.
func AddRow(y []float32, row []int8, scale float32) {
	if len(row) < len(y) || len(y)%8 != 0 {
		panic("kernel: sum of mismatched rows")
	}
	if len(y) > 0 {
		addRow(y, row, scale)
	}
}

// Sum writes a + b into y; all have the same length, a multiple of 8.
func Sum(y, a, b []float32) {
	if len(a) != len(y) || len(b) != len(y) || len(y)%8 != 0 {
		panic("kernel: sum of mismatched vectors")
	}
	if len(y) > 0 {
		sum(y, a, b)
	}
}
