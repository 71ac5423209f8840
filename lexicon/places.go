package lexicon

import (
	"slices"
	"strconv"
	"strings"
)

// PlaceKind says what a place is: "capital", "seat" of a region, "city",
// "region", "area", "island", "sea", "strait", "river", "site", "country".
type PlaceKind string

// Place is somewhere that an event may happen.
type Place struct {
	Name    string
	Country string // ISO 3166 alpha-3; empty for seas
	Region  string
	Kind    PlaceKind
	// GeoNames is the place's id there, 0 where unknown.
	GeoNames int
	// Latitude and Longitude are degrees (WGS 84); both are 0 where unknown.
	Latitude, Longitude float64
	Population          int
}

// Place is the most prominent place of a name.
func (l *Lexicon) Place(name string) (Place, bool) {
	if found := l.Places(name); len(found) > 0 {
		return found[0], true
	}
	return Place{}, false
}

// Places are all places of a name, the most prominent first.
func (l *Lexicon) Places(name string) []Place {
	indexes := l.byPlace[NameKey(trimThe(name))]
	if len(indexes) == 0 {
		return nil
	}
	found := make([]Place, len(indexes))
	for i, at := range indexes {
		found[i] = l.places[at]
	}
	return found
}

func (l *Lexicon) compilePlaces(t *tables) error {
	rows := t.rows["places"]
	l.places = make([]Place, 0, len(rows))
	for _, r := range rows {
		p := Place{Name: r.get("name"), Country: r.get("country"), Region: r.get("region"), Kind: PlaceKind(r.get("kind"))}
		var err error
		if p.Population, err = r.number("population"); err != nil {
			return err
		}
		if p.GeoNames, err = r.number("geonames"); err != nil {
			return err
		}
		if p.Latitude, err = r.degrees("latitude", 90); err != nil {
			return err
		}
		if p.Longitude, err = r.degrees("longitude", 180); err != nil {
			return err
		}
		i := int32(len(l.places))
		l.places = append(l.places, p)
		l.addPlaceName(p.Name, i)
		for _, alias := range r.list("aliases") {
			l.addPlaceName(alias, i)
		}
	}
	for _, indexes := range l.byPlace {
		slices.SortStableFunc(indexes, func(a, b int32) int { return prominence(l.places[b]) - prominence(l.places[a]) })
	}
	return nil
}

// prominence ranks places of one name: capitals and what a person entered by
// hand without a population (regions, seas, sites) before cities, these by
// population.
func prominence(p Place) int {
	rank := p.Population
	switch p.Kind {
	case "capital", "country":
		rank += 20_000_000
	case "city":
	case "seat":
		rank += 100_000
	default:
		rank += 1_000_000
	}
	return rank
}

func (l *Lexicon) addPlaceName(name string, i int32) {
	words := keyWords(name)
	key := strings.Join(words, " ")
	if slices.Contains(l.byPlace[key], i) {
		return
	}
	if len(l.byPlace[key]) == 0 {
		l.names.add(words, sense{kind: PlaceMatch, index: i, caps: isAcronym(name), exact: plainPhrase(name)})
	}
	l.byPlace[key] = append(l.byPlace[key], i)
}

// number is a whole number in a column, 0 where it is empty.
func (r row) number(column string) (int, error) {
	cell := r.get(column)
	if cell == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(cell)
	if err != nil || n < 0 {
		return 0, r.fault(column, cell+" is no number", "give a whole number, or leave it empty")
	}
	return n, nil
}

// degrees is a latitude or longitude in a column, 0 where it is empty.
func (r row) degrees(column string, most float64) (float64, error) {
	cell := r.get(column)
	if cell == "" {
		return 0, nil
	}
	d, err := strconv.ParseFloat(cell, 64)
	if err != nil || d < -most || d > most {
		return 0, r.fault(column, cell+" is no such angle", "give degrees as in 50.45, or leave it empty")
	}
	return d, nil
}
