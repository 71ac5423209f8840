package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
)

// opposed tells whether a mention is of those in a state who are not its government, or
// of others who are for or against it. The European allies are Europe's.
func (f *finder) opposed(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	if noun := s.Tokens[m.Head].Lemma; !f.isState(m.Affiliation) && m.Affiliation != "" && tables().roles["factions"][noun] {
		return false // "the rebels" of a group that the lexicon knows are that group
	}
	return m.Affiliation != "EU" && (tables().opposed[s.Tokens[m.Head].Lemma] || f.factious(s.Text(f.in.Text.Source, min(m.First, m.Head), m.Head+1), m.Affiliation))
}

// factious tells whether words for somebody set him apart from the government of his state: "the
// Norlandic opposition leader", "the Union of Norlandic Farmers".
func (f *finder) factious(words, affiliation string) bool {
	return f.isState(affiliation) && slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(word string) bool {
		return tables().roles["factions"][singular(word)] || tables().roles["associations"][word]
	})
}

// isState tells whether a party is a state.
func (f *finder) isState(party string) bool {
	_, ok := f.in.Lexicon.Country(party)
	return ok
}

// opposedBody tells whether somebody goes by a name for such: "Norlandic allies", but not the rebels of
// a group that the lexicon knows.
func (f *finder) opposedBody(a parley.Actor) bool {
	last := singular(strings.ToLower(a.Name[strings.LastIndex(a.Name, " ")+1:]))
	if tables().roles["factions"][last] && a.Affiliation != "" && !f.isState(a.Affiliation) {
		return false
	}
	return a.Kind == parley.BodyActor && a.Affiliation != "EU" && tables().opposed[last]
}

// partisans tells whether a mention is of such.
func (f *finder) partisans(m *actors.Mention) bool {
	s := &f.in.Text.Sentences[m.Sentence]
	first, last := s.Subtree(m.Head)
	return partisan(f.in.Text.Source[s.Tokens[min(first, m.First)].Start:s.Tokens[max(last, m.Last)-1].End])
}

// partisan tells whether words name those who are for or against a state: "the pro-Norlandic
// majority".
func partisan(words string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(word string) bool {
		return strings.HasPrefix(word, "pro-") || strings.HasPrefix(word, "anti-")
	})
}

// private tells whether somebody's words are no party's: a person of whom neither
// the lexicon nor the text tells an office that he holds ("a former envoy", "an analyst"), or
// whom the text also calls an analyst or the like, and a company or a charity.
func (f *finder) private(a parley.Actor) bool {
	sector := tables().roles["private"][strings.ToLower(a.Sector)]
	if a.Kind != parley.PersonActor {
		return a.Kind == parley.BodyActor && sector
	}
	if f.outsiders[a.ID] {
		return true
	}
	if len(a.Offices) == 0 {
		return (!a.Known || sector) && !f.officials[a.ID]
	}
	return f.retired(a)
}

// retired tells whether somebody has held offices and holds none of them now.
func (f *finder) retired(a parley.Actor) bool {
	return len(a.Offices) > 0 && !slices.ContainsFunc(a.Offices, func(o parley.Office) bool {
		return !strings.HasPrefix(o.Title, "former ") && o.HeldOn(f.in.Day)
	})
}

// findOutsiders are those whom a text calls by a noun for who speaks for no government, besides
// their office: "the director-general of a council", later "the analyst".
func findOutsiders(in Input) map[string]bool {
	found := map[string]bool{}
	for _, a := range in.Attributions {
		for _, from := range a.Sources {
			noun := strings.ToLower(in.Text.Source[from.Text.Start:from.Text.End])
			if noun = noun[strings.LastIndex(noun, " ")+1:]; len(from.Actors) == 1 && tables().opposed[noun] {
				found[in.Cast.Actors[from.Actors[0]].ID] = true
			}
		}
	}
	findLeaders(in, found)
	return found
}

// findLeaders adds those whom the text calls leaders of an opposition in a state: "the opposition leader Anna Kovar".
func findLeaders(in Input, found map[string]bool) {
	for i := range in.Cast.Mentions {
		m := &in.Cast.Mentions[i]
		who := in.Cast.Of(m)
		if len(who) != 1 || who[0].Kind != parley.PersonActor {
			continue
		}
		if _, state := in.Lexicon.Country(who[0].Affiliation); !state {
			continue
		}
		words := strings.Fields(strings.ToLower(in.Text.Sentences[m.Sentence].Text(in.Text.Source, min(m.First, m.Head), m.Head)))
		for k, word := range words {
			if tables().roles["factions"][word] && k+1 < len(words) && strings.HasPrefix(words[k+1], "leader") {
				found[who[0].ID] = true
			}
		}
	}
}

// findOfficials are those whom a text calls the officials of a party without naming their office: "the
// senior Norlandic official Anna Kovar", "his Sudmark counterpart".
func findOfficials(in Input) map[string]bool {
	found := map[string]bool{}
	for i := range in.Cast.Mentions {
		m := &in.Cast.Mentions[i]
		who := in.Cast.Of(m)
		if len(who) != 1 || who[0].Affiliation == "" {
			continue
		}
		words := strings.Fields(strings.ToLower(in.Text.Sentences[m.Sentence].Text(in.Text.Source, m.First, m.Last)))
		if slices.ContainsFunc(words, func(word string) bool { return tables().roles["officials"][word] }) && !slices.Contains(words, "former") {
			found[who[0].ID] = true
		}
	}
	return found
}

// singular is a plural noun without its ending.
func singular(noun string) string {
	if stem, ok := strings.CutSuffix(noun, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(noun, "s")
}
