package web

import (
	"fmt"
	"net/http"
	"path"
)

// assets are the files that pages load, by their path.
type assets map[string]*answer

// kindsOfFile are the media types of the files by their ending.
var kindsOfFile = map[string]string{
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2", ".svg": "image/svg+xml",
}

func newAssets(below string, content map[string][]byte) (assets, error) {
	all := assets{}
	for name, data := range content {
		kind, ok := kindsOfFile[path.Ext(name)]
		if !ok {
			return nil, fmt.Errorf("static/%s: its ending has no media type", name)
		}
		one := &answer{kind: kind, plain: data}
		if err := one.pack(); err != nil {
			return nil, err
		}
		all[below+name] = one
	}
	return all, nil
}

// ServeHTTP implements http.Handler.
func (a assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	one, ok := a[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	one.send(immutable{w}, r)
}

// immutable lets a browser keep what is sent without asking again: a file at
// this path never changes.
type immutable struct{ http.ResponseWriter }

func (i immutable) WriteHeader(status int) {
	i.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	i.ResponseWriter.WriteHeader(status)
}

func (i immutable) Write(b []byte) (int, error) {
	i.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	return i.ResponseWriter.Write(b)
}
