package dossier

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// The shape of a file. Keys that it does not name are errors.
type file struct {
	ID       string      `toml:"id"`
	Name     string      `toml:"name"`
	Parties  []string    `toml:"parties"`
	Decisive []string    `toml:"decisive"`
	Others   []string    `toml:"others"`
	Except   []string    `toml:"except"`
	Feeds    []string    `toml:"feeds"`
	Watch    []fileWords `toml:"watch"`
	Issue    []fileIssue `toml:"issue"`
	Alert    []fileAlert `toml:"alert"`
}

type fileWords struct {
	Weight *int     `toml:"weight"`
	Words  []string `toml:"words"`
}

type fileIssue struct {
	ID     string   `toml:"id"`
	Weight *int     `toml:"weight"`
	Words  []string `toml:"words"`
}

// Parse reads a dossier file. name is what the file is called: errors begin with
// it, and its base without ending is the id of a dossier that states none. The
// lexicon must know the parties. Errors are *parley.Error, of kind Invalid, and
// name row, column and mend; several are joined.
func Parse(name string, data []byte, words *lexicon.Lexicon) (Dossier, error) {
	var f file
	decoder := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields()
	if err := decoder.Decode(&f); err != nil {
		return Dossier{}, decodeError(name, err)
	}
	c := checker{name: name, places: placesOf(data), words: words}
	d := c.dossier(f)
	return d, errors.Join(c.faults...)
}

func decodeError(name string, err error) error {
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		var all []error
		for _, e := range unknown.Errors {
			row, column := e.Position()
			key := strings.Join(e.Key(), ".")
			all = append(all, &parley.Error{Kind: parley.Invalid, Subject: name, Place: place{row, column}.String(),
				Problem: fmt.Sprintf("there is no key %q in a dossier", key), Mend: "use id, name, parties, decisive, others, except, feeds, [[watch]] and [[issue]], which have words and weight, or [[alert]]"})
		}
		return errors.Join(all...)
	case errors.As(err, &broken):
		row, column := broken.Position()
		return &parley.Error{Kind: parley.Invalid, Subject: name, Place: place{row, column}.String(),
			Problem: strings.TrimPrefix(broken.Error(), "toml: "), Mend: mendOf(broken.Error())}
	}
	return &parley.Error{Kind: parley.Invalid, Subject: name, Problem: "it is no TOML", Err: err, Mend: "see docs/dossiers.md for the format"}
}

// mendOf says what usually puts right what the parser complains of.
func mendOf(problem string) string {
	switch {
	case strings.Contains(problem, "cannot decode TOML string into") && strings.Contains(problem, "int"):
		return "write a number without quotation marks"
	case strings.Contains(problem, "cannot decode TOML") && strings.Contains(problem, "[]string"), strings.Contains(problem, "array"):
		return `write a list of strings, as in ["RUS", "UKR"]`
	case strings.Contains(problem, "string"):
		return "put text between double quotation marks"
	}
	return "see docs/dossiers.md for the format"
}

// checker turns a file into a dossier and gathers what is wrong with it.
type checker struct {
	name   string
	places map[string]place
	words  *lexicon.Lexicon
	faults []error
}

func (c *checker) fault(key, problem, mend string) {
	at, ok := c.places[key]
	for !ok && strings.Contains(key, ".") {
		key = key[:strings.LastIndexByte(key, '.')]
		at, ok = c.places[key]
	}
	if !ok {
		at = place{1, 1}
	}
	c.faults = append(c.faults, &parley.Error{Kind: parley.Invalid, Subject: c.name, Place: at.String(), Problem: problem, Mend: mend})
}

var idShape = regexp.MustCompile(`^[a-z0-9]+(?:-[a-z0-9]+)*$`)

func (c *checker) dossier(f file) Dossier {
	d := Dossier{ID: cmp.Or(f.ID, baseOf(c.name)), Name: strings.TrimSpace(f.Name), Source: c.name}
	if !idShape.MatchString(d.ID) || len(d.ID) > longestID {
		c.fault("id", fmt.Sprintf("%q is no id", d.ID), "use small letters, digits and dashes, as in norland-sudmark")
	}
	if d.Name == "" {
		c.fault("name", "the dossier has no name", `add a line such as name = "Norland and Sudmark"`)
	}
	d.Parties = c.parties("parties", f.Parties)
	d.Others = c.parties("others", f.Others)
	d.Decisive = c.decisive(d.Parties, f.Decisive)
	d.Except = c.phrases("except", f.Except)
	d.Feeds = c.feeds(f.Feeds)
	for i, w := range f.Watch {
		key := fmt.Sprintf("watch.%d", i)
		d.Watch = append(d.Watch, Words{c.weight(key, w.Weight), c.wanted(key, w.Words)})
	}
	if len(d.Parties) == 0 && len(d.Watch) == 0 {
		c.fault("parties", "the dossier has neither parties nor words to watch, so nothing can belong to it", `add a line such as parties = ["RUS", "UKR"]`)
	}
	for i, issue := range f.Issue {
		c.issue(&d, fmt.Sprintf("issue.%d", i), issue)
	}
	for i, a := range f.Alert {
		d.Alerts = append(d.Alerts, c.alert(d, fmt.Sprintf("alert.%d", i), a))
	}
	return d
}

// longestID is how long an id may be, in bytes.
const longestID = 60

// usualWeight is that of words whose dossier states none.
const usualWeight = 3

func (c *checker) weight(key string, weight *int) int {
	if weight == nil {
		return usualWeight
	}
	if *weight < 1 || *weight > 5 {
		c.fault(key+".weight", fmt.Sprintf("the weight %d is not between 1 and 5", *weight), "give 1 for a hint, 5 for what can mean nothing else")
	}
	return *weight
}

func (c *checker) wanted(key string, words []string) []string {
	if len(words) == 0 {
		c.fault(key, "there are no words", `add a line such as words = ["grain corridor"]`)
	}
	return c.phrases(key+".words", words)
}

func (c *checker) phrases(key string, phrases []string) []string {
	found := make([]string, 0, len(phrases))
	for i, phrase := range phrases {
		if phrase = strings.TrimSpace(phrase); len(wordsOf(phrase)) == 0 {
			c.fault(fmt.Sprintf("%s.%d", key, i), fmt.Sprintf("%q holds no word", phrase), "write a word or a phrase")
			continue
		}
		found = append(found, phrase)
	}
	return found
}

func (c *checker) parties(key string, names []string) []string {
	var found []string
	for i, name := range names {
		code, ok := partyOf(c.words, name)
		if !ok {
			c.fault(fmt.Sprintf("%s.%d", key, i), fmt.Sprintf("the lexicon knows no party %q", name), "use the code of a state, body or group, as in RUS, EU or HAMAS, or put the name among the words to watch")
			continue
		}
		found = append(found, code)
	}
	return found
}

// decisive are parties too.
func (c *checker) decisive(parties, names []string) []string {
	found := c.parties("decisive", names)
	for _, p := range found {
		if !slices.Contains(parties, p) {
			c.fault("decisive", p+" is none of the parties", "name it among the parties, or leave it out here")
		}
	}
	return found
}

// partyOf is the code of a party by its code or one of its names.
func partyOf(words *lexicon.Lexicon, name string) (string, bool) {
	if a, ok := words.Actor(name); ok && a.Kind != parley.PersonActor {
		return a.ID, true
	}
	for _, a := range words.Named(name) {
		if a.Kind != parley.PersonActor {
			return a.ID, true
		}
	}
	return "", false
}

func (c *checker) feeds(addresses []string) []string {
	for i, address := range addresses {
		if !isAddress(address) {
			c.fault(fmt.Sprintf("feeds.%d", i), fmt.Sprintf("%q is no address", address), "write it whole, as in https://post.example/feed.xml")
		}
	}
	return addresses
}

func (c *checker) issue(d *Dossier, key string, f fileIssue) {
	if !idShape.MatchString(f.ID) || len(f.ID) > longestID {
		c.fault(key+".id", fmt.Sprintf("%q is no id of an issue", f.ID), "use small letters, digits and dashes, as in grain-corridor")
	}
	words := Words{c.weight(key, f.Weight), c.wanted(key, f.Words)}
	for i := range d.Issues {
		if d.Issues[i].ID == parley.Issue(f.ID) {
			d.Issues[i].Words = append(d.Issues[i].Words, words)
			return
		}
	}
	d.Issues = append(d.Issues, Issue{ID: parley.Issue(f.ID), Words: []Words{words}})
}
