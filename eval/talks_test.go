package eval

import (
	"math"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestSameName(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"Anna Kovar", "Kovar", true},
		{"Anna Kovar", "A. Kovar", true},
		{"Anna Kovar", "Per Kovar", false},
		{"Abbas Araqchi", "Araghchi", true},
		{"Foreign Minister Anna Kovar", "Anna Kovar", true},
		{"U.S. government", "American government", true},
		{"Russian Defense Ministry", "Defence Ministry of Russia", true},
		{"Russian Justice Ministry", "Russian Interior Ministry", false},
		{"Norland", "Norland government", false},
		{"", "", true},
		{"Anna Kovar", "", false},
	} {
		if got := sameName(test.a, test.b); got != test.want {
			t.Errorf("sameName(%q, %q) = %v", test.a, test.b, got)
		}
	}
}

func TestGoldSentences(t *testing.T) {
	t.Parallel()
	text := "Envoys met.\nMr. Lind left at 5 p.m. Talks go on. \"Soon,\" he said."
	var got []string
	for _, s := range goldSentences(text) {
		got = append(got, text[s.start:s.end])
	}
	want := []string{"Envoys met.\n", "Mr. Lind left at 5 p.m. ", "Talks go on. ", "\"Soon,\" he said."}
	if len(got) != len(want) {
		t.Fatalf("sentences are %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("sentence %d is %q, want %q", i, got[i], want[i])
		}
	}
}

func TestTalksCountsEachLayer(t *testing.T) {
	t.Parallel()
	text := "\nAnna Kovar said talks would resume. Norland attacked the port on Friday."
	gold := talk{
		Statements: []parley.Statement{{Content: []string{"talks would resume"}, Speaker: "Anna Kovar", Kind: parley.PersonSource}},
		Events: []parley.Event{{Type: parley.Assault, Status: parley.Happened, Actors: []string{"NOR"}, Recipients: []string{"SUD"},
			Start: "2025-06-06", Quotes: []string{"Norland attacked the port"}}},
		Positions: []parley.Position{{Party: "NOR", Issue: "talks", Stance: parley.Supports, Quotes: []string{"talks would resume"}}},
	}
	got := talk{
		Statements: []parley.Statement{{Content: []string{"talks would resume"}, Speaker: "Per Holm", Kind: parley.PersonSource}},
		Events: []parley.Event{{Type: parley.Assault, Status: parley.Happened, Actors: []string{"NOR"},
			Start: "2025-06-06", Quotes: []string{"Norland attacked the port on Friday"}}},
		Positions: []parley.Position{{Party: "NOR", Issue: "talks", Stance: parley.Demands, Quotes: []string{"talks would resume"}}},
	}
	tally := newTalksTally()
	tally.add("a", text, gold, got)
	scores := tally.result()
	for name, want := range map[string]float64{
		"statement_f1": 1, "statement_words_f1": 1, "statement_who_f1": 0, "event_f1": 1, "event_args_f1": 0,
		"position_f1": 1, "position_stance_f1": 0, "proposal_f1": 0,
	} {
		if value, ok := scores.Get(name); !ok || math.Abs(value-want) > 1e-9 {
			t.Errorf("%s = %v, want %v", name, value, want)
		}
	}
}

func TestLikeness(t *testing.T) {
	t.Parallel()
	if got := likeness("araghchi", "araqchi"); math.Abs(got-2.0*6/15) > 1e-9 {
		t.Errorf("likeness = %v, want 12/15", got)
	}
}
