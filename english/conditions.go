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
	return mark >= 0 && (s.Tokens[mark].Lemma == "if" || s.Tokens[mark].Lemma == "unless")
}
