package eval

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
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

// TestTimexOnCorpora keeps the figures on TimeBank, AQUAINT and WikiWars from
// falling. They are measured, never learned from.
func TestTimexOnCorpora(t *testing.T) {
	t.Parallel()
	folder := unpackTimeML(t, "../../shared/data/time.tar.gz")
	cases := []struct {
		folders []string
		floors  map[string]float64
	}{
		{[]string{"TimeBank", "AQUAINT"}, map[string]float64{"extent_relaxed_f1": .93, "extent_strict_f1": .85, "type_f1": .87, "value_f1": .78}},
		{[]string{"tml"}, map[string]float64{"extent_relaxed_f1": .94, "value_f1": .82}},
	}
	for _, c := range cases {
		var folders []string
		for _, name := range c.folders {
			folders = append(folders, filepath.Join(folder, name))
		}
		scores, err := Timex(folders...)
		if err != nil {
			t.Fatal(err)
		}
		for name, floor := range c.floors {
			got, _ := scores.Get(name)
			t.Logf("%v: %s %.4f", c.folders, name, got)
			if got < floor {
				t.Errorf("%v: %s is %.4f, below %.2f", c.folders, name, got, floor)
			}
		}
	}
}

// unpackTimeML writes the *.tml files of an archive into folders named like those
// they lie in.
func unpackTimeML(t *testing.T, archive string) string {
	t.Helper()
	file, err := os.Open(archive)
	if err != nil {
		t.Skipf("the corpora are not here: %v", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	entries := tar.NewReader(unzipped)
	for {
		entry, err := entries.Next()
		if errors.Is(err, io.EOF) {
			return folder
		}
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Ext(entry.Name) != ".tml" {
			continue
		}
		below := filepath.Join(folder, filepath.Base(filepath.Dir(entry.Name)))
		data, err := io.ReadAll(entries)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(below, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(below, filepath.Base(entry.Name)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
