package positions

import (
	"regexp"
	"slices"
	"testing"

	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/table/tabletest"
)

func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "roles.tsv", tables().roles, regexp.MustCompile(`(?:roles|is)\["([^"]*)"\]`))
}

func TestIssuesOfTheTableAreTheLexicons(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "issues.tsv", tables().issues, regexp.MustCompile(`issues\["([^"]*)"\]`))
	known := lexicon.Default().Issues()
	for role, issues := range tables().issues {
		for id := range issues {
			if id != other && !slices.ContainsFunc(known, func(i lexicon.Issue) bool { return i.ID == id }) {
				t.Errorf("issues.tsv has %q under %s, which the lexicon lacks", id, role)
			}
		}
	}
}
