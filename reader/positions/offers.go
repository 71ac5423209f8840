package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// offers are the proposals that have no name of their own: what a party offers or
// proposes to do, and what others say to it. Those of a party that has a named
// proposal in the same words are left out.
func (f *finder) offers(named []parley.Proposal) []parley.Proposal {
	var made []parley.Proposal
	for i := range f.found {
		t := &f.found[i]
		if !f.isOffer(t) || slices.ContainsFunc(append(named, made...), func(p parley.Proposal) bool { return f.tells(p, t) }) {
			continue
		}
		made = append(made, f.offer(t))
	}
	for i := range f.in.Text.Sentences {
		made = append(made, f.proposed(i)...)
	}
	return made
}

// proposed are the proposals of a sentence on what is no issue of the lexicon: "proposed
// a flat fee on parcels".
func (f *finder) proposed(sentence int) []parley.Proposal {
	s := &f.in.Text.Sentences[sentence]
	var made []parley.Proposal
	for verb := range s.Tokens {
		object := s.Child(verb, "obj")
		if t := &s.Tokens[verb]; !tables().roles["proposing"][t.Lemma] || t.UPOS != "VERB" || object < verb || s.Tokens[object].UPOS != "NOUN" || tables().plans["noun"][s.Tokens[object].Lemma] {
			continue
		}
		if slices.ContainsFunc(f.found, func(t taken) bool { return t.sentence == sentence && t.token == verb }) {
			continue // an offer by itself
		}
		if how, denied := moodOf(s, verb); denied || how != done && how != planned || len(f.issuesInPhrase(sentence, object)) > 0 {
			continue
		}
		holders, own := f.holdersOf(sentence, verb)
		if len(holders) == 0 || !own || holders[0].party == "" {
			continue
		}
		var p parley.Proposal
		b := proposalBuilder{f: f, p: &p}
		span := nameSpan(s, object)
		p.Name, p.Certainty = b.words(span), .5
		b.note("name", "", span)
		for who := range each(holders) {
			p.By = append(p.By, who.party)
			b.note("by", who.party, who.spans...)
		}
		clause := clauseSpan(s, s.Clause(verb))
		p.Quotes = []string{b.words(clause)}
		b.note("quotes", "", clause)
		b.keepPoint(parley.Issue(f.topic()), span)
		made = append(made, p)
	}
	return made
}

// isOffer tells whether a stance puts something on the table: by a verb of
// offering, or by a readiness to host.
func (f *finder) isOffer(t *taken) bool {
	if t.stance != parley.Offers && t.stance != parley.Conditional {
		return false
	}
	lemma := f.in.Text.Sentences[t.sentence].Tokens[t.token].Lemma
	return tables().plans["offers"][lemma] || t.stance == parley.Offers && t.issue.Issue == "venue-date"
}

// tells tells whether a proposal already holds an offer: one by the same party
// on the same issue, or in the same words.
func (f *finder) tells(p parley.Proposal, t *taken) bool {
	if !slices.Contains(p.By, t.who.party) {
		return false
	}
	if slices.ContainsFunc(p.Points, func(o parley.Point) bool { return string(o.Issue) == t.issue.Issue }) {
		return true
	}
	return slices.ContainsFunc(p.Spans, func(e parley.Evidence) bool { return e.Field == "quotes" && e.Span.Overlaps(t.clause) })
}

// offer puts a proposal together from one stance.
func (f *finder) offer(t *taken) parley.Proposal {
	var p parley.Proposal
	b := proposalBuilder{f: f, p: &p}
	s := &f.in.Text.Sentences[t.sentence]
	name := t.clause
	if below := ownDeed(s, t.token); below >= 0 {
		if what := s.Child(below, "obj"); what >= 0 && tables().plans["creates"][s.Tokens[below].Lemma] {
			below = what // "is ready to propose a swap"
		}
		name = nameSpan(s, below)
	} else if below := s.Child(t.token, "ccomp", "obj"); below >= 0 {
		if s.Tokens[below].UPOS == "PROPN" { // "offering Norland as a venue"
			below = t.token
		} else if called := objectBehind(s, below); called >= 0 && tables().roles["brands"][s.Tokens[below].Lemma] {
			below = called // "offered what he called a compromise"
		}
		name = nameSpan(s, below)
	}
	p.Name = b.words(name)
	b.note("name", "", name)
	p.By = []string{t.who.party}
	b.note("by", t.who.party, t.who.spans...)
	for i := range f.found {
		if o := &f.found[i]; o.together(t) && !slices.Contains(p.By, o.who.party) {
			p.By = append(p.By, o.who.party)
			b.note("by", o.who.party, o.who.spans...)
		}
	}
	for i := range f.found {
		if o := &f.found[i]; o.who.party == t.who.party && o.stance == t.stance && o.issue.Issue == t.issue.Issue && len(p.Quotes) < 4 && !slices.Contains(p.Quotes, b.words(o.clause)) {
			p.Quotes = append(p.Quotes, b.words(o.clause))
			b.note("quotes", "", o.clause)
		}
	}
	p.Points = []parley.Point{{Issue: parley.Issue(t.issue.Issue), Quote: b.words(t.clause)}}
	b.note("points", t.issue.Issue, t.clause)
	for i := range f.found { // "offered a swap in exchange for a truce"
		if o := &f.found[i]; t.condition.End > 0 && o.sentence == t.sentence && o.who.party == t.who.party && o.stance == parley.Demands && o.issue.Issue != t.issue.Issue && len(p.Points) == 1 {
			b.keepPoint(parley.Issue(o.issue.Issue), t.condition)
		}
	}
	f.answers(&b, t)
	p.Certainty = .5
	return p
}

// together tells whether two parties take a stance in one word: "Norland and Sudmark offered".
func (t *taken) together(o *taken) bool { return t.sentence == o.sentence && t.token == o.token }

// objectBehind is the object that stands behind a verb; -1 where none does.
func objectBehind(s *english.Sentence, verb int) int {
	for child := range s.Children(verb) {
		if child > verb && s.Tokens[child].Is("obj") {
			return child
		}
	}
	return -1
}

// nameSpan is the phrase of a word without its article, "to" or "that": what an offer is called by.
func nameSpan(s *english.Sentence, head int) parley.Span {
	first, last := s.Whole(s.Subtree(head, "conj", "parataxis", "cc", "punct"))
	for first < head && (s.Tokens[first].UPOS == "DET" || s.Tokens[first].UPOS == "PUNCT" || s.Tokens[first].UPOS == "PART" || s.Tokens[first].UPOS == "SCONJ") {
		first++
	}
	for token := head + 1; token < last; token++ {
		if s.Tokens[token].Lemma == `"` && first > 0 && s.Tokens[first-1].Lemma == `"` { // closes the mark before the name
			last = token
		}
	}
	last = beforeRelative(s, head, last)
	return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}

// beforeRelative is where a noun phrase ends, without a relative clause behind a comma: "a truce, which Sudmark
// accepted".
func beforeRelative(s *english.Sentence, head, last int) int {
	for token := head + 1; token+1 < last; token++ {
		if s.Tokens[token].Text == "," && strings.HasPrefix(s.Tokens[token+1].XPOS, "W") {
			return token
		}
	}
	return last
}

// responses are the replies that stances on the issue of an offer amount to.
var responses = map[parley.Stance]parley.Response{
	parley.Accepts: "accepts", parley.Rejects: "rejects", parley.Supports: "supports", parley.Undecided: "studying", parley.Conditional: "conditional",
}

// answers takes the stances of other parties on the same issue, from the
// sentence of the offer on, for replies.
func (f *finder) answers(b *proposalBuilder, t *taken) {
	for i := range f.found {
		o := &f.found[i]
		response, ok := responses[o.stance]
		if ok && o.sentence >= t.sentence && o.issue.Issue == t.issue.Issue && o.who.party != t.who.party && !o.together(t) {
			b.reply(o.who, response, o.clause)
		}
	}
}
