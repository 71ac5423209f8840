package main

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestEveryCommandIsExplained(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range (&program{}).rootCommand().Commands() {
		if command.Short == "" || !strings.Contains(command.Example, "parley "+command.Name()) {
			t.Errorf("%s has no line of help or no example of itself", command.Name())
		}
		if !strings.Contains(string(page), "`"+command.Name()) {
			t.Errorf("docs/cli.md does not name %s", command.Name())
		}
	}
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
