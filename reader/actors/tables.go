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
	rivals  []string            // words before those who are against the state
	sent    []string            // words of titles of those who are sent to others
	part    []string            // words before a part of a land
	firms   []string            // nouns before the name of a company
	forms   []string            // words that end one
	calls   map[string]bool     // nouns before the name of another body
	paired  map[string]bool     // offices that each state has one of
}

var again = sync.OnceValue(func() *nounsAgain {
	k := &nounsAgain{groups: map[string]bool{}, calls: map[string]bool{}, paired: map[string]bool{}, offices: map[string][]string{}}
	for _, c := range table.Rows(embedded, "tables/again.tsv") {
		switch c[0] {
		case "group":
			k.groups[c[1]] = true
		case "office":
			k.offices[c[1]] = strings.Split(c[2], "|")
		case "past":
			k.past = strings.Split(c[2], "|")
		case "rival":
			k.rivals = strings.Split(c[2], "|")
		case "sent":
			k.sent = strings.Split(c[2], "|")
		case "part":
			k.part = strings.Split(c[2], "|")
		case "firm":
			k.firms = strings.Split(c[2], "|")
		case "call":
			for _, word := range strings.Split(c[2], "|") {
				k.calls[word] = true
			}
		case "paired":
			for _, title := range strings.Split(c[2], "|") {
				k.paired[title] = true
			}
		case "form":
			k.forms = strings.Split(c[2], "|")
		}
	}
	return k
})

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
