package dossier

import (
	"fmt"
	"strings"
)

// IssueTable gives the issues that dossiers add as a table of the lexicon ("issues",
// see lexicon/data/README.md); "" where they add none.
func IssueTable(all []Dossier) string {
	var b strings.Builder
	for _, d := range all {
		for _, issue := range d.Issues {
			for _, w := range issue.Words {
				phrases := make([]string, len(w.Phrases))
				for i, phrase := range w.Phrases {
					phrases[i] = tableCell.Replace(strings.ToLower(phrase))
				}
				fmt.Fprintf(&b, "%s\t%d\t%s\n", issue.ID, w.Weight, strings.Join(phrases, "|"))
			}
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "issue\tweight\tphrases\n" + b.String()
}

// tableCell keeps a phrase in its cell.
var tableCell = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ", "|", " ")
