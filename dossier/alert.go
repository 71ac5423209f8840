package dossier

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// AlertKind says what an alert is about.
type AlertKind string

const (
	Moves  AlertKind = "moves"   // a party takes another stance
	Meets  AlertKind = "meeting" // a meeting is set, moved to another day, on hold, cancelled or denied
	Counts AlertKind = "count"   // a figure of an event is greater than a number
	Silent AlertKind = "silent"  // no article has come for some hours
)

// AlertKinds lists every kind.
var AlertKinds = []AlertKind{Moves, Meets, Counts, Silent}

// Alert is something that somebody wants to be told at once.
type Alert struct {
	Name   string // unique in its dossier
	When   AlertKind
	Party  string            // only where this party is concerned
	Issue  parley.Issue      // of Moves: only on this issue
	What   parley.FigureKind // of Counts
	Over   float64           // of Counts
	Hours  int               // of Silent
	Outlet string            // of Silent: only from this outlet
	// To are the places to tell it: "-" for standard output, a file, "mailto:"
	// with an address, the address of a webhook.
	To []string
}

type fileAlert struct {
	Name   string   `toml:"name"`
	When   string   `toml:"when"`
	Party  string   `toml:"party"`
	Issue  string   `toml:"issue"`
	What   string   `toml:"what"`
	Over   *float64 `toml:"over"`
	Hours  int      `toml:"hours"`
	Outlet string   `toml:"outlet"`
	To     []string `toml:"to"`
}

func (c *checker) alert(d Dossier, key string, f fileAlert) Alert {
	a := Alert{Name: strings.TrimSpace(f.Name), When: AlertKind(f.When), Issue: parley.Issue(f.Issue), What: parley.FigureKind(f.What), Hours: f.Hours, Outlet: f.Outlet, To: f.To}
	switch {
	case a.Name == "":
		c.fault(key, "the alert has no name", `add a line such as name = "a meeting is set"`)
	case slices.ContainsFunc(d.Alerts, func(o Alert) bool { return o.Name == a.Name }):
		c.fault(key+".name", fmt.Sprintf("another alert is called %q too", a.Name), "give each a name of its own")
	}
	if f.Party != "" {
		if code, ok := partyOf(c.words, f.Party); ok {
			a.Party = code
		} else {
			c.fault(key+".party", fmt.Sprintf("the lexicon knows no party %q", f.Party), "use the code of a state, body or group")
		}
	}
	if len(a.To) == 0 {
		c.fault(key, "nobody is told", `add a line such as to = ["-"]`)
	}
	for i, to := range a.To {
		if strings.TrimSpace(to) == "" || strings.ContainsAny(to, "\r\n") || strings.HasPrefix(to, "mailto:") && !strings.Contains(to, "@") {
			c.fault(fmt.Sprintf("%s.to.%d", key, i), fmt.Sprintf("%q is no place to tell it", to), `use "-", a file, "mailto:desk@post.example" or the address of a webhook`)
		}
	}
	c.alertKind(d, key, f, &a)
	return a
}

// alertKind wants what the kind of the alert needs, and refuses what it cannot
// use.
func (c *checker) alertKind(d Dossier, key string, f fileAlert, a *Alert) {
	stray := func(field string, set bool, of AlertKind) {
		if set && a.When != of {
			c.fault(key+"."+field, fmt.Sprintf("%q says nothing where when is %q", field, f.When), fmt.Sprintf("leave it out, or write when = %q", of))
		}
	}
	stray("issue", f.Issue != "", Moves)
	stray("what", f.What != "", Counts)
	stray("over", f.Over != nil, Counts)
	stray("hours", f.Hours != 0, Silent)
	stray("outlet", f.Outlet != "", Silent)
	switch {
	case !slices.Contains(AlertKinds, a.When):
		c.fault(key+".when", fmt.Sprintf("%q is nothing that an alert can wait for", f.When), `use "moves", "meeting", "count" or "silent"`)
	case a.When == Moves && f.Issue != "" && !slices.Contains(parley.Issues, a.Issue) && !slices.ContainsFunc(d.Issues, func(i Issue) bool { return i.ID == a.Issue }):
		c.fault(key+".issue", fmt.Sprintf("there is no issue %q", f.Issue), "use a built-in issue such as ceasefire, or add it with [[issue]]")
	case a.When == Counts && (!slices.Contains(parley.FigureKinds, a.What) || f.Over == nil):
		c.fault(key, "a count needs what is counted and the number to pass", `add lines such as what = "killed" and over = 50`)
	case a.When == Silent && f.Hours < 1:
		c.fault(key, "silence needs a number of hours", "add a line such as hours = 24")
	}
	if f.Over != nil {
		a.Over = *f.Over
	}
}
