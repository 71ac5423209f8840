package lexicon

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"github.com/parleyrecord/parley"
)

//go:embed data/*.tsv
var embedded embed.FS

// Lexicon is the compiled data. Make one with [Load] or [Default].
type Lexicon struct {
	version string

	countries   []Country
	countryByID map[string]int
	demonyms    map[string]int    // plain form of adjective or noun -> country
	peoples     map[string]string // plain form of an adjective that is no country's -> party, "" for none

	actors    []entry
	actorByID map[string]int
	byName    map[string][]int // NameKey of a full name or alias -> actors
	bySurname map[string][]int // NameKey of a short name -> people
	holders   map[post][]tenure
	served    map[post]int        // a state's generic body -> the named body that is it
	owners    map[string][]string // body that stands for itself -> its names
	homes     map[string]string   // id of a group -> code of the country where it is at home
	held      map[string]string   // name of a place -> id of the group that rules it
	members   map[string][]string // id of a body -> codes of those who sit in it

	common  map[string]bool  // plain words that are names and common words
	given   map[string]int   // plain word -> how many people bear it as first name
	titles  map[string]Title // plain form -> title
	nouns   map[string]BodyNoun
	byPlace map[string][]Place // NameKey -> places of the files
	cities  gazetteer

	outlets  []Outlet
	byOutlet map[string]int    // host, or plain form of a name
	zones    map[string]string // country -> IANA zone of most who live there

	issues []Issue

	wars  []war
	deeds map[parley.Date]deed

	nounClasses            map[string]map[string]bool // class -> lemmas
	verbSenses, nounSenses map[string][]Verb          // by lemma; the last word of a noun phrase

	names  *trie // keyed by NameKey words
	terms  *trie // keyed by plain words
	lemmas *trie // issue phrases, keyed by lemma
}

// Default is the lexicon of the embedded files alone, loaded once.
func Default() *Lexicon { return defaultLexicon() }

var defaultLexicon = sync.OnceValue(func() *Lexicon {
	l, err := Load()
	if err != nil {
		panic(fmt.Sprintf("embedded lexicon: %v", err)) // a test loads it
	}
	return l
})

// Load compiles the embedded files, then those at the root of each extra
// folder in turn. A row of a later folder replaces the row of the same key (an
// actor's id, a title's words, an outlet's name, a place's name and country);
// rows with other keys are added.
//
// An error is a [parley.Error] that names file, line, column and mend.
func Load(extra ...fs.FS) (*Lexicon, error) { return LoadWithIssues("", extra...) }

// LoadWithIssues compiles what Load does and, after it, a table of issues that lies in no
// file; "" for none.
func LoadWithIssues(table string, extra ...fs.FS) (*Lexicon, error) {
	own, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("open embedded lexicon: %w", err)
	}
	raw := newTables()
	for _, folder := range append([]fs.FS{own}, extra...) {
		if err := raw.readFolder(folder); err != nil {
			return nil, err
		}
	}
	if table != "" {
		if err := raw.take("issues.tsv", []byte(table)); err != nil {
			return nil, err
		}
	}
	return compile(raw)
}

// Version is a hash over all data that was loaded, as 12 hexadecimal digits.
func (l *Lexicon) Version() string { return l.version }

func compile(raw *tables) (*Lexicon, error) {
	l := &Lexicon{
		version:     raw.version(),
		countryByID: map[string]int{}, demonyms: map[string]int{}, peoples: map[string]string{},
		actorByID: make(map[string]int, 3000), byName: make(map[string][]int, 8000), bySurname: map[string][]int{},
		holders: map[post][]tenure{}, served: map[post]int{}, owners: map[string][]string{}, homes: map[string]string{}, held: map[string]string{}, members: map[string][]string{},
		titles: map[string]Title{}, common: map[string]bool{}, given: make(map[string]int, 1500), nouns: map[string]BodyNoun{},
		byPlace: map[string][]Place{}, cities: newGazetteer(cityLines),
		byOutlet: map[string]int{}, zones: map[string]string{}, deeds: map[parley.Date]deed{},
		nounClasses: map[string]map[string]bool{}, verbSenses: map[string][]Verb{}, nounSenses: map[string][]Verb{},
		names: newTrie(20000), terms: newTrie(3000), lemmas: newTrie(3000),
	}
	steps := []func(*tables) error{
		l.compileTitles, l.compileCountries, l.compileBodies, l.compilePeople,
		l.compileDemonyms, l.compileOutlets, l.compileZones, l.compilePlaces, l.compileIssues, l.compileNounClasses, l.compileVerbs, l.compileWars,
	}
	for _, step := range steps {
		if err := step(raw); err != nil {
			return nil, err
		}
	}
	l.rankPeople()
	return l, nil
}
