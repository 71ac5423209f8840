package eventdata

import (
	"slices"
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/table"
)

// TestCodes: an event of Parley's, by whom it is told, and what it is in PLOVER
// and CAMEO; "" for PLOVER's type where it is no event there.
func TestCodes(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name  string
		event parley.Event
		kind  string
		mode  string
		cameo string
	}{
		{"a call", parley.Event{Type: "CONSULT", Mode: "call", Code: "041", Status: "happened"}, "CONSULT", "phone", "041"},
		{"talks", parley.Event{Type: "CONSULT", Mode: "negotiation", Code: "046", Status: "happened"}, "CONSULT", "", "046"},
		{"a visit to come", parley.Event{Type: "CONSULT", Mode: "visit", Code: "042", Status: "planned"}, "AGREE", "", "042"},
		{"a visit that the visitor announces", parley.Event{Type: "CONSULT", Mode: "visit", Code: "042", Status: "planned", By: "Norland"}, "AGREE", "", "036"},
		{"talks called off", parley.Event{Type: "CONSULT", Mode: "negotiation", Code: "046", Status: "cancelled"}, "REJECT", "meet", "125"},
		{"a signed treaty", parley.Event{Type: "AGREE", Code: "057", Status: "happened"}, "SUPPORT", "", "057"},
		{"a plan tabled", parley.Event{Type: "PROPOSE", Code: "020", Status: "happened"}, "REQUEST", "", "020"},
		{"missiles", parley.Event{Type: "ASSAULT", Mode: "missile", Code: "195", Status: "happened"}, "ASSAULT", "heavy-weapons", "195"},
		{"fighting on the ground", parley.Event{Type: "ASSAULT", Mode: "ground", Code: "190", Status: "happened"}, "ASSAULT", "", "190"},
		{"an attack that its side announces", parley.Event{Type: "ASSAULT", Mode: "other", Code: "190", Status: "planned", By: "Norland"}, "THREATEN", "violence", "138"},
		{"an attack called off", parley.Event{Type: "ASSAULT", Mode: "other", Code: "190", Status: "cancelled"}, "", "", ""},
		{"an attack that is denied", parley.Event{Type: "ASSAULT", Mode: "other", Code: "190", Status: "denied"}, "", "", ""},
		{"sanctions", parley.Event{Type: "SANCTION", Code: "163", Status: "happened"}, "SANCTION", "discontinue", "163"},
		{"an arrest", parley.Event{Type: "COERCE", Code: "173", Status: "happened"}, "COERCE", "arrest", "173"},
		{"a withdrawal to come", parley.Event{Type: "RETREAT", Mode: "withdraw", Code: "0874", Status: "planned"}, "CONCEDE", "", "0874"},
		{"aid refused", parley.Event{Type: "AID", Code: "070", Status: "cancelled"}, "REJECT", "assist", "122"},
		{"a demand for aid", parley.Event{Type: "REQUEST", Code: "103", Status: "happened"}, "REQUEST", "assist", "103"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			c.event.Actors = []string{"Norland"}
			r := parley.Reading{Events: []parley.Event{c.event}, Actors: []parley.Actor{{ID: "NOR", Name: "Norland", Kind: parley.StateActor, Affiliation: "NOR"}}}
			coder := Coder{Lexicon: lexicon.Default()}
			coded := coder.Code(parley.Document{ID: "d", Text: "Norland acts."}, r)
			if c.kind == "" {
				if len(coded) != 0 {
					t.Fatalf("coded as %s %s", coded[0].Type, coded[0].CAMEO)
				}
				return
			}
			if len(coded) != 1 {
				t.Fatalf("%d events", len(coded))
			}
			if got := coded[0]; got.Type != c.kind || got.Mode != c.mode || got.CAMEO != c.cameo {
				t.Errorf("got %s %q %s, want %s %q %s", got.Type, got.Mode, got.CAMEO, c.kind, c.mode, c.cameo)
			}
		})
	}
}

// TestPledgeIsOneEvent: "pledged to send aid" is an act and a planned event in a
// reading, and one intent in event data.
func TestPledgeIsOneEvent(t *testing.T) {
	t.Parallel()
	word := parley.Evidence{Field: "type", Span: parley.Span{Start: 10, End: 17}}
	status := parley.Evidence{Field: "status", Span: word.Span}
	r := parley.Reading{
		Events: []parley.Event{{Type: "AID", Code: "070", Status: "planned", Actors: []string{"USA"}, Recipients: []string{"UKR"}, Spans: []parley.Evidence{status}}},
		Acts:   []parley.Event{{Type: "AGREE", Code: "030", Status: "happened", Actors: []string{"USA"}, Spans: []parley.Evidence{word}}},
	}
	coder := Coder{Lexicon: lexicon.Default()}
	coded := coder.Code(parley.Document{ID: "d", Text: "The aid is pledged by one."}, r)
	if len(coded) != 1 || coded[0].CAMEO != "033" || coded[0].Type != "AGREE" {
		t.Fatalf("got %+v", coded)
	}
}

func TestDyads(t *testing.T) {
	t.Parallel()
	actor := func(codes ...string) []Actor {
		var all []Actor
		for _, code := range codes {
			all = append(all, Actor{Name: code, Party: code, Country: code})
		}
		return all
	}
	for _, c := range []struct {
		name  string
		event Event
		want  []string
	}{
		{"who attacks whom", Event{Of: parley.Event{Type: "ASSAULT"}, CAMEO: "190", Actors: actor("A"), Recipients: actor("B", "C")}, []string{"A>B", "A>C"}},
		{"a meeting of three", Event{Of: parley.Event{Type: "CONSULT"}, CAMEO: "040", Actors: actor("A", "B", "C")}, []string{"A>B", "A>C", "B>A", "B>C", "C>A", "C>B"}},
		{"talks of one with another", Event{Of: parley.Event{Type: "CONSULT"}, CAMEO: "046", Actors: actor("A"), Recipients: actor("B")}, []string{"A>B", "B>A"}},
		{"a visit abroad", Event{Of: parley.Event{Type: "CONSULT", Place: "Oslo"}, CAMEO: "042", Actors: actor("SWE"), Where: lexicon.Place{Name: "Oslo", Country: "NOR"}}, []string{"SWE>NOR"}},
		{"an attack by nobody named", Event{Of: parley.Event{Type: "ASSAULT"}, CAMEO: "190", Recipients: actor("B")}, []string{">B"}},
		{"words abroad", Event{Of: parley.Event{Type: "SUPPORT", Place: "Oslo"}, CAMEO: "051", Actors: actor("SWE"), Where: lexicon.Place{Name: "Oslo", Country: "NOR"}}, []string{"SWE>"}},
		{"an investigation abroad", Event{Of: parley.Event{Type: "ACCUSE", Code: "090", Place: "Oslo"}, CAMEO: "090", Actors: actor("SWE"), Where: lexicon.Place{Name: "Oslo", Country: "NOR"}}, []string{"SWE>NOR"}},
		{"an exercise", Event{Of: parley.Event{Type: "MOBILIZE"}, CAMEO: "152", Actors: actor("A")}, []string{"A>"}},
	} {
		var got []string
		for _, d := range c.event.Dyads(lexicon.Default()) {
			got = append(got, d.Source.Party+">"+d.Target.Party)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestActorCodes(t *testing.T) {
	t.Parallel()
	coder := Coder{Lexicon: lexicon.Default()}
	p := coder.people(parley.Document{}, parley.Reading{Actors: []parley.Actor{
		{ID: "anna-kovar", Name: "Anna Kovar", Kind: parley.PersonActor, Affiliation: "NOR", Sector: "GOV"},
		{ID: "lake-union", Name: "Lake Union", Kind: parley.BodyActor, Sector: "IGO"},
	}})
	for name, want := range map[string][2]string{
		"NOR": {"NOR", "NOR"}, "Anna Kovar": {"NORGOV", "NOR"}, "UN": {"IGOUNO", "UNO"}, "EU": {"IGOEUREEC", "EUR"},
		"HAMAS": {"PSEREB", "PSE"}, "Norwegian rebels": {"NORREB", "NOR"}, "Lake Union": {"IGO", "IGO"}, "somebody": {"", ""},
	} {
		if a := p.one(name); a.CAMEO() != want[0] || a.Country != want[1] {
			t.Errorf("%s: got %s in %s, want %v", name, a.CAMEO(), a.Country, want)
		}
	}
}

// TestTablesCoverTheVocabulary: every mode of Parley's and every code of its verbs
// has a row, and every intent is a code.
func TestTablesCoverTheVocabulary(t *testing.T) {
	t.Parallel()
	for kind, modes := range parley.ModesOf {
		for _, mode := range modes {
			if _, ok := tables().modes[kind][mode]; !ok {
				t.Errorf("modes.tsv has no row for %s %s", kind, mode)
			}
		}
	}
	for _, cells := range table.Rows(embedded, "tables/intents.tsv") {
		for _, code := range cells[1:] {
			if _, ok := tables().codes[code]; code != "" && !ok {
				t.Errorf("intents.tsv: %s is no code", code)
			}
		}
	}
	for code, row := range tables().codes {
		if row.kind != "" && score(row.kind, row.mode) == "" && row.kind != "ACCUSE" {
			t.Errorf("codes.tsv: %s %s %s has no score", code, row.kind, row.mode)
		}
		if quad, _ := ploverQuad(row.kind); row.kind != "" && quad == 0 {
			t.Errorf("codes.tsv: %s: %s is in no quad category", code, row.kind)
		}
	}
}

// TestClaims: who owns to an attack of his own side is told from who merely says something.
func TestClaims(t *testing.T) {
	t.Parallel()
	r := parley.Reading{
		Events:     []parley.Event{{Type: "ASSAULT", Code: "190", Status: "happened", Actors: []string{"HAMAS"}, Recipients: []string{"ISR"}, Spans: []parley.Evidence{{Field: "type", Span: parley.Span{Start: 12, End: 20}}}}},
		Statements: []parley.Statement{{Cue: "claimed", Speaker: "Hamas", Affiliation: "HAMAS", Spans: []parley.Evidence{{Field: "content", Span: parley.Span{Start: 10, End: 30}}}}},
	}
	coder := Coder{Lexicon: lexicon.Default()}
	for cue, want := range map[string]string{"claimed": "015", "said": "010"} {
		r.Statements[0].Cue = cue
		coded := coder.Code(parley.Document{ID: "d", Text: "They claimed an attack on the town."}, r)
		if got := coded[len(coded)-1]; got.CAMEO != want || want == "015" && (len(got.Recipients) != 1 || got.Recipients[0].Party != "ISR") {
			t.Errorf("%s: got %s to %v, want %s", cue, got.CAMEO, got.Recipients, want)
		}
	}
}
