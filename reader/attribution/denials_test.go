package attribution_test

import (
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

func TestDenialsAreSetAgainstWhatTheyDeny(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	lex := lexicon.Default()
	crossed := [2]string{"Kenyan soldiers had crossed the river", "Ugandan government"}
	for body, want := range map[string][2]string{
		"Kenya rejected Uganda's claim that its soldiers had crossed the river.": {
			"its soldiers had crossed the river", "Ugandan government",
		},
		"Uganda said Kenyan soldiers had crossed the river. Kenya denied the accusation.":              crossed,
		"Uganda said Kenyan soldiers had crossed the river. Talks go on. Kenya denied any part in it.": crossed,
		"Anna Kovar had armed the rebels. Kovar denied any part in it.": {
			"Anna Kovar had armed the rebels.", "",
		},
		"Kenya denied that its soldiers had crossed the river.": {},
		"Uganda said Kenyan soldiers had crossed the river. " +
			"\"We reject this accusation,\" a Kenyan spokesman said.": crossed,
		"Uganda said Kenyan soldiers crossed the river. Rain fell. Kenya denied that soldiers crossed the river.": {
			"Kenyan soldiers crossed the river", "Ugandan government",
		},
		"Uganda accused Kenya of arming the rebels. Nairobi said the accusations were baseless.": {
			"Kenya of arming the rebels", "Ugandan government",
		},
		"Uganda said Kenyan soldiers had crossed the river. Kenya called the claim false.": crossed,
		"The allegation that Kenya is arming the rebels is entirely unfounded, Anna Kovar said.": {
			"allegation that Kenya is arming the rebels", "",
		},
	} {
		text := engine.Parse("\n" + body)
		found := attribution.Find(text, actors.Find(text, lex, "2025-05-21", ""), lex, lexicon.Outlet{})
		statements, _ := attribution.Statements(text, found)
		var got [2]string
		denials := 0
		for _, s := range statements {
			if s.Manner == parley.Denies {
				denials++
				got = [2]string{s.Against, s.AgainstBy}
			}
		}
		if denials != 1 || got != want {
			t.Errorf("%s\n got %d denials, against %q; want it against %q", body, denials, got, want)
		}
	}
}
