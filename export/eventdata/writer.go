package eventdata

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/parleyrecord/parley"
)

// Formats are the names of the formats that a Writer writes.
var Formats = []string{"plover", "polecat", "cameo"}

// Writer writes readings as event data.
type Writer struct {
	out    *bufio.Writer
	coder  *Coder
	events func(r parley.Reading, events []Event) error
}

// NewWriter makes a writer of one of Formats and writes the line of column names,
// where the format has one.
func NewWriter(out io.Writer, format string, coder *Coder) (*Writer, error) {
	w := &Writer{out: bufio.NewWriter(out), coder: coder}
	switch format {
	case "plover":
		w.events = func(r parley.Reading, events []Event) error {
			return writePLOVER(w.out, coder.Lexicon, "parley "+r.Reader, events)
		}
		return w, nil
	case "polecat":
		w.events = func(_ parley.Reading, events []Event) error { return writePOLECAT(w.out, coder.Lexicon, events) }
		return w, w.head(POLECATColumns)
	case "cameo":
		w.events = func(_ parley.Reading, events []Event) error { return writeGDELT(w.out, coder.Lexicon, events) }
		return w, w.head(GDELTColumns)
	}
	return nil, fmt.Errorf("there is no format %q; use %s", format, strings.Join(Formats, ", "))
}

func (w *Writer) head(columns []string) error {
	if err := writeRow(w.out, columns); err != nil {
		return err
	}
	return w.out.Flush()
}

// Write writes what one document says.
func (w *Writer) Write(d parley.Document, r parley.Reading) error {
	if err := w.events(r, w.coder.Code(d, r)); err != nil {
		return fmt.Errorf("write the events of %s: %w", d.ID, err)
	}
	return w.out.Flush()
}
