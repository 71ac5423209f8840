package web_test

import (
	"context"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// walked are the pages that the browser walks, by name.
func walked(t *testing.T, r store.Reader) [][2]string {
	const in = "dossier=russia-ukraine"
	return [][2]string{
		{"front", "/?" + in}, {"timeline", "/timeline?" + in}, {"matrix", "/positions?" + in}, {"matrix-past", "/positions?" + in + "&as-of=2025-11-25"},
		{"cell", "/positions/UKR/alliance-membership?" + in}, {"meetings", "/meetings?" + in}, {"proposals", "/proposals?" + in}, {"statements", "/statements?q=talks&" + in},
		{"actors", "/actors?" + in}, {"actor", "/actors/" + url.PathEscape("Steve Witkoff") + "?" + in}, {"disputes", "/disputes"}, {"documents", "/documents?" + in},
		{"document", "/documents/meridian-2025-12-22-miami-ends?" + in}, {"changes", changed(t, r)}, {"entry", "/entries/" + entriesOf(t, r, parley.MeetingEntry)[0]},
		{"entry-dispute", "/entries/" + entriesOf(t, r, parley.DisputeEntry)[0]}, {"brief", "/brief?" + in}, {"news", "/changes?since=2025&" + in}, {"review", "/review?" + in}, {"corrections", "/corrections"}, {"health", "/health"}, {"help", "/help"},
		{"nothing", "/?dossier=sudan"}, {"front-disputed", "/?as-of=2025-11-23"}, {"plans", "/proposals"}, {"actor-state", "/actors/UKR?" + in},
	}
}

// changed is the page of what an outlet changed in an article.
func changed(t *testing.T, r store.Reader) string {
	t.Helper()
	seen := map[string]string{}
	for d, err := range r.Documents(t.Context(), store.DocumentFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if before, twice := seen[d.ID]; twice {
			return "/documents/" + url.PathEscape(d.Key()) + "/changes?from=" + before
		}
		seen[d.ID] = d.Version
	}
	t.Fatal("no document of the sample has two versions")
	return ""
}

func TestEveryPageInABrowser(t *testing.T) {
	s, record := correctable(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	for _, width := range []int64{1440, 360} {
		for _, p := range walked(t, record) {
			name := fmt.Sprintf("%s at %d px", p[0], width)
			b.size(width, 900, width == 360)
			b.open(p[1])
			if wide := ask[float64](b, `document.documentElement.scrollWidth`); wide > float64(width) {
				t.Errorf("%s is %v px wide", name, wide)
			}
			if moved := ask[float64](b, layoutShift); moved > 0.01 {
				t.Errorf("%s: its parts move by %.3f while it loads", name, moved)
			}
			b.accessible(name)
			if ask[bool](b, `document.querySelector("a[data-evidence]") !== null`) {
				b.run(chromedp.Click(`a[data-evidence]`, chromedp.ByQuery), chromedp.WaitVisible(`.evidence`, chromedp.ByQuery))
				if wide := ask[float64](b, `document.documentElement.scrollWidth`); wide > float64(width) {
					t.Errorf("%s is %v px wide with sentences open", name, wide)
				}
			}
			b.quiet(name)
		}
	}
}

// layoutShift adds up how far parts of the page have moved since it began to
// load.
const layoutShift = `new Promise(done => {
	let sum = 0
	new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value }).observe({type: "layout-shift", buffered: true})
	requestAnimationFrame(() => requestAnimationFrame(() => done(sum)))
})`

func TestFirstPageIsLight(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	b.run(network.ClearBrowserCache())
	b.bytes = 0
	b.open("/?dossier=russia-ukraine")
	if b.bytes > 100_000 {
		t.Errorf("the first page brings %.0f bytes, want 100000 at most", b.bytes)
	}
	t.Logf("the first page brings %.0f bytes", b.bytes)
}

func TestEvidenceOpensInPlace(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	const first = `.rows .row:first-child `
	b.open("/timeline?dossier=russia-ukraine")
	b.run(chromedp.Click(first+`a.opens`, chromedp.ByQuery), chromedp.WaitVisible(first+`.evidence mark`, chromedp.ByQuery))
	if expanded := ask[string](b, `document.querySelector(".rows .row:first-child a.opens").getAttribute("aria-expanded")`); expanded != "true" {
		t.Errorf("aria-expanded is %s on an open line", expanded)
	}
	b.run(chromedp.Click(first+`a.opens`, chromedp.ByQuery), chromedp.WaitNotPresent(first+`.evidence`, chromedp.ByQuery))
	b.quiet("with JavaScript")

	b.run(emulation.SetScriptExecutionDisabled(true))
	b.open("/timeline?dossier=russia-ukraine")
	b.run(chromedp.Click(first+`a.opens`, chromedp.ByQuery), chromedp.WaitVisible(`.evidence mark`, chromedp.ByQuery))
	b.run(chromedp.Click(`.evidence figcaption a`, chromedp.ByQuery), chromedp.WaitVisible(`article.text mark`, chromedp.ByQuery))
	b.quiet("without JavaScript")
}

func TestKeysAlone(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	b.open("/timeline?dossier=russia-ukraine")
	b.run(chromedp.KeyEvent(kb.Tab))
	if at := ask[string](b, `document.activeElement.className`); at != "skip" {
		t.Errorf("the first stop of the tab key is %q, want the link to the page", at)
	}
	b.run(chromedp.KeyEvent("j"), chromedp.KeyEvent("j"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`.rows .row:nth-child(2) .evidence`, chromedp.ByQuery))
	b.run(chromedp.KeyEvent("k"), chromedp.KeyEvent("o"), chromedp.WaitVisible(`.rows .row:nth-child(1) .evidence`, chromedp.ByQuery))
	b.run(chromedp.KeyEvent("/"))
	if at := ask[string](b, `document.activeElement.name`); at != "actor" {
		t.Errorf("/ leads to %q, want the search field", at)
	}
	b.run(chromedp.Evaluate(`document.activeElement.value = ""`, nil), chromedp.KeyEvent("putin"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(`.filters a`, chromedp.ByQuery))
	if where := ask[string](b, `location.search`); !strings.Contains(where, "actor=putin") {
		t.Errorf("the filter leads to %s", where)
	}
	b.run(chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.KeyEvent("g"), chromedp.KeyEvent("p"), chromedp.WaitVisible(`table.matrix`, chromedp.ByQuery))
	if where := ask[string](b, `location.pathname + location.search`); where != "/positions?dossier=russia-ukraine" {
		t.Errorf("g p leads to %s", where)
	}
	b.quiet("keys")
}

func TestMatrixAtAnotherDate(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	b.open("/positions?dossier=russia-ukraine")
	now := ask[string](b, `document.querySelector("table.matrix").innerText`)
	b.run(chromedp.SetValue(`#as-of`, "2025-11-01", chromedp.ByQuery), chromedp.Click(`.as-of button`, chromedp.ByQuery), chromedp.WaitVisible(`.past`, chromedp.ByQuery))
	then := ask[string](b, `document.querySelector("table.matrix").innerText`)
	if now == then {
		t.Error("the matrix of 1 November is that of now")
	}
	b.run(chromedp.Click(`.past a`, chromedp.ByQuery), chromedp.WaitNotPresent(`.past`, chromedp.ByQuery))
	if again := ask[string](b, `document.querySelector("table.matrix").innerText`); again != now {
		t.Error("back to now shows another matrix than before")
	}
	b.quiet("matrix")
}

func TestSearchFinds(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	b.open("/statements")
	b.run(chromedp.SendKeys(`[name=q]`, "productive"+kb.Enter, chromedp.ByQuery), chromedp.WaitVisible(`.filters a[href="/statements"]`, chromedp.ByQuery))
	if found := ask[string](b, `document.querySelector(".quotes").innerText`); !strings.Contains(found, "productive") {
		t.Errorf("the search for “productive” finds %.200s", found)
	}
	b.quiet("search")
}

func TestCorrectionAndUndoInABrowser(t *testing.T) {
	s, record := correctable(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	b.open("/entries/" + entriesOf(t, record, parley.MeetingEntry)[0])
	const set = `.correct details:has([name=field]) `
	b.run(chromedp.Click(set+`summary`, chromedp.ByQuery), chromedp.SetValue(set+`[name=field]`, "place", chromedp.ByQuery),
		chromedp.SendKeys(set+`[name=value]`, "Port Amber", chromedp.ByQuery), chromedp.Click(set+`button`, chromedp.ByQuery), chromedp.WaitVisible(`.done`, chromedp.ByQuery))
	if shown := ask[string](b, `document.querySelector("main").innerText`); !strings.Contains(shown, "Port Amber") {
		t.Errorf("the place that was set is not shown: %.300s", shown)
	}
	b.accessible("after a correction")
	b.run(chromedp.Click(`.done form button`, chromedp.ByQuery), chromedp.WaitNotPresent(`.made`, chromedp.ByQuery))
	if shown := ask[string](b, `document.querySelector(".lead").innerText`); strings.Contains(shown, "Port Amber") {
		t.Error("the place that was undone is still shown")
	}
	b.quiet("correction")
}

func TestPrintedPages(t *testing.T) {
	s, _ := looking(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	for _, address := range []string{"/brief?dossier=russia-ukraine&since=2025-10", "/?dossier=russia-ukraine", "/timeline?dossier=russia-ukraine&since=2025-10"} {
		b.run(emulation.SetEmulatedMedia().WithMedia("print"))
		b.open(address)
		torn := ask[[]string](b, `[...document.querySelectorAll(".row, .diary li, figure, .dispute, tr")].filter(e => getComputedStyle(e).breakInside !== "avoid").map(e => e.className).slice(0, 3)`)
		if len(torn) > 0 {
			t.Errorf("%s: the end of a page may tear %q apart", address, torn)
		}
		if shown := ask[bool](b, `getComputedStyle(document.querySelector(".top nav")).display !== "none"`); shown {
			t.Errorf("%s prints the navigation", address)
		}
		b.run(chromedp.ActionFunc(func(ctx context.Context) error {
			paper, _, err := page.PrintToPDF().WithPreferCSSPageSize(true).WithPrintBackground(true).Do(ctx)
			if err == nil && !strings.HasPrefix(string(paper), "%PDF") {
				t.Errorf("%s prints as %.20q", address, paper)
			}
			if err == nil && *shots != "" {
				err = os.WriteFile(filepath.Join(*shots, "print-"+strings.Trim(strings.Split(address, "?")[0], "/")+".pdf"), paper, 0o644)
			}
			return err
		}))
		b.quiet(address)
	}
}

func TestHostileTextInABrowser(t *testing.T) {
	record := recordOf(t, hostile())
	server := httptest.NewServer(serverOf(t, record))
	defer server.Close()
	b := browse(t, server)
	for _, address := range []string{"/", "/timeline", "/positions", "/statements", "/actors", "/documents?since=2025", "/documents/script", "/documents/style", "/documents/bidi", "/documents/template", "/documents/long", "/documents/formula", "/brief"} {
		b.size(360, 800, false)
		b.open(address)
		if ask[string](b, `getComputedStyle(document.body).display`) == "none" || ask[string](b, `getComputedStyle(document.querySelector("main")).color`) == "rgb(255, 0, 0)" {
			t.Errorf("%s is restyled by an article", address)
		}
		if wide := ask[float64](b, `document.documentElement.scrollWidth`); wide > 360 {
			t.Errorf("%s is %v px wide", address, wide)
		}
		b.quiet(address)
	}
}

// TestScreenshots makes pictures of all pages, light and dark, large and small:
// go test ./web -run TestScreenshots -shots DIR
func TestScreenshots(t *testing.T) {
	if *shots == "" {
		t.Skip("give -shots DIR to make pictures of all pages")
	}
	s, record := correctable(t)
	server := httptest.NewServer(s)
	defer server.Close()
	b := browse(t, server)
	if err := os.MkdirAll(*shots, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, look := range []struct {
		name  string
		width int64
		dark  bool
	}{{"light", 1440, false}, {"dark", 1440, true}, {"phone", 360, false}, {"phone-dark", 360, true}} {
		for _, p := range walked(t, record) {
			b.size(look.width, 900, look.dark)
			b.open(p[1])
			var picture []byte
			b.run(chromedp.FullScreenshot(&picture, 100))
			if err := os.WriteFile(filepath.Join(*shots, p[0]+"-"+look.name+".png"), picture, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
