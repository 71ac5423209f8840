package eventdata

import (
	"embed"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table"
)

//go:embed tables
var embedded embed.FS

// codeRow is what a CAMEO code stands for.
type codeRow struct{ kind, mode, goldstein string }

// intentRow is what an event counts as that is still to come or ruled out.
type intentRow struct{ intent, refusal string }

// organisation is a party that is a body by its codes in CAMEO and PLOVER.
type organisation struct{ cameo, plover string }

type knowledge struct {
	codes         map[string]codeRow
	intents       map[string]intentRow
	modes         map[parley.EventType]map[parley.Mode]string
	scores        map[string]map[string]string // PLOVER type -> mode -> score
	organisations map[string]organisation
	claims        map[string]bool // cues
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{
		codes: map[string]codeRow{}, intents: map[string]intentRow{}, modes: map[parley.EventType]map[parley.Mode]string{},
		scores: map[string]map[string]string{}, organisations: map[string]organisation{}, claims: map[string]bool{},
	}
	table.EachWord(embedded, "tables/claims.tsv", 0, func(word string, _ []string) { k.claims[word] = true })
	for _, cells := range table.Rows(embedded, "tables/codes.tsv") {
		k.codes[cells[0]] = codeRow{kind: cells[1], mode: cells[2], goldstein: cells[3]}
	}
	for _, cells := range table.Rows(embedded, "tables/intents.tsv") {
		k.intents[cells[0]] = intentRow{intent: cells[1], refusal: cells[2]}
	}
	for _, cells := range table.Rows(embedded, "tables/modes.tsv") {
		put(k.modes, parley.EventType(cells[0]), parley.Mode(cells[1]), cells[2])
	}
	for _, cells := range table.Rows(embedded, "tables/scores.tsv") {
		put(k.scores, cells[0], cells[1], cells[2])
	}
	for _, cells := range table.Rows(embedded, "tables/organisations.tsv") {
		k.organisations[cells[0]] = organisation{cameo: cells[1], plover: cells[2]}
	}
	return k
})

func put[A, B comparable](m map[A]map[B]string, a A, b B, value string) {
	if m[a] == nil {
		m[a] = map[B]string{}
	}
	m[a][b] = value
}

// longest is the row of the longest code that begins a code.
func longest[V any](rows map[string]V, code string) (V, bool) {
	for n := len(code); n >= 2; n-- {
		if row, ok := rows[code[:n]]; ok {
			return row, true
		}
	}
	var none V
	return none, false
}

// Goldstein is a CAMEO code's value on the Goldstein scale, "" where it has none.
func Goldstein(code string) string {
	row := tables().codes[code]
	if row.goldstein == "" && len(code) > 3 {
		row = tables().codes[code[:3]]
	}
	return row.goldstein
}

// score is PLOVER's conflict-cooperation score of a type and mode, "" where its
// manual has none.
func score(kind, mode string) string {
	if s := tables().scores[kind][mode]; s != "" {
		return s
	}
	return tables().scores[kind][""]
}

// ploverQuads are PLOVER's quad categories with the types of each.
var ploverQuads = []struct{ name, kinds string }{
	{"VERBAL COOPERATION", "AGREE CONSULT SUPPORT CONCEDE"},
	{"MATERIAL COOPERATION", "COOPERATE AID RETREAT"},
	{"VERBAL CONFLICT", "REQUEST ACCUSE REJECT THREATEN"},
	{"MATERIAL CONFLICT", "PROTEST SANCTION MOBILIZE COERCE ASSAULT"},
}

// ploverQuad is the number, from 1, and name of the quad category of a type.
func ploverQuad(kind string) (int, string) {
	for i, quad := range ploverQuads {
		for one := range strings.FieldsSeq(quad.kinds) {
			if one == kind {
				return i + 1, quad.name
			}
		}
	}
	return 0, ""
}

// cameoQuad is GDELT's quad class of a CAMEO code.
func cameoQuad(code string) string {
	switch root := code[:2]; {
	case root <= "05":
		return "1"
	case root <= "08":
		return "2"
	case root <= "13":
		return "3"
	}
	return "4"
}
