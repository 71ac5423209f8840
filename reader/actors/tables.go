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
	offices map[string][]string // noun -> words of titles
	past    []string            // words before a title that is over
}

var again = sync.OnceValue(func() *nounsAgain {
	k := &nounsAgain{groups: map[string]bool{}, offices: map[string][]string{}}
	for _, c := range table.Rows(embedded, "tables/again.tsv") {
		switch c[0] {
		case "group":
			k.groups[c[1]] = true
		case "office":
			k.offices[c[1]] = strings.Split(c[2], "|")
		case "past":
			k.past = strings.Split(c[2], "|")
		}
	}
	return k
})
