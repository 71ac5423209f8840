package english

import "testing"

func TestSubjectsFarFromTheirVerbs(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject string }{
		{"On Sunday, Anna Kovar, the party's front-runner, called on companies to become more open.", "called", "Anna"},
		{"Speaking in Oslo, Kovar, without naming him, also accused Holm of being late.", "accused", "Kovar"},
		{"Members of the conservative press accused Kovar of implying police officers were guilty.", "accused", "Members"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		root := s.Root()
		if s.Tokens[root].Text != c.verb {
			t.Errorf("%s\nthe root is %q, want %q", c.text, s.Tokens[root].Text, c.verb)
			continue
		}
		if subject := s.Child(root, "nsubj"); subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nthe subject is token %d, want %q", c.text, subject, c.subject)
		}
	}
}

func TestPastBesideAnInfinitive(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Anna Kovar said it was too early to congratulate winners but added that all was well.").Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "added" && (s.Tokens[i].Head < 0 || s.Tokens[s.Tokens[i].Head].Text != "said") {
			t.Errorf("added hangs on token %d, want said", s.Tokens[i].Head)
		}
	}
}

func TestParticleBeforeItsObject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Many voters shrugged off the decision.").Sentences[0]
	if object := s.Child(s.Root(), "obj"); object < 0 || s.Tokens[object].Text != "decision" {
		t.Errorf("the object is token %d, want the decision", object)
	}
}

func TestWhatHearersAreTold(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The Olvik senator told reporters he feels good about his campaign, and that the vote is near.").Sentences[0]
	if told := s.Child(s.Root(), "ccomp"); told < 0 || s.Tokens[told].Text != "feels" {
		t.Errorf("what is told is token %d, want feels", told)
	}
}
