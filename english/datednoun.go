package english

// mendDatedNoun makes one phrase of an article or owner, a full date and the noun that it dates, where the commas around
// the year made the parser take the date for a thing of its own: "the May 3, 2024, raid".
func mendDatedNoun(s *Sentence) {
	for day := 2; day+3 < len(s.Tokens); day++ {
		noun := s.datedNoun(day)
		if noun < 0 {
			continue
		}
		first := day - 1
		top := s.Anchor(first, noun-1)
		if date, n := s.Tokens[top], &s.Tokens[noun]; date.Head < first || date.Head > noun {
			n.Head, n.Deprel = date.Head, date.Deprel
		}
		for i := range s.Tokens {
			if t := &s.Tokens[i]; t.Head >= first && t.Head < noun && (i < first || i > noun) {
				t.Head = noun
			}
		}
		s.Tokens[top].Head, s.Tokens[top].Deprel = noun, "nmod:unmarked"
	}
}

// datedNoun is the noun behind a day of a month and a year which an article or owner before the month belongs to; -1 where
// there is none.
func (s *Sentence) datedNoun(day int) int {
	month, opener := &s.Tokens[day-1], &s.Tokens[day-2]
	owned := opener.UPOS == "DET" || opener.XPOS == "POS" || opener.XPOS == "PRP$"
	if !owned || s.Tokens[day].UPOS != "NUM" || month.UPOS != "PROPN" || month.Head != day || s.Tokens[day+1].Text != "," || !isYear(s.Tokens[day+2].Text) {
		return -1
	}
	noun := day + 3
	if s.Tokens[noun].Text == "," {
		noun++
	}
	for noun+1 < len(s.Tokens) && (s.Tokens[noun].UPOS == "ADJ" || s.Tokens[noun].Is("compound")) && s.Tokens[noun].Head > noun {
		noun++
	}
	if noun >= len(s.Tokens) || s.Tokens[noun].UPOS != "NOUN" {
		return -1
	}
	return noun
}

// isYear tells whether a word is a year in four digits.
func isYear(word string) bool {
	return len(word) == 4 && (word[:2] == "19" || word[:2] == "20") && isDigit(word[2]) && isDigit(word[3])
}
