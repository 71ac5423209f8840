package events

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// complementStatus is the status of an infinitive or clause under another verb:
// planned under "plan", proposed under "urge", as far as the verb over it under
// "continue".
func (f *finder) complementStatus(s *english.Sentence, verb, depth int) (state, bool) {
	head := s.Tokens[verb].Head
	if head < 0 {
		// A bare infinitive over nothing is a headline's future: "X to meet Y".
		return state{is: parley.Planned, span: spanOf(s, verb), certainty: .6}, true
	}
	if isTo(s, verb) {
		return state{is: parley.Planned, span: spanOf(s, verb), certainty: .7}, true
	}
	if charged(s, verb) {
		return state{is: parley.Happened, span: spanOf(s, verb), certainty: .6}, true
	}
	if s.Infinitive(verb) && auxiliary(s, verb, "have", "") && !uncertain(s, head) && !s.Negated(verb) && tables().nouns["claiming"][s.Tokens[head].Lemma] {
		return state{is: parley.Happened, span: spanOf(s, s.Child(verb, "aux")), certainty: .5}, true // "claims to have shelled the town"
	}
	if s.Tokens[head].Lemma == "have" && s.Infinitive(verb) && s.Tokens[verb].Is("xcomp") {
		return f.hasTo(s, verb, head, depth)
	}
	switch effect := complementEffect(s, head); {
	case effect == "" || s.Negated(head):
	case effect == "drop":
		return state{}, false
	case effect == "planned":
		return decided(state{is: parley.Planned, span: spanOf(s, head), certainty: .7}, false) // "aims to sign an accord"
	case effect == "done":
		if st, ok := f.verbStatus(s, head, depth+1); ok && phase(st.is) == 0 {
			return st, true // "persuaded Norland to free the pilot"
		}
	case effect == "ongoing" && s.Infinitive(verb) && s.Tokens[head+1].Lemma == "on":
		return f.verbStatus(s, head, depth+1) // "went on to sign an accord"
	case effect == "ongoing": // "continued to shell the town"
		st, ok := f.governed(s, head, depth+1)
		if st.is == parley.Happened {
			st.is = parley.Ongoing
		}
		return st, ok
	}
	if resolves(s, verb) {
		return f.verbStatus(s, head, depth+1)
	}
	if h := &s.Tokens[head]; h.UPOS == "ADJ" && tables().status["governor"][h.Lemma] == "" && tables().status["complement"][h.Lemma] == "" {
		return state{is: parley.Proposed, span: spanOf(s, head), certainty: .5}, !s.Negated(head) // "determined to reach a deal"
	}
	if s.Tokens[head].Lemma == "go" && s.Tokens[head].XPOS == "VBG" && s.Tokens[verb].Is("xcomp") {
		return decided(state{is: parley.Planned, span: spanOf(s, head), certainty: .7}, s.Negated(head)) // "is going to sign"
	}
	if deemed(s, head) {
		return state{}, false
	}
	if s.Tokens[verb].Is("acl") {
		if st, a := f.onNoun(s, verb, depth); a != unsaid {
			return st, a == told
		}
	}
	if s.Tokens[verb].Is("advcl") || s.Tokens[verb].Is("acl") {
		if s.Tokens[head].UPOS == "NOUN" || s.Tokens[head].UPOS == "VERB" || s.Child(head, "cop") >= 0 && s.Case(head) == "in" { // "is in Oslo to sign a pact"
			st, ok := f.governed(s, head, depth+1)
			if ok && (st.is == parley.Happened || st.is == parley.Ongoing) {
				st = state{is: parley.Planned, span: st.span, certainty: .4, purpose: forSubject(s, verb) < 0}
			}
			return st, ok
		}
	}
	return f.governed(s, head, depth+1)
}

// complementEffect is what a verb, alone or with "on", makes of what it governs; "" where the table has none.
func complementEffect(s *english.Sentence, verb int) string {
	effects, lemma := tables().status["complement"], s.Tokens[verb].Lemma
	if next := verb + 1; next < len(s.Tokens) && s.Tokens[next].Lemma == "on" && s.Tokens[next].Head == verb {
		return cmp.Or(effects[lemma+" on"], effects[lemma])
	}
	return effects[lemma]
}

// isTo tells whether a form of "be" before an infinitive says what its subject is about to do: "the ministers are to meet".
func isTo(s *english.Sentence, verb int) bool {
	be := s.Child(verb, "cop")
	return be >= 0 && s.Infinitive(verb) && s.Tokens[be].Feat("Tense") == "Pres" && s.Child(verb, "nsubj") >= 0 && s.Tokens[be].Lemma == "be"
}

// hasTo is the status of what somebody has to do: done where they had to, "has yet to sign" or "has until May to sign"
// tell nothing.
func (f *finder) hasTo(s *english.Sentence, verb, have, depth int) (state, bool) {
	switch {
	case hasBelow(s, have, "yet"), hasCase(s, have, "until"):
		return state{}, false
	case s.Tokens[have].XPOS == "VBD":
		return f.governed(s, have, depth+1)
	}
	return state{is: parley.Proposed, span: spanOf(s, have), certainty: .5}, !s.Negated(have)
}

// onNoun reads what a clause says of the noun that it hangs on.
func (f *finder) onNoun(s *english.Sentence, verb, depth int) (state, answer) {
	head := s.Tokens[verb].Head
	if s.Tokens[head].UPOS == "PROPN" {
		// "Kovar to meet Holm" is a headline's future; "plans for Kovar to
		// meet Holm" hang on the plans.
		if over := s.Clause(head); over != head && s.Tokens[head].Head >= 0 {
			return settled(f.governed(s, over, depth+1))
		}
		return state{is: parley.Planned, span: spanOf(s, verb), certainty: .6}, told
	}
	if generic(s, head) && tables().status["deverbal"][s.Tokens[head].Lemma] != "" {
		return state{}, untold // "has no plans to close the port"
	}
	if leave := permission(s, verb); leave >= 0 {
		return state{is: parley.Planned, span: spanOf(s, leave), certainty: .6}, told // "has permission to send food"
	}
	if mark := s.Child(verb, "mark"); s.Tokens[verb].XPOS == "VBG" && mark >= 0 && s.Tokens[mark].Lemma == "in" {
		return settled(f.verbStatus(s, s.Clause(head), depth+1)) // "thanked Norland for its help in freeing the crew"
	}
	if s.Infinitive(verb) && numberedDoer(s, head) {
		return settled(f.verbStatus(s, s.Clause(head), depth+1)) // "is the first leader to visit Norland"
	}
	if tables().nouns["termed"][s.Tokens[head].Lemma] && s.Infinitive(verb) {
		return state{}, untold // "a deadline for Norland to sign the deal"
	}
	if effect := tables().status["deverbal"][s.Tokens[head].Lemma]; s.Tokens[head].UPOS == "NOUN" && effect == "proposed" {
		return state{is: parley.Proposed, span: spanOf(s, head), certainty: .5}, told // "a proposal to ban imports"
	}
	if tables().nouns["decision"][s.Tokens[head].Lemma] && s.Child(head, "nmod:poss") >= 0 && s.Tokens[s.Clause(head)].Feat("Tense") == "Past" {
		return state{is: parley.Happened, span: spanOf(s, verb), certainty: .5}, told // "followed Norland's decision to end the raids"
	}
	return state{}, unsaid
}

// numberedDoer tells whether a noun is of the first or last to do something.
func numberedDoer(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; tables().nouns["numbered"][strings.ToLower(t.Lemma)] {
			return t.Is("amod")
		}
	}
	return false
}

// resolves tells whether a body's vote does what an infinitive says: "voted to impose
// sanctions".
func resolves(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return (t.Is("xcomp") || t.Is("advcl")) && t.Head >= 0 && s.Infinitive(verb) && tables().nouns["voting"][s.Tokens[t.Head].Lemma] && s.Tokens[t.Head].UPOS == "VERB"
}

// deemed tells whether a noun says of nobody what something is that may be done: "it is a mistake for Norland to arm
// rebels", "it is time to free the crew".
func deemed(s *english.Sentence, noun int) bool {
	copula, subject := s.Child(noun, "cop"), s.Child(noun, "nsubj", "expl")
	return s.Tokens[noun].UPOS == "NOUN" && copula >= 0 && s.Tokens[copula].Feat("Tense") == "Pres" && subject >= 0 && s.Tokens[subject].Lemma == "it"
}
