// Command dump parses articles on one core and prints, for each, the byte
// extents of its sentences and names as a JSON line; the last line is the
// speed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
	"time"

	"github.com/parleyrecord/parley/english"
)

type parsed struct {
	Sentences [][2]int `json:"sentences"`
	Names     [][3]any `json:"names"`
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: dump articles.jsonl")
	}
	runtime.GOMAXPROCS(1)
	if err := dump(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func dump(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	engine, err := english.New()
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	words, spent := 0, time.Duration(0)
	for lines.Scan() {
		var article struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		begun := time.Now()
		text := engine.Parse(article.Title + "\n" + article.Text)
		spent += time.Since(begun)
		result := parsed{Sentences: [][2]int{}, Names: [][3]any{}}
		for _, s := range text.Sentences {
			words += len(s.Tokens)
			result.Sentences = append(result.Sentences, [2]int{s.Start, s.End})
		}
		for _, n := range text.Names {
			result.Names = append(result.Names, [3]any{n.Start, n.End, n.Kind.String()})
		}
		if err := out.Encode(result); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return err
	}
	return out.Encode(map[string]float64{"words": float64(words), "seconds": spent.Seconds()})
}
