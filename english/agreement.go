package english

// mendAgreement lifts a verb in the singular that the parser coordinated with one whose
// subject is plural to the nearest verb above that has a subject for it: "The ministry
// denied that the forces have left, and says they hold the town".
func mendAgreement(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !s.isJoined(verb) || !s.singularVerb(verb) || s.hasSubject(verb) || s.Child(verb, "cc") < 0 {
			continue
		}
		subject := s.Child(v.Head, "nsubj")
		if subject < 0 || !s.plural(subject) {
			continue
		}
		for above := range s.Ancestors(v.Head) {
			if subject := s.Child(above, "nsubj"); subject >= 0 && s.Tokens[above].UPOS == "VERB" && above < verb && !s.plural(subject) {
				v.Head = above
				break
			}
		}
	}
}

// mendTenses lifts a verb in the past, which the parser coordinated with a clause of content that
// tells of no past, to the verb of saying in the past over that clause: "The minister insisted
// that the truce must come first and said he would wait".
func mendTenses(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !s.joinedPast(verb) {
			continue
		}
		inner := &s.Tokens[v.Head]
		above := inner.Head
		if !inner.Is("ccomp") || above < 0 || above > v.Head || !s.toldInPast(above) || s.Child(above, "nsubj") < 0 || !s.unpast(v.Head) {
			continue
		}
		if v.XPOS == "VBN" && s.Child(v.Head, "aux:pass") >= 0 {
			continue
		}
		v.Head = above
		v.setPast()
	}
}

// mendInfinitive lifts a verb in the past, which the parser coordinated with an infinitive, to the verb in
// the past over it: "said it was too early to go but added".
func mendInfinitive(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if v.UPOS != "VERB" || !s.joinedPast(verb) {
			continue
		}
		if inner := &s.Tokens[v.Head]; inner.XPOS != "VB" || s.Child(v.Head, "mark") < 0 || s.Child(v.Head, "obj") < 0 && v.XPOS == "VBN" {
			continue
		}
		for above := range s.Ancestors(v.Head) {
			if s.Child(above, "nsubj") >= 0 && s.past(above) {
				v.Head = above
				v.setUnhelped()
				break
			}
		}
	}
}

// joinedPast tells whether a verb that can be a past stands bare behind "and", coordinated with what is before: "… and called".
func (s *Sentence) joinedPast(verb int) bool {
	v := &s.Tokens[verb]
	return (v.XPOS == "VBD" || v.XPOS == "VBN") && s.isJoined(verb) && s.isBare(verb) && s.Child(verb, "cc") >= 0
}

// toldInPast tells whether a verb stands in the past, by itself or by "did".
func (s *Sentence) toldInPast(verb int) bool {
	aux := s.Child(verb, "aux")
	return s.Tokens[verb].XPOS == "VBD" || aux >= 0 && s.Tokens[aux].Text == "did"
}

// past tells whether the verb or predicate of a clause stands in the simple past.
func (s *Sentence) past(head int) bool {
	for child := range s.Children(head) {
		if t := &s.Tokens[child]; t.Is("aux") || t.Is("cop") {
			return t.XPOS == "VBD"
		}
	}
	return s.Tokens[head].XPOS == "VBD"
}

// unpast tells whether the verb of a clause stands with a modal or in the present.
func (s *Sentence) unpast(verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("aux") || t.Is("cop") {
			return t.XPOS == "MD" || t.XPOS == "VBZ" || t.XPOS == "VBP"
		}
	}
	return s.Tokens[verb].XPOS == "VBZ" || s.Tokens[verb].XPOS == "VBP"
}

// singularVerb tells whether a verb, or what helps it, has the ending of the third person
// singular.
func (s *Sentence) singularVerb(verb int) bool {
	if s.Tokens[verb].XPOS == "VBZ" {
		return true
	}
	aux := s.Child(verb, "aux", "cop")
	return aux >= 0 && s.Tokens[aux].XPOS == "VBZ"
}

// plural tells whether a subject wants a verb in the plural: a plural noun, or several.
func (s *Sentence) plural(subject int) bool {
	switch s.Tokens[subject].XPOS {
	case "NNS", "NNPS":
		return true
	}
	return s.Child(subject, "conj") >= 0 && s.Tokens[subject].UPOS != "PRON"
}
