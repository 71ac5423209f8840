package english

// mendOwner makes the last name before a genitive the owner of the name behind it where the parser made both members of a
// row: "Kovar and Norland's Peter Holm met". So it does with one between commas that says what the name before it is:
// "Kovar, North Norland's envoy, met him".
func mendOwner(s *Sentence) {
	for mark := 1; mark+1 < len(s.Tokens); mark++ {
		owner := mark - 1
		o := &s.Tokens[owner]
		if s.Tokens[mark].XPOS != "POS" || !o.Is("conj") || o.UPOS != "PROPN" {
			continue
		}
		if calling := s.calledBehind(mark); calling >= 0 && s.Tokens[calling].Head == o.Head && s.Child(owner, "cc") < 0 {
			o.Head, o.Deprel = calling, "nmod:poss"
			continue
		}
		owned := s.Anchor(mark+1, mark+2)
		t := &s.Tokens[owned]
		if owned != mark+1 || t.UPOS != "PROPN" || !t.Is("conj") || t.Head != o.Head || s.Child(owned, "cc") >= 0 {
			continue
		}
		if and := s.Child(owner, "cc"); and >= 0 {
			s.Tokens[and].Head = owned
		}
		o.Head, o.Deprel = owned, "nmod:poss"
		s.Tokens[mark].Head = owner
	}
}

// calledBehind is the noun right behind a genitive, with nothing but its own adjectives between, that the parser took for
// what somebody is called; -1 where there is none.
func (s *Sentence) calledBehind(mark int) int {
	noun := mark + 1
	for noun < len(s.Tokens) && (s.Tokens[noun].Is("amod") || s.Tokens[noun].Is("compound")) {
		noun++
	}
	if noun < len(s.Tokens) && s.Tokens[noun].UPOS == "NOUN" && s.Tokens[noun].Is("appos") {
		return noun
	}
	return -1
}

// mendGenitive makes a noun behind a genitive the head of the phrase, where the parser hung
// it below the noun that the genitive opens with: "the Republic of Norland's ministry said".
// A noun phrase follows another without a preposition only as what that one owns.
func mendGenitive(s *Sentence) {
	for owned := range s.Tokens {
		t := &s.Tokens[owned]
		if !t.Is("nmod") || t.Head < 0 || t.Head > owned || s.Child(owned, "case") >= 0 {
			continue
		}
		owner, top := s.Child(owned, "nmod:poss"), t.Head
		if owner < 2 || owner > owned || s.Tokens[owner+1].XPOS != "POS" || top >= owner-1 || s.Tokens[owner-1].Text != "of" {
			continue
		}
		t.Head, t.Deprel = s.Tokens[top].Head, s.Tokens[top].Deprel
		s.Tokens[top].Head, s.Tokens[top].Deprel = owned, "nmod:poss"
		s.Tokens[owner].Head, s.Tokens[owner].Deprel = top, "nmod"
		s.Tokens[owner-1].Head = owner
		s.Tokens[owner+1].Head = top
	}
}

// mendFarOwner hangs an owner on the noun right behind it, where the parser hung it on one behind a preposition: "Norland's
// new blockade in the territory" is of the blockade.
func mendFarOwner(s *Sentence) {
	for owner := range s.Tokens {
		t := &s.Tokens[owner]
		if !t.Is("nmod:poss") || t.Head <= owner {
			continue
		}
		prep := s.Child(t.Head, "case")
		if prep < owner+2 || prep > t.Head || s.Tokens[prep].UPOS != "ADP" || !s.Tokens[prep-1].isNoun() {
			continue
		}
		if owned := prep - 1; !s.Dominates(owner, owned) {
			t.Head = owned
		}
	}
}

// mendSplitOwner joins the first word of a name to the last, which has the genitive, where the parser took it for a second
// subject, or hung the owned on it: "Port Louis's premier said", "Port Louis's premier, Kovar, said".
func mendSplitOwner(s *Sentence) {
	for first := 0; first+2 < len(s.Tokens); first++ {
		word, last := &s.Tokens[first], &s.Tokens[first+1]
		if word.UPOS != "PROPN" || last.UPOS != "PROPN" || !word.Is("nsubj") || !last.Is("nmod:poss") || s.Tokens[first+2].XPOS != "POS" {
			continue
		}
		owned := &s.Tokens[last.Head]
		switch from, to := s.Subtree(first); {
		case owned.Head == first:
			owned.Head, owned.Deprel = word.Head, word.Deprel
			for i := range s.Tokens {
				if s.Tokens[i].Head == first {
					s.Tokens[i].Head = last.Head
				}
			}
		case !owned.Is("nsubj") || owned.Head != word.Head || to-from > 1:
			continue
		}
		word.Head, word.Deprel = first+1, "compound"
	}
}
