package reader

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
	"github.com/parleyrecord/parley/reader/events"
	"github.com/parleyrecord/parley/reader/positions"
	"github.com/parleyrecord/parley/reader/timex"
)

// method names the rules by which readings are made; it changes when they do,
// so that what was read by other rules can be told apart and read again.
const method = "11"

// Reader reads documents. It is safe for concurrent use.
type Reader struct {
	engine  *english.Engine
	lexicon *lexicon.Lexicon
	version string
}

// New makes a reader over an English engine and a lexicon.
func New(engine *english.Engine, lex *lexicon.Lexicon) *Reader {
	sum := sha256.Sum256([]byte(method + " " + lex.Version() + " " + engine.Version()))
	return &Reader{engine: engine, lexicon: lex, version: hex.EncodeToString(sum[:])[:12]}
}

// Version names the rules, the lexicon and the model that make the readings.
func (r *Reader) Version() string { return r.version }

// Read reads one document. It returns an error of kind NotEnglish for a text in
// another language, and those of Document.Validate.
func (r *Reader) Read(d parley.Document) (parley.Reading, error) {
	if err := d.Validate(); err != nil {
		return parley.Reading{}, err
	}
	body := d.Body()
	if !english.IsEnglish(body) {
		return parley.Reading{}, &parley.Error{Kind: parley.NotEnglish, Subject: d.ID, Problem: "the text is not in English", Mend: "Parley reads English only; leave the document out"}
	}
	outlet, _ := r.lexicon.Outlet(d.Outlet)
	zone := zoneOf(d, outlet)
	published := d.Published
	if !published.IsZero() {
		published = published.In(zone)
	}
	text := r.engine.ParseReport(body)
	day := parley.DayOf(published)
	p := &page{text: text, reading: parley.Reading{Doc: d.ID, Version: d.Version(), Reader: r.version}}
	p.times = timex.Find(text, published, zone)
	p.cast = actors.Find(text, r.lexicon, day, outlet.Country)
	p.attributions = attribution.Find(text, p.cast, r.lexicon, outlet)
	p.reading.Statements, p.reading.Beliefs = attribution.Statements(text, p.attributions)
	p.reading.Statements = slices.DeleteFunc(p.reading.Statements, func(s parley.Statement) bool {
		return s.Kind == parley.MediaSource && s.Speaker != "" && s.Speaker == outlet.Name // an outlet is no source of its own
	})
	scene := events.Input{Text: text, Cast: p.cast, Times: p.times, Lexicon: r.lexicon, Day: day, Voice: p.voice}
	p.reading.Events, p.reading.Acts = events.Find(scene), events.Acts(scene)
	p.reading.Positions, p.reading.Proposals = positions.Find(positions.Input{
		Text: text, Cast: p.cast, Attributions: p.attributions, Times: p.times, Lexicon: r.lexicon, Day: day,
	})
	p.reading.Dated = datedSentences(text, p.times)
	p.addActors(r.lexicon)
	return p.reading, nil
}

// zoneOf is the zone in which a document counts its days: the one that it
// states, that of its outlet, or UTC.
func zoneOf(d parley.Document, outlet lexicon.Outlet) *time.Location {
	for _, name := range []string{d.Zone, outlet.Zone} {
		if name == "" {
			continue
		}
		if zone, err := time.LoadLocation(name); err == nil {
			return zone
		}
	}
	if !d.Published.IsZero() {
		return d.Published.Location()
	}
	return time.UTC
}
