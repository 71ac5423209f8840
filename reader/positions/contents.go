package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// proposal puts one together from all nouns that speak of it.
func (f *finder) proposal(group []plan) parley.Proposal {
	var p parley.Proposal
	b := proposalBuilder{f: f, p: &p}
	best := group[0]
	for _, one := range group {
		if one.size > 0 && best.size == 0 || len(one.authors) > len(best.authors) {
			best = one
		}
	}
	b.name(best)
	for _, one := range group {
		b.mention(one)
		b.contents(one)
		b.replies(one)
	}
	p.Certainty = min(.9, .5+.1*float64(len(group))+.1*float64(len(p.Points)))
	return p
}

type proposalBuilder struct {
	f *finder
	p *parley.Proposal
}

func (b *proposalBuilder) note(field, value string, spans ...parley.Span) {
	for _, span := range spans {
		b.p.Spans = append(b.p.Spans, parley.Evidence{Field: field, Value: value, Span: span})
	}
}

func (b *proposalBuilder) words(span parley.Span) string {
	return b.f.in.Text.Source[span.Start:span.End]
}

// name takes the noun phrase without its article.
func (b *proposalBuilder) name(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	first := one.first
	if s.Tokens[first].UPOS == "DET" && first < one.token {
		first++
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[one.last-1].End}
	b.p.Name = b.words(span)
	b.note("name", "", span)
}

func (b *proposalBuilder) mention(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	span := clauseSpan(s, s.Clause(one.token))
	if words := b.words(span); len(b.p.Quotes) < 4 && !slices.Contains(b.p.Quotes, words) {
		b.p.Quotes = append(b.p.Quotes, words)
		b.note("quotes", "", span)
	}
	for _, who := range one.authors {
		if !slices.Contains(b.p.By, who.party) {
			b.p.By = append(b.p.By, who.party)
		}
		b.note("by", who.party, who.spans...)
	}
	if one.size > 0 && b.p.Size == 0 {
		b.p.Size = one.size
		b.note("size", "", one.sizeSpan)
	}
}

// contents reads the points that a proposal is said to have: what it calls for,
// includes or would do.
func (b *proposalBuilder) contents(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	verb := s.Tokens[one.token].Head
	if verb < 0 || !s.Tokens[one.token].Is("nsubj") || s.Tokens[verb].UPOS != "VERB" || s.Passive(verb) {
		return
	}
	for _, head := range append([]int{verb}, slices.Collect(fellows(s, verb))...) {
		for child := range s.Children(head) {
			t := &s.Tokens[child]
			if child > head && (t.Is("obj") || t.Is("xcomp") || t.Is("ccomp") || t.Is("obl")) {
				for _, part := range append([]int{child}, slices.Collect(fellows(s, child))...) {
					b.point(one.sentence, part)
				}
			}
		}
	}
}

// fellows yields the tokens coordinated with one.
func fellows(s *english.Sentence, token int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for child := range s.Children(token) {
			if s.Tokens[child].Is("conj") && !yield(child) {
				return
			}
		}
	}
}

func (b *proposalBuilder) point(sentence, token int) {
	s := &b.f.in.Text.Sentences[sentence]
	span := clauseSpan(s, token)
	issues := best(b.f.targets(sentence, token, scope{itself: true, without: -1}))
	words := b.words(span)
	if len(issues) == 0 || slices.ContainsFunc(b.p.Points, func(o parley.Point) bool { return o.Quote == words }) {
		return
	}
	b.p.Points = append(b.p.Points, parley.Point{Issue: parley.Issue(issues[0].Issue), Quote: words})
	b.note("points", issues[0].Issue, span)
}

// replies reads what parties are said to make of a proposal: the subjects of
// verbs that take it for object.
func (b *proposalBuilder) replies(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	verb := s.Clause(one.token)
	if verb == one.token || s.Tokens[one.token].Is("nsubj") && !s.Passive(verb) || hypothetical(s, verb) {
		return
	}
	r, ok := tables().replies[s.Tokens[verb].Lemma]
	if !ok {
		return
	}
	response := r.is
	if how, denied := moodOf(s, verb); how == unreal || how == owed || how == possible {
		return
	} else if denied {
		if response = r.negated; response == "" {
			return
		}
	}
	span := clauseSpan(s, verb)
	holders, _ := b.f.holdersOf(one.sentence, verb)
	for _, who := range holders {
		b.reply(who, response, span)
	}
}

func (b *proposalBuilder) reply(who holder, response parley.Response, span parley.Span) {
	if slices.Contains(b.p.By, who.party) {
		return
	}
	reply := parley.Reply{Party: who.party, Response: response, Quote: b.words(span)}
	if !slices.ContainsFunc(b.p.Responses, func(o parley.Reply) bool { return o.Party == reply.Party && o.Response == reply.Response }) {
		b.p.Responses = append(b.p.Responses, reply)
		b.note("responses", who.party, append([]parley.Span{span}, who.spans...)...)
	}
}
