package kernel

import "math"

// multiplyTilePlain is the product of Tile rows of x with one panel.
func multiplyTilePlain(y, x, panel, bias []float32, inputs, stride int) {
	for row := range Tile {
		in := x[row*inputs:][:inputs]
		var sums [panelWidth]float32
		copy(sums[:], bias)
		for k, a := range in {
			weights := panel[k*panelWidth:][:panelWidth]
			for j, w := range weights {
				sums[j] += a * w
			}
		}
		copy(y[row*stride:], sums[:])
	}
}

func stepPlain(h, c, u, x, v, forgetBias, resetBias []float32) {
	n := len(v)
	z, f, r := u[:n], u[n:2*n], u[2*n:3*n]
	for i := range n {
		forget := sigmoid(f[i] + v[i]*c[i] + forgetBias[i])
		c[i] = z[i] + forget*(c[i]-z[i])
		reset := sigmoid(r[i] + resetBias[i])
		h[i] = x[i] + reset*(c[i]-x[i])
	}
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

func addRowPlain(y []float32, row []int8, scale float32) {
	for i := range y {
		y[i] += scale * float32(row[i])
	}
}
