package eventdata

import (
	"io"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// POLECATColumns are the columns of the public POLECAT files, in their order, and
// behind them those of Parley's own.
var POLECATColumns = append([]string{
	"Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
	"Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
	"Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID",
	"Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
	"Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
}, own...)

// writePOLECAT writes a line for each event. Several actors stand in one cell, parted
// by semicolons; statements are left out, as PLOVER has no type for them.
func writePOLECAT(w io.Writer, l *lexicon.Lexicon, events []Event) error {
	for _, e := range events {
		if e.Type == "" {
			continue
		}
		if err := writeRow(w, e.polecat(l)); err != nil {
			return err
		}
	}
	return nil
}

func (e Event) polecat(l *lexicon.Lexicon) []string {
	_, quad := ploverQuad(e.Type)
	cells := []string{e.ID, fullDay(e.Of.Start), e.Type, e.Mode, score(e.Type, e.Mode), quad, strings.Join(e.Of.Contexts, ";")}
	cells = append(cells, polecatActors(l, e.Actors)...)
	cells = append(cells, polecatActors(l, e.Recipients)...)
	cells = append(cells, e.polecatPlace(l)...)
	cells = append(cells, e.Outlet, string(e.Published), "", "", "", "en", "")
	return append(cells, e.ownCells()...)
}

func polecatActors(l *lexicon.Lexicon, actors []Actor) []string {
	first := ""
	if len(actors) > 0 {
		first = actors[0].Sector
	}
	return []string{
		joined(actors, ";", func(a Actor) string { return a.Name }),
		joined(actors, ";", func(a Actor) string { return countryName(l, a.Country) }),
		"", // Correlates of War codes
		first,
		joined(actors, ";", func(a Actor) string { return a.Sector }),
		joined(actors, ";", func(a Actor) string { return a.Title }),
		joined(actors, ";", func(a Actor) string { return a.Raw }),
		"", // Wikipedia's page; Wikidata ids stand in PLOVER's format
	}
}

// polecatPlace are the cells of a place: what is known of it, the text's words,
// and the kind of place.
func (e Event) polecatPlace(l *lexicon.Lexicon) []string {
	at := e.Where
	city := ""
	switch at.Kind {
	case "capital", "city":
		city = at.Name
	}
	return []string{
		at.Name, city, "", at.Region, countryName(l, at.Country), degrees(at, at.Latitude), degrees(at, at.Longitude), geoNames(at), e.Of.Place, string(at.Kind),
	}
}

// fullDay is a date of which the day is known; "" for any other.
func fullDay(d parley.Date) string {
	if d.Granularity() != parley.Day {
		return ""
	}
	return string(d)
}

func countryName(l *lexicon.Lexicon, code string) string {
	if country, ok := l.Country(code); ok {
		return country.Name
	}
	switch code {
	case "UNO":
		return "United Nations"
	case "EUR":
		return "European Union"
	}
	return code
}

// degrees is a coordinate of a place, "" where the lexicon does not know it.
func degrees(at lexicon.Place, value float64) string {
	if at.Latitude == 0 && at.Longitude == 0 {
		return ""
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

func geoNames(at lexicon.Place) string {
	if at.GeoNames == 0 {
		return ""
	}
	return strconv.Itoa(at.GeoNames)
}
