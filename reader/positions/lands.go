package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// landsGiven adds a territory where a place is given, taken or claimed, whatever it is called: "agreed to
// hand over the Olsen Islands", "its claim to the valley".
func (f *finder) landsGiven(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		land := -1
		switch {
		case t.UPOS == "VERB" && tables().roles["cedes"][t.Lemma]:
			land = f.landUnder(sentence, token, "obj", "nsubj:pass")
			if land < 0 && particleWith(s, token, "over", false) { // the parse may take the particle for a preposition
				land = f.landUnder(sentence, token, "obl")
			}
		case t.UPOS == "NOUN" && tables().roles["landclaims"][t.Lemma]:
			land = f.landUnder(sentence, token, "nmod")
		}
		if land < 0 || slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool { return m.First <= land && land <= m.Last && m.Weight >= 4 }) {
			continue
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: min(token, land), Last: max(token, land), Issue: "territory", Weight: 5})
	}
	return issues
}

// landUnder is the land below a word by one of some relations: a place that is no state with a voice of
// its own, or a noun for a stretch of land; -1 for none.
func (f *finder) landUnder(sentence, over int, rels ...string) int {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(over) {
		if child < over && !s.Tokens[child].Is("nsubj:pass") || !slices.ContainsFunc(rels, func(rel string) bool { return s.Tokens[child].Is(rel) }) {
			continue
		}
		if s.Tokens[over].UPOS == "NOUN" && !landCase(s, child) {
			continue
		}
		if tables().roles["soils"][s.Tokens[child].Lemma] {
			return child
		}
		for _, m := range f.in.Cast.Matches[sentence] {
			if m.First <= child && child <= m.Last && (m.Kind == lexicon.PlaceMatch || m.Kind == lexicon.StateMatch && m.Actor.ID != m.Actor.Affiliation) {
				return child
			}
		}
	}
	return -1
}

// landCase tells whether a land stands behind a noun for what one claims by a preposition that tells so.
func landCase(s *english.Sentence, land int) bool {
	switch s.Case(land) {
	case "to", "over", "on", "of":
		return true
	}
	return false
}

// troopsSent makes a guarantee of troops that are to be sent under a deal or once a truce holds: "agreed to send
// troops as part of a peace deal".
func troopsSent(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	settled := slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool {
		return m.Weight >= 4 && (m.Issue == "deal" || m.Issue == "ceasefire" || m.Issue == "security-guarantees")
	})
	for i, m := range issues {
		if settled && m.Issue == "military-action" && m.First < m.Last && tables().roles["deploys"][s.Tokens[m.First].Lemma] {
			issues = slices.Clone(issues)
			issues[i].Issue, issues[i].Weight = "security-guarantees", 5
		}
	}
	return issues
}

// landsLeft adds a withdrawal where a state, an army or an armed group is to leave a stretch of land, or will not:
// "would not leave the five hilltops".
func (f *finder) landsLeft(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for verb := range s.Tokens {
		land := s.Child(verb, "obj")
		if t := &s.Tokens[verb]; land < verb || t.UPOS != "VERB" || !tables().roles["departs"][t.Lemma] || !tables().roles["soils"][s.Tokens[land].Lemma] {
			continue
		}
		who := s.Subject(verb)
		m, ok := f.in.Cast.At(sentence, who)
		if how, denied := moodOf(s, verb); who < 0 || !ok || m.Affiliation == "" || how != planned && !denied || slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Kind == parley.PersonActor }) {
			continue
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: verb, Last: land, Issue: "withdrawal", Weight: 4})
	}
	return issues
}
