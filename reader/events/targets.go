package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// aim lets an attack whose target is told only as a place be one on the country
// that the place lies in, unless that is the attacker's own, and an invasion
// without a target one on the country that the war is told to be in.
func (f *finder) aim(m *mention) {
	if envoys := f.atEmbassy(m); envoys.name != "" {
		m.actors, m.recipients = without(m.actors, []filler{envoys}), []filler{envoys}
		return
	}
	if m.sense.Type != parley.Assault || len(m.recipients) > 0 && !byPlace(m) {
		return
	}
	anonymous := len(m.actors) == 0 && !slices.Contains(m.sense.Actors, "obj")
	if anonymous && !f.armed(m) && !f.counts(m) && !f.bombards(m) {
		return
	}
	if guests := f.aimedAtGuests(m); guests.name != "" && (m.placeOf == "" || !tables().nouns["target"][guests.name]) {
		guests.guest, guests.bystander = true, true
		m.recipients = []filler{guests}
		return
	}
	if holders := without(f.heldBy(m), m.actors); len(holders) > 0 {
		m.recipients = holders
	}
	if len(m.recipients) > 0 || f.besidePlace(m) {
		return
	}
	if group, ruled := f.rulerAt(m); ruled {
		switch {
		case len(m.actors) == 0 || !f.state(m.actors[0].side):
		case group.name != "":
			group.ruler = true
			m.recipients = []filler{group}
		case m.placeOf != "" && m.placeOf != m.actors[0].side: // its people, where the text does not speak of the group
			m.recipients = []filler{bySide(m.placeOf, m.place)}
		}
		return
	}
	if m.placeOf != "" && !slices.ContainsFunc(m.actors, func(one filler) bool { return one.side == m.placeOf || one.name == m.placeOf }) {
		m.recipients = []filler{bySide(m.placeOf, m.place)}
		return
	}
	if invades(m) && m.placeOf == "" {
		m.recipients = f.theatre(m.sentence, m.actors)
	}
}

// byPlace tells whether all that tells whose the people are whom an attack is on is where it was: "fired
// at a delegation of ten people in Osten".
func byPlace(m *mention) bool {
	return !slices.ContainsFunc(m.recipients, func(one filler) bool {
		return one.side != m.placeOf || !slices.ContainsFunc(one.spans, m.place.Covers)
	})
}

// bombards tells whether an attack from afar is told with a day or place of its own: it is an
// act of war whoever made it ("yesterday's missile strike in the region", "warplanes hit a
// school in Osten").
func (f *finder) bombards(m *mention) bool {
	if !remote[m.mode] || tables().nouns["blast"][m.sense.Word] || m.day() == "" && m.place.End == 0 {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	doer := s.Subject(m.token)
	return m.sense.Noun || doer >= 0 && f.harmful(&s.Tokens[doer])
}

// besidePlace tells whether an attack on something else took place beside a land, not in
// it: "bombed a boat off Norland".
func (f *finder) besidePlace(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	return slices.ContainsFunc(f.in.Cast.Matches[m.sentence], func(o lexicon.Match) bool {
		at := matchSpan(s, &o)
		if !m.place.Covers(at) {
			return false
		}
		noun := s.Anchor(o.First, o.Last+1)
		if over := s.Tokens[noun].Head; over >= 0 && s.Case(noun) == "of" && tables().nouns["place"][s.Tokens[over].Lemma] {
			noun = over // "near the coast of Norland"
		}
		switch s.Case(noun) {
		case "near", "off", "outside", "around":
			return o.Kind == lexicon.StateMatch
		}
		return false
	})
}

// atEmbassy is the state at, near or outside whose embassy an attack is told to have been, which it
// is an attack on; nobody where it is not.
func (f *finder) atEmbassy(m *mention) filler {
	s := &f.in.Text.Sentences[m.sentence]
	people := slices.ContainsFunc(m.recipients, func(one filler) bool { return one.name != m.placeOf })
	if m.sense.Type != parley.Assault || people || tables().nouns["punishing"][m.sense.Word] {
		return filler{}
	}
	for token := range s.Tokens {
		if !tables().nouns["envoyship"][strings.ToLower(s.Tokens[token].Lemma)] || s.Clause(token) != s.Clause(m.token) {
			continue
		}
		switch s.Case(token) {
		case "at", "near", "outside", "on", "to":
		default:
			continue
		}
		all := append(f.modifiers(m.sentence, token), f.behind(m.sentence, token, "of")...)
		if len(all) == 0 {
			all = f.fillersAt(m.sentence, token)
		}
		if all = sided(all); len(all) == 1 && all[0].side != "" {
			return all[0]
		}
	}
	return filler{}
}

// acrossBorder lets troops that are told to be at a border or coast be there against the land whose it is, or
// that is beyond it: "massed troops on its border with Norland".
func (f *finder) acrossBorder(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Type != parley.Mobilize || len(m.actors) == 0 || len(m.recipients) > 0 {
		return
	}
	for at := range s.Tokens {
		if !tables().nouns["frontier"][s.Tokens[at].Lemma] || s.Clause(at) != s.Clause(m.token) || at < m.token {
			continue
		}
		all := append(f.directlyBehind(m.sentence, at, "with"), f.directlyBehind(m.sentence, at, "of")...)
		if land := objectRightBehind(s, at, "with"); len(all) == 0 && land >= 0 {
			all = f.fillersAt(m.sentence, land)
		}
		if m.recipients = without(all, m.actors); len(m.recipients) > 0 {
			return
		}
	}
}

// objectRightBehind is the noun of the phrase that opens with a preposition right behind a token, whatever the tree hangs it
// on; -1 where there is none.
func objectRightBehind(s *english.Sentence, token int, prep string) int {
	if next := token + 1; next < len(s.Tokens) && s.Tokens[next].Is("case") && s.Tokens[next].Lemma == prep {
		return s.Tokens[next].Head
	}
	return -1
}

// called are people as a text calls them: a noun with the adjectives and nouns before it.
func (f *finder) called(sentence, noun int) filler {
	s := &f.in.Text.Sentences[sentence]
	first := noun
	for first > 0 && s.Tokens[first-1].Head == noun && (s.Tokens[first-1].Is("amod") && s.Tokens[first-1].UPOS != "ADP" || s.Tokens[first-1].Is("compound")) {
		first--
	}
	for first < noun && (s.Tokens[first].XPOS == "VBN" || tables().nouns["amount"][strings.ToLower(s.Tokens[first].Text)]) { // "a registered delegation", "several suspects"
		first++
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[noun].End}
	return filler{name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}
}

// counts tells whether a text counts whom an attack has harmed, though it does not
// say whose it was: "a bombing killed four people in Osten". What kills and is no
// attack, a storm or a crash, is none.
func (f *finder) counts(m *mention) bool {
	if len(m.figures) == 0 {
		return false
	}
	if m.sense.Noun {
		return true
	}
	s := &f.in.Text.Sentences[m.sentence]
	if doer := s.Subject(m.token); doer >= 0 && f.harmful(&s.Tokens[doer]) {
		return true
	}
	for _, verb := range []int{m.token, fellowHarm(s, m.token)} {
		if verb < 0 {
			continue
		}
		for child := range s.Children(verb) {
			if t := &s.Tokens[child]; (t.Is("obl") || t.Is("advcl")) && (f.harmful(t) || f.inStrife(s, child)) {
				return true
			}
			if brought := broughtBy(s, child); brought >= 0 && f.harmful(&s.Tokens[brought]) {
				return true
			}
		}
	}
	return false
}

// broughtBy is what a circumstance says something to have come of: the shelling of "as a result of shelling"; -1 where it
// is none of that kind.
func broughtBy(s *english.Sentence, circumstance int) int {
	if t := &s.Tokens[circumstance]; !t.Is("obl") || !tables().nouns["outcome"][t.Lemma] {
		return -1
	}
	if of := s.Child(circumstance, "nmod"); of >= 0 && s.Case(of) == "of" {
		return of
	}
	return -1
}

// inStrife tells whether what people died in is a conflict, or began with one: "in the civil war", "since the
// uprising began".
func (f *finder) inStrife(s *english.Sentence, token int) bool {
	strife := tables().nouns["strife"]
	if subject := s.Child(token, "nsubj"); subject >= 0 && s.Tokens[token].Is("advcl") {
		return strife[s.Tokens[subject].Lemma]
	}
	return strife[s.Tokens[token].Lemma]
}

// fellowHarm is the verb of harm that is coordinated with another: "injured" in "12 people
// were killed and 27 injured in a bombing"; -1 where there is none.
func fellowHarm(s *english.Sentence, verb int) int {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("conj") && t.UPOS == "VERB" && tables().nouns["undergone"][t.Lemma] {
			return child
		}
	}
	return -1
}

// harmful tells whether a word is of fighters, of a weapon or of an attack.
func (f *finder) harmful(t *english.Token) bool {
	if nouns := tables().nouns; nouns["armed"][t.Lemma] || nouns["munition"][t.Lemma] || flying(t.Lemma) {
		return true
	}
	return slices.ContainsFunc(f.senses(t, t.UPOS != "VERB"), func(v lexicon.Verb) bool { return v.Type == parley.Assault })
}

// flying tells whether a noun is one for weapons in flight or for what carries them: "missiles", "warplane".
func flying(noun string) bool { return inFlight(noun) || tables().nouns["warcraft"][noun] }

// inFlight tells whether a noun is one for weapons in flight: "drones", "missiles".
func inFlight(noun string) bool {
	kind := tables().figures["noun"][noun]
	return kind == "drones" || kind == "missiles"
}

// armed tells whether the doers of an attack are fighters of whom the text does not
// say whose they are: "insurgents shelled the town".
func (f *finder) armed(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Noun {
		for child := range s.Children(m.token) {
			if s.Case(child) == "by" && armedNoun(s, child) {
				return true
			}
		}
		return false
	}
	doer := s.Subject(m.token)
	return doer >= 0 && armedNoun(s, doer)
}

// theatre is the state that the text's war is fought in, if not the attacker:
// "the war in Norland", looked for from a sentence outwards.
func (f *finder) theatre(sentence int, attackers []filler) []filler {
	for apart := range f.in.Text.Sentences {
		for _, at := range []int{sentence - apart, sentence + apart} {
			if at < 0 || at >= len(f.in.Text.Sentences) {
				continue
			}
			s := &f.in.Text.Sentences[at]
			for token := range s.Tokens {
				if !tables().nouns["war"][s.Tokens[token].Lemma] {
					continue
				}
				for _, prep := range []string{"in", "on", "against"} {
					found := append(f.behind(at, token, prep), f.along(trigger{sentence: at, token: token}, prep)...)
					if found = without(found, attackers); len(found) > 0 && found[0].name == found[0].side {
						return found[:1]
					}
				}
			}
		}
	}
	return nil
}

// turn moves the state before "sanctions", "aid" or "deal" to the other side
// where it is the one concerned: "Norland sanctions" are on it, "Norlandic
// sanctions" and "US sanctions" are its own.
func (f *finder) turn(m *mention) {
	switch m.sense.Type {
	case parley.Sanction, parley.Aid:
		f.leave(m)
	case parley.Consult:
		f.dropTopic(m)
		return
	default:
		if m.sense.Mode != "ease-sanctions" {
			return
		}
	}
	s := &f.in.Text.Sentences[m.sentence]
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if o.Kind != lexicon.StateMatch || o.First >= len(s.Tokens) || !s.Tokens[o.Last].Is("compound") {
			continue
		}
		if abbreviated(s.Tokens[o.Last].Text) || s.Tokens[o.Last].Head != m.token && !f.concerns(m, o) {
			continue
		}
		one := filler{name: o.Actor.ID, side: o.Actor.Affiliation, spans: []parley.Span{matchSpan(s, o)}}
		m.actors = without(m.actors, []filler{one})
		if !named(m.recipients, one.name) {
			m.recipients = append(m.recipients, one)
		}
	}
}

// leave lets an agreement that one side quits be one with those whom it is between.
func (f *finder) leave(m *mention) {
	if m.sense.Code != leaving || len(m.recipients) > 0 {
		return
	}
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		if !s.Tokens[child].Is("obl") && !s.Tokens[child].Is("obj") || !m.sense.Wants(s.Tokens[child].Lemma) {
			continue
		}
		for _, prep := range []string{"between", "with"} {
			for _, one := range f.behind(m.sentence, child, prep) {
				if !slices.ContainsFunc(m.actors, one.meets) && !named(m.recipients, one.name) {
					m.recipients = append(m.recipients, one)
				}
			}
		}
	}
}

// dropTopic takes the state that talks are about out of their parties, where others are told:
// "the Norland peace talks with Sudmark".
func (f *finder) dropTopic(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	var topics []filler
	for k := range f.in.Cast.Matches[m.sentence] {
		o := &f.in.Cast.Matches[m.sentence][k]
		if o.Kind != lexicon.StateMatch || o.Part || !s.Tokens[o.Last].Is("compound") || abbreviated(s.Tokens[o.Last].Text) {
			continue
		}
		if premodifies(s, m.token, o) && s.Child(o.Last, "conj") < 0 && !hyphened(s, o.First, o.Last) {
			topics = append(topics, filler{name: o.Actor.ID})
		}
	}
	if rest := without(m.actors, topics); len(topics) == 1 && len(rest)+len(m.recipients) > 0 {
		m.actors = rest
	}
}

// hyphened tells whether a hyphen joins a phrase to a word before or behind it: the Norland of
// "Norland-Sudmark talks".
func hyphened(s *english.Sentence, first, last int) bool {
	joins := func(at int) bool {
		if at < 1 || at+1 >= len(s.Tokens) || s.Tokens[at].UPOS != "PUNCT" {
			return false
		}
		return s.Tokens[at-1].End == s.Tokens[at].Start && s.Tokens[at].End == s.Tokens[at+1].Start
	}
	return joins(first-1) || joins(last+1)
}

// concerns tells whether a state stands before the noun that a verb such as
// "impose" has for object.
func (f *finder) concerns(m *mention, o *lexicon.Match) bool {
	s := &f.in.Text.Sentences[m.sentence]
	head := s.Tokens[o.Last].Head
	return head > o.Last && s.Tokens[head].Head == m.token && s.Tokens[head].Is("obj")
}

func abbreviated(name string) bool { return name == strings.ToUpper(name) }

// posted is the state that expels or summons an envoy by the post that is told: "the expulsion of Norland's
// ambassador to Sudmark" is Sudmark's, and so it is where he "was expelled".
func (f *finder) posted(t trigger) []filler {
	if t.sense.Code != expelling && t.sense.Code != summoning {
		return nil
	}
	s := &f.in.Text.Sentences[t.sentence]
	envoy := s.Object(t.token)
	for child := range s.Children(t.token) {
		if t.sense.Noun && s.Case(child) == "of" {
			envoy = child
		}
	}
	if envoy < 0 || !t.sense.Wants(s.Tokens[envoy].Lemma) {
		return nil
	}
	posted := append(f.behind(t.sentence, envoy, "to"), f.behind(t.sentence, envoy, "in")...)
	return slices.DeleteFunc(posted, func(one filler) bool { return one.name != one.side }) // "summoned to the ministry"
}

// summoners are states without a name who summon or expel an envoy, as the text calls them: "several foreign ministries".
func (f *finder) summoners(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	doer := s.Subject(t.token)
	if t.sense.Noun || t.sense.Code != expelling && t.sense.Code != summoning || s.Passive(t.token) {
		return nil
	}
	if doer < 0 || s.Tokens[doer].XPOS != "NNS" || !tables().nouns["summoning"][s.Tokens[doer].Lemma] {
		return nil
	}
	return []filler{f.called(t.sentence, doer)}
}
