package export_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/export"
)

func TestJSONWritesNoNullForAList(t *testing.T) {
	t.Parallel()
	type item struct {
		Names  []string       `json:"names"`
		Points []parley.Point `json:"points,omitempty"`
		Told   time.Time      `json:"told,omitzero"`
		Next   *item          `json:"next,omitempty"`
	}
	var got bytes.Buffer
	if err := export.JSON(&got, item{Next: &item{Names: []string{"<A&B>"}, Told: time.Date(2025, 12, 4, 0, 0, 0, 0, time.UTC)}}); err != nil {
		t.Fatal(err)
	}
	want := `{"names":[],"next":{"names":["<A&B>"],"told":"2025-12-04T00:00:00Z"}}` + "\n"
	if got.String() != want {
		t.Errorf("got %s want %s", got.String(), want)
	}
}
