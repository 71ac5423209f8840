package english

// mendEnumerated gives a list its last member, where the parser coordinated that with a noun inside the one before: "a
// truce, the withdrawal of troops and free access". A list with a comma has an "and" of its own.
func mendEnumerated(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("conj") || !t.isNoun() || t.Head < 0 || t.Head > i || !s.Tokens[t.Head].isNoun() || s.Child(i, "cc") >= 0 {
			continue
		}
		if first, _ := s.Subtree(i); first < 1 || s.Tokens[first].Text != "," && s.Tokens[first-1].Text != "," {
			continue
		}
		if s.closes(t.Head, i) {
			continue
		}
		if last := s.lastInside(i); last >= 0 {
			s.Tokens[last].Head = t.Head
		}
	}
}

// closes tells whether a list has a member of its own behind a given one.
func (s *Sentence) closes(head, member int) bool {
	for child := range s.Children(head) {
		if child > member && s.Tokens[child].Is("conj") {
			return true
		}
	}
	return false
}

// lastInside is the last noun that is coordinated by a word with one below a member of a list; -1 for none.
func (s *Sentence) lastInside(member int) int {
	last := -1
	for at := member + 1; at < len(s.Tokens); at++ {
		t := &s.Tokens[at]
		if t.Is("conj") && t.isNoun() && t.Head != member && t.Head >= 0 && s.Tokens[t.Head].Is("nmod") && s.Dominates(member, t.Head) && s.Child(at, "cc") >= 0 {
			last = at
		}
	}
	return last
}

// mendJoined coordinates with the noun before it what "and" or "plus" joins to it, where the parser took it for another
// name of that: "the leaders of Norland, plus the envoy Anna Kovar".
func mendJoined(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("appos") || t.Head < 0 || t.Head > i {
			continue
		}
		first, _ := s.Subtree(i)
		if s.Tokens[first].Text == "," {
			first++
		}
		if s.Tokens[first].UPOS == "CCONJ" && s.Tokens[first].Is("cc") && first > t.Head {
			t.Deprel = "conj"
			s.Tokens[first].Head = i
		}
	}
}
