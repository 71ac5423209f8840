package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readGoal reads what a side says that it is after: "our aim is to end the war", "the goals
// of the operation are the release of the hostages".
func (f *finder) readGoal(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	noun := s.Child(token, "nsubj", "nsubj:outer")
	if noun < 0 || !tables().roles["goals"][s.Tokens[noun].Lemma] || s.Child(token, "cop") < 0 || s.Negated(token) || hypothetical(s, token) {
		return false
	}
	var holders []holder
	if who, spoken := f.speakerAt(sentence, token); spoken {
		holders = append(holders, who)
	} else if f.ownerOf(sentence, noun) >= 0 {
		holders, _ = f.holdersOf(sentence, noun)
	}
	stance := parley.Demands
	if s.Infinitive(token) {
		stance = parley.Supports
	}
	means := s.Child(token, "advcl") // "is to win by blocking the aid"
	return f.takeAll(taken{sentence: sentence, token: token, stance: stance, certainty: .5}, holders, best(f.targets(sentence, token, scope{itself: true, fellows: true, without: means})))
}

// readHeld reads that a side says that a place is to be its own: "the valley will be under
// our control".
func (f *finder) readHeld(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[token].Lemma != "control" || s.Case(token) != "under" || s.Child(token, "cop") < 0 {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, token)
	word, denied := modalOver(s, token)
	own := f.ownSide(sentence, token, speaker.party) || slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Actor.Affiliation == speaker.party && modifierOf(s, token, m.Last)
	})
	if !spoken || !own || denied || word != "will" && word != "must" {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Demands, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{{First: token, Last: token, Issue: "territory", Weight: 4}})
}
