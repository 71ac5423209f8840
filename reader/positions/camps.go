package positions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// campsAt are the sides that a noun tells by no name: the armed groups that the text names elsewhere, each a party, else
// one of its own.
func (f *finder) campsAt(sentence, token int) (holders []holder) {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	for _, a := range f.in.Cast.Rebels(sentence, token) {
		holders = append(holders, holder{name: a.Name, party: a.Affiliation, spans: []parley.Span{{Start: t.Start, End: t.End}}})
	}
	if who, ok := f.campAt(sentence, token); ok && len(holders) == 0 {
		holders = append(holders, who)
	}
	return holders
}

// campAt is a side in a quarrel within a state that a noun tells by no name, as a party of its own: "Norlandic rebels",
// "dozens of protesters". Of which state it is must stand beside it or be plain from the text.
func (f *finder) campAt(sentence, token int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	for of := s.Child(token, "nmod"); of > token && tables().roles["multitudes"][s.Tokens[token].Lemma] && s.Case(of) == "of"; of = s.Child(token, "nmod") {
		token = of // "tens of thousands of protesters"
	}
	if counted(s, token) {
		return holder{}, false // "two rebels"
	}
	name, state := f.campName(sentence, token)
	adjective := f.in.Lexicon.Demonym(state)
	if name == "" || adjective == "" && !strings.Contains(name, " ") {
		return holder{}, false
	}
	party := name
	if !strings.Contains(name, " ") {
		party = adjective + " " + name
	}
	return holder{name: party, party: party, spans: []parley.Span{{Start: s.Tokens[token].Start, End: s.Tokens[token].End}}}, true
}

// campMeant is such a side where "they" goes on with the subject of the sentence before: "Rebels marched on the capital.
// They want".
func (f *finder) campMeant(sentence, pronoun int) []holder {
	if sentence == 0 || !strings.EqualFold(f.in.Text.Sentences[sentence].Tokens[pronoun].Text, "they") {
		return nil
	}
	if _, spoken := f.speakerAt(sentence, pronoun); spoken {
		return nil
	}
	before := &f.in.Text.Sentences[sentence-1]
	for token := range before.Tokens {
		if t := &before.Tokens[token]; t.Is("nsubj") && before.Tokens[t.Head].Head < 0 {
			return f.campsAt(sentence-1, token)
		}
	}
	return nil
}

// crowd is what those who take to the streets are called as a party, whatever their text calls them.
const crowd = "protesters"

// campName is what such a side is called, and the state that it is of.
func (f *finder) campName(sentence, token int) (name, state string) {
	s := &f.in.Text.Sentences[sentence]
	if camp, ok := f.in.Cast.Camp(sentence, token); ok {
		if camp.Of == "" && strings.Contains(camp.Name, " ") {
			return camp.Name, "" // "Maoist rebels"
		}
		name = camp.Name[strings.LastIndex(camp.Name, " ")+1:]
		if tables().roles["sided"][name] && f.in.Cast.Torn == "" && !f.atTable(name) {
			return "", "" // an opposition is a party where there is a rising, or where it is to talk with the government
		}
		return name, cmp.Or(camp.Of, f.in.Cast.Torn, f.foeOf(sentence, token), f.in.Cast.About)
	}
	gathered := tables().roles["gatherings"][s.Tokens[token].Lemma] && s.Child(token, "acl") > token // "rallies calling for a vote"
	if t := &s.Tokens[token]; !tables().roles["crowds"][t.Lemma] && !gathered || t.XPOS != "NNS" {
		return "", ""
	}
	state = cmp.Or(f.foeOf(sentence, token), f.in.Cast.About)
	if of, ok := f.demonymOf(sentence, token, token); ok {
		state = of.party
	}
	return crowd, state
}

// atTable tells whether the text tells of talks in a sentence that tells of a side by a noun: "will return to talks with
// the opposition".
func (f *finder) atTable(side string) bool {
	for i := range f.in.Text.Sentences {
		talks := slices.ContainsFunc(f.issues[i], func(m lexicon.IssueMatch) bool { return m.Issue == "talks" && m.Weight > 3 })
		if talks && slices.ContainsFunc(f.in.Text.Sentences[i].Tokens, func(t english.Token) bool { return t.UPOS == "NOUN" && t.Lemma == side }) {
			return true
		}
	}
	return false
}

// foeOf is the state of the ruler against whom a side is told to be: "rebels trying to topple Norland's president".
func (f *finder) foeOf(sentence, camp int) string {
	s := &f.in.Text.Sentences[sentence]
	top := camp
	if s.Tokens[camp].Is("nsubj") {
		top = s.Tokens[camp].Head
	}
	for _, m := range f.in.Cast.Matches[sentence] {
		if m.First > camp && m.Actor.Affiliation != "" && f.isState(m.Actor.Affiliation) && s.Dominates(top, m.Last) && f.rules(sentence, m.Last) {
			return m.Actor.Affiliation
		}
	}
	return ""
}

// counted tells whether but some of those whom a noun tells are meant.
func counted(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; t.Is("nummod") || t.Is("amod") && tables().roles["some"][t.Lemma] || t.Is("det") && tables().roles["some"][t.Lemma] {
			return true
		}
	}
	return false
}

// campOf is such a side where it is the source of words that end at an offset.
func (f *finder) campOf(words parley.Span) (holder, bool) {
	for i := range f.in.Text.Sentences {
		tokens := f.in.Text.Sentences[i].Tokens
		if len(tokens) == 0 || tokens[len(tokens)-1].End < words.End {
			continue
		}
		for token := range tokens {
			if tokens[token].End == words.End {
				if all := f.campsAt(i, token); len(all) == 1 {
					return all[0], true
				}
			}
		}
		break
	}
	return holder{}, false
}
