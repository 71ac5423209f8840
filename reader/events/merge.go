package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// merge folds the mentions of one event into one, in the order of the text.
func (f *finder) merge() []parley.Event {
	var groups [][]*mention
	var pending *mention    // talks told without their parties, which may follow
	var waiting []*mention  // attacks told without their parties
	var unparted []*mention // talks told without their parties
	for i := range f.found {
		m := &f.found[i]
		f.partHalted(m)
		f.accordTold(groups, m)
		if g := f.sameAs(groups, m); g >= 0 {
			groups[g] = f.joining(groups[g], m)
			if pending != nil && f.follows(pending, m) && !slices.ContainsFunc(groups[g], func(o *mention) bool { return f.contradict(o, pending) }) {
				groups[g], pending = append(groups[g], pending), nil
			}
			continue
		}
		if f.vague(m) || m.sense.Word == standIn {
			continue
		}
		f.inherit(groups, m)
		if len(m.actors)+len(m.recipients) == 0 {
			if m.sense.Type == parley.Consult && !tables().nouns["round"][m.sense.Word] {
				pending = m
				unparted = append(unparted, m)
			}
			if m.sense.Type == parley.Assault || m.sense.Type == parley.Coerce {
				waiting = append(waiting, m)
			}
			continue
		}
		group := []*mention{m}
		if pending != nil && f.follows(pending, m) {
			group, pending = append(group, pending), nil
		}
		groups = append(groups, group)
	}
	f.dateByPictures(groups)
	f.nameVictims(groups)
	f.lead(groups)
	f.onRuled(groups)
	f.complete(groups)
	f.atWar(groups)
	f.inRevolt(groups)
	f.address(groups)
	groups = f.attribute(groups, waiting)
	groups = f.onCampaign(f.ofFoes(groups, unparted))
	f.onPeople(groups)
	f.shareDays(groups)
	groups = slices.DeleteFunc(groups, f.lopsided)
	f.placeByText(groups)
	events := make([]parley.Event, 0, len(groups))
	for _, g := range groups {
		events = append(events, f.build(g))
	}
	return events
}

// joining is a group with one more mention: behind the others, but a summons that has been given before one that was to
// be, for it tells more. What a headline foretells is still to come.
func (f *finder) joining(group []*mention, m *mention) []*mention {
	if f.foretells(group[0], m) {
		group[0].status = m.status
	}
	if m.sense.Code == summoning && phase(m.status.is) == 0 && phase(group[0].status.is) != 0 {
		return slices.Insert(group, 0, m)
	}
	return append(group, m)
}

// vague tells whether a noun says nothing of talks but whose they are: "in his
// discussion", which tells of something only where it goes back to what was told.
func (f *finder) vague(m *mention) bool {
	if m.mode == "visit" && (len(m.recipients) == 0 && m.place.End == 0 || len(m.actors) == 0) {
		return m.day() == "" || !f.personal(m.actors) // "during the visit to Norland", "visited the region", but not "his tour last week"
	}
	return m.sense.Type == parley.Consult && m.sense.Noun && m.mode != "visit" && m.support < 0 && len(m.actors)+len(m.recipients) == 1 &&
		m.day() == "" && m.place.End == 0 && m.round == 0
}

// follows tells whether a mention names the parties of talks told just before
// without them: "after a lengthy session on Tuesday ... Kovar met Holm".
func (f *finder) follows(before, m *mention) bool {
	if m.sense.Type != parley.Consult || m.sentence-before.sentence > 1 || len(m.actors)+len(m.recipients) < 2 {
		return false
	}
	return modesFit(before, m) && !f.contradict(before, m)
}

// inherit gives a round of talks that is told without its parties those of the
// talks told last: "the first round took place on Monday, the second on Friday".
func (f *finder) inherit(groups [][]*mention, m *mention) {
	if len(m.actors)+len(m.recipients) == 0 && m.sense.Type == parley.Agree {
		m.actors = f.usual(m.sense.Type)
		return
	}
	if len(m.actors)+len(m.recipients) == 0 && m.sense.Type == parley.Retreat {
		m.actors = f.ofTruce(groups)
		return
	}
	if len(m.actors)+len(m.recipients) > 0 || m.sense.Type != parley.Consult {
		return
	}
	if f.asReceived(groups, m); m.when == nil && m.round == 0 {
		return
	}
	for g := len(groups) - 1; g >= 0; g-- {
		last := groups[g][len(groups[g])-1]
		if last.sense.Type == parley.Consult && (last.mode == m.mode || f.nextOf(last, m)) && m.sentence-last.sentence <= 6 && len(last.actors)+len(last.recipients) > 1 {
			fullest := groups[g][0]
			for _, told := range groups[g] {
				if len(told.actors)+len(told.recipients) > len(fullest.actors)+len(fullest.recipients) {
					fullest = told
				}
			}
			m.actors, m.recipients, m.mediators = fullest.actors, fullest.recipients, fullest.mediators
			return
		}
	}
	if m.sense.Noun && m.mode == "negotiation" {
		m.actors = f.usual(m.sense.Type)
	}
}

// nextOf tells whether a meeting is told to be the next of those who met before: "the talks ended … The next meeting is set
// for May".
func (f *finder) nextOf(before, m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	meets := func(mode parley.Mode) bool { return mode == "meeting" || mode == "negotiation" }
	if !m.sense.Noun || phase(m.status.is) != 1 || !meets(before.mode) || !meets(m.mode) || s.Child(m.token, "nmod:poss", "compound") >= 0 {
		return false
	}
	for child := range s.Children(m.token) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
			return false // "the next meeting of the council"
		}
	}
	return hasOneBelow(s, m.token, tables().nouns["nextone"])
}

// accordTold gives an accord of which the text tells no more than who brought it about those who have just been told to
// have reached one: "Norland and Sudmark agreed to a truce ... The deal was brokered by Holm".
func (f *finder) accordTold(groups [][]*mention, m *mention) {
	if m.sense.Type != parley.Agree || !tables().nouns["mediating"][m.sense.Word] || len(m.recipients) > 0 {
		return
	}
	for _, group := range slices.Backward(groups) {
		last := group[0]
		accord := last.sense.Type == parley.Agree || last.sense.Mode == "ceasefire" || last.sense.Mode == "release"
		if !accord || m.sentence-last.sentence > accordReach || len(partiesOf(last)) < 2 {
			continue
		}
		m.mediators = append(m.mediators, m.actors...)
		m.actors, m.recipients = without(last.actors, m.mediators), without(last.recipients, m.mediators)
		return
	}
}

// accordReach is how many sentences back an accord may have been told that somebody is said to have brought about.
const accordReach = 3

// asReceived gives a meeting of which the text tells no more than that it was at the seat of a
// government the visitor whom it has told to be there, and the host: "Kovar visited Norland ... the
// meeting in Oslo".
func (f *finder) asReceived(groups [][]*mention, m *mention) {
	if !m.sense.Noun || m.mode != "meeting" || m.placeOf == "" {
		return
	}
	for g := len(groups) - 1; g >= 0; g-- {
		visit := groups[g][0]
		if visit.mode == "visit" && phase(visit.status.is) == phase(m.status.is) && len(visit.recipients) == 1 && visit.recipients[0].side == m.placeOf && f.personal(visit.actors) && visit.actors[0].side != m.placeOf {
			m.actors, m.recipients = visit.actors, visit.recipients
			return
		}
	}
}

// sameAs finds the group that a mention speaks of as well: the nearest one of
// its type whose days, places, modes and parties do not contradict it.
func (f *finder) sameAs(groups [][]*mention, m *mention) int {
	for g := len(groups) - 1; g >= 0; g-- {
		if slices.ContainsFunc(groups[g], func(o *mention) bool { return f.coreferent(o, m) }) &&
			!slices.ContainsFunc(groups[g], func(o *mention) bool { return f.contradict(o, m) }) {
			return g
		}
	}
	return -1
}

// coreferent tells whether two mentions may well be of one event.
func (f *finder) coreferent(a, b *mention) bool {
	if f.sameVictim(a, b) {
		return true
	}
	if a.sense.Type != b.sense.Type || !modesFit(a, b) {
		return false
	}
	if f.another(a, b) {
		return false
	}
	if len(b.actors)+len(b.recipients) == 0 {
		if f.ofItsOwnDay(a, b) {
			return false
		}
		return b.sentence-a.sentence <= 4 && (b.definite || b.sense.Type == parley.Assault) || f.takenAgain(a, b)
	}
	if a.sense.Type == parley.Propose && len(a.actors)+len(b.actors) == 0 {
		return targetsFit(a, b)
	}
	if f.attends(a, b) {
		return true
	}
	shared := overlap(a, b)
	if shared == 0 || opposed(a, b) || f.ofOthers(a, b) {
		return false
	}
	if evacuates(a) != evacuates(b) {
		return false // a siege, and people told to leave
	}
	if a.sense.Type == parley.Sanction && a.sense.Code != summoning && oneStepOfMany(a, b) {
		return false
	}
	if a.sense.Type == parley.Sanction && a.sense.Code != b.sense.Code && (!b.definite || a.sentence == b.sentence) {
		return false // trade talks broken off and an ambassador summoned
	}
	if a.sense.Type == parley.Sanction && a.sense.Word != b.sense.Word && !b.definite && (tables().nouns["raising"][a.sense.Word] || tables().nouns["raising"][b.sense.Word]) {
		return false // tariffs imposed, and later raised
	}
	sameDay := a.day() != "" && a.day() == b.day()
	if b.definite && shared < 2 && len(a.actors)+len(a.recipients) > 1 && len(partiesOf(b)) > 1 {
		return false // "the talks between Norland and Sudmark" are not Norland's with others
	}
	return sameDay || b.definite || bareProtest(b) || sameVisit(a, b) || shared >= 2 || f.sameAttack(a, b) || sameDeed(a, b) ||
		f.headline(a) && sameDoers(a, b) && (a.sense.Type != parley.Sanction || a.sense.Code == b.sense.Code)
}

// ofItsOwnDay tells whether an attack is told as a new one, with a time that the other has not: "a raid last year".
func (f *finder) ofItsOwnDay(a, b *mention) bool {
	s := &f.in.Text.Sentences[b.sentence]
	article := s.Child(b.token, "det")
	return b.sense.Type == parley.Assault && b.sense.Noun && a.sentence != b.sentence && a.day() == "" && f.gone(b.when, lately) &&
		article >= 0 && s.Tokens[article].Feat("Definite") == "Ind"
}

// bareProtest tells whether a mention says no more of a protest than whose it is.
func bareProtest(m *mention) bool {
	return m.sense.Type == parley.Protest && m.day() == "" && m.place.End == 0
}

// sameAttack tells whether two mentions are of one attack by where in the text they stand.
func (f *finder) sameAttack(a, b *mention) bool {
	if a.sense.Type != parley.Assault {
		return false
	}
	if !targetsFit(a, b) {
		return sameCost(a, b)
	}
	return a.sentence == b.sentence || retold(a, b) || shotsAgain(a, b) || sameToll(a, b) || f.resumedAgain(a, b) || f.harmedAgain(a, b) || f.goesOnAbout(a, b) || f.underTitle(a, b)
}

// sameDeed tells whether two mentions, neither of talks nor of attacks, are of one deed by who does what to whom.
func sameDeed(a, b *mention) bool {
	if a.sense.Type == parley.Consult || a.sense.Type == parley.Assault || a.sense.Code != b.sense.Code || !targetsFit(a, b) {
		return false
	}
	return sameDoers(a, b) || doerless(a, b)
}

// another tells whether an attack is set apart from one told before: by a word between them
// ("after"), by one that opens its sentence ("Separately, ..."), or because others are told to have
// made it, of whom nobody knows whose they are.
func (f *finder) another(a, b *mention) bool {
	if b.sense.Type != parley.Assault {
		return false
	}
	if f.justice(a) != f.justice(b) {
		return true // "executed a man over the attack"
	}
	s := &f.in.Text.Sentences[b.sentence]
	if a.sentence == b.sentence {
		first, second := a, b
		if b.token < a.token {
			first, second = b, a
		}
		if asDone(s, second.verb(), first.token) {
			return false // "were killed after rebels attacked them"
		}
		return between(s, min(a.token, b.token), max(a.token, b.token)) >= 0 // "began a campaign after an attack on Monday"
	}
	if !b.definite && setBeside(s, s.Clause(b.token)) {
		return true
	}
	return len(b.actors) == 0 && f.byForces(b.trigger) >= 0 || f.anewElsewhere(a, b)
}

// setBeside tells whether a sentence opens by setting the clause of a verb beside what was told before: "Separately".
func setBeside(s *english.Sentence, verb int) bool {
	for i := 0; verb >= 0 && i < min(4, len(s.Tokens)); i++ {
		if tables().nouns["besides"][strings.ToLower(s.Tokens[i].Text)] && s.Tokens[i].Head == verb {
			return true
		}
	}
	return false
}

// sameVisit tells whether two sentences near each other tell of one journey of the same
// people: "Kovar visited the port ... She visited the region on Monday".
func sameVisit(a, b *mention) bool {
	return a.mode == "visit" && b.mode == "visit" && b.sentence-a.sentence <= 3 && sameDoers(a, b) && targetsFit(a, b) &&
		(a.placeOf == "" || b.placeOf == "" || a.placeOf == b.placeOf)
}

// headline tells whether a mention stands in the title, which the text below
// tells again.
func (f *finder) headline(m *mention) bool {
	return f.in.Text.Sentences[m.sentence].Paragraph == 0
}

// sameDoers tells whether two mentions have the same sides for doers.
func sameDoers(a, b *mention) bool {
	return len(a.actors) > 0 && len(b.actors) > 0 && (allMeet(a.actors, b.actors) || allMeet(b.actors, a.actors))
}

// targetsFit tells whether the other sides of two mentions can be the same, as those can be whom one tells of by no side.
func targetsFit(a, b *mention) bool {
	return !sideTold(a.recipients) || !sideTold(b.recipients) || overlaps(a.recipients, b.recipients)
}

func modesFit(a, b *mention) bool {
	if a.sense.Type == parley.Consult {
		apart := func(m *mention) bool { return m.mode == "call" || m.mode == "visit" }
		return a.mode == b.mode || !apart(a) && !apart(b) || a.mode == "call" && discussed(b)
	}
	if (a.mode == "shooting") != (b.mode == "shooting") && b.sentence-a.sentence > 2 {
		return false // shots fired at somebody and those killed this year
	}
	return a.mode == b.mode || a.mode == "other" || b.mode == "other" || a.sense.Type == parley.Assault && a.sentence == b.sentence
}

// discussed tells whether a mention says only what was talked about, not how people met: "They also
// discussed the harvest", of a call told before.
func discussed(m *mention) bool {
	return tables().nouns["discussing"][m.sense.Word] && m.status.is == parley.Happened && m.day() == "" && m.place.End == 0
}

// overlap counts who may take part in both of two events, each once.
func overlap(a, b *mention) int {
	left := slices.Concat(b.actors, b.recipients)
	n := 0
	for _, one := range slices.Concat(a.actors, a.recipients) {
		if i := slices.IndexFunc(left, one.meets); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	return n
}

// mutually tells whether an attack is a fight that both sides make.
func mutually(m *mention) bool { return tables().nouns["mutual"][m.sense.Word] && len(m.actors) > 1 }

// successive tells whether a sentence sets one event before or after another: "the
// talks follow a meeting", "the visit comes after talks".
func successive(s *english.Sentence, first, second int) bool {
	return between(s, first, second) >= 0
}

// between is the word that sets one event of a sentence before or after another;
// -1 where none does.
func between(s *english.Sentence, first, second int) int {
	if saidLast(s, s.Clause(first), s.Clause(second)) {
		return -1
	}
	for i := first + 1; i < second; i++ {
		t := &s.Tokens[i]
		if !tables().nouns["successive"][t.Lemma] || t.Is("case") && !s.Dominates(t.Head, second) {
			continue // but "killed since May in shelling" is of one attack
		}
		if s.Clause(first) == s.Clause(second) || s.Dominates(s.Clause(first), second) {
			return i
		}
	}
	return -1
}

// saidLast tells whether one clause is what another says behind it: in "We held talks, Kovar said after the meeting" the
// words before the meeting may well be on it.
func saidLast(s *english.Sentence, clause, saying int) bool {
	t := &s.Tokens[saying]
	return saying > clause && t.Is("parataxis") && t.Head == clause && tables().nouns["saying"][t.Lemma]
}

// disentangle takes the day and place of talks that others of the sentence came
// before from those others: "the talks follow a meeting in Oslo on Monday".
func (f *finder) disentangle(told []mention) {
	for i := range told {
		for j := range told {
			a, b := &told[i], &told[j]
			if a.sense.Type != parley.Consult || b.sense.Type != parley.Consult || a.sentence != b.sentence || a.token >= b.token {
				continue
			}
			s := &f.in.Text.Sentences[a.sentence]
			at := between(s, a.token, b.token)
			if at < 0 {
				continue
			}
			if a.when != nil && a.when.Start > s.Tokens[at].Start {
				a.when = nil
			}
			if a.place.Start > s.Tokens[at].Start {
				a.place, a.placeOf = parley.Span{}, ""
			}
		}
	}
}

// phase parts what has begun from what has not.
func phase(s parley.Status) int {
	switch s {
	case parley.Happened, parley.Ongoing:
		return 0
	}
	return 1
}

// modeOf is how the event of a group was done: as its best mention tells or, where an attack is told there
// with no weapon, as the first that tells of one from afar.
func modeOf(best *mention, group []*mention) parley.Mode {
	if best.sense.Type != parley.Assault || best.mode != "other" {
		return best.mode
	}
	for _, m := range group {
		switch m.mode {
		case "aerial", "drone", "missile", "artillery":
			return m.mode
		}
	}
	return best.mode
}

// build makes the event of a group: the best mention gives status and mode, all
// give actors, quotes and figures, the first that has them day and place.
func (f *finder) build(group []*mention) parley.Event {
	group = fightersOnly(oneGuest(f.unnamed(group)))
	best := group[0]
	for _, m := range group {
		if m.status.certainty > best.status.certainty && len(m.actors) > 0 && !widens(best, m) && !(best.mode == "call" && discussed(m)) {
			best = m
		}
	}
	b := builder{body: f.in.Text.Source}
	e := &b.event
	e.Type, e.Mode, e.Code = best.sense.Type, modeOf(best, group), codeOf(best)
	b.note("type", "", spanOf(&f.in.Text.Sentences[best.sentence], best.token))
	latest := f.latest(best, group)
	e.Status = latest.is
	b.note("status", "", latest.span)
	b.quote(best)
	told := slices.ContainsFunc(group, func(m *mention) bool { return m.when != nil && !m.inferred }) // its day
	for _, m := range group {
		b.quote(m)
		one := *m
		if f.outdated(best, m) || m.inferred && told {
			one.when = nil
		}
		b.take(&one)
		b.contexts(&f.in.Text.Sentences[m.sentence], m.clause)
	}
	b.unstate(group)
	b.unmask(group)
	b.sidesFirst(group)
	b.spell(f.in.Lexicon)
	b.certainty(best, len(group))
	return b.event
}

// inserted puts a mention among the groups, in one of its own, where its sentence stands.
func inserted(groups [][]*mention, m *mention) [][]*mention {
	at := slices.IndexFunc(groups, func(g []*mention) bool { return g[0].sentence > m.sentence })
	if at < 0 {
		at = len(groups)
	}
	return slices.Insert(groups, at, []*mention{m})
}
