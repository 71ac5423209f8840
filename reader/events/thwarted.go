package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// thwarted is the status of talks or a journey that were planned, where a clause beside the plan says that
// nothing came of them: "was due to visit Oslo but postponed the trip", "were to meet, but Norland called it off".
func (f *finder) thwarted(t trigger) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	over := s.Clause(t.token)
	if t.sense.Noun && t.support >= 0 {
		over = t.support
	}
	for hops := 0; hops < 3 && over >= 0; hops++ {
		for child := range s.Children(over) {
			if child < t.token || !s.Tokens[child].Is("conj") || s.Tokens[child].UPOS != "VERB" {
				continue
			}
			if st, ok := f.governed(s, child, 0); ok && undone(st.is) && f.goesBack(s, s.Object(child)) {
				return st, true
			}
			if f.failedToOccur(s, child) {
				return state{is: parley.Cancelled, span: spanOf(s, child), certainty: .6}, true
			}
		}
		if t := &s.Tokens[over]; !t.Is("xcomp") && !t.Is("ccomp") && !t.Is("advcl") {
			break
		}
		over = s.Tokens[over].Head
	}
	return state{}, false
}

// undone tells whether a status is that of a plan of which nothing came, for now or for good.
func undone(is parley.Status) bool { return is == parley.OnHold || is == parley.Cancelled }

// goesBack tells whether a word goes back to talks or a journey told before: "it", "the trip".
func (f *finder) goesBack(s *english.Sentence, token int) bool {
	if token < 0 {
		return false
	}
	t := &s.Tokens[token]
	if t.UPOS == "PRON" {
		return t.Lemma == "it" || t.Lemma == "they"
	}
	det := s.Child(token, "det", "nmod:poss")
	if det < 0 || strings.EqualFold(s.Tokens[det].Text, "a") || strings.EqualFold(s.Tokens[det].Text, "an") {
		return false
	}
	return slices.ContainsFunc(f.senses(t, true), func(v lexicon.Verb) bool { return v.Type == parley.Consult })
}

// failedToOccur tells whether a verb says of known talks that they did not take place: "the talks did not
// take place".
func (f *finder) failedToOccur(s *english.Sentence, verb int) bool {
	return s.Negated(verb) && tables().nouns["occurrence"][s.Tokens[verb].Lemma] && auxiliary(s, verb, "do", "Past") && f.goesBack(s, s.Subject(verb))
}

// wasToHave tells whether what was planned for a time gone by is told not to have been done: "was to have
// met Holm".
func wasToHave(s *english.Sentence, verb int) bool {
	if !s.Infinitive(verb) || !auxiliary(s, verb, "have", "") {
		return false
	}
	be := s.Child(verb, "cop")
	return be >= 0 && s.Tokens[be].Lemma == "be" && s.Tokens[be].Feat("Tense") == "Past"
}

// pastPlan tells whether a plan is told in the past: "was due to meet Holm on Monday", "had planned to".
// Its day may be gone by.
func (f *finder) pastPlan(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for token := range s.Tokens {
		if s.Tokens[token].Start != m.status.span.Start {
			continue
		}
		for child := range s.Children(token) {
			if t := &s.Tokens[child]; (t.Is("aux") || t.Is("cop")) && t.Feat("Tense") == "Past" {
				return true
			}
		}
		over := s.Tokens[token].Head
		return tables().nouns["dueto"][s.Tokens[token].Lemma] && over >= 0 && auxiliary(s, over, "be", "Past")
	}
	return false
}

// latest is how far an event has come: what the text says later of a meeting that was planned, that it was
// put off or called off, holds, unless it was so before.
func (f *finder) latest(best *mention, group []*mention) state {
	if st, held := f.stillHeld(best, group); held {
		return st
	}
	if best.sense.Type != parley.Consult || best.status.is != parley.Planned && best.status.is != parley.Proposed {
		return best.status
	}
	for _, m := range group {
		if m.sentence > best.sentence && m.definite && undone(m.status.is) && !f.tellsOfBefore(m.sentence) {
			return m.status
		}
	}
	return best.status
}

// tellsOfBefore tells whether a sentence names a time that was over days before publication.
func (f *finder) tellsOfBefore(sentence int) bool {
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		return e.Type == timex.Date && f.gone(e, freshDays)
	})
}

// outdated tells whether a mention's day is past while the event that it is one of lies ahead: talks to be
// resumed do not begin on the day on which they were broken off.
func (f *finder) outdated(best, m *mention) bool {
	ahead := best.status.is == parley.Planned || best.status.is == parley.Proposed
	return ahead && !f.pastPlan(m) && f.gone(m.when, 0)
}

// partHalted gives known talks that one side, or nobody who is told, puts off or calls off, the two sides between which the
// talks of the text mostly are: "Norland suspended the talks", "the negotiations were suspended".
func (f *finder) partHalted(m *mention) {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.mode != "negotiation" || !m.definite || !undone(m.status.is) || len(m.recipients) > 0 || len(m.actors) > 1 {
		return
	}
	pair := f.usual(m.sense.Type)
	if len(pair) != 2 || len(m.actors) == 1 && !overlaps(pair, m.actors) {
		return
	}
	if len(m.actors) == 0 {
		m.actors = pair
		return
	}
	m.recipients = slices.DeleteFunc(slices.Clone(pair), func(one filler) bool { return slices.ContainsFunc(m.actors, one.meets) })
}
