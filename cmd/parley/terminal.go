package main

import (
	"io"
	"os"
	"strconv"

	"golang.org/x/term"

	"github.com/parleyrecord/parley/export"
)

// Widths of a page, in columns: where it goes to a file, and beyond which lines
// get too long to read.
const (
	fileWidth = 100
	mostWidth = 140
)

// isTerminal tells whether a person is looking at the stream.
func isTerminal(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// paper is what pages are printed on: as wide as the terminal or as $COLUMNS
// says; in styles on a terminal, unless $NO_COLOR asks for none.
func paperFor(out io.Writer, name func(string) string) export.Paper {
	paper := export.Paper{Width: fileWidth, Name: name}
	if isTerminal(out) {
		paper.Style = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
		if width, _, err := term.GetSize(int(out.(*os.File).Fd())); err == nil && width > 0 {
			paper.Width = min(width, mostWidth)
		}
	}
	if width, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && width > 0 {
		paper.Width = min(width, mostWidth)
	}
	return paper
}
