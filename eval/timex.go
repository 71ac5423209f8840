package eval

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// Timex scores the time expressions found in every *.tml below the folders, by
// the definitions of TempEval-3 (UzZaman et al. 2013, section 5): an answer
// overlaps a gold expression (relaxed) or has its extent to the letter (strict);
// type and value are F1 over relaxed matches whose attribute is right. The
// creation time of a document is given and not scored. Errors are grouped by
// kind: missed, spurious, extent, type, value.
func Timex(folders ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	var tally timexTally
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || filepath.Ext(path) != ".tml" {
				return err
			}
			doc, err := readTimeML(path)
			if err != nil {
				return err
			}
			tally.add(doc, timex.Find(engine.Parse(doc.text), doc.created, time.UTC))
			return nil
		})
		if err != nil {
			return Scores{}, fmt.Errorf("read TimeML below %s: %w", folder, err)
		}
	}
	return tally.result(), nil
}

// timeDocument is a TimeML document: its text without tags, and its TIMEX3.
type timeDocument struct {
	path    string
	text    string
	created time.Time
	gold    []goldTimex
}

type goldTimex struct {
	start, end  int
	kind, value string
}

// readTimeML reads the text and the time expressions of a TimeML file. Tags
// inside the text take no room; the tag TEXT bounds it.
func readTimeML(path string) (timeDocument, error) {
	file, err := os.Open(path)
	if err != nil {
		return timeDocument{}, fmt.Errorf("read TimeML: %w", err)
	}
	defer file.Close()
	reader := timeReader{doc: timeDocument{path: path}}
	decoder := xml.NewDecoder(file)
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			reader.doc.text = reader.text.String()
			return reader.doc, nil
		}
		if err != nil {
			return timeDocument{}, fmt.Errorf("read TimeML %s: %w", path, err)
		}
		if err := reader.take(token); err != nil {
			return timeDocument{}, fmt.Errorf("read TimeML %s: %w", path, err)
		}
	}
}

type timeReader struct {
	doc    timeDocument
	text   strings.Builder
	inText bool
	open   []goldTimex
}

func (r *timeReader) take(token xml.Token) error {
	switch token := token.(type) {
	case xml.StartElement:
		return r.start(token)
	case xml.EndElement:
		r.end(token.Name.Local)
	case xml.CharData:
		if r.inText {
			r.text.Write(token)
		}
	}
	return nil
}

func (r *timeReader) start(element xml.StartElement) error {
	switch {
	case element.Name.Local == "TEXT":
		r.inText = true
	case element.Name.Local != "TIMEX3":
	case r.inText:
		r.open = append(r.open, goldTimex{start: r.text.Len(), kind: attribute(element, "type"), value: attribute(element, "value")})
	case attribute(element, "functionInDocument") == "CREATION_TIME":
		created, err := time.Parse("2006-01-02", firstBytes(attribute(element, "value"), len("2006-01-02")))
		if err != nil {
			return fmt.Errorf("its creation time: %w", err)
		}
		r.doc.created = created
	}
	return nil
}

func (r *timeReader) end(name string) {
	switch {
	case name == "TEXT":
		r.inText = false
	case name == "TIMEX3" && len(r.open) > 0:
		gold := r.open[len(r.open)-1]
		r.open = r.open[:len(r.open)-1]
		gold.end = r.text.Len()
		r.doc.gold = append(r.doc.gold, gold)
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func firstBytes(text string, n int) string { return text[:min(n, len(text))] }

// timexTally pools the counts over documents.
type timexTally struct {
	gold, system           int
	goldFound, systemRight int // relaxed
	strict                 int
	typeRight, valueRight  int // of goldFound
	scores                 Scores
}

func (t *timexTally) add(doc timeDocument, found []timex.Expression) {
	t.gold += len(doc.gold)
	t.system += len(found)
	for _, g := range doc.gold {
		t.addGold(doc, g, found)
	}
	for _, e := range found {
		if overlapsGold(e, doc.gold) {
			t.systemRight++
			continue
		}
		t.scores.Miss("spurious", doc.place(e.Start), "%q %s %s", doc.text[e.Start:e.End], e.Type, e.Value)
	}
}

func (t *timexTally) addGold(doc timeDocument, g goldTimex, found []timex.Expression) {
	place, words := doc.place(g.start), doc.text[g.start:g.end]
	e, ok := mostOverlapping(g, found)
	if !ok {
		t.scores.Miss("missed", place, "%q %s %s", words, g.kind, g.value)
		return
	}
	t.goldFound++
	answer := doc.text[e.Start:e.End]
	if e.Start == g.start && e.End == g.end {
		t.strict++
	} else {
		t.scores.Miss("extent", place, "%q, found %q", words, answer)
	}
	if string(e.Type) == g.kind {
		t.typeRight++
	} else {
		t.scores.Miss("type", place, "%q %s, found %s", words, g.kind, e.Type)
	}
	if e.Value == g.value {
		t.valueRight++
	} else {
		t.scores.Miss("value", place, "%q %s, found %s", words, g.value, e.Value)
	}
}

func (d *timeDocument) place(offset int) string {
	return fmt.Sprintf("%s:%d", filepath.Base(d.path), offset)
}

func overlapsGold(e timex.Expression, gold []goldTimex) bool {
	for _, g := range gold {
		if e.Start < g.end && g.start < e.End {
			return true
		}
	}
	return false
}

// mostOverlapping is the answer that shares the most bytes with a gold
// expression.
func mostOverlapping(g goldTimex, found []timex.Expression) (best timex.Expression, ok bool) {
	shared := 0
	for _, e := range found {
		if n := min(e.End, g.end) - max(e.Start, g.start); n > shared {
			best, shared, ok = e, n, true
		}
	}
	return best, ok
}

func (t *timexTally) result() Scores {
	relaxed := harmonic(ratio(t.systemRight, t.system), ratio(t.goldFound, t.gold))
	t.scores.Set("extent_relaxed_f1", relaxed)
	t.scores.Set("extent_strict_f1", Counts{t.strict, t.gold, t.system}.F1())
	t.scores.Set("type_f1", relaxed*ratio(t.typeRight, t.goldFound))
	t.scores.Set("value_f1", relaxed*ratio(t.valueRight, t.goldFound))
	return t.scores
}

func harmonic(precision, recall float64) float64 {
	if precision+recall == 0 {
		return 0
	}
	return 2 * precision * recall / (precision + recall)
}
