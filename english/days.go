package english

import (
	"slices"
	"strings"
)

// IsWeekday tells whether a word is a day of the week.
func IsWeekday(word string) bool {
	return strings.HasSuffix(word, "day") && loadTables().calendar[word]
}

// dropDays takes days of the week out of the names: "Friday's talks", and the day of "Anna Kovar
// Thursday met the envoy", where agencies leave out the "on", or of "on Friday Norland met". A name like "Good Friday",
// of neither people nor places, keeps its own.
func (t *Text) dropDays() {
	t.Names = slices.DeleteFunc(t.Names, func(n Name) bool { return IsWeekday(t.Source[n.Start:n.End]) })
	for i := range t.Names {
		n := &t.Names[i]
		s := &t.Sentences[n.Sentence]
		if last := n.Last - 1; last > n.First && n.Kind != Other && IsWeekday(s.Tokens[last].Text) {
			n.Last, n.End = last, s.Tokens[last-1].End
		}
		if first := n.First; first > 0 && first+1 < n.Last && IsWeekday(s.Tokens[first].Text) && strings.EqualFold(s.Tokens[first-1].Text, "on") {
			n.First, n.Start = first+1, s.Tokens[first+1].Start
		}
		if n.Last < len(s.Tokens) && IsWeekday(s.Tokens[n.Last].Text) {
			s.setDay(n.First, n.Last)
		}
	}
}

// mendDays looks for days of the week that the parser took for a subject, right behind the true
// one: "The ministry Tuesday rejected the plan".
func mendDays(s *Sentence) {
	for day := 1; day < len(s.Tokens); day++ {
		before := &s.Tokens[day-1]
		if s.Tokens[day].Is("nsubj") && (before.UPOS == "NOUN" || before.UPOS == "PROPN") && IsWeekday(s.Tokens[day].Text) {
			s.setDay(day-1, day)
		}
	}
}

// mendDayAhead lets a day of the week behind "on" say when it was, where the parser took it, or the preposition, for part of
// the name that follows: "On Monday Norland launched an attack".
func mendDayAhead(s *Sentence) {
	for on := 0; on+2 < len(s.Tokens); on++ {
		day := on + 1
		if !strings.EqualFold(s.Tokens[on].Text, "on") || !IsWeekday(s.Tokens[day].Text) || !startsUpper(s.Tokens[day+1].Text) {
			continue
		}
		if t := &s.Tokens[day]; t.Is("compound") && t.Head > day {
			top := t.Head
			for s.Tokens[top].Head >= 0 && !s.Tokens[top].Is("nsubj") && s.Tokens[top].UPOS != "VERB" {
				top = s.Tokens[top].Head
			}
			if !s.Tokens[top].Is("nsubj") || s.Tokens[top].Head < 0 {
				continue // "on Monday Night Live"
			}
			t.Head, t.Deprel = s.Tokens[top].Head, "obl"
		}
		if s.Tokens[on].Head > day {
			s.Tokens[on].Head, s.Tokens[on].Deprel = day, "case"
		}
	}
}

// mendSaidDay lets a day of the week right behind a verb of saying be the day on which it was said, where the parser hung
// it on what was said: "Officials said Thursday ten people were killed", "said on Thursday it would resume the talks".
func mendSaidDay(s *Sentence) {
	for day := 1; day+1 < len(s.Tokens); day++ {
		t, verb, relation := &s.Tokens[day], day-1, "obl:unmarked"
		if on := &s.Tokens[verb]; verb > 0 && on.Lemma == "on" && on.Head == day {
			verb, relation = verb-1, "obl"
		}
		if said := &s.Tokens[verb]; said.XPOS != "VBD" || t.Head < day || !IsWeekday(t.Text) || !loadTables().reporting[said.Text] {
			continue
		}
		if next := &s.Tokens[day+1]; next.UPOS != "NOUN" && next.XPOS != "POS" && next.UPOS != "PUNCT" {
			t.Head, t.Deprel = verb, relation
		}
	}
}

// setDay makes a day of the week behind a name say when the sentence's verb happened, where the
// parser took it for the end of the name or the name for a part of it.
func (s *Sentence) setDay(first, day int) {
	top := s.Anchor(first, day)
	name, token := &s.Tokens[top], &s.Tokens[day]
	switch {
	case token.Head >= first && token.Head < day && name.Head >= 0:
		token.Head = name.Head
	case name.Head == day && token.Is("nsubj"):
		for i := range s.Tokens[:day] {
			if s.Tokens[i].Head == day {
				s.Tokens[i].Head = top
			}
		}
		name.Head, name.Deprel = token.Head, token.Deprel
	case !token.Is("nsubj") || !name.Is("nsubj") || name.Head != token.Head:
		return
	}
	if token.Head >= 0 && s.Tokens[token.Head].UPOS == "VERB" {
		token.Deprel = "obl:unmarked"
	}
}
