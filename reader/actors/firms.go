package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// gatherLargest finds the companies that the text tells to be one of several of their kind, by a name of one word
// that the tagger may not have found: "Volta, one of Norland's largest telecoms providers,".
func (f *finder) gatherLargest() {
	for sentence := range f.cast.text.Sentences {
		tokens := f.sentence(sentence).Tokens
		for comma := 1; comma+3 < len(tokens); comma++ {
			name := tokens[comma-1].Text
			if tokens[comma].Text != "," || !strings.EqualFold(tokens[comma+1].Text, "one") || tokens[comma+2].Text != "of" || !capital(name) || comma > 1 && capital(tokens[comma-2].Text) {
				continue
			}
			if noun := kindBehind(tokens, comma+2); tokens[noun].XPOS == "NNS" && f.ofFirms(sentence, noun) {
				f.firms[name] = true
			}
		}
	}
}

// kindBehind is the last noun of the phrase behind "one of".
func kindBehind(tokens []english.Token, of int) int {
	noun := of
	for noun+1 < len(tokens) && tokens[noun+1].UPOS != "PUNCT" && !slices.Contains([]string{"ADP", "VERB", "AUX", "PRON"}, tokens[noun+1].UPOS) {
		noun++
	}
	return noun
}

// ofFirms tells whether a noun is one for companies.
func (f *finder) ofFirms(sentence, noun int) bool {
	lemma := f.sentence(sentence).Tokens[noun].Lemma
	m, ok := f.matchAt(sentence, noun)
	return means("house", lemma) || means("provider", lemma) || BeforeFirm(lemma) || ok && means("business", m.Title.Name)
}
