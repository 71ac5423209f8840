package english

import "strings"

// mendWaged makes a noun, and the subject of the verb behind it, of a gerund that stands bare before a finite verb without
// a subject, which nothing else there can be: "Fighting erupted at the border", "said shelling resumed".
func mendWaged(s *Sentence) {
	for gerund := range s.Tokens {
		t := &s.Tokens[gerund]
		verb := s.verbOfGerund(gerund)
		if verb < 0 || !s.isPhrase(gerund, verb) {
			continue
		}
		if s.Tokens[verb].Head == gerund {
			s.yield(gerund, verb)
		}
		if mark := s.Child(gerund, "mark"); mark >= 0 {
			s.Tokens[mark].Head = verb
		}
		if v := &s.Tokens[verb]; !v.isFinite() {
			v.UPOS, v.Lemma = "VERB", lemmaOf(v.Text, "VBD")
			v.setPast()
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "NOUN", "NN", "Number=Sing", strings.ToLower(t.Text)
		s.makeSubject(gerund, verb)
	}
}

// verbOfGerund is the verb right behind a gerund, or the one that tells what it did, which has no other subject; -1 where
// there is none.
func (s *Sentence) verbOfGerund(gerund int) int {
	t := &s.Tokens[gerund]
	verb := gerund + 1
	if t.XPOS != "VBG" || t.UPOS != "VERB" || t.Is("acl") || t.Is("conj") || verb >= len(s.Tokens) {
		return -1
	}
	if told := s.Child(gerund, "conj"); told > verb && s.Child(told, "cc") < 0 && s.tellsOn(told) {
		verb = told // "Fighting between the two intensified"
	}
	v := &s.Tokens[verb]
	related := t.Head == verb || v.Head == gerund || t.Head == v.Head
	if own := s.Child(verb, "nsubj", "csubj", "expl"); !related || own >= 0 && own != gerund {
		return -1
	}
	if s.tellsOn(verb) || v.UPOS == "VERB" && v.isFinite() {
		return verb
	}
	return -1
}

// tellsOn tells whether a word is the past of a verb that has no passive, and no helper makes it another form.
func (s *Sentence) tellsOn(token int) bool {
	return inSet(loadTables().goings, s.Tokens[token].Text) && s.Child(token, "aux") < 0
}

// isPhrase tells whether nothing hangs on a gerund but what belongs to a noun or, where the parser took it for the verb of
// the clause, to the verb behind it.
func (s *Sentence) isPhrase(gerund, verb int) bool {
	for child := range s.Children(gerund) {
		switch t := &s.Tokens[child]; {
		case child < gerund && !t.Is("aux") && !t.Is("nsubj") && !t.Is("cop"):
		case child > gerund && child < verb && t.Is("obl"):
		case child >= verb:
		default:
			return false
		}
	}
	return true
}

// yield gives a verb the place of the gerund that it was hung on, and what belongs to its clause.
func (s *Sentence) yield(gerund, verb int) {
	for i := range s.Tokens {
		switch t := &s.Tokens[i]; {
		case t.Head != gerund || i == verb:
		case i > verb, t.Is("mark"), t.Is("advmod"), t.Is("punct"), t.Is("obl") && i < gerund:
			t.Head = verb
		case t.Is("obl"):
			t.Deprel = "nmod"
		}
	}
	s.Tokens[verb].Head, s.Tokens[verb].Deprel = s.Tokens[gerund].Head, s.Tokens[gerund].Deprel
}

// mendGoesOn makes a sentence of a noun and the past of a verb that has no passive, of which the parser took the verb to
// describe the noun though the sentence has no other: "Heavy clashes continued in the port".
func mendGoesOn(s *Sentence) {
	noun := s.Root()
	if noun < 0 || !s.Tokens[noun].isNoun() || s.Child(noun, "cop", "case", "conj", "parataxis") >= 0 {
		return
	}
	verb := s.Child(noun, "acl")
	if verb != noun+1 || s.Tokens[verb].Deprel != "acl" || !s.tellsOn(verb) {
		return
	}
	s.yield(noun, verb)
	s.Tokens[verb].setPast()
	s.makeSubject(noun, verb)
}
