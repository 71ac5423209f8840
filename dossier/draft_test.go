package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

func TestReadyDossierTakesFeeds(t *testing.T) {
	t.Parallel()
	ready, err := dossier.Ready(lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range ready {
		for _, feeds := range [][]string{nil, {"https://post.example/feed.xml", "https://gazette.example/rss"}} {
			file, err := dossier.ReadyFile(want.ID, feeds)
			if err != nil {
				t.Fatal(err)
			}
			got, err := dossier.Parse("mine.toml", file, lexicon.Default())
			if err != nil || got.Name != want.Name || !slices.Equal(got.Parties, want.Parties) || len(got.Watch) != len(want.Watch) || !slices.Equal(got.Feeds, feeds) {
				t.Errorf("%s with %v: %+v %v", want.ID, feeds, got, err)
			}
		}
	}
	if _, err := dossier.ReadyFile("../set", nil); parley.KindOf(err) != parley.NotFound || !strings.Contains(err.Error(), "sudan") {
		t.Errorf("one that there is not: %v", err)
	}
}

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
