package eval

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader"
	"github.com/parleyrecord/parley/source"
)

// BenchRead measures reading, from a document to what it says, over the
// documents in the given files and folders, or over a bundled sample. The
// figures are those of BenchEnglish; load_ms is the time to make a reader,
// lexicon and model included.
func BenchRead(paths ...string) (Scores, error) {
	begun := time.Now()
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	reads := reader.New(engine, lexicon.Default())
	loaded := time.Since(begun)
	documents, err := benchDocuments(paths)
	if err != nil {
		return Scores{}, err
	}
	words := make([]int, len(documents))
	for i, d := range documents {
		if _, err := reads.Read(d); err != nil {
			return Scores{}, fmt.Errorf("bench read: %w", err)
		}
		words[i] = countWords(engine.Parse(d.Body()))
	}
	return measured(loaded, len(documents), func(i int) int {
		_, _ = reads.Read(documents[i]) // read without error above
		return words[i]
	}), nil
}

func benchDocuments(paths []string) (documents []parley.Document, err error) {
	if len(paths) == 0 {
		title, text, _ := strings.Cut(benchText, "\n")
		return []parley.Document{{ID: "bench", Title: title, Text: text, Published: time.Date(2026, time.March, 3, 18, 0, 0, 0, time.UTC)}}, nil
	}
	for d, err := range source.Open(context.Background(), paths, source.Options{}) {
		if parley.KindOf(err) == parley.Partial {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("bench read: %w", err)
		}
		documents = append(documents, d)
	}
	return documents, nil
}
