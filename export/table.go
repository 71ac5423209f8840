package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// Table is what a view holds as rows of cells, for spreadsheets and texts.
type Table struct {
	Title   string
	Columns []string
	Rows    [][]string
}

// CSV writes a table as RFC 4180 has it, its columns in the first row. No cell
// is taken for a formula: one that begins as a formula does is written behind an
// apostrophe, as OWASP's page on CSV injection advises.
func CSV(w io.Writer, t Table) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	if err := c.Write(t.Columns); err != nil {
		return err
	}
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = defused(cell)
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// defused is a cell that no spreadsheet takes for a formula. Blanks and hidden
// characters before one do not hide it from all of them.
func defused(cell string) string {
	cell = Clean(cell)
	first := strings.TrimLeft(cell, " \u00A0\uFFFD")
	if first != "" && strings.ContainsAny(first[:1], "=+-@|%") || strings.HasPrefix(first, "＝") || strings.HasPrefix(first, "＋") || strings.HasPrefix(first, "－") || strings.HasPrefix(first, "＠") {
		return "'" + cell
	}
	return cell
}

// MarkdownTable writes a table as GitHub's Markdown has it.
func MarkdownTable(w io.Writer, t Table) error {
	var b strings.Builder
	b.WriteString("# " + escaped(t.Title) + "\n\n|")
	for _, c := range t.Columns {
		b.WriteString(" " + c + " |")
	}
	b.WriteString("\n|" + strings.Repeat(" --- |", len(t.Columns)) + "\n")
	for _, row := range t.Rows {
		b.WriteString("|")
		for _, cell := range row {
			b.WriteString(" " + escaped(cell) + " |")
		}
		b.WriteString("\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}
