package rarity_test

import (
	"testing"

	"github.com/parleyrecord/parley/view/rarity"
)

func TestRareWordsMakeTextsAlike(t *testing.T) {
	t.Parallel()
	texts := []string{
		"The envoys met in Port Amber over the fishing treaty",
		"The fishing treaty was signed in Port Amber",
		"The envoys met over the budget",
		"The minister met the press",
	}
	w := rarity.Of(texts)
	likeness := func(a, b int) float64 { return w.Bag(texts[a]).Likeness(w.Bag(texts[b])) }
	if same := likeness(0, 0); same < 0.999 || same > 1.001 {
		t.Errorf("a text is %v like itself", same)
	}
	if treaty, common := likeness(0, 1), likeness(0, 2); treaty <= common {
		t.Errorf("what shares rare words is %v alike, what shares common ones %v", treaty, common)
	}
	if none := w.Bag("unheard-of nonsense").Likeness(w.Bag(texts[0])); none != 0 {
		t.Errorf("a text of unknown words is %v like another", none)
	}
	if w.Words() == 0 {
		t.Error("no words were weighed")
	}
}
