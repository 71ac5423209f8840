package english

import "strings"

// mendHelped makes a verb of a word that the parser took for a part of the noun behind it: a bare one
// right behind "to" or a modal verb ("to resume dialogue", "will free hostages"), a participle behind "have"
// ("have normalised relations"), a finite one that it took for a preposition ("if Norland withdraws its troops"),
// and a past that has a subject of its own ("said the gunman wounded two guards").
func mendHelped(s *Sentence) {
	for verb := 1; verb < len(s.Tokens); verb++ {
		t, helper := &s.Tokens[verb], &s.Tokens[verb-1]
		if t.Head < verb {
			continue
		}
		switch {
		case (t.Is("compound") || t.Is("amod")) && helper.Head == verb && (helper.XPOS == "MD" || helper.XPOS == "TO"):
			t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VB", "VerbForm=Inf", strings.ToLower(t.Text)
		case t.Is("amod") && t.XPOS == "VBN" && helper.Lemma == "have" && helper.Head == verb && helper.Is("aux"):
		case t.Is("case") && t.UPOS == "VERB" && (t.XPOS == "VBZ" || t.XPOS == "VBD"):
		case t.Is("amod") && t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBD") && s.subjectBefore(verb):
			helper.Deprel = "nsubj"
			t.setPast()
		default:
			continue
		}
		s.raise(verb, t.Head)
	}
}

// subjectBefore tells whether the word right before a verb is its subject, or a name that the parser made a part of it.
func (s *Sentence) subjectBefore(verb int) bool {
	before := &s.Tokens[verb-1]
	return s.Child(verb, "nsubj") == verb-1 || before.Head == verb && before.Is("compound") && before.UPOS == "PROPN"
}

// raise puts a verb in the place of the noun behind it that it was hung on, which becomes its object.
func (s *Sentence) raise(verb, noun int) {
	t, n := &s.Tokens[verb], &s.Tokens[noun]
	for i := range s.Tokens[:verb] {
		if s.Tokens[i].Head == noun {
			s.Tokens[i].Head = verb
		}
	}
	t.Head, t.Deprel = n.Head, n.Deprel
	if t.XPOS == "VB" && s.Tokens[verb-1].XPOS == "TO" && (n.Is("obl") || n.Is("obj")) {
		t.Deprel = "xcomp"
	}
	if t.XPOS == "VBD" && t.Is("obj") {
		t.Deprel = "ccomp"
	}
	n.Head, n.Deprel = verb, "obj"
}

// mendUsed hangs what somebody uses a thing for on the verb, where the parser hung it on the thing: "used his
// speech to urge a truce".
func mendUsed(s *Sentence) {
	for verb := range s.Tokens {
		t := &s.Tokens[verb]
		if t.Deprel != "acl" || t.XPOS != "VB" || t.Head < 0 || t.Head > verb || !s.Infinitive(verb) {
			continue
		}
		if thing := &s.Tokens[t.Head]; thing.Is("obj") && thing.Head >= 0 && s.Tokens[thing.Head].Lemma == "use" {
			t.Head, t.Deprel = thing.Head, "advcl"
		}
	}
}

// mendRow makes a verb and its object of two nouns that the parser put in a row with a third and with
// nothing between them: "Norland is against sanctions and favors talks".
func mendRow(s *Sentence) {
	for verb := 1; verb+1 < len(s.Tokens); verb++ {
		t, n := &s.Tokens[verb], &s.Tokens[verb+1]
		over := t.Head
		if t.XPOS != "NNS" || !t.Is("conj") || s.Tokens[verb-1].UPOS != "CCONJ" || !n.Is("conj") || n.UPOS != "NOUN" || n.Head != over || over < 0 || over > verb || s.Child(over, "cop") < 0 {
			continue
		}
		t.UPOS, t.XPOS, t.Feats = "VERB", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
		n.Head, n.Deprel = verb, "obj"
	}
}
