package eval

import (
	"os"
	"path/filepath"
	"testing"
)

func TestPlover(t *testing.T) {
	t.Parallel()
	table := "id\tmarked_sentence\tgold_root\n" +
		"1\t<s>Norway</s> imposed a curfew on <t>Sweden</t>.\tCOERCE\n" +
		"2\t<s>Norway</s> accused <t>Sweden</t> of spying.\tACCUSE\n" +
		"3\t<s>Norway</s> praised <t>Sweden</t> warmly.\tASSAULT\n"
	scores, err := Plover(temporary(t, "table.tsv", table))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := scores.Get("accuracy"); got < .66 || got > .67 {
		t.Errorf("accuracy = %v, want 2 of 3", got)
	}
	if len(scores.Errors) != 1 || scores.Errors[0].Kind != "ASSAULT as SUPPORT" {
		t.Errorf("errors = %v, want the third row's", scores.Errors)
	}
}

func TestPloverWithoutColumns(t *testing.T) {
	t.Parallel()
	if _, err := Plover(temporary(t, "table.tsv", "a\tb\n1\t2\n")); err == nil {
		t.Error("a table without its columns is read")
	}
}

func TestDyads(t *testing.T) {
	t.Parallel()
	records := `<Sentence date="20150609" id="ONE" evaluate="true"/>
<EventCoding eventcode="190" sourcecode="NOR" targetcode="SWEMIL" />
<Text>
Norway attacked Sweden on Monday.
</Text>
<Sentence date="20150609" id="TWO" evaluate="true"/>
<EventCoding eventcode="036" sourcecode="NOR" targetcode="SWE" />
<Text>
The weather was fine.
</Text>`
	scores, err := Dyads(temporary(t, "records.xml", records))
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]float64{"precision": 1, "recall": .5} {
		if got, _ := scores.Get(name); got != want {
			t.Errorf("%s = %v, want %v", name, got, want)
		}
	}
}

func temporary(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
