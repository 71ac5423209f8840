package events

import "github.com/parleyrecord/parley/english"

// behind gathers who stands behind a preposition, under the word itself or
// under its object ("held talks in Oslo with Kovar").
func (f *finder) behind(sentence, head int, prep string) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	if head < 0 {
		return nil
	}
	for child := range s.Children(head) {
		t := &s.Tokens[child]
		if (t.Is("obl") || t.Is("nmod")) && s.Case(child) == prep {
			told := f.fillersAt(sentence, worthOf(s, child))
			if all = append(all, told...); len(told) > 0 {
				continue // but "a pause on duties on Norlandic goods" is one for Norland
			}
		}
		if (t.Is("obl") || t.Is("nmod")) && beside[s.Case(child)] {
			continue // "the strike came a day after an attack by Norland", "the visit since the return to Norland"
		}
		if prep == "from" && tables().nouns["unit"][t.Lemma] {
			continue // "an attack two miles from the Norlandic border"
		}
		if prep == "of" && t.Is("nmod") && tables().nouns["place"][t.Lemma] || prep == "with" && tables().nouns["frontier"][t.Lemma] && (t.Is("nmod") || t.Is("obl")) {
			continue // "talks in the port of Osten", "a shootout at the border with Norland"
		}
		if t.Is("nmod") || t.Is("obl") || (t.Is("obj") || t.Is("nsubj:pass")) && s.Tokens[head].UPOS == "VERB" {
			all = append(all, f.directlyBehind(sentence, child, prep)...)
			for below := range s.Children(child) {
				if (t.Is("obj") || t.Is("nsubj:pass")) && (s.Tokens[below].Is("conj") || s.Tokens[below].Is("nmod") && (s.Case(below) == "of" || s.Case(below) == "in")) {
					all = append(all, f.directlyBehind(sentence, below, prep)...) // "sent food and aid to Norland", "adopted a set of sanctions against it", "gave millions in aid for it"
				}
			}
		}
	}
	return all
}

// directlyBehind gathers who stands behind a preposition under a noun itself.
func (f *finder) directlyBehind(sentence, noun int, prep string) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for child := range s.Children(noun) {
		if (s.Tokens[child].Is("nmod") || s.Tokens[child].Is("obl")) && s.Case(child) == prep {
			all = append(all, f.fillersAt(sentence, worthOf(s, child))...)
		}
	}
	return all
}

// worthOf is the noun for the things of which a sum of money is told: the goods of "$30 billion worth of goods"; the token
// itself where it is no sum, or nothing tells of what.
func worthOf(s *english.Sentence, token int) int {
	for at := token; ; {
		if t := &s.Tokens[at]; t.UPOS != "SYM" && !tables().nouns["sum"][t.Lemma] {
			return at
		}
		below := -1
		for child := range s.Children(at) {
			if child > at && s.Tokens[child].Is("nmod") {
				below = child
			}
		}
		if _, next := s.Subtree(at); below < 0 && next < len(s.Tokens) && s.Tokens[next].Lemma == "worth" {
			below = next // which the parse hangs on the verb
		}
		if below < 0 {
			return token
		}
		at = below
	}
}
