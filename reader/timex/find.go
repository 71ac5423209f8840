package timex

import (
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// Find returns the time expressions of a text in order; no two overlap.
//
// Days are resolved against the day of publication in the zone in which the text
// counts its days (nil: the zone that published carries). With the zero time
// nothing that depends on publication is resolved.
func Find(text *english.Text, published time.Time, zone *time.Location) []Expression {
	g, err := shared()
	if err != nil {
		panic("timex: the embedded tables do not compile: " + err.Error())
	}
	found := g.scan(text)
	r := &resolver{grammar: g, published: publicationDay(published, zone)}
	r.narrative = isNarrative(found, r.published)
	r.named = namedDays(found)
	var expressions []Expression
	var before resolution
	captions := captions{text: text, outlook: g.outlook}
	for i := range found {
		r.remember(&found[i], text.Sentences[found[i].sentence].Tokens)
	}
	for i := range found {
		f := &found[i]
		r.sentence, r.since = f.sentence, f.signal == Since
		sentence := &text.Sentences[f.sentence]
		clause := clause{tokens: sentence.Tokens, outlook: g.outlook, signal: f.signal, follows: f.follows, caption: captions.hold(f.sentence)}
		if f.closes && f.signal == Until { // "has been closed from April until June"
			clause.signal = ""
		}
		r.isNow = func() bool { return clause.isPresent(f.firstToken, f.lastToken) }
		r.isSpan = func() bool { return clause.isRanked(f.firstToken) }
		r.tense = func() tense { return clause.tenseOver(f.firstToken, f.lastToken) }
		if !f.follows {
			r.lastForm = formRef
		}
		res := r.resolve(&f.meaning, f.form)
		if res.silent {
			before = resolution{}
			continue
		}
		r.note(&f.meaning, f.form, &res)
		expressions = append(expressions, f.expression(&res))
		now := resolution{f, res.period}
		if n := len(expressions); f.closes && before.finding != nil {
			joinRange(&expressions[n-2], &expressions[n-1], &before, &now, parley.DayOf(r.published))
			r.noteRange(&expressions[n-1], &before, &now)
		}
		if n := len(expressions); f.measured && before.finding != nil {
			joinLength(&expressions[n-2], &expressions[n-1], &before, &now)
		}
		before = now
	}
	return expressions
}

// resolution is a finding with the period that it came to.
type resolution struct {
	finding *finding
	period  period
}

func publicationDay(published time.Time, zone *time.Location) time.Time {
	if published.IsZero() {
		return published
	}
	if zone != nil {
		published = published.In(zone)
	}
	return dayAt(published.Year(), int(published.Month()), published.Day())
}

// finding is a match with its place in the text.
type finding struct {
	meaning               meaning
	form                  form
	start, end            int
	sentence              int
	firstToken, lastToken int
	signal                Signal
	follows               bool // right after the expression before, but for a connective
	measured              bool // is the day on which the length of time before it begins
	closes                bool // is the far end of a range that the expression before began
}

// scan matches the grammar against every sentence.
func (g *grammar) scan(text *english.Text) []finding {
	var found []finding
	names := namesOf(text)
	z := atomizer{grammar: g}
	m := matcher{grammar: g}
	for s := range text.Sentences {
		m.tokens = text.Sentences[s].Tokens
		m.atoms = z.cut(text.Source, &text.Sentences[s])
		var before match
		for at := 0; at < len(m.atoms); {
			best, ok := m.at(at)
			if !ok {
				at++
				continue
			}
			f := g.finding(m.atoms, &best, s)
			if describesNoun(&f, m.tokens) || f.signal == By && owns(&f, m.tokens) {
				f.signal = ""
			}
			f.follows = before.rule != nil && best.first-before.last <= 2
			if (best.rule.form != formFollow || f.follows) && !names.hold(&f) && !endsName(&f, m.tokens) && !g.isTitled(&f, m.tokens) {
				f.closes = f.follows && g.joins(m.atoms, &before, &best)
				f.measured = before.rule != nil && best.first-before.last <= 4 && g.begins(m.atoms, &before, &best)
				found = append(found, f)
				before = best
			}
			at = best.last
		}
	}
	return found
}

func (g *grammar) finding(atoms []atom, best *match, sentence int) finding {
	first, last := &atoms[best.first], &atoms[best.last-1]
	f := finding{
		meaning: best.meaning, form: best.rule.form,
		start: first.start, end: last.end, sentence: sentence,
		firstToken: first.token, lastToken: last.token + 1,
	}
	f.signal = g.signalBefore(atoms, best.first)
	return f
}

// signalBefore is the signal before an expression, its article and the "on" of a day
// passed over: "starting on May 2".
func (g *grammar) signalBefore(atoms []atom, first int) Signal {
	at := first - 1
	if at >= 0 && g.isWord(&atoms[at], "the") {
		at--
	}
	if at >= 0 && g.isWord(&atoms[at], "on") {
		at--
	}
	if at < 0 || atoms[at].word == nil {
		return ""
	}
	return g.signals[atoms[at].word.literal]
}

// describesNoun tells whether an expression only describes the noun behind it:
// "before the 1967 war" is about the war.
func describesNoun(f *finding, tokens []english.Token) bool {
	if f.lastToken >= len(tokens) || f.firstToken == 0 || tokens[f.firstToken-1].UPOS != "DET" {
		return false
	}
	return tokens[f.lastToken].UPOS == "NOUN" || tokens[f.lastToken].UPOS == "PROPN"
}

// owns tells whether an expression stands in the genitive: "by Thursday's meetings" sets no term.
func owns(f *finding, tokens []english.Token) bool {
	return f.lastToken < len(tokens) && tokens[f.lastToken].XPOS == "POS"
}

func (f *finding) expression(res *resolved) Expression {
	e := Expression{
		Start: f.start, End: f.end, Sentence: f.sentence, First: f.firstToken, Last: f.lastToken,
		Type: res.kind, Value: res.value, Mod: res.mod, Signal: f.signal,
	}
	switch {
	case res.spans:
		e.From, _ = res.from.dates()
		_, e.To = res.to.dates()
		if e.From == "" || e.To == "" { // beyond the calendar
			e.From, e.To = "", ""
		}
	case res.dated:
		e.From, e.To = res.period.dates()
	}
	if res.kind == Duration || res.kind == Set {
		e.Signal = ""
	}
	return e
}

// monthDay is a day of the year.
type monthDay struct{ month, day int }

// namedDays are the years of the days that the text gives in full somewhere.
func namedDays(found []finding) map[monthDay]int {
	var named map[monthDay]int
	for i := range found {
		m := &found[i].meaning
		if !m.has(fYear) || !m.has(fMonth) || !m.has(fDay) || found[i].form != formCalendar {
			continue
		}
		if named == nil {
			named = map[monthDay]int{}
		}
		named[monthDay{m.get(fMonth), m.get(fDay)}] = eraYear(m)
	}
	return named
}

// isNarrative tells a text that tells a story of its own dates from news: it
// names years again and again, nearly all of them long before its publication,
// and hardly says "Thursday", "yesterday" or "this week".
func isNarrative(found []finding, published time.Time) bool {
	years, deictic := 0, 0
	for i := range found {
		m := &found[i].meaning
		switch {
		case m.has(fYear) && (published.IsZero() || eraYear(m) < published.Year()):
			years++
		case m.has(fWeekday) && !m.has(fMonth), m.has(fOffset), m.has(fShift) && m.get(fBase) == basePublication:
			deictic++
		}
	}
	return years >= 6 && years > 8*deictic
}
