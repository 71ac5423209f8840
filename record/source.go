package record

import (
	"github.com/parleyrecord/parley"
)

// source names the independent source that a mention comes from: copies of one
// text are one, and so are the versions of one article.
func (m *mention) source() string {
	if m.Group != "" {
		return m.Group
	}
	id, _ := parley.SplitKey(m.Doc)
	return id
}

// sourcesOf is the number of independent sources.
func sourcesOf(members []*mention) int {
	seen := map[string]bool{}
	for _, m := range members {
		seen[m.source()] = true
	}
	return len(seen)
}

// outletsOf are the outlets in the order in which they told it.
func outletsOf(members []*mention) []string {
	outlets := []string{}
	seen := map[string]bool{}
	for _, m := range members {
		if m.Outlet != "" && !seen[m.Outlet] {
			seen[m.Outlet] = true
			outlets = append(outlets, m.Outlet)
		}
	}
	return outlets
}
