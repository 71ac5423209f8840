package timex

import "github.com/parleyrecord/parley/english"

// tense is where a clause lies seen from its writing.
type tense uint8

const (
	unclear tense = iota
	likelyPast
	likelyFuture
	past
	future
)

// clauseTense is the tense of the verb that governs tokens first to last.
// Without a parse the nearest verb stands in for it.
func clauseTense(sentence *english.Sentence, first, last int) tense {
	verb := governor(sentence, first, last)
	if verb < 0 {
		verb = nearestVerb(sentence, first, last)
	}
	for range 4 {
		if verb < 0 {
			return unclear
		}
		if t := verbTense(sentence, verb); t != unclear {
			return t
		}
		verb = verbAbove(sentence, verb)
	}
	return unclear
}

// governor climbs from the expression to the first verb above it, -1 where the
// sentence has no parse.
func governor(sentence *english.Sentence, first, last int) int {
	for at := first; at < last; at++ {
		head := sentence.Tokens[at].Head
		if head >= first && head < last {
			continue
		}
		if head < 0 {
			return -1
		}
		if isVerb(&sentence.Tokens[head]) {
			return head
		}
		return verbAbove(sentence, head)
	}
	return -1
}

func verbAbove(sentence *english.Sentence, at int) int {
	for range 12 {
		at = sentence.Tokens[at].Head
		if at < 0 {
			return -1
		}
		if isVerb(&sentence.Tokens[at]) || hasAuxiliary(sentence, at) {
			return at
		}
	}
	return -1
}

func isVerb(token *english.Token) bool { return token.UPOS == "VERB" || token.UPOS == "AUX" }

func hasAuxiliary(sentence *english.Sentence, head int) bool {
	for i := range sentence.Tokens {
		if token := &sentence.Tokens[i]; token.Head == head && token.UPOS == "AUX" {
			return true
		}
	}
	return false
}

// nearestVerb looks left in the clause, then right.
func nearestVerb(sentence *english.Sentence, first, last int) int {
	for i := first - 1; i >= 0; i-- {
		if isVerb(&sentence.Tokens[i]) {
			return i
		}
	}
	for i := last; i < len(sentence.Tokens); i++ {
		if isVerb(&sentence.Tokens[i]) {
			return i
		}
	}
	return -1
}

// Lemmas of verbs and nouns that look ahead: what depends on them is to come.
var ahead = map[string]bool{}

// verbTense reads the form of a verb and its auxiliaries.
func verbTense(sentence *english.Sentence, verb int) tense {
	token := &sentence.Tokens[verb]
	t, perfect, marked := unclear, false, false
	for i := max(0, verb-6); i < verb; i++ {
		aux := &sentence.Tokens[i]
		if !belongs(aux, i, verb, sentence) {
			continue
		}
		switch aux.Lemma {
		case "will", "shall", "'ll", "wo":
			return future
		case "may", "might", "can", "must", "should", "would", "could":
			t = likelyFuture
		case "have":
			perfect = true
		case "do", "be":
			if aux.XPOS == "VBD" {
				t = past
			} else if t == unclear {
				t = likelyFuture
			}
		case "to":
			marked = true
		}
	}
	lookingAhead := ahead[token.Lemma]
	switch {
	case perfect:
		return past
	case lookingAhead && t != past:
		return future
	case lookingAhead:
		return likelyFuture
	case t == past:
		return past
	case marked && token.XPOS == "VB":
		return likelyFuture
	}
	switch token.XPOS {
	case "VBD":
		return past
	case "VBN":
		if t == unclear {
			return likelyPast
		}
	case "VBP", "VBZ", "VBG":
		if t == unclear {
			return likelyFuture
		}
	}
	return t
}

// belongs tells whether a word before the verb is its auxiliary.
func belongs(aux *english.Token, at, verb int, sentence *english.Sentence) bool {
	if aux.Head >= 0 || sentence.Tokens[verb].Head >= 0 {
		return aux.Head == verb && (aux.UPOS == "AUX" || aux.Lemma == "to")
	}
	if aux.UPOS != "AUX" && aux.Lemma != "to" {
		return false
	}
	for i := at + 1; i < verb; i++ {
		if tag := sentence.Tokens[i].UPOS; tag != "ADV" && tag != "PART" && tag != "AUX" {
			return false
		}
	}
	return true
}
