package view_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/parleyrecord/parley/view"
)

func TestDifference(t *testing.T) {
	t.Parallel()
	got := view.Difference("The envoys met in Oslo.\nNobody spoke.", "The envoys met in Bergen on Monday.\nNobody spoke.")
	want := []view.Piece{{Text: "The envoys met in ", Kind: view.Same}, {Text: "Oslo.\n", Kind: view.Gone}, {Text: "Bergen on Monday.\n", Kind: view.Added}, {Text: "Nobody spoke.", Kind: view.Same}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if same := view.Difference("a b", "a b"); len(same) != 1 || same[0].Kind != view.Same {
		t.Errorf("a text differs from itself: %q", same)
	}
}

// Without what was added stands the former text, without what is gone the later.
func FuzzDifference(f *testing.F) {
	f.Add("The envoys met.\n", "The envoys  met again.")
	f.Add("", "a")
	f.Add("b a b a", "a b a")
	f.Fuzz(func(t *testing.T, before, after string) {
		var former, later strings.Builder
		for _, p := range view.Difference(before, after) {
			if p.Kind != view.Added {
				former.WriteString(p.Text)
			}
			if p.Kind != view.Gone {
				later.WriteString(p.Text)
			}
		}
		if former.String() != before || later.String() != after {
			t.Errorf("%q and %q came back as %q and %q", before, after, former.String(), later.String())
		}
	})
}
