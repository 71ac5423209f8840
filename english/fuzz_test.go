package english

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// hostile are inputs that have brought text programs down.
var hostile = map[string]string{
	"nothing":         "",
	"one token":       strings.Repeat("a", 10<<20),
	"one number":      strings.Repeat("7", 1<<20),
	"joined numbers":  strings.Repeat("1,000.", 1<<13),
	"hyphens":         strings.Repeat("a-", 1<<13),
	"co-co-co":        strings.Repeat("co-", 1<<13),
	"apostrophes":     strings.Repeat("a'", 1<<13),
	"clitics":         strings.Repeat("n't", 1<<13),
	"quotation marks": strings.Repeat(`"`, 100000),
	"single marks":    strings.Repeat(" 'a", 20000),
	"open quotations": strings.Repeat(" “a", 20000),
	"deep brackets":   strings.Repeat("([{", 1<<13),
	"open brackets":   strings.Repeat("(a ", 1<<13),
	"full stops":      strings.Repeat(".", 1<<20),
	"spaced stops":    strings.Repeat(". ", 1<<13),
	"initials":        strings.Repeat("A.", 1<<13),
	"at signs":        strings.Repeat("a@", 1<<13),
	"links":           strings.Repeat("http://", 1<<13),
	"dots":            strings.Repeat("a.b", 1<<13),
	"blanks":          strings.Repeat(" ", 1<<20),
	"line breaks":     strings.Repeat("\n", 1<<13),
	"wide capitals":   strings.Repeat("TALKS   ", 1<<13),
	"stops, brackets": strings.Repeat(".)", 1<<13) + " a",
	"long bracket":    "(" + strings.Repeat("a ", 1<<13) + strings.Repeat(")", 1<<13),
	"capitals":        strings.Repeat("TALKS ", 1<<13),
	"broken bytes":    strings.Repeat("\xff\xc3\xe2\x80", 1<<13),
	"marks on marks":  "a" + strings.Repeat("\u0301", 1<<13),
	"mixed scripts":   strings.Repeat("говорит 言う says يقول ", 1<<12),
	"null bytes":      strings.Repeat("\x00a", 1<<13),
}

const longestTime = 60 * time.Second // generous: the slowest takes a second on an idle core

func TestHostileTextIsReadInTime(t *testing.T) {
	if testing.Short() {
		t.Skip("-short leaves out the megabytes that nobody means to be read")
	}
	e := engine(t)
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			begun := time.Now()
			check(t, e.Parse(text))
			if d := time.Since(begun); d > longestTime {
				t.Errorf("took %v", d)
			}
		})
	}
}

// engine returns an engine, or fails the test.
func engine(t testing.TB) *Engine {
	t.Helper()
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// check holds what is true of every parse.
func check(t *testing.T, text *Text) {
	t.Helper()
	at := 0
	for i, s := range text.Sentences {
		if len(s.Tokens) == 0 || len(s.Tokens) > sentenceLimit || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d: %d to %d with %d tokens", i, s.Start, s.End, len(s.Tokens))
		}
		roots := 0
		for j, token := range s.Tokens {
			if token.Start < at || token.End <= token.Start || text.Source[token.Start:token.End] != token.Text {
				t.Fatalf("sentence %d: token %d at %d to %d", i, j, token.Start, token.End)
			}
			at = token.End
			if token.Head == j || token.Head >= len(s.Tokens) {
				t.Fatalf("sentence %d: token %d has head %d", i, j, token.Head)
			}
			if token.Head < 0 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	for _, n := range text.Names {
		tokens := text.Sentences[n.Sentence].Tokens
		if n.First >= n.Last || n.Start != tokens[n.First].Start || n.End != tokens[n.Last-1].End {
			t.Fatalf("name %+v", n)
		}
	}
	for _, q := range text.Quotations {
		if q.Start > q.InnerStart || q.InnerStart > q.InnerEnd || q.InnerEnd > q.End || q.End > len(text.Source) {
			t.Fatalf("quotation %+v", q)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range hostile {
		f.Add(text[:min(len(text), 200)])
	}
	f.Add("TARVIK, May 26. /NNA/. \"We won't,\" Lt. Gen. J. R. Dahl said... (see [1])")
	e := engine(f)
	f.Fuzz(func(t *testing.T, text string) {
		check(t, e.Parse(text))
		IsEnglish(text)
		if utf8.ValidString(text) {
			check(t, e.ParseTokens(strings.Fields(text)))
		}
	})
}
