package eval

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

// CoNLLU scores the English engine on CoNLL-U files, pooled, by the
// definitions of the CoNLL 2018 shared task: tokens_f1, sentences_f1, upos,
// lemma, uas and las from raw text (F1 over aligned words), upos_gold,
// lemma_gold, uas_gold and las_gold from gold tokens. Relations are compared
// without their subtypes. Errors are grouped by gold relation.
func CoNLLU(paths ...string) (Scores, error) {
	engine, err := english.New()
	if err != nil {
		return Scores{}, err
	}
	var tally treebankTally
	for _, path := range paths {
		gold, err := readTreebank(path)
		if err != nil {
			return Scores{}, err
		}
		place(gold)
		if err := tally.raw(engine, path, gold); err != nil {
			return Scores{}, err
		}
		tally.goldTokens(engine, path, gold)
	}
	return tally.scores(), nil
}

// treebankTally pools the counts over files.
type treebankTally struct {
	tokens, sentences, upos, lemma, uas, las     Counts
	uposGold, lemmaGold, uasGold, lasGold, words int
	errors                                       []Error
}

func (t *treebankTally) scores() Scores {
	var s Scores
	s.Set("tokens_f1", t.tokens.F1())
	s.Set("sentences_f1", t.sentences.F1())
	s.Set("upos", t.upos.F1())
	s.Set("lemma", t.lemma.F1())
	s.Set("uas", t.uas.F1())
	s.Set("las", t.las.F1())
	s.Set("upos_gold", ratio(t.uposGold, t.words))
	s.Set("lemma_gold", ratio(t.lemmaGold, t.words))
	s.Set("uas_gold", ratio(t.uasGold, t.words))
	s.Set("las_gold", ratio(t.lasGold, t.words))
	s.Errors = t.errors
	return s
}

func (t *treebankTally) miss(kind, place, format string, args ...any) {
	t.errors = append(t.errors, Error{kind, place, fmt.Sprintf(format, args...)})
}

// raw parses the rebuilt text and compares.
func (t *treebankTally) raw(engine *english.Engine, path string, gold []treebankSentence) error {
	text := rawText(gold)
	system := fromText(engine.Parse(text))
	place(system)
	if g, s := gold[len(gold)-1].end, lastEnd(system); g != s {
		return fmt.Errorf("score %s: the engine gave back %d characters of %d", path, s, g)
	}
	t.spans(path, gold, system)
	goldWords, systemWords := flatten(gold), flatten(system)
	match := alignWords(goldWords, systemWords)
	for _, c := range []*Counts{&t.upos, &t.lemma, &t.uas, &t.las} {
		c.Gold += len(goldWords)
		c.System += len(systemWords)
	}
	for i, g := range match {
		if g >= 0 {
			t.aligned(goldWords[g], systemWords[i], headMatches(goldWords[g], systemWords[i], match))
		}
	}
	return nil
}

func lastEnd(sentences []treebankSentence) int {
	if len(sentences) == 0 {
		return 0
	}
	return sentences[len(sentences)-1].end
}

// headMatches holds where the head of a system word is aligned to the head of
// its gold word, or both are roots.
func headMatches(gold, system wordRef, match []int) bool {
	if system.parent < 0 {
		return gold.parent < 0
	}
	return match[system.parent] == gold.parent && gold.parent >= 0
}

func (t *treebankTally) aligned(gold, system wordRef, head bool) {
	t.upos.Correct += one(gold.upos == system.upos)
	t.lemma.Correct += one(gold.lemma == "_" || gold.lemma == system.lemma)
	t.uas.Correct += one(head)
	t.las.Correct += one(head && gold.deprel == system.deprel)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// goldTokens parses the gold words and compares them one to one.
func (t *treebankTally) goldTokens(engine *english.Engine, path string, gold []treebankSentence) {
	for _, s := range gold {
		forms := make([]string, len(s.words))
		for i, w := range s.words {
			forms[i] = w.form
		}
		at := 0
		for _, part := range engine.ParseTokens(forms).Sentences {
			for i, token := range part.Tokens {
				if token.Head >= 0 {
					token.Head += at
				}
				t.goldToken(path, s, at+i, token)
			}
			at += len(part.Tokens)
		}
	}
}

func (t *treebankTally) goldToken(path string, s treebankSentence, i int, token english.Token) {
	w := s.words[i]
	relation := universal(token.Deprel)
	t.words++
	t.uposGold += one(w.upos == token.UPOS)
	t.lemmaGold += one(w.lemma == "_" || w.lemma == token.Lemma)
	t.uasGold += one(w.head == token.Head)
	t.lasGold += one(w.head == token.Head && w.deprel == relation)
	where := fmt.Sprintf("%s:%d", path, s.line)
	if w.upos != token.UPOS {
		t.miss("upos "+w.upos, where, "%q: %s, not %s", w.form, token.UPOS, w.upos)
	}
	if w.lemma != "_" && w.lemma != token.Lemma {
		t.miss("lemma "+w.upos, where, "%q: %s, not %s", w.form, token.Lemma, w.lemma)
	}
	if w.head != token.Head || w.deprel != relation {
		t.miss("relation "+w.deprel, where, "%q: %s of %q, not %s of %q",
			w.form, relation, headForm(s, token.Head), w.deprel, headForm(s, w.head))
	}
}

func headForm(s treebankSentence, head int) string {
	if head < 0 {
		return "ROOT"
	}
	return s.words[head].form
}

// fromText brings a parse into the treebank's shape; clitics written together
// make one token of several words.
func fromText(text *english.Text) []treebankSentence {
	var sentences []treebankSentence
	for _, s := range text.Sentences {
		var sentence treebankSentence
		for i, token := range s.Tokens {
			sentence.words = append(sentence.words, treebankWord{
				form: token.Text, lemma: token.Lemma, upos: token.UPOS, head: token.Head, deprel: universal(token.Deprel),
			})
			if i > 0 && writtenTogether(s.Tokens[i-1], token) {
				last := &sentence.tokens[len(sentence.tokens)-1]
				last.form += token.Text
				last.last = i + 1
				continue
			}
			sentence.tokens = append(sentence.tokens, surfaceToken{form: token.Text, first: i, last: i + 1})
		}
		sentences = append(sentences, sentence)
	}
	return sentences
}

// writtenTogether holds for the parts of a contraction: adjoining words the
// second of which is a clitic or goes on in letters.
func writtenTogether(before, after english.Token) bool {
	if before.End != after.Start {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before.Text)
	first, size := utf8.DecodeRuneInString(after.Text)
	if strings.ContainsRune("'’`", first) {
		return (unicode.IsLetter(last) || unicode.IsDigit(last)) && len(after.Text) > size || after.XPOS == "POS"
	}
	return unicode.IsLetter(last) && unicode.IsLetter(first)
}

// spans scores tokens and sentences by their extents.
func (t *treebankTally) spans(path string, gold, system []treebankSentence) {
	goldTokens, systemTokens := tokenExtents(gold), tokenExtents(system)
	t.tokens.Gold += len(goldTokens)
	t.tokens.System += len(systemTokens)
	for _, extent := range byStart(goldTokens) {
		if _, ok := systemTokens[extent]; ok {
			t.tokens.Correct++
		} else {
			t.miss("token", path, "missed %q", goldTokens[extent])
		}
	}
	for _, extent := range byStart(systemTokens) {
		if _, ok := goldTokens[extent]; !ok {
			t.miss("token", path, "false %q", systemTokens[extent])
		}
	}
	t.sentenceSpans(path, gold, system)
}

func (t *treebankTally) sentenceSpans(path string, gold, system []treebankSentence) {
	found := map[[2]int]bool{}
	for _, s := range system {
		found[[2]int{s.start, s.end}] = true
	}
	ends := map[int]bool{}
	t.sentences.System += len(system)
	t.sentences.Gold += len(gold)
	for _, s := range gold {
		ends[s.end] = true
		if found[[2]int{s.start, s.end}] {
			t.sentences.Correct++
		}
	}
	for _, s := range system {
		if !ends[s.end] {
			t.miss("sentence", path, "false break after %q", tail(s))
		}
		delete(ends, s.end)
	}
	for _, s := range gold {
		if ends[s.end] {
			t.miss("sentence", fmt.Sprintf("%s:%d", path, s.line), "missed break after %q", tail(s))
		}
	}
}

func tail(s treebankSentence) string {
	var forms []string
	for _, token := range s.tokens[max(0, len(s.tokens)-6):] {
		forms = append(forms, token.form)
	}
	return strings.Join(forms, " ")
}

func byStart(extents map[[2]int]string) [][2]int {
	return slices.SortedFunc(maps.Keys(extents), func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
}

func tokenExtents(sentences []treebankSentence) map[[2]int]string {
	extents := map[[2]int]string{}
	for _, s := range sentences {
		for _, token := range s.tokens {
			w := s.words[token.first]
			extents[[2]int{w.start, w.end}] = token.form
		}
	}
	return extents
}
