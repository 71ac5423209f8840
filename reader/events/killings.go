package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// fatal tells whether a mention is of a killing, or of shots at people or a stabbing.
func fatal(m *mention) bool {
	one := func(n figure) bool { return n.What == "killed" && n.N == 1 }
	return m.sense.Type == parley.Assault && (tables().nouns["fatal"][m.sense.Word] || slices.ContainsFunc(m.figures, one))
}

// sameVictim tells whether two mentions are of the killing of one person, who dies but once: both name him, or one does
// and the other tells shortly before of nobody else by no name, "a former minister was shot dead in Osten ... Kovar
// was killed outside his home".
func (f *finder) sameVictim(a, b *mention) bool {
	if !fatal(a) || !fatal(b) {
		return false
	}
	if f.personal(a.recipients) && f.personal(b.recipients) {
		return slices.ContainsFunc(a.recipients, func(one filler) bool {
			_, person := f.personNamed(one.name)
			return person && named(b.recipients, one.name)
		})
	}
	return f.namesVictims(a, b) || f.namesVictims(b, a)
}

// namesVictims tells whether one of two mentions of a killing, which stand near each other, names as many people as the
// other tells of by no name.
func (f *finder) namesVictims(named, unnamed *mention) bool {
	if !f.personal(named.recipients) || f.personal(unnamed.recipients) || opposed(named, unnamed) {
		return false
	}
	n := f.victims(unnamed)
	return n > 0 && n == len(named.recipients) && max(named.sentence-unnamed.sentence, unnamed.sentence-named.sentence) <= retellings
}

// victims is how many people a mention of a killing tells of; 0 where it does not tell.
func (f *finder) victims(m *mention) int {
	for _, one := range m.figures {
		if one.What == "killed" && one.Qualifier == "exactly" {
			return int(one.N)
		}
	}
	s, nouns := &f.in.Text.Sentences[m.sentence], tables().nouns
	victim := s.Object(m.token)
	if suffers(s, m.token) {
		victim = s.Child(m.token, "nsubj")
	}
	if m.sense.Noun || len(m.figures) > 0 || victim < 0 {
		return 0
	}
	if t := &s.Tokens[victim]; t.XPOS != "NN" && t.XPOS != "NNP" || nouns["number"][t.Lemma] || nouns["band"][t.Lemma] || nouns["soldiery"][t.Lemma] || nouns["target"][t.Lemma] {
		return 0
	}
	return 1
}

// nameVictims gives killings of which a text tells by no name of the victims the names that it tells shortly behind:
// "two aides of the mayor were shot dead ... Anna Kovar and Ole Holm were killed on their way to work".
func (f *finder) nameVictims(groups [][]*mention) {
	for i := range f.slain {
		m := &f.slain[i]
		for g, group := range groups {
			if slices.ContainsFunc(group, func(o *mention) bool { return fatal(o) && f.sameVictim(o, m) }) &&
				!slices.ContainsFunc(group, func(o *mention) bool { return f.contradict(o, m) }) {
				groups[g] = append(group, m)
				break
			}
		}
	}
}

// unnamed takes out of a killing the side by which alone some mentions tell of those whom others name.
func (f *finder) unnamed(group []*mention) []*mention {
	if !slices.ContainsFunc(group, func(o *mention) bool { return fatal(o) && f.personal(o.recipients) }) {
		return group
	}
	for i, m := range group {
		if fatal(m) && !f.personal(m.recipients) && len(m.recipients) > 0 && slices.ContainsFunc(group, func(o *mention) bool { return fatal(o) && f.namesVictims(o, m) }) {
			group[i] = m.withRecipients(nil)
		}
	}
	return group
}

// bearNames gives a killing the people whose names stand in what a passive verb has for subject, where a wrong tree has
// hung one of several beside what he is: "her secretary, Anna Kovar, and her driver, Ole Holm, were killed".
func (f *finder) bearNames(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	subject := s.Child(m.token, "nsubj:pass")
	if !fatal(m) || m.sense.Noun || subject < 0 || subject > m.token {
		return
	}
	first, _ := s.Subtree(subject)
	var all []filler
	for k := range f.in.Cast.Mentions {
		name := &f.in.Cast.Mentions[k]
		if name.Sentence != m.sentence || name.First < first || name.Last > m.token || name.Form != actors.Named {
			continue
		}
		switch t := &s.Tokens[name.Head]; {
		case t.Is("appos"), t.Is("nsubj"), t.Is("conj"):
			all = append(all, without(f.fillersOf(name), all)...)
		}
	}
	if len(all) > 1 && !slices.ContainsFunc(all, func(one filler) bool { _, person := f.personNamed(one.name); return !person }) {
		m.recipients = all
	}
}

// carriedOff lets those whom attackers carry off, as the sentence of the attack says, be a part of what came of it, and
// no other deed: "stormed the hotel, killing ten and taking six others hostage".
func (f *finder) carriedOff(told []mention) {
	for i := range told {
		taken := &told[i]
		if taken.sense.Type != parley.Coerce || !f.carriesOff(taken) {
			continue
		}
		for j := range told {
			attack := &told[j]
			if attack.sense.Type != parley.Assault || phase(attack.status.is) != phase(taken.status.is) || !sameDoers(attack, taken) {
				continue
			}
			if taken.day() != "" && attack.day() != "" && taken.day() != attack.day() {
				continue
			}
			for _, one := range taken.figures {
				if !slices.ContainsFunc(attack.figures, func(o figure) bool { return o.What == one.What && o.N == one.N }) {
					attack.figures = append(attack.figures, one)
				}
			}
			taken.sense.Type = ""
			break
		}
	}
}

// carriesOff tells whether people are carried off, by a verb that says so or as hostages, or driven from their homes.
func (f *finder) carriesOff(m *mention) bool {
	if m.sense.Code == abducting || tables().nouns["displacing"][m.sense.Word] {
		return true
	}
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	return object >= 0 && tables().nouns["captive"][s.Tokens[object].Lemma]
}

// fightersOnly takes those who make a fight out of those on whom other mentions of it tell it to be: "clashes between
// rebels and the Norlandic army ... the clashes in Norland".
func fightersOnly(group []*mention) []*mention {
	i := slices.IndexFunc(group, mutually)
	if i < 0 {
		return group
	}
	for k, m := range group {
		if slices.ContainsFunc(m.recipients, func(one filler) bool { return slices.ContainsFunc(group[i].actors, one.meets) }) {
			group[k] = m.withRecipients(slices.DeleteFunc(slices.Clone(m.recipients), func(one filler) bool { return slices.ContainsFunc(group[i].actors, one.meets) }))
		}
	}
	return group
}
