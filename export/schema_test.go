package export_test

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

const schemaFile = "../docs/reading.schema.json"

// wordsOf is the closed list that the schema gives under a name.
func wordsOf(t *testing.T, schema map[string]any, name string) []string {
	t.Helper()
	list, ok := schema["$defs"].(map[string]any)[name].(map[string]any)["enum"].([]any)
	if !ok {
		t.Fatalf("the schema has no closed list %q", name)
	}
	var words []string
	for _, word := range list {
		words = append(words, word.(string))
	}
	return words
}

func parsedSchema(t *testing.T) map[string]any {
	t.Helper()
	content, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema map[string]any
	if err := json.Unmarshal(content, &schema); err != nil {
		t.Fatal(err)
	}
	return schema
}

func words[T ~string](list []T) []string {
	var out []string
	for _, word := range list {
		out = append(out, string(word))
	}
	return out
}

func TestSchemaHasTheClosedListsOfTheVocabulary(t *testing.T) {
	t.Parallel()
	schema := parsedSchema(t)
	manners := []parley.Manner{parley.Says, parley.Denies, parley.Confirms, parley.Declines}
	for name, want := range map[string][]string{
		"eventType": words(parley.EventTypes), "actType": words(parley.ActTypes), "status": words(parley.Statuses),
		"sourceKind": words(parley.SourceKinds), "manner": words(manners), "stance": words(parley.Stances),
		"response": words(parley.Responses), "figureKind": words(parley.FigureKinds), "qualifier": words(parley.Qualifiers),
		"builtInIssue": words(parley.Issues),
	} {
		got := wordsOf(t, schema, name)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(slices.Compact(got), slices.Compact(want)) {
			t.Errorf("%s: the schema has %q, the vocabulary %q", name, got, want)
		}
	}
}

func TestSchemaHasTheFieldsOfTheVocabulary(t *testing.T) {
	t.Parallel()
	schema := parsedSchema(t)
	defs := schema["$defs"].(map[string]any)
	for name, v := range map[string]any{
		"": parley.Reading{}, "statement": parley.Statement{}, "event": parley.Event{}, "act": parley.Event{},
		"position": parley.Position{}, "proposal": parley.Proposal{}, "point": parley.Point{}, "reply": parley.Reply{},
		"figure": parley.Figure{}, "actor": parley.Actor{}, "office": parley.Office{}, "evidence": parley.Evidence{},
	} {
		object := schema
		if name != "" {
			object = defs[name].(map[string]any)
		}
		var got []string
		for field := range object["properties"].(map[string]any) {
			got = append(got, field)
		}
		want := fieldsOf(reflect.TypeOf(v))
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has fields %q, the vocabulary %q", name, got, want)
		}
	}
}

// fieldsOf are the names of a struct's fields in JSON.
func fieldsOf(v reflect.Type) []string {
	var names []string
	for i := range v.NumField() {
		if v.Field(i).Anonymous {
			names = append(names, fieldsOf(v.Field(i).Type)...)
			continue
		}
		name, _, _ := strings.Cut(v.Field(i).Tag.Get("json"), ",")
		names = append(names, name)
	}
	return names
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func validate(t *testing.T, schema *jsonschema.Schema, r parley.Reading) error {
	t.Helper()
	var line bytes.Buffer
	if err := export.JSON(&line, r); err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(&line)
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(value)
}

func TestReadingsAreValidBySchema(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	empty := parley.Reading{Doc: "a", Version: "0123456789ab"}
	for name, r := range map[string]parley.Reading{"empty": empty, "full": fullReading()} {
		if err := validate(t, schema, r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestSchemaRefusesWhatIsOutsideTheLists(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	for name, breakIt := range map[string]func(*parley.Reading){
		"type":      func(r *parley.Reading) { r.Events[0].Type = parley.Request },
		"mode":      func(r *parley.Reading) { r.Events[0].Mode = "ceasefire" },
		"status":    func(r *parley.Reading) { r.Events[0].Status = "held" },
		"date":      func(r *parley.Reading) { r.Events[0].Start = "Thursday" },
		"stance":    func(r *parley.Reading) { r.Positions[0].Stance = "likes" },
		"certainty": func(r *parley.Reading) { r.Statements[0].Certainty = 1.5 },
		"content":   func(r *parley.Reading) { r.Statements[0].Content = nil },
		"version":   func(r *parley.Reading) { r.Version = "" },
	} {
		r := fullReading()
		breakIt(&r)
		if validate(t, schema, r) == nil {
			t.Errorf("%s: a value outside its list is let through", name)
		}
	}
}

// fullReading has a value in every field.
func fullReading() parley.Reading {
	spans := []parley.Evidence{{Field: "actors", Value: "Anna Kovar", Span: parley.Span{Start: 0, End: 10}}}
	event := parley.Event{
		Type: parley.Consult, Mode: "meeting", Status: parley.Planned, Actors: []string{"Anna Kovar"}, Recipients: []string{"SDL"},
		Mediators: []string{"OMN"}, Start: "2025-05-23", End: "2025-05", Place: "Muscat", Quotes: []string{"will meet"},
		Figures: []parley.Figure{{What: "killed", N: 6, Qualifier: "at-least", Claimant: "Norland police"}},
		Round:   5, Rounds: 4, By: "Norland", Contexts: []string{"DIPLOMATIC"}, Code: "036", Certainty: 0.8, Spans: spans,
	}
	act := event
	act.Type, act.Mode = parley.Reject, ""
	statement := parley.Statement{
		Content: []string{"it <will> go on"}, Cue: "said", SpeakerText: "She", Speaker: "Anna Kovar", Kind: parley.PersonSource, Affiliation: "NLD",
		Manner: parley.Confirms, Reason: "not authorized", Via: []string{"Norland Wire"}, Quoted: true,
		Against: "talks go on", AgainstBy: "Norland", Certainty: 1, Spans: spans,
	}
	return parley.Reading{
		Doc: "talks-1", Version: "0123456789ab", Reader: "1", Statements: []parley.Statement{statement}, Beliefs: []parley.Statement{statement},
		Events: []parley.Event{event}, Acts: []parley.Event{act},
		Positions: []parley.Position{{Party: "NLD", Holder: "Anna Kovar", Issue: "fishing-rights", Stance: parley.Rejects, Quotes: []string{"never"},
			Since: "2025", Condition: "unless", Former: parley.Undecided, Certainty: 0.5, Spans: spans}},
		Proposals: []parley.Proposal{{Name: "ten-point plan", By: []string{"NLD"}, Quotes: []string{"a ten-point plan"}, Points: []parley.Point{{Issue: "territory", Quote: "cede"}},
			Responses: []parley.Reply{{Party: "SDL", Response: "studying", Quote: "studies it"}}, Size: 10, Certainty: 0.5, Spans: spans}},
		Actors: []parley.Actor{{ID: "anna-kovar", Name: "Anna Kovar", Kind: parley.PersonActor, Affiliation: "NLD", Sector: "GOV",
			Offices: []parley.Office{{Title: "foreign minister", Of: "NLD", From: "2024", To: "2025-01"}}, Wikidata: "Q1", Known: true, Spans: spans}},
	}
}
