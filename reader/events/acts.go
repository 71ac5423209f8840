package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
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

// duties are the words of saying over what another side must do or has done
// wrong: "Norland says that Sudmark must withdraw" is a demand, "... that it
// shelled the town" an accusation.
func (f *finder) duties(sentence int) []trigger {
	s := &f.in.Text.Sentences[sentence]
	var found []trigger
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !t.Is("ccomp") || t.Head < 0 || !says[s.Tokens[t.Head].Lemma] || s.Child(token, "nsubj") < 0 {
			continue
		}
		sense := lexicon.Verb{Word: s.Tokens[t.Head].Lemma, Actors: []string{"subj"}, Recipients: []string{"comp"}}
		switch {
		case f.obliged(s, token):
			sense.Type, sense.Code = parley.Request, "100"
		case f.blames(sentence, t.Head, token):
			sense.Type, sense.Code = parley.Accuse, "112"
		default:
			continue
		}
		found = append(found, trigger{sentence: sentence, token: t.Head, sense: sense, support: -1})
	}
	return found
}

var says = map[string]bool{"say": true, "tell": true, "state": true, "insist": true, "stress": true, "add": true, "declare": true, "reiterate": true, "claim": true, "report": true}

func (f *finder) obliged(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		switch t := &s.Tokens[child]; t.Lemma {
		case "must", "should", "ought":
			return t.Is("aux")
		}
	}
	return false
}

// blames tells whether one side says of another that it attacked or coerced.
func (f *finder) blames(sentence, saying, verb int) bool {
	hostile := func(v lexicon.Verb) bool { return v.Type == parley.Assault || v.Type == parley.Coerce }
	if !slices.ContainsFunc(f.triggers(sentence, hostile), func(t trigger) bool { return t.token == verb }) {
		return false
	}
	speakers, doers := f.subject(sentence, saying), f.subject(sentence, verb)
	return partisan(speakers) && partisan(doers) && speakers[0].side != doers[0].side
}
