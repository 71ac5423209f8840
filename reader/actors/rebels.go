package actors

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// Rebels are the armed groups, named elsewhere in the text, that a camp at a token stands for by no name: the one of
// its state that the text names, "the rebels", "rebel officials", or as many as the words count, "two rebel groups".
func (c *Cast) Rebels(sentence, token int) []parley.Actor {
	if group, _, ok := c.GroupBeside(sentence, token); ok && campNoun(&c.text.Sentences[sentence], token) >= 0 {
		return []parley.Actor{group}
	}
	camp, ok := c.Camp(sentence, token)
	if !ok || campWords()["rival"][camp.Name] || camp.Of == "" && strings.Contains(camp.Name, " ") {
		return nil
	}
	s := &c.text.Sentences[sentence]
	count := 1
	for child := range s.Children(token) {
		switch t := &s.Tokens[child]; {
		case child > token:
		case campWords()["otherwise"][strings.ToLower(t.Text)]:
			return nil
		case t.Is("nummod"), strings.EqualFold(t.Text, "both"):
			number, known := smallNumbers[strings.ToLower(t.Text)]
			if !known || !campWords()["banded"][s.Tokens[token].Lemma] {
				return nil // "two rebels"
			}
			count = number
		}
	}
	state := cmp.Or(camp.Of, c.Torn)
	var all []parley.Actor
	for _, group := range c.armed {
		if group.home == state || group.home == "" {
			all = append(all, group.Actor)
		}
	}
	if len(all) != count {
		return nil
	}
	return all
}

// GroupBeside is the group whose name stands beside a noun for it, and the token that heads the name: "Norland's main rebel
// group, the Harbour Front".
func (c *Cast) GroupBeside(sentence, noun int) (group parley.Actor, name int, ok bool) {
	s := &c.text.Sentences[sentence]
	if name = s.Child(noun, "appos"); s.Tokens[noun].UPOS != "NOUN" || name < noun {
		return parley.Actor{}, -1, false
	}
	m, ok := c.MatchAt(sentence, name)
	if !ok || m.Kind != lexicon.GroupMatch {
		return parley.Actor{}, -1, false
	}
	return m.Actor, name, true
}

// smallNumbers are the words that count the groups of a camp.
var smallNumbers = map[string]int{"both": 2, "two": 2, "three": 3, "four": 4}

// armedGroup is an armed group that a text names.
type armedGroup struct {
	parley.Actor
	home string // the state where it is at home, "" where the lexicon does not tell
}

// armed are the armed groups that the text names, each once, in the order in which it does.
func (f *finder) armed() (all []armedGroup) {
	for i := range f.cast.Matches {
		for k := range f.cast.Matches[i] {
			m := &f.cast.Matches[i][k]
			home := f.lex.Home(m.Actor.ID)
			if m.Kind != lexicon.GroupMatch || m.Actor.Sector != "REB" || home == "" && !f.introduced[m.Actor.ID] {
				continue
			}
			if !slices.ContainsFunc(all, func(o armedGroup) bool { return o.Affiliation == m.Actor.Affiliation }) {
				all = append(all, armedGroup{m.Actor, home})
			}
		}
	}
	return all
}
