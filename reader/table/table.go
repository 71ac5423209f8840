// Package table reads the tables of words that the reader's packages embed:
// cells parted by tabs, words in a cell by bars, a header line, and comments that begin
// with '#'.
package table

import (
	"fmt"
	"io/fs"
	"strings"
)

// Rows returns the rows of a table below its header, each with as many cells as
// the header names; cells left out at the end of a row are empty. The tables are
// part of the program: one that is missing, or a row with too many cells, is a
// fault of the build and panics with its place.
func Rows(files fs.FS, name string) [][]string {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		panic(err)
	}
	var rows [][]string
	columns := 0
	number := 0
	for line := range strings.Lines(string(data)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if columns == 0 {
			columns = len(cells)
			continue
		}
		if len(cells) > columns {
			panic(fmt.Sprintf("%s:%d: %d cells, but the header names %d", name, number, len(cells), columns))
		}
		for len(cells) < columns {
			cells = append(cells, "")
		}
		rows = append(rows, cells)
	}
	return rows
}

// ByRole returns the words of a table whose rows name a role and list its words.
func ByRole(files fs.FS, name string) map[string]map[string]bool {
	roles := map[string]map[string]bool{}
	EachWord(files, name, 1, func(word string, cells []string) {
		if roles[cells[0]] == nil {
			roles[cells[0]] = map[string]bool{}
		}
		roles[cells[0]][word] = true
	})
	return roles
}

// EachWord calls with for each of the words, parted by bars, that a column of a table
// lists, with the cells of its row. An empty cell lists none.
func EachWord(files fs.FS, name string, column int, with func(word string, cells []string)) {
	for _, cells := range Rows(files, name) {
		for word := range strings.SplitSeq(cells[column], "|") {
			if word != "" {
				with(word, cells)
			}
		}
	}
}
