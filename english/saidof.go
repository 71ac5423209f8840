package english

import "strings"

// mendSaidOf makes a passive of a verb of saying in the past right before what its subject is said to do or to have undergone,
// where the parser took the subject for the speaker, as headlines leave out "is": "Woman said hurt by fire", "Envoy said
// planning to resign", "Ministers said to have asked for help".
func mendSaidOf(s *Sentence) {
	for said := 1; said+1 < len(s.Tokens); said++ {
		t := &s.Tokens[said]
		if t.Text != "said" && t.Text != "reported" || t.XPOS != "VBD" || s.Child(said, "aux", "cop", "iobj") >= 0 {
			continue
		}
		if object := s.Child(said, "obj"); object >= 0 && object != said+1 {
			continue
		}
		subject := -1
		for child := range s.Children(said) {
			if child < said && s.Tokens[child].Is("nsubj") {
				subject = child // "Woman, boy said hurt"
			}
		}
		if subject < 0 || !s.Tokens[subject].isNoun() && s.Tokens[subject].UPOS != "ADJ" && s.Tokens[subject].UPOS != "NUM" {
			continue
		}
		if _, last := s.Subtree(subject); last != said {
			continue
		}
		if next := &s.Tokens[said+1]; next.Head == said && (t.Text == "said" || next.XPOS != "VBG") && s.asParticiple(said+1) { // not "reported downing drones"
			s.lendHelper(said, said+1)
		} else if done := s.Child(said, "xcomp", "ccomp"); next.Lemma == "to" && done > said+2 && next.Head == done && s.Tokens[said+2].Head == done && s.Tokens[said+2].Is("aux") {
			t.setParticiple()
			s.Tokens[subject].Deprel = "nsubj:pass"
		}
	}
}

// asParticiple tells whether a word without a subject is a participle, and makes one of a past before "by" and of a noun in
// "-ing" before an infinitive: "hurt by stray fire", "planning to resign".
func (s *Sentence) asParticiple(token int) bool {
	t := &s.Tokens[token]
	if s.hasSubject(token) || token+1 >= len(s.Tokens) {
		return false
	}
	switch next := &s.Tokens[token+1]; {
	case t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBG"):
	case t.XPOS == "VBD" && next.Text == "by":
		t.setParticiple()
	case t.XPOS == "NN" && strings.HasSuffix(t.Text, "ing") && next.Lemma == "to" && s.Child(token, "acl") > token:
		s.Tokens[s.Child(token, "acl")].Deprel = "xcomp"
		t.UPOS, t.XPOS, t.Feats, t.Lemma = "VERB", "VBG", "VerbForm=Ger", lemmaOf(t.Text, "VBG")
	default:
		return false
	}
	return true
}

// lendHelper makes a verb the helper of the participle behind it, which takes its place and its subject.
func (s *Sentence) lendHelper(helper, participle int) {
	h, p := &s.Tokens[helper], &s.Tokens[participle]
	p.Head, p.Deprel = h.Head, h.Deprel
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == helper && i != participle {
			t.Head = participle
			if t.Is("nsubj") && p.XPOS == "VBN" {
				t.Deprel = "nsubj:pass"
			}
		}
	}
	h.Head, h.Deprel, h.UPOS = participle, "aux", "AUX"
	if p.XPOS == "VBN" {
		h.Deprel = "aux:pass"
	}
	h.setParticiple()
}
