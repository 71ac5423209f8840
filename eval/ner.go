package eval

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley/english"
)

// NER scores the names that the English engine finds over given tokens:
// precision, recall and f1 of exact spans with their type over PER, ORG and
// LOC, then f1 of each type; MISC (CoNLL, wikigold) and OTH (Universal NER)
// stand apart. Files have a token a line with its tag last, in IOB1 or IOB2;
// those of Universal NER have it third. Several files are pooled. Errors are
// grouped by type.
func NER(paths ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	tally := nameTally{byType: map[string]*Counts{}}
	for _, path := range paths {
		sentences, err := readNames(path)
		if err != nil {
			return Scores{}, err
		}
		other := otherType(sentences)
		for _, s := range sentences {
			tally.add(path, s, foundNames(engine, s.forms, other))
		}
	}
	return tally.scores(), nil
}

// namedSentence is a sentence with its gold names.
type namedSentence struct {
	line  int
	forms []string
	names map[nameSpan]bool
}

// nameSpan is a name by its tokens, last exclusive.
type nameSpan struct {
	first, last int
	kind        string
}

// readNames reads a column file of names.
func readNames(path string) ([]namedSentence, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read names: %w", err)
	}
	defer file.Close()
	var sentences []namedSentence
	var tags []string
	s := namedSentence{line: 1}
	finish := func(next int) {
		if len(s.forms) > 0 {
			s.names = spansOf(tags)
			sentences = append(sentences, s)
		}
		s, tags = namedSentence{line: next}, nil
	}
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	number := 0
	for lines.Scan() {
		number++
		line := strings.TrimRight(lines.Text(), " \t\r")
		switch {
		case line == "":
			finish(number + 1)
		case isComment(line) || strings.HasPrefix(line, "-DOCSTART-"):
		default:
			form, tag, err := formAndTag(line)
			if err != nil {
				return nil, fmt.Errorf("read names %s:%d: %w", path, number, err)
			}
			s.forms, tags = append(s.forms, form), append(tags, tag)
		}
	}
	finish(number)
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read names %s: %w", path, err)
	}
	return sentences, nil
}

// formAndTag reads one line: numbered and tab-separated, with the form second
// and the tag third, as in Universal NER, or the form first and the tag last.
func formAndTag(line string) (form, tag string, err error) {
	columns := strings.Fields(line)
	if tabs := strings.Split(line, "\t"); len(tabs) >= 3 && isTokenNumber(tabs[0]) && isTag(tabs[2]) {
		form, tag = tabs[1], tabs[2]
	} else if len(columns) >= 2 {
		form, tag = columns[0], columns[len(columns)-1]
	}
	if !isTag(tag) {
		return "", "", fmt.Errorf("tag %q is not in IOB", tag)
	}
	return form, tag, nil
}

func isTag(tag string) bool {
	return tag == "O" || len(tag) > 2 && (tag[:2] == "B-" || tag[:2] == "I-")
}

func isTokenNumber(id string) bool {
	_, err := strconv.Atoi(id)
	return err == nil
}

// isComment holds for lines about the sentence, but not for a token "#".
func isComment(line string) bool {
	if !strings.HasPrefix(line, "#") {
		return false
	}
	columns := strings.Fields(line)
	return len(columns) < 2 || !isTag(columns[len(columns)-1])
}

// spansOf reads IOB1 and IOB2 alike: a name begins at B-, and at I- after
// another type or none.
func spansOf(tags []string) map[nameSpan]bool {
	names := map[nameSpan]bool{}
	open := nameSpan{first: -1}
	finish := func(i int) {
		if open.first >= 0 {
			open.last = i
			names[open] = true
		}
		open = nameSpan{first: -1}
	}
	for i, tag := range tags {
		if tag == "O" {
			finish(i)
			continue
		}
		if kind := tag[2:]; tag[0] == 'B' || kind != open.kind {
			finish(i)
			open = nameSpan{first: i, kind: kind}
		}
	}
	finish(len(tags))
	return names
}

// otherType returns what the file calls names of no other type.
func otherType(sentences []namedSentence) string {
	for _, s := range sentences {
		for name := range s.names {
			if name.kind == "OTH" || name.kind == "MISC" {
				return name.kind
			}
		}
	}
	return "MISC"
}

// foundNames returns the engine's names over the tokens.
func foundNames(engine *english.Engine, forms []string, other string) map[nameSpan]bool {
	kinds := map[english.NameKind]string{
		english.Person: "PER", english.Organisation: "ORG", english.Location: "LOC", english.Other: other,
	}
	text := engine.ParseTokens(forms)
	starts := make([]int, len(text.Sentences)) // index of each part's first token
	for i := 1; i < len(starts); i++ {
		starts[i] = starts[i-1] + len(text.Sentences[i-1].Tokens)
	}
	names := map[nameSpan]bool{}
	for _, name := range text.Names {
		at := starts[name.Sentence]
		names[nameSpan{at + name.First, at + name.Last, kinds[name.Kind]}] = true
	}
	return names
}

// nameTally pools the counts of each type.
type nameTally struct {
	byType map[string]*Counts
	errors []Error
}

func (t *nameTally) of(kind string) *Counts {
	if t.byType[kind] == nil {
		t.byType[kind] = &Counts{}
	}
	return t.byType[kind]
}

func (t *nameTally) add(path string, s namedSentence, found map[nameSpan]bool) {
	where := fmt.Sprintf("%s:%d", path, s.line)
	for _, name := range inOrder(s.names) {
		c := t.of(name.kind)
		c.Gold++
		if found[name] {
			c.Correct++
		} else {
			t.errors = append(t.errors, Error{name.kind, where, "missed " + s.shown(name)})
		}
	}
	for _, name := range inOrder(found) {
		t.of(name.kind).System++
		if !s.names[name] {
			t.errors = append(t.errors, Error{name.kind, where, "false " + s.shown(name)})
		}
	}
}

func inOrder(names map[nameSpan]bool) []nameSpan {
	return slices.SortedFunc(maps.Keys(names), func(a, b nameSpan) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last), cmp.Compare(a.kind, b.kind))
	})
}

// shown prints a name with two words either side.
func (s *namedSentence) shown(name nameSpan) string {
	before := strings.Join(s.forms[max(0, name.first-2):name.first], " ")
	after := strings.Join(s.forms[name.last:min(len(s.forms), name.last+2)], " ")
	return fmt.Sprintf("%s [%s] %s", before, strings.Join(s.forms[name.first:name.last], " "), after)
}

func (t *nameTally) scores() Scores {
	var s Scores
	var core Counts
	for _, kind := range []string{"PER", "ORG", "LOC"} {
		c := t.of(kind)
		core.Correct += c.Correct
		core.Gold += c.Gold
		core.System += c.System
	}
	s.Set("precision", core.Precision())
	s.Set("recall", core.Recall())
	s.Set("f1", core.F1())
	for _, kind := range []string{"PER", "ORG", "LOC", "MISC", "OTH"} {
		if c := t.byType[kind]; c != nil && c.Gold > 0 {
			s.Set("f1_"+kind, c.F1())
		}
	}
	s.Errors = t.errors
	return s
}
