package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// harm gives those who were killed or wounded in an attack of the same sentence its
// doers: "53 people were killed in Norlandic strikes". The attack then is on them.
func (f *finder) harm(told []mention) {
	for i := range told {
		victims := &told[i]
		switch {
		case victims.sense.Type != parley.Assault || victims.sense.Noun:
		case len(victims.actors) > 0:
			f.strikeWhomItKilled(told, victims)
		default:
			f.findKillers(told, victims)
			f.killedByViolence(victims)
		}
	}
}

// oneBlow makes one attack of verbs that tell whom it killed and whom it hurt, and of its noun that they have for subject:
// "a raid on the base killed six Norlandic soldiers and wounded two more" was on the base.
func (f *finder) oneBlow(told []mention) {
	for i := range told {
		victims := &told[i]
		s := &f.in.Text.Sentences[victims.sentence]
		if victims.sense.Type != parley.Assault || victims.sense.Noun || !tables().nouns["undergone"][s.Tokens[victims.token].Lemma] {
			continue
		}
		for j := range told {
			blow := &told[j]
			if i == j || blow.sense.Type != parley.Assault || phase(blow.status.is) != phase(victims.status.is) || opposed(blow, victims) {
				continue
			}
			switch own := &s.Tokens[victims.token]; {
			case own.Is("conj") && own.Head == blow.token && !blow.sense.Noun && s.Child(victims.token, "nsubj") < 0 && (byPlace(victims) || allMeet(victims.recipients, blow.recipients)):
				fold(blow, victims)
			case s.Child(victims.token, "nsubj") == blow.token && blow.sense.Noun:
				f.strikeOn(blow, victims)
			}
		}
	}
}

// fold lets what a second verb tells of an attack, and of nobody else, be a part of what the first tells.
func fold(blow, victims *mention) {
	blow.figures = append(blow.figures, victims.figures...)
	blow.fillFrom(victims)
	victims.sense.Type, victims.recipients = "", blow.recipients
}

// fillFrom gives a mention the day, place and doers that it lacks and another of the same event has.
func (m *mention) fillFrom(o *mention) {
	if m.when == nil {
		m.when = o.when
	}
	if m.place.End == 0 {
		m.place, m.placeOf = o.place, o.placeOf
	}
	if len(m.actors) == 0 {
		m.actors = without(o.actors, m.recipients)
	}
}

// strikeOn lets those whom an attack is told to have killed be hit by it, else what it is told to be on.
func (f *finder) strikeOn(blow, victims *mention) {
	if byPlace(blow) && len(victims.recipients) > 0 {
		blow.recipients = victims.recipients
	}
	victims.recipients = blow.recipients
	if victims.when == nil {
		victims.when = blow.when
	}
	if blow.when == nil {
		blow.when = victims.when
	}
}

// findKillers looks for those who killed somebody among the doers of the other attacks of the sentence.
func (f *finder) findKillers(told []mention, victims *mention) {
	s := &f.in.Text.Sentences[victims.sentence]
	for i := range told {
		attack := &told[i]
		if attack == victims || attack.sense.Type != parley.Assault || othersKilled(s, victims.token, attack.token) {
			continue
		}
		if foes := without(attack.recipients, victims.recipients); diedFighting(s, victims, attack) && len(foes) > 0 {
			victims.actors = foes
			if victims.when == nil {
				victims.when = attack.when
			}
			attack.sense.Type = "" // told with those who died
			return
		}
		if len(attack.actors) > 0 && killedIn(s, victims, attack) {
			f.joinToAttack(victims, attack)
		}
	}
}

// killedIn tells whether a sentence says that people were killed or wounded in an attack, as it was made, or because of it.
func killedIn(s *english.Sentence, victims, attack *mention) bool {
	own, over := &s.Tokens[victims.token], s.Tokens[attack.token].Head
	if own.Is("acl") && own.Head == attack.token || asDone(s, attack.verb(), victims.token) {
		return true
	}
	switch s.Case(attack.token) {
	case "in", "by", "during", "from", "after", "amid", "following":
		return s.Dominates(victims.token, attack.token)
	case "of":
		return s.Tokens[over].Head == victims.token && broughtBy(s, over) == attack.token
	}
	return false
}

// othersKilled tells whether a passive verb names who killed somebody, whether or not anybody knows whom that means, and not by
// an attack: "was shot and killed by clansmen amid fights".
func othersKilled(s *english.Sentence, verb, attack int) bool {
	agent := s.Child(verb, "obl:agent")
	for fellow := range s.Children(verb) {
		if agent < 0 && s.Tokens[fellow].Is("conj") && s.Passive(fellow) {
			agent = s.Child(fellow, "obl:agent")
		}
	}
	if agent < 0 || s.Dominates(agent, attack) {
		return false
	}
	lemma := s.Tokens[agent].Lemma
	return armedNoun(s, agent) || tables().nouns["member"][lemma] || tables().nouns["person"][lemma]
}

// joinToAttack gives those who were killed in an attack its doers, and each what the other tells of mode, day and how far it
// has come.
func (f *finder) joinToAttack(victims, attack *mention) {
	if byPlace(victims) && overlaps(attack.actors, victims.recipients) {
		victims.recipients = nil // who is killed on a state's own land by it is not the state
	}
	victims.actors = without(attack.actors, victims.recipients)
	if mutually(attack) && byPlace(victims) {
		victims.actors, victims.recipients = attack.actors, nil // who was killed in a fight was so by either side
	}
	if victims.mode == "other" {
		victims.mode = attack.mode
	}
	if attack.status.is == parley.Ongoing {
		victims.status = attack.status
	} else if victims.status.is == parley.Ongoing {
		f.lastAsTold(victims, attack)
	}
	if len(attack.recipients) == 0 {
		attack.recipients = victims.recipients
	}
}

// lastAsTold lets an attack of which people are told to have died up to now go on: "have been killed since May in air
// strikes", "have been killed since Norland resumed its strikes in May".
func (f *finder) lastAsTold(victims, attack *mention) {
	switch {
	case victims.when == nil:
		victims.when = attack.when
	case attack.day() != "" && attack.day() != victims.day():
		return // one of several attacks
	}
	attack.status, attack.when = victims.status, victims.when
	f.aim(victims)
}

// killedByViolence gives people who are told to have been killed by somebody's violence, without a noun for an attack, those
// whose it was.
func (f *finder) killedByViolence(victims *mention) {
	doers := f.violent(victims.sentence, victims.token)
	if len(victims.actors) > 0 || len(doers) == 0 {
		return
	}
	if overlaps(doers, victims.recipients) && byPlace(victims) {
		victims.recipients = nil // who is killed on a state's own land by it is not the state
	}
	victims.actors = without(doers, victims.recipients)
}

// strikeWhomItKilled lets attacks of which no more is told than where they were be on those whom they are told to have
// killed, "killed ten rebels in strikes in Norland", and go on where they are told to have killed up to now.
func (f *finder) strikeWhomItKilled(told []mention, victims *mention) {
	s := &f.in.Text.Sentences[victims.sentence]
	for i := range told {
		attack := &told[i]
		if subject := s.Child(victims.token, "nsubj"); attack.sense.Type == parley.Assault && attack.token == subject && victims.status.is == parley.Ongoing {
			attack.status = victims.status // "strikes have killed ten people since May"
		}
		means := attack.sense.Type == parley.Assault && attack.sense.Noun && s.Tokens[attack.token].Head == victims.token
		if means && s.Case(attack.token) == "in" && len(victims.recipients) > 0 && byPlace(attack) {
			attack.recipients = victims.recipients
		}
	}
}

// asDone tells whether a clause says what happened as a verb was done to somebody, or what that came of: "were killed when
// rebels attacked their convoy", "were killed after rebels attacked it", but not "a day after", "have been killed since rebels began
// to attack".
func asDone(s *english.Sentence, clause, verb int) bool {
	t := &s.Tokens[clause]
	if !t.Is("advcl") || t.Head != verb && (t.Head < 0 || t.Head != fellowHarm(s, verb)) {
		return false
	}
	mark := s.Child(clause, "advmod", "mark")
	if mark < 1 || mark > clause {
		return false
	}
	switch s.Tokens[mark].Lemma {
	case "when", "as":
		return true
	case "since":
		return upToNow(s, verb) && !hasCase(s, verb, "since")
	case "after":
		return s.Passive(verb) && tables().nouns["undergone"][s.Tokens[verb].Lemma] && !tables().nouns["span"][s.Tokens[mark-1].Lemma]
	}
	return false
}

// violent are those whose violence is told to have done what a passive says: "killed as a result of
// Norlandic aggression".
func (f *finder) violent(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for token := verb + 1; token < len(s.Tokens); token++ {
		if t := &s.Tokens[token]; t.UPOS == "NOUN" && tables().nouns["violence"][t.Lemma] && s.Clause(token) == verb && s.Passive(verb) {
			return sided(append(f.modifiers(sentence, token), append(f.dependents(sentence, token, "nmod:poss"), f.behind(sentence, token, "by")...)...))
		}
	}
	return nil
}

// slainFighting tells whether fighters of no party that is known are told to have been killed in an attack or a fight, and
// nobody yet tells by whom: "ten gunmen were killed in a shootout with the army".
func (f *finder) slainFighting(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Assault || m.sense.Noun || !s.Passive(m.token) || !tables().nouns["undergone"][s.Tokens[m.token].Lemma] || len(m.recipients) == 0 || partisan(m.actors) || partisan(m.recipients) || phase(m.status.is) != 0 {
		return false
	}
	for child := range s.Children(m.token) {
		if prep := s.Case(child); (prep == "in" || prep == "during") && s.Tokens[child].Is("obl") && f.harmful(&s.Tokens[child]) {
			return !slices.ContainsFunc(m.recipients, func(one filler) bool { return !one.fights })
		}
	}
	return false
}

// diedFighting tells whether people are told to have been killed as they fought somebody: "were killed
// fighting the rebels", "killed in fighting with the rebels".
func diedFighting(s *english.Sentence, victims, attack *mention) bool {
	t := &s.Tokens[attack.token]
	return tables().nouns["fighting"][t.Lemma] && t.XPOS == "VBG" && t.Head == victims.token && (t.Is("xcomp") || t.Is("advcl")) && s.Passive(victims.token) && len(victims.recipients) > 0
}
