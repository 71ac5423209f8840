package export_test

import (
	"io"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func noon(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 12, 0, 0, 0, time.UTC)
}

// norland names the parties of the examples.
func norland(party string) string {
	if name, ok := map[string]string{"NLD": "Norland", "SDL": "Sudland"}[party]; ok {
		return name
	}
	return party
}

func round() view.Line {
	return view.Line{
		Entry: parley.Entry{
			ID: "0123456789abcdef", Kind: parley.MeetingEntry, Told: noon(2025, 12, 5), Start: "2025-12-04", End: "2025-12-05",
			Outlets: []string{"post", "wire"}, Sources: 2, Meeting: &parley.Meeting{
				Mode: "negotiation", Participants: []string{"Anna Kovar", "Ivo Brandt"}, Parties: []string{"NLD", "SDL"}, Place: "Port Amber", Round: 2, Status: parley.Happened,
			},
		},
		Words: "a second round of talks",
	}
}

func plan() view.Line {
	return view.Line{
		Entry: parley.Entry{
			ID: "fedcba9876543210", Kind: parley.MeetingEntry, Told: noon(2025, 12, 5), Start: "2025-12", End: "2025-12", Outlets: []string{"post"}, Sources: 1,
			Meeting: &parley.Meeting{Mode: "visit", Parties: []string{"NLD", "SDL"}, Status: parley.Planned},
		},
		Unconfirmed: true,
	}
}

// drawn is what a renderer prints on plain paper of a width.
func drawn(t *testing.T, width int, draw func(io.Writer, export.Paper) error) string {
	t.Helper()
	var b strings.Builder
	if err := draw(&b, export.Paper{Width: width, Name: norland}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if want = strings.TrimPrefix(want, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTimelinePage(t *testing.T) {
	t.Parallel()
	moved := view.Line{Entry: parley.Entry{
		ID: "aaaaaaaaaaaaaaaa", Kind: parley.PositionEntry, Told: noon(2026, 1, 2), Outlets: []string{"wire"}, Sources: 1,
		Position: &parley.Standing{Party: "NLD", Issue: "prisoners-hostages", Stance: parley.Accepts, Holders: []string{"Anna Kovar"}, Change: parley.Reversed},
	}}
	got := drawn(t, 80, func(w io.Writer, p export.Paper) error {
		return export.Timeline(w, p, []view.Line{round(), plan(), moved})
	})
	same(t, got, `
Timeline · 3 lines (~: day told)

December 2025
  4–5      negotiation, held     Anna Kovar, Ivo Brandt (Norland, Sudland) ·
                                 Port Amber · round 2
                                 “a second round of talks”
                                 2 sources (post, wire) · 0123456789
           visit, planned, not   Norland, Sudland
           confirmed             post · fedcba9876

January 2026
  ~2       position, reversed    Norland ✓ accepts prisoners and hostages · Anna
                                 Kovar
                                 wire · aaaaaaaaaa
`)
}

func TestNothingToShowIsSaid(t *testing.T) {
	t.Parallel()
	for name, draw := range map[string]func(io.Writer, export.Paper) error{
		"timeline":   func(w io.Writer, p export.Paper) error { return export.Timeline(w, p, nil) },
		"meetings":   func(w io.Writer, p export.Paper) error { return export.Meetings(w, p, nil) },
		"statements": func(w io.Writer, p export.Paper) error { return export.Statements(w, p, nil) },
		"positions":  func(w io.Writer, p export.Paper) error { return export.Positions(w, p, nil) },
		"proposals":  func(w io.Writer, p export.Paper) error { return export.Proposals(w, p, nil) },
		"disputes":   func(w io.Writer, p export.Paper) error { return export.Disputes(w, p, nil) },
		"documents":  func(w io.Writer, p export.Paper) error { return export.Documents(w, p, nil) },
		"matrix":     func(w io.Writer, p export.Paper) error { return export.Matrix(w, p, view.Matrix{}) },
		"brief":      func(w io.Writer, p export.Paper) error { return export.Brief(w, p, view.Brief{}) },
	} {
		if got := drawn(t, 80, draw); len(strings.Split(strings.TrimSpace(got), "\n")) < 2 {
			t.Errorf("%s of nothing says %q", name, got)
		}
	}
}

func TestMatrixPutsPartiesSideBySideAsFarAsThePaperGoes(t *testing.T) {
	t.Parallel()
	m := view.Matrix{Parties: []string{"NLD", "SDL", "EU"}, Issues: []parley.Issue{"territory", "ceasefire"}, Cells: []view.Cell{
		{Party: "NLD", Issue: "territory", Voice: view.Voice{Stance: parley.Rejects, Since: noon(2025, 11, 21), Repeated: 12}, Others: []view.Voice{{Stance: parley.Offers}}},
		{Party: "SDL", Issue: "territory", Voice: view.Voice{Stance: parley.Demands}},
		{Party: "EU", Issue: "ceasefire", Voice: view.Voice{Stance: parley.Supports, Since: noon(2025, 11, 2)}},
	}}
	got := drawn(t, 60, func(w io.Writer, p export.Paper) error { return export.Matrix(w, p, m) })
	same(t, got, `
Where they stand · stance, first told, ×times voiced,
+others at odds

                   Norland              Sudland
territory          ✕ rejects +1         ! demands
                   21 Nov 2025 · ×12    undated

                   EU
ceasefire          ✓ supports
                   2 Nov 2025
`)
}

func TestEvidencePageMarksWords(t *testing.T) {
	t.Parallel()
	e := view.Evidence{Entry: round().Entry}
	for _, outlet := range []string{"wire", "post"} {
		e.Proofs = append(e.Proofs, view.Proof{
			Field: "participants", Values: []string{"Anna Kovar", "Ivo Brandt"}, Sentence: "Anna Kovar met Ivo Brandt.", Marks: []view.Mark{{Start: 0, End: 10}, {Start: 15, End: 25}},
			Document: outlet + "-1", Outlet: outlet, Published: noon(2025, 12, 5), URL: "https://" + outlet + ".example/1",
		})
	}
	got := drawn(t, 80, func(w io.Writer, p export.Paper) error { return export.Evidence(w, p, e, 1) })
	same(t, got, `
negotiation, held: Anna Kovar, Ivo Brandt (Norland, Sudland)
4–5 Dec 2025 · Port Amber · round 2 · first told 5 Dec 2025, 12:00 UTC · 2
sources (post, wire) · 0123456789abcdef

participants · Anna Kovar, Ivo Brandt
  [[Anna Kovar]] met [[Ivo Brandt]].
    wire · 5 Dec 2025 · wire-1
  and 1 more sentence (--all shows them)

documents
  wire-1 · wire · 5 Dec 2025, 12:00 UTC · https://wire.example/1
  post-1 · post · 5 Dec 2025, 12:00 UTC · https://post.example/1
`)
	var styled strings.Builder
	if err := export.Evidence(&styled, export.Paper{Width: 80, Style: true}, e, math.MaxInt); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(styled.String(), "\x1b[1;4mAnna Kovar\x1b[0m met \x1b[1;4mIvo Brandt\x1b[0m.") {
		t.Errorf("on a terminal the words are not bold and underlined: %q", styled.String())
	}
}

func exampleBrief() view.Brief {
	sources := []view.Source{{Document: "wire-1", Outlet: "wire", Published: noon(2025, 12, 5), Title: "Envoys [meet]", URL: "https://wire.example/1"}}
	return view.Brief{
		Since: noon(2025, 11, 29).Truncate(24 * time.Hour), Until: noon(2025, 12, 6).Truncate(24 * time.Hour), Documents: 2, Outlets: 1,
		Changed: []view.News{{Line: round(), Before: "planned", From: sources}}, Left: view.Left{Changed: 3},
		Next: []view.News{{Line: plan(), From: sources}},
		Disputes: []view.News{{Line: view.Line{Entry: parley.Entry{ID: "dddddddddddddddd", Kind: parley.DisputeEntry, Told: noon(2025, 12, 5), Sources: 1, Dispute: &parley.Dispute{
			About: "whether they met", Accounts: []parley.Account{{Holder: "Anna Kovar", Claim: "they met", Documents: []string{"wire-1"}}, {Claim: "they did *not*", Documents: []string{"post-1"}}},
		}}}, From: sources}},
	}
}

func TestBriefPage(t *testing.T) {
	t.Parallel()
	got := drawn(t, 80, func(w io.Writer, p export.Paper) error { return export.Brief(w, p, exampleBrief()) })
	same(t, got, `
Brief, 29 Nov – 5 Dec 2025 · 2 documents from 1 outlet (~: day told)

What changed
  4–5 Dec 2025     negotiation, held (was planned): Anna Kovar, Ivo Brandt
                   (Norland, Sudland) · Port Amber · round 2
                   “a second round of talks”
                   2 sources: wire · 0123456789
  and 3 more lines (--lines shows them)

What is next
  Dec 2025         visit, planned, not confirmed: Norland, Sudland
                   wire · fedcba9876

Who moved
  No party moved.

What is disputed
  5 Dec 2025       whether they met
                   Anna Kovar            they met · wire-1
                   the outlets           they did *not* · post-1
                   themselves
                   wire · dddddddddd
`)
}

func TestBriefAsMarkdownCitesItsSourcesOnce(t *testing.T) {
	t.Parallel()
	got := drawn(t, 80, func(w io.Writer, p export.Paper) error { return export.BriefMarkdown(w, p.Name, exampleBrief()) })
	same(t, got, `
# Brief, 29 Nov – 5 Dec 2025

2 documents from 1 outlet (~: day told)

## What changed

- **4–5 Dec 2025** negotiation, held (was planned): Anna Kovar, Ivo Brandt (Norland, Sudland) · Port Amber · round 2 “a second round of talks”[^1]

And 3 more lines.

## What is next

- **Dec 2025** visit, planned, not confirmed: Norland, Sudland[^1]

## Who moved

No party moved.

## What is disputed

- **5 Dec 2025** whether they met[^1]
  - Anna Kovar: they met
  - the outlets themselves: they did \*not\*

[^1]: wire, [Envoys \[meet\]](<https://wire.example/1>), 5 Dec 2025, 12:00 UTC
`)
}
