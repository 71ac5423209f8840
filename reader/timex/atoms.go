package timex

import (
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

// atom is a run of letters, a run of digits or one other character.
type atom struct {
	start, end int
	token      int   // the token it lies in
	word       *word // nil for what the tables do not know
	digits     int   // how many digits it has; 0 for what is not a number
	number     int
	glued      bool // follows the atom before it without a space
}

// atomizer cuts sentences into atoms; it keeps its buffers from one sentence to
// the next.
type atomizer struct {
	grammar *grammar
	atoms   []atom
	lower   []byte
}

// cut returns the atoms of a sentence, valid until the next call.
func (z *atomizer) cut(source string, sentence *english.Sentence) []atom {
	z.atoms = z.atoms[:0]
	end := -1
	for i := range sentence.Tokens {
		token := &sentence.Tokens[i]
		for at := token.Start; at < token.End; {
			size, class := run(source[at:token.End])
			a := atom{start: at, end: at + size, token: i, glued: at == end}
			switch class {
			case digitRun:
				a.digits, a.number = size, decimal(source[at:at+size])
				a.word = z.grammar.words[source[at:at+size]]
			case letterRun, other:
				a.word = z.lookUp(source[at:at+size], sentence, i)
			}
			at += size
			end = at
			if class != space {
				z.atoms = append(z.atoms, a)
			} else {
				end = -1
			}
		}
	}
	return z.atoms
}

func (z *atomizer) lookUp(text string, sentence *english.Sentence, token int) *word {
	z.lower = z.lower[:0]
	for i := 0; i < len(text); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		z.lower = append(z.lower, c)
	}
	found := z.grammar.words[string(z.lower)]
	if found == nil || found.guard.admits(text, sentence, token) {
		return found
	}
	return found.bare
}

type runClass uint8

const (
	other runClass = iota
	letterRun
	digitRun
	space
)

// run measures the atom at the head of text.
func run(text string) (size int, class runClass) {
	for size < len(text) {
		r, n := utf8.DecodeRuneInString(text[size:])
		at := classOf(r)
		switch {
		case size == 0 && at == other:
			return n, other
		case size == 0:
			class = at
		case at != class:
			return size, class
		}
		size += n
	}
	return size, class
}

func classOf(r rune) runClass {
	switch {
	case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
		return letterRun
	case '0' <= r && r <= '9':
		return digitRun
	case r == ' ' || r == '\t' || r == '\n' || r == '\u00a0':
		return space
	case r >= utf8.RuneSelf && unicode.IsLetter(r):
		return letterRun
	}
	return other
}

// decimal reads digits; a number too long to be of use reads as -1.
func decimal(digits string) int {
	if len(digits) > 9 {
		return -1
	}
	n := 0
	for i := 0; i < len(digits); i++ {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
