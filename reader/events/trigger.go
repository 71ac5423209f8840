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

// toldBy is the event of a trigger as another word of its sentence tells it.
func (t trigger) toldBy(token int) trigger {
	return trigger{sentence: t.sentence, token: token, sense: t.sense, support: -1}
}

// verb is the verb of a trigger, or the one that its noun is the object of.
func (t trigger) verb() int {
	if t.support >= 0 {
		return t.support
	}
	return t.token
}

// asVerb is the verb that carries a noun in its place: "hold" for the talks in "to hold talks".
func (t trigger) asVerb() trigger {
	if t.support >= 0 {
		t.token, t.sense.Noun = t.support, false
	}
	return t
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
		if !noun && (t.UPOS != "VERB" || t.Is("amod") || t.Is("compound") || prefixed(s, token)) || heading(s, token) {
			continue
		}
		for _, sense := range f.senses(t, noun) {
			if !wanted(sense) || !f.particlesFit(s, token, sense) || !f.companionFits(sentence, token, sense) {
				continue
			}
			if !noun && sense.Type == parley.Consult && byNobody(s, token) {
				continue // "nobody has discussed a meeting" may tell of the meeting
			}
			t := trigger{sentence: sentence, token: token, sense: sense, support: f.support(s, token, noun)}
			switch {
			case f.rioting(t):
				t.sense.Type, t.sense.Code, t.sense.Mode = parley.Protest, riots, ""
			case f.obstructing(t):
				t.sense.Type, t.sense.Code = parley.Protest, roadblocks
			case testFired(s, t):
				t.sense.Type, t.sense.Code, t.sense.Mode, t.sense.Recipients = parley.Mobilize, exercising, "", nil
			case f.byHackers(t):
				t.sense.Type, t.sense.Code, t.sense.Mode = parley.Coerce, hacking, ""
			case f.withheld(s, t):
				t.sense.Type, t.sense.Code, t.sense.Mode, t.sense.Word = parley.Coerce, besieging, "", "blockade"
			case f.searching(t):
				t.sense.Type, t.sense.Code, t.sense.Mode = parley.Coerce, arresting, ""
			}
			found = append(found, t)
			break
		}
	}
	return f.outermost(s, found)
}

// prefixed tells whether a hyphen joins a verb to the word before it, so that it is another: "strong-arm Norland".
func prefixed(s *english.Sentence, verb int) bool {
	if verb < 2 || s.Tokens[verb-1].Text != "-" || s.Tokens[verb-1].End != s.Tokens[verb].Start {
		return false
	}
	before := &s.Tokens[verb-2]
	return before.End == s.Tokens[verb-1].Start && before.UPOS == "ADJ"
}

// senses are those of a word, in American or British spelling.
func (f *finder) senses(t *english.Token, noun bool) []lexicon.Verb {
	lemma := strings.ToLower(t.Lemma)
	found := f.in.Lexicon.Verbs(lemma, noun)
	if len(found) > 0 || lemma == "" {
		return found
	}
	if stem, british := strings.CutSuffix(lemma, "ise"); british {
		return f.in.Lexicon.Verbs(stem+"ize", noun)
	}
	return nil
}

// ofPerson tells whether a noun is told of somebody by name: "the release of Anna Kovar", "Anna Kovar's release".
func (f *finder) ofPerson(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(noun) {
		m, ok := f.in.Cast.At(sentence, child)
		if !ok || m.Form != actors.Named || s.Case(child) != "of" && !s.Tokens[child].Is("nmod:poss") {
			continue
		}
		if f.personal(f.fillersOf(m)) {
			return true
		}
	}
	return false
}

// rings tells whether the object of "call" is somebody in office, and nothing says what they
// are called.
func (f *finder) rings(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object, said := s.Child(verb, "obj"), s.Child(verb, "xcomp", "ccomp", "iobj", "compound:prt")
	if object < 0 && said >= 0 && s.Tokens[said].UPOS == "PROPN" {
		if first, _ := s.Subtree(said); first == verb+1 { // the name behind the verb, taken for what somebody is called
			object, said = said, -1
		}
	}
	if object < 0 || said >= 0 || s.Case(object) != "" {
		return false
	}
	if namedSo(s, object) {
		return false
	}
	if aim := s.Child(verb, "advcl"); aim >= 0 && !(s.Infinitive(aim) && tables().nouns["calling"][s.Tokens[aim].Lemma]) {
		return false
	}
	m, ok := f.in.Cast.At(sentence, object)
	if !ok || m.Form != actors.Named || m.First < verb || m.Last < len(s.Tokens) && !behindName[s.Tokens[m.Last].UPOS] {
		return false
	}
	for _, a := range f.in.Cast.Of(m) {
		if a.Kind == parley.PersonActor && len(a.Offices) > 0 {
			return m.Last >= len(s.Tokens) || s.Tokens[m.Last].Text != "“" && s.Tokens[m.Last].Text != "\"" && s.Tokens[m.Last].Text != "‘"
		}
	}
	return false
}

// namedSo tells whether behind somebody's name stands what he is called rather than what he is:
// "calls the president, Anna Kovar, a thief".
func namedSo(s *english.Sentence, name int) bool {
	_, last := s.Subtree(name)
	commas := 0
	for at := name + 1; at < last; at++ {
		if article := strings.ToLower(s.Tokens[at].Text); (article == "a" || article == "an") && s.Tokens[at-1].Text == "," && commas > 1 {
			return true
		}
		if s.Tokens[at].Text == "," {
			commas++
		}
	}
	return false
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
	by := &s.Tokens[o.token]
	mediated := n.Is("acl") && t.sense.Mode == "mediation" && s.Passive(t.token)
	if mediated && n.Head == o.token || by.Is("acl") && o.sense.Mode == "mediation" && by.Head == t.token {
		return mediated // "talks mediated by Norland"
	}
	if underMediation(s, o, t) {
		return true
	}
	consults := o.sense.Type == parley.Consult && t.sense.Type == parley.Consult
	if consults && (hostedBeside(s, o.token, t.token) || hostedBeside(s, t.token, o.token)) {
		return n.Head == o.token // "a meeting hosted by Norland"
	}
	if by.Head == t.token && by.Is("acl") && o.sense.Type == t.sense.Type && s.Passive(o.token) && s.Object(o.token) == t.token {
		return true // "sanctions imposed on Norland"
	}
	if n.Head != o.token || o.token == t.token {
		return false
	}
	if o.sense.Word == "agree" && n.Is("xcomp") && t.sense.Mode == "ceasefire" && slices.Contains(t.sense.With, "truce") {
		return true // "agreed to extend the truce"
	}
	assaults := o.sense.Type == parley.Assault && t.sense.Type == parley.Assault
	if assaults && o.sense.Noun && n.Is("acl") && (s.Passive(t.token) || n.XPOS == "VBG") && s.Object(t.token) != o.token {
		return true // "the attack in which ten people were killed", "an attack targeting a church"
	}
	purpose := n.Is("advcl") || n.Is("xcomp") || n.Is("acl")
	if consults && o.sense.Mode != "visit" && purpose && !t.sense.Noun && s.Infinitive(t.token) {
		return true // "met to discuss a truce"
	}
	if o.sense.Type == t.sense.Type {
		if prep := s.Case(t.token); n.Is("nmod") && (prep == "including" || prep == "like") {
			return false // "attacks, including the May 2 raid"
		}
		return n.Is("nmod") || n.Is("compound") || n.Is("obj") || n.Is("nsubj:pass")
	}
	attacks := t.sense.Type == parley.Assault && n.XPOS == "NNS"
	if o.sense.Type == parley.Retreat && (tables().nouns["lasting"][n.Lemma] || attacks && byName(s, t.token)) {
		return false // what is to be ended goes on
	}
	return !o.sense.Noun && len(o.sense.With) > 0 && (n.Is("obj") || n.Is("nsubj:pass"))
}

// underMediation tells whether a noun says under whose mediation something was agreed or talked about: "signed an accord
// under Norland's mediation".
func underMediation(s *english.Sentence, agreed, noun trigger) bool {
	if !noun.sense.Noun || noun.sense.Mode != "mediation" || agreed.sense.Mode == "mediation" || !mediates(s, noun.token) {
		return false
	}
	consulted := agreed.sense.Type == parley.Consult || agreed.sense.Type == parley.Agree
	return consulted && s.Dominates(s.Clause(agreed.token), noun.token)
}

// hostedBeside tells whether a participle says by whom talks were hosted, of which their noun tells the rest: who holds
// them, and not the host alone, takes part in them.
func hostedBeside(s *english.Sentence, participle, noun int) bool {
	p, n := &s.Tokens[participle], &s.Tokens[noun]
	if !p.Is("acl") || p.Head != noun || !s.Passive(participle) {
		return false
	}
	return tables().nouns["hosting"][p.Lemma] || n.Is("obj") && n.Head >= 0 && s.Child(n.Head, "nsubj") >= 0
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
		if _, numbered := f.ordinal(s, token); !numbered {
			continue
		}
		if slices.ContainsFunc(found, func(o trigger) bool { return o.token == token || o.token == t.Head }) {
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
	if lemma := s.Tokens[token].Lemma; lemma == "one" || lemma == "ones" || tables().nouns["round"][lemma] {
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

// behindName are the kinds of words that may stand right behind a name which is a whole phrase.
var behindName = map[string]bool{"ADP": true, "PUNCT": true, "PROPN": true, "NOUN": true, "PART": true}
