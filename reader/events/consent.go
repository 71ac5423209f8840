package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// ownDecision tells whether one side alone agrees to do something, which is no pact but a deed of its own: "Norland agreed
// to let in food". Bodies of several states agree among themselves, and who agrees to talks or to a truce agrees with others.
func (f *finder) ownDecision(m *mention) bool {
	if m.sense.Noun || len(m.recipients) > 0 || len(partiesOf(m)) > 1 || len(m.actors) > 1 && f.personal(m.actors) || f.bodies(m.sentence, m.actors) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	for i := m.token + 1; i < len(s.Tokens); i++ {
		under := s.Tokens[i].Head
		if under != m.token && (under < 0 || !tables().nouns["principle"][s.Tokens[under].Lemma] || s.Tokens[under].Head != m.token) {
			continue // "agreed in principle to pay"
		}
		if t := &s.Tokens[i]; (t.Is("xcomp") || t.Is("advcl") || t.Is("acl")) && s.Infinitive(i) {
			return !f.withOthers(m.sentence, i)
		}
	}
	return false
}

// withOthers tells whether what a verb says is done with another side: to meet, to cease fire.
func (f *finder) withOthers(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	joint := func(v lexicon.Verb) bool {
		return v.Type == parley.Consult || v.Type == parley.Cooperate || v.Mode == "ceasefire"
	}
	object := s.Object(verb)
	fits := func(v lexicon.Verb) bool { return joint(v) && f.companionFits(sentence, verb, v) }
	return slices.ContainsFunc(f.senses(&s.Tokens[verb], false), fits) || object >= 0 && f.convenes(s, object)
}
