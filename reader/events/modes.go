package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// mode is the means of an event: that of an attack from the words around it, that
// of hosted talks from their noun.
func (f *finder) mode(t trigger) parley.Mode {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type == parley.Consult && !t.sense.Noun && slices.Contains(t.sense.With, "talk") && f.hosted(s, t.token) {
		return "negotiation"
	}
	if t.sense.Type == parley.Consult && t.sense.Mode != "visit" && !t.sense.Noun && remotely(s, t.token) {
		return "call"
	}
	if t.sense.Type != parley.Assault {
		return t.sense.Mode
	}
	if means := f.means(s, t); means != "" {
		return means
	}
	if onFoot(s, t.token) {
		return "other"
	}
	if t.sense.Mode == "other" && !t.sense.Noun {
		if means := f.meansOfDoer(s, t.token); means != "" {
			return means
		}
	}
	return t.sense.Mode
}

// means is that of an attack by the words around it; "" where they do not tell.
func (f *finder) means(s *english.Sentence, t trigger) parley.Mode {
	head := t.token
	if t.support >= 0 {
		head = t.support
	}
	first, last := s.Subtree(head, "parataxis", "advcl", "ccomp")
	for _, row := range tables().modes {
		if t.sense.Mode != "other" && (row.mode == "shooting" || row.mode == "ground") {
			continue // gunmen who shell
		}
		for i := first; i < last; i++ {
			if upward := tables().nouns["air"][s.Tokens[i].Lemma] && s.Case(i) == "into"; upward {
				continue // "fired into the air"
			}
			if row.words[s.Tokens[i].Lemma] && !onFoot(s, i) && !victims(s, i, head) && ofClause(s, i, head) {
				return row.mode
			}
		}
		if thing := relativeOf(s, t.token); thing >= 0 && row.words[s.Tokens[thing].Lemma] {
			return row.mode // "missiles that Norland fired"
		}
	}
	return ""
}

// meansOfDoer is the means of an attack that a verb has for its doer, "" where it has none: "the air strikes killed
// ten".
func (f *finder) meansOfDoer(s *english.Sentence, verb int) parley.Mode {
	doer := s.Subject(verb)
	if doer < 0 {
		doer = s.Child(verb, "nsubj") // of a past tagged as a participle
	}
	if doer < 0 || s.Tokens[doer].UPOS != "NOUN" || onFoot(s, doer) {
		return ""
	}
	for _, sense := range f.senses(&s.Tokens[doer], true) {
		if sense.Type == parley.Assault && len(sense.With) == 0 {
			return sense.Mode
		}
	}
	return ""
}

// ofClause tells whether a word stands in the clause of an attack, or in one below it that tells of nothing else.
func ofClause(s *english.Sentence, token, attack int) bool {
	clause := s.Clause(token)
	if clause == s.Clause(attack) || clause == fellowHarm(s, attack) {
		return true
	}
	return !s.Tokens[clause].Is("conj") && !beyondRelative(s, clause, attack)
}

// relativeOf is the noun that a participle or relative clause says to be what a verb was done to; -1 where there
// is none.
func relativeOf(s *english.Sentence, verb int) int {
	if t := &s.Tokens[verb]; !t.Is("acl") || t.Head < 0 || s.Object(verb) != t.Head && !s.ObjectRelative(verb) {
		return -1
	}
	return s.Tokens[verb].Head
}

// remotely tells whether a verb says that people spoke from afar: "discussed the border by video link".
func remotely(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if prep := s.Case(child); s.Tokens[child].Is("obl") && (prep == "by" || prep == "over" || prep == "via" || prep == "on") && tables().nouns["remote"][s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// onFoot tells whether a bomber or a bombing is none from the air: "a suicide bomber", "a car bombing".
func onFoot(s *english.Sentence, token int) bool {
	if token == 0 || !strings.HasPrefix(s.Tokens[token].Lemma, "bomb") {
		return false
	}
	return tables().nouns["planted"][s.Tokens[token-1].Lemma]
}

// victims tells whether a word is of soldiers to whom a verb does something, not of those who do it.
func victims(s *english.Sentence, token, verb int) bool {
	t := &s.Tokens[token]
	return t.Head == verb && (t.Is("obj") || t.Deprel == "nsubj:pass") && tables().nouns["soldier"][t.Lemma]
}

// beyondRelative tells whether a clause hangs on a relative clause below a verb, which tells of
// something else: "executed a man who was held after he stormed the embassy".
func beyondRelative(s *english.Sentence, clause, verb int) bool {
	for over := range s.Ancestors(clause) {
		if over == verb {
			return false
		}
		if s.Tokens[over].Is("acl") {
			return true
		}
	}
	return false
}

// hosted tells whether what a verb holds or hosts are talks.
func (f *finder) hosted(s *english.Sentence, verb int) bool {
	talks := func(i int) bool {
		if i >= 0 && s.Tokens[i].Is("obj") && measures(s.Tokens[i].Lemma) { // "host a round of talks"
			i = s.Child(i, "nmod")
		}
		return i >= 0 && tables().nouns["talks"][s.Tokens[i].Lemma]
	}
	return talks(s.Tokens[verb].Head) || slices.ContainsFunc(slices.Collect(s.Children(verb)), talks)
}
