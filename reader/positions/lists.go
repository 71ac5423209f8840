package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readList reads the demands that a sentence lists behind a colon: "has two conditions:
// the release of the prisoners and a truce".
func (f *finder) readList(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	w, ok := stanceAt(s, noun)
	if !ok || w.stance != parley.Demands || s.Tokens[noun].Feat("Number") != "Plur" || noun+2 >= len(s.Tokens) || s.Tokens[noun+1].Text != ":" || hypothetical(s, noun) {
		return false
	}
	var holders []holder
	own := true
	switch who, spoken := f.speakerAt(sentence, noun); {
	case s.Child(noun, "nmod:poss", "amod") >= 0 && f.ownerOf(sentence, noun) >= 0:
		holders, own = f.holdersOf(sentence, noun)
	case spoken:
		holders = []holder{who}
	case s.Subject(s.Clause(noun)) >= 0:
		holders, own = f.holdersOf(sentence, s.Clause(noun))
	}
	items := f.items(sentence, noun+2)
	var issues []lexicon.IssueMatch
	for _, item := range items {
		issues = append(issues, item.issue)
	}
	if !own || !f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Demands, certainty: .6}, holders, issues) {
		return false
	}
	if len(items) > 1 {
		f.lists = append(f.lists, demandList{sentence, noun, holders, items})
	}
	return true
}

// demandList is what a sentence lists as somebody's demands.
type demandList struct {
	sentence, noun int
	holders        []holder
	items          []listItem
}

// listItem is a part of a list, with the weightiest of its issues.
type listItem struct {
	first, last int
	issue       lexicon.IssueMatch
}

// conditionsOf is the offer that a list of conditions amounts to.
func (f *finder) conditionsOf(of demandList) parley.Proposal {
	s := &f.in.Text.Sentences[of.sentence]
	var p parley.Proposal
	b := proposalBuilder{f: f, p: &p}
	name := parley.Span{Start: s.Tokens[of.noun].Start, End: s.Tokens[of.noun].End}
	for child := range s.Children(of.noun) {
		if child < of.noun && s.Tokens[child].Is("amod") {
			name.Start = min(name.Start, s.Tokens[child].Start)
		}
	}
	p.Name, p.Certainty = b.words(name), .5
	b.note("name", "", name)
	for who := range each(of.holders) {
		if who.party != "" && !slices.Contains(p.By, who.party) {
			p.By = append(p.By, who.party)
			b.note("by", who.party, who.spans...)
		}
	}
	clause := clauseSpan(s, s.Clause(of.noun))
	p.Quotes = []string{b.words(clause)}
	b.note("quotes", "", clause)
	for _, item := range of.items {
		first, last := s.Whole(item.first, item.last)
		b.keepPoint(parley.Issue(item.issue.Issue), parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End})
	}
	return p
}

// items are the parts of a list that name an issue.
func (f *finder) items(sentence, first int) []listItem {
	s := &f.in.Text.Sentences[sentence]
	var items []listItem
	for first < len(s.Tokens) {
		last := first
		for last < len(s.Tokens) && !parts(s, last) {
			last++
		}
		best := -1
		for k, m := range f.issues[sentence] {
			if m.First >= first && m.Last < last && m.Weight >= 3 && (best < 0 || m.Weight > f.issues[sentence][best].Weight) {
				best = k
			}
		}
		if best >= 0 {
			items = append(items, listItem{first, last, f.issues[sentence][best]})
		}
		first = last + 1
	}
	return items
}

// parts tells whether a token parts the items of a list.
func parts(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	return t.Text == "," || t.Text == ";" || t.UPOS == "CCONJ"
}
