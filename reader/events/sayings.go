package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// spurned tells whether somebody refuses talks of any kind rather than calls off
// some that were due: "rejected direct talks".
func (f *finder) spurned(s *english.Sentence, t trigger) bool {
	if t.support < 0 || f.definite(t) || f.when(t) != nil {
		return false
	}
	return tables().nouns["spurning"][s.Tokens[t.support].Lemma]
}

// proclaimed tells whether a deed is done in being announced or ordered: an
// arrest, sanctions, aid; talks that are announced are still to come.
func proclaimed(s *english.Sentence, t trigger) bool {
	switch t.sense.Type {
	case parley.Coerce, parley.Assault, parley.Sanction, parley.Aid:
	default:
		if t.sense.Mode != "ceasefire" && t.sense.Mode != "release" {
			return false
		}
	}
	head := s.Tokens[t.token].Head
	if head >= 0 && s.Tokens[t.token].Is("nmod") && measures(s.Tokens[head].Lemma) && t.sense.Type == parley.Assault {
		head = s.Tokens[head].Head // "announced the start of an offensive"
	}
	return head >= 0 && tables().nouns["proclaiming"][s.Tokens[head].Lemma] && (s.Tokens[head].Feat("Tense") == "Past" || s.Tokens[head].Feat("VerbForm") == "Fin")
}

// announced tells whether sanctions are what somebody announced to be to come, which is
// to break with the other side: "announced that it would suspend trade talks".
func announced(s *english.Sentence, t trigger) bool {
	verb := &s.Tokens[t.token]
	return t.sense.Type == parley.Sanction && verb.Is("ccomp") && verb.Head >= 0 && tables().nouns["announcing"][s.Tokens[verb.Head].Lemma] && s.Tokens[verb.Head].Feat("Tense") == "Past"
}

// disowned is the status of what a source says is or was not so: talks or an attack
// that it denies.
func (f *finder) disowned(t trigger, verb int) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	switch t.sense.Type {
	case parley.Consult, parley.Assault:
	default:
		return state{}, false
	}
	if effect := tables().status["governor"][s.Tokens[verb].Lemma]; verb != t.token && effect != "" && effect != "by-tense" {
		return state{}, false // "does not expect talks"
	}
	if t.sense.Noun && tables().status["preposition"][s.Case(t.token)] == "drop" {
		return state{}, false // who was not told about an attack does not say that there was none
	}
	v := &s.Tokens[verb]
	if hasBelow(s, verb, "only") {
		return state{}, false // "not only fights them"
	}
	if !s.Negated(verb) || v.UPOS != "VERB" || s.Infinitive(verb) || hasBelow(s, verb, "have") || f.in.Voice(t.sentence, verb).Name == "" && !reported(s, verb) {
		return state{}, false
	}
	for child := range s.Children(verb) {
		word := strings.ToLower(s.Tokens[child].Text)
		if s.Tokens[child].Is("aux") && tables().status["auxiliary"][word] != "" || s.Tokens[child].Is("mark") && tables().status["mark"][word] == "drop" {
			return state{}, false
		}
	}
	return state{is: parley.Denied, span: spanOf(s, verb), certainty: .6}, true
}

// reported tells whether a clause is what somebody is said to say.
func reported(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return t.Head >= 0 && (t.Is("ccomp") || t.Is("parataxis")) && tables().nouns["saying"][s.Tokens[t.Head].Lemma]
}

// judged tells whether a verb only says what somebody thinks of an event: "called the
// talks frank", "the visit can be considered a success".
func judged(s *english.Sentence, verb int) bool {
	judgement := s.Child(verb, "xcomp")
	return tables().nouns["judging"][s.Tokens[verb].Lemma] && judgement >= 0 && (s.Tokens[judgement].UPOS == "ADJ" || s.Tokens[judgement].UPOS == "NOUN")
}
