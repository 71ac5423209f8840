package english

import "strings"

// mendAfterwards makes what stands between "after" or "before" and a finite verb the subject of that verb,
// where the parser hung the phrase and the verb on the clause before: "closed the port after Kovar and
// Holm shelled the town".
func mendAfterwards(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		if t.XPOS != "VBD" || !s.isJoined(verb) || s.Child(verb, "nsubj", "aux:pass", "cc", "mark") >= 0 {
			continue
		}
		subject := s.Child(verb, "obl")
		if subject < 0 || subject > verb {
			continue
		}
		word := s.Child(subject, "case")
		if _, last := s.Subtree(subject); word < t.Head || last != verb {
			continue
		}
		switch strings.ToLower(s.Tokens[word].Text) {
		case "after", "before":
		default:
			continue
		}
		s.Tokens[word].Head, s.Tokens[word].Deprel = verb, "mark"
		s.Tokens[subject].Deprel = "nsubj"
		t.Deprel = "advcl"
	}
}
