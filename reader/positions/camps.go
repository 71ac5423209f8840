package positions

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// campAt is a side in a quarrel within a state that a noun tells by no name, as a party of its own: "Norlandic rebels",
// "dozens of protesters". Of which state it is must stand beside it or be plain from the text.
func (f *finder) campAt(sentence, token int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	if of := s.Child(token, "nmod"); of > token && tables().roles["multitudes"][s.Tokens[token].Lemma] && s.Case(of) == "of" {
		token = of
	} else if counted(s, token) {
		return holder{}, false // "two rebels"
	}
	name, state := f.campName(sentence, token)
	adjective := f.in.Lexicon.Demonym(state)
	if name == "" || adjective == "" {
		return holder{}, false
	}
	party := adjective + " " + name
	return holder{name: party, party: party, spans: []parley.Span{{Start: s.Tokens[token].Start, End: s.Tokens[token].End}}}, true
}

// campName is what such a side is called, and the state that it is of.
func (f *finder) campName(sentence, token int) (name, state string) {
	s := &f.in.Text.Sentences[sentence]
	if camp, ok := f.in.Cast.Camp(sentence, token); ok {
		name = camp.Name[strings.LastIndex(camp.Name, " ")+1:]
		if tables().roles["sided"][name] && f.in.Cast.Torn == "" {
			return "", "" // an opposition is a party where there is a rising
		}
		return name, cmp.Or(camp.Of, f.in.Cast.Torn, f.in.Cast.About)
	}
	if t := &s.Tokens[token]; !tables().roles["crowds"][t.Lemma] || t.XPOS != "NNS" {
		return "", ""
	}
	state = f.in.Cast.About
	if of, ok := f.demonymOf(sentence, token, token); ok {
		state = of.party
	}
	return s.Tokens[token].Lemma + "s", state
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
				return f.campAt(i, token)
			}
		}
		break
	}
	return holder{}, false
}
