package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// addLand makes a mention of "the country" where it does something or has somebody: the one
// state that the sentence has named before it, or else the one of which the text told last.
func (f *finder) addLand(sentence, token int) bool {
	if !f.pointsToLand(sentence, token) {
		return false
	}
	if t := &f.sentence(sentence).Tokens[token]; !strings.HasPrefix(t.Deprel, "nsubj") && !(t.Is("nmod:poss") && f.servesOwner(sentence, t.Head)) {
		return false
	}
	state, ok := f.landBefore(sentence, token)
	if !ok {
		return false
	}
	first, last := f.phrase(sentence, token)
	f.add(Mention{Sentence: sentence, Head: token, First: first, Last: last, Form: ByPronoun, Who: []int{state}})
	return true
}

// servesOwner tells whether a noun means those who serve whose they are: an office, a role or a body of a state.
func (f *finder) servesOwner(sentence, noun int) bool {
	m, ok := f.matchAt(sentence, noun)
	return ok && (m.Kind == lexicon.OfficeMatch || m.Kind == lexicon.RoleMatch || m.Kind == lexicon.BodyNounMatch)
}

// pointsToLand tells whether a token is a noun for a state behind "the" alone.
func (f *finder) pointsToLand(sentence, token int) bool {
	s := f.sentence(sentence)
	if t := &s.Tokens[token]; t.UPOS != "NOUN" || !means("land", t.Lemma) || t.Feat("Number") == "Plur" {
		return false
	}
	pointed := false
	for child := range s.Children(token) {
		switch t := &s.Tokens[child]; {
		case t.Is("det"):
			pointed = t.Lemma == "the"
		case t.Is("case"), t.Is("punct"):
		default:
			return false
		}
	}
	return pointed
}

// landBefore is the one state that was named in the sentence before a token, or else, within reach,
// in the last sentence that names any: of several there, the one that did something.
func (f *finder) landBefore(sentence, token int) (int, bool) {
	for at := sentence; at >= max(0, sentence-landReach); at-- {
		states, doers := []int{}, []int{}
		for k := range f.cast.Mentions {
			m := &f.cast.Mentions[k]
			if m.Sentence != at || at == sentence && m.Head >= token || m.Form == Collective || m.Plural && len(m.Sides) > 1 {
				continue
			}
			state, ok := f.stateOfMention(m)
			if !ok {
				continue
			}
			if !slices.Contains(states, state) {
				states = append(states, state)
			}
			if strings.HasPrefix(f.sentence(at).Tokens[m.Head].Deprel, "nsubj") && !slices.Contains(doers, state) {
				doers = append(doers, state)
			}
		}
		switch {
		case len(states) == 1:
			return states[0], true
		case len(states) > 1 && len(doers) == 1 && at < sentence:
			return doers[0], true
		case len(states) > 1:
			return 0, false
		}
	}
	return 0, false
}

// landReach is how many sentences back the state may be named which "the country" means.
const landReach = 2

// stateOfMention is the state that a mention speaks of, or for which those speak of whom it does.
func (f *finder) stateOfMention(m *Mention) (int, bool) {
	if len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind == parley.StateActor {
		return m.Who[0], true
	}
	a, ok := f.lex.Actor(m.Affiliation)
	if !ok || a.Kind != parley.StateActor {
		return 0, false
	}
	return f.side(a.ID, m), true
}

// ownerAgain is whose a title is that stands behind "its", "the country's" or "the group's".
func (f *finder) ownerAgain(sentence, head int) (owner, bool) {
	s := f.sentence(sentence)
	token := s.Child(head, "nmod:poss")
	if token < 0 {
		return owner{}, false
	}
	if a, ok := f.bandAgain(sentence, token); ok {
		return owner{of: a.Affiliation, actor: a, first: token, last: token}, true
	}
	if !strings.EqualFold(s.Tokens[token].Text, "its") && !f.pointsToLand(sentence, token) {
		return owner{}, false
	}
	m, ok := f.cast.At(sentence, token)
	if !ok || len(m.Who) != 1 {
		return owner{}, false
	}
	a := f.cast.Actors[m.Who[0]]
	if a.Kind == parley.PersonActor || a.Affiliation == "" || s.Tokens[token].UPOS == "PRON" && !f.actsBefore(sentence, token, m.Who[0]) {
		return owner{}, false
	}
	return owner{of: a.Affiliation, actor: a, first: m.First, last: m.Last - 1}, true
}

// bandAgain is the armed group that "the group" or the like means: the only one that its sentence and the two before name, if
// they speak of no other band by such a noun.
func (f *finder) bandAgain(sentence, noun int) (only parley.Actor, ok bool) {
	s := f.sentence(sentence)
	if !campWords()["banded"][s.Tokens[noun].Lemma] || s.Tokens[noun].XPOS != "NN" || !definite(s, noun) || s.Child(noun, "amod", "compound", "nmod") >= 0 {
		return only, false
	}
	for at := max(0, sentence-2); at <= sentence; at++ {
		for i, t := range f.sentence(at).Tokens {
			m, known := f.matchAt(at, i)
			switch {
			case at == sentence && i >= noun:
				return only, ok
			case known && m.Kind == lexicon.GroupMatch && (!ok || m.Actor.ID == only.ID):
				only, ok = m.Actor, true
			case known && m.Kind == lexicon.GroupMatch, t.Lemma == s.Tokens[noun].Lemma && f.sentence(at).Child(i, "amod", "compound") >= 0:
				return only, false
			}
		}
	}
	return only, ok
}

// actsBefore tells whether an actor is the only one of no person that the sentence names before a token, and was the
// subject of a verb there or in the sentence before: whom "its" means otherwise may well be another, or nobody that
// the lexicon knows.
func (f *finder) actsBefore(sentence, token, actor int) bool {
	acts := false
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence >= sentence-1; k-- {
		m := &f.cast.Mentions[k]
		if m.Sentence == sentence && m.Head >= token || len(m.Who) != 1 {
			continue
		}
		if m.Who[0] != actor && m.Sentence == sentence && f.cast.Actors[m.Who[0]].Kind != parley.PersonActor {
			return false
		}
		acts = acts || m.Who[0] == actor && strings.HasPrefix(f.sentence(m.Sentence).Tokens[m.Head].Deprel, "nsubj")
	}
	return acts
}

// entitles tells whether a token has a title behind it as "its" does.
func (f *finder) entitles(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	return t.Is("nmod:poss") && (t.UPOS == "PRON" || f.pointsToLand(sentence, token))
}
