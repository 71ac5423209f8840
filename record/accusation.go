package record

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// claimed tells whose claim a denial is set against.
type claimed string

const (
	claimedByText    claimed = "text"       // the outlet, or another whose report it hands on, tells it
	claimedByActor   claimed = "actor"      // somebody who is known
	claimedInWords   claimed = "words"      // somebody whom the text only describes
	claimedByAccuser claimed = "accusation" // told as an accusation of who denies it
)

// claimed says whose claim a denial is set against, "" for what is none. One that
// answers no claim in words of its own is set against the accusation that the text
// tells just before ("Norland accuses Sudland of arming smugglers, which Sudland
// denies"), the deed that it tells of who denies any part in it, or the allegation that
// the denial tells itself.
func (d *drawer) claimed(s *parley.Statement, reading *parley.Reading) claimed {
	if s.Manner != parley.Denies || s.Speaker == "" && pronouns[strings.ToLower(s.SpeakerText)] {
		return ""
	}
	if (s.Against == "" || len(stemsOf(s.Content)) == 0) && d.accuse(s, reading.Acts) || s.Against == "" && (d.blame(s, reading.Events) || d.allege(s)) {
		return claimedByAccuser
	}
	by, known := d.actors[s.AgainstBy]
	_, outlet := d.lexicon.Outlet(s.AgainstBy)
	named := known && by.Kind != parley.MediaActor || d.identify(s.AgainstBy).Party != ""
	switch {
	case s.Against == "" || pronouns[strings.ToLower(s.AgainstBy)] || s.AgainstBy != "" && d.identify(s.AgainstBy).Key == d.identify(s.Speaker).Key:
		return "" // nobody can be held to it, or nobody else
	case named:
		return claimedByActor
	case s.AgainstBy == "" || known || outlet:
		return claimedByText
	}
	return claimedInWords
}

// accusationReach is how many bytes before a denial the accusation that it answers
// may end: in the same sentence, or the one before.
const accusationReach = 150

// accuse sets a denial against an accusation of who denies; accused is false where
// the text tells none.
func (d *drawer) accuse(s *parley.Statement, acts []parley.Event) (accused bool) {
	cue, denied := spanOf(s.Spans, "cue"), spanOf(s.Spans, "content")
	for _, act := range acts {
		told, by, ok := d.accusation(&act, s.Speaker, cue)
		if !ok {
			continue
		}
		// "accused Lund | of hoarding grain |, which Lund denies"
		if denied.End > told.Start && denied.Start <= told.End+1 && denied.End <= cue.Start {
			told.End = denied.End
		}
		d.set(s, told, by)
		return true
	}
	return false
}

// set sets a denial against words of its text, of somebody or, where by is empty, of the
// outlet.
func (d *drawer) set(s *parley.Statement, told parley.Span, by parley.Evidence) {
	s.Against, s.AgainstBy = d.doc.Body()[told.Start:told.End], by.Value
	s.Spans = append(slices.DeleteFunc(slices.Clone(s.Spans), func(e parley.Evidence) bool {
		return e.Field == "against" || e.Field == "against_by"
	}), parley.Evidence{Field: "against", Span: told})
	if by.Value != "" {
		s.Spans = append(s.Spans, parley.Evidence{Field: "against_by", Span: by.Span})
	}
}

// blameReach is how many bytes before a denial the deed that it answers may be told.
const blameReach = 1000

// blame sets a bare denial of any part in a deed ("denied responsibility") against the
// last attack before it that its text tells of the side of who denies.
func (d *drawer) blame(s *parley.Statement, events []parley.Event) bool {
	if !bareBlame(s.Content) {
		return false
	}
	cue, last := spanOf(s.Spans, "cue"), parley.Span{}
	var by parley.Evidence
	for _, e := range events {
		if e.Type != parley.Assault || e.Status != parley.Happened || !slices.ContainsFunc(e.Actors, func(name string) bool { return d.sameSide(name, s.Speaker) }) || e.By != "" && d.sameSide(e.By, s.Speaker) {
			continue
		}
		for _, words := range e.Spans {
			if words.Field != "quotes" || words.Start >= cue.Start || cue.Start-words.End > blameReach || words.Start < last.Start {
				continue
			}
			last, by = words.Span, parley.Evidence{}
			if at := slices.IndexFunc(e.Spans, func(w parley.Evidence) bool { return w.Field == "by" }); at >= 0 {
				by = parley.Evidence{Value: e.By, Span: e.Spans[at].Span}
			}
		}
	}
	if last == (parley.Span{}) {
		return false
	}
	d.set(s, last, by)
	return true
}

// bareBlame tells whether what is denied is a part in something, and nothing says in what.
func bareBlame(content []string) bool {
	words := denied(content)
	return len(words) == 1 && blames[words[0]]
}

// denied are the words of what is denied, in small letters and without the article before them.
func denied(content []string) []string {
	if len(content) == 0 {
		return nil
	}
	words := strings.Fields(strings.ToLower(content[0]))
	if len(words) > 1 && articles[words[0]] {
		words = words[1:]
	}
	return words
}

// fewestAlleged is how many words an allegation has at least that says what is alleged,
// behind the noun and "that" or "of".
const fewestAlleged = 4

// allege sets a denial of "allegations that ..." against these words: it tells itself
// what others say.
func (d *drawer) allege(s *parley.Statement) bool {
	var pieces []parley.Span
	for _, e := range s.Spans {
		if e.Field == "content" {
			pieces = append(pieces, e.Span)
		}
	}
	for i, piece := range pieces[:min(len(pieces), len(s.Content))] {
		text, at := s.Content[i], 0
		words := strings.Fields(text)
		for k, word := range words {
			at += strings.Index(text[at:], word)
			if allegations[strings.ToLower(word)] && len(words) >= k+2+fewestAlleged && (words[k+1] == "that" || words[k+1] == "of") {
				d.set(s, parley.Span{Start: piece.Start + at, End: piece.End}, parley.Evidence{})
				return true
			}
			at += len(word)
		}
	}
	return false
}

// accusation is where a text tells, just before words of denial, that somebody
// accuses the one who denies, and who does.
func (d *drawer) accusation(act *parley.Event, denier string, cue parley.Span) (told parley.Span, by parley.Evidence, ok bool) {
	if act.Type != parley.Accuse || !slices.ContainsFunc(act.Recipients, func(name string) bool { return d.sameSide(name, denier) }) {
		return told, by, false
	}
	for _, words := range act.Spans {
		if words.Field != "quotes" || words.Start >= cue.Start || cue.Start-words.End > accusationReach {
			continue
		}
		told, by = words.Span, parley.Evidence{}
		for _, s := range act.Spans {
			if s.Field == "actors" && s.Start < words.End && s.End > words.Start-accusationReach && s.Start >= by.Start && !d.sameSide(s.Value, denier) {
				by = s
			}
		}
		if by.Value != "" {
			return told, by, true
		}
	}
	return told, by, false
}

// sameSide tells whether two names are of one actor or of actors of one party.
func (d *drawer) sameSide(a, b string) bool {
	x, y := d.identify(a), d.identify(b)
	return x.Key == y.Key || x.Party != "" && x.Party == y.Party
}
