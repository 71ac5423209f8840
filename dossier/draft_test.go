package dossier_test

import (
	"strings"
	"testing"

	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

// TestDraftIsADossier holds what is written to begin with against the format,
// as it stands and with every example that it holds taken up.
func TestDraftIsADossier(t *testing.T) {
	t.Parallel()
	draft := string(dossier.Draft("Norway and Sweden", []string{"NOR", "Sweden"}, nil, nil))
	var taken strings.Builder
	for line := range strings.Lines(draft) {
		if example, ok := strings.CutPrefix(line, "# "); ok && (strings.Contains(example, " = ") || strings.HasPrefix(example, "[[")) {
			line = example
		}
		taken.WriteString(line)
	}
	for what, text := range map[string]string{"as it stands": draft, "with its examples": taken.String()} {
		d, err := dossier.Parse("norway-sweden.toml", []byte(text), lexicon.Default())
		if err != nil {
			t.Errorf("%s: %v\n%s", what, err, text)
		}
		if d.ID != "norway-sweden" || len(d.Parties) != 2 {
			t.Errorf("%s: %+v", what, d)
		}
	}
}
