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
	// said is what the atoms on the present path have said, in order; going
	// back shortens it.
	said []setting
}

func (m *matcher) set(f feature, value int) { m.said = append(m.said, setting{f, value}) }

// at returns the longest match that begins at an atom; among equals the one that
// read more of its surroundings, then the rule that stands first in the table.
func (m *matcher) at(first int) (match, bool) {
	m.best, m.first = match{}, first
	for _, r := range m.candidates(first) {
		if !m.lookBehind(r, first) {
			continue
		}
		m.rule, m.said = r, m.said[:0]
		m.run(0, first, inside, 0)
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
	case !a.word.alone && !m.known(first+1):
		return nil
	}
	return a.word.starts
}

// known tells whether an atom can be a part of an expression.
func (m *matcher) known(at int) bool {
	return at < len(m.atoms) && (m.atoms[at].digits > 0 || m.atoms[at].word != nil)
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

const inside = -1 // the expression goes on

// run follows the rule's pattern from an instruction and an atom, and keeps the
// longest match. end is the atom where the expression ended, or inside; sealed
// is how much had been said by then.
func (m *matcher) run(pc, at, end, sealed int) {
	code := m.rule.pattern
	for pc < len(code) {
		in := &code[pc]
		switch in.op {
		case opSplit:
			if !m.fails(&code[pc+1], at) {
				mark := len(m.said)
				m.run(pc+1, at, end, sealed)
				m.said = m.said[:mark]
			}
			pc += in.argument
			continue
		case opJump:
			pc += in.argument
			continue
		case opSet:
			m.said = append(m.said, in.settings...)
			pc++
			continue
		case opEnd:
			end, sealed = at, len(m.said)
			pc++
			continue
		}
		if at >= len(m.atoms) {
			return
		}
		if at = m.consume(in, at); at < 0 {
			return
		}
		pc++
	}
	m.accept(at, end, sealed)
}

// fails tells, at a glance, that an instruction cannot take an atom.
func (m *matcher) fails(in *instruction, at int) bool {
	if in.op > opClass {
		return false
	}
	if at >= len(m.atoms) || m.atoms[at].word == nil {
		return true
	}
	return in.op == opLiteral && m.atoms[at].word.literal != in.argument
}

func (m *matcher) accept(reach, end, sealed int) {
	if end == inside {
		end, sealed = reach, len(m.said)
	}
	longer := end > m.best.last || end == m.best.last && reach > m.best.reach
	if !longer || !m.lookAhead(m.rule, reach) {
		return
	}
	var said meaning
	for _, s := range m.said[:sealed] {
		if said.set(s.feature, s.value); s.feature == fPlus && !said.carry() {
			return
		}
	}
	if !said.descends() {
		return
	}
	m.best = match{rule: m.rule, first: m.first, last: end, reach: reach, meaning: said}
	for _, s := range m.said[sealed:] { // surroundings only add
		if !m.best.meaning.has(s.feature) {
			m.best.meaning.set(s.feature, s.value)
		}
	}
}

// consume returns the atom after those that the instruction takes, -1 where it
// does not fit.
func (m *matcher) consume(in *instruction, at int) int {
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
		return numerals[in.argument](m, at)
	case opClass:
		if a.word == nil {
			return -1
		}
		for i := range a.word.entries {
			if e := &a.word.entries[i]; e.class == in.argument {
				m.said = append(m.said, e.features...)
				return at + 1
			}
		}
	}
	return -1
}
