package actors

import "github.com/parleyrecord/parley/lexicon"

// completeElided takes the first of two names or peoples for what it is where the word that both end with is told once:
// "North and South Korean envoys".
func (f *finder) completeElided(sentence int) {
	tokens := f.sentence(sentence).Tokens
	var firsts []lexicon.Match
	for _, whole := range f.cast.Matches[sentence] {
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
		firsts = append(firsts, one)
	}
	for _, one := range firsts {
		f.putMatch(sentence, one)
	}
}
