package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// lasts tells whether a noun speaks of what goes on until its end is told, a campaign
// or a siege, and no end is: no verb that ends it, no "after" before it, and no day
// but that on which it began.
func (f *finder) lasts(s *english.Sentence, t trigger) bool {
	if t.sense.Type == parley.Sanction && slices.Contains(t.sense.With, "@target") {
		return t.support < 0 && f.when(t) == nil || s.Tokens[t.token].Is("nsubj") // sanctions in force
	}
	if f.recurs(s, t) || f.drawnOut(s, t) || f.opened(s, t) || stands(s, t) || locked(s, t) {
		return true
	}
	if !tables().nouns["lasting"][s.Tokens[t.token].Lemma] {
		return false
	}
	if tables().status["preposition"][s.Case(t.token)] == "happened" {
		return false
	}
	began := false
	if t.support >= 0 {
		verb := s.Tokens[t.support].Lemma
		if tables().nouns["ending"][verb] || f.ended(t) {
			return false
		}
		began = tables().nouns["beginning"][verb] && !f.endedBeside(s, t.support)
	}
	e := f.when(t)
	if e == nil || lasting(e) {
		return true
	}
	began = began || f.begunThen(t) != nil && !overBy(s, s.Clause(t.token))
	return began && (f.lately(s.Tokens[t.token].Lemma, e) || f.sinceThen(e))
}

// begunThen is the time at which a war or a campaign is told to have begun: "its war on Sudmark, which began in May".
func (f *finder) begunThen(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	if !t.sense.Noun {
		if t.token = f.costOf(t); t.token < 0 {
			return nil
		}
	}
	if nouns := tables().nouns; !nouns["lasting"][s.Tokens[t.token].Lemma] && !nouns["strife"][s.Tokens[t.token].Lemma] {
		return nil
	}
	for _, i := range f.times[t.sentence] {
		e := &f.in.Times[i]
		verb := s.Tokens[s.Anchor(e.First, e.Last)].Head
		if e.Type != timex.Date || e.From == "" || verb < t.token {
			continue
		}
		if v := &s.Tokens[verb]; !v.Is("acl") || v.XPOS != "VBD" || !s.Dominates(t.token, verb) {
			continue
		}
		if tables().nouns["erupting"][s.Tokens[verb].Lemma] && s.Object(verb) < 0 {
			return e
		}
	}
	return nil
}

// overBy tells whether a verb in the past tells of what a war did or was, which may be over: "its war, which began
// in 1991, ruined the region".
func overBy(s *english.Sentence, verb int) bool {
	return s.Tokens[verb].XPOS == "VBD" || auxiliary(s, verb, "be", "Past") || auxiliary(s, verb, "have", "Past")
}

// opened tells whether talks are told in the perfect, and without a day, to have begun: "has started
// talks with Norland".
func (f *finder) opened(s *english.Sentence, t trigger) bool {
	return t.sense.Type == parley.Consult && t.support >= 0 && tables().nouns["opening"][s.Tokens[t.support].Lemma] &&
		auxiliary(s, t.support, "have", "Pres") && f.when(t) == nil
}

// stands tells whether a measure is told in the present to be in place or in force: "a ban on imports has been in
// place since May".
func stands(s *english.Sentence, t trigger) bool {
	over := s.Tokens[t.token].Head
	if t.sense.Type != parley.Sanction && t.sense.Type != parley.Coerce || over < 0 || !s.Tokens[t.token].Is("nsubj") {
		return false
	}
	if s.Case(over) != "in" || !tables().nouns["standing"][s.Tokens[over].Lemma] {
		return false
	}
	be := s.Child(over, "cop")
	return be >= 0 && (s.Tokens[be].Feat("Tense") == "Pres" || auxiliary(s, over, "have", "Pres"))
}

// locked tells whether somebody is told in the present or the perfect to be engaged in talks: "have been locked in talks".
func locked(s *english.Sentence, t trigger) bool {
	return t.sense.Type == parley.Consult && t.support >= 0 && tables().nouns["engaged"][s.Tokens[t.support].Lemma] && s.Tokens[t.support].XPOS == "VBN" &&
		(auxiliary(s, t.support, "be", "Pres") || auxiliary(s, t.support, "have", "Pres"))
}

// ended tells whether the verb of a noun tells the end of what it speaks of: "lifted the blockade".
func (f *finder) ended(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type == parley.Consult || !tables().nouns["lasting"][t.sense.Word] || t.support < 0 {
		return false
	}
	verb := s.Tokens[t.support].Lemma
	return tables().nouns["ending"][verb] || tables().nouns["siege"][t.sense.Word] && tables().nouns["lifting"][verb]
}

// longestOffensive is how many days after it began, by a text that tells no more of it, an
// offensive is taken to go on.
const longestOffensive = 60

// lately tells whether an offensive of some noun began not too long before publication; a war goes on.
func (f *finder) lately(noun string, e *timex.Expression) bool {
	if !tables().nouns["brief"][noun] || f.in.Day == "" || e.To == "" {
		return true
	}
	return e.To.Last().After(f.in.Day.First().AddDate(0, 0, -longestOffensive))
}

// launched tells whether a verb says that a campaign was begun, which goes on until its end is told:
// "launched a new offensive".
func (f *finder) launched(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Assault || m.sense.Noun || !tables().nouns["beginning"][s.Tokens[m.token].Lemma] {
		return false
	}
	object := s.Object(m.token)
	if object < 0 || !tables().nouns["lasting"][s.Tokens[object].Lemma] || f.endedBeside(s, m.token) {
		return false
	}
	return m.when == nil || f.lately(s.Tokens[object].Lemma, m.when) || f.sinceThen(m.when)
}

// sinceThen tells whether what was begun is told to go on since then: "since May, when the army resumed its offensive".
func (f *finder) sinceThen(e *timex.Expression) bool {
	return slices.ContainsFunc(f.times[e.Sentence], func(i int) bool {
		return f.in.Times[i].First == e.First && lasting(&f.in.Times[i])
	})
}

// endedBeside tells whether a verb is joined by one that tells the end of what it began: "launched an offensive in
// March and ended it in May".
func (f *finder) endedBeside(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if !t.Is("conj") || t.XPOS != "VBD" || !tables().nouns["ending"][t.Lemma] {
			continue
		}
		object := s.Object(child)
		if object < 0 {
			continue
		}
		if o := &s.Tokens[object]; o.UPOS == "PRON" || f.harmful(o) || tables().nouns["lasting"][o.Lemma] {
			return true
		}
	}
	return false
}

// exacting tells whether a clause says what a campaign or war has cost so far, which goes on: "its campaign,
// which has killed hundreds", "the war has ruined the region and killed hundreds".
func (f *finder) exacting(m *mention) bool {
	if m.sense.Type != parley.Assault || m.sense.Noun || !perfect(&f.in.Text.Sentences[m.sentence], m.token) {
		return false
	}
	return f.costOf(m.trigger) >= 0
}

// perfect tells whether a verb stands in the perfect, by a helper of its own or of the verb that it goes on: "has ruined the
// region, killing hundreds and driving out thousands".
func perfect(s *english.Sentence, verb int) bool {
	for !auxiliary(s, verb, "have", "Pres") {
		t := &s.Tokens[verb]
		goesOn := t.Is("conj") || t.Is("advcl") && t.XPOS == "VBG"
		if !goesOn || t.Head < 0 || t.Head > verb || hasAux(s, verb) || s.Child(verb, "nsubj", "mark") >= 0 {
			return false
		}
		verb = t.Head
	}
	return true
}

// costOf is the noun for a campaign or war of which a verb says what it cost; -1 where it is of none.
func (f *finder) costOf(t trigger) int {
	s := &f.in.Text.Sentences[t.sentence]
	noun := s.Tokens[t.token].Head
	if !s.Tokens[t.token].Is("acl") {
		noun = subjectShared(s, t.token)
	}
	if noun < 0 {
		return -1
	}
	strife := !s.Tokens[t.token].Is("acl") && tables().nouns["strife"][s.Tokens[noun].Lemma]
	if !strife && !tables().nouns["lasting"][s.Tokens[noun].Lemma] {
		return -1
	}
	return noun
}

// subjectShared is the subject of an active verb, or of the one that it goes on, by the last of the words that stand for it:
// the war of "the ground and air war has ruined the region, killing hundreds"; -1 where there is none.
func subjectShared(s *english.Sentence, verb int) int {
	subject := s.Child(verb, "nsubj")
	for subject < 0 && (s.Tokens[verb].Is("conj") || s.Tokens[verb].Is("advcl")) && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
		subject = s.Child(verb, "nsubj")
	}
	if subject < 0 {
		return -1
	}
	for fellow := range s.Children(subject) {
		if s.Tokens[fellow].Is("conj") && tables().nouns["lasting"][s.Tokens[fellow].Lemma] {
			return fellow
		}
	}
	return subject
}

// recurs tells whether attacks told in the plural are said in the present to go on: "their strikes
// cause damage", "the intensity of the attacks remains high".
func (f *finder) recurs(s *english.Sentence, t trigger) bool {
	if t.sense.Type != parley.Assault || s.Tokens[t.token].XPOS != "NNS" || s.Paragraph == 0 || f.when(t) != nil || f.inPresent() {
		return false
	}
	top := t.token
	for s.Tokens[top].Is("nmod") && s.Case(top) == "of" {
		top = s.Tokens[top].Head
	}
	verb := s.Tokens[top].Head
	if verb < 0 || s.Tokens[top].Deprel != "nsubj" || hasAux(s, verb) || len(f.senses(&s.Tokens[verb], false)) > 0 {
		return false
	}
	return s.Tokens[verb].XPOS == "VBZ" || s.Tokens[verb].XPOS == "VBP"
}

// drawnOut tells whether attacks are told without a day by how long they have gone on, or by a noun
// for what has no end of its own: "months of air strikes", "defended Norlandic bombing" but not "a bombing".
func (f *finder) drawnOut(s *english.Sentence, t trigger) bool {
	noun := &s.Tokens[t.token]
	if e := f.when(t); t.sense.Type != parley.Assault || e != nil && !lasting(e) {
		return false
	}
	if t.support >= 0 {
		if verb := s.Tokens[t.support].Lemma; tables().nouns["carrier"][verb] || tables().nouns["ending"][verb] {
			return false
		}
	}
	if noun.Is("nmod") && s.Case(t.token) == "of" && tables().nouns["span"][s.Tokens[noun.Head].Lemma] {
		behind := s.Case(noun.Head) == "after" && s.Tokens[noun.Head].Lemma == "day" // "seized the town after three days of air strikes"
		return s.Tokens[noun.Head].XPOS == "NNS" && !behind && !broughtToEnd(s, noun.Head)
	}
	if over := noun.Head; over >= 0 {
		harm := s.Tokens[over].UPOS == "VERB" && tables().nouns["undergone"][s.Tokens[over].Lemma]
		if harm || beside[s.Case(t.token)] {
			return false // "ten were killed in shelling", "power failed after shelling"
		}
	}
	if noun.XPOS != "NN" || noun.Is("compound") || !tables().nouns["unbroken"][noun.Lemma] {
		return false
	}
	return s.Child(t.token, "det", "nummod", "nmod:poss") < 0
}

// lingers tells whether what was done since a day and is told in the perfect goes on: attacks, and
// people deployed or held.
func lingers(t trigger) bool {
	switch t.sense.Type {
	case parley.Assault, parley.Mobilize, parley.Coerce:
		return true
	}
	return false
}

// keepsOn tells whether a verb or noun is told to go on, in which case it is under way: "will continue to shell the town",
// "the raids would go on".
func keepsOn(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	if t.Head < 0 || !t.Is("xcomp") && !t.Is("nsubj") {
		return false
	}
	return complementEffect(s, t.Head) == "ongoing"
}

// standing tells whether sanctions that were imposed at no time that is told are spoken of in the
// present: "the sanctions imposed by Norland hurt trade".
func (f *finder) standing(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	noun := s.Tokens[m.token].Head
	if m.sense.Type != parley.Sanction || m.sense.Noun || m.when != nil || slices.Contains(m.sense.With, "@league") {
		return false
	}
	if !s.Tokens[m.token].Is("acl") || noun < 0 || s.Tokens[noun].Deprel != "nsubj" {
		return false
	}
	verb := s.Tokens[noun].Head
	return verb >= 0 && (s.Tokens[verb].XPOS == "VBZ" || s.Tokens[verb].XPOS == "VBP" || auxiliary(s, verb, "have", "Pres"))
}

// toEnd is the status of what somebody is to put an end to: it goes on where it is a
// campaign, a siege or a run of attacks and no end has come.
func (f *finder) toEnd(s *english.Sentence, t trigger, verb int) (state, bool) {
	many := s.Tokens[t.token].XPOS == "NNS" && f.definite(t)
	if !tables().nouns["lasting"][s.Tokens[t.token].Lemma] && !many {
		return state{}, false
	}
	goesOn := state{is: parley.Ongoing, span: spanOf(s, t.token), certainty: .5}
	aimed := s.Tokens[verb].XPOS == "VBG" && s.Child(verb, "mark") >= 0 && s.Child(verb, "nsubj") < 0 // "was aimed at stopping the attacks"
	if s.Negated(verb) || aimed || hypothetical(s, verb) {
		return goesOn, true // "will not end the offensive", "until it ends its campaign"
	}
	st, ok := f.verbStatus(s, verb, 0)
	return goesOn, ok && (st.is == parley.Planned || st.is == parley.Proposed || st.is == parley.Cancelled)
}

// onCampaign makes one event of what a text tells of one campaign, with other words: of attacks that
// go on, of one side on another, told without a day.
func (f *finder) onCampaign(groups [][]*mention) [][]*mention {
	var kept [][]*mention
	for _, group := range groups {
		at := -1
		if f.campaign(group) {
			at = slices.IndexFunc(kept, func(o []*mention) bool {
				return f.campaign(o) && sameDoers(o[0], group[0]) && sameTargets(o[0], group[0])
			})
		}
		if at < 0 {
			kept = append(kept, group)
			continue
		}
		kept[at] = append(kept[at], group...)
	}
	return kept
}

// campaign tells whether all that a group tells is of an attack that goes on.
func (f *finder) campaign(group []*mention) bool {
	return !slices.ContainsFunc(group, func(m *mention) bool {
		return !offensive(m) || m.day() != "" && !lasting(m.when)
	})
}

// offensive tells whether a mention is of an attack that goes on, by a noun for such.
func offensive(m *mention) bool {
	return m.sense.Type == parley.Assault && m.status.is == parley.Ongoing && m.sense.Noun && tables().nouns["lasting"][m.sense.Word]
}

// sameTargets tells whether two attacks are told to be on the same sides.
func sameTargets(a, b *mention) bool {
	return len(a.recipients) == len(b.recipients) && allMeet(a.recipients, b.recipients)
}

// besieged tells whether a noun speaks of a siege or blockade that is in force, whatever the
// rest of the clause is about: "after a long blockade", "over its blockade of the port".
func (f *finder) besieged(s *english.Sentence, t trigger) bool {
	if t.sense.Type != parley.Coerce || !tables().nouns["siege"][s.Tokens[t.token].Lemma] || s.Case(t.token) == "after" {
		return false
	}
	if t.support < 0 || !s.Tokens[t.token].Is("obj") && s.Tokens[t.token].Deprel != "nsubj:pass" {
		return true
	}
	switch verb := s.Tokens[t.support].Lemma; {
	case tables().nouns["laying"][verb]:
		return false
	case tables().nouns["ending"][verb], tables().nouns["lifting"][verb]:
		st, ok := f.verbStatus(s, t.support, 0)
		return ok && phase(st.is) != 0
	}
	return true
}

// partOf tells whether one mention is of a campaign that goes on and the other of a single attack with
// a count of its own, which is a part of it.
func partOf(campaign, attack *mention) bool {
	if campaign.sense.Type != parley.Assault || campaign.status.is != parley.Ongoing || attack.status.is != parley.Happened {
		return false
	}
	if lasting(campaign.when) && !lasting(attack.when) && (attack.day() != "" || len(attack.figures) > 0) {
		return true // "since 1985 they have killed 200 soldiers": not those of last week
	}
	return offensive(campaign) && !tables().nouns["lasting"][attack.sense.Word] && len(attack.figures) > 0
}

// widens tells whether an attack that is planned for no day is one more step of a campaign that goes on.
func widens(campaign, step *mention) bool {
	return offensive(campaign) && step.status.is == parley.Planned && step.day() == "" && !step.sense.Noun
}
