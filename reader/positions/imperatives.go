package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readImperative reads what a speaker tells others to do: "Bring the captives home now, he
// told the cabinet".
func (f *finder) readImperative(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	fronted := verb == 0 && s.Tokens[verb].Is("ccomp") && s.Tokens[verb].Head > verb // "Free the captives, Norland tells the rebels"
	if !imperative(s, verb) || !quoted(s, verb) && !fronted || hypothetical(s, verb) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken || s.Tokens[verb].Is("ccomp") && len(f.cuedBy(sentence, s.Tokens[verb].Head)) == 0 { // "would see troops 'seize the city'"
		return false
	}
	stance := parley.Demands
	if s.Negated(verb) {
		stance = parley.Rejects
	}
	issues := slices.DeleteFunc(f.issuesUnder(sentence, verb), func(m lexicon.IssueMatch) bool {
		return m.Weight < 4 || m.Issue == "talks" && m.First != verb && s.Tokens[m.First].UPOS == "VERB" // "try not to talk nonsense"
	})
	for i := range issues {
		d, _ := deedAt(s, verb, issues[i].Issue, false)
		issues[i].Issue = d.makes(s, issues[i])
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: stance, certainty: .5}, []holder{speaker}, issues)
}

// imperative tells whether a verb opens a clause of its own without subject or auxiliary.
func imperative(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.XPOS != "VB" || t.Lemma == "let" && !letsIn(s, verb) || s.Child(verb, "nsubj", "nsubj:pass", "expl", "mark", "cop") >= 0 || t.Is("xcomp") || t.Is("acl") || t.Is("advcl") || t.Is("amod") {
		return false
	}
	for child := range s.Children(verb) {
		if c := &s.Tokens[child]; c.Is("aux") && c.Lemma != "do" {
			return false
		}
	}
	if verb > 0 && s.Tokens[verb-1].UPOS != "PUNCT" && s.Tokens[verb-1].UPOS != "ADV" && s.Tokens[verb-1].UPOS != "CCONJ" && s.Tokens[verb-1].UPOS != "INTJ" && s.Tokens[verb-1].UPOS != "PART" {
		return false
	}
	if t.Is("conj") && t.Head >= 0 {
		return imperative(s, t.Head)
	}
	return t.Head < 0 || t.Is("ccomp") || t.Is("parataxis")
}

// letsIn tells whether something is to be let in or through: "let the aid in", but not "let us talk".
func letsIn(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return object >= 0 && s.Tokens[object].UPOS == "NOUN" && s.Child(verb, "ccomp") < 0
}

// secondSubject tells whether a verb has another subject behind a noun that the parse takes for one: "No talks, Norland
// says".
func secondSubject(s *english.Sentence, noun int) bool {
	if !s.Tokens[noun].Is("nsubj") {
		return false
	}
	for child := range s.Children(s.Tokens[noun].Head) {
		if child > noun && s.Tokens[child].Is("nsubj") {
			return true
		}
	}
	return false
}
