package events

import (
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// decidedOn is what a side's decision says that it does: "Norland's decision to suspend the
// accord" tells that it is suspended, unless that is a concession which takes more than words.
func (f *finder) decidedOn(t trigger) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	noun := s.Tokens[t.token].Head
	if f.resolved(t) {
		return state{is: parley.Happened, span: spanOf(s, t.token), certainty: .5}, true
	}
	if t.sense.Noun || noun < 0 || !s.Tokens[t.token].Is("acl") || !s.Infinitive(t.token) || s.Negated(t.token) {
		return state{}, false
	}
	if !tables().nouns["resolve"][s.Tokens[noun].Lemma] || t.sense.Mode == "ease-sanctions" || t.sense.Mode == "withdraw" {
		return state{}, false
	}
	if s.Negated(noun) || s.Child(noun, "nmod:poss") < 0 && !behindBy(s, noun) {
		return state{}, false
	}
	if over := s.Tokens[noun].Head; over >= 0 {
		if effect := tables().status["governor"][s.Tokens[over].Lemma]; s.Tokens[noun].Is("obj") && (effect == "planned" || effect == "proposed") || toCome(s, s.Clause(over)) {
			return state{}, false // "awaits Norland's decision to sign", "would welcome its decision to leave"
		}
	}
	return state{is: parley.Happened, span: spanOf(s, t.token), certainty: .5}, true
}

// resolved tells whether a sanction, or what is let in, is what somebody is told to have decided on, a measure what he moved
// to take or to end, and talks what he sent somebody to hold: "decided to suspend aid", "decided to begin allowing food in",
// "moved to lift sanctions", "sent an envoy to meet Holm".
func (f *finder) resolved(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Noun || s.Negated(t.token) {
		return false
	}
	verb, over := t.token, s.Tokens[t.token].Head
	if t.sense.Type == parley.Consult && sentOut(s, verb) >= 0 || ofMeasure(t) && movedTo(s, verb) {
		return wasDone(s, over)
	}
	if t.sense.Type != parley.Sanction && t.sense.Mode != "access" {
		return false
	}
	for s.Tokens[verb].Is("xcomp") && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
		if tables().nouns["deciding"][s.Tokens[verb].Lemma] {
			return wasDone(s, verb)
		}
	}
	return false
}

// wasDone tells whether a verb says in the past or the perfect that something was done.
func wasDone(s *english.Sentence, verb int) bool {
	past := s.Tokens[verb].XPOS == "VBD" || auxiliary(s, verb, "have", "Pres") || s.Passive(verb) && auxiliary(s, verb, "be", "Past")
	return past && !s.Negated(verb) && !conditional(s, verb)
}

// ofMeasure tells whether a sense is of sanctions, of their end or of what is let in.
func ofMeasure(t trigger) bool {
	return t.sense.Type == parley.Sanction || t.sense.Mode == "ease-sanctions" || t.sense.Mode == "access"
}

// movedTo tells whether an infinitive says what somebody moved to do, and not where to or what he moved.
func movedTo(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if !t.Is("advcl") && !t.Is("xcomp") || t.Head < 0 || !s.Infinitive(verb) {
		return false
	}
	return tables().nouns["moving"][s.Tokens[t.Head].Lemma] && s.Object(t.Head) < 0
}

// carriedByDecision tells whether the verb that carries a noun is what a side has decided to do:
// "Norland's decision to widen its campaign".
func (f *finder) carriedByDecision(s *english.Sentence, t trigger) bool {
	if t.support < 0 || !s.Tokens[t.token].Is("obj") {
		return false
	}
	_, ok := f.decidedOn(t.asVerb())
	return ok
}

// behindBy tells whether "by" stands behind a noun: "the decision by Norland to leave".
func behindBy(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "by" {
			return true
		}
	}
	return false
}

// toCome tells whether an auxiliary of the future or of mere possibility stands with a verb.
func toCome(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("aux") && tables().status["auxiliary"][strings.ToLower(s.Tokens[child].Text)] != "" {
			return true
		}
	}
	return false
}

// admitting tells whether somebody is told to let goods in by a form without a tense and without a
// day, which goes on: "despite Norland permitting some lorries into the port".
func (f *finder) admitting(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	t := &s.Tokens[m.token]
	if m.sense.Mode != "access" || m.sense.Noun || m.when != nil {
		return false
	}
	return t.XPOS == "VBG" && s.Child(m.token, "aux") < 0 && !tables().nouns["beginning"][s.Tokens[max(t.Head, 0)].Lemma] || t.Is("acl") && s.Infinitive(m.token)
}

// latelyBegun is how many days after it began, by a text that tells no more of it, what was begun
// is taken to go on.
const latelyBegun = 200

// begun tells whether an attack is told as begun, not on one day but by the month or without a time,
// so that it goes on: "Norland, which began bombing the port in March".
func (f *finder) begun(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	over := s.Tokens[m.token].Head
	if m.sense.Type != parley.Assault || m.sense.Noun || over < 0 || s.Tokens[over].Is("conj") {
		return false
	}
	if t := &s.Tokens[m.token]; !t.Is("xcomp") || t.XPOS != "VBG" && !s.Infinitive(m.token) {
		return false
	}
	if !tables().nouns["settingabout"][s.Tokens[over].Lemma] {
		return false
	}
	if m.day() == "" {
		return true
	}
	return m.day().Granularity() != parley.Day && f.in.Day != "" && m.when.To.Last().After(f.in.Day.First().AddDate(0, 0, -latelyBegun))
}

// ofLate tells whether attacks told in the perfect are those of the days or weeks right before
// publication, and so go on: "the port has come under attack in recent days".
func (f *finder) ofLate(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.token
	if m.sense.Noun {
		verb = s.Clause(m.token)
	}
	if m.sense.Type != parley.Assault || m.when != nil || !auxiliary(s, verb, "have", "Pres") {
		return false
	}
	for child := range s.Children(verb) {
		span := s.Tokens[child].Is("obl") && s.Case(child) == "in" && tables().nouns["span"][s.Tokens[child].Lemma]
		if span && hasOneBelow(s, child, tables().nouns["recent"]) {
			return true
		}
	}
	return false
}

// sinceFor is the beginning of what has gone on since something else happened, or for so many months or
// years: "has been shelling the town for nearly three months".
func (f *finder) sinceFor(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Noun || f.in.Day == "" || !lingers(t) && t.sense.Type != parley.Sanction || !upToNow(s, t.token) {
		return nil
	}
	if e := f.sinceBegan(t); e != nil {
		return e // "has fired rockets since the truce collapsed in March"
	}
	for _, i := range f.times[t.sentence] {
		e := f.in.Times[i]
		anchor := s.Anchor(e.First, e.Last)
		if e.Type != timex.Duration || !lastsIn(s, t.token, anchor) || s.Case(anchor) != "for" && !f.upToToday(&e) {
			continue
		}
		if from, ok := before(f.in.Day, e.Value); ok {
			e.From, e.To, e.Signal = from, from, timex.Since
			return &e
		}
	}
	return nil
}

// lastsIn tells whether words stand in what a verb says, if below another that has no tense of its own: "has kept food from
// entering the town for two months".
func lastsIn(s *english.Sentence, verb, token int) bool {
	at := s.Clause(token)
	return at == verb || s.Dominates(verb, at) && s.Tokens[at].XPOS == "VBG" && s.Child(at, "nsubj", "aux") < 0
}

// upToToday tells whether an expression is of a length of time that ends with publication: "over the past three months".
func (f *finder) upToToday(e *timex.Expression) bool {
	return e.From != "" && e.To != "" && !e.To.Last().Before(f.in.Day.First().AddDate(0, 0, -1))
}

// sinceBegan is the day of what people have been harmed since: "have been killed since the fighting began in 2014".
func (f *finder) sinceBegan(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Noun || t.sense.Type != parley.Assault && t.sense.Type != parley.Coerce || !upToNow(s, t.token) {
		return nil
	}
	for _, i := range f.times[t.sentence] {
		e := f.in.Times[i]
		began := s.Tokens[s.Anchor(e.First, e.Last)].Head
		if e.From == "" || e.Type != timex.Date || began < 0 || s.Tokens[began].Head != t.token || !s.Tokens[began].Is("advcl") {
			continue
		}
		if mark := s.Child(began, "mark"); mark >= 0 && s.Tokens[mark].Lemma == "since" {
			e.Signal = timex.Since
			return &e
		}
	}
	return nil
}

// upToNow tells whether a verb tells in the perfect what has been done up to the time of the text, or up to the time at
// which a report of it was made: "have been killed", "said that ten had been killed".
func upToNow(s *english.Sentence, verb int) bool {
	if perfect(s, verb) {
		return true
	}
	over := s.Tokens[verb].Head
	return over >= 0 && s.Tokens[verb].Is("ccomp") && s.Tokens[over].Feat("Tense") == "Past" && auxiliary(s, verb, "have", "Past")
}

// sinceWhen tells whether something is told to have been done since a time, or since something began: "since May", "since
// the war began".
func sinceWhen(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if mark := s.Child(child, "mark"); t.Is("advcl") && mark >= 0 && s.Tokens[mark].Lemma == "since" {
			return true
		}
		if t.Is("conj") && t.UPOS == "VERB" && s.Child(child, "nsubj") < 0 && hasCase(s, child, "since") {
			return true // "has killed 600 and wounded 900 since May"
		}
	}
	return hasCase(s, verb, "since")
}

// weeksOfMonth is how many weeks back a time must lie, at least, to be told by its month.
const weeksOfMonth = 3

// before is the month so many weeks or months before a day, or the year so many years, or so round a number of months, before it.
func before(day parley.Date, length string) (parley.Date, bool) {
	m := spanLength.FindStringSubmatch(length)
	if m == nil || day == "" {
		return "", false
	}
	n, err := strconv.Atoi(m[1])
	if err != nil || n > 1000 {
		return "", false
	}
	from := day.First()
	switch m[2] {
	case "W":
		if n < weeksOfMonth {
			return "", false
		}
		from = from.AddDate(0, 0, -7*n)
	case "M":
		from = from.AddDate(0, -n, 0)
	case "Y":
		from = from.AddDate(-n, 0, 0)
	default:
		return "", false
	}
	if m[2] == "Y" || m[2] == "M" && n >= 12 && n%6 == 0 {
		return parley.Date(from.Format("2006")), true
	}
	return parley.Date(from.Format("2006-01")), true
}

// lengthOf is the month in which what somebody is told to have lasted so many weeks or months began: "lifted its
// 10-week blockade", "nine weeks of blockade", "its 19-month-old war".
func (f *finder) lengthOf(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	lemma := s.Tokens[t.token].Lemma
	if !t.sense.Noun || !tables().nouns["lasting"][lemma] && !tables().nouns["strife"][lemma] && !tables().nouns["unbroken"][lemma] {
		return nil
	}
	for _, i := range f.times[t.sentence] {
		e := f.in.Times[i]
		if e.Type != timex.Duration || e.From != "" || !measuredBy(s, t.token, &e) || strings.HasSuffix(e.Value, "Y") {
			continue
		}
		end := f.in.Day
		if over := f.told(trigger{sentence: t.sentence, token: s.Clause(t.token), support: -1}); over != nil && ofOneDay(over) {
			end = over.From
		}
		if from, ok := before(end, e.Value); ok {
			e.From, e.To, e.Type, e.Signal = from, from, timex.Date, timex.Since
			return &e
		}
	}
	return nil
}

// measuredBy tells whether a length of time stands before a noun as how long that has lasted: "a 10-week Norlandic
// blockade", "a 19-month-old war", "nine weeks of blockade".
func measuredBy(s *english.Sentence, noun int, e *timex.Expression) bool {
	if e.First >= noun {
		return false
	}
	anchor := s.Anchor(e.First, e.Last)
	over := s.Tokens[anchor].Head
	switch {
	case e.Last >= noun, over == noun:
		return true
	case s.Tokens[noun].Is("nmod") && s.Tokens[noun].Head == anchor:
		return s.Case(noun) == "of"
	}
	return over >= 0 && s.Tokens[over].Is("amod") && s.Tokens[over].Head == noun && s.Tokens[over].Lemma == "old"
}
