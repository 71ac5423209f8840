package main

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

func TestEveryCommandIsExplained(t *testing.T) {
	t.Parallel()
	root := (&program{}).rootCommand()
	root.InitDefaultCompletionCmd()
	rows := commandRows(t)
	for _, command := range root.Commands() {
		name := command.Name()
		if command.Short == "" || name != "completion" && !strings.Contains(command.Example, "parley "+name) {
			t.Errorf("%s has no line of help or no example of itself", name)
		}
		row, ok := rows[name]
		if !ok {
			t.Errorf("docs/cli.md has no row for %s", name)
		}
		delete(rows, name)
		if name == "completion" {
			continue // its row has SHELL for them
		}
		for _, below := range command.Commands() {
			if !regexp.MustCompile("`(" + name + " )?" + below.Name() + "[` ]").MatchString(row) {
				t.Errorf("the row of docs/cli.md for %s does not name %s", name, below.Name())
			}
		}
	}
	for name := range rows {
		t.Errorf("docs/cli.md has a row for %s, which is no command", name)
	}
}

// commandRows are the rows of the table of commands, by the commands that the first cell
// names. Before the first of those below it a command is named as well, as in "sheet add",
// and they alone follow.
func commandRows(t *testing.T) map[string]string {
	t.Helper()
	page, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "\n## Commands\n")
	table, _, _ = strings.Cut(table, "\n## ")
	rows := map[string]string{}
	code := regexp.MustCompile("`([a-z]+)( [a-z]+)?[^`]*`")
	for row := range strings.Lines(table) {
		inTable, ok := strings.CutPrefix(row, "| ")
		if !ok {
			continue
		}
		cell, _, _ := strings.Cut(inTable, " | ")
		for _, found := range code.FindAllStringSubmatch(cell, -1) {
			rows[found[1]] = row
			if found[2] != "" {
				break
			}
		}
	}
	return rows
}

func TestEveryFlagInTheDocumentationIsOne(t *testing.T) {
	t.Parallel()
	root := (&program{}).rootCommand()
	pages, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages", err)
	}
	flag := regexp.MustCompile("[ `(]--([a-z][a-z-]*)")
	for _, page := range pages {
		words, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range flag.FindAllStringSubmatch(string(words), -1) {
			if found[1] != "help" && !hasFlag(root, found[1]) {
				t.Errorf("%s speaks of --%s, which no command has", filepath.Base(page), found[1])
			}
		}
	}
}

// hasFlag tells whether a command, or one below it, has a flag.
func hasFlag(command *cobra.Command, name string) bool {
	return command.Flags().Lookup(name) != nil || command.PersistentFlags().Lookup(name) != nil ||
		slices.ContainsFunc(command.Commands(), func(below *cobra.Command) bool { return hasFlag(below, name) })
}

func TestHelpFitsIntoAnOrdinaryTerminal(t *testing.T) {
	t.Parallel()
	root := (&program{}).rootCommand()
	fitHelp(root, 80)
	for _, command := range append(root.Commands(), root) {
		for line := range strings.Lines(command.Long + "\n" + command.UsageString()) {
			if wide := utf8.RuneCountInString(strings.TrimRight(line, "\n")); wide > 80 {
				t.Errorf("help for %s has a line of %d characters: %s", command.Name(), wide, line)
			}
		}
	}
}

// TestJSONHasTheKeysOfTheDocumentation: what the commands print for programs has no key that docs/cli.md does not name.
func TestJSONHasTheKeysOfTheDocumentation(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	data := t.TempDir() + "/record"
	output(t, "demo", "--data", data)
	for _, command := range []string{"meetings", "disputes", "documents", "days", "dossier list", "dossier why"} {
		_, keys, found := strings.Cut(string(page), "* `"+command+" --json`: `")
		if keys, _, _ = strings.Cut(keys, "`"); !found {
			t.Fatalf("docs/cli.md does not say what %s --json prints", command)
		}
		named := regexp.MustCompile("[a-z_]+").FindAllString(keys, -1)
		args := append(strings.Fields(command), "--json", "--data", data)
		if command == "dossier why" {
			args = append(args, "../../sample")
		}
		for _, key := range keysOf(t, output(t, args...)) {
			if !slices.Contains(named, key) {
				t.Errorf("%s --json has a key %q, of which docs/cli.md does not speak", command, key)
			}
		}
	}
}

// keysOf are the keys of all objects in lines of JSON, those inside of others too.
func keysOf(t *testing.T, lines string) []string {
	t.Helper()
	found := map[string]bool{}
	var walk func(value any)
	walk = func(value any) {
		switch v := value.(type) {
		case map[string]any:
			for key, inside := range v {
				found[key] = true
				walk(inside)
			}
		case []any:
			for _, inside := range v {
				walk(inside)
			}
		}
	}
	for line := range strings.Lines(lines) {
		var value any
		if err := json.Unmarshal([]byte(line), &value); err != nil {
			t.Fatal(err)
		}
		walk(value)
	}
	if len(found) == 0 {
		t.Fatal("nothing was printed")
	}
	return slices.Sorted(maps.Keys(found))
}
