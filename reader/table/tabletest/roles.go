// Package tabletest checks tables of words against the code that asks for them.
package tabletest

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Roles fails for a role that the code of the package under test asks for and the table lacks, which would
// never say yes, and for one that nothing asks for. How the code asks is a pattern whose group is the role.
func Roles(t *testing.T, name string, roles map[string]map[string]bool, how *regexp.Regexp) {
	t.Helper()
	sources, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]bool{}
	for _, file := range sources {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range how.FindAllStringSubmatch(string(source), -1) {
			asked[m[1]] = true
		}
	}
	for role := range asked {
		if len(roles[role]) == 0 {
			t.Errorf("%s has no words of role %q", name, role)
		}
	}
	for role := range roles {
		if !asked[role] {
			t.Errorf("nothing asks for words of role %q of %s", role, name)
		}
	}
}
