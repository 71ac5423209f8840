package lexicon

import (
	"strings"
	"testing"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	words := strings.Fields("Iran ' s foreign minister Abbas Araqchi said on Tuesday in Muscat that talks with the U.S. envoy Steve Witkoff , mediated by Oman , would go on in Rome next week if Washington wanted them")
	l := Default()
	b.ReportMetric(float64(len(words)), "words/op")
	for b.Loop() {
		l.Find(words)
	}
}
