package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// governing is the state whose government a word before a noun speaks of, where the text says no
// more of whose it is: "government troops", "regime shelling".
func (f *finder) governing(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if tables().nouns["protesting"][s.Tokens[noun].Lemma] {
		return nil // "pro-government demonstrators"
	}
	for child := range s.Children(noun) {
		t := &s.Tokens[child]
		if child < noun && (t.Is("compound") || t.Is("amod")) && tables().nouns["ruling"][strings.ToLower(t.Lemma)] && s.Child(noun, "nmod:poss") < 0 && s.Child(child, "nmod:poss", "compound") < 0 {
			if one := f.landInWar(sentence); one.name != "" {
				return []filler{one}
			}
		}
	}
	return nil
}

// institutions are the state whose government, army or police a noun speaks of without telling whose they are: "the junta
// bombed the village", "police in the capital". Police act where they are told to be.
func (f *finder) institutions(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[noun]
	policing := police(s, noun)
	if t.UPOS != "NOUN" || !policing && !tables().nouns["institution"][t.Lemma] || tables().nouns["authority"][t.Lemma] && !facingCrowd(s) || s.Child(noun, "nmod:poss") >= 0 || !definiteOrBare(s, noun) && !(policing && s.Child(noun, "det") < 0) || f.arrestsNobody(sentence, noun) {
		return nil
	}
	for child := range s.Children(noun) {
		if c := &s.Tokens[child]; c.Is("nmod") || (c.Is("amod") || c.Is("compound")) && child > 0 && c.UPOS == "PROPN" {
			return nil
		}
	}
	var land filler
	if policing {
		land = f.landOfPlaces(sentence)
	}
	if land.name == "" {
		land = f.landInWar(sentence)
	}
	if land.name == "" {
		return nil
	}
	return []filler{land}
}

// facingCrowd tells whether a sentence speaks of people against whom police act for their state and not after crimes: those
// who protest, fighters.
func facingCrowd(s *english.Sentence) bool {
	nouns := tables().nouns
	return slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
		return t.UPOS == "NOUN" && (nouns["protesting"][t.Lemma] || nouns["dissenting"][t.Lemma] || nouns["armed"][t.Lemma] || nouns["upheaval"][t.Lemma])
	})
}

// landOfPlaces is the state in which the towns and regions lie that a sentence names, if one.
func (f *finder) landOfPlaces(sentence int) (land filler) {
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		switch side := landOf(m); {
		case m.Kind != lexicon.PlaceMatch && m.Kind != lexicon.MetonymMatch || side == "" || side == land.side || !f.state(side):
		case land.side != "":
			return filler{}
		default:
			land = bySide(side, matchSpan(&f.in.Text.Sentences[sentence], m))
		}
	}
	return land
}

// landInWar is the state on whose land the fighting is that a sentence tells of: the one that the
// text speaks of most by far, else the one whose places or people the sentence names, if one.
func (f *finder) landInWar(sentence int) filler {
	if one := f.mainLand(); one.name != "" {
		return one
	}
	if near := f.landsNamed(sentence, sentence+1); len(near) == 1 {
		return near[0].filler
	}
	return filler{}
}

// mainLand is the state that a text speaks of most by far; nobody where there is none.
func (f *finder) mainLand() filler {
	all := f.lands()
	if len(all) > 0 && (len(all) == 1 || all[0].times >= 2*all[1].times) {
		return all[0].filler
	}
	return filler{}
}

// spokenLand is a state with how often sentences speak of it.
type spokenLand struct {
	filler
	times int
}

// landsNamed are the states that some sentences name by name, people or place, those named most first.
func (f *finder) landsNamed(first, last int) []spokenLand {
	var lands []spokenLand
	for at := first; at < last; at++ {
		for k := range f.in.Cast.Matches[at] {
			m := &f.in.Cast.Matches[at][k]
			side := landOf(m)
			if side == "" || !f.state(side) {
				continue
			}
			i := slices.IndexFunc(lands, func(l spokenLand) bool { return l.side == side })
			if i < 0 {
				i = len(lands)
				lands = append(lands, spokenLand{filler: bySide(side, matchSpan(&f.in.Text.Sentences[at], m))})
			}
			lands[i].times++
		}
	}
	slices.SortStableFunc(lands, func(a, b spokenLand) int { return b.times - a.times })
	return lands
}

// loyal is the side of somebody to whom forces are told to be loyal: "troops loyal to Kovar",
// "pro-Kovar forces".
func (f *finder) loyal(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if !tables().nouns["soldiery"][s.Tokens[noun].Lemma] && !tables().nouns["armed"][s.Tokens[noun].Lemma] {
		return nil
	}
	if next := noun + 1; next < len(s.Tokens) && tables().nouns["loyal"][s.Tokens[next].Lemma] {
		for child := range s.Children(next) {
			if s.Case(child) == "to" {
				return sided(f.fillersAt(sentence, child))
			}
		}
	}
	if noun == 0 {
		return nil
	}
	name, ok := strings.CutPrefix(strings.ToLower(s.Tokens[noun-1].Text), "pro-")
	if !ok && noun > 2 && s.Tokens[noun-2].UPOS == "PUNCT" && strings.EqualFold(s.Tokens[noun-3].Text, "pro") {
		name, ok = strings.ToLower(s.Tokens[noun-1].Text), true
	}
	if !ok {
		return nil
	}
	for i := range f.in.Cast.Actors {
		a := &f.in.Cast.Actors[i]
		if a.Kind == parley.PersonActor && f.state(a.Affiliation) && strings.HasSuffix(strings.ToLower(a.Name), " "+name) {
			return []filler{bySide(a.Affiliation, spanOf(s, noun-1))}
		}
	}
	return nil
}

// besideForces adds forces that a noun coordinates with others, by which nobody is mentioned: "the
// rebels and government troops".
func (f *finder) besideForces(sentence, token int, all []filler) []filler {
	s := &f.in.Text.Sentences[sentence]
	beside := slices.Collect(s.Children(token))
	for _, child := range beside { // "the town of Osten and rebels"
		if s.Tokens[child].Is("nmod") && s.Case(child) == "of" && tables().nouns["place"][s.Tokens[token].Lemma] {
			beside = slices.AppendSeq(beside, s.Children(child))
		}
	}
	for _, child := range beside {
		if !s.Tokens[child].Is("conj") || child < token {
			continue
		}
		if m, known := f.in.Cast.At(sentence, child); !known || len(f.fillersOf(m)) == 0 || len(f.camp(sentence, child)) > 0 {
			one := f.forces(sentence, child)
			if len(one) == 0 {
				one = f.institutions(sentence, child)
			}
			all = append(all, without(one, all)...)
		}
	}
	return all
}

// opposition tells whether a noun is of people who fight against the state that they are told by:
// "Norland's armed opposition units", "the Norlandic opposition fighters".
func (f *finder) opposition(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	for i := m.First; i <= m.Head; i++ {
		if t := &s.Tokens[i]; tables().nouns["opposition"][t.Lemma] && (i == m.Head || t.Head == m.Head && t.Is("compound")) {
			return m.Form != actors.Named
		}
	}
	return false
}

// leastRebels is how often a text speaks of rebels before what a government does on its own land is
// taken to be done to them.
const leastRebels = 3

// inRevolt gives attacks of a state on its own land that are told of the present and without a target the rebels whom
// the text tells to fight there: "government forces shelled the port".
func (f *finder) inRevolt(groups [][]*mention) {
	rebels, land := f.revolt()
	if rebels.name == "" {
		return
	}
	for _, group := range groups {
		m := group[0]
		told := len(m.recipients) > 0 || slices.ContainsFunc(group, func(o *mention) bool {
			return sideTold(o.recipients) || o.placeOf != "" && o.placeOf != land || f.gone(o.when, revoltDays)
		})
		if m.sense.Type == parley.Assault && !told && !f.onOthers(m) && m.mode != "shooting" && len(m.actors) > 0 && m.actors[0].side == land && phase(m.status.is) == 0 {
			m.recipients = []filler{rebels}
		}
	}
}

// revoltDays is within how many days of publication an attack is one of the revolt of which a text tells.
const revoltDays = 180

// onOthers tells whether people are told to suffer an attack of whom the text does not say on whose side they are:
// "targeted worshippers", "the killing of shoppers", "used children as shields".
func (f *finder) onOthers(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	victim := s.Child(m.token, "nmod")
	if !m.sense.Noun {
		victim = s.Object(m.token)
	}
	return slices.Contains(m.sense.With, "shield") || victim >= 0 && (!m.sense.Noun || s.Case(victim) == "of") && f.in.Lexicon.OfClass("people", strings.ToLower(s.Tokens[victim].Lemma))
}

// rising are the rebels whom a text speaks of again and again, as it first calls them, and the land where they fight:
// the one of which it speaks most, both as a whole and where it speaks of them.
func (f *finder) rising() (rebels filler, land string) {
	times := 0
	beside := make(map[string]int)
	for at := range f.in.Text.Sentences {
		s := &f.in.Text.Sentences[at]
		before := times
		for token := range s.Tokens {
			t := &s.Tokens[token]
			if !tables().nouns["rebellious"][t.Lemma] || t.XPOS != "NNS" && !t.Is("compound") && !t.Is("amod") {
				continue
			}
			name := strings.ToLower(t.Text)
			if t.XPOS != "NNS" {
				name += "s" // "rebel fighters", "rebel towns"
			}
			if times++; rebels.name == "" {
				rebels = filler{name: name, spans: []parley.Span{spanOf(s, token)}}
			}
		}
		if times > before {
			for _, one := range f.landsNamed(at, at+1) {
				beside[one.side]++
			}
		}
	}
	land = f.mainLand().side
	for _, n := range beside {
		if n > beside[land] {
			land = ""
			break
		}
	}
	if times < leastRebels || land == "" {
		return filler{}, ""
	}
	if of := f.in.Lexicon.Demonym(land); of != "" {
		rebels.name = of + " " + rebels.name
	}
	return rebels, land
}
