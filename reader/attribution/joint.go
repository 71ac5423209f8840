package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// togetherReach is how many sentences back several may have spoken together whom a
// noun means ("the leaders"), and pronounReach the same for "they".
const (
	togetherReach = 6
	pronounReach  = 2
)

// togetherBefore is those who spoke together in a sentence before, whom "they", "the
// leaders" or "the three countries" means: one source of them all, or each of several
// people.
func (c *clauses) togetherBefore(head int) ([]Source, bool) {
	size, reach, ok := c.meansSeveral(head)
	if !ok {
		return nil, false
	}
	for a := range c.backTo(c.index - reach) {
		if a.Sentence == c.index || !c.main(a) || c.quotedCue(a) {
			continue
		}
		all := slices.DeleteFunc(apart(a.Sources), func(s Source) bool { return s.Name == "" || s.Kind == parley.MediaSource })
		if several := len(all) > 1 || len(all) == 1 && len(all[0].Sides) > 1; !several {
			if reach == pronounReach {
				return nil, false // somebody else has spoken since
			}
			continue
		}
		if size > 0 && size != max(len(all), len(all[0].Sides)) {
			continue
		}
		return c.oneOf(all, c.phrase(head, false), c.withBoth(head)), true
	}
	return nil, false
}

// withBoth tells whether "both" stands before a noun.
func (c *clauses) withBoth(head int) bool {
	for child := range c.Children(head) {
		if c.lower(child) == "both" {
			return true
		}
	}
	return false
}

// oneOf makes one source of several, unless "both" sets bodies apart.
func (c *clauses) oneOf(all []Source, text parley.Span, both bool) []Source {
	people := slices.ContainsFunc(all, func(s Source) bool { return s.Kind == parley.PersonSource })
	if people || !both {
		all = []Source{c.joined(all)}
	}
	for i := range all {
		all[i].Evidence = append(slices.Clone(all[i].Evidence), all[i].Text)
		all[i].Text = text
		if all[i].Kind == parley.DocumentSource {
			all[i].Kind = parley.BodySource
		}
	}
	return all
}

// quotedCue tells whether the cue of an attribution stands in a quotation.
func (f *finder) quotedCue(a *Attribution) bool {
	return len(a.cueTokens) > 0 && f.marks[a.Sentence][a.cueTokens[0]] > 0
}

// meansSeveral tells whether a phrase points back to several who spoke, to how many
// (0 where it does not say), and how many sentences back they may stand.
func (c *clauses) meansSeveral(head int) (size, reach int, ok bool) {
	t := &c.Tokens[head]
	if t.UPOS == "PRON" {
		return 0, pronounReach, c.lower(head) == "they" && !c.quoted(head)
	}
	several := c.inPlural(head) || knowledge().words["trio"][c.lower(head)]
	if t.UPOS != "NOUN" || !several || !knowledge().words["together"][strings.ToLower(t.Lemma)] {
		return 0, 0, false
	}
	for child := range c.Children(head) {
		switch c.lower(child) {
		case "the", "these", "those", "all":
			ok = true
		case "two", "both":
			return 2, togetherReach, true
		case "three":
			size = 3
		case "four":
			size = 4
		}
		if child := &c.Tokens[child]; child.Is("nmod") || child.Is("nmod:poss") || child.Is("compound") {
			return 0, 0, false // "the leaders of the league"
		}
		if m, found := c.matchAt(child); found && m.Actor.ID != "" {
			return 0, 0, false // "the Norlandic leaders"
		}
	}
	return size, togetherReach, ok
}

// headsOfState is the source of a phrase for those who lead several states: one of them all.
func (c *clauses) headsOfState(m *actors.Mention, text parley.Span) []Source {
	if len(m.Sides) < 2 || !c.inPlural(m.Head) || !knowledge().words["together"][strings.ToLower(c.Tokens[m.Head].Lemma)] {
		return nil
	}
	var all []Source
	for _, side := range m.Sides {
		state, ok := c.lex.Actor(side)
		if !ok || state.Kind != parley.StateActor {
			return nil
		}
		s := Source{Text: text, Affiliation: side, Evidence: []parley.Span{text}}
		s.Name, s.Kind = c.nameOf(state)
		all = append(all, s)
	}
	one := c.joined(all)
	if knowledge().words["leading"][strings.ToLower(c.Tokens[m.Head].Lemma)] {
		one.Name = c.officesOf(m) + " of " + one.Name
	}
	return []Source{one}
}

// governmentsOf is the one source of the governments of states in a row: "the governments of
// Norland and Sudmark".
func (c *clauses) governmentsOf(head int) (Source, bool) {
	if !knowledge().words["government"][c.Tokens[head].Lemma] || !c.inPlural(head) {
		return Source{}, false
	}
	first := c.Child(head, "nmod")
	if first < head || c.marker(first) != "of" {
		return Source{}, false
	}
	text := c.phrase(head, false)
	var all []Source
	for _, m := range c.cast.Members(c.index, first) {
		if len(m.Who) != 1 || c.cast.Actors[m.Who[0]].Kind != parley.StateActor {
			return Source{}, false
		}
		s := Source{Text: text, Affiliation: m.Affiliation, Evidence: c.cast.Evidence(m)}
		s.Name, s.Kind = c.nameOf(c.cast.Actors[m.Who[0]])
		all = append(all, s)
	}
	if len(all) < 2 {
		return Source{}, false
	}
	one := c.joined(all)
	one.Name = "governments of " + one.Name
	return one, true
}

// officesOf is what several of an office are called: "leaders", "foreign ministers".
func (c *clauses) officesOf(m *actors.Mention) string {
	first := m.Head
	if title, ok := c.matchAt(m.Head); ok {
		first = title.First
	}
	return strings.ToLower(c.Text(first, m.Head+1))
}

// withOneVoice makes one source of states and unions that the text names in a row as those
// who say something, unless "both" sets them apart. Each keeps its own part in what they
// hold; only the statement is one.
func (f *finder) withOneVoice() {
	for i := range f.found {
		a := &f.found[i]
		if len(a.Sources) < 2 || a.Continues >= 0 || f.setApart(a) || slices.ContainsFunc(a.Sources, func(s Source) bool {
			return s.Kind != parley.BodySource || !f.aParty(s)
		}) {
			continue
		}
		one := f.joined(a.Sources)
		for _, s := range a.Sources {
			if s.Text.End > s.Text.Start {
				one.Text = parley.Span{Start: min(one.Text.Start, s.Text.Start), End: max(one.Text.End, s.Text.End)}
			}
		}
		a.together = &one
	}
	for i := range f.found {
		if a := &f.found[i]; a.Continues >= 0 && f.found[a.Continues].together != nil {
			one := f.found[a.Continues].together.untold()
			a.together = &one
		}
	}
}

// aParty tells whether a source is a state or union as a whole.
func (f *finder) aParty(s Source) bool {
	if len(s.Actors) == 1 {
		return f.cast.Actors[s.Actors[0]].ID == s.Affiliation
	}
	state, ok := f.lex.Actor(s.Affiliation)
	return ok && f.governmentName(state) == s.Name
}

// setApart tells whether "both" stands before the sources of an attribution.
func (f *finder) setApart(a *Attribution) bool {
	if a.source < 0 {
		return false
	}
	s := &f.text.Sentences[a.Sentence]
	for child := range s.Children(a.source) {
		if strings.EqualFold(s.Tokens[child].Text, "both") {
			return true
		}
	}
	return false
}
