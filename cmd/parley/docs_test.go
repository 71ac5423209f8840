package main

import (
	"os"
	"strings"
	"testing"
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
