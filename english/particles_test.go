package english

import "testing"

func TestParticleBeforeItsObject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Many voters shrugged off the decision.").Sentences[0]
	if object := s.Child(s.Root(), "obj"); object < 0 || s.Tokens[object].Text != "decision" {
		t.Errorf("the object is token %d, want the decision", object)
	}
}

func TestOwnedObjectBehindParticle(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The union called off its strike after talks with Norway's government.").Sentences[0]
	if object := s.Child(s.Root(), "obj"); object < 0 || s.Tokens[object].Text != "strike" {
		t.Errorf("the object is token %d, want the strike", object)
	}
}

func TestGoingOnWithAGerund(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The army carried on shelling the port.").Sentences[0]
	if gerund := s.Child(s.Root(), "xcomp"); gerund < 0 || s.Tokens[gerund].Text != "shelling" || !s.Tokens[gerund-1].Is("compound:prt") {
		t.Errorf("the army carried on with token %d, want shelling", gerund)
	}
}
