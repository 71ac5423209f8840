package english

import "testing"

func TestRepeatedName(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse("Special envoy Kirill Demichev will return from Oslo. Demichev is meeting Steve Holm there for a second day.")
	if one := text.Sentences[1].Tokens[0]; one.UPOS != "PROPN" || !one.Is("nsubj") || one.Head != 2 {
		t.Errorf("Demichev is %s, %s of %d; want the name that is the subject of meeting", one.UPOS, one.Deprel, one.Head)
	}
	rough := engine(t).Parse("The analyst Peter Rough spoke in Oslo. Rough noted that the fund would grow.").Sentences[1]
	if one := rough.Tokens[0]; one.UPOS != "PROPN" || !one.Is("nsubj") {
		t.Errorf("Rough is %s, %s; want a name that is a subject", one.UPOS, one.Deprel)
	}
	named := false
	for i, n := range text.Names {
		named = named || n.Sentence == 1 && n.First == 0 && n.Kind == Person
		if i > 0 && text.Names[i-1].Start > n.Start {
			t.Errorf("name %d stands before the one ahead of it", i)
		}
	}
	if !named {
		t.Error("Demichev is not among the names")
	}
}

// A name goes on as far as the tree says, also where only its first half was found.
func TestNameGoesOn(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse("Envoy Kirill Dmitriev will return on Monday.")
	if len(text.Names) != 1 || text.Source[text.Names[0].Start:text.Names[0].End] != "Kirill Dmitriev" {
		t.Errorf("names %v, want Kirill Dmitriev", text.Names)
	}
}

func TestDayIsNoName(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse("Despite Monday's phone call between Kovar and Holm, and Friday's direct talks between Norlandic and Sudmark delegations in Oslo.")
	for _, n := range text.Names {
		if one := text.Source[n.Start:n.End]; one == "Friday" || one == "Monday" {
			t.Errorf("%s is taken for a %s", one, n.Kind)
		}
	}
}
