package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// leadReach is how many sentences below a headline the one may stand that says the same.
const leadReach = 4

// readLead gives the source of a headline that is told by a noun alone the name that the
// text has for who says the same: "Talks to go on — envoy" above "The talks will go on,
// Norland's envoy Anna Kovar said"; likewise somebody without a name in the first sentence
// below it.
func (f *finder) readLead() {
	lead := slices.IndexFunc(f.text.Sentences, func(s english.Sentence) bool { return s.Paragraph > 0 })
	for i := range f.found {
		a := &f.found[i]
		if a.Sentence > lead {
			break
		}
		if len(a.Sources) != 1 || a.Thought || a.Own || !f.wantsName(a) {
			continue
		}
		for j := i + 1; j < len(f.found) && f.found[j].Sentence <= a.Sentence+leadReach; j++ {
			if b := &f.found[j]; f.namesOneBelow(a, b) && f.sameWords(a, b) && f.namesOf(a, b) {
				a.Sources = []Source{namedBelow(a, b)}
				break
			}
		}
		if b := f.firstToSpeak(i, lead); b != nil && f.wantsName(a) && f.namesOf(a, b) {
			a.Sources = []Source{namedBelow(a, b)}
		}
	}
}

// namesOneBelow tells whether one source with a name says something in a sentence below that of another attribution.
func (f *finder) namesOneBelow(a, b *Attribution) bool {
	return b.Sentence != a.Sentence && !b.Thought && len(b.Sources) == 1 && b.Sources[0].Name != "" && f.main(b)
}

// namedBelow is the source of an attribution as another below it names him.
func namedBelow(a, b *Attribution) Source {
	text, from := a.Sources[0].Text, b.Sources[0]
	from.Evidence = append([]parley.Span{text, from.Text}, from.Evidence...)
	from.Text = text
	return from
}

// firstToSpeak is what the first person with a name says below a headline, where the words by which the headline
// tells of its source stand in the text no later than his name: "Judge warns of delay" above "A judge has warned
// the board. Anna Kovar said …"; nil where there is no such person.
func (f *finder) firstToSpeak(i, lead int) *Attribution {
	a := &f.found[i]
	if lead < 0 || a.Sentence >= lead || a.Sources[0].Kind != parley.AnonymousSource {
		return nil
	}
	title := &f.nodes[a.Sentence]
	if !title.animate(a.source) || title.anyOfMany(a.source) {
		return nil
	}
	for j := i + 1; j < len(f.found) && f.found[j].Sentence <= lead+firstReach; j++ {
		b := &f.found[j]
		if b.Sentence < lead || !f.namesOneBelow(a, b) || b.Sources[0].Kind != parley.PersonSource || f.quotedCue(b) {
			continue
		}
		for k := lead; k <= b.Sentence; k++ {
			if f.nodes[k].tellsOf(title.Tokens[a.source].Lemma) {
				return b
			}
		}
		return nil
	}
	return nil
}

// anyOfMany tells whether a noun for a person tells so little that any of many may be meant: "source", "spokesman",
// "official".
func (c *clauses) anyOfMany(noun int) bool {
	m, ok := c.matchAt(noun)
	if !ok {
		return false
	}
	speaksForOthers := m.Title.Class == lexicon.SourceClass || m.Title.Class == lexicon.SpokesClass
	return speaksForOthers || knowledge().words["official"][c.Tokens[noun].Lemma]
}

// tellsOf tells whether a sentence has a noun for one person as a subject, as who did something or beside a name.
func (c *clauses) tellsOf(noun string) bool {
	return slices.ContainsFunc(c.Tokens, func(t english.Token) bool {
		one := strings.EqualFold(t.Lemma, noun) && t.Feat("Number") != "Plur"
		return one && slices.ContainsFunc(tellingRelations, t.Is)
	})
}

// tellingRelations are the relations of a noun that tells who does something or what somebody named is.
var tellingRelations = []string{"nsubj", "appos", "obl:agent", "compound", "flat", "nmod:desc"}

// firstReach is how many sentences below the first the first person may speak whom a headline means.
const firstReach = 8

// wantsName tells whether the source of a headline is one person without a name, or a body by
// a noun alone.
func (f *finder) wantsName(a *Attribution) bool {
	if a.source < 0 {
		return false
	}
	t := &f.text.Sentences[a.Sentence].Tokens[a.source]
	switch s := a.Sources[0]; s.Kind {
	case parley.AnonymousSource:
		return t.Feat("Number") != "Plur" && t.UPOS != "PRON"
	case parley.PersonSource:
		return t.UPOS == "NOUN" && !f.nodes[a.Sentence].namesPerson(a.source) // whom the text names farther below by the same noun
	case parley.BodySource:
		return len(s.Actors) == 0 && s.Affiliation == ""
	case parley.MediaSource:
		return strings.ToLower(s.Name) == s.Name
	}
	return false
}

// sameWords tells whether what two say has most of its words in common.
func (f *finder) sameWords(a, b *Attribution) bool {
	here, there := f.lemmas(a), f.lemmas(b)
	shared := 0
	for lemma := range here {
		if there[lemma] {
			shared++
		}
	}
	return shared >= 2 && float64(shared) >= alike*float64(min(len(here), len(there)))
}

// namesOf tells whether the source of a statement may be the one that a headline means: of no
// other side and, of a body, with a word of the headline's in its name.
func (f *finder) namesOf(a, b *Attribution) bool {
	from, by := a.Sources[0], b.Sources[0]
	if f.text.Sentences[a.Sentence].Paragraph > 0 && (from.Kind != parley.AnonymousSource || from.Reason.End > from.Reason.Start) {
		return false
	}
	if from.Affiliation != "" && by.Affiliation != "" && from.Affiliation != by.Affiliation {
		return false
	}
	if from.Kind == parley.AnonymousSource || from.Kind == parley.PersonSource {
		return by.Kind == parley.PersonSource
	}
	if from.Kind == parley.MediaSource {
		return by.Kind == parley.MediaSource
	}
	return by.Kind == parley.BodySource && slices.ContainsFunc(strings.Fields(strings.ToLower(from.Name)), func(word string) bool {
		return slices.Contains(strings.Fields(strings.ToLower(by.Name)), word)
	})
}
