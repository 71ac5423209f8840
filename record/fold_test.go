package record_test

import (
	"testing"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/record"
	"github.com/parleyrecord/parley/store"
)

func TestFoldOfNothing(t *testing.T) {
	t.Parallel()
	if found, err := record.Fold(nil); err != nil || len(found) != 0 {
		t.Errorf("found %v, %v", found, err)
	}
	mentions, err := record.Mentions(lexicon.Default(), store.Document{}, parley.Reading{}, nil)
	if err != nil || len(mentions) != 0 {
		t.Errorf("found %v, %v", mentions, err)
	}
}
