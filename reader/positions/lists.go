package positions

import (
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
	return own && f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Demands, certainty: .6}, holders, f.listed(sentence, noun+2))
}

// protestedAt are the issues of what a thing is done in protest at.
func (f *finder) protestedAt(sentence, noun int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for what := noun + 1; what < len(s.Tokens); what++ {
		c, over := s.Case(what), s.Tokens[what].Head
		if (over == noun || over == s.Tokens[noun].Head) && (c == "at" || c == "over" || c == "against" || c == "of") {
			return f.issuesInPhrase(sentence, what)
		}
	}
	return nil
}

// listed are the weightiest issues of the parts of a list.
func (f *finder) listed(sentence, first int) []lexicon.IssueMatch {
	return f.listedIn(sentence, first, len(f.in.Text.Sentences[sentence].Tokens))
}

// listedIn are those of the parts of a list that ends before a token.
func (f *finder) listedIn(sentence, first, end int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	var issues []lexicon.IssueMatch
	for first < end {
		last := first
		for last < end && !parts(s, last) {
			last++
		}
		best := -1
		for k, m := range f.issues[sentence] {
			if m.First >= first && m.Last < last && m.Weight >= 3 && (best < 0 || m.Weight > f.issues[sentence][best].Weight) {
				best = k
			}
		}
		if best >= 0 {
			issues = append(issues, f.issues[sentence][best])
		}
		first = last + 1
	}
	return issues
}

// parts tells whether a token parts the items of a list.
func parts(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	return t.Text == "," || t.Text == ";" || t.UPOS == "CCONJ"
}
