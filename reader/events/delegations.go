package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// lead puts those who are told to have led a side's delegation in its place, in
// the talks told shortly before or after: "the Norland delegation was headed by
// Foreign Minister Anna Kovar".
func (f *finder) lead(groups [][]*mention) {
	for sentence := range f.in.Text.Sentences {
		s := &f.in.Text.Sentences[sentence]
		for token := range s.Tokens {
			if delegation(s, token) {
				for child := range s.Children(token) {
					if s.Tokens[child].Is("nmod") && caseOf(s, child) == "by" { // "and the other team by Holm"
						for _, side := range f.fillersAt(sentence, token) {
							f.seat(groups, sentence, side, f.fillersAt(sentence, child))
						}
					}
				}
			}
			if !heads(s, token) {
				continue
			}
			for _, side := range f.object(sentence, token) {
				f.seat(groups, sentence, side, f.subject(sentence, token))
			}
		}
	}
}

// heads tells whether a verb says who led a delegation.
func heads(s *english.Sentence, token int) bool {
	if !tables().nouns["heading"][s.Tokens[token].Lemma] {
		return false
	}
	object := s.Object(token)
	if object < 0 || s.Tokens[token].UPOS != "VERB" {
		return false
	}
	return delegation(s, object)
}

func delegation(s *english.Sentence, noun int) bool {
	return tables().nouns["seated"][s.Tokens[noun].Lemma]
}

// leaders are those who lead a delegation, or whom it is from, where nothing else tells of it: "a
// delegation headed by Anna Kovar".
func (f *finder) leaders(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if tables().nouns["armed"][s.Tokens[noun].Lemma] { // "rebels led by Holm"
		if led := s.Child(noun, "acl"); led >= 0 && tables().nouns["commanding"][s.Tokens[led].Lemma] {
			return f.behind(sentence, led, "by")
		}
	}
	if !delegation(s, noun) {
		return nil
	}
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("nmod") && (s.Case(child) == "from" || s.Case(child) == "of") {
			return f.fillersAt(sentence, child) // "delegations from the two countries"
		}
		if s.Tokens[child].Is("acl") && tables().nouns["headed"][s.Tokens[child].Lemma] {
			if all := f.behind(sentence, child, "by"); len(all) > 0 {
				return all
			}
			for name := range s.Children(noun) {
				if name > child && s.Tokens[name].Is("nmod") && caseOf(s, name) == "by" {
					return f.fillersAt(sentence, name)
				}
			}
		}
	}
	return nil
}

// bidden is whom the verb over an infinitive says to be sent, asked or told to do it; -1 where there is none.
func bidden(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if !t.Is("advcl") || !s.Infinitive(verb) || t.Head < 0 || !tables().nouns["dispatching"][s.Tokens[t.Head].Lemma] {
		return -1
	}
	return s.Object(t.Head)
}

// sentOut is the verb that tells of somebody by what he does for his sender, "sent an envoy to meet Holm", "sent its army
// chief to hold talks", over the infinitive that says what for; -1 where there is none.
func sentOut(s *english.Sentence, verb int) int {
	who, over := bidden(s, verb), s.Tokens[verb].Head
	if who < 0 || !tables().nouns["sendingout"][s.Tokens[over].Lemma] {
		return -1
	}
	if !tables().nouns["delegation"][s.Tokens[who].Lemma] && s.Child(who, "nmod:poss") < 0 {
		return -1
	}
	return over
}

// seat replaces a side by its leaders in the talks near a sentence. Where the leaders of other sides are told with them,
// these talks are between all those sides: "the two delegations, led by Kovar and Holm".
func (f *finder) seat(groups [][]*mention, sentence int, side filler, leaders []filler) {
	own := slices.DeleteFunc(slices.Clone(leaders), func(one filler) bool { return one.side != "" && one.side != side.side })
	if side.side == "" || len(own) == 0 {
		return
	}
	for _, group := range groups {
		for _, m := range group {
			if m.sense.Type != parley.Consult || m.status.is != parley.Happened && m.status.is != parley.Ongoing || max(m.sentence-sentence, sentence-m.sentence) > 6 {
				continue
			}
			if all := slices.Concat(m.actors, m.recipients); slices.ContainsFunc(leaders, func(one filler) bool { return !ofSide(all, one.side) }) {
				continue
			}
			m.actors = seated(m.actors, side, own)
			m.recipients = seated(m.recipients, side, own)
		}
	}
}

// ofSide tells whether one of some fillers is of a side; any are of one that is not known.
func ofSide(list []filler, side string) bool {
	return side == "" || slices.ContainsFunc(list, func(one filler) bool { return one.side == side })
}

func seated(list []filler, side filler, leaders []filler) []filler {
	i := slices.IndexFunc(list, func(one filler) bool { return one.name == side.side })
	if i < 0 {
		return list
	}
	var replaced []filler
	for _, leader := range leaders {
		leader.spans = slices.Concat(leader.spans, side.spans)
		replaced = append(replaced, leader)
	}
	return slices.Concat(list[:i], replaced, list[i+1:])
}

// caseOf is the preposition of a name, which a wrong tree may have hung on its title.
func caseOf(s *english.Sentence, name int) string {
	if prep := s.Case(name); prep != "" {
		return prep
	}
	if title := s.Child(name, "nmod:desc"); title >= 0 {
		return s.Case(title)
	}
	return ""
}
