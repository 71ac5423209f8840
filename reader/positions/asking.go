package positions

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// ofOthers tells whether a noun for a wish is about what somebody else is to do: "the
// desire for Sudmark to withdraw". It is read from the words, since parses of it differ.
func ofOthers(s *english.Sentence, noun int) bool {
	if s.Tokens[noun].UPOS != "NOUN" || noun+2 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[noun+1].Text, "for") {
		return false
	}
	for at := noun + 2; at+1 < min(noun+2+longestWish, len(s.Tokens)); at++ {
		switch t := &s.Tokens[at]; {
		case t.UPOS == "VERB", t.UPOS == "PUNCT", t.UPOS == "CCONJ":
			return false
		case strings.EqualFold(t.Text, "to") && s.Tokens[at+1].XPOS == "VB":
			return !tables().roles["undertakings"][s.Tokens[at-1].Lemma] // "support for efforts to"
		}
	}
	return false
}

// longestWish is how many words name who is to do something, at most.
const longestWish = 10

// asks tells whether a verb that may also put a question, make a claim or tell a lack takes
// a stance: "asked Norland to withdraw", "insists that Norland withdraw".
func asks(s *english.Sentence, token int) bool {
	is, lemma := tables().roles, s.Tokens[token].Lemma
	switch {
	case s.Tokens[token].UPOS == "NOUN" && is["leanings"][lemma]: // "an interest in talks", "the national interest"
		return token+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[token+1].Text, "in")
	case s.Tokens[token].UPOS == "NOUN" && is["hopes"][lemma]: // "expressed hope", not "raised hopes"
		return s.Child(token, "nmod:poss") >= 0 || voicedBy(s, token)
	case s.Tokens[token].UPOS == "NOUN" && is["lodged"][lemma]: // "lodged a protest", not "the protests in Norland"
		return voicedBy(s, token) || inProtest(s, token)
	case s.Tokens[token].UPOS == "NOUN" && is["sided"][lemma]: // "voiced opposition", "its opposition to the pact", not "the opposition called for"
		over := s.Tokens[token].Head
		return voicedBy(s, token) || token+1 < len(s.Tokens) && s.Tokens[token+1].Lemma == "to" || over >= 0 && s.Tokens[token].Is("obj") && is["draws"][s.Tokens[over].Lemma]
	case s.Tokens[token].UPOS == "NOUN" && is["doubts"][lemma]: // "ordered a review of the agreement"
		over := s.Tokens[token].Head
		return over >= 0 && s.Tokens[token].Is("obj") && is["decrees"][s.Tokens[over].Lemma]
	case s.Tokens[token].UPOS == "NOUN" && is["wills"][lemma]: // "the political will to cooperate", not "the will of the people"
		deed := s.Child(token, "acl")
		return deed >= 0 && s.Infinitive(deed)
	case s.Tokens[token].UPOS == "NOUN" && is["intentions"][lemma]: // the deed tells it: "no intention of talking"
		return s.Child(token, "acl") < 0
	case s.Tokens[token].UPOS != "VERB":
		return true
	case is["questions"][lemma]:
		below := s.Child(token, "xcomp")
		if s.Child(token, "nsubj") < 0 && (marked(s, token, "when") || opensWith(s, token, "when")) {
			return false // "when asked to say"
		}
		wished := s.Child(token, "ccomp") // "asked that Norland withdraw"
		return below >= 0 && s.Infinitive(below) || particleWith(s, token, "for", false) || wished >= 0 && (s.Tokens[wished].XPOS == "VB" || s.Tokens[wished].XPOS == "VBP") && s.Child(wished, "aux") < 0 && marked(s, wished, "that")
	case is["bids"][lemma]: // "told Sudmark to withdraw", but not "told reporters that"
		return bidding(s, token) >= 0
	case is["oaths"][lemma]: // "vowed revenge"; where a deed is told, that tells it
		return ownDeed(s, token) < 0
	case is["pledges"][lemma]: // "committed to talks", not "committed troops", "committed a crime"
		return token+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[token+1].Text, "to")
	case is["likes"][lemma]: // "would like a truce"
		return wishes(s, token)
	case is["efforts"][lemma], is["tries"][lemma]: // "is working to reach a truce"
		below := ownDeed(s, token)
		return below >= 0 && s.Tokens[token].XPOS == "VBG" && !s.Negated(below) && !s.Negated(token)
	case is["concludes"][lemma]: // "reached an agreement to", not "will reach"
		how, _ := moodOf(s, token)
		return how == done
	case is["stresses"][lemma]: // "emphasized that" is but a way to say so
		return s.Child(token, "obj") >= 0 && s.Child(token, "ccomp") < 0
	case is["lacks"][lemma]: // "what they need", "need not persuade"
		return !s.Tokens[token].Is("acl:relcl") && !(s.Negated(token) && s.Child(token, "xcomp") >= 0)
	case is["claims"][lemma]:
		return claimsDeed(s, token)
	}
	return true
}

// inProtest tells whether a noun tells why somebody does a thing: "recalled its envoy in protest at the raids", but not who
// but leaves his own side.
func inProtest(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	alone := s.Tokens[noun].Feat("Number") != "Plur" && s.Child(noun, "det", "amod", "compound") < 0
	return over >= 0 && alone && s.Tokens[noun].Is("obl") && s.Case(noun) == "in" && !tables().roles["resigns"][s.Tokens[over].Lemma]
}

// voicedBy tells whether a noun is the object of a verb whose subject takes the stance that it names: "expressed
// hope".
func voicedBy(s *english.Sentence, noun int) bool {
	over := s.Tokens[noun].Head
	return over >= 0 && s.Tokens[noun].Is("obj") && tables().holds[s.Tokens[over].Lemma]
}

// wishes tells whether a verb stands behind "would": "would like a truce".
func wishes(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		word := strings.ToLower(s.Tokens[child].Text)
		if s.Tokens[child].Is("aux") && (word == "would" || word == "'d" || word == "’d") {
			return true
		}
	}
	return false
}

// expectsOf tells whether a verb says what is expected of another side, and not what is expected to come: "expects
// Sudmark to withdraw", not "expects the raids to go on".
func (f *finder) expectsOf(sentence, verb int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	who := s.Child(verb, "obj", "iobj")
	if clause := s.Child(verb, "ccomp"); who < 0 && clause >= 0 {
		who = s.Child(clause, "nsubj", "nsubj:pass")
	}
	if who < 0 {
		return true
	}
	return f.ofAnother(sentence, who, party) || tables().sides[s.Tokens[who].Lemma]
}

// bids tells whether a verb of command has another side for its object, who is to do what an infinitive
// tells: "told Sudmark to withdraw", "ordered Sudmark troops to leave".
func (f *finder) bids(sentence, verb int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	object := bidding(s, verb)
	if object < 0 {
		return false
	}
	return f.ofAnother(sentence, object, party)
}

// ofAnother tells whether a noun or name tells of another side than a party: "Sudmark", "the Sudmark troops".
func (f *finder) ofAnother(sentence, token int, party string) bool {
	if m, ok := f.in.Cast.At(sentence, token); ok && m.Affiliation != "" {
		return m.Affiliation != party
	}
	owner, foreign := f.demonymOf(sentence, token, token)
	return foreign && owner.party != party
}

// bidding is the object of a verb of command that is to do what an infinitive behind it tells; -1 where
// there is none.
func bidding(s *english.Sentence, verb int) int {
	object, deed := s.Child(verb, "obj", "iobj"), s.Child(verb, "xcomp", "advcl")
	if object < verb || deed < object || !s.Infinitive(deed) || s.Passive(verb) {
		return -1
	}
	return object
}

// claimsDeed tells whether who insists on something wants it done, and does not hold it to be so.
func claimsDeed(s *english.Sentence, token int) bool {
	claim := s.Child(token, "ccomp")
	if claim < 0 {
		return true
	}
	if right := s.Child(claim, "obj"); right >= 0 && tables().roles["rights"][s.Tokens[right].Lemma] {
		return true
	}
	if subject := s.Child(claim, "nsubj", "nsubj:pass"); subject >= 0 && s.HasNo(subject) {
		return false // readModal reads "insisted no talks should take place"
	}
	word, _ := modalOver(s, claim)
	_, helped := auxiliaryMood(s, claim)
	return s.Tokens[claim].XPOS == "VB" && !helped || subjunctive(s, claim) || word == "must" || word == "should"
}

// underModal tells whether a verb has a modal or "to" before it.
func underModal(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].XPOS == "MD" || s.Tokens[child].XPOS == "TO" {
			return true
		}
	}
	return false
}

// subjunctive tells whether a verb of a clause lacks the ending that its subject
// wants: "that Norland withdraw", "that the troops be withdrawn".
func subjunctive(s *english.Sentence, verb int) bool {
	if be := s.Child(verb, "aux:pass", "cop"); be >= 0 && strings.EqualFold(s.Tokens[be].Text, "be") && s.Child(verb, "nsubj", "nsubj:pass") >= 0 {
		return !underModal(s, verb)
	}
	subject := s.Child(verb, "nsubj")
	return s.Tokens[verb].XPOS == "VBP" && subject >= 0 && s.Tokens[subject].UPOS != "PRON" && s.Tokens[subject].Feat("Number") != "Plur" && s.Child(subject, "conj") < 0
}

// opensWithQuestion tells whether a clause begins with a word that asks: "how", "whether".
func opensWithQuestion(s *english.Sentence, clause int) bool {
	first, _ := s.Subtree(clause)
	word := &s.Tokens[first]
	return word.XPOS == "WRB" || word.XPOS == "WP" || word.XPOS == "WDT" && s.Tokens[clause].Is("ccomp") || word.Lemma == "whether" || word.Lemma == "if"
}

// opensWith tells whether a clause has an adverb right before it: "when asked".
func opensWith(s *english.Sentence, verb int, word string) bool {
	return verb > 0 && strings.EqualFold(s.Tokens[verb-1].Text, word)
}
