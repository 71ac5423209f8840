package english

import (
	"embed"
	"strings"
	"sync"
)

//go:embed tables/*.txt
var tableFiles embed.FS

// followClass says what may follow an abbreviation without its full stop
// ending the sentence.
type followClass uint8

const (
	notAbbreviation followClass = iota
	beforeName
	beforeNumber
	beforeDate
	beforeLower
	maybeEnding
)

var followClasses = map[string]followClass{
	"title": beforeName, "number": beforeNumber, "month": beforeDate, "lower": beforeLower, "ending": maybeEnding,
}

// tables holds the word lists under tables/, which a linguist can edit.
type tables struct {
	abbreviations map[string]followClass
	contractions  map[string]int // offset of the cut
	prefixes      map[string]bool
	units         map[string]bool
	domains       map[string]bool
	emoticons     map[string]bool
	openers       map[string]bool
	reporting     map[string]bool
	unfinished    map[string]bool
	participles   map[string]bool
	promises      map[string]bool
	hearers       map[string]bool
	undertakings  map[string]bool
	pasts         map[string]string // verbs, by their past
	capitals      map[string]bool
	calendar      map[string]bool
	captives      map[string]bool
	clausal       map[string]bool
	conditions    map[string]bool
	deeds         map[string]bool
	goings        map[string]bool
	courses       map[string]bool
	dues          map[string]bool
	keepingOn     map[string]bool
	sayings       map[string]bool
	placewords    map[string]bool
	furniture     map[string][][]string // lines as words, by the first
}

var loadTables = sync.OnceValue(func() *tables {
	t := &tables{
		abbreviations: map[string]followClass{},
		contractions:  map[string]int{},
		prefixes:      wordSet("prefixes"),
		units:         wordSet("units"),
		domains:       wordSet("domains"),
		emoticons:     wordSet("emoticons"),
		openers:       wordSet("openers"),
		reporting:     wordSet("reporting"),
		unfinished:    wordSet("unfinished"),
		participles:   wordSet("participles"),
		promises:      wordSet("promises"),
		hearers:       wordSet("hearers"),
		undertakings:  wordSet("undertakings"),
		pasts:         map[string]string{},
		capitals:      wordSet("capitals"),
		calendar:      wordSet("calendar"),
		captives:      wordSet("captives"),
		clausal:       wordSet("clausal"),
		conditions:    wordSet("conditions"),
		deeds:         wordSet("deeds"),
		goings:        wordSet("goings"),
		courses:       wordSet("courses"),
		dues:          wordSet("dues"),
		keepingOn:     wordSet("keepingon"),
		sayings:       wordSet("sayings"),
		placewords:    wordSet("placewords"),
		furniture:     readFurniture(tableLines("furniture")),
	}
	for _, line := range tableLines("abbreviations") {
		word, class, _ := strings.Cut(line, " ")
		t.abbreviations[word] = followClasses[class]
	}
	for _, line := range tableLines("contractions") {
		first, second, _ := strings.Cut(line, "|")
		t.contractions[first+second] = len(first)
	}
	for _, line := range tableLines("pasts") {
		past, verb, _ := strings.Cut(line, " ")
		t.pasts[past] = verb
	}
	return t
})

func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range tableLines(name) {
		set[line] = true
	}
	return set
}

func tableLines(name string) []string {
	data, err := tableFiles.ReadFile("tables/" + name + ".txt")
	if err != nil {
		panic("english: " + err.Error()) // the tables are compiled in
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "# ") {
			lines = append(lines, line)
		}
	}
	return lines
}

// lower returns the ASCII lower-case form of a short word in buffer, to look
// it up without an allocation; a longer word is cut.
func lower(buffer *[24]byte, word string) []byte {
	n := min(len(word), len(buffer))
	for i := range n {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buffer[i] = c
	}
	return buffer[:n]
}

func inSet(set map[string]bool, word string) bool {
	var buffer [24]byte
	return len(word) <= len(buffer) && set[string(lower(&buffer, word))]
}
