package web

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strings"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// form is another shape in which what a page shows can be had.
type form struct {
	label  string
	ending string // of its address and file name
	kind   string // Content-Type
	inline bool   // shown or subscribed to, not kept as a file
	write  func(v *visit, w io.Writer) error
}

// path is where a page's form stands.
func (f form) path(p *page) string {
	path := strings.TrimSuffix(p.path, "/{$}")
	if path == "" {
		path = "/" + p.name
	}
	return path + "." + f.ending
}

// gives answers with a form of a page.
func (s *Server) gives(p *page, f form) http.Handler {
	return s.answering(p, f.ending, func(v *visit) (*answer, error) {
		var b bytes.Buffer
		if err := f.write(v, &b); err != nil {
			return nil, err
		}
		a := &answer{kind: f.kind, plain: b.Bytes()}
		if !f.inline {
			a.filename = f.filename(v, p)
		}
		return a, nil
	})
}

func (f form) filename(v *visit, p *page) string {
	parts := []string{"parley", p.name}
	for _, part := range []string{v.dossier.ID, string(v.asOf)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, "-") + "." + f.ending
}

const (
	csvKind      = "text/csv; charset=utf-8; header=present"
	jsonKind     = "application/jsonl; charset=utf-8"
	markdownKind = "text/markdown; charset=utf-8"
)

// lists are the forms of a page that lists what ask gives: a table as CSV and
// Markdown, and one JSON object a line.
func lists[T any](ask func(context.Context, store.Reader, view.Look) ([]T, error), table func(name func(string) string, list []T) export.Table) []form {
	return formsOf(func(v *visit) ([]T, error) { return ask(v.ctx, v.record, v.look) }, table)
}

func formsOf[T any](ask func(*visit) ([]T, error), table func(name func(string) string, list []T) export.Table) []form {
	with := func(write func(io.Writer, *visit, []T) error) func(*visit, io.Writer) error {
		return func(v *visit, w io.Writer) error {
			list, err := ask(v)
			if err != nil {
				return err
			}
			return write(w, v, list)
		}
	}
	return []form{
		{label: "CSV", ending: "csv", kind: csvKind, write: with(func(w io.Writer, v *visit, list []T) error { return export.CSV(w, table(v.name, list)) })},
		{label: "JSON Lines", ending: "jsonl", kind: jsonKind, write: with(func(w io.Writer, _ *visit, list []T) error { return export.JSONLines(w, list) })},
		{label: "Markdown", ending: "md", kind: markdownKind, write: with(func(w io.Writer, v *visit, list []T) error { return export.MarkdownTable(w, table(v.name, list)) })},
	}
}
