package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// shows answers with a page.
func (s *Server) shows(p *page) http.Handler {
	return s.answering(p, "", func(v *visit) (*answer, error) {
		made, err := p.show(v)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		if err := s.render.page(&b, v, p.name, made); err != nil {
			return nil, err
		}
		return &answer{kind: "text/html; charset=utf-8", plain: b.Bytes()}, nil
	})
}

// answering sends what compose makes of a visit, or what it made of the same visit
// before while the record stands as it stood. Form tells apart what comes out of
// one page.
func (s *Server) answering(p *page, form string, compose func(*visit) (*answer, error)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if fault := recover(); fault != nil {
				s.fail(w, r, fmt.Errorf("%s: %v\n%s", r.URL, fault, debug.Stack()))
			}
		}()
		stamp, err := s.Record.Stamp(r.Context())
		if err != nil {
			s.fail(w, r, err)
			return
		}
		var seen store.Moment
		if p.remembers {
			if seen, err = s.since(w, r); err != nil {
				s.fail(w, r, err)
				return
			}
		}
		key := strings.Join([]string{form, r.Host, r.URL.Path, r.URL.Query().Encode(), stamp, string(s.Today()), strconv.FormatInt(seen.N, 10)}, "\n")
		found, err := s.answers.of(r.Context(), key, func() (*answer, error) { return s.composed(r, p, seen, compose) })
		if err != nil {
			s.fail(w, r, err)
			return
		}
		found.send(w, r)
	})
}

func (s *Server) composed(r *http.Request, p *page, seen store.Moment, compose func(*visit) (*answer, error)) (*answer, error) {
	v, err := s.visit(r, p)
	if err != nil {
		return nil, err
	}
	v.seen = seen
	return compose(v)
}

// packers are kept: each holds more memory than most of what it compresses.
var packers = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(nil, packing)
	if err != nil {
		panic(err) // the level is a valid one
	}
	return z
}}

// packing is how hard an answer is compressed: harder takes three times as long
// and leaves nine tenths of it.
const packing = 3

// pack compresses an answer, unless it hardly gets smaller, and names its state.
func (a *answer) pack() error {
	sum := sha256.Sum256(a.plain)
	a.tag = `"` + hex.EncodeToString(sum[:8]) + `"`
	var b bytes.Buffer
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(&b)
	if _, err := z.Write(a.plain); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	if b.Len() < len(a.plain)*9/10 {
		a.plain, a.packed = nil, bytes.Clone(b.Bytes())
	}
	return nil
}

func (a *answer) send(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "private, no-cache")
	h.Set("Vary", "Accept-Encoding, Cookie")
	h.Set("ETag", a.tag)
	if r.Header.Get("If-None-Match") == a.tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", a.kind)
	if a.filename != "" {
		h.Set("Content-Disposition", `attachment; filename="`+a.filename+`"`)
	}
	body := a.plain
	if a.packed != nil {
		if body = a.packed; !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			a.unpack(w)
			return
		}
		h.Set("Content-Encoding", "gzip")
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body) // the reader may have gone; nobody else wants to know
}

// unpack sends what was compressed to one of the few who cannot read it so.
func (a *answer) unpack(w io.Writer) {
	z, err := gzip.NewReader(bytes.NewReader(a.packed))
	if err != nil {
		panic(err) // it was packed here
	}
	io.Copy(w, z) // the reader may have gone
}

// statuses say how an error of each kind is answered.
var statuses = map[parley.ErrorKind]int{
	parley.NotFound: http.StatusNotFound, parley.Invalid: http.StatusBadRequest, parley.TooLarge: http.StatusRequestEntityTooLarge,
	parley.ReadOnly: http.StatusForbidden, parley.Unavailable: http.StatusServiceUnavailable,
}

func nowhere(r *http.Request) error {
	return &parley.Error{Kind: parley.NotFound, Subject: clipped(80, r.URL.Path), Problem: "there is no such page", Mend: "choose one from the list above"}
}

// late is answered where making a page took longer than it may.
func late() error {
	return &parley.Error{Kind: parley.Unavailable, Subject: "this page", Problem: fmt.Sprintf("it could not be made within %v: too much is asked for", longestAnswer), Mend: "try again, or look at fewer days or one dossier"}
}

// fail answers with a page that says what went wrong; not where nobody waits for
// it any more.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	switch r.Context().Err() {
	case context.Canceled:
		return
	case context.DeadlineExceeded:
		err = late()
	}
	status, known := statuses[parley.KindOf(err)]
	if !known {
		status = http.StatusInternalServerError
		s.Report(err)
	}
	v := &visit{Server: s, request: r, ctx: r.Context(), params: r.URL.Query(), page: &page{}, record: s.Record}
	v.params.Del("dossier")
	v.params.Del("as-of")
	v.look.Today = s.Today()
	var b bytes.Buffer
	if bad := s.render.page(&b, v, "error", leaf{Title: http.StatusText(status), Data: failure{status, err, known}}); bad != nil {
		s.Report(bad)
		http.Error(w, http.StatusText(status), status)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	w.Write(b.Bytes())
}

// failure is what the page of an error shows: the error where the reader can do
// something about it.
type failure struct {
	Status int
	err    error
	known  bool
}

// Says is what went wrong in the reader's terms.
func (f failure) Says() string {
	if !f.known {
		return "Something failed here. It has been reported where the server runs."
	}
	return f.err.Error()
}
