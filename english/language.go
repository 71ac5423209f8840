package english

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/abadojack/whatlanggo"
)

const (
	languageSample    = 4000 // bytes that decide which language a text is in
	languageMinimum   = 40   // letters below which a text is taken for English
	functionWordShare = 0.2  // of all words: more than any other language has, less than most English
	languageNotice    = 200  // letters below which names may hide the language, and two function words tell it
)

// IsEnglish reports whether the text is in English. Text that is short or
// undecidable counts as English; text mostly in another script never does.
func IsEnglish(text string) bool {
	sample := clip(text, languageSample)
	letters, latin := countLetters(sample)
	if letters == 0 {
		return true
	}
	if latin*2 < letters {
		return false
	}
	if letters < languageMinimum {
		return true
	}
	if share, kinds := functionWords(sample); share >= functionWordShare || kinds > 1 && letters < languageNotice {
		return true
	}
	found := whatlanggo.Detect(sample)
	return found.Lang == whatlanggo.Eng || !found.IsReliable()
}

// clip returns at most n bytes of text, cut between characters.
func clip(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// functionWords returns the share of English function words among the words, and how many
// different ones there are.
func functionWords(text string) (share float64, kinds int) {
	words := strings.Fields(text)
	found, seen := 0, map[string]bool{}
	for _, w := range words {
		if loadTables().unfinished[w] {
			found++
			seen[w] = true
		}
	}
	return float64(found) / float64(max(1, len(words))), len(seen)
}

func countLetters(text string) (letters, latin int) {
	for _, r := range text {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.Is(unicode.Latin, r) {
			latin++
		}
	}
	return letters, latin
}
