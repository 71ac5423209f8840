package english

// ListedBehind tells whether a token stands behind a colon that follows one of some nouns in the plural, and so in the
// list that those announce: "on three conditions: the rebels disarm, free the hostages and leave".
func (s *Sentence) ListedBehind(token int, nouns map[string]bool) bool {
	for colon := token - 1; colon > 0; colon-- {
		if s.Tokens[colon].Text != ":" {
			continue
		}
		announces := &s.Tokens[colon-1]
		return announces.XPOS == "NNS" && inSet(nouns, announces.Lemma)
	}
	return false
}
