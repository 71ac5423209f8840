package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// spurious tells whether the words of a mention, or what becomes of it, say that it is none of the events
// that they may tell of.
func (f *finder) spurious(m *mention) bool {
	switch consult := m.sense.Type == parley.Consult; {
	case !consult && m.status.is == parley.Proposed && !f.deliberated(m):
		return true
	case !consult && m.status.is == parley.Cancelled && m.sense.Type != parley.Sanction && !f.lapsedTruce(m):
		return true
	case !consult && m.status.purpose && m.sense.Type != parley.Protest:
		return true
	case m.sense.Type == parley.Coerce && f.onlyTold(m):
		return true
	case m.when == nil && inThePast(&f.in.Text.Sentences[m.sentence], m.token):
		return true
	case m.sense.Type == parley.Assault && m.status.is == parley.OnHold:
		return true
	case m.sense.Type == parley.Assault && m.status.is == parley.Planned && tables().nouns["trying"][f.statusWord(m)]:
		return true // who attempted to attack has not
	case m.sense.Type == parley.Sanction && f.byBusiness(m):
		return true
	case slices.Contains(m.sense.With, "@target") && len(m.actors) == 0:
		return true
	case m.sense.Type == parley.Retreat && m.sense.Mode == "" && len(m.recipients) == 0:
		return true
	case consult && !m.sense.Noun && f.habitual(m), m.sense.Mode == "ceasefire" && (f.stopped(m) || declaredOff(&f.in.Text.Sentences[m.sentence], m.token)):
		return true
	case m.mode == "visit" && !m.sense.Noun && hasBelow(&f.in.Text.Sentences[m.sentence], m.token, "home"):
		return true // who flies home visits nobody
	case tables().nouns["appearing"][m.sense.Word] && len(partiesOf(m)) < 2:
		return true // a president beside his own minister
	case tables().nouns["speaking"][m.sense.Word] && f.addresses(m), tables().nouns["sitting"][m.sense.Word] && f.inThePresent(m):
		return true
	case tables().nouns["agreeing"][m.sense.Word] && (f.opinion(m) || f.ownDecision(m)):
		return true
	case (m.sense.Type == parley.Assault || m.sense.Type == parley.Coerce) && f.byCommoner(m):
		return true
	case m.sense.Type == parley.Assault && (f.private(m) || f.ownThing(m) || f.onLand(m)):
		return true
	case m.sense.Type == parley.Assault && tables().nouns["uprooting"][m.sense.Word] && len(m.actors) == 0:
		return true
	case consult && (f.commoner(m) || f.bygone(m) || f.plays(m)), m.sense.Type == parley.Agree && f.trades(m):
		return true
	case m.sense.Type == parley.Aid && f.noGift(m), m.sense.Type == parley.Cooperate && len(m.actors)+len(m.recipients) < 2:
		return true
	case slices.Contains(m.sense.With, "@invaders") && f.onOwnLand(m):
		return true
	case slices.Contains(m.sense.With, "@timed") && len(partiesOf(m)) < 2:
		return true // "his wars"
	case m.sense.Type == parley.Protest && !m.sense.Noun && underSummons(&f.in.Text.Sentences[m.sentence], m.token):
		return true // who summons an envoy to protest takes to no street
	case invades(m) && m.when == nil:
		return true // the war that everybody knows of
	}
	return false
}

// noGift tells whether what is given is not told to go from one side to another: it goes to nobody, an active verb
// has nobody who gives it, or it stays within one state: "the ministry pays Anna Kovar millions".
func (f *finder) noGift(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if len(m.recipients) == 0 {
		return m.place.End == 0 || len(m.actors) > 0 && m.actors[0].side == m.placeOf && m.placeOf != ""
	}
	if len(m.actors) == 0 {
		return !m.sense.Noun && s.Child(m.token, "obj") >= 0 && slices.Contains(m.sense.Actors, "subj")
	}
	giver := m.actors[0].side
	elsewhere := func(one filler) bool { return one.side != giver }
	return f.personal(m.recipients) && giver != "" && !slices.ContainsFunc(slices.Concat(m.actors, m.recipients), elsewhere)
}

// invades tells whether a mention is of an invasion, which texts bring up as
// background to all else.
func invades(m *mention) bool { return tables().nouns["invading"][m.sense.Word] }

// bygone tells whether talks of years ago, with nobody in particular, only say when or where something
// else was done: "agreed at the 1999 summit".
func (f *finder) bygone(m *mention) bool {
	if !m.sense.Noun || m.mode == "visit" || len(m.recipients) > 0 || m.day() == "" || f.in.Day == "" {
		return false
	}
	if !m.when.To.Last().Before(f.in.Day.First().AddDate(-1, 0, 0)) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	t := &s.Tokens[m.token]
	if !t.Is("obl") && !t.Is("nmod") {
		return false
	}
	switch s.Case(m.token) {
	case "at", "during", "in", "since":
		return true
	}
	return false
}

// deliberated tells whether a side is told to consider sanctions of its own against another, or
// whether two sides may come to a deal or a swap: "could sign a pact", "a potential swap between".
func (f *finder) deliberated(m *mention) bool {
	switch m.sense.Type {
	case parley.Sanction:
		return len(m.actors) > 0 && len(m.recipients) > 0 && tables().nouns["deliberating"][f.statusWord(m)]
	case parley.Agree, parley.Retreat:
		if m.sense.Type == parley.Retreat && !m.sense.Noun {
			return false
		}
		return len(m.actors) > 0 && len(partiesOf(m)) > 1 && tables().nouns["maybe"][f.statusWord(m)]
	}
	return false
}

// addresses tells whether somebody speaks to people in public rather than with a leader:
// "speaking to reporters".
func (f *finder) addresses(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if hasCase(s, m.token, "by") || hasOneBelow(s, m.token, tables().nouns["phone"]) {
		return false
	}
	if s.Tokens[m.token].XPOS == "VBG" && s.Child(m.token, "aux") < 0 {
		return true // "speaking with a broadcaster"
	}
	if !hasCase(s, m.token, "to") {
		return slices.ContainsFunc(slices.Collect(s.Children(m.token)), func(child int) bool {
			return tables().nouns["rostrum"][s.Tokens[child].Lemma] && s.Case(child) == "at" // "spoke at a podium with"
		})
	}
	return !f.inOffice(m.actors) || !f.inOffice(m.recipients)
}

// underSummons tells whether a verb says what somebody is summoned for.
func underSummons(s *english.Sentence, verb int) bool {
	over := s.Tokens[verb].Head
	if over >= 0 && s.Tokens[over].UPOS == "NOUN" {
		over = s.Tokens[over].Head
	}
	return over >= 0 && s.Infinitive(verb) && s.Tokens[over].Lemma == "summon"
}

// inThePast tells whether the clause of a word tells of no time but "the past": "had announced truces in the past".
func inThePast(s *english.Sentence, token int) bool {
	for child := range s.Children(s.Clause(token)) {
		if t := &s.Tokens[child]; t.Lemma == "past" && s.Case(child) == "in" && t.UPOS == "NOUN" {
			return true
		}
	}
	return false
}

// inThePresent tells whether a verb stands in the present: who "sits with" others has a seat.
func (f *finder) inThePresent(m *mention) bool {
	t := &f.in.Text.Sentences[m.sentence].Tokens[m.token]
	return t.XPOS == "VBZ" || t.XPOS == "VBP"
}

// habitual tells whether a verb in the present says what somebody does again and again.
func (f *finder) habitual(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if !f.inThePresent(m) {
		return false
	}
	return slices.ContainsFunc(slices.Collect(s.Children(m.token)), func(child int) bool {
		return s.Tokens[child].Is("advmod") && tables().nouns["habit"][strings.ToLower(s.Tokens[child].Lemma)]
	})
}

// stopped tells whether somebody is told to stop, or to want to stop, the attacks of
// another side, which is no ceasefire of theirs: "tried to stop the rebels' attacks".
func (f *finder) stopped(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if t := &s.Tokens[m.token]; !m.sense.Noun && t.Is("xcomp") && t.Head >= 0 && s.Child(t.Head, "obj") >= 0 && phase(m.status.is) != 0 {
		return true // "get the rebels to stop their attacks"
	}
	attacks := s.Object(m.token)
	if m.sense.Noun || attacks < 0 || len(m.actors) == 0 {
		return false
	}
	owners := append(f.owners(m.sentence, attacks), append(f.behind(m.sentence, attacks, "of"), f.behind(m.sentence, attacks, "by")...)...)
	return len(owners) > 0 && !slices.ContainsFunc(owners, func(one filler) bool {
		return slices.ContainsFunc(m.actors, func(doer filler) bool { return one.side == doer.side || one.side == "" })
	})
}

// declaredOff tells whether a verb says of its object that it is no more, or is to end: "declared the truce over",
// "declared an end to the truce".
func declaredOff(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	if object < 0 || s.Tokens[verb].UPOS != "VERB" {
		return false
	}
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; child > object && (t.Is("xcomp") || t.Is("advmod")) && tables().nouns["nomore"][strings.ToLower(t.Text)] {
			return true
		}
	}
	to := s.Child(object, "nmod")
	return s.Tokens[object].Lemma == "end" && to >= 0 && tables().nouns["truce"][s.Tokens[to].Lemma]
}

// ownThing tells whether somebody destroys what is its own: "Norland destroyed its missiles".
func (f *finder) ownThing(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if m.sense.Noun || !tables().nouns["destroying"][m.sense.Word] || object < 0 {
		return false
	}
	owner := s.Child(object, "nmod:poss")
	if owner < 0 {
		return false
	}
	switch strings.ToLower(s.Tokens[owner].Text) {
	case "its", "their", "our":
		return true
	}
	return false
}

// onLand tells whether a wrong tree has a place killed or wounded: "an attack near the border killed ten".
func (f *finder) onLand(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	noun := s.Tokens[m.token].Head
	if m.sense.Noun || !s.Tokens[m.token].Is("acl") || noun < 0 {
		return false
	}
	return tables().nouns["undergone"][m.sense.Word] && tables().nouns["place"][s.Tokens[noun].Lemma]
}

// private tells whether an attack is one among people who stand for no side: politicians
// who clash in words, or a crime of somebody without an office who is of no armed group.
func (f *finder) private(m *mention) bool {
	for _, one := range slices.Concat(m.actors, m.recipients) {
		a, ok := f.personNamed(one.name)
		if !ok {
			continue
		}
		commoner := len(a.Offices) == 0 && (one.side == "" || f.state(one.side))
		if tables().nouns["fray"][m.sense.Word] || commoner && named(m.actors, one.name) {
			return true
		}
	}
	if tables().nouns["fray"][m.sense.Word] && f.amongPeople(m) {
		return true
	}
	if tables().nouns["attacking"][m.sense.Word] { // leaders who attack each other do so in words
		states := !slices.ContainsFunc(m.actors, func(one filler) bool { return one.name != one.side || !f.state(one.side) })
		if !m.sense.Noun && len(m.actors) > 0 && f.inOffice(m.recipients) && (f.personal(m.actors) || states) {
			return true
		}
		return m.mode == "other" && m.place.End == 0 && len(m.figures) == 0 && len(m.recipients) == 0 && f.civil(m.actors)
	}
	return false
}

// byCommoner tells whether somebody who serves no side does a thing by himself: "was stabbed by a Norlandic
// teacher". Settlers attack as what they are.
func (f *finder) byCommoner(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if m.sense.Noun || doer < 0 || len(m.actors) == 0 || armedNoun(s, doer) || tables().nouns["apart"][s.Tokens[doer].Lemma] {
		return false
	}
	if who, ok := f.in.Cast.At(m.sentence, doer); ok && who.Title.Name != "" && who.Form != actors.Named {
		return len(who.Who) == 0 && slices.Contains(civilSectors, who.Title.Sector)
	}
	return tables().nouns["private"][s.Tokens[doer].Lemma]
}

// civilSectors are PLOVER's of people who serve no side.
var civilSectors = []string{"BUS", "CVL", "EDU", "JRN", "LAB", "MED", "REF", "SOC"}

// amongPeople tells whether a noun says that one of those between whom or with whom it was is somebody by name: "the clash
// between Kovar and Holm".
func (f *finder) amongPeople(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if prep := s.Case(child); prep != "between" && prep != "with" {
			continue
		}
		for _, who := range f.in.Cast.Members(m.sentence, child) {
			if who.Form == actors.Named && f.personal(f.fillersOf(who)) {
				return true
			}
		}
	}
	return false
}

// commoner tells whether whoever travels or meets is told of by a noun for anybody, "a British
// national who arrived on holiday", or whoever travels holds no office: "the player went to Rome".
func (f *finder) commoner(m *mention) bool {
	if m.mode == "visit" && f.personal(m.actors) && f.unofficial(m.actors) {
		return true
	}
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if m.sense.Noun || doer < 0 {
		return false
	}
	if measures(s.Tokens[doer].Lemma) || tables().nouns["number"][s.Tokens[doer].Lemma] {
		if of := s.Child(doer, "nmod"); of >= 0 && s.Case(of) == "of" {
			doer = of // "a group of 59 tourists"
		}
	}
	if m.mode == "visit" && tables().nouns["protesting"][s.Tokens[doer].Lemma] {
		return true // "protesters marched to the White House"
	}
	if m.mode != "visit" && tables().nouns["delegate"][s.Tokens[doer].Lemma] {
		return false // "teams from Norland met"
	}
	if m.mode == "visit" && tables().nouns["vehicle"][s.Tokens[doer].Lemma] && s.Child(doer, "nmod:poss") < 0 {
		return true // "a Norlandic plane landed in Oslo"
	}
	if m.mode == "visit" && s.Tokens[doer].XPOS == "NNPS" {
		return true
	}
	return tables().nouns["private"][s.Tokens[doer].Lemma] && !f.bodies(m.sentence, m.actors)
}

// plays tells whether who is hosted or met is so for a game: "will host Norland in a qualifier".
func (f *finder) plays(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		t := &s.Tokens[child]
		if prep := s.Case(child); !t.Is("obl") && !t.Is("nmod") || t.UPOS != "NOUN" || prep != "in" && prep != "for" && prep != "at" {
			continue
		}
		first, _ := s.Subtree(child)
		if slices.ContainsFunc(s.Tokens[first:child+1], func(t english.Token) bool { return tables().nouns["sport"][t.Lemma] }) {
			return true
		}
	}
	return false
}

// trades tells whether a pact is business: one on pay or the like, or one that a firm, a player or a singer
// makes, with nobody or with another such one for the other side.
func (f *finder) trades(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Noun {
		return false
	}
	if pact := s.Object(m.token); pact >= 0 && s.Subject(m.token) >= 0 && len(partiesOf(m)) < 2 {
		if kind := s.Child(pact, "compound"); kind >= 0 && tables().nouns["homely"][s.Tokens[kind].Lemma] {
			return true // "reached a pay deal"
		}
	}
	doers, others := f.dealers(m.trigger)
	business, dealers := false, slices.Concat(doers, others)
	for i := 0; i < len(dealers); i++ {
		for fellow := range s.Children(dealers[i]) {
			if s.Tokens[fellow].Is("conj") {
				dealers = append(dealers, fellow)
			}
		}
		if commercial(s, dealers[i]) {
			business = true
		} else if _, known := f.in.Cast.At(m.sentence, dealers[i]); known || s.Tokens[dealers[i]].UPOS != "PROPN" {
			return false // "Holm Group and the Norlandic company" are two of a kind
		}
	}
	return business
}

// byBusiness tells whether a firm does what a verb says, which lays sanctions on nobody: "the airline suspended flights". A
// central bank is none.
func (f *finder) byBusiness(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if m.sense.Noun || doer < 0 || !commercial(s, doer) {
		return false
	}
	return s.Tokens[doer].UPOS == "NOUN" && !hasBelow(s, doer, "central")
}

// commercial tells whether a noun is one for a firm, a player or a singer, or a name behind such a noun: "carmaker
// Osten".
func commercial(s *english.Sentence, noun int) bool {
	commerce := tables().nouns["commerce"]
	if commerce[s.Tokens[noun].Lemma] {
		return true
	}
	before := max(0, noun-1)
	return s.Tokens[noun].UPOS == "PROPN" && s.Tokens[before].UPOS == "NOUN" && commerce[s.Tokens[before].Lemma]
}

// opinion tells whether somebody only shares a view: "we all agree", "he agreed that".
func (f *finder) opinion(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	subject := s.Subject(m.token)
	if to := s.Child(m.token, "xcomp"); to >= 0 && tables().nouns["confiding"][s.Tokens[to].Lemma] {
		return true // "agreed to speak to reporters"
	}
	if subject >= 0 {
		switch s.Tokens[subject].Lemma {
		case "I", "we", "you":
			return s.Tokens[m.token].XPOS != "VBD"
		}
	}
	onNothing := s.Child(m.token, "xcomp") < 0 && !hasCase(s, m.token, "on") && !hasCase(s, m.token, "to")
	if onNothing && len(m.actors) == 1 && (f.personal(m.actors) || len(m.recipients) == 0) && hasCase(s, m.token, "with") {
		return true // "he agreed with Holm", "Norland agrees with us"
	}
	claim := s.Child(m.token, "ccomp")
	if claim >= 0 && s.Child(claim, "cop") >= 0 && s.Tokens[claim].UPOS == "ADJ" {
		return true // "agreed that it is necessary to go on"
	}
	return claim >= 0 && (len(m.actors) < 2 || s.Tokens[m.token].XPOS == "VBG") && !s.Infinitive(claim)
}

// onOwnLand tells whether soldiers of whom no word tells whose they are come into a place of the land that alone the text
// speaks of, where no armed group is at home: whom they fight there nobody tells.
func (f *finder) onOwnLand(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	return doer >= 0 && s.Child(doer, "amod", "compound", "nmod") < 0 && tables().nouns["soldiery"][s.Tokens[doer].Lemma] &&
		m.placeOf != "" && f.onlyState() != nil && !f.atHomeInWar(m.placeOf)
}
