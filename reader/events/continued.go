package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// goesOnAbout tells whether the sentence right behind that of an attack goes on about what its doers did, with no
// day, place or named target of its own: "Rebels attacked the town on Monday. They opened fire on residents."
func (f *finder) goesOnAbout(a, b *mention) bool {
	if b.sentence-a.sentence > 1 || !sameDoers(a, b) || b.day() != "" || b.place.End > 0 || f.personal(b.recipients) || b.sense.Noun && !b.definite {
		return false
	}
	return !slices.ContainsFunc(f.in.Text.Sentences[b.sentence].Tokens, func(t english.Token) bool {
		return t.Lemma == "also" || t.Lemma == "another" || t.Lemma == "separate"
	})
}

// doerless tells whether of arrests, or of what is given or let in, one is told without whose deed it is.
func doerless(a, b *mention) bool {
	if a.sense.Type == parley.Assault { // one attack told again, sentence by sentence
		return len(a.actors)+len(b.actors) == 0 && a.mode == b.mode && a.mode != "other" && b.sentence-a.sentence <= 3
	}
	return (a.sense.Type == parley.Coerce || a.sense.Type == parley.Aid || a.sense.Mode == "access") && len(a.actors)*len(b.actors) == 0
}
