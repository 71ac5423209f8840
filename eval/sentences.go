package eval

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// sentenceBreaks marks, by hand, where sentences of news articles end: offsets
// into title + "\n" + text of documents that are told by their hash.
//
//go:embed sentence_breaks.jsonl
var sentenceBreaks []byte

// Sentences scores the ends of sentences in news articles against marks made
// by reading: breaks_precision, breaks_recall, breaks_f1. The paths name JSON
// documents with a title and a text, files of such documents a line, or folders
// of either; documents without marks are passed over. Errors are grouped into
// missed and false breaks.
func Sentences(paths ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	marks, err := readBreaks()
	if err != nil {
		return Scores{}, err
	}
	var s Scores
	var counts Counts
	used := 0
	err = eachArticle(paths, func(text string) {
		sum := sha256.Sum256([]byte(text))
		name := hex.EncodeToString(sum[:])
		for _, m := range marks[name] {
			used++
			compareBreaks(&s, &counts, m, engine.Parse(text))
		}
		delete(marks, name) // the same article may come from two files
	})
	if err != nil {
		return Scores{}, err
	}
	if used == 0 {
		return Scores{}, fmt.Errorf("score sentences: none of the marked documents is among %s", strings.Join(paths, ", "))
	}
	s.Set("breaks_precision", counts.Precision())
	s.Set("breaks_recall", counts.Recall())
	s.Set("breaks_f1", counts.F1())
	return s, nil
}

// markedBreaks is a stretch of a document whose sentence ends are all marked.
type markedBreaks struct {
	Document string `json:"document"`
	SHA256   string `json:"sha256"`
	From     int    `json:"from"`
	To       int    `json:"to"`
	Breaks   []int  `json:"breaks"`
}

func readBreaks() (map[string][]markedBreaks, error) {
	marks := map[string][]markedBreaks{}
	for line := range bytes.Lines(sentenceBreaks) {
		var m markedBreaks
		if err := json.Unmarshal(line, &m); err != nil {
			return nil, fmt.Errorf("read sentence marks: %w", err)
		}
		marks[m.SHA256] = append(marks[m.SHA256], m)
	}
	return marks, nil
}

func compareBreaks(s *Scores, counts *Counts, m markedBreaks, text *english.Text) {
	gold := map[int]bool{}
	for _, end := range m.Breaks {
		gold[end] = true
	}
	counts.Gold += len(gold)
	for _, sentence := range text.Sentences {
		if sentence.End <= m.From || sentence.End > m.To {
			continue
		}
		counts.System++
		if gold[sentence.End] {
			counts.Correct++
			delete(gold, sentence.End)
			continue
		}
		s.Miss("false break", m.Document, "after %q", around(text.Source, sentence.End))
	}
	for _, end := range m.Breaks {
		if gold[end] {
			s.Miss("missed break", m.Document, "after %q", around(text.Source, end))
		}
	}
}

// around shows the text on both sides of a break.
func around(text string, at int) string {
	const reach = 30
	return strings.ToValidUTF8(text[max(0, at-reach):at]+" ┃ "+text[at:min(len(text), at+reach)], "")
}

// eachArticle calls found with title + "\n" + text of every document under paths.
func eachArticle(paths []string, found func(text string)) error {
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			switch filepath.Ext(path) {
			case ".json":
				data, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				return article(path, data, found)
			case ".jsonl":
				return articleLines(path, found)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("read articles: %w", err)
		}
	}
	return nil
}

func articleLines(path string, found func(text string)) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		if err := article(path, lines.Bytes(), found); err != nil {
			return err
		}
	}
	return lines.Err()
}

func article(path string, data []byte, found func(text string)) error {
	var document struct{ Title, Text string }
	if err := json.Unmarshal(data, &document); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if document.Text != "" {
		found(document.Title + "\n" + document.Text)
	}
	return nil
}
