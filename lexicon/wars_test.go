package lexicon

import (
	"slices"
	"testing"
	"testing/fstest"
	"time"
)

func TestFoes(t *testing.T) {
	t.Parallel()
	l, err := Load(fstest.MapFS{
		"wars.tsv":  {Data: []byte("side\tfoe\tsince\tuntil\nCHL\tPER\t2030-03\t2030-05\nKEN\tCHL\t2030-05-20\n")},
		"deeds.tsv": {Data: []byte("day\tdoer\ttarget\n2030-03-09\tPER\tCHL\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	for day, want := range map[string][]string{
		"2030-02-28": nil, "2030-03-01": {"PER"}, "2030-05-31": {"PER", "KEN"}, "2030-06-01": {"KEN"}, "2040-01-01": {"KEN"},
	} {
		on, _ := time.Parse(time.DateOnly, day)
		if got := l.Foes("CHL", on, on); !slices.Equal(got, want) {
			t.Errorf("%s: foes %q, want %q", day, got, want)
		}
	}
	if doer, target := l.Deed("2030-03-09"); doer != "PER" || target != "CHL" {
		t.Errorf("the deed is %s's on %s", doer, target)
	}
	if doer, _ := l.Deed("2030-03-10"); doer != "" {
		t.Errorf("a deed of %s's on a day without one", doer)
	}
}
