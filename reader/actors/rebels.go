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
	if named, ok := c.groupBeside(sentence, token); ok {
		return named
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
	for _, a := range c.Armed {
		if home := c.homes[a.ID]; home == state || home == "" {
			all = append(all, a)
		}
	}
	if len(all) != count {
		return nil
	}
	return all
}

// groupBeside is the armed group whose name stands beside a noun for one: "the main rebel group, the Harbour Front".
func (c *Cast) groupBeside(sentence, noun int) ([]parley.Actor, bool) {
	s := &c.text.Sentences[sentence]
	if campNoun(s, noun) < 0 {
		return nil, false
	}
	name := s.Child(noun, "appos")
	for k := range c.Matches[sentence] {
		if m := &c.Matches[sentence][k]; m.Kind == lexicon.GroupMatch && name > noun && m.First <= name && name <= m.Last {
			return []parley.Actor{m.Actor}, true
		}
	}
	return nil, false
}

// smallNumbers are the words that count the groups of a camp.
var smallNumbers = map[string]int{"both": 2, "two": 2, "three": 3, "four": 4}

// armed are the armed groups that the text names, each once.
func (f *finder) armed() (all []parley.Actor) {
	f.cast.homes = map[string]string{}
	for i := range f.cast.Matches {
		for k := range f.cast.Matches[i] {
			m := &f.cast.Matches[i][k]
			if m.Kind != lexicon.GroupMatch || m.Actor.Sector != "REB" || f.lex.Home(m.Actor.ID) == "" && !f.introduced[m.Actor.ID] {
				continue
			}
			if !slices.ContainsFunc(all, func(a parley.Actor) bool { return a.Affiliation == m.Actor.Affiliation }) {
				all = append(all, m.Actor)
				f.cast.homes[m.Actor.ID] = f.lex.Home(m.Actor.ID)
			}
		}
	}
	return all
}
