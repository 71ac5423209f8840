package record

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// coolRelations is CAMEO's code of what strains relations without breaking them.
const coolRelations = "160"

// summons are the meetings to which states summon another's ambassador: of each of them one.
func (d *drawer) summons(e parley.Event) (meetings []parley.Event) {
	if e.Type != parley.Sanction || e.Code != coolRelations || len(e.Recipients) != 1 || !d.summoned(e.Spans) {
		return nil
	}
	for _, host := range e.Actors {
		if d.sameSide(host, e.Recipients[0]) {
			continue
		}
		meeting := e
		meeting.Type, meeting.Mode, meeting.Figures, meeting.Actors = parley.Consult, "meeting", nil, []string{host}
		meeting.Spans = slices.DeleteFunc(slices.Clone(e.Spans), func(s parley.Evidence) bool { return s.Field == "actors" && s.Value != host })
		meetings = append(meetings, meeting)
	}
	return meetings
}

// summoned tells whether the words of an event have a form of "summon".
func (d *drawer) summoned(spans []parley.Evidence) bool {
	return slices.ContainsFunc(spans, func(s parley.Evidence) bool {
		words, err := s.Of(d.doc.Body())
		return s.Field == "quotes" && err == nil && slices.ContainsFunc(strings.Fields(strings.ToLower(words)), func(w string) bool { return summoning[w] })
	})
}
