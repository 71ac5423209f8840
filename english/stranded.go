package english

// mendStranded gives a verb behind a conjunction the noun between the two for a subject, where the parser hung
// that, without a preposition, under the verb that the whole clause hangs under: "Prices will fall, as critics
// once predicted", "must open its sites as the country declares that it will not".
func mendStranded(s *Sentence) {
	for verb := range s.Tokens {
		v := &s.Tokens[verb]
		mark := s.Child(verb, "mark")
		if v.UPOS != "VERB" || !v.Is("advcl") || mark < 0 || mark > verb || v.XPOS == "VBG" || s.hasSubject(verb) || s.Child(verb, "aux:pass") >= 0 {
			continue
		}
		for noun := mark + 1; noun < verb; noun++ {
			t := &s.Tokens[noun]
			if t.Head != v.Head || !t.Is("obl") || !t.isNoun() || s.Child(noun, "case") >= 0 {
				continue
			}
			if first, last := s.Subtree(noun); first == mark+1 && s.onlyAdverbs(last, verb) {
				s.makeSubject(noun, verb)
				if v.XPOS == "VBN" && s.Child(verb, "aux") < 0 {
					v.setPast()
				}
				break
			}
		}
	}
}

// onlyAdverbs tells whether nothing but adverbs and helpers of the verb stands between two tokens.
func (s *Sentence) onlyAdverbs(first, verb int) bool {
	for i := first; i < verb; i++ {
		if t := &s.Tokens[i]; t.Head != verb || !t.Is("advmod") && !t.Is("aux") {
			return false
		}
	}
	return true
}
