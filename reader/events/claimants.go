package events

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
)

// onWordOf gives a count the one on whose word it stands: who is named or, where the text names nobody, the words for
// them, with their state where the words are no more than "officials".
func (f *finder) onWordOf(fig figure) figure {
	fig.Claimant = fig.voice.Name
	if words := f.tellers(fig.voice.Unnamed); words != "" {
		fig.Claimant = words
		if f.state(fig.voice.Side) && tables().nouns["officials"][words] {
			fig.Claimant = f.in.Lexicon.Demonym(fig.voice.Side) + " " + words
		}
		fig.voice.Spans = append(slices.Clone(fig.voice.Spans), fig.voice.Unnamed)
	}
	return fig
}

// tellers are the words for several who tell something and are not named, without what is said of them besides: "two
// officials who asked not to be named" are officials. One nobody knows answers for no count.
func (f *finder) tellers(at parley.Span) string {
	if at.End == 0 {
		return ""
	}
	sentences := f.in.Text.Sentences
	sentence := sort.Search(len(sentences), func(i int) bool { return sentences[i].Tokens[len(sentences[i].Tokens)-1].End > at.Start })
	if sentence == len(sentences) {
		return ""
	}
	s := &sentences[sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if t.XPOS == "NNS" && at.Covers(spanOf(s, token)) && (t.Head < 0 || !at.Covers(spanOf(s, t.Head))) {
			words := f.called(sentence, token).name
			if head := &s.Tokens[0]; strings.HasPrefix(words, head.Text) && (head.XPOS == "NN" || head.XPOS == "NNS") {
				first, size := utf8.DecodeRuneInString(words)
				return string(unicode.ToLower(first)) + words[size:] // at the head of a sentence
			}
			return words
		}
	}
	return ""
}
