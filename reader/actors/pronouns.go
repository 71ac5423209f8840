package actors

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// addPronoun makes a mention of a third-person pronoun: the most present actor
// that it fits, but none that is its own clause's other argument.
func (f *finder) addPronoun(sentence, token int) {
	s := f.sentence(sentence)
	mention := Mention{Sentence: sentence, Head: token, First: token, Last: token + 1, Form: ByPronoun}
	var gender byte
	switch strings.ToLower(s.Tokens[token].Text) {
	case "he", "him", "his", "himself":
		gender = 'm'
	case "she", "her", "hers", "herself":
		gender = 'f'
	case "they", "them", "their", "both":
		mention.Plural = true
		mention.Who = f.group(sentence, token)
		if len(mention.Who) > 0 {
			f.add(mention)
		}
		return
	default:
		return
	}
	if actor, ok := f.antecedent(sentence, token, gender); ok {
		f.gender[actor] = gender
		mention.Who = []int{actor}
		f.add(mention)
	}
}

// antecedent is the most present person whom a pronoun of a gender may mean.
func (f *finder) antecedent(sentence, token int, gender byte) (int, bool) {
	s := f.sentence(sentence)
	best, found := 0, false
	for i, a := range f.cast.Actors {
		if a.Kind != parley.PersonActor || f.salience[i] == 0 || f.gender[i] != 0 && f.gender[i] != gender {
			continue
		}
		if f.fellowArgument(s, sentence, token, i) {
			continue
		}
		if !found || f.salience[i] >= f.salience[best] { // of equals the later one
			best, found = i, true
		}
	}
	return best, found
}

// fellowArgument tells whether an actor is another argument of the pronoun's
// own verb: "him" in "Kovar met him" is not Kovar.
func (f *finder) fellowArgument(s *english.Sentence, sentence, token, actor int) bool {
	verb := s.Tokens[token].Head
	if verb < 0 || s.Tokens[token].Is("nmod:poss") {
		return false
	}
	for child := range s.Children(verb) {
		if child == token || !s.Tokens[child].Is("nsubj") && !s.Tokens[child].Is("obj") && !s.Tokens[child].Is("obl") && !s.Tokens[child].Is("iobj") {
			continue
		}
		if m, ok := f.cast.At(sentence, child); ok && containsInt(m.Who, actor) {
			return true
		}
	}
	return false
}

// group is what "they" means: the plural mention or the coordination that stands
// nearest before, in this sentence or the one before it.
func (f *finder) group(sentence, token int) []int {
	for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
		m := &f.cast.Mentions[k]
		if m.Sentence < sentence-1 {
			return nil
		}
		if m.Sentence == sentence && m.Head >= token {
			continue
		}
		if m.Plural && len(m.Who) > 0 {
			return m.Who
		}
		if who := f.coordinated(m); len(who) > 1 {
			return who
		}
	}
	return nil
}

// coordinated are the actors of a mention and of those coordinated with it.
func (f *finder) coordinated(m *Mention) []int {
	var who []int
	for _, member := range f.cast.Members(m.Sentence, m.Head) {
		for _, actor := range member.Who {
			if !containsInt(who, actor) {
				who = append(who, actor)
			}
		}
	}
	return who
}

// addCollective makes a mention of "the two sides", "both leaders" and the like:
// the two most present sides or people.
func (f *finder) addCollective(sentence, token int) bool {
	t := &f.sentence(sentence).Tokens[token]
	kind, ok := collectives[t.Lemma]
	if !ok || t.Feat("Number") == "Sing" || !f.pair(sentence, token) {
		return false
	}
	who := f.twoMostPresent(kind)
	if len(who) != 2 {
		return false
	}
	first, last := f.phrase(sentence, token)
	f.add(Mention{Sentence: sentence, Head: token, First: first, Last: last, Form: Collective, Who: who, Plural: true})
	return true
}

// collectives are the nouns that "both" or "the two" makes stand for the two
// parties just spoken of, with the kind of actor that each may mean.
var collectives = map[string]parley.ActorKind{
	"side": parley.StateActor, "party": parley.StateActor, "country": parley.StateActor, "nation": parley.StateActor,
	"state": parley.StateActor, "neighbor": parley.StateActor, "neighbour": parley.StateActor, "capital": parley.StateActor,
	"man": parley.PersonActor, "counterpart": parley.PersonActor,
}

// pair tells whether a noun is one of two: "both sides", "the two sides".
func (f *finder) pair(sentence, token int) bool {
	s := f.sentence(sentence)
	for child := range s.Children(token) {
		switch strings.ToLower(s.Tokens[child].Text) {
		case "both", "two":
			return true
		}
	}
	return false
}

func (f *finder) twoMostPresent(kind parley.ActorKind) []int {
	best, second := -1, -1
	for i, a := range f.cast.Actors {
		fits := a.Kind == kind || kind == parley.StateActor && a.Kind == parley.GroupActor
		if !fits || f.salience[i] == 0 {
			continue
		}
		switch {
		case best < 0 || f.salience[i] > f.salience[best]:
			best, second = i, best
		case second < 0 || f.salience[i] > f.salience[second]:
			second = i
		}
	}
	if second < 0 {
		return nil
	}
	return []int{best, second}
}
