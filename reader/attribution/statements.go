package attribution

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// Statements makes a reading's statements and beliefs: one of each sentence and
// source. What the text denies, imagines or expects somebody to say is none.
func Statements(text *english.Text, found []Attribution) (statements, beliefs []parley.Statement) {
	said, thought := joiner{source: text.Source}, joiner{source: text.Source}
	again := repeats(text)
	for i := range found {
		a := &found[i]
		if again[a.Sentence] {
			continue
		}
		if !a.cameAbout() || a.points(text.Source) || a.pictured(text) {
			continue
		}
		if a.Question && slices.ContainsFunc(a.Sources, asksForOthers) {
			continue
		}
		if a.Thought || !a.Clause && a.aside() {
			thought.add(a)
			continue
		}
		said.add(a)
	}
	return said.made, thought.made
}

// asksForOthers tells whether a source is one whose questions are put to somebody for an answer: a reporter, or
// somebody without a name.
func asksForOthers(s Source) bool {
	return s.Kind == parley.AnonymousSource || s.Kind == parley.MediaSource
}

// repeats are the sentences of a text that it has told before word by word, as beside a picture.
func repeats(text *english.Text) []bool {
	again, told := make([]bool, len(text.Sentences)), map[string]bool{}
	for i := range text.Sentences {
		s := &text.Sentences[i]
		words := text.Source[s.Start:s.End]
		if s.Paragraph == 0 || len(words) < shortestRepeat {
			continue
		}
		again[i], told[words] = told[words], true
	}
	return again
}

// shortestRepeat is how many letters a sentence has at least that nobody says twice in one text.
const shortestRepeat = 40

// points tells whether what is communicated is told by a pronoun alone, which says nothing by itself:
// "a plan which Norland rejected".
func (a *Attribution) points(source string) bool {
	if len(a.Content) > 1 || a.Quoted {
		return false
	}
	switch strings.ToLower(source[a.Content[0].Start:a.Content[0].End]) {
	case "this", "that", "these", "those", "it", "which", "who", "them", "him", "her", "us", "you", "me":
		return true
	}
	return false
}

// pictured tells whether pictures show something, or somebody does so by a deed, which are nobody's words:
// "footage shows a crowd", "Norland has shown that it can pay".
func (a *Attribution) pictured(text *english.Text) bool {
	if a.Class != "show" || a.source < 0 {
		return false
	}
	tokens := text.Sentences[a.Sentence].Tokens
	if knowledge().words["picture"][strings.ToLower(tokens[a.source].Lemma)] {
		return true
	}
	if a.Quoted || len(a.cueTokens) == 0 || !knowledge().words["showing"][tokens[a.cueTokens[0]].Lemma] {
		return false
	}
	return !slices.ContainsFunc(a.Sources, func(s Source) bool {
		return s.Kind == parley.DocumentSource || s.Kind == parley.MediaSource || s.Kind == parley.AnonymousSource
	})
}

// aside holds for attitudes that a reported sentence mentions in passing ("said
// a deal that Norland supports …"), and where only a topic of talk or what is
// agreed to is told: they tell what somebody has in mind, not what was
// communicated.
func (a *Attribution) aside() bool {
	if a.Nested && a.Sources[0].Kind == parley.AnonymousSource {
		return true
	}
	switch a.Class {
	case "discuss", "accept":
		return true
	case "support", "praise", "criticise", "propose", "announce":
		return a.Nested && len(a.Via) == 0 // what a medium passes on is told for its own sake
	}
	return false
}

// joiner gathers statements; those of one sentence and source become one.
type joiner struct {
	source string
	made   []parley.Statement
	keys   []joinKey
}

type joinKey struct {
	sentence  int
	name      string
	kind      parley.SourceKind
	text      parley.Span // for those without a name
	continued bool
}

func (j *joiner) add(a *Attribution) {
	sources := a.Sources
	if a.together != nil && !a.Thought {
		sources = []Source{*a.together}
	}
	for _, s := range unnamedTogether(sources) {
		key := joinKey{sentence: a.Sentence, name: s.Name, kind: s.Kind, continued: a.Continues >= 0}
		if s.Name == "" {
			key.text = s.Text
		}
		if k := j.find(key); k >= 0 && !key.continued {
			j.join(&j.made[k], a)
			continue
		}
		j.keys = append(j.keys, key)
		j.made = append(j.made, j.statement(a, s))
	}
}

// unnamedTogether makes one source of several in a row without a name, who say the same: "doctors and nurses said".
func unnamedTogether(sources []Source) []Source {
	named := func(s Source) bool { return s.Kind != parley.AnonymousSource || s.Text.End == s.Text.Start }
	if len(sources) < 2 || slices.ContainsFunc(sources, named) {
		return sources
	}
	one := sources[0]
	for _, s := range sources[1:] {
		one.Text = parley.Span{Start: min(one.Text.Start, s.Text.Start), End: max(one.Text.End, s.Text.End)}
		if s.Affiliation != one.Affiliation {
			one.Affiliation = ""
		}
	}
	return []Source{one}
}

// find looks for a key among those of its sentence, which stand last.
func (j *joiner) find(key joinKey) int {
	for k := len(j.keys) - 1; k >= 0 && j.keys[k].sentence == key.sentence; k-- {
		if j.keys[k] == key {
			return k
		}
	}
	return -1
}

// join adds the content of another cue of the same sentence and source.
func (j *joiner) join(s *parley.Statement, a *Attribution) {
	for _, span := range a.Content {
		told := func(e parley.Evidence) bool {
			return e.Field == "content" && e.Span.Covers(span) || e.Field == "cue" && span.Covers(e.Span)
		}
		if !slices.ContainsFunc(s.Spans, told) { // nor what holds the first cue and all that goes with it
			j.hold(s, span)
		}
	}
	s.Certainty = min(s.Certainty, a.Certainty)
	s.Quoted = s.Quoted || a.Quoted
	if s.Manner == parley.Says {
		s.Manner = a.Manner
	}
	j.against(s, a)
}

// hold adds a piece of content, in place of those that lie within it.
func (j *joiner) hold(s *parley.Statement, piece parley.Span) {
	s.Spans = slices.DeleteFunc(s.Spans, func(e parley.Evidence) bool { return e.Field == "content" && piece.Covers(e.Span) })
	s.Spans = append(s.Spans, parley.Evidence{Field: "content", Span: piece})
	s.Content = s.Content[:0]
	for _, e := range s.Spans {
		if e.Field == "content" {
			s.Content = append(s.Content, j.words(e.Span))
		}
	}
}

// against notes the claim that a denial is set against.
func (j *joiner) against(s *parley.Statement, a *Attribution) {
	if a.Against == nil || s.Against != "" {
		return
	}
	s.Against = j.words(a.Against.Words)
	s.Spans = append(s.Spans, parley.Evidence{Field: "against", Span: a.Against.Words})
	by := a.Against.By
	s.AgainstBy = cmp.Or(by.Name, j.words(by.Text))
	if s.AgainstBy == "" {
		return
	}
	for _, span := range append(slices.Clone(by.Evidence), by.Text) {
		if span.End > span.Start {
			s.Spans = append(s.Spans, parley.Evidence{Field: "against_by", Span: span})
		}
	}
}

func (j *joiner) words(s parley.Span) string { return j.source[s.Start:s.End] }

func (j *joiner) statement(a *Attribution, from Source) parley.Statement {
	s := parley.Statement{
		Speaker: from.Name, Kind: from.Kind, Affiliation: from.Affiliation, Manner: a.Manner,
		Cue: j.words(a.Cue), SpeakerText: j.words(from.Text), Reason: j.words(from.Reason),
		Quoted: a.Quoted, Certainty: a.Certainty,
	}
	note := func(field, value string, span parley.Span) {
		if span.End > span.Start {
			s.Spans = append(s.Spans, parley.Evidence{Field: field, Value: value, Span: span})
		}
	}
	for _, span := range a.Content {
		s.Content = append(s.Content, j.words(span))
		note("content", "", span)
	}
	note("cue", "", a.Cue)
	note("speaker_text", "", from.Text)
	note("reason", "", from.Reason)
	for _, span := range from.Evidence {
		note("speaker", "", span)
	}
	j.against(&s, a)
	for _, via := range a.Via {
		if via.Name == "" || via.Text.End == via.Text.Start || slices.Contains(s.Via, via.Name) {
			continue
		}
		s.Via = append(s.Via, via.Name)
		for _, span := range via.Evidence {
			note("via", via.Name, span)
		}
	}
	return s
}
