package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/parleyrecord/parley/source/fingerprint"
)

// Copies scores which articles are copies of one text, pair by pair, on folders
// with the articles of a day (items.jsonl.gz or items.jsonl) and copies.json, which
// lists the groups of copies and pairs that are merely alike: f1, precision and
// recall, alike_kept_apart (the part of the latter pairs that is told apart) and
// us_per_item, the time for one article.
func Copies(folders ...string) (Scores, error) {
	var c copies
	for _, folder := range folders {
		if err := c.folder(folder); err != nil {
			return Scores{}, err
		}
	}
	c.scores.Set("f1", c.counts.F1())
	c.scores.Set("precision", c.counts.Precision())
	c.scores.Set("recall", c.counts.Recall())
	c.scores.Set("alike_kept_apart", c.alike.Recall())
	c.scores.Set("us_per_item", c.clock.microseconds(c.items))
	return c.scores, nil
}

type copies struct {
	counts, alike Counts
	scores        Scores
	clock         stopwatch
	items         int
}

// pair is two documents, the lesser id first.
type pair [2]string

func (c *copies) folder(folder string) error {
	day, err := dayOf(folder)
	if err != nil {
		return err
	}
	var labels struct {
		Groups    [][]string
		NotCopies [][]string `json:"not_copies"`
	}
	path := filepath.Join(folder, "copies.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("read the labels: %w", err)
	}
	if err := json.Unmarshal(data, &labels); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	fingerprints := make([]fingerprint.Fingerprint, len(day))
	c.clock.run(func() {
		for i, d := range day {
			fingerprints[i] = fingerprint.Of(d.Text)
		}
	})
	c.items += len(day)
	var groups [][]string
	c.clock.run(func() {
		for _, g := range fingerprint.Groups(fingerprints) {
			var group []string
			for _, i := range g {
				group = append(group, day[i].ID)
			}
			groups = append(groups, group)
		}
	})
	c.compare(pairsOf(groups), pairsOf(labels.Groups), pairsOf(labels.NotCopies))
	return nil
}

func (c *copies) compare(found, want, alike map[pair]bool) {
	c.counts.Gold += len(want)
	c.counts.System += len(found)
	c.alike.Gold += len(alike)
	for p := range found {
		if want[p] {
			c.counts.Correct++
			continue
		}
		c.scores.Miss("spurious", p[0], "no copy of %s", p[1])
	}
	for p := range want {
		if !found[p] {
			c.scores.Miss("missed", p[0], "a copy of %s", p[1])
		}
	}
	for p := range alike {
		if !found[p] {
			c.alike.Correct++
		}
	}
}

func pairsOf(groups [][]string) map[pair]bool {
	all := map[pair]bool{}
	for _, g := range groups {
		for i := range g {
			for _, other := range g[i+1:] {
				all[pair{min(g[i], other), max(g[i], other)}] = true
			}
		}
	}
	return all
}
