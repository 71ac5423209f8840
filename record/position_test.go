package record_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
)

func TestPositionsChange(t *testing.T) {
	t.Parallel()
	at := func(told int, holder string, stance parley.Stance) story {
		return story{told: told, positions: []parley.Position{stands("NRD", holder, "territory", stance)}}
	}
	tell := func(e parley.Entry) string {
		p, until := e.Position, ""
		if !p.Until.IsZero() {
			until = " until " + p.Until.Format("02")
		}
		return strings.TrimSpace(fmt.Sprintf("%s from %s%s %s", p.Stance, e.Told.Format("02"), until, p.Change))
	}
	for name, c := range map[string]struct {
		stories []story
		want    []string
	}{
		"repeated, it is one": {[]story{at(3, "Anna Kovar", parley.Rejects), at(5, "Olga Brandt", parley.Rejects)}, []string{"rejects from 03"}},
		"reversed":            {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Anna Kovar", parley.Accepts)}, []string{"rejects from 03 until 09", "accepts from 09 reversed"}},
		"softened":            {[]story{at(3, "", parley.Rejects), at(9, "", parley.Undecided)}, []string{"rejects from 03 until 09", "undecided from 09 softened"}},
		"there and back":      {[]story{at(3, "", parley.Supports), at(9, "", parley.Rejects), at(15, "", parley.Supports)}, []string{"supports from 03 until 09", "rejects from 09 until 15 reversed", "supports from 15 reversed"}},
		"two voices of one day stand side by side":    {[]story{at(3, "Anna Kovar", parley.Rejects), at(3, "Olga Brandt", parley.Accepts)}, []string{"accepts from 03", "rejects from 03"}},
		"another minister speaks beside, not instead": {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Olga Brandt", parley.Accepts)}, []string{"rejects from 03", "accepts from 09"}},
		"the party as a whole speaks for all":         {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "", parley.Accepts)}, []string{"rejects from 03 until 09", "accepts from 09 reversed"}},
		"on another condition":                        {[]story{provided("troops leave the valley", at(3, "Anna Kovar", parley.Conditional)), provided("prisoners come home", at(9, "Anna Kovar", parley.Conditional))}, []string{"conditional from 03 until 09", "conditional from 09 new condition"}},
		"on the same condition in other words":        {[]story{provided("troops leave the valley", at(3, "Anna Kovar", parley.Conditional)), provided("the valley is free", at(9, "Anna Kovar", parley.Conditional))}, []string{"conditional from 03"}},
		"another's account does not end its stance":   {[]story{at(3, "Anna Kovar", parley.Rejects), at(9, "Boris Lund", parley.Accepts)}, []string{"rejects from 03", "accepts from 09"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found := words(recorded(t, parley.PositionEntry, c.stories...), tell)
			slices.SortStableFunc(found, func(a, b string) int { return strings.Compare(after(a), after(b)) })
			if !slices.Equal(found, c.want) && !slices.Equal(found, reversed(c.want)) {
				t.Errorf("found %q, want %q", found, c.want)
			}
		})
	}
	found := recorded(t, parley.PositionEntry, at(3, "", parley.Supports), at(9, "", parley.Rejects))
	if found[1].Position.Replaces != found[0].ID {
		t.Errorf("the later stance replaces %q, want %s", found[1].Position.Replaces, found[0].ID)
	}
}

// TestUnnamedMatters: what a party rejects and supports may be two matters where neither is
// one of the issues; told in the same words it is one.
func TestUnnamedMatters(t *testing.T) {
	t.Parallel()
	on := func(told int, stance parley.Stance, words string) story {
		p := stands("NRD", "Anna Kovar", parley.OtherIssue, stance)
		p.Quotes = []string{words}
		return story{told: told, positions: []parley.Position{p}}
	}
	found := recorded(t, parley.PositionEntry, on(3, parley.Rejects, "Kovar rejected the ferry"), on(9, parley.Supports, "Kovar backed the museum"), on(12, parley.Rejects, "Kovar rejected the ferry."))
	if len(found) != 2 || found[0].Sources != 2 || !found[0].Position.Until.IsZero() || found[1].Position.Change != "" {
		t.Errorf("found %+v, want the ferry by two sources beside the museum, neither instead of the other", found)
	}
}

func TestAStanceCountsItsVoices(t *testing.T) {
	t.Parallel()
	at := func(told int, outlet, holder string) story {
		return story{told: told, outlet: outlet, positions: []parley.Position{stands("NRD", holder, "territory", parley.Rejects)}}
	}
	found := recorded(t, parley.PositionEntry, at(3, "courier.example", "Anna Kovar"), at(5, "herald.example", "Olga Brandt"), at(6, "post.example", "Anna Kovar"), at(6, "post.example", "Boris Lund"))
	if len(found) != 2 || !found[0].Position.Own || found[1].Position.Own {
		t.Fatalf("found %+v, want the party's own stance and another's account of it", found)
	}
	var voices []string
	for _, v := range found[0].Position.Voices {
		voices = append(voices, fmt.Sprintf("%s ×%d %s..%s", v.Holder, v.Sources, v.First.Format("02"), v.Last.Format("02")))
	}
	if want := []string{"Anna Kovar ×2 03..06", "Olga Brandt ×1 05..05"}; !slices.Equal(voices, want) {
		t.Errorf("voices %q, want %q", voices, want)
	}
}

// TestWhatAnotherSideTells: "Norland is ready to yield, Boris Lund of Sudmark said" is his account of it.
func TestWhatAnotherSideTells(t *testing.T) {
	t.Parallel()
	telling := func(affiliation string) story {
		told := said("somebody", "Norland is ready to yield")
		told.Affiliation, told.Spans = affiliation, []parley.Evidence{{Field: "content", Span: parley.Span{End: 20}}}
		return story{told: 3, statements: []parley.Statement{told}, positions: []parley.Position{stands("NRD", "", "territory", parley.Accepts)}}
	}
	for affiliation, own := range map[string]bool{"SDL": false, "NRD": true, "": true} {
		if found := recorded(t, parley.PositionEntry, telling(affiliation)); len(found) != 1 || found[0].Position.Own != own {
			t.Errorf("told by somebody of %q, Norland's own word is %+v, want %v", affiliation, found, own)
		}
	}
	both := telling("SDL")
	both.statements = append(both.statements, telling("NRD").statements...)
	if found := recorded(t, parley.PositionEntry, both); !found[0].Position.Own {
		t.Error("what Norland says by the mouth of Sudmark is not its own word")
	}
}

func provided(condition string, s story) story {
	for i := range s.positions {
		s.positions[i].Condition = condition
	}
	return s
}

func after(line string) string { _, rest, _ := strings.Cut(line, " from "); return rest[:2] }

func reversed(lines []string) []string {
	lines = slices.Clone(lines)
	slices.Reverse(lines)
	return lines
}
