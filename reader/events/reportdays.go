package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// declared is the day on which what is done in being said was said: "said on Monday that
// it was suspending trade talks", "announced sanctions on Monday" is a sanction of Monday.
func (f *finder) declared(t trigger) *timex.Expression {
	switch t.sense.Type {
	case parley.Sanction, parley.Propose, parley.Agree, parley.Aid:
	default:
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	for hops := 0; hops < 3 && verb >= 0; hops++ {
		over := s.Tokens[verb].Head
		if over < 0 || !s.Tokens[verb].Is("ccomp") && !s.Tokens[verb].Is("xcomp") && !s.Tokens[verb].Is("conj") || s.Negated(verb) {
			return nil
		}
		if tables().nouns["declaring"][s.Tokens[over].Lemma] && saidInDoing(s, verb, over) {
			said := trigger{sentence: t.sentence, token: over, support: -1}
			if e := f.reckoned(said); e != nil {
				return e
			}
			return f.told(said)
		}
		verb = over
	}
	return nil
}

// saidInDoing tells whether what is said is told as done in being said: in a
// progressive, or announced.
func saidInDoing(s *english.Sentence, verb, over int) bool {
	if s.Tokens[over].Feat("Tense") != "Past" && s.Tokens[over].XPOS != "VBD" && s.Tokens[over].XPOS != "VBN" {
		return false
	}
	return tables().nouns["announcing"][s.Tokens[over].Lemma] || s.Tokens[verb].XPOS == "VBG" && auxiliary(s, verb, "be", "")
}

// reportedNow is the day of publication for what a text tells in the simple present of a
// report: "Norlandic troops kill four herders". A title always speaks so and tells no day.
func (f *finder) reportedNow(m *mention) *timex.Expression {
	if f.assembled(m) {
		return f.asOfToday(m.sentence, m.token, m.status.span)
	}
	s := &f.in.Text.Sentences[m.sentence]
	verb := f.tellingNow(m)
	if verb < 0 || f.in.Day == "" || m.status.is != parley.Happened || f.headline(m) || m.voice.Name != "" {
		return nil
	}
	crowd := m.sense.Type == parley.Protest && slices.ContainsFunc(m.actors, func(one filler) bool {
		return one.people != "" || one.common
	})
	if opens := m.sense.Noun && tables().nouns["opening"][s.Tokens[verb].Lemma]; !punctual(m) && !crowd && !opens {
		return nil
	}
	switch t := &s.Tokens[verb]; {
	case t.Head < 0:
	case t.XPOS == "VBG" && t.Is("advcl") && !hasAux(s, verb): // "with Norland agreeing to buy gas"
		verb = t.Head
	case t.Is("ccomp") && auxiliary(s, verb, "have", "Pres") && m.sense.Type == parley.Agree && tables().nouns["declaring"][s.Tokens[t.Head].Lemma]:
		verb = t.Head // "state that they have agreed on a framework"
	}
	t := &s.Tokens[verb]
	if plain := (t.XPOS == "VBZ" || t.XPOS == "VBP") && !hasAux(s, verb); !plain && !presentPassive(s, verb) {
		return nil
	}
	if !mainClause(s, verb) || s.Child(verb, "nsubj") < 0 && !t.Is("conj") {
		return nil
	}
	for child := range s.Children(verb) {
		if word := strings.ToLower(s.Tokens[child].Lemma); s.Tokens[child].Is("advmod") && tables().nouns["habit"][word] {
			return nil
		}
	}
	if f.datedClause(m.sentence, verb) || !proseLine(s) || !f.inPresent() {
		return nil
	}
	return f.asOfToday(m.sentence, verb, spanOf(s, verb))
}

// asOfToday is the day of publication as told by the tense of a verb, or by what says that something goes on.
func (f *finder) asOfToday(sentence, token int, told parley.Span) *timex.Expression {
	return &timex.Expression{
		Start: told.Start, End: told.End,
		Sentence: sentence, First: token, Last: token + 1,
		Type: timex.Date, From: f.in.Day, To: f.in.Day,
	}
}

// tellingNow is the verb that tells of an event: its own, the one that a noun is the object of, what a noun does or has done to it
// as it takes place ("talks begin", "protests are held"), and what comes of an attack ("are damaged in a strike"); -1 for none.
func (f *finder) tellingNow(m *mention) int {
	if !m.sense.Noun {
		return m.token
	}
	s := &f.in.Text.Sentences[m.sentence]
	noun, over := &s.Tokens[m.token], s.Tokens[m.token].Head
	switch {
	case over < 0:
	case noun.Is("obj") && (m.support >= 0 || tables().nouns["announcing"][s.Tokens[over].Lemma]):
		return over
	case noun.Is("nsubj") && tables().nouns["opening"][s.Tokens[over].Lemma],
		noun.Is("nsubj") && tables().nouns["held"][s.Tokens[over].Lemma] && s.Passive(over):
		return over
	case m.sense.Type == parley.Assault && noun.Is("obl") && s.Case(m.token) == "in" && presentPassive(s, over):
		return over
	}
	return -1
}

// assembled tells whether people are told to be together as the text is written: "are holding a second
// day of talks in Oslo".
func (f *finder) assembled(m *mention) bool {
	if f.in.Day == "" || m.status.is != parley.Ongoing || m.sense.Type != parley.Consult || m.mode == "visit" {
		return false
	}
	if f.headline(m) || m.voice.Name != "" || m.place.End == 0 || f.datedSentence(m.sentence) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.token
	if m.sense.Noun {
		if verb = m.support; verb < 0 || !tables().nouns["held"][s.Tokens[verb].Lemma] {
			return false
		}
	}
	return s.Tokens[verb].XPOS == "VBG" && auxiliary(s, verb, "be", "Pres") && mainClause(s, verb) && len(m.actors)+len(m.recipients) > 1
}

// freshDays is within how many days of publication what was told on a day counts as news of it.
const freshDays = 2

// reportedThen is the day on which a deed that is news was told, where the text gives no other:
// "Norlandic troops have freed the crew, the ministry said on Monday".
func (f *finder) reportedThen(m *mention) *timex.Expression {
	s := &f.in.Text.Sentences[m.sentence]
	meanwhile := meanwhileOf(s, m.token)
	begun := m.status.is == parley.Ongoing && f.begins(m)
	ofItsDay := begun || punctual(m) && (m.sense.Type != parley.Consult || m.mode == "call")
	if f.in.Day == "" || m.status.is != parley.Happened && !begun || !ofItsDay && meanwhile < 0 {
		return nil
	}
	verb := m.token
	if meanwhile >= 0 {
		verb = meanwhile
	} else if m.sense.Noun {
		if verb = m.support; verb < 0 || !s.Tokens[m.token].Is("obj") && s.Tokens[m.token].Deprel != "nsubj:pass" {
			return nil
		}
	}
	if t := &s.Tokens[verb]; t.XPOS == "VBG" && t.Is("advcl") && t.Head >= 0 && s.Child(verb, "mark", "aux") < 0 {
		verb = t.Head // "targeted a bus, killing four"
	}
	over := saidBy(s, verb)
	if over < 0 || !finished(s, verb) {
		return nil
	}
	e := f.told(trigger{sentence: m.sentence, token: over, support: -1})
	if e == nil || !ofOneDay(e) || e.From.First().After(f.in.Day.First()) || f.gone(e, newsDays) {
		return nil
	}
	return e
}

// begins tells whether a verb says of a campaign that it has begun: "has launched an offensive".
func (f *finder) begins(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return m.sense.Type == parley.Assault && tables().nouns["beginning"][s.Tokens[m.verb()].Lemma]
}

// newsDays is within how many days of publication what was told on a day is taken to have been done on it.
const newsDays = 6

// meanwhileOf is the verb of what is told to have been done as a verb says something else was: "pledged aid
// as its minister visited the port"; -1 where there is none.
func meanwhileOf(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	mark := s.Child(verb, "mark")
	if t.XPOS != "VBD" || !t.Is("advcl") || t.Head < 0 || s.Tokens[t.Head].XPOS != "VBD" {
		return -1
	}
	if mark < 0 || strings.ToLower(s.Tokens[mark].Text) != "as" {
		return -1
	}
	return t.Head
}

// fresh tells whether an expression is of the day of publication or one of the few before it.
func (f *finder) fresh(e *timex.Expression) bool {
	if !ofOneDay(e) {
		return false
	}
	day := e.From.First()
	return !day.After(f.in.Day.First()) && !day.Before(f.in.Day.First().AddDate(0, 0, -freshDays))
}

// saidBy is the verb of saying of which a verb gives the main thing said; -1 where there is none.
func saidBy(s *english.Sentence, verb int) int {
	said := s.Tokens[verb].Is("ccomp") || s.Tokens[verb].Is("parataxis")
	if over := s.Tokens[verb].Head; said && over >= 0 && tables().nouns["declaring"][s.Tokens[over].Lemma] {
		return over
	}
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("parataxis") && tables().nouns["declaring"][s.Tokens[child].Lemma] {
			return child
		}
	}
	return toldInStatement(s, verb)
}

// toldInStatement is the verb of saying of which a clause gives what is said, where a wrong tree takes it
// for one that describes the noun before it: "announced in a statement on Monday that Norland had agreed";
// -1 where it is none.
func toldInStatement(s *english.Sentence, verb int) int {
	noun := s.Tokens[verb].Head
	that, subject := s.Child(verb, "obj", "mark"), s.Child(verb, "nsubj")
	if noun < 0 || !s.Tokens[verb].Is("acl") || that < 0 || subject < that || !strings.EqualFold(s.Tokens[that].Text, "that") {
		return -1
	}
	over := s.Tokens[noun].Head
	if over < 0 || !s.Tokens[noun].Is("obl") || !tables().nouns["declaring"][s.Tokens[over].Lemma] {
		return -1
	}
	return over
}

// finished tells whether a verb says in the past or the perfect that something was done.
func finished(s *english.Sentence, verb int) bool {
	switch s.Tokens[verb].XPOS {
	case "VBD":
		return true
	case "VBN":
		return hasAux(s, verb) && !auxiliary(s, verb, "be", "Pres")
	}
	return false
}

// inPresent tells whether a text tells what happened in the present, as briefs do, from its first sentence on or for the
// most part, rather than in the past with captions and standing facts beside it.
func inPresent(text *english.Text) bool {
	now, past, opens := 0, 0, false
	for i := range text.Sentences {
		s := &text.Sentences[i]
		verb := s.Root()
		if verb < 0 || s.Paragraph == 0 || s.Tokens[verb].UPOS != "VERB" {
			continue
		}
		switch xpos := s.Tokens[verb].XPOS; {
		case xpos == "VBZ", xpos == "VBP", presentPassive(s, verb):
			opens = opens || past == 0
			now++
		case xpos == "VBD", s.Passive(verb) && auxiliary(s, verb, "be", "Past"):
			past++
		}
	}
	return now > past || opens && now == past
}

// presentPassive tells whether a participle is in the simple present passive: "are killed".
func presentPassive(s *english.Sentence, verb int) bool {
	if s.Tokens[verb].XPOS != "VBN" {
		return false
	}
	be := false
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		switch {
		case t.Deprel == "aux:pass" && t.Lemma == "be" && (t.XPOS == "VBP" || t.XPOS == "VBZ"):
			be = true
		case t.Is("aux"):
			return false
		}
	}
	return be
}

// datedSentence tells whether a sentence names a day, or what comes again and again: "meets
// every Tuesday", a caption with its day.
func (f *finder) datedSentence(sentence int) bool {
	return slices.ContainsFunc(f.times[sentence], func(i int) bool { return namesDay(&f.in.Times[i]) })
}

// datedClause tells whether a day stands in the clause of a verb, and not in one that tells of something else: "releases
// the tanker that it seized on Friday".
func (f *finder) datedClause(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		at := f.clauseAround(s, s.Anchor(e.First, e.Last))
		return namesDay(e) && (at < 0 || at == verb || s.Dominates(at, verb))
	})
}

// namesDay tells whether an expression is of one day, or of what comes again and again.
func namesDay(e *timex.Expression) bool {
	return e.Type == timex.Set || (e.Type == timex.Date || e.Type == timex.Time) && e.From != "" && ofOneDay(e)
}

// proseLine tells whether a sentence is one of the text rather than a headline or caption in
// it: it ends with a stop and is not written in capitals.
func proseLine(s *english.Sentence) bool {
	last := len(s.Tokens) - 1
	for last > 0 && s.Tokens[last].UPOS == "PUNCT" && s.Tokens[last].Text != "." {
		last--
	}
	if s.Tokens[last].Text != "." {
		return false
	}
	return !slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
		return t.UPOS == "VERB" && len(t.Text) > 2 && t.Text == strings.ToUpper(t.Text)
	})
}

// punctual tells whether a mention is of what has a day of its own.
func punctual(m *mention) bool {
	switch m.sense.Type {
	case parley.Consult:
		return m.mode == "meeting" || m.mode == "call"
	case parley.Assault, parley.Coerce, parley.Sanction, parley.Agree, parley.Retreat, parley.Aid:
		return !tables().nouns["lasting"][m.sense.Word]
	}
	return false
}

// mainClause tells whether a verb is that of its sentence, of one coordinated with it, or
// of what goes on "as" the rest takes place.
func mainClause(s *english.Sentence, verb int) bool {
	for s.Tokens[verb].Is("conj") && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
	}
	t := &s.Tokens[verb]
	if t.Head < 0 {
		return true
	}
	mark := s.Child(verb, "mark")
	return t.Is("advcl") && mark >= 0 && strings.EqualFold(s.Tokens[mark].Text, "as") && s.Tokens[t.Head].Head < 0
}
