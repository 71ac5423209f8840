package english_test

import (
	"fmt"
	"log"

	"github.com/parleyrecord/parley/english"
)

const notice = `Envoys return to Lysta
TARVIK (NNA) – Foreign Minister Anna Kovar will travel to Lysta on Friday. "We haven't signed anything," she said.`

func Example() {
	engine, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	text := engine.Parse(notice)
	for _, sentence := range text.Sentences {
		fmt.Printf("%d: %s\n", sentence.Paragraph, text.Source[sentence.Start:sentence.End])
	}
	// Output:
	// 0: Envoys return to Lysta
	// 1: TARVIK (NNA) –
	// 1: Foreign Minister Anna Kovar will travel to Lysta on Friday.
	// 1: "We haven't signed anything," she said.
}

// Who does what: the subject and the verb of each clause that has both.
func ExampleEngine_Parse() {
	engine, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	for _, sentence := range engine.Parse(notice).Sentences {
		for _, token := range sentence.Tokens {
			if token.Deprel == "nsubj" && sentence.Tokens[token.Head].UPOS == "VERB" {
				fmt.Println(token.Text, "–", sentence.Tokens[token.Head].Lemma)
			}
		}
	}
	// Output:
	// Envoys – return
	// Anna – travel
	// We – sign
	// she – say
}

func ExampleText_names() {
	engine, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	text := engine.Parse("Foreign Minister Anna Kovar will travel to Lysta on Friday.")
	for _, name := range text.Names {
		fmt.Println(text.Source[name.Start:name.End], name.Kind)
	}
	// Output:
	// Anna Kovar person
	// Lysta location
}

func ExampleText_quotations() {
	engine, err := english.New()
	if err != nil {
		log.Fatal(err)
	}
	text := engine.Parse(notice)
	for _, quotation := range text.Quotations {
		fmt.Println(text.Source[quotation.InnerStart:quotation.InnerEnd])
	}
	// Output:
	// We haven't signed anything,
}

func ExampleIsEnglish() {
	fmt.Println(english.IsEnglish("The ministers will meet again in Lysta next week, the spokesman said."))
	fmt.Println(english.IsEnglish("Die Minister treffen sich nach Angaben des Sprechers nächste Woche wieder in Lysta."))
	// Output:
	// true
	// false
}
