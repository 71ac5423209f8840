package actors

import (
	"regexp"
	"testing"

	"github.com/parleyrecord/parley/reader/table/tabletest"
)

func TestMeaningsHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "again.tsv", again().words, regexp.MustCompile(`(?:means\(|\.words\[)"([^"]*)"`))
	tabletest.Roles(t, "camps.tsv", campWords(), regexp.MustCompile(`(?:campWords\(\)|[^.]\bwords)\["([^"]*)"`))
}
