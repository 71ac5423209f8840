package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// forces are those who fight, where a common noun stands for them: "the army" and "the group" are
// the one told of last; "rebels" whom nobody names go by what they are called.
func (f *finder) forces(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.UPOS != "NOUN" {
		return nil
	}
	if all := f.loyal(sentence, token); len(all) > 0 {
		return all
	}
	if all := f.governing(sentence, token); len(all) > 0 {
		return all
	}
	if side := f.camp(sentence, token); len(side) > 0 {
		return side
	}
	nouns := tables().nouns
	known := s.Child(token, "nmod:poss") < 0 && definiteOrBare(s, token)
	switch {
	case nouns["soldiery"][t.Lemma] && known && f.plainForce(s, token):
		return f.lastArmy(sentence, token)
	case nouns["band"][t.Lemma] && known && t.XPOS == "NN":
		return f.lastGroup(sentence, token)
	case !armedNoun(s, token) && !nouns["protesting"][t.Lemma] || nouns["culprit"][t.Lemma]:
		return nil
	}
	if bare := s.Child(token, "det") < 0 && nouns["gunmen"][t.Lemma]; known && !bare && t.XPOS == "NNS" && nouns["armed"][t.Lemma] {
		if all := f.lastGroup(sentence, token); len(all) > 0 {
			return all
		}
	}
	span := parley.Span{Start: t.Start, End: t.End}
	if token > 0 && s.Tokens[token-1].Head == token {
		before := &s.Tokens[token-1]
		if against(s, token-1, token) && nouns["protesting"][t.Lemma] {
			span.Start = t.Start // "anti-government protesters" are protesters
		} else if before.Is("compound") || before.Is("amod") && (strings.ToLower(before.Text) != before.Text || !nouns["armed"][t.Lemma]) {
			span.Start = before.Start // "Maoist rebels"
		}
	}
	name := f.in.Text.Source[span.Start:span.End]
	loyal := nouns["protesting"][t.Lemma] && strings.HasPrefix(strings.ToLower(name), "pro-")
	if loyal {
		name = strings.ToLower(name[:1]) + name[1:] // "Pro-Kovar demonstrators"
	} else if span.Start == t.Start || s.Tokens[token-1].UPOS == "NOUN" || tables().nouns["bearing"][s.Tokens[token-1].Lemma] || nouns["unknown"][strings.ToLower(s.Tokens[token-1].Text)] {
		name = strings.ToLower(name) // "Rebels" at the head of a sentence
	}
	return []filler{{name: name, spans: []parley.Span{span}, fights: armedNoun(s, token), common: loyal}}
}

// armedNoun tells whether a noun is one for people who fight: "gunmen", "armed men".
func armedNoun(s *english.Sentence, noun int) bool {
	t := &s.Tokens[noun]
	if tables().nouns["armed"][t.Lemma] {
		return true
	}
	if tables().nouns["member"][t.Lemma] && t.XPOS == "NNS" {
		return slices.ContainsFunc(slices.Collect(s.Children(noun)), func(child int) bool {
			return s.Tokens[child].Is("compound") && tables().nouns["armed"][s.Tokens[child].Lemma] // "gang members"
		})
	}
	return tables().nouns["armable"][t.Lemma] && t.XPOS == "NNS" && hasOneBelow(s, noun, tables().nouns["bearing"])
}

// policing is the state for which police or courts act that are told by the place where they are:
// "police in Osten raided the embassy".
func (f *finder) policing(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if !police(s, noun) || s.Child(noun, "nmod:poss") >= 0 {
		return nil
	}
	if f.arrestsNobody(sentence, noun) {
		return nil
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if side := landOf(m); m.First > noun && side != "" && f.state(side) && s.Tokens[m.First-1].Lemma == "in" && s.Tokens[m.Last].Is("nmod") && s.Tokens[m.Last].Head == noun {
			return []filler{bySide(side, matchSpan(s, m))}
		}
	}
	return nil
}

// arrestsNobody tells whether those whom police, as a verb's subject, arrest are of no party.
func (f *finder) arrestsNobody(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[noun]
	return t.Deprel == "nsubj" && t.Head >= 0 && tables().nouns["custody"][s.Tokens[t.Head].Lemma] && len(f.dependents(sentence, t.Head, "obj")) == 0
}

// plainForce tells whether nothing before a noun for forces says whose they are: not "government
// forces", but "naval forces".
func (f *finder) plainForce(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; (t.Is("amod") || t.Is("compound")) && !tables().nouns["branch"][strings.ToLower(t.Lemma)] {
			return false
		}
	}
	return true
}

// definiteOrBare tells whether a noun speaks of somebody known, or of people in the plural
// without an article.
func definiteOrBare(s *english.Sentence, noun int) bool {
	article := s.Child(noun, "det")
	if article < 0 {
		return s.Tokens[noun].XPOS == "NNS" || tables().nouns["troop"][s.Tokens[noun].Lemma]
	}
	switch strings.ToLower(s.Tokens[article].Text) {
	case "the", "these", "those", "this":
		return true
	}
	return false
}

// nearby is how many sentences back a common noun may stand for somebody.
const nearby = 8

// lastArmy is the army, or the state whose soldiers, a text told of last before a token.
func (f *finder) lastArmy(sentence, token int) []filler {
	m := f.lastBefore(sentence, token, func(m *actors.Mention) bool {
		noun := f.in.Text.Sentences[m.Sentence].Tokens[m.Head].Lemma
		if len(m.Sides) == 1 && m.Sides[0] != "" && tables().nouns["soldiery"][noun] {
			return true
		}
		return slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool {
			return a.Kind == parley.BodyActor && a.Sector == "MIL" && a.Affiliation != ""
		})
	})
	if m == nil {
		return f.onlyState()
	}
	return f.fillersOf(m)
}

// camp is the side in a quarrel within a state that a noun speaks of: "rebel leaders" are the group
// that the text named last, or else "rebels".
func (f *finder) camp(sentence, token int) []filler {
	camp, ok := f.in.Cast.Camp(sentence, token)
	if !ok {
		return nil
	}
	var named []filler
	for _, a := range f.in.Cast.Rebels(sentence, token) {
		named = append(named, filler{name: f.partyName(a), side: a.Affiliation, spans: []parley.Span{camp.Span}})
	}
	if len(named) > 0 {
		return named
	}
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	if camp.Of == "" && t.XPOS == "NNS" && tables().nouns["armed"][t.Lemma] {
		if all := f.lastGroup(sentence, token); len(all) > 0 {
			return all
		}
	}
	return []filler{{name: camp.Name, home: camp.Of, spans: []parley.Span{camp.Span}, fights: armedNoun(&f.in.Text.Sentences[sentence], token)}}
}

// onlyState is the state that a text names where it names no other.
func (f *finder) onlyState() []filler {
	var only filler
	for sentence, matches := range f.in.Cast.Matches {
		for k := range matches {
			m := &matches[k]
			side := countryOf(m)
			if m.Kind == lexicon.DemonymMatch {
				side = m.Actor.Affiliation
			}
			if side == "" || side == only.side {
				continue
			}
			if only.side != "" {
				return nil
			}
			only = bySide(side, matchSpan(&f.in.Text.Sentences[sentence], m))
		}
	}
	if only.side == "" || !f.state(only.side) {
		return nil
	}
	return []filler{only}
}

// lastGroup is the armed group that a text named last before a token.
func (f *finder) lastGroup(sentence, token int) []filler {
	m := f.lastBefore(sentence, token, func(m *actors.Mention) bool {
		return slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Kind == parley.GroupActor })
	})
	if m != nil {
		return f.fillersOf(m)
	}
	for at := sentence; at >= 0 && sentence-at <= nearby; at-- { // "the Hamas leader": named as whose somebody is
		s := &f.in.Text.Sentences[at]
		matches := f.in.Cast.Matches[at]
		for k := range slices.Backward(matches) {
			if o := &matches[k]; o.Kind == lexicon.GroupMatch && (at < sentence || o.Last < token) {
				return []filler{{name: f.partyName(o.Actor), side: o.Actor.Affiliation, spans: []parley.Span{matchSpan(s, o)}}}
			}
		}
	}
	return nil
}

// lastBefore is the last mention before a token that fits; nil where none does.
func (f *finder) lastBefore(sentence, token int, fits func(*actors.Mention) bool) *actors.Mention {
	for i := range slices.Backward(f.in.Cast.Mentions) {
		m := &f.in.Cast.Mentions[i]
		if m.Sentence > sentence || m.Sentence == sentence && m.Last > token || sentence-m.Sentence > nearby {
			continue
		}
		if fits(m) {
			return m
		}
	}
	return nil
}

// namesArmy tells whether a text gives an army the name that it has, or letters for it, and does not
// merely speak of a state's army: "the Sudanese Armed Forces", "the IDF".
func (f *finder) namesArmy(a parley.Actor) bool {
	if strings.Contains(strings.ToLower(f.in.Text.Source), strings.ToLower(a.Name)) {
		return true
	}
	for i := range f.in.Cast.Mentions {
		m := &f.in.Cast.Mentions[i]
		if len(m.Who) != 1 || f.in.Cast.Actors[m.Who[0]].ID != a.ID {
			continue
		}
		s := &f.in.Text.Sentences[m.Sentence]
		if word := s.Tokens[m.Head].Text; len(word) > 1 && word == strings.ToUpper(word) || s.Paragraph > 0 && word != strings.ToLower(word) && m.Form != actors.ByPronoun {
			return true
		}
	}
	return false
}

// enlist lets what the soldiers of a state are told to do be done by its army, where the text calls that
// by the name that it has: "the IDF said that its troops had fired".
func (f *finder) enlist(m *mention) {
	if m.sense.Type != parley.Assault && m.sense.Type != parley.Mobilize {
		return
	}
	for i, one := range m.actors {
		if one.name != one.side || !f.bySoldiers(m, one) {
			continue
		}
		army := slices.IndexFunc(f.in.Cast.Actors, func(a parley.Actor) bool {
			return a.Kind == parley.BodyActor && a.Sector == "MIL" && a.Affiliation == one.side && isForce(a.Name) && f.namesArmy(a)
		})
		if army >= 0 && !named(m.actors, f.in.Cast.Actors[army].Name) {
			m.actors[i].name = f.in.Cast.Actors[army].Name
		}
	}
}

// bySoldiers tells whether the words that name a state as the doer of a mention stand with a noun for
// its forces: "Norlandic troops", "its soldiers".
func (f *finder) bySoldiers(m *mention, one filler) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || !tables().nouns["soldiery"][t.Lemma] {
			continue
		}
		first, last := s.Subtree(token, "acl", "conj", "appos")
		phrase := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
		if slices.ContainsFunc(one.spans, phrase.Covers) {
			return true
		}
	}
	return false
}

// isForce tells whether a body's name is that of an army as a whole.
func isForce(name string) bool {
	return strings.HasSuffix(name, " Forces") || strings.HasSuffix(name, " Army")
}

// wholeForce is the name of the army of which an air force or navy is an arm, where the text
// names that too; else the state's.
func (f *finder) wholeForce(a parley.Actor) string {
	if a.Kind != parley.BodyActor || a.Affiliation == "" || !strings.HasSuffix(a.Name, " Air Force") && !strings.HasSuffix(a.Name, " Navy") {
		return ""
	}
	for i := range f.in.Cast.Actors {
		if o := &f.in.Cast.Actors[i]; o.Kind == parley.BodyActor && o.Affiliation == a.Affiliation && isForce(o.Name) {
			return o.Name
		}
	}
	return a.Affiliation
}

// atHomeInWar tells whether a text names an armed group at home in a state, beside which its army is one
// side of a war there.
func (f *finder) atHomeInWar(state string) bool {
	return slices.ContainsFunc(f.in.Cast.Actors, func(a parley.Actor) bool {
		return a.Kind == parley.GroupActor && a.Sector == "REB" && f.in.Lexicon.Home(a.ID) == state
	})
}
