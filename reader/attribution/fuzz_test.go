package attribution_test

import (
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// FuzzFind feeds broken prose: whatever the text, every statement must have its
// words in it and evidence for each field.
func FuzzFind(f *testing.F) {
	engine, err := english.New()
	if err != nil {
		f.Fatal(err)
	}
	lex := lexicon.Default()
	for _, seed := range []string{
		"", "\n", "\n\"", "said", "\nsaid Kovar, \"", "Talks:\n\"A.\" \"B,\" she said, according to, saying that \"",
		"\nKOVAR: We shall see. It said that, it said, which it denies.",
		"\n“One.\n“Two,” he said, as reported by, citing.",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := engine.Parse(source)
		cast := actors.Find(text, lex, "2025-05-21", "")
		statements, beliefs := attribution.Statements(text, attribution.Find(text, cast, lex, lexicon.Outlet{}))
		reading := parley.Reading{Doc: "d", Statements: statements, Beliefs: beliefs}
		if err := reading.Validate(source); err != nil {
			t.Error(err)
		}
	})
}
