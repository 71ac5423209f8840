package english

import "strings"

// mendWarning makes a verb of the "warning" behind a comma that the parser took for a noun, since it has neither an
// article nor another word before it: "issued a statement, warning of further steps".
func mendWarning(s *Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !strings.EqualFold(t.Text, "warning") || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || s.Tokens[i-1].Text != "," || s.Tokens[i+1].Lemma != "of" {
			continue
		}
		if !t.Is("appos") && !t.Is("advcl") && !t.Is("conj") && !t.Is("parataxis") {
			continue
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBG", "Tense=Pres|VerbForm=Part", "warn"
		t.Deprel = "advcl"
		over := t.Head
		if s.Tokens[over].isNoun() {
			t.Deprel, over = "acl", s.Tokens[over].Head
		}
		for child := i + 1; child < len(s.Tokens); child++ {
			switch c := &s.Tokens[child]; {
			case c.Head == i && c.Is("nmod"):
				c.Deprel = "obl"
			case c.Head == over && c.Is("advcl") && s.conditioned(child):
				c.Head = i // "warning of further steps if nothing changed"
			}
		}
	}
}
