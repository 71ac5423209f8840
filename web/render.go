package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"path"
	"slices"
	"strings"
)

//go:embed pages/*.html static
var files embed.FS

// renderer holds the compiled templates and the files that pages load.
type renderer struct {
	pages  map[string]*template.Template
	style  []byte // all style sheets but that of the fonts, for what is to stand alone
	assets string // path below which the files of this build lie
	static http.Handler
}

// shared are the templates that pages use beside their own.
var shared = []string{"pages/frame.html", "pages/pieces.html"}

func newRenderer(name func(party string) string) (*renderer, error) {
	r := &renderer{pages: map[string]*template.Template{}}
	if err := r.gather(); err != nil {
		return nil, err
	}
	base, err := template.New("frame.html").Funcs(words(name)).Funcs(template.FuncMap{"asset": func(file string) string { return r.assets + file }}).ParseFS(files, shared...)
	if err != nil {
		return nil, err
	}
	names, err := fs.Glob(files, "pages/*.html")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if slices.Contains(shared, name) {
			continue
		}
		own, err := base.Clone()
		if err == nil {
			own, err = own.ParseFS(files, name)
		}
		if err != nil {
			return nil, err
		}
		r.pages[strings.TrimSuffix(path.Base(name), ".html")] = own
	}
	return r, nil
}

// sheets are the style sheets in the order in which they apply.
var sheets = []string{"base.css", "frame.css", "record.css", "pages.css", "print.css"}

// gather joins the style sheets and puts all files below a path that names their
// content, so that a browser may keep them for good.
func (r *renderer) gather() error {
	content := map[string][]byte{}
	sum := sha256.New()
	var style bytes.Buffer
	err := fs.WalkDir(files, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := files.ReadFile(name)
		content[strings.TrimPrefix(name, "static/")] = data
		sum.Write(data)
		return err
	})
	if err != nil {
		return err
	}
	for _, sheet := range sheets {
		style.Write(content[sheet])
		delete(content, sheet)
	}
	r.style = style.Bytes()
	content["style.css"] = append(content["fonts.css"], r.style...)
	delete(content, "fonts.css")
	r.assets = "/static/" + hex.EncodeToString(sum.Sum(nil))[:10] + "/"
	r.static, err = newAssets(r.assets, content)
	return err
}

// page writes a page.
func (r *renderer) page(w io.Writer, v *visit, name string, made leaf) error {
	return r.pages[name].ExecuteTemplate(w, "frame.html", frame{visit: v, Title: made.Title, Data: made.Data, Page: name})
}

// fragment writes one named piece of a page.
func (r *renderer) fragment(w io.Writer, name string, data any) error {
	return r.pages["front"].ExecuteTemplate(w, name, data)
}
