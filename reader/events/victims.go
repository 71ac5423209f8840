package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// suffers tells whether the subject of a verb is the one that it is done to, though
// nothing marks a passive: "Kovar killed in a strike on Osten", as headlines say.
func suffers(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || !undergone(s, verb) {
		return false
	}
	subject := s.Child(verb, "nsubj")
	if subject < 0 || s.Child(verb, "obj", "iobj", "ccomp", "aux", "aux:pass", "nsubj:pass") >= 0 {
		return false
	}
	if kind := tables().figures["noun"][s.Tokens[subject].Lemma]; kind != "" && kind != "troops" && !tables().nouns["warded"][t.Lemma] {
		return false // drones kill
	}
	if next := verb + 1; next < len(s.Tokens) && (s.Tokens[next].Lemma == "a" || s.Tokens[next].Lemma == "an") {
		return false // an object, whatever the tree makes of it
	}
	for fellow := range s.Children(verb) {
		joined := s.Tokens[fellow].Is("conj") && s.Tokens[fellow].UPOS == "VERB" && s.Child(fellow, "nsubj") < 0
		if joined && s.Child(fellow, "obj") > fellow {
			return false // "arrested and deported ten people"
		}
	}
	return !counted(s, verb+1)
}

// undergone tells whether a verb, with the particle or the "dead" behind it, says what people suffer: "killed", "driven
// out", "shot dead".
func undergone(s *english.Sentence, verb int) bool {
	words, lemma := tables().nouns["undergone"], s.Tokens[verb].Lemma
	if words[lemma] || hasParticle(s, verb, "out") && words[lemma+" out"] {
		return true
	}
	return verb+1 < len(s.Tokens) && words[lemma+" "+s.Tokens[verb+1].Lemma]
}

// goesOn is the passive verb that a verb of harm or release without an object of its own goes
// on: "was arrested on Monday and freed on Tuesday"; -1 where it does not.
func goesOn(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	over := t.Head
	if !t.Is("conj") || over < 0 || over > verb || t.XPOS != "VBD" && t.XPOS != "VBN" {
		return -1
	}
	if !tables().nouns["undergone"][t.Lemma] || !s.Passive(over) {
		return -1
	}
	if s.Child(verb, "nsubj", "obj", "iobj", "ccomp", "xcomp", "aux") >= 0 || counted(s, verb+1) {
		return -1
	}
	return over
}

// counted tells whether a count of people stands at a token, though the tree does not
// make it an object: "killed at least six people".
func counted(s *english.Sentence, token int) bool {
	for i := token; i < min(len(s.Tokens), token+4); i++ {
		switch s.Tokens[i].UPOS {
		case "NUM":
			return true
		case "ADP", "ADJ", "ADV", "DET":
		default:
			return false
		}
	}
	return false
}

// suffer makes whose a deed is said to be the ones that it was done to, where they
// are people and the noun tells what happens to people: "Kovar's arrest".
func (f *finder) suffer(m *mention) {
	if !m.sense.Noun || len(m.recipients) > 0 || !tables().nouns["suffered"][m.sense.Word] {
		return
	}
	for _, one := range f.dependents(m.sentence, m.token, "nmod:poss") {
		if _, somebody := f.personNamed(one.name); somebody && one.name != one.side {
			m.actors = without(m.actors, []filler{one})
			m.recipients = append(m.recipients, one)
		}
	}
}

// fight makes all who clash doers of the fight, and those between whose lands the border is at which they do where no
// others are told: "clashes on the Norland-Sudmark border".
func (f *finder) fight(m *mention) {
	if m.sense.Type != parley.Assault || !tables().nouns["mutual"][m.sense.Word] {
		return
	}
	if len(m.actors)+len(m.recipients) == 0 {
		m.actors = f.beyondBorder(m)
	}
	if len(m.actors)+len(m.recipients) == 0 && f.state(m.placeOf) && f.rages(m) {
		if m.actors = f.atWarIn(m.placeOf); len(m.actors) > 0 {
			return
		}
		m.recipients = []filler{bySide(m.placeOf, m.place)}
		return
	}
	placeOrDoer := func(one filler) bool {
		return len(one.spans) == 1 && one.spans[0] == m.place || slices.ContainsFunc(m.actors, one.meets)
	}
	if len(m.actors) > 1 {
		m.recipients = slices.DeleteFunc(m.recipients, placeOrDoer)
	}
	if len(m.actors) == 0 && len(m.recipients) == 1 && placeOrDoer(m.recipients[0]) {
		return // of "clashes in Norland" nobody knows who made them
	}
	m.actors, m.recipients = append(m.actors, without(m.recipients, m.actors)...), nil
}

// atWarIn are the two sides that a text tells to be at war in a land: its rebels and its state, or it and its foe.
func (f *finder) atWarIn(land string) []filler {
	if rebels, where := f.revolt(); rebels.name != "" && where == land {
		return []filler{rebels, f.spokenOf(land)}
	}
	if pair := f.onlyFoes(); named(pair, land) {
		return pair
	}
	return nil
}

// rages tells whether a fight is told to take place: "clashes erupted".
func (f *finder) rages(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if !m.sense.Noun || !tables().nouns["mutual"][m.sense.Word] {
		return false
	}
	return m.support >= 0 && s.Tokens[m.token].Is("nsubj") && tables().nouns["raging"][s.Tokens[m.support].Lemma]
}

// beyondBorder are the two states of a border that the phrase of a fight tells it to be at.
func (f *finder) beyondBorder(m *mention) []filler {
	s := &f.in.Text.Sentences[m.sentence]
	_, last := s.Subtree(m.token)
	for at := m.token + 1; at < last; at++ {
		if !tables().nouns["frontier"][s.Tokens[at].Lemma] {
			continue
		}
		for _, all := range [][]filler{f.modifiers(m.sentence, at), f.directlyBehind(m.sentence, at, "between")} {
			if len(all) == 2 && f.state(all[0].side) && f.state(all[1].side) {
				return all
			}
		}
	}
	return nil
}

// provoke lets an attack to which somebody is told to have responded by force, or in revenge for which he did something, be
// one on him: "closed its border in retaliation for an attack".
func (f *finder) provoke(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Assault || !m.sense.Noun || len(m.recipients) > 0 || !answered(s, m.token) {
		return
	}
	answer := s.Tokens[m.token].Head
	verb := s.Clause(answer)
	object := s.Object(verb)
	byForce := f.harmful(&s.Tokens[verb]) || object >= 0 && f.harmful(&s.Tokens[object])
	if byForce || tables().nouns["retaliating"][s.Tokens[answer].Lemma] {
		m.recipients = without(sided(f.subject(m.sentence, verb)), m.actors)
	}
}

// struck makes the state whose embassy or port was attacked the one attacked: "the
// Norland embassy attack".
func (f *finder) struck(m *mention) {
	if !m.sense.Noun || m.sense.Type != parley.Assault {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		over := s.Tokens[o.Last].Head
		embassy := over == m.token && o.Kind == lexicon.BodyMatch && strings.HasSuffix(o.Actor.Name, " Embassy")
		target := over > o.Last && over != m.token && s.Tokens[over].Head == m.token && tables().nouns["target"][s.Tokens[over].Lemma]
		victim := over == m.token && o.Kind == lexicon.StateMatch && s.Tokens[o.Last].Is("compound")
		victim = victim && tables().nouns["outrage"][m.sense.Word] && !abbreviated(s.Tokens[o.Last].Text)
		if o.Actor.Affiliation == "" || !embassy && !target && !victim && !f.atTown(m, o) {
			continue
		}
		one := filler{name: f.partyName(o.Actor), side: o.Actor.Affiliation, spans: []parley.Span{matchSpan(s, o)}}
		if named(m.actors, one.name) { // "the Norland blast" too
			m.actors = without(m.actors, []filler{one})
			m.recipients = append(m.recipients, one)
		}
	}
}

// personNamed is the person of a name among those whom the text speaks of.
func (f *finder) personNamed(name string) (parley.Actor, bool) {
	i := slices.IndexFunc(f.in.Cast.Actors, func(a parley.Actor) bool { return a.Kind == parley.PersonActor && a.Name == name })
	if i < 0 {
		return parley.Actor{}, false
	}
	return f.in.Cast.Actors[i], true
}

// oneWar is how many days before a text at most what it tells of may be of the war that it is about.
const oneWar = 3 * 365

// complete gives attacks, sanctions and the like whose target is not told the one
// that the same side aims at everywhere else in the text.
func (f *finder) complete(groups [][]*mention) {
	for _, group := range groups {
		for _, m := range group {
			if !directed(m) || len(m.actors) == 0 || m.day() != "" && f.gone(m.when, oneWar) {
				continue
			}
			if f.onTraders(m) || tables().nouns["lasting"][m.sense.Word] || targetTold(group, m) {
				continue
			}
			if target := constantTarget(groups, m); target.name != "" {
				m.recipients = []filler{target}
			}
		}
	}
	for _, group := range groups {
		m := group[0]
		doerTold := func(o *mention) bool { return len(o.actors) > 0 }
		if m.sense.Type == parley.Assault && len(m.recipients) > 0 && !f.acts(m) && !slices.ContainsFunc(group, doerTold) {
			if rebels, _ := f.revolt(); rebels.name != "" && m.mode != "aerial" {
				continue // any of several may have made it
			}
			doer := constantDoer(groups, m)
			if doer.name == "" && m.recipients[0].side != "" {
				doer = f.soleDoer(groups, m, m.recipients[0].side)
			}
			if doer.name != "" && f.mayHaveKilled(doer, group) {
				m.actors = []filler{doer}
			}
		}
	}
}

// targetTold tells whether some mention of a group says who the target is, as a side, as guests, or, but for an attack, at all.
func targetTold(group []*mention, m *mention) bool {
	return slices.ContainsFunc(group, func(o *mention) bool {
		if sideTold(o.recipients) || m.sense.Type != parley.Assault && len(o.recipients) > 0 {
			return true
		}
		return slices.ContainsFunc(o.recipients, func(one filler) bool { return one.guest })
	})
}

// mayHaveKilled tells whether attacks that a text tells without who made them may be those of a side that makes others: those
// on somebody by name with no weapon of war only where that side is at war with his, and on the land of one of the two.
func (f *finder) mayHaveKilled(doer filler, group []*mention) bool {
	return !slices.ContainsFunc(group, func(m *mention) bool {
		if !f.personal(m.recipients) || remote[m.mode] {
			return false
		}
		victim := m.recipients[0].side
		return !slices.Contains(f.foes(doer), victim) || m.placeOf != "" && !f.atHome(victim, m.placeOf) && !f.atHome(doer.side, m.placeOf)
	})
}

// onTraders tells whether an attack is on ships of all nations: "the attacks on shipping".
func (f *finder) onTraders(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for i := m.token + 1; i < min(len(s.Tokens), m.token+5); i++ {
		if tables().nouns["trader"][s.Tokens[i].Lemma] && s.Tokens[i].UPOS == "NOUN" {
			return true
		}
	}
	return false
}

// acts tells whether a verb has a doer in the text, though nobody knows whom it means.
func (f *finder) acts(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	if m.sense.Noun || doer < 0 || slices.Contains(m.sense.Actors, "obj") { // who shoots down a drone did not send it
		return false
	}
	// "the strikes killed four herders" does not say whose they were
	return !slices.ContainsFunc(f.in.Lexicon.Verbs(s.Tokens[doer].Lemma, true), func(v lexicon.Verb) bool {
		return v.Type == parley.Assault
	})
}

// constantDoer is the side that makes all attacks on a side of which the doer is told;
// nobody where there are several or none.
func constantDoer(groups [][]*mention, m *mention) filler {
	var doer filler
	for _, group := range groups {
		for _, o := range group {
			if o.sense.Type != parley.Assault || !slices.ContainsFunc(o.recipients, func(one filler) bool {
				return slices.ContainsFunc(m.recipients, func(target filler) bool { return one.side != "" && one.side == target.side })
			}) {
				continue
			}
			for _, one := range o.actors {
				if one.side == "" || doer.side != "" && doer.side != one.side {
					return filler{}
				}
				doer = bySide(one.side, one.spans...)
			}
		}
	}
	return doer
}

// directed tells whether an event is one side's deed against or for another.
func directed(m *mention) bool {
	switch m.sense.Type {
	case parley.Assault, parley.Sanction, parley.Coerce:
		return true
	}
	return false
}

// constantTarget is the side that all attacks and sanctions of a doer's side with a
// target are against; nobody where there are several or none.
func constantTarget(groups [][]*mention, m *mention) filler {
	var target filler
	for _, group := range groups {
		for _, o := range group {
			if !directed(o) || !slices.ContainsFunc(o.actors, func(one filler) bool {
				return slices.ContainsFunc(m.actors, func(doer filler) bool { return one.side != "" && one.side == doer.side })
			}) {
				continue
			}
			for _, one := range o.recipients {
				if one.bystander {
					continue
				}
				if one.side == "" || target.side != "" && target.side != one.side {
					return filler{}
				}
				target = bySide(one.side, one.spans...)
			}
		}
	}
	return target
}

// attribute gives attacks and sieges that are told without anybody's name to the sides
// between which those of the text mostly are, and puts them where they are told.
func (f *finder) attribute(groups [][]*mention, waiting []*mention) [][]*mention {
	doer, target, ok := f.mostly(groups)
	rebels, rising := f.revolt()
	_, land := f.ruledLand()
	foe := f.onlyFoe(groups, land)
	for _, group := range groups {
		if m := group[0]; tables().nouns["siege"][m.sense.Word] && !m.sense.Noun && len(m.actors) == 0 {
			if one := f.soleDoer(groups, m, m.placeOf); one.side != "" {
				m.actors = []filler{one} // "no food was let into the enclave"
			}
		}
	}
	for _, m := range waiting {
		if rebels.name != "" && m.sense.Type == parley.Assault && m.mode != "aerial" && !f.rages(m) {
			continue // any of several may have made it
		}
		if m.status.is != parley.Happened && m.status.is != parley.Ongoing || f.doneBySomebody(m) || f.byForces(m.trigger) >= 0 {
			continue
		}
		mutual := tables().nouns["mutual"][m.sense.Word] // a fight is one between foes
		switch one := f.soleDoer(groups, m, m.placeOf); {
		case rebels.name != "" && f.rages(m) && m.placeOf == "":
			m.actors = f.atWarIn(rising)
		case one.side != "" && tables().nouns["siege"][m.sense.Word]:
			m.actors = []filler{one}
			f.upon(m)
		case ok && (m.placeOf == "" || m.placeOf == target.side) && (!mutual || len(f.foes(doer)) > 0):
			m.actors, m.recipients = []filler{doer}, []filler{target}
		case one.side != "" && (!mutual || len(f.foes(one)) > 0):
			m.actors = []filler{one}
			f.aim(m)
		case foe != "" && m.mode == "aerial" && m.placeOf == "" && killed(m) > 0:
			m.actors, m.recipients = doersOf(groups, foe), []filler{land} // who else flies over a land that is fought for
		case remote[m.mode] && killed(m) > 0 && f.state(m.placeOf):
			m.recipients = []filler{bySide(m.placeOf, m.place)} // whoever rules there, its people died
		default:
			continue
		}
		if g := f.sameAs(groups, m); g >= 0 {
			groups[g] = append(groups[g], m)
			continue
		}
		groups = inserted(groups, m)
	}
	return groups
}

// doersOf is a side with the words by which some groups of mentions tell of it as a doer.
func doersOf(groups [][]*mention, side string) []filler {
	for _, group := range groups {
		for _, one := range group[0].actors {
			if one.side == side {
				return []filler{bySide(side, one.spans...)}
			}
		}
	}
	return nil
}

// foes are the sides that one is known to be at war with.
func (f *finder) foes(one filler) []string {
	if f.in.Day == "" {
		return nil
	}
	return f.in.Lexicon.Foes(one.side, f.in.Day.First(), f.in.Day.Last())
}

// longAgo tells whether a mention is of a day so far back that nothing told without a day is of its time.
func (f *finder) longAgo(m *mention) bool {
	return m.day() != "" && f.gone(m.when, lately)
}

// mostly are the sides between which most attacks and sieges of a text are, if one pair
// stands out, those of years ago left out.
func (f *finder) mostly(groups [][]*mention) (doer, target filler, ok bool) {
	count := map[string]int{}
	best, second := "", 0
	for _, group := range groups {
		m := group[0]
		fights := m.sense.Type == parley.Assault || m.sense.Type == parley.Coerce && !f.personal(m.recipients) // and does not arrest somebody
		if !fights || len(m.actors) == 0 || len(m.recipients) == 0 || f.longAgo(m) {
			continue
		}
		a, b := m.actors[0], m.recipients[0]
		if a.side == "" || b.side == "" || a.side == b.side {
			continue
		}
		key := a.side + " " + b.side
		if count[key]++; best == "" || count[key] > count[best] {
			best = key
		}
		if key == best {
			doer, target = bySide(a.side, a.spans...), bySide(b.side, b.spans...)
		}
	}
	for key, n := range count {
		if key != best {
			second = max(second, n)
		}
	}
	return doer, target, count[best] >= 2 && count[best] >= 2*second
}

// underFire tells whether a verb says that somebody is attacked, whom what follows befalls: "came under
// fire, killing two of the crew".
func underFire(s *english.Sentence, verb int) bool {
	if verb < 0 {
		return false
	}
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obl") && s.Case(child) == "under" && tables().nouns["assailed"][s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// sufferer is who "came under attack".
func (f *finder) sufferer(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if head := s.Tokens[t.token].Head; head >= 0 && s.Case(t.token) == "under" {
		if s.Tokens[head].UPOS == "NOUN" && s.Child(head, "cop") < 0 { // "a Norland town under bombardment"
			return f.modifiers(t.sentence, head)
		}
		verb := s.Clause(head)
		if all := f.subject(t.sentence, verb); len(all) > 0 {
			return all
		}
		return f.landAt(t.sentence, s.Subject(verb))
	}
	return nil
}

// landAt is the country of the place that a token names: "Osten came under attack".
func (f *finder) landAt(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		named := m.First <= token && token <= m.Last || f.placeNoun(s, s.Anchor(m.First, m.Last+1)) == token // "the city of Osten"
		if named && m.Kind == lexicon.PlaceMatch && countryOf(m) != "" {
			return []filler{bySide(countryOf(m), matchSpan(s, m))}
		}
	}
	return nil
}
