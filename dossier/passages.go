package dossier

import (
	"slices"
	"strings"
)

// A passage is a run of whole sentences, some forty words long: enough to name
// what it is about, and little enough to be about one thing.
const (
	passageWords = 40 // a passage ends with the first sentence that reaches this
	mostWords    = 90 // or here, sentence or not
)

// headline is the number of the passage that a document's title is.
const headline = 0

// read cuts a document's body into words and numbers the passages they stand
// in: the title, then those of the text from 1 up. Lengths counts their words.
func read(title, body string) (t text, lengths []int) {
	t = text{words: make([]word, 0, len(body)/5), plain: make([]byte, 0, len(body))}
	t.cut(title, 0)
	begin := len(t.words)
	lengths = append(make([]int, 0, 8+len(body)/200), begin)
	t.cut(body[len(title)+1:], len(title)+1)
	t.words = slices.Delete(t.words, begin, begin+dateline(t.words[begin:], body))
	passage := int32(1)
	for i := begin; i < len(t.words); i++ {
		w := &t.words[i]
		w.passage = passage
		n := i + 1 - begin
		if i+1 == len(t.words) || n >= mostWords || n >= passageWords && ends(body[w.end:t.words[i+1].start]) {
			lengths = append(lengths, n)
			begin = i + 1
			passage++
		}
	}
	return t, lengths
}

// ends tells whether a sentence ends in what stands between two words.
func ends(between string) bool {
	return len(between) > 1 && strings.ContainsAny(between, ".!?\n")
}

// dateline counts the words of the place in capitals with which agencies open
// a text ("NORD PORT, May 3. /NP/."): where a story was written says nothing of
// what it is about.
func dateline(words []word, body string) int {
	n := 0
	for n < len(words) && n < longestDateline && words[n].upper && words[n].end-words[n].start > 2 {
		n++
	}
	if n == 0 || n == len(words) {
		return 0
	}
	behind := strings.TrimLeft(body[words[n-1].end:words[n].start], " ")
	if behind == "" || strings.HasPrefix(behind, "'") || strings.HasPrefix(behind, "’") {
		return 0
	}
	return n
}

// longestDateline is how many words the place of a dateline has at most.
const longestDateline = 4
