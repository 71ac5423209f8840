package english

import "strings"

// mendConditions makes a clause of the verb behind "if" or another such word that the parser took for a phrase: "will
// talk only if Norland withdraws".
func mendConditions(s *Sentence) {
	for i := range s.Tokens {
		t, mark := &s.Tokens[i], s.Child(i, "mark")
		if mark < 0 || s.Tokens[mark].UPOS != "SCONJ" {
			continue
		}
		if t.UPOS == "VERB" && (t.Is("obl") || t.Is("nmod")) && s.Child(i, "nsubj", "nsubj:pass") >= 0 {
			t.Deprel = "advcl"
		}
		if t.XPOS != "NNS" || !s.conditioned(i) || i == 0 || s.Tokens[i-1].UPOS != "PROPN" || s.Tokens[i-1].Head != i && s.Tokens[i-1].Head != t.Head || s.Child(i, "cop", "det", "amod") >= 0 {
			continue
		}
		t.Deprel = "advcl"
		s.makeSubject(i-1, i)
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", withoutEnding(t.Text)
		for child := i + 1; child < len(s.Tokens); child++ {
			if s.Tokens[child].Head == i && s.Tokens[child].Is("nmod") {
				s.Tokens[child].Deprel = "obl" // "unless Norland withdraws from it"
			}
		}
	}
}

// withoutEnding is a verb in the third person without its "s".
func withoutEnding(third string) string {
	verb := strings.ToLower(third)
	if stem, ok := strings.CutSuffix(verb, "ies"); ok && len(stem) > 1 {
		return stem + "y"
	}
	for _, hissing := range []string{"sses", "ches", "shes", "xes", "zzes"} {
		if strings.HasSuffix(verb, hissing) {
			return strings.TrimSuffix(verb, "es")
		}
	}
	return strings.TrimSuffix(verb, "s")
}

// conditioned tells whether a clause is a condition: "if nothing changed".
func (s *Sentence) conditioned(clause int) bool {
	mark := s.Child(clause, "mark")
	return mark >= 0 && inSet(loadTables().conditions, s.Tokens[mark].Lemma)
}

// mendConditionSubject gives the verb behind "once" or another such word the noun between the two for its subject, where the
// parser made that an object of the verb before: "will stop the strike once all the men held by Norland return".
func mendConditionSubject(s *Sentence) {
	for verb := range s.Tokens {
		v, mark := &s.Tokens[verb], s.Child(verb, "mark")
		if !v.Is("advcl") || mark < 0 || s.Tokens[mark].UPOS != "SCONJ" || s.hasSubject(verb) || !v.isFinite() {
			continue
		}
		for noun := mark + 1; noun < verb; noun++ {
			over := s.Tokens[noun].Head
			if !s.Tokens[noun].Is("obj") || over < 0 || over > mark || v.Head != over && s.Tokens[v.Head].Head != noun {
				continue
			}
			v.Head = over
			s.makeSubject(noun, verb)
			break
		}
	}
}

// mendConditionJoined joins a clause with a subject and a finite verb to the condition right before it, where the parser
// joined it to an infinitive, to which no such clause can be joined, or, with no comma between the two, to the verb that the
// condition hangs on: "is ready to stop once the men return and the town is freed".
func mendConditionJoined(s *Sentence) {
	for verb := range s.Tokens {
		v, cc := &s.Tokens[verb], s.Child(verb, "cc")
		if !s.isJoined(verb) || cc < 1 || s.Child(verb, "nsubj", "nsubj:pass") < 0 || !s.tells(verb) {
			continue
		}
		bare := s.Infinitive(v.Head) && !s.hasSubject(v.Head)
		if !bare && (s.Tokens[cc-1].Text == "," || s.willDo(verb)) {
			continue
		}
		for clause := cc - 1; clause > v.Head; clause-- {
			mark := s.Child(clause, "mark")
			if !s.Tokens[clause].Is("advcl") || !s.tells(clause) || mark < v.Head || !s.Dominates(v.Head, clause) {
				continue
			}
			if bare || s.conditioned(clause) && s.hasSubject(clause) {
				v.Head = clause
			}
			break
		}
	}
}

// tells tells whether a verb or one of its helpers is finite.
func (s *Sentence) tells(verb int) bool {
	helper := s.Child(verb, "aux", "aux:pass", "cop")
	return s.Tokens[verb].isFinite() && s.Tokens[verb].UPOS == "VERB" || helper >= 0 && s.Tokens[helper].isFinite()
}

// willDo tells whether a helper says that a verb will or may be done, which none does in a condition: "will withdraw".
func (s *Sentence) willDo(verb int) bool {
	helper := s.Child(verb, "aux")
	return helper >= 0 && s.Tokens[helper].XPOS == "MD"
}
