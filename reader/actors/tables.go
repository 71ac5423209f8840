package actors

import (
	"embed"
	"strings"
	"sync"

	"github.com/parleyrecord/parley/reader/table"
)

//go:embed tables
var embedded embed.FS

// nounsAgain are the nouns of tables/again.tsv.
type nounsAgain struct {
	groups  map[string]bool
	leagues map[string][]string        // noun -> ids of bodies
	offices map[string][]string        // noun -> words of titles
	words   map[string]map[string]bool // any other meaning -> its words
}

var again = sync.OnceValue(func() *nounsAgain {
	k := &nounsAgain{groups: map[string]bool{}, leagues: map[string][]string{}, offices: map[string][]string{}, words: map[string]map[string]bool{}}
	for _, c := range table.Rows(embedded, "tables/again.tsv") {
		switch c[0] {
		case "group":
			k.groups[c[1]] = true
		case "league":
			k.leagues[c[1]] = strings.Split(c[2], "|")
		case "office":
			k.offices[c[1]] = strings.Split(c[2], "|")
		default:
			k.words[c[0]] = map[string]bool{}
			for word := range strings.SplitSeq(c[2], "|") {
				k.words[c[0]][word] = true
			}
		}
	}
	return k
})

// means tells whether a word is one of a meaning of tables/again.tsv.
func means(meaning, word string) bool { return again().words[meaning][word] }

// firstNames are the sexes that tables/firstnames.tsv gives to first names.
var firstNames = sync.OnceValue(func() map[string]byte {
	sexes := map[string]byte{}
	table.EachWord(embedded, "tables/firstnames.tsv", 1, func(name string, cells []string) { sexes[name] = cells[0][0] })
	return sexes
})

// sexOf is the sex that somebody's first name tells; 0 where it tells none.
func sexOf(name string) byte {
	first, _, more := strings.Cut(name, " ")
	if !more {
		return 0
	}
	return firstNames()[strings.ToLower(first)]
}
