package english

import "strings"

// mendUnhelped makes the participle that has a subject and nothing that helps it a verb in the past:
// "The Harbour Federation called for calm", "The troops pulled back from the town".
func mendUnhelped(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		subject := s.Child(verb, "nsubj")
		if v.XPOS != "VBN" || v.UPOS != "VERB" || !v.Is("root") || s.Paragraph == 0 || subject < 0 || subject > verb || s.isHelped(verb) {
			continue
		}
		if t := &s.Tokens[subject]; t.Deprel == "nsubj:pass" && (s.goesOff(verb) || s.callsFor(verb)) {
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
	if verb+2 >= len(s.Tokens) {
		return false
	}
	particle := &s.Tokens[verb+1]
	if particle.Head != verb || !particle.Is("advmod") && !particle.Is("compound:prt") {
		return false
	}
	switch s.Tokens[verb+2].Lemma {
	case "from", "into", "of":
		return true
	}
	return false
}

// callsFor tells whether a verb is that of "called for" or "called on", which has no passive of that form.
func (s *Sentence) callsFor(verb int) bool {
	if s.Tokens[verb].Lemma != "call" || verb+1 >= len(s.Tokens) {
		return false
	}
	word := s.Tokens[verb+1].Lemma
	return word == "for" || word == "on"
}

// mendActive makes the subject of a verb in the past one that acts, where nothing makes the verb a passive:
// "It also called for the tax to be cut", "Lowe's announced a sale".
func mendActive(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		subject := s.Child(verb, "nsubj")
		if v.UPOS != "VERB" || subject < 0 || subject > verb || s.Tokens[subject].Deprel != "nsubj:pass" || s.isHelped(verb) {
			continue
		}
		if v.XPOS == "VBN" && subject+1 < verb && s.takenForHelper(subject+1, subject) {
			mark := &s.Tokens[subject+1]
			mark.UPOS, mark.XPOS, mark.Feats = "PART", "POS", ""
			v.setPast()
		}
		if v.XPOS == "VBD" {
			s.Tokens[subject].Deprel = "nsubj"
		}
	}
}

// takenForHelper tells whether the "'s" that ends a name was tagged as a helper of the verb: "Lowe's announced".
func (s *Sentence) takenForHelper(mark, name int) bool {
	t := &s.Tokens[mark]
	return t.Is("case") && t.UPOS == "AUX" && t.Head == name
}

// mendRarePast takes a word that can only be the past of a verb for that past, where the parser took it for a noun
// before another, or for a verb "to froze": "Norland froze assets".
func mendRarePast(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		base := loadTables().pasts[t.Text]
		if base == "" || t.XPOS == "VBD" || t.Lemma == base && t.UPOS == "VERB" {
			continue
		}
		t.UPOS, t.Lemma = "VERB", base
		t.setPast()
		if t.Is("compound") && t.Head > verb {
			s.raise(verb, t.Head)
		}
		if s.Child(verb, "nsubj") >= 0 {
			continue
		}
		for i := range s.Tokens[:verb] { // what the parser hung on the verb or behind it as a part of a name
			if one := &s.Tokens[i]; one.Is("compound") && one.Head >= verb {
				one.Head, one.Deprel = verb, "nsubj"
			}
		}
	}
}

// mendPast takes for a past what the parser took for a participle without a helper, where it stands
// behind what its subject is told to be: "Norland, a member of the council, called for a truce".
func mendPast(s *Sentence) {
	last := len(s.Tokens) - 1
	for last > 0 && strings.ContainsAny(s.Tokens[last].Text, `"”’'`) {
		last--
	}
	if last < 0 || s.Tokens[last].Text != "." {
		return // titles leave out what helps a participle
	}
	root := s.Root()
	verb := root
	if root >= 0 && s.rootNoun() == root {
		verb = s.behindApposed(root)
	}
	if verb < 0 || s.Tokens[verb].XPOS != "VBN" || s.commaBefore(verb) != verb-1 || s.isHelped(verb) {
		return
	}
	subject := s.Child(verb, "nsubj:pass")
	if verb != root {
		subject = root
		s.Tokens[verb].Head, s.Tokens[verb].Deprel = -1, "root"
		s.Tokens[subject].Head = verb
	}
	if subject < 0 || s.Child(subject, "appos") < 0 {
		return
	}
	s.Tokens[subject].Deprel = "nsubj"
	s.Tokens[verb].setPast()
}

// behindApposed is the participle behind a comma that the parser hung on what stands in apposition to a
// noun with nothing else said of it; -1 where there is none.
func (s *Sentence) behindApposed(noun int) int {
	apposed := s.Child(noun, "appos")
	if apposed < 0 {
		return -1
	}
	verb := s.Child(apposed, "acl")
	if verb < apposed || s.commaBefore(verb) != verb-1 {
		return -1
	}
	for i := range s.Tokens {
		if i != verb && s.finite(i) && s.Tokens[i].UPOS == "VERB" {
			return -1
		}
	}
	return verb
}
