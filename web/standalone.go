package web

import (
	"bytes"
	"context"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/view"
)

// briefForms are what comes out of the page of the brief.
var briefForms = []form{
	{label: "HTML file", ending: "html", kind: "text/html; charset=utf-8", write: standaloneBrief},
	{label: "Markdown", ending: "md", kind: markdownKind, write: func(v *visit, w io.Writer) error {
		b, err := v.brief()
		if err != nil {
			return err
		}
		return export.BriefMarkdown(w, v.name, b)
	}},
	{label: "JSON", ending: "json", kind: "application/json", write: func(v *visit, w io.Writer) error {
		b, err := v.brief()
		if err != nil {
			return err
		}
		return export.JSON(w, b)
	}},
}

// standalone is a page in one file: its style inside, nothing to load, no
// script, and a policy that says so wherever it is opened.
type standalone struct {
	frame
	Style template.CSS
}

// WriteBrief writes a brief of a record, made with a look, as a page in one file.
func (s *Server) WriteBrief(ctx context.Context, w io.Writer, r store.Reader, look view.Look, b view.Brief) error {
	v := &visit{Server: s, request: &http.Request{URL: &url.URL{Path: "/brief"}}, ctx: ctx, record: r, look: look}
	if at := slices.IndexFunc(s.Dossiers, func(d dossier.Dossier) bool { return d.ID == look.Dossier }); at >= 0 {
		v.dossier = s.Dossiers[at]
	}
	return v.writeBrief(w, b)
}

func standaloneBrief(v *visit, w io.Writer) error {
	b, err := v.brief()
	if err != nil {
		return err
	}
	return v.writeBrief(w, b)
}

func (v *visit) writeBrief(w io.Writer, shown view.Brief) error {
	made, err := v.briefShown(shown)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	err = v.Server.render.pages["brief"].ExecuteTemplate(&b, "standalone", standalone{
		frame{visit: v, Title: made.Title, Data: made.Data}, template.CSS(v.Server.render.style),
	})
	if err != nil {
		return err
	}
	_, err = w.Write(b.Bytes())
	return err
}
