package feed

import (
	"testing"
	"time"

	"github.com/parleyrecord/parley"
)

func TestItemsBehindATagThatBreaksOff(t *testing.T) {
	t.Parallel()
	read, err := Read([]byte("<rss version='2.0'><channel><title>Post</title>< <item><title>Envoys met</title></item><item><title>They parted</title></item>"), "", "")
	if parley.KindOf(err) != parley.Partial || len(read.Items) != 2 || read.Items[0].Title != "Envoys met" || read.Items[1].Title != "They parted" {
		t.Errorf("%+v %v", read.Items, err)
	}
}

func FuzzRescue(f *testing.F) {
	f.Add([]byte("<rss><channel><item><title>a</title></item><item><title>b"))
	f.Add([]byte("<feed><entry><oops><title>a</title></entry></feed>"))
	f.Add([]byte("<rdf:RDF><item><![CDATA[</item>"))
	f.Add([]byte("<<item>0"))
	f.Fuzz(func(t *testing.T, text []byte) {
		began := time.Now()
		found, all, _ := rescue(text)
		if took := time.Since(began); took > 5*time.Second {
			t.Fatalf("%d bytes took %v", len(text), took)
		}
		if found != nil && all == 0 && len(found.Items) > 0 {
			t.Fatalf("%d items of none", len(found.Items))
		}
	})
}
