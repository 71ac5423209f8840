package english

import "testing"

func TestParticleBeforeItsObject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Many voters shrugged off the decision.").Sentences[0]
	if object := s.Child(s.Root(), "obj"); object < 0 || s.Tokens[object].Text != "decision" {
		t.Errorf("the object is token %d, want the decision", object)
	}
}
