package eval

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// Attribution scores attributions on folders in the layout of PolNeAR (Newell,
// Margolin and Ruths 2018), each with text/ and attributions/: content_f1 is F1
// over contents paired one to one at a token F1 of .5 or more, content_source_f1
// the same where the sources share a word too, or neither side has one. Where a
// document has several annotators, the first by name counts.
//
// PolNeAR gives each word to one attribution at most and marks what is said,
// thought and intended, denied or not. So a found attribution whose words lie
// within another's is left out, sentences that continue a quotation count with
// the sentence of its cue, and thoughts count as statements do. Errors are
// grouped by kind: missed (by cue), spurious (by cue), source.
func Attribution(folders ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	tally := attributionTally{engine: engine, lexicon: lexicon.Default()}
	for _, folder := range folders {
		documents, err := attributionFiles(folder)
		if err != nil {
			return Scores{}, err
		}
		for _, d := range documents {
			gold, err := readAttributions(d)
			if err != nil {
				return Scores{}, err
			}
			tally.add(gold)
		}
	}
	return tally.result(), nil
}

// attributionTally pools the counts over documents.
type attributionTally struct {
	engine          *english.Engine
	lexicon         *lexicon.Lexicon
	content, source Counts
	errors          []Error
}

func (t *attributionTally) result() Scores {
	var s Scores
	s.Set("content_f1", t.content.F1())
	s.Set("content_source_f1", t.source.F1())
	s.Set("content_precision", t.content.Precision())
	s.Set("content_recall", t.content.Recall())
	s.Errors = t.errors
	return s
}

// marked is an attribution as word positions.
type marked struct {
	cue             string
	content, source []int // indexes of words
}

func (t *attributionTally) add(gold attributionDocument) {
	text := t.engine.ParseReport(gold.text)
	cast := actors.Find(text, t.lexicon, "", "USA")
	words := wordsOf(gold.text)
	wanted := make([]marked, len(gold.attributions))
	for i, a := range gold.attributions {
		wanted[i] = marked{textOf(gold.text, a.cue), covered(words, a.content), covered(words, a.source)}
	}
	found := outermost(foundAttributions(gold.text, words, attribution.Find(text, cast, t.lexicon, lexicon.Outlet{})))
	pairs := pairMarked(wanted, found)
	t.content.Gold, t.content.System, t.content.Correct = t.content.Gold+len(wanted), t.content.System+len(found), t.content.Correct+len(pairs)
	t.source.Gold, t.source.System = t.source.Gold+len(wanted), t.source.System+len(found)
	usedGold, usedFound := map[int]bool{}, map[int]bool{}
	for _, p := range pairs {
		usedGold[p.gold], usedFound[p.found] = true, true
		if p.source {
			t.source.Correct++
			continue
		}
		t.miss("source", gold.path, words, gold.text, wanted[p.gold], found[p.found].source)
	}
	for i, w := range wanted {
		if !usedGold[i] {
			t.miss("missed: "+strings.ToLower(w.cue), gold.path, words, gold.text, w, nil)
		}
	}
	for i, f := range found {
		if !usedFound[i] {
			t.miss("spurious: "+strings.ToLower(f.cue), gold.path, words, gold.text, f, nil)
		}
	}
}

func (t *attributionTally) miss(kind, path string, words []parley.Span, text string, m marked, other []int) {
	line := fmt.Sprintf("%s | %s | %s", phraseOf(text, words, m.source), m.cue, phraseOf(text, words, m.content))
	if kind == "source" {
		line += " | found " + phraseOf(text, words, other)
	}
	t.errors = append(t.errors, Error{Kind: kind, Place: path, Text: line})
}

func phraseOf(text string, words []parley.Span, at []int) string {
	var b strings.Builder
	for i, w := range at {
		if i > 24 {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text[words[w].Start:words[w].End])
	}
	return b.String()
}

// foundAttributions turns what was found into word positions; sentences that
// continue a quotation join the attribution that has its cue.
func foundAttributions(text string, words []parley.Span, found []attribution.Attribution) []marked {
	var all []marked
	at := make([]int, len(found))
	for i, a := range found {
		if a.Continues >= 0 {
			at[i] = -1
			continue
		}
		m := marked{cue: text[a.Cue.Start:a.Cue.End], content: covered(words, a.Content)}
		spans := []parley.Span{a.Pronoun} // PolNeAR marks "who" itself
		for _, s := range a.Sources {
			spans = append(spans, s.Text)
		}
		m.source = covered(words, spans)
		at[i] = len(all)
		all = append(all, m)
	}
	for _, a := range found {
		if a.Continues < 0 || at[a.Continues] < 0 {
			continue
		}
		m := &all[at[a.Continues]]
		m.content = append(m.content, covered(words, a.Content)...)
		slices.Sort(m.content)
		m.content = slices.Compact(m.content)
	}
	return all
}

// outermost leaves out attributions that lie within another's content.
func outermost(all []marked) []marked {
	var kept []marked
	for i, m := range all {
		inside := slices.ContainsFunc(all, func(o marked) bool {
			return len(o.content) > len(m.content) && len(m.content) > 0 && shared(o.content, m.content) == len(m.content) &&
				shared(o.content, m.source) == len(m.source)
		})
		if !inside && !slices.ContainsFunc(all[:i], func(o marked) bool { return slices.Equal(o.content, m.content) && o.cue == m.cue }) {
			kept = append(kept, m)
		}
	}
	return kept
}

type markedPair struct {
	gold, found int
	f1          float64
	source      bool
}

// pairMarked pairs contents one to one, the likest first and, among equals,
// those with the same source.
func pairMarked(gold, found []marked) []markedPair {
	var all []markedPair
	for i, g := range gold {
		for j, f := range found {
			n := shared(g.content, f.content)
			if f1 := ratio(2*n, len(g.content)+len(f.content)); f1 >= .5 {
				source := shared(g.source, f.source) > 0 || len(g.source) == 0 && len(f.source) == 0
				all = append(all, markedPair{i, j, f1, source})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b markedPair) int {
		if a.source != b.source && max(a.f1, b.f1)-min(a.f1, b.f1) < 1e-9 {
			return cmp.Compare(boolToInt(b.source), boolToInt(a.source))
		}
		return cmp.Compare(b.f1, a.f1)
	})
	var pairs []markedPair
	usedGold, usedFound := map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !usedGold[p.gold] && !usedFound[p.found] {
			usedGold[p.gold], usedFound[p.found] = true, true
			pairs = append(pairs, p)
		}
	}
	return pairs
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// shared counts what two sorted lists have in common.
func shared(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// wordsOf are the runs of letters and digits of a text.
func wordsOf(text string) []parley.Span {
	var words []parley.Span
	start := -1
	for i, r := range text {
		solid := unicode.IsLetter(r) || unicode.IsDigit(r)
		switch {
		case solid && start < 0:
			start = i
		case !solid && start >= 0:
			words = append(words, parley.Span{Start: start, End: i})
			start = -1
		}
	}
	if start >= 0 {
		words = append(words, parley.Span{Start: start, End: len(text)})
	}
	return words
}

// covered are the words that touch one of the spans, in order.
func covered(words []parley.Span, spans []parley.Span) []int {
	var at []int
	for _, s := range spans {
		first, _ := slices.BinarySearchFunc(words, s.Start, func(w parley.Span, start int) int { return cmp.Compare(w.End, start+1) })
		for i := first; i < len(words) && words[i].Start < s.End; i++ {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	return slices.Compact(at)
}

func textOf(text string, spans []parley.Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i] = text[s.Start:s.End]
	}
	return strings.Join(words, " ")
}

// attributionFile is a document with its annotation.
type attributionFile struct{ text, annotation string }

func attributionFiles(folder string) ([]attributionFile, error) {
	texts, err := filepath.Glob(filepath.Join(folder, "text", "*.txt"))
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", folder, err)
	}
	if len(texts) == 0 {
		return nil, fmt.Errorf("list %s: no text/*.txt below it (give a split of PolNeAR, with text and attributions)", folder)
	}
	var files []attributionFile
	for _, text := range texts {
		name := strings.TrimSuffix(filepath.Base(text), ".txt")
		annotations, err := filepath.Glob(filepath.Join(folder, "attributions", name+"_*.ann"))
		if err != nil {
			return nil, fmt.Errorf("list annotations of %s: %w", name, err)
		}
		if len(annotations) > 0 {
			files = append(files, attributionFile{text, annotations[0]})
		}
	}
	return files, nil
}

// readFileText reads a file as UTF-8 text.
func readFileText(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read attributions: %w", err)
	}
	return strings.ToValidUTF8(string(data), "\uFFFD"), nil
}
