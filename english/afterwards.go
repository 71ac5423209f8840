package english

import (
	"slices"
	"strings"
)

// mendAfterwards makes what stands between "after", "before" or "since" and a verb in the past the subject of that verb,
// where the parser hung the phrase on the verb, on the clause before or on that behind: "closed the port after Kovar and
// Holm shelled the town", "came a day after the leaders of Norland and Sudmark warned of a war", "since the truce broke
// down, thousands have fled"; and where a time stands between the two, likewise behind "as": "as Kovar yesterday left".
func mendAfterwards(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		if t.Head < 0 || !s.maybePast(verb) || !s.isJoined(verb) && !t.Is("advcl") && t.Deprel != "acl" || s.Child(verb, "nsubj", "cc") >= 0 || s.isHelped(verb) {
			continue
		}
		subject, after := s.behindAfter(verb)
		if subject < 0 {
			continue
		}
		if head := s.Tokens[after].Head; head == subject || head == verb {
			t.Deprel = "advcl"
		}
		s.openClause(after, subject, verb)
	}
}

// openClause makes one clause of a word such as "after", a noun and a verb in the past.
func (s *Sentence) openClause(after, subject, verb int) {
	s.Tokens[after].Head, s.Tokens[after].Deprel = verb, "mark"
	s.Tokens[subject].Head, s.Tokens[subject].Deprel = verb, "nsubj"
	s.Tokens[verb].setUnhelped()
}

// mendHalted gives back to a verb its object, where the parser took that for the subject of a verb behind "after" or the
// like: "halted the talks after a raid left ten dead".
func mendHalted(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		over := t.Head
		if !t.Is("ccomp") || over < 0 || !s.maybePast(verb) || s.Tokens[over].UPOS != "VERB" || loadTables().clausal[s.Tokens[over].Lemma] {
			continue
		}
		object := s.Child(verb, "nsubj")
		if object < over || s.Child(over, "obj") >= 0 {
			continue
		}
		subject, after := s.behindAfter(verb)
		if subject < object || after < object {
			continue
		}
		s.Tokens[object].Head, s.Tokens[object].Deprel = over, "obj"
		t.Deprel = "advcl"
		s.openClause(after, subject, verb)
	}
}

// behindAfter is the noun of the phrase that fills the place between "after" or the like and a verb, and that word; -1
// where there is none.
func (s *Sentence) behindAfter(verb int) (noun, after int) {
	noun = s.phraseUpTo(verb)
	if noun < 0 {
		return -1, -1
	}
	first, _ := s.Subtree(noun)
	after = max(s.Child(noun, "case"), s.Child(verb, "mark"))
	if after < 0 {
		after = first - 1 // the parser gave it to a noun behind the verb
	}
	if over := s.Tokens[verb].Head; after < 0 || after > noun || after < over && over < verb {
		return -1, -1
	}
	switch strings.ToLower(s.Tokens[after].Text) {
	case "after", "before", "since":
		return noun, after
	case "as":
		if s.beforeTimes(verb) < verb && s.Tokens[verb].XPOS == "VBD" {
			return noun, after
		}
	}
	return -1, -1
}

// phraseUpTo is the phrase without a clause in it that ends right before a verb, or before the time that stands there, and
// hangs on the verb, or on the word that the verb hangs on, as a circumstance; -1 where there is none.
func (s *Sentence) phraseUpTo(verb int) int {
	end := s.beforeTimes(verb)
	for noun := end - 1; noun > 0; noun-- {
		n := &s.Tokens[noun]
		if !n.Is("obl") && !n.Is("nmod") || n.Head != verb && n.Head != s.Tokens[verb].Head {
			continue
		}
		if s.Dominates(noun, end-1) && !slices.ContainsFunc(s.Tokens[noun:end], func(t Token) bool { return t.isFinite() }) {
			return noun
		}
		break
	}
	return -1
}

// beforeTimes is where the words begin that say when, right before a verb: "on Sunday", "yesterday"; the verb itself where
// there are none.
func (s *Sentence) beforeTimes(verb int) int {
	first := verb
	for first > 1 {
		switch t := &s.Tokens[first-1]; {
		case t.Is("obl:unmarked") && s.Child(first-1, "case") < 0:
			first--
		case (t.Is("obl") || t.Is("nmod")) && s.dates(first-1) && s.Child(first-1, "case") == first-2:
			first -= 2
		default:
			return first
		}
	}
	return first
}

// maybePast tells whether a verb stands in the past, or may do so by its form.
func (s *Sentence) maybePast(verb int) bool {
	t := &s.Tokens[verb]
	return t.XPOS == "VBD" || t.XPOS == "VBN" && t.UPOS == "VERB"
}
