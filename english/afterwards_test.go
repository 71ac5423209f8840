package english

import "testing"

func TestSubjectBehindAfter(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Kenya suspended cooperation with the agency after Norway and Chile bombed its nuclear sites last week.").Sentences[0]
	for i := range s.Tokens {
		if one := &s.Tokens[i]; one.Text == "Norway" && (!one.Is("nsubj") || s.Tokens[one.Head].Text != "bombed") {
			t.Errorf("Norway is %s of token %d, want nsubj of bombed", one.Deprel, one.Head)
		}
	}
}

func TestSubjectBehindSince(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"Since a truce between Kenya and Uganda broke down in March, thousands have fled.",
		"Since the truce between Kenya and Uganda collapsed in March, thousands have fled.",
		"Thousands have fled since the truce between Kenya and Uganda broke down in March.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; one.Text == "truce" && (!one.Is("nsubj") || s.Tokens[one.Head].Lemma != "break" && s.Tokens[one.Head].Lemma != "collapse") {
				t.Errorf("%s: truce is %s of token %d, want the subject of the verb behind it", text, one.Deprel, one.Head)
			}
		}
	}
}

func TestSubjectsBehindAfter(t *testing.T) {
	t.Parallel()
	for text, verb := range map[string]string{
		"The decision came a day after the presidents of Kenya and Uganda warned that the dam could fail.":                           "warned",
		"The ships left just after the envoys of Norway, Chile and Peru, members of the league, called on the junta to let them go.": "called",
	} {
		s := engine(t).Parse(text).Sentences[0]
		for i := range s.Tokens {
			if one := &s.Tokens[i]; (one.Text == "presidents" || one.Text == "envoys") && (!one.Is("nsubj") || s.Tokens[one.Head].Text != verb) {
				t.Errorf("%s is %s of token %d, want nsubj of %s", one.Text, one.Deprel, one.Head, verb)
			}
		}
	}
}

func TestObjectBeforeAfter(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Kenya halted talks with the junta on Friday after a raid near the border left ten people dead.").Sentences[0]
	for i := range s.Tokens {
		one := &s.Tokens[i]
		if one.Text == "talks" && (!one.Is("obj") || s.Tokens[one.Head].Text != "halted") || one.Text == "raid" && (!one.Is("nsubj") || s.Tokens[one.Head].Text != "left") {
			t.Errorf("%s is %s of token %d", one.Text, one.Deprel, one.Head)
		}
	}
}
