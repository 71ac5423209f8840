package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

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
	if len(words) == 3 && heldBack(s, token, words[1], words[2]) {
		return true
	}
	for _, word := range words[1:] {
		near := slices.ContainsFunc(s.Tokens[token+1:min(token+4, len(s.Tokens))], func(t english.Token) bool {
			return strings.EqualFold(t.Lemma, word)
		})
		if !near && !hasParticle(s, token, word) && !partedFrom(s, token, word) {
			return false
		}
	}
	return true
}

// heldBack tells whether a preposition and a noun that belong to a verb stand behind its object: "put the levy
// on hold".
func heldBack(s *english.Sentence, verb int, prep, noun string) bool {
	first, last := s.Subtree(verb)
	for i := max(first, verb) + 1; i < last; i++ {
		if s.Tokens[i].Lemma == noun && strings.EqualFold(s.Tokens[i-1].Text, prep) && s.Clause(i) == verb {
			return true
		}
	}
	return false
}

// hasParticle tells whether a word stands under a verb as its particle, however far behind
// it: "handed the remains of four soldiers over", "let the crew of the ship go".
func hasParticle(s *english.Sentence, verb int, word string) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; child > verb && asParticle(t) && strings.EqualFold(t.Lemma, word) {
			return true
		}
	}
	return false
}

// asParticle tells whether a word stands to its verb as a particle does: "over", but also the "go" of "let the crew go".
func asParticle(t *english.Token) bool {
	bare := t.XPOS == "VB" || t.UPOS == "ADJ"
	return t.Is("compound:prt") || t.Is("advmod") || t.Is("xcomp") && bare
}

// partedFrom tells whether a particle stands before "of" behind the object of a verb: "drove the rebels out of
// the town".
func partedFrom(s *english.Sentence, verb int, word string) bool {
	_, last := s.Subtree(verb)
	for i := verb + 1; i+1 < last; i++ {
		if strings.EqualFold(s.Tokens[i].Text, word) && s.Tokens[i].UPOS == "ADP" && s.Tokens[i+1].Lemma == "of" && s.Clause(i) == verb {
			return s.Child(verb, "obj", "nsubj:pass") >= 0
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
	wanted := func(i int) bool { return companion(s, i, sense) }
	over := s.Tokens[token].Head
	if sense.Noun && sense.Type == parley.Protest && s.Tokens[token].Is("obj") {
		if doer := s.Subject(over); doer >= 0 && wanted(doer) {
			return true // "doctors began a strike"
		}
	}
	if sense.Noun && over >= 0 && (wanted(over) || sense.Names("effect") && intoForce(s, over)) {
		return true
	}
	doing := !sense.Noun && (slices.Contains(sense.Actors, "subj") || slices.Contains(sense.Recipients, "subj")) && s.Child(token, "obj") >= 0
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if sense.Type == parley.Protest && sense.Noun && t.Is("nmod") && (s.Case(child) == "on" || s.Case(child) == "against") {
			continue // "strikes on the port" are no walkout
		}
		if slices.Contains(sense.Actors, "obj") && t.Is("obl") && (s.Case(child) == "by" || s.Case(child) == "with") {
			continue // a plane that "was shot down by a missile" is none
		}
		if sense.Type == parley.Aid && t.Is("obl") && s.Case(child) == "with" && !slices.Contains(sense.Recipients, "with") {
			continue // "with a missile strike, Norland delivered a warning" gives nobody missiles
		}
		if wanted(child) && asCompanion(s, token, child, sense, doing) {
			return true
		}
		if f.companionBelow(sentence, child, sense, doing) {
			return true
		}
	}
	if over := carrying(s, token); over >= 0 && arriving(trigger{sense: sense}) {
		return wanted(over)
	}
	// The object of a participle or of a relative clause is the noun over it.
	if head := s.Tokens[token].Head; !sense.Noun && head >= 0 && (s.Tokens[token].Is("acl") || s.Tokens[token].Is("amod")) {
		lemma := strings.ToLower(s.Tokens[head].Lemma)
		if own := s.Child(token, "obj"); own < 0 || s.Tokens[own].UPOS == "PRON" || arriving(trigger{sense: sense}) {
			return wanted(head) || sense.Wants(lemma) // wherever that stands in its own clause
		}
		return !s.Infinitive(token) && sense.Names(lemma) // not "a plan to deliver aid", nor "the rebels who captured the city"
	}
	return false
}

// asCompanion tells whether what depends on a word belongs to what the word says was done, and not to what else went on;
// doing, that the sense is of a verb with an object, which its subject does.
func asCompanion(s *english.Sentence, token, child int, sense lexicon.Verb, doing bool) bool {
	t := &s.Tokens[child]
	switch {
	case t.Is("punct"), t.Is("conj") && t.UPOS == "VERB":
		return false
	case t.Is("advcl"): // not "made a joke by offering a plane"
		return sense.Type == parley.Coerce && s.Infinitive(child) || tables().nouns["breakingout"][sense.Word] && child == token-1
	case doing && t.Deprel == "nsubj":
		return false
	}
	return !(doing && t.Is("obl") && beside[s.Case(child)])
}

// intoForce tells whether a verb says that something comes or goes into effect or force.
func intoForce(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if t.Is("obl") && (t.Lemma == "effect" || t.Lemma == "force") && s.Case(child) == "into" {
			return true
		}
		if t.Is("xcomp") && intoForce(s, child) {
			return true // "is due to come into effect"
		}
	}
	return false
}

// companionBelow tells whether one of the lemmas that a sense wants stands below what depends on its word, or beside
// that; doing, that the sense is of a verb with an object, which its subject does.
func (f *finder) companionBelow(sentence, child int, sense lexicon.Verb, doing bool) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[child]
	counted := t.Is("nsubj") && !doing && tables().nouns["number"][t.Lemma]
	if !counted && !slices.ContainsFunc([]string{"obj", "nsubj:pass", "compound", "nmod", "obl", "amod", "nmod:poss"}, t.Is) {
		return false
	}
	if t.Is("obj") && sense.Type == parley.Cooperate && f.convenes(s, child) {
		return false // "resume trade talks" is of talks
	}
	if sense.Noun && beside[s.Case(child)] {
		return false // "a news conference after talks with his counterpart"
	}
	wanted := func(i int) bool { return companion(s, i, sense) }
	below := sense.Type != parley.Assault || !sense.Noun || !t.Is("nmod") // not "a campaign by the military intelligence service"
	if below && slices.ContainsFunc(slices.Collect(s.Children(child)), wanted) {
		return true
	}
	if sense.Noun {
		return false
	}
	for fellow := range s.Children(child) {
		if s.Tokens[fellow].Is("conj") && wanted(fellow) {
			return true
		}
	}
	return false
}

// companion tells whether a token is one of the lemmas that a sense wants. Nouns that live in the
// plural, "troops" and "supplies", are lemmas of their own, and "bases" is the plural of "basis" as well.
func companion(s *english.Sentence, token int, sense lexicon.Verb) bool {
	lemma := strings.ToLower(s.Tokens[token].Lemma)
	if lemma == "fire" && token >= 2 && strings.EqualFold(s.Tokens[token-2].Lemma, "cease") {
		lemma = "ceasefire" // "cease-fire"
	}
	if !sense.Noun && tables().nouns["delegate"][lemma] && slices.Contains(sense.Recipients, s.Case(token)) {
		return false // who "sent a letter to the envoys" sends none
	}
	if stem, plural := strings.CutSuffix(lemma, "ies"); plural && sense.Wants(stem+"y") {
		return true
	}
	if strings.HasPrefix(lemma, "anti-") {
		lemma = "anti" // "anti-government protests"
	}
	wants := sense.Wants
	if justBeside(s, token, sense) {
		wants = sense.Names
	}
	return wants(lemma) ||
		wants(strings.TrimSuffix(lemma, "s")) ||
		wants(strings.TrimSuffix(strings.ToLower(s.Tokens[token].Text), "s"))
}

// justBeside tells whether a noun only stands beside a verb, as its doer, behind a preposition or before another noun, where
// a class of nouns is too wide to say what the verb means: "musicians release an album", "release a film in the village".
func justBeside(s *english.Sentence, token int, sense lexicon.Verb) bool {
	t := &s.Tokens[token]
	doer := slices.Contains(sense.Actors, "subj") || slices.Contains(sense.Recipients, "subj")
	behind := (t.Is("obl") || t.Is("nmod")) && s.Child(token, "case") >= 0 && s.Case(token) != "of"
	return !sense.Noun && (behind || t.Is("compound") || t.Deprel == "nsubj" && doer)
}

// beside are the prepositions of what else went on when something was done.
var beside = map[string]bool{
	"after": true, "before": true, "following": true, "since": true, "during": true,
	"amid": true, "over": true, "despite": true, "until": true,
}

// toldAsKnown tells whether a noun for attacks tells by whose they are and without an article, as of some that everybody knows:
// "after Norlandic strikes", but not "after a Norlandic strike".
func (f *finder) toldAsKnown(t trigger) bool {
	doers, _ := f.sides(t)
	return len(doers) > 0 && f.in.Text.Sentences[t.sentence].Child(t.token, "det") < 0
}

// barred tells whether the word takes a preposition or object that gives it
// another sense: "a call for restraint" is no call by telephone, and to strike a
// balance no attack.
func (f *finder) barred(s *english.Sentence, token int, sense lexicon.Verb) bool {
	if sense.Type == parley.Assault && f.inWords(s, token, sense) {
		return true
	}
	if doer := s.Subject(token); sense.Mode == "visit" && doer >= 0 && flying(s.Tokens[doer].Lemma) {
		return true // drones that head for a city do not visit it
	}
	t := &s.Tokens[token]
	if mark := s.Child(token, "mark"); sense.Word == "leave for" && t.XPOS == "VBG" && mark >= 0 && strings.EqualFold(s.Tokens[mark].Text, "before") {
		return true // "before leaving for Oslo" only says when something else was done
	}
	if sense.Mode == "visit" && t.XPOS == "VBG" && t.Is("conj") && s.Tokens[t.Head].UPOS != "VERB" && s.Child(token, "aux") < 0 {
		return true // "Kovar and visiting minister Holm"
	}
	if sense.Type == parley.Assault && !sense.Noun && byMishap(s, token, sense) {
		return true
	}
	if object := strayObject(s, token); object >= 0 && slices.Contains(sense.Without, strings.ToLower(s.Tokens[object].Lemma)) {
		return true
	}
	if next := token + 1; sense.Noun && next < len(s.Tokens) && s.Tokens[next].UPOS != "NOUN" && slices.Contains(sense.Without, s.Tokens[next].Lemma) {
		return true
	}
	if over := t.Head; sense.Noun && over >= 0 && (t.Is("obj") || t.Is("nsubj:pass")) && slices.Contains(sense.Without, s.Tokens[over].Lemma) {
		return true // "protests were lodged with the ministry"
	}
	if slices.Contains(sense.Without, "@object") && s.Child(token, "obj", "ccomp", "nsubj:pass") >= 0 {
		return true
	}
	if slices.Contains(sense.Without, "@singular") && t.XPOS != "NNS" {
		return true
	}
	if slices.Contains(sense.Without, "@passive") && s.Passive(token) {
		return true
	}
	if slices.Contains(sense.Without, "@landless") && !f.landBehind(s, token) {
		return true
	}
	if !sense.Noun {
		if about := undergoer(s, token); about >= 0 && slices.Contains(sense.Without, s.Tokens[about].Lemma) {
			return true
		}
	}
	for child := range s.Children(token) {
		c := &s.Tokens[child]
		if slices.Contains(sense.Without, s.Case(child)) || settlesSense(c, sense) && slices.Contains(sense.Without, strings.ToLower(c.Lemma)) {
			return true
		}
		if slices.Contains(sense.Without, "to") && (c.Is("acl") || c.Is("xcomp")) && s.Infinitive(child) {
			return true
		}
	}
	return false
}

// byMishap tells whether a verb of harm has an accident for its doer or its circumstance: "killed in a crash", "a car hit her".
func byMishap(s *english.Sentence, verb int, sense lexicon.Verb) bool {
	mishap := tables().nouns["mishap"]
	if doer := s.Subject(verb); doer >= 0 {
		lemma := s.Tokens[doer].Lemma
		if mishap[lemma] || tables().nouns["vehicle"][lemma] && tables().nouns["hitting"][sense.Word] {
			return true
		}
	}
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obl") && mishap[s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// undergoer is what a passive participle is told of: "a law signed by Kovar", "a statement followed, signed by Kovar";
// -1 where there is none.
func undergoer(s *english.Sentence, participle int) int {
	t := &s.Tokens[participle]
	switch {
	case t.Head < 0 || !t.Is("acl") && !t.Is("advcl") || !s.Passive(participle):
		return -1
	case t.Is("acl"):
		return t.Head
	case s.Child(participle, "nsubj") >= 0:
		return -1
	}
	return s.Subject(t.Head)
}

// settlesSense tells whether a word stands so to the one over it that it can give that another sense.
func settlesSense(t *english.Token, sense lexicon.Verb) bool {
	return t.Is("obj") || t.Is("compound") || t.Is("nsubj:pass") || t.Is("advmod") || t.Is("compound:prt") ||
		t.Is("xcomp") && (t.UPOS == "ADJ" || t.XPOS == "VBN") || // "left two soldiers dead"
		t.Is("obl") && !sense.Noun && sense.Type != parley.Consult ||
		t.Is("amod") && sense.Noun
}

// landBehind tells whether a land or a place is named or told of behind a verb, in its clause.
func (f *finder) landBehind(s *english.Sentence, verb int) bool {
	_, last := s.Subtree(verb)
	for i := verb + 1; i < last; i++ {
		t := &s.Tokens[i]
		named := t.UPOS == "PROPN" && !t.Is("nmod:poss")
		if named || tables().nouns["place"][t.Lemma] || tables().nouns["country"][t.Lemma] {
			return true
		}
	}
	return false
}

// inWords tells whether an attack is one in words: "launched a scathing attack on him", or one that
// people in office or of a party make over a policy, or where one speaks: "attacked her in an interview".
func (f *finder) inWords(s *english.Sentence, token int, sense lexicon.Verb) bool {
	attack := token
	if !sense.Noun {
		attack = s.Object(token)
	}
	wordy := func(head int, relations ...string) bool {
		return slices.ContainsFunc(slices.Collect(s.Children(head)), func(child int) bool {
			t := &s.Tokens[child]
			return slices.ContainsFunc(relations, t.Is) && tables().nouns["wordy"][strings.ToLower(t.Lemma)]
		})
	}
	if attack >= 0 && wordy(attack, "amod", "compound") {
		return true
	}
	if sense.Noun {
		return onIdeal(s, token)
	}
	return wordy(token, "advmod") || tables().nouns["figurative"][sense.Word] && inDebate(s, token)
}

// onIdeal tells whether an attack is told to be on what nobody can hit: "attacks on democracy".
func onIdeal(s *english.Sentence, attack int) bool {
	prep := attack + 1
	if prep >= len(s.Tokens) || s.Tokens[prep].Text != "on" && s.Tokens[prep].Text != "against" || s.Tokens[prep].Head < prep {
		return false
	}
	return tables().nouns["ideal"][s.Tokens[s.Tokens[prep].Head].Lemma]
}

// inDebate tells whether what a verb says is done over a policy, or where people speak.
func inDebate(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if !t.Is("obl") {
			continue
		}
		switch s.Case(child) {
		case "over", "for", "about":
			if tables().nouns["policy"][t.Lemma] {
				return true
			}
		case "in", "at", "during", "on":
			if tables().nouns["podium"][t.Lemma] {
				return true
			}
		}
	}
	return false
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
	return last > talks && slices.ContainsFunc(s.Tokens[talks:last], func(t english.Token) bool {
		return tables().nouns["trade"][t.Lemma]
	})
}

// knownPact tells whether a noun speaks of an agreement as made: it is known, and its sides are
// told behind it, "the agreement with Norland".
func (f *finder) knownPact(sentence, token int) bool {
	t := trigger{sentence: sentence, token: token, sense: lexicon.Verb{Noun: true}}
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[token].Head
	partnered := over >= 0 && s.Case(token) == "of" && tables().nouns["partnered"][s.Tokens[over].Lemma]
	known := f.definite(t) || s.Case(token) == "under" || partnered
	for child := range s.Children(token) {
		known = known || tables().nouns["newly"][s.Tokens[child].Lemma]
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
		if f.locates(sentence, child) {
			return true
		}
		for k := range f.in.Cast.Matches[sentence] {
			m := &f.in.Cast.Matches[sentence][k]
			at := m.First <= child && child <= m.Last
			// "to the Norlandic capital", "in the port city of Osten"
			told := tables().nouns["place"][s.Tokens[child].Lemma] && s.Tokens[m.Last].Head == child
			switch m.Kind {
			case lexicon.PlaceMatch, lexicon.StateMatch, lexicon.MetonymMatch:
				if at || told {
					return true
				}
			case lexicon.DemonymMatch:
				if told {
					return true
				}
			}
		}
	}
	return false
}

// locates tells whether a token stands in a name that is one of a place by its form, though no table has it.
func (f *finder) locates(sentence, token int) bool {
	return slices.ContainsFunc(f.in.Text.Names, func(n english.Name) bool {
		return n.Kind == english.Location && n.Sentence == sentence && n.First <= token && token < n.Last
	})
}

// takesTown tells whether what a side takes is a place by its name: "the army took Gao".
func (f *finder) takesTown(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	taken := s.Child(token, "obj", "nsubj:pass")
	if taken < 0 {
		if taken = s.Child(token, "nsubj"); taken < 0 {
			return false
		}
	}
	if thing := s.Child(taken, "compound"); thing >= 0 && tables().nouns["trader"][s.Tokens[thing].Lemma] {
		return false // "seized the tanker Oslo"
	}
	state := slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Kind == lexicon.StateMatch && m.First <= taken && taken <= m.Last
	})
	if state {
		return false // "took Norland to court"
	}
	town := f.locates(sentence, taken) || slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Kind == lexicon.PlaceMatch && m.First <= taken && taken <= m.Last
	})
	if !town {
		return false
	}
	return partisan(f.subject(sentence, token)) ||
		partisan(f.behind(sentence, token, "by")) ||
		partisan(f.behind(sentence, token, "to"))
}
