package web

import (
	"bytes"
	"context"
	"html/template"
	"io"
	"net/http"
	"net/url"
	"slices"

	"github.com/parleyrecord/parley/export"
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

// WriteBrief writes the brief as a page in one file. The query is that of the
// page: since, until, as-of, dossier, lines.
func (s *Server) WriteBrief(ctx context.Context, w io.Writer, query url.Values) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "/brief.html?"+query.Encode(), http.NoBody)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(pages, func(p *page) bool { return p.name == "brief" })
	v, err := s.visit(request, pages[at])
	if err != nil {
		return err
	}
	return standaloneBrief(v, w)
}

func standaloneBrief(v *visit, w io.Writer) error {
	made, err := brief(v)
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
