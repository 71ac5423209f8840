package record

import (
	_ "embed"
	"strings"
)

//go:embed wordclasses.txt
var wordClassLines string

// wordClasses are the words of each class of wordclasses.txt, in small letters.
var wordClasses = func() map[string]map[string]bool {
	classes := map[string]map[string]bool{}
	for line := range strings.Lines(wordClassLines) {
		class, words, listed := strings.Cut(line, ":")
		if !listed || strings.HasPrefix(line, "#") {
			continue
		}
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		for _, word := range strings.Fields(words) {
			classes[class][strings.ReplaceAll(word, "_", " ")] = true
		}
	}
	return classes
}()

// The classes; wordclasses.txt tells what each is.
var (
	functionWords = wordClasses["function"]
	shortWords    = wordClasses["short"]
	pronouns      = wordClasses["pronoun"]
	articles      = wordClasses["article"]
	blames        = wordClasses["blame"]
	allegations   = wordClasses["allegation"]
	amending      = wordClasses["amended"]
	summoning     = wordClasses["summons"]
	falseWords    = wordClasses["false"]
)
