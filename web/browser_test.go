package web_test

import (
	"context"
	"flag"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// shots is where TestScreenshots puts its pictures.
var shots = flag.String("shots", "", "folder into which screenshots of all pages are written")

// programs are the names under which Chromium may be installed.
var programs = []string{"chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"}

// started is the one browser of all tests.
var started = sync.OnceValues(func() (context.Context, error) {
	for _, name := range programs {
		path, err := exec.LookPath(name)
		if err != nil {
			continue
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:],
			chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("hide-scrollbars", true),
			chromedp.Flag("force-prefers-reduced-motion", true), chromedp.WSURLReadTimeout(time.Minute))
		allocator, _ := chromedp.NewExecAllocator(context.Background(), options...)
		browser, _ := chromedp.NewContext(allocator)
		return browser, chromedp.Run(browser)
	}
	return nil, nil
})

// tab is a page of the browser that watches for what should not happen.
type tab struct {
	t      *testing.T
	ctx    context.Context
	home   string // the address of the server
	turn   sync.Mutex
	faults []string
	bytes  float64 // that came over the network
}

// browse opens a tab on a server; the test is skipped where there is no browser.
func browse(t *testing.T, server *httptest.Server) *tab {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves out the tests in a browser")
	}
	browser, err := started()
	if err != nil {
		t.Fatalf("start the browser: %v", err)
	}
	if browser == nil {
		t.Skip("no Chromium here: install it to test the pages in a browser")
	}
	ctx, stop := chromedp.NewContext(browser)
	ctx, late := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(func() { late(); stop() })
	b := &tab{t: t, ctx: ctx, home: server.URL}
	chromedp.ListenTarget(ctx, b.watch)
	// The tab lives as long as the context of what runs in it first.
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), runtime.Enable()); err != nil {
		t.Fatal(err)
	}
	return b
}

// watch notes errors on the console, failed requests and dialogs.
func (b *tab) watch(event any) {
	b.turn.Lock()
	defer b.turn.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, "exception: "+e.ExceptionDetails.Error())
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.APITypeError || e.Type == runtime.APITypeWarning {
			b.faults = append(b.faults, fmt.Sprintf("console: %s", e.Args[0].Value))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.LevelError {
			b.faults = append(b.faults, "log: "+e.Entry.Text+" "+e.Entry.URL)
		}
	case *network.EventLoadingFailed:
		if !e.Canceled {
			b.faults = append(b.faults, "request failed: "+e.ErrorText)
		}
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			b.faults = append(b.faults, fmt.Sprintf("%s: status %d", e.Response.URL, e.Response.Status))
		}
	case *network.EventLoadingFinished:
		b.bytes += e.EncodedDataLength
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, b.home) && !strings.HasPrefix(e.Request.URL, "data:") {
			b.faults = append(b.faults, "leaves for "+e.Request.URL)
		}
	case *page.EventJavascriptDialogOpening:
		b.faults = append(b.faults, "a dialog: "+e.Message)
		go chromedp.Run(b.ctx, page.HandleJavaScriptDialog(false))
	}
}

// quiet wants that nothing went wrong since it was asked last.
func (b *tab) quiet(where string) {
	b.t.Helper()
	b.turn.Lock()
	defer b.turn.Unlock()
	for _, fault := range b.faults {
		b.t.Errorf("%s: %s", where, fault)
	}
	b.faults = nil
}

func (b *tab) run(actions ...chromedp.Action) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// patience is how long a test waits for what should come at once.
const patience = time.Minute

// open goes to a page and waits until it has come with all that it loads.
func (b *tab) open(address string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.home+address), chromedp.WaitReady("main", chromedp.ByQuery), b.loaded())
}

func (b *tab) loaded() chromedp.Action {
	return chromedp.Evaluate(`document.fonts.ready.then(() => true)`, nil, awaiting)
}

func awaiting(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// ask evaluates an expression in the page.
func ask[T any](b *tab, expression string) (value T) {
	b.t.Helper()
	b.run(chromedp.Evaluate(expression, &value, awaiting))
	return value
}

// size gives the window a width and height, and the page light or dark colours.
func (b *tab) size(width, height int64, dark bool) {
	b.t.Helper()
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	b.run(emulation.SetDeviceMetricsOverride(width, height, 1, width < 600),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}))
}

// axe is the accessibility checker of that name; "" where it is not installed.
var axe = sync.OnceValue(func() string {
	script, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		return ""
	}
	return string(script)
})

// accessible wants that axe finds nothing serious or critical on the page.
func (b *tab) accessible(where string) {
	b.t.Helper()
	if axe() == "" {
		b.t.Log("axe-core is not in web/testdata/axe: accessibility is not checked; .ci/run fetches it")
		return
	}
	b.run(chromedp.Evaluate(axe(), nil))
	found := ask[[]string](b, `axe.run(document, {resultTypes: ["violations"]}).then(r => r.violations
		.filter(v => v.impact === "serious" || v.impact === "critical")
		.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? "")).join(" | ")))`)
	for _, f := range found {
		b.t.Errorf("%s: axe: %s", where, f)
	}
}
