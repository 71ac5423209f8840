package dossier_test

import (
	"slices"
	"testing"

	"github.com/parleyrecord/parley/dossier"
	"github.com/parleyrecord/parley/lexicon"
)

func TestReadyDossiers(t *testing.T) {
	t.Parallel()
	ready, err := dossier.Ready(lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	set := dossier.NewSet(lexicon.Default(), ready...)
	for _, id := range []string{"russia-ukraine", "iran-us", "israel-hamas", "india-pakistan", "us-china-trade", "sudan", "drc-rwanda"} {
		d, err := set.Find(id)
		if err != nil {
			t.Error(err)
			continue
		}
		if len(d.Parties) < 2 || d.Phrases() < 20 || d.Own {
			t.Errorf("%s has the parties %v and %d words to watch", id, d.Parties, d.Phrases())
		}
	}
}

func TestReadyDossiersFindTheirNews(t *testing.T) {
	t.Parallel()
	ready, err := dossier.Ready(lexicon.Default())
	if err != nil {
		t.Fatal(err)
	}
	set := dossier.NewSet(lexicon.Default(), ready...)
	for _, c := range []struct{ title, text, want string }{
		{"Russia and Ukraine swap 40 prisoners", "The exchange was agreed in Istanbul.", "russia-ukraine"},
		{"Iran says talks with Washington go on", "Oman will host the next round on uranium enrichment.", "iran-us"},
		{"Trucks with flour enter Gaza", "It was the first delivery in a week.", "israel-hamas"},
		{"India and Pakistan hold fire along the Line of Control", "", "india-pakistan"},
		{"China puts new tariffs on American soybeans", "Trade talks are to go on in Geneva.", "us-china-trade"},
		{"Shelling in El Fasher", "The Sudanese army and the RSF blamed each other.", "sudan"},
		{"M23 leaves a town in North Kivu", "", "drc-rwanda"},
		{"Armenia and Azerbaijan mark a stretch of border", "Both sides will sign a peace treaty.", "armenia-azerbaijan"},
		{"Seven ships in the Taiwan Strait", "", "china-taiwan"},
	} {
		if got := belongs(set, c.title, c.text); !slices.Contains(got, c.want) {
			t.Errorf("%q belongs to %v, want %s", c.title, got, c.want)
		}
	}
	for _, title := range []string{
		"Russian choir sings in Norland", "An Iranian film opens the festival", "South Sudan votes", "Chinese tourists return to the lakes", "A Ukrainian wins the chess open", "How to grow tomatoes",
	} {
		if got := belongs(set, title, filler); len(got) > 0 {
			t.Errorf("%q belongs to %v, want none", title, got)
		}
	}
}
