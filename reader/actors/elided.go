package actors

import (
	"slices"

	"github.com/parleyrecord/parley/lexicon"
)

// completeElided takes the first of two names or peoples for what it is where the word that both end with is told once:
// "North and South Korean envoys".
func (f *finder) completeElided(sentence int) {
	tokens := f.sentence(sentence).Tokens
	for _, whole := range slices.Clone(f.cast.Matches[sentence]) {
		at := whole.First - 2
		if at < 0 || whole.Last == whole.First || whole.Kind != lexicon.StateMatch && whole.Kind != lexicon.DemonymMatch || tokens[at+1].Text != "and" {
			continue
		}
		words := []string{tokens[at].Text}
		for _, t := range tokens[whole.First+1 : whole.Last+1] {
			words = append(words, t.Text)
		}
		found := f.lex.Find(words)
		if len(found) != 1 || found[0].First > 0 || found[0].Last != len(words)-1 || found[0].Kind != whole.Kind || found[0].Actor.ID == whole.Actor.ID {
			continue
		}
		one := found[0]
		one.First, one.Last = at, at
		matches := slices.DeleteFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool { return m.First <= at && at <= m.Last })
		k, _ := slices.BinarySearchFunc(matches, at, func(m lexicon.Match, at int) int { return m.First - at })
		f.cast.Matches[sentence] = slices.Insert(matches, k, one)
		f.cover(sentence)
	}
}
