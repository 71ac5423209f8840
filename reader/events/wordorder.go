package events

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// before is who stands right before a finite verb that has no subject in the
// tree, for sentences whose parse went astray.
func (f *finder) before(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	first := t.token
	for first > 0 && (s.Tokens[first-1].UPOS == "ADV" || s.Tokens[first-1].UPOS == "AUX") {
		first--
		if s.Tokens[first].Lemma == "be" {
			return nil
		}
	}
	switch s.Tokens[t.token].XPOS {
	case "VBG", "VB":
		if first == t.token {
			return nil
		}
	}
	if s.Child(t.token, "nsubj", "nsubj:pass", "mark") >= 0 || s.Tokens[t.token].Is("acl") || s.Tokens[t.token].Is("xcomp") {
		return nil
	}
	for m := range f.in.Cast.Mentions {
		one := &f.in.Cast.Mentions[m]
		if one.Sentence == t.sentence && one.Last == first && (one.First == 0 || s.Tokens[one.First-1].UPOS != "ADP" && s.Tokens[one.First-1].Text != ",") {
			return f.fillersAt(t.sentence, one.Head)
		}
	}
	return nil
}

// endingAt is who the phrase behind "and" that ends at a token is of.
func (f *finder) endingAt(sentence, token int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for m := range f.in.Cast.Mentions {
		one := &f.in.Cast.Mentions[m]
		if one.Sentence == sentence && one.Last == token+1 && one.First > 0 && s.Tokens[one.First-1].UPOS == "CCONJ" {
			return f.fillersOf(one)
		}
	}
	return nil
}

// behindVerb is who stands right behind an active verb that has no object in the
// tree.
func (f *finder) behindVerb(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Noun || s.Passive(t.token) && active(s, t.token) < 0 || s.Child(t.token, "obj") >= 0 {
		return nil
	}
	for m := range f.in.Cast.Mentions {
		if one := &f.in.Cast.Mentions[m]; one.Sentence == t.sentence && one.First == t.token+1 {
			return f.fillersAt(t.sentence, one.Head)
		}
	}
	return nil
}

// along reads the parties behind a preposition by the order of the words alone,
// for phrases whose parse went astray: "talks between A, B and C in Oslo".
func (f *finder) along(t trigger, prep string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for i := t.token + 1; i < min(len(s.Tokens), t.token+8); i++ {
		switch s.Tokens[i].UPOS {
		case "VERB", "AUX", "PUNCT", "SCONJ":
			return nil
		}
		if strings.EqualFold(s.Tokens[i].Text, prep) && !tables().nouns["frontier"][s.Tokens[i-1].Lemma] { // not "clashes at the border with Norland"
			return f.listed(t.sentence, i+1)
		}
	}
	return nil
}

// listed gathers the mentions that follow each other from a token on, parted by
// commas and "and".
func (f *finder) listed(sentence, at int) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	ended := false
	for k := range f.in.Cast.Mentions {
		m := &f.in.Cast.Mentions[k]
		if m.Sentence != sentence || m.First < at || !light(s, at, m.First) {
			continue
		}
		all = append(all, without(f.fillersOf(m), all)...)
		if at = m.Last; ended {
			break // "between Norland and Sudmark, its foreign minister said"
		}
		for at < len(s.Tokens) && (s.Tokens[at].Text == "," || s.Tokens[at].UPOS == "CCONJ") {
			ended = s.Tokens[at].UPOS == "CCONJ"
			at++
		}
		if at == m.Last {
			break
		}
	}
	return all
}

// light tells whether nothing but articles, adjectives and "and" stand in a
// short token range.
func light(s *english.Sentence, first, last int) bool {
	for i := first; i < last; i++ {
		switch s.Tokens[i].UPOS {
		case "DET", "ADJ", "CCONJ", "PROPN":
		default:
			return false
		}
	}
	return last-first <= 3
}

// strayObject is the noun right behind a verb without an object, which a wrong tree has made the subject of what
// follows: "is attacking research in the city Cars burn"; -1 where there is none.
func strayObject(s *english.Sentence, verb int) int {
	clause := s.Child(verb, "ccomp")
	if s.Tokens[verb].UPOS != "VERB" || clause < 0 || s.Child(verb, "obj", "mark") >= 0 {
		return -1
	}
	subject := s.Child(clause, "nsubj", "nsubj:pass")
	if subject < 0 {
		return -1
	}
	if first, _ := s.Subtree(subject); first != verb+1 || s.Child(clause, "mark") >= 0 {
		return -1
	}
	return subject
}

// strayHarm tells whether a verb of harm is one of what is said, where a time between it and "and" has led the tree to
// hang it on the verb of saying: "officials said strikes on Monday and into Tuesday killed ten".
func strayHarm(s *english.Sentence, verb int) bool {
	t, and := &s.Tokens[verb], s.Child(verb, "cc")
	if !t.Is("conj") || t.Head < 0 || and < 0 || and > verb || s.Child(verb, "nsubj") >= 0 || !tables().nouns["undergone"][t.Lemma] || !tables().nouns["saying"][s.Tokens[t.Head].Lemma] {
		return false
	}
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obl") && and < child && child < verb {
			return true
		}
	}
	return false
}

// stranded tells whether a preposition stands alone behind a verb in the passive, so that its subject is behind it: "the
// patrol was fired upon by rebels".
func stranded(s *english.Sentence, verb int, preposition string) bool {
	next := verb + 1
	return s.Passive(verb) && next < len(s.Tokens) && strings.EqualFold(s.Tokens[next].Text, preposition) &&
		(!s.Tokens[next].Is("case") || next+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[next+1].Text, "by"))
}
