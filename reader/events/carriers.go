package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// carrier is who does what an event noun says, by the verb or adjective that
// carries the noun: the subject of "held talks", of "is responsible for the
// attack", the object of "blamed Norland for the attack".
func (f *finder) carrier(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if s.Tokens[t.token].Is("conj") && engagedIn(s, t) {
		return f.subject(t.sentence, t.token)
	}
	if own := s.Child(t.token, "nsubj"); own >= 0 && (s.Child(t.token, "cop") < 0 || engagedIn(s, t) || s.Case(t.token) == "behind") { // "with envoys meeting in Oslo", "Norland was behind the raid"
		return f.fillersAt(t.sentence, own)
	}
	noun := &s.Tokens[t.token]
	if s.Case(t.token) == "under" && t.sense.Type != parley.Agree {
		return nil // who comes under attack does not attack
	}
	if noun.Head >= 0 {
		over, verb := &s.Tokens[noun.Head], s.Clause(t.token)
		if near := noun.Head == verb || over.Is("obj") && over.Head == verb; near && blamesFor(s, t.token, verb) {
			return f.object(t.sentence, verb)
		}
		if s.Case(t.token) == "for" && tables().nouns["owning"][over.Lemma] {
			return f.responsible(t.sentence, noun.Head)
		}
	}
	if verb := boundBy(s, t); verb >= 0 {
		return f.subject(t.sentence, verb)
	}
	if doer := f.present(t.sentence, t.token); doer >= 0 && s.Case(t.token) == "for" {
		return f.fillersAt(t.sentence, doer)
	}
	if f.stays(t) {
		return f.subject(t.sentence, noun.Head)
	}
	if t.sense.Type == parley.Agree {
		for child := range s.Children(t.token) {
			if s.Tokens[child].Is("acl") && tables().nouns["concluding"][s.Tokens[child].Lemma] {
				return f.optional(t.sentence, s.Child(child, "nsubj")) // "the agreement with Norland that Kovar announced"
			}
		}
	}
	if noun.Head >= 0 && s.Tokens[noun.Head].UPOS == "VERB" && inTalks(s, t) {
		return f.subject(t.sentence, noun.Head)
	}
	if noun.Head >= 0 && asksTo(s, t) {
		return append(f.subject(t.sentence, noun.Head), f.object(t.sentence, noun.Head)...)
	}
	if doer := f.amid(t); len(doer) > 0 {
		return doer
	}
	if doer := f.traveller(t); len(doer) > 0 {
		return doer
	}
	if t.support < 0 || noun.Is("nsubj") || t.sense.Type == parley.Assault && f.grounds(t) || !bearsDoer(s, t) || s.Passive(t.support) && apart[s.Case(aboveNouns(s, t.token))] {
		return nil
	}
	return f.bearers(t)
}

// bearers are those who do what an event noun tells, by the verb that carries it: "Norland held talks", "is engaged in talks".
func (f *finder) bearers(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if all := f.subject(t.sentence, t.support); len(all) > 0 {
		return all
	}
	if tables().nouns["engaged"][s.Tokens[t.support].Lemma] && s.Passive(t.support) {
		return f.object(t.sentence, t.support)
	}
	return f.before(trigger{sentence: t.sentence, token: t.support})
}

// asksTo tells whether talks are what somebody asks others to: "invited Norland and Sudmark to talks".
func asksTo(s *english.Sentence, t trigger) bool {
	over := &s.Tokens[s.Tokens[t.token].Head]
	return t.sense.Type == parley.Consult && over.UPOS == "VERB" && tables().nouns["asking"][over.Lemma] && strings.EqualFold(firstMark(s, t.token), "to")
}

// firstMark is the word that joins a noun to what it hangs on, also where the parser took "to" for that of an infinitive.
func firstMark(s *english.Sentence, noun int) string {
	if word := s.Child(noun, "case", "mark"); word >= 0 && word < noun {
		return s.Tokens[word].Text
	}
	return ""
}

// responsible are those of whom a word says that something is their deed: "claimed responsibility", "the man
// responsible for the attack".
func (f *finder) responsible(sentence, word int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if t := &s.Tokens[word]; (t.Is("amod") || t.Is("acl")) && t.Head >= 0 && s.Child(word, "cop") < 0 {
		return f.fillersAt(sentence, t.Head)
	}
	return f.subject(sentence, s.Clause(word))
}

// bearsDoer tells whether the subject of the verb that carries a noun does what the noun says: "held talks", "laid siege",
// "is considering sanctions", "put off the talks".
func bearsDoer(s *english.Sentence, t trigger) bool {
	nouns, verb := tables().nouns, s.Tokens[t.support].Lemma
	if nouns["siege"][t.sense.Word] {
		if !layingOrLifting(verb) {
			return false
		}
		if nouns["laying"][verb] {
			return true
		}
	}
	if t.sense.Type == parley.Protest && nouns["quelling"][verb] {
		return false
	}
	if nouns["carrier"][verb] || t.sense.Type == parley.Sanction && nouns["deliberating"][verb] {
		return true
	}
	return s.Tokens[t.token].Is("obj") && joined(s, t.support) == "on-hold"
}

// boundBy is the verb whose subject an agreement of a date of its own binds; -1 where there is
// none.
func boundBy(s *english.Sentence, t trigger) int {
	noun := &s.Tokens[t.token]
	over := noun.Head
	if t.sense.Type != parley.Agree || !slices.Contains(t.sense.With, "@dated") || over < 0 {
		return -1
	}
	if (noun.Is("obj") || noun.Is("obl")) && tables().nouns["bound"][s.Tokens[over].Lemma] {
		return over // "Norland violated the 2015 accord"
	}
	if noun.Is("obl") && s.Case(t.token) == "under" && s.Tokens[over].UPOS == "VERB" {
		return over // "under the 2015 accord Norland gave up its claim"
	}
	if noun.Is("nmod") && tables().nouns["breach"][s.Tokens[over].Lemma] {
		return s.Clause(over) // "in breach of the 2015 accord"
	}
	return -1
}

// layingOrLifting tells whether a verb says that a siege begins or ends, which its doer does.
func layingOrLifting(verb string) bool {
	nouns := tables().nouns
	return nouns["laying"][verb] || nouns["lifting"][verb] || nouns["ending"][verb]
}

// grounds tells whether an attack is told as what a verb's deed came with or was done for, not as that deed: "executed a
// man over the attack", "hanged two men for attacks".
func (f *finder) grounds(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	noun, prep := &s.Tokens[t.token], s.Case(t.token)
	if noun.Is("obl") && beside[prep] {
		return true
	}
	return (noun.Is("obl") || noun.Is("nmod")) && (prep == "for" || beside[prep]) && tables().nouns["punishing"][s.Tokens[t.support].Lemma]
}
