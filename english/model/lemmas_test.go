package model

import "testing"

func TestLemmaStartsFromTheFormThatItsTagCallsFor(t *testing.T) {
	t.Parallel()
	l := lemmatiser{
		forms:    map[string]string{"fled\tVBD": "flee"},
		rules:    map[string]map[string]suffixRule{"NNS": {"s": {1, ""}}, "NNPS": {"ies": {3, "y"}}},
		keepCase: map[string]bool{"NNP": true, "NNPS": true},
	}
	for _, c := range []struct{ form, xpos, want string }{
		{"12,500", "CD", "12500"},
		{"kerala", "NNP", "Kerala"},
		{"élise", "NNP", "Élise"},
		{"NATO", "NNP", "NATO"},
		{"Territories", "NNPS", "Territory"},
		{"Fled", "VBD", "flee"},
		{"Envoys", "NNS", "envoy"},
		{"", "NNP", ""},
	} {
		if got := l.lemma(c.form, c.xpos); got != c.want {
			t.Errorf("lemma(%q, %s) = %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}

func TestExceptionsGoBeforeRules(t *testing.T) {
	t.Parallel()
	l := lemmatiser{forms: map[string]string{"shelled\tVBD": "shel"}}
	l.except("# a comment\nform\ttags\tlemma\nshelled\tVBD VBN\tshell\n")
	for _, c := range []struct{ form, xpos, want string }{{"Shelled", "VBD", "shell"}, {"shelled", "VBN", "shell"}, {"shelled", "JJ", "shelled"}} {
		if got := l.lemma(c.form, c.xpos); got != c.want {
			t.Errorf("lemma(%q, %s) = %q, want %q", c.form, c.xpos, got, c.want)
		}
	}
}
