package dossier

import (
	"fmt"
	"strings"

	"github.com/parleyrecord/parley"
)

// Draft is a dossier file to begin with: what is given, and beside it, as
// comments, what more can be said.
func Draft(name string, parties, watch, feeds []string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "name = %q\n", name)
	fmt.Fprintf(&b, "parties = %s # who negotiate or fight, by code or name: \"RUS\", \"EU\", \"Hamas\"\n", quotedList(parties))
	b.WriteString("# others = [\"OMN\"]  # mediators, and whoever else matters\n")
	b.WriteString("# except = [\"South Norland\"]  # longer phrases in which a name means somebody else\n")
	if len(feeds) > 0 {
		fmt.Fprintf(&b, "feeds = %s\n", quotedList(feeds))
	} else {
		b.WriteString("# feeds = [\"https://post.example/feed.xml\"]  # for parley follow\n")
	}
	b.WriteString("\n# Words by which its news is known: weight 5 can mean nothing else, 1 is a hint.\n")
	if len(watch) > 0 {
		fmt.Fprintf(&b, "[[watch]]\nweight = 5\nwords = %s\n", quotedList(watch))
	} else {
		b.WriteString("# [[watch]]\n# weight = 5\n# words = [\"Lake Accord\"]\n")
	}
	b.WriteString(`
# Matters under negotiation beside the built-in ones, with the words for them.
# [[issue]]
# id = "grain-corridor"
# words = ["grain corridor", "grain export"]

# What to tell at once, by 'parley alerts': docs/dossiers.md has the rules.
# [[alert]]
# name = "a party moves on the corridor"
# when = "moves"
# issue = "grain-corridor"
# to = ["-"]
`)
	return []byte(b.String())
}

// ReadyFile is the file of a dossier that Parley brings, with feeds put in. The error
// is of kind NotFound and names those that there are.
func ReadyFile(id string, feeds []string) ([]byte, error) {
	text, err := embedded.ReadFile("data/" + id + Ending)
	if err != nil {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: id, Problem: "Parley brings no such dossier", Mend: "choose " + strings.Join(readyIDs(), ", ")}
	}
	if len(feeds) == 0 {
		return text, nil
	}
	name, rest, _ := strings.Cut(string(text), "\n")
	return fmt.Appendf(nil, "%s\nfeeds = %s\n%s", name, quotedList(feeds), rest), nil
}

func readyIDs() (ids []string) {
	files, err := embedded.ReadDir("data")
	if err != nil {
		panic(err) // the folder is part of the program
	}
	for _, f := range files {
		ids = append(ids, strings.TrimSuffix(f.Name(), Ending))
	}
	return ids
}

func quotedList(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = fmt.Sprintf("%q", v)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}
