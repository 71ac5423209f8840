package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// present is somebody of whom a headline says no more than where they are: "Kovar"
// in "Kovar in Oslo for talks"; -1 where the token is not below such a phrase.
func (f *finder) present(sentence, token int) int {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[token].Head
	if over < 0 || s.Tokens[over].Head >= 0 || s.Tokens[over].UPOS == "VERB" {
		return -1
	}
	if _, somebody := f.in.Cast.At(sentence, over); !somebody {
		return -1
	}
	for child := range s.Children(over) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "in" && child > over {
			return over
		}
	}
	return -1
}

// stays tells whether a noun is what somebody is told to be in a place for: "is in Norland for
// an official visit".
func (f *finder) stays(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	at := s.Tokens[t.token].Head
	if !t.sense.Noun || at < 0 || s.Child(at, "cop") < 0 || s.Case(at) != "in" && s.Case(at) != "at" {
		return false
	}
	return s.Case(t.token) == "for" || s.Case(t.token) == "on"
}

// engagedIn tells whether a noun is what somebody is told to be in with another, or on: "is in contact
// with Norland", "is on a visit to Norland".
func engagedIn(s *english.Sentence, t trigger) bool {
	prep, held := s.Case(t.token), false
	switch t.sense.Type {
	case parley.Consult:
		held = prep == "in" || prep == "on" && t.sense.Mode == "visit"
	case parley.Protest:
		held = prep == "on" // "is on strike"
	}
	return t.sense.Noun && held && s.Child(t.token, "cop") >= 0 && (s.Child(t.token, "nsubj") >= 0 || s.Tokens[t.token].Is("conj"))
}

// visiting is the status of what somebody is in a place for: it is under way.
func (f *finder) visiting(t trigger) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type == parley.Consult && f.stays(t) {
		at := s.Child(s.Tokens[t.token].Head, "cop")
		st := state{is: parley.Ongoing, span: spanOf(s, at), certainty: .6}
		if s.Tokens[at].Feat("Tense") != "Pres" {
			st.is = parley.Happened
		}
		return st, s.Child(s.Tokens[at].Head, "aux") < 0
	}
	stillOn := s.Child(t.token, "aux") < 0 || t.sense.Type == parley.Protest && auxiliary(s, t.token, "have", "Pres")
	if stillOn && engagedIn(s, t) && !s.Negated(t.token) {
		return state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .6}, true
	}
	if len(f.traveller(t)) > 0 {
		return f.circumstance(s, s.Tokens[t.token].Head, t.token)
	}
	if t.sense.Type != parley.Consult || f.present(t.sentence, t.token) < 0 {
		return state{}, false
	}
	if t.sense.Noun && s.Case(t.token) == "for" || !t.sense.Noun && s.Tokens[t.token].Is("acl") && s.Infinitive(t.token) {
		return state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .6}, true
	}
	return state{}, false
}

// inTalks tells whether a sentence says no more of talks than that somebody is in
// them: "Norland in talks with Sudmark".
func inTalks(s *english.Sentence, t trigger) bool {
	if over := s.Tokens[t.token].Head; over >= 0 && tables().nouns["carrier"][s.Tokens[over].Lemma] {
		return false
	}
	if !t.sense.Noun || !tables().nouns["dialogue"][s.Tokens[t.token].Lemma] {
		return false
	}
	return s.Case(t.token) == "in" && s.Child(t.token, "det", "amod", "nmod:poss") < 0
}

// amid is who does something at, after or before talks with somebody, and so takes
// part in them: "Kovar said at a meeting with Holm", "after talks with Holm".
func (f *finder) amid(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	noun := &s.Tokens[t.token]
	clash := t.sense.Type == parley.Assault && tables().nouns["clashing"][t.sense.Word]
	if t.sense.Type != parley.Consult && !clash || !noun.Is("obl") && !noun.Is("nmod") && !noun.Is("advcl") || s.Child(t.token, "nmod:poss") >= 0 {
		return nil
	}
	top := t.token
	for s.Tokens[top].Is("nmod") && s.Tokens[top].Head >= 0 {
		top = s.Tokens[top].Head
	}
	verb := s.Tokens[top].Head
	if over := verb; over >= 0 && s.Tokens[over].UPOS == "ADJ" && s.Tokens[over].Is("xcomp") {
		verb = s.Tokens[over].Head // "made it clear at a meeting with Holm"
	}
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" {
		return nil
	}
	prep := s.Case(top)
	if t.support < 0 {
		prep = s.Case(t.token) // "at a news conference following talks with Holm"
	}
	if mark := s.Child(t.token, "mark"); mark >= 0 && noun.Is("advcl") {
		prep = strings.ToLower(s.Tokens[mark].Text) // "after meeting with Holm"
	}
	switch prep {
	case "at", "during", "after", "following", "before":
	case "in", "on": // "in a phone call with Holm, Kovar urged restraint"
		if s.Tokens[t.token].XPOS != "NN" || t.sense.Mode == "visit" {
			return nil
		}
	default:
		return nil
	}
	if len(f.behind(t.sentence, t.token, "with"))+len(f.behind(t.sentence, t.token, "against")) == 0 {
		if both := f.subject(t.sentence, verb); prepared(s, top) && len(both) == 2 && (f.inOffice(both[:1]) && f.personal(both[1:]) || f.together(both, &s.Tokens[verb])) {
			return both // "Kovar and Holm shook hands after nine hours of talks"
		}
		return nil
	}
	if over := f.saidAt(t); over >= 0 {
		verb = over
	}
	doers := f.subject(t.sentence, verb)
	if over := s.Tokens[verb].Head; len(doers) == 0 && over >= 0 && s.Tokens[verb].Is("ccomp") && tables().nouns["saying"][s.Tokens[over].Lemma] && prep != "after" && prep != "before" {
		doers = f.subject(t.sentence, over) // "Kovar said trade had grown, during a meeting with Holm"
	}
	if len(doers) != 1 || doers[0].side == "" {
		return nil
	}
	return doers
}

// prepared tells whether talks went before what a verb over them tells.
func prepared(s *english.Sentence, talks int) bool {
	prep := s.Case(talks)
	return prep == "after" || prep == "following"
}

// together tells whether two sides do what only those who talk with each other do: "Norland and Sudmark signed an accord".
func (f *finder) together(both []filler, verb *english.Token) bool {
	if both[0].side == "" || both[1].side == "" || both[0].side == both[1].side {
		return false
	}
	return slices.ContainsFunc(f.senses(verb, false), func(v lexicon.Verb) bool {
		return v.Type == parley.Agree || v.Type == parley.Propose || v.Type == parley.Cooperate
	})
}

// foretells tells whether a headline tells in the present tense what the text says is still to be done: "Norland lends
// Sudmark a billion", of what its leaders have agreed to lend.
func (f *finder) foretells(title, m *mention) bool {
	t := &f.in.Text.Sentences[title.sentence].Tokens[title.token]
	return f.headline(title) && !f.headline(m) && t.Feat("Tense") == "Pres" && title.status.is == parley.Happened && m.status.is == parley.Planned &&
		title.sense.Word == m.sense.Word && len(title.recipients) > 0 && sameDoers(title, m) && targetsFit(title, m)
}

// offHeadline tells whether a title says of what a word tells that it does not take place, without a
// verb: "Talks with Norland not in preparation", "Meeting not planned".
func offHeadline(s *english.Sentence, token int) bool {
	if s.Paragraph > 0 {
		return false
	}
	for i := token + 1; i < len(s.Tokens)-1; i++ {
		switch t := &s.Tokens[i]; {
		case t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT" && t.Text != "-":
			return false
		case t.Lemma == "not":
			next := &s.Tokens[i+1]
			return next.UPOS == "ADP" || next.XPOS == "VBN" || next.XPOS == "VBG"
		}
	}
	return false
}

// longestSentence is from how many bytes on what stands between two stops is no sentence but a list of headlines, such as
// sites put above their articles.
const longestSentence = 640

// headlineList tells whether a sentence is a list of headlines.
func headlineList(s *english.Sentence) bool {
	return len(s.Tokens) > 0 && s.Tokens[len(s.Tokens)-1].End-s.Tokens[0].Start > longestSentence
}
