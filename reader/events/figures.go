package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// figure is a count with the words that give it.
type figure struct {
	parley.Figure
	span  parley.Span
	voice Voice
}

// apportion takes those whom an attack has harmed out of what its sentence tells besides of people driven out or taken:
// "displacing thousands and killing ten".
func apportion(told []mention) {
	for i := range told {
		if told[i].sense.Type != parley.Coerce {
			continue
		}
		told[i].figures = slices.DeleteFunc(told[i].figures, func(fig figure) bool {
			return (fig.What == "killed" || fig.What == "injured") && slices.ContainsFunc(told, func(o mention) bool {
				return o.sense.Type == parley.Assault && slices.ContainsFunc(o.figures, func(other figure) bool {
					return other.span == fig.span
				})
			})
		})
	}
}

// countsKind tells whether an event counts things of a kind.
func countsKind(m *mention, kind parley.FigureKind) bool {
	if m.sense.Mode == "ease-sanctions" && kind == "money_usd" && m.sense.Word != "unfreeze" {
		return false // "eased duties on goods worth up to $800"
	}
	return tables().counts[m.sense.Type][kind]
}

// figures reads the counts in the sentence of an attack, a release or another
// event that counts people or things.
func (f *finder) figures(m *mention) []figure {
	if len(tables().counts[m.sense.Type]) == 0 {
		return nil
	}
	s := &f.in.Text.Sentences[m.sentence]
	var found []figure
	for token := range s.Tokens {
		if s.Tokens[token].UPOS != "NUM" || f.insideTime(m.sentence, token) || ofModel(s, token) {
			continue
		}
		n, ok := number(s, token)
		if ok && f.ofOther(m, token) {
			continue
		}
		if !ok || !s.Dominates(f.tellingOf(m), token) && !countsOver(s, m.trigger, token) {
			continue
		}
		kind, ok := f.counted(s, token)
		if !ok && f.marches(m, token) {
			kind, ok = "other", true
		}
		if over := s.Tokens[token].Head; !ok && over >= 0 {
			kind, ok = tables().figures[string(m.sense.Type)][s.Tokens[over].Lemma]
		}
		if !ok && m.sense.Mode == "release" && swapped(s, token) {
			kind, ok = "released", true
		}
		if !ok && s.Case(token) == "to" && inSum(s, m.token) {
			kind, ok = "killed", true
		}
		if m.sense.Mode == "release" && kind == "captured" {
			over := s.Tokens[token].Head // "returned 20 hostages"
			kind, ok = "released", ok && over >= 0 && s.Tokens[over].Head == m.token
		}
		if !ok || !countsKind(m, kind) {
			continue
		}
		found = append(found, f.onWordOf(figure{
			Figure: parley.Figure{What: kind, N: n, Qualifier: qualifier(s, token)}, span: spanOf(s, token), voice: m.voice,
		}))
	}
	return append(found, f.single(m)...)
}

// single counts the one whom a verb is told to kill or wound, or the one drone or missile that it brings down, by no
// number but the article: "a child was killed", "a drone was downed".
func (f *finder) single(m *mention) []figure {
	s := &f.in.Text.Sentences[m.sentence]
	one := s.Object(m.token)
	if m.sense.Noun || one < 0 || s.Tokens[one].XPOS != "NN" {
		return nil
	}
	if lemma := s.Tokens[one].Lemma; tables().nouns["number"][lemma] || tables().nouns["band"][lemma] || measures(lemma) {
		return nil
	}
	article := s.Child(one, "det")
	if article < 0 || s.Tokens[article].Lemma != "a" && s.Tokens[article].Lemma != "an" && s.Tokens[article].Lemma != "another" {
		return nil
	}
	kind, _ := fate(s, m.token)
	if broughtDown := slices.Contains(m.sense.Actors, "obj"); broughtDown && inFlight(s.Tokens[one].Lemma) {
		kind = tables().figures["noun"][s.Tokens[one].Lemma]
	} else if kind != "killed" && kind != "injured" {
		return nil
	}
	if !countsKind(m, kind) {
		return nil
	}
	return []figure{f.onWordOf(figure{
		Figure: parley.Figure{What: kind, N: 1, Qualifier: "exactly"},
		span:   spanOf(s, article),
		voice:  m.voice,
	})}
}

// ofOther tells whether a number counts whom another attack has harmed than the one told, which a relative clause tells
// of: "began a campaign after a raid in which ten were killed".
func (f *finder) ofOther(m *mention, number int) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for over := range s.Ancestors(number) {
		if sumsUpAll(s, over) && !s.Dominates(over, m.token) {
			return true
		}
	}
	for over := range s.Ancestors(number) {
		t := &s.Tokens[over]
		if over == m.token || t.Head == m.token {
			return false
		}
		if t.Is("acl") && t.Head >= 0 && f.harmful(&s.Tokens[t.Head]) {
			return s.Tokens[t.Head].Head != m.token
		}
	}
	return false
}

// sumsUpAll tells whether a verb says to what an attack brings the number of all who were harmed so far: "bringing the
// total number of the dead to 600, with 900 wounded".
func sumsUpAll(s *english.Sentence, verb int) bool {
	sum := s.Child(verb, "obj")
	overall := tables().nouns["overall"]
	return s.Tokens[verb].UPOS == "VERB" && sum >= 0 && (hasOneBelow(s, sum, overall) || overall[s.Tokens[sum].Lemma])
}

// inSum tells whether a verb of harm stands in what a clause says of all who were harmed so far: "bringing the total number
// of people killed to 600".
func inSum(s *english.Sentence, verb int) bool {
	for over := range s.Ancestors(verb) {
		if over != verb && sumsUpAll(s, over) {
			return true
		}
	}
	return false
}

// countsOver tells whether a number counts those over a participle that says what became of them: "among seven people
// killed in the strike", "six lorries carrying food that entered Norland".
func countsOver(s *english.Sentence, t trigger, number int) bool {
	own := &s.Tokens[t.token]
	if over := carrying(s, t.token); over >= 0 && arriving(t) && s.Tokens[number].Head == over {
		return true // "permission for six lorries to enter"
	}
	befell := s.Passive(t.token) && tables().figures["verb"][own.Lemma] != ""
	return own.Is("acl") && (befell || arriving(t)) && s.Tokens[number].Head == own.Head
}

// ofModel tells whether a number is part of what a thing is called: "a Norlandair 747 jet".
func ofModel(s *english.Sentence, token int) bool {
	if token == 0 {
		return false
	}
	before := &s.Tokens[token-1]
	if before.UPOS != "PROPN" {
		return false
	}
	oneName := before.Head == s.Tokens[token].Head && (before.Is("compound") || before.Is("flat"))
	return oneName || before.Head == token || s.Tokens[token].Head == token-1
}

func (f *finder) insideTime(sentence, token int) bool {
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		return token >= f.in.Times[i].First && token < f.in.Times[i].Last
	})
}

// counted tells what a number counts: the noun that it stands with, or what is
// done to it.
func (f *finder) counted(s *english.Sentence, token int) (parley.FigureKind, bool) {
	k := tables().figures
	if tens := tensBefore(s, token); tens >= 0 && s.Tokens[token].Head == tens {
		token = tens
	}
	if money(s, token) {
		return "money_usd", true
	}
	noun := nounOf(s, token)
	for noun >= 0 && noun != token && s.Tokens[noun].Is("compound") && s.Tokens[noun].Head > noun {
		noun = s.Tokens[noun].Head // "five aid lorries"
	}
	if noun < 0 || ofThose(s, noun) || tables().nouns["unit"][s.Tokens[noun].Lemma] {
		return "", false
	}
	if kind, ok := countedBeside(s, token, noun); ok {
		return kind, true
	}
	if hasOneBelow(s, noun, tables().nouns["unmanned"]) {
		return "drones", true
	}
	if kind, ok := ofHarmed(s, noun); ok {
		return kind, true
	}
	for _, at := range []int{s.Tokens[noun].Head, noun} {
		if at < 0 {
			continue
		}
		if tables().nouns["taking"][s.Tokens[at].Lemma] && hasOneBelow(s, at, tables().nouns["captive"]) {
			return "captured", true
		}
		if kind, ok := fate(s, at); ok && s.Tokens[at].UPOS == "VERB" && at != noun {
			if befallen(s, noun, at) {
				return kind, true
			}
		}
		if kind, ok := k["word"][s.Tokens[at].Lemma]; ok {
			return kind, true
		}
	}
	if kind, ok := k["noun"][s.Tokens[noun].Lemma]; ok {
		return kind, true
	}
	if drivenOut(s, noun) {
		return "displaced", true
	}
	if kind, ok := k["taken"][wordBehindTake(s, token)]; ok {
		return kind, true
	}
	if over := s.Tokens[noun].Head; over >= 0 { // "the death toll rose to 14"
		if subject := s.Child(over, "nsubj"); subject >= 0 && tables().nouns["tally"][s.Tokens[subject].Lemma] {
			return "killed", true
		}
	}
	return "", false
}

// nounOf is the noun that a number stands with; the number itself where it stands alone.
func nounOf(s *english.Sentence, number int) int {
	if t := &s.Tokens[number]; t.Is("nummod") || t.Is("compound") {
		return t.Head
	}
	return number
}

// tellingOf is the verb of the clause that tells of an event: where a participle says of an attack who made it, that of the
// attack, "ten villagers died in raids carried out by rebels".
func (f *finder) tellingOf(m *mention) int {
	s := &f.in.Text.Sentences[m.sentence]
	if t := &s.Tokens[m.token]; t.Is("acl") && t.XPOS == "VBN" && f.harmful(&s.Tokens[t.Head]) {
		return s.Clause(t.Head)
	}
	clause := s.Clause(m.token)
	mark := s.Child(clause, "mark")
	over := s.Tokens[clause].Head
	asClause := over >= 0 && mark >= 0 && s.Tokens[mark].Lemma == "as"
	if asClause && s.Paragraph == 0 && m.sense.Type == parley.Assault {
		if _, harm := fate(s, over); harm && s.Child(over, "nsubj", "obj") < clause {
			return over // "Ten dead, 20 hurt as missiles hit Osten"
		}
	}
	return clause
}

// marches tells whether a number counts a crowd that protests: "some 200 Norlanders marched", "a crowd of about 200".
func (f *finder) marches(m *mention, number int) bool {
	s, nouns := &f.in.Text.Sentences[m.sentence], tables().nouns
	people := nounOf(s, number)
	t := &s.Tokens[people]
	if m.sense.Type != parley.Protest || t.Head < 0 || !f.crowd(m.sentence, people) {
		return false
	}
	switch s.Case(people) {
	case "":
		return t.Is("nsubj") && (t.Head == m.verb() || nouns["gathering"][s.Tokens[t.Head].Lemma])
	case "of":
		return nouns["throng"][s.Tokens[t.Head].Lemma]
	case "by":
		return t.Head == m.token
	}
	return false
}

// fate is what becomes of those to whom a verb says something to be done, by the verb or by it and the word right behind
// it: "killed", "shot dead".
func fate(s *english.Sentence, verb int) (parley.FigureKind, bool) {
	k, lemma := tables().figures["verb"], s.Tokens[verb].Lemma
	if verb+1 < len(s.Tokens) {
		if kind, ok := k[lemma+" "+s.Tokens[verb+1].Lemma]; ok {
			return kind, true
		}
	}
	kind, ok := k[lemma]
	return kind, ok
}

// drivenOut tells whether people are told to be made to flee, or forced out of their homes: "forced ten families to
// flee", "were driven from their homes".
func drivenOut(s *english.Sentence, people int) bool {
	t := &s.Tokens[people]
	if t.Head < 0 || !t.Is("obj") && t.Deprel != "nsubj:pass" {
		return false
	}
	for child := range s.Children(t.Head) {
		c := &s.Tokens[child]
		if (c.Is("xcomp") || c.Is("advcl")) && s.Infinitive(child) && tables().figures["verb"][c.Lemma] == "displaced" {
			return true
		}
		if c.Is("obl") && (s.Case(child) == "from" || s.Case(child) == "of") && tables().nouns["dwelling"][c.Lemma] {
			return tables().nouns["forcing"][s.Tokens[t.Head].Lemma]
		}
	}
	return false
}

// ofHarmed tells what a number counts whose noun is told in a row with others, or behind a count of them all, to have had
// something done to it: "a total of ten soldiers and four villagers were killed", "killed a child and wounded ten people".
func ofHarmed(s *english.Sentence, noun int) (parley.FigureKind, bool) {
	top := noun
	for inNumber(s, top) {
		top = s.Tokens[top].Head
	}
	over := s.Tokens[top].Head
	if top == noun || over < 0 || s.Tokens[over].UPOS != "VERB" || !s.Tokens[top].Is("obj") && s.Tokens[top].Deprel != "nsubj:pass" {
		return "", false
	}
	for verb := noun - 1; verb > over; verb-- {
		if kind, ok := fate(s, verb); ok && s.Tokens[verb].UPOS == "VERB" && s.Tokens[verb].Head == over {
			return kind, true // of two verbs, the one right before
		}
	}
	kind, ok := fate(s, over)
	return kind, ok && kind != "released" // the bodies of soldiers are not
}

// inNumber tells whether a noun is of those whom the noun over it counts or lists: "hundreds of people", "men and women".
func inNumber(s *english.Sentence, noun int) bool {
	t := &s.Tokens[noun]
	if t.Head < 0 {
		return false
	}
	return t.Is("conj") || t.Is("nmod") && s.Case(noun) == "of" && tables().nouns["number"][s.Tokens[t.Head].Lemma]
}

// befallen tells whether a noun is whom what a verb says befell: "killed a guard", "two guards died", "fired at guards".
func befallen(s *english.Sentence, noun, verb int) bool {
	switch t := &s.Tokens[noun]; {
	case t.Is("obj"):
		return true
	case t.Is("nsubj"):
		return !doesHarm(s, noun, verb)
	case t.Is("obl"):
		prep := s.Case(noun)
		return prep == "at" || prep == "" || t.Lemma == "other" && s.Passive(verb)
	}
	return false
}

// doesHarm tells whether a noun is who did what a verb says to another, and not whom it befell: "two
// gunmen killed a guard".
func doesHarm(s *english.Sentence, noun, verb int) bool {
	return s.Tokens[noun].Deprel == "nsubj" && s.Child(verb, "obj") > verb && s.Child(verb, "aux:pass") < 0
}

// swapped tells whether a number is given for another: "a 1,000 for 1,000 exchange", "nine-for-nine".
func swapped(s *english.Sentence, token int) bool {
	var behind []*english.Token
	for i := token + 1; i < len(s.Tokens) && len(behind) < 2; i++ {
		if s.Tokens[i].Text != "-" {
			behind = append(behind, &s.Tokens[i])
		}
	}
	return len(behind) == 2 && behind[0].Lemma == "for" && behind[1].UPOS == "NUM"
}

// ofThose tells whether a number counts some of those counted before: "three of them".
func ofThose(s *english.Sentence, number int) bool {
	for child := range s.Children(number) {
		if s.Tokens[child].Is("nmod") && s.Tokens[child].Lemma == "they" && s.Case(child) == "of" {
			return true
		}
	}
	return false
}

// countedBeside tells what a number counts by the words right beside its noun.
func countedBeside(s *english.Sentence, token, noun int) (parley.FigureKind, bool) {
	k := tables().figures
	if kind, ok := k["verb"][s.Tokens[noun].Lemma]; ok && noun != token && s.Tokens[noun].Is("conj") {
		return kind, true // "two dead and eleven wounded"
	}
	if noun+1 < len(s.Tokens) { // "leaving 14 people dead"
		next := &s.Tokens[noun+1]
		if kind, ok := k["word"][next.Lemma]; ok && next.UPOS == "ADJ" {
			return kind, true
		}
		if kind, ok := k["verb"][next.Lemma]; ok && next.UPOS == "VERB" && next.XPOS != "VBG" && s.Child(noun+1, "obj") < 0 {
			return kind, true // "25 killed and 73 injured"
		}
		if participle := noun + 2; noun == token && next.UPOS == "ADV" && participle < len(s.Tokens) && s.Tokens[participle].XPOS == "VBN" {
			if kind, ok := fate(s, participle); ok {
				return kind, true // "14 seriously wounded"
			}
		}
	}
	for child := range s.Children(noun) {
		if kind, ok := k["word"][s.Tokens[child].Lemma]; ok && child != token {
			return kind, true
		}
		if t := &s.Tokens[child]; t.Is("acl") && t.XPOS == "VBN" && k["verb"][t.Lemma] != "" {
			return k["verb"][t.Lemma], true // "saw 12 people killed"
		}
	}
	return "", false
}

// wordBehindTake is the lemma that tells as what people were taken, behind their
// number: "251 others taken hostage"; empty where nobody is.
func wordBehindTake(s *english.Sentence, token int) string {
	for i := token + 1; i < min(token+4, len(s.Tokens)-1); i++ {
		if tables().nouns["taking"][s.Tokens[i].Lemma] {
			return s.Tokens[i+1].Lemma
		}
	}
	return ""
}

// money tells whether a number is one of US dollars.
func money(s *english.Sentence, token int) bool {
	if sign := token - 1; sign >= 0 && s.Tokens[sign].Text == "$" {
		if sign == 0 {
			return true
		}
		before := &s.Tokens[sign-1] // not "C$30"
		return before.End < s.Tokens[sign].Start || before.UPOS == "PUNCT" || american(before)
	}
	unit := s.Tokens[token].Head
	if unit < 0 || !tables().nouns["money"][s.Tokens[unit].Lemma] {
		return false
	}
	for child := range s.Children(unit) {
		t := &s.Tokens[child]
		named := (t.Is("amod") || t.Is("compound")) && t.Text != strings.ToLower(t.Text)
		if child != token && named && !american(t) {
			return false // "30 million Sudmarkian dollars"
		}
	}
	return true
}

// american tells whether a word before "$" or "dollars" says that they are those of the United States.
func american(t *english.Token) bool {
	word := strings.ReplaceAll(t.Text, ".", "")
	return word == "US" || word == "USA" || word == "American"
}

// countOne counts the one person by name who was killed or released, where the text gives
// no number.
func (f *finder) countOne(m *mention) {
	if len(m.figures) > 0 || len(m.recipients) != 1 || phase(m.status.is) != 0 {
		return
	}
	kind, _ := fate(&f.in.Text.Sentences[m.sentence], m.token)
	if m.sense.Mode == "release" {
		kind = "released"
	} else if kind == "" {
		kind = tables().figures["deed"][m.sense.Word]
	}
	one := m.recipients[0]
	if _, somebody := f.personNamed(one.name); !somebody || kind != "killed" && kind != "released" {
		return
	}
	m.figures = append(m.figures, f.onWordOf(figure{
		Figure: parley.Figure{What: kind, N: 1, Qualifier: "exactly"}, span: one.spans[0], voice: m.voice,
	}))
}
