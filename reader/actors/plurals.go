package actors

import (
	"slices"
	"strings"
)

// group is what "they" means: the plural mention or the coordination that stands
// nearest before, in this sentence or the one before it.
func (f *finder) group(sentence, token int) (who []int, sides []string) {
	for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
		m := &f.cast.Mentions[k]
		if m.Sentence < sentence-1 {
			return nil, nil
		}
		if m.Sentence == sentence && (m.Head >= token || f.undergoes(sentence, token) && f.inSubject(f.sentence(sentence), m, f.sentence(sentence).Tokens[token].Head)) {
			continue // nobody urges himself: "Norland and Sudmark urged them"
		}
		s := f.sentence(m.Sentence)
		ofOne := m.Sentence == sentence && f.ofClauseOn(m, token)
		if t := &s.Tokens[m.Head]; t.Is("conj") && !ofOne {
			if _, ok := f.cast.At(m.Sentence, t.Head); ok {
				continue // the head of the row tells all of it
			}
		}
		if m.Plural && (len(m.Who) > 0 || len(m.Sides) == 1 && m.Sides[0] != "" && m.Sentence == sentence && strings.EqualFold(f.sentence(sentence).Tokens[token].Text, "their")) {
			if row := f.coordinated(m); len(row) > len(m.Who) && !ofOne {
				return row, f.sidesOfRow(m)
			}
			return m.Who, m.Sides // "two Norlandic soldiers ... their convoy"
		}
		if who := f.coordinated(m); len(who) > 1 {
			return who, nil
		}
	}
	return nil, nil
}

// ofClauseOn tells whether a pronoun stands in a relative clause on a mention, or right behind it: "Norland and its
// allies, who say they".
func (f *finder) ofClauseOn(m *Mention, token int) bool {
	s := f.sentence(m.Sentence)
	at := m.Last
	if at < len(s.Tokens) && s.Tokens[at].Text == "," {
		at++
	}
	return s.Dominates(m.Head, token) || at < token && s.Tokens[at].XPOS == "WP"
}

// sidesOfRow are the sides of a mention and of those coordinated with it, where each is told by its side.
func (f *finder) sidesOfRow(m *Mention) []string {
	var sides []string
	for _, member := range f.cast.Members(m.Sentence, m.Head) {
		if len(member.Sides) == 0 {
			return nil
		}
		sides = append(sides, member.Sides...)
	}
	return sides
}

// coordinated are the actors of a mention and of those coordinated with it.
func (f *finder) coordinated(m *Mention) []int {
	var who []int
	for _, member := range f.cast.Members(m.Sentence, m.Head) {
		for _, actor := range member.Who {
			if !slices.Contains(who, actor) {
				who = append(who, actor)
			}
		}
	}
	return who
}
