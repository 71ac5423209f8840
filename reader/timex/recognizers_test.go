package timex

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/parleyrecord/parley/english"
)

// recognizersFloor is the least part of the dates and date ranges in the
// Microsoft Recognizers specification that must resolve as it says.
const recognizersFloor = 0.89

// recognizerCase is one case of DateTimeModel.json.
type recognizerCase struct {
	Input   string
	Context struct{ ReferenceDateTime string }
	// NotSupported names the implementations that fail the case.
	NotSupported string
	Results      []struct {
		Text       string
		TypeName   string
		Start, End int
		Resolution struct {
			Values []recognizerValue `json:"values"`
		}
	}
}

type recognizerValue struct{ Timex, Value, Start, End, Mod string }

// TestRecognizers measures dates and date ranges against the Recognizers
// specification, without the cases that its reference implementation fails. One
// is right where its days or its TIMEX value are among those of the
// specification.
func TestRecognizers(t *testing.T) {
	t.Parallel()
	cases := readRecognizers(t, "../../../shared/data/time.tar.gz")
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	right, total := 0, 0
	for _, c := range cases {
		if strings.Contains(c.NotSupported, "dotnet") || c.Context.ReferenceDateTime == "" {
			continue
		}
		reference, err := time.Parse("2006-01-02", c.Context.ReferenceDateTime[:10])
		if err != nil {
			t.Fatal(err)
		}
		found := Find(engine.Parse(c.Input), reference, time.UTC)
		for _, gold := range c.Results {
			if gold.TypeName != "datetimeV2.date" && gold.TypeName != "datetimeV2.daterange" {
				continue
			}
			total++
			start, end := byteSpan(c.Input, gold.Start, gold.End)
			if resolves(found, start, end, gold.Resolution.Values) {
				right++
			} else if testing.Verbose() {
				t.Logf("%s | %s | %+v | %s", c.Input, gold.Text, gold.Resolution.Values, foundIn(c.Input, found))
			}
		}
	}
	share := float64(right) / float64(total)
	t.Logf("dates and ranges: %d of %d right, %.3f", right, total, share)
	if share < recognizersFloor {
		t.Errorf("%.3f of the dates are right, below %.2f", share, recognizersFloor)
	}
}

// byteSpan turns the specification's span, in UTF-16 units with the last one
// included, into bytes.
func byteSpan(text string, first, last int) (start, end int) {
	start, end = len(text), len(text)
	units := 0
	for i, r := range text {
		if units == first {
			start = i
		}
		if units == last+1 {
			end = i
		}
		units += utf16.RuneLen(r)
	}
	return start, end
}

func foundIn(text string, found []Expression) string {
	var list []string
	for _, e := range found {
		list = append(list, describe(text, e))
	}
	return strings.Join(list, "; ")
}

// resolves tells whether one of the expressions that touch a stretch of the text
// means one of the values.
func resolves(found []Expression, start, end int, values []recognizerValue) bool {
	for _, e := range found {
		if e.Start >= end || e.End <= start {
			continue
		}
		for _, v := range values {
			if e.Value == v.Timex || v.modifies(e) || v.matches(e) {
				return true
			}
		}
	}
	return false
}

// modifies compares a part of a month or year ("mid-November"), of which the
// specification gives the days and Parley the modifier.
func (v recognizerValue) modifies(e Expression) bool {
	mods := map[string]string{"start": "START", "mid": "MID", "end": "END"}
	for name, mod := range mods {
		if strings.HasSuffix(v.Mod, name) && e.Mod == mod {
			return strings.HasPrefix(v.Start+v.End, e.Value) || strings.HasPrefix(v.Start, e.Value)
		}
	}
	return false
}

// matches compares days. The specification's ends are exclusive, but for ranges
// that name their last day and lengths of time that end now.
func (v recognizerValue) matches(e Expression) bool {
	if e.From == "" {
		return false
	}
	day := func(t time.Time) string { return t.Format("2006-01-02") }
	from, to, after := day(e.From.First()), day(e.To.Last()), day(e.To.Last().AddDate(0, 0, 1))
	last := day(e.To.First())
	switch {
	case v.Value != "":
		return from == v.Value && to == v.Value
	case v.Start != "" && v.End != "":
		return from == v.Start && (after == v.End || (e.Range || e.Type == Duration) && (last == v.End || to == v.End))
	case v.Start != "":
		return e.Signal == Since && from == v.Start || e.Signal == After && (after == v.Start || from == v.Start)
	case v.End != "":
		return e.Signal != "" && (from == v.End || after == v.End)
	}
	return false
}

func readRecognizers(t *testing.T, archive string) []recognizerCase {
	t.Helper()
	file, err := os.Open(archive)
	if err != nil {
		t.Skipf("the Recognizers specification is not here: %v", err)
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	entries := tar.NewReader(unzipped)
	for {
		entry, err := entries.Next()
		if errors.Is(err, io.EOF) {
			t.Fatalf("%s holds no DateTimeModel.json", archive)
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(entry.Name, "/DateTimeModel.json") {
			continue
		}
		data, err := io.ReadAll(entries)
		if err != nil {
			t.Fatal(err)
		}
		var cases []recognizerCase
		if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), &cases); err != nil {
			t.Fatal(err)
		}
		return cases
	}
}
