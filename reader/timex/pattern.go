package timex

import (
	"fmt"
	"strings"
)

// A pattern is compiled to instructions for a backtracking machine. Jumps are
// relative, so that a part can be copied into any pattern. Patterns have no
// loops: a run over them takes bounded time from each atom.
type pattern []instruction

type instruction struct {
	op       op
	argument int
	settings []setting
}

type op uint8

const (
	opLiteral op = iota // the atom is this word
	opClass             // the atom is a word of this class; its features are taken over
	opNumeral           // a number of this kind stands here, over one atom or more
	opGlue              // no blank before the next atom
	opSet               // take over these features
	opSplit             // go on, or else jump
	opJump
	opEnd // the expression ends here; what follows is its surroundings
)

// isClass tells a class ("MONTH") from a literal word.
func isClass(name string) bool { return 'A' <= name[0] && name[0] <= 'Z' }

// parse compiles the text of a pattern.
func (g *grammar) parse(text string) (pattern, error) {
	p := patternParser{grammar: g, words: splitPattern(text)}
	code, err := p.alternatives()
	if err == nil && len(p.words) > 0 {
		err = fmt.Errorf("unexpected %q", p.words[0])
	}
	return code, err
}

// splitPattern cuts a pattern at blanks and around ( ) |; "{...}" stays whole.
func splitPattern(text string) []string {
	for _, sign := range []string{"(", ")", "|", "?"} {
		text = strings.ReplaceAll(text, sign, " "+sign+" ")
	}
	var words []string
	for _, word := range strings.Fields(text) {
		if n := len(words); n > 0 && strings.HasPrefix(words[n-1], "{") && !strings.HasSuffix(words[n-1], "}") {
			words[n-1] += " " + word
			continue
		}
		words = append(words, word)
	}
	return words
}

type patternParser struct {
	grammar *grammar
	words   []string
}

func (p *patternParser) next() string {
	if len(p.words) == 0 {
		return ""
	}
	return p.words[0]
}

func (p *patternParser) alternatives() (pattern, error) {
	code, err := p.sequence()
	if err != nil || p.next() != "|" {
		return code, err
	}
	p.words = p.words[1:]
	rest, err := p.alternatives()
	return either(code, rest), err
}

// either is the pattern that one or the other of two patterns fits.
func either(one, other pattern) pattern {
	joined := pattern{{op: opSplit, argument: len(one) + 2}}
	joined = append(joined, one...)
	joined = append(joined, instruction{op: opJump, argument: len(other) + 1})
	return append(joined, other...)
}

func (p *patternParser) sequence() (pattern, error) {
	var code pattern
	for next := p.next(); next != "" && next != ")" && next != "|"; next = p.next() {
		item, err := p.item()
		if err != nil {
			return nil, err
		}
		if p.next() == "?" {
			p.words = p.words[1:]
			item = append(pattern{{op: opSplit, argument: len(item) + 1}}, item...)
		}
		code = append(code, item...)
	}
	return code, nil
}

func (p *patternParser) item() (pattern, error) {
	text := p.next()
	p.words = p.words[1:]
	switch {
	case text == "(":
		code, err := p.alternatives()
		if err == nil && p.next() != ")" {
			err = fmt.Errorf("a parenthesis is open")
		}
		if err != nil {
			return nil, err
		}
		p.words = p.words[1:]
		return code, nil
	case text == "<<":
		return pattern{{op: opEnd}}, nil
	case text == "~":
		return pattern{{op: opGlue}}, nil
	case text[0] == '{':
		settings, err := parseSettings(strings.Trim(text, "{}"))
		return pattern{{op: opSet, settings: settings}}, err
	case text[0] == '<':
		code, ok := p.grammar.parts[strings.Trim(text, "<>")]
		if !ok {
			return nil, fmt.Errorf("no part is called %s", text)
		}
		return code, nil
	case isClass(text):
		if kind, ok := numeralKinds[text]; ok {
			return pattern{{op: opNumeral, argument: int(kind)}}, nil
		}
		class, ok := p.grammar.classes[text]
		if !ok {
			return nil, fmt.Errorf("no word has the class %s", text)
		}
		return pattern{{op: opClass, argument: class}}, nil
	}
	return pattern{{op: opLiteral, argument: p.grammar.word(text).literal}}, nil
}

// opening is an instruction that may consume the first atom of a match, and
// whether the match may end with it.
type opening struct {
	instruction
	alone bool
}

// openings collects the instructions that may consume the first atom.
func (code pattern) openings(pc int, found []opening) []opening {
	for ; pc < len(code); pc++ {
		switch in := code[pc]; in.op {
		case opLiteral, opClass, opNumeral:
			return append(found, opening{in, code.mayEnd(pc + 1)})
		case opSplit:
			found = code.openings(pc+in.argument, found)
		case opJump:
			pc += in.argument - 1
		}
	}
	return found
}

// mayEnd tells whether the pattern can be over at an instruction.
func (code pattern) mayEnd(pc int) bool {
	for ; pc < len(code); pc++ {
		switch in := code[pc]; in.op {
		case opLiteral, opClass, opNumeral, opGlue:
			return false
		case opSplit:
			if code.mayEnd(pc + in.argument) {
				return true
			}
		case opJump:
			pc += in.argument - 1
		}
	}
	return true
}
