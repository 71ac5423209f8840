package desk

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// sheet is a table of comma-separated values as it is taken in: a document whose
// text is the file, byte for byte, so that it goes out again unchanged, and one
// item for each row, which stands on the row's own cells.
type sheet struct {
	name    string // of the file
	mapping Mapping
	words   *lexicon.Lexicon
	text    string
	base    int // of the text in the document's body
	lines   []int
	header  []string
	faults  []error
}

// mostFaults is how many mistakes of one sheet are told at once.
const mostFaults = 20

// readSheet makes a document and its reading of a sheet. All mistakes are
// joined, each with its row and column.
func readSheet(l *lexicon.Lexicon, file string, content []byte, m Mapping) (parley.Document, parley.Reading, error) {
	name := filepath.Base(file)
	s := &sheet{name: file, mapping: m, words: l, text: string(content)}
	doc := parley.Document{ID: SheetID(file), Outlet: name, Title: name, Text: s.text}
	s.base = len(doc.Title) + 1
	if !utf8.ValidString(s.text) {
		return doc, parley.Reading{}, mappingFault(file, "", "it is not UTF-8", "save it as CSV in UTF-8")
	}
	rows := s.rows()
	reading := readingOf(doc, parley.ByHand, rows...)
	if len(s.faults) > 0 {
		return doc, reading, errors.Join(s.faults...)
	}
	return doc, reading, reading.Validate(doc.Body())
}

// SheetID is the id of the document that a sheet is.
func SheetID(file string) string { return "sheet-" + parley.SafeID(filepath.Base(file)) }

func (s *sheet) fault(row int, column, problem, mend string) {
	if len(s.faults) < mostFaults {
		at := fmt.Sprintf("row %d", row)
		if column != "" {
			at += ", column " + column
		}
		s.faults = append(s.faults, mappingFault(s.name, at, problem, mend))
	}
}

const byteOrderMark = "\ufeff"

func (s *sheet) rows() (items []parley.Entered) {
	table := strings.TrimPrefix(s.text, byteOrderMark)
	skipped := len(s.text) - len(table)
	s.lines = []int{skipped}
	for i := skipped; i < len(s.text); i++ {
		if s.text[i] == '\n' {
			s.lines = append(s.lines, i+1)
		}
	}
	r := csv.NewReader(strings.NewReader(table))
	r.FieldsPerRecord, r.Comma = -1, delimiter(table)
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			s.fault(broken.Line, fmt.Sprint(broken.Column), broken.Err.Error(), `double each " inside a quoted cell`)
			break
		}
		if err != nil {
			s.fault(0, "", err.Error(), "")
			break
		}
		row, _ := r.FieldPos(0)
		switch {
		case s.header == nil:
			s.begin(row, cells)
		case len(cells) != len(s.header):
			s.fault(row, "", fmt.Sprintf("it has %d cells and the header %d", len(cells), len(s.header)), "put text with commas between quotation marks")
		case strings.TrimSpace(strings.Join(cells, "")) != "":
			items = append(items, s.row(r, row, cells))
		}
	}
	if s.header == nil {
		s.fault(1, "", "there is no header", "name the columns in the first row")
	}
	return items
}

// delimiter is what parts the cells of the first line: a comma, a semicolon as
// some spreadsheets write, or a tab.
func delimiter(table string) rune {
	first, _, _ := strings.Cut(table, "\n")
	best := ','
	for _, d := range []rune{';', '\t'} {
		if strings.Count(first, string(d)) > strings.Count(first, string(best)) {
			best = d
		}
	}
	return best
}

// begin takes the header, which must have the columns that are mapped.
func (s *sheet) begin(row int, cells []string) {
	s.header = make([]string, len(cells))
	for i, cell := range cells {
		s.header[i] = strings.TrimSpace(cell)
	}
	for field, column := range s.mapping.Columns {
		if !slices.Contains(s.header, column) {
			s.fault(row, column, fmt.Sprintf("there is no such column, which the mapping has for %s", field), "the columns are "+strings.Join(s.header, ", "))
		}
	}
}

// row makes the item of one row.
func (s *sheet) row(r *csv.Reader, row int, cells []string) parley.Entered {
	fields, quote := map[string]told{}, told{}
	columnOf := map[string]string{}
	for field, column := range s.mapping.Columns {
		i := slices.Index(s.header, column)
		if i < 0 {
			continue
		}
		at := s.span(r, i)
		value := strings.TrimSpace(cells[i])
		columnOf[field] = column
		if field == wordsColumn {
			if at.End > at.Start {
				quote = told{s.text[at.Start-s.base : at.End-s.base], at}
			}
			continue
		}
		if called, ok := s.mapping.Values[field][value]; ok {
			value = called
		}
		fields[field] = told{value, at}
	}
	if quote.value == "" {
		whole := parley.Span{Start: s.span(r, 0).Start, End: s.span(r, len(cells)-1).End}
		quote = told{s.text[whole.Start-s.base : whole.End-s.base], whole}
	}
	if s.mapping.Kind == parley.MeetingEntry {
		asViewsCall(fields)
	}
	composing := composer{words: s.words, kind: s.mapping.Kind, fields: fields, quote: quote}
	entered, err := composing.compose()
	if err != nil {
		s.rowFaults(row, columnOf, composing.faults)
	}
	return entered
}

// rowFaults tell what is wrong with a row, each by the column that the field
// comes from.
func (s *sheet) rowFaults(row int, columnOf map[string]string, faults []error) {
	for _, fault := range faults {
		var e *parley.Error
		if !errors.As(fault, &e) {
			s.fault(row, "", fault.Error(), "")
			continue
		}
		column := columnOf[e.Place]
		if column == "" {
			column = e.Place
		}
		s.fault(row, column, e.Problem, e.Mend)
	}
}

// span is where the content of a cell stands in the document's body, without
// its quotation marks.
func (s *sheet) span(r *csv.Reader, i int) parley.Span {
	line, column := r.FieldPos(i)
	start := s.lines[line-1] + column - 1
	raw := s.text[start:]
	if !strings.HasPrefix(raw, `"`) {
		end := strings.IndexAny(raw, string(r.Comma)+"\r\n")
		if end < 0 {
			end = len(raw)
		}
		return parley.Span{Start: s.base + start, End: s.base + start + end}
	}
	end := 1
	for end < len(raw) && (raw[end] != '"' || strings.HasPrefix(raw[end:], `""`)) {
		if raw[end] == '"' {
			end++
		}
		end++
	}
	return parley.Span{Start: s.base + start + 1, End: s.base + start + end}
}
