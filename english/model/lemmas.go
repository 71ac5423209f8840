package model

import (
	_ "embed"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// suffixRule turns a form into its lemma: strip characters off its end, then
// append.
type suffixRule struct {
	strip  int
	append string
}

// lemmatiser knows irregular forms and suffix rules for each Penn tag.
type lemmatiser struct {
	forms    map[string]string                // "lower form TAB XPOS" to lemma
	rules    map[string]map[string]suffixRule // XPOS, suffix
	keepCase map[string]bool                  // XPOS whose lemma keeps the case of the form
}

//go:embed lemmas.tsv
var exceptions string

const longestSuffix = 24 // bytes: six characters of any script

func newLemmatiser(c *container) lemmatiser {
	l := lemmatiser{
		forms:    map[string]string{},
		rules:    map[string]map[string]suffixRule{},
		keepCase: map[string]bool{},
	}
	for _, tag := range c.header.KeepCase {
		l.keepCase[tag] = true
	}
	lines := c.lines("lemma.forms")
	l.forms = make(map[string]string, len(lines))
	for _, line := range lines {
		if at := strings.LastIndexByte(line, '\t'); at > 0 {
			l.forms[line[:at]] = line[at+1:]
		}
	}
	l.except(exceptions)
	for _, line := range c.lines("lemma.rules") {
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			continue
		}
		strip, err := strconv.Atoi(fields[2])
		if err != nil {
			c.faults = append(c.faults, err)
			continue
		}
		if l.rules[fields[0]] == nil {
			l.rules[fields[0]] = map[string]suffixRule{}
		}
		l.rules[fields[0]][fields[1]] = suffixRule{strip, fields[3]}
	}
	return l
}

// except takes the forms of a table of exceptions over those that the model knows.
func (l *lemmatiser) except(table string) {
	for line := range strings.Lines(table) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 3 {
			continue
		}
		for _, tag := range strings.Fields(fields[1]) {
			l.forms[fields[0]+"\t"+tag] = fields[2]
		}
	}
}

// lemma returns the lemma of a form under a Penn tag.
func (l *lemmatiser) lemma(form, xpos string) string {
	lower := string(appendLower(nil, form))
	if lemma, ok := l.forms[lower+"\t"+xpos]; ok {
		return lemma
	}
	base := l.base(form, lower, xpos)
	rule, ok := l.rule(lower, xpos)
	if !ok {
		return base
	}
	for range rule.strip {
		_, size := utf8.DecodeLastRuneInString(base)
		base = base[:len(base)-size]
	}
	return base + rule.append
}

// base returns what the rules start from: numbers lose their commas, names keep
// the case they are written in, and get a capital where the writer gave none.
func (l *lemmatiser) base(form, lower, xpos string) string {
	if xpos == "CD" {
		return strings.ReplaceAll(lower, ",", "")
	}
	if !l.keepCase[xpos] {
		return lower
	}
	written := string(appendPlain(nil, form))
	if written != lower || written == "" || !strings.HasPrefix(xpos, "NNP") {
		return written
	}
	first, size := utf8.DecodeRuneInString(written)
	return string(unicode.ToUpper(first)) + written[size:]
}

// rule returns the rule with the longest suffix that the form ends with.
func (l *lemmatiser) rule(lower, xpos string) (suffixRule, bool) {
	rules := l.rules[xpos]
	for n := min(longestSuffix, len(lower)); n >= 0; n-- {
		if rule, ok := rules[lower[len(lower)-n:]]; ok {
			return rule, true
		}
	}
	return suffixRule{}, false
}

func readFeats(lines []string) map[string]string {
	feats := make(map[string]string, len(lines))
	for _, line := range lines {
		if at := strings.LastIndexByte(line, '\t'); at > 0 {
			feats[line[:at]] = blankless(line[at+1:])
		}
	}
	return feats
}

// blankless turns the "_" of CoNLL-U into nothing.
func blankless(feats string) string {
	if feats == "_" {
		return ""
	}
	return feats
}

// reading returns lemma and features of e under a tag class.
func (w *Workspace) reading(e *entry, class int) (lemma, feats string) {
	for _, r := range e.readings {
		if r.class == class {
			return r.lemma, r.feats
		}
	}
	tag := w.model.Header.Tags[class]
	lemma = w.model.lemmas.lemma(e.form, tag.XPOS)
	key := strconv.AppendInt(append(appendLower(w.entries.scratch[:0], e.form), '\t'), int64(class), 10)
	w.entries.scratch = key
	feats, ok := w.model.feats[string(key)]
	if !ok {
		feats = blankless(tag.Feats)
	}
	e.readings = append(e.readings, reading{class, lemma, feats})
	return lemma, feats
}

// Lemma returns the lemma of a form under a Penn tag.
func (m *Model) Lemma(form, xpos string) string { return m.lemmas.lemma(form, xpos) }
