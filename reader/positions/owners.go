package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// otherOwners are those told beside the owner of a noun with a preposition of
// their own: "pressure from Norland, from Sudmark".
func (f *finder) otherOwners(sentence, noun, owner int) []holder {
	s := &f.in.Text.Sentences[sentence]
	if owner < 0 || s.Tokens[owner].Head != noun || !s.Tokens[owner].Is("nmod") {
		return nil
	}
	var others []holder
	for child := range s.Children(noun) {
		if child <= owner || !s.Tokens[child].Is("nmod") || s.Case(child) != s.Case(owner) {
			continue
		}
		for _, m := range f.in.Cast.Members(sentence, child) {
			others = append(others, f.holdersBy(m)...)
		}
	}
	return others
}

// ownedByOther tells whether a noun has an owner, before or behind it, who is told by more than a
// pronoun.
func ownedByOther(s *english.Sentence, noun int) bool {
	owner := s.Child(noun, "nmod")
	return owner >= 0 && s.Tokens[owner].UPOS != "PRON"
}

// demonymOf is the party of a noun that is its own owner by a word before it:
// "Norlandic demands".
func (f *finder) demonymOf(sentence, token, subject int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	if subject != token || tables().opposed[s.Tokens[token].Lemma] {
		return holder{}, false
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.Last < token && token-m.Last <= 4 && modifierOf(s, token, m.Last) && partyKind(m.Kind) && m.Actor.Affiliation != "" {
			return holder{party: m.Actor.Affiliation, spans: []parley.Span{{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}}}, true
		}
	}
	return holder{}, false
}

// ownerOf is whose a noun is: "Norland's demand", "the demand by Norland", "the
// Norland demand".
func (f *finder) ownerOf(sentence, noun int) int {
	s := &f.in.Text.Sentences[sentence]
	if owner := s.Child(noun, "nmod:poss"); owner >= 0 {
		return owner
	}
	for child := range s.Children(noun) {
		of := s.Case(child) == "of" && !tables().roles["decries"][s.Tokens[noun].Lemma] // "the criticism of Norland" is somebody else's
		from := s.Tokens[child].Is("nmod") && (s.Case(child) == "by" || s.Case(child) == "from" || of)
		_, named := f.in.Cast.At(sentence, child)
		if _, state := f.stateAt(sentence, child); from && (named || state) || named && s.Tokens[child].Is("compound") {
			return child
		}
	}
	if _, ok := f.demonymOf(sentence, noun, noun); ok {
		return noun
	}
	if head := s.Tokens[noun].Head; head >= 0 && s.Tokens[noun].Is("obj") && tables().roles["draws"][s.Tokens[head].Lemma] {
		for child := range s.Children(head) { // "drew condemnation from Norland"
			if child > noun && s.Tokens[child].Is("obl") && s.Case(child) == "from" {
				return child
			}
		}
	}
	if head := s.Tokens[noun].Head; head >= 0 && s.Tokens[noun].Is("nsubj") && tables().roles["comes"][s.Tokens[head].Lemma] {
		if from := s.Child(head, "obl"); from > head && s.Case(from) == "from" { // "the demand came from Norland"
			return from
		}
	}
	for s.Tokens[noun].Is("nmod") && tables().roles["lists"][s.Tokens[s.Tokens[noun].Head].Lemma] { // "a list of conditions"
		noun = s.Tokens[noun].Head
	}
	if head := s.Tokens[noun].Head; head >= 0 && s.Tokens[noun].Is("obl") && s.Case(noun) == "in" && (tables().roles["undertakings"][s.Tokens[noun].Lemma] || tables().roles["lodged"][s.Tokens[noun].Lemma]) {
		return s.Subject(head) // "extended the embargo in a push for talks", "recalled its envoy in protest at the raids"
	}
	if head := s.Tokens[noun].Head; ownedBySubject(s, noun) {
		if how, _ := moodOf(s, head); how == done || how == planned {
			return s.Subject(head)
		}
	}
	return -1
}

// ownedBySubject tells whether a verb over a noun says that the noun is its subject's: "expressed support", "announced a
// review", "sees no point in talks".
func ownedBySubject(s *english.Sentence, noun int) bool {
	head := s.Tokens[noun].Head
	if head < 0 || !s.Tokens[noun].Is("obj") && !s.Tokens[noun].Is("obl") {
		return false
	}
	is, verb := tables().roles, s.Tokens[head].Lemma
	return tables().holds[verb] || is["doubts"][s.Tokens[noun].Lemma] && is["decrees"][verb] || s.HasNo(noun) && is["sees"][verb]
}

// inOffice tells whether a noun is but an office, without whose it is: "the president".
func (f *finder) inOffice(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	if s.Child(noun, "nmod", "nmod:poss", "flat", "appos", "nmod:desc") >= 0 {
		return false
	}
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		if m.Kind != lexicon.OfficeMatch || m.Last != noun {
			return false
		}
		for child := range s.Children(noun) {
			if !s.Tokens[child].Is("det") && child < m.First {
				return false // "the opposition leader"
			}
		}
		return true
	})
}
