package english

import "strings"

// receiving are the verbs behind which "visiting" tells more of whom somebody receives.
var receiving = map[string]bool{"meet": true, "receive": true, "host": true, "welcome": true, "greet": true}

// mendVisiting hangs "visiting" on the guest whom somebody meets, where the parser took it for a verb
// whose object the guest is: "met visiting minister Anna Kovar", "held talks with visiting envoys".
func mendVisiting(s *Sentence) {
	for visiting := 1; visiting+1 < len(s.Tokens); visiting++ {
		t := &s.Tokens[visiting]
		over, guest := t.Head, s.Child(visiting, "obj")
		if t.XPOS != "VBG" || t.Lemma != "visit" || over < 0 || over > visiting || guest < 0 || s.Child(visiting, "aux", "nsubj") >= 0 {
			continue
		}
		with := s.Child(visiting, "mark")
		switch next := &s.Tokens[visiting+1]; {
		case with != visiting-1 && over != visiting-1, with < 0 && !receiving[s.Tokens[over].Lemma], with >= 0 && !strings.EqualFold(s.Tokens[with].Text, "with"):
			continue
		case next.UPOS == "DET" || next.UPOS == "PRON" || next.UPOS == "ADP":
			continue
		}
		rel := "obj"
		if with >= 0 {
			s.Tokens[with].Head, s.Tokens[with].Deprel = guest, "case"
			rel = "obl"
		}
		for child := range s.Tokens {
			if s.Tokens[child].Head == visiting {
				s.Tokens[child].Head = over
			}
		}
		s.Tokens[guest].Head, s.Tokens[guest].Deprel = over, rel
		t.Head, t.Deprel = guest, "amod"
	}
}
