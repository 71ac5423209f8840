package dossier_test

import (
	"testing"

	"github.com/parleyrecord/parley"
)

func FuzzAssign(f *testing.F) {
	f.Add("Sudan and the RSF agree on the ferry", "The harvest levy rises. U.S.’s Sa'ar —")
	f.Add("", "KHARTOUM, May 3. /NP/. Sudan")
	f.Fuzz(func(t *testing.T, title, text string) {
		d := parley.Document{ID: "a", Title: title, Text: text}
		if d.Validate() != nil {
			return
		}
		for _, a := range setOf(t, nile).Assign(d) {
			for _, h := range a.Hits {
				if words, err := h.Span.Of(d.Body()); err != nil || words != h.Words {
					t.Fatalf("%+v is not in %q", h, d.Body())
				}
			}
		}
	})
}
