package events

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
)

// remote are the modes of attack that forces make and criminals do not.
var remote = map[parley.Mode]bool{"aerial": true, "drone": true, "missile": true, "artillery": true}

// reportable tells whether a mention says enough to be an event of its own, or to
// be told of one: somebody of a party acts, and there is a second side, a day or
// a place. What one side would have another do is a position, not an event; only
// talks are events while they are merely proposed.
func (f *finder) reportable(m *mention) bool {
	if m.sense.Word != standIn && f.spurious(m) {
		return false
	}
	fillers := len(m.actors) + len(m.recipients)
	switch consult := m.sense.Type == parley.Consult; {
	case m.sense.Word == standIn:
		return m.day() != "" || m.place.End > 0
	case fillers < 2 && onMargins(&f.in.Text.Sentences[m.sentence], m.token):
		return false // "met on the sidelines of an EU summit"
	case fillers == 0:
		return reportableAlone(m) || m.place.End > 0 && f.rages(m)
	case m.sense.Mode == "release" && m.sense.Noun && m.definite && f.personal(m.recipients):
		return true
	case m.sense.Type == parley.Protest && (f.byState(m) || slices.ContainsFunc(m.actors, func(one filler) bool { return one.fights })):
		return false // a note, and no march; and gunmen do not march
	case m.sense.Word == demonstrating.Word:
		return (m.day() != "" || m.place.End > 0) && phase(m.status.is) == 0
	case m.sense.Type == parley.Protest && len(m.actors) > 0:
		if m.day() != "" || m.place.End > 0 || len(m.figures) > 0 {
			return true
		}
		atHome := slices.ContainsFunc(m.actors, func(one filler) bool { return one.home != "" })
		return !f.inPassing(m.trigger) && (partisan(m.actors) || partisan(m.recipients) || atHome)
	case f.gathered(m), f.heldByOne(m), f.byGunmen(m), f.byRebels(m), f.settling(m):
		return true
	case arriving(m.trigger):
		return f.arrived(m)
	case !partisan(m.actors) && !partisan(m.recipients):
		return false
	case consult && m.mode == "visit":
		return len(m.actors) > 0 && (len(m.recipients) > 0 || m.place.End > 0 || f.theRegion(m)) || m.sense.Noun && (m.definite || m.day() != "" && f.inOffice(m.actors))
	case tables().nouns["contacting"][m.sense.Word]:
		return len(m.actors) > 0
	case consult && m.sense.Noun:
		return fillers >= 2 || m.definite || f.stays(m.trigger) || m.when != nil && m.when.From != "" || m.support >= 0 && m.place.End > 0
	case consult && m.status.is == parley.Ongoing && f.present(m.sentence, m.token) >= 0:
		return len(m.actors) > 0
	case consult && tables().nouns["meeting"][m.sense.Word] && f.bodies(m.sentence, m.actors) && (m.day() != "" || m.place.End > 0):
		return true // "EU ministers meet in Oslo"
	case consult && tables().nouns["meeting"][m.sense.Word] && f.receives(m):
		return true
	case consult:
		return fillers >= 2 && (len(m.actors) >= 2 || len(m.recipients) > 0)
	case len(m.recipients) > 1 && m.sense.Type == parley.Agree, len(m.recipients) > 0 && (m.sense.Type == parley.Propose || m.sense.Mode == "release" && (!m.sense.Noun || f.personal(m.recipients))):
		return true
	}
	if m.sense.Type == parley.Coerce && len(m.recipients) == 0 && (m.when == nil || m.when.From == "") && len(m.figures) == 0 && m.place.End == 0 {
		return len(m.actors) > 0 && (m.sense.Code == besieging && f.ofLand(m.sentence) || m.sense.Code == hacking || f.locksDown(m) || m.sense.Code == destroying && f.ofVessel(m))
	}
	return len(m.actors) > 0 || m.when != nil || m.place.End > 0 || len(m.figures) > 0 && m.sense.Type != parley.Sanction
}

// inPassing tells whether a noun is named only to tell of something else: "since the uprising", "the leaders of the revolt".
func (f *finder) inPassing(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	switch own := &s.Tokens[t.token]; {
	case !t.sense.Noun:
		return false
	case own.Is("obl"):
		return beside[s.Case(t.token)]
	default:
		return t.support < 0 && (own.Is("nmod") || own.Is("compound")) // not "a wave of protests swept Norland"
	}
}

// reportableAlone tells whether a mention that names nobody may yet be of an event whose sides the rest of the text
// tells: "the talks on Monday", "shelling killed ten".
func reportableAlone(m *mention) bool {
	switch dated, placed := m.day() != "", m.place.End > 0; m.sense.Type {
	case parley.Consult:
		return m.definite || dated || placed
	case parley.Assault:
		return len(m.figures) > 0 || dated && !tables().nouns["protracted"][m.sense.Word] || placed && remote[m.mode]
	case parley.Coerce:
		return tables().nouns["lasting"][m.sense.Word]
	case parley.Agree:
		return dated && phase(m.status.is) == 0
	case parley.Retreat:
		return dated && m.status.is == parley.Cancelled
	}
	return false
}

// byGunmen tells whether gunmen of no party are told to have attacked, abducted or freed people at a place, on a day
// or with a count: "bandits killed nine farmers in Osten".
func (f *finder) byGunmen(m *mention) bool {
	if m.sense.Type != parley.Assault && m.sense.Code != abducting && m.sense.Mode != "release" || m.place.End == 0 || m.day() == "" && len(m.figures) == 0 {
		return false
	}
	return len(m.actors) > 0 && (f.byForces(m.trigger) >= 0 || m.sense.Noun && f.withForces(m))
}

// settling tells whether rebels of a land that the text tells say or do something towards an end of the fight: "Norlandic
// rebels declared a truce".
func (f *finder) settling(m *mention) bool {
	switch m.sense.Type {
	case parley.Propose, parley.Agree, parley.Retreat:
		return !m.sense.Noun && slices.ContainsFunc(m.actors, func(one filler) bool { return one.fights && cmp.Or(one.home, f.in.Cast.Torn) != "" })
	}
	return false
}

// withForces tells whether a fight is told to be with people who fight for no party that is known: "clashes
// with rebels".
func (f *finder) withForces(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	for child := range s.Children(m.token) {
		switch s.Case(child) {
		case "with", "between", "against", "by":
			if armedNoun(s, child) {
				return true
			}
		}
	}
	return false
}

// ofVessel tells whether a ship is seized, though nobody tells whose: "seized a tanker".
func (f *finder) ofVessel(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Object(m.token)
	if object >= 0 && s.Tokens[object].UPOS == "PRON" && s.Tokens[m.token].Is("acl") {
		object = s.Tokens[m.token].Head // "a tanker, which Norland detained"
	}
	return object >= 0 && tables().nouns["trader"][s.Tokens[object].Lemma]
}

// ofLand tells whether a sentence speaks of the land that is besieged: "the besieged enclave".
func (f *finder) ofLand(sentence int) bool {
	return slices.ContainsFunc(f.in.Text.Sentences[sentence].Tokens, func(t english.Token) bool {
		return tables().nouns["enclosed"][t.Lemma]
	})
}

// statusWord is the lemma of the word that gives a mention its status.
func (f *finder) statusWord(m *mention) string {
	tokens := f.in.Text.Sentences[m.sentence].Tokens
	i := slices.IndexFunc(tokens, func(t english.Token) bool { return t.Start == m.status.span.Start })
	if i < 0 {
		return ""
	}
	return tokens[i].Lemma
}

// theRegion tells whether a visit is one to a place that the text has named before: "visited
// the region".
func (f *finder) theRegion(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Child(m.token, "obj")
	if m.sense.Noun {
		return m.definite // "during the visit"
	}
	if object < 0 || !tables().nouns["place"][s.Tokens[object].Lemma] {
		return false
	}
	article := s.Child(object, "det")
	return article >= 0 && strings.EqualFold(s.Tokens[article].Text, "the")
}

// personal tells whether somebody is named among the fillers of a role.
func (f *finder) personal(list []filler) bool {
	return slices.ContainsFunc(list, func(one filler) bool { _, ok := f.personNamed(one.name); return ok })
}

// receives tells whether somebody in office meets people whom the text does not name:
// "the president met with tea growers".
func (f *finder) receives(m *mention) bool {
	s := &f.in.Text.Sentences[m.sentence]
	object := s.Child(m.token, "obj")
	if len(m.actors) == 0 || len(m.recipients) > 0 || object < 0 && !hasCase(s, m.token, "with") {
		return false
	}
	if object >= 0 && s.Child(object, "nmod:poss") >= 0 && (tables().nouns["relation"][s.Tokens[object].Lemma] || tables().nouns["kin"][s.Tokens[object].Lemma]) {
		return false // "met his family"
	}
	a, known := f.personNamed(m.actors[0].name)
	return known && len(a.Offices) > 0 && a.Known
}

func hasCase(s *english.Sentence, verb int, prep string) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("obl") && s.Case(child) == prep {
			return true
		}
	}
	return false
}

// byState tells whether a verb has for its subject a state by its name, and not its people.
func (f *finder) byState(m *mention) bool {
	subject := f.in.Text.Sentences[m.sentence].Subject(m.token)
	if m.sense.Noun || subject < 0 {
		return false
	}
	who, ok := f.in.Cast.At(m.sentence, subject)
	return ok && who.Form == actors.ByCountry && !who.Plural
}

// civil tells whether all of some doers are people in office or parties, who attack with words.
func (f *finder) civil(list []filler) bool {
	return len(list) > 0 && !slices.ContainsFunc(list, func(one filler) bool {
		i := slices.IndexFunc(f.in.Cast.Actors, func(a parley.Actor) bool { return f.partyName(a) == one.name })
		if i < 0 {
			return true
		}
		a := &f.in.Cast.Actors[i]
		return a.Kind != parley.PersonActor && a.Sector != "PTY" && a.Sector != "LEG"
	})
}

// partisan tells whether one of those named belongs to a party, or to the allies of one.
func partisan(list []filler) bool {
	return slices.ContainsFunc(list, func(one filler) bool { return one.side != "" || one.allied })
}
