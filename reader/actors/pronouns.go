package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
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

// possessor is the state, body or group that "its" means: where the noun gives the
// ground of what somebody does to another, that other ("sanctioned Norland over its
// attack"), where it is what somebody attacks, another than the attacker ("Norland said
// Sudmark had shelled its towns"), else the one named nearest before.
func (f *finder) possessor(sentence, token int) (int, bool) {
	s := f.sentence(sentence)
	noun := s.Tokens[token].Head
	if noun < 0 {
		return 0, false
	}
	attacker := f.attackerOf(s, noun)
	nearest, subject := -1, -1
	for k := range f.cast.Mentions {
		m := &f.cast.Mentions[k]
		if m.Sentence != sentence || m.Head >= token || m.Plural || len(m.Who) != 1 || f.cast.Actors[m.Who[0]].Kind == parley.PersonActor {
			continue
		}
		if attacker >= 0 && f.sideAt(sentence, attacker) == f.cast.Actors[m.Who[0]].Affiliation {
			continue
		}
		if nearest < 0 || m.Head > f.cast.Mentions[nearest].Head {
			nearest = k
		}
		if s.Tokens[m.Head].Is("nsubj") && s.Tokens[m.Head].Head == s.Tokens[noun].Head {
			subject = k
		}
	}
	if subject >= 0 && !grounds[s.Case(noun)] {
		nearest = subject
	}
	if nearest < 0 {
		return f.subjectBefore(sentence)
	}
	return f.cast.Mentions[nearest].Who[0], true
}

// subjectBefore is the state, body or group of which the sentence before tells in its main clause:
// "The council welcomed the plan. Its fighters ...".
func (f *finder) subjectBefore(sentence int) (int, bool) {
	if sentence == 0 || f.sentence(sentence-1).Paragraph == 0 {
		return 0, false
	}
	s := f.sentence(sentence - 1)
	for token := range s.Tokens {
		if s.Tokens[token].Head >= 0 {
			continue
		}
		subject := s.Child(token, "nsubj")
		if m, ok := f.cast.At(sentence-1, subject); subject >= 0 && ok && !m.Plural && len(m.Who) == 1 && f.cast.Actors[m.Who[0]].Kind != parley.PersonActor && f.cast.Actors[m.Who[0]].Kind != parley.MediaActor {
			return m.Who[0], true
		}
	}
	return 0, false
}

// attackerOf is who does the attack that a noun is the object of: Sudmark in "said Sudmark had shelled
// its towns", "accused Sudmark of shelling its towns"; -1 where it is the object of none.
func (f *finder) attackerOf(s *english.Sentence, noun int) int {
	verb := s.Tokens[noun].Head
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" || !s.Tokens[noun].Is("obj") {
		return -1
	}
	if !slices.ContainsFunc(f.lex.Verbs(strings.ToLower(s.Tokens[verb].Lemma), false), func(v lexicon.Verb) bool { return v.Type == parley.Assault && len(v.With) == 0 }) {
		return -1
	}
	mark := s.Child(verb, "mark")
	if over := s.Tokens[verb].Head; s.Tokens[verb].Is("advcl") && s.Tokens[verb].XPOS == "VBG" && over >= 0 && s.Tokens[over].XPOS == "VBG" {
		verb, mark = over, s.Child(over, "mark") // "accused Sudmark of breaking the truce by shelling its towns"
	}
	if over := s.Tokens[verb].Head; over >= 0 && mark >= 0 && s.Tokens[verb].XPOS == "VBG" && (s.Tokens[mark].Lemma == "of" || s.Tokens[mark].Lemma == "for") {
		return s.Object(over)
	}
	return s.Subject(verb)
}

// sideAt is whose side the mention at a token is on, "" where there is none.
func (f *finder) sideAt(sentence, token int) string {
	m, ok := f.cast.At(sentence, token)
	if !ok {
		return ""
	}
	if m.Affiliation == "" && len(m.Who) == 1 {
		return f.cast.Actors[m.Who[0]].Affiliation
	}
	return m.Affiliation
}

// grounds are the prepositions behind which stands why, or since when, something
// is done to somebody.
var grounds = map[string]bool{"over": true, "for": true, "after": true, "since": true, "following": true}

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

// group is what "they" means: the plural mention or the coordination that stands
// nearest before, in this sentence or the one before it.
func (f *finder) group(sentence, token int) (who []int, sides []string) {
	for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
		m := &f.cast.Mentions[k]
		if m.Sentence < sentence-1 {
			return nil, nil
		}
		if m.Sentence == sentence && m.Head >= token {
			continue
		}
		s := f.sentence(m.Sentence)
		ofOne := m.Sentence == sentence && f.ofClauseOn(m, token)
		if t := &s.Tokens[m.Head]; t.Is("conj") && !ofOne {
			if _, ok := f.cast.At(m.Sentence, t.Head); ok {
				continue // the head of the row tells all of it
			}
		}
		if m.Plural && (len(m.Who) > 0 || len(m.Sides) == 1 && m.Sides[0] != "" && m.Sentence == sentence && strings.EqualFold(f.sentence(sentence).Tokens[token].Text, "their")) {
			if row := f.coordinated(m); len(row) > len(m.Who) && !ofOne {
				return row, f.sidesOfRow(m)
			}
			return m.Who, m.Sides // "two Norlandic soldiers ... their convoy"
		}
		if who := f.coordinated(m); len(who) > 1 {
			return who, nil
		}
	}
	return nil, nil
}

// ofClauseOn tells whether a pronoun stands in a relative clause on a mention, or right behind it: "Norland and its
// allies, who say they".
func (f *finder) ofClauseOn(m *Mention, token int) bool {
	s := f.sentence(m.Sentence)
	at := m.Last
	if at < len(s.Tokens) && s.Tokens[at].Text == "," {
		at++
	}
	return s.Dominates(m.Head, token) || at < token && s.Tokens[at].XPOS == "WP"
}

// sidesOfRow are the sides of a mention and of those coordinated with it, where each is told by its side.
func (f *finder) sidesOfRow(m *Mention) []string {
	var sides []string
	for _, member := range f.cast.Members(m.Sentence, m.Head) {
		if len(member.Sides) == 0 {
			return nil
		}
		sides = append(sides, member.Sides...)
	}
	return sides
}

// coordinated are the actors of a mention and of those coordinated with it.
func (f *finder) coordinated(m *Mention) []int {
	var who []int
	for _, member := range f.cast.Members(m.Sentence, m.Head) {
		for _, actor := range member.Who {
			if !slices.Contains(who, actor) {
				who = append(who, actor)
			}
		}
	}
	return who
}
