package eventdata

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// GDELTColumns are the columns of GDELT 2.0's event table, in their order, and
// behind them those of Parley's own.
var GDELTColumns = append(append(append(append(
	strings.Fields("GLOBALEVENTID SQLDATE MonthYear Year FractionDate"),
	gdeltActorColumns("Actor1", "Actor2")...),
	strings.Fields("IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone")...),
	gdeltPlaceColumns("Actor1", "Actor2", "Action")...),
	append([]string{"DATEADDED", "SOURCEURL"}, own...)...)

func gdeltActorColumns(whose ...string) []string {
	var all []string
	for _, who := range whose {
		for part := range strings.FieldsSeq("Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code") {
			all = append(all, who+part)
		}
	}
	return all
}

func gdeltPlaceColumns(whose ...string) []string {
	var all []string
	for _, who := range whose {
		for part := range strings.FieldsSeq("Type Fullname CountryCode ADM1Code ADM2Code Lat Long FeatureID") {
			all = append(all, who+"Geo_"+part)
		}
	}
	return all
}

// writeGDELT writes a line for each dyad of each event, act and statement, by CAMEO.
func writeGDELT(w io.Writer, l *lexicon.Lexicon, events []Event) error {
	for _, e := range events {
		for n, dyad := range e.Dyads(l) {
			if err := writeRow(w, e.gdelt(dyad, n)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (e Event) gdelt(dyad Dyad, n int) []string {
	cells := append([]string{e.number(n)}, gdeltDates(e.Of.Start)...)
	cells = append(cells, gdeltActor(dyad.Source)...)
	cells = append(cells, gdeltActor(dyad.Target)...)
	root := "0"
	if e.Lead {
		root = "1"
	}
	base := e.CAMEO[:min(3, len(e.CAMEO))]
	cells = append(cells, root, e.CAMEO, base, e.CAMEO[:2], cameoQuad(e.CAMEO), Goldstein(e.CAMEO), strconv.Itoa(len(e.Of.Quotes)), "1", "1", "")
	cells = append(cells, make([]string, 2*8)...) // where the actors are is not read
	cells = append(cells, e.gdeltPlace()...)
	cells = append(cells, "", e.URL)
	return append(cells, e.ownCells()...)
}

// number is a whole number for a dyad of an event: GDELT's identifiers are numbers.
func (e Event) number(n int) string {
	id, err := strconv.ParseUint(e.ID[:min(13, len(e.ID))], 16, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatUint(id*1000+uint64(n), 10)
}

// gdeltDates are the day, month, year and fraction of the year, each only where
// the text gives it.
func gdeltDates(d parley.Date) []string {
	var day, month, year, fraction string
	at := d.First()
	switch d.Granularity() {
	case parley.Day:
		day = at.Format("20060102")
		part := float64(int(at.Month())*30+at.Day()) / 365
		fraction = fmt.Sprintf("%.4f", float64(at.Year())+min(part, .9999))
		fallthrough
	case parley.Month:
		month = at.Format("200601")
		fallthrough
	case parley.Year:
		year = at.Format("2006")
	}
	return []string{day, month, year, fraction}
}

func gdeltActor(a Actor) []string {
	country, group := a.Country, ""
	if o, ok := tables().organisations[a.Party]; ok {
		country, group = "", strings.TrimPrefix(o.cameo, "IGO")
	} else if len(country) != len("ISO") || country == "IGO" || country == "NGO" || country == "IMG" {
		country = ""
	}
	sector := a.Sector
	if a.known.Kind == parley.StateActor {
		sector = ""
	}
	return []string{a.CAMEO(), a.Name, country, group, "", "", "", sector, "", ""}
}

// gdeltPlace is where the event took place. GDELT's country codes are FIPS 10-4 and
// its feature ids those of GNS, of which Parley knows none.
func (e Event) gdeltPlace() []string {
	kind := ""
	switch {
	case e.Where.Kind == "":
	case e.Where.Kind == "country":
		kind = "1"
	case e.Where.Country == "USA" && (e.Where.Kind == "city" || e.Where.Kind == "capital" || e.Where.Kind == "seat"):
		kind = "3"
	case e.Where.Kind == "city" || e.Where.Kind == "capital" || e.Where.Kind == "seat":
		kind = "4"
	}
	return []string{kind, e.Of.Place, "", "", "", degrees(e.Where, e.Where.Latitude), degrees(e.Where, e.Where.Longitude), ""}
}
