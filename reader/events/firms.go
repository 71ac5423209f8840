package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// byFirm names a company, which does not stand for the state that the text calls it by, where it makes a deal or holds
// talks: "Norland's Harbour Group signed a contract with Sudmarkian carmaker Norvik".
func (f *finder) byFirm(t trigger, list []filler, nouns []int) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for _, noun := range nouns {
		kind := noun
		if next := noun + 1; next < len(s.Tokens) && s.Tokens[noun].UPOS == "NOUN" && s.Tokens[next].UPOS == "PROPN" && s.Tokens[next].Head == noun {
			noun = next // "Norlandic carmaker Norvik"
		}
		one, ok := f.firm(t.sentence, noun, kind)
		if !ok {
			continue
		}
		kept := slices.DeleteFunc(slices.Clone(list), func(o filler) bool { return o.name == one.side })
		if !named(kept, one.name) {
			kept = append(kept, one)
		}
		list = kept
	}
	return list
}

// firm is the company or the like, known to nobody, that a noun ends the name of; the text tells that it is one by
// whose it is or by a noun for one before it, which may be the kind that the name hangs on.
func (f *finder) firm(sentence, noun, kind int) (filler, bool) {
	s := &f.in.Text.Sentences[sentence]
	if _, known := f.in.Cast.At(sentence, noun); known || s.Tokens[noun].UPOS != "PROPN" {
		return filler{}, false
	}
	i := slices.IndexFunc(f.in.Text.Names, func(n english.Name) bool {
		return n.Sentence == sentence && n.First <= noun && noun < n.Last && n.Kind != english.Location
	})
	if i < 0 {
		return filler{}, false
	}
	n := f.in.Text.Names[i]
	called := n.First > 0 && (actors.BeforeFirm(s.Tokens[n.First-1].Text) || tables().nouns["commerce"][s.Tokens[n.First-1].Lemma])
	if n.Kind != english.Organisation && !called || s.Tokens[n.First].UPOS != "PROPN" || s.Child(noun, "nmod:poss") < 0 && !called {
		return filler{}, false
	}
	span := parley.Span{Start: s.Tokens[n.First].Start, End: s.Tokens[n.Last-1].End}
	one := filler{firm: true, name: f.in.Text.Source[span.Start:span.End], spans: []parley.Span{span}}
	owners := append(f.modifiers(sentence, kind), f.dependents(sentence, kind, "nmod:poss")...)
	if len(owners) == 1 && f.state(owners[0].side) {
		one.side, one.spans = owners[0].side, append(one.spans, owners[0].spans...)
	}
	return one, true
}

// dealers are the nouns for who makes a deal or holds talks, and with whom, by a verb.
func (f *finder) dealers(t trigger) (doers, others []int) {
	s := &f.in.Text.Sentences[t.sentence]
	if doer := s.Subject(t.token); doer >= 0 && !t.sense.Noun {
		doers = append(doers, doer)
	}
	for i := range s.Tokens {
		if prep := s.Case(i); (prep == "with" || prep == "between") && (s.Tokens[i].Is("obl") || s.Tokens[i].Is("nmod")) {
			if over := s.Tokens[i].Head; over == t.token || over == t.support || over >= 0 && s.Tokens[over].Head == t.token && s.Tokens[over].Is("obj") {
				others = append(others, i)
			}
		}
	}
	return doers, others
}
