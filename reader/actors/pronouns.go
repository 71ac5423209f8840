package actors

import (
	"slices"
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
		mention.Who, mention.Sides = f.group(sentence, token)
		if len(mention.Who) > 0 || len(mention.Sides) > 0 && strings.EqualFold(s.Tokens[token].Text, "their") {
			f.add(mention)
		}
		return
	case "its":
		if actor, ok := f.possessor(sentence, token); ok {
			mention.Who = []int{actor}
			f.add(mention)
		}
		return
	case "it":
		if actor, ok := f.speaker(sentence, token); ok {
			mention.Who = []int{actor}
			f.add(mention)
		}
		return
	default:
		return
	}
	actor, ok := f.foreshadowed(sentence, token, gender)
	if !ok {
		actor, ok = f.antecedent(sentence, token, gender)
	}
	if ok {
		if f.gender[actor] == 0 {
			f.gender[actor] = gender
		}
		mention.Who = []int{actor}
		f.add(mention)
	}
}

// foreshadowed is the subject of a clause that begins with what is his: "During his tour of the
// region, Kovar said".
func (f *finder) foreshadowed(sentence, token int, gender byte) (int, bool) {
	s := f.sentence(sentence)
	if !s.Tokens[token].Is("nmod:poss") || s.Tokens[token].Head < 0 {
		return 0, false
	}
	verb := s.Clause(s.Tokens[token].Head)
	subject, top := s.Child(verb, "nsubj"), s.Tokens[token].Head
	for top >= 0 && top != verb && s.Tokens[top].Head != verb {
		top = s.Tokens[top].Head
	}
	if top < 0 || top == verb || !s.Tokens[top].Is("obl") || subject < top {
		return 0, false
	}
	f.readToken(sentence, subject)
	m, ok := f.cast.At(sentence, subject)
	if !ok || m.Form != Named || len(m.Who) != 1 || f.cast.Actors[m.Who[0]].Kind != parley.PersonActor || f.gender[m.Who[0]] != 0 && f.gender[m.Who[0]] != gender {
		return 0, false
	}
	return m.Who[0], true
}

// antecedent is the most present person whom a pronoun of a gender may mean.
func (f *finder) antecedent(sentence, token int, gender byte) (int, bool) {
	if actor, ok := f.mostPresent(sentence, token, gender, true); ok {
		return actor, true
	}
	return f.mostPresent(sentence, token, gender, false)
}

// mostPresent is the most present person whom a pronoun may mean; with before, only as
// present as the text before the pronoun makes him.
func (f *finder) mostPresent(sentence, token int, gender byte, before bool) (int, bool) {
	s := f.sentence(sentence)
	best, most, found, share := 0, 0.0, false, spokenShare
	if f.spokenOf(s.Tokens[token].Start) {
		share = 1
	}
	for i, a := range f.cast.Actors {
		if a.Kind != parley.PersonActor || f.present(i) == 0 || f.gender[i] != 0 && f.gender[i] != gender {
			continue
		}
		present := f.salience[i] + share*f.spoken[i]
		if before {
			if present -= f.behind(sentence, token, i, share); present <= 0 {
				continue
			}
		}
		if f.fellowArgument(s, sentence, token, i) || f.namedBelow(s, sentence, token, i) || f.quotedBeside(sentence, token, i) {
			continue
		}
		if f.reports(s, sentence, token, i) {
			present += ownReport
		}
		if f.owns(s, sentence, token, i) {
			present += ownDeed
		}
		if f.goesOn(s, sentence, token, i) || f.besidesTitle(s, sentence, token, i) {
			present += ownReport
		}
		if !found || present >= most { // of equals the later one
			best, most, found = i, present, true
		}
	}
	return best, found
}

// behind is how present an actor is made by being named behind a token of the sentence, of which
// a share counts in quotations.
func (f *finder) behind(sentence, token, actor int, share float64) float64 {
	present := 0.0
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence == sentence; k-- {
		if m := &f.cast.Mentions[k]; m.Head > token && slices.Contains(m.Who, actor) {
			weight := f.weight(*m)
			if f.spokenOf(f.sentence(sentence).Tokens[m.Head].Start) {
				weight *= share
			}
			present += weight
		}
	}
	return present
}

// ownReport is how much more present a speaker is as the subject of what he
// says: "Kovar said that he ...".
const ownReport = 4

// ownDeed is how much more present the subject of a clause is where "his" stands in it:
// "Kovar will report on his talks".
const ownDeed = 2

// owns tells whether an actor is the subject of the clause in which a possessive stands.
func (f *finder) owns(s *english.Sentence, sentence, token, actor int) bool {
	if !s.Tokens[token].Is("nmod:poss") || s.Tokens[token].Head < 0 {
		return false
	}
	verb := s.Clause(s.Tokens[token].Head)
	subject := s.Child(verb, "nsubj")
	for s.Tokens[verb].Is("conj") && subject < 0 && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head
		subject = s.Child(verb, "nsubj")
	}
	if subject < 0 || subject > token {
		return false
	}
	return f.stands(sentence, subject, actor)
}

// goesOn tells whether an actor is the subject of the clause of which a pronoun's own is the next:
// "Kovar hopes to bring them back; he met Holm on Friday".
func (f *finder) goesOn(s *english.Sentence, sentence, token, actor int) bool {
	t := &s.Tokens[token]
	if !t.Is("nsubj") || t.Head < 0 || !s.Tokens[t.Head].Is("parataxis") && !s.Tokens[t.Head].Is("conj") || s.Tokens[t.Head].Head < 0 {
		return false
	}
	before := s.Subject(s.Tokens[t.Head].Head)
	if before < 0 || before > token {
		return false
	}
	if f.stands(sentence, before, actor) {
		return true
	}
	named := s.Child(before, "appos")
	return named >= 0 && f.stands(sentence, named, actor)
}

// besidesTitle tells whether an actor is the subject of a title that tells with "as" or "while" what a pronoun's own
// verb says: "Kovar hopes Holm will return to the talks as he dubs rival a liar".
func (f *finder) besidesTitle(s *english.Sentence, sentence, token, actor int) bool {
	t, root := &s.Tokens[token], s.Root()
	if s.Paragraph > 0 || !t.Is("nsubj") || t.Head < 0 || root < 0 || root > token || !s.Tokens[t.Head].Is("advcl") {
		return false
	}
	if mark := s.Child(t.Head, "mark"); mark < 0 || s.Tokens[mark].Lemma != "as" && s.Tokens[mark].Lemma != "while" {
		return false
	}
	subject := s.Subject(root)
	return subject >= 0 && subject < root && f.stands(sentence, subject, actor)
}

// stands tells whether an actor is who a token speaks of.
func (f *finder) stands(sentence, token, actor int) bool {
	m, ok := f.cast.At(sentence, token)
	return ok && slices.Contains(m.Who, actor)
}

// reports tells whether a pronoun is the subject of what an actor is told to have
// said.
func (f *finder) reports(s *english.Sentence, sentence, token, actor int) bool {
	t := &s.Tokens[token]
	if !t.Is("nsubj") || t.Head < 0 || s.Tokens[t.Head].Head < 0 {
		return false
	}
	speaker := -1
	switch clause, told := &s.Tokens[t.Head], s.Tokens[t.Head].Head; {
	case clause.Is("ccomp"):
		speaker = s.Subject(told)
	case clause.Is("acl") && s.Tokens[told].UPOS == "NOUN":
		speaker = s.Child(told, "nmod:poss") // "Kovar's claim that he had won"
	}
	if speaker < 0 || speaker > token {
		return false
	}
	return f.stands(sentence, speaker, actor)
}

// complains tells whether an actor says what was done to the pronoun: "Norland said that
// rockets were fired at it".
func (f *finder) complains(s *english.Sentence, sentence, token, actor int) bool {
	verb := s.Tokens[token].Head
	if verb < 0 || !s.Tokens[token].Is("obl") && !s.Tokens[token].Is("obj") || !s.Tokens[verb].Is("ccomp") || s.Tokens[verb].Head < 0 {
		return false
	}
	speaker := s.Subject(s.Tokens[verb].Head)
	if speaker < 0 || speaker > token {
		return false
	}
	return f.stands(sentence, speaker, actor)
}

// speaker is the state, body or group that says what "it" is the subject of, "the
// ministry said that it would ...", or of which the sentence before told where "it" opens one.
func (f *finder) speaker(sentence, token int) (int, bool) {
	s := f.sentence(sentence)
	if s.Tokens[token].Is("expl") {
		return 0, false
	}
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence == sentence; k-- {
		m := &f.cast.Mentions[k]
		if m.Head < token && len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind != parley.PersonActor && (f.reports(s, sentence, token, m.Who[0]) || f.complains(s, sentence, token, m.Who[0])) {
			return m.Who[0], true
		}
	}
	if t := &s.Tokens[token]; t.Is("nsubj") && t.Head >= 0 && s.Tokens[t.Head].Head < 0 && s.Tokens[t.Head].UPOS == "VERB" && token < 2 {
		return f.subjectBefore(sentence)
	}
	return 0, false
}

// namedBelow tells whether an actor is named in what the pronoun's verb governs:
// whom "he" in "he held talks with Foreign Minister Kovar" is not.
func (f *finder) namedBelow(s *english.Sentence, sentence, token, actor int) bool {
	t := &s.Tokens[token]
	if !t.Is("nsubj") || t.Head < 0 {
		return false
	}
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence == sentence; k-- {
		m := &f.cast.Mentions[k]
		if m.Form == Named && m.Head > token && slices.Contains(m.Who, actor) && commands(s, t.Head, m.Head) {
			return true
		}
	}
	return false
}

// quotedBeside tells whether an actor is named in the quotation that stands before a
// subject, whose speaker he then is not: "Holm stalls," he said.
func (f *finder) quotedBeside(sentence, token, actor int) bool {
	s := f.sentence(sentence)
	at := s.Tokens[token].Start
	if !s.Tokens[token].Is("nsubj") {
		return false
	}
	quotations := f.cast.text.Quotations
	q := -1
	for i := range quotations {
		if quotations[i].End <= at && quotations[i].End > s.Start {
			q = i
		}
	}
	if q < 0 || f.betweenWords(s, quotations[q].End, at) > 2 {
		return false
	}
	for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
		m := &f.cast.Mentions[k]
		start := f.sentence(m.Sentence).Tokens[m.Head].Start
		if start < quotations[q].Start {
			return false
		}
		if m.Form == Named && start < quotations[q].End && slices.Contains(m.Who, actor) {
			return true
		}
	}
	return false
}

// betweenWords counts the words of a sentence between two bytes.
func (f *finder) betweenWords(s *english.Sentence, from, to int) int {
	n := 0
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Start >= from && t.End <= to && t.UPOS != "PUNCT" {
			n++
		}
	}
	return n
}

// commands tells whether a verb stands over a token without a sentence of its own
// in between: one beside it, or coordinated with it.
func commands(s *english.Sentence, verb, token int) bool {
	for range s.Tokens {
		if token == verb {
			return true
		}
		t := &s.Tokens[token]
		if t.Is("parataxis") || t.Is("conj") && t.UPOS == "VERB" || t.Head < 0 {
			return false
		}
		token = t.Head
	}
	return false
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
		if f.stands(sentence, child, actor) {
			return true
		}
	}
	return false
}
