package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readGoal reads what a side says that it is after: "our aim is to end the war", "the goals
// of the operation are the release of the hostages".
func (f *finder) readGoal(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	noun := s.Child(token, "nsubj", "nsubj:outer")
	still := noun < 0 && staysOn(s, token) // "our goal remains"
	if still {
		noun = s.Child(s.Tokens[token].Head, "nsubj")
	}
	if noun < 0 || !still && s.Child(token, "cop") < 0 || s.Negated(token) || hypothetical(s, token) {
		return false
	}
	way := onlyWay(s, noun) || s.Case(token) == "through" && tables().roles["ways"][s.Tokens[noun].Lemma] // "the way forward is through talks"
	line, _ := stanceAt(s, noun)
	if !way && !tables().roles["goals"][s.Tokens[noun].Lemma] && !whatIsNeeded(s, noun) && line.stance != parley.RedLine {
		return false
	}
	var holders []holder
	who, spoken := f.speakerAt(sentence, token)
	if owner := f.ownerOf(sentence, noun); owner >= 0 && !ofSpeaker(&s.Tokens[owner]) {
		holders, _ = f.holdersOf(sentence, noun)
	}
	if spoken && (len(holders) == 0 || holders[0].party == who.party) {
		holders = []holder{who}
	}
	stance := parley.Demands
	if s.Infinitive(token) || way {
		stance = parley.Supports
	}
	if line.stance == parley.RedLine { // "our red line is enrichment"
		stance = parley.RedLine
	}
	means := s.Child(token, "advcl") // "is to win by blocking the aid"
	issues := best(f.targets(sentence, token, scope{itself: true, fellows: true, without: means}))
	for i := range issues {
		if d, _ := deedAt(s, token, issues[i].Issue, false); d.planned != parley.Threatens {
			issues[i].Issue = d.makes(s, issues[i])
		}
	}
	if len(issues) > 0 && issues[0].Issue == "territory" {
		stance = parley.Demands // "the goal is to take control of the valley"
	}
	return f.takeAll(taken{sentence: sentence, token: token, stance: stance, certainty: .5}, holders, issues)
}

// staysOn tells whether a word says what something remains, or, behind "on", what it remains on: "our focus remains on
// freeing them".
func staysOn(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	if t.Head < 0 || !tables().roles["staysso"][s.Tokens[t.Head].Lemma] {
		return false
	}
	return t.Is("xcomp") || t.Is("obl") && s.Case(token) == "on" || t.Is("advcl") && marked(s, token, "on")
}

// whatIsNeeded tells whether a subject is what there is need of: "what we need is a truce".
func whatIsNeeded(s *english.Sentence, subject int) bool {
	clause := s.Child(subject, "acl")
	if s.Tokens[subject].Lemma != "what" || clause < 0 || s.Negated(clause) || s.Child(clause, "xcomp") >= 0 {
		return false
	}
	return tables().roles["lacks"][s.Tokens[clause].Lemma]
}

// onlyWay tells whether a noun is that of the only way out: "the only solution is dialogue".
func onlyWay(s *english.Sentence, noun int) bool {
	if !tables().roles["ways"][s.Tokens[noun].Lemma] {
		return false
	}
	for child := range s.Children(noun) {
		if tables().roles["sole"][strings.ToLower(s.Tokens[child].Text)] {
			return true
		}
	}
	return false
}

// readLies reads where a speaker sees the way out: "the solution lies in talks".
func (f *finder) readLies(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	way := s.Child(verb, "nsubj")
	if !tables().roles["lies"][s.Tokens[verb].Lemma] || way < 0 || !tables().roles["ways"][s.Tokens[way].Lemma] || s.Negated(verb) || hypothetical(s, verb) {
		return false
	}
	where, who := s.Child(verb, "obl"), []holder{}
	if speaker, spoken := f.speakerAt(sentence, verb); spoken {
		who = append(who, speaker)
	}
	return where >= 0 && s.Case(where) == "in" && f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Supports, certainty: .5}, who, f.issuesInPhrase(sentence, where))
}

// readOpenDoor reads that somebody holds the door open for a thing: "the door to talks remains
// open".
func (f *finder) readOpenDoor(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	door := s.Child(token, "nsubj")
	if over := s.Tokens[token].Head; door < 0 && s.Tokens[token].Is("xcomp") && over >= 0 {
		door = s.Child(over, "nsubj")
	}
	if !tables().roles["agape"][strings.ToLower(s.Tokens[token].Text)] || door < 0 || !tables().roles["doors"][s.Tokens[door].Lemma] || s.Negated(token) || hypothetical(s, token) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, token)
	if !spoken {
		return false
	}
	issues := append(f.targets(sentence, token, scope{without: -1}), f.targets(sentence, door, scope{without: -1})...)
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Supports, certainty: .5}, []holder{speaker}, best(issues))
}

// readTimely reads what a side says that it is time for: "it is time for Norland to withdraw", "now is not the time for
// sanctions".
func (f *finder) readTimely(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["moment"][s.Tokens[noun].Lemma] || hypothetical(s, noun) ||
		s.Child(noun, "cop") < 0 || s.Child(noun, "acl", "nmod", "advcl") < 0 {
		return false
	}
	who, spoken := f.speakerAt(sentence, noun)
	if !spoken {
		return false
	}
	if quoted(s, noun) && s.Tokens[s.Child(noun, "cop")].XPOS == "VBD" {
		return false // "it was time to act," he said of what was done
	}
	issues := best(f.targets(sentence, noun, scope{without: -1}))
	for i := range issues {
		d, _ := deedAt(s, max(0, s.Child(noun, "acl", "advcl")), issues[i].Issue, false)
		issues[i].Issue = d.makes(s, issues[i])
	}
	stance := parley.Demands
	if s.Negated(noun) {
		if which := s.Child(noun, "amod"); which >= 0 && !tables().roles["apt"][s.Tokens[which].Lemma] {
			return false // "this is not the first time"
		}
		stance = parley.Rejects
	}
	return f.takeAll(taken{sentence: sentence, token: noun, stance: stance, certainty: .5}, []holder{who}, issues)
}

// readOnly reads that a speaker holds one thing to be the way out: "only a political solution
// will end the war".
func (f *finder) readOnly(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	verb := s.Tokens[noun].Head
	if !s.Tokens[noun].Is("nsubj") || verb < 0 || hypothetical(s, verb) {
		return false
	}
	only := false
	for child := range s.Children(noun) {
		only = only || child < noun && s.Tokens[child].Lemma == "only" && s.Tokens[child].UPOS == "ADV"
	}
	how, told := auxiliaryMood(s, verb)
	who, spoken := f.speakerAt(sentence, noun)
	if !only || !spoken || !told || !how.ahead() || s.Negated(verb) {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: noun, stance: parley.Supports, certainty: .5}, []holder{who}, f.issuesInPhrase(sentence, noun))
}

// readHeld reads that a side says that a place is to be its own: "the valley will be under
// our control".
func (f *finder) readHeld(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["controls"][s.Tokens[token].Lemma] || s.Case(token) != "under" || s.Child(token, "cop") < 0 {
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
	issue := lexicon.IssueMatch{First: token, Last: token, Issue: "territory", Weight: 4}
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Demands, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{issue})
}
