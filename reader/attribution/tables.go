package attribution

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table"
)

//go:embed tables
var files embed.FS

// verb is a row of verbs.tsv.
type verb struct {
	class   string
	thought bool
	agent   bool   // only people, bodies and media can be the source
	second  string // the particle, preposition or predicate that belongs to it
	takes
}

// takes are the complements that hold the content.
type takes struct {
	clause, quote, inf, ing, thing, person, whom, pred, public, word, sight, number, who bool
	prepositions                                                                         []string
}

// noun is a row of nouns.tsv.
type noun struct {
	class   string
	thought bool
	takes
}

// sourceNoun is a row of sources.tsv.
type sourceNoun struct {
	kind   parley.SourceKind
	issued bool
}

// tables is the knowledge of the package.
type tables struct {
	verbs      map[string][]verb // by lemma, those with a second word first
	forms      map[string]string // inflected form -> lemma of a verb
	nouns      map[string]noun
	adjectives map[string]noun
	sources    map[string]sourceNoun
	words      map[string]map[string]bool // role -> words
	later      map[string]int             // title -> its row among those whose holders are named later
	acts       map[string]bool            // verb and object -> the verb says nothing of that object
	states     map[string]string          // code -> how its government is called
	back       map[string]bool            // words that point back to what was told
}

var knowledge = sync.OnceValue(func() *tables {
	t := &tables{
		verbs: map[string][]verb{}, forms: map[string]string{},
		nouns: map[string]noun{}, adjectives: map[string]noun{}, sources: map[string]sourceNoun{},
		words: table.ByRole(files, "tables/words.tsv"), acts: map[string]bool{}, back: map[string]bool{},
		later: map[string]int{}, states: map[string]string{},
	}
	for _, r := range table.Rows(files, "tables/verbs.tsv") {
		t.addVerb(r)
	}
	for _, r := range table.Rows(files, "tables/irregular.tsv") {
		for _, form := range strings.Fields(r[1]) {
			t.forms[form] = r[0]
		}
	}
	for _, r := range table.Rows(files, "tables/nouns.tsv") {
		t.nouns[r[0]] = noun{class: r[1], thought: r[2] == "thought", takes: parseTakes(r[3])}
	}
	for _, r := range table.Rows(files, "tables/adjectives.tsv") {
		t.adjectives[r[0]] = noun{class: r[1], thought: true, takes: parseTakes(r[2])}
	}
	for _, r := range table.Rows(files, "tables/sources.tsv") {
		t.sources[r[0]] = sourceNoun{parley.SourceKind(r[1]), r[2] == "yes"}
	}
	table.EachWord(files, "tables/acts.tsv", 1, func(object string, cells []string) { t.acts[cells[0]+" "+object] = true })
	for i, r := range table.Rows(files, "tables/later.tsv") {
		for _, title := range strings.Split(r[0], "|") {
			t.later[title] = i + 1
		}
	}
	for _, r := range table.Rows(files, "tables/governments.tsv") {
		t.states[r[0]] = r[1]
	}
	table.EachWord(files, "tables/back.tsv", 1, func(word string, _ []string) { t.back[word] = true })
	return t
})

func (t *tables) addVerb(r []string) {
	lemma, second, _ := strings.Cut(r[0], " ")
	for _, form := range inflected(lemma) {
		t.forms[form] = lemma
	}
	v := verb{class: r[1], thought: r[2] == "thought", agent: r[3] == "agent", second: second, takes: parseTakes(r[4])}
	if second != "" {
		t.verbs[lemma] = slices.Insert(t.verbs[lemma], 0, v)
		return
	}
	t.verbs[lemma] = append(t.verbs[lemma], v)
}

// inflected gives the regular forms of a verb.
func inflected(lemma string) []string {
	last := lemma[len(lemma)-1]
	stem, y := lemma, strings.TrimSuffix(lemma, "y")
	vowel := func(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }
	switch {
	case last == 'e':
		stem = lemma[:len(lemma)-1]
		return []string{lemma, lemma + "s", lemma + "d", stem + "ing"}
	case last == 'y' && !vowel(lemma[len(lemma)-2]):
		return []string{lemma, y + "ies", y + "ied", lemma + "ing"}
	}
	forms := []string{lemma, lemma + "s", lemma + "ed", lemma + "ing"}
	if strings.HasSuffix(lemma, "s") || strings.HasSuffix(lemma, "sh") || strings.HasSuffix(lemma, "ch") || strings.HasSuffix(lemma, "x") {
		forms = append(forms, lemma+"es")
	}
	if len(lemma) > 2 && !vowel(last) && vowel(lemma[len(lemma)-2]) && !vowel(lemma[len(lemma)-3]) {
		forms = append(forms, lemma+string(last)+"ed", lemma+string(last)+"ing")
	}
	return forms
}

// lemma is the table's verb of which a word is a form; "" where it is none.
func (t *tables) lemma(word, lemma string) string {
	if _, ok := t.verbs[lemma]; ok {
		return lemma
	}
	return t.forms[word]
}

func parseTakes(cell string) takes {
	var t takes
	flags := map[string]*bool{
		"clause": &t.clause, "quote": &t.quote, "inf": &t.inf, "ing": &t.ing, "pred": &t.pred,
		"thing": &t.thing, "person": &t.person, "whom": &t.whom, "who": &t.who,
		"public": &t.public, "word": &t.word, "sight": &t.sight, "number": &t.number,
	}
	for _, word := range strings.Fields(cell) {
		if preposition, ok := strings.CutPrefix(word, "+"); ok {
			t.prepositions = append(t.prepositions, preposition)
			continue
		}
		flag, ok := flags[word]
		if !ok {
			panic(fmt.Sprintf("embedded table: %q is no complement", word)) // a test loads it
		}
		*flag = true
	}
	return t
}
