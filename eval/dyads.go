package eval

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/events"
	"github.com/parleyrecord/parley/reader/timex"
)

// Dyads scores who did what to whom on validation records in the layout of
// PETRARCH-2, from their raw text: a dyad is right where source, target and the
// root of the CAMEO code are. Of the records' actor codes the country or
// organisation counts, without sectors; "---" is anybody of no country. Errors
// are grouped as missed and spurious, by root.
func Dyads(files ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	lex := lexicon.Default()
	var s Scores
	var c Counts
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			return Scores{}, fmt.Errorf("read the records: %w", err)
		}
		for _, record := range dyadRecords(string(content)) {
			found := dyadsOf(engine, lex, record)
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
	day      parley.Date
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
		if d := fields["date"]; len(d) == 8 {
			r.day = parley.Date(d[:4] + "-" + d[4:6] + "-" + d[6:])
		}
		for _, coding := range recordCoding.FindAllStringSubmatch(content[at[1]:end], -1) {
			if f := attributes(coding[1]); len(f["eventcode"]) > 1 {
				r.dyads = append(r.dyads, dyad{cameoActor(f["sourcecode"]), cameoActor(f["targetcode"]), f["eventcode"][:2]})
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

// cameoActor is the country or organisation of an actor code.
func cameoActor(code string) string {
	for _, body := range [][2]string{{"IGOEUR", "EU"}, {"IGOUNO", "UN"}, {"IGONAT", "NATO"}, {"IMGMUSISI", "ISIS"}, {"PSEREBHMS", "HAMAS"}} {
		if strings.HasPrefix(code, body[0]) {
			return body[1]
		}
	}
	if strings.HasPrefix(code, "---") || len(code) < 3 {
		return ""
	}
	return code[:3]
}

// cameoSide is the country or organisation of one of Parley's sides: SYR for
// SYROPP.
func cameoSide(side string) string {
	switch side {
	case "HAMAS", "ISIS", "NATO":
		return side
	}
	return side[:min(len(side), 3)]
}

// dyadsOf reads the dyads of a record's text. Where several talk or agree jointly,
// each acts on each; what one does in another's country it does to that country.
func dyadsOf(engine *english.Engine, lex *lexicon.Lexicon, r dyadRecord) []dyad {
	text := engine.Parse("\n" + r.text)
	cast := actors.Find(text, lex, r.day, "")
	in := events.Input{Text: text, Cast: cast, Times: timex.Find(text, r.day.First(), nil), Lexicon: lex, Day: r.day, Voice: silent}
	side := map[string]string{}
	for _, a := range cast.Actors {
		side[a.Name], side[actors.PartyName(a)] = cameoSide(a.Affiliation), cameoSide(a.Affiliation)
	}
	sides := func(names []string) []string {
		var all []string
		for _, name := range names {
			of, ok := side[name]
			if !ok {
				of = cameoSide(name)
			}
			all = append(all, of)
		}
		return all
	}
	var found []dyad
	add := func(source, target, code string) {
		if d := (dyad{source, target, code[:2]}); !slices.Contains(found, d) {
			found = append(found, d)
		}
	}
	for _, e := range slices.Concat(events.Find(in), events.Acts(in)) {
		by, to := sides(e.Actors), sides(e.Recipients)
		if where, ok := lex.Place(e.Place); ok && len(to) == 0 && len(by) == 1 && where.Country != by[0] {
			to = []string{where.Country}
		}
		for i, source := range by {
			for _, target := range to {
				add(source, target, e.Code)
			}
			for j, target := range by {
				if len(to) == 0 && i != j && mutual(e.Type) {
					add(source, target, e.Code)
				}
			}
		}
	}
	return found
}

// mutual tells whether those who act jointly act on each other.
func mutual(kind parley.EventType) bool {
	return kind == parley.Consult || kind == parley.Agree || kind == parley.Cooperate
}

func silent(int, int) events.Voice { return events.Voice{} }
