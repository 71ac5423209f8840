package events

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// TestRolesHaveWords: a role that the code asks for and the table lacks would never say yes.
func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	asked := regexp.MustCompile(`nouns\["([^"]*)"\]`)
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, file := range sources {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllStringSubmatch(string(source), -1) {
			found[m[1]] = true
		}
	}
	for role := range found {
		if len(tables().nouns[role]) == 0 {
			t.Errorf("nouns.tsv has no words of role %q", role)
		}
	}
	for role := range tables().nouns {
		if !found[role] {
			t.Errorf("nothing asks for words of role %q", role)
		}
	}
}
