package feed

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

// The test files of gofeed and feedparser, well and ill formed, and two real
// feeds: none may crash or hang, and few may give nothing.
func TestFeedsOfAllKinds(t *testing.T) {
	t.Parallel()
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "feeds.tar.gz"))
	if err != nil {
		t.Skipf("the feeds are not here: %v", err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	all, nothing := 0, 0
	for archive := tar.NewReader(packed); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(entry.Name, ".xml") && !strings.HasSuffix(entry.Name, ".rss") {
			continue
		}
		data, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		_, err = Read(data, "", "")
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", entry.Name, took)
		}
		all++
		if err != nil && parley.KindOf(err) != parley.Partial {
			nothing++
			if parley.KindOf(err) == "" {
				t.Errorf("%s: %v is no error of the vocabulary", entry.Name, err)
			}
		}
	}
	t.Logf("%d feeds, %d of which gave nothing", all, nothing)
	if nothing*100 > all {
		t.Errorf("%d of %d feeds gave nothing", nothing, all)
	}
}
