package eval

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

func TestRecordCounts(t *testing.T) {
	t.Parallel()
	gold := recordSet{Set: "north",
		Meetings: []goldMeeting{
			{Name: "talks in Oslo", Parties: []string{"NRD", "SDL", "WST"}, Start: "2031-03-03", Status: "held", Documents: []string{"n-1", "n-2", "n-3"}},
			{Name: "call", Parties: []string{"NRD", "SDL"}, Start: "2031-03", Status: "planned", Documents: []string{"n-4"}},
			{Name: "visit", Parties: []string{"NRD", "WST"}, Status: "held", Documents: []string{"n-4"}},
		},
		Disputes: []view.Dispute{
			{Accounts: []parley.Account{{Documents: []string{"n-1"}}, {Documents: []string{"n-2"}}}},
			{Accounts: []parley.Account{{Documents: []string{"n-3"}}, {Documents: []string{"n-3"}}}},
		},
		Copies: [][]string{{"n-1", "n-2", "n-3"}},
	}
	told := recordTold{
		meetings: []view.Meeting{
			// Two of three documents, two of three parties; a document of another set does not count.
			{ID: "a", Parties: []string{"NRD", "SDL"}, Start: "2031-03-03", Status: "held", Documents: []string{"n-1", "n-2", "s-1"}},
			// The first day is not in March.
			{ID: "b", Parties: []string{"NRD", "SDL"}, Start: "2031-04-01", Status: "planned", Documents: []string{"n-4"}},
			{ID: "c", Parties: []string{"NRD", "WST"}, Start: "2031-02-01", Status: "planned", Documents: []string{"n-4"}},
			{ID: "d", Parties: []string{"NRD", "WST"}, Status: "held", Documents: []string{"s-1"}},
		},
		disputes: []view.Dispute{
			// Both accounts stand in a document of one account of the gold's only.
			{Accounts: []parley.Account{{Documents: []string{"n-1"}}, {Documents: []string{"n-1"}}}},
			{Accounts: []parley.Account{{Documents: []string{"n-3"}}, {Documents: []string{"n-3"}}}},
			{Accounts: []parley.Account{{Documents: []string{"n-1"}}, {Documents: []string{"s-1"}}}},
		},
		documents: []view.Document{{ID: "n-1", Group: "g"}, {ID: "n-2", Group: "g"}, {ID: "n-3", Group: "h"}, {ID: "n-4", Group: "h"}, {ID: "s-1", Group: "g"}},
	}
	var tally recordTally
	tally.add(gold, told)
	if want := (Counts{Correct: 2, Gold: 3, System: 3}); tally.meetings != want {
		t.Errorf("meetings %v, want %v", tally.meetings, want)
	}
	if tally.status != 1 || tally.start != 1 {
		t.Errorf("%d right in status and %d in start, want 1 and 1", tally.status, tally.start)
	}
	if want := (Counts{Correct: 1, Gold: 2, System: 2}); tally.disputes != want {
		t.Errorf("disputes %v, want %v", tally.disputes, want)
	}
	if want := (Counts{Correct: 1, Gold: 3, System: 2}); tally.copies != want {
		t.Errorf("copies %v, want %v", tally.copies, want)
	}
	kinds := map[string]int{}
	for _, e := range tally.scores.Errors {
		kinds[e.Kind]++
	}
	if want := map[string]int{"meeting -": 1, "meeting +": 1, "status": 1, "start": 1, "dispute -": 1, "dispute +": 1, "copies -": 2, "copies +": 1}; !maps.Equal(kinds, want) {
		t.Errorf("errors %v, want %v", kinds, want)
	}
}

// TestRecordAgreesWithScript compares the suite, count by count, with the
// script that the gold data came with.
func TestRecordAgreesWithScript(t *testing.T) {
	t.Parallel()
	const folder, script = "../../shared/gold/record", "../../shared/gold/record_score.py"
	if _, err := os.Stat(script); err != nil {
		t.Skip("the shared data is not here: ", err)
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("the script cannot be run: ", err)
	}
	keeper, err := newKeeper()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"iran", "ukraine"} {
		path := filepath.Join(folder, "record-"+set+".json")
		var gold recordSet
		if err := readJSON(path, &gold); err != nil {
			t.Fatal(err)
		}
		tally := recordTally{keeper: keeper}
		told, err := tally.tellSet(folder, gold)
		if err != nil {
			t.Fatal(err)
		}
		output, err := exec.Command(python, append([]string{script, path}, writtenOut(t, told)...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, output)
		}
		tally.add(gold, told)
		found := max(1, tally.meetings.Correct)
		for pattern, want := range map[string]string{
			`meetings .*\((.*) predicted`:   inScript(tally.meetings, "gold"),
			`disputes .*\((.*) predicted`:   inScript(tally.disputes, "gold"),
			`copies .*\((.*) predicted`:     inScript(tally.copies, "gold pairs"),
			`status ([0-9.]+)`:              strconv.FormatFloat(ratio(tally.status, found), 'f', 3, 64),
			`start ([0-9.]+)`:               strconv.FormatFloat(ratio(tally.start, found), 'f', 3, 64),
			`\(Jaccard\) ([0-9.]+)`:         strconv.FormatFloat(tally.overlap/float64(found), 'f', 3, 64),
			`meetings .* F1 ([0-9.]+)`:      strconv.FormatFloat(tally.meetings.F1(), 'f', 3, 64),
			`disputes .* F1 ([0-9.]+)`:      strconv.FormatFloat(tally.disputes.F1(), 'f', 3, 64),
			`(?m)^copies .* F1 ([0-9.]+)`:   strconv.FormatFloat(tally.copies.F1(), 'f', 3, 64),
			`(?m)^meetings +P ([0-9.]+) `:   strconv.FormatFloat(tally.meetings.Precision(), 'f', 3, 64),
			`(?m)^disputes +P ([0-9.]+) `:   strconv.FormatFloat(tally.disputes.Precision(), 'f', 3, 64),
			`(?m)^copies +P .* R ([0-9.]+)`: strconv.FormatFloat(tally.copies.Recall(), 'f', 3, 64),
		} {
			m := regexp.MustCompile(pattern).FindSubmatch(output)
			if m == nil || string(m[1]) != want {
				t.Errorf("%s: the script finds %q in %s, the suite %q", set, m, output, want)
			}
		}
	}
}

func inScript(c Counts, gold string) string {
	return fmt.Sprintf("%d of %d %s, %d", c.Correct, c.Gold, gold, c.System)
}

// writtenOut are files of what the commands print with --json.
func writtenOut(t *testing.T, told recordTold) []string {
	t.Helper()
	var meetings, disputes, documents bytes.Buffer
	for _, err := range []error{export.JSONLines(&meetings, told.meetings), export.JSONLines(&disputes, told.disputes), export.JSONLines(&documents, told.documents)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	var paths []string
	for i, content := range [][]byte{meetings.Bytes(), disputes.Bytes(), documents.Bytes()} {
		paths = append(paths, filepath.Join(t.TempDir(), strconv.Itoa(i)+".jsonl"))
		if err := os.WriteFile(paths[i], content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return paths
}
