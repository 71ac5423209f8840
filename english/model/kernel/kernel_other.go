//go:build !amd64

package kernel

func multiplyTile(y, x, panel, bias []float32, inputs, stride int) {
	multiplyTilePlain(y, x, panel, bias, inputs, stride)
}

func step(h, c, u, x, v, forgetBias, resetBias []float32) {
	stepPlain(h, c, u, x, v, forgetBias, resetBias)
}

func addRow(y []float32, row []int8, scale float32) { addRowPlain(y, row, scale) }

func sum(y, a, b []float32) { sumPlain(y, a, b) }
