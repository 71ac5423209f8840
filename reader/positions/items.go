package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readItems reads what a side's demands are told to be: "its demands include a withdrawal and the release of prisoners",
// also in the sentence behind the one that tells of them, "among them are".
func (f *finder) readItems(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	at := s.Clause(noun)
	over := s.Tokens[noun].Head
	switch {
	case s.Tokens[noun].Is("obj") && over >= 0 && tables().roles["contains"][s.Tokens[over].Lemma]:
		at = over
	case s.Child(noun, "cop") < 0 || !f.namesIssue(sentence, noun):
		return false // "the demands are a pretext to delay peace"
	}
	whole := s.Child(at, "nsubj")
	for child := range s.Children(at) {
		if whole < 0 && child < at && s.Case(child) == "among" {
			whole = child
		}
	}
	if whole < 0 || whole > noun || hypothetical(s, at) || s.Negated(at) {
		return false
	}
	holders, own := f.demanders(sentence, whole)
	_, last := s.Subtree(noun)
	return own && f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Demands, certainty: .6}, holders, f.listedIn(sentence, noun, last))
}

// namesIssue tells whether a noun is of an issue, or for an end or a deed that "of" tells more of: "a truce", "the release of".
func (f *finder) namesIssue(sentence, noun int) bool {
	return tables().aims["ends"][f.in.Text.Sentences[sentence].Tokens[noun].Lemma] || slices.ContainsFunc(f.issues[sentence], func(m lexicon.IssueMatch) bool {
		return m.First <= noun && noun <= m.Last
	})
}

// demanders are those whose demands a plural names; "these" and "them" stand for the demands that the sentence before tells.
func (f *finder) demanders(sentence, whole int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	if tables().roles["bargains"][s.Tokens[whole].Lemma] && s.Tokens[whole].XPOS == "NNS" {
		if holders, own = f.holdersOf(sentence, whole); len(holders) > 0 {
			return holders, own
		}
		if owner, ok := f.demonymOf(sentence, whole, whole); ok {
			return []holder{owner}, true
		}
		who, spoken := f.speakerAt(sentence, whole)
		return []holder{who}, spoken
	}
	switch strings.ToLower(s.Tokens[whole].Text) {
	case "these", "those", "them", "they":
	default:
		return nil, false
	}
	if sentence == 0 {
		return nil, false
	}
	before := &f.in.Text.Sentences[sentence-1]
	for token := range before.Tokens {
		if t := &before.Tokens[token]; t.XPOS == "NNS" && tables().roles["bargains"][t.Lemma] {
			if holders, own = f.holdersOf(sentence-1, token); len(holders) > 0 {
				return holders, own
			}
			if verb := t.Head; t.Is("obj") && before.Tokens[verb].UPOS == "VERB" {
				return f.holdersOf(sentence-1, verb)
			}
		}
	}
	return nil, false
}
