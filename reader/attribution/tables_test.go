package attribution

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestTablesAreSound(t *testing.T) {
	t.Parallel()
	k := knowledge()
	if len(k.verbs) < 300 || len(k.nouns) < 50 || len(k.sources) < 100 || len(k.adjectives) < 30 {
		t.Fatalf("tables hold %d verbs, %d nouns, %d sources, %d adjectives", len(k.verbs), len(k.nouns), len(k.sources), len(k.adjectives))
	}
	for lemma, entries := range k.verbs {
		seen := map[string]bool{}
		for _, v := range entries {
			if seen[v.second] {
				t.Errorf("verb %q stands twice with second word %q", lemma, v.second)
			}
			seen[v.second] = true
			if !v.clause && !v.quote && !v.inf && !v.ing && !v.thing && !v.person && !v.pred && len(v.prepositions) == 0 {
				t.Errorf("verb %q takes no content", lemma)
			}
		}
	}
	for noun, s := range k.sources {
		if !slices.Contains(parley.SourceKinds, s.kind) {
			t.Errorf("source %q has kind %q", noun, s.kind)
		}
	}
}

// TestRolesHaveWords: a role that the code asks for and the table lacks would never say yes.
func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	asked := regexp.MustCompile(`\.words\["([^"]*)"\]`)
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
		if len(knowledge().words[role]) == 0 {
			t.Errorf("words.tsv has no words of role %q", role)
		}
	}
	for role := range knowledge().words {
		if !found[role] {
			t.Errorf("nothing asks for words of role %q", role)
		}
	}
}

func TestFormsLeadToTheirVerbs(t *testing.T) {
	t.Parallel()
	for form, lemma := range map[string]string{
		"said": "say", "told": "tell", "denied": "deny", "denies": "deny", "noting": "note", "blamed": "blame",
		"warned": "warn", "stresses": "stress", "admitted": "admit", "wrote": "write", "pledging": "pledge",
	} {
		if got := knowledge().lemma(form, "?"); got != lemma {
			t.Errorf("form %q leads to %q, want %q", form, got, lemma)
		}
	}
}
