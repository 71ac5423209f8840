package dossier_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

func TestDossierFile(t *testing.T) {
	t.Parallel()
	d, err := dossier.Parse("follow/Grain.toml", []byte(`
id = "grain" # a comment
name = "The grain corridor"
parties = ["Ukraine", "RUS"]
decisive = ["UKR"]
others = ["the United Nations"]
except = ["grain of sand"]
feeds = ["https://post.example/feed.xml"]

[[watch]]
words = ["grain corridor"]
[[watch]]
weight = 1
words = ["barley", "wheat"]

[[issue]]
id = "grain-corridor"
weight = 5
words = ["grain corridor"]
[[issue]]
id = "grain-corridor"
words = ["grain export"]
`), lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	if strings.Join(d.Parties, " ") != "UKR RUS" || strings.Join(d.Others, " ") != "UN" || strings.Join(d.Decisive, " ") != "UKR" {
		t.Errorf("parties %v, others %v, decisive %v", d.Parties, d.Others, d.Decisive)
	}
	if len(d.Watch) != 2 || d.Watch[0].Weight != 3 || d.Watch[1].Weight != 1 || d.Phrases() != 3 {
		t.Errorf("watches %+v", d.Watch)
	}
	if len(d.Issues) != 1 || d.Issues[0].ID != "grain-corridor" || len(d.Issues[0].Words) != 2 || d.Issues[0].Words[0].Weight != 5 {
		t.Errorf("issues %+v", d.Issues)
	}
}

func TestFileNamesTheDossierThatHasNoID(t *testing.T) {
	t.Parallel()
	d, err := dossier.Parse(filepath.Join("follow", "lake-accord.toml"), []byte("name = \"Lake\"\nparties = [\"UKR\"]\n"), lexicon.Default())
	if err != nil || d.ID != "lake-accord" {
		t.Errorf("%q, %v", d.ID, err)
	}
}

func TestWhatIsWrongWithADossier(t *testing.T) {
	t.Parallel()
	const head = "name = \"Lake\"\nparties = [\"UKR\"]\n"
	for name, c := range map[string]struct{ file, want string }{
		"no name":             {"parties = [\"UKR\"]\n", `has no name (add a line such as name =`},
		"nothing to find":     {"name = \"Lake\"\n", "neither parties nor words to watch"},
		"unknown party":       {"name = \"Lake\"\nparties = [\n  \"UKR\",\n  \"URK\",\n]\n", `lake.toml: row 4, column 3: the lexicon knows no party "URK" (use the code`},
		"unknown key":         {head + "partys = [\"RUS\"]\n", `lake.toml: row 3, column 1: there is no key "partys" in a dossier (use id`},
		"bad id":              {"id = \"Lake Accord\"\n" + head, `lake.toml: row 1, column 6: "Lake Accord" is no id (use small letters`},
		"weight of nine":      {head + "[[watch]]\nweight = 9\nwords = [\"ferry\"]\n", `lake.toml: row 4, column 10: the weight 9 is not between 1 and 5 (give 1 for a hint`},
		"weight in words":     {head + "[[watch]]\nweight = \"high\"\nwords = [\"ferry\"]\n", `row 4, column 10: `},
		"watch without words": {head + "[[watch]]\nweight = 2\n", `lake.toml: row 3, column 3: there are no words (add a line`},
		"empty word":          {head + "[[watch]]\nwords = [\"ferry\", \" ! \"]\n", `lake.toml: row 4, column 19: "!" holds no word`},
		"feed without scheme": {head + "feeds = [\"post.example/feed\"]\n", `lake.toml: row 3, column 10: "post.example/feed" is no address (write it whole`},
		"issue without id":    {head + "[[issue]]\nwords = [\"ferry\"]\n", `lake.toml: row 3, column 3: "" is no id of an issue`},
		"no TOML":             {head + "watch ferry\n", "lake.toml: row 3, column"},
		"string for a list":   {head + "except = \"ferry\"\n", `row 3, column 10: `},
		"decisive stranger":   {head + "decisive = [\"RUS\"]\n", "RUS is none of the parties"},
	} {
		_, err := dossier.Parse("lake.toml", []byte(c.file), lexicon.Default())
		if err == nil || !strings.Contains(err.Error(), c.want) || parley.KindOf(err) != parley.Invalid {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
		if err != nil && !strings.HasSuffix(err.Error(), ")") {
			t.Errorf("%s: %v names no mend", name, err)
		}
	}
}

func TestAllFaultsOfADossierAreToldAtOnce(t *testing.T) {
	t.Parallel()
	_, err := dossier.Parse("lake.toml", []byte("id = \"!\"\nparties = [\"URK\"]\n"), lexicon.Default())
	for _, want := range []string{"is no id", "has no name", "no party"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
}

func TestFoldersOfDossiers(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	write := func(name, file string) {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("lake.toml", "name = \"Lake\"\nparties = [\"UKR\"]\n")
	write("mine.toml", "id = \"sudan\"\nname = \"My Sudan\"\nparties = [\"SDN\"]\n")
	write("notes.txt", "not a dossier")
	all, err := dossier.Load(lexicon.Default(), folder, filepath.Join(folder, "none"))
	if err != nil {
		t.Fatal(err)
	}
	set := dossier.NewSet(lexicon.Default(), all...)
	if lake, err := set.Find("lake"); err != nil || !lake.Own || lake.Source != filepath.Join(folder, "lake.toml") {
		t.Errorf("%+v, %v", lake, err)
	}
	if sudan, _ := set.Find("sudan"); sudan.Name != "My Sudan" {
		t.Errorf("the user's dossier does not replace the ready one: %+v", sudan)
	}
	if _, err := set.Find("atlantis"); parley.KindOf(err) != parley.NotFound || !strings.Contains(err.Error(), "lake") {
		t.Errorf("%v, want that it is not found, and what there is", err)
	}
	write("second.toml", "id = \"lake\"\nname = \"Lake again\"\nparties = [\"UKR\"]\n")
	write("third.toml", "name = 3\n")
	all, err = dossier.Load(lexicon.Default(), folder)
	if err == nil || !strings.Contains(err.Error(), "lake.toml has the id \"lake\" too") || !strings.Contains(err.Error(), "third.toml: row 1, column") {
		t.Errorf("%v, want both faults", err)
	}
	if len(all) == 0 {
		t.Error("two bad files hide the good ones")
	}
}

func FuzzParse(f *testing.F) {
	f.Add("name = \"Lake\"\nparties = [\"UKR\"]\n[[watch]]\nweight = 2\nwords = [\"ferry\"]\n")
	f.Add("id = \"a\"\n[[issue]]\nid = \"x\"\nwords = [\"\"]\n[[issue]]\n[issue.y]\n")
	f.Add("feeds = [\"http://[::1\"]\nexcept = [[1]]\n")
	f.Fuzz(func(t *testing.T, file string) {
		d, err := dossier.Parse("fuzz.toml", []byte(file), lexicon.Default())
		if err != nil {
			if parley.KindOf(err) != parley.Invalid {
				t.Errorf("%v is of kind %q", err, parley.KindOf(err))
			}
			return
		}
		dossier.NewSet(lexicon.Default(), d).Assign(parley.Document{ID: "a", Title: file, Text: file})
	})
}
