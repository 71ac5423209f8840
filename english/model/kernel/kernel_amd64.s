#include "textflag.h"

// One row of the AVX-512 tile: broadcast x and add its products.
#define ROW512(address, low, high) \
	VBROADCASTSS address, Z26 \
	VFMADD231PS  Z24, Z26, low \
	VFMADD231PS  Z25, Z26, high

// func multiplyTile512(y, x, panel, bias *float32, inputs, xStride, yStride int)
TEXT ·multiplyTile512(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ panel+16(FP), BX
	MOVQ bias+24(FP), DX
	MOVQ inputs+32(FP), CX
	MOVQ xStride+40(FP), R8
	MOVQ yStride+48(FP), R9

	// rows 0, 3, 6 and 9 of x
	LEAQ (R8)(R8*2), R13
	LEAQ (SI)(R13*1), R10
	LEAQ (R10)(R13*1), R11
	LEAQ (R11)(R13*1), R12

	VMOVUPS (DX), Z0
	VMOVUPS 64(DX), Z1
	VMOVAPS Z0, Z2
	VMOVAPS Z1, Z3
	VMOVAPS Z0, Z4
	VMOVAPS Z1, Z5
	VMOVAPS Z0, Z6
	VMOVAPS Z1, Z7
	VMOVAPS Z0, Z8
	VMOVAPS Z1, Z9
	VMOVAPS Z0, Z10
	VMOVAPS Z1, Z11
	VMOVAPS Z0, Z12
	VMOVAPS Z1, Z13
	VMOVAPS Z0, Z14
	VMOVAPS Z1, Z15
	VMOVAPS Z0, Z16
	VMOVAPS Z1, Z17
	VMOVAPS Z0, Z18
	VMOVAPS Z1, Z19
	VMOVAPS Z0, Z20
	VMOVAPS Z1, Z21
	VMOVAPS Z0, Z22
	VMOVAPS Z1, Z23

loop512:
	VMOVUPS (BX), Z24
	VMOVUPS 64(BX), Z25
	ROW512((SI), Z0, Z1)
	ROW512((SI)(R8*1), Z2, Z3)
	ROW512((SI)(R8*2), Z4, Z5)
	ROW512((R10), Z6, Z7)
	ROW512((R10)(R8*1), Z8, Z9)
	ROW512((R10)(R8*2), Z10, Z11)
	ROW512((R11), Z12, Z13)
	ROW512((R11)(R8*1), Z14, Z15)
	ROW512((R11)(R8*2), Z16, Z17)
	ROW512((R12), Z18, Z19)
	ROW512((R12)(R8*1), Z20, Z21)
	ROW512((R12)(R8*2), Z22, Z23)
	ADDQ $128, BX
	ADDQ $4, SI
	ADDQ $4, R10
	ADDQ $4, R11
	ADDQ $4, R12
	DECQ CX
	JNZ  loop512

	VMOVUPS Z0, (DI)
	VMOVUPS Z1, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z2, (DI)
	VMOVUPS Z3, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z4, (DI)
	VMOVUPS Z5, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z6, (DI)
	VMOVUPS Z7, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z8, (DI)
	VMOVUPS Z9, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z10, (DI)
	VMOVUPS Z11, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z12, (DI)
	VMOVUPS Z13, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z14, (DI)
	VMOVUPS Z15, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z16, (DI)
	VMOVUPS Z17, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z18, (DI)
	VMOVUPS Z19, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z20, (DI)
	VMOVUPS Z21, 64(DI)
	ADDQ    R9, DI
	VMOVUPS Z22, (DI)
	VMOVUPS Z23, 64(DI)
	VZEROUPPER
	RET

// One row of the AVX2 tile.
#define ROW256(address, low, high) \
	VBROADCASTSS address, Y14 \
	VFMADD231PS  Y12, Y14, low \
	VFMADD231PS  Y13, Y14, high

// func multiplyTile256(y, x, panel, bias *float32, inputs, xStride, yStride int)
TEXT ·multiplyTile256(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ panel+16(FP), BX
	MOVQ bias+24(FP), DX
	MOVQ inputs+32(FP), CX
	MOVQ xStride+40(FP), R8
	MOVQ yStride+48(FP), R9

	// rows 0 and 3 of x
	LEAQ (R8)(R8*2), R13
	LEAQ (SI)(R13*1), R10

	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVAPS Y0, Y2
	VMOVAPS Y1, Y3
	VMOVAPS Y0, Y4
	VMOVAPS Y1, Y5
	VMOVAPS Y0, Y6
	VMOVAPS Y1, Y7
	VMOVAPS Y0, Y8
	VMOVAPS Y1, Y9
	VMOVAPS Y0, Y10
	VMOVAPS Y1, Y11

loop256:
	VMOVUPS (BX), Y12
	VMOVUPS 32(BX), Y13
	ROW256((SI), Y0, Y1)
	ROW256((SI)(R8*1), Y2, Y3)
	ROW256((SI)(R8*2), Y4, Y5)
	ROW256((R10), Y6, Y7)
	ROW256((R10)(R8*1), Y8, Y9)
	ROW256((R10)(R8*2), Y10, Y11)
	ADDQ $128, BX
	ADDQ $4, SI
	ADDQ $4, R10
	DECQ CX
	JNZ  loop256

	VMOVUPS Y0, (DI)
	VMOVUPS Y1, 32(DI)
	ADDQ    R9, DI
	VMOVUPS Y2, (DI)
	VMOVUPS Y3, 32(DI)
	ADDQ    R9, DI
	VMOVUPS Y4, (DI)
	VMOVUPS Y5, 32(DI)
	ADDQ    R9, DI
	VMOVUPS Y6, (DI)
	VMOVUPS Y7, 32(DI)
	ADDQ    R9, DI
	VMOVUPS Y8, (DI)
	VMOVUPS Y9, 32(DI)
	ADDQ    R9, DI
	VMOVUPS Y10, (DI)
	VMOVUPS Y11, 32(DI)
	VZEROUPPER
	RET

// Constants of the exponential (Cephes expf): exp(x) = 2^n * p(x - n ln 2).
DATA expConstants<>+0(SB)/4, $0x3fb8aa3b  // log2(e)
DATA expConstants<>+4(SB)/4, $0x3f318000  // ln 2, high part
DATA expConstants<>+8(SB)/4, $0xb95e8083  // ln 2, low part
DATA expConstants<>+12(SB)/4, $0x39506967 // p5
DATA expConstants<>+16(SB)/4, $0x3ab743ce // p4
DATA expConstants<>+20(SB)/4, $0x3c088908 // p3
DATA expConstants<>+24(SB)/4, $0x3d2aa9c1 // p2
DATA expConstants<>+28(SB)/4, $0x3e2aaaaa // p1
DATA expConstants<>+32(SB)/4, $0x3f000000 // 0.5
DATA expConstants<>+36(SB)/4, $0x3f800000 // 1
DATA expConstants<>+40(SB)/4, $0x42ae0000 // 87
DATA expConstants<>+44(SB)/4, $0xc2ae0000 // -87
DATA expConstants<>+48(SB)/4, $0x80000000 // sign
GLOBL expConstants<>(SB), RODATA|NOPTR, $52

// SIGMOID replaces in by 1/(1+exp(-in)) and clobbers a, b and d; Y15 holds 1,
// Y14 log2(e), Y13 the sign bit.
#define SIGMOID(in, a, b, d) \
	VXORPS       Y13, in, in \
	VBROADCASTSS expConstants<>+40(SB), a \
	VMINPS       a, in, in \
	VBROADCASTSS expConstants<>+44(SB), a \
	VMAXPS       a, in, in \
	VMULPS       Y14, in, a \
	VROUNDPS     $8, a, a \
	VBROADCASTSS expConstants<>+4(SB), b \
	VFNMADD231PS b, a, in \
	VBROADCASTSS expConstants<>+8(SB), b \
	VFNMADD231PS b, a, in \
	VCVTPS2DQ    a, a \
	VPSLLD       $23, a, a \
	VBROADCASTSS expConstants<>+12(SB), b \
	VBROADCASTSS expConstants<>+16(SB), d \
	VFMADD213PS  d, in, b \
	VBROADCASTSS expConstants<>+20(SB), d \
	VFMADD213PS  d, in, b \
	VBROADCASTSS expConstants<>+24(SB), d \
	VFMADD213PS  d, in, b \
	VBROADCASTSS expConstants<>+28(SB), d \
	VFMADD213PS  d, in, b \
	VBROADCASTSS expConstants<>+32(SB), d \
	VFMADD213PS  d, in, b \
	VMULPS       in, in, d \
	VFMADD213PS  in, d, b \
	VADDPS       Y15, b, b \
	VPADDD       a, b, b \
	VADDPS       Y15, b, b \
	VDIVPS       b, Y15, in

// func step256(h, c, u, x, v, forgetBias, resetBias *float32, lanes int)
TEXT ·step256(SB), NOSPLIT, $0-64
	MOVQ h+0(FP), DI
	MOVQ c+8(FP), SI
	MOVQ u+16(FP), BX
	MOVQ x+24(FP), DX
	MOVQ v+32(FP), R8
	MOVQ forgetBias+40(FP), R9
	MOVQ resetBias+48(FP), R10
	MOVQ lanes+56(FP), CX
	LEAQ (BX)(CX*4), R11  // f
	LEAQ (R11)(CX*4), R12 // r
	SHRQ $3, CX
	VBROADCASTSS expConstants<>+36(SB), Y15
	VBROADCASTSS expConstants<>+0(SB), Y14
	VBROADCASTSS expConstants<>+48(SB), Y13

lanes8:
	VMOVUPS     (SI), Y0
	VMOVUPS     (R11), Y1
	VADDPS      (R9), Y1, Y1
	VFMADD231PS (R8), Y0, Y1
	SIGMOID(Y1, Y4, Y5, Y6)
	VMOVUPS     (BX), Y2
	VSUBPS      Y2, Y0, Y0
	VFMADD213PS Y2, Y1, Y0
	VMOVUPS     Y0, (SI)
	VMOVUPS     (R12), Y3
	VADDPS      (R10), Y3, Y3
	SIGMOID(Y3, Y7, Y8, Y9)
	VMOVUPS     (DX), Y2
	VSUBPS      Y2, Y0, Y0
	VFMADD213PS Y2, Y3, Y0
	VMOVUPS     Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, DI
	ADDQ $32, BX
	ADDQ $32, DX
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $32, R10
	ADDQ $32, R11
	ADDQ $32, R12
	DECQ CX
	JNZ  lanes8
	VZEROUPPER
	RET

// func addRow256(y *float32, row *int8, scale float32, n int)
TEXT ·addRow256(SB), NOSPLIT, $0-32
	MOVQ y+0(FP), DI
	MOVQ row+8(FP), SI
	VBROADCASTSS scale+16(FP), Y15
	MOVQ n+24(FP), CX
	SHRQ $3, CX

row8:
	VPMOVSXBD   (SI), Y0
	VCVTDQ2PS   Y0, Y0
	VMOVUPS     (DI), Y1
	VFMADD231PS Y15, Y0, Y1
	VMOVUPS     Y1, (DI)
	ADDQ $8, SI
	ADDQ $32, DI
	DECQ CX
	JNZ  row8
	VZEROUPPER
	RET

// func sum256(y, a, b *float32, n int)
TEXT ·sum256(SB), NOSPLIT, $0-32
	MOVQ y+0(FP), DI
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), BX
	MOVQ n+24(FP), CX
	SHRQ $3, CX

sum8:
	VMOVUPS (SI), Y0
	VADDPS  (BX), Y0, Y0
	VMOVUPS Y0, (DI)
	ADDQ $32, SI
	ADDQ $32, BX
	ADDQ $32, DI
	DECQ CX
	JNZ  sum8
	VZEROUPPER
	RET
