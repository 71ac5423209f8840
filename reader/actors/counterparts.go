package actors

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// counterpart is who holds in another state the office of the person whose counterpart he is: "his
// Norlandic counterpart" of a foreign minister is the foreign minister of Norland.
func (f *finder) counterpart(sentence int, m *lexicon.Match, whose owner) (int, bool) {
	of := f.sentence(sentence).Child(f.headOf(sentence, m), "nmod:poss")
	if of < 0 || whose.person || whose.actor.Kind != parley.StateActor {
		return 0, false
	}
	f.readToken(sentence, of)
	holder, ok := f.cast.At(sentence, of)
	if !ok || len(holder.Who) != 1 || f.cast.Actors[holder.Who[0]].Affiliation == whose.of {
		return 0, false
	}
	for _, o := range f.cast.Actors[holder.Who[0]].Offices {
		if !o.HeldOn(f.day) || !means("paired", o.Title) || f.toldOtherwise(sentence, holder.Who[0]) {
			continue
		}
		if i, ok := f.mostSalient(f.bearers(o.Title, whose.of)); ok {
			return i, true
		}
		if a, ok := f.lex.Holder(o.Title, whose.of, f.day); ok && f.day != "" {
			i := f.enter(a.ID, a, f.span(sentence, m.First, m.Last+1))
			f.shorten(i, a.Name)
			return i, true
		}
	}
	return 0, false
}

// toldOtherwise tells whether a sentence tells somebody by another title than those that each state
// has: the counterpart of a "chief negotiator" is no minister.
func (f *finder) toldOtherwise(sentence, actor int) bool {
	for k := len(f.cast.Mentions) - 1; k >= 0 && f.cast.Mentions[k].Sentence == sentence; k-- {
		if m := &f.cast.Mentions[k]; m.Form == ByOffice && slices.Contains(m.Who, actor) && !means("paired", m.Title.Name) {
			return true
		}
	}
	return false
}
