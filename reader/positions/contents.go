package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
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
		b.provisions(one)
		b.replies(one)
		b.nounReply(one)
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

// name takes the noun phrase without its article, and without the clause that the parse may
// have drawn into it: "what he called a 'proposition'".
func (b *proposalBuilder) name(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	first := one.first
	for token := one.first; token < one.token; token++ {
		if t := &s.Tokens[token]; t.Lemma == `"` || t.UPOS == "SCONJ" || t.UPOS == "AUX" || t.UPOS == "PRON" && !t.Is("nmod:poss") || t.UPOS == "VERB" && !t.Is("amod") && !t.Is("compound") {
			first = token + 1
		}
	}
	if s.Tokens[first].UPOS == "DET" && first < one.token {
		first++
	}
	span := parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[beforeRelative(s, one.token, one.last)-1].End}
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
		if who.party == "" {
			continue
		}
		if !slices.Contains(b.p.By, who.party) {
			b.p.By = append(b.p.By, who.party)
		}
		b.note("by", who.party, who.spans...)
	}
	for i := range b.f.found {
		if t := &b.f.found[i]; t.sentence == one.sentence && t.stance == parley.Undecided {
			b.reply(t.who, responses[t.stance], t.clause)
		}
	}
	if one.size > 0 && b.p.Size == 0 {
		b.p.Size = one.size
		b.note("size", "", one.sizeSpan)
	}
}

// contents reads the points that a proposal is said to have: what it is for, what
// it calls for, includes or would do.
func (b *proposalBuilder) contents(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	for child := range s.Children(one.token) {
		t := &s.Tokens[child]
		switch {
		case t.Is("acl:relcl") && underWhich(s, child): // provisions reads it
		case t.Is("acl:relcl") && relativeSubject(s, child):
			b.clause(one.sentence, child)
		case t.Is("acl") && !s.Passive(child) && !tables().plans["purposes"][t.Lemma], t.Is("nmod") && child > one.token && forWhat(s, child):
			b.point(one.sentence, child)
		}
	}
	b.answered(one.sentence + 1)
	if verb := s.Tokens[one.token].Head; verb >= 0 && s.Tokens[one.token].Is("nsubj") {
		b.clause(one.sentence, verb)
		b.goesOn(one.sentence + 1)
	}
}

// narrow picks the issues of a point, without those that nearly every point
// touches where it has one of its own.
func narrow(targets []target) []lexicon.IssueMatch {
	own := slices.DeleteFunc(slices.Clone(targets), func(t target) bool { return broad(t.Issue) })
	if found := best(own); len(found) > 0 {
		return found
	}
	return best(targets)
}

// relativeSubject tells whether a relative clause has the noun that it describes
// for its subject: "a memorandum that would address the truce".
func relativeSubject(s *english.Sentence, verb int) bool {
	subject := s.Child(verb, "nsubj")
	if subject < 0 {
		return false
	}
	switch s.Tokens[subject].Lemma {
	case "that", "which":
		return true
	}
	return false
}

func forWhat(s *english.Sentence, noun int) bool {
	switch preposition(s, noun) {
	case "for", "on":
		return true
	}
	return false
}

// mainVerb is the verb of a sentence; -1 where there is no such sentence, or it has none.
func (b *proposalBuilder) mainVerb(sentence int) (*english.Sentence, int) {
	if sentence >= len(b.f.in.Text.Sentences) {
		return nil, -1
	}
	s := &b.f.in.Text.Sentences[sentence]
	return s, s.Root()
}

// goesOn reads further points where the next sentence goes on with "it".
func (b *proposalBuilder) goesOn(sentence int) {
	s, verb := b.mainVerb(sentence)
	if verb < 0 {
		return
	}
	if subject := s.Child(verb, "nsubj"); subject >= 0 && strings.EqualFold(s.Tokens[subject].Text, "it") {
		b.clause(sentence, verb)
	}
}

// answered reads a reply where the next sentence takes a proposal up as "it": "Sudmark rejected it".
func (b *proposalBuilder) answered(sentence int) {
	s, verb := b.mainVerb(sentence)
	if verb < 0 {
		return
	}
	if said := s.Child(verb, "ccomp"); said >= 0 && said < verb { // "Sudmark rejected it, it was said"
		verb = said
	}
	object := s.Child(verb, "obj")
	r, ok := tables().replies[s.Tokens[verb].Lemma]
	how, denied := moodOf(s, verb)
	if !ok || object < verb || !strings.EqualFold(s.Tokens[object].Text, "it") || denied || how != done {
		return
	}
	holders, _ := b.f.holdersOf(sentence, verb)
	for who := range each(holders) {
		b.reply(who, r.is, clauseSpan(s, verb))
	}
}

// clause reads the points in what a verb of a proposal governs.
func (b *proposalBuilder) clause(sentence, verb int) {
	s := &b.f.in.Text.Sentences[sentence]
	for _, head := range append([]int{verb}, slices.Collect(fellows(s, verb))...) {
		if how, told := auxiliaryMood(s, head); s.Tokens[head].UPOS != "VERB" || s.Passive(head) || !tables().plans["contains"][s.Tokens[head].Lemma] && !(told && how == planned) {
			continue
		}
		for child := range s.Children(head) {
			t := &s.Tokens[child]
			if child > head && (t.Is("obj") || t.Is("xcomp") || t.Is("ccomp") || t.Is("obl")) {
				for _, part := range append([]int{child}, slices.Collect(fellows(s, child))...) {
					b.point(sentence, part)
				}
			}
		}
	}
}

// fellows yields the tokens coordinated with one, also those that the parse hangs on
// another of them.
func fellows(s *english.Sentence, token int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for child := range s.Children(token) {
			if !s.Tokens[child].Is("conj") {
				continue
			}
			if !yield(child) {
				return
			}
			for further := range fellows(s, child) {
				if !yield(further) {
					return
				}
			}
		}
	}
}

func (b *proposalBuilder) point(sentence, token int) {
	s := &b.f.in.Text.Sentences[sentence]
	span := clauseSpan(s, token)
	issues := narrow(b.f.targets(sentence, token, scope{itself: true, without: -1}))
	if len(issues) == 0 {
		return
	}
	for _, mark := range []string{"to ", "for ", "on "} {
		if strings.HasPrefix(b.words(span), mark) && len(strings.Fields(b.words(span))) > fewestQuoted {
			span.Start += len(mark)
		}
	}
	b.keepPoint(parley.Issue(issues[0].Issue), span)
}

// replies reads what parties are said to make of a proposal: the subjects of
// verbs that take it for object.
func (b *proposalBuilder) replies(one plan) {
	s := &b.f.in.Text.Sentences[one.sentence]
	verb := s.Clause(one.token)
	if verb == one.token || s.Tokens[one.token].Is("nsubj") && !s.Passive(verb) || hypothetical(s, verb) {
		return
	}
	r, ok := replyBy(s, verb)
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
	for who := range each(holders) {
		b.reply(who, response, span)
	}
}

// replyBy is the reply that a verb gives by the table, or by the stance that it takes with its particle: "turned down".
func replyBy(s *english.Sentence, verb int) (reply, bool) {
	if r, ok := tables().replies[s.Tokens[verb].Lemma]; ok {
		return r, true
	}
	if tables().roles["brands"][s.Tokens[verb].Lemma] {
		for child := verb + 1; child < len(s.Tokens); child++ {
			over := s.Tokens[child].Head
			if j, ok := brand(s, child); ok && (over == verb || over == s.Child(verb, "obj")) { // "called the plan unacceptable"
				return reply{responses[j.stance], ""}, responses[j.stance] != ""
			}
		}
	}
	w, ok := stanceAt(s, verb)
	is := responses[w.stance]
	return reply{is, responses[w.negated]}, ok && w.particle != "" && is != ""
}

func (b *proposalBuilder) reply(who holder, response parley.Response, span parley.Span) {
	if who.party == "" || slices.Contains(b.p.By, who.party) {
		return
	}
	reply := parley.Reply{Party: who.party, Response: response, Quote: b.words(span)}
	if !slices.ContainsFunc(b.p.Responses, func(o parley.Reply) bool { return o.Party == reply.Party && o.Response == reply.Response }) {
		b.p.Responses = append(b.p.Responses, reply)
		b.note("responses", who.party, append([]parley.Span{span}, who.spans...)...)
	}
}
