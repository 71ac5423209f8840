package fingerprint

import (
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// All articles of one day of nineteen outlets, with the groups of copies that
// people found among them.
func TestCopiesOfADay(t *testing.T) {
	t.Parallel()
	folder := filepath.Join("..", "..", "..", "shared", "gold", "day")
	ids, texts := articles(t, filepath.Join(folder, "items.jsonl.gz"))
	var labels struct {
		Groups    [][]string
		NotCopies [][]string `json:"not_copies"`
	}
	data, err := os.ReadFile(filepath.Join(folder, "copies.json"))
	if err != nil {
		t.Skipf("the day's copies are not here: %v", err)
	}
	if err := json.Unmarshal(data, &labels); err != nil {
		t.Fatal(err)
	}
	fingerprints := make([]Fingerprint, len(texts))
	for i, text := range texts {
		fingerprints[i] = Of(text)
	}
	var groups [][]string
	for _, g := range Groups(fingerprints) {
		var group []string
		for _, i := range g {
			group = append(group, ids[i])
		}
		groups = append(groups, group)
	}
	found, want := pairs(groups), pairs(labels.Groups)
	alike := pairs(labels.NotCopies)
	right := 0
	for p := range found {
		if want[p] {
			right++
		} else {
			t.Logf("no copies: %v (alike: %t)", p, alike[p])
		}
	}
	for p := range want {
		if !found[p] {
			t.Logf("missed: %v", p)
		}
	}
	f1 := 2 * float64(right) / float64(len(found)+len(want))
	t.Logf("%d articles, %d pairs found, %d wanted, %d right: F1 %.3f", len(ids), len(found), len(want), right, f1)
	if f1 < 0.95 {
		t.Errorf("F1 is %.3f, want .95 or more", f1)
	}
}

func articles(t *testing.T, path string) (ids, texts []string) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Skipf("the day's articles are not here: %v", err)
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	for lines := json.NewDecoder(unpacked); lines.More(); {
		var item struct{ ID, Text string }
		if err := lines.Decode(&item); err != nil {
			t.Fatal(err)
		}
		ids, texts = append(ids, item.ID), append(texts, item.Text)
	}
	return ids, texts
}

func pairs(groups [][]string) map[[2]string]bool {
	all := map[[2]string]bool{}
	for _, g := range groups {
		for i := range g {
			for _, other := range g[i+1:] {
				all[[2]string{min(g[i], other), max(g[i], other)}] = true
			}
		}
	}
	return all
}
