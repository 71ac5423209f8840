package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// landsGiven adds a territory where a place is given, taken or claimed, whatever it is called: "agreed to
// hand over the Olsen Islands", "its claim to the valley".
func (f *finder) landsGiven(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		land := -1
		switch {
		case t.UPOS == "VERB" && tables().roles["cedes"][t.Lemma]:
			land = f.landUnder(sentence, token, "obj", "nsubj:pass")
			if subject := s.Subject(token); land < 0 && t.Is("conj") && s.Passive(token) && f.isSoil(sentence, subject) {
				land = subject // "was taken and should be handed back"
			}
			if land < 0 && particleWith(s, token, "over", false) { // the parse may take the particle for a preposition
				land = f.landUnder(sentence, token, "obl")
			}
		case t.UPOS == "NOUN" && tables().roles["landclaims"][t.Lemma]:
			land = f.landUnder(sentence, token, "nmod")
			if land < 0 && t.Is("obj") && tables().roles["controls"][t.Lemma] { // "take control over the valley", drawn to the verb
				land = f.landUnder(sentence, t.Head, "obl")
			}
		}
		sure := func(m lexicon.IssueMatch) bool { return m.First <= land && land <= m.Last && m.Weight >= 4 }
		if land < 0 || slices.ContainsFunc(issues, sure) {
			continue
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: min(token, land), Last: max(token, land), Issue: "territory", Weight: 5})
	}
	return issues
}

// landsOwned adds a territory where a land is held to be somebody's: "recognized the valley as part of Norland",
// "considers it part of its territory", "claims the island"; what is so recognized is no state.
func (f *finder) landsOwned(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for verb := range s.Tokens {
		land := s.Object(verb)
		if !f.claimsLand(sentence, verb, land) && !recognizedPart(s, verb, land) {
			continue
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool {
			return m.First == verb || m.First <= land && land <= m.Last
		})
		issues = append(issues, lexicon.IssueMatch{First: min(verb, land), Last: max(verb, land), Issue: "territory", Weight: 5})
	}
	return issues
}

// recognizedPart tells whether a verb grants a land to a state: "recognized the valley as part of Norland".
func recognizedPart(s *english.Sentence, verb, land int) bool {
	part := partBelow(s, verb)
	if !tables().roles["recognizes"][s.Tokens[verb].Lemma] || land < 0 || part < 0 || !isLand(s, land) {
		return false
	}
	whole := s.Child(part, "nmod")
	return whole >= 0 && s.Tokens[whole].UPOS == "PROPN" // not "as part of a plan"
}

// claimsLand tells whether a verb says that its subject holds a land to be its own: "considers it part of its territory";
// what was claimed at one time may have been taken: "claimed the town on Monday".
func (f *finder) claimsLand(sentence, verb, land int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if land < 0 || t.UPOS != "VERB" || !tables().roles["holdsland"][t.Lemma] || !isLand(s, land) {
		return false
	}
	if part := partBelow(s, verb); part >= 0 && ofOwner(s, part) {
		return true
	}
	return tables().roles["landclaimers"][t.Lemma] && (t.XPOS == "VBZ" || t.XPOS == "VBP") && f.isSoil(sentence, land)
}

// readClaimed reads that a side holds a land to be its own.
func (f *finder) readClaimed(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	land := s.Object(verb)
	if how, denied := moodOf(s, verb); !f.claimsLand(sentence, verb, land) || how != done || denied {
		return false
	}
	holders, own := f.holdersOf(sentence, verb)
	return own && f.takeAll(
		taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .6}, holders,
		[]lexicon.IssueMatch{{First: min(verb, land), Last: max(verb, land), Issue: "territory", Weight: 5}},
	)
}

// readClaimRenewed reads that a side goes on claiming a land: "renewed its claim to the valley".
func (f *finder) readClaimRenewed(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	claim := s.Child(verb, "obj")
	if claim < verb || !tables().roles["landclaims"][s.Tokens[claim].Lemma] || s.Child(claim, "nmod:poss") < 0 || !tables().holds[s.Tokens[verb].Lemma] {
		return false
	}
	land := f.landUnder(sentence, claim, "nmod")
	if land < 0 {
		land = f.landUnder(sentence, verb, "obl")
	}
	_, former, _ := nounStance(s, claim, stanceWord{stance: parley.Demands})
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	if land <= claim || former != "" || how != done || denied || !own {
		return false
	}
	claimed := []lexicon.IssueMatch{{First: claim, Last: land, Issue: "territory", Weight: 5}}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .6}, holders, claimed)
}

// partBelow is the word by which a verb says of a land what it is a part of: "recognized it as part of Norland",
// "claims it as its own"; -1 for none.
func partBelow(s *english.Sentence, verb int) int {
	for token := verb + 1; token < len(s.Tokens); token++ {
		if tables().roles["parts"][s.Tokens[token].Lemma] && s.Dominates(verb, token) {
			return token
		}
	}
	return -1
}

// ofOwner tells whether a part is of who speaks of it: "part of its territory", "its own".
func ofOwner(s *english.Sentence, part int) bool {
	if s.Tokens[part].UPOS == "ADJ" || s.Child(part, "nmod:poss") >= 0 {
		return true
	}
	of := s.Child(part, "nmod")
	return of >= 0 && s.Child(of, "nmod:poss") >= 0
}

// readPart reads that a side says of a land that it is a part of its own: "the islands are part of our territory".
func (f *finder) readPart(sentence, part int) bool {
	s := &f.in.Text.Sentences[sentence]
	land := s.Child(part, "nsubj")
	if !tables().roles["parts"][s.Tokens[part].Lemma] || s.Child(part, "cop") < 0 || land < 0 || !isLand(s, land) {
		return false
	}
	if s.Negated(part) || hypothetical(s, part) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, part)
	of := s.Child(part, "nmod")
	if !spoken || of < 0 || !isLand(s, of) || !ofOwner(s, part) && !f.ownSide(sentence, of, speaker.party) {
		return false
	}
	claimed := []lexicon.IssueMatch{{First: land, Last: of, Issue: "territory", Weight: 4}}
	return f.takeAll(taken{sentence: sentence, token: part, stance: parley.Demands, certainty: .6}, []holder{speaker}, claimed)
}

// landUnder is the land below a word by one of some relations; -1 for none.
func (f *finder) landUnder(sentence, over int, rels ...string) int {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(over) {
		if child < over && !s.Tokens[child].Is("nsubj:pass") || !slices.ContainsFunc(rels, func(rel string) bool { return s.Tokens[child].Is(rel) }) {
			continue
		}
		if s.Tokens[over].UPOS == "NOUN" && !tables().roles["claimedby"][s.Case(child)] {
			continue
		}
		if f.isSoil(sentence, child) {
			return child
		}
	}
	return -1
}

// isSoil tells whether a word is a place that is no state with a voice of its own, or a noun for a stretch of land.
func (f *finder) isSoil(sentence, token int) bool {
	if token < 0 {
		return false
	}
	if tables().roles["soils"][f.in.Text.Sentences[sentence].Tokens[token].Lemma] {
		return true
	}
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		dependency := m.Kind == lexicon.StateMatch && m.Actor.ID != m.Actor.Affiliation
		return m.First <= token && token <= m.Last && (m.Kind == lexicon.PlaceMatch || dependency)
	})
}

// landsLeft adds a withdrawal where a state, an army or an armed group is to leave a stretch of land, or will not:
// "would not leave the five hilltops".
func (f *finder) landsLeft(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for verb := range s.Tokens {
		land := s.Child(verb, "obj")
		if t := &s.Tokens[verb]; land < verb || t.UPOS != "VERB" || !tables().roles["departs"][t.Lemma] || !tables().roles["soils"][s.Tokens[land].Lemma] {
			continue
		}
		who := s.Subject(verb)
		m, ok := f.in.Cast.At(sentence, who)
		how, denied := moodOf(s, verb)
		if who < 0 || !ok || m.Affiliation == "" || how != planned && !denied {
			continue
		}
		if slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Kind == parley.PersonActor }) {
			continue // "the minister will leave the island"
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: verb, Last: land, Issue: "withdrawal", Weight: 4})
	}
	return issues
}

// readBelonging reads that a side says a land is its own: "insists that the valley belongs to it".
func (f *finder) readBelonging(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	land, owner := s.Child(verb, "nsubj"), s.Child(verb, "obl")
	speaker, spoken := f.speakerAt(sentence, verb)
	if !tables().roles["belongs"][s.Tokens[verb].Lemma] || land < 0 || owner < verb || s.Case(owner) != "to" || !spoken || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	_, named := f.in.Cast.At(sentence, owner)
	side := !named && (s.Tokens[owner].UPOS == "PRON" || tables().sides[s.Tokens[owner].Lemma])
	own := side || ofSpeaker(&s.Tokens[owner]) || f.ownSide(sentence, owner, speaker.party)
	if !own || !isLand(s, land) {
		return false
	}
	claimed := []lexicon.IssueMatch{{First: land, Last: owner, Issue: "territory", Weight: 4}}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .5}, []holder{speaker}, claimed)
}

// claimsPart tells whether a predicate says of a land that it is a part of another: "the islands are an integral
// part of Norland".
func (f *finder) claimsPart(sentence, subject, first int) bool {
	s := &f.in.Text.Sentences[sentence]
	for words := range tables().roles["parted"] {
		if standsAt(s, first, words) {
			return isLand(s, subject)
		}
	}
	return false
}

// isLand tells whether a word is a name or a noun for a stretch of land.
func isLand(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	return t.UPOS == "PROPN" || tables().roles["soils"][t.Lemma] || tables().roles["lands"][t.Lemma]
}
