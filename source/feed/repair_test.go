package feed

import (
	"testing"
	"time"
)

func FuzzRescue(f *testing.F) {
	f.Add([]byte("<rss><channel><item><title>a</title></item><item><title>b"))
	f.Add([]byte("<feed><entry><oops><title>a</title></entry></feed>"))
	f.Add([]byte("<rdf:RDF><item><![CDATA[</item>"))
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
