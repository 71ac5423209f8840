package timex

import (
	"strings"
	"testing"
	"time"

	"github.com/parleyrecord/parley/english"
)

// BenchmarkFind reads a page of agency copy; words/s leaves parsing out.
func BenchmarkFind(b *testing.B) {
	engine, err := english.New()
	if err != nil {
		b.Fatal(err)
	}
	page := "GENEVA, May 21. Foreign Minister Anna Kovar of Norland said on Tuesday that a new round of talks would be held next week. " +
		"The two delegations, which met on May 12-14 for the first time since February 2022, have not agreed on the draft that the mediators " +
		"tabled two weeks ago. An official who asked not to be named said that the text, a plan with 28 points, would be discussed over the weekend.\n"
	text := engine.Parse(strings.Repeat(page, 10))
	words := 0
	for _, s := range text.Sentences {
		words += len(s.Tokens)
	}
	published := time.Date(2025, 5, 21, 0, 0, 0, 0, time.UTC)
	b.ReportAllocs()
	for b.Loop() {
		Find(text, published, time.UTC)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
