package events

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// ofDecision tells whether an expression stands right behind the decision to do what a verb says: "her decision
// last week to suspend the accord".
func ofDecision(s *english.Sentence, t trigger, e *timex.Expression) bool {
	noun := s.Tokens[t.token].Head
	return !t.sense.Noun && noun >= 0 && s.Tokens[t.token].Is("acl") && s.Infinitive(t.token) && tables().nouns["resolve"][s.Tokens[noun].Lemma] &&
		noun < e.First && e.First <= noun+2 && e.Last < t.token
}

// elaborates tells whether a gerund that is no event tells more of what a clause is about: "visited the region
// bordering Norland on Monday".
func (f *finder) elaborates(s *english.Sentence, clause, at int) bool {
	t := &s.Tokens[at]
	return t.XPOS == "VBG" && t.Head >= 0 && s.Clause(t.Head) == clause && len(f.senses(t, false)) == 0
}

// carriedOutOn tells whether a participle or relative clause says of the attack that did harm when it was: "the strike,
// carried out on Monday, killed six", "the strike, which took place on Monday, killed six".
func (f *finder) carriedOutOn(s *english.Sentence, t trigger, at int) bool {
	if at < 0 || t.sense.Type != parley.Assault || t.sense.Noun || !s.Tokens[at].Is("acl") || s.Tokens[at].XPOS != "VBN" && !happens(s, at) {
		return false
	}
	attack := s.Tokens[at].Head
	return attack == s.Child(t.token, "nsubj") && f.harmful(&s.Tokens[attack])
}

// saysWhen tells whether a clause says when, in the past, what another says was done: "were killed when a drone
// struck the market on Sunday".
func saysWhen(s *english.Sentence, clause, at int) bool {
	if at <= clause || s.Tokens[at].XPOS != "VBD" || s.Tokens[clause].XPOS != "VBD" && s.Tokens[clause].XPOS != "VBN" {
		return false
	}
	return asDone(s, at, clause)
}

// fromThen tells whether a clause says from when on what another says holds: "will impose tariffs starting in
// June".
func fromThen(s *english.Sentence, clause, at int) bool {
	if at < 0 || s.Tokens[at].XPOS != "VBG" || !s.Dominates(clause, at) || s.Child(at, "obj", "nsubj") >= 0 {
		return false
	}
	over := s.Tokens[at].Head
	return tables().nouns["starting"][s.Tokens[at].Lemma] && s.Clause(over) == clause && (s.Tokens[at].Is("acl") || s.Tokens[at].Is("advcl"))
}

// barredFrom tells whether a clause says what a verb of coercion keeps somebody from, on whose day that is told: "has
// blocked aid from entering since March".
func barredFrom(s *english.Sentence, t trigger, at int) bool {
	if t.sense.Type != parley.Coerce || at < 0 || s.Tokens[at].Head != t.token || s.Tokens[at].XPOS != "VBG" {
		return false
	}
	mark := s.Child(at, "mark")
	return mark >= 0 && s.Tokens[mark].Lemma == "from"
}

// afterTalks is the day of the talks that a clause opens with and of which it tells what came: "after talks in Oslo
// on Monday, Norland and Sudmark agreed to free prisoners".
func (f *finder) afterTalks(t trigger) *timex.Expression {
	if t.sense.Type != parley.Agree && t.sense.Type != parley.Propose && t.sense.Type != parley.Retreat {
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	if s.Tokens[verb].XPOS != "VBD" && (s.Tokens[verb].XPOS != "VBN" || !s.Passive(verb)) {
		return nil
	}
	for child := range s.Children(verb) {
		if prep := s.Case(child); child < t.token && s.Tokens[child].Is("obl") && (prep == "after" || prep == "following") && f.convenes(s, child) {
			sense := f.in.Lexicon.Verbs(s.Tokens[child].Lemma, true)[0]
			return f.told(trigger{sentence: t.sentence, token: child, sense: sense, support: -1})
		}
	}
	return nil
}

// atOccasion tells whether a day is that of an occasion at which people are told to have met or agreed: "met on the
// margins of Monday's ceremony".
func (f *finder) atOccasion(s *english.Sentence, t trigger, anchor int) bool {
	noun := s.Tokens[anchor].Head
	if t.sense.Type != parley.Consult && t.sense.Type != parley.Agree || !s.Tokens[anchor].Is("nmod:poss") || noun <= t.token || s.Clause(noun) != s.Clause(t.token) {
		return false
	}
	if s.Tokens[noun].Is("nmod") && s.Case(noun) == "of" {
		return onMargins(s, noun)
	}
	return s.Tokens[noun].Is("obl") && s.Case(noun) == "at" && !f.convenes(s, noun)
}

// onMargins tells whether an occasion is told as that on the margins of which something else took place.
func onMargins(s *english.Sentence, occasion int) bool {
	over := s.Tokens[occasion].Head
	return over >= 0 && s.Tokens[occasion].Is("nmod") && s.Case(occasion) == "of" && tables().nouns["margin"][s.Tokens[over].Lemma]
}

// heading is the time that a line is headed with, as those of chronicles are: "May 3 - Norland frees the crew".
func (f *finder) heading(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	for _, i := range f.times[t.sentence] {
		e := &f.in.Times[i]
		if e.First > 1 || e.Type != timex.Date || e.From == "" || e.Last >= t.token {
			continue
		}
		switch s.Tokens[e.Last].Text {
		case "-", "–", "—", ":":
			return e
		}
	}
	return nil
}

// soonAfter tells whether a clause tells what came before, or about what, something was done at a time of more than a day,
// which is about that of both: "last week, after meeting Holm", "in late May after Kovar visited Norland".
func (f *finder) soonAfter(s *english.Sentence, clause int, e *timex.Expression) bool {
	if s.Child(clause, "nsubj") < 0 {
		return s.Tokens[clause].XPOS == "VBG" && (hasBelow(s, clause, "after") || hasBelow(s, clause, "for"))
	}
	mark := s.Child(clause, "mark")
	if mark < 0 {
		mark, _ = s.Subtree(clause)
	}
	return s.Tokens[clause].XPOS == "VBD" && strings.EqualFold(s.Tokens[mark].Text, "after") && len(e.From) == len("2006-01")
}

// behindParticiple tells whether a time stands between a participle about a noun and the verb of which that is the
// subject, and so is the participle's: "the sanctions imposed by Norland in March hurt trade".
func behindParticiple(s *english.Sentence, clause, at int, e *timex.Expression) bool {
	t := &s.Tokens[clause]
	if at < e.Last || !t.Is("acl") || t.XPOS != "VBN" || e.First < clause || hasAux(s, clause) {
		return false
	}
	if subject := t.Head; s.Tokens[subject].Head != at && s.Tokens[at].Head != subject {
		return false
	}
	for i := clause + 1; i < at; i++ {
		if tag := s.Tokens[i].UPOS; tag == "PUNCT" || tag == "VERB" || tag == "AUX" && i < e.First {
			return false
		}
	}
	return true
}

// opens tells whether a time stands right before a clause that a semicolon parts from another, and so is the latter's:
// "on Monday, Norland shelled the port; on Tuesday, its troops took it".
func opens(s *english.Sentence, clause int, e *timex.Expression) bool {
	first, _ := s.Subtree(clause)
	before := e.First - 1
	if before >= 0 && s.Tokens[before].UPOS == "ADP" {
		before--
	}
	if before < 0 || s.Tokens[before].Text != ";" {
		return false
	}
	return first >= e.Last && first <= e.Last+1 && (first == e.Last || s.Tokens[e.Last].Text == ",")
}

// opensBoth tells whether a time stands before two clauses in the past that are coordinated, and so is that of the second
// too: "on Monday Norland shelled the port and its troops took the town".
func opensBoth(s *english.Sentence, clause, at int, e *timex.Expression) bool {
	if at < 0 || !s.Tokens[clause].Is("conj") || s.Tokens[clause].Head != at || s.Tokens[clause].XPOS != "VBD" || s.Tokens[at].XPOS != "VBD" {
		return false
	}
	subject := s.Child(at, "nsubj")
	return subject >= 0 && e.Last <= subject && e.First <= 1 && ofOneDay(e)
}
