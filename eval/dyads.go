package eval

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/export/eventdata"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
)

// Dyads scores who did what to whom on validation records in the layout of
// PETRARCH-2, from their raw text, as `parley read --to cameo` codes it: a dyad
// is right where source, target and the root of the CAMEO code are. Of the
// records' actor codes the country or organisation counts, without sectors;
// "---" is anybody of no country. What has no target is no dyad, and two of one
// record that differ only in sectors count once. Errors are grouped as missed
// and spurious, by root.
func Dyads(files ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	coding := dyadReader{reader: reader.New(engine, lexicon.Default()), coder: eventdata.Coder{Lexicon: lexicon.Default()}}
	var s Scores
	var c Counts
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			return Scores{}, fmt.Errorf("read the records: %w", err)
		}
		for _, record := range dyadRecords(string(content)) {
			found, err := coding.dyads(record)
			if err != nil {
				return Scores{}, fmt.Errorf("%s: %w", name, err)
			}
			c.Gold, c.System = c.Gold+len(record.dyads), c.System+len(found)
			for _, d := range record.dyads {
				if slices.Contains(found, d) {
					c.Correct++
				} else {
					s.Miss("missed: "+d.root, record.id, "%s > %s: %s", d.source, d.target, record.text)
				}
			}
			for _, d := range found {
				if !slices.Contains(record.dyads, d) {
					s.Miss("spurious: "+d.root, record.id, "%s > %s: %s", d.source, d.target, record.text)
				}
			}
		}
	}
	s.Set("precision", c.Precision())
	s.Set("recall", c.Recall())
	s.Set("f1", c.F1())
	return s, nil
}

// dyad is who did what to whom.
type dyad struct{ source, target, root string }

type dyadRecord struct {
	id, text string
	day      time.Time
	dyads    []dyad
}

var (
	recordStart  = regexp.MustCompile(`<Sentence ([^>]*)>`)
	recordCoding = regexp.MustCompile(`<EventCoding([^>]*)/>`)
	recordText   = regexp.MustCompile(`(?s)<Text>(.*?)</Text>`)
	recordField  = regexp.MustCompile(`(\w+)="([^"]*)"`)
)

// dyadRecords reads the records of a file, which is not always well-formed XML.
func dyadRecords(content string) []dyadRecord {
	var records []dyadRecord
	starts := recordStart.FindAllStringSubmatchIndex(content, -1)
	for i, at := range starts {
		end := len(content)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		fields := attributes(content[at[2]:at[3]])
		text := recordText.FindStringSubmatch(content[at[1]:end])
		if text == nil || strings.TrimSpace(text[1]) == "" {
			continue
		}
		r := dyadRecord{id: fields["id"], text: strings.Join(strings.Fields(text[1]), " ")}
		r.day, _ = time.Parse("20060102", fields["date"]) // a record without a date has none
		for _, coding := range recordCoding.FindAllStringSubmatch(content[at[1]:end], -1) {
			if f := attributes(coding[1]); len(f["eventcode"]) > 1 {
				r.dyads = appendNew(r.dyads, dyad{cameoActor(f["sourcecode"]), cameoActor(f["targetcode"]), f["eventcode"][:2]})
			}
		}
		records = append(records, r)
	}
	return records
}

func attributes(tag string) map[string]string {
	fields := map[string]string{}
	for _, f := range recordField.FindAllStringSubmatch(tag, -1) {
		fields[f[1]] = f[2]
	}
	return fields
}

// cameoBodies are the organisations told apart by their actor codes, each with the
// code that begins so.
var cameoBodies = []struct{ prefix, body string }{
	{"IGOEUR", "EU"}, {"IGOUNO", "UN"}, {"IGOWST", "NATO"}, {"IMGMUSISI", "ISIS"}, {"PSEREBHMS", "HAMAS"},
}

// cameoActor is the country or organisation of an actor code.
func cameoActor(code string) string {
	for _, b := range cameoBodies {
		if strings.HasPrefix(code, b.prefix) {
			return b.body
		}
	}
	if strings.HasPrefix(code, "---") || len(code) < 3 {
		return ""
	}
	return code[:3]
}

// dyadReader reads and codes records.
type dyadReader struct {
	reader *reader.Reader
	coder  eventdata.Coder
}

// dyads are those that Parley codes in a record's text.
func (r dyadReader) dyads(record dyadRecord) ([]dyad, error) {
	document := parley.Document{ID: record.id, Text: record.text, Published: record.day}
	reading, err := r.reader.Read(document)
	if parley.KindOf(err) == parley.NotEnglish {
		return nil, nil // a handful of names and a verb
	}
	if err != nil {
		return nil, err
	}
	var found []dyad
	for _, e := range r.coder.Code(document, reading) {
		for _, d := range e.Dyads(r.coder.Lexicon) {
			if d.Target.Name != "" {
				found = appendNew(found, dyad{side(d.Source), side(d.Target), e.CAMEO[:2]})
			}
		}
	}
	return found, nil
}

// side is an actor's country or organisation.
func side(a eventdata.Actor) string {
	switch a.Party {
	case "HAMAS", "ISIS":
		return a.Party
	}
	if a.Country == "" && a.Party == "" {
		return "" // a sector alone: anybody's government
	}
	return cameoActor(a.CAMEO())
}

func appendNew[T comparable](list []T, one T) []T {
	if slices.Contains(list, one) {
		return list
	}
	return append(list, one)
}
