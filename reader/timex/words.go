package timex

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

// word is one word that the tables know.
type word struct {
	// starts lists the rules that can begin with the word; one of them can
	// take the word alone.
	starts  []*rule
	alone   bool
	literal int
	entries []entry
	guard   guard
	bare    *word // the word with only its unguarded entries
}

// entry is one class that a word belongs to, with what it says there.
type entry struct {
	class    int
	features []setting
}

type setting struct {
	feature feature
	value   int
}

// guard keeps a word that has another, commoner sense out of its class.
type guard uint8

const (
	capital    guard = 1 << iota // only with a capital: "March", "May"
	nominal                      // only as a noun: "the fall", not "fall short"
	adjectival                   // only as noun, adjective, adverb or number: "the second", "past", "later"
)

var guardNames = map[string]guard{"capital": capital, "noun": nominal, "adjective": adjectival}

func (g guard) admits(text string, sentence *english.Sentence, token int) bool {
	if g == 0 {
		return true
	}
	if g&capital != 0 {
		first, _ := utf8.DecodeRuneInString(text)
		if !unicode.IsUpper(first) {
			return false
		}
	}
	tag := sentence.Tokens[token].UPOS
	switch {
	case g&nominal != 0:
		return tag != "VERB" && tag != "AUX" && tag != "ADJ" && tag != "ADP"
	case g&adjectival != 0:
		return tag != "VERB" && tag != "AUX" && tag != "ADP"
	}
	return true
}

// addWord reads one line of tables/words.tsv: word, class, features, guards.
func (g *grammar) addWord(line string) error {
	fields := strings.Split(line, "\t")
	if len(fields) < 2 {
		return fmt.Errorf("word %q has no class", line)
	}
	settings, err := parseSettings(column(fields, 2))
	if err != nil {
		return fmt.Errorf("word %q: %w", fields[0], err)
	}
	w := g.word(fields[0])
	w.entries = append(w.entries, entry{g.class(fields[1]), settings})
	if column(fields, 3) == "" {
		w.bare.entries = append(w.bare.entries, entry{g.class(fields[1]), settings})
	}
	for _, name := range strings.Fields(column(fields, 3)) {
		bit, ok := guardNames[name]
		if !ok {
			return fmt.Errorf("word %q: no guard is called %q", fields[0], name)
		}
		w.guard |= bit
	}
	return nil
}

func column(fields []string, i int) string {
	if i < len(fields) {
		return fields[i]
	}
	return ""
}

// parseSettings reads "month=5 mod=START".
func parseSettings(text string) ([]setting, error) {
	var settings []setting
	for _, pair := range strings.Fields(text) {
		name, value, _ := strings.Cut(pair, "=")
		f, ok := featureNames[name]
		if !ok {
			return nil, fmt.Errorf("no feature is called %q", name)
		}
		n, err := parseValue(f, value)
		if err != nil {
			return nil, err
		}
		settings = append(settings, setting{f, n})
	}
	return settings, nil
}

func parseValue(f feature, value string) (int, error) {
	for i, symbol := range symbols[f] {
		if symbol == value {
			return i, nil
		}
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		return 0, fmt.Errorf("%q is no value of this feature", value)
	}
	return n, nil
}
