package events

import (
	"bufio"
	"embed"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
)

//go:embed tables
var embedded embed.FS

// knowledge is what the tables hold.
type knowledge struct {
	status  map[string]map[string]string // role -> word -> status
	modes   []modeRow
	figures map[string]map[string]parley.FigureKind // role -> word -> kind
	nouns   map[string]map[string]bool              // role -> words
}

type modeRow struct {
	mode  parley.Mode
	words map[string]bool
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{status: map[string]map[string]string{}, figures: map[string]map[string]parley.FigureKind{}, nouns: map[string]map[string]bool{}}
	eachRow("tables/status.tsv", func(cells []string) {
		for word := range strings.SplitSeq(cells[2], "|") {
			put(k.status, cells[0], word, cells[1])
		}
	})
	eachRow("tables/modes.tsv", func(cells []string) {
		row := modeRow{mode: parley.Mode(cells[0]), words: map[string]bool{}}
		for word := range strings.SplitSeq(cells[1], "|") {
			row.words[word] = true
		}
		k.modes = append(k.modes, row)
	})
	eachRow("tables/figures.tsv", func(cells []string) {
		for word := range strings.SplitSeq(cells[2], "|") {
			put(k.figures, cells[0], word, parley.FigureKind(cells[1]))
		}
	})
	eachRow("tables/nouns.tsv", func(cells []string) {
		for word := range strings.SplitSeq(cells[1], "|") {
			put(k.nouns, cells[0], word, true)
		}
	})
	return k
})

// measures tells whether a noun measures out the event or people behind its
// "of".
func measures(lemma string) bool { return tables().nouns["measure"][lemma] }

// put keeps the first value that a table gives a word.
func put[V any](m map[string]map[string]V, role, word string, value V) {
	if m[role] == nil {
		m[role] = map[string]V{}
	}
	if _, taken := m[role][word]; !taken {
		m[role][word] = value
	}
}

// eachRow yields the rows of an embedded table below its header. A table that
// is missing is a fault of the build.
func eachRow(name string, row func(cells []string)) {
	file, err := embedded.Open(name)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	header := true
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if header {
			header = false
			continue
		}
		row(strings.Split(line, "\t"))
	}
}
