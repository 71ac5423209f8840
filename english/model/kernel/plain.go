package kernel

import "math"

// multiplyTilePlain is the product of Tile rows of x with one panel, in blocks
// of 2 by 4 that stay in registers.
func multiplyTilePlain(y, x, panel, bias []float32, inputs, stride int) {
	for row := 0; row < Tile; row += 2 {
		for column := 0; column < panelWidth; column += 4 {
			multiplyBlock(y[row*stride+column:], x[row*inputs:], panel[column:], bias[column:], inputs, stride)
		}
	}
}

func multiplyBlock(y, x, panel, bias []float32, inputs, stride int) {
	first, second := x[:inputs], x[inputs:][:inputs]
	s0, s1, s2, s3 := bias[0], bias[1], bias[2], bias[3]
	t0, t1, t2, t3 := s0, s1, s2, s3
	for k, a := range first {
		w := panel[k*panelWidth:][:4:4]
		b := second[k]
		s0 += a * w[0]
		t0 += b * w[0]
		s1 += a * w[1]
		t1 += b * w[1]
		s2 += a * w[2]
		t2 += b * w[2]
		s3 += a * w[3]
		t3 += b * w[3]
	}
	y[0], y[1], y[2], y[3] = s0, s1, s2, s3
	y = y[stride:]
	y[0], y[1], y[2], y[3] = t0, t1, t2, t3
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

func sumPlain(y, a, b []float32) {
	for i := range y {
		y[i] = a[i] + b[i]
	}
}
