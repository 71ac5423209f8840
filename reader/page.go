package reader

import (
	"maps"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
	"github.com/parleyrecord/parley/reader/events"
	"github.com/parleyrecord/parley/reader/timex"
)

// page is one document while it is read.
type page struct {
	text         *english.Text
	times        []timex.Expression
	cast         *actors.Cast
	attributions []attribution.Attribution
	reading      parley.Reading
}

// voice tells on whose word a token of the text stands: that of the innermost
// attribution whose content holds it.
func (p *page) voice(sentence, token int) events.Voice {
	t := &p.text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	var best events.Voice
	var unnamed parley.Span
	least, nearest := len(p.text.Source)+1, len(p.text.Source)+1
	for i := range p.attributions {
		a := &p.attributions[i]
		if a.Thought || a.Negated || len(a.Sources) == 0 {
			continue
		}
		source := voiceOf(&a.Sources[0])
		for _, piece := range a.Content {
			if !piece.Covers(at) {
				continue
			}
			if size := piece.End - piece.Start; size < nearest {
				nearest, unnamed = size, parley.Span{}
				if a.Sources[0].Name == "" {
					unnamed = a.Sources[0].Text
				}
			}
			if size := piece.End - piece.Start; size < least && len(source.Spans) > 0 {
				best, least = source, size
			}
		}
	}
	if best.Name == "" || nearest < least {
		best.Unnamed = unnamed
	}
	return best
}

// voiceOf is who a source is, without evidence where the text does not tell: somebody
// unnamed of a side speaks for that side.
func voiceOf(s *attribution.Source) events.Voice {
	v := events.Voice{Name: s.Name, Side: s.Affiliation, Spans: s.Evidence}
	if s.Name == "" {
		v.Spans = nil
		if s.Affiliation != "" && s.Text.End > s.Text.Start {
			v.Spans = []parley.Span{s.Text}
		}
	}
	return v
}

// addActors lists everybody whom the reading's items name.
func (p *page) addActors(lex *lexicon.Lexicon) {
	named := map[string]bool{}
	for _, s := range slices.Concat(p.reading.Statements, p.reading.Beliefs) {
		named[s.Speaker], named[s.AgainstBy] = true, true
	}
	for _, e := range slices.Concat(p.reading.Events, p.reading.Acts) {
		for _, name := range slices.Concat(e.Actors, e.Recipients, e.Mediators) {
			named[name] = true
		}
	}
	for _, q := range p.reading.Positions {
		named[q.Party], named[q.Holder] = true, true
	}
	for _, q := range p.reading.Proposals {
		for _, name := range q.By {
			named[name] = true
		}
	}
	for _, a := range p.cast.Actors {
		if named[a.Name] || named[actors.PartyName(a)] {
			p.reading.Actors = append(p.reading.Actors, a)
			delete(named, a.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(named)) { // groups that only stand before nouns, and the body whose site it is
		if known := lex.Named(name); len(known) == 1 && (known[0].Kind == parley.GroupActor || known[0].Kind == parley.BodyActor) && known[0].Name == name {
			p.reading.Actors = append(p.reading.Actors, known[0])
		}
	}
}
