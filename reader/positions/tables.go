package positions

import (
	"bufio"
	"embed"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
)

//go:embed tables
var embedded embed.FS

// stanceWord is a row of the table of stances, for one word.
type stanceWord struct {
	stance, negated parley.Stance
	particle        string // "out" of "rule out"; "" where there is none
}

// deed is what a party says that it will do, or, where denied, will not.
type deed struct{ will, firm parley.Stance }

type reply struct{ is, negated parley.Response }

type knowledge struct {
	stances map[string]map[string][]stanceWord // part of speech -> first lemma
	modals  map[string]parley.Stance
	deeds   map[string]deed
	refused map[string]deed // of verbs that are denied
	firm    []string
	replies map[string]reply
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{stances: map[string]map[string][]stanceWord{}, modals: map[string]parley.Stance{}, deeds: map[string]deed{}, refused: map[string]deed{}, replies: map[string]reply{}}
	eachRow("tables/stances.tsv", func(c []string) {
		if k.stances[c[0]] == nil {
			k.stances[c[0]] = map[string][]stanceWord{}
		}
		for words := range strings.SplitSeq(c[3], "|") {
			first, particle, _ := strings.Cut(words, " ")
			if c[0] == "noun" && particle != "" { // the head of "red line" is its last word
				first, particle = particle, first
			}
			k.stances[c[0]][first] = append(k.stances[c[0]][first], stanceWord{parley.Stance(c[1]), parley.Stance(c[2]), particle})
		}
	})
	eachRow("tables/modals.tsv", func(c []string) {
		for word := range strings.SplitSeq(c[1], "|") {
			k.modals[word] = parley.Stance(c[0])
		}
	})
	eachRow("tables/deeds.tsv", func(c []string) {
		of := k.deeds
		if c[0] == string(parley.Rejects) {
			of = k.refused
		}
		for word := range strings.SplitSeq(c[2], "|") {
			of[word] = deed{parley.Stance(c[0]), parley.Stance(c[1])}
		}
	})
	eachRow("tables/firm.tsv", func(c []string) { k.firm = strings.Split(c[0], "|") })
	eachRow("tables/replies.tsv", func(c []string) {
		for word := range strings.SplitSeq(c[2], "|") {
			k.replies[word] = reply{parley.Response(c[0]), parley.Response(c[1])}
		}
	})
	return k
})

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
