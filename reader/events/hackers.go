package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// hackersFor are those for whom hackers are told to work: "hackers linked to Norland", "a Norland-backed hacking group",
// "hackers from its spy agency".
func (f *finder) hackersFor(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if !tables().nouns["hacker"][s.Tokens[noun].Lemma] && !hasOneBelow(s, noun, tables().nouns["hacker"]) {
		return nil
	}
	all := f.directlyBehind(sentence, noun, "from")
	for child := range s.Children(noun) {
		if !s.Tokens[child].Is("acl") || !tables().nouns["serving"][s.Tokens[child].Lemma] {
			continue
		}
		for _, prep := range []string{"to", "with", "by", "for"} {
			all = append(all, f.behind(sentence, child, prep)...)
		}
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if state := m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch; state && m.Last < noun && premodifies(s, noun, m) && f.state(m.Actor.Affiliation) {
			all = append(all, bySide(m.Actor.Affiliation, matchSpan(s, m)))
		}
	}
	return sided(all)
}

// byHackers tells whether a verb of attack has hackers for its doers: "hackers attacked the bank".
func (f *finder) byHackers(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	doer := s.Subject(t.token)
	if t.sense.Type != parley.Assault || t.sense.Noun || doer < 0 {
		return false
	}
	return tables().nouns["hacker"][s.Tokens[doer].Lemma] || hasOneBelow(s, doer, tables().nouns["hacker"])
}
