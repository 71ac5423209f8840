package lexicon

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// kinds of file and their columns, the key columns first. A file's kind is its
// name up to the first '-' or '.': people.tsv and people-desk.tsv are both
// "people".
var fileKinds = map[string]fileKind{
	"states":      {columns: []string{"id", "name", "alpha2", "aliases", "adjectives", "people", "capital", "seats", "leader", "kind", "affiliation", "wikidata"}, keys: 1, required: 2},
	"bodies":      {columns: []string{"id", "name", "aliases", "affiliation", "sector", "serves", "seat", "wikidata", "members"}, keys: 1, required: 2},
	"groups":      {columns: []string{"id", "name", "aliases", "affiliation", "sector", "country", "wikidata", "holds"}, keys: 1, required: 2},
	"people":      {columns: []string{"id", "name", "aliases", "short", "affiliation", "sector", "weight", "offices", "wikidata"}, keys: 1, required: 2},
	"titles":      {columns: []string{"title", "class", "sector", "weight", "variants"}, keys: 1, required: 2},
	"bodynouns":   {columns: []string{"noun", "sector", "variants"}, keys: 1, required: 1},
	"outlets":     {columns: []string{"name", "hosts", "country", "zone", "marks", "voice", "aliases"}, keys: 1, required: 1},
	"zones":       {columns: []string{"country", "zone"}, keys: 1, required: 2},
	"places":      {columns: []string{"name", "country", "region", "kind", "latitude", "longitude", "population", "geonames", "aliases"}, keys: 3, required: 1},
	"placenames":  {columns: []string{"place", "country", "names"}, keys: 2, required: 3},
	"demonyms":    {columns: []string{"words", "affiliation"}, keys: 1, required: 1},
	"commonwords": {columns: []string{"word"}, keys: 1, required: 1},
	"issues":      {columns: []string{"issue", "weight", "phrases"}, keys: 0, required: 3},
	"wars":        {columns: []string{"side", "foe", "since", "until"}, keys: 3, required: 3},
	"deeds":       {columns: []string{"day", "doer", "target"}, keys: 1, required: 3},
	"nounclasses": {columns: []string{"class", "words", "not"}, keys: 0, required: 1},
	"verbnouns":   {columns: []string{"verb", "nouns"}, keys: 1, required: 2},
	"verbs":       {columns: []string{"word", "pos", "with", "type", "mode", "code", "actors", "recipients"}, keys: 4, required: 2},
}

type fileKind struct {
	columns  []string
	keys     int // how many leading columns name a row; 0: rows only add up
	required int // how many leading columns must not be empty
}

// row is one line of a table, its cells in the order of the kind's columns.
type row struct {
	file  string
	line  int
	kind  *fileKind
	cells []string
}

// get is the cell of a column, "" where the file lacks it.
func (r row) get(column string) string { return r.cells[slices.Index(r.kind.columns, column)] }

// list is a cell's members, which '|' parts.
func (r row) list(column string) []string {
	cell := r.get(column)
	if cell == "" {
		return nil
	}
	parts := strings.Split(cell, "|")
	members := parts[:0]
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			members = append(members, p)
		}
	}
	return members
}

// fault is the error that a column of the row gives.
func (r row) fault(column, problem, mend string) error {
	return &parley.Error{
		Kind: parley.Invalid, Subject: fmt.Sprintf("%s:%d", r.file, r.line),
		Place: "column " + column, Problem: problem, Mend: mend,
	}
}

type tables struct {
	rows  map[string][]row
	index map[string]map[string]int // kind -> key -> position in rows
	sums  []string                  // hash of each file, in the order read
}

func newTables() *tables {
	return &tables{rows: map[string][]row{}, index: map[string]map[string]int{}}
}

func (t *tables) version() string {
	h := sha256.New()
	for _, s := range t.sums {
		io.WriteString(h, s)
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// readFolder takes in every .tsv file at the folder's root. Other
// files are left alone.
func (t *tables) readFolder(folder fs.FS) error {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return &parley.Error{Kind: parley.NotFound, Subject: "lexicon folder", Problem: "it cannot be read", Mend: "name a folder that holds .tsv files", Err: err}
	}
	for _, e := range entries {
		if e.IsDir() || !isTable(e.Name()) {
			continue
		}
		if err := t.readFile(folder, e.Name()); err != nil {
			return err
		}
	}
	return nil
}

func isTable(name string) bool { return path.Ext(name) == ".tsv" }

func (t *tables) readFile(folder fs.FS, name string) error {
	raw, err := fs.ReadFile(folder, name)
	if err != nil {
		return &parley.Error{Kind: parley.Unavailable, Subject: name, Problem: "it cannot be read", Err: err}
	}
	return t.take(name, raw)
}

// take takes in what a file with this name holds.
func (t *tables) take(name string, raw []byte) error {
	kindName := name[:strings.IndexAny(name, "-.")]
	kind, ok := fileKinds[kindName]
	if !ok {
		return &parley.Error{Kind: parley.Invalid, Subject: name, Problem: fmt.Sprintf("no kind of lexicon file is called %q", kindName), Mend: "begin its name with one of " + kindNames()}
	}
	sum := sha256.Sum256(raw)
	t.sums = append(t.sums, name+string(sum[:]))
	return t.parse(name, kindName, &kind, string(raw))
}

func kindNames() string {
	var names []string
	for name := range fileKinds {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// parse reads a header line that names the columns, then one row a line. Lines
// that are blank or begin with '#' are skipped.
func (t *tables) parse(file, kindName string, kind *fileKind, text string) error {
	var place []int // column of the file -> column of the kind
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		r := row{file: file, line: number, kind: kind}
		if place == nil {
			var err error
			if place, err = r.header(cells); err != nil {
				return err
			}
			continue
		}
		if err := r.fill(cells, place); err != nil {
			return err
		}
		t.put(kindName, r)
	}
	if place == nil {
		return &parley.Error{Kind: parley.Invalid, Subject: file, Place: "line 1", Problem: "there is no header line", Mend: "begin it with the columns " + strings.Join(kind.columns, ", ") + ", parted by tabs"}
	}
	return nil
}

func (r row) header(cells []string) ([]int, error) {
	place := make([]int, len(cells))
	for i, name := range cells {
		place[i] = slices.Index(r.kind.columns, strings.TrimSpace(name))
		if place[i] < 0 {
			return nil, r.fault(fmt.Sprintf("%q", name), "there is no such column", "the columns are "+strings.Join(r.kind.columns, ", ")+", parted by tabs")
		}
	}
	for i, name := range r.kind.columns[:r.kind.required] {
		if !slices.Contains(place, i) {
			return nil, r.fault(name, "the header lacks it", "add the column")
		}
	}
	return place, nil
}

func (r *row) fill(cells []string, place []int) error {
	if len(cells) > len(place) {
		return r.fault(fmt.Sprint(len(place)+1), fmt.Sprintf("the line has %d cells and the header %d", len(cells), len(place)), "take the extra tabs out")
	}
	r.cells = make([]string, len(r.kind.columns))
	for i, cell := range cells {
		r.cells[place[i]] = strings.TrimSpace(cell)
	}
	for i, name := range r.kind.columns[:r.kind.required] {
		if r.cells[i] == "" {
			return r.fault(name, "it is empty", "fill it in, or take the line out")
		}
	}
	return nil
}

func (t *tables) put(kindName string, r row) {
	if r.kind.keys == 0 {
		t.rows[kindName] = append(t.rows[kindName], r)
		return
	}
	key := strings.Join(r.cells[:r.kind.keys], "\t")
	if t.index[kindName] == nil {
		t.index[kindName] = map[string]int{}
	}
	if at, ok := t.index[kindName][key]; ok {
		t.rows[kindName][at] = r
		return
	}
	t.index[kindName][key] = len(t.rows[kindName])
	t.rows[kindName] = append(t.rows[kindName], r)
}
