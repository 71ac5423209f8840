package english

import (
	"reflect"
	"strings"
	"sync"
	"testing"
)

const report = `Norland and Sudmark resume talks
TARVIK, March 3 (NNA) – Foreign Minister Anna Kovar met her counterpart in Lysta on Tuesday. "We don't trust promises," she told reporters. Three ships left the harbour after the meeting.`

func TestParseFindsTheClause(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse(report)
	check(t, text)
	s := text.Sentences[2]
	met := tokenAt(t, s, "met")
	if s.Tokens[met].UPOS != "VERB" || s.Tokens[met].Lemma != "meet" || s.Tokens[met].Head != -1 {
		t.Errorf("met is %+v", s.Tokens[met])
	}
	if s.Tokens[met].Feat("Tense") != "Past" {
		t.Errorf("features of met: %s", s.Tokens[met].Feats)
	}
	counterpart := s.Tokens[tokenAt(t, s, "counterpart")]
	if counterpart.Head != met || counterpart.Deprel != "obj" {
		t.Errorf("counterpart is %s of %d", counterpart.Deprel, counterpart.Head)
	}
}

func TestParseFindsNames(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse("Mary Johnson flew from London to Washington on Tuesday.")
	kinds := map[string]NameKind{}
	for _, n := range text.Names {
		kinds[text.Source[n.Start:n.End]] = n.Kind
	}
	if kinds["Mary Johnson"] != Person || kinds["London"] != Location {
		t.Errorf("names: %v", kinds)
	}
}

func tokenAt(t *testing.T, s Sentence, word string) int {
	t.Helper()
	for i, token := range s.Tokens {
		if token.Text == word {
			return i
		}
	}
	t.Fatalf("no token %q", word)
	return -1
}

func TestOneParseIsLikeAnother(t *testing.T) {
	t.Parallel()
	e := engine(t)
	alone := e.Parse(report).Sentences[2]
	longer := e.Parse(strings.Repeat(report+"\n", 40))
	var found bool
	for _, s := range longer.Sentences[40:] {
		if len(s.Tokens) == len(alone.Tokens) && s.Tokens[0].Text == alone.Tokens[0].Text {
			found = true
			for i, token := range s.Tokens {
				want := alone.Tokens[i]
				if token.Head != want.Head || token.Deprel != want.Deprel || token.Lemma != want.Lemma || token.XPOS != want.XPOS {
					t.Fatalf("token %d is %+v in a longer text, %+v alone", i, token, want)
				}
			}
		}
	}
	if !found {
		t.Error("the sentence is cut differently in a longer text")
	}
}

func TestEngineServesManyAtOnce(t *testing.T) {
	t.Parallel()
	e := engine(t)
	want := e.Parse(report)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 5 {
				if got := e.Parse(report); !reflect.DeepEqual(got, want) {
					t.Error("a parse differs from the first")
				}
			}
		})
	}
	group.Wait()
}

func TestParseTokensKeepsTheTokensGiven(t *testing.T) {
	t.Parallel()
	words := strings.Fields("Kovar did n't sign the 28 - point plan .")
	text := engine(t).ParseTokens(words)
	check(t, text)
	if len(text.Sentences) != 1 || len(text.Sentences[0].Tokens) != len(words) {
		t.Fatalf("%d sentences", len(text.Sentences))
	}
	if s := text.Sentences[0]; s.Tokens[2].Lemma != "not" || text.Source[s.Start:s.End] != strings.Join(words, " ") {
		t.Errorf("sentence %+v", s)
	}
}

func TestParseTokensOfNothing(t *testing.T) {
	t.Parallel()
	if text := engine(t).ParseTokens(nil); len(text.Sentences) != 0 || len(text.Names) != 0 {
		t.Errorf("got %+v", text)
	}
}

// TestParseAllocatesByTextNotByToken: what a parse allocates does not grow
// with the number of tokens once their forms are known.
func TestParseAllocatesByTextNotByToken(t *testing.T) {
	if raced {
		t.Skip("the race detector makes pools of memory forget")
	}
	e := engine(t)
	short, long := report, strings.Repeat(report+"\n", 20)
	e.Parse(long)
	once := testing.AllocsPerRun(20, func() { e.Parse(short) })
	often := testing.AllocsPerRun(20, func() { e.Parse(long) })
	if often > once+10 {
		t.Errorf("%v allocations for one report, %v for twenty", once, often)
	}
}

func BenchmarkParse(b *testing.B) {
	e := engine(b)
	text := strings.Repeat(report+"\n", 20)
	tokens := 0
	for _, s := range e.Parse(text).Sentences {
		tokens += len(s.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		e.Parse(text)
	}
	b.ReportMetric(float64(tokens*b.N)/b.Elapsed().Seconds(), "words/s")
}
