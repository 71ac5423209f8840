package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// readHeadline reads the forms of headlines: "Norland: talks will go on",
// "Talks to go on — minister". A thought in a headline stands for words that
// the article goes on to report.
func (c *clauses) readHeadline(before int) {
	for k := before; k < len(c.found); k++ {
		if words := c.found[k].cueTokens; len(c.found[k].Sources) > 0 && len(words) > 0 && c.Tokens[words[0]].UPOS == "VERB" {
			c.found[k].Thought = c.found[k].Thought && (c.found[k].Class == "plan" || c.found[k].Class == "describe")
		}
	}
	for i := range c.Tokens {
		switch c.Tokens[i].Text {
		case ":", "—", "–", "--", "-":
			if c.joins(i) {
				continue // "Staff-Sergeant"
			}
			if c.splitHeadline(i, before) {
				return
			}
		}
	}
}

// joins tells whether no blank stands beside a mark, which joins two words then.
func (c *clauses) joins(mark int) bool {
	return mark > 0 && mark+1 < len(c.Tokens) && c.Tokens[mark-1].End == c.Tokens[mark].Start && c.Tokens[mark].End == c.Tokens[mark+1].Start
}

// splitHeadline attributes one side of a colon or dash to a source that the
// other side consists of.
func (c *clauses) splitHeadline(mark, before int) bool {
	if head, ok := c.wholly(mark+1, len(c.Tokens)); ok {
		return c.headlineFrom(head, 0, mark)
	}
	if head, ok := c.wholly(0, mark); ok && c.Tokens[mark].Text == ":" && len(c.found) == before && !c.labels(head, mark) {
		return c.headlineFrom(head, mark+1, len(c.Tokens))
	}
	return false
}

// labels tells whether a state before a colon only says where what follows happens: "Norland: Bus
// falls into river". What it says itself is quoted or told of "we".
func (c *clauses) labels(head, mark int) bool {
	if m, ok := c.cast.At(c.index, head); !ok || m.Form != actors.ByCountry {
		return false
	}
	for i := mark + 1; i < len(c.Tokens); i++ {
		switch c.lower(i) {
		case "we", "our", "us", "will", "must", "should", "would", "\"", "“", "'", "‘", "can", "not", "n't":
			return false
		}
	}
	return true
}

// wholly finds the source that a token range consists of.
func (c *clauses) wholly(first, last int) (int, bool) {
	for last > first && c.edge(last-1) {
		last--
	}
	if last-first == 0 || last-first > 7 {
		return 0, false
	}
	for i := first; i < last; i++ {
		if m, ok := c.cast.At(c.index, i); ok && m.First <= first+1 && m.Last >= last {
			return i, true
		}
	}
	if n, ok := knowledge().sources[strings.ToLower(c.Tokens[last-1].Lemma)]; ok && last-first <= 3 && n.kind != parley.DocumentSource {
		return last - 1, true
	}
	return 0, false
}

func (c *clauses) headlineFrom(head, first, last int) bool {
	span, ok := c.trim(first, last)
	if !ok || last-first < 3 {
		return false
	}
	a := Attribution{Sentence: c.index, Class: "say", Content: []parley.Span{span}, Continues: -1, Certainty: 0.8, Clause: true, source: head}
	a.content = make([]bool, len(c.Tokens))
	for i := first; i < last; i++ {
		a.content[i] = true
	}
	a.Sources = c.sources(place{c.index, head, false})
	a.Sources = slices.DeleteFunc(a.Sources, func(s Source) bool { return s.Kind == parley.MediaSource })
	if len(a.Sources) == 0 {
		return false
	}
	c.found = append(c.found, a)
	return true
}

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
			b := &f.found[j]
			if b.Sentence == a.Sentence || b.Thought || len(b.Sources) != 1 || b.Sources[0].Name == "" || !f.main(b) || !f.sameWords(a, b) || !f.namesOf(a, b) {
				continue
			}
			text, from := a.Sources[0].Text, b.Sources[0]
			from.Evidence = append([]parley.Span{text, from.Text}, from.Evidence...)
			from.Text = text
			a.Sources = []Source{from}
			break
		}
	}
}

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
	case parley.BodySource:
		return len(s.Actors) == 0 && s.Affiliation == ""
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
	if from.Kind == parley.AnonymousSource {
		return by.Kind == parley.PersonSource
	}
	return by.Kind == parley.BodySource && slices.ContainsFunc(strings.Fields(strings.ToLower(from.Name)), func(word string) bool {
		return slices.Contains(strings.Fields(strings.ToLower(by.Name)), word)
	})
}
