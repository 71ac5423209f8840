package actors

import "slices"

// gatherParts joins to a surname that the text tells alone somewhere the first name right before it, where the
// tagger has missed either: "Tomas Lind", where "Lind said" is told too.
func (f *finder) gatherParts() {
	alone := map[string]bool{}
	for i := range f.names {
		for _, n := range f.names[i] {
			if n.short && n.known == nil && n.last == n.first+1 {
				alone[f.sentence(i).Tokens[n.first].Text] = true
			}
		}
	}
	if len(alone) == 0 {
		return
	}
	for i := range f.names {
		tokens := f.sentence(i).Tokens
		for at := 1; at < len(tokens); at++ {
			if alone[tokens[at].Text] && f.partsOfOne(i, at-1, at) {
				f.names[i] = slices.DeleteFunc(f.names[i], func(n personName) bool { return n.first == at-1 || n.first == at })
				f.names[i] = append(f.names[i], personName{first: at - 1, last: at + 1})
			}
		}
	}
}

// partsOfOne tells whether two words side by side are the first name and the surname of one person: the parse
// joins them or makes both the subject of one verb, and neither is part of another name.
func (f *finder) partsOfOne(sentence, first, last int) bool {
	tokens := f.sentence(sentence).Tokens
	a, b := &tokens[first], &tokens[last]
	if f.sentence(sentence).Paragraph == 0 || b.UPOS != "PROPN" {
		return false
	}
	joined := a.Is("compound") && a.Head == last || b.Is("flat") && b.Head == first
	if !joined && !(a.Is("nsubj") && b.Is("nsubj") && a.Head == b.Head) {
		return false
	}
	for _, n := range f.names[sentence] {
		if n.first <= last && first < n.last && (n.last != n.first+1 || n.known != nil) {
			return false
		}
	}
	kept := f.names[sentence]
	f.names[sentence] = nil // a single name on either word may be half of the whole
	like := f.namelike(sentence, first) && f.namelike(sentence, last)
	f.names[sentence] = kept
	return like && (first == 0 || tokens[first-1].UPOS != "PROPN" || f.isTitle(sentence, first-1))
}

// isTitle tells whether a token belongs to an office, a rank or a form of address.
func (f *finder) isTitle(sentence, token int) bool {
	m, ok := f.matchAt(sentence, token)
	return ok && m.Title.Name != ""
}
