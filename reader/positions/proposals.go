package positions

import (
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// plan is one noun that names a proposal.
type plan struct {
	sentence, token int
	first, last     int // the phrase
	authors         []holder
	size            int
	sizeSpan        parley.Span
	definite        bool
}

// proposals are the plans, offers and drafts of a text whose stances are read.
func (f *finder) proposals() []parley.Proposal {
	var groups [][]plan
	for i := range f.in.Text.Sentences {
		for _, p := range f.plansOf(i) {
			if g := f.sameplan(groups, p); g >= 0 {
				groups[g] = append(groups[g], p)
			} else {
				groups = append(groups, []plan{p})
			}
		}
	}
	proposals := []parley.Proposal{}
	for _, g := range groups {
		if f.offered(g) {
			continue
		}
		if p := f.proposal(g); len(p.By) > 0 || p.Size > 0 || len(p.Responses) > 0 || len(p.Points) > 1 {
			proposals = append(proposals, p)
		}
	}
	return append(proposals, f.offers(proposals)...)
}

// offered tells whether a group is but "the offer" that points back to one told before by a verb: "offered a truce. Sudmark
// rejected the offer".
func (f *finder) offered(group []plan) bool {
	first := group[0]
	return tables().plans["offered"][f.in.Text.Sentences[first.sentence].Tokens[first.token].Lemma] && first.definite && !slices.ContainsFunc(group, func(p plan) bool { return len(p.authors) > 0 || p.size > 0 }) &&
		slices.ContainsFunc(f.found, func(t taken) bool {
			return f.isOffer(&t) && t.sentence < first.sentence && first.sentence-t.sentence <= answerReach
		})
}

func (f *finder) plansOf(sentence int) []plan {
	s := &f.in.Text.Sentences[sentence]
	var found []plan
	for token := range s.Tokens {
		t := &s.Tokens[token]
		vague := tables().plans["vague"][t.Lemma] || tables().plans["lists"][t.Lemma] && f.listsTerms(s, token)
		named := tables().plans["noun"][t.Lemma] || tables().roles["pacts"][t.Lemma] && proposed(s, token) || tables().plans["drafted"][t.Lemma] && compoundIn(s, token, tables().plans["noun"])
		if t.UPOS != "NOUN" || !vague && !named || t.Is("compound") || vague && !f.putForward(s, token) || noProposal(s, token) {
			continue
		}
		p := plan{sentence: sentence, token: token, authors: f.authorsOf(sentence, token)}
		p.first, p.last = s.Subtree(token, "acl", "appos", "conj", "cc", "punct", "case", "parataxis", "advcl", "nsubj", "cop", "obl", "ccomp", "aux", "advmod", "mark")
		p.size, p.sizeSpan = sizeOf(s, token)
		p.definite = definite(s, token)
		if tables().plans["authored"][t.Lemma] && len(p.authors) == 0 {
			continue
		}
		if t.Feat("Number") == "Plur" && p.size == 0 && (tables().plans["meant"][t.Lemma] || len(p.authors) == 0 && !p.definite) {
			continue // what somebody means to do ("plans for a port"), or whatever anybody may have made ("such offers")
		}
		found = append(found, p)
	}
	return found
}

// noProposal tells whether a noun speaks of any plan or none, of a part of another, of what a thing
// is done under ("in the framework of"), or of what a state plans for itself ("its energy plan").
func noProposal(s *english.Sentence, noun int) bool {
	if det := s.Child(noun, "det"); det >= 0 && (strings.EqualFold(s.Tokens[det].Text, "any") || strings.EqualFold(s.Tokens[det].Text, "no")) {
		return true
	}
	if intended(s, noun) { // "its plan to widen the war"
		return true
	}
	if tables().plans["authored"][s.Tokens[noun].Lemma] && s.Child(noun, "cop") >= 0 { // "the airlift was a Norlandic initiative"
		return true
	}
	if c := preposition(s, noun); c == "including" || tables().plans["frame"][s.Tokens[noun].Lemma] && (c == "in" || c == "within") {
		return true
	}
	return tables().plans["meant"][s.Tokens[noun].Lemma] && compoundIn(s, noun, tables().plans["own"])
}

// listsTerms tells whether a noun is a list of what is laid down: "a list of conditions".
func (f *finder) listsTerms(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if s.Case(child) == "of" && tables().plans["parts"][s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// putForward tells whether somebody is told to make what a noun names, as a noun that may
// name much else asks for: "a mechanism proposed by Norland", "presented a vision".
func (f *finder) putForward(s *english.Sentence, noun int) bool {
	if proposed(s, noun) {
		return true
	}
	verb := s.Tokens[noun].Head
	if verb < 0 || s.Tokens[verb].UPOS != "VERB" || !tables().plans["proposes"][s.Tokens[verb].Lemma] {
		return false
	}
	how, denied := moodOf(s, verb)
	return !denied && (how == done || how == planned) && (s.Object(verb) == noun || s.Tokens[noun].Is("nsubj:pass"))
}

// proposed tells whether a participle says of a thing that it is but proposed: "the proposed deal", "a mechanism
// proposed by Norland".
func proposed(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; (t.Is("acl") || t.Is("amod")) && t.XPOS == "VBN" && tables().plans["proposes"][t.Lemma] {
			return true
		}
	}
	return false
}

// authorsOf are those who make a proposal: its owner, those it is "by" or
// "from", and the subject of a verb of proposing that it is the object of.
func (f *finder) authorsOf(sentence, token int) []holder {
	s := &f.in.Text.Sentences[sentence]
	var authors []holder
	add := func(at int) {
		for _, m := range f.in.Cast.Members(sentence, at) {
			if who, ok := f.holderBy(m); ok && !slices.ContainsFunc(authors, func(o holder) bool { return o.party == who.party }) {
				authors = append(authors, who)
			}
		}
	}
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if t.Is("nmod:poss") || t.Is("nmod") && (s.Case(child) == "by" || s.Case(child) == "from") {
			add(child)
			if side, ok := f.demonymOf(sentence, child, child); ok && len(authors) == 0 && s.Tokens[child].UPOS == "NOUN" { // "the UN envoy's plan"
				authors = append(authors, side)
			}
		}
		if from := s.Child(child, "nmod"); from >= 0 && s.Case(child) == "of" && s.Case(from) == "from" {
			add(from) // "an offer of talks from Norland"
		}
		if t.Is("acl") && s.Passive(child) && (tables().plans["creates"][t.Lemma] || tables().plans["proposes"][t.Lemma]) {
			if maker := s.Subject(child); maker >= 0 {
				add(maker)
			}
		}
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.Last < token && token-m.Last <= 5 && s.Dominates(token, m.Last) && modifierOf(s, token, m.Last) && partyKind(m.Kind) && !answeredBetween(s, m.Last+1, token) && !f.ofLand(sentence, token, m) && !f.ofVenue(s, token, m) {
			span := parley.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}
			if !slices.ContainsFunc(authors, func(o holder) bool { return o.party == m.Actor.Affiliation }) && m.Actor.Affiliation != "" {
				authors = append(authors, holder{party: m.Actor.Affiliation, spans: []parley.Span{span}})
			}
		}
	}
	if head := s.Tokens[token].Head; head >= 0 && (f.makes(s, head, token) || len(authors) == 0 && f.adopts(s, head, token)) {
		if maker := s.Subject(head); maker >= 0 {
			switch strings.ToLower(s.Tokens[maker].Text) {
			case "we", "i":
				if speaker, spoken := f.speakerAt(sentence, head); spoken && len(authors) == 0 {
					authors = append(authors, speaker)
				}
			}
			add(maker)
			if speaker, spoken := f.speakerAt(sentence, head); spoken && len(authors) == 0 && strings.EqualFold(s.Tokens[maker].Text, "it") {
				authors = append(authors, speaker) // "the committee said it had presented a plan"
			}
		}
	}
	return authors
}

// ofVenue tells whether a capital before a plan is where the talks were held that it comes from: "the Oslo summit statement".
func (f *finder) ofVenue(s *english.Sentence, token int, m *lexicon.Match) bool {
	over := s.Tokens[m.Last].Head
	if m.Kind != lexicon.MetonymMatch {
		return false
	}
	if over != token && over >= 0 && tables().plans["venues"][s.Tokens[over].Lemma] {
		return true
	}
	return m.Last+1 < token && tables().plans["venues"][s.Tokens[m.Last+1].Lemma]
}

// ofLand tells whether a state's bare name before a plan says what land the plan is for and not whose it is, which nobody
// else is told to answer: "the draft Norland plan", but not "Sudmark rejects Norland plan".
func (f *finder) ofLand(sentence, token int, m *lexicon.Match) bool {
	s := &f.in.Text.Sentences[sentence]
	name := f.in.Text.Source[s.Tokens[m.First].Start:s.Tokens[m.Last].End]
	if m.Kind != lexicon.StateMatch || strings.ToUpper(name) == name || !tables().plans["topical"][s.Tokens[token].Lemma] {
		return false
	}
	verb := s.Tokens[token].Head
	if verb < 0 || s.Child(token, "nmod:poss") >= 0 {
		return true
	}
	reply, answered := tables().replies[s.Tokens[verb].Lemma]
	who, told := f.stateAt(sentence, s.Subject(verb))
	if told {
		return !answered || who.party == m.Actor.Affiliation
	}
	return !answered || reply.is == "studying" // "discussed the Norland plan"
}

// answeredBetween tells whether a word for a reply stands in a stretch, whatever the parse of a headline
// makes of it: "Norland rebuffs proposal".
func answeredBetween(s *english.Sentence, first, last int) bool {
	return slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool {
		_, reply := tables().replies[t.Lemma]
		return reply && t.UPOS != "ADJ" && !t.Is("amod") // "the Norlandic-backed plan"
	})
}

// makes tells whether a verb's subject makes the proposal that it governs:
// "submitted a plan", "agreed on a roadmap".
func (f *finder) makes(s *english.Sentence, verb, noun int) bool {
	if how, denied := moodOf(s, verb); denied || how == possible || how == owed {
		return false
	}
	if tables().plans["creates"][s.Tokens[verb].Lemma] && s.Object(verb) == noun {
		return true
	}
	if tables().plans["serves"][s.Tokens[verb].Lemma] && s.Tokens[noun].Is("obl") && s.Case(noun) == "with" {
		return true // "presented the rebels with a plan"
	}
	return tables().plans["together"][s.Tokens[verb].Lemma] && tables().plans["joint"][s.Tokens[noun].Lemma] && !definite(s, noun)
}

// adopts tells whether a verb's subject makes a plan its own that nobody is told to have made: "approved a plan".
func (f *finder) adopts(s *english.Sentence, verb, noun int) bool {
	how, denied := moodOf(s, verb)
	return !denied && how == done && tables().roles["adopts"][s.Tokens[verb].Lemma] && tables().plans["meant"][s.Tokens[noun].Lemma] && s.Object(verb) == noun && !definite(s, noun) && !s.Passive(verb)
}

func partyKind(k lexicon.MatchKind) bool {
	switch k {
	case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch, lexicon.BodyMatch, lexicon.GroupMatch, lexicon.PersonMatch:
		return true
	}
	return false
}

func modifierOf(s *english.Sentence, noun, token int) bool {
	for range 3 {
		t := &s.Tokens[token]
		if !t.Is("amod") && !t.Is("compound") && !t.Is("nmod:desc") && !t.Is("conj") && !t.Is("flat") {
			return false
		}
		if t.Head == noun {
			return true
		}
		if token = t.Head; token < 0 {
			return false
		}
	}
	return false
}

// sizeOf reads the number of points that a proposal is said to have: "28-point".
func sizeOf(s *english.Sentence, token int) (int, parley.Span) {
	for i := max(0, token-6); i < token; i++ {
		n, err := strconv.Atoi(s.Tokens[i].Text)
		if err != nil {
			n = smallNumbers[strings.ToLower(s.Tokens[i].Text)]
		}
		for k := i + 1; n > 0 && k <= min(i+2, token); k++ {
			if tables().plans["counted"][s.Tokens[k].Lemma] {
				return n, parley.Span{Start: s.Tokens[i].Start, End: s.Tokens[k].End}
			}
		}
	}
	return 0, parley.Span{}
}

var smallNumbers = map[string]int{
	"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

func definite(s *english.Sentence, token int) bool {
	if s.Child(token, "nmod:poss") >= 0 {
		return true
	}
	det := s.Child(token, "det")
	if det < 0 {
		return false
	}
	switch strings.ToLower(s.Tokens[det].Text) {
	case "the", "this", "that":
		return true
	}
	return false
}

// sameplan finds the proposal that a noun speaks of again: one of the same
// author or the same number of points, one told in the same words or by a headline that leaves its author out; the last one,
// for "the plan" alone.
func (f *finder) sameplan(groups [][]plan, p plan) int {
	for g := len(groups) - 1; g >= 0; g-- {
		if slices.ContainsFunc(groups[g], func(o plan) bool { return o.size > 0 && p.size > 0 && o.size != p.size }) {
			continue
		}
		if slices.ContainsFunc(groups[g], func(o plan) bool {
			if o.size > 0 && o.size == p.size || f.toldAlike(o, p) {
				return true
			}
			return slices.ContainsFunc(p.authors, func(a holder) bool {
				return slices.ContainsFunc(o.authors, func(b holder) bool { return a.party == b.party })
			})
		}) {
			return g
		}
		if p.definite && len(p.authors) == 0 && p.size == 0 && p.sentence-groups[g][len(groups[g])-1].sentence <= 4 {
			return g
		}
	}
	return -1
}

// toldAlike tells whether a noun names a proposal in the words of one before, or with a headline's bare noun for it, where no
// two authors are told.
func (f *finder) toldAlike(before, p plan) bool {
	if len(before.authors) > 0 && (len(p.authors) > 0 || before.size != p.size) {
		return false
	}
	first, again := &f.in.Text.Sentences[before.sentence], &f.in.Text.Sentences[p.sentence]
	bare := first.Paragraph == 0 && len(before.authors) == 0 && before.size == 0
	if bare && p.sentence > before.sentence && first.Tokens[before.token].Lemma == again.Tokens[p.token].Lemma {
		return true // "Norland rejects proposal"
	}
	return before.last-before.first > 2 && strings.EqualFold(first.Text(f.in.Text.Source, before.first, before.last), again.Text(f.in.Text.Source, p.first, p.last))
}
