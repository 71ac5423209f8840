package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/intake"
	"github.com/parleyrecord/parley/source/follow"
)

// TestWhatServersSayStaysText lets everything that comes from outside hold a
// terminal's commands: none may reach it.
func TestWhatServersSayStaysText(t *testing.T) {
	t.Parallel()
	const evil = "\x1b]0;gotcha\a\x1b[2J\r\nparley: all is well"
	problem := &parley.Error{Kind: parley.Invalid, Problem: evil}
	var out, errs bytes.Buffer
	r := &followReport{p: &program{out: &out, err: &errs}}
	r.look(follow.Look{Notes: []error{problem}, Err: problem, Troubles: []follow.Trouble{{Name: "moved", Text: evil}}})
	r.outcome(intake.Outcome{ID: "a", Title: evil, Kept: true})
	r.outcome(intake.Outcome{ID: "b", Err: problem})
	b := batch{p: r.p}
	b.tell(problem)
	for what, said := range map[string]string{"output": out.String(), "errors": errs.String()} {
		if strings.ContainsAny(said, "\x1b\a\r") || strings.Contains(said, "\nparley: all is well") {
			t.Errorf("%s: %q", what, said)
		}
	}
	if n := strings.Count(errs.String(), "\n"); n != 5 {
		t.Errorf("%d lines of trouble: %q", n, errs.String())
	}
}

// TestQuietFolderIsNotToldOf wants a line where something came, and none each time
// that a folder is looked at in vain.
func TestQuietFolderIsNotToldOf(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	r := &followReport{p: &program{out: &out, err: &out}}
	for i := range 6 {
		r.look(follow.Look{State: follow.State{Address: "/clippings"}, New: i % 3 / 2})
		r.idle(time.Now().Add(10 * time.Second))
	}
	r.look(follow.Look{})
	r.idle(time.Now().Add(time.Hour))
	said := regexp.MustCompile(`\d\d:\d\d:\d\d`).ReplaceAllString(out.String(), "TIME")
	const came = "/clippings: 1 new\n1 source looked at\nnext look at TIME\n"
	if want := "1 source looked at, nothing new\nnext look at TIME\n" + came + came + "1 source looked at, nothing new\nnext look at TIME\n"; said != want {
		t.Errorf("it says\n%swant\n%s", said, want)
	}
}
