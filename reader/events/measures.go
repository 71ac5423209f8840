package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// recent is how many sentences back a measure may have been told that a text goes on with.
const recent = 3

// sameMeasure gives a measure of which the text does not tell again whose it is, or whom it hits, the
// sides of the one told last: "Norlandic tea faces a tariff of 24%", "Those tariffs were paused".
func (f *finder) sameMeasure(m *mention) {
	eased := m.sense.Mode == "ease-sanctions" && !m.sense.Noun && len(m.recipients) == 0 && f.toldMeasure(m.trigger)
	faced := tables().nouns["undergoing"][m.sense.Word] && m.sense.Type == parley.Sanction && len(m.actors) == 0 && len(m.recipients) > 0
	if !eased && !faced {
		return
	}
	for i := len(f.found) - 1; i >= 0 && m.sentence-f.found[i].sentence <= recent; i-- {
		last := &f.found[i]
		if last.sense.Type != parley.Sanction || len(last.actors) == 0 || m.sentence == last.sentence {
			continue
		}
		if len(m.actors) == 0 {
			m.actors = without(last.actors, m.recipients)
		}
		if eased {
			m.recipients = without(last.recipients, m.actors)
		}
		return
	}
}

// exacted lets who orders another to close his embassy lay that measure on him: "ordered Norland to close its consulate".
func (f *finder) exacted(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	over := s.Tokens[m.token].Head
	if m.sense.Noun || m.sense.Type != parley.Sanction || !slices.Contains(m.sense.With, "consulate") || !s.Infinitive(m.token) || over < 0 || !tables().nouns["ordering"][s.Tokens[over].Lemma] {
		return
	}
	doers, told := f.subject(m.sentence, over), f.object(m.sentence, over)
	if st, ok := f.verbStatus(s, over, 0); ok && len(doers) > 0 && len(told) > 0 {
		m.actors, m.recipients, m.status = doers, told, st
	}
}

// toldMeasure tells whether a verb has for object a measure that the text has told before: "those
// tariffs".
func (f *finder) toldMeasure(t trigger) bool {
	s := &f.in.Text.Sentences[t.sentence]
	object := s.Object(t.token)
	if object < 0 {
		return false
	}
	article := s.Child(object, "det")
	if article < 0 {
		return false
	}
	switch strings.ToLower(s.Tokens[article].Text) {
	case "the", "those", "these", "both":
		return true
	}
	return false
}

// oneStepOfMany tells whether one of two measures is what several have laid on somebody at no time that is told, and
// the other what one of them did on a day: "was sanctioned by Norland and Sudmark ... In May Norland added a ban".
func oneStepOfMany(a, b *mention) bool {
	if len(a.actors) < len(b.actors) {
		a, b = b, a
	}
	return len(b.actors) == 1 && len(a.actors) > 1 && a.day() == "" && b.day() != ""
}

// onList gives a measure by which somebody is put on a list or taken off it the side whose list that is, for its doer
// where nobody else is told: "was removed from the Norlandic sanctions list".
func (f *finder) onList(m *mention) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.sense.Noun || m.sense.Type != parley.Sanction && m.sense.Mode != "ease-sanctions" {
		return
	}
	for child := range s.Children(m.token) {
		if !s.Tokens[child].Is("obl") || !tables().nouns["listing"][s.Tokens[child].Lemma] {
			continue
		}
		lists := f.owners(m.sentence, child)
		if len(m.actors) == 0 {
			m.actors = lists
		}
		m.recipients = without(m.recipients, lists)
	}
}

// spelledOut tells whether sanctions that a side is told to have announced, nobody yet says on whom, are those that the
// next sentences tell it will impose: "Norland announced further sanctions ... It will sanction two firms".
func spelledOut(a, b *mention) bool {
	return a.sense.Type == parley.Sanction && tables().nouns["announcing"][a.sense.Word] && len(a.recipients) == 0 &&
		b.status.is == parley.Planned && b.day() == "" && b.sentence-a.sentence <= recent && sameDoers(a, b)
}

// targeted are those against whom a gerund behind a noun says that something is: "a campaign targeting Norland".
func (f *finder) targeted(sentence, noun int) []filler {
	s := &f.in.Text.Sentences[sentence]
	told := s.Child(noun, "acl")
	if told < 0 || s.Tokens[told].XPOS != "VBG" || !tables().nouns["targeting"][s.Tokens[told].Lemma] {
		return nil
	}
	return f.object(sentence, told)
}
