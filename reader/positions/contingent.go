package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// readContingent reads what somebody makes a thing hang on: "made a deal conditional on a withdrawal".
func (f *finder) readContingent(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	matter := s.Child(token, "obl")
	if !tables().roles["contingent"][s.Tokens[token].Lemma] || matter < token || s.Case(matter) != "on" && s.Case(matter) != "upon" || s.Negated(token) || hypothetical(s, token) {
		return false
	}
	var holders []holder
	if over := s.Tokens[token].Head; s.Tokens[token].Is("xcomp") && over >= 0 {
		var own bool
		if holders, own = f.holdersOf(sentence, over); !own {
			return false
		}
	} else if speaker, spoken := f.speakerAt(sentence, token); spoken {
		holders = append(holders, speaker)
	}
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Demands, certainty: .5}, holders, f.issuesInPhrase(sentence, matter))
}

// readHinged reads that somebody makes one thing hang on another: "conditioned its return to the talks on the
// lifting of sanctions", "linked the truce to a withdrawal".
func (f *finder) readHinged(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	thing := s.Child(verb, "obj")
	if s.Tokens[verb].UPOS != "VERB" || !tables().roles["hinges"][s.Tokens[verb].Lemma] || thing < verb || hypothetical(s, verb) {
		return false
	}
	matter := hingedOn(s, verb, thing)
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	if matter < 0 || !own || denied || how != done {
		return false
	}
	wanted := f.issuesInPhrase(sentence, matter)
	hung := best(f.targets(sentence, thing, scope{itself: true, without: matter}))
	if len(wanted) == 0 || len(hung) == 0 {
		return false
	}
	f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Conditional, certainty: .5}, holders, hung[:1])
	return f.takeAll(taken{sentence: sentence, token: matter, stance: parley.Demands, certainty: .5}, holders, wanted)
}

// readMadeTerm reads that somebody makes one thing the condition for another: "made the release of the captives a
// condition for a truce".
func (f *finder) readMadeTerm(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	verb := s.Clause(noun)
	thing, hung := s.Child(verb, "obj"), s.Child(noun, "nmod", "acl")
	if !tables().roles["conditions"][s.Tokens[noun].Lemma] || !tables().roles["makes"][s.Tokens[verb].Lemma] || thing < verb || thing >= noun || hung < noun {
		return false
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	wanted := best(f.targets(sentence, thing, scope{itself: true, fellows: true, without: noun}))
	if !own || denied || how != done || len(wanted) == 0 {
		return false
	}
	f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Conditional, certainty: .5}, holders, f.issuesUnder(sentence, hung))
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .5}, holders, wanted)
}

// hingedOn is what a thing is made to hang on, wherever the parse hangs it; -1 for nothing.
func hingedOn(s *english.Sentence, verb, thing int) int {
	for token := thing + 1; token < len(s.Tokens); token++ {
		c, t := s.Case(token), &s.Tokens[token]
		hangs := c == "on" || c == "upon" || c == "to" && !tables().roles["conditioned"][s.Tokens[verb].Lemma] // "linked the truce to"
		if hangs && (t.Is("obl") || t.Is("nmod")) && s.Dominates(verb, token) {
			return token
		}
	}
	return -1
}
