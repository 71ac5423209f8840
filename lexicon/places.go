package lexicon

import (
	"slices"
	"strconv"
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
	return l.placesOf(NameKey(trimThe(name)))
}

// placesOf are the places of a key: those of the files, and those of the
// gazetteer that no file gives anew.
func (l *Lexicon) placesOf(key string) []Place {
	own := l.byPlace[key]
	all := slices.Clone(own)
	for _, city := range l.cities.places(key) {
		again := func(p Place) bool {
			return p.Name == city.Name && p.Country == city.Country && p.Region == city.Region
		}
		if !slices.ContainsFunc(own, again) {
			all = append(all, city)
		}
	}
	byProminence(all)
	return all
}

func (l *Lexicon) compilePlaces(t *tables) error {
	for _, r := range t.rows["places"] {
		p, err := r.place()
		if err != nil {
			return err
		}
		for _, name := range append([]string{p.Name}, r.list("aliases")...) {
			l.addPlaceName(name, p)
		}
	}
	for _, r := range t.rows["placenames"] {
		named := l.Places(r.get("place"))
		i := slices.IndexFunc(named, func(p Place) bool { return p.Country == r.get("country") })
		if i < 0 {
			return r.fault("place", r.get("country")+" has no place "+r.get("place"), "add it to a places.tsv, or correct name and country")
		}
		for _, name := range r.list("names") {
			l.addPlaceName(name, named[i])
		}
	}
	return nil
}

func (r row) place() (Place, error) {
	p := Place{Name: r.get("name"), Country: r.get("country"), Region: r.get("region"), Kind: PlaceKind(r.get("kind"))}
	var err error
	if p.Population, err = r.number("population"); err != nil {
		return p, err
	}
	if p.GeoNames, err = r.number("geonames"); err != nil {
		return p, err
	}
	if p.Latitude, err = r.degrees("latitude", 90); err != nil {
		return p, err
	}
	p.Longitude, err = r.degrees("longitude", 180)
	return p, err
}

func (l *Lexicon) addPlaceName(name string, p Place) {
	n := readName(name)
	if slices.Contains(l.byPlace[n.key], p) {
		return
	}
	if len(l.byPlace[n.key]) == 0 {
		l.addSpelled(n, sense{kind: PlaceMatch})
	}
	l.byPlace[n.key] = append(l.byPlace[n.key], p)
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
	case "region":
		rank += 1_000_000
		if p.Latitude == 0 && p.Longitude == 0 { // of the gazetteer, which has its seat as well
			rank = 60_000
		}
	default:
		rank += 1_000_000
	}
	return rank
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
