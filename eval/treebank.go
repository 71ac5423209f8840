package eval

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// treebankWord is a syntactic word of a CoNLL-U sentence.
type treebankWord struct {
	form, lemma, upos, deprel string
	head                      int  // index in the sentence, -1 for the root
	start, end                int  // extent of its surface token, in characters that are no blanks
	multi                     bool // one of several words in a surface token
}

// treebankSentence is a CoNLL-U sentence.
type treebankSentence struct {
	line       int  // where it begins in its file
	paragraph  bool // begins a paragraph
	words      []treebankWord
	tokens     []surfaceToken
	start, end int
}

// surfaceToken is a token as written; first and last give its words.
type surfaceToken struct {
	form        string
	spaceAfter  bool
	first, last int
}

// readTreebank reads a CoNLL-U file; empty nodes are left out.
func readTreebank(path string) ([]treebankSentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read treebank: %w", err)
	}
	defer file.Close()
	var sentences []treebankSentence
	sentence := treebankSentence{}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<22)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "":
			if len(sentence.words) > 0 {
				sentences = append(sentences, sentence)
			}
			sentence = treebankSentence{line: number + 1}
		case line[0] == '#':
			if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") {
				sentence.paragraph = true
			}
		default:
			if err := sentence.add(line); err != nil {
				return nil, fmt.Errorf("read treebank %s:%d: %w", path, number, err)
			}
		}
	}
	if len(sentence.words) > 0 {
		sentences = append(sentences, sentence)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read treebank %s: %w", path, err)
	}
	return sentences, nil
}

// add reads one line of ten columns.
func (s *treebankSentence) add(line string) error {
	columns := strings.Split(line, "\t")
	if len(columns) != 10 {
		return fmt.Errorf("%d columns where CoNLL-U has 10", len(columns))
	}
	id := columns[0]
	if strings.Contains(id, ".") {
		return nil
	}
	spaceAfter := !strings.Contains(columns[9], "SpaceAfter=No")
	if first, last, ok := strings.Cut(id, "-"); ok {
		from, err := strconv.Atoi(first)
		if err != nil {
			return fmt.Errorf("id %q: %w", id, err)
		}
		to, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("id %q: %w", id, err)
		}
		s.tokens = append(s.tokens, surfaceToken{form: columns[1], spaceAfter: spaceAfter, first: from - 1, last: to})
		return nil
	}
	head, err := strconv.Atoi(columns[6])
	if err != nil {
		return fmt.Errorf("head %q: %w", columns[6], err)
	}
	n := len(s.words)
	s.words = append(s.words, treebankWord{
		form: columns[1], lemma: columns[2], upos: columns[3], head: head - 1, deprel: universal(columns[7]),
	})
	if len(s.tokens) == 0 || s.tokens[len(s.tokens)-1].last <= n {
		s.tokens = append(s.tokens, surfaceToken{form: columns[1], spaceAfter: spaceAfter, first: n, last: n + 1})
	}
	return nil
}

// universal cuts the subtype from a relation, as the CoNLL 2018 score does.
func universal(deprel string) string {
	relation, _, _ := strings.Cut(deprel, ":")
	return relation
}

// rawText rebuilds the text of a treebank: paragraphs as lines, and the blanks
// that its tokens tell of.
func rawText(sentences []treebankSentence) string {
	var text strings.Builder
	for i, s := range sentences {
		if s.paragraph && i > 0 {
			text.WriteByte('\n')
		}
		for _, token := range s.tokens {
			text.WriteString(token.form)
			if token.spaceAfter {
				text.WriteByte(' ')
			}
		}
	}
	return text.String()
}

// place gives all words their extents in characters that are no blanks, which
// is what the alignment compares.
func place(sentences []treebankSentence) {
	at := 0
	for i := range sentences {
		s := &sentences[i]
		s.start = at
		for _, token := range s.tokens {
			end := at + solid(token.form)
			for w := token.first; w < token.last; w++ {
				s.words[w].start, s.words[w].end = at, end
				s.words[w].multi = token.last-token.first > 1
			}
			at = end
		}
		s.end = at
	}
}
