package actors

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// TestCast reads testdata/cast.txt, whose head tells its form.
func TestCast(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	file, err := os.Open("testdata/cast.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cases := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, " | ")
		if len(cells) != 3 {
			t.Fatalf("not a case of three cells: %s", line)
		}
		cases++
		text := engine.Parse("\n" + cells[1])
		cast := Find(text, lexicon.Default(), parley.Date(cells[0]), "")
		for want := range strings.SplitSeq(cells[2], "; ") {
			words, who, _ := strings.Cut(want, " = ")
			if got := meant(cast, text, words); got != who {
				t.Errorf("%s\n%q is %s, want %s", cells[1], words, got, who)
			}
		}
	}
	if cases == 0 {
		t.Fatal("testdata/cast.txt holds no case")
	}
}

// meant says whom the last mention of some words means, in the form of the cases.
func meant(cast *Cast, text *english.Text, words string) string {
	for _, m := range slices.Backward(cast.Mentions) {
		span := cast.Span(&m)
		head := text.Sentences[m.Sentence].Tokens[m.Head].Text
		phrase := text.Source[span.Start:span.End]
		if head != words && phrase != words && (m.Form != Named || !strings.HasSuffix(phrase, " "+words)) {
			continue
		}
		if len(m.Who) == 0 {
			return "unnamed " + m.Affiliation
		}
		var names []string
		for _, a := range cast.Of(&m) {
			names = append(names, PartyName(a))
		}
		return strings.Join(names, "+")
	}
	return aliased(cast, text, words)
}

// aliased looks for a token that leads to a mention headed elsewhere: a title
// beside a name.
func aliased(cast *Cast, text *english.Text, words string) string {
	for i := range text.Sentences {
		for token, t := range text.Sentences[i].Tokens {
			if m, ok := cast.At(i, token); ok && t.Text == words && len(m.Who) == 1 {
				return PartyName(cast.Actors[m.Who[0]])
			}
		}
	}
	return "-"
}

// TestUnknownPeopleAreBuiltFromTheText wants office, side and evidence for
// somebody whom the lexicon does not know.
func TestUnknownPeopleAreBuiltFromTheText(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	text := engine.Parse("\nNorwegian Foreign Minister Anna Kovar arrived on Monday.")
	cast := Find(text, lexicon.Default(), "2025-05-21", "")
	i := slices.IndexFunc(cast.Actors, func(a parley.Actor) bool { return a.Name == "Anna Kovar" })
	if i < 0 {
		t.Fatalf("nobody is called Anna Kovar among %v", cast.Actors)
	}
	kovar := cast.Actors[i]
	if kovar.Known || kovar.Affiliation != "NOR" || len(kovar.Offices) != 1 || kovar.Offices[0].Title != "foreign minister" {
		t.Errorf("Anna Kovar is %+v", kovar)
	}
	evidence := map[string]string{}
	for _, s := range kovar.Spans {
		evidence[s.Field] = text.Source[s.Start:s.End]
	}
	for field, words := range map[string]string{"name": "Anna Kovar", "affiliation": "Norwegian", "offices": "Foreign Minister"} {
		if evidence[field] != words {
			t.Errorf("the evidence for %s is %q, want %q", field, evidence[field], words)
		}
	}
}

// TestPeopleServeThoseOfTheDay wants somebody's side to be the one for which he held office when the
// text came out.
func TestPeopleServeThoseOfTheDay(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	text := engine.Parse("\nMark Rutte and Jens Stoltenberg arrived on Monday.")
	for day, want := range map[parley.Date][]string{
		"2022-05-16": {"NLD", "NATO"}, "2025-05-21": {"NATO", "NOR"}, "": {"NATO", "NOR"},
	} {
		var sides []string
		for _, a := range Find(text, lexicon.Default(), day, "").Actors {
			sides = append(sides, a.Affiliation)
		}
		if !slices.Equal(sides, want) {
			t.Errorf("on %q they are of %v, want %v", day, sides, want)
		}
	}
}

// TestTownsLieWhereTheTextIs wants a name that towns of several countries bear to mean the
// one in a country that the text names.
func TestTownsLieWhereTheTextIs(t *testing.T) {
	t.Parallel()
	engine, err := english.New()
	if err != nil {
		t.Fatal(err)
	}
	for text, country := range map[string]string{
		"Envoys met in Windsor on Monday, the British minister said.":  "GBR",
		"Envoys met in Windsor on Monday, the Canadian minister said.": "CAN",
	} {
		cast := Find(engine.Parse("\n"+text), lexicon.Default(), "2025-05-21", "")
		i := slices.IndexFunc(cast.Matches[0], func(m lexicon.Match) bool { return m.Place.Name == "Windsor" })
		if i < 0 || cast.Matches[0][i].Place.Country != country {
			t.Errorf("%s: the matches are %+v, want Windsor in %s", text, cast.Matches[0], country)
		}
	}
}
