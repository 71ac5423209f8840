package record_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

// neverSent is a denial that says what it denies.
var neverSent = func() parley.Statement {
	s := said("Boris Lund", "that an envoy was ever sent to the border talks")
	s.Manner = parley.Denies
	return s
}()

// disputeCases are stories, by what they are about, with the disputes that lie in them.
var disputeCases = map[string]struct {
	stories []story
	want    []string
}{
	"counts by two claimants": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Anna Kovar"))}}},
		[]string{"figures Boris Lund: 36; Anna Kovar: 46"},
	},
	"a claimant's later count is a revision": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 5, events: []parley.Event{attack("2031-03-03", "Oslo", killed(46, "Boris Lund"))}}},
		nil,
	},
	"at least three does not contradict five": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", parley.Figure{What: "killed", N: 3, Qualifier: "at-least"})}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(5, "Anna Kovar"))}}},
		nil,
	},
	"held or not": {
		[]story{{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
			{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", ""))}}},
		[]string{"status : happened; Boris Lund: denied"},
	},
	"talks on no day, held and denied": {
		[]story{{told: 4, events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "", "", "")}},
			{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "", "", ""))}}},
		nil,
	},
	"a bare denial of what a government claims": {
		[]story{{told: 4, statements: []parley.Statement{against("Finnish government", "its divers had found the wreck", denies("Boris Lund", "the claim"))}}},
		[]string{"content Finnish government: its divers had found the wreck; Boris Lund: denied"},
	},
	"one says that the other accepted, who says that he did not": {
		[]story{{told: 4, positions: []parley.Position{stands("SDL", "Anna Kovar", "deal", parley.Accepts)}}, {told: 5, positions: []parley.Position{stands("SDL", "Boris Lund", "deal", parley.Rejects)}}},
		[]string{"stance Anna Kovar: accepts; Boris Lund: rejects"},
	},
	"a denial of what somebody claims": {
		[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "he sent an envoy", neverSent)}}},
		[]string{"content Anna Kovar: he sent an envoy; Boris Lund: denied"},
	},
	"an accusation called baseless": {
		[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "his miners dug under the border", denies("Boris Lund", "the accusations were entirely baseless"))}}},
		[]string{"content Anna Kovar: his miners dug under the border; Boris Lund: denied"},
	},
	"a denial of what the text does not say": {[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "the northern crossing will open for grain", denies("Boris Lund", "this"))}}}, nil},
	"a bare denial of what somebody claims": {
		[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "his miners dug under the border", denies("Boris Lund", "the allegation"))}}},
		[]string{"content Anna Kovar: his miners dug under the border; Boris Lund: denied"},
	},
	"a denial beside talk of something else": {[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "the dam will be finished by the autumn", denies("Boris Lund", "that any miners dug under the border"))}}}, nil},
	"a denial beside one of its own side":    {[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "no miners ever dug under the border", denies("Boris Lund", "that miners dug under the border"))}}}, nil},
	"a denial by nobody who is known":        {[]story{{told: 4, statements: []parley.Statement{against("Anna Kovar", "miners dug under the border", unnamed("they", denies("", "that miners dug under the border")))}}}, nil},
	"an accusation and its denial in one text": {
		[]story{accuses("Anna Kovar", "Boris Lund", "Kovar accused Lund of hoarding grain, which Lund denies.")},
		[]string{"content Anna Kovar: Kovar accused Lund of hoarding grain; Boris Lund: denied"},
	},
	"an accusation of another": {[]story{accuses("Anna Kovar", "Carl West", "Kovar accused Lund of hoarding grain, which Lund denies.")}, nil},
	"a denial of any part in what the text tells": {
		[]story{deniesDeed("SDL", "responsibility", "Sudmark shelled the lighthouse. Lund denied responsibility.")},
		[]string{"content post.example: Sudmark shelled the lighthouse; Boris Lund: denied"},
	},
	"a denial of any part in what another did": {[]story{deniesDeed("NRD", "responsibility", "Norland shelled the lighthouse. Lund denied responsibility.")}, nil},
	"an allegation that the denial tells itself": {
		[]story{deniesDeed("NRD", "allegations that his miners dug under the border", "Norland shelled the lighthouse. Lund denied allegations that his miners dug under the border.")},
		[]string{"content post.example: allegations that his miners dug under the border; Boris Lund: denied"},
	},
	"an allegation in the midst of a denial": {
		[]story{deniesDeed("NRD", "We reject any claim that our miners dug under the border", "Norland shelled the lighthouse. Lund denied it: We reject any claim that our miners dug under the border.")},
		[]string{"content post.example: claim that our miners dug under the border; Boris Lund: denied"},
	},
	"allegations of nobody knows what": {[]story{deniesDeed("NRD", "the allegations", "Norland shelled the lighthouse. Lund denied the allegations.")}, nil},
	"a deal signed on one of two days": {
		[]story{dealSigned("2031-03-03", "March 3", "NRD", "SDL"), dealSigned("2031-03-04", "March 4", "SDL", "NRD")},
		[]string{"start : 2031-03-03; : 2031-03-04"},
	},
	"deals of two days apart": {[]story{dealSigned("2031-03-03", "March 3", "NRD", "SDL"), dealSigned("2031-03-05", "March 5", "SDL", "NRD")}, nil},
	"deals with two others":   {[]story{dealSigned("2031-03-03", "March 3", "NRD", "SDL"), dealSigned("2031-03-04", "March 4", "FIN", "NRD")}, nil},
	"counts of a year": {
		[]story{{told: 4, events: []parley.Event{attack("2031", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031", "Oslo", killed(46, "Anna Kovar"))}}},
		nil,
	},
	"a count and the same in rounder words": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(5370, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(5400, "Anna Kovar"))}}},
		nil,
	},
	"what a third one says of a party that says otherwise": {
		[]story{{told: 4, positions: []parley.Position{stands("SDL", "the Lake Institute", "deal", parley.Accepts)}}, {told: 5, positions: []parley.Position{stands("SDL", "Boris Lund", "deal", parley.Rejects)}}},
		nil,
	},
	"a denial of what three were to hold": {[]story{{told: 4, events: []parley.Event{by("", talks("meeting", parley.Proposed, "Anna Kovar, Boris Lund, Carl West", "", "", ""))}},
		{told: 5, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund, Carl West", "", "", ""))}}}, []string{"status : proposed; Boris Lund: denied"}},
	"a denial before the day of what was held": {[]story{{told: 4, events: []parley.Event{by("Boris Lund", talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-06", "", ""))}},
		{told: 7, events: []parley.Event{by("", talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-06", "", ""))}}}, nil},
	"a denial alone": {[]story{{told: 4, statements: []parley.Statement{neverSent}}}, nil},
	"an outlet that takes back what it told": {
		[]story{{told: 4, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Happened, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}},
			{told: 5, outlet: "post.example", events: []parley.Event{talks("meeting", parley.Denied, "Anna Kovar, Boris Lund", "2031-03-03", "", "")}}},
		nil,
	},
	"the dead of a day and of a war": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, "Boris Lund"))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(4600, "Anna Kovar"))}}},
		nil,
	},
	"two attacks of one day in two places": {
		[]story{{told: 4, events: []parley.Event{attack("2031-03-03", "Oslo", killed(36, ""))}}, {told: 4, events: []parley.Event{attack("2031-03-03", "Geneva", killed(46, ""))}}},
		nil,
	},
}

func TestDisputes(t *testing.T) {
	t.Parallel()
	tell := func(e parley.Entry) string {
		var sides []string
		for _, a := range e.Dispute.Accounts {
			sides = append(sides, a.Holder+": "+a.Claim)
		}
		return e.Dispute.Field + " " + strings.Join(sides, "; ")
	}
	for name, c := range disputeCases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found := words(recorded(t, parley.DisputeEntry, c.stories...), tell); !slices.Equal(found, c.want) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
}

func against(who, claim string, denial parley.Statement) parley.Statement {
	denial.Against, denial.AgainstBy = claim, who
	return denial
}

func denies(speaker, words string) parley.Statement {
	s := said(speaker, words)
	s.Manner, s.Cue = parley.Denies, "denied"
	return s
}

// unnamed leaves open who speaks.
func unnamed(words string, s parley.Statement) parley.Statement { s.SpeakerText = words; return s }

// dealSigned is a text that tells on which day of the calendar two parties signed a deal.
func dealSigned(day parley.Date, inWords, one, other string) story {
	const title = "News\n"
	text := "The fishing deal was signed on " + inWords + "."
	start := len(title) + strings.Index(text, inWords)
	deal := talks("", parley.Happened, one+", "+other, day, "", "")
	deal.Type = parley.Agree
	deal.Spans = append(deal.Spans, parley.Evidence{Field: "start", Value: string(day), Span: parley.Span{Start: start, End: start + len(inWords)}})
	return story{told: 6, text: text, events: []parley.Event{deal}}
}

// deniesDeed is a text that tells of an attack by a side and, in its second sentence, of
// something that Boris Lund denies.
func deniesDeed(by, denied, text string) story {
	const title = "News\n"
	at := func(field, words string) parley.Evidence {
		start := len(title) + strings.Index(text, words)
		return parley.Evidence{Field: field, Span: parley.Span{Start: start, End: start + len(words)}}
	}
	deed, _, _ := strings.Cut(text, ".")
	shelling := attack("2031-03-03", "")
	shelling.Actors, shelling.Recipients, shelling.Quotes, shelling.Spans = []string{by}, nil, []string{deed}, []parley.Evidence{at("quotes", deed)}
	denial := denies("Boris Lund", denied)
	denial.Spans = []parley.Evidence{at("content", denied), at("cue", "denied")}
	return story{told: 4, outlet: "post.example", text: text, statements: []parley.Statement{denial}, events: []parley.Event{shelling}}
}

// accuses is a text that tells in one sentence of an accusation, by somebody against
// another, and of Boris Lund's denial: "Kovar accused Lund of hoarding grain, which
// Lund denies."
func accuses(accuser, accused, text string) story {
	const title = "News\n"
	at := func(field, words, value string) parley.Evidence {
		start := len(title) + strings.Index(text, words)
		return parley.Evidence{Field: field, Value: value, Span: parley.Span{Start: start, End: start + len(words)}}
	}
	quote, grain, _ := strings.Cut(strings.TrimSuffix(text, "."), " of ")
	grain, _, _ = strings.Cut(grain, ",")
	denial := denies("Boris Lund", grain)
	denial.Spans = []parley.Evidence{at("content", grain, ""), at("cue", "denies", "")}
	return story{told: 4, text: text, statements: []parley.Statement{denial}, acts: []parley.Event{{
		Type: parley.Accuse, Status: parley.Happened, Actors: []string{accuser}, Recipients: []string{accused}, Quotes: []string{strings.TrimSuffix(text, ".")}, Certainty: .9,
		Spans: []parley.Evidence{at("quotes", strings.TrimSuffix(text, "."), ""), at("actors", strings.Fields(quote)[0], accuser)},
	}}}
}
