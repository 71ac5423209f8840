package web

import (
	"cmp"
	"html/template"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

// words are the functions that templates use; name is what readers call a party.
func words(name func(party string) string) template.FuncMap {
	return template.FuncMap{
		"say":      foreign,
		"plain":    export.Clean,
		"clip":     clipped,
		"name":     func(party string) string { return name(party) },
		"names":    func(parties []string) string { return listed(parties, name) },
		"interval": export.Interval,
		"day":      export.Day,
		"moment":   export.Moment,
		"iso":      func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"counted":  export.Counted,
		"issue":    issueWords,
		"issuelow": export.IssueWords,
		"matter":   matterWords,
		"sign":     stanceSign,
		"mood":     func(s parley.Stance) string { return moods[s] },
		"stance":   func(s parley.Stance) string { return strings.ReplaceAll(string(s), "-", " ") },
		"stances":  func() []parley.Stance { return parley.Stances },
		"reply":    func(r parley.Response) string { return replies[r] },
		"title":    export.Capitalised,
		"outside":  outside,
		"join":     strings.Join,
		"either":   cmp.Or[string],
		"field":    func(f string) string { return strings.ReplaceAll(f, "_", " ") },
	}
}

func issueWords(i parley.Issue) string { return export.Capitalised(export.IssueWords(i)) }

// matterWords writes what a stance is taken on: an issue by its name, an end of
// it in the course of a sentence.
func matterWords(aim parley.Aim, i parley.Issue) string {
	if aim == "" {
		return issueWords(i)
	}
	return export.Matter(aim, i)
}

// listed writes names as prose does, each as name says.
func listed(names []string, name func(string) string) string {
	shown := make([]string, len(names))
	for i, n := range names {
		shown[i] = name(n)
	}
	return export.Series(shown)
}

func itself(s string) string { return s }

// moods are the classes of colour that stances share: yes, if, demand, no, open.
var moods = map[parley.Stance]string{
	parley.Accepts: "yes", parley.Supports: "yes", parley.Offers: "yes", parley.Conditional: "cond", parley.Undecided: "unsure",
	parley.Demands: "dem", parley.Rejects: "no", parley.RedLine: "no", parley.Threatens: "no",
}

// replies are the classes of colour of replies to a proposal.
var replies = map[parley.Response]string{"accepts": "yes", "supports": "yes", "conditional": "cond", "studying": "unsure", "rejects": "no"}

// signs are drawn in a square of 12, so that a stance can be told without colour
// and looks alike in every font.
var signs = map[parley.Stance]string{
	parley.Accepts:     `<path d="M1.6 6.4l3 3L10.4 2.6" fill="none" stroke="currentColor" stroke-width="2"/>`,
	parley.Supports:    `<path d="M1.6 6.4l3 3L10.4 2.6" fill="none" stroke="currentColor" stroke-width="2"/>`,
	parley.Offers:      `<path d="M6 1.2L10.8 6 6 10.8 1.2 6z" fill="none" stroke="currentColor" stroke-width="1.7"/>`,
	parley.Conditional: `<circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M6 1.6a4.4 4.4 0 0 1 0 8.8z" fill="currentColor"/>`,
	parley.Undecided:   `<circle cx="6" cy="6" r="4.3" fill="none" stroke="currentColor" stroke-width="1.6"/>`,
	parley.Demands:     `<path d="M6 1v6.4" stroke="currentColor" stroke-width="2.2"/><circle cx="6" cy="10" r="1.4" fill="currentColor"/>`,
	parley.Rejects:     `<path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="2"/>`,
	parley.RedLine:     `<path d="M1.5 1.5h9v9h-9z" fill="currentColor"/>`,
	parley.Threatens:   `<path d="M6 1.2l5.2 9.6H.8z" fill="currentColor"/>`,
}

func stanceSign(s parley.Stance) template.HTML {
	return template.HTML(`<svg class="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">` + signs[s] + `</svg>`)
}
