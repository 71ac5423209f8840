package english

import "testing"

func TestSubjectOfWhatIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, verb, subject, speaker string }{
		{"The fifth round of consultations between Norland and Sudmark on resolving differences regarding Osten's harbour program will be held in Rome on May 23, Foreign Minister Anna Kovar said.", "held", "round", "Anna"},
		{"The talks were held in Rome on Monday, Foreign Minister Anna Kovar said.", "held", "talks", "Anna"},
		{"The members of the delegation have now arrived in Oslo, spokesman of the Harbour Ministry Anuar Kovarov told the agency.", "arrived", "members", "spokesman"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		root := s.Root()
		told := s.Child(root, "ccomp")
		if told < 0 || s.Tokens[told].Text != c.verb {
			t.Errorf("%s\nwhat is told is token %d, want %q", c.text, told, c.verb)
			continue
		}
		if subject := s.Child(told, "nsubj", "nsubj:pass"); subject < 0 || s.Tokens[subject].Text != c.subject {
			t.Errorf("%s\nthe subject of %q is token %d, want %q", c.text, c.verb, subject, c.subject)
		}
		if speaker := s.Child(root, "nsubj"); speaker < 0 || s.Tokens[speaker].Text != c.speaker {
			t.Errorf("%s\nthe speaker is token %d, want %q", c.text, speaker, c.speaker)
		}
	}
}

func TestWhatIsSaidBehind(t *testing.T) {
	t.Parallel()
	for text, verb := range map[string]string{
		"At least four soldiers were killed by a mine in Olvik, the army said on Tuesday.":  "killed",
		"When the soldiers were killed by a mine in Olvik, the army said it would respond.": "",
	} {
		s := engine(t).Parse(text).Sentences[0]
		told := s.Child(s.Root(), "ccomp")
		if verb == "" && told >= 0 && told < s.Root() || verb != "" && (told < 0 || s.Tokens[told].Text != verb) {
			t.Errorf("%s\nwhat is said is token %d, want %q", text, told, verb)
		}
	}
}

func TestWhoIsTold(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse(`Lawyer Sipho Ndaba told the BBC the ruling was "a shock".`).Sentences[0]
	root := s.Root()
	if hearer := s.Child(root, "iobj"); hearer < 0 || s.Tokens[hearer].Text != "BBC" {
		t.Errorf("told token %d, want the BBC", hearer)
	}
}

func TestWhatAVerbTells(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The indictment alleges that he passed on the plans of a naval base.").Sentences[0]
	if clause := s.Child(2, "ccomp"); clause < 0 || s.Tokens[clause].Text != "passed" || !s.Tokens[3].Is("mark") {
		t.Errorf("what is alleged is token %d, want the clause behind", clause)
	}
}

func TestWhatHearersAreTold(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("The Olvik senator told reporters he feels good about his campaign, and that the vote is near.").Sentences[0]
	if told := s.Child(s.Root(), "ccomp"); told < 0 || s.Tokens[told].Text != "feels" {
		t.Errorf("what is told is token %d, want feels", told)
	}
}

func TestGerundSubject(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse(`"Condemning Norway encourages the rebels to fight on," the ministry said.`).Sentences[0]
	for i := range s.Tokens {
		if s.Tokens[i].Text == "Norway" && (!s.Tokens[i].Is("obj") || s.Tokens[s.Tokens[i].Head].Text != "Condemning") {
			t.Errorf("Norway is %s of token %d, want the object of the gerund", s.Tokens[i].Deprel, s.Tokens[i].Head)
		}
	}
}

func TestWhoIsNotified(t *testing.T) {
	t.Parallel()
	s := engine(t).Parse("Kenya notified the United Nations it will not open the crossing.").Sentences[0]
	if hearer := s.Child(s.Root(), "iobj"); hearer < 0 || s.Tokens[hearer].Text != "Nations" {
		t.Errorf("token %d is notified, want the United Nations", hearer)
	}
	if open := s.Child(s.Root(), "ccomp"); open < 0 || s.Tokens[s.Child(open, "nsubj")].Text != "it" {
		t.Errorf("token %d is what is told, want that it will not open", open)
	}
}

func TestHearerBesideTheSubject(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, hearer, subject string }{
		{"A farmer told Reuters wet barley was rotting in the barns.", "Reuters", "barley"},
		{"A clerk told Reuters Kovar's lawyers had lost the file.", "Reuters", "lawyers"},
		{"A clerk told Kenyan officials the file was lost.", "officials", "file"},
	} {
		s := engine(t).Parse(c.text).Sentences[0]
		told := s.Root()
		if hearer := s.Child(told, "iobj"); hearer < 0 || s.Tokens[hearer].Text != c.hearer {
			t.Errorf("%s\ntoken %d is told, want %s", c.text, hearer, c.hearer)
		}
		if clause := s.Child(told, "ccomp"); clause < 0 || s.Tokens[s.Child(clause, "nsubj")].Text != c.subject {
			t.Errorf("%s\ntoken %d is what is told, want that of %s", c.text, clause, c.subject)
		}
	}
}

func TestHearerBeforeSubject(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"New Delhi's minister told reporters talks had failed.",
		"Kenya's president told lawmakers rebels were leaving.",
	} {
		s := engine(t).Parse(text).Sentences[0]
		clause := s.Child(s.Root(), "ccomp")
		if clause < 0 || s.Subject(clause) < 0 {
			t.Fatalf("%s: what was told is without a subject", text)
		}
		if noun := s.Tokens[s.Subject(clause)].Text; noun != "talks" && noun != "rebels" {
			t.Errorf("%s: the subject of what was told is %s", text, noun)
		}
	}
}
