package export

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/parleyrecord/parley"
)

// stanceSigns are the signs that stand beside a stance, so that it can be told
// without colour.
var stanceSigns = map[parley.Stance]string{
	parley.Accepts: "✓", parley.Supports: "✓", parley.Offers: "◇", parley.Conditional: "◐", parley.Undecided: "○",
	parley.Demands: "!", parley.Rejects: "✕", parley.RedLine: "■", parley.Threatens: "▲",
}

var stanceStyles = map[parley.Stance]Style{
	parley.Accepts: Good, parley.Supports: Good, parley.Offers: Good, parley.Conditional: Warn,
	parley.Demands: Accent, parley.Rejects: Bad, parley.RedLine: Bad, parley.Threatens: Bad,
}

// signed writes a stance with its sign.
func signed(s parley.Stance) string {
	if sign := stanceSigns[s]; sign != "" {
		return sign + " " + string(s)
	}
	return string(s)
}

// standing writes a stance that stands beside its issue: "! demands an end".
func standing(s parley.Stance, aim parley.Aim) string {
	if aim == parley.AtEnd {
		return signed(s) + " an end"
	}
	return signed(s)
}

// Matter writes what a stance is taken on, to stand behind it: "an end or limit to
// enrichment".
func Matter(aim parley.Aim, i parley.Issue) string {
	if aim == parley.AtEnd {
		return "an end or limit to " + IssueWords(i)
	}
	return IssueWords(i)
}

// IssueWords writes an issue as words.
func IssueWords(i parley.Issue) string {
	if pairs[i] {
		return strings.Replace(string(i), "-", " and ", 1)
	}
	return strings.ReplaceAll(string(i), "-", " ")
}

// pairs are the issues that join two matters under one name.
var pairs = map[parley.Issue]bool{
	"prisoners-hostages": true, "missiles-proxies": true, "governance-elections": true, "reparations-accountability": true,
	"trade-tariffs": true, "venue-date": true, "recognition-sovereignty": true, "shipping-straits": true,
}

// kinds are the nouns for types of events and acts, and for modes whose own
// word is no noun.
var kinds = map[string]string{
	"AGREE": "agreement", "CONSULT": "meeting", "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "concession", "PROTEST": "protest",
	"SANCTION": "sanctions", "MOBILIZE": "mobilization", "COERCE": "coercion", "ASSAULT": "attack", "PROPOSE": "proposal",
	"SUPPORT": "support", "CONCEDE": "concession", "REQUEST": "request", "ACCUSE": "accusation", "REJECT": "rejection", "THREATEN": "threat",
	"withdraw": "withdrawal", "ease-sanctions": "easing of sanctions", "drone": "drone attack", "missile": "missile attack",
	"aerial": "air attack", "artillery": "artillery attack", "ground": "ground attack",
}

// Kind says what an event is: its mode where it has one that speaks for
// itself, else its type.
func Kind(t parley.EventType, m parley.Mode) string {
	word := string(m)
	if m == "" || m == "other" {
		word = string(t)
	}
	return cmp.Or(kinds[word], strings.ToLower(word))
}

// between writes who did something and to or with whom.
func between(actors, recipients []string) string {
	switch {
	case len(recipients) == 0:
		return list(actors)
	case len(actors) == 0:
		return "→ " + list(recipients)
	}
	return list(actors) + " → " + list(recipients)
}

func list(names []string) string { return strings.Join(names, ", ") }

// quotation writes words as they stood, the pieces that a cue splits apart
// joined by an ellipsis.
func quotation(pieces ...string) string {
	words := strings.Join(pieces, " … ")
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// dotted joins what is not empty by dots.
func dotted(parts ...string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, " · ")
}

var statusStyles = map[string]Style{
	"held": Good, "happened": Good, "under-way": Good, "ongoing": Good, "planned": Accent, "on-hold": Warn, "cancelled": Bad, "denied": Bad,
}

// stated writes a status as words; one whose day has passed without news of it
// is not confirmed.
func stated(status string, unconfirmed bool) (words string, style Style) {
	words, style = strings.ReplaceAll(status, "-", " "), statusStyles[status]
	if unconfirmed {
		return words + ", not confirmed", Warn
	}
	return words, style
}

// Counted writes a number with its noun: "1 source", "3 sources",
// "2 copies".
func Counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ends := strings.CutSuffix(noun, "py"); ends {
		return fmt.Sprintf("%d %spies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// shortID is as much of an entry's id as people need to type.
func shortID(id string) string { return id[:min(len(id), 10)] }

func ifAny(prefix string, names []string) string {
	if len(names) == 0 {
		return ""
	}
	return prefix + list(names)
}

// Capitalised writes the first letter large.
func Capitalised(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// IfSome writes words with a prefix, and nothing where there are none.
func IfSome(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

func round(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("round %d", n)
}

func rounds(n int) string {
	if n == 0 {
		return ""
	}
	return Counted(n, "round")
}

// StatusWords writes a status as words; one whose day has passed without news of
// it is not confirmed.
func StatusWords(status string, unconfirmed bool) string {
	words, _ := stated(status, unconfirmed)
	return words
}
