package events

import (
	"slices"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/timex"
)

// Input is what is known of a text before its events are read.
type Input struct {
	Text    *english.Text
	Cast    *actors.Cast
	Times   []timex.Expression
	Lexicon *lexicon.Lexicon
	// Day is the day of publication, "" where it is not known.
	Day parley.Date
	// Voice tells on whose word a token of the text stands; the name is
	// empty where the outlet itself says it.
	Voice func(sentence, token int) Voice
}

// Voice is who says something, with the words that tell so.
type Voice struct {
	Name  string
	Side  string // whose side the voice is on, "" where not known
	Spans []parley.Span
	// Unnamed are the words for somebody whom the text does not name.
	Unnamed parley.Span
}

// finder reads the events of one text.
type finder struct {
	in       Input
	times    [][]int // by sentence: indexes of its time expressions
	found    []mention
	heard    []mention // talks that the text does not say to take place
	slain    []mention // killings of people of no party
	pictured []mention // what captions tell
	// inPresent tells whether the text tells what happened in the present.
	inPresent func() bool
	// lands are the states that the text names, those named most first.
	lands func() []spokenLand
	// revolt are the rebels of whom the text tells and the land where they fight.
	revolt func() (rebels filler, land string)
	// asked are the nouns of which it is being found out whom they refer to, one for the other's sake.
	asked []word
}

// word is a token of a sentence.
type word struct{ sentence, token int }

// mention is one trigger with all that its clause says of the event.
type mention struct {
	trigger
	mode       parley.Mode
	actors     []filler
	recipients []filler
	mediators  []filler
	status     state
	when       *timex.Expression
	inferred   bool // the day is that on which it was told
	ended      bool // the day is that of its end: "lifted the blockade on Monday"
	place      parley.Span
	placeOf    string // the country that the place lies in
	figures    []figure
	clause     parley.Span
	round      int
	roundSpan  parley.Span
	rounds     int // how many a plural sums up
	roundsSpan parley.Span
	voice      Voice
	definite   bool // "the talks": speaks of what was told before
	plural     bool // "four rounds": sums up several of its kind
}

// Find reads the events of a text, in the order in which they are first told.
func Find(in Input) []parley.Event {
	f := newFinder(in)
	for sentence := range in.Text.Sentences {
		if headlineList(&in.Text.Sentences[sentence]) {
			continue
		}
		found := f.triggers(sentence, func(sense lexicon.Verb) bool { return !Verbal(sense) })
		var told []mention
		s := &in.Text.Sentences[sentence]
		found = append(append(found, f.elliptic(s, sentence, found)...), f.standsIn(s, sentence)...)
		found = append(found, f.abroadNow(s, sentence)...)
		found = append(found, f.gatherings(s, sentence, found)...)
		for _, t := range f.listing(s, sentence, f.counting(s, sentence, found)) {
			m, ok := f.read(t)
			if before, bridged := f.bridge(&m); bridged {
				told = append(told, before)
			}
			switch {
			case ok && (f.reportable(&m) || f.slainFighting(&m)):
				told = append(told, m)
				if earlier, counted := f.earlierRounds(&m); counted {
					told = append(told, earlier)
				}
			case t.sense.Type == parley.Consult:
				f.heard = append(f.heard, m)
			case ok && fatal(&m) && f.personal(m.recipients):
				f.slain = append(f.slain, m)
			}
		}
		told = append(told, f.inSuit(s, sentence, told)...)
		f.pictured = append(f.pictured, slices.DeleteFunc(slices.Clone(told), func(m mention) bool { return !f.caption(sentence, m.token) })...)
		told = slices.DeleteFunc(told, func(m mention) bool { return f.caption(sentence, m.token) })
		f.disentangle(told)
		f.oneBlow(told)
		f.harm(told)
		told = slices.DeleteFunc(told, func(m mention) bool { return f.slainFighting(&m) })
		f.sufferers(told)
		apportion(told)
		f.carriedOff(told)
		told = slices.DeleteFunc(told, func(m mention) bool { return m.sense.Type == "" })
		f.found = append(f.found, f.separately(f.journeys(told))...)
	}
	f.ownUp()
	f.placedByTitle()
	f.letIn()
	return f.merge()
}

func newFinder(in Input) *finder {
	f := &finder{in: in, times: make([][]int, len(in.Text.Sentences))}
	for i := range in.Times {
		sentence := in.Times[i].Sentence
		f.times[sentence] = append(f.times[sentence], i)
	}
	f.inPresent = sync.OnceValue(func() bool { return inPresent(in.Text) })
	f.lands = sync.OnceValue(func() []spokenLand { return f.landsNamed(0, len(in.Text.Sentences)) })
	f.revolt = sync.OnceValues(f.rising)
	return f
}

// read gathers what the clause of a trigger says, and tells whether the text says
// that it takes place at all.
func (f *finder) read(t trigger) (mention, bool) {
	m := mention{trigger: t, mode: f.mode(t)}
	var ok bool
	m.status, ok = f.status(t)
	if !ok && t.sense.Type != parley.Consult {
		return m, false
	}
	f.take(&m)
	f.opensWay(&m)
	m.plural = f.in.Text.Sentences[t.sentence].Tokens[t.token].XPOS == "NNS" && !tables().nouns["talks"][t.sense.Word]
	m.when = f.fromStart(f.when(t))
	if m.place, m.placeOf = f.place(t); m.place.End > 0 && f.asideOf(t, m.place) {
		m.place, m.placeOf = parley.Span{}, ""
	}
	f.localForces(&m)
	f.inOrder(&m)
	f.gatheredTo(&m)
	f.brokeOut(&m)
	f.whereAwaited(&m)
	f.host(&m)
	f.counterpart(&m)
	f.frontedHost(&m)
	f.abroad(&m)
	f.vacated(&m)
	m.clause = f.clause(t)
	f.untilDay(&m)
	m.voice = f.in.Voice(t.sentence, t.token)
	m.figures = f.figures(&m)
	m.round, m.roundSpan = f.round(t)
	m.rounds, m.roundsSpan = f.rounds(t)
	m.definite = t.sense.Word == standIn || f.definite(t)
	f.settle(&m)
	m.ended = f.ended(t)
	if m.when == nil {
		if m.when = f.reportedNow(&m); m.when == nil {
			m.when = f.reportedThen(&m)
		}
		m.inferred = m.when != nil
	}
	f.whoElse(&m)
	return m, ok
}

// whoElse settles who takes part in an event beside those whom its own words tell, and by what names.
func (f *finder) whoElse(m *mention) {
	f.inPerson(m)
	f.commanders(m)
	f.enlist(m)
	f.claimed(m)
	f.turn(m)
	f.answered(m)
	f.suffer(m)
	f.bearNames(m)
	f.struck(m)
	f.provoke(m)
	f.remember(m)
	f.aim(m)
	f.upon(m)
	f.deliver(m)
	f.acrossBorder(m)
	f.onTeller(m)
	f.byTeller(m)
	f.laidByTeller(m)
	f.banisher(m)
	f.captor(m)
	f.onBystanders(m)
	f.underTruce(m)
	f.fight(m)
	f.countOne(m)
	f.nameCrowds(m)
}

// take gives a mention those who take part in it: by their roles, else by the scene and by the
// nouns that stand for them.
func (f *finder) take(m *mention) {
	t := m.trigger
	m.actors, m.recipients = f.sides(t)
	if t.sense.Type == parley.Consult && t.sense.Noun && len(m.actors)+len(m.recipients) == 0 {
		if m.actors = f.onScene(t); len(m.actors) == 0 {
			m.actors = f.speakers(t)
		}
	}
	if len(m.actors)+len(m.recipients) == 0 {
		m.actors = f.bilateral(t)
	}
	if t.sense.Type == parley.Consult && t.sense.Noun && len(m.recipients) == 0 && f.bodies(t.sentence, m.actors) {
		m.actors = append(m.actors, without(f.speakers(t), m.actors)...) // "told a meeting of the Council"
	}
	if len(m.actors) == 0 && (len(m.recipients) == 0 || m.mode == "visit") {
		m.actors = f.convened(t)
	}
	if len(m.actors) == 0 {
		others := slices.Concat(f.marchers(t), f.partisans(t), f.attackers(t), f.summoners(t))
		m.actors = append(without(f.posted(t), m.recipients), others...)
	}
	if over := leftOpen(&f.in.Text.Sentences[t.sentence], t.token); over >= 0 && t.sense.Type == parley.Consult && len(m.actors) == 0 {
		m.actors = without(f.subject(t.sentence, over), m.recipients)
	}
	f.onList(m)
	f.sameMeasure(m)
	f.exacted(m)
	f.affect(m)
	f.ofTheCountry(m)
	m.mediators = without(f.mediators(t), nil)
	m.actors, m.recipients = without(m.actors, m.mediators), without(m.recipients, m.mediators)
	f.lendsGround(m)
}

// sides are those who fill the roles of a trigger, nobody in both.
func (f *finder) sides(t trigger) (doers, others []filler) {
	doers, others = f.fill(t, t.sense.Actors), f.fill(t, t.sense.Recipients)
	doers, others = divided(doers, others), divided(others, doers)
	if town := f.townShelled(t); town >= 0 {
		others = without(others, f.fillersAt(t.sentence, town))
	}
	if verb := absence(&f.in.Text.Sentences[t.sentence], t); verb >= 0 {
		doers = f.subject(t.sentence, verb) // who skips the talks of others
	}
	if tables().nouns["mutual"][t.sense.Word] {
		doers = divided(doers, doers)
	}
	if t.sense.Type == parley.Assault && t.sense.Noun && len(doers) == 0 {
		doers = f.ascribed(t)
	}
	if t.sense.Type == parley.Agree || t.sense.Type == parley.Consult && t.sense.Mode != "visit" {
		at, with := f.dealers(t)
		doers, others = f.byFirm(t, doers, at), f.byFirm(t, others, with)
	}
	others = without(others, doers)
	if t.sense.Type == parley.Assault && t.sense.Noun && len(doers) == 0 {
		doers = f.governing(t.sentence, t.token) // "government shelling"
	}
	if t.sense.Type == parley.Assault && t.sense.Noun && f.possessed(t) {
		doers = sided(doers) // "Kovar's offensive" is her state's
	}
	if slices.Contains(t.sense.Recipients, "subj") || slices.Contains(t.sense.With, "ambassador") && f.byOffice(t) {
		others = sided(others)
	}
	return doers, others
}

// byOffice tells whether whom a verb is done to is told by an office alone, in which he stands for his
// state: "summoned the Norlandic ambassador".
func (f *finder) byOffice(t trigger) bool {
	object := f.in.Text.Sentences[t.sentence].Object(t.token)
	m, ok := f.in.Cast.At(t.sentence, object)
	return !t.sense.Noun && object >= 0 && ok && m.Form == actors.ByOffice
}

// sided lets those who are only told of as having been attacked, by an army
// that reports what it shot down, stand for their side.
func sided(list []filler) []filler {
	var sides []filler
	for _, one := range list {
		if one.side != "" && one.name != one.people {
			one.name = one.side
		}
		sides = append(sides, one)
	}
	return sides
}

// without drops the fillers that stand in another role already.
func without(list, taken []filler) []filler {
	var kept []filler
	for _, one := range list {
		if !named(taken, one.name) {
			kept = append(kept, one)
		}
	}
	return kept
}

func named(list []filler, name string) bool {
	for _, one := range list {
		if one.name == name {
			return true
		}
	}
	return false
}

// settle corrects a status by the date: what is under way or planned in a
// present tense on a day to come is planned, what is planned for a day gone by
// in the past tense has happened.
func (f *finder) settle(m *mention) {
	switch {
	case m.status.is == parley.Ongoing && (m.sense.Type == parley.Propose || m.sense.Type == parley.Agree):
		m.status.is = parley.Happened // done in being said
	case m.sense.Type == parley.Protest && m.status.is != parley.Happened && f.held(m):
		m.status.is = parley.Happened
	case m.status.is == parley.Happened && f.goesOnSince(m):
		m.status.is = parley.Ongoing
	}
	if m.when == nil || f.in.Day == "" || m.when.From == "" {
		return
	}
	if m.status.is == parley.Ongoing && m.when.From.First().After(f.in.Day.Last()) && tables().status["modifier"][f.statusWord(m)] == "ongoing" {
		m.when = nil // "the election this summer and the ongoing talks"
		return
	}
	switch future, gone := m.when.From.First().After(f.in.Day.Last()), f.gone(m.when, 0); {
	case (future || f.later(m)) && (m.status.is == parley.Happened || m.status.is == parley.Ongoing):
		m.status.is = parley.Planned
	case gone && m.status.is == parley.Ongoing && !m.sense.Noun && inForce(&f.in.Text.Sentences[m.sentence], m.token) && !lasting(m.when):
		m.status.is = parley.Happened // "being arrested last Thursday"
	case gone && m.status.is == parley.Planned && resolvedOn(&f.in.Text.Sentences[m.sentence], m.token):
		m.when = nil // "agreed to restore the pact in 2023"
	case gone && m.status.is == parley.Planned && m.sense.Noun && tables().status["preposition"][f.in.Text.Sentences[m.sentence].Case(m.token)] == "with":
		m.status.is = parley.Happened // "a pledge to halt it at the 2022 summit"
	}
}

// goesOnSince tells whether what is told as done went on from then, and so goes on.
func (f *finder) goesOnSince(m *mention) bool {
	return f.staying(m) || f.endures(m) || f.persists(m) || f.goingOnThen(m) || f.launched(m) || f.standing(m) ||
		f.exacting(m) || f.begun(m) || f.ofLate(m) || f.admitting(m) || f.keepsOut(m) || tables().nouns["waiting"][m.sense.Word]
}

// later tells whether a time that has begun lies ahead for the most part, and what is told of it in the present
// with it: "when Kovar visits Norland later this month".
func (f *finder) later(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	xpos := s.Tokens[m.token].XPOS
	return m.when.Sentence == m.sentence && m.when.First < len(s.Tokens) && strings.EqualFold(s.Tokens[m.when.First].Text, "later") && (m.sense.Noun || xpos == "VBZ" || xpos == "VBP") &&
		!m.when.To.Last().Before(f.in.Day.First())
}

// endures tells whether a verb in the present says that something is kept up: "maintains its
// sanctions".
func (f *finder) endures(m *mention) bool {
	xpos := f.in.Text.Sentences[m.sentence].Tokens[m.token].XPOS
	return (xpos == "VBZ" || xpos == "VBP") && tables().nouns["enduring"][m.sense.Word]
}

// goingOnThen tells whether what is told in the past was going on as somebody told it: "said rebels were shelling the town".
func (f *finder) goingOnThen(m *mention) bool {
	switch m.sense.Type {
	case parley.Assault, parley.Mobilize, parley.Protest, parley.Coerce, parley.Consult:
	default:
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.verb()
	over := saidBy(s, verb)
	if m.sense.Noun && (!s.Tokens[m.token].Is("obj") || !tables().nouns["carrier"][s.Tokens[verb].Lemma]) {
		return false // "said they were waiting for air strikes"
	}
	if m.mode == "visit" || over < 0 || s.Tokens[verb].XPOS != "VBG" || !auxiliary(s, verb, "be", "Past") || s.Tokens[over].XPOS != "VBD" {
		return false
	}
	return m.when == nil || f.fresh(m.when)
}

// staying tells whether somebody has arrived for a visit no earlier than the day before
// publication, and so is still there.
func (f *finder) staying(m *mention) bool {
	if !tables().nouns["arriving"][m.sense.Word] || m.day() == "" || f.in.Day == "" {
		return false
	}
	if m.when.From.First().Before(f.in.Day.First().AddDate(0, 0, -1)) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if s.Case(child) == "for" && f.convenes(s, child) {
			return true
		}
	}
	return false
}
