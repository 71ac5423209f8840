package eventdata

import (
	"io"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
)

// own are the columns of Parley's that stand behind those of a standard.
var own = []string{
	"Parley ID", "Parley Type", "Parley Mode", "Parley Status", "Parley Certainty", "Parley By", "Document", "Document Version", "URL", "Published", "Sentence", "Spans",
}

// ownCells are the cells of those columns. Spans reads field:start-end or
// field=value:start-end, in bytes of title + newline + text, parted by semicolons.
func (e Event) ownCells() []string {
	kind := string(e.Of.Type)
	if kind == "" {
		kind = "STATEMENT"
	}
	return []string{
		e.ID, kind, string(e.Of.Mode), string(e.Of.Status), strconv.FormatFloat(e.Of.Certainty, 'f', 2, 64), e.Of.By,
		e.Document, e.Version, e.URL, string(e.Published), e.Sentence, spansCell(e.Of.Spans),
	}
}

func spansCell(spans []parley.Evidence) string {
	parts := make([]string, 0, len(spans))
	for _, s := range spans {
		field := s.Field
		if s.Value != "" {
			field += "=" + s.Value
		}
		parts = append(parts, field+":"+strconv.Itoa(s.Start)+"-"+strconv.Itoa(s.End))
	}
	return strings.Join(parts, "; ")
}

// writeRow writes cells parted by tabs; white space inside a cell becomes one
// space.
func writeRow(w io.Writer, cells []string) error {
	clean := make([]string, len(cells))
	for i, cell := range cells {
		clean[i] = strings.Join(strings.Fields(cell), " ")
	}
	_, err := io.WriteString(w, strings.Join(clean, "\t")+"\n")
	return err
}

// joined is one property of several actors, those that have none left out.
func joined(actors []Actor, parted string, property func(Actor) string) string {
	var all []string
	for _, a := range actors {
		if value := property(a); value != "" {
			all = append(all, value)
		}
	}
	return strings.Join(all, parted)
}
