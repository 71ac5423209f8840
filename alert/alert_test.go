package alert_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/alert"
	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
	"github.com/parleyrecord/parley/store/sqlite"
	"github.com/parleyrecord/parley/view"
)

// wire is a record into which articles come, and a clock.
type wire struct {
	t   *testing.T
	s   store.Store
	now time.Time
	n   int
}

func newWire(t *testing.T) *wire {
	t.Helper()
	s, err := sqlite.Create(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return &wire{t: t, s: s, now: time.Date(2031, 3, 3, 8, 0, 0, 0, time.UTC)}
}

var states = []parley.Actor{{ID: "NOR", Name: "NOR", Kind: parley.StateActor, Known: true}, {ID: "SWE", Name: "SWE", Kind: parley.StateActor, Known: true}}

// comes adds an article that tells of one event or position of Norway and Sweden.
func (w *wire) comes(item any) {
	w.t.Helper()
	w.n++
	w.now = w.now.Add(time.Minute)
	d := parley.Document{ID: fmt.Sprint("courier-", w.n), Outlet: "courier.example", Published: w.now, Title: "News", Text: fmt.Sprint("Norway and Sweden, number ", w.n)}
	r := parley.Reading{Doc: d.ID, Version: d.Version(), Reader: "1", Actors: states}
	at := parley.Span{Start: 5, End: 20}
	switch item := item.(type) {
	case parley.Event:
		item.Certainty, item.Quotes, item.End = 1, []string{"Norway and Sweden"}, item.Start
		item.Spans = []parley.Evidence{{Field: "quotes", Span: at}}
		r.Events = []parley.Event{item}
	case parley.Position:
		item.Certainty, item.Quotes, item.Spans = 1, []string{"Norway"}, []parley.Evidence{{Field: "quotes", Span: at}}
		r.Positions = []parley.Position{item}
	}
	err := w.s.Update(w.t.Context(), func(tx store.Tx) error {
		return record.Add(w.t.Context(), tx, lexicon.Default(), store.Document{Document: d, Version: d.Version(), Kept: w.now, Dossiers: []string{"nor-swe"}}, r)
	})
	if err != nil {
		w.t.Fatal(err)
	}
}

func meeting(status parley.Status, day parley.Date) parley.Event {
	return parley.Event{Type: parley.Consult, Mode: "meeting", Status: status, Actors: []string{"NOR", "SWE"}, Recipients: []string{}, Start: day}
}

func (w *wire) watcher(alerts ...dossier.Alert) *alert.Watcher {
	return &alert.Watcher{Store: w.s, Dossiers: []dossier.Dossier{{ID: "nor-swe", Name: "Norway and Sweden", Alerts: alerts}}, Now: func() time.Time { return w.now },
		Say: func(c view.Change) (subject, text string) { return string(c.Kind), c.ID }}
}

// subjects are what a watcher finds to tell.
func (w *wire) subjects(watcher *alert.Watcher) (subjects []string) {
	w.t.Helper()
	found, err := watcher.Watch(w.t.Context())
	if err != nil {
		w.t.Fatal(err)
	}
	for _, m := range found {
		subjects = append(subjects, strings.TrimPrefix(m.Subject, "Norway and Sweden: "))
	}
	return subjects
}

func TestWhatIsTold(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	w.comes(meeting(parley.Planned, "2031-03-10"))
	watcher := w.watcher(
		dossier.Alert{Name: "meetings", When: dossier.Meets, To: []string{"-"}},
		dossier.Alert{Name: "moves", When: dossier.Moves, Party: "NOR", Issue: "ceasefire", To: []string{"-"}},
		dossier.Alert{Name: "dead", When: dossier.Counts, What: "killed", Over: 5, To: []string{"-"}},
		dossier.Alert{Name: "silence", When: dossier.Silent, Hours: 24, To: []string{"-"}},
	)
	attack := func(killed float64) parley.Event {
		return parley.Event{Type: parley.Assault, Status: parley.Happened, Actors: []string{"NOR"}, Recipients: []string{"SWE"}, Start: "2031-03-03", Place: "Oslo",
			Figures: []parley.Figure{{What: "killed", N: killed, Qualifier: "exactly"}}}
	}
	stance := func(issue parley.Issue, s parley.Stance) parley.Position {
		return parley.Position{Party: "NOR", Issue: issue, Stance: s}
	}
	for _, step := range []struct {
		what  string
		item  any
		after time.Duration
		want  []string
	}{
		{what: "what is there already is not told"},
		{"a meeting is set", meeting(parley.Planned, "2031-03-20"), 0, []string{"a meeting was set: meeting"}},
		{"another source for it is no news", meeting(parley.Planned, "2031-03-20"), 0, nil},
		{"it is called off", meeting(parley.Cancelled, "2031-03-20"), 24 * time.Hour, []string{"a meeting is cancelled: meeting"}},
		{"few are killed", attack(4), 0, nil},
		{"many are", attack(7), 0, []string{"killed over 5: event"}},
		{"more still", attack(9), 0, nil},
		{"a first stance is no move", stance("ceasefire", parley.Rejects), 0, nil},
		{"a move", stance("ceasefire", parley.Accepts), 24 * time.Hour, []string{"a party moved: position"}},
		{"a stance on another issue", stance("sanctions", parley.Rejects), 0, nil},
		{"a move on another issue", stance("sanctions", parley.Accepts), 24 * time.Hour, nil},
		{"nothing for a day", nil, 25 * time.Hour, []string{"the news fell silent"}},
		{"nothing for another day", nil, 25 * time.Hour, nil},
		{"news again", stance("talks", parley.Supports), 0, nil},
		{"and silence again", nil, 25 * time.Hour, []string{"the news fell silent"}},
	} {
		w.now = w.now.Add(step.after)
		if step.item != nil {
			w.comes(step.item)
		}
		if got := w.subjects(watcher); !slices.Equal(got, step.want) {
			t.Errorf("%s: told %q, want %q", step.what, got, step.want)
		}
	}
}

// hook is a webhook that fails until it recovers.
type hook struct {
	sync.Mutex
	failing bool
	had     []string // the keys that it took
}

func (h *hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.Lock()
	defer h.Unlock()
	if h.failing {
		http.Error(w, "out of order", http.StatusServiceUnavailable)
		return
	}
	var m alert.Message
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil || m.Key != r.Header.Get("Idempotency-Key") {
		http.Error(w, "what is that?", http.StatusBadRequest)
		return
	}
	h.had = append(h.had, m.Key)
}

// postOffice is a mail server that hangs up on its clients until it recovers,
// then takes what they send.
type postOffice struct {
	sync.Mutex
	net.Listener
	failing bool
	letters []string
}

func newPostOffice(t *testing.T) *postOffice {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &postOffice{Listener: listener, failing: true}
	t.Cleanup(func() { listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			p.serve(conn)
		}
	}()
	return p
}

func (p *postOffice) serve(conn net.Conn) {
	defer conn.Close()
	p.Lock()
	defer p.Unlock()
	if p.failing {
		io.WriteString(conn, "421 closed for repairs\r\n")
		return
	}
	io.WriteString(conn, "220 post.example\r\n")
	lines := bufio.NewScanner(conn)
	var letter strings.Builder
	inside := false
	for lines.Scan() {
		line := lines.Text()
		switch {
		case inside && line == ".":
			p.letters = append(p.letters, letter.String())
			letter.Reset()
			inside = false
			io.WriteString(conn, "250 taken\r\n")
		case inside:
			letter.WriteString(line + "\n")
		case strings.HasPrefix(line, "EHLO"), strings.HasPrefix(line, "MAIL"), strings.HasPrefix(line, "RCPT"):
			io.WriteString(conn, "250 well\r\n")
		case line == "DATA":
			inside = true
			io.WriteString(conn, "354 go on\r\n")
		case line == "QUIT":
			io.WriteString(conn, "221 farewell\r\n")
			return
		}
	}
}

// TestDeliveredOnceAfterRecovery lets a webhook and a mail server fail for a
// while: what is told arrives once at each place when they have recovered, and
// the places that work do not wait for them.
func TestDeliveredOnceAfterRecovery(t *testing.T) {
	t.Parallel()
	w := newWire(t)
	web, mail, file := &hook{failing: true}, newPostOffice(t), filepath.Join(t.TempDir(), "alerts.txt")
	server := httptest.NewServer(web)
	t.Cleanup(server.Close)
	watcher := w.watcher(dossier.Alert{Name: "meetings", When: dossier.Meets, To: []string{file, server.URL + "/hook", "mailto:desk@post.example"}})
	w.subjects(watcher) // begins here
	post := &alert.Post{Out: io.Discard, Server: "smtp://" + mail.Addr().String(), From: "parley@post.example", Client: server.Client(), Timeout: 5 * time.Second}
	deliver := func(all bool) (failed int) {
		t.Helper()
		outcomes, err := alert.Deliver(t.Context(), w.s, post, func() time.Time { return w.now }, all)
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range outcomes {
			if o.Err != nil {
				failed++
				if parley.KindOf(o.Err) != parley.Unavailable {
					t.Errorf("%s: %v, want an error of kind Unavailable", o.To, o.Err)
				}
			}
		}
		return failed
	}
	for _, day := range []parley.Date{"2031-03-10", "2031-03-12"} {
		w.comes(meeting(parley.Planned, day))
		w.subjects(watcher)
	}
	if failed := deliver(false); failed != 4 {
		t.Errorf("%d deliveries failed while both servers did, want 4", failed)
	}
	if failed := deliver(false); failed != 0 {
		t.Errorf("%d deliveries were tried again before their pause was over", failed)
	}
	if failed := deliver(true); failed != 4 {
		t.Errorf("%d deliveries failed when they were asked for, want 4", failed)
	}
	web.Lock()
	web.failing = false
	web.Unlock()
	mail.Lock()
	mail.failing = false
	mail.Unlock()
	w.now = w.now.Add(time.Hour)
	for range 3 {
		if failed := deliver(false); failed != 0 {
			t.Errorf("%d deliveries failed after recovery", failed)
		}
		w.subjects(watcher)
	}
	written, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	web.Lock()
	defer web.Unlock()
	mail.Lock()
	defer mail.Unlock()
	if n := strings.Count(string(written), "\n"); n != 2 || len(web.had) != 2 || len(mail.letters) != 2 || web.had[0] == web.had[1] {
		t.Errorf("the file has %d alerts, the webhook had %q, the mailbox %q; want two different ones each", n, web.had, mail.letters)
	}
	if len(mail.letters) > 0 && (!strings.Contains(mail.letters[0], "Subject: Norway and Sweden: a meeting was set") || !strings.Contains(mail.letters[0], "Message-ID: <")) {
		t.Errorf("the letter reads\n%s", mail.letters[0])
	}
}

func TestMailWantsAServer(t *testing.T) {
	t.Parallel()
	err := (&alert.Post{Timeout: time.Second}).Send(context.Background(), "mailto:desk@post.example", alert.Message{})
	if parley.KindOf(err) != parley.Invalid || !strings.Contains(err.Error(), "PARLEY_SMTP") {
		t.Errorf("%v, want to be told to set PARLEY_SMTP", err)
	}
}
