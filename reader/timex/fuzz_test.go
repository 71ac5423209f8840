package timex

import (
	"testing"
	"time"

	"github.com/parleyrecord/parley/english"
)

// FuzzFind checks, on any bytes, that expressions are in order, do not overlap,
// lie inside the text and their tokens, and carry valid dates.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"They met on May 12-14, 2022 and at 10:30 p.m. (1930 GMT) on Friday.",
		"from the end of the 470s BC to 1941-45, two and a half years later",
		"Feb 30; 99/99/9999; 12.12.12.12; the 0th century; 1,000,000,000 days ago",
		"“the third quarter of ’89” — the day after tomorrow\nlast night",
	} {
		f.Add(seed, int64(1747785600))
	}
	engine, err := english.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, source string, published int64) {
		text := engine.Parse(source)
		end := 0
		for _, e := range Find(text, time.Unix(published%(1<<36), 0), time.UTC) {
			tokens := text.Sentences[e.Sentence].Tokens
			switch {
			case e.Start < end || e.End <= e.Start || e.End > len(source):
				t.Fatalf("%+v overlaps the one before or lies outside the text", e)
			case e.Start < tokens[e.First].Start || e.End > tokens[e.Last-1].End:
				t.Fatalf("%+v does not lie in its tokens", e)
			case !e.From.Valid() || !e.To.Valid() || e.Value == "":
				t.Fatalf("%+v has no valid dates or no value", e)
			case e.From.Granularity() > 0 && e.To.Granularity() > 0 && e.To.Last().Before(e.From.First()):
				t.Fatalf("%+v ends before it begins", e)
			}
			end = e.End
		}
	})
}
