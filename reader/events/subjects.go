package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// agent is who does what a passive verb says where "by" hangs on another word of its clause: "are
// held captive by Norland", "was charged with murder by the police".
func (f *finder) agent(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if !t.Is("xcomp") && !t.Is("obl") && !t.Is("obj") || child < verb {
			continue
		}
		for below := range s.Children(child) {
			if (s.Tokens[below].Is("nmod") || s.Tokens[below].Is("obl")) && s.Case(below) == "by" && (s.Tokens[child].UPOS != "VERB" || tables().nouns["dispatching"][s.Tokens[verb].Lemma]) {
				return f.fillersAt(sentence, below)
			}
		}
	}
	return nil
}

// headless is the noun that a sentence has for root where its verb is hung on a participle between
// commas: "the aircraft, guided by radar, hit and sank the ship"; -1 where there is none.
func headless(s *english.Sentence, verb int) int {
	if s.Tokens[verb].XPOS != "VBD" || s.Child(verb, "nsubj", "aux") >= 0 {
		return -1
	}
	over := verb
	for over >= 0 && s.Tokens[over].UPOS == "VERB" {
		t := &s.Tokens[over]
		if !t.Is("conj") && !t.Is("advcl") && !t.Is("acl") || over != verb && (t.XPOS != "VBN" && t.XPOS != "VBD" || hasAux(s, over)) {
			return -1
		}
		over = t.Head
	}
	if over < 0 || over == verb || s.Tokens[over].Head >= 0 || s.Tokens[over].UPOS != "NOUN" && s.Tokens[over].UPOS != "PROPN" {
		return -1
	}
	return over
}

// underPact are those who act under an agreement of which a participle says that it was signed,
// though not by whom: "in the deal signed on Monday, Norland and Sudmark share the port".
func (f *finder) underPact(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if all := f.breaking(sentence, verb); len(all) > 0 {
		return all // "broke the truce agreed in May"
	}
	if t.XPOS != "VBN" || t.Head < 0 || hasAux(s, verb) || s.Child(verb, "nsubj", "nsubj:pass", "obj") >= 0 || hasCase(s, verb, "by") {
		return nil
	}
	pact := t.Head
	if t.Is("advcl") {
		pact = s.Child(verb, "obl")
	} else if !t.Is("acl") {
		return nil
	}
	if pact < 0 || !tables().nouns["pact"][s.Tokens[pact].Lemma] || s.Case(pact) != "in" && s.Case(pact) != "under" {
		return nil
	}
	over := s.Clause(pact)
	if t.Is("advcl") {
		over = t.Head
	}
	if s.Tokens[over].UPOS != "VERB" || over == verb {
		return nil
	}
	return f.subject(sentence, over)
}

// breaking are those who break or keep an agreement of which a participle says when it was made.
func (f *finder) breaking(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if t.XPOS != "VBN" || t.Head < 0 || s.Child(verb, "obj") >= 0 || hasCase(s, verb, "by") || hasCase(s, verb, "between") {
		return nil
	}
	pact, over := t.Head, s.Tokens[t.Head].Head
	if t.Is("advcl") {
		pact, over = s.Object(t.Head), t.Head
	} else if !t.Is("acl") {
		return nil
	}
	if pact < 0 || over < 0 || over == verb || !s.Tokens[pact].Is("obj") || hasCase(s, pact, "between") {
		return nil
	}
	if !tables().nouns["pact"][s.Tokens[pact].Lemma] || !tables().nouns["bound"][s.Tokens[over].Lemma] {
		return nil
	}
	return f.subject(sentence, over)
}

// toldOfLast is the person whose name stands right before the "who" of a relative clause which a
// tree has hung on a noun farther off: "the family of Anna Kovar, who was taken hostage"; -1 where
// none does.
func (f *finder) toldOfLast(sentence, verb int) int {
	s := &f.in.Text.Sentences[sentence]
	for s.Tokens[verb].Is("conj") && s.Child(verb, "nsubj") < 0 && s.Tokens[verb].Head >= 0 {
		verb = s.Tokens[verb].Head // "and released in June"
	}
	subject := s.Child(verb, "nsubj", "nsubj:pass")
	if !s.Tokens[verb].Is("acl") || subject < 1 || subject > verb || !strings.EqualFold(s.Tokens[subject].Text, "who") {
		return -1
	}
	last := subject
	if s.Tokens[last-1].Text == "," {
		last--
	}
	for i := range f.in.Cast.Mentions {
		m := &f.in.Cast.Mentions[i]
		if m.Sentence == sentence && m.Last == last && m.Head != s.Tokens[verb].Head && f.onePerson(m) {
			return m.Head
		}
	}
	return -1
}

// ownersOfMove are those whose claim or move an infinitive completes: "Norland's claim to have
// tested a bomb", "moves by Norland to ban imports".
func (f *finder) ownersOfMove(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[verb].Head
	if over < 0 || !s.Tokens[verb].Is("acl") || !s.Infinitive(verb) || s.Tokens[over].UPOS != "NOUN" || s.Child(verb, "nsubj") >= 0 {
		return nil
	}
	if owner := s.Child(over, "nmod:poss"); owner >= 0 {
		return f.fillersAt(sentence, owner)
	}
	if all := f.behind(sentence, over, "by"); len(all) > 0 {
		return all
	}
	if all := f.modifiers(sentence, over); len(all) > 0 {
		return all // "Norlandic plans to raid the port"
	}
	planned := tables().status["deverbal"][s.Tokens[over].Lemma] == "planned"
	if has := s.Tokens[over].Head; planned && has >= 0 && s.Tokens[over].Is("obj") && s.Tokens[has].Lemma == "have" {
		return f.subject(sentence, has) // "has no plans to raid the port"
	}
	return nil
}

// apposed is the person whom an apposition describes, where a relative clause tells more of
// them: "Anna Kovar, a member of parliament who flew to Oslo".
func (f *finder) apposed(sentence, verb, doer int) int {
	s := &f.in.Text.Sentences[sentence]
	if who := f.toldOfLast(sentence, verb); who >= 0 && !s.Passive(verb) {
		return who
	}
	if doer < 0 || !s.Tokens[verb].Is("acl") || !s.Tokens[doer].Is("appos") {
		return doer
	}
	if m, ok := f.in.Cast.At(sentence, s.Tokens[doer].Head); ok && m.Form == actors.Named {
		return s.Tokens[doer].Head
	}
	return doer
}

// bearer is the person who is named between commas behind an office: "Norland's foreign minister, Anna
// Kovar, met"; nil where none is.
func (f *finder) bearer(m *actors.Mention) *actors.Mention {
	if m.Form != actors.ByOffice && m.Form != actors.Unnamed || m.Plural {
		return nil
	}
	s := &f.in.Text.Sentences[m.Sentence]
	for child := range s.Children(m.Head) {
		if !s.Tokens[child].Is("appos") || child < m.Head || child > m.Last+1 {
			continue
		}
		if name, ok := f.in.Cast.At(m.Sentence, child); ok && f.onePerson(name) {
			return name
		}
	}
	// "the assassination of the rebels' leader Anna Kovar", where a wrong tree hangs the name elsewhere
	name, ok := f.in.Cast.At(m.Sentence, min(m.Last, len(s.Tokens)-1))
	if ok && name.First == m.Last && s.Tokens[name.Head].Is("appos") && f.onePerson(name) {
		return name
	}
	return nil
}

// ownDeed is who is told to begin, go on with or end what a pronoun says to be its own: "shelled Sudmark and
// resumed its offensive".
func (f *finder) ownDeed(t trigger) []filler {
	s, nouns := &f.in.Text.Sentences[t.sentence], tables().nouns
	owner := s.Child(t.token, "nmod:poss")
	if t.support < 0 || owner < 0 || !s.Tokens[t.token].Is("obj") || s.Infinitive(t.support) {
		return nil
	}
	if word := strings.ToLower(s.Tokens[owner].Text); word != "its" && word != "their" {
		return nil
	}
	if verb := s.Tokens[t.support].Lemma; !nouns["beginning"][verb] && !nouns["ending"][verb] {
		return nil
	}
	return f.subject(t.sentence, t.support)
}

// holders are those by whom a participle, a relative clause or a passive tells that talks were held, or an attack
// launched: "the talks held by Norland", "the talks that Norland held", "the talks were attended by Norland".
func (f *finder) holders(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if made := s.Child(t.token, "acl"); made >= 0 && s.Passive(made) && broughtAbout(t, s.Tokens[made].Lemma) {
		return f.hostsAndGuests(t, made)
	}
	held := heldBy(s, t.token)
	if held >= 0 && !s.Passive(held) && s.Child(held, "nsubj") >= 0 {
		return f.subject(t.sentence, held)
	}
	if over := t.support; held < 0 && over >= 0 && s.Passive(over) && s.Object(over) == t.token && broughtAbout(t, s.Tokens[over].Lemma) {
		held = over
	}
	return f.hostsAndGuests(t, held)
}

// hostsAndGuests are those by whom a participle tells that talks were held, and those by whom one coordinated with it tells
// that they were attended: "a summit hosted by Kovar and attended by the leaders of Norland and Sudmark, plus Holm".
func (f *finder) hostsAndGuests(t trigger, held int) []filler {
	all := f.behind(t.sentence, held, "by")
	if held < 0 {
		return all
	}
	s := &f.in.Text.Sentences[t.sentence]
	for also := range s.Children(held) {
		if !s.Tokens[also].Is("conj") || !broughtAbout(t, s.Tokens[also].Lemma) || s.Child(also, "nsubj", "obj") >= 0 {
			continue
		}
		all = append(all, without(f.behind(t.sentence, also, "by"), all)...)
	}
	return all
}

// broughtAbout tells whether a participle says by whom an event of its kind was made or led, or who was there: "the
// attack led by Norland", "mediation efforts led by Norland", "the talks hosted by Norland", "the summit attended by Kovar".
func broughtAbout(t trigger, participle string) bool {
	nouns := tables().nouns
	switch {
	case t.sense.Mode == "visit":
		return false
	case t.sense.Type == parley.Consult && t.sense.Mode != "mediation":
		return nouns["hosting"][participle] || nouns["attending"][participle]
	}
	return nouns["committing"][participle]
}

// ofMainClause are those whom "it" means in a relative clause that tells what they do to its noun, where nobody has
// said who it is: the side that the clause around it has for subject, "Norland defended the duties it imposed on Sudmark".
func (f *finder) ofMainClause(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	noun, doer := s.Tokens[verb].Head, s.Child(verb, "nsubj")
	if doer < 0 || !s.Tokens[verb].Is("acl") || !strings.EqualFold(s.Tokens[doer].Text, "it") {
		return nil
	}
	if s.Tokens[noun].Is("nsubj") || len(f.fillersAt(sentence, doer)) > 0 {
		return nil
	}
	over := s.Clause(noun)
	if over < 0 || over == verb || s.Tokens[over].UPOS != "VERB" {
		return nil
	}
	sides := f.subject(sentence, over)
	if len(sides) != 1 || sides[0].side == "" || f.personal(sides) {
		return nil
	}
	return sides
}

// ofForetold tells whether a participle says what an attack is to do of which its clause only speaks: "warned of an attack,
// possibly targeting a church".
func (f *finder) ofForetold(sentence, participle int) bool {
	s := &f.in.Text.Sentences[sentence]
	before, _ := s.Subtree(participle)
	for before--; before > 0 && s.Tokens[before].UPOS == "PUNCT"; {
		before--
	}
	over := s.Tokens[participle].Head
	if before <= over || over < 0 || s.Case(before) != "of" && s.Case(before) != "about" {
		return false
	}
	return f.harmful(&s.Tokens[before]) && slices.ContainsFunc(f.senses(&s.Tokens[over], false), Verbal)
}

// onePerson tells whether a mention is of one person by name.
func (f *finder) onePerson(m *actors.Mention) bool {
	return m.Form == actors.Named && len(m.Who) == 1 && f.in.Cast.Actors[m.Who[0]].Kind == parley.PersonActor
}
