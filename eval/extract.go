package eval

import (
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/page"
)

// Extract scores the articles that are read out of pages, on folders in the form of
// the article extraction benchmark of Zyte: ground-truth.json and html/ID.html.gz.
// Its measure is the benchmark's own: of the shingles of four tokens those that an
// article shares with its page's truth, each page weighing the same. f1 is that of
// the means of precision and recall; ms_per_page the time for a page on one core.
func Extract(folders ...string) (Scores, error) {
	var e extraction
	for _, folder := range folders {
		if err := e.folder(folder); err != nil {
			return Scores{}, err
		}
	}
	n := float64(max(e.pages, 1))
	precision, recall := e.precision/n, e.recall/n
	f1 := 0.0
	if precision+recall > 0 {
		f1 = 2 * precision * recall / (precision + recall)
	}
	e.scores.Set("f1", f1)
	e.scores.Set("precision", precision)
	e.scores.Set("recall", recall)
	e.scores.Set("ms_per_page", e.clock.microseconds(e.pages)/1000)
	return e.scores, nil
}

type extraction struct {
	pages             int
	precision, recall float64
	scores            Scores
	clock             stopwatch
}

// poorPage is the part of shingles below which a page is listed among the errors.
const poorPage = 0.9

func (e *extraction) folder(folder string) error {
	path := filepath.Join(folder, "ground-truth.json")
	data, err := os.ReadFile(path)
	if err != nil {
		return &parley.Error{Kind: parley.NotFound, Subject: path, Problem: "there is no truth to score against", Mend: "name a folder with ground-truth.json and html/", Err: err}
	}
	var truth map[string]struct{ ArticleBody string }
	if err := json.Unmarshal(data, &truth); err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	ids := slices.Sorted(maps.Keys(truth))
	pages, texts := make([][]byte, len(ids)), make([]string, len(ids))
	for i, id := range ids {
		if pages[i], err = unpackedFile(filepath.Join(folder, "html", id+".html.gz")); err != nil {
			return fmt.Errorf("read the page %s: %w", id, err)
		}
	}
	e.clock.run(func() {
		for i, data := range pages {
			doc, _ := page.Read(data, "") // a page without an article counts as one without words
			texts[i] = doc.Text
		}
	})
	for i, id := range ids {
		precision, recall := shinglesShared(shinglesOf(truth[id].ArticleBody), shinglesOf(texts[i]))
		e.pages++
		e.precision += precision
		e.recall += recall
		if precision < poorPage || recall < poorPage {
			e.scores.Miss("poor", id, "precision %.2f, recall %.2f", precision, recall)
		}
	}
	return nil
}

func unpackedFile(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(unpacked)
}

var shingleToken = regexp.MustCompile(`[\p{L}\p{N}_]+`)

// shinglesOf counts the runs of four tokens in a text; a shorter text is one.
func shinglesOf(text string) map[string]int {
	const length = 4
	tokens := shingleToken.FindAllString(text, -1)
	counted := map[string]int{}
	for i := 0; i < max(1, len(tokens)-length+1); i++ {
		if shingle := strings.Join(tokens[i:min(i+length, len(tokens))], " "); shingle != "" {
			counted[shingle]++
		}
	}
	return counted
}

func shinglesShared(truth, found map[string]int) (precision, recall float64) {
	var c Counts
	for s, n := range found {
		c.Correct += min(n, truth[s])
		c.System += n
	}
	for _, n := range truth {
		c.Gold += n
	}
	if c.Gold == 0 && c.System == 0 {
		return 1, 1
	}
	return c.Precision(), c.Recall()
}
