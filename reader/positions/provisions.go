package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// provisions reads the points that stand outside the clause of a proposal's noun:
// what would be done under it, and the items of a list that follows it.
func (b *proposalBuilder) provisions(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	t := &s.Tokens[one.token]
	under := one.token
	if over := t.Head; over >= 0 && t.Is("nmod") && tables().plans["parts"][s.Tokens[over].Lemma] { // "under the terms of the plan"
		under = over
	}
	if t := &s.Tokens[under]; t.Head >= 0 && (t.Is("obl") || t.Is("nmod")) && tables().plans["under"][s.Case(under)] {
		b.done(one.sentence, s.Clause(t.Head))
	}
	for child := range s.Children(one.token) {
		if s.Tokens[child].Is("acl:relcl") && !relativeSubject(s, child) && underWhich(s, child) {
			b.done(one.sentence, child)
		}
	}
	for at := one.sentence; at <= one.sentence+1 && at < len(b.f.in.Text.Sentences); at++ {
		if b.announcesList(at, at == one.sentence) {
			b.list(at + 1)
			return
		}
	}
}

// underWhich tells whether a relative clause says what is to be done by the noun
// that it describes: "a plan under which Norland would withdraw".
func underWhich(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		switch strings.ToLower(s.Tokens[child].Text) {
		case "which":
			return tables().plans["under"][s.Case(child)]
		case "whereby":
			return true
		}
	}
	return false
}

// done reads the deeds of a clause, and of those beside it, that are to be done.
func (b *proposalBuilder) done(sentence, verb int) {
	s := &b.f.in.Text.Sentences[sentence]
	for _, deed := range append([]int{verb}, slices.Collect(fellows(s, verb))...) {
		if how, denied := moodOf(s, deed); s.Tokens[deed].UPOS == "VERB" && !denied && (how == planned || how == owed) {
			b.deed(sentence, deed)
		}
	}
}

// deed keeps a whole clause as a point.
func (b *proposalBuilder) deed(sentence, verb int) {
	s := &b.f.in.Text.Sentences[sentence]
	issues := narrow(b.f.targets(sentence, verb, scope{subject: true, itself: true, without: -1}))
	if len(issues) == 0 {
		return
	}
	span := clauseSpan(s, verb)
	for child := range s.Children(verb) { // "under which Norland would withdraw"
		if word := strings.ToLower(s.Tokens[child].Text); (word == "which" || word == "whereby") && child < verb {
			span.Start = max(span.Start, s.Tokens[child+1].Start)
		}
	}
	b.keepPoint(parley.Issue(issues[0].Issue), span)
}

// announcesList tells whether a sentence ends in a colon behind a word for the parts
// of a proposal, or behind the proposal itself.
func (b *proposalBuilder) announcesList(sentence int, own bool) bool {
	tokens := b.f.in.Text.Sentences[sentence].Tokens
	if len(tokens) == 0 || tokens[len(tokens)-1].Text != ":" {
		return false
	}
	return own || slices.ContainsFunc(tokens, func(t english.Token) bool { return tables().plans["parts"][t.Lemma] })
}

// list reads the items of a list, one a paragraph, each behind its number or mark.
func (b *proposalBuilder) list(from int) {
	for at := from; at < len(b.f.in.Text.Sentences); at++ {
		s := &b.f.in.Text.Sentences[at]
		if at > from && s.Paragraph == b.f.in.Text.Sentences[at-1].Paragraph {
			continue // the item goes on
		}
		first := itemStart(s)
		if first == 0 {
			return
		}
		b.item(at, first)
	}
}

// item keeps what stands behind the mark of an item.
func (b *proposalBuilder) item(sentence, first int) {
	s := &b.f.in.Text.Sentences[sentence]
	root := s.Root()
	if root < 0 {
		return
	}
	issues := narrow(b.f.targets(sentence, root, scope{subject: true, itself: true, fellows: true, without: -1}))
	first, last := s.Whole(first, len(s.Tokens))
	if len(issues) > 0 && last-first >= fewestQuoted {
		b.keepPoint(parley.Issue(issues[0].Issue), parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End})
	}
}

// itemStart is the token behind the number or mark that opens an item; 0 where the
// sentence is none.
func itemStart(s *english.Sentence) int {
	if len(s.Tokens) < fewestQuoted {
		return 0
	}
	mark := strings.TrimRight(s.Tokens[0].Text, ".)")
	switch {
	case strings.Trim(mark, "-–—•*·") == "":
		return 1
	case strings.Trim(mark, "0123456789") != "":
		return 0
	case mark != s.Tokens[0].Text:
		return 1
	case s.Tokens[1].Text == "." || s.Tokens[1].Text == ")" || s.Tokens[1].Text == ":":
		return 2
	}
	return 0
}

// keepPoint adds a point that is not there yet.
func (b *proposalBuilder) keepPoint(issue parley.Issue, span parley.Span) {
	words := b.words(span)
	if slices.ContainsFunc(b.p.Points, func(o parley.Point) bool { return o.Quote == words }) {
		return
	}
	b.p.Points = append(b.p.Points, parley.Point{Issue: issue, Quote: words})
	b.note("points", string(issue), span)
}

// nounReply reads what a noun says that a party makes of a proposal: "voiced support
// for the plan", "its opposition to the draft".
func (b *proposalBuilder) nounReply(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	noun := s.Tokens[one.token].Head
	if noun < 0 || s.Tokens[noun].UPOS != "NOUN" || !s.Tokens[one.token].Is("nmod") || hypothetical(s, noun) {
		return
	}
	w, ok := stanceAt(s, noun)
	if !ok {
		return
	}
	stance, _, ok := stanceNow(s, noun, w)
	response := responses[stance]
	if !ok || response == "" {
		return
	}
	holders, _ := b.f.holdersOf(one.sentence, noun)
	for who := range each(holders) {
		b.reply(who, response, clauseSpan(s, s.Clause(noun)))
	}
}
