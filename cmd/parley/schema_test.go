package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func TestReadPrintsReadingsThatTheSchemaPasses(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.NewCompiler().Compile("../../docs/reading.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"read", "--json", "../../sample/articles"}, strings.NewReader(""), &out, &errs); code != done {
		t.Fatalf("read ended with %d: %s", code, errs.String())
	}
	readings := 0
	for line := range strings.Lines(out.String()) {
		readings++
		reading, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(reading); err != nil {
			t.Errorf("%v:\n%v", reading.(map[string]any)["doc"], err)
		}
	}
	if readings < 30 {
		t.Errorf("the sample gave %d readings", readings)
	}
}
