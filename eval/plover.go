package eval

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/events"
)

// Plover scores the type of the event between a marked source and target on a
// table in the layout of PLV (Halterman and others 2023): tab-separated, with
// the columns marked_sentence (<s>source</s> and <t>target</t>) and gold_root.
// The type is that of the CAMEO code of the word that joins the two. What is still to
// come is coded as PLOVER has it: cooperation as AGREE, conflict as THREATEN;
// what is refused or called off as REJECT. Errors are grouped by the two types.
func Plover(files ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	tally := ploverTally{engine: engine, lexicon: lexicon.Default(), types: map[string]*Counts{}}
	for _, name := range files {
		if err := tally.addFile(name); err != nil {
			return Scores{}, err
		}
	}
	return tally.result(), nil
}

type ploverTally struct {
	engine  *english.Engine
	lexicon *lexicon.Lexicon
	all     Counts
	types   map[string]*Counts
	errors  []Error
}

func (t *ploverTally) addFile(name string) error {
	file, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("open the table: %w", err)
	}
	defer file.Close()
	table := csv.NewReader(file)
	table.Comma, table.LazyQuotes, table.FieldsPerRecord = '\t', true, -1
	header, err := table.Read()
	if err != nil {
		return fmt.Errorf("read the header of %s: %w", name, err)
	}
	sentence, gold := slices.Index(header, "marked_sentence"), slices.Index(header, "gold_root")
	if sentence < 0 || gold < 0 {
		return fmt.Errorf("%s: no columns marked_sentence and gold_root", name)
	}
	for {
		row, err := table.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		if len(row) > max(sentence, gold) {
			line, _ := table.FieldPos(0)
			t.add(fmt.Sprintf("%s:%d", name, line), row[sentence], row[gold])
		}
	}
}

func (t *ploverTally) add(place, marked, gold string) {
	found := t.root(marked)
	t.all.Gold++
	t.all.System++
	t.count(gold).Gold++
	if found != "" {
		t.count(found).System++
	}
	if found == gold {
		t.all.Correct++
		t.count(gold).Correct++
		return
	}
	t.errors = append(t.errors, Error{Kind: gold + " as " + found, Place: place, Text: marked})
}

func (t *ploverTally) count(kind string) *Counts {
	if t.types[kind] == nil {
		t.types[kind] = &Counts{}
	}
	return t.types[kind]
}

func (t *ploverTally) result() Scores {
	var s Scores
	macro, n := 0.0, 0
	for _, c := range t.types {
		if c.Gold > 0 {
			macro, n = macro+c.F1(), n+1
		}
	}
	s.Set("accuracy", ratio(t.all.Correct, t.all.Gold))
	s.Set("macro_f1", macro/float64(max(n, 1)))
	s.Errors = t.errors
	return s
}

// root is the type of the word that best joins the marked source and target.
func (t *ploverTally) root(marked string) string {
	body, source, target := unmark(marked)
	text := t.engine.Parse(body)
	cast := actors.Find(text, t.lexicon, "", "")
	words := events.Words(events.Input{
		Text: text, Cast: cast, Lexicon: t.lexicon, Voice: silent,
	})
	best, least := "", 1<<20
	for _, w := range words {
		if apart := separation(text, w, source, target); apart < least {
			best, least = ploverRoot(w.Sense, w.Status), apart
		}
	}
	return best
}

// unmark takes the marks out of a sentence and says where source and target
// stand.
func unmark(marked string) (body string, source, target parley.Span) {
	var b strings.Builder
	b.WriteString("\n") // the line of the title
	for marked != "" {
		i := strings.IndexByte(marked, '<')
		if i < 0 {
			b.WriteString(marked)
			break
		}
		b.WriteString(marked[:i])
		marked = marked[i:]
		switch at := b.Len(); {
		case strings.HasPrefix(marked, "<s>"):
			source.Start, marked = at, marked[3:]
		case strings.HasPrefix(marked, "</s>"):
			source.End, marked = at, marked[4:]
		case strings.HasPrefix(marked, "<t>"):
			target.Start, marked = at, marked[3:]
		case strings.HasPrefix(marked, "</t>"):
			target.End, marked = at, marked[4:]
		default:
			b.WriteByte('<')
			marked = marked[1:]
		}
	}
	return b.String(), source, target
}

// separation is how far a word stands in the tree from the source, which
// counts less where it is the word's own subject, and from the target. Of two
// equally near the one nearer to the root wins.
func separation(text *english.Text, w events.Word, source, target parley.Span) int {
	s := &text.Sentences[w.Sentence]
	from, fromOK := headOf(s, source)
	to, toOK := headOf(s, target)
	inside := parley.Span{Start: s.Tokens[w.Token].Start, End: s.Tokens[w.Token].End}
	apart := 20
	if fromOK {
		apart = 2 * steps(s, w.Token, from)
		if subject := s.Subject(w.Token); subject >= 0 && source.Covers(parley.Span{Start: s.Tokens[subject].Start, End: s.Tokens[subject].End}) {
			apart = 1
		}
	}
	if toOK {
		apart += steps(s, w.Token, to)
	} else {
		apart += 10
	}
	if source.Covers(inside) || target.Covers(inside) {
		apart += 6
	}
	depth := 0
	for range s.Ancestors(w.Token) {
		depth++
	}
	return 4*apart + depth
}

// headOf is the token of a span that the rest of the sentence attaches to.
func headOf(s *english.Sentence, span parley.Span) (int, bool) {
	first, last := -1, -1
	for i := range s.Tokens {
		if s.Tokens[i].Start < span.End && s.Tokens[i].End > span.Start {
			if first < 0 {
				first = i
			}
			last = i + 1
		}
	}
	if first < 0 {
		return 0, false
	}
	return s.Anchor(first, last), true
}

// steps is the length of the way between two tokens in the tree.
func steps(s *english.Sentence, a, b int) int {
	up := map[int]int{a: 0}
	n := 0
	for over := range s.Ancestors(a) {
		n++
		up[over] = n
	}
	if n, ok := up[b]; ok {
		return n
	}
	m := 0
	for over := range s.Ancestors(b) {
		m++
		if n, ok := up[over]; ok {
			return n + m
		}
	}
	return 20
}

// ploverRoot is PLOVER's type of a CAMEO code that has come as far as its status
// says.
func ploverRoot(sense lexicon.Verb, status parley.Status) string {
	root, ok := cameoRoots[sense.Code]
	if !ok {
		root, ok = cameoRoots[sense.Code[:2]]
	}
	if !ok {
		root = string(sense.Type) // CAMEO's comments, which PLOVER has no type for
	}
	switch status {
	case parley.Planned, parley.Proposed:
		switch root {
		case "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD":
			return "AGREE"
		case "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT":
			return "THREATEN"
		}
	case parley.Cancelled, parley.OnHold:
		switch root {
		case "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD":
			return "REJECT"
		}
	}
	return root
}

// cameoRoots are PLOVER's types by CAMEO's codes and by their roots, after the
// published table of both. Parley's own types differ where one of CAMEO's roots
// holds words and deeds.
var cameoRoots = map[string]string{
	"02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE", "07": "AID", "08": "YIELD",
	"09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT", "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE",
	"16": "SANCTION", "17": "COERCE", "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
	"163": "COERCE", "191": "COERCE",
}

func silent(int, int) events.Voice { return events.Voice{} }
