package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/attribution"
)

// speakerAt is who says what stands at a token: the innermost attribution's
// source.
func (f *finder) speakerAt(sentence, token int) (holder, bool) {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	var innermost *attribution.Attribution
	least := 0
	for i := range f.in.Attributions {
		a := &f.in.Attributions[i]
		if !usable(a) {
			continue
		}
		inside := slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) })
		if size := length(a.Content); inside && (innermost == nil || size < least) {
			innermost, least = a, size
		}
	}
	if innermost == nil {
		return holder{}, false
	}
	return f.sourceHolder(innermost), true
}

// saidBySeveral tells whether those who say what stands at a token are told by a plural or are a body, so that
// they may go on as "they": "the ministers say they want".
func (f *finder) saidBySeveral(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	at := parley.Span{Start: s.Tokens[token].Start, End: s.Tokens[token].End}
	return slices.ContainsFunc(f.in.Attributions, func(a attribution.Attribution) bool {
		if a.Sentence != sentence || !usable(&a) || a.Sources[0].Kind == parley.PersonSource || !slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) }) {
			return false
		}
		if a.Sources[0].Kind == parley.BodySource {
			return true // "the militia said they would"
		}
		return slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
			return t.End == a.Sources[0].Text.End && t.Feat("Number") == "Plur"
		})
	})
}

// saidByUnknown tells whether what stands at a token is said by somebody of no party that is known.
func (f *finder) saidByUnknown(sentence, token int) bool {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	return slices.ContainsFunc(f.in.Attributions, func(a attribution.Attribution) bool {
		return a.Sentence == sentence && !usable(&a) && slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) })
	})
}

// usable tells whether an attribution gives the words of a party.
func usable(a *attribution.Attribution) bool {
	if a.Negated || a.Unreal || len(a.Sources) == 0 {
		return false
	}
	from := &a.Sources[0]
	issued := from.Kind != parley.DocumentSource || len(from.Actors) > 0 || len(from.Sides) > 1 // "the statement", not "the law"
	return (from.Affiliation != "" || len(from.Sides) > 1) && (len(from.Evidence) > 0 || from.Text.End > from.Text.Start) && from.Kind != parley.MediaSource && issued
}

// sourceHolder names the source of an attribution as a holder, without a party
// where he speaks for none.
func (f *finder) sourceHolder(a *attribution.Attribution) holder {
	var who []holder
	for i := range a.Sources {
		who = append(who, f.holdersOfSource(&a.Sources[i])...)
	}
	who[0].fellows = who[1:]
	return who[0]
}

// holdersOfSource names a source as holders: each side of several as its party,
// where words name it, as none do for "Norlandic-Sudmark activists".
func (f *finder) holdersOfSource(from *attribution.Source) []holder {
	if len(from.Sides) > 1 && len(from.Evidence) > 0 {
		var sides []holder
		for _, side := range from.Sides {
			sides = append(sides, holder{party: side, spans: from.Evidence})
		}
		return sides
	}
	return []holder{f.holderOfSource(from)}
}

func (f *finder) holderOfSource(from *attribution.Source) holder {
	if camp, ok := f.campOf(from.Text); ok && from.Kind != parley.PersonSource {
		return camp
	}
	if words := f.in.Text.Source[from.Text.Start:from.Text.End]; partisan(words) || from.Kind != parley.PersonSource && f.factious(words+" "+from.Name, from.Affiliation) {
		return holder{name: from.Name, spans: from.Evidence}
	}
	if last := from.Name[strings.LastIndex(from.Name, " ")+1:]; from.Kind == parley.BodySource && from.Affiliation != "EU" && tables().opposed[singular(last)] {
		return holder{name: from.Name, spans: from.Evidence}
	}
	if len(from.Actors) == 1 && f.private(f.in.Cast.Actors[from.Actors[0]]) {
		return holder{name: from.Name, spans: from.Evidence}
	}
	if len(from.Evidence) == 0 { // somebody unnamed: the words tell the side alone
		return holder{party: from.Affiliation, spans: []parley.Span{from.Text}}
	}
	return holder{name: from.Name, party: from.Affiliation, spans: from.Evidence}
}

func length(pieces []parley.Span) int {
	n := 0
	for _, p := range pieces {
		n += p.End - p.Start
	}
	return n
}
