package timex

import "github.com/parleyrecord/parley/english"

// match is one reading of the atoms from first up to last.
type match struct {
	rule        *rule
	first, last int
	reach       int // the last atom that was read, beyond last where surroundings helped
	meaning     meaning
}

// matcher runs the rules over the atoms of one sentence.
type matcher struct {
	grammar *grammar
	atoms   []atom
	tokens  []english.Token
	best    match
	rule    *rule
	first   int
}

// at returns the longest match that begins at an atom; among equals the one that
// read more of its surroundings, then the rule that stands first in the table.
func (m *matcher) at(first int) (match, bool) {
	m.best, m.first = match{}, first
	for _, r := range m.candidates(first) {
		if !m.lookBehind(r, first) {
			continue
		}
		m.rule = r
		m.run(0, first, -1, meaning{})
	}
	return m.best, m.best.rule != nil
}

func (m *matcher) candidates(first int) []*rule {
	a := &m.atoms[first]
	switch {
	case a.digits > 0:
		return m.grammar.onNumber
	case a.word == nil:
		return nil
	}
	return a.word.starts
}

func (m *matcher) lookBehind(r *rule, first int) bool {
	for i := range r.before {
		if !r.before[i].holds(m.neighbour(first-1), m.tokens) {
			return false
		}
	}
	return true
}

func (m *matcher) lookAhead(r *rule, last int) bool {
	for i := range r.after {
		if !r.after[i].holds(m.neighbour(last), m.tokens) {
			return false
		}
	}
	return true
}

func (m *matcher) neighbour(i int) *atom {
	if i < 0 || i >= len(m.atoms) {
		return nil
	}
	return &m.atoms[i]
}

// run follows the rule's pattern from an instruction and an atom, and keeps the
// longest match. end is where the expression ended, -1 while it goes on.
func (m *matcher) run(pc, at, end int, means meaning) {
	code := m.rule.pattern
	for pc < len(code) {
		in := &code[pc]
		switch in.op {
		case opSplit:
			m.run(pc+1, at, end, means)
			pc += in.argument
			continue
		case opJump:
			pc += in.argument
			continue
		case opSet:
			means.take(in.settings)
			pc++
			continue
		case opEnd:
			end, means.sealed = at, means.present
			pc++
			continue
		}
		if at >= len(m.atoms) {
			return
		}
		next := m.consume(in, at, &means)
		if next < 0 {
			return
		}
		at = next
		pc++
	}
	if end < 0 {
		end = at
	}
	longer := end > m.best.last || end == m.best.last && at > m.best.reach
	if longer && m.lookAhead(m.rule, at) {
		m.best = match{rule: m.rule, first: m.first, last: end, reach: at, meaning: means}
	}
}

// consume returns the atom after those that the instruction takes, -1 where it
// does not fit.
func (m *matcher) consume(in *instruction, at int, means *meaning) int {
	a := &m.atoms[at]
	switch in.op {
	case opGlue:
		if a.glued {
			return at
		}
	case opLiteral:
		if a.word != nil && a.word.literal == in.argument {
			return at + 1
		}
	case opNumeral:
		return numerals[in.argument].read(m, at, means)
	case opClass:
		if a.word == nil {
			return -1
		}
		for i := range a.word.entries {
			if e := &a.word.entries[i]; e.class == in.argument {
				means.take(e.features)
				return at + 1
			}
		}
	}
	return -1
}

func (m *meaning) take(settings []setting) {
	for _, s := range settings {
		m.set(s.feature, s.value)
	}
}
