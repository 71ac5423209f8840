package english

import (
	"slices"
	"strings"
)

// mendAfterwards makes what stands between "after", "before" or "since" and a finite verb the subject of that verb,
// where the parser hung the phrase and the verb on the clause before, or the phrase on that behind: "closed the port
// after Kovar and Holm shelled the town", "since the truce broke down, thousands have fled".
func mendAfterwards(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		if t.XPOS != "VBD" || !s.isJoined(verb) && !t.Is("advcl") || s.Child(verb, "nsubj", "aux:pass", "cc") >= 0 {
			continue
		}
		subject := s.phraseUpTo(verb)
		if subject < 0 {
			continue
		}
		word := s.Child(subject, "case")
		if word < 0 {
			word = s.Child(verb, "mark")
		}
		if first, _ := s.Subtree(subject); word < 0 || s.isJoined(verb) && word < t.Head || word != first && word != first-1 {
			continue
		}
		switch strings.ToLower(s.Tokens[word].Text) {
		case "after", "before", "since":
		default:
			continue
		}
		s.Tokens[word].Head, s.Tokens[word].Deprel = verb, "mark"
		s.Tokens[subject].Head, s.Tokens[subject].Deprel = verb, "nsubj"
		t.Deprel = "advcl"
	}
}

// phraseUpTo is the phrase without a clause in it that ends right before a verb and hangs on it, or on the word that
// the verb hangs on, as a circumstance; -1 where there is none.
func (s *Sentence) phraseUpTo(verb int) int {
	for _, over := range []int{verb, s.Tokens[verb].Head} {
		for child := range s.Children(over) {
			if child < verb && s.Tokens[child].Is("obl") && s.Dominates(child, verb-1) && !slices.ContainsFunc(s.Tokens[child:verb], func(t Token) bool { return t.isFinite() }) {
				return child
			}
		}
	}
	return -1
}
