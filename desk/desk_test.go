package desk_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/desk"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/store"
)

// sitting is somebody at a desk with the record of the sample articles.
func sitting(t *testing.T) (*desk.Desk, store.Store) {
	t.Helper()
	s, c := create(t), &clock{now: time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC)}
	take(t, reading(t, s, c), sampleArticles(t)...)
	return &desk.Desk{Store: s, Lexicon: lexicon.Default(), Who: "Ines", Now: c.tick}, s
}

// entry is the first entry of a kind that passes.
func entry(t *testing.T, s store.Store, kind parley.EntryKind, pass func(parley.Entry) bool) parley.Entry {
	t.Helper()
	for e, err := range s.Entries(t.Context(), store.EntryFilter{Kinds: []parley.EntryKind{kind}}) {
		if err != nil {
			t.Fatal(err)
		}
		if pass(e) {
			return e
		}
	}
	t.Fatalf("the record has no such %s", kind)
	return parley.Entry{}
}

func any(parley.Entry) bool { return true }

func TestBadCorrectionIsAnErrorAndChangesNothing(t *testing.T) {
	t.Parallel()
	d, s := sitting(t)
	meeting, position := entry(t, s, parley.MeetingEntry, any), entry(t, s, parley.PositionEntry, any)
	undone, err := d.Accept(t.Context(), meeting.ID, "")
	if err == nil {
		_, err = d.Undo(t.Context(), undone.ID, "")
	}
	if err != nil {
		t.Fatal(err)
	}
	before, ctx := exported(t, s), t.Context()
	own := func(f desk.Finding) func() (parley.Correction, error) {
		return func() (parley.Correction, error) { return d.Enter(ctx, f) }
	}
	for what, c := range map[string]struct {
		make func() (parley.Correction, error)
		want string
	}{
		"an entry that is not there": {func() (parley.Correction, error) { return d.Accept(ctx, "00000000", "") }, "00000000"},
		"a field that is not there":  {func() (parley.Correction, error) { return d.Set(ctx, meeting.ID, "colour", "red", "") }, "set one of status"},
		"a status that is none":      {func() (parley.Correction, error) { return d.Set(ctx, meeting.ID, "status", "maybe", "") }, `"maybe" is not in its list`},
		"a date that is none":        {func() (parley.Correction, error) { return d.Set(ctx, meeting.ID, "start", "May", "") }, `"May" is no date`},
		"an article of another":      {func() (parley.Correction, error) { return d.Reject(ctx, meeting.ID, []string{"nowhere"}, "") }, "nowhere"},
		"one with itself":            {func() (parley.Correction, error) { return d.Merge(ctx, []string{meeting.ID, meeting.ID}, "") }, "nothing to merge"},
		"two of different kinds":     {func() (parley.Correction, error) { return d.Merge(ctx, []string{meeting.ID, position.ID}, "") }, "of the kind position"},
		"all of it taken out":        {func() (parley.Correction, error) { return d.Split(ctx, meeting.ID, documentsOf(meeting), "") }, "nothing of it would stay"},
		"a position split":           {func() (parley.Correction, error) { return d.Split(ctx, position.ID, documentsOf(position), "") }, "set party, issue or stance"},
		"an empty note":              {func() (parley.Correction, error) { return d.Note(ctx, meeting.ID, " ") }, "it says nothing"},
		"a grade that is none":       {func() (parley.Correction, error) { return d.Grade(ctx, meeting.ID, "7", "") }, `"7" is no credibility`},
		"an entry's grade by letter": {func() (parley.Correction, error) { return d.Grade(ctx, meeting.ID, "D", "") }, `"D" is no credibility`},
		"an outlet's grade by digit": {func() (parley.Correction, error) { return d.Grade(ctx, meeting.Outlets[0], "2", "") }, `"2" is no reliability`},
		"an outlet that is not there": {func() (parley.Correction, error) { return d.Grade(ctx, "Volga State New", "D", "") },
			"Volga State New: the record holds neither"},
		"undone twice":    {func() (parley.Correction, error) { return d.Undo(ctx, undone.ID, "") }, "undone already"},
		"undoing nothing": {func() (parley.Correction, error) { return d.Undo(ctx, "ffffffff", "") }, "no such correction"},
		"words that do not stand there": {own(desk.Finding{Kind: parley.PositionEntry, Document: meeting.Members[0].Doc, Words: "words of another article",
			Fields: map[string]string{"party": "RUS", "issue": "talks", "stance": "rejects"}}), "does not stand in it"},
		"no source":          {own(desk.Finding{Kind: parley.MeetingEntry, Words: "They met."}), "needs one source"},
		"a meeting of one":   {own(desk.Finding{Kind: parley.MeetingEntry, Words: "They met.", Source: "the embassy", Fields: map[string]string{"participants": "RUS"}}), "two at least"},
		"an end before":      {own(desk.Finding{Kind: parley.MeetingEntry, Words: "They met.", Source: "the embassy", Fields: map[string]string{"participants": "RUS; USA", "start": "2025-12-04", "end": "2025-12-02"}}), "lies before the start"},
		"a field of another": {own(desk.Finding{Kind: parley.MeetingEntry, Words: "They met.", Source: "the embassy", Fields: map[string]string{"participants": "RUS; USA", "stance": "rejects"}}), "no such field to enter"},
	} {
		_, err := c.make()
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error that says %q", what, err, c.want)
		}
	}
	if !maps.Equal(exported(t, s), before) {
		t.Error("the record has changed")
	}
}

func documentsOf(e parley.Entry) (keys []string) {
	for _, m := range e.Members {
		keys = append(keys, m.Doc)
	}
	return keys
}

func TestWhatIsEnteredJoinsWhatTellsTheSame(t *testing.T) {
	t.Parallel()
	d, s := sitting(t)
	known := entry(t, s, parley.MeetingEntry, func(e parley.Entry) bool {
		return e.Sources > 1 && e.Start.Granularity() == parley.Day && e.Start == e.End && e.Meeting.Status == parley.Happened && len(e.Parties) == 2
	})
	before := exported(t, s)
	c, err := d.Enter(t.Context(), desk.Finding{Kind: parley.MeetingEntry, Source: "the embassy, by telephone", Words: "They met for an hour.",
		Fields: map[string]string{"participants": strings.Join(known.Parties, "; "), "start": string(known.Start), "mode": string(known.Meeting.Mode), "place": known.Meeting.Place}})
	if err != nil {
		t.Fatal(err)
	}
	now, err := s.Entry(t.Context(), known.ID)
	if err != nil {
		t.Fatal(err)
	}
	if now.Sources != known.Sources+1 {
		t.Errorf("%d sources tell it, want one more than %d", now.Sources, known.Sources)
	}
	if _, err := d.Undo(t.Context(), c.ID, ""); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(exported(t, s), before) {
		t.Error("undone, it leaves a trace")
	}
}
