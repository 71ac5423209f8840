package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// goesOnAbout tells whether the sentence right behind that of an attack goes on about what its doers did, with no
// day, place or named target of its own: "Rebels attacked the town on Monday. They opened fire on residents."
func (f *finder) goesOnAbout(a, b *mention) bool {
	if b.sentence-a.sentence > 1 || !sameDoers(a, b) || b.day() != "" || b.place.End > 0 || f.personal(b.recipients) || b.sense.Noun && !b.definite {
		return false
	}
	return !slices.ContainsFunc(f.in.Text.Sentences[b.sentence].Tokens, func(t english.Token) bool { return tables().nouns["further"][t.Lemma] })
}

// retellings is within how many sentences an attack may be told again without who made it.
const retellings = 3

// retold tells whether an attack is told again, sentence by sentence, without who made it.
func retold(a, b *mention) bool {
	return len(a.actors)+len(b.actors) == 0 && a.mode == b.mode && a.mode != "other" && b.sentence-a.sentence <= retellings
}

// takenAgain tells whether an arrest is told again with no more than a pronoun for who was arrested: "He was arrested
// on Monday".
func (f *finder) takenAgain(a, b *mention) bool {
	custody := tables().nouns["custody"]
	if a.sense.Type != parley.Coerce || !custody[a.sense.Word] || !custody[b.sense.Word] || b.sense.Noun || b.sentence-a.sentence > pronounReach {
		return false
	}
	s := &f.in.Text.Sentences[b.sentence]
	object := s.Object(b.token)
	return object >= 0 && s.Tokens[object].UPOS == "PRON" && s.Tokens[object].Feat("PronType") == "Prs"
}

// pronounReach is within how many sentences behind an arrest a pronoun is taken to be of whom it was.
const pronounReach = 6

// harmedAgain tells whether those whom an attack harmed are told again, by the same noun and without a doer, to have been
// harmed: "killed two soldiers. The soldiers were shot on Monday".
func (f *finder) harmedAgain(a, b *mention) bool {
	apart := b.sentence - a.sentence
	if apart < 1 || apart > retellings || a.sense.Noun || b.sense.Noun || len(b.actors) > 0 {
		return false
	}
	before, s := &f.in.Text.Sentences[a.sentence], &f.in.Text.Sentences[b.sentence]
	whom, again := before.Object(a.token), s.Object(b.token)
	if whom < 0 || again < 0 || !s.Passive(b.token) || before.Tokens[whom].Lemma != s.Tokens[again].Lemma || s.Tokens[again].UPOS != "NOUN" {
		return false
	}
	det := s.Child(again, "det")
	return det >= 0 && (strings.EqualFold(s.Tokens[det].Text, "the") || strings.EqualFold(s.Tokens[det].Text, "both"))
}

// shotsAgain tells whether shots are told of again, with no more than who fired them: "Soldiers fired warning shots at a
// convoy ... Troops opened fire when it left its route".
func shotsAgain(a, b *mention) bool {
	if a.mode != "shooting" || b.mode != "shooting" || !sameDoers(a, b) {
		return false
	}
	bare := func(m *mention) bool { return len(m.recipients) == 0 && len(m.figures) == 0 && m.day() == "" }
	guests := slices.ContainsFunc(a.recipients, func(one filler) bool { return one.guest && overlaps(b.recipients, []filler{one}) })
	return bare(a) || bare(b) || guests
}

// sameToll tells whether two mentions are of an attack, or of a war, that has killed the same number of people: many, or
// several in one land, told shortly behind each other.
func sameToll(a, b *mention) bool {
	n := killed(a)
	return n > 0 && n == killed(b) && (n >= leastSharedToll || n > 1 && a.placeOf != "" && a.placeOf == b.placeOf && b.sentence-a.sentence <= retellings)
}

// sameCost tells whether two mentions, whatever they call those who were killed, are of one campaign of the same side by
// how many that has killed.
func sameCost(a, b *mention) bool {
	return killed(a) >= leastCampaignToll && killed(a) == killed(b) && sameDoers(a, b)
}

// leastSharedToll is a number of dead so large that two attacks of one text do not share it by chance.
const leastSharedToll = 10

// resumedAgain tells whether two sentences near each other tell that the same side took up its attacks anew: "the army
// resumed fighting, with strikes on the enclave ... it had resumed strikes".
func (f *finder) resumedAgain(a, b *mention) bool {
	resumed := func(m *mention) bool {
		return slices.ContainsFunc(f.in.Text.Sentences[m.sentence].Tokens, func(t english.Token) bool { return tables().nouns["resuming"][t.Lemma] })
	}
	return sameDoers(a, b) && b.day() == "" && b.sentence-a.sentence <= retellings && resumed(a) && resumed(b)
}

// doerless tells whether of arrests, or of what is given or let in, one is told without whose deed it is.
func doerless(a, b *mention) bool {
	return (a.sense.Type == parley.Coerce || a.sense.Type == parley.Aid || a.sense.Mode == "access") && len(a.actors)*len(b.actors) == 0
}

// underTitle tells whether the first sentences below a title tell again of the attack that it tells of, both without
// who made it.
func (f *finder) underTitle(a, b *mention) bool {
	return f.headline(a) && !f.headline(b) && len(a.actors)+len(b.actors) == 0 && b.sentence-a.sentence <= retellings
}

// attends tells whether a mention says only that somebody was at talks told before: "Kovar also attended Monday's
// talks".
func (f *finder) attends(a, b *mention) bool {
	if b.sense.Type != parley.Consult || !b.sense.Noun || b.support < 0 || len(b.recipients) > 0 || a.day() == "" || a.day() != b.day() {
		return false
	}
	s := &f.in.Text.Sentences[b.sentence]
	return s.Tokens[b.token].Is("obj") && tables().nouns["attending"][s.Tokens[b.support].Lemma] && f.personal(b.actors)
}

// placedByTitle lets the state by whose name alone a title calls an attack be the one attacked, where the text goes
// on to say that it was there and that others made it: "Norland drone strike ¶ Sudmark struck a base in Norland".
func (f *finder) placedByTitle() {
	for i := range f.found {
		title := &f.found[i]
		attack := title.sense.Type == parley.Assault && title.sense.Noun
		if !f.headline(title) || !attack || len(title.actors) != 1 || len(title.recipients) > 0 || !f.byBareState(title) {
			continue
		}
		for j := i + 1; j < len(f.found); j++ {
			body := &f.found[j]
			if body.sense.Type != parley.Assault || f.headline(body) {
				continue
			}
			state := title.actors[0]
			there := body.placeOf == state.side || slices.ContainsFunc(body.recipients, state.meets)
			if there && !slices.ContainsFunc(body.actors, state.meets) {
				title.actors, title.recipients = slices.Clone(body.actors), title.actors
			}
			break
		}
	}
}

// byBareState tells whether all that says whose an attack is is the name of a state before the noun, which is no
// adjective: "Norland strike".
func (f *finder) byBareState(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return slices.ContainsFunc(f.in.Cast.Matches[m.sentence], func(o lexicon.Match) bool {
		last := &s.Tokens[o.Last]
		before := o.Kind == lexicon.StateMatch && last.Is("compound") && last.Head == m.token
		return before && !abbreviated(last.Text) && slices.Contains(m.actors[0].spans, matchSpan(s, &o))
	})
}

// definite tells whether a noun speaks of an event told before: "the meeting".
func (f *finder) definite(t trigger) bool {
	if !t.sense.Noun {
		return false
	}
	s := &f.in.Text.Sentences[t.sentence]
	if s.Child(t.token, "nmod:poss") >= 0 {
		return !hasBelow(s, t.token, "first") // "their first talks" are new
	}
	det := s.Child(t.token, "det")
	if det < 0 {
		return false
	}
	switch strings.ToLower(s.Tokens[det].Text) {
	case "the", "this", "these", "that", "those":
		return true
	}
	return false
}

// oneGuest calls the guests of a land on whom an attack was by the fullest of the phrases that a text has for them, for
// they are the same people: "a delegation", "foreign diplomats".
func oneGuest(group []*mention) []*mention {
	fullest := ""
	for _, m := range group {
		for _, one := range m.recipients {
			if one.guest && len(one.name) > len(fullest) {
				fullest = one.name
			}
		}
	}
	if fullest == "" {
		return group
	}
	for i, m := range group {
		called := slices.Clone(m.recipients)
		for k := range called {
			if called[k].guest {
				called[k].name = fullest
			}
		}
		group[i] = m.withRecipients(called)
	}
	return group
}

// withRecipients is a copy of a mention with others to whom it is done.
func (m *mention) withRecipients(recipients []filler) *mention {
	other := *m
	other.recipients = recipients
	return &other
}
