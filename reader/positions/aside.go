package positions

import (
	"slices"

	"github.com/parleyrecord/parley/lexicon"
)

// aside tells whether an issue but says how or where another thing is done: "without preconditions", "incursions
// into its territory".
func (f *finder) aside(sentence int, m lexicon.IssueMatch) bool {
	s := &f.in.Text.Sentences[sentence]
	head := s.Tokens[m.Last].Head
	if m.Issue == "shipping-straits" && f.mereWhere(sentence, m) {
		return true
	}
	if m.First != m.Last || head < 0 {
		return false
	}
	if m.Issue == "talks" && f.toMedia(sentence, m.Last) {
		return true
	}
	is := tables().roles
	switch lemma := s.Tokens[m.Last].Lemma; {
	case is["chatter"][lemma]: // "dismissed talk of war"
		of := s.Child(m.Last, "nmod")
		return of >= 0 && s.Case(of) == "of" && s.Tokens[m.Last].UPOS == "NOUN" && s.Tokens[m.Last].Feat("Number") == "Sing"
	case is["preconditions"][lemma]:
		return s.Case(m.Last) == "without"
	case is["grounds"][lemma]:
		c := s.Case(m.Last)
		if c == "on" && s.Child(m.Last, "nmod:poss") >= 0 && !is["landclaims"][s.Tokens[head].Lemma] {
			return true // "will station troops on its territory"
		}
		return (c == "into" || c == "on" || c == "from" || c == "inside") && f.namesForce(sentence, head)
	}
	return false
}

// mereWhere tells whether the waters that an issue names but say where a thing is done that is one itself: "will
// not send a warship to the Red Sea".
func (f *finder) mereWhere(sentence int, m lexicon.IssueMatch) bool {
	s := &f.in.Text.Sentences[sentence]
	if !slices.ContainsFunc(f.in.Cast.Matches[sentence], func(p lexicon.Match) bool {
		return p.Kind == lexicon.PlaceMatch && p.First <= m.First && m.Last <= p.Last
	}) {
		return false
	}
	return tables().roles["wheres"][s.Case(s.Anchor(m.First, m.Last+1))] && slices.ContainsFunc(f.issues[sentence], func(o lexicon.IssueMatch) bool { return o.Weight >= 3 && (o.Last < m.First || o.First > m.Last) })
}

// leavesNoPlace tells whether a withdrawal is from talks, a treaty or a body, and so
// no troops move: "the withdrawal from the court".
func (f *finder) leavesNoPlace(sentence int, m lexicon.IssueMatch) bool {
	s := &f.in.Text.Sentences[sentence]
	for token := m.First; token <= m.Last; token++ {
		if object := s.Child(token, "obj"); object >= 0 && s.Tokens[token].UPOS == "VERB" && !tables().roles["departs"][s.Tokens[token].Lemma] && s.Tokens[object].UPOS == "NOUN" && !tables().forces[s.Tokens[object].Lemma] {
			return true // "withdrew its ambassador"
		}
		if t := &s.Tokens[token]; t.XPOS == "VBN" {
			moved := s.Child(token, "nsubj:pass", "nsubj")
			if moved < 0 && (t.Is("acl") || t.Is("amod")) {
				moved = t.Head
			}
			if moved < 0 && t.Is("xcomp") {
				moved = s.Child(t.Head, "obj")
			}
			if moved >= 0 && s.Tokens[moved].UPOS == "NOUN" && !tables().forces[s.Tokens[moved].Lemma] {
				return true // "wants the benefits withdrawn"
			}
		}
		top := token
		if s.Tokens[token].Is("compound") { // "the withdrawal process from the court"
			top = s.Tokens[token].Head
		}
		for child := range s.Children(top) {
			if c := s.Case(child); c == "as" && s.Tokens[child].Is("obl") {
				return true // "withdrew as a mediator"
			} else if child <= m.Last || c != "from" && (c != "of" && c != "out" || s.Tokens[m.First].UPOS != "VERB") {
				continue
			}
			if t := &s.Tokens[child]; t.UPOS == "NOUN" && !tables().roles["lands"][t.Lemma] {
				return true // "the withdrawal from the contest"
			}
			for _, match := range f.in.Cast.Matches[sentence] {
				if match.First <= child && child <= match.Last && match.Kind == lexicon.BodyMatch {
					return true
				}
			}
			if slices.ContainsFunc(f.issues[sentence], func(o lexicon.IssueMatch) bool {
				return o.First <= child && child <= o.Last && tables().issues["quit"][o.Issue]
			}) {
				return true
			}
		}
	}
	return false
}

// namesForce tells whether a word belongs to those that name force.
func (f *finder) namesForce(sentence, token int) bool {
	return slices.ContainsFunc(f.issues[sentence], func(m lexicon.IssueMatch) bool {
		return m.Issue == "military-action" && m.First <= token && token <= m.Last
	})
}

// toMedia tells whether a verb of speaking is for what one tells an outlet: "agreed to talk to the newspaper".
func (f *finder) toMedia(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		if s.Case(child) != "to" && s.Case(child) != "with" {
			continue
		}
		if slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
			return m.Kind == lexicon.MediaMatch && m.First <= child && child <= m.Last
		}) {
			return true
		}
	}
	return false
}
