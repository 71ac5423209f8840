// Command nounclasses makes lexicon/data/nounclasses-wordnet.tsv: the nouns of one
// word that stand for people, or for craft that carry them, in most of their uses.
// WordNet has thousands that nobody writes today: only those are taken that occur in
// plain text given on standard input. The shipped list goes by the White House's
// statements, which are in the public domain (CC0).
//
//	nounclasses -dict dict < text > lexicon/data/nounclasses-wordnet.tsv
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// classes are the senses, as WordNet's index of senses names them, below which a class lies.
var classes = []struct {
	name  string
	above []string
}{
	{"people", []string{"person%1:03:00::"}},
	{"craft", []string{"vehicle%1:06:00::", "craft%1:06:00::"}},
}

// leastShare of a word's uses must be of the class.
const leastShare = .55

// A sense that was never counted in WordNet's texts weighs so much, more where it is the
// first that WordNet gives.
const firstWeight, laterWeight = .6, .2

var plainWord = regexp.MustCompile(`^[a-z]{3,}(-[a-z]+)*$`)

func main() {
	log.SetFlags(0)
	log.SetPrefix("nounclasses: ")
	dict := flag.String("dict", "dict", "folder of WordNet's database files")
	flag.Parse()
	w := network{above: map[string][]string{}, senses: map[string][]sense{}, named: map[string]string{}, common: map[string]bool{}}
	w.readNouns(filepath.Join(*dict, "data.noun"))
	w.readSenses(filepath.Join(*dict, "index.sense"))
	w.seen = seen(os.Stdin)
	fmt.Println("# Nouns by what they stand for, from WordNet 3.1 (see NOTICE.md). Made by lexicon/build/nounclasses.")
	fmt.Println("class\twords")
	for _, class := range classes {
		w.print(class.name, class.above)
	}
}

// network is what WordNet knows of nouns. A set of synonyms is told by its offset.
type network struct {
	above  map[string][]string // set -> the wider ones
	senses map[string][]sense  // word -> its senses, the most usual first
	named  map[string]string   // a sense's key -> its set
	common map[string]bool     // words that are written without a capital
	seen   map[string]int      // how often the text has a word, without a capital
}

type sense struct {
	set    string
	number int
	count  float64
}

func (w *network) readNouns(file string) {
	for line := range lines(file) {
		fields := strings.Fields(line)
		words, err := strconv.ParseInt(fields[3], 16, 0)
		if err != nil {
			log.Fatalf("%s: %v", file, err)
		}
		for i := range int(words) {
			w.common[fields[4+2*i]] = true
		}
		pointers := fields[5+2*int(words):]
		for len(pointers) >= 4 && pointers[0] != "|" {
			if pointers[0] == "@" {
				w.above[fields[0]] = append(w.above[fields[0]], pointers[1])
			}
			pointers = pointers[4:]
		}
	}
}

func (w *network) readSenses(file string) {
	for line := range lines(file) {
		var key string
		var s sense
		if _, err := fmt.Sscan(line, &key, &s.set, &s.number, &s.count); err != nil {
			log.Fatalf("%s: %v", file, err)
		}
		word, rest, _ := strings.Cut(key, "%")
		if strings.HasPrefix(rest, "1:") {
			w.senses[word] = append(w.senses[word], s)
			w.named[key] = s.set
		}
	}
}

// leastSeen is how often the text has a noun at least.
const leastSeen = 3

// seen counts the words of a text that have no capital, each as it stands and as what it may be the plural of.
func seen(text io.Reader) map[string]int {
	found := map[string]int{}
	scan := bufio.NewScanner(text)
	scan.Buffer(nil, 1<<26)
	for scan.Scan() {
		for _, word := range lowerWord.FindAllString(scan.Text(), -1) {
			found[word]++
			for _, plural := range plurals {
				if stem, ok := strings.CutSuffix(word, plural[0]); ok {
					found[stem+plural[1]]++
				}
			}
		}
	}
	if err := scan.Err(); err != nil {
		log.Fatal(err)
	}
	return found
}

var lowerWord = regexp.MustCompile(`\b[a-z]+(-[a-z]+)*\b`)

// plurals are endings of the plural, with those of the singular.
var plurals = [][2]string{{"s", ""}, {"es", ""}, {"ies", "y"}, {"men", "man"}, {"children", "child"}}

// lines gives the lines of a file that are not of its head.
func lines(file string) func(func(string) bool) {
	return func(yield func(string) bool) {
		f, err := os.Open(file)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		scan := bufio.NewScanner(f)
		scan.Buffer(nil, 1<<20)
		for scan.Scan() {
			if !strings.HasPrefix(scan.Text(), " ") && !yield(scan.Text()) {
				return
			}
		}
		if err := scan.Err(); err != nil {
			log.Fatal(err)
		}
	}
}

// print prints a class, a row for each first letter.
func (w *network) print(class string, above []string) {
	roots := map[string]bool{}
	for _, key := range above {
		roots[w.named[key]] = true
	}
	byLetter := map[byte][]string{}
	for word := range w.senses {
		if plainWord.MatchString(word) && w.common[word] && w.seen[word] >= leastSeen && w.share(word, roots) >= leastShare {
			byLetter[word[0]] = append(byLetter[word[0]], word)
		}
	}
	for letter := byte('a'); letter <= 'z'; letter++ {
		if words := byLetter[letter]; len(words) > 0 {
			slices.Sort(words)
			fmt.Printf("%s\t%s\n", class, strings.Join(words, "|"))
		}
	}
}

// share is the part of a word's uses in which it stands for something below the roots.
func (w *network) share(word string, roots map[string]bool) float64 {
	var all, below float64
	for _, s := range w.senses[word] {
		weight := s.count + laterWeight
		if s.number == 1 {
			weight = s.count + firstWeight
		}
		all += weight
		if w.isBelow(s.set, roots) {
			below += weight
		}
	}
	return below / all
}

func (w *network) isBelow(set string, roots map[string]bool) bool {
	return roots[set] || slices.ContainsFunc(w.above[set], func(wider string) bool { return w.isBelow(wider, roots) })
}
