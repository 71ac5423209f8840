package actors

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// addVoice lets an unnamed spokesperson speak for the body that he is of: "a
// spokesperson for the ministry", and "the spokesperson" after that.
func (f *finder) addVoice(mention Mention, m *lexicon.Match, whose owner, owned bool) bool {
	if f.cast.OfRivals(mention.Sentence, m.First) {
		return false // "a rebel military spokesman"
	}
	body, found := f.bodyBelow(mention.Sentence, mention.Head)
	if !found {
		body, found = f.bodyInTitle(mention.Sentence, m, whose)
	}
	switch {
	case found:
	case owned && whose.actor.ID != "" && whose.actor.Kind != parley.PersonActor:
		actor := whose.actor
		if actor.Kind == parley.StateActor && !f.direct(mention, whose) {
			return false // "a spokesman for Norland's shipyard"
		}
		if actor.Kind == parley.StateActor {
			government, ok := f.lex.StateBody("government", actor.ID)
			if !ok {
				return false
			}
			actor = government
		}
		body = f.enter(actor.ID, actor, f.span(mention.Sentence, whose.first, whose.last+1))
	case !owned && f.voice > 0 && !f.namesOther(mention, m):
		body = f.voice - 1
	default:
		return false
	}
	f.voice = body + 1
	mention.Form = ByBody
	mention.Who = []int{body}
	mention.Title = lexicon.Title{}
	f.add(mention)
	return true
}

// namesOther tells whether a phrase names a body that nobody knows before the title, or says whose it
// is and not by name: "an Olvik spokesman", "their spokesman".
func (f *finder) namesOther(mention Mention, m *lexicon.Match) bool {
	if f.sentence(mention.Sentence).Child(mention.Head, "nmod:poss") >= 0 {
		return true
	}
	tokens := f.sentence(mention.Sentence).Tokens
	for token := mention.First; token < m.First; token++ {
		if tokens[token].UPOS == "PROPN" {
			return true
		}
	}
	return false
}

// direct tells whether a title's owner stands at the title, and not at what the title is of.
func (f *finder) direct(mention Mention, whose owner) bool {
	if whose.first < mention.Head {
		return true
	}
	tokens := f.sentence(mention.Sentence).Tokens
	return slices.ContainsFunc(tokens[whose.first:whose.last+1], func(t english.Token) bool { return t.Head == mention.Head })
}

// bodyInTitle finds the body that a title has in its words: "government spokesman",
// "foreign ministry spokesman"; where nobody's is told, that of the country that the text
// is about.
func (f *finder) bodyInTitle(sentence int, m *lexicon.Match, whose owner) (int, bool) {
	for _, inside := range f.insideWords(sentence, m) {
		if inside.Kind == lexicon.BodyMatch || inside.Kind == lexicon.GroupMatch {
			if !f.indefinite(sentence, f.headOf(sentence, m)) && len(f.bearers(m.Title.Name, inside.Actor.Affiliation)) > 0 {
				return 0, false // the one whom the text names
			}
			return f.enter(inside.Actor.ID, inside.Actor, f.span(sentence, m.First, m.Last+1)), true
		}
		if inside.Kind != lexicon.BodyNounMatch {
			continue
		}
		of := whose.of
		if before, ok := f.matchAt(sentence, max(0, m.First-1)); of == "" && m.First > 0 && ok && before.Kind == lexicon.PersonMatch {
			of = before.Actor.Affiliation // "a Kovar government spokesman"
		}
		if about := f.country(); of == "" && about != f.home {
			of = about
		}
		if a, ok := f.lex.StateBody(inside.Noun.Name, of); ok {
			return f.enter(a.ID, a, f.span(sentence, m.First, m.Last+1)), true
		}
	}
	return 0, false
}

// bodyBelow finds the body that a noun names as its own: "spokesperson for the
// ministry", "Commerce Ministry spokesperson".
func (f *finder) bodyBelow(sentence, token int) (int, bool) {
	first, last := f.phrase(sentence, token)
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		if m.First < first || m.Last >= last || m.Kind != lexicon.BodyNounMatch {
			continue
		}
		whose, ok := f.ownerOf(sentence, f.headOf(sentence, m), m.First, m.Last+1)
		if ok && (!whose.person || m.Noun.Name == "government" || m.Noun.Name == "Administration") {
			return f.enterBody(sentence, m, whose.of)
		}
		if sides := f.sidesBefore(sentence, m.First); len(sides) > 0 {
			return f.enterBody(sentence, m, sides[len(sides)-1])
		}
		if actor, ok := f.bodyBefore(m.Noun); ok {
			return actor, true
		}
		if country := f.country(); country != "" {
			return f.enterBody(sentence, m, country)
		}
	}
	return 0, false
}

// ownOfficials finds the body for which its officials speak where the text sets none of them
// apart: "harbour board officials", "officers of the harbour board".
func (f *finder) ownOfficials(mention Mention, m *lexicon.Match, whose owner, owned bool) (int, bool) {
	if !means("staff", m.Title.Name) || !mention.Plural || mention.Quantified || whose.person || len(mention.Sides) > 1 || f.ranked(mention.Sentence, mention.Head, m) {
		return 0, false
	}
	if owned {
		if whose.actor.Kind != parley.BodyActor && whose.actor.Kind != parley.GroupActor {
			return 0, false
		}
		return f.enter(whose.actor.ID, whose.actor, f.span(mention.Sentence, whose.first, whose.last+1)), true
	}
	for _, inside := range f.insideWords(mention.Sentence, m) {
		if (inside.Kind == lexicon.BodyMatch || inside.Kind == lexicon.GroupMatch) && inside.First == 0 && inside.Last == m.Last-m.First-1 {
			return f.enter(inside.Actor.ID, inside.Actor, f.span(mention.Sentence, m.First, m.Last)), true
		}
	}
	return 0, false
}

// bodyOfMembers is the body for which its members speak: "members of the league", "members of the Norlandic
// government", "Norlandic parliament members".
func (f *finder) bodyOfMembers(mention Mention, m *lexicon.Match, whose owner, owned bool) (int, bool) {
	if m.Title.Name != "member" || !mention.Plural || mention.Quantified || !owned || whose.person {
		return 0, false
	}
	if whose.actor.Kind == parley.BodyActor || whose.actor.Kind == parley.GroupActor {
		return f.enter(whose.actor.ID, whose.actor, f.span(mention.Sentence, whose.first, whose.last+1)), true
	}
	s := f.sentence(mention.Sentence)
	for child := range s.Children(mention.Head) {
		if t := &s.Tokens[child]; !t.Is("nmod") && !t.Is("compound") {
			continue
		}
		if noun, ok := f.matchAt(mention.Sentence, child); ok && noun.Kind == lexicon.BodyNounMatch {
			return f.enterBody(mention.Sentence, noun, whose.of)
		}
	}
	return 0, false
}

// groupBefore is the armed group whose name stands right before a noun for all its fighters, or for such groups:
// "Norland's Red Dawn guerrillas", "the Red Dawn militant group".
func (f *finder) groupBefore(mention Mention, m *lexicon.Match) (int, bool) {
	if m.Title.Sector != "REB" || !mention.Plural && m.Title.Class != lexicon.ForcesClass || mention.Quantified || m.First == 0 {
		return 0, false
	}
	name, ok := f.matchAt(mention.Sentence, m.First-1)
	if !ok || name.Kind != lexicon.GroupMatch {
		return 0, false
	}
	return f.enter(name.Actor.ID, name.Actor, f.span(mention.Sentence, name.First, name.Last+1)), true
}

// ranked tells whether a word of rank or time sets officials apart from the rest: "senior
// officials".
func (f *finder) ranked(sentence, head int, m *lexicon.Match) bool {
	s := f.sentence(sentence)
	for child := range s.Children(head) {
		t := &s.Tokens[child]
		if _, known := f.matchAt(sentence, child); t.Is("amod") && (!known || child >= m.First && child <= m.Last) {
			return true
		}
	}
	return false
}

// OfRivals tells whether a word for those who are against the state stands right before a token.
func (c *Cast) OfRivals(sentence, first int) bool {
	return first > 0 && means("rival", strings.ToLower(c.text.Sentences[sentence].Tokens[first-1].Text))
}
