package english

import "testing"

// clauseOf builds a sentence of rows "form upos head deprel".
func clauseOf(rows ...Token) *Sentence { return &Sentence{Tokens: rows} }

func tok(form, upos string, head int, rel string) Token {
	return Token{Text: form, Lemma: form, UPOS: upos, Head: head, Deprel: rel}
}

func TestSubject(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		sentence *Sentence
		verb     int
		want     int
	}{
		{"its own", clauseOf(tok("Norland", "PROPN", 1, "nsubj"), tok("agreed", "VERB", -1, "root")), 1, 0},
		{"the agent of a passive", clauseOf(
			tok("Talks", "NOUN", 2, "nsubj:pass"), tok("were", "AUX", 2, "aux:pass"), tok("held", "VERB", -1, "root"),
			tok("by", "ADP", 4, "case"), tok("envoys", "NOUN", 2, "obl:agent")), 2, 4},
		{"shared in a coordination", clauseOf(
			tok("Kovar", "PROPN", 1, "nsubj"), tok("arrived", "VERB", -1, "root"), tok("and", "CCONJ", 3, "cc"),
			tok("left", "VERB", 1, "conj")), 3, 0},
		{"the subject of the passive beside it", clauseOf(
			tok("Kovar", "PROPN", 2, "nsubj:pass"), tok("was", "AUX", 2, "aux:pass"), tok("received", "VERB", -1, "root"), tok("by", "ADP", 4, "case"),
			tok("envoys", "NOUN", 2, "obl:agent"), tok("and", "CCONJ", 7, "cc"), tok("will", "AUX", 7, "aux"), tok("leave", "VERB", 2, "conj")), 7, 0},
		{"the object of an order", clauseOf(
			tok("Norland", "PROPN", 1, "nsubj"), tok("urged", "VERB", -1, "root"), tok("Sudmark", "PROPN", 1, "obj"),
			tok("to", "PART", 4, "mark"), tok("withdraw", "VERB", 1, "xcomp")), 4, 2},
		{"the noun of a relative clause", clauseOf(
			tok("envoys", "NOUN", -1, "root"), tok("who", "PRON", 2, "nsubj"), tok("met", "VERB", 0, "acl:relcl")), 2, 0},
		{"the noun before the comma of a relative clause that a wrong tree hangs elsewhere", clauseOf(
			tok("Norland", "PROPN", 4, "nsubj"), tok(",", "PUNCT", 3, "punct"), tok("which", "PRON", 3, "nsubj"), tok("agreed", "VERB", 4, "ccomp"),
			tok("said", "VERB", -1, "root")), 3, 0},
		{"the noun behind for before an infinitive", clauseOf(
			tok("Plans", "NOUN", -1, "root"), tok("for", "ADP", 2, "case"), tok("Kovar", "PROPN", 0, "nmod"),
			tok("to", "PART", 4, "mark"), tok("travel", "VERB", 0, "acl")), 4, 2},
		{"nobody", clauseOf(tok("Talks", "NOUN", 2, "nsubj:pass"), tok("were", "AUX", 2, "aux:pass"), tok("held", "VERB", -1, "root")), 2, -1},
	} {
		if got := test.sentence.Subject(test.verb); got != test.want {
			t.Errorf("%s: Subject = %d, want %d", test.name, got, test.want)
		}
	}
}

func TestAPerfectIsNoPassive(t *testing.T) {
	t.Parallel()
	met := Token{Text: "met", UPOS: "VERB", XPOS: "VBN", Head: 0, Deprel: "acl:relcl"}
	s := clauseOf(tok("envoys", "NOUN", -1, "root"), tok("who", "PRON", 3, "nsubj"), tok("have", "AUX", 3, "aux"), met)
	if s.Passive(3) {
		t.Error("envoys who have met were not met")
	}
	if got := s.Subject(3); got != 0 {
		t.Errorf("Subject = %d, want the envoys", got)
	}
}

func TestObject(t *testing.T) {
	t.Parallel()
	active := clauseOf(tok("Envoys", "NOUN", 1, "nsubj"), tok("signed", "VERB", -1, "root"), tok("it", "PRON", 1, "obj"))
	if got := active.Object(1); got != 2 {
		t.Errorf("Object of an active verb = %d, want 2", got)
	}
	participle := Token{Text: "signed", UPOS: "VERB", XPOS: "VBN", Head: 0, Deprel: "acl"}
	reduced := clauseOf(tok("accord", "NOUN", -1, "root"), participle)
	if got := reduced.Object(1); got != 0 {
		t.Errorf("Object of a participle = %d, want the noun it describes", got)
	}
	freed := Token{Text: "freed", UPOS: "VERB", XPOS: "VBN", Head: 2, Deprel: "xcomp"}
	raised := clauseOf(tok("They", "PRON", 2, "nsubj:pass"), tok("are", "AUX", 2, "aux:pass"), tok("expected", "VERB", -1, "root"),
		tok("to", "PART", 5, "mark"), tok("be", "AUX", 5, "aux:pass"), freed)
	if got := raised.Object(5); got != 0 {
		t.Errorf("Object of a passive infinitive = %d, want the subject of the verb over it", got)
	}
}

func TestObjectRelative(t *testing.T) {
	t.Parallel()
	rejected := clauseOf(tok("demands", "NOUN", -1, "root"), tok("that", "SCONJ", 3, "mark"), tok("Norland", "PROPN", 3, "nsubj"), tok("rejected", "VERB", 0, "acl:relcl"))
	if !rejected.ObjectRelative(3) {
		t.Error("what Norland rejected is the demands")
	}
	leave := clauseOf(tok("demands", "NOUN", -1, "root"), tok("that", "SCONJ", 3, "mark"), tok("Norland", "PROPN", 3, "nsubj"), tok("leave", "VERB", 0, "acl"),
		tok("port", "NOUN", 3, "obj"))
	if leave.ObjectRelative(3) {
		t.Error("what Norland is to leave is the port")
	}
}
