package events

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// Acts reads the verbal acts of a text: who demands, rejects, blames, threatens,
// supports or concedes what of whom, in the order in which they are first told.
func Acts(in Input) []parley.Event {
	f := newFinder(in)
	for sentence := range in.Text.Sentences {
		for _, t := range append(f.triggers(sentence, Verbal), f.duties(sentence)...) {
			m, ok := f.read(t)
			if ok && partisan(m.actors) && m.status.is != parley.Cancelled && m.status.is != parley.Denied {
				f.found = append(f.found, m)
			}
		}
	}
	return f.merge()
}

// Word is a word that reports an event or a verbal act.
type Word struct {
	Sentence, Token int
	Sense           lexicon.Verb
	// Status is how far it has come, "" where the text does not say that it
	// takes place.
	Status parley.Status
}

// Words are all words of a text that report an event or a verbal act, whoever
// takes part in it.
func Words(in Input) []Word {
	f := newFinder(in)
	var words []Word
	for sentence := range in.Text.Sentences {
		for _, t := range append(f.triggers(sentence, func(lexicon.Verb) bool { return true }), f.duties(sentence)...) {
			st, _ := f.status(t)
			words = append(words, Word{Sentence: t.sentence, Token: t.token, Sense: t.sense, Status: st.is})
		}
	}
	return words
}

// completed is who does what completes an act: the subject of the clause behind
// "demands that".
func (f *finder) completed(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for _, rel := range []string{"ccomp", "xcomp"} {
		if clause := s.Child(t.token, rel); clause >= 0 {
			if subject := s.Child(clause, "nsubj"); subject >= 0 {
				return f.fillersAt(t.sentence, subject)
			}
			return f.object(t.sentence, clause)
		}
	}
	return nil
}

// duties are the clauses that say what another side must do: "Norland says that
// Sudmark must withdraw" is a demand. The verb of saying is the trigger.
func (f *finder) duties(sentence int) []trigger {
	s := &f.in.Text.Sentences[sentence]
	sense := lexicon.Verb{Word: "must", Type: parley.Request, Code: "100", Actors: []string{"subj"}, Recipients: []string{"comp"}}
	var found []trigger
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !t.Is("ccomp") || t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" || s.Child(token, "nsubj") < 0 {
			continue
		}
		switch s.Tokens[t.Head].Lemma {
		case "say", "tell", "state", "insist", "stress", "add", "declare", "reiterate":
		default:
			continue
		}
		for child := range s.Children(token) {
			if s.Tokens[child].Is("aux") && (s.Tokens[child].Lemma == "must" || s.Tokens[child].Lemma == "should" || s.Tokens[child].Lemma == "ought") {
				found = append(found, trigger{sentence: sentence, token: t.Head, sense: sense, support: -1})
			}
		}
	}
	return found
}
