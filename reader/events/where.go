package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// place is where an event takes place: where its own words say, or those of what it is a part of.
func (f *finder) place(t trigger) (best parley.Span, country string) {
	if best, country = f.placeTold(t); best.End > 0 {
		return best, country
	}
	if over, ok := f.scene(t); ok {
		return f.place(over)
	}
	if over, ok := f.whereabouts(t); ok {
		return f.place(over)
	}
	s := &f.in.Text.Sentences[t.sentence]
	if fellow := fellowHarm(s, t.token); fellow >= 0 && t.sense.Type == parley.Assault && !t.sense.Noun {
		if best, country = f.placeTold(t.toldBy(fellow)); best.End > 0 {
			return best, country
		}
	}
	if before := verbBeside(s, t); before >= 0 {
		return f.placeTold(t.toldBy(before))
	}
	return best, country
}

// placeTold is a place behind a preposition of place under the trigger or in its clause, widened by the
// region that follows it ("Miami, Florida").
func (f *finder) placeTold(t trigger) (best parley.Span, country string) {
	s := &f.in.Text.Sentences[t.sentence]
	least := 1 << 20
	consider := func(m *lexicon.Match, first, last int, of string) {
		if f.insideTime(t.sentence, first) || t.within.last > 0 && !t.within.holds(first) || ascribedTo(s, first) || notThere(s, first) {
			return
		}
		rank, ok := f.placeRank(s, t, m, first, last)
		if m != nil && m.Kind == lexicon.DemonymMatch {
			rank += unnamed
		}
		if ok && rank < least {
			least, country = rank, of
			if noun := f.placeNoun(s, s.Anchor(first, last)); noun == last {
				last++ // "the Oslo region"
			}
			best = parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[f.region(t.sentence, last)-1].End}
		}
	}
	for k := range f.in.Cast.Matches[t.sentence] {
		m := &f.in.Cast.Matches[t.sentence][k]
		switch m.Kind {
		case lexicon.PlaceMatch, lexicon.MetonymMatch, lexicon.StateMatch, lexicon.BodyMatch:
			object := s.Case(m.Last) == "" && s.Tokens[m.Last].Is("obj")
			if object && f.surname(s.Text(f.in.Text.Source, m.First, m.Last+1)) {
				continue // "shot Kovar"
			}
			if m.Kind != lexicon.BodyMatch || f.site(m.Actor.Name) {
				consider(m, f.townBefore(t.sentence, m.First), m.Last+1, countryOf(m))
			}
		case lexicon.DemonymMatch: // "in Norlandic waters"; below a title the text says where in them
			noun := s.Tokens[m.Last].Head
			if s.Paragraph > 0 && noun == m.Last+1 && tables().nouns["place"][s.Tokens[noun].Lemma] && s.Child(noun, "case") >= 0 {
				consider(m, m.First, noun+1, m.Actor.Affiliation)
			}
		}
	}
	for _, n := range f.in.Text.Names {
		if n.Sentence != t.sentence || n.Kind != english.Location || f.partOfPlace(n) {
			continue
		}
		if !f.surname(s.Text(f.in.Text.Source, n.First, n.Last)) {
			consider(nil, n.First, n.Last, "")
		}
	}
	for token := range s.Tokens {
		if first := localName(s, token); first >= 0 && !f.placedAt(t.sentence, token) {
			consider(nil, first, token+1, "")
		}
	}
	if town := f.townShelled(t); town >= 0 && best.End == 0 && !f.placedAt(t.sentence, town) {
		consider(nil, town, town+1, "")
	}
	if best.End > 0 {
		country = cmp.Or(f.countryBehind(t.sentence, best), country, f.landAround(t.sentence, best))
	}
	return best, country
}

// notThere tells whether the words before a place say that it is not the one: "not in Oslo but in Rome", "in Rome rather
// than Oslo", "instead of Oslo".
func notThere(s *english.Sentence, place int) bool {
	before := place - 1
	if before >= 0 && s.Tokens[before].UPOS == "ADP" {
		before--
	}
	if before < 0 {
		return false
	}
	word := s.Tokens[before].Lemma
	return word == "not" || word == "instead" || word == "than" && before > 0 && s.Tokens[before-1].Lemma == "rather"
}

// surname tells whether a name that stands alone is the family name of somebody whom the text names in full.
func (f *finder) surname(name string) bool {
	return slices.ContainsFunc(f.in.Cast.Actors, func(a parley.Actor) bool {
		return a.Kind == parley.PersonActor && strings.HasSuffix(a.Name, " "+name)
	})
}

// verbBeside is the verb before a verb of harm that is coordinated with it, or that it tells the outcome of, where its
// doer has done both in one place: "set fire to homes in Osten and killed ten", "exploded in Osten, killing ten"; -1
// where there is none.
func verbBeside(s *english.Sentence, t trigger) int {
	own := &s.Tokens[t.token]
	before := own.Head
	if t.sense.Noun || t.sense.Type != parley.Assault && t.sense.Type != parley.Coerce || before < 0 || before > t.token {
		return -1
	}
	brought := own.Is("advcl") && own.XPOS == "VBG" && tables().nouns["undergone"][own.Lemma]
	if !brought && !own.Is("conj") || s.Tokens[before].UPOS != "VERB" || s.Child(t.token, "nsubj", "mark") >= 0 {
		return -1
	}
	return before
}

// asideOf tells whether a place is that of what went on before, after or amid an event, and not its
// own: "shelled the town hours after talks in Oslo", "met in Oslo amid Norland's attacks".
func (f *finder) asideOf(t trigger, place parley.Span) bool {
	s := &f.in.Text.Sentences[t.sentence]
	amid := t.sense.Type == parley.Assault && t.sense.Noun && (aside[s.Case(t.token)] || answered(s, t.token) || f.beforeTalks(s, t.token))
	topic := f.topical(s, t)
	for token := range s.Tokens {
		if !place.Covers(spanOf(s, token)) {
			continue
		}
		if s.Dominates(t.token, token) {
			amid = false
		} else if topic {
			return true
		}
		for over := range s.Ancestors(token) {
			if over == t.token || s.Tokens[over].UPOS == "VERB" {
				break
			}
			happening := apart[s.Case(over)] && (f.convenes(s, over) || f.harmful(&s.Tokens[over]))
			if happening && !s.Dominates(over, t.token) {
				return true
			}
		}
	}
	return amid
}

// answered tells whether a noun is that to which something is told to be a response, or for which it is one: "in response
// to the raid", "in retaliation for Norland's strikes".
func answered(s *english.Sentence, noun int) bool {
	answer := s.Tokens[noun].Head
	if answer < 0 || s.Tokens[answer].UPOS != "NOUN" {
		return false
	}
	switch s.Case(noun) {
	case "to", "for", "against":
		word := s.Tokens[answer].Lemma
		return tables().nouns["retaliating"][word] || tables().nouns["responding"][word]
	}
	return false
}

// aside are the prepositions of an attack because of which, or in spite of which, something else was done:
// "marched in Oslo against Norland's offensive".
var aside = map[string]bool{"amid": true, "despite": true, "over": true, "against": true, "at": true}

// beforeTalks tells whether those who meet or agree are told to do so after an attack, or after days of it: "met in Oslo
// after three days of air strikes".
func (f *finder) beforeTalks(s *english.Sentence, attack int) bool {
	for s.Tokens[attack].Is("nmod") && tables().nouns["span"][s.Tokens[s.Tokens[attack].Head].Lemma] {
		attack = s.Tokens[attack].Head
	}
	over := s.Tokens[attack].Head
	if over < 0 || !apart[s.Case(attack)] || s.Tokens[over].UPOS != "VERB" {
		return false
	}
	object := s.Object(over)
	return f.convenes(s, over) || object >= 0 && f.convenes(s, object) || slices.ContainsFunc(f.senses(&s.Tokens[over], false), func(v lexicon.Verb) bool {
		return (v.Type == parley.Consult || v.Type == parley.Agree) && len(v.With) == 0
	})
}

// apart are the prepositions of what came before or after something else.
var apart = map[string]bool{"after": true, "before": true, "following": true, "since": true, "despite": true}

// countryOf is the country that a phrase's place lies in or is.
func countryOf(m *lexicon.Match) string {
	if m.Kind == lexicon.StateMatch {
		return m.Actor.ID
	}
	return m.Place.Country
}

// landOf is the country that a phrase names by itself, by a place or by its people, and not by a body
// that sits there.
func landOf(m *lexicon.Match) string {
	switch m.Kind {
	case lexicon.PlaceMatch, lexicon.StateMatch, lexicon.MetonymMatch:
		return countryOf(m)
	case lexicon.DemonymMatch:
		return m.Actor.Affiliation
	}
	return ""
}

// unnamed ranks a place that bears no name of its own behind all that do.
const unnamed = 1000

var placePrepositions = map[string]bool{
	"in": true, "at": true, "near": true, "on": true, "outside": true, "inside": true, "around": true,
	"across": true, "over": true, "throughout": true, "into": true, "against": true, "off": true,
}

// aimless are the types of events for which "on Norland" says whom they concern
// rather than where they take place.
var aimless = map[parley.EventType]bool{
	parley.Sanction: true, parley.Aid: true, parley.Retreat: true, parley.Consult: true,
	parley.Agree: true, parley.Propose: true, parley.Cooperate: true,
}

// deskbound are the types of events that are talked about or decreed, whose matter is
// elsewhere: "suspended talks over the fighting in Sudmark".
var deskbound = map[parley.EventType]bool{
	parley.Consult: true, parley.Agree: true, parley.Propose: true, parley.Sanction: true, parley.Cooperate: true,
}

func (f *finder) placeRank(s *english.Sentence, t trigger, m *lexicon.Match, first, last int) (int, bool) {
	anchor := s.Anchor(first, last)
	noun := f.placeNoun(s, anchor)
	if m != nil && m.Kind != lexicon.PlaceMatch && ofEmbassy(s, anchor) {
		return 0, false // "the Embassy of Norland was damaged in the strikes"
	}
	if site := struckSite(s, t, noun); site >= 0 {
		noun = site
	}
	apart := anchor - t.token
	if apart < 0 {
		apart = -apart
	}
	prep := s.Case(noun)
	if prep == "" && noun == anchor && first > 0 && s.Tokens[first-1].UPOS == "ADP" && !qualifiesNext(s, noun) {
		prep = strings.ToLower(s.Tokens[first-1].Text)
	}
	aimed := t.sense.Type == parley.Assault || t.sense.Mode == "visit"
	visit := t.sense.Mode == "visit" && (visitedAt(s, t, noun, prep) || m != nil && gamesAt(s, t, noun))
	target := attackedAt(s, t, noun, prep)
	marched := t.sense.Type == parley.Protest && marchedIn(s, t, noun, anchor, prep)
	taken := t.sense.Type == parley.Coerce && prep == "from" && tables().nouns["abducting"][t.sense.Word] // "was kidnapped from Norland"
	switch {
	case (prep == "on" || prep == "against") && aimless[t.sense.Type], prep == "against" && t.sense.Type == parley.Protest:
		return 0, false
	case m != nil && m.Kind == lexicon.BodyMatch && prep != "at" && prep != "in" && !f.venue(t.sentence, t.token, m):
		return 0, false
	case !placePrepositions[prep] && !visit && !target && !taken && !marched && (m == nil || !f.venue(t.sentence, t.token, m)):
		return 0, false
	case t.within.last == 0 && deskbound[t.sense.Type] && f.elsewhere(s, t, noun):
		return 0, false
	case t.sense.Type == parley.Agree && !t.sense.Noun && f.ofAgreed(s, t.token, anchor):
		return 0, false
	case s.Dominates(t.token, anchor) && deskbound[t.sense.Type] && ofSubject(s, t.token, noun):
		return 100 + apart, true // "separatists in the Osten region signed a pact in Oslo"
	case s.Dominates(t.token, anchor) && (f.nearBelow(s, t.token, anchor) || aimed && ofObject(s, t.token, anchor)), t.within.last > 0:
		return apart, true
	case t.sense.Type == parley.Assault && t.sense.Noun && t.support < 0 && f.reports(s, s.Clause(t.token)):
		return 0, false // where the clause's own event takes place
	case f.clauseAround(s, anchor) == s.Clause(t.token), dueIn(s, t, s.Clause(anchor)):
		return 200 + apart, true
	}
	return 0, false
}

// ofSubject tells whether a place stands below the subject of a verb.
func ofSubject(s *english.Sentence, verb, place int) bool {
	subject := s.Child(verb, "nsubj")
	return subject >= 0 && place != subject && s.Dominates(subject, place)
}

// ofEmbassy tells whether a name only says whose an embassy is: "the Embassy of Norland".
func ofEmbassy(s *english.Sentence, name int) bool {
	over := s.Tokens[name].Head
	return over >= 0 && s.Case(name) == "of" && tables().nouns["envoyship"][strings.ToLower(s.Tokens[over].Lemma)]
}

// qualifiesNext tells whether a word belongs to a noun behind it, whose preposition stands before both.
func qualifiesNext(s *english.Sentence, word int) bool {
	t := &s.Tokens[word]
	return t.Head >= word && (t.Is("compound") || t.Is("amod") || t.Is("nmod:poss"))
}

// struckSite is the site before whose noun a place stands that an attack is told to hit: "shelled an Osten hospital"; -1
// where there is none.
func struckSite(s *english.Sentence, t trigger, place int) int {
	site := s.Tokens[place].Head
	if t.sense.Type != parley.Assault || !s.Tokens[place].Is("compound") || site < place {
		return -1
	}
	if !tables().nouns["target"][strings.ToLower(s.Tokens[site].Lemma)] {
		return -1
	}
	if over := s.Tokens[site].Head; over == t.token || over >= 0 && over == t.support {
		return site
	}
	return -1
}

// ofAgreed tells whether a place stands in what a verb says is agreed on, unless that is to meet there: "agreed to open a
// base in Osten", but not "agreed to hold talks in Osten".
func (f *finder) ofAgreed(s *english.Sentence, verb, place int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if child < verb || !s.Dominates(child, place) || !t.Is("xcomp") && !t.Is("ccomp") && !(t.Is("advcl") && s.Infinitive(child)) {
			continue
		}
		object := s.Object(child)
		return !tables().nouns["meeting"][t.Lemma] && (object < 0 || !f.convenes(s, object))
	}
	return false
}

// attackedAt tells whether a place, behind a preposition or none, is what an attack or siege is on: "the shelling of
// Osten", "shelled Osten", "Osten is under siege".
func attackedAt(s *english.Sentence, t trigger, place int, prep string) bool {
	if t.sense.Type != parley.Assault && !tables().nouns["siege"][t.sense.Word] {
		return false
	}
	switch p := &s.Tokens[place]; prep {
	case "of":
		if t.sense.Noun || p.Head < 0 {
			return t.sense.Noun
		}
		over := &s.Tokens[p.Head] // "entered the outskirts of Osten"
		return over.Is("obj") && over.Head == t.token && tables().nouns["place"][over.Lemma]
	case "for":
		return p.Is("nmod") && tables().nouns["contest"][s.Tokens[p.Head].Lemma] // "were killed in the battle for Osten"
	case "toward", "towards":
		return t.sense.Mode == "ground" && p.Head == t.token // "advanced toward Osten"
	case "":
		hit := p.Is("obj") || p.Is("nsubj:pass") || p.Is("nsubj") && s.Case(t.token) == "under"
		stirred := hit && p.Head >= 0 && tables().nouns["stirring"][s.Tokens[p.Head].Lemma] // "the raid embarrassed Osten"
		return hit && !stirred && !heldToBlame(s, t, place)
	}
	return false
}

// marchedIn tells whether a place is one whose streets people took to, or that protests are told to have seized: "took to
// the streets of Oslo", "protests rocked Norland".
func marchedIn(s *english.Sentence, t trigger, noun, place int, prep string) bool {
	switch prep {
	case "to":
		return noun != place
	case "through":
		return true
	}
	p := &s.Tokens[place]
	return prep == "" && p.Is("obj") && t.support >= 0 && p.Head == t.support && tables().nouns["gripping"][s.Tokens[t.support].Lemma]
}

// nearBelow tells whether a word below another stands in its clause or in one that tells
// more of it: not in "the wife of a pastor held in Norland".
func (f *finder) nearBelow(s *english.Sentence, head, token int) bool {
	at := s.Clause(token)
	return at == s.Clause(head) || at == head || s.Tokens[at].Head == head && !elsewhen(s, at)
}

// elsewhen tells whether a clause tells of what was done before or after: "hours after they met in Oslo".
func elsewhen(s *english.Sentence, clause int) bool {
	mark := s.Child(clause, "mark")
	if mark < 0 || s.Child(clause, "nsubj") < 0 {
		return false
	}
	word := strings.ToLower(s.Tokens[mark].Text)
	return word == "after" || word == "before"
}

// ofObject tells whether a word stands in a clause that tells more of what a verb is done to:
// "shelled troops based in Norland".
func ofObject(s *english.Sentence, verb, token int) bool {
	at := s.Clause(token)
	over := s.Tokens[at].Head
	return s.Tokens[at].Is("acl") && over >= 0 && s.Tokens[over].Head == verb && !elsewhen(s, at)
}

// reports tells whether a verb may report an attack of its own.
func (f *finder) reports(s *english.Sentence, verb int) bool {
	return slices.ContainsFunc(f.senses(&s.Tokens[verb], false), func(v lexicon.Verb) bool { return v.Type == parley.Assault })
}

// elsewhere tells whether a place is that of something else in the clause: "met to
// discuss the war in Sudmark".
func (f *finder) elsewhere(s *english.Sentence, t trigger, noun int) bool {
	head := s.Tokens[noun].Head
	if !s.Tokens[noun].Is("nmod") || head < 0 || head == t.token || s.Tokens[head].UPOS != "NOUN" || measures(s.Tokens[head].Lemma) {
		return false
	}
	if t.sense.Mode == "visit" && goal(s, t, head) {
		return false // "visited a factory in the Osten region"
	}
	if over := s.Tokens[head].Head; (over == t.token || over == t.support) && s.Tokens[head].Is("obl") && tables().nouns["venue"][s.Tokens[head].Lemma] {
		return false // "met in a hotel in Oslo", "behind closed doors in Oslo"
	}
	_, somebody := f.in.Cast.At(t.sentence, head)
	lemma := s.Tokens[head].Lemma
	same := slices.ContainsFunc(f.in.Lexicon.Verbs(lemma, true), func(v lexicon.Verb) bool {
		return v.Type == t.sense.Type // "signed a deal in Oslo"
	})
	return !somebody && !same && !tables().nouns["occasion"][lemma] && !tables().nouns["allied"][lemma]
}

// placeNoun is the noun that carries the preposition of a place: "city" in "on
// the city of Oslo", "region" in "in the Oslo region", else the place itself.
func (f *finder) placeNoun(s *english.Sentence, anchor int) int {
	for range 3 {
		t := &s.Tokens[anchor]
		if t.Head < 0 || !tables().nouns["place"][strings.ToLower(s.Tokens[t.Head].Lemma)] {
			break
		}
		of := t.Is("nmod") && s.Case(anchor) == "of"
		if !of && namedBehind(s, t.Head) || t.Is("nmod:poss") && namedBefore(s, t.Head, anchor) {
			break // "the Norland town of Osten" is Osten
		}
		if !of && !t.Is("compound") && !t.Is("appos") && !t.Is("nmod:poss") && !t.Is("amod") && !t.Is("flat") {
			break
		}
		anchor = t.Head
	}
	return anchor
}

// namedBehind tells whether a noun for a place bears its name behind "of".
func namedBehind(s *english.Sentence, noun int) bool {
	for child := range s.Children(noun) {
		if child > noun && s.Tokens[child].Is("nmod") && s.Tokens[child].UPOS == "PROPN" && s.Case(child) == "of" {
			return true
		}
	}
	return false
}

// namedBefore tells whether a noun for a place bears a name right before it that is not the one at a token: "Norland's
// Osten region".
func namedBefore(s *english.Sentence, noun, other int) bool {
	for child := range s.Children(noun) {
		if t := &s.Tokens[child]; child > other && child < noun && t.UPOS == "PROPN" && (t.Is("compound") || t.Is("amod")) {
			return true
		}
	}
	return false
}
