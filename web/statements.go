package web

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// statementsPage is what was said, the latest first, as far as it was asked for.
type statementsPage struct {
	Asked  store.StatementFilter
	Kinds  []option
	Months []month
	Next   choice
	Whole  bool // nothing was asked for: all statements
}

// statementsAPage is how many statements a page holds.
const statementsAPage = 50

func statements(v *visit) (leaf, error) {
	from, err := v.count("from", 0, 0)
	if err != nil {
		return leaf{}, err
	}
	p := statementsPage{Asked: v.asked()}
	lines, more, err := view.Search(v.ctx, v.record, v.look, p.Asked, from, statementsAPage)
	if err != nil {
		return leaf{}, err
	}
	rows, err := v.rows(lines)
	if err != nil {
		return leaf{}, err
	}
	p.Months = byMonth(rows)
	p.Whole = p.Asked.Words == "" && p.Asked.Speaker == "" && p.Asked.Kind == ""
	p.Next = v.following(from+statementsAPage, more, "Earlier statements")
	for _, kind := range parley.SourceKinds {
		p.Kinds = append(p.Kinds, option{string(kind), sourceKinds[kind], p.Asked.Kind == kind})
	}
	return leaf{Title: "Statements", Data: p}, nil
}

// sourceKinds are the words for kinds of sources.
var sourceKinds = map[parley.SourceKind]string{
	parley.PersonSource: "a person by name", parley.BodySource: "a government or other body", parley.AnonymousSource: "anonymous",
	parley.MediaSource: "a news outlet", parley.DocumentSource: "a document",
}

// asked is what the reader asks for.
func (v *visit) asked() store.StatementFilter {
	return store.StatementFilter{Words: v.params.Get("q"), Speaker: v.params.Get("speaker"), Kind: parley.SourceKind(v.params.Get("kind"))}
}

// mostStatements is how many statements come out of the page in another form.
const mostStatements = 20000

func statementList(v *visit) ([]view.Line, error) {
	lines, _, err := view.Search(v.ctx, v.record, v.look, v.asked(), 0, mostStatements)
	return lines, err
}
