package english

import "strings"

// mendAgreement lifts a verb in the singular that the parser coordinated with one whose
// subject is plural to the nearest verb above that has a subject for it: "The ministry
// denied that the forces have left, and says they hold the town".
func mendAgreement(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		if !v.Is("conj") || v.Head < 0 || v.Head > verb || !s.singularVerb(verb) || s.Child(verb, "nsubj", "csubj", "expl") >= 0 || s.Child(verb, "cc") < 0 {
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
		if !v.Is("conj") || v.Head < 0 || v.Head > verb || v.XPOS != "VBD" && v.XPOS != "VBN" || s.Child(verb, "nsubj", "csubj", "expl", "aux", "cop", "mark") >= 0 || s.Child(verb, "cc") < 0 {
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

// toldInPast tells whether a verb stands in the past, by itself or by "did".
func (s *Sentence) toldInPast(verb int) bool {
	aux := s.Child(verb, "aux")
	return s.Tokens[verb].XPOS == "VBD" || aux >= 0 && s.Tokens[aux].Text == "did"
}

// mendUnhelped makes the participle that has a subject and nothing that helps it a verb in the past:
// "The Harbour Federation called for calm", "The troops pulled back from the town".
func mendUnhelped(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		subject := s.Child(verb, "nsubj")
		if v.XPOS != "VBN" || v.UPOS != "VERB" || !v.Is("root") || s.Paragraph == 0 || subject < 0 || subject > verb || s.Child(verb, "aux", "cop", "obl:agent") >= 0 {
			continue
		}
		if t := &s.Tokens[subject]; t.Deprel == "nsubj:pass" && s.goesOff(verb) {
			t.Deprel = "nsubj"
		}
		if s.Tokens[subject].Deprel == "nsubj" {
			v.setPast()
		}
	}
}

// goesOff tells whether a particle and a preposition stand right behind a verb: who "pulled back from" a
// town has not been pulled.
func (s *Sentence) goesOff(verb int) bool {
	if verb+2 >= len(s.Tokens) || s.Tokens[verb+1].Head != verb || !s.Tokens[verb+1].Is("advmod") && !s.Tokens[verb+1].Is("compound:prt") {
		return false
	}
	switch s.Tokens[verb+2].Lemma {
	case "from", "into", "of":
		return true
	}
	return false
}

// mendActive makes the subject of a verb in the past one that acts, where nothing makes the verb a passive:
// "It also called for the tax to be cut", "Lowe's announced a sale".
func mendActive(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		subject := s.Child(verb, "nsubj")
		if v.UPOS != "VERB" || subject < 0 || subject > verb || s.Tokens[subject].Deprel != "nsubj:pass" || s.Child(verb, "aux", "cop", "obl:agent") >= 0 {
			continue
		}
		switch mark := subject + 1; {
		case v.XPOS == "VBD":
		case v.XPOS == "VBN" && mark < verb && s.Tokens[mark].Is("case") && s.Tokens[mark].UPOS == "AUX" && s.Tokens[mark].Head == subject: // the end of a name
			s.Tokens[mark].UPOS, s.Tokens[mark].XPOS, s.Tokens[mark].Feats = "PART", "POS", ""
			v.setPast()
		default:
			continue
		}
		s.Tokens[subject].Deprel = "nsubj"
	}
}

// mendTitle makes the noun right before the verb of a title its subject, and the one behind it its object,
// where the parser took them for parts of a name: "Envoy hails 'constructive' talks".
func mendTitle(s *Sentence) {
	verb := s.Root()
	if s.Paragraph > 0 || verb < 1 || s.Tokens[verb].XPOS != "VBZ" || s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
		return
	}
	subject := &s.Tokens[verb-1]
	if subject.Head != verb || !subject.Is("compound") || subject.UPOS != "NOUN" && subject.UPOS != "PROPN" {
		return
	}
	for i := range s.Tokens[:verb-1] {
		if s.Tokens[i].Head == verb && s.Tokens[i].UPOS != "PUNCT" {
			s.Tokens[i].Head = verb - 1
		}
	}
	subject.Deprel = "nsubj"
	if object := s.Child(verb, "appos"); object > verb {
		s.Tokens[object].Deprel = "obj"
	}
}

// mendTitleRow gives a title's verb right behind a comma the subject of the verb before it, where the parser
// took one for what the other tells: "Kovar denies rift, says 'we are one'".
func mendTitleRow(s *Sentence) {
	if s.Paragraph > 0 {
		return
	}
	for second := 4; second < len(s.Tokens); second++ {
		t := &s.Tokens[second]
		if t.UPOS != "VERB" || t.XPOS != "VBZ" && t.XPOS != "VBP" || s.Tokens[second-1].Text != "," || s.Child(second, "nsubj", "nsubj:pass", "expl", "csubj") >= 0 {
			continue
		}
		if behind := s.Child(second, "obj", "iobj"); behind > second && t.Lemma == "say" {
			return // "Talks to go on, says envoy"
		}
		first := t.Head
		if t.Head < 0 {
			first = s.Child(second, "ccomp", "parataxis")
		}
		if first < 0 || first > second || s.Tokens[first].UPOS != "VERB" || s.Tokens[first].XPOS != t.XPOS || s.Child(first, "nsubj") < 0 {
			return
		}
		if t.Head < 0 {
			s.Tokens[first].Head, s.Tokens[first].Deprel = -1, "root"
		}
		t.Head, t.Deprel = first, "conj"
		return
	}
}

// mendGathered makes a noun in "-ing" that the parser took for a second subject behind the first what those
// do who are told by the first: "Leaders meeting in Oslo have called for a pause".
func mendGathered(s *Sentence) {
	for i := 1; i+1 < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		if t.XPOS != "NN" || t.Deprel != "nsubj" || !strings.HasSuffix(t.Text, "ing") || before.Deprel != "nsubj" || before.Head != t.Head || before.UPOS != "NOUN" && before.UPOS != "PROPN" {
			continue
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBG", "Tense=Pres|VerbForm=Part", strings.TrimSuffix(t.Text, "ing")
		t.Head, t.Deprel = i-1, "acl"
	}
}

// setPast makes a verb one in the past that stands by itself.
func (t *Token) setPast() { t.XPOS, t.Feats = "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin" }

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
