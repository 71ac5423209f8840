package english

import "testing"

func TestThatAsSubject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse(`"That in itself is a relief," the farmer said.`).Sentences[0]
	if told := s.Child(s.Root(), "ccomp"); told < 0 || s.Tokens[s.Subject(told)].Text != "That" {
		t.Errorf("what is told is token %d without its subject", told)
	}
}

func TestThatBehindBefore(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The farmers have complained before that the wells are dry.").Sentences[0]
	told := s.Child(s.Root(), "ccomp")
	if told < 0 || s.Child(s.Root(), "advmod") < 0 {
		t.Errorf("what is told is token %d, want that the wells are dry", told)
	}
}

func TestThatBehindHearer(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The union notified the firm that it intended to strike.").Sentences[0]
	if told := s.Child(s.Root(), "ccomp"); told < 0 || s.Tokens[told].Text != "intended" {
		t.Errorf("token %d is told, want intended", told)
	}
}
