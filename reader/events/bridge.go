package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// bridge reads talks that a sentence speaks of as known though no word told of them before,
// from the sentence before it, which says who came together, where and when: "Kovar joined
// her neighbours in Oslo on Friday. The meeting focused on grain." It gives what that sentence
// tells of them, and those who took part to the mention.
func (f *finder) bridge(m *mention) (mention, bool) {
	if m.sentence == 0 || !f.presupposed(m) || f.toldOf(m.sentence) {
		return mention{}, false
	}
	s := &f.in.Text.Sentences[m.sentence-1]
	root := s.Root()
	if root < 0 || s.Paragraph == 0 || s.Child(root, "ccomp") >= 0 || f.in.Voice(m.sentence-1, root).Name != f.in.Voice(m.sentence, m.token).Name {
		return mention{}, false
	}
	before := mention{trigger: trigger{sentence: m.sentence - 1, token: root, sense: m.sense, support: -1}, mode: m.mode, status: m.status}
	before.status.certainty -= .1 // the noun itself is the better evidence of what took place
	if s.Tokens[root].UPOS == "VERB" {
		if s.Tokens[root].Feat("Tense") != "Past" || s.Negated(root) || s.Passive(root) {
			return mention{}, false
		}
		before.actors = f.subject(before.sentence, root)
		before.recipients = without(slices.Concat(f.object(before.sentence, root), f.behind(before.sentence, root, "with")), before.actors)
	} else {
		before.actors = f.fillersAt(before.sentence, root)
		for child := range s.Children(root) {
			if s.Tokens[child].Is("appos") {
				before.recipients = append(before.recipients, without(f.fillersAt(before.sentence, child), before.actors)...)
			}
		}
	}
	before.when = f.when(before.trigger)
	before.place, before.placeOf = f.place(before.trigger)
	host := without(slices.Concat(m.actors, m.recipients), slices.Concat(before.actors, before.recipients))
	if before.day() == "" && before.place.End == 0 && len(partiesOf(&mention{actors: before.actors})) < 2 || !partisan(before.actors) || len(before.actors)+len(before.recipients)+len(host) < 2 {
		return mention{}, false
	}
	before.clause = parley.Span{Start: s.Start, End: s.End}
	if last := len(s.Tokens) - 1; s.Tokens[last].UPOS == "PUNCT" {
		before.clause.End = s.Tokens[last].Start
	}
	m.recipients = slices.Concat(host, before.recipients)
	m.actors = before.actors
	return before, true
}

// presupposed tells whether a sentence takes talks that were held for known, and does not
// say itself who met, where or when.
func (f *finder) presupposed(m *mention) bool {
	if m.sense.Type != parley.Consult || !m.sense.Noun || !m.definite || m.plural || m.round > 0 || m.mode == "visit" || m.mode == "call" {
		return false
	}
	if m.status.is != parley.Happened || m.when != nil || m.place.End > 0 || len(m.actors)+len(m.recipients) > 1 {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	article := s.Child(m.token, "det")
	if article < 0 || !strings.EqualFold(s.Tokens[article].Text, "the") {
		return false
	}
	return s.Tokens[m.token].Is("nsubj") || s.Tokens[m.token].Is("obl") && (s.Case(m.token) == "during" || s.Case(m.token) == "at")
}

// toldOf tells whether talks were told of in the sentences before one.
func (f *finder) toldOf(sentence int) bool {
	before := func(m mention) bool {
		return m.sense.Type == parley.Consult && m.sentence < sentence && sentence-m.sentence <= 6
	}
	return slices.ContainsFunc(f.found, before) || slices.ContainsFunc(f.heard, before)
}
