package eventdata_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/export/eventdata"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/sample"
	"github.com/parleyrecord/parley/store"
)

var update = flag.Bool("update", false, "write the expected files anew")

func engine(t *testing.T) *english.Engine {
	t.Helper()
	e, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// article is an article of the sample.
func article(t *testing.T, name string) parley.Document {
	t.Helper()
	content, err := sample.Files.ReadFile("articles/" + name)
	if err != nil {
		t.Fatal(err)
	}
	var d parley.Document
	if err := json.Unmarshal(content, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// TestFormatsOfOneReading: one reading of an article, kept beside what each format
// makes of it. Run with -update after a format changes, and read the difference.
func TestFormatsOfOneReading(t *testing.T) {
	t.Parallel()
	d := article(t, "cordell-2025-10-22-rosneft.json")
	var r parley.Reading
	content, err := os.ReadFile("testdata/rosneft.reading.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(content, &r); err != nil {
		t.Fatal(err)
	}
	coder := &eventdata.Coder{Lexicon: lexicon.Default(), Engine: engine(t)}
	for format, file := range map[string]string{"plover": "rosneft.plover.jsonl", "polecat": "rosneft.polecat.tsv", "cameo": "rosneft.cameo.tsv"} {
		var got bytes.Buffer
		w, err := eventdata.NewWriter(&got, format, coder)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(d, r); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", file)
		if *update {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%s differs from %s:\n%s", format, path, got.String())
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	t.Parallel()
	if _, err := eventdata.NewWriter(&bytes.Buffer{}, "icews", &eventdata.Coder{Lexicon: lexicon.Default()}); err == nil || !strings.Contains(err.Error(), "plover, polecat, cameo") {
		t.Errorf("the error %v does not name the formats", err)
	}
}

// TestSampleHoldsTheRules reads and codes every article of the sample: each table
// has its columns in every line, each event has the id that the record gives it,
// and types, codes and dates are those of the standards.
func TestSampleHoldsTheRules(t *testing.T) {
	t.Parallel()
	e, lex := engine(t), lexicon.Default()
	read := reader.New(e, lex)
	coder := &eventdata.Coder{Lexicon: lex, Engine: e}
	files, err := fs.Glob(sample.Files, "articles/*.json")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d articles, %v", len(files), err)
	}
	coded := 0
	for _, file := range files {
		d := article(t, strings.TrimPrefix(file, "articles/"))
		r, err := read.Read(d)
		if err != nil {
			t.Fatal(err)
		}
		checkColumns(t, coder, d, r)
		known := mentionIDs(t, lex, d, r)
		for _, one := range coder.Code(d, r) {
			coded++
			checkEvent(t, d, one)
			if one.Of.Type != "" && slices.Contains(parley.EventTypes, one.Of.Type) && !slices.Contains(parley.ActTypes, one.Of.Type) && !known[one.ID] {
				t.Errorf("%s: the record has no mention %s of %q", d.ID, one.ID, one.Of.Quotes)
			}
		}
	}
	if coded < 200 {
		t.Errorf("only %d events, acts and statements in the sample", coded)
	}
}

func mentionIDs(t *testing.T, lex *lexicon.Lexicon, d parley.Document, r parley.Reading) map[string]bool {
	t.Helper()
	mentions, err := record.Mentions(lex, store.Document{Document: d, Version: d.Version()}, r, nil)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for _, m := range mentions {
		ids[m.ID] = true
	}
	return ids
}

func checkColumns(t *testing.T, coder *eventdata.Coder, d parley.Document, r parley.Reading) {
	t.Helper()
	for format, columns := range map[string]int{"polecat": len(eventdata.POLECATColumns), "cameo": len(eventdata.GDELTColumns)} {
		var out bytes.Buffer
		w, err := eventdata.NewWriter(&out, format, coder)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(d, r); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if n := strings.Count(line, "\t") + 1; n != columns {
				t.Errorf("%s: %s: %d cells for %d columns: %s", d.ID, format, n, columns, line)
			}
		}
	}
}

var ploverTypes = strings.Fields("AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT")

func checkEvent(t *testing.T, d parley.Document, e eventdata.Event) {
	t.Helper()
	if e.Of.Type != "" && !slices.Contains(ploverTypes, e.Type) {
		t.Errorf("%s: %q is no type of PLOVER (%s %s)", d.ID, e.Type, e.Of.Type, e.Of.Code)
	}
	if len(e.CAMEO) < 3 || eventdata.Goldstein(e.CAMEO) == "" && e.CAMEO != "176" {
		t.Errorf("%s: CAMEO %q has no value on Goldstein's scale", d.ID, e.CAMEO)
	}
	if e.Sentence == "" || len(e.Of.Quotes) > 0 && !strings.Contains(e.Sentence, e.Of.Quotes[0]) {
		t.Errorf("%s: the sentence %q does not hold %q", d.ID, e.Sentence, e.Of.Quotes)
	}
}

func TestColumnsOfTheStandards(t *testing.T) {
	t.Parallel()
	if n := slices.Index(eventdata.POLECATColumns, "Parley ID"); n != 40 {
		t.Errorf("POLECAT has 40 columns, not %d", n)
	}
	if n := slices.Index(eventdata.GDELTColumns, "Parley ID"); n != 61 {
		t.Errorf("GDELT 2.0 has 61 columns, not %d", n)
	}
	for place, name := range map[int]string{0: "GLOBALEVENTID", 5: "Actor1Code", 25: "IsRootEvent", 26: "EventCode", 51: "ActionGeo_Type", 60: "SOURCEURL"} {
		if got := eventdata.GDELTColumns[place]; got != name {
			t.Errorf("column %d of GDELT is %s, want %s", place, got, name)
		}
	}
}
