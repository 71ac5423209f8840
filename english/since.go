package english

import "strings"

// mendSince gives a sentence that has none its verb, where the parser hung it on the participle that describes the
// subject, or took for its own subject the time behind "since": "A tourist held in Oslo since October was released".
func mendSince(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		kept := v.Head
		if !v.Is("advcl") || kept < 0 || !s.predicates(verb) || !s.freeOfSince(verb) || !s.Tokens[kept].Is("acl") {
			continue
		}
		noun := s.Tokens[kept].Head
		if s.Tokens[noun].Head >= 0 {
			continue
		}
		v.Head, v.Deprel = s.Tokens[noun].Head, s.Tokens[noun].Deprel
		for i := verb + 1; i < len(s.Tokens); i++ {
			if t := &s.Tokens[i]; t.Head == noun || t.Head == kept {
				t.Head = verb
			}
		}
		s.makeSubject(noun, verb)
	}
}

// freeOfSince hangs the time behind "since" that a parser took for the subject of a verb on what the verb hangs on; it
// tells whether the verb is then without a subject and a word that opens its clause.
func (s *Sentence) freeOfSince(verb int) bool {
	time, word := s.Child(verb, "nsubj"), s.Child(verb, "mark")
	if time < 0 {
		return word < 0
	}
	if first, _ := s.Subtree(time); word < 0 || word != first-1 || !strings.EqualFold(s.Tokens[word].Text, "since") || !s.dates(time) {
		return false
	}
	s.Tokens[word].Head, s.Tokens[word].Deprel, s.Tokens[word].UPOS = time, "case", "ADP"
	s.Tokens[time].Head, s.Tokens[time].Deprel = s.Tokens[verb].Head, "obl"
	return true
}

// dates tells whether a token names a month, a day of the week or a year.
func (s *Sentence) dates(token int) bool {
	return loadTables().calendar[s.Tokens[token].Text] || s.Tokens[token].UPOS == "NUM"
}
