package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// aheadOfParticiple is the clause of a day that stands between a noun and the participle behind it, on which a wrong
// tree hangs it: that around the noun. "Adopted an accord on Monday intended to ease trade."
func aheadOfParticiple(s *english.Sentence, anchor, at int) int {
	if at < 0 {
		return at
	}
	t := &s.Tokens[at]
	if !t.Is("acl") || t.Head < 0 || anchor < t.Head || at < anchor || s.Infinitive(at) || s.Child(at, "nsubj", "aux", "mark") >= 0 {
		return at
	}
	return s.Clause(t.Head)
}

// aheadOfTeller is the clause of a day that ends what somebody is told to have said, on whose verb of saying a wrong tree
// hangs it: that of what is said. "The army shelled the port on Monday, the ministry said."
func aheadOfTeller(s *english.Sentence, anchor, at int) int {
	if at < 0 || !s.Tokens[at].Is("parataxis") || !tables().nouns["declaring"][s.Tokens[at].Lemma] {
		return at
	}
	if told := s.Tokens[at].Head; told < 0 || told > anchor {
		return at
	}
	subject := s.Child(at, "nsubj")
	if subject < 0 || at < subject {
		return at
	}
	if first, _ := s.Subtree(subject); anchor < first && s.Tokens[first-1].Text == "," {
		return s.Tokens[at].Head
	}
	return at
}

// dayRightBefore tells whether a day stands right before an event noun, and behind no preposition, whatever tree: "since the
// Norland-led May 7, 2023, attack".
func dayRightBefore(s *english.Sentence, t trigger, e *timex.Expression) bool {
	end := e.Last
	if end < len(s.Tokens) && s.Tokens[end].Text == "," {
		end++
	}
	if !t.sense.Noun || end != t.token || e.First == 0 {
		return false
	}
	before := s.Tokens[e.First-1].UPOS
	return before != "ADP" && before != "PUNCT" && e.From.Granularity() == parley.Day
}

// ofWhoDidSo tells whether a day stands between a noun and the clause that says what the noun did, and so dates it:
// "was among a delegation on Monday that toured the port".
func ofWhoDidSo(s *english.Sentence, clause, anchor int, e *timex.Expression) bool {
	t := &s.Tokens[clause]
	between := t.Head < anchor && anchor < clause && s.Tokens[anchor].Head == t.Head
	return t.Is("acl") && t.Head >= 0 && t.XPOS == "VBD" && between && ofOneDay(e)
}

// describes tells whether a participle describes the noun before it, so that a day behind it is that of the
// clause: "a vessel used by smugglers on Monday", "a deal opening the port earlier this month".
func (f *finder) describes(s *english.Sentence, t trigger, at int, e *timex.Expression) bool {
	participle := &s.Tokens[at]
	if participle.XPOS != "VBN" && participle.XPOS != "VBG" || !participle.Is("acl") {
		return false
	}
	if s.Tokens[participle.Head].Head != t.token || hasAux(s, at) || !f.brief(e) {
		return false
	}
	return t.sense.Type == parley.Agree || !slices.ContainsFunc(f.senses(participle, false), func(v lexicon.Verb) bool {
		return f.companionFits(t.sentence, at, v) // the participle tells of an event of its own
	})
}

// brief tells whether an expression is of one day, or of a week or month gone by.
func (f *finder) brief(e *timex.Expression) bool {
	if ofOneDay(e) {
		return true
	}
	if f.in.Day == "" || e.From == "" || e.To == "" || e.From.Granularity() == parley.Year || lasting(e) {
		return false
	}
	today := f.in.Day.First()
	return !e.From.First().After(today) && !e.To.Last().After(today.AddDate(0, 1, 0))
}

// closesClause tells whether a day at the end of a sentence is that of the clause with "after" or "when" right before it, which
// tells more of what was done: "condemned Norland after its troops fired on a bus on Monday".
func closesClause(s *english.Sentence, clause, at int, e *timex.Expression) bool {
	t := &s.Tokens[clause]
	if !t.Is("advcl") || t.Head != at || at > clause || e.First < clause || !ofOneDay(e) || t.XPOS != "VBD" && t.XPOS != "VBN" {
		return false
	}
	opened := false
	for i := at + 1; i < e.First; i++ {
		switch word := s.Tokens[i].Lemma; {
		case i < clause && (word == "after" || word == "when"):
			opened = true
		case s.Tokens[i].UPOS == "PUNCT", i > clause && (s.Tokens[i].UPOS == "VERB" || s.Tokens[i].UPOS == "SCONJ"):
			return false
		}
	}
	return opened && (e.Last >= len(s.Tokens)-1 || s.Tokens[e.Last].UPOS == "PUNCT")
}

// purposeOf tells whether a clause says what something was done for, where a day behind it that is gone by is that of
// the deed: "used tear gas to disperse a crowd on Monday", "held talks to end the war last week", "agreed to restore the
// pact in 2023".
func (f *finder) purposeOf(s *english.Sentence, t trigger, at int, e *timex.Expression) bool {
	if at < 0 || !s.Infinitive(at) || f.in.Day == "" || e.To == "" || e.To.Last().After(f.in.Day.Last()) {
		return false
	}
	over, verb := s.Tokens[at].Head, t.token
	if t.sense.Type == parley.Assault || t.sense.Type == parley.Coerce {
		if !t.sense.Noun && over == verb {
			return true
		}
	}
	if t.sense.Type == parley.Agree && !t.sense.Noun && over == verb && f.gone(e, 0) {
		return finished(s, verb)
	}
	if t.sense.Noun {
		verb = t.support
	}
	if verb < 0 || t.sense.Type != parley.Consult || over != verb && over != t.token {
		return false
	}
	if !s.Tokens[at].Is("advcl") && !s.Tokens[at].Is("acl") || !f.brief(e) {
		return false
	}
	if under := s.Tokens[s.Anchor(e.First, e.Last)].Head; under != at {
		return false // "met to discuss the raid on Monday"
	}
	return finished(s, verb)
}

// resolvedOn tells whether a verb says what somebody has agreed or decided to do, so that a day gone by is that on which
// it was agreed.
func resolvedOn(s *english.Sentence, verb int) bool {
	over := s.Tokens[verb].Head
	return s.Infinitive(verb) && s.Tokens[verb].Is("xcomp") && tables().nouns["resolving"][s.Tokens[over].Lemma] && finished(s, over)
}

// asOfThen is the time right before the clause with "when" that tells what was done then: "since March, when the army
// resumed its campaign", of "from 2010 to 2014, when crowds took to the streets" the latter.
func (f *finder) asOfThen(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	if verb < 0 {
		return nil
	}
	for hops := 0; hops < 2; hops++ {
		if when := s.Child(verb, "advmod", "mark"); when > 0 && when < verb && strings.EqualFold(s.Tokens[when].Text, "when") {
			return f.timeBefore(t.sentence, when)
		}
		switch before := s.Child(verb, "advcl"); {
		case s.Tokens[verb].Is("conj") && s.Tokens[verb].Head >= 0:
			verb = s.Tokens[verb].Head
		case before >= 0 && before < verb: // a wrong tree, of "when the truce collapsed and the army resumed its campaign"
			verb = before
		default:
			return nil
		}
	}
	return nil
}

// timeBefore is the time that ends right before a word, or before the comma there, where it ends a stretch of time or is
// the beginning of one; nil where there is none.
func (f *finder) timeBefore(sentence, word int) *timex.Expression {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[word-1].Text == "," {
		word--
	}
	for _, i := range f.times[sentence] {
		e := f.in.Times[i]
		if e.Last != word || e.Type != timex.Date || e.From == "" || !e.Range && !lasting(&e) {
			continue
		}
		if e.Range {
			if e.From = parley.Date(e.Value); !e.From.Valid() {
				return nil
			}
			e.To, e.Range = e.From, false
		}
		e.Signal = ""
		return &e
	}
	return nil
}

// inParentheses tells whether a time stands alone in parentheses behind something else than an event: "occupies the
// hills against Resolution 497 (1981)".
func inParentheses(s *english.Sentence, t trigger, e *timex.Expression) bool {
	if e.First < 1 || e.Last >= len(s.Tokens) || s.Tokens[e.First-1].Text != "(" || s.Tokens[e.Last].Text != ")" {
		return false
	}
	return !s.Dominates(t.token, e.First)
}
