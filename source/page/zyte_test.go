package page

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The article extraction benchmark of Zyte (scrapinghub): shared shingles of
// four tokens, each page weighing the same.
func TestArticlesOfTheExtractionBenchmark(t *testing.T) {
	truth, pages := benchmark(t)
	var precision, recall float64
	start := time.Now()
	for id, page := range pages {
		doc, _ := Read(page, "") // a page without an article counts as one without words
		p, r := overlap(shingles(truth[id]), shingles(doc.Text))
		precision += p
		recall += r
	}
	elapsed := time.Since(start)
	n := float64(len(pages))
	precision, recall = precision/n, recall/n
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d pages: F1 %.3f, precision %.3f, recall %.3f, %.1f ms a page", len(pages), f1, precision, recall, float64(elapsed.Milliseconds())/n)
	if f1 < 0.96 {
		t.Errorf("F1 is %.3f, want .96 or more", f1)
	}
}

func benchmark(t *testing.T) (truth map[string]string, pages map[string][]byte) {
	t.Helper()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "html.tar.gz"))
	if err != nil {
		t.Skipf("the benchmark's pages are not here: %v", err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	truth, pages = map[string]string{}, map[string][]byte{}
	for archive := tar.NewReader(packed); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return truth, pages
		}
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasSuffix(entry.Name, "zyte/ground-truth.json"):
			var bodies map[string]struct{ ArticleBody string }
			if err := json.NewDecoder(archive).Decode(&bodies); err != nil {
				t.Fatal(err)
			}
			for id, b := range bodies {
				truth[id] = b.ArticleBody
			}
		case strings.Contains(entry.Name, "zyte/html/") && strings.HasSuffix(entry.Name, ".html.gz"):
			page, err := gzip.NewReader(archive)
			if err != nil {
				t.Fatal(err)
			}
			data, err := io.ReadAll(page)
			if err != nil {
				t.Fatal(err)
			}
			pages[strings.TrimSuffix(filepath.Base(entry.Name), ".html.gz")] = data
		}
	}
}

var tokenPattern = regexp.MustCompile(`[\p{L}\p{N}_]+`)

func shingles(text string) map[string]int {
	tokens := tokenPattern.FindAllString(text, -1)
	out := map[string]int{}
	for i := 0; i < max(1, len(tokens)-3); i++ {
		if shingle := strings.Join(tokens[i:min(i+4, len(tokens))], " "); shingle != "" {
			out[shingle]++
		}
	}
	return out
}

func overlap(truth, found map[string]int) (precision, recall float64) {
	shared, all, want := 0, 0, 0
	for s, n := range found {
		shared += min(n, truth[s])
		all += n
	}
	for _, n := range truth {
		want += n
	}
	if all > 0 {
		precision = float64(shared) / float64(all)
	}
	if want > 0 {
		recall = float64(shared) / float64(want)
	}
	return precision, recall
}
