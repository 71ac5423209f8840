package export

import (
	"cmp"
	"fmt"
	"io"
	"time"

	"github.com/parleyrecord/parley/view"
)

const healthColumn = 8

// healthStyles are those of troubles that want somebody to look.
var healthStyles = map[string]Style{"gone": Bad, "failing": Bad, "silent": Warn, "shrunk": Warn, "moved": Accent, "well": Good}

// Feeds prints what is followed and how it fares, as of now.
func Feeds(w io.Writer, paper Paper, feeds []view.Feed, now time.Time) error {
	p := newPage(w, paper)
	p.heading("Feeds", Counted(len(feeds), "source"))
	for _, f := range feeds {
		about := styled(Dim, dotted(string(f.Kind), Took(f), Looked(f, now)))
		below := some(about)
		for _, t := range f.Troubles {
			below = append(below, styled(healthStyles[t.Name], t.Text))
		}
		name := plain(cmp.Or(f.Title, f.Address))
		if f.Title != "" {
			name = name.and(Dim, f.Address)
		}
		p.row(2, cell{text: styled(healthStyles[f.Health], f.Health), width: healthColumn}, cell{text: name, below: below})
	}
	p.nothing(len(feeds), "Nothing is followed. Add a feed with: parley feeds add ADDRESS")
	return p.err
}

// Took says how many items a source gives, and how many articles came of them.
func Took(f view.Feed) string {
	if f.Tried.IsZero() {
		return ""
	}
	words := Counted(f.Items, "item") + ", " + Counted(f.Taken, "article") + " taken"
	if f.Pages > 0 {
		words += ", " + Counted(f.Pages, "page") + " to come"
	}
	if f.Again > 0 {
		words += ", " + Counted(f.Again, "page") + " to be looked at again"
	}
	return words
}

// Looked tells when the source was looked at and when it will be again.
func Looked(f view.Feed, now time.Time) string {
	if f.Tried.IsZero() {
		return "not looked at so far"
	}
	words := "looked at " + ago(now.Sub(f.Tried))
	switch {
	case f.Next.IsZero():
	case f.Next.After(now):
		words += ", next " + span(f.Next.Sub(now)) + " from now"
	default:
		words += ", due"
	}
	return words
}

func ago(d time.Duration) string {
	if d < time.Minute {
		return "just now"
	}
	return span(d) + " ago"
}

// span writes a duration as people do, in its largest unit.
func span(d time.Duration) string {
	for _, unit := range []struct {
		length time.Duration
		name   string
	}{{24 * time.Hour, "day"}, {time.Hour, "hour"}, {time.Minute, "minute"}} {
		if n := int(d / unit.length); n > 0 {
			return Counted(n, unit.name)
		}
	}
	return fmt.Sprintf("%d seconds", int(d.Seconds()))
}
