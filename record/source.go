package record

import (
	"github.com/parleyrecord/parley"
)

// source names the independent source that a mention comes from: copies of one
// text are one, and so is all that one outlet publishes itself; without an
// outlet, the versions of one article.
func (m *mention) source() string {
	if m.Group != "" {
		return m.Group
	}
	if m.Outlet != "" {
		return "outlet " + m.Outlet
	}
	id, _ := parley.SplitKey(m.Doc)
	return id
}

// sourcesOf is the number of independent sources. An outlet that prints a copy
// and tells it in its own words too is the source of the copies.
func sourcesOf(members []*mention) int {
	copied := map[string]string{}
	for _, m := range members {
		if m.Group != "" && m.Outlet != "" {
			copied["outlet "+m.Outlet] = m.Group
		}
	}
	seen := map[string]bool{}
	for _, m := range members {
		source := m.source()
		if group, ok := copied[source]; ok {
			source = group
		}
		seen[source] = true
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
