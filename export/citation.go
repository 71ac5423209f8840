package export

import (
	"cmp"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// Citation writes a source as a note cites it: outlet, title, date, address and
// the day on which it was read.
func Citation(s view.Source, read parley.Date) string {
	parts := []string{cmp.Or(s.Outlet, "Unknown outlet"), "“" + cmp.Or(s.Title, s.Document) + "”", Moment(s.Published)}
	if s.URL != "" {
		parts = append(parts, s.URL)
	}
	return Clean(strings.Join(parts, ", ")) + " (read " + Interval(read, "") + ")."
}
