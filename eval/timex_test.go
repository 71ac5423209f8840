package eval

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A document with four expressions: one right, one with another extent, one with
// another value and type, one that nobody can find; "yesterday" is unmarked.
const timeML = `<?xml version="1.0" ?>
<TimeML>
<DOCID>sample</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-05-21" functionInDocument="CREATION_TIME">May 21, 2025</TIMEX3></DCT>
<TEXT>
The envoys <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2025-05-12">May 12</TIMEX3> &amp; parted.

They met again <TIMEX3 tid="t2" type="DATE" value="2025-W20">earlier last</TIMEX3> week and talked for
<TIMEX3 tid="t3" type="DATE" value="2025">two days</TIMEX3> in <TIMEX3 tid="t4" type="DATE" value="2025">a season of hope</TIMEX3>.

It ended yesterday.
</TEXT>
</TimeML>
`

func TestTimexScores(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	below := filepath.Join(folder, "below")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(below, "sample.tml"), []byte(timeML), 0o644); err != nil {
		t.Fatal(err)
	}
	scores, err := Timex(folder)
	if err != nil {
		t.Fatal(err)
	}
	// Three of four gold expressions are found; three of four answers overlap one.
	want := map[string]float64{
		"extent_relaxed_f1": .75,
		"extent_strict_f1":  .5,
		"type_f1":           .5,
		"value_f1":          .5,
	}
	for name, value := range want {
		if got, ok := scores.Get(name); !ok || math.Abs(got-value) > 1e-9 {
			t.Errorf("%s = %v, want %v", name, got, value)
		}
	}
	kinds := map[string]int{}
	for _, e := range scores.Errors {
		kinds[e.Kind]++
	}
	for kind, n := range map[string]int{"missed": 1, "spurious": 1, "extent": 1, "type": 1, "value": 1} {
		if kinds[kind] != n {
			t.Errorf("%d errors of kind %s, want %d: %v", kinds[kind], kind, n, scores.Errors)
		}
	}
}

func TestTimexNamesTheFileThatIsNoTimeML(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "broken.tml")
	if err := os.WriteFile(path, []byte("<TimeML><TEXT>May"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Timex(filepath.Dir(path)); err == nil || !strings.Contains(err.Error(), "broken.tml") {
		t.Errorf("the error %v does not name the file", err)
	}
}
