package dossier

import (
	"github.com/parleyrecord/parley"
)

// Dossier is one negotiation that is followed.
type Dossier struct {
	ID   string // letters, digits and dashes: "norland-sudmark"
	Name string
	// Parties are those that negotiate or fight, as the lexicon calls them:
	// "RUS", "HAMAS", "EU".
	Parties []string
	// Decisive are those of the parties whose names tell its news from others';
	// all of them where it is empty.
	Decisive []string
	// Others are mediators and whoever else matters to it.
	Others []string
	// Watch are the words by which its news is known.
	Watch []Words
	// Except are longer phrases in which a name or a watched word means
	// something else ("South Sudan").
	Except []string
	// Issues are matters under negotiation beside the built-in ones.
	Issues []Issue
	// Alerts are what to tell at once.
	Alerts []Alert
	// Feeds are the addresses of feeds and pages to follow.
	Feeds []string
	// Source is the file that it stands in; Own tells that a user wrote it.
	Source string
	Own    bool
}

// Words are words and phrases of one weight, from 1 (a hint) to 5 (no other
// reading).
type Words struct {
	Weight  int
	Phrases []string
}

// Issue is a matter under negotiation, with the lemmas that speak of it.
type Issue struct {
	ID    parley.Issue
	Words []Words
}

// Phrases counts the watched words.
func (d Dossier) Phrases() int {
	n := 0
	for _, w := range d.Watch {
		n += len(w.Phrases)
	}
	return n
}
