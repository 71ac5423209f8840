package english

import "testing"

func TestPhrasesHoldTogether(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, word, over, deprel string }{
		{"North Norland test-fired a ballistic missile toward the sea.", "Norland", "fired", "nsubj"},
		{"The war began after the May 3, 2024, raid.", "raid", "began", "obl"},
		{"Norland began its campaign in response to the May 3, 2024, raid, which killed ten.", "the", "raid", "det"},
		{"Aide to Norland's ex-President Kovar shot dead in Osten", "Aide", "shot", "nsubj"},
		{"Officials said Thursday ten people were killed in Osten.", "Thursday", "said", "obl:unmarked"},
		{"The ministry said Tuesday at least ten people have been killed.", "Tuesday", "said", "obl:unmarked"},
		{"Norland has massed troops near Sudmark's Osten region, Anna Kovar, a Sudmarkian commander, said.", "Anna", "said", "nsubj"},
		{"Clashes between herders left ten dead.", "herders", "Clashes", "nmod"},
		{"The guild said its ferries, which have aged, would go on.", "ferries", "go", "nsubj"},
		{"The Rome talks between Norway and China ended on Monday.", "Rome", "talks", "compound"},
		{"Norway and Sweden back the trade deal.", "Norway", "back", "nsubj"},
		{"The accord, concluded last May in Osten after years of haggling, would scrap most duties.", "accord", "scrap", "nsubj"},
		{"The accord, concluded last May in Osten after years of haggling, would scrap most duties.", "concluded", "accord", "acl"},
		{"The minister, asked about the quotas, said they would hold.", "minister", "said", "nsubj"},
		{"Talks between Sudan's army and the RSF resumed in Osten.", "Talks", "resumed", "nsubj"},
		{"Talks between Georgia's government and the opposition broke down.", "opposition", "government", "conj"},
		{"Peru brushed aside a Chilean offer of a truce.", "aside", "brushed", "compound:prt"},
		{"Rebels won the town of Osten after heavy clashes with herders.", "town", "won", "obj"},
		{"Rebels killed at least 80 people and fled.", "people", "killed", "obj"},
		{"While the board remains committed to the plan, it is not possible to start on a new one.", "committed", "remains", "xcomp"},
		{"The mayor said the share of the fees that the guild had paid was a poor joke.", "share", "joke", "nsubj"},
		{"The mayor called the US demand that Norland not sell timber a big mistake.", "demand", "called", "obj"},
		{"The mayor called the US demand that Norland not sell timber a big mistake.", "mistake", "called", "xcomp"},
		{"The miners sent a note, condemning the delays and warning of long strikes.", "warning", "condemning", "conj"},
		{"The miners are ready to stop the strike once the men return home and the owner is fined.", "fined", "return", "conj"},
		{"Norway says it is ready to lift the ban once all the crews taken by Sweden return home.", "crews", "return", "nsubj"},
		{"Holm had said she hoped EU farm ministers would agree on quotas in Osten.", "agree", "hoped", "ccomp"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		k := &s.Tokens[tokenAt(t, s, c.word)]
		if k.Head < 0 || s.Tokens[k.Head].Text != c.over || k.Deprel != c.deprel {
			t.Errorf("%s: %q is %s to token %d", c.text, c.word, k.Deprel, k.Head)
		}
	}
}
