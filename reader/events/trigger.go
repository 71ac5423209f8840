package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// trigger is a word that reports an event.
type trigger struct {
	sentence, token int
	sense           lexicon.Verb
	// support is the verb that carries a noun: "held" in "held talks"; -1
	// where there is none.
	support int
	// within bounds where its day and place are told, in a list of rounds.
	within stretch
}

// Verbal tells whether a sense is of a verbal act, which counts as no event:
// demands, refusals, accusations, threats, support, and consent in words.
func Verbal(sense lexicon.Verb) bool {
	if sense.Type == parley.Agree {
		return sense.Code == "030" // express the intent to cooperate
	}
	return slices.Contains(parley.ActTypes, sense.Type)
}

// triggers finds the words of a sentence whose senses are wanted.
func (f *finder) triggers(sentence int, wanted func(lexicon.Verb) bool) []trigger {
	s := &f.in.Text.Sentences[sentence]
	var found []trigger
	for token := range s.Tokens {
		t := &s.Tokens[token]
		noun := t.UPOS == "NOUN" || t.UPOS == "PROPN"
		if !noun && (t.UPOS != "VERB" || t.Is("amod")) || heading(s, token) {
			continue
		}
		for _, sense := range f.senses(t, noun) {
			if !wanted(sense) || !f.particlesFit(s, token, sense) || !f.companionFits(sentence, token, sense) {
				continue
			}
			t := trigger{sentence: sentence, token: token, sense: sense, support: f.support(s, token, noun)}
			if f.rioting(t) {
				t.sense.Type, t.sense.Code, t.sense.Mode = parley.Protest, "145", ""
			}
			found = append(found, t)
			break
		}
	}
	return f.outermost(s, found)
}

// rioting tells whether violence is a riot by who does it: "protesters burned the flag". Who
// fires missiles does more than that.
func (f *finder) rioting(t trigger) bool {
	if t.sense.Code != destroying && t.sense.Type != parley.Assault {
		return false
	}
	s := &f.in.Text.Sentences[t.sentence]
	for child := range s.Children(t.token) {
		c := &s.Tokens[child]
		doer := c.Deprel == "nsubj" && !s.Passive(t.token) || s.Case(child) == "by" && (c.Is("obl") || c.Is("nmod"))
		if doer && tables().nouns["protesting"][c.Lemma] {
			mode := f.mode(t)
			return mode == "" || mode == "other" || mode == "ground"
		}
	}
	return false
}

// destroying is CAMEO's code for things seized or destroyed.
const destroying = "171"

// senses are those of a word, in American or British spelling, and where its lemma
// lacks the second of two equal letters: "shel" for "shelled".
func (f *finder) senses(t *english.Token, noun bool) []lexicon.Verb {
	lemma := strings.ToLower(t.Lemma)
	found := f.in.Lexicon.Verbs(lemma, noun)
	if len(found) > 0 || lemma == "" {
		return found
	}
	if stem, british := strings.CutSuffix(lemma, "ise"); british {
		return f.in.Lexicon.Verbs(stem+"ize", noun)
	}
	if whole := lemma + lemma[len(lemma)-1:]; !noun && strings.HasPrefix(strings.ToLower(t.Text), whole) {
		return f.in.Lexicon.Verbs(whole, noun)
	}
	return nil
}

// particlesFit tells whether the other words of a sense stand with the token:
// behind a verb, before a noun.
func (f *finder) particlesFit(s *english.Sentence, token int, sense lexicon.Verb) bool {
	words := strings.Fields(sense.Word)
	if sense.Noun {
		for i := len(words) - 2; i >= 0; i-- {
			at := token - (len(words) - 1 - i)
			if at < 0 || !strings.EqualFold(s.Tokens[at].Lemma, words[i]) {
				return false
			}
		}
		return true
	}
	for _, word := range words[1:] {
		near := slices.ContainsFunc(s.Tokens[token+1:min(token+4, len(s.Tokens))], func(t english.Token) bool {
			return strings.EqualFold(t.Lemma, word)
		})
		if !near && !hasParticle(s, token, word) {
			return false
		}
	}
	return true
}

// ofPerson tells whether a noun is told of somebody by name: "the release of Anna Kovar", "Anna Kovar's release".
func (f *finder) ofPerson(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(noun) {
		if m, ok := f.in.Cast.At(sentence, child); ok && m.Form == actors.Named && (s.Case(child) == "of" || s.Tokens[child].Is("nmod:poss")) && f.personal(f.fillersOf(m)) {
			return true
		}
	}
	return false
}

// rings tells whether the object of "call" is somebody in office, and nothing says what they
// are called.
func (f *finder) rings(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj")
	if object < 0 || s.Child(verb, "xcomp", "ccomp", "iobj", "compound:prt") >= 0 || s.Case(object) != "" {
		return false
	}
	if aim := s.Child(verb, "advcl"); aim >= 0 && !(s.Infinitive(aim) && tables().nouns["calling"][s.Tokens[aim].Lemma]) {
		return false
	}
	m, ok := f.in.Cast.At(sentence, object)
	if !ok || m.Form != actors.Named || m.First < verb || m.Last < len(s.Tokens) && s.Tokens[m.Last].UPOS != "ADP" && s.Tokens[m.Last].UPOS != "PUNCT" && s.Tokens[m.Last].UPOS != "PROPN" && s.Tokens[m.Last].UPOS != "NOUN" && s.Tokens[m.Last].UPOS != "PART" {
		return false
	}
	for _, a := range f.in.Cast.Of(m) {
		if a.Kind == parley.PersonActor && len(a.Offices) > 0 {
			return m.Last >= len(s.Tokens) || s.Tokens[m.Last].Text != "“" && s.Tokens[m.Last].Text != "\"" && s.Tokens[m.Last].Text != "‘"
		}
	}
	return false
}

// hasParticle tells whether a word stands under a verb as its particle, however far behind
// it: "handed the remains of four soldiers over".
func hasParticle(s *english.Sentence, verb int, word string) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if child > verb && (t.Is("compound:prt") || t.Is("advmod")) && strings.EqualFold(t.Lemma, word) {
			return true
		}
	}
	return false
}

// companionFits tells whether one of the lemmas that a sense wants is there: as
// the verb's object or its complement, or in the noun's own phrase or over it.
func (f *finder) companionFits(sentence, token int, sense lexicon.Verb) bool {
	s := &f.in.Text.Sentences[sentence]
	if f.barred(s, token, sense) {
		return false
	}
	if len(sense.With) == 0 {
		return true
	}
	if fits, settled := f.markFits(sentence, token, sense); settled {
		return fits
	}
	wanted := func(i int) bool {
		lemma := strings.ToLower(s.Tokens[i].Lemma)
		if lemma == "fire" && i >= 2 && strings.EqualFold(s.Tokens[i-2].Lemma, "cease") {
			lemma = "ceasefire" // "cease-fire"
		}
		// Nouns that live in the plural, "troops", are lemmas of their own.
		return slices.Contains(sense.With, lemma) || slices.Contains(sense.With, strings.TrimSuffix(lemma, "s"))
	}
	if sense.Noun && s.Tokens[token].Head >= 0 && wanted(s.Tokens[token].Head) {
		return true
	}
	doing := !sense.Noun && (slices.Contains(sense.Actors, "subj") || slices.Contains(sense.Recipients, "subj")) && s.Child(token, "obj") >= 0
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if wanted(child) && !t.Is("punct") && !(t.Deprel == "nsubj" && doing) && !(doing && t.Is("obl") && beside[s.Case(child)]) {
			return true
		}
		if t.Is("nsubj") && !doing && tables().nouns["number"][t.Lemma] || t.Is("obj") || t.Is("nsubj:pass") || t.Is("compound") || t.Is("nmod") || t.Is("obl") || t.Is("amod") || t.Is("nmod:poss") {
			below := sense.Type != parley.Assault || !sense.Noun || !t.Is("nmod") // not "a campaign by the military intelligence service"
			if below && slices.ContainsFunc(slices.Collect(s.Children(child)), wanted) {
				return true
			}
			if sense.Noun {
				continue
			}
			for fellow := range s.Children(child) {
				if s.Tokens[fellow].Is("conj") && wanted(fellow) {
					return true
				}
			}
		}
	}
	// The object of a participle or of a relative clause is the noun over it.
	if head := s.Tokens[token].Head; !sense.Noun && head >= 0 && (s.Tokens[token].Is("acl") || s.Tokens[token].Is("amod")) {
		return wanted(head)
	}
	return false
}

// markFits tells whether what stands with a word is what a mark of its sense asks for; settled
// is false where the sense's lemmas are to be looked for.
func (f *finder) markFits(sentence, token int, sense lexicon.Verb) (fits, settled bool) {
	s := &f.in.Text.Sentences[sentence]
	if slices.Contains(sense.With, "@place") && f.placeBelow(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@actor") && partisan(f.object(sentence, token)) {
		if _, somebody := f.in.Cast.At(sentence, s.Object(token)); somebody {
			return true, true
		}
	}
	if slices.Contains(sense.With, "trade") && f.onTrade(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@town") && f.takesTown(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@dated") && f.dated(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@captive") && s.Passive(token) && f.personal(f.object(sentence, token)) {
		return true, true
	}
	if slices.Contains(sense.With, "@target") && len(f.behind(sentence, token, "on"))+len(f.behind(sentence, token, "against")) > 0 {
		return true, true
	}
	if slices.Contains(sense.With, "@with") && f.knownPact(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@person") && !sense.Noun {
		return f.rings(sentence, token), true
	}
	if slices.Contains(sense.With, "@person") && f.ofPerson(sentence, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@weapon") && f.byWeapon(s, token) {
		return true, true
	}
	if slices.Contains(sense.With, "@object") && s.Child(token, "obj", "nsubj:pass") >= 0 {
		return true, true
	}
	return false, false
}

// byWeapon tells whether what a verb says is done by weapons in flight, or by an attack: "drones
// hit the premises".
func (f *finder) byWeapon(s *english.Sentence, verb int) bool {
	doer := s.Subject(verb)
	if doer < 0 || s.Tokens[doer].UPOS != "NOUN" {
		return false
	}
	kind := tables().figures["noun"][s.Tokens[doer].Lemma]
	return kind == "drones" || kind == "missiles" || f.harmful(&s.Tokens[doer])
}

// beside are the prepositions of what else went on when something was done.
var beside = map[string]bool{"after": true, "before": true, "following": true, "since": true, "during": true, "amid": true, "over": true, "despite": true, "until": true}

// barred tells whether the word takes a preposition or object that gives it
// another sense: "a call for restraint" is no call by telephone, and to strike a
// balance no attack.
func (f *finder) barred(s *english.Sentence, token int, sense lexicon.Verb) bool {
	if sense.Type == parley.Assault && f.inWords(s, token, sense) {
		return true
	}
	if over := s.Tokens[token].Head; sense.Mode == "visit" && s.Tokens[token].XPOS == "VBG" && s.Tokens[token].Is("conj") && s.Tokens[over].UPOS != "VERB" && s.Child(token, "aux") < 0 {
		return true // "Kovar and visiting minister Holm"
	}
	if sense.Type == parley.Assault && !sense.Noun {
		if doer := s.Subject(token); doer >= 0 && (tables().nouns["mishap"][s.Tokens[doer].Lemma] || tables().nouns["vehicle"][s.Tokens[doer].Lemma] && (sense.Word == "hit" || sense.Word == "strike")) {
			return true
		}
		for child := range s.Children(token) { // "killed in a crash"
			if s.Tokens[child].Is("obl") && tables().nouns["mishap"][s.Tokens[child].Lemma] {
				return true
			}
		}
	}
	if next := token + 1; sense.Noun && next < len(s.Tokens) && s.Tokens[next].UPOS != "NOUN" && slices.Contains(sense.Without, s.Tokens[next].Lemma) {
		return true
	}
	if slices.Contains(sense.Without, "@object") && s.Child(token, "obj", "ccomp") >= 0 || slices.Contains(sense.Without, "@singular") && s.Tokens[token].XPOS != "NNS" {
		return true
	}
	if slices.Contains(sense.Without, "@landless") && !f.landBehind(s, token) {
		return true
	}
	if over := s.Tokens[token].Head; !sense.Noun && over >= 0 && s.Tokens[token].Is("acl") && s.Passive(token) && slices.Contains(sense.Without, s.Tokens[over].Lemma) {
		return true // "a law signed by Kovar"
	}
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if slices.Contains(sense.Without, s.Case(child)) || (t.Is("obj") || t.Is("compound") || t.Is("nsubj:pass") || t.Is("advmod") || t.Is("compound:prt") || t.Is("obl") && !sense.Noun && sense.Type != parley.Consult) && slices.Contains(sense.Without, t.Lemma) {
			return true
		}
		if slices.Contains(sense.Without, "to") && (t.Is("acl") || t.Is("xcomp")) && s.Infinitive(child) {
			return true
		}
	}
	return false
}

// landBehind tells whether a land or a place is named or told of behind a verb, in its clause.
func (f *finder) landBehind(s *english.Sentence, verb int) bool {
	_, last := s.Subtree(verb)
	for i := verb + 1; i < last; i++ {
		if t := &s.Tokens[i]; tables().nouns["place"][t.Lemma] || t.Lemma == "country" || t.UPOS == "PROPN" && !t.Is("nmod:poss") {
			return true
		}
	}
	return false
}

// inWords tells whether an attack is one in words: "launched a scathing attack on him".
func (f *finder) inWords(s *english.Sentence, token int, sense lexicon.Verb) bool {
	attack := token
	if !sense.Noun {
		attack = s.Object(token)
	}
	if attack < 0 {
		return false
	}
	for child := range s.Children(attack) {
		if t := &s.Tokens[child]; (t.Is("amod") || t.Is("compound")) && tables().nouns["wordy"][strings.ToLower(t.Lemma)] {
			return true
		}
	}
	return false
}

// dated tells whether a time stands before a noun and belongs to it: "the 2015 deal".
func (f *finder) dated(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	return slices.ContainsFunc(f.times[sentence], func(i int) bool {
		e := &f.in.Times[i]
		return e.From != "" && e.Last <= token && s.Tokens[s.Anchor(e.First, e.Last)].Head == token
	})
}

// onTrade tells whether what a verb has for object are talks on trade, however the words put it:
// "talks on a free-trade agreement".
func (f *finder) onTrade(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	talks := s.Object(verb)
	if talks < 0 || !f.convenes(s, talks) {
		return false
	}
	_, last := s.Subtree(verb)
	return last > talks && slices.ContainsFunc(s.Tokens[talks:last], func(t english.Token) bool { return t.Lemma == "trade" })
}

// knownPact tells whether a noun speaks of an agreement as made: it is known, and its sides are
// told behind it, "the agreement with Norland".
func (f *finder) knownPact(sentence, token int) bool {
	t := trigger{sentence: sentence, token: token, sense: lexicon.Verb{Noun: true}}
	s := &f.in.Text.Sentences[sentence]
	known := f.definite(t) || s.Case(token) == "under" || s.Tokens[token].Head >= 0 && s.Case(token) == "of" && tables().nouns["partnered"][s.Tokens[s.Tokens[token].Head].Lemma]
	for child := range s.Children(token) {
		word := s.Tokens[child].Lemma
		known = known || word == "recent" || word == "latest"
	}
	return known && len(f.behind(sentence, token, "with"))+len(f.behind(sentence, token, "between")) > 0
}

// placeBelow tells whether a place or a state stands behind a preposition under
// a verb: "arrived in Oslo", "withdrew from the enclave".
func (f *finder) placeBelow(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(token) {
		if !s.Tokens[child].Is("obl") && !s.Tokens[child].Is("nmod") || s.Case(child) == "" {
			continue
		}
		for k := range f.in.Cast.Matches[sentence] {
			m := &f.in.Cast.Matches[sentence][k]
			if m.First <= child && child <= m.Last && (m.Kind == lexicon.PlaceMatch || m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch) {
				return true
			}
		}
	}
	return false
}

// takesTown tells whether what a side takes is a place by its name: "the army took Gao".
func (f *finder) takesTown(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	taken := s.Child(token, "obj", "nsubj:pass")
	if taken < 0 {
		return false
	}
	town := slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Kind == lexicon.PlaceMatch && m.First <= taken && taken <= m.Last
	})
	return town && (partisan(f.subject(sentence, token)) || partisan(f.behind(sentence, token, "by")))
}

// support finds the verb that carries an event noun as object, subject or
// complement.
func (f *finder) support(s *english.Sentence, token int, noun bool) int {
	if !noun {
		return -1
	}
	t := &s.Tokens[token]
	// "a second day of talks", "a round of talks": the noun over it stands for
	// it.
	for hops := 0; t.Is("nmod") && t.Head >= 0 && hops < 2; hops++ {
		over := &s.Tokens[t.Head]
		if !measures(over.Lemma) {
			break
		}
		t = over
	}
	if t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" {
		return -1
	}
	if t.Is("obj") || t.Is("nsubj") || t.Is("obl") {
		return t.Head
	}
	return -1
}

// outermost leaves out a trigger that another carries: "talks" in "a round of
// talks", "meeting" in "hold a meeting", "trade talks" in "suspend trade talks".
func (f *finder) outermost(s *english.Sentence, found []trigger) []trigger {
	var kept []trigger
	for _, t := range found {
		if !slices.ContainsFunc(found, func(o trigger) bool { return carries(s, o, t) }) {
			kept = append(kept, t)
		}
	}
	return kept
}

func carries(s *english.Sentence, o, t trigger) bool {
	n := &s.Tokens[t.token]
	if mediated := n.Is("acl") && t.sense.Mode == "mediation" && s.Passive(t.token); mediated && n.Head == o.token || s.Tokens[o.token].Is("acl") && o.sense.Mode == "mediation" && s.Tokens[o.token].Head == t.token {
		return mediated // "talks mediated by Norland"
	}
	if by := &s.Tokens[o.token]; by.Head == t.token && by.Is("acl") && o.sense.Type == t.sense.Type && s.Passive(o.token) {
		return true // "sanctions imposed on Norland"
	}
	if n.Head != o.token || o.token == t.token {
		return false
	}
	if o.sense.Type == parley.Consult && o.sense.Mode != "visit" && t.sense.Type == parley.Consult && !t.sense.Noun && s.Infinitive(t.token) && (n.Is("advcl") || n.Is("xcomp") || n.Is("acl")) {
		return true // "met to discuss a truce"
	}
	if o.sense.Type == t.sense.Type {
		return n.Is("nmod") || n.Is("compound") || n.Is("obj") || n.Is("nsubj:pass")
	}
	if o.sense.Type == parley.Retreat && (tables().nouns["lasting"][n.Lemma] || t.sense.Type == parley.Assault && n.XPOS == "NNS" && byName(s, t.token)) {
		return false // what is to be ended goes on
	}
	return !o.sense.Noun && len(o.sense.With) > 0 && (n.Is("obj") || n.Is("nsubj:pass"))
}

// byName tells whether a name stands before a noun: "the Norlandic attacks".
func byName(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; (t.Is("amod") || t.Is("compound")) && strings.ToLower(t.Text) != t.Text {
			return true
		}
	}
	return false
}

// elliptic finds the rounds of talks that a list numbers without naming them:
// "the first took place in Oslo, the second one in Rome". Whether they are talks
// shows in what was told before.
func (f *finder) elliptic(s *english.Sentence, sentence int, found []trigger) []trigger {
	var rounds []trigger
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if _, numbered := f.ordinal(s, token); !numbered || slices.ContainsFunc(found, func(o trigger) bool { return o.token == token || o.token == t.Head }) {
			continue
		}
		if !f.takesPlace(s, token) {
			continue
		}
		rounds = append(rounds, trigger{sentence: sentence, token: token, sense: oneRound, support: f.support(s, token, true)})
	}
	return rounds
}

// ordinal reads the number of a round from an ordinal that stands alone, or
// before "one" or "round".
func (f *finder) ordinal(s *english.Sentence, token int) (int, bool) {
	switch s.Tokens[token].Lemma {
	case "one", "ones", "round":
		for child := range s.Children(token) {
			if n, ok := ordinals[strings.ToLower(s.Tokens[child].Text)]; ok && child < token {
				return n, true
			}
		}
		return 0, false
	}
	n, ok := ordinals[strings.ToLower(s.Tokens[token].Text)]
	return n, ok && !s.Tokens[token].Is("amod") && !s.Tokens[token].Is("advmod") && !s.Tokens[token].Is("nmod:unmarked")
}

// takesPlace tells whether a noun is what was held or took place, or is followed
// by a place and a day of its own where the verb is left out.
func (f *finder) takesPlace(s *english.Sentence, token int) bool {
	for t := &s.Tokens[token]; ; t = &s.Tokens[t.Head] {
		if t.Is("nsubj") && t.Head >= 0 {
			return tables().nouns["occurring"][s.Tokens[t.Head].Lemma]
		}
		if t.Head < 0 || !t.Is("conj") {
			return t.Is("nmod") && t.Head >= 0 && s.Case(token) == "for"
		}
	}
}
