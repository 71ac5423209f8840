// Command prose measures the Go package prose over articles on one core.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
	"time"

	"github.com/jdkato/prose/v3"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: prose articles.jsonl")
	}
	runtime.GOMAXPROCS(1)
	file, err := os.Open(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	words, spent := 0, time.Duration(0)
	for lines.Scan() {
		var article struct{ Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &article); err != nil {
			log.Fatal(err)
		}
		begun := time.Now()
		document, err := prose.NewDocument(article.Title + "\n" + article.Text)
		if err != nil {
			log.Fatal(err)
		}
		words += len(document.Tokens())
		document.Entities()
		document.Sentences()
		spent += time.Since(begun)
	}
	fmt.Printf("{\"words\": %d, \"seconds\": %f}\n", words, spent.Seconds())
}
