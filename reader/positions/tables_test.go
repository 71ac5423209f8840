package positions

import (
	"regexp"
	"testing"

	"github.com/parleyrecord/parley/reader/table/tabletest"
)

func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "roles.tsv", tables().roles, regexp.MustCompile(`(?:roles|is)\["([^"]*)"\]`))
}
