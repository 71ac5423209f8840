package english

import "strings"

// mendDue takes "is due to leave" for what somebody is to do, where the parser took
// "due to" for the preposition, which has no bare verb behind it.
func mendDue(s *Sentence) {
	for due := 0; due+2 < len(s.Tokens); due++ {
		t, to := &s.Tokens[due], &s.Tokens[due+1]
		verb := t.Head
		if !strings.EqualFold(t.Text, "due") || !strings.EqualFold(to.Text, "to") || verb <= due+1 || s.Tokens[verb].XPOS != "VB" || t.Is("xcomp") {
			continue
		}
		be := s.Child(verb, "cop", "aux")
		if be < 0 || be > due || s.Tokens[be].Lemma != "be" {
			continue
		}
		t.Head, t.Deprel, t.UPOS, t.XPOS = s.Tokens[verb].Head, s.Tokens[verb].Deprel, "ADJ", "JJ"
		for child := range s.Tokens {
			if c := &s.Tokens[child]; c.Head == verb && child != due && (child < due || c.Is("punct")) {
				c.Head = due
			}
		}
		s.Tokens[be].Deprel = "cop"
		s.Tokens[verb].Head, s.Tokens[verb].Deprel = due, "xcomp"
		to.Head, to.Deprel = verb, "mark"
	}
}
