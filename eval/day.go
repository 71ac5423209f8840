package eval

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
)

// dayOf reads the articles of a day: items.jsonl.gz or items.jsonl in a folder,
// a document a line.
func dayOf(folder string) ([]parley.Document, error) {
	file, err := os.Open(filepath.Join(folder, "items.jsonl.gz"))
	packed := err == nil
	if errors.Is(err, fs.ErrNotExist) {
		file, err = os.Open(filepath.Join(folder, "items.jsonl"))
	}
	if err != nil {
		return nil, &parley.Error{Kind: parley.NotFound, Subject: folder, Problem: "there are no articles", Mend: "name a folder with items.jsonl.gz or items.jsonl", Err: err}
	}
	defer file.Close()
	var lines io.Reader = bufio.NewReaderSize(file, 1<<16)
	if packed {
		if lines, err = gzip.NewReader(lines); err != nil {
			return nil, fmt.Errorf("unpack %s: %w", file.Name(), err)
		}
	}
	var day []parley.Document
	for decoder := json.NewDecoder(lines); ; {
		var d parley.Document
		switch err := decoder.Decode(&d); {
		case errors.Is(err, io.EOF):
			return day, nil
		case err != nil:
			return nil, fmt.Errorf("read %s: article %d: %w", file.Name(), len(day)+1, err)
		}
		day = append(day, d)
	}
}

// stopwatch adds up how long some work takes: the processor's time where the system
// tells it, so that a busy machine measures as an idle one, else the wall's.
type stopwatch struct{ total time.Duration }

func (s *stopwatch) run(work func()) {
	began, busy := time.Now(), cpuSeconds()
	work()
	if spent := cpuSeconds() - busy; spent > 0 {
		s.total += time.Duration(spent * float64(time.Second))
		return
	}
	s.total += time.Since(began)
}

// microseconds is the time for each of n.
func (s *stopwatch) microseconds(n int) float64 {
	return float64(s.total.Microseconds()) / float64(max(n, 1))
}

// labelsOf reads relevance.tsv: the dossiers that each article belongs to,
// parted by commas.
func labelsOf(path string) (map[string][]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read the labels: %w", err)
	}
	defer file.Close()
	table := csv.NewReader(file)
	table.Comma, table.FieldsPerRecord, table.LazyQuotes = '\t', -1, true
	rows, err := table.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	labels := map[string][]string{}
	for i, row := range rows {
		if i == 0 && row[0] == "id" {
			continue
		}
		labels[row[0]] = []string{}
		for _, cell := range row[1:] {
			for id := range strings.SplitSeq(cell, ",") {
				if id = strings.TrimSpace(id); id != "" {
					labels[row[0]] = append(labels[row[0]], id)
				}
			}
		}
	}
	return labels, nil
}
