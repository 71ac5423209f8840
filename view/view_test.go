package view_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// envoys is a record of two negotiations' worth of talk: a round held, one
// planned, one on hold, and Norland's stance, which moved.
func envoys(t *testing.T) *kept {
	t.Helper()
	r := recordOf(t,
		news(t, "wire-1", "2025-12-01", "Norland rejects a ceasefire. Anna Kovar will meet Ivo Brandt in Port Amber on 4 December."),
		news(t, "post-1", "2025-12-05", "Anna Kovar met Ivo Brandt in Port Amber on Thursday. A second round is due on 9 December."),
		news(t, "wire-2", "2025-12-06", "Norland accepts a ceasefire if Sudland withdraws, Anna Kovar said. The summit is on hold."),
		news(t, "wire-3", "", "Norland demands a ceasefire line, a leaflet says."),
	)
	first := r.told(t, meeting("meeting-first", "2025-12-04", "2025-12-04", parley.Meeting{
		Mode: "meeting", Participants: []string{"Anna Kovar", "Ivo Brandt"}, Parties: []string{"NLD", "SDL"}, Place: "Port Amber", Status: parley.Happened,
		Steps: []parley.Step{
			{Status: parley.Planned, Start: "2025-12-04", Told: at(t, "2025-12-01"), Documents: []string{r.key("wire-1")}},
			{Status: parley.Happened, Start: "2025-12-04", Told: at(t, "2025-12-05"), Documents: []string{r.key("post-1")}},
		},
	}), "quotes", map[string]string{"wire-1": "will meet Ivo Brandt", "post-1": "met Ivo Brandt"})
	second := r.told(t, meeting("meeting-second", "2025-12-09", "2025-12-09", parley.Meeting{
		Mode: "negotiation", Parties: []string{"NLD", "SDL"}, Round: 2, Status: parley.Planned,
	}), "quotes", map[string]string{"post-1": "second round is due"})
	summit := r.told(t, meeting("meeting-summit", "", "", parley.Meeting{Parties: []string{"NLD"}, Status: parley.OnHold}), "quotes", map[string]string{"wire-2": "summit is on hold"})
	rejects := r.told(t, position("position-1", parley.Standing{
		Party: "NLD", Issue: "ceasefire", Stance: parley.Rejects, Until: at(t, "2025-12-06"), Repeated: 1,
	}), "quotes", map[string]string{"wire-1": "rejects a ceasefire"})
	accepts := r.told(t, position("position-2", parley.Standing{
		Party: "NLD", Issue: "ceasefire", Stance: parley.Accepts, Holders: []string{"Anna Kovar"}, Replaces: "position-1", Change: parley.Softened, Own: true, Repeated: 1,
	}), "quotes", map[string]string{"wire-2": "accepts a ceasefire"})
	leaflet := r.told(t, position("position-3", parley.Standing{Party: "NLD", Issue: "ceasefire", Stance: parley.Demands, Repeated: 1}),
		"quotes", map[string]string{"wire-3": "demands a ceasefire line"})
	r.keep(t, first, second, summit, rejects, accepts, leaflet)
	return r
}

func ids(lines []view.Line) []string {
	var found []string
	for _, line := range lines {
		found = append(found, line.ID)
	}
	return found
}

func TestTimelineIsOrderedByDayAndHoldsPositionsThatMoved(t *testing.T) {
	t.Parallel()
	lines, err := view.Timeline(t.Context(), envoys(t), view.Look{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"meeting-first", "meeting-summit", "position-2", "meeting-second"}
	if got := ids(lines); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if lines[0].Words != "met Ivo Brandt" {
		t.Errorf("its words are %q", lines[0].Words)
	}
}

func TestTimelineIsBoundByWhatHappened(t *testing.T) {
	t.Parallel()
	lines, err := view.Timeline(t.Context(), envoys(t), view.Look{Since: "2025-12-09", Until: "2025-12-31"})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ids(lines), []string{"meeting-second"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPlanWhoseDayHasPassedIsNotConfirmed(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	for today, want := range map[parley.Date]bool{"": false, "2025-12-08": false, "2025-12-09": false, "2025-12-10": true} {
		meetings, err := view.Meetings(t.Context(), r, view.Look{Today: today})
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range meetings {
			if expected := want && m.ID == "meeting-second"; m.Unconfirmed != expected {
				t.Errorf("on %q: %s: not confirmed is %v", today, m.ID, m.Unconfirmed)
			}
		}
	}
}

func TestMeetingsKeepTheContract(t *testing.T) {
	t.Parallel()
	meetings, err := view.Meetings(t.Context(), envoys(t), view.Look{})
	if err != nil {
		t.Fatal(err)
	}
	if len(meetings) != 3 || meetings[0].ID != "meeting-first" || meetings[2].ID != "meeting-summit" {
		t.Fatalf("got %+v; undated meetings stand last", meetings)
	}
	got, err := json.Marshal(meetings[0])
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"meeting-first","participants":["Anna Kovar","Ivo Brandt"],"parties":["NLD","SDL"],"kind":"meeting",` +
		`"start":"2025-12-04","end":"2025-12-04","place":"Port Amber","status":"held","documents":["wire-1","post-1"],"sources":2,` +
		`"steps":[{"status":"planned","by":"","start":"2025-12-04","told":"2025-12-01T12:00:00Z","documents":["wire-1"]},` +
		`{"status":"held","by":"","start":"2025-12-04","told":"2025-12-05T12:00:00Z","documents":["post-1"]}],"words":"met Ivo Brandt"}`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if meetings[2].Kind != "meeting" {
		t.Errorf("a meeting without a mode is called %q", meetings[2].Kind)
	}
}

func TestTalksAreHeld(t *testing.T) {
	t.Parallel()
	talks := parley.Entry{Event: &parley.Happening{Type: parley.Consult, Status: parley.Happened}}
	strike := parley.Entry{Event: &parley.Happening{Type: parley.Assault, Status: parley.Happened}}
	if of, other := view.StatusOf(talks, parley.Happened), view.StatusOf(strike, parley.Happened); of != "held" || other != "happened" {
		t.Errorf("talks of which it is not known who met were %s, a strike %s", of, other)
	}
}

func TestMatrixShowsWhatStoodThen(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	for _, c := range []struct {
		until    parley.Date
		stance   parley.Stance
		replaced string
	}{
		{"2025-12-05", parley.Rejects, ""},
		{"2025-12-06", parley.Accepts, "position-1"},
		{"", parley.Accepts, "position-1"},
	} {
		matrix, err := view.MatrixOf(t.Context(), r, view.Look{Until: c.until})
		if err != nil {
			t.Fatal(err)
		}
		cell := matrix.Cell("NLD", "ceasefire")
		if cell == nil || len(matrix.Cells) != 1 || matrix.Cell("SDL", "ceasefire") != nil {
			t.Fatalf("until %q: got cells %+v", c.until, matrix.Cells)
		}
		replaced := ""
		if cell.Replaced != nil {
			replaced = cell.Replaced.Entry
		}
		if cell.Stance != c.stance || replaced != c.replaced {
			t.Errorf("until %q: Norland %s (replacing %q), want %s (replacing %q)", c.until, cell.Stance, replaced, c.stance, c.replaced)
		}
		if len(cell.Others) != 1 || cell.Others[0].Stance != parley.Demands {
			t.Errorf("until %q: the leaflet's stance is not kept beside: %+v", c.until, cell.Others)
		}
	}
}

func TestEvidenceMarksTheWordsInTheirSentence(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	for _, id := range []string{"meeting-first", "meeting-first-in-post-1", "meeting-f"} {
		e, err := view.EvidenceOf(t.Context(), r, id)
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		var marked []string
		for _, p := range e.Proofs {
			for _, m := range p.Marks {
				marked = append(marked, p.Document+": "+p.Sentence[:m.Start]+"[["+p.Sentence[m.Start:m.End]+"]]"+p.Sentence[m.End:])
			}
		}
		want := []string{
			"wire-1: Anna Kovar [[will meet Ivo Brandt]] in Port Amber on 4 December.",
			"post-1: Anna Kovar [[met Ivo Brandt]] in Port Amber on Thursday.",
		}
		if !slices.Equal(marked, want) {
			t.Errorf("%s: got %q, want %q", id, marked, want)
		}
	}
}

func TestEvidenceWithinAFewDocuments(t *testing.T) {
	t.Parallel()
	words, documents := map[string]string{}, []parley.Document{}
	for _, id := range []string{"wire-1", "wire-2", "wire-3", "wire-4", "wire-5", "wire-6"} {
		documents = append(documents, news(t, id, parley.Date("2025-12-0"+id[len("wire-"):]), "Anna Kovar met Ivo Brandt in Port Amber."))
		words[id] = "met Ivo Brandt"
	}
	r := recordOf(t, documents...)
	e := r.told(t, meeting("meeting-first", "", "", parley.Meeting{Status: parley.Happened}), "quotes", words)
	place := strings.Index(r.docs["wire-4"].Body(), "Port Amber")
	e.Spans = append(e.Spans, parley.Evidence{Field: "place", Span: parley.Span{Doc: r.key("wire-4"), Start: place, End: place + len("Port Amber")}})
	r.keep(t, e)
	got, err := view.EvidenceWithin(t.Context(), r, "meeting-first", 3)
	if err != nil {
		t.Fatal(err)
	}
	quoted := map[string]bool{}
	for _, p := range got.Proofs {
		quoted[p.Document] = true
	}
	if want := []string{"wire-1", "wire-2", "wire-4", "wire-6"}; !slices.Equal(slices.Sorted(maps.Keys(quoted)), want) || got.Left != 2 {
		t.Errorf("%v are quoted and %d left out, want %v and 2", slices.Sorted(maps.Keys(quoted)), got.Left, want)
	}
	if len(got.Entry.Members) != len(e.Members) {
		t.Errorf("the entry has %d members, want all %d", len(got.Entry.Members), len(e.Members))
	}
}

func TestEvidenceOfNothing(t *testing.T) {
	t.Parallel()
	if _, err := view.EvidenceOf(t.Context(), envoys(t), "no-such-entry"); parley.KindOf(err) != parley.NotFound {
		t.Errorf("got %v", err)
	}
}

func TestEvidenceGathersTheMarksOfAFieldInOneSentence(t *testing.T) {
	t.Parallel()
	r := recordOf(t, news(t, "wire-1", "2025-12-01", "Anna Kovar met Ivo Brandt."))
	e := r.told(t, meeting("meeting-first", "", "", parley.Meeting{Status: parley.Happened}), "participants", map[string]string{"wire-1": "Ivo Brandt"})
	e.Spans[0].Value = "Ivo Brandt"
	body := r.docs["wire-1"].Body()
	for _, name := range []string{"Anna Kovar", "Anna"} {
		start := strings.Index(body, name)
		e.Spans = append(e.Spans, parley.Evidence{Field: "participants", Value: "Anna Kovar", Span: parley.Span{Doc: r.key("wire-1"), Start: start, End: start + len(name)}})
	}
	r.keep(t, e)
	got, err := view.EvidenceOf(t.Context(), r, "meeting-first")
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Proofs) != 1 || !slices.Equal(got.Proofs[0].Values, []string{"Ivo Brandt", "Anna Kovar"}) {
		t.Fatalf("got %+v", got.Proofs)
	}
	if want := []view.Mark{{Start: 0, End: 10}, {Start: 15, End: 25}}; !slices.Equal(got.Proofs[0].Marks, want) {
		t.Errorf("marks %v, want %v", got.Proofs[0].Marks, want)
	}
}

func TestDocumentsOfSeveralVersionsAreCalledByKey(t *testing.T) {
	t.Parallel()
	r := recordOf(t,
		news(t, "wire-1", "2025-12-01", "Norland rejects a ceasefire."),
		news(t, "wire-2", "2025-12-02", "Norland rejects it still."),
		news(t, "wire-2", "2025-12-03", "Norland accepts it."),
		news(t, "wire-3", "", "A leaflet."),
	)
	documents, err := view.Documents(t.Context(), r, view.Look{Since: "2025-12-02"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range documents {
		id, version := parley.SplitKey(d.ID)
		if version != "" {
			id += "@"
		}
		got = append(got, id)
	}
	if want := []string{"wire-3", "wire-2@", "wire-2@"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: undated documents stand first", got, want)
	}
}

func TestDisputesNameTheirDocuments(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	r.keep(t, parley.Entry{ID: "dispute-1", Kind: parley.DisputeEntry, Told: at(t, "2025-12-06"), Again: at(t, "2025-12-06"), Dispute: &parley.Dispute{
		Entry: "meeting-first", Field: "status", About: "whether they met",
		Accounts: []parley.Account{{Holder: "Anna Kovar", Claim: "met", Documents: []string{r.key("post-1")}}, {Claim: "did not", Documents: []string{r.key("wire-2")}}},
	}})
	disputes, err := view.Disputes(t.Context(), r, view.Look{})
	if err != nil {
		t.Fatal(err)
	}
	got, _ := json.Marshal(disputes)
	want := `[{"id":"dispute-1","about":"whether they met","entry":"meeting-first","field":"status","accounts":[` +
		`{"holder":"Anna Kovar","claim":"met","documents":["post-1"]},{"holder":"","claim":"did not","documents":["wire-2"]}],"words":"met Ivo Brandt"}]`
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	brief, err := view.BriefOf(t.Context(), r, view.Look{}, 10)
	if err != nil || len(brief.Disputes) != 1 || brief.Disputes[0].Words != "met Ivo Brandt" {
		t.Errorf("the brief says %+v, %v", brief.Disputes, err)
	}
	changes, err := view.Changes(t.Context(), r, view.Look{}, store.Moment{})
	if err != nil || changes[0].ID != "dispute-1" || changes[0].Words != "met Ivo Brandt" {
		t.Errorf("what changed is %+v, %v", changes, err)
	}
}

func TestBrief(t *testing.T) {
	t.Parallel()
	r := envoys(t)
	b, err := view.BriefOf(t.Context(), r, view.Look{Since: "2025-12-05", Today: "2025-12-07"}, 10)
	if err != nil {
		t.Fatal(err)
	}
	news := func(list []view.News) []string {
		var found []string
		for _, n := range list {
			found = append(found, strings.TrimSpace(n.ID+" "+n.Before))
		}
		return found
	}
	if b.Documents != 2 || b.Outlets != 2 {
		t.Errorf("made from %d documents of %d outlets", b.Documents, b.Outlets)
	}
	for part, c := range map[string]struct{ got, want []string }{
		"changed": {news(b.Changed), []string{"meeting-first planned", "meeting-second", "meeting-summit"}},
		"next":    {news(b.Next), []string{"meeting-second", "meeting-summit"}},
		"moved":   {news(b.Moved), []string{"position-2 rejects"}},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: got %q, want %q", part, c.got, c.want)
		}
	}
	if from := b.Changed[0].From; len(from) != 2 || from[0].Document != "post-1" {
		t.Errorf("the sources of the brief's days stand first: %+v", from)
	}
}

func TestBriefOfFewLinesKeepsWhatMostSourcesTell(t *testing.T) {
	t.Parallel()
	b, err := view.BriefOf(t.Context(), envoys(t), view.Look{}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Changed) != 1 || b.Changed[0].ID != "meeting-first" || b.Left.Changed != 2 {
		t.Errorf("got %d lines, %d left: %+v", len(b.Changed), b.Left.Changed, b.Changed)
	}
}

func TestEmptyRecord(t *testing.T) {
	t.Parallel()
	r := recordOf(t)
	if b, err := view.BriefOf(t.Context(), r, view.Look{}, 10); err != nil || b.Documents != 0 || len(b.Changed) != 0 {
		t.Errorf("brief: %+v, %v", b, err)
	}
	if m, err := view.MatrixOf(t.Context(), r, view.Look{}); err != nil || len(m.Cells) != 0 {
		t.Errorf("matrix: %+v, %v", m, err)
	}
}
