package english

import "testing"

func TestTwoSubjects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"The new Norwegian government under Chancellor Peter Holm of the Liberal Union (LU) plans to raise taxes.", "plans", "government"},
		{"Anna Kovar, the firm's top executive, said the attempt to cut off the flow of advanced A.I. chips spurred Norwegian companies to leave.", "spurred", "attempt"},
		{"Anna Kovar, the firm's top executive, said the attempt to cut off the flow of advanced A.I. chips spurred Norwegian companies to leave.", "said", "Anna"},
		{"Norway's foreign minister, Tomas Lind, met Anna Kovar.", "met", "minister"},
		{"\"Norwegian security concerns everyone and we share the principled assessment that the existing Norwegian system has for years repeatedly proven its worth,\" she pointed out at a press conference.", "pointed", "she"},
		{"The agency said Norwegian attacks in the southern territory on Thursday killed at least 13 people.", "killed", "attacks"},
		{"The rebels handed over the remains of two hostages on Thursday, the military said, as Egypt, Niger and Turkey pressed both sides to begin talks on the second phase of the ceasefire.", "pressed", "Egypt"},
		{"Envoys from Norway and the Democratic Republic of Congo met in Doha on Wednesday for a second day of talks aimed at ending fighting in eastern Congo, Qatar's foreign ministry said.", "met", "Envoys"},
		{"Norway will host a new round of talks between the Philippine government and communist rebels next month, its foreign minister, Anna Kovar, said on Wednesday.", "said", "minister"},
		{"Behind closed doors, envoys of Norway and Egypt met in Oslo.", "met", "envoys"},
		{"Following peace talks in Istanbul, Turkey, the governments of Kenya and Uganda agree to a ceasefire.", "agree", "governments"},
		{"The army said rebels late on Tuesday shelled the town.", "shelled", "rebels"},
		{"The prices will fall, as critics once predicted, and the state is squeezed.", "predicted", "critics"},
		{"The envoy told reporters that Norway must open its sites as the country declares it will keep them shut.", "declares", "country"},
		{"The letter from the office of the mayor, Anna Kovar, said Holm, who had not been seen since May, died two years ago in Oslo.", "died", "Holm"},
		{"The closure comes as customs officers yesterday declared the cargo unsafe.", "declared", "officers"},
		{"The miners were glad to wait, and their union kept its word, after Minister Ana Maria Vega on Tuesday halted the sale of the pits.", "halted", "Ana"},
		{"Prices fell after President Ana Maria Vega on Tuesday lifted the duty on wheat.", "lifted", "Ana"},
		{"Officials said the attack, which took place on Sunday, killed two soldiers in Oslo.", "killed", "attack"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		for i := range s.Tokens {
			if s.Tokens[i].Text != c.verb {
				continue
			}
			if subject := s.Child(i, "nsubj"); subject < 0 || s.Tokens[subject].Text != c.subject {
				t.Errorf("%s\nthe subject of %q is token %d, want %q", c.text, c.verb, subject, c.subject)
			}
		}
	}
}
