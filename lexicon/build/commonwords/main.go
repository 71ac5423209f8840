// Command commonwords makes lexicon/data/commonwords.tsv: the one-word names of
// the lexicon that English text writes mostly without a capital ("March",
// "Mobile", "Price"). It counts in plain text given on standard input; the
// shipped list was counted in the White House's statements, which are in the
// public domain (CC0).
//
//	commonwords < text > lexicon/data/commonwords.tsv
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley/lexicon"
)

// leastSeen is how often a word stands without a capital at least.
const leastSeen = 3

var word = regexp.MustCompile(`[A-Za-z]+`)

func main() {
	log.SetFlags(0)
	lower, capital := map[string]int{}, map[string]int{}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		for i, w := range word.FindAllString(lines.Text(), -1) {
			switch plain := strings.ToLower(w); {
			case w == plain:
				lower[w]++
			case i > 0:
				capital[plain]++
			}
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal("commonwords: ", err)
	}
	names := lexicon.Default()
	var common []string
	for w, n := range lower {
		if n >= leastSeen && n >= capital[w] && isName(names, w) {
			common = append(common, w)
		}
	}
	slices.Sort(common)
	fmt.Println("# Words that are names in the lexicon and common words in English. Made by lexicon/build/commonwords.")
	fmt.Println("word")
	for _, w := range common {
		fmt.Println(w)
	}
}

// isName tells whether the lexicon has a name of this one word, whatever it
// holds for common already.
func isName(names *lexicon.Lexicon, w string) bool {
	_, outlet := names.Outlet(w)
	_, place := names.Place(w)
	return outlet || place || len(names.Surnamed(w)) > 0 || len(names.Named(w)) > 0
}
