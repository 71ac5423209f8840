package feed

import (
	"path"
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

// All test files of gofeed and feedparser, well and ill formed, with what is
// expected of them, and real feeds: none may crash or hang, and few of those that
// are feeds may give nothing.
func TestFeedsOfAllKinds(t *testing.T) {
	t.Parallel()
	files, feeds, nothing := feedFiles(t), 0, 0
	for name, data := range files {
		start := time.Now()
		_, err := Read(data, "", "")
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if err != nil && parley.KindOf(err) == "" {
			t.Errorf("%s: %v is no error of the vocabulary", name, err)
		}
		if ending := path.Ext(name); ending != ".xml" && ending != ".rss" {
			continue
		}
		feeds++
		if err != nil && parley.KindOf(err) != parley.Partial {
			nothing++
		}
	}
	t.Logf("%d files, %d of them feeds, of which %d gave nothing", len(files), feeds, nothing)
	if nothing*100 > feeds {
		t.Errorf("%d of %d feeds gave nothing", nothing, feeds)
	}
}
