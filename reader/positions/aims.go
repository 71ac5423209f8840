package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// aimOf tells whether a stance is taken on the end of its issue, and by which words:
// "must stop enrichment", "sanctions relief", "zero enrichment". A deed that ends a
// thing and is read as its refusal ("halted arms supplies") says so already.
func (f *finder) aimOf(t taken) (parley.Span, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.stated != t.sentence || !tables().aims["issues"][t.issue.Issue] {
		return parley.Span{}, false
	}
	anchor := s.Anchor(t.issue.First, t.issue.Last+1)
	for token := t.issue.First; token <= t.issue.Last; token++ {
		if token != t.token && ends(s, token) && !barred(s, t, token) {
			return wordAt(s, token), true
		}
	}
	for child := range s.Children(anchor) {
		if child != t.token && tables().aims["none"][s.Tokens[child].Lemma] && child < anchor && s.Tokens[t.token].Lemma != "be" && s.Tokens[child+1].Text != "-" { // but "there will be no raids", "a no-fly zone"
			return wordAt(s, child), true
		}
	}
	return f.endAbove(t, anchor)
}

// endAbove looks for such a word between an issue and the word that takes the
// stance.
func (f *finder) endAbove(t taken, anchor int) (parley.Span, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	refused := t.stance == parley.Rejects || t.stance == parley.RedLine
	for at := anchor; at >= 0; at = s.Tokens[at].Head {
		if at != anchor && at != t.token && s.Dominates(at, t.token) {
			break // above both, and so about neither
		}
		if at != t.token && s.Negated(at) && (!refused && (at != anchor || s.Tokens[at].UPOS == "VERB") || at == anchor && s.Child(at, "nsubj") >= 0) {
			return wordAt(s, at), true // "demanded that it not join"
		}
		kept := at == t.token && (refused && !s.Negated(at) || t.stance == parley.Accepts && s.Negated(at)) // "will not block the sanctions"
		if ends(s, at) && !barred(s, t, at) && !kept && (at != t.token || !isStanceWord(s, at)) {
			return wordAt(s, at), true
		}
		if at == t.token {
			break
		}
	}
	return parley.Span{}, false
}

// barred tells whether a word for a ban names sanctions themselves: "imposed a travel ban".
func barred(s *english.Sentence, t taken, token int) bool {
	return t.issue.Issue == "sanctions" && tables().roles["bans"][s.Tokens[token].Lemma] && t.issue.First <= token && token <= t.issue.Last
}

// isStanceWord tells whether a token takes a stance by itself, so that it does not
// end what it is taken on: "opposed".
func isStanceWord(s *english.Sentence, token int) bool {
	_, ok := stanceAt(s, token)
	return ok
}

// ends tells whether a word says that a thing is to end.
func ends(s *english.Sentence, token int) bool {
	lemma := s.Tokens[token].Lemma
	if s.Tokens[token].XPOS == "VBN" && s.Tokens[token].Is("acl") && !s.Tokens[token].Is("acl:relcl") && s.Child(token, "obl") >= 0 {
		return false // "assets frozen in sanctions"
	}
	if det := s.Child(token, "det"); det >= 0 && s.Tokens[token].UPOS == "NOUN" && s.Case(token) == "to" && strings.EqualFold(s.Tokens[det].Text, "the") {
		return false // "fight to the end"
	}
	if tables().aims["ends"][lemma] {
		return true
	}
	return token+1 < len(s.Tokens) && tables().aims["ends"][lemma+" "+s.Tokens[token+1].Lemma]
}

func wordAt(s *english.Sentence, token int) parley.Span {
	return parley.Span{Start: s.Tokens[token].Start, End: s.Tokens[token].End}
}
