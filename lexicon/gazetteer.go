package lexicon

import (
	_ "embed"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// gazetteer holds the world's cities as lines of text, sorted by key, and
// parses a line only when somebody asks for it: 26,000 cities cost nothing at
// the start. The lines are made by build/cities.
type gazetteer struct {
	lines []string // "key\tname\tcountry\tregion\tkind\tlatitude\tlongitude\tpopulation\tgeonames"
}

//go:embed data/gazetteer/cities.tsv
var cityLines string

func newGazetteer(text string) gazetteer {
	g := gazetteer{lines: make([]string, 0, strings.Count(text, "\n"))}
	for line := range strings.Lines(text) {
		if line[0] != '#' {
			g.lines = append(g.lines, line)
		}
	}
	return g
}

// search is the first line whose key is not before key.
func (g gazetteer) search(key string) int {
	return sort.Search(len(g.lines), func(i int) bool { return lineKey(g.lines[i]) >= key })
}

func lineKey(line string) string { return line[:strings.IndexByte(line, '\t')] }

// has tells whether a place has the key, and whether the key begins a longer
// one at a word's end.
func (g gazetteer) has(key string) (found, leads bool) {
	i := g.search(key)
	if i == len(g.lines) {
		return false, false
	}
	found = lineKey(g.lines[i]) == key
	next := g.search(key + " ")
	leads = next < len(g.lines) && strings.HasPrefix(g.lines[next], key+" ")
	return found, leads
}

// wellKnown is from how many people on a city is likely to be written in
// another spelling than the gazetteer's.
const wellKnown = 100_000

// WellKnown tells whether so many people live in a place.
func (p Place) WellKnown() bool { return p.Population >= wellKnown }

// spells tells whether the words spell a place of the key as the gazetteer
// does, or a large city of that key in some way. Small places in other
// spellings would be words of English too often.
func (g gazetteer) spells(key, words string) bool {
	for _, p := range g.places(key) {
		if p.WellKnown() && len(words) > 4 || plainPhrase(p.Name) == words {
			return true
		}
	}
	return false
}

// places are all places of a key.
func (g gazetteer) places(key string) []Place {
	var found []Place
	for i := g.search(key); i < len(g.lines) && lineKey(g.lines[i]) == key; i++ {
		found = append(found, parseCity(g.lines[i]))
	}
	return found
}

func parseCity(line string) Place {
	cells := strings.Split(strings.TrimSpace(line), "\t")
	p := Place{Name: cells[1], Country: cells[2], Region: cells[3], Kind: PlaceKind(cells[4])}
	p.Latitude, _ = strconv.ParseFloat(cells[5], 64)
	p.Longitude, _ = strconv.ParseFloat(cells[6], 64)
	p.Population, _ = strconv.Atoi(cells[7])
	p.GeoNames, _ = strconv.Atoi(cells[8])
	return p
}

// byProminence sorts places of one name.
func byProminence(places []Place) {
	slices.SortStableFunc(places, func(a, b Place) int { return prominence(b) - prominence(a) })
}
