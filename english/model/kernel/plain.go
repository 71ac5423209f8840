package kernel

import "math"

// multiplyTilePlain is the product of Tile rows of x with one panel, in blocks
// of 4 by 4 that stay in registers.
func multiplyTilePlain(y, x, panel, bias []float32, inputs, stride int) {
	for row := 0; row < Tile; row += 4 {
		for column := 0; column < panelWidth; column += 4 {
			multiplyBlock(y[row*stride+column:], x[row*inputs:], panel[column:], bias[column:], inputs, stride)
		}
	}
}

func multiplyBlock(y, x, panel, bias []float32, inputs, stride int) {
	x0, x1, x2, x3 := x[:inputs], x[inputs:][:inputs], x[2*inputs:][:inputs], x[3*inputs:][:inputs]
	b0, b1, b2, b3 := bias[0], bias[1], bias[2], bias[3]
	s00, s01, s02, s03 := b0, b1, b2, b3
	s10, s11, s12, s13 := b0, b1, b2, b3
	s20, s21, s22, s23 := b0, b1, b2, b3
	s30, s31, s32, s33 := b0, b1, b2, b3
	for k, a := range x0 {
		w := panel[k*panelWidth:][:4:4]
		w0, w1, w2, w3 := w[0], w[1], w[2], w[3]
		s00, s01, s02, s03 = s00+a*w0, s01+a*w1, s02+a*w2, s03+a*w3
		a = x1[k]
		s10, s11, s12, s13 = s10+a*w0, s11+a*w1, s12+a*w2, s13+a*w3
		a = x2[k]
		s20, s21, s22, s23 = s20+a*w0, s21+a*w1, s22+a*w2, s23+a*w3
		a = x3[k]
		s30, s31, s32, s33 = s30+a*w0, s31+a*w1, s32+a*w2, s33+a*w3
	}
	copy(y, []float32{s00, s01, s02, s03})
	copy(y[stride:], []float32{s10, s11, s12, s13})
	copy(y[2*stride:], []float32{s20, s21, s22, s23})
	copy(y[3*stride:], []float32{s30, s31, s32, s33})
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
