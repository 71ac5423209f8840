package events

import (
	"regexp"
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table/tabletest"
)

func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "nouns.tsv", tables().nouns, regexp.MustCompile(`nouns\["([^"]*)"\]`))
}

func TestCountsAreOfKnownTypesAndKinds(t *testing.T) {
	t.Parallel()
	for of, kinds := range tables().counts {
		if !slices.Contains(parley.EventTypes, of) {
			t.Errorf("counts.tsv has the type %q, which no event has", of)
		}
		for kind := range kinds {
			if !slices.Contains(parley.FigureKinds, kind) {
				t.Errorf("events of type %s count %q, which no figure has", of, kind)
			}
		}
	}
}
