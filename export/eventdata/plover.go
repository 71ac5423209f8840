package eventdata

import (
	"encoding/json"
	"io"
	"strconv"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// ploverRecord is an event with the fields of PLOVER 2.0's JSON (manual, chapter
// 6); what stands below "parley" is Parley's own.
type ploverRecord struct {
	ID         string         `json:"id"`
	Date       string         `json:"date"`
	EndDate    string         `json:"enddate,omitempty"`
	Actor      []ploverActor  `json:"actor"`
	Recipient  []ploverActor  `json:"recipient,omitempty"`
	Event      []string       `json:"event"`
	Location   *ploverPlace   `json:"event_loc,omitempty"`
	EventText  []string       `json:"event_text,omitempty"`
	QuadCode   int            `json:"quad_code"`
	EventScale *float64       `json:"event_scale,omitempty"`
	Mode       []string       `json:"mode,omitempty"`
	Context    []string       `json:"context,omitempty"`
	Text       string         `json:"text,omitempty"`
	Cite       ploverCitation `json:"cite_info"`
	Dead       float64        `json:"dead,omitempty"`
	Injured    float64        `json:"injured,omitempty"`
	Parley     parleyFields   `json:"parley"`
}

type ploverActor struct {
	Code           string `json:"code,omitempty"`
	Sector         string `json:"sector,omitempty"`
	EntityText     string `json:"entity_text,omitempty"`
	IdentifierID   string `json:"identifier_id,omitempty"` // Wikidata
	IdentifierText string `json:"identifier_text,omitempty"`
	Office         string `json:"office,omitempty"`
}

type ploverPlace struct {
	ExtractedPlace string  `json:"extracted_place"`
	ResolvedPlace  string  `json:"resolved_place,omitempty"`
	GeoNameID      int     `json:"geonameid,omitempty"`
	Lat            float64 `json:"lat,omitempty"`
	Lon            float64 `json:"lon,omitempty"`
	Province       string  `json:"province,omitempty"`
	Country        string  `json:"country,omitempty"`
	CountryCode    string  `json:"country_code,omitempty"`
}

type ploverCitation struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Language    string `json:"language"`
	Publication string `json:"publication,omitempty"`
	Coder       string `json:"coder"`
}

// parleyFields are the item as the reading has it, and its evidence.
type parleyFields struct {
	Type      parley.EventType  `json:"type"`
	Mode      parley.Mode       `json:"mode,omitempty"`
	Status    parley.Status     `json:"status"`
	CAMEO     string            `json:"cameo"`
	Start     parley.Date       `json:"start,omitempty"`
	End       parley.Date       `json:"end,omitempty"`
	Mediators []string          `json:"mediators,omitempty"`
	By        string            `json:"by,omitempty"`
	Figures   []parley.Figure   `json:"figures,omitempty"`
	Certainty float64           `json:"certainty"`
	Document  string            `json:"document"`
	Version   string            `json:"version"`
	Published parley.Date       `json:"published,omitempty"`
	Sentence  string            `json:"sentence"`
	Spans     []parley.Evidence `json:"spans"`
}

// writePLOVER writes a line of JSON for each event and act. Several actors stand in one
// list; statements are left out, as PLOVER has no type for them.
func writePLOVER(w io.Writer, l *lexicon.Lexicon, coder string, events []Event) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, e := range events {
		if e.Type == "" {
			continue
		}
		if err := encoder.Encode(e.plover(l, coder)); err != nil {
			return err
		}
	}
	return nil
}

func (e Event) plover(l *lexicon.Lexicon, coder string) ploverRecord {
	quad, _ := ploverQuad(e.Type)
	r := ploverRecord{
		ID: e.ID, Date: fullDay(e.Of.Start), EndDate: fullDay(e.Of.End), Actor: ploverActors(e.Actors), Recipient: ploverActors(e.Recipients),
		Event: []string{e.Type}, Location: e.ploverPlace(l), EventText: e.Of.Quotes, QuadCode: quad, Context: e.Of.Contexts, Text: e.Sentence,
		Cite: ploverCitation{URL: e.URL, Title: e.Title, Language: "en", Publication: e.Outlet, Coder: coder},
		Dead: count(e.Of.Figures, "killed"), Injured: count(e.Of.Figures, "injured"),
		Parley: parleyFields{
			Type: e.Of.Type, Mode: e.Of.Mode, Status: e.Of.Status, CAMEO: e.CAMEO, Start: e.Of.Start, End: e.Of.End, Mediators: e.Of.Mediators,
			By: e.Of.By, Figures: e.Of.Figures, Certainty: e.Of.Certainty, Document: e.Document, Version: e.Version, Published: e.Published,
			Sentence: e.Sentence, Spans: e.Of.Spans,
		},
	}
	if e.Mode != "" {
		r.Mode = []string{e.Mode}
	}
	if value, err := strconv.ParseFloat(score(e.Type, e.Mode), 64); err == nil {
		r.EventScale = &value
	}
	return r
}

func ploverActors(actors []Actor) []ploverActor {
	all := make([]ploverActor, 0, len(actors))
	for _, a := range actors {
		all = append(all, ploverActor{Code: a.Country, Sector: a.Sector, EntityText: a.Raw, IdentifierID: a.Wikidata, IdentifierText: a.Name, Office: a.Title})
	}
	return all
}

func (e Event) ploverPlace(l *lexicon.Lexicon) *ploverPlace {
	if e.Of.Place == "" {
		return nil
	}
	at := e.Where
	return &ploverPlace{
		ExtractedPlace: e.Of.Place, ResolvedPlace: at.Name, GeoNameID: at.GeoNames, Lat: at.Latitude, Lon: at.Longitude,
		Province: at.Region, Country: countryName(l, at.Country), CountryCode: at.Country,
	}
}

// count is the one figure of a kind that an event has; 0 where it has none, or
// several that differ.
func count(figures []parley.Figure, kind parley.FigureKind) float64 {
	n := 0.0
	for _, f := range figures {
		if f.What != kind {
			continue
		}
		if n != 0 && n != f.N {
			return 0
		}
		n = f.N
	}
	return n
}
