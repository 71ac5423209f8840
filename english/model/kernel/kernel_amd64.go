package kernel

import "golang.org/x/sys/cpu"

// instructions names a set that the kernels are written for.
type instructions uint8

const (
	plain instructions = iota
	avx2
	avx512
)

// level is the best set that this processor has.
var level = detect()

func detect() instructions {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return avx512
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return avx2
	}
	return plain
}

// multiplyTile512 computes 12 rows by 32 columns; strides are in bytes.
//
//go:noescape
func multiplyTile512(y, x, panel, bias *float32, inputs, xStride, yStride int)

// multiplyTile256 computes 6 rows by 16 columns of a panel of 32.
//
//go:noescape
func multiplyTile256(y, x, panel, bias *float32, inputs, xStride, yStride int)

//go:noescape
func step256(h, c, u, x, v, forgetBias, resetBias *float32, lanes int)

//go:noescape
func addRow256(y *float32, row *int8, scale float32, n int)

//go:noescape
func sum256(y, a, b *float32, n int)

func multiplyTile(y, x, panel, bias []float32, inputs, stride int) {
	switch level {
	case avx512:
		multiplyTile512(&y[0], &x[0], &panel[0], &bias[0], inputs, inputs*4, stride*4)
	case avx2:
		for row := 0; row < Tile; row += 6 {
			in, out := x[row*inputs:], y[row*stride:]
			multiplyTile256(&out[0], &in[0], &panel[0], &bias[0], inputs, inputs*4, stride*4)
			multiplyTile256(&out[16], &in[0], &panel[16], &bias[16], inputs, inputs*4, stride*4)
		}
	default:
		multiplyTilePlain(y, x, panel, bias, inputs, stride)
	}
}

func step(h, c, u, x, v, forgetBias, resetBias []float32) {
	if level == plain {
		stepPlain(h, c, u, x, v, forgetBias, resetBias)
		return
	}
	step256(&h[0], &c[0], &u[0], &x[0], &v[0], &forgetBias[0], &resetBias[0], len(v))
}

func addRow(y []float32, row []int8, scale float32) {
	if level == plain {
		addRowPlain(y, row, scale)
		return
	}
	addRow256(&y[0], &row[0], scale, len(y))
}

func sum(y, a, b []float32) {
	if level == plain {
		sumPlain(y, a, b)
		return
	}
	sum256(&y[0], &a[0], &b[0], len(y))
}
