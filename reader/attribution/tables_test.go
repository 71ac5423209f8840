package attribution

import (
	"regexp"
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table/tabletest"
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

func TestRolesHaveWords(t *testing.T) {
	t.Parallel()
	tabletest.Roles(t, "words.tsv", knowledge().words, regexp.MustCompile(`\.words\["([^"]*)"\]`))
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
