package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// pointsBack marks what somebody denies, rejects or confirms who only points back to what another has just said in the
// sentence: "accused Norland of spying, which it denies", "says it won, a claim the army rejects", "…, but Kovar denies
// this".
func (c *clauses) pointsBack(k *cueVerb) []bool {
	if k.class != "deny" && k.class != "reject" && k.class != "confirm" || c.quoted(k.token) {
		return nil
	}
	first := k.token
	for first > 0 && c.Tokens[first-1].Text != "," && k.token-first < longestRetort {
		first--
	}
	if first == 0 || c.Tokens[first-1].Text != "," || !c.standsFor(first, k.token) {
		return nil
	}
	for a := range c.backTo(c.index) {
		if len(a.cueTokens) == 0 || a.cueTokens[0] >= first || a.Thought || a.content == nil || a.Class == "deny" {
			continue
		}
		set := slices.Clone(a.content)
		clear(set[first-1:])
		if of := c.charge(a, set); of >= 0 {
			clear(set[:of+1])
		}
		if count(set) > 1 {
			return set
		}
		return nil
	}
	return nil
}

// longestRetort is how many words at most stand between a comma and the verb by which somebody answers.
const longestRetort = 10

// standsFor tells whether what begins behind a comma, or the object of the verb, is a word for all
// that was said before.
func (c *clauses) standsFor(first, verb int) bool {
	switch c.lower(first) {
	case "which", "something":
		return true
	case "a", "an":
		return slices.ContainsFunc(c.Tokens[first:verb], func(t english.Token) bool {
			return t.UPOS == "NOUN" && knowledge().words["vague"][strings.ToLower(t.Lemma)]
		})
	}
	object := c.Child(verb, "obj")
	return object > verb && (c.lower(object) == "this" || c.lower(object) == "that" || c.lower(object) == "it")
}

// charge is the "of" behind which stands of what somebody is accused; -1 where an attribution accuses nobody so.
func (c *clauses) charge(a *Attribution, set []bool) int {
	if a.Class != "accuse" {
		return -1
	}
	for i := range set {
		if set[i] && c.lower(i) == "of" {
			return i
		}
	}
	return -1
}
