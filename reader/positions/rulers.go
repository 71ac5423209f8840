package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// rulersLeave adds who rules where those who do are to go: "the regime must go", "wants the president to leave now".
func (f *finder) rulersLeave(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for verb := range s.Tokens {
		if s.Tokens[verb].UPOS != "VERB" || !tables().roles["goes"][s.Tokens[verb].Lemma] || f.leavesFor(sentence, verb) {
			continue
		}
		if who := whoLeaves(s, verb); who >= 0 && f.rules(sentence, who) {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: verb, Last: verb, Issue: "governance-elections", Weight: 4})
		}
	}
	return issues
}

// leavesFor tells whether it is told of who goes what he leaves or where he goes, other than his office: "must go
// to the talks", "must go further".
func (f *finder) leavesFor(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		switch t := &s.Tokens[child]; {
		case t.Is("obj"):
			return !tables().roles["offices"][t.Lemma] && !f.ownLand(sentence, child, whoLeaves(s, verb))
		case t.Is("obl") && t.Deprel != "obl:unmarked", t.Is("xcomp"), t.Is("ccomp"), t.Is("compound"):
			return true
		case t.Is("advmod") && child > verb && !tables().roles["atonce"][t.Lemma]:
			return true
		}
	}
	return false
}

// ownLand tells whether a name is that of the state which somebody rules: he will never leave "Norland".
func (f *finder) ownLand(sentence, land, who int) bool {
	state, ok := f.stateAt(sentence, land)
	m, ruler := f.in.Cast.At(sentence, max(0, who))
	return ok && ruler && who >= 0 && m.Affiliation == state.party
}

// whoLeaves is who is to do a deed: its subject, or whom the verb over it addresses; -1 for none.
func whoLeaves(s *english.Sentence, verb int) int {
	who := s.Subject(verb)
	over := s.Tokens[verb].Head
	if over < 0 || !s.Infinitive(verb) || s.Child(verb, "nsubj") >= 0 {
		return who
	}
	for child := range s.Children(over) {
		if t := &s.Tokens[child]; child > over && child < verb && (t.Is("obj") || t.Is("iobj") || t.Is("obl") && s.Case(child) == "on" || t.Is("nmod") && s.Case(child) == "for") {
			return child
		}
	}
	return who
}

// rules tells whether a noun or name tells who may rule: somebody, a group, or "the regime".
func (f *finder) rules(sentence, token int) bool {
	if tables().roles["rulers"][f.in.Text.Sentences[sentence].Tokens[token].Lemma] {
		return true
	}
	m, ok := f.in.Cast.At(sentence, token)
	return ok && slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool {
		return a.Kind == parley.PersonActor || a.Kind == parley.GroupActor
	})
}

// rulesEnded adds who rules where somebody's rule is to end, or he is to be removed: "an end to his 30-year rule", "the
// removal of the president".
func (f *finder) rulesEnded(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for noun := range s.Tokens {
		if s.Tokens[noun].UPOS != "NOUN" || slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool { return m.First <= noun && noun <= m.Last }) {
			continue
		}
		whose := s.Child(noun, "nmod:poss", "nmod")
		if whose < 0 || s.Case(whose) != "of" && !s.Tokens[whose].Is("nmod:poss") || !f.rules(sentence, whose) {
			continue
		}
		if m, ok := f.in.Cast.At(sentence, whose); ok && m.Affiliation == "" && !tables().roles["rulers"][s.Tokens[whose].Lemma] {
			continue // somebody of no state that is known
		}
		if is := tables().roles; is["removals"][s.Tokens[noun].Lemma] || is["reigns"][s.Tokens[noun].Lemma] && endsReign(s, noun) {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: noun, Last: noun, Issue: "governance-elections", Weight: 4})
		}
	}
	return issues
}

// endsReign tells whether a noun for a rule is told of as what is to end: "bring his rule to an end", "an end to it",
// "his regime must end".
func endsReign(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	if over < 0 {
		return false
	}
	if s.Tokens[noun].Is("nsubj") && comesToEnd(s, over) {
		return true
	}
	if tables().aims["ends"][s.Tokens[over].Lemma] {
		return s.Tokens[noun].Is("obj") || s.Case(noun) == "to" || s.Case(noun) == "of"
	}
	end := s.Child(over, "obl")
	return s.Tokens[noun].Is("obj") && end > noun && tables().roles["endings"][s.Tokens[end].Lemma] && s.Case(end) == "to"
}
