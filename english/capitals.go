package english

import (
	"unicode"
	"unicode/utf8"
)

// mendCapitals takes a noun in capitals for a name, where a name that belongs to it or the common noun
// for what bears it stands right before it: "the charity Shelter", "the think tank Harbour Watch",
// "the Harbour Workers' Federation".
func mendCapitals(s *Sentence) {
	if s.Paragraph == 0 {
		return
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "NOUN" || !startsUpper(t.Text) || i+1 < len(s.Tokens) && s.Tokens[i+1].UPOS == "NOUN" || !s.named(i) {
			continue
		}
		if t.UPOS, t.XPOS = "PROPN", "NNP"; t.Feat("Number") == "Plur" {
			t.XPOS = "NNPS"
		}
	}
}

// mendInitials takes "WHO" for a name where not all the sentence is in capitals, and hangs what its bearer says beside
// what is said: "The outbreak is over, WHO said".
func mendInitials(s *Sentence) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS != "WP" || t.Text != "WHO" || s.isShouted(i) {
			continue
		}
		t.UPOS, t.XPOS, t.Feats = "PROPN", "NNP", "Number=Sing"
		if root, verb := s.Root(), t.Head; root >= 0 && verb > i && t.Is("nsubj") && s.Tokens[verb].Deprel == "acl:relcl" && s.followsComma(i) {
			s.Tokens[verb].Head, s.Tokens[verb].Deprel = root, "parataxis"
		}
	}
}

// isShouted tells whether the words around a token are in capitals too, or too few to tell.
func (s *Sentence) isShouted(token int) bool {
	n := len(s.Tokens)
	return n < 4 || isAllCapitals(s.Tokens[n-2].Text) && isAllCapitals(s.Tokens[max(token-2, 0)].Text)
}

// named tells whether a noun in capitals ends a name by what stands before it.
func (s *Sentence) named(noun int) bool {
	first := noun
	for first > 0 && startsUpper(s.Tokens[first].Text) {
		first--
	}
	head := s.Tokens[noun].Head
	before := &s.Tokens[first]
	if first < noun && before.XPOS == "NN" && lettered(before.Text) && (before.Head == noun || before.Head == head && before.Is("nsubj")) {
		return true
	}
	if before := noun - 1; before > 0 && s.Tokens[before].Text == "'" {
		return s.Tokens[before].Is("case") && s.Tokens[before-1].UPOS == "PROPN" && s.Tokens[before-1].Head == noun
	}
	return noun > 0 && s.Tokens[noun-1].UPOS == "PROPN" && s.Tokens[noun-1].Is("compound") && s.Tokens[noun-1].Head == noun
}

// lettered tells whether a word begins with a letter.
func lettered(word string) bool {
	letter, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(letter)
}
