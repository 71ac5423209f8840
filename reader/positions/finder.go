package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
	"github.com/parleyrecord/parley/reader/timex"
)

// Input is what is known of a text before positions are read.
type Input struct {
	Text         *english.Text
	Cast         *actors.Cast
	Attributions []attribution.Attribution
	Times        []timex.Expression
	Lexicon      *lexicon.Lexicon
}

type finder struct {
	in     Input
	issues [][]lexicon.IssueMatch // by sentence
	found  []taken
}

// taken is one stance that the text takes, before those alike are merged.
type taken struct {
	sentence, token int
	stance          parley.Stance
	issue           lexicon.IssueMatch
	who             holder
	clause          parley.Span
	condition       parley.Span
	since           *timex.Expression
	certainty       float64
}

// holder is who takes a stance.
type holder struct {
	name  string // "" where the party alone is told
	party string
	spans []parley.Span
}

// Find reads the positions of a text, in the order in which they are told.
func Find(in Input) []parley.Position {
	f := newFinder(in)
	for i := range in.Text.Sentences {
		f.readSentence(i)
	}
	return f.merge()
}

func newFinder(in Input) *finder {
	f := &finder{in: in, issues: make([][]lexicon.IssueMatch, len(in.Text.Sentences))}
	var lemmas []string
	for i := range in.Text.Sentences {
		lemmas = lemmas[:0]
		for _, t := range in.Text.Sentences[i].Tokens {
			lemmas = append(lemmas, t.Lemma)
		}
		f.issues[i] = in.Lexicon.FindIssues(lemmas)
	}
	return f
}

func (f *finder) readSentence(i int) {
	if len(f.issues[i]) == 0 {
		return
	}
	s := &f.in.Text.Sentences[i]
	for token := range s.Tokens {
		if w, ok := stanceAt(s, token); ok {
			f.readStance(i, token, w)
		} else if s.Tokens[token].UPOS == "AUX" || s.Tokens[token].Lemma == "have" || s.Tokens[token].Lemma == "need" {
			f.readModal(i, token)
		}
	}
}

// stanceAt finds the stance word that a token is.
func stanceAt(s *english.Sentence, token int) (stanceWord, bool) {
	t := &s.Tokens[token]
	pos := map[string]string{"VERB": "verb", "ADJ": "adj", "NOUN": "noun"}[t.UPOS]
	var plain *stanceWord
	words := tables().stances[pos][t.Lemma]
	for i := range words {
		switch {
		case words[i].particle == "":
			plain = &words[i]
		case particleWith(s, token, words[i].particle, pos == "noun"):
			return words[i], true
		}
	}
	if plain == nil {
		return stanceWord{}, false
	}
	return *plain, true
}

func particleWith(s *english.Sentence, token int, particle string, before bool) bool {
	if before {
		return token > 0 && s.Tokens[token-1].Lemma == particle
	}
	for i := token + 1; i < min(token+4, len(s.Tokens)); i++ {
		if s.Tokens[i].Lemma == particle {
			return true
		}
	}
	return false
}

// readStance reads the stance that a word takes.
func (f *finder) readStance(sentence, token int, w stanceWord) {
	s := &f.in.Text.Sentences[sentence]
	if f.unreal(s, token) || modal(s, token) {
		return
	}
	stance := w.stance
	if s.Negated(token) || f.refused(s, token) || deniedBelow(s, token) {
		if stance = w.negated; stance == "" {
			return
		}
	}
	if stance == parley.Demands && ownDeed(s, token) {
		stance = parley.Supports
	}
	holders, own := f.holdersOf(sentence, token)
	issues := f.issuesOf(sentence, token)
	for _, who := range holders {
		for _, issue := range issues {
			t := taken{sentence: sentence, token: token, stance: stance, issue: issue, who: who, certainty: .7}
			if !own {
				t.certainty = .5
			}
			f.take(t)
		}
	}
}

// modal tells whether a verb stands under an auxiliary that makes it no more
// than possible or due: "would have to accept".
func modal(s *english.Sentence, token int) bool {
	for child := range s.Children(token) {
		if s.Tokens[child].Is("aux") {
			switch strings.ToLower(s.Tokens[child].Text) {
			case "would", "could", "should", "must", "may", "might", "can":
				return true
			}
		}
	}
	t := &s.Tokens[token]
	return t.Is("xcomp") && t.Head >= 0 && (s.Tokens[t.Head].Lemma == "have" || s.Tokens[t.Head].Lemma == "need" || modal(s, t.Head))
}

// deniedBelow tells whether what a word governs is denied: "agreed not to".
func deniedBelow(s *english.Sentence, token int) bool {
	below := s.Child(token, "xcomp")
	return below >= 0 && s.Negated(below)
}

// ownDeed tells whether what is wanted is to be done by whoever wants it: "wants
// to reach a deal", but not "wants Sudmark to withdraw".
func ownDeed(s *english.Sentence, token int) bool {
	below := s.Child(token, "xcomp")
	return below >= 0 && s.Infinitive(below) && s.Child(token, "obj", "iobj") < 0 && s.Child(below, "nsubj") < 0
}

// issuesOf are the issues that a stance word governs: one of each member of a
// coordination ("demands that it withdraw and lift the blockade"); for an
// adjective that governs none, that of its whole sentence's clause.
func (f *finder) issuesOf(sentence, token int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	first, last := f.governed(s, token)
	var issues []lexicon.IssueMatch
	for from := first; from < last; {
		to := from + 1
		for to < last && s.Tokens[to].UPOS != "CCONJ" && s.Tokens[to].Text != ";" {
			to++
		}
		if issue, ok := f.issueIn(sentence, token, from, to); ok && (len(issues) == 0 || issue.Weight >= 5 && issue.Issue != issues[0].Issue) {
			issues = append(issues, issue)
		}
		from = to
	}
	if len(issues) == 0 && s.Tokens[token].UPOS == "ADJ" {
		first, last = s.Subtree(s.Clause(token))
		if issue, ok := f.issueIn(sentence, token, first, last); ok {
			issues = append(issues, issue)
		}
	}
	return issues[:min(len(issues), 3)]
}

// refused tells whether a verb stands under another that turns it round:
// "refuses to accept".
func (f *finder) refused(s *english.Sentence, token int) bool {
	head := s.Tokens[token].Head
	if !s.Tokens[token].Is("xcomp") || head < 0 {
		return false
	}
	w, ok := stanceAt(s, head)
	return ok && w.stance == parley.Rejects && !s.Negated(head)
}

// unreal tells whether a word stands in a condition or a question, or under a
// verb that makes it what somebody else is to do.
func (f *finder) unreal(s *english.Sentence, token int) bool {
	for _, at := range []int{token, s.Clause(token)} {
		for child := range s.Children(at) {
			if s.Tokens[child].Is("mark") {
				switch s.Tokens[child].Lemma {
				case "if", "unless", "whether":
					return true
				}
			}
		}
	}
	if s.Infinitive(token) && s.Tokens[token].Head >= 0 {
		over := &s.Tokens[s.Tokens[token].Head]
		switch over.Lemma {
		case "urge", "ask", "press", "tell", "order", "call", "want", "force", "push", "pressure", "persuade", "invite", "need":
			return true
		}
	}
	return false
}

// governed is the token range that a stance word is about: what depends on it
// behind it, and its object where that stands before it.
func (f *finder) governed(s *english.Sentence, token int) (first, last int) {
	first, last = token+1, token+1
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if t.Is("nsubj") && !t.Is("nsubj:pass") || t.Is("punct") || t.Is("conj") || t.Is("parataxis") || t.Is("cc") {
			continue
		}
		if child > token {
			_, end := s.Subtree(child)
			last = max(last, end)
		} else if t.Is("obj") || t.Is("nsubj:pass") || t.Is("amod") || t.Is("compound") {
			begin, _ := s.Subtree(child)
			first = min(first, begin)
		}
	}
	t := &s.Tokens[token]
	// "conditions that Norland rejects": the noun over a relative clause.
	if t.Is("acl") && t.Head >= 0 && last == token+1 {
		begin, _ := s.Subtree(t.Head)
		first = min(first, begin)
	}
	return first, last
}

// issueIn picks the issue that a token range speaks of: the weightiest, and of
// those the one nearest to the word that takes the stance.
func (f *finder) issueIn(sentence, token, first, last int) (lexicon.IssueMatch, bool) {
	var best lexicon.IssueMatch
	top := 0.0
	for _, m := range f.issues[sentence] {
		if m.First < first || m.Last >= last || m.Weight < 3 || m.First <= token && token <= m.Last {
			continue
		}
		apart := m.First - token
		if apart < 0 {
			apart = -apart
		}
		if m.Weight < 4 && token >= 0 && apart > 6 {
			continue // a hint counts only beside the word
		}
		rank := float64(m.Weight) - float64(apart)/6
		if broad[m.Issue] {
			rank -= 1.5
		}
		if best.Weight == 0 || rank > top {
			best, top = m, rank
		}
	}
	return best, best.Weight > 0
}

// broad are the issues that nearly every sentence about a negotiation touches; a
// narrower one beside them is what is meant.
var broad = map[string]bool{"talks": true, "deal": true, "other": true}

// take keeps a stance with its clause and condition.
func (f *finder) take(t taken) {
	s := &f.in.Text.Sentences[t.sentence]
	t.clause = clauseSpan(s, s.Clause(t.token))
	if condition, ok := conditionOf(s, t.token); ok {
		t.condition = condition
		switch t.stance {
		case parley.Supports, parley.Accepts, parley.Offers:
			t.stance = parley.Conditional
		}
	}
	t.since = f.sinceOf(t.sentence, t.token)
	f.found = append(f.found, t)
}

// conditionOf finds the clause that a stance is made to depend on.
func conditionOf(s *english.Sentence, token int) (parley.Span, bool) {
	for _, at := range []int{token, s.Clause(token)} {
		for child := range s.Children(at) {
			if !s.Tokens[child].Is("advcl") {
				continue
			}
			for mark := range s.Children(child) {
				switch s.Tokens[mark].Lemma {
				case "if", "unless", "until", "once", "provided":
					if s.Tokens[mark].Is("mark") || s.Tokens[mark].Is("advmod") {
						return clauseSpan(s, child), true
					}
				}
			}
		}
	}
	return parley.Span{}, false
}

// sinceOf finds the time from which a stance is said to have been held.
func (f *finder) sinceOf(sentence, token int) *timex.Expression {
	s := &f.in.Text.Sentences[sentence]
	for i := range f.in.Times {
		e := &f.in.Times[i]
		if e.Sentence == sentence && e.Signal == timex.Since && e.From != "" && s.Clause(s.Anchor(e.First, e.Last)) == s.Clause(token) {
			return e
		}
	}
	return nil
}

// clauseSpan is the stretch of a clause without those told beside it.
func clauseSpan(s *english.Sentence, head int) parley.Span {
	first, last := s.Subtree(head, "conj", "parataxis", "cc", "punct")
	for last-first < 3 && last < len(s.Tokens) {
		last++
	}
	for last > first+1 && s.Tokens[last-1].UPOS == "PUNCT" {
		last--
	}
	for first < last-1 && s.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}
