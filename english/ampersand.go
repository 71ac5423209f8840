package english

import "slices"

// mendAmpersands makes one name of two that "&" joins: "Olden & Marsh said". Between places, and in a headline also
// between people, it stands for "and".
func (t *Text) mendAmpersands() {
	for i := range t.Sentences {
		s := &t.Sentences[i]
		for at := 1; at+1 < len(s.Tokens); at++ {
			if s.Tokens[at].Text == "&" && s.Tokens[at-1].UPOS == "PROPN" && s.Tokens[at+1].UPOS == "PROPN" {
				t.joinFirm(i, at)
			}
		}
	}
}

// joinFirm joins the names on both sides of an ampersand.
func (t *Text) joinFirm(sentence, at int) {
	s := &t.Sentences[sentence]
	first, last, body, places := at-1, at+2, s.Paragraph > 0, 0
	for _, n := range t.Names {
		if n.Sentence != sentence || n.Last < at || n.First > at+1 {
			continue
		}
		if n.Kind == Location {
			places++
		}
		body = body || n.Kind == Organisation
		first, last = min(first, n.First), max(last, n.Last)
	}
	if !body || places > 1 {
		return
	}
	head := s.Anchor(first, at)
	if behind := s.Anchor(at+1, last); s.Tokens[behind].Head == head {
		s.Tokens[behind].Deprel = "flat"
	} else if s.Tokens[head].Head == behind {
		return // it hangs together as it is
	} else {
		s.Tokens[behind].Head, s.Tokens[behind].Deprel = head, "flat"
	}
	s.Tokens[at].Head, s.Tokens[at].Deprel, s.Tokens[at].UPOS = head, "flat", "PROPN"
	t.Names = slices.DeleteFunc(t.Names, func(n Name) bool { return n.Sentence == sentence && n.First >= first && n.Last <= last })
	where := slices.IndexFunc(t.Names, func(n Name) bool { return n.Start > s.Tokens[first].Start })
	if where < 0 {
		where = len(t.Names)
	}
	t.Names = slices.Insert(t.Names, where, Name{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End, Sentence: sentence, First: first, Last: last, Kind: Organisation})
}
