package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readOutcome reads what a speaker warns another side not to do, or to do, lest a thing come to nothing: "the talks will
// fail if Sudmark insists on a blockade", "there will be no deal unless it withdraws".
func (f *finder) readOutcome(sentence, clause int) {
	s := &f.in.Text.Sentences[sentence]
	act := s.Tokens[clause].Head
	if !s.Tokens[clause].Is("advcl") || act < 0 || !conditionAt(s, clause) {
		return
	}
	if over := s.Tokens[act].Head; s.Tokens[act].Lemma == "long" && over >= 0 {
		act = over // "as long as its troops remain"
	}
	if said := s.Child(act, "ccomp"); said > clause && said < act {
		act = said // "if it does not withdraw, the talks will fail, he warned"
	}
	speaker, spoken := f.speakerAt(sentence, clause)
	if !spoken || !f.comesToNothing(sentence, act) {
		return
	}
	subject := s.Child(clause, "nsubj", "nsubj:pass")
	if subject < 0 || f.ownSide(sentence, subject, speaker.party) {
		return
	}
	undone := waitsFor(s, clause) != s.Negated(clause)
	deed := clause
	if w, _ := stanceAt(s, clause); w.stance == parley.Rejects && !undone {
		if below := ownDeed(s, clause); below >= 0 { // "if it refuses to withdraw"
			deed, undone = below, true
		}
	}
	t := taken{sentence: sentence, token: deed, stance: parley.Rejects, certainty: .5}
	if undone {
		t.stance = parley.Demands
	}
	var issues []lexicon.IssueMatch
	for _, m := range best(f.targets(sentence, deed, scope{subject: s.Passive(deed), itself: true, fellows: true, without: -1})) {
		if broad(m.Issue) {
			continue
		}
		if undone {
			m.Issue = becoming(s, clause, m)
			d, _ := deedAt(s, deed, m.Issue, false)
			m.Issue = d.makes(s, m)
		}
		issues = append(issues, m)
	}
	if stays := tables().forces[s.Tokens[subject].Lemma] && tables().roles["remains"][s.Tokens[deed].Lemma]; stays && !undone {
		t.stance, issues = parley.Demands, []lexicon.IssueMatch{{First: deed, Last: deed, Issue: "withdrawal", Weight: 4}} // "as long as the troops remain"
	} else if t.stance == parley.Rejects && !f.otherSide(sentence, subject, speaker.party) {
		return
	}
	if len(issues) > 0 && issues[0].Issue == "governance-elections" && tables().roles["abides"][s.Tokens[deed].Lemma] && !undone {
		t.stance = parley.Demands // "as long as he remains in power"
	}
	f.takeAll(t, []holder{speaker}, issues)
}

// comesToNothing tells whether a clause says that talks, a deal or a truce will fail or not be: "the talks will collapse",
// "no deal is possible".
func (f *finder) comesToNothing(sentence, act int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(act, "nsubj")
	if subject < 0 || s.Passive(act) {
		return false
	}
	none := s.HasNo(subject) || s.Negated(act) || opensClause(s, act, "nowhere")
	is, lemma := tables().roles, s.Tokens[act].Lemma
	switch how, _ := auxiliaryMood(s, act); {
	case lemma == "be" && s.Child(act, "expl") >= 0:
		if !s.HasNo(subject) || !how.ahead() {
			return false
		}
	case s.Tokens[act].UPOS == "ADJ":
		if !none || tables().judgements[lemma].negated != parley.Rejects || tables().roles["acceptable"][strings.ToLower(lemma)] {
			return false
		}
	case !how.ahead(), is["founders"][lemma] == none, !is["founders"][lemma] && !is["succeeds"][lemma]:
		return false
	}
	for _, m := range f.issuesInPhrase(sentence, subject) {
		if m.Issue != "enrichment" && (refusable(m.Issue) || refusable(f.matterOf(sentence, m))) { // "the trade talks"
			return true
		}
	}
	return false
}

// readRestless reads what somebody says that he will not rest without: "we will not stop until the captives are home".
func (f *finder) readRestless(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	clause := s.Child(verb, "advcl")
	how, denied := moodOf(s, verb)
	if !tables().roles["rests"][s.Tokens[verb].Lemma] || s.Child(verb, "obj", "xcomp") >= 0 || clause < verb || !marked(s, clause, "until") || how != planned || !denied {
		return false
	}
	holders, own := f.holdersOf(sentence, verb)
	issues := best(f.targets(sentence, clause, scope{subject: true, itself: true, without: -1}))
	if len(holders) == 0 || !own || len(issues) == 0 {
		return false
	}
	stance := parley.Demands
	if threatened(issues[0].Issue) { // "until the enemy is defeated"
		stance = parley.Threatens
	}
	return f.takeAll(taken{sentence: sentence, token: clause, stance: stance, certainty: .5}, holders, issues)
}
