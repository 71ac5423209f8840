package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// pointedAt is the issue that a word points back to ("rejected such measures", "this is
// unacceptable"): the only one that the sentence before leaves no doubt about.
func (f *finder) pointedAt(sentence, token int) (lexicon.IssueMatch, bool) {
	s := &f.in.Text.Sentences[sentence]
	if sentence == 0 || token < 0 || !pointing(s, token) || f.in.Text.Sentences[sentence-1].Paragraph == 0 {
		return lexicon.IssueMatch{}, false
	}
	for _, m := range f.issues[sentence] {
		if m.Weight >= 3 && m.Last < token {
			return lexicon.IssueMatch{}, false // it may mean what its own sentence told
		}
	}
	var only lexicon.IssueMatch
	for _, m := range f.issues[sentence-1] {
		switch {
		case m.Weight < 5 || broad(m.Issue) || m.Issue == "reparations-accountability": // who is to answer for a deed is not the deed
		case only.Issue == "":
			only = m
		case only.Issue != m.Issue:
			return lexicon.IssueMatch{}, false
		}
	}
	return only, only.Issue != ""
}

// pointing tells whether a word stands for what was told before it: "this", or a noun for
// a deed with "this" or "such" before it.
func pointing(s *english.Sentence, token int) bool {
	switch t := &s.Tokens[token]; t.UPOS {
	case "PRON":
		word := strings.ToLower(t.Text)
		return word == "this" || word == "that" && t.Feat("PronType") != "Rel"
	case "NOUN":
		if !tables().pointers[t.Lemma] {
			return false
		}
		for child := range s.Children(token) {
			switch strings.ToLower(s.Tokens[child].Text) {
			case "this", "such", "these", "that", "those":
				return child < token
			}
		}
	}
	return false
}

// issuesOfIt adds what "it" stands for where that is replied to: the one pact or truce of which its sentence has told by
// then ("the treaty is ready and Norland will sign it").
func issuesOfIt(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !strings.EqualFold(t.Text, "it") || !t.Is("obj") || t.Head > token {
			continue
		}
		if _, replied := tables().replies[s.Tokens[t.Head].Lemma]; !replied {
			continue
		}
		if meant, ok := onlyPact(s, issues, token); ok {
			meant.First, meant.Last = token, token
			issues = append(slices.Clone(issues), meant)
		}
	}
	return issues
}

// onlyPact is the one pact or truce of which a sentence has told before a word, if it has told of one alone.
func onlyPact(s *english.Sentence, issues []lexicon.IssueMatch, before int) (only lexicon.IssueMatch, ok bool) {
	for _, m := range issues {
		noun := &s.Tokens[m.Last]
		if m.Last >= before || !consents(m.Issue) || noun.UPOS != "NOUN" || noun.Feat("Number") != "Sing" {
			continue
		}
		if ok && m.Issue != only.Issue {
			return only, false
		}
		only, ok = m, true
	}
	return only, ok
}
