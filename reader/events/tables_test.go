package events

import (
	"regexp"
	"testing"

	"github.com/parleyrecord/parley/reader/table/tabletest"
)

func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "nouns.tsv", tables().nouns, regexp.MustCompile(`nouns\["([^"]*)"\]`))
}
