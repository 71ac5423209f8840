package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// when picks the time expression that belongs to a trigger: one in its own
// phrase before one of its verb, one of its clause before one of another.
func (f *finder) when(t trigger) *timex.Expression {
	if t.within.last > 0 {
		return f.dateWithin(t)
	}
	if e := f.reckoned(t); e != nil {
		return e
	}
	if e := f.asOfThen(t); e != nil {
		return e
	}
	if e := f.begunThen(t); e != nil {
		return e
	}
	if e := f.offset(t); e != nil {
		return e
	}
	if e := f.lengthOf(t); e != nil {
		return e
	}
	if e := f.told(t); e != nil {
		return e
	}
	if e := f.heading(t); e != nil {
		return e
	}
	if over, ok := f.scene(t); ok {
		return f.when(over)
	}
	if e := f.declared(t); e != nil {
		return e
	}
	if over, ok := f.whereabouts(t); ok {
		return f.when(over)
	}
	if e := f.afterTalks(t); e != nil {
		return e
	}
	if e := f.sinceFor(t); e != nil {
		return e
	}
	return f.sinceBegan(t)
}

// told is the expression that is nearest to a trigger in the tree.
func (f *finder) told(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	apart := setApart(s, t) || f.leftBehind(s, t) || f.othersDeed(s, t) || f.topical(s, t)
	var best *timex.Expression
	least := 1 << 20
	for _, i := range f.times[t.sentence] {
		e := &f.in.Times[i]
		if e.Type != timex.Date && e.Type != timex.Time && !f.justPast(t, e) || e.From == "" {
			continue
		}
		if bounds(s, e) || inParentheses(s, t, e) || e.Signal == timex.Since && firstSince(s, t, e) {
			continue
		}
		if apart && !ownTime(s, t, e) {
			continue
		}
		if f.notYet(s, t, e) || f.outsideWords(s, t.token, e) || ofWhatFollowed(s, t, e) || endedThen(s, t, e) || f.ofWhatIsToCome(s, t, e) || leftOff(s, t, e) {
			continue
		}
		if d, ok := f.distance(s, t, e); ok && d < least {
			best, least = e, d
		}
	}
	return best
}

// ownTime tells whether a time is that of an event set apart from others: it stands below its word, trails it or says "earlier".
func ownTime(s *english.Sentence, t trigger, e *timex.Expression) bool {
	return s.Dominates(t.token, s.Anchor(e.First, e.Last)) || trails(s, t, e) || tables().nouns["earlier"][s.Tokens[e.First].Lemma]
}

// notYet tells whether a time is still to come, at which nothing can have been done that a verb in the past tells.
func (f *finder) notYet(s *english.Sentence, t trigger, e *timex.Expression) bool {
	return !t.sense.Noun && s.Tokens[t.token].XPOS == "VBD" && f.in.Day != "" && e.From.First().After(f.in.Day.Last())
}

// ofWhatIsToCome tells whether a day stands right behind the occasion before which something is done, and is
// that of the occasion: "is being held before a hearing in Oslo on June 6".
func (f *finder) ofWhatIsToCome(s *english.Sentence, t trigger, e *timex.Expression) bool {
	occasion := false
	for i := e.First - 1; i > t.token; i-- {
		switch o := &s.Tokens[i]; o.UPOS {
		case "PUNCT", "VERB", "AUX", "SCONJ":
			return false
		case "NOUN", "PROPN":
			occasion = occasion || tables().nouns["occasion"][o.Lemma] || f.convenes(s, i)
		case "ADP":
			if word := strings.ToLower(o.Text); word == "before" || word == "until" || word == "pending" {
				return occasion
			}
		}
	}
	return false
}

// leftOff tells whether a day is when talks broke off that are to go on: "resume talks from where
// they left off in 2017".
func leftOff(s *english.Sentence, t trigger, e *timex.Expression) bool {
	verb := s.Clause(s.Anchor(e.First, e.Last))
	if verb < 0 || verb == t.token {
		return false
	}
	v := &s.Tokens[verb]
	if !v.Is("advcl") && !v.Is("acl") && !v.Is("ccomp") {
		return false
	}
	if !tables().nouns["breakingoff"][v.Lemma] && !tables().nouns["ending"][v.Lemma] {
		return false
	}
	for child := range s.Children(verb) {
		if child < verb && strings.EqualFold(s.Tokens[child].Text, "where") {
			return true
		}
	}
	return false
}

// justPast tells whether an expression is of a few hours or days on end that are over: "over the past 24
// hours", "in the 72 hours before Monday".
func (f *finder) justPast(t trigger, e *timex.Expression) bool {
	days := 1
	if t.sense.Type == parley.Assault {
		days = lastDays
	}
	if e.Type != timex.Duration || e.From == "" || f.in.Day == "" {
		return false
	}
	return !e.To.Last().After(f.in.Day.First()) && !e.From.First().Before(e.To.Last().AddDate(0, 0, -days))
}

// lastDays is how many days a time that is over may have lasted for attacks to be dated by it.
const lastDays = 3

// setApart tells whether the words before an event noun set it apart from the
// time of its clause: "ahead of the talks", "a day after the call", "a delegation
// for talks".
func setApart(s *english.Sentence, t trigger) bool {
	if !t.sense.Noun || t.sense.Type != parley.Consult {
		return false
	}
	over := s.Tokens[t.token].Head
	behindFor := over >= 0 && s.Tokens[t.token].Is("nmod") && s.Case(t.token) == "for"
	if behindFor && s.Tokens[over].UPOS == "NOUN" && !measures(s.Tokens[over].Lemma) {
		return true
	}
	for child := range s.Children(t.token) {
		if !s.Tokens[child].Is("case") || child > t.token {
			continue
		}
		switch strings.ToLower(s.Tokens[child].Text) {
		case "ahead", "prior":
			return true
		case "after", "before", "following":
			if child > 0 && tables().nouns["span"][s.Tokens[child-1].Lemma] {
				return true
			}
		}
	}
	return false
}

// leftBehind tells whether talks or a stay are over when somebody is told to travel on: "headed home on Thursday after a
// visit to Norland".
func (f *finder) leftBehind(s *english.Sentence, t trigger) bool {
	if prep := s.Case(measured(s, t.token)); !t.sense.Noun || t.sense.Type != parley.Consult || prep != "after" && prep != "following" {
		return false
	}
	return slices.ContainsFunc(f.senses(&s.Tokens[s.Clause(t.token)], false), func(v lexicon.Verb) bool { return v.Mode == "visit" })
}

// topical tells whether talks are what other talks are about, whose day and place are not theirs: "held a
// meeting in Oslo on the state of the Norland talks".
func (f *finder) topical(s *english.Sentence, t trigger) bool {
	if !t.sense.Noun || t.sense.Type != parley.Consult {
		return false
	}
	for at := t.token; s.Tokens[at].Head >= 0 && (s.Tokens[at].Is("nmod") || s.Tokens[at].Is("obl")); at = s.Tokens[at].Head {
		over := s.Tokens[at].Head
		if prep := s.Case(at); prep == "on" || prep == "about" || prep == "over" {
			object := s.Object(over)
			return f.convenes(s, over) || object >= 0 && f.convenes(s, object)
		}
	}
	return false
}

// othersDeed tells whether a noun tells of something that others than the subject of its
// clause did, before or besides what that clause is about: "Kovar on Monday fired the
// minister after Holm's visit", "broke the accord in retaliation for the sanctions".
func (f *finder) othersDeed(s *english.Sentence, t trigger) bool {
	if !t.sense.Noun || s.Tokens[t.token].Head < 0 {
		return false
	}
	if s.Tokens[t.token].Is("obj") && tables().nouns["condemning"][s.Tokens[s.Tokens[t.token].Head].Lemma] {
		return true // "condemned the raid on Monday"
	}
	switch s.Case(t.token) {
	case "after", "following", "amid", "over", "despite", "for", "since", "against":
	case "at": // "in protest at Norland's offensive"
		if before := s.Child(t.token, "case") - 1; t.sense.Type != parley.Assault || before < 0 || s.Tokens[before].UPOS != "NOUN" {
			return false
		}
	default:
		return false
	}
	own := f.fill(t.toldBy(t.token), []string{"poss", "mod", "by", "between", "of", "from"})
	if len(own) == 0 {
		return t.sense.Type != parley.Consult && t.sense.Type != parley.Assault
	}
	clause := s.Clause(s.Tokens[t.token].Head)
	doers := f.subject(t.sentence, clause)
	if len(doers) == 0 {
		return t.sense.Type == parley.Assault && aside[s.Case(t.token)] && s.Child(clause, "nsubj") >= 0 // "crowds marched"
	}
	return !overlaps(own, doers)
}

// firstSince tells whether an expression says since when there had been none of the
// kind, or from when on they are counted: "their first talks since 2022", "the talks, the sixth round since March".
func firstSince(s *english.Sentence, t trigger, e *timex.Expression) bool {
	for i := max(0, t.token-3); i < min(e.First, t.token+3); i++ {
		if ranked(&s.Tokens[i]) {
			return true
		}
	}
	if e.First > 1 && ranked(&s.Tokens[e.First-2]) {
		return true // "the meeting, the first since 2022"
	}
	for over := range s.Ancestors(s.Anchor(e.First, e.Last)) {
		if over == t.token {
			return false
		}
		for child := range s.Children(over) {
			if s.Tokens[child].Is("amod") && ranked(&s.Tokens[child]) {
				return true
			}
		}
	}
	return false
}

// ranked tells whether a word says the how manieth of its kind something is.
func ranked(t *english.Token) bool {
	return t.Feat("NumType") == "Ord" || tables().nouns["ranked"][t.Lemma]
}

// bounds tells whether the word right before an expression makes it a bound of
// the event's time instead of that time: "until Friday".
func bounds(s *english.Sentence, e *timex.Expression) bool {
	switch e.Signal {
	case timex.Until, timex.By, timex.Before, timex.After:
	default:
		return false
	}
	if e.Signal == timex.Before && e.Type == timex.Time {
		return false // "before dawn on Friday"
	}
	for i := max(0, e.First-6); i < e.First; i++ {
		if e.Signal == timex.Until && strings.EqualFold(s.Tokens[i].Text, "from") {
			return false // "from morning until noon on Friday"
		}
	}
	before := e.First - 1
	if before > 0 && s.Tokens[before].UPOS == "DET" {
		before--
	}
	signal := string(e.Signal)
	return before >= 0 && strings.EqualFold(s.Tokens[before].Text, signal) || strings.EqualFold(s.Tokens[e.First].Text, signal)
}

// distance ranks how near a time expression stands to a trigger; false where it
// belongs to another clause or to another noun.
func (f *finder) distance(s *english.Sentence, t trigger, e *timex.Expression) (int, bool) {
	anchor := s.Anchor(e.First, e.Last)
	apart := anchor - t.token
	if apart < 0 {
		apart = -apart
	}
	if trails(s, t, e) || dayRightBefore(s, t, e) {
		return 50 + apart, true
	}
	if own := &s.Tokens[t.token]; own.Is("acl") && s.Passive(t.token) && anchor < own.Head && s.Tokens[anchor].Head == own.Head {
		return 150 + apart, true // "the May 23 accord signed by Norland", "Monday's raid carried out by Norland"
	}
	if clause := s.Clause(t.token); ofDecision(s, t, e) || opens(s, clause, e) || behindParticiple(s, clause, s.Clause(anchor), e) {
		return 150 + apart, true
	}
	if f.atOccasion(s, t, anchor) {
		return 460 + apart, true
	}
	if f.datesAnother(s, t, anchor) || f.datesPlan(s, t, anchor, e) || f.withinAnother(s, t, anchor) || widerThan(s, t, anchor, e) {
		return 0, false
	}
	clause := s.Clause(t.token)
	at := f.clauseAround(s, anchor)
	if at != clause {
		at = aheadOfTeller(s, anchor, aheadOfParticiple(s, anchor, at))
	}
	switch {
	case (tabled(t) || f.toConvene(s, t, at)) && s.Infinitive(at) && s.Tokens[at].Is("acl") && s.Dominates(t.token, at):
		return 0, false // "a proposal to meet on Friday", "contacts to hold talks on Friday"
	case s.Dominates(t.token, anchor) && (at == clause || s.Tokens[at].Is("acl") && t.sense.Noun):
		return apart, true
	case t.support >= 0 && s.Dominates(t.support, anchor) && at == t.support:
		return 100 + apart, true
	case at == clause:
		return 200 + apart, true
	case dueIn(s, t, at), fromThen(s, clause, at), barredFrom(s, t, at), s.Tokens[clause].Head == at && f.resolved(t.asVerb()):
		return 250 + apart, true
	case f.shares(s, clause, at), opensBoth(s, clause, at, e):
		return 300 + apart, true
	case ofWhoDidSo(s, clause, anchor, e), closesClause(s, clause, at, e):
		return 320 + apart, true
	case f.purposeOf(s, t, at, e):
		return 340 + apart, true
	case s.Dominates(t.token, anchor) && (f.elaborates(s, clause, at) || f.describes(s, t, at, e)):
		return 350 + apart, true
	case !ofOneDay(e) && s.Tokens[clause].Head == at && f.soonAfter(s, clause, e):
		return 380 + apart, true // "last week, after meeting Holm", "faulted last year for holding exercises"
	case s.Tokens[clause].Is("conj") && clause == t.token && s.Tokens[clause].Head != at && s.Child(clause, "nsubj") < 0 && s.Tokens[s.Tokens[clause].Head].XPOS == s.Tokens[clause].XPOS:
		t.token = s.Tokens[clause].Head
		d, ok := f.distance(s, t, e)
		return 50 + d, ok // "last week, after meeting Holm and calling Kovar"
	case at >= 0 && s.Tokens[at].Is("conj") && s.Tokens[at].Head == clause && s.Child(at, "nsubj") < 0 && s.Tokens[e.Last-1].Lemma != "later" && (t.sense.Noun || s.Child(at, "aux") < 0):
		return 400 + apart, true // "calling Kovar and meeting Holm last week"
	case f.carriedOutOn(s, t, at):
		return 420 + apart, true
	case saysWhen(s, clause, at):
		return 450 + apart, true
	}
	return 0, false
}

// tabled tells whether a noun is of what somebody proposes or agrees on, which has another day than what is
// to be done under it.
func tabled(t trigger) bool {
	return t.sense.Noun && (t.sense.Type == parley.Propose || t.sense.Type == parley.Agree)
}

// toConvene tells whether an infinitive says of talks or contacts that they are to bring about others.
func (f *finder) toConvene(s *english.Sentence, t trigger, at int) bool {
	if !t.sense.Noun || t.sense.Type != parley.Consult || at < 0 {
		return false
	}
	object := s.Object(at)
	return object >= 0 && (f.convenes(s, object) || tables().nouns["round"][s.Tokens[object].Lemma])
}

// dueIn tells whether a clause says of an event noun what is to come of it: "the talks are due to resume
// on Friday", "are expected to take place in Oslo".
func dueIn(s *english.Sentence, t trigger, at int) bool {
	if !t.sense.Noun || at < 0 || !s.Tokens[at].Is("xcomp") || !tables().nouns["occurrence"][s.Tokens[at].Lemma] {
		return false
	}
	top := t.token
	for s.Tokens[top].Is("nmod") && s.Tokens[top].Head >= 0 && measures(s.Tokens[s.Tokens[top].Head].Lemma) {
		top = s.Tokens[top].Head
	}
	return s.Tokens[top].Is("nsubj") && s.Tokens[top].Head == s.Tokens[at].Head
}

// datesPlan tells whether an expression says when something was announced,
// proposed or put off rather than when it takes place: "the talks were announced
// last week". A day still to come is that of the talks.
func (f *finder) datesPlan(s *english.Sentence, t trigger, anchor int, e *timex.Expression) bool {
	verb := s.Clause(anchor)
	if verb == t.token || s.Dominates(t.token, anchor) || f.in.Day == "" || e.To.Last().After(f.in.Day.Last()) {
		return false
	}
	if s.Case(anchor) == "for" {
		return false // "had been set for Friday"
	}
	if at := s.Clause(t.token); t.sense.Noun && t.sense.Type != parley.Consult && at != verb && s.Tokens[at].XPOS == "VBG" {
		verb = at // "met Holm on Monday, calling for an end to the blockade"
	} else if s.Tokens[at].Is("advcl") && s.Tokens[at].Head == verb && !s.Infinitive(at) {
		return false // "was asked on Monday while she was meeting Holm"
	}
	if proclaimed(s, t) || s.Tokens[s.Clause(t.token)].Is("conj") && s.Tokens[s.Clause(t.token)].Head == verb {
		return false // "on Monday paused the talks and summoned the envoy"
	}
	switch tables().status["governor"][strings.ToLower(s.Tokens[verb].Lemma)] {
	case "planned", "proposed", "on-hold", "cancelled":
		return s.Tokens[verb].UPOS == "VERB"
	}
	return false
}

// common tells whether a token is a common noun, if with the capital letter of a headline.
func (f *finder) common(t *english.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" && len(f.senses(t, true)) > 0
}

// shares tells whether the clause of a verb shares the time told in another: an
// infinitive that of the verb which plans it, a participle or coordinated verb
// that of the verb which it continues.
func (f *finder) shares(s *english.Sentence, verb, other int) bool {
	t := &s.Tokens[verb]
	continuing := t.Is("advcl") && t.XPOS == "VBG" && s.Child(verb, "mark") < 0
	if over := t.Head; continuing && over >= 0 && over != other && s.Tokens[over].Is("xcomp") {
		return f.shares(s, over, other) // "on Monday resumed fighting, launching strikes"
	}
	if t.Head != other || other < 0 {
		return false
	}
	switch {
	case t.Is("xcomp"), resolves(s, verb):
		return true
	case t.Is("conj"):
		return s.Child(verb, "nsubj") < 0
	case t.Is("advcl"):
		mark := s.Child(verb, "mark", "advmod")
		if mark < 0 {
			return t.XPOS == "VBG"
		}
		if tables().nouns["instant"][strings.ToLower(s.Tokens[mark].Text)] && mark+1 < verb { // "shortly after Kovar arrived"
			next := strings.ToLower(s.Tokens[mark+1].Text)
			return next == "after" || next == "before"
		}
		switch strings.ToLower(s.Tokens[mark].Text) {
		case "as", "when", "while":
			return true
		case "after", "before":
			return mark > 0 && tables().nouns["instant"][strings.ToLower(s.Tokens[mark-1].Text)]
		case "by", "in":
			return t.XPOS == "VBG"
		}
	}
	return false
}

// lasting tells whether an expression gives the beginning of something that
// goes on: "since March".
func lasting(e *timex.Expression) bool { return e != nil && e.Signal == timex.Since }

func (m *mention) day() parley.Date {
	if m.when == nil {
		return ""
	}
	return m.when.From
}

// ofOneDay tells whether an expression is of one day, and no longer or vaguer.
func ofOneDay(e *timex.Expression) bool { return e.From == e.To && e.From.Granularity() == parley.Day }

// gone tells whether a time was over more than so many days before publication.
func (f *finder) gone(e *timex.Expression, days int) bool {
	return e != nil && e.To != "" && f.in.Day != "" && e.To.Last().Before(f.in.Day.First().AddDate(0, 0, -days))
}
