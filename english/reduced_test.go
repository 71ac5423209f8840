package english

import "testing"

func TestParticiplesLeaveTheirSubjectItsVerb(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"The ceasefire agreed in March has collapsed.":                "collapsed",
		"The deal reached between Norland and Sudmark covers trade.":  "covers",
		"The treaty signed in 2015 by Norland and Sudmark expired.":   "expired",
		"Two soldiers wounded in the attack died on Friday.":          "died",
		"The envoy appointed last week resigned.":                     "resigned",
		"The minister arrived on Monday and left on Friday.":          "arrived",
		"Troops moved to the border, seized a bridge and withdrew.":   "moved",
		"The court ruled on Monday that the law violates the treaty.": "ruled",
		"Officials said Friday was the last day of the talks.":        "said",
	} {
		s := engine(t).Parse(text).Sentences[0]
		if root := s.Tokens[s.Root()].Text; root != want {
			t.Errorf("%s: its verb is %q, want %q", text, root, want)
		}
	}
}

// TestParticiplesKeepWhatIsTheirs: who made the deal is not what the clause is about.
func TestParticiplesKeepWhatIsTheirs(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The minister was asked whether the pact concluded between Norland and Sudmark allows for fishing.").Sentences[0]
	pact, concluded, norland, allows := -1, -1, -1, -1
	for i, token := range s.Tokens {
		switch token.Text {
		case "pact":
			pact = i
		case "concluded":
			concluded = i
		case "Norland":
			norland = i
		case "allows":
			allows = i
		}
	}
	if s.Tokens[concluded].Head != pact || !s.Tokens[concluded].Is("acl") || s.Tokens[pact].Head != allows || s.Tokens[norland].Head != concluded {
		t.Errorf("%v", s.Tokens)
	}
}

func TestThoseWhoMeet(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Norland\nPacific leaders meeting in Honiara have called for a pause on deep-sea mining.").Sentences[1]
	if t2 := &s.Tokens[2]; t2.Deprel != "acl" || t2.Head != 1 || t2.Lemma != "meet" {
		t.Errorf("%q is %s of %d, want what the leaders do", t2.Text, t2.Deprel, t2.Head)
	}
}
