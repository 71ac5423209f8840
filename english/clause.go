package english

import "strings"

// Case returns the preposition or other case marker of a noun, in lower case;
// "" where it has none.
func (s *Sentence) Case(noun int) string {
	if marker := s.Child(noun, "case"); marker >= 0 {
		return strings.ToLower(s.Tokens[marker].Text)
	}
	return ""
}

// Passive tells whether a verb stands in the passive, or is a past participle
// behind the noun that it is done to.
func (s *Sentence) Passive(verb int) bool {
	t := &s.Tokens[verb]
	if s.Child(verb, "aux:pass", "nsubj:pass") >= 0 || t.Deprel == "acl" && (t.XPOS == "VBN" || t.XPOS == "VBD" && s.agent(verb) >= 0) {
		return true
	}
	// "Norland proposed on Monday", tagged as a participle, is none; a headline's "man hanged" is one.
	return t.Feat("Voice") == "Pass" && (s.Paragraph == 0 || s.Child(verb, "nsubj") < 0)
}

// Negated tells whether a verb or predicate is denied by a word that depends on
// it: "not", "never", "neither", "nor".
func (s *Sentence) Negated(verb int) bool {
	for child := range s.Children(verb) {
		switch strings.ToLower(s.Tokens[child].Text) {
		case "not", "n't", "n’t", "never", "neither", "nor":
			return true
		}
	}
	return false
}

// HasNo tells whether "no" stands before a noun: "no talks".
func (s *Sentence) HasNo(noun int) bool {
	det := s.Child(noun, "det")
	return det >= 0 && strings.EqualFold(s.Tokens[det].Text, "no")
}

// Infinitive tells whether a verb has the marker "to".
func (s *Sentence) Infinitive(verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("mark") && strings.EqualFold(s.Tokens[child].Text, "to") {
			return true
		}
	}
	// "was due to meet", where "due to" is taken for one word.
	return verb > 1 && s.Tokens[verb].XPOS == "VB" && s.Tokens[verb-1].Is("fixed") && strings.EqualFold(s.Tokens[verb-1].Text, "to")
}

// Clause returns the verb or predicate of the clause that a token stands in.
func (s *Sentence) Clause(token int) int {
	for range s.Tokens {
		t := &s.Tokens[token]
		if t.UPOS == "VERB" && !t.Is("amod") && !t.Is("compound") || t.Head < 0 || s.Child(token, "cop") >= 0 {
			return token
		}
		token = t.Head
	}
	return token
}

// Anchor returns the token of the range [first, last) that the rest of the
// sentence attaches to.
func (s *Sentence) Anchor(first, last int) int {
	for token := first; token < last; token++ {
		if h := s.Tokens[token].Head; h < first || h >= last {
			return token
		}
	}
	return first
}

// Subject returns the token that does what a verb says, whatever its voice: its
// subject, the agent of a passive, or, for a verb without one of its own, that
// which it shares with another: the subject of the verb that it is coordinated
// with or complements, the object of an order ("asked the envoy to come"), the
// noun that it describes. It is -1 where the sentence does not say.
func (s *Sentence) Subject(verb int) int {
	for range s.Tokens {
		if s.Passive(verb) && !s.stative(verb) {
			return s.agent(verb)
		}
		if subject := s.Child(verb, "nsubj"); subject >= 0 {
			return s.relative(verb, subject)
		}
		if subject := s.infinitiveSubject(verb); subject >= 0 {
			return subject
		}
		next, settled := s.shared(verb)
		if settled || next < 0 {
			return next
		}
		verb = next
	}
	return -1
}

// stative tells whether a past participle is a state that another verb gives its
// subject rather than something done to it: "remained committed".
func (s *Sentence) stative(verb int) bool {
	return s.Tokens[verb].Is("xcomp") && !s.Infinitive(verb) && s.Child(verb, "aux", "obj") < 0
}

func (s *Sentence) agent(verb int) int {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obl:agent") || s.Tokens[child].Is("obl") && s.Case(child) == "by" {
			return child
		}
	}
	return -1
}

// infinitiveSubject returns the noun behind "for" directly before an infinitive:
// "plans for the envoy to travel".
func (s *Sentence) infinitiveSubject(verb int) int {
	marker := -1
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("mark") && strings.EqualFold(s.Tokens[child].Text, "to") {
			marker = child
		}
	}
	if marker < 1 {
		return -1
	}
	for _, over := range []int{verb, s.Tokens[verb].Head} {
		for child := range s.Children(over) {
			if child >= marker || !s.Tokens[child].Is("nmod") && !s.Tokens[child].Is("obl") && !s.Tokens[child].Is("nsubj") {
				continue
			}
			first, last := s.Subtree(child)
			marked := s.Case(child) == "for" || first > 0 && s.Tokens[first-1].Head == verb && strings.EqualFold(s.Tokens[first-1].Text, "for") // hung on the infinitive
			if marked && last == marker {
				return child
			}
		}
	}
	return -1
}

// relative replaces a relative pronoun by the noun that it stands for.
func (s *Sentence) relative(verb, subject int) int {
	switch strings.ToLower(s.Tokens[subject].Text) {
	case "who", "which", "that":
		for token := range s.Ancestors(subject) {
			if s.Tokens[token].Is("acl") {
				return s.Tokens[token].Head
			}
		}
		if noun := s.beforeComma(verb, subject); noun >= 0 {
			return noun
		}
	}
	return subject
}

// beforeComma returns the noun that stands before the comma of a relative clause which a wrong tree has hung elsewhere, with
// its fellows where the verb is a plural: "Norland and Sudmark, which on Monday have agreed"; -1 where there is none.
func (s *Sentence) beforeComma(verb, pronoun int) int {
	noun := pronoun - 2
	if noun < 0 || s.Tokens[pronoun-1].Text != "," || s.Tokens[noun].UPOS != "NOUN" && s.Tokens[noun].UPOS != "PROPN" {
		return -1
	}
	plural := s.Tokens[verb].XPOS == "VBP"
	for child := range s.Children(verb) {
		plural = plural || s.Tokens[child].Is("aux") && s.Tokens[child].XPOS == "VBP"
	}
	for t := &s.Tokens[noun]; t.Head >= 0 && t.Head < noun && (t.Is("flat") || plural && t.Is("conj")); t = &s.Tokens[noun] {
		noun = t.Head
	}
	return noun
}

// shared returns the noun that a verb without a subject has in common with
// another word (settled), or the verb whose subject it shares.
func (s *Sentence) shared(verb int) (token int, settled bool) {
	t := &s.Tokens[verb]
	switch {
	case t.Head < 0:
		return -1, true
	case t.Is("acl"):
		return t.Head, true
	case t.Is("xcomp"), t.Is("advcl"), t.Is("ccomp") && s.Infinitive(verb):
		if (t.Is("xcomp") || s.chargedWith(verb)) && s.Passive(t.Head) { // "was prompted to act"
			return s.Child(t.Head, "nsubj"), true
		}
		object := s.Child(t.Head, "obj", "iobj")
		if object >= 0 && object < verb && (!t.Is("advcl") || s.chargedWith(verb)) && !(t.XPOS == "VBG" && s.BareSingular(object)) {
			return object, true // but "took office promising"
		}
		return t.Head, s.Tokens[t.Head].UPOS == "NOUN"
	case t.Is("conj"):
		if subject := s.Child(t.Head, "nsubj"); subject >= 0 && s.Passive(t.Head) && t.XPOS != "VBG" {
			return s.relative(t.Head, subject), true // "was received by the envoy and will meet the king"
		}
		return t.Head, s.Tokens[t.Head].UPOS == "NOUN"
	}
	return -1, true
}

// chargedWith tells whether a clause says, behind "of" and "having", what the object of the verb before it has done: "accused
// Norland of having shelled the port".
func (s *Sentence) chargedWith(verb int) bool {
	of, having := s.Child(verb, "mark"), s.Child(verb, "aux")
	return of >= 0 && having == of+1 && s.Tokens[of].Text == "of" && s.Tokens[having].XPOS == "VBG"
}

// BareSingular tells whether a common noun in the singular stands alone, as one that does nothing itself: "took office".
func (s *Sentence) BareSingular(noun int) bool {
	return s.Tokens[noun].XPOS == "NN" && s.Child(noun, "det", "nmod:poss", "amod", "compound", "nummod", "nmod") < 0
}

// ObjectRelative tells whether a verb heads a relative clause on its own object:
// "demands that Norland rejected", but not "demands that Norland leave the port".
func (s *Sentence) ObjectRelative(verb int) bool {
	return s.Tokens[verb].Is("acl:relcl") && s.Tokens[verb].UPOS == "VERB" && !s.Passive(verb) &&
		s.Child(verb, "nsubj") >= 0 && s.relative(verb, s.Child(verb, "nsubj")) == s.Child(verb, "nsubj") &&
		s.Child(verb, "obj", "ccomp", "xcomp", "cop") < 0
}

// Object returns the token that a verb is done to: its object, the subject of a
// passive, also of the verb before it ("was arrested and later freed") or over it ("is expected to be
// freed"), or the noun that a past participle describes; -1 where there is none.
func (s *Sentence) Object(verb int) int {
	if object := s.Child(verb, "obj", "nsubj:pass"); object >= 0 {
		return s.relative(verb, object)
	}
	if s.Passive(verb) {
		if subject := s.Child(verb, "nsubj"); subject >= 0 {
			return s.relative(verb, subject)
		}
		if s.Tokens[verb].Is("acl") {
			return s.Tokens[verb].Head
		}
		if object := s.objectBefore(verb); object >= 0 {
			return object
		}
		return s.raised(verb)
	}
	return -1
}

// objectBefore returns what a passive is done to where the verb before it has that for its own object, "was arrested and
// later freed", or for its subject, "left the country and was sentenced"; -1 where there is none.
func (s *Sentence) objectBefore(verb int) int {
	t := &s.Tokens[verb]
	before := t.Head
	if !s.isJoined(verb) || s.Tokens[before].UPOS != "VERB" {
		return -1
	}
	if t.XPOS == "VBN" && s.Passive(before) {
		return s.Object(before)
	}
	if subject := s.Child(before, "nsubj"); subject >= 0 && s.Child(verb, "aux:pass") >= 0 {
		return s.relative(before, subject)
	}
	return -1
}

// raised returns what a passive infinitive is done to where the verb over it has that for its own
// object or subject: "wants them to be freed", "they are expected to be freed"; -1 where there is none.
func (s *Sentence) raised(verb int) int {
	over := s.Tokens[verb].Head
	if over < 0 || !s.Tokens[verb].Is("xcomp") || !s.Infinitive(verb) {
		return -1
	}
	if object := s.Child(over, "obj"); object >= 0 {
		return object
	}
	if subject := s.Child(over, "nsubj"); subject >= 0 {
		return s.relative(over, subject)
	}
	return -1
}
