package english

// isNoun tells whether a token is a common noun or a name.
func (t *Token) isNoun() bool { return t.UPOS == "NOUN" || t.UPOS == "PROPN" }

// isFinite tells whether a verb stands in the past or present by its own form: "met", "meets".
func (t *Token) isFinite() bool { return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" }

// setPast makes a verb one in the past that stands by itself.
func (t *Token) setPast() { t.XPOS, t.Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin" }

// setUnhelped makes a participle a verb in the past and leaves other forms as they are.
func (t *Token) setUnhelped() {
	if t.XPOS == "VBN" {
		t.setPast()
	}
}

// setParticiple makes a verb a past participle: "the pact signed in May".
func (t *Token) setParticiple() { t.XPOS, t.Feats = "VBN", "Tense=Past|VerbForm=Part|Voice=Pass" }

// hasSubject tells whether a verb has a subject of its own: a noun, a clause, or "there".
func (s *Sentence) hasSubject(verb int) bool { return s.Child(verb, "nsubj", "csubj", "expl") >= 0 }

// isJoined tells whether a token is coordinated with one before it: "called" in "He came and called for calm".
func (s *Sentence) isJoined(token int) bool {
	t := &s.Tokens[token]
	return t.Is("conj") && t.Head >= 0 && t.Head < token
}

// isBare tells whether a verb has neither a subject nor a helper of its own, nor a word such as "that" before it: "called"
// in "He came and called for calm".
func (s *Sentence) isBare(verb int) bool {
	return !s.hasSubject(verb) && s.Child(verb, "aux", "cop", "mark") < 0
}

// followsComma tells whether a comma stands right before a token.
func (s *Sentence) followsComma(token int) bool { return token > 0 && s.Tokens[token-1].Text == "," }

// isHelped tells whether something shows that a participle is one: "has called", "was called", "called by the envoy".
func (s *Sentence) isHelped(verb int) bool { return s.Child(verb, "aux", "cop", "obl:agent") >= 0 }

// makeSubject hangs a noun on a verb as its subject, in the passive where a helper says so: "were shot down".
func (s *Sentence) makeSubject(noun, verb int) {
	n := &s.Tokens[noun]
	n.Head, n.Deprel = verb, "nsubj"
	if s.Child(verb, "aux:pass") >= 0 {
		n.Deprel = "nsubj:pass"
	}
}
