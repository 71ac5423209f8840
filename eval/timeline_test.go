package eval

import (
	"math"
	"os"
	"path/filepath"
	"testing"
)

// topic writes a topic of Timeline17's form and returns its folder.
func topic(t *testing.T, articles, timelines string) string {
	t.Helper()
	folder := t.TempDir()
	for name, content := range map[string]string{"articles.jsonl": articles, "timelines.jsonl": timelines} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func wantScores(t *testing.T, scores Scores, want map[string]float64) {
	t.Helper()
	for name, value := range want {
		if got, ok := scores.Get(name); !ok || math.Abs(got-value) > 1e-9 {
			t.Errorf("%s = %v, want %v", name, got, value)
		}
	}
}

// TestTimelineScores: of two days that the newsroom chose, one is found. The
// fair fills more sentences than the accord, but stands far down and is not
// told again; the last article lies outside the timeline's span.
func TestTimelineScores(t *testing.T) {
	t.Parallel()
	folder := topic(t,
		`{"id": "1", "time": "2031-03-02", "text": "Norland signed the accord on March 1 .\nShips left on Saturday ."}
{"id": "2", "time": "2031-03-12", "text": "The accord of March 1 holds .\nNobody broke it ."}
{"id": "3", "time": "2031-04-01", "text": "The accord fell on March 5 ."}`,
		`[["2031-03-01", ["Norland signed the accord ."]], ["2031-03-12", ["Nobody spoke ."]]]`)
	scores, err := Timeline(folder)
	if err != nil {
		t.Fatal(err)
	}
	wantScores(t, scores, map[string]float64{"date_f1": 2. / 3, "count_date_f1": 2. / 3})
}

// TestAlignedRouge: days align where they lie near and share words, and what
// they share counts by how near they lie. Endings and function words do not
// count.
func TestAlignedRouge(t *testing.T) {
	t.Parallel()
	gold := timeline{
		"2031-03-01": {"Norland signed the accord"},
		"2031-03-09": {"A storm closed ports"},
	}
	// The first day shares 3 of 3 words at no distance, the second 1 of 2 a day
	// off: precision (3 + 1/2) / 5. Recall (3 + 1/2) / 6. Pairs: 2 of 2 + 1.
	found := timeline{
		"2031-03-01": {"Norland signs an accord"},
		"2031-03-10": {"Storm passes"},
	}
	rouge1, rouge2 := alignedRouge(found, gold)
	if want := harmonic(3.5/5, 3.5/6); math.Abs(rouge1-want) > 1e-9 {
		t.Errorf("ROUGE-1 is %v, want %v", rouge1, want)
	}
	if want := harmonic(2./3, 2./4); math.Abs(rouge2-want) > 1e-9 {
		t.Errorf("ROUGE-2 is %v, want %v", rouge2, want)
	}
	if one, two := alignedRouge(timeline{}, gold); one != 0 || two != 0 {
		t.Errorf("an empty answer has %v and %v", one, two)
	}
}
