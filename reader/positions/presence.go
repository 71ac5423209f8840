package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readKeeping reads that a side will leave its troops where they are: "will keep its troops on the hill".
func (f *finder) readKeeping(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj")
	if !tables().roles["keeps"][s.Tokens[verb].Lemma] || object < verb || !ownTroops(s, object) || s.Child(verb, "obl") < 0 && s.Child(object, "nmod") < 0 {
		return false
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	return !denied && own && how == planned && f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .5}, holders, []lexicon.IssueMatch{{First: verb, Last: object, Issue: "withdrawal", Weight: 4}})
}

// ownTroops tells whether a noun is one for somebody's troops: "its soldiers".
func ownTroops(s *english.Sentence, noun int) bool {
	return tables().forces[s.Tokens[noun].Lemma] && s.Child(noun, "nmod:poss") >= 0
}

// readStaying reads that a speaker's troops are to be where they are: "our troops will stay on the hill".
func (f *finder) readStaying(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj")
	if !tables().roles["abides"][s.Tokens[verb].Lemma] || subject < 0 || !tables().forces[s.Tokens[subject].Lemma] || s.Child(verb, "obl", "advmod") < verb {
		return false
	}
	how, denied := moodOf(s, verb)
	speaker, spoken := f.speakerAt(sentence, verb)
	owner := s.Child(subject, "nmod:poss")
	own := f.ownSide(sentence, subject, speaker.party) || owner >= 0 && s.Tokens[owner].UPOS == "PRON" // "says its troops will stay"
	others := s.Child(subject, "amod", "nmod", "nmod:poss") >= 0 && !own
	if how != planned || denied || !spoken || others {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .5}, []holder{speaker}, []lexicon.IssueMatch{{First: subject, Last: verb, Issue: "withdrawal", Weight: 4}})
}

// readUse reads that a side will not let its land, waters or bases be used against another: "will not allow its
// airspace to be used against Sudmark".
func (f *finder) readUse(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	use := s.Child(verb, "xcomp", "ccomp", "advcl")
	if use < verb || !tables().roles["uses"][s.Tokens[use].Lemma] || !tables().roles["lets"][s.Tokens[verb].Lemma] {
		return false
	}
	against := false
	for child := range s.Children(use) {
		c := s.Case(child)
		attack := c == "for" && f.namesForce(sentence, child)
		against = against || child > use && (c == "against" || attack)
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	return against && denied && own && how.ahead() && f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .5}, holders, []lexicon.IssueMatch{{First: verb, Last: use, Issue: "military-action", Weight: 4}})
}
