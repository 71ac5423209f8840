package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readSummons reads why a side calls in the envoy of another: "summoned the ambassador to explain the shooting", "over
// the raids".
func (f *finder) readSummons(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	envoy := s.Child(verb, "obj", "nsubj:pass")
	if !tables().roles["summons"][s.Tokens[verb].Lemma] || envoy < 0 || !tables().roles["envoys"][singular(s.Tokens[envoy].Lemma)] {
		return false
	}
	how, denied := moodOf(s, verb)
	if denied || how != done && how != planned {
		return false
	}
	holders, own := f.summoners(sentence, verb)
	if !own {
		return false
	}
	t := taken{sentence: sentence, token: verb, certainty: .6}
	for _, over := range []int{verb, envoy} {
		for why := range s.Children(over) {
			if why < envoy && over == verb && !s.Passive(verb) {
				continue
			}
			switch c := s.Case(why); {
			case s.Infinitive(why) && f.answered(sentence, why), c == "for" && tables().roles["answers"][s.Tokens[why].Lemma]:
				t.stance = parley.Demands
				return f.takeAll(t, holders, []lexicon.IssueMatch{{First: why, Last: why, Issue: "reparations-accountability", Weight: 3}})
			case (c == "over" || c == "about" || c == "at") && why > verb:
				t.stance = parley.Rejects
				if f.takeAll(t, holders, f.issuesInPhrase(sentence, why)) {
					return true
				}
			}
		}
	}
	return false
}

// answered tells whether a verb tells an answer, or that somebody wants one: "to clarify", "to obtain an explanation".
func (f *finder) answered(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj")
	return tables().roles["answers"][s.Tokens[verb].Lemma] || object >= 0 && tables().roles["answers"][singular(s.Tokens[object].Lemma)]
}

// summoners are those who call an envoy in: the subject or, where the envoy is that, who tells it.
func (f *finder) summoners(sentence, verb int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	if !s.Passive(verb) {
		return f.holdersOf(sentence, verb)
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	envoy, told := f.in.Cast.At(sentence, s.Child(verb, "nsubj:pass"))
	return []holder{speaker}, spoken && !(told && speaker.isOf(envoy.Affiliation))
}
