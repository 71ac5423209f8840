package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// shareDays gives events that are told without a day that of the talks or the visit at which they
// came about.
func (f *finder) shareDays(groups [][]*mention) {
	for _, group := range groups {
		if at := slices.IndexFunc(group, func(m *mention) bool { return m.day() != "" }); at >= 0 {
			sharpen(group[at], group[at+1:])
			continue
		}
		at := f.occasionOf(groups, group[0])
		if at == nil {
			at = f.besidesOf(groups, group[0])
		}
		if at == nil {
			at = f.visitOf(groups, group[0])
		}
		if at == nil {
			at = f.amongMeasures(groups, group)
		}
		if at == nil {
			at = f.ofReportedDay(groups, group[0])
		}
		behind := f.toldBehind(group)
		switch {
		case behind != nil:
			group[0].when = behind
		case at != nil:
			group[0].when = at.when
		case f.spokenAt(group[0]):
			group[0].when = f.dateline()
		default:
			if group[0].when = f.storyDay(group[0]); group[0].when == nil {
				f.leadsReport(group)
			}
		}
	}
}

// sharpen gives a mention told by a month or year the time of another of its event that is within it: "in May ... on May 3".
func sharpen(m *mention, others []*mention) {
	for _, o := range others {
		if o.day() == "" || lasting(o.when) != lasting(m.when) {
			continue
		}
		if o.when.From.First().Before(m.when.From.First()) || o.when.To.Last().After(m.when.To.Last()) {
			continue
		}
		if o.when.From.Granularity() > m.when.From.Granularity() {
			m.when = o.when
			return
		}
	}
}

// occasionOf is the dated mention of the talks at which something was agreed or proposed, or of the
// visit on which somebody was met; nil where the text tells of none.
func (f *finder) occasionOf(groups [][]*mention, first *mention) (at *mention) {
	for _, group := range groups {
		dated := slices.IndexFunc(group, func(m *mention) bool { return m.day() != "" })
		if group[0].sense.Type != parley.Consult || dated < 0 || phase(first.status.is) != phase(group[dated].status.is) {
			continue
		}
		for _, m := range group {
			if phase(m.status.is) == phase(first.status.is) && (f.broughtAbout(m, group[dated], first) || f.closes(group, m, first)) {
				at = group[dated]
			}
		}
	}
	return at
}

// broughtAbout tells whether a sentence that speaks of known talks tells what was agreed or proposed
// at them, or one that speaks of a visit of one day whom somebody met on it.
func (f *finder) broughtAbout(talks, dated, m *mention) bool {
	if f.metOnVisit(talks, dated, m) {
		return true
	}
	if talks.sentence != m.sentence || !talks.definite {
		return false
	}
	switch m.sense.Type {
	case parley.Agree:
		return true
	case parley.Propose:
		return m.status.is == parley.Happened
	case parley.Consult:
		during := f.in.Text.Sentences[m.sentence].Case(talks.token) == "during"
		return m.mode == "meeting" && dated.mode == "visit" && during && dated.when.From == dated.when.To && overlap(m, dated) > 0
	}
	return false
}

// metOnVisit tells whether people are told to have met right behind an arrival of one of them in the land
// of the other, told with its day: "Kovar arrived in Oslo on Monday. She met the prime minister." Whom
// somebody is still to meet on a journey is met on its days, if these are a week at most.
func (f *finder) metOnVisit(visit, dated, m *mention) bool {
	apart := m.sentence - visit.sentence
	if m.sense.Type != parley.Consult || m.mode == "visit" || m.mode == "call" || m.plural || m.round > 0 {
		return false // not one meeting face to face
	}
	if visit.mode != "visit" || visit != dated || apart < -outcome || apart > outcome {
		return false
	}
	if apart < 0 && m.status.is != parley.Planned {
		return false
	}
	switch when := dated.when; m.status.is {
	case parley.Happened:
		if !ofOneDay(when) {
			return false
		}
	case parley.Planned:
		if when.From.Granularity() != parley.Day || when.To == "" || when.To.Last().After(when.From.First().AddDate(0, 0, longestStay)) {
			return false
		}
	default:
		return false
	}
	there := func(one filler) bool {
		return one.side != "" && (one.side == visit.placeOf || f.atHome(one.side, visit.placeOf))
	}
	if visit.placeOf == "" || m.placeOf != "" && m.placeOf != visit.placeOf {
		return false
	}
	parties := slices.Concat(m.actors, m.recipients)
	visitor := func(one filler) bool { return named(parties, one.name) }
	return slices.ContainsFunc(visit.actors, visitor) && slices.ContainsFunc(parties, there)
}

// visitOf is the meeting told with its day right beside a visit of one of those who met to the land of the other: "Kovar
// met Holm on Monday. She was in Oslo to talk about trade."
func (f *finder) visitOf(groups [][]*mention, visit *mention) *mention {
	if visit.mode != "visit" || visit.status.is != parley.Happened || len(f.times[visit.sentence]) > 0 {
		return nil
	}
	dated := *visit
	for _, group := range groups {
		for _, m := range group {
			if apart := visit.sentence - m.sentence; m.when == nil || m.status.is != parley.Happened || apart < 0 || apart > outcome {
				continue
			}
			if dated.when, dated.sentence = m.when, m.sentence; f.metOnVisit(&dated, &dated, m) {
				return m
			}
		}
	}
	return nil
}

// longestStay is how many days behind the first of a journey its last may be for those met on it to
// be met on its days.
const longestStay = 7

// outcome is within how many sentences behind talks what their sides agreed is what came of them.
const outcome = 2

// closes tells whether all who held talks are told, right behind them, to have agreed on something:
// "They agreed to exchange prisoners."
func (f *finder) closes(group []*mention, talks, m *mention) bool {
	if m.sense.Type != parley.Agree || m.status.is != parley.Happened {
		return false
	}
	if m.sentence <= talks.sentence || m.sentence-talks.sentence > outcome {
		return false
	}
	sides := partiesOf(m)
	return len(sides) > 1 && !slices.ContainsFunc(sides, func(one filler) bool {
		return !slices.ContainsFunc(group, func(o *mention) bool {
			return slices.ContainsFunc(slices.Concat(o.actors, o.recipients), func(other filler) bool { return other.side == one.side })
		})
	})
}

// besidesOf is the dated deed beside which a side is told, in the same sentence or the next, to have
// done another of its kind "also": "Norland on Monday imposed sanctions. It also recalled its envoy."
func (f *finder) besidesOf(groups [][]*mention, first *mention) *mention {
	s := &f.in.Text.Sentences[first.sentence]
	verb := first.token
	if first.sense.Noun && first.support >= 0 {
		verb = first.support
	}
	for s.Tokens[verb].Is("conj") && s.Child(verb, "nsubj") < 0 && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
	}
	if first.sense.Type == parley.Consult || first.status.is != parley.Happened || !hasBelow(s, verb, "also") || len(first.actors) == 0 {
		return nil
	}
	for _, group := range groups {
		for _, m := range group {
			near := first.sentence-m.sentence == 1 || first.sentence == m.sentence && m.token < first.token
			if near && f.datedLike(m, first) {
				return m
			}
		}
	}
	return nil
}

// datedLike tells whether a mention is of a deed of the type and the doers of another, on a day that makes it news.
func (f *finder) datedLike(m, other *mention) bool {
	return m.sense.Type == other.sense.Type && m.status.is == parley.Happened && m.day() != "" && f.fresh(m.when) && sameDoers(m, other)
}

// amongMeasures is the dated measure that is the news of a text, where it tells without a day, in the perfect or as
// new, that its side has taken another on the same side: "Norland on Monday broke off trade talks ... Sudmark's envoy
// has been summoned".
func (f *finder) amongMeasures(groups [][]*mention, group []*mention) *mention {
	first := group[0]
	if first.sense.Type != parley.Sanction || first.status.is != parley.Happened || len(first.recipients) == 0 {
		return nil
	}
	if !slices.ContainsFunc(group, f.justTaken) {
		return nil
	}
	for _, other := range groups {
		for _, m := range other {
			if len(m.recipients) > 0 && f.datedLike(m, first) && targetsFit(m, first) {
				return m
			}
		}
	}
	return nil
}

// ofReportedDay is the attack that a report tells of the last day or days as a whole, where others of the same side on the
// same side are told right behind it, or it heads the text: "struck 40 towns over the past day ... Simultaneously, its
// navy shelled the port".
func (f *finder) ofReportedDay(groups [][]*mention, first *mention) *mention {
	s := &f.in.Text.Sentences[first.sentence]
	verb := s.Clause(first.token)
	if first.sense.Type != parley.Assault || first.status.is != parley.Happened || len(f.times[first.sentence]) > 0 {
		return nil
	}
	if !finished(s, verb) || auxiliary(s, verb, "have", "") {
		return nil
	}
	for _, other := range groups {
		for _, m := range other {
			lead := m.sentence <= leadSentences || first.sentence-m.sentence <= outcome
			if !lead || m.sentence >= first.sentence || m.when == nil || m.when.Type != timex.Duration {
				continue
			}
			if f.justPast(m.trigger, m.when) && sameDoers(m, first) && targetsFit(m, first) {
				return m
			}
		}
	}
	return nil
}

// justTaken tells whether a measure is told in the perfect, or as a new one that somebody took.
func (f *finder) justTaken(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.token
	if m.sense.Noun {
		for child := range s.Children(m.token) {
			if t := &s.Tokens[child]; t.Is("amod") && tables().nouns["afresh"][t.Lemma] {
				return true
			}
		}
		if verb = m.support; verb < 0 {
			return false
		}
	}
	return auxiliary(s, verb, "have", "Pres") && !hasBelow(s, verb, "since")
}

// spokenAt tells whether a mention is of talks with somebody by name, or of a body, at, during or after which one of
// their sides said what the text tells as news: "he said at a press conference after talks with Kovar".
func (f *finder) spokenAt(m *mention) bool {
	if m.sense.Type != parley.Consult || !m.sense.Noun || m.mode == "visit" || m.status.is != parley.Happened {
		return false
	}
	if !f.personal(m.recipients) {
		return len(m.actors) > 0 && f.bodies(m.sentence, m.actors[:1]) && f.saidIn(m.trigger)
	}
	if f.saidAt(m.trigger) >= 0 {
		return true
	}
	s := &f.in.Text.Sentences[m.sentence]
	verb := s.Clause(m.token)
	return m.sentence <= leadSentences && len(f.amid(m.trigger)) > 0 && s.Tokens[verb].XPOS == "VBD" &&
		(s.Tokens[verb].Head < 0 || tables().nouns["saying"][s.Tokens[verb].Lemma])
}

// leadsReport gives talks of people by name that an agency's first sentence tells as its news, without a day,
// that of its dateline: "OSLO, May 21. Kovar met Holm to discuss trade."
func (f *finder) leadsReport(group []*mention) {
	day := f.dateline()
	if day == nil {
		return
	}
	for _, m := range group {
		s := &f.in.Text.Sentences[m.sentence]
		verb := s.Clause(m.token)
		news := s.Tokens[verb].Head < 0 || s.Tokens[verb].Is("ccomp") || s.Tokens[verb].Is("parataxis")
		talks := m.sense.Type == parley.Consult && m.mode != "visit" && len(m.actors)+len(m.recipients) > 1
		if !talks || !news || m.status.is != parley.Happened || m.sentence != f.firstTold(day) {
			continue
		}
		if finished(s, verb) && (f.personal(m.actors) || f.personal(m.recipients)) {
			m.when = day
			return
		}
	}
}

// firstTold is the first sentence with a verb from that of a dateline on.
func (f *finder) firstTold(day *timex.Expression) int {
	for sentence := day.Sentence; sentence < len(f.in.Text.Sentences); sentence++ {
		if s := &f.in.Text.Sentences[sentence]; s.Root() >= 0 && s.Tokens[s.Root()].UPOS == "VERB" {
			return sentence
		}
	}
	return -1
}

// leadSentences are, from the title on, those in which a text tells its news.
const leadSentences = 5

// datelineWords is within how many words from its beginning a text tells where and when it was written.
const datelineWords = 8

// dateline is the day that a text is told to be written on, at its head in the way of agencies: "OSLO,
// May 21."; nil where it has none, or one that is not about that of publication.
func (f *finder) dateline() *timex.Expression {
	for sentence := range f.in.Text.Sentences {
		s := &f.in.Text.Sentences[sentence]
		if s.Paragraph == 0 || len(s.Tokens) == 0 {
			continue
		}
		if first := s.Tokens[0].Text; len(first) < 3 || first != strings.ToUpper(first) || s.Tokens[0].UPOS != "PROPN" && s.Tokens[0].UPOS != "ADJ" {
			return nil
		}
		for _, i := range f.times[sentence] {
			if e := &f.in.Times[i]; e.First < datelineWords && e.From != "" && f.in.Day != "" && f.fresh(e) {
				return e
			}
		}
		return nil
	}
	return nil
}

// toldBehind is the day on which a sentence right behind a deed tells that it took place: "It happened on Monday", "The
// launch was carried out on Monday".
func (f *finder) toldBehind(group []*mention) *timex.Expression {
	m := group[len(group)-1]
	for sentence := m.sentence + 1; sentence <= m.sentence+outcome && sentence < len(f.in.Text.Sentences); sentence++ {
		s := &f.in.Text.Sentences[sentence]
		verb := s.Root()
		if m.sense.Type == parley.Consult || m.status.is != parley.Happened || verb < 0 || !happens(s, verb) && !(s.Passive(verb) && tables().nouns["executing"][s.Tokens[verb].Lemma]) || !finished(s, verb) {
			continue
		}
		if subject := s.Child(verb, "nsubj"); subject >= 0 && f.pointsBack(s, subject, m) {
			return f.told(trigger{sentence: sentence, token: verb, support: -1})
		}
	}
	return nil
}

// pointsBack tells whether a subject stands for a deed told before: "it", "the incident", or by a noun of the sentence
// that tells of it or made from its verb: "the launch", "the signing".
func (f *finder) pointsBack(s *english.Sentence, subject int, m *mention) bool {
	t := &s.Tokens[subject]
	if word := strings.ToLower(t.Text); t.UPOS == "PRON" {
		return word == "it" || word == "this"
	}
	article := s.Child(subject, "det")
	if article < 0 || t.UPOS != "NOUN" {
		return false
	}
	if word := s.Tokens[article].Text; strings.EqualFold(word, "a") || strings.EqualFold(word, "an") {
		return false
	}
	if tables().nouns["incident"][t.Lemma] {
		return true
	}
	for i := range f.in.Text.Sentences[m.sentence].Tokens {
		o := &f.in.Text.Sentences[m.sentence].Tokens[i]
		if o.UPOS == "NOUN" && o.Lemma == t.Lemma || i == m.token && o.UPOS == "VERB" && strings.HasPrefix(t.Lemma, o.Lemma) {
			return true
		}
	}
	return false
}

// dayReach is within how many sentences behind its day a text goes on with a story.
const dayReach = 4

// storyDay is the day of news on which a text tells its story, where it goes on in the past with no other time since:
// "Crowds marched on Monday. Police opened fire on them. An officer said four were killed".
func (f *finder) storyDay(m *mention) *timex.Expression {
	s := &f.in.Text.Sentences[m.sentence]
	if m.status.is != parley.Happened || !deed(m) || s.Paragraph == 0 || f.in.Day == "" {
		return nil
	}
	if !f.toldInPast(m) || setBeside(s, s.Clause(m.token)) {
		return nil
	}
	for sentence := m.sentence; sentence >= max(0, m.sentence-dayReach); sentence-- {
		for _, i := range slices.Backward(f.times[sentence]) {
			e := &f.in.Times[i]
			switch {
			case sentence == m.sentence && e.Type != timex.Time, e.Type == timex.Set:
				return nil
			case sentence == m.sentence, e.Type == timex.Duration, lasting(e), e.From == "":
			case !ofOneDay(e), f.gone(e, newsDays), e.From.First().After(f.in.Day.First()), !f.daysClause(sentence, e), f.severalDays(sentence, e):
				return nil
			default:
				return e
			}
		}
	}
	return nil
}

// severalDays tells whether a sentence names a day besides another.
func (f *finder) severalDays(sentence int, day *timex.Expression) bool {
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		return e.Type != timex.Duration && e.From != "" && e.From.Granularity() == parley.Day && e.From != day.From
	})
}

// toldInPast tells whether a sentence tells of a deed as its main thing, or as what somebody said, in the simple past.
func (f *finder) toldInPast(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	verb := m.verb()
	if m.sense.Noun && (m.support < 0 || !s.Tokens[m.token].Is("obj")) || !simplePast(s, verb) {
		return false
	}
	over := saidBy(s, verb)
	return mainClause(s, verb) && (m.voice.Name == "" || over >= 0) || over >= 0 && mainClause(s, over)
}

// daysClause tells whether a day is one on which a sentence tells in the past what was done or said, and no stamp nor the day
// of what came before: "after it had lost two towns on Monday".
func (f *finder) daysClause(sentence int, e *timex.Expression) bool {
	s := &f.in.Text.Sentences[sentence]
	verb := s.Clause(s.Anchor(e.First, e.Last))
	return s.Paragraph > 0 && verb >= 0 && finished(s, verb) && !(s.Tokens[verb].Is("advcl") && hasBelow(s, verb, "after"))
}

// deed tells whether a mention is of what is done on the ground, at one time.
func deed(m *mention) bool {
	switch m.sense.Type {
	case parley.Assault, parley.Coerce, parley.Protest:
		return !tables().nouns["lasting"][m.sense.Word]
	case parley.Retreat:
		return m.mode == "release" || m.mode == "withdraw"
	}
	return false
}

// simplePast tells whether a verb stands in the past by itself or in the passive, and in no perfect.
func simplePast(s *english.Sentence, verb int) bool {
	if auxiliary(s, verb, "have", "") || perfect(s, verb) {
		return false
	}
	return s.Tokens[verb].XPOS == "VBD" || s.Passive(verb) && auxiliary(s, verb, "be", "Past")
}
