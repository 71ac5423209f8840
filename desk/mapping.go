package desk

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"github.com/parleyrecord/parley"
)

// Mapping says what the columns of a sheet hold.
type Mapping struct {
	// Kind of entry that each row is.
	Kind parley.EntryKind `toml:"kind" json:"kind"`
	// Columns are the headers, by the field that the column holds; "words" is
	// the column with the words that tell the row, where there is one.
	Columns map[string]string `toml:"columns" json:"columns"`
	// Values are what a sheet calls the values of a field, by field.
	Values map[string]map[string]string `toml:"values" json:"values"`
}

// wordsColumn is the name under which a mapping has the column of the words.
const wordsColumn = "words"

// ParseMapping reads a mapping, a TOML file such as
//
//	kind = "meeting"
//	[columns]
//	start = "Date"
//	participants = "Who"
//	[values.status]
//	done = "happened"
//
// Errors name the file, the row and the column.
func ParseMapping(name string, content []byte) (m Mapping, err error) {
	decoder := toml.NewDecoder(bytes.NewReader(content)).DisallowUnknownFields()
	var unknown *toml.StrictMissingError
	var broken *toml.DecodeError
	switch err := decoder.Decode(&m); {
	case errors.As(err, &unknown):
		row, column := unknown.Errors[0].Position()
		return m, mappingFault(name, place(row, column), fmt.Sprintf("there is no key %q in a mapping", strings.Join(unknown.Errors[0].Key(), ".")), "use kind, [columns] and [values.FIELD]")
	case errors.As(err, &broken):
		row, column := broken.Position()
		return m, mappingFault(name, place(row, column), strings.TrimPrefix(broken.Error(), "toml: "), `write lines such as start = "Date"`)
	case err != nil:
		return m, mappingFault(name, "", err.Error(), "")
	}
	fields := Enterable(m.Kind)
	if fields == nil {
		return m, mappingFault(name, "kind", fmt.Sprintf("a row cannot be a %q", m.Kind), "use meeting, event, statement, position or proposal")
	}
	for field := range m.Columns {
		if field != wordsColumn && !slices.Contains(fields, field) {
			return m, mappingFault(name, "columns."+field, "there is no such field of a "+string(m.Kind), "use "+wordsColumn+", "+strings.Join(fields, ", "))
		}
	}
	if len(m.Columns) == 0 {
		return m, mappingFault(name, "columns", "no column is mapped", `add lines such as start = "Date" below [columns]`)
	}
	return m, nil
}

func place(row, column int) string { return fmt.Sprintf("row %d, column %d", row, column) }

func mappingFault(name, at, problem, mend string) error {
	return &parley.Error{Kind: parley.Invalid, Subject: name, Place: at, Problem: problem, Mend: mend}
}
