package events

import (
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
