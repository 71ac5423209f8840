package page

import (
	"archive/tar"
	"bytes"
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

// The pages of three collections: none may crash or hang, most hold an article,
// and few are taken for live blogs.
func TestPagesOfAllKinds(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("-short leaves out the collections of pages")
	}
	file, err := os.Open(filepath.Join("..", "..", "..", "shared", "data", "html.tar.gz"))
	if err != nil {
		t.Skipf("the pages are not here: %v", err)
	}
	defer file.Close()
	packed, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	all, nothing, live := 0, 0, 0
	for archive := tar.NewReader(packed); ; {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(filepath.Base(entry.Name), ".htm") {
			continue
		}
		data := pageData(t, entry.Name, archive)
		start := time.Now()
		_, err = Read(data, "")
		posts, _ := Posts(data, "")
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s took %v", entry.Name, took)
		}
		all++
		if len(posts) > 0 {
			live++
			t.Logf("%s has %d posts, the first of %s", entry.Name, len(posts), posts[0].Published)
		}
		if err != nil {
			nothing++
			if parley.KindOf(err) == "" {
				t.Errorf("%s: %v is no error of the vocabulary", entry.Name, err)
			}
		}
	}
	t.Logf("%d pages, %d without an article, %d live blogs", all, nothing, live)
	if nothing*20 > all || live*20 > all {
		t.Errorf("of %d pages %d hold no article and %d are taken for live blogs", all, nothing, live)
	}
}

func pageData(t *testing.T, name string, archive io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(archive)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(name, ".gz") {
		return data
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if data, err = io.ReadAll(unpacked); err != nil {
		t.Fatal(err)
	}
	return data
}
