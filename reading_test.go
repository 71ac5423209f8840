package parley_test

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

const body = "\nThe Norland envoy Anna Kovar said talks would resume in Bergen on Friday."

// at is the evidence that the words of body give a field.
func at(field, value, words string) parley.Evidence {
	i := strings.Index(body, words)
	return parley.Evidence{Field: field, Value: value, Span: parley.Span{Start: i, End: i + len(words)}}
}

func statement() parley.Statement {
	return parley.Statement{
		Content: []string{"talks would resume in Bergen on Friday"}, Cue: "said",
		SpeakerText: "The Norland envoy Anna Kovar", Speaker: "Anna Kovar", Kind: parley.PersonSource, Certainty: .9,
		Spans: []parley.Evidence{
			at("content", "", "talks would resume in Bergen on Friday"), at("cue", "", "said"),
			at("speaker_text", "", "The Norland envoy Anna Kovar"), at("speaker", "", "Anna Kovar"),
		},
	}
}

func meeting() parley.Event {
	return parley.Event{
		Type: parley.Consult, Mode: "negotiation", Status: parley.Planned, Actors: []string{"Anna Kovar"},
		Start: "2025-06-06", End: "2025-06-06", Place: "Bergen", Quotes: []string{"talks would resume in Bergen"}, Certainty: .7,
		Spans: []parley.Evidence{
			at("quotes", "", "talks would resume in Bergen"), at("actors", "Anna Kovar", "Anna Kovar"),
			at("start", "", "on Friday"), at("end", "", "on Friday"), at("place", "", "Bergen"),
		},
	}
}

func dated() parley.DatedSentence {
	return parley.DatedSentence{Day: "2025-06-06", Span: parley.Span{Start: 1, End: len(body)}, Words: at("", "", "on Friday").Span}
}

func TestReadingWithEvidenceIsValid(t *testing.T) {
	t.Parallel()
	r := parley.Reading{Doc: "a", Statements: []parley.Statement{statement()}, Events: []parley.Event{meeting()}, Dated: []parley.DatedSentence{dated()}}
	if err := r.Validate(body); err != nil {
		t.Error(err)
	}
}

// TestNothingWithoutEvidence breaks one invariant at a time.
func TestNothingWithoutEvidence(t *testing.T) {
	t.Parallel()
	for name, breach := range map[string]func(*parley.Reading){
		"words that are not in the text": func(r *parley.Reading) { r.Statements[0].Content[0] = "talks had failed" },
		"a cue without a span":           func(r *parley.Reading) { r.Statements[0].Cue = "told" },
		"no content":                     func(r *parley.Reading) { r.Statements[0].Content = nil },
		"a speaker without a span":       func(r *parley.Reading) { r.Statements[0].Spans = r.Statements[0].Spans[:3] },
		"a kind outside the list":        func(r *parley.Reading) { r.Statements[0].Kind = "rumour" },
		"a certainty above one":          func(r *parley.Reading) { r.Statements[0].Certainty = 1.5 },
		"a span outside the text":        func(r *parley.Reading) { r.Statements[0].Spans[0].End = 4000 },
		"an actor nobody names":          func(r *parley.Reading) { r.Events[0].Actors = []string{"Anna Kovar", "Norland"} },
		"a month for a day":              func(r *parley.Reading) { r.Dated[0].Day = "2025-06" },
		"a day that no words name":       func(r *parley.Reading) { r.Dated[0].Words.End = r.Dated[0].Words.Start },
		"a day named elsewhere":          func(r *parley.Reading) { r.Dated[0].End = r.Dated[0].Words.Start },
		"a place nobody names":           func(r *parley.Reading) { r.Events[0].Place = "Oslo"; r.Events[0].Spans = r.Events[0].Spans[:4] },
		"a date that is none":            func(r *parley.Reading) { r.Events[0].Start = "Friday" },
		"a date nobody gives":            func(r *parley.Reading) { r.Events[0].Spans = r.Events[0].Spans[:2] },
		"a mode of another type":         func(r *parley.Reading) { r.Events[0].Mode = "drone" },
		"a verbal act among the events":  func(r *parley.Reading) { r.Events[0].Type = parley.Reject },
		"an event without quotes":        func(r *parley.Reading) { r.Events[0].Quotes = nil },
		"a position without a party": func(r *parley.Reading) {
			r.Positions = []parley.Position{{Issue: "talks", Stance: parley.Accepts, Quotes: []string{"talks"}, Spans: []parley.Evidence{at("quotes", "", "talks")}}}
		},
	} {
		r := parley.Reading{Doc: "a", Statements: []parley.Statement{statement()}, Events: []parley.Event{meeting()}, Dated: []parley.DatedSentence{dated()}}
		breach(&r)
		if err := r.Validate(body); err == nil {
			t.Errorf("%s: Validate finds nothing wrong", name)
		} else if parley.KindOf(err) != parley.Invalid {
			t.Errorf("%s: %v is not of kind Invalid", name, err)
		}
	}
}

func TestClosedListsHoldNothingTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, issue := range parley.Issues {
		if seen[string(issue)] {
			t.Errorf("issue %q stands twice", issue)
		}
		seen[string(issue)] = true
	}
	for typ := range parley.ModesOf {
		if !typ.ValidMode("") || typ.ValidMode("no such mode") {
			t.Errorf("%s: wrong modes", typ)
		}
	}
}
