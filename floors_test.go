package parley_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/parleyrecord/parley"

// floors are the storeys of the house, from the ground: a package may import
// only what stands on a floor below its own.
var floors = [][]string{
	{".", "english/model/kernel", "sample"},
	{"english/model"},
	{"english"},
	{"lexicon", "store", "source/follow/followtest", "source/byline", "source/fingerprint", "source/timestamp", "source/furniture", "source/markup", "source/robots", "reader/table", "reader/table/tabletest", "view/rarity"},
	{"source/stated"},
	{"source/opml", "source/plain", "source/wire", "source/page", "source/feed", "source/fetch", "store/storetest"},
	{"source", "reader/timex", "reader/actors"},
	{"source/follow", "reader/attribution"},
	{"reader/events", "reader/positions"},
	{"record", "reader", "dossier", "store/sqlite"},
	{"view"},
	{"export", "export/eventdata"},
	{"intake", "eval/press", "desk", "archive"},
	{"eval", "web", "alert"},
	{"cmd/parley"},
}

// apart are folders that build data and ship no code: their packages may import
// anything and nothing imports them.
var apart = []string{"lexicon/build", "english/train", "bench"}

func isApart(from string) bool {
	return slices.ContainsFunc(apart, func(folder string) bool {
		return from == folder || strings.HasPrefix(from, folder+"/")
	})
}

func TestNoImportRunsUpOrSideways(t *testing.T) {
	t.Parallel()
	floorOf := map[string]int{}
	for n, packages := range floors {
		for _, p := range packages {
			floorOf[p] = n
		}
	}
	for from, imports := range moduleImports(t) {
		if isApart(from) {
			continue
		}
		floor, ok := floorOf[from]
		if !ok {
			t.Errorf("package %s stands on no floor: add it to floors", from)
			continue
		}
		for to, file := range imports {
			if below, ok := floorOf[to]; !ok || below >= floor {
				t.Errorf("%s: package %s imports %s, which does not stand below it", file, from, to)
			}
		}
	}
}

// moduleImports maps each package of the module to the packages of the module
// that its files import, tests left out, each with one file that does so.
func moduleImports(t *testing.T) map[string]map[string]string {
	t.Helper()
	found := map[string]map[string]string{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name := d.Name(); file != "." && (strings.HasPrefix(name, ".") || name == "testdata" || name == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := path.Dir(filepath.ToSlash(file))
		if found[from] == nil {
			found[from] = map[string]string{}
		}
		for _, spec := range parsed.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			switch rest, inside := strings.CutPrefix(name, module+"/"); {
			case name == module:
				found[from]["."] = file
			case inside:
				found[from][rest] = file
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestVocabularyStandsAlone: the root package imports nothing of the module.
func TestVocabularyStandsAlone(t *testing.T) {
	t.Parallel()
	if imports := moduleImports(t)["."]; len(imports) != 0 {
		t.Errorf("the vocabulary imports %v", imports)
	}
}

// TestEveryDependencyIsExplained: docs/dependencies.md says what each module is for.
func TestEveryDependencyIsExplained(t *testing.T) {
	t.Parallel()
	wanted, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(wanted)) {
		line, indented := strings.CutPrefix(line, "\t")
		if name := strings.Fields(line); indented && !strings.Contains(line, "// indirect") && !strings.Contains(string(page), "| `"+name[0]+"` |") {
			t.Errorf("docs/dependencies.md does not say what %s is for", name[0])
		}
	}
}
