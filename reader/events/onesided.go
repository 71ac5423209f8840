package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// heldByOne tells whether talks of which the text names one side alone are told as held all the
// same: they began, somebody in office held them, an envoy without a name met somebody, or a
// state hosted them.
func (f *finder) heldByOne(m *mention) bool {
	if m.sense.Type != parley.Consult || m.mode == "visit" || !partisan(m.actors) && !partisan(m.recipients) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	switch {
	case m.sense.Noun && m.support >= 0 && s.Tokens[m.token].Is("nsubj"):
		return tables().nouns["opening"][s.Tokens[m.support].Lemma] && len(m.recipients) > 0 // "talks have started with Norland"
	case m.sense.Noun && m.support >= 0 && s.Tokens[m.token].Is("obj"):
		return tables().nouns["holding"][s.Tokens[m.support].Lemma] && (f.inOffice(m.actors) || s.Tokens[m.token].XPOS == "NNS" && partisan(m.actors)) // "Kovar held talks on the crisis"
	case tables().nouns["meeting"][m.sense.Word] && len(m.recipients) == 0:
		return f.inOffice(m.actors) && metDelegates(s, m.token)
	case tables().nouns["meeting"][m.sense.Word]:
		doer := s.Subject(m.token)
		return doer >= 0 && (tables().nouns["officer"][s.Tokens[doer].Lemma] || tables().nouns["delegate"][s.Tokens[doer].Lemma])
	case tables().nouns["hosting"][m.sense.Word]:
		object := s.Object(m.token)
		known := object >= 0 && s.Child(object, "det") >= 0 && strings.EqualFold(s.Tokens[s.Child(object, "det")].Text, "the")
		return len(m.actors) > 0 && (m.day() != "" || m.place.End > 0 || object >= 0 && f.convenes(s, object) && !known)
	}
	return false
}

// metDelegates tells whether somebody meets delegates of whom no more is told: "met the two delegations".
func metDelegates(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; (t.Is("obj") || t.Is("obl") && s.Case(child) == "with") && tables().nouns["delegate"][t.Lemma] {
			return true
		}
	}
	return false
}

// inOffice tells whether one of those named holds an office.
func (f *finder) inOffice(list []filler) bool {
	for _, one := range list {
		if a, ok := f.personNamed(one.name); ok && len(a.Offices) > 0 {
			return true
		}
	}
	return false
}

// gathered tells whether people in office of no one side, "Arab ministers", "Norland's allies", are
// told to have met on a day or in a place.
func (f *finder) gathered(m *mention) bool {
	if m.sense.Type != parley.Consult || m.mode == "call" || m.day() == "" && m.place.End == 0 {
		return false
	}
	if !m.sense.Noun {
		return f.convening(m.trigger) >= 0
	}
	if m.mode == "visit" {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	for token := range s.Tokens {
		if t := &s.Tokens[token]; t.XPOS == "NNS" && tables().nouns["officer"][t.Lemma] && t.Is("nsubj") && m.day() != "" && m.place.End > 0 {
			for _, one := range m.actors {
				if slices.ContainsFunc(one.spans, func(span parley.Span) bool { return span.Covers(spanOf(s, token)) }) {
					return true
				}
			}
		}
	}
	return false
}

// convening are the several people in office who are told to meet, or the delegation that is told to
// travel, where the noun for them is all that tells who they are; -1 where a verb has no such subject.
func (f *finder) convening(t trigger) int {
	s := &f.in.Text.Sentences[t.sentence]
	verb := t.token
	if t.sense.Noun && t.support >= 0 {
		verb = t.support
	}
	doer := s.Subject(verb)
	if doer >= 0 && t.sense.Mode == "visit" {
		if of := s.Child(doer, "nmod"); of >= 0 && s.Case(of) == "of" && s.Tokens[of].XPOS == "NNS" && tables().nouns["delegation"][s.Tokens[of].Lemma] {
			return of // "a group of diplomats", "a delegation of envoys"
		}
		if tables().nouns["delegation"][s.Tokens[doer].Lemma] {
			return doer
		}
	}
	if doer < 0 || s.Tokens[doer].XPOS != "NNS" || t.sense.Mode == "visit" {
		return -1
	}
	if nouns := tables().nouns; nouns["officer"][s.Tokens[doer].Lemma] || nouns["delegate"][s.Tokens[doer].Lemma] || nouns["convening"][s.Tokens[doer].Lemma] {
		return doer
	}
	return -1
}

// convened are those who are told to meet or travel by a noun for people in office, as the text calls
// them: "Norland's allies met in Oslo", "a trade delegation visited Oslo".
func (f *finder) convened(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Noun && !heldMeeting(s, t) || t.sense.Type != parley.Consult || t.sense.Mode == "call" {
		return nil
	}
	doer := f.convening(t)
	if doer < 0 {
		return nil
	}
	if s.Tokens[doer].XPOS == "NN" && s.Child(doer, "nmod:poss", "amod", "compound") < 0 {
		return nil // "the delegation" alone is one told of before
	}
	return []filler{f.asTold(t.sentence, doer)}
}

// heldMeeting tells whether a noun is of a meeting that somebody is told to have held: "wrapped up a summit".
func heldMeeting(s *english.Sentence, t trigger) bool {
	return t.sense.Mode == "meeting" && t.support >= 0 && s.Tokens[t.token].Is("obj") && (bearsDoer(s, t) || tables().nouns["ending"][s.Tokens[t.support].Lemma])
}

// lastOfBare is the last word for people in office: that of whose they are behind "of" or "from" where no word before
// their noun tells it, as in "leaders of the southern islands", else the noun.
func lastOfBare(s *english.Sentence, first, noun int) int {
	if first < noun {
		return noun
	}
	for child := range s.Children(noun) {
		if prep := s.Case(child); s.Tokens[child].Is("nmod") && (prep == "of" || prep == "from") && s.Child(noun, "cc") < 0 {
			if _, last := s.Subtree(child); s.Child(child, "acl") < 0 && s.Tokens[last-1].UPOS != "PUNCT" {
				return last - 1
			}
		}
	}
	return noun
}

// byForces are the forces that a verb of attack has for doer, where nobody tells whose they are; -1
// where it has none: "gunmen loyal to Kovar shelled the town".
func (f *finder) byForces(t trigger) int {
	s := &f.in.Text.Sentences[t.sentence]
	doer := s.Subject(t.token)
	if doer >= 0 {
		doer = f.numbered(t.sentence, doer)
	}
	if t.sense.Noun || doer < 0 || !tables().nouns["power"][s.Tokens[doer].Lemma] && !armedNoun(s, doer) {
		return -1
	}
	return doer
}

// partisans are forces that are told by whom they stand for: "pro-Kovar forces bombed the town".
func (f *finder) partisans(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	doer := f.byForces(t)
	if t.sense.Type != parley.Assault || doer < 1 {
		return nil
	}
	for i := max(0, doer-4); i < doer; i++ {
		if tables().nouns["siding"][strings.ToLower(s.Tokens[i].Text)] || strings.HasPrefix(strings.ToLower(s.Tokens[i].Text), "pro-") {
			span := parley.Span{Start: s.Tokens[i].Start, End: s.Tokens[doer].End}
			return []filler{{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}}
		}
	}
	return nil
}

// attackers are the settlers or fighters by whom a noun says that attacks were made, as the text calls them:
// "180 attacks by settlers".
func (f *finder) attackers(t trigger) []filler {
	if t.sense.Type != parley.Assault || !t.sense.Noun {
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	agent := agentBehind(s, t.token)
	if agent < 0 || s.Tokens[agent].XPOS != "NNS" || !tables().nouns["apart"][s.Tokens[agent].Lemma] && !tables().nouns["armed"][s.Tokens[agent].Lemma] {
		return nil
	}
	return []filler{f.called(t.sentence, agent)}
}

// agentBehind is the noun behind the "by" that stands right behind a word, also where a wrong tree hangs it on a
// verb: "recorded 180 attacks by settlers"; -1 where there is none.
func agentBehind(s *english.Sentence, token int) int {
	if token+1 >= len(s.Tokens) || !s.Tokens[token+1].Is("case") || !strings.EqualFold(s.Tokens[token+1].Text, "by") {
		return -1
	}
	return s.Tokens[token+1].Head
}
