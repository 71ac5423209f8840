package positions

import "strings"

// decreedBy is the side that does what it announces without a word for who does it, "announced that the talks would be
// suspended", or what it says is done to a thing of its own, "said its sanctions would be lifted".
func (f *finder) decreedBy(sentence, verb int) []holder {
	s := &f.in.Text.Sentences[sentence]
	thing, over := s.Child(verb, "nsubj:pass"), s.Tokens[verb].Head
	if thing < 0 || over < 0 || s.Child(verb, "obl:agent") >= 0 || !s.Tokens[verb].Is("ccomp") && !s.Tokens[verb].Is("acl") {
		return nil
	}
	cued := f.cuedBy(sentence, over)
	if len(cued) == 0 || s.Passive(over) {
		return nil
	}
	speaker := cued[0]
	if f.ofAnother(sentence, thing, speaker.party) || f.ownedByAnother(sentence, thing, speaker.party) {
		return nil
	}
	if !tables().roles["settles"][s.Tokens[over].Lemma] && !f.ownThing(sentence, thing, speaker.party) {
		return nil
	}
	return cued
}

// ownedByAnother tells whether a thing is told to be another party's: "Sudmark's sanctions".
func (f *finder) ownedByAnother(sentence, thing int, party string) bool {
	owner := f.in.Text.Sentences[sentence].Child(thing, "nmod:poss")
	m, ok := f.in.Cast.At(sentence, max(0, owner))
	return owner >= 0 && ok && m.Affiliation != party
}

// ownThing tells whether a thing is told to be a party's own: "its sanctions", "Norlandic sanctions".
func (f *finder) ownThing(sentence, thing int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if owner := s.Child(thing, "nmod:poss"); owner >= 0 {
		m, ok := f.in.Cast.At(sentence, owner)
		word := strings.ToLower(s.Tokens[owner].Text)
		return ok && m.Affiliation == party || !ok && (word == "its" || word == "our")
	}
	of, ok := f.demonymOf(sentence, thing, thing)
	return ok && of.party == party
}
