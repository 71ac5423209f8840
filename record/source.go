package record

import (
	"cmp"

	"github.com/parleyrecord/parley"
)

// source names the text that a mention comes from: copies of one text are one,
// and so are the versions of one article.
func (m *mention) source() string {
	if m.Group != "" {
		return m.Group
	}
	id, _ := parley.SplitKey(m.Doc)
	return id
}

// sourcesOf is the number of independent sources. Copies of one text are their
// first publisher's, and what hands on another outlet's report is that outlet's;
// all that an outlet publishes itself is one source, and so is each text without
// an outlet.
func sourcesOf(members []*mention) int {
	first := map[string]*mention{} // of each text
	for _, m := range members {
		if other, ok := first[m.source()]; !ok || before(m, other) < 0 {
			first[m.source()] = m
		}
	}
	seen := map[string]bool{}
	for text, m := range first {
		if outlet := cmp.Or(m.Origin, m.Outlet); outlet != "" {
			seen["outlet "+outlet] = true
		} else {
			seen["text "+text] = true
		}
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
