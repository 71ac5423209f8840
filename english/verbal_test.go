package english

import "testing"

func TestVerbsTakenForNouns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, lemma, xpos, subject, object string }{
		{"The Houthis release nine drivers.", "release", "release", "VBP", "Houthis", "drivers"},
		{"Peru severs ties with Norway.", "severs", "sever", "VBZ", "Peru", "ties"},
		{"Norway names new ambassador to Chile", "names", "name", "VBZ", "Norway", "ambassador"},
		{"These old quarrels outweigh every promise.", "outweigh", "outweigh", "VBP", "quarrels", "promise"},
		{"Turkey bombs Kurdish villages in northern Iraq.", "bombs", "bomb", "VBZ", "Turkey", "villages"},
		{"The rebels fire rockets at the port.", "fire", "fire", "VBP", "rebels", "rockets"},
		{"Kenyan rebels free hostages", "free", "free", "VBP", "rebels", "hostages"},
		{"Police fire tear gas at crowds in Lima.", "fire", "fire", "VBP", "Police", "gas"},
		{"Hamas hands over nine prisoners.", "hands", "hand", "VBZ", "Hamas", "prisoners"},
		{"Kenya bombs Lima", "bombs", "bomb", "VBZ", "Kenya", "Lima"},
		{"Attack on Lima kills four, wounds 20", "wounds", "wound", "VBZ", "", "20"},
		{"Kenya steps up patrols", "steps", "step", "VBZ", "Kenya", "patrols"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			v := &s.Tokens[i]
			if v.Text != c.verb {
				continue
			}
			subject, object := s.Child(i, "nsubj"), s.Child(i, "obj")
			if v.UPOS != "VERB" || v.XPOS != c.xpos || v.Lemma != c.lemma || c.subject != "" && (subject < 0 || s.Tokens[subject].Text != c.subject) || object < 0 || s.Tokens[object].Text != c.object {
				t.Errorf("%s: %q is %s %q of token %d with object %d", c.text, c.verb, v.XPOS, v.Lemma, subject, object)
			}
		}
	}
	s := engine(t).Parse("Norway is worth a visit.").Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "worth" && s.Tokens[i].UPOS == "VERB" {
			t.Error("worth is taken for a verb")
		}
	}
}

func TestPastsTakenForAdjectives(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Kenyan rebels advanced on Kisumu on Monday.", "Rebel fighters advanced toward Kisumu in Kenya."} {
		s := engine(t).Parse(text).Sentences[0]
		verb := s.Root()
		if v := &s.Tokens[verb]; v.Text != "advanced" || v.XPOS != "VBD" || v.Lemma != "advance" || s.Child(verb, "nsubj") < 0 {
			t.Errorf("%s: its verb is %s %q", text, v.XPOS, v.Lemma)
		}
	}
}

func TestSayingsTakenForNouns(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"Premier promises farmers will get aid", "The army claims drones were shot down.", "Kenya fears rebels will return"} {
		s := engine(t).Parse(text).Sentences[0]
		verb := s.Root()
		if v := &s.Tokens[verb]; v.XPOS != "VBZ" || s.Child(verb, "nsubj") != verb-1 || s.Child(verb, "ccomp") < verb {
			t.Errorf("%s: its verb is %s %q", text, v.XPOS, v.Text)
		}
	}
	s := engine(t).Parse("Norway, Peru Promise Boots on the Ground").Sentences[0]
	if v := &s.Tokens[3]; v.UPOS != "VERB" || s.Child(3, "nsubj") < 0 || s.Child(3, "obj") < 0 {
		t.Errorf("%q is %s", v.Text, v.XPOS)
	}
}
