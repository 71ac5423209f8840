package events

import (
	"embed"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table"
)

//go:embed tables
var embedded embed.FS

// knowledge is what the tables hold.
type knowledge struct {
	status  map[string]map[string]string // role -> word -> status
	modes   []modeRow
	figures map[string]map[string]parley.FigureKind         // role -> word -> kind
	counts  map[parley.EventType]map[parley.FigureKind]bool // what events of a type count
	nouns   map[string]map[string]bool                      // role -> words
	context map[string]string                               // lemma -> PLOVER context
}

type modeRow struct {
	mode    parley.Mode
	words   map[string]bool
	code    string
	instead []string // codes that give way to the row's
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{status: map[string]map[string]string{}, figures: map[string]map[string]parley.FigureKind{}, counts: map[parley.EventType]map[parley.FigureKind]bool{}, nouns: table.ByRole(embedded, "tables/nouns.tsv"), context: map[string]string{}}
	table.EachWord(embedded, "tables/status.tsv", 2, func(word string, cells []string) { put(k.status, cells[0], word, cells[1]) })
	for _, cells := range table.Rows(embedded, "tables/modes.tsv") {
		row := modeRow{mode: parley.Mode(cells[0]), words: map[string]bool{}, code: cells[2], instead: strings.Split(cells[3], "|")}
		for word := range strings.SplitSeq(cells[1], "|") {
			row.words[word] = true
		}
		k.modes = append(k.modes, row)
	}
	table.EachWord(embedded, "tables/figures.tsv", 2, func(word string, cells []string) { put(k.figures, cells[0], word, parley.FigureKind(cells[1])) })
	table.EachWord(embedded, "tables/counts.tsv", 1, func(kind string, cells []string) {
		of := parley.EventType(cells[0])
		if k.counts[of] == nil {
			k.counts[of] = map[parley.FigureKind]bool{}
		}
		k.counts[of][parley.FigureKind(kind)] = true
	})
	table.EachWord(embedded, "tables/contexts.tsv", 1, func(word string, cells []string) { k.context[word] = cells[0] })
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
