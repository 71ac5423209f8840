package english

import "strings"

// mendTitle makes the noun right before the verb of a title its subject, and the one behind it its object,
// where the parser took them for parts of a name: "Envoy hails 'constructive' talks".
func mendTitle(s *Sentence) {
	verb := s.Root()
	if s.Paragraph > 0 || verb < 1 || s.Tokens[verb].XPOS != "VBZ" || s.hasSubject(verb) {
		return
	}
	subject := &s.Tokens[verb-1]
	if subject.Head != verb || !subject.Is("compound") || !subject.isNoun() {
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

// mendTitleInfinitive makes the name that a title opens with the subject of the infinitive behind it, where the parser
// took that for a clause on the name: "Norland to lift sanctions".
func mendTitleInfinitive(s *Sentence) {
	name := s.Root()
	if s.Paragraph > 0 || name < 0 || s.Tokens[name].UPOS != "PROPN" || s.Child(name, "case", "nmod:poss", "cop") >= 0 {
		return
	}
	verb := s.Child(name, "acl")
	if verb < name || !s.Infinitive(verb) || s.Tokens[verb-1].Lemma != "to" || s.Tokens[verb].Text != strings.ToLower(s.Tokens[verb].Text) {
		return // "Plan to End War"
	}
	s.riseOver(name, verb)
	s.Tokens[name].Head, s.Tokens[name].Deprel = verb, "nsubj"
}

// mendTitleDue makes the infinitive that says of a noun alone in a title what is to become of it the verb of the title, and
// the noun its subject: "Talks between Norland and Sudmark to begin on Monday".
func mendTitleDue(s *Sentence) {
	noun := s.Root()
	if s.Paragraph > 0 || noun < 0 || s.Tokens[noun].UPOS != "NOUN" || s.Child(noun, "case", "cop", "nsubj") >= 0 {
		return
	}
	for verb := noun + 1; verb < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		if t.XPOS != "VB" || !t.Is("acl") && !t.Is("advcl") || !loadTables().dues[t.Text] || !s.Infinitive(verb) || !s.Dominates(noun, t.Head) {
			continue
		}
		if object := s.Child(verb, "obj"); object >= 0 && !loadTables().calendar[s.Tokens[object].Text] {
			continue // "Plan to end dispute"
		}
		for i := range s.Tokens {
			if c := &s.Tokens[i]; c.Head == t.Head && i > verb {
				c.Head = verb
			}
		}
		t.Head, t.Deprel = -1, "root"
		s.makeSubject(noun, verb)
		return
	}
}

// mendPremier makes "PM" behind a name or an adjective with a capital the head of both, where the parser took it
// for a time of day: "Norwegian PM says".
func mendPremier(s *Sentence) {
	for i := 1; i < len(s.Tokens); i++ {
		t, before := &s.Tokens[i], &s.Tokens[i-1]
		beside := t.Head >= 0 && t.Head == before.Head && before.Is("nsubj")
		if t.Text != "PM" || t.Head != i-1 && !beside || !t.Is("nmod") && !t.Is("obl") || before.UPOS != "PROPN" && before.UPOS != "ADJ" {
			continue
		}
		for k := range s.Tokens {
			if s.Tokens[k].Head == i-1 && k != i {
				s.Tokens[k].Head = i
			}
		}
		t.Head, t.Deprel = before.Head, before.Deprel
		before.Head, before.Deprel = i, "compound"
		if before.UPOS == "ADJ" {
			before.Deprel = "amod"
		}
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
		if t.UPOS != "VERB" || t.XPOS != "VBZ" && t.XPOS != "VBP" || !s.followsComma(second) || s.hasSubject(second) {
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

// mendTitleAdjectives hangs the adjective that a title begins a row with on the noun of the row, where the parser took it
// for a subject of its own: "Norland's Ostish, Sudmark Allies Meet".
func mendTitleAdjectives(s *Sentence) {
	if s.Paragraph > 0 {
		return
	}
	for first := 0; first+3 < len(s.Tokens); first++ {
		t, second := &s.Tokens[first], &s.Tokens[first+2]
		if t.UPOS != "ADJ" || !t.Is("nsubj") || s.Tokens[first+1].Text != "," || second.UPOS != "ADJ" && second.UPOS != "PROPN" {
			continue
		}
		noun := second.Head
		if noun < first+3 || s.Tokens[noun].Head != t.Head || !s.Tokens[noun].Is("nsubj") || s.Tokens[noun].XPOS != "NNS" {
			continue
		}
		for i := range s.Tokens[:first] {
			if s.Tokens[i].Head == first {
				s.Tokens[i].Head = noun
			}
		}
		t.Head, t.Deprel = noun, "amod"
	}
}
