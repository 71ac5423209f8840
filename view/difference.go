package view

import "strings"

// Piece is a stretch of text of one version or both.
type Piece struct {
	Text string
	Kind PieceKind
}

// PieceKind tells whether a piece stands in both versions, or in one only.
type PieceKind string

const (
	Same  PieceKind = "same"
	Gone  PieceKind = "gone"
	Added PieceKind = "added"
)

// largestTable bounds the memory of a comparison: beyond it, what differs is told
// as all gone and all added.
const largestTable = 4_000_000

// Difference takes two versions of a text apart into what stands in both and what
// in one only, word by word.
func Difference(before, after string) []Piece {
	a, b := wordsWithSpace(before), wordsWithSpace(after)
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	lastA, lastB := len(a), len(b)
	for lastA > first && lastB > first && a[lastA-1] == b[lastB-1] {
		lastA, lastB = lastA-1, lastB-1
	}
	var d difference
	d.add(Same, a[:first]...)
	d.compare(a[first:lastA], b[first:lastB])
	d.add(Same, a[lastA:]...)
	return d.pieces
}

// wordsWithSpace cuts a text into words, each with the blanks that follow it.
func wordsWithSpace(s string) []string {
	var words []string
	for len(s) > 0 {
		end := strings.IndexAny(s, " \n\t")
		if end < 0 {
			end = len(s)
		}
		for end < len(s) && strings.IndexByte(" \n\t", s[end]) >= 0 {
			end++
		}
		words = append(words, s[:end])
		s = s[end:]
	}
	return words
}

type difference struct{ pieces []Piece }

func (d *difference) add(kind PieceKind, words ...string) {
	if len(words) == 0 {
		return
	}
	text := strings.Join(words, "")
	if n := len(d.pieces); n > 0 && d.pieces[n-1].Kind == kind {
		d.pieces[n-1].Text += text
		return
	}
	d.pieces = append(d.pieces, Piece{text, kind})
}

// compare finds the longest common run of words by the classic table of lengths.
func (d *difference) compare(a, b []string) {
	if len(a)*len(b) > largestTable {
		d.add(Gone, a...)
		d.add(Added, b...)
		return
	}
	width := len(b) + 1
	length := make([]int32, (len(a)+1)*width) // of the common run of a[i:] and b[j:]
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i*width+j] = length[(i+1)*width+j+1] + 1
			} else {
				length[i*width+j] = max(length[(i+1)*width+j], length[i*width+j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			d.add(Same, a[i])
			i, j = i+1, j+1
		case length[(i+1)*width+j] >= length[i*width+j+1]:
			d.add(Gone, a[i])
			i++
		default:
			d.add(Added, b[j])
			j++
		}
	}
	d.add(Gone, a[i:]...)
	d.add(Added, b[j:]...)
}
