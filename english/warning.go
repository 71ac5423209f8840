package english

import "strings"

// mendWarning makes a verb of the "warning" behind a comma, or behind "and" after what another participle governs, that the
// parser took for a noun, since it has neither an article nor another word before it: "issued a statement, warning of further
// steps", "condemning the raids and warning of further steps".
func mendWarning(s *Sentence) {
	for i := 2; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !strings.EqualFold(t.Text, "warning") || t.UPOS != "NOUN" || t.Head < 0 || t.Head > i || s.Tokens[i+1].Lemma != "of" {
			continue
		}
		over := t.Head
		switch noun := t.Head; {
		case s.Tokens[i-1].Text == "and" && t.Is("conj") && s.Tokens[noun].Is("obj") && s.Tokens[s.Tokens[noun].Head].XPOS == "VBG":
			over = s.Tokens[noun].Head
			t.Head = over
			s.moveBehind(i, noun, "nmod")
		case s.Tokens[i-1].Text != "," || !t.Is("appos") && !t.Is("advcl") && !t.Is("conj") && !t.Is("parataxis"):
			continue
		case s.Tokens[noun].isNoun():
			t.Deprel, over = "acl", s.Tokens[noun].Head
		default:
			t.Deprel = "advcl"
		}
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBG", "Tense=Pres|VerbForm=Part", "warn"
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

// moveBehind hangs on a token what stands behind it and hangs on another one in a relation.
func (s *Sentence) moveBehind(token, from int, deprel string) {
	for child := token + 1; child < len(s.Tokens); child++ {
		if c := &s.Tokens[child]; c.Head == from && c.Is(deprel) {
			c.Head = token
		}
	}
}
