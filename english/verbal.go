package english

import (
	"strings"

	"github.com/parleyrecord/parley/english/model"
)

// mendVerbal makes a verb of what the parser took for a noun or an adjective by its form although it gave it an object:
// "The Houthis release eleven sailors", "Norland severs ties", "The debate underscored rifts".
func mendVerbal(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		if !s.maybeVerb(verb) {
			continue
		}
		s.openWithAs(verb)
		if !s.headsClause(verb) {
			continue
		}
		if subject := s.takenSubject(verb); subject >= 0 && s.agrees(verb, subject) {
			s.makeVerb(verb)
			s.giveSubject(subject, verb)
		}
	}
}

// mendSaying makes a verb of saying of what the parser took for a noun in the plural, and for a second subject of what is
// said: "Premier promises farmers will get aid".
func mendSaying(s *Sentence) {
	for verb := 1; verb+2 < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		clause, speaker := t.Head, &s.Tokens[verb-1]
		if t.XPOS != "NNS" || !t.Is("nsubj") || clause <= verb || !inSet(loadTables().sayings, t.Text) || s.Child(clause, "cc") >= 0 {
			continue
		}
		second := s.nextChild(verb)
		for second >= 0 && second < clause && !s.Tokens[second].Is("nsubj") {
			second = s.nextChild(second)
		}
		if second < 0 || second > clause || !speaker.Is("compound") && !speaker.Is("amod") || speaker.Head != verb && speaker.Head != second || s.parted(verb, second) {
			continue
		}
		s.makeVerb(verb)
		t.Head, t.Deprel = s.Tokens[clause].Head, s.Tokens[clause].Deprel
		s.Tokens[clause].Head, s.Tokens[clause].Deprel = verb, "ccomp"
		if speaker.UPOS == "ADJ" {
			speaker.UPOS, speaker.XPOS = "NOUN", "NN"
		}
		s.giveSubject(verb-1, verb)
	}
}

// mendDeed makes a verb of what the parser took for a noun between two others, neither of which it parts by a word from it:
// "Norland bombs the port", where it is the only verb or stands behind "as".
func mendDeed(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		t, subject := &s.Tokens[verb], &s.Tokens[verb-1]
		if t.XPOS != "NNS" || !t.Is("root") && !t.Is("nmod") && !t.Is("obl") || !inSet(loadTables().deeds, t.Lemma) || subject.Head != verb || !subject.Is("compound") {
			continue
		}
		object := s.nextChild(verb - 1) // the noun's own part, as the parser has it
		for object >= 0 && !s.Tokens[object].Is("appos") && !s.Tokens[object].Is("nmod") && !s.Tokens[object].Is("compound") {
			object = s.nextChild(object)
		}
		first, _ := s.Subtree(max(object, 0))
		as := s.Child(verb, "case")
		if object < 0 || first != verb+1 || s.Child(object, "case") >= 0 || !s.Tokens[object].isNoun() || !t.Is("root") && (as < 0 || s.Tokens[as].Text != "as") {
			continue
		}
		s.makeVerb(verb)
		s.Tokens[object].Deprel = "obj"
		s.giveSubject(verb-1, verb)
		if as >= 0 {
			t.Deprel = "advcl"
			s.Tokens[as].UPOS, s.Tokens[as].Deprel = "SCONJ", "mark"
		}
	}
}

// openWithAs makes a clause of a noun in the plural behind "as" that the parser gave an object: "Ten hurt as missile hits
// the port".
func (s *Sentence) openWithAs(token int) {
	t := &s.Tokens[token]
	as, object := s.Child(token, "case"), s.Child(token, "obj")
	if !t.Is("obl") || t.XPOS != "NNS" || as < 0 || as > token-2 || s.Tokens[as].Text != "as" || object <= token || s.takenSubject(token) < 0 {
		return
	}
	t.Deprel = "advcl"
	s.Tokens[as].UPOS, s.Tokens[as].Deprel = "SCONJ", "mark"
}

// maybeVerb tells whether what the parser took for a noun, an adjective or an adverb has the form of a verb. "Worth" is an
// adjective with an object; of the adverbs "back" alone is a verb as it stands.
func (s *Sentence) maybeVerb(token int) bool {
	switch t := &s.Tokens[token]; t.XPOS {
	case "NN":
		return true
	case "NNS":
		return t.Text[len(t.Text)-1]|0x20 == 's'
	case "JJ":
		return t.Lemma != "worth"
	case "RB":
		return t.Text == "back"
	}
	return false
}

// headsClause tells whether the parser made a clause of a word and an object right behind it.
func (s *Sentence) headsClause(token int) bool {
	switch t := &s.Tokens[token]; {
	case t.Is("root"), t.Is("conj"), t.Is("ccomp"), t.Is("advcl"), t.Is("parataxis"), t.Deprel == "acl:relcl":
	default:
		return false
	}
	object := s.Child(token, "obj")
	return object > token && !s.parted(token, object) && (s.Tokens[object].isNoun() || s.Tokens[object].UPOS == "PRON") && s.Child(token, "cop", "aux", "expl") < 0
}

// takenSubject is what the parser took for a word's subject, with nothing between but adverbs, or the noun right before it
// that the parser took for a part of its name; -1 where there is none.
func (s *Sentence) takenSubject(verb int) int {
	subject := s.Child(verb, "nsubj")
	if subject < 0 {
		if t := &s.Tokens[verb-1]; t.Head == verb && t.Is("compound") && t.isNoun() {
			return verb - 1
		}
		return -1
	}
	for i := subject + 1; i < verb; i++ {
		if t := &s.Tokens[i]; t.Head == verb && !t.Is("advmod") && t.UPOS != "PUNCT" {
			return -1
		}
	}
	return subject
}

// agrees tells whether a word as a verb goes with its subject: with "s" or in the past with any, else with several, with
// those of a name in the plural, the police, what "that" stands for, or two names that a title begins with.
func (s *Sentence) agrees(verb, subject int) bool {
	if s.Tokens[verb].XPOS == "NNS" || s.isPastForm(verb) || s.plural(subject) {
		return true
	}
	t := &s.Tokens[subject]
	if s.Paragraph == 0 && t.UPOS == "PROPN" && subject > 1 && s.Tokens[subject-1].Text == "," && s.Tokens[subject-2].UPOS == "PROPN" {
		return true // "Norland, Sudmark promise troops"
	}
	return t.UPOS == "PROPN" && strings.HasSuffix(t.Text, "s") || t.Lemma == "police" || t.Feat("PronType") == "Rel"
}

// isPastForm tells whether what the parser took for an adjective ends as a past does: "The debate underscored rifts".
func (s *Sentence) isPastForm(token int) bool {
	return s.Tokens[token].XPOS == "JJ" && strings.HasSuffix(s.Tokens[token].Text, "ed")
}

// makeVerb makes a verb of a word: one in the past where it ends as such, else one in the present, with "s" or without it.
func (s *Sentence) makeVerb(verb int) {
	t := &s.Tokens[verb]
	switch {
	case t.XPOS == "NNS":
		t.XPOS, t.Feats = "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	case s.isPastForm(verb):
		t.setPast()
	default:
		t.XPOS, t.Feats = "VBP", "Mood=Ind|Tense=Pres|VerbForm=Fin"
	}
	t.UPOS, t.Lemma = "VERB", lemmaOf(t.Text, t.XPOS)
	for child := range s.Children(verb) {
		if c := &s.Tokens[child]; child > verb && c.Is("nmod") {
			c.Deprel = "obl"
		}
	}
}

// lemmaOf is the lemma of a form under another tag than the model gave it.
func lemmaOf(form, xpos string) string {
	m, err := model.Load()
	if err != nil {
		return form // no sentence is read without the model
	}
	return m.Lemma(form, xpos)
}

// giveSubject hangs on the noun before a verb what stands right before that and belongs to its phrase, and the noun on the verb.
func (s *Sentence) giveSubject(subject, verb int) {
	for i := range s.Tokens[:subject] {
		if t := &s.Tokens[i]; t.Head >= verb && (t.Is("det") || t.Is("amod") || t.Is("compound") || t.Is("nummod") || t.Is("nmod")) {
			t.Head = subject
		}
	}
	s.makeSubject(subject, verb)
}
