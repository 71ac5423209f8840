package english

import "testing"

// told are the head and the relation that a word of a sentence must have.
type told struct{ sentence, word, head, deprel string }

func TestPredicates(t *testing.T) {
	t.Parallel()
	for _, want := range []told{
		{"While the board remains committed to the plan, it is not possible to start on a new one.", "committed", "remains", "xcomp"},
		{"The mayor said the number of carts which had been cleared to enter was a drop in the ocean.", "number", "drop", "nsubj"},
		{"The mayor called the US demand that Norland not sell timber a big mistake.", "demand", "called", "obj"},
		{"The mayor called the US demand that Norland not sell timber a big mistake.", "mistake", "called", "xcomp"},
		{"The miners sent a note, condemning the delays and warning of long strikes.", "warning", "condemning", "conj"},
		{"The miners are ready to stop the strike once the men return home and the owner is fined.", "fined", "return", "conj"},
		{"The owner says it is prepared to stop the strike once all the hostages taken by Iran return home and the band is disarmed.", "hostages", "return", "nsubj"},
		{"The mayor had said earlier that she hoped the owners would agree to yield.", "agree", "hoped", "ccomp"},
	} {
		s := engine(t).Parse(want.sentence).Sentences[0]
		for i := range s.Tokens {
			token := &s.Tokens[i]
			if token.Text != want.word {
				continue
			}
			if token.Head < 0 || s.Tokens[token.Head].Text != want.head || token.Deprel != want.deprel {
				t.Errorf("%q is %s of %d in %q", want.word, token.Deprel, token.Head, want.sentence)
			}
		}
	}
}
