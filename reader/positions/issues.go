package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// target is an issue phrase below a word that takes a stance.
type target struct {
	lexicon.IssueMatch
	rank float64 // its weight less its distance
	unit int     // the coordinated phrase that it stands in; -1 for the first
}

// mostIssues bounds how many issues one word may be about.
const mostIssues = 3

// issuesBelow are the issues that a word governs: in each member of a
// coordination below it ("demands that it withdraw and lift the blockade") the
// one that is weightiest and nearest in the tree. With subject, that of the
// word counts too.
func (f *finder) issuesBelow(sentence, token int, subject bool) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	targets := f.targets(sentence, token, scope{subject: subject, without: -1})
	if described(s, token) {
		targets = append(targets, f.above(sentence, token)...)
	}
	if found := best(targets); len(found) > 0 {
		return found
	}
	return f.beside(sentence, token)
}

// beside finds an issue that leaves no doubt a few words behind a verb or noun
// that takes a stance, before another clause begins.
func (f *finder) beside(sentence, token int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	last := token + 1
	for ; last < len(s.Tokens) && last <= token+besideReach; last++ {
		t := &s.Tokens[last]
		if t.Text == ";" || t.Text == "," || t.Text == ":" || s.Child(last, "nsubj") >= 0 && t.UPOS == "VERB" || t.UPOS == "SCONJ" || t.UPOS == "CCONJ" {
			break
		}
		if t.UPOS == "ADP" && (tables().prepositions[t.Lemma] == "aside" || t.Lemma == "over" && s.Tokens[last-1].UPOS == "PRON") {
			break // "will question him over the attack"
		}
	}
	for _, m := range f.issues[sentence] {
		if m.First > token && m.Last < last && m.Weight >= 5 && !(m.Issue == "withdrawal" && f.leavesNoPlace(sentence, m)) {
			return []lexicon.IssueMatch{m}
		}
	}
	return nil
}

// besideReach is how many words beside looks at.
const besideReach = 7

// described tells whether a verb's object is the noun that its clause hangs on:
// "conditions that Norland rejects", "a plan rejected by Norland".
func described(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	if !t.Is("acl") || t.Head < 0 || t.UPOS != "VERB" || s.Child(token, "ccomp", "xcomp") >= 0 {
		return false
	}
	if object := s.Child(token, "obj"); object >= 0 && !relative(s, object) {
		return false
	}
	if s.Passive(token) {
		return true
	}
	subject := s.Child(token, "nsubj")
	if subject < 0 {
		return false
	}
	return !relative(s, subject)
}

// relative tells whether a word is the pronoun of a relative clause.
func relative(s *english.Sentence, token int) bool {
	switch s.Tokens[token].Lemma {
	case "who", "which", "that":
		return s.Tokens[token].UPOS == "PRON"
	}
	return false
}

// above are the issues of the noun that a clause describes, and of the noun that
// this one explains: "withdrawal, a condition that Norland rejects".
func (f *finder) above(sentence, token int) []target {
	s := &f.in.Text.Sentences[sentence]
	noun := s.Tokens[token].Head
	targets := f.targets(sentence, noun, scope{subject: true, itself: true, fellows: true, without: token})
	for s.Tokens[noun].Is("appos") && s.Tokens[noun].Head >= 0 {
		without := noun
		noun = s.Tokens[noun].Head
		targets = append(targets, f.targets(sentence, noun, scope{subject: true, itself: true, fellows: true, without: without})...)
	}
	return targets
}

// scope says what below a word counts.
type scope struct {
	subject bool // the word's subject
	deed    bool // only what the word is done to, no clause that it governs
	itself  bool // the word
	fellows bool // what is coordinated with the word
	without int  // a word below it that does not count with all that it governs; -1 for none
}

// targets ranks the issue phrases below a word.
func (f *finder) targets(sentence, top int, of scope) []target {
	s := &f.in.Text.Sentences[sentence]
	var found []target
	for _, m := range f.issues[sentence] {
		anchor := s.Anchor(m.First, m.Last+1)
		if t := &s.Tokens[m.First]; m.First == m.Last && (m.Issue == "deal" || m.Issue == "security-guarantees") && t.UPOS == "VERB" {
			continue // "according to", "plans to", "cannot guarantee"
		}
		if m.Issue == "deal" && m.First == m.Last && intended(s, m.Last) {
			continue
		}
		if m.Issue == "talks" && m.First == m.Last && tables().between[s.Tokens[m.Last].Lemma] {
			continue
		}
		if m.Weight < 3 || !of.itself && m.First == top && m.Last == top || of.without >= 0 && s.Dominates(of.without, anchor) {
			continue
		}
		if m.Issue == "withdrawal" && f.leavesNoPlace(sentence, m) || f.aside(sentence, m) {
			continue
		}
		if behindCondition(s, top, m.First) {
			continue
		}
		cost, unit, ok := reach(s, top, anchor, of)
		if !ok || m.Weight < 4 && cost > weakReach {
			continue
		}
		rank := float64(m.Weight) - cost
		switch {
		case cost <= direct:
			rank++
		case broad(m.Issue):
			rank -= .5
		}
		found = append(found, target{m, rank, unit})
	}
	found = slices.DeleteFunc(found, func(t target) bool {
		return slices.ContainsFunc(found, func(o target) bool { return o.Issue == "deal" && o.First != t.First && partOf(s, t, o) })
	})
	found = slices.DeleteFunc(found, func(t target) bool { // "the threat to bring the sanctions back"
		return t.First == t.Last && tables().roles["threats"][s.Tokens[t.First].Lemma] && slices.ContainsFunc(found, func(o target) bool {
			return o.First > t.First && o.Issue != t.Issue && s.Dominates(t.First, o.First)
		})
	})
	return slices.DeleteFunc(found, func(t target) bool {
		return broad(t.Issue) && slices.ContainsFunc(found, func(o target) bool {
			planned := t.Issue == "deal" && t.First == t.Last && o.Weight >= 3 && tables().plans["noun"][s.Tokens[t.Last].Lemma] && !broad(o.Issue) // "a plan to send peacekeepers"
			return (planned || o.Weight >= 4) && (!broad(o.Issue) || t.Issue == "deal" && o.Issue == "talks") && deals(s, t, o)
		})
	})
}

// behindCondition tells whether a condition opens between a word and an issue, where the
// parse may have drawn its first noun into the clause before: "will stop the war once all
// the hostages return".
func behindCondition(s *english.Sentence, top, issue int) bool {
	behind, enclosed := false, false
	for token := top + 1; token < issue; token++ {
		switch t := &s.Tokens[token]; {
		case t.Text == "," && enclosed: // "demands that, once the talks end, the troops leave"
			behind = false
		case exchangeAt(s, token), token+2 < issue && provides(s, token):
			behind = true // "offered a swap in return for an end to the war", "no truce as long as he is in power"
		case t.UPOS == "SCONJ" && tables().roles["opens"][t.Lemma]:
			behind, enclosed = true, s.Tokens[token-1].Text == ","
		}
	}
	return behind
}

// intended tells whether a plan is no more than what somebody means to do: "plans to
// build a port".
func intended(s *english.Sentence, noun int) bool {
	if !tables().plans["meant"][s.Tokens[noun].Lemma] {
		return false
	}
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; t.Is("amod") && t.XPOS == "VBN" && tables().plans["sponsors"][t.Lemma] {
			return false // "a Norland-backed plan to deliver aid"
		}
	}
	deed := s.Child(noun, "acl")
	return deed >= 0 && s.Infinitive(deed) && !tables().plans["purposes"][s.Tokens[deed].Lemma]
}

// deals tells whether a narrow issue is what a broad one deals with: "talks on
// sanctions", "a deal to lift sanctions".
func deals(s *english.Sentence, wide, narrow target) bool {
	noun := s.Anchor(wide.First, wide.Last+1)
	if s.Tokens[noun].UPOS == "VERB" && wide.Issue == "deal" { // "reach an agreement"
		noun = wide.Last
	}
	for at := s.Anchor(narrow.First, narrow.Last+1); at != noun; at = s.Tokens[at].Head {
		if s.Tokens[at].Head < 0 {
			return false
		}
		if s.Tokens[at].Head == noun {
			return tables().prepositions[preposition(s, at)] == "about" || s.Tokens[at].Is("acl") && s.Infinitive(at) && !tables().plans["purposes"][s.Tokens[at].Lemma]
		}
	}
	return false
}

// broad tells whether an issue is one that nearly every sentence about a negotiation touches; a
// narrower one as near is what is meant.
func broad(issue string) bool { return tables().issues["broad"][issue] }

// The costs of an arc of the tree, and the least rank of an issue; a phrase that
// is but a hint counts only near the word.
const (
	step      = .6
	direct    = 1
	weakReach = 1.9
	leastRank = .8
)

// reach is how far below a word another lies; ok is false where it does not, or
// where a clause lies between that says something of its own.
func reach(s *english.Sentence, top, token int, of scope) (cost float64, unit int, ok bool) {
	unit = -1
	for at := token; at != top; {
		t := &s.Tokens[at]
		if t.Head < 0 {
			return 0, 0, false
		}
		arc, passable := arcCost(s, at, top, of)
		if !passable {
			return 0, 0, false
		}
		switch {
		case t.Is("conj"):
			unit = at
		case t.Is("acl:relcl"):
			unit = -1
		}
		if cost += arc; cost > 6 {
			return 0, 0, false
		}
		at = t.Head
	}
	return cost, unit, true
}

func arcCost(s *english.Sentence, at, top int, of scope) (cost float64, passable bool) {
	t := &s.Tokens[at]
	switch {
	case t.Is("conj") && s.Infinitive(t.Head) && finiteForm(s, at):
		return 0, false // the parse drew a verb of the whole sentence down: "urged him to stay and announced"
	case t.Is("conj") && t.XPOS == "VBG" && s.Tokens[t.Head].XPOS == "VB" && s.Child(at, "ccomp") >= 0:
		return 0, false // the same: "urged him to stay, warning that"
	case t.Is("conj"):
		return .1, of.fellows || t.Head != top || s.Infinitive(at) && !s.Infinitive(top) || shares(s, top, at)
	case t.Is("parataxis"), t.Is("ccomp") && of.deed && t.Head == top:
		return 0, false
	case t.Is("nsubj") && t.Head == top:
		return step, of.subject || t.Is("nsubj:pass")
	case t.Is("advcl"):
		return .5, s.Infinitive(at) || gerundBehind(s, at) || t.XPOS == "VBG" && (marked(s, at, "by") || marked(s, at, "for") || marked(s, at, "in") || marked(s, at, "on") || marked(s, at, "about") || marked(s, at, "of") && s.Tokens[t.Head].UPOS == "ADJ" || marked(s, at, "from") || marked(s, at, "include") || marked(s, at, "against"))
	case t.Is("acl:relcl") && s.Tokens[t.Head].Lemma == "what" && tables().roles["brands"][t.Lemma]:
		return 0, true // "supported what he called the plan"
	case t.Is("acl:relcl"):
		return 1.5, true
	case of.deed && s.Case(at) == "over" && !handsOver(s, t.Head):
		return 0, false // why it is done: "suspended talks over the blockade"
	case t.Is("obl"), t.Is("nmod"), t.Is("acl"):
		return phraseCost(s, at, top)
	case t.Is("xcomp") && of.deed && t.Head == top && s.Child(top, "obj") >= 0 && !(tables().roles["lets"][s.Tokens[top].Lemma] && s.Negated(top)):
		return 0, false // "left them to negotiate" is their deed, but "will not let them build a bomb"
	case t.Is("xcomp"), t.Is("ccomp"):
		return .2, true
	case t.Is("appos"):
		return .3, true
	}
	return step, true
}

// handsOver tells whether "over" goes with a verb right before it, though the parse may take it for a preposition: "will
// not hand over its weapons".
func handsOver(s *english.Sentence, verb int) bool {
	return verb+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[verb+1].Text, "over") && withParticle(s, verb)
}

// shares tells whether a noun that the parse coordinates with one that takes a stance is
// rather what that one is about as well: "support for a truce as well as the
// implementation of the plan".
func shares(s *english.Sentence, top, fellow int) bool {
	if s.Tokens[top].UPOS == "VERB" && s.Tokens[fellow].UPOS == "NOUN" { // "called for a truce and for the release"
		return s.Case(fellow) == "for" && particleWith(s, top, "for", false)
	}
	if s.Tokens[top].UPOS != "NOUN" || s.Tokens[fellow].UPOS != "NOUN" || isStanceWord(s, fellow) || s.Child(top, "nmod", "acl") < 0 {
		return false
	}
	cc := s.Child(fellow, "cc")
	return cc >= 0 && strings.EqualFold(s.Tokens[cc].Text, "as")
}

// phraseCost is the cost of a phrase; one that tells when, where or by whom is
// not what a stance is taken on.
func phraseCost(s *english.Sentence, at, top int) (cost float64, passable bool) {
	c, head := preposition(s, at), s.Tokens[at].Head
	if s.Tokens[at].Lemma == "follow" || c == "without" && tables().evils[s.Tokens[at].Lemma] { // "wants a vote without violence"
		return 0, false
	}
	if mark := s.Child(at, "case"); c == "of" && mark > 0 && tables().prepositions[s.Tokens[mark-1].Lemma] == "aside" {
		return 0, false // "irrespective of any agreement"
	}
	if c == "of" && head != top && tables().roles["dreads"][s.Tokens[head].Lemma] {
		return 0, false // "for fear of reprisals"
	}
	if within := tables().prepositions[c+" "+s.Tokens[head].Lemma] != ""; within && (head == top || c == "by") {
		return step, true
	}
	if c == "in" {
		if tables().roles["events"][s.Tokens[at].Lemma] {
			return 0, false // "in the event of an attack"
		}
		if head != top && s.Tokens[head].UPOS == "NOUN" && tables().roles["means"][s.Tokens[at].Lemma] && !tables().roles["partakes"][s.Tokens[head].Lemma] {
			return 0, false // "agreed to a mechanism in talks"
		}
		return step, head != top && s.Tokens[head].UPOS != "PROPN"
	}
	if c == "over" && head != top && s.Tokens[head].UPOS == "VERB" && s.Child(head, "obj") >= 0 {
		return 0, false // "wants to question him over the attack"
	}
	if c == "as" && head == top && s.Tokens[head].UPOS == "VERB" && s.Child(head, "obj") >= 0 {
		return 0, false // "accepted them as a humanitarian case"
	}
	if c == "through" && tables().roles["means"][s.Tokens[at].Lemma] {
		return step, true // "must be settled through talks"
	}
	return step, tables().prepositions[c] != "aside"
}

// partOf tells whether an issue is but a part of a plan that somebody takes a stance on: "accepted
// the plan, including a truce".
func partOf(s *english.Sentence, part, whole target) bool {
	noun := s.Anchor(whole.First, whole.Last+1)
	for at := s.Anchor(part.First, part.Last+1); at != noun && s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		if over := s.Tokens[at].Head; over == noun || over == s.Tokens[noun].Head {
			return preposition(s, at) == "including"
		}
	}
	return false
}

// preposition is what marks a phrase or gerund.
func preposition(s *english.Sentence, at int) string {
	c := s.Case(at)
	if mark := s.Child(at, "mark"); c == "" && mark >= 0 {
		c = s.Tokens[mark].Lemma
	}
	return c
}

// marked tells whether a clause has a marker.
func marked(s *english.Sentence, clause int, word string) bool {
	for child := range s.Children(clause) {
		if (s.Tokens[child].Is("mark") || s.Tokens[child].Is("case")) && s.Tokens[child].Lemma == word {
			return true
		}
	}
	return false
}

// waitsFor tells whether a clause tells what something waits for: "until they withdraw", "unless they do".
func waitsFor(s *english.Sentence, clause int) bool {
	return marked(s, clause, "until") || marked(s, clause, "unless")
}

// issuesInPhrase are the issues that a word and what it governs are about, with what is coordinated with it.
func (f *finder) issuesInPhrase(sentence, token int) []lexicon.IssueMatch {
	return best(f.targets(sentence, token, scope{itself: true, fellows: true, without: -1}))
}

// issuesUnder are the issues that a word and what it governs are about, and nothing beside it.
func (f *finder) issuesUnder(sentence, token int) []lexicon.IssueMatch {
	return best(f.targets(sentence, token, scope{itself: true, without: -1}))
}

// best picks the first issue of each coordinated phrase; one further on must
// leave no doubt.
func best(targets []target) []lexicon.IssueMatch {
	slices.SortStableFunc(targets, func(a, b target) int {
		if a.rank > b.rank {
			return -1
		}
		if a.rank < b.rank {
			return 1
		}
		return 0
	})
	units := map[int]bool{}
	var issues []lexicon.IssueMatch
	for _, t := range targets {
		if t.rank < leastRank || units[t.unit] || len(issues) > 0 && t.Weight < 4 && t.unit >= 0 {
			continue
		}
		units[t.unit] = true
		if !slices.ContainsFunc(issues, func(o lexicon.IssueMatch) bool { return o.Issue == t.Issue }) {
			issues = append(issues, t.IssueMatch)
		}
	}
	if len(issues) > 1 { // beside a truce, cooperation says little
		issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool { return m.Issue == other })
	}
	return issues[:min(len(issues), mostIssues)]
}
