package timex

import (
	"embed"
	"fmt"
	"strings"
	"sync"

	"github.com/parleyrecord/parley/english"
)

//go:embed tables
var tables embed.FS

// grammar is the compiled tables.
type grammar struct {
	words     map[string]*word
	classes   map[string]int
	parts     map[string]pattern
	rules     []*rule
	onNumber  []*rule // the rules that can begin with digits
	holidays  []holiday
	memorable map[monthDay]memorable
	digits    map[int]bool       // the literals that are written in digits
	signals   map[int]Signal     // by literal
	outlook   map[string]outlook // by lemma

	// What numbers are made of.
	cardinal, ordinal, ending                int // classes; an ending is the "st" of 21st
	comma, stop, hyphen, slash, and, a, half *word
}

// rule is one pattern of tables/grammar.txt.
type rule struct {
	form    form
	source  string
	pattern pattern
	before  []look // what the atom before must or must not be
	after   []look
}

// shared is compiled at first use.
var shared = sync.OnceValues(compile)

func compile() (*grammar, error) {
	g := &grammar{words: map[string]*word{}, classes: map[string]int{}, parts: map[string]pattern{}, outlook: map[string]outlook{}, signals: map[int]Signal{}, digits: map[int]bool{}, memorable: map[monthDay]memorable{}}
	g.cardinal, g.ordinal, g.ending = g.class("CARDINAL"), g.class("ORDINAL"), g.class("ENDING")
	g.comma, g.stop, g.hyphen, g.slash = g.word(","), g.word("."), g.word("-"), g.word("/")
	g.and, g.a, g.half = g.word("and"), g.word("a"), g.word("half")
	for _, table := range []struct {
		name string
		add  func(line string) error
	}{
		{"tables/words.tsv", g.addWord},
		{"tables/holidays.tsv", g.addHoliday},
		{"tables/feasts.tsv", g.addFeast},
		{"tables/memorable.tsv", g.addMemorable},
		{"tables/grammar.txt", g.addLine},
		{"tables/outlook.tsv", g.addOutlook},
	} {
		if err := eachLine(table.name, table.add); err != nil {
			return nil, err
		}
	}
	for name, signal := range signalWords {
		g.signals[g.word(name).literal] = signal
	}
	g.link()
	g.words["’"], g.words["–"], g.words["—"], g.words["~"] = g.word("'"), g.hyphen, g.hyphen, g.hyphen
	return g, nil
}

// eachLine hands on the lines of a table that are neither empty nor a comment.
// A line that begins with a blank continues the one before it.
func eachLine(name string, add func(line string) error) error {
	data, err := tables.ReadFile(name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	joined := strings.ReplaceAll(string(data), "\n ", " ")
	for _, line := range strings.Split(joined, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := add(strings.TrimRight(line, " ")); err != nil {
			return fmt.Errorf("%s: %q: %w", name, line, err)
		}
	}
	return nil
}

func (g *grammar) word(text string) *word {
	w := g.words[text]
	if w == nil {
		w = &word{literal: len(g.words) + 1}
		w.bare = &word{literal: w.literal}
		g.digits[w.literal] = '0' <= text[0] && text[0] <= '9'
		g.words[text] = w
	}
	return w
}

func (g *grammar) class(name string) int {
	class, ok := g.classes[name]
	if !ok {
		class = len(g.classes) + 1
		g.classes[name] = class
	}
	return class
}

// addLine reads a line of tables/grammar.txt: "part name = pattern" or "form
// [before] = pattern [after]".
func (g *grammar) addLine(line string) error {
	head, body, ok := strings.Cut(line, " = ")
	if !ok {
		return fmt.Errorf("it lacks the sign =")
	}
	head = strings.TrimSpace(head)
	if name, ok := strings.CutPrefix(head, "part "); ok {
		pattern, err := g.parse(body)
		g.parts[strings.TrimSpace(name)] = pattern
		return err
	}
	name, before, err := g.cutLook(head)
	if err != nil {
		return err
	}
	f, ok := formNames[name]
	if !ok {
		return fmt.Errorf("no form is called %q", name)
	}
	r := &rule{form: f, source: body, before: before}
	if i := strings.Index(body, " ["); i >= 0 {
		if _, r.after, err = g.cutLook(body[i:]); err != nil {
			return err
		}
		body = body[:i]
	}
	r.pattern, err = g.parse(body)
	g.rules = append(g.rules, r)
	return err
}

// look is a condition on a neighbour of the expression.
type look struct {
	not      bool
	edge     bool // the edge of the sentence will do
	literals []int
	classes  []int
	tags     []string
}

// cutLook takes "[in since] [^of]" off the end of a text.
func (g *grammar) cutLook(text string) (rest string, looks []look, err error) {
	rest, conditions, _ := strings.Cut(text, "[")
	for conditions != "" {
		one, more, ok := strings.Cut(conditions, "]")
		if !ok {
			return "", nil, fmt.Errorf("a bracket is open in %q", text)
		}
		var l look
		one, l.not = strings.CutPrefix(one, "^")
		for _, name := range strings.Fields(one) {
			g.addCondition(&l, name)
		}
		looks = append(looks, l)
		between, next, _ := strings.Cut(more, "[")
		if strings.TrimSpace(between) != "" {
			return "", nil, fmt.Errorf("%q stands behind a look", strings.TrimSpace(between))
		}
		conditions = next
	}
	return strings.TrimSpace(rest), looks, nil
}

func (g *grammar) addCondition(l *look, name string) {
	tag, isTag := strings.CutPrefix(name, ":")
	switch {
	case name == "$":
		l.edge = true
	case isTag && tag != "":
		l.tags = append(l.tags, tag)
	case isClass(name):
		l.classes = append(l.classes, g.class(name))
	default:
		l.literals = append(l.literals, g.word(name).literal)
	}
}

// holds checks the condition on a neighbour; nil stands for the edge of the
// sentence.
func (l *look) holds(a *atom, tokens []english.Token) bool {
	return l.finds(a, tokens) != l.not
}

func (l *look) finds(a *atom, tokens []english.Token) bool {
	if a == nil {
		return l.edge
	}
	for _, tag := range l.tags {
		if tokens[a.token].XPOS == tag {
			return true
		}
	}
	if a.word == nil {
		return false
	}
	for _, literal := range l.literals {
		if a.word.literal == literal {
			return true
		}
	}
	for _, class := range l.classes {
		for _, e := range a.word.entries {
			if e.class == class {
				return true
			}
		}
	}
	return false
}

// signalWords are the words before an expression that tell how an event lies to
// it.
var signalWords = map[string]Signal{
	"since": Since, "until": Until, "till": Until, "by": By, "before": Before, "after": After,
	"starting": Since, "beginning": Since,
}

// link notes for every word which rules it can begin.
func (g *grammar) link() {
	for _, r := range g.rules {
		openings := r.pattern.openings(0, nil)
		if g.opensWithNumber(openings) {
			g.onNumber = append(g.onNumber, r)
		}
		for _, w := range g.words {
			g.linkWord(openings, w, r)
			g.linkWord(openings, w.bare, r)
		}
	}
}

func (g *grammar) opensWithNumber(openings []opening) bool {
	for _, o := range openings {
		if o.op == opNumeral || o.op == opLiteral && g.digits[o.argument] {
			return true
		}
	}
	return false
}

func (g *grammar) linkWord(openings []opening, w *word, r *rule) {
	linked := false
	for _, o := range openings {
		if !g.opens(o, w) {
			continue
		}
		w.alone = w.alone || o.alone
		if !linked {
			w.starts = append(w.starts, r)
			linked = true
		}
	}
}

func (g *grammar) opens(o opening, w *word) bool {
	if o.op == opLiteral {
		return o.argument == w.literal
	}
	for _, e := range w.entries {
		spelled := e.class == g.cardinal || e.class == g.ordinal
		if o.op == opClass && o.argument == e.class || o.op == opNumeral && spelled {
			return true
		}
	}
	return false
}
