package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// readJudgement reads what a speaker makes of something: "the tariffs are
// unjustified", "it is not possible to advance the talks".
func (f *finder) readJudgement(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	j, ok := tables().judgements[s.Tokens[token].Lemma]
	if how, _ := moodOf(s, token); !ok || hypothetical(s, token) || how == unreal && s.Child(token, "aux") >= 0 || tables().roles["wrongs"][s.Tokens[token].Lemma] {
		return false // readClosed reads "is a violation of"
	}
	if clause := s.Child(token, "csubj", "ccomp"); clause >= 0 && tables().claims[s.Tokens[clause].Lemma] {
		return false // "it is wrong to say that"
	}
	if s.Tokens[token].Is("acl:relcl") && tables().roles["whatever"][s.Tokens[s.Tokens[token].Head].Lemma] {
		return false // "do whatever is necessary"
	}
	if over := s.Tokens[token].Head; over >= 0 && tables().roles["amounts"][s.Tokens[over].Lemma] && (s.Tokens[token].Is("obj") || s.Case(token) == "to") {
		subject := s.Child(over, "nsubj")
		return subject >= 0 && !s.Negated(over) && f.judgeOf(sentence, token, subject, j) // "amounts to blackmail"
	}
	subject := s.Child(token, "nsubj", "csubj", "expl")
	attributed := s.Tokens[token].Is("amod") || s.Tokens[token].Is("obj")
	if subject < 0 && s.Tokens[token].Is("xcomp") { // "remains unacceptable", "called it a mistake"
		subject = s.Child(s.Tokens[token].Head, "nsubj", "obj")
	}
	if over := s.Tokens[token].Head; subject < 0 && s.Tokens[token].Is("ccomp") {
		if subject = s.Child(over, "nsubj:outer"); subject < 0 && s.Child(token, "cop") >= 0 { // "the aid was, he said, 'inadequate'"
			subject = objectBehind(s, over) // "he said the raids were 'unacceptable'", drawn to "said"
		}
	}
	if subject < 0 && s.Tokens[token].Is("conj") { // "puzzling and unjustified"
		if subject = s.Child(s.Tokens[token].Head, "nsubj"); subject >= 0 {
			return f.judgeOf(sentence, token, subject, j)
		}
	}
	if subject < 0 || attributed || subject < token && tables().claims[s.Tokens[subject].Lemma] || merelyWeighs(s, token, subject, j) {
		return false
	}
	return f.judgeOf(sentence, token, subject, j)
}

// judgeOf keeps what a predicate says of a subject.
func (f *finder) judgeOf(sentence, token, subject int, j judgement) bool {
	s := &f.in.Text.Sentences[sentence]
	stance := j.stance
	if s.Negated(token) || s.HasNo(token) || s.HasNo(subject) && s.Tokens[subject].UPOS == "NOUN" || over(s, token) {
		stance = j.negated // "no deal is possible"
	}
	who, ok := f.judge(sentence, token)
	if !ok || stance == "" {
		return false
	}
	var issues []lexicon.IssueMatch
	if stance != parley.Demands || s.Tokens[subject].UPOS != "NOUN" { // not what a thing is needed for: "essential to end the war"
		issues = f.issuesBelow(sentence, token, true)
	}
	if len(issues) == 0 {
		issues = f.issuesInPhrase(sentence, subject)
	}
	for i := range issues {
		issues[i].Issue = becoming(s, token, issues[i])
	}
	if len(issues) > 0 && stance == parley.Demands && (issues[0].Issue == "talks" || issues[0].Issue == other) && s.Child(token, "expl") >= 0 {
		stance = parley.Supports // "it is crucial to mend relations"
	}
	if len(issues) == 0 && stance == parley.Rejects {
		issues, stance = f.termsRefused(sentence, token, subject)
	}
	if stance == parley.Rejects && f.readProviso(sentence, token, who) { // "a deal is impossible without a withdrawal"
		issues, stance = f.issuesInPhrase(sentence, subject), parley.Conditional
	}
	issue, ok := f.pointedAt(sentence, subject)
	if len(issues) == 0 && !ok {
		issues = f.moveOf(sentence, subject, who.party)
	}
	if len(issues) == 0 && stance == parley.Rejects && !ok { // "the incident is unacceptable"
		issues = f.condemnedForce(sentence, subject)
	}
	if ok && len(issues) == 0 {
		t := taken{sentence: sentence, token: token, stance: stance, issue: issue, stated: sentence - 1, certainty: .5}
		for t.who = range each([]holder{who}) {
			f.take(t)
		}
		return true
	}
	return f.takeAll(taken{sentence: sentence, token: token, stance: stance, certainty: .6}, []holder{who}, issues)
}

// readBranding reads what a side calls a thing: "described the sanctions as unjustified".
func (f *finder) readBranding(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj")
	if over := s.Tokens[verb].Head; object < 0 && over >= 0 && s.Tokens[verb].Is("acl") && s.Tokens[over].Lemma == "what" {
		object = over
	}
	if !tables().roles["brands"][s.Tokens[verb].Lemma] || object < 0 {
		return false
	}
	if s.Tokens[object].Lemma == "what" {
		return f.readBrandedNoun(sentence, verb)
	}
	for child := object + 1; child < len(s.Tokens); child++ {
		j, ok := brand(s, child)
		of := s.Tokens[child].Head == verb && (s.Tokens[child].Is("xcomp") || s.Tokens[child].Is("obj") || preposition(s, child) == "as") ||
			s.Tokens[child].Head == object && (s.Tokens[child].UPOS == "ADJ" || s.Tokens[child].Is("nmod") && s.Case(child) == "") || // "called the plans 'unjust'", drawn to the noun
			s.Tokens[child].UPOS == "ADJ" && s.Tokens[child].Is("conj") && s.Tokens[s.Tokens[child].Head].UPOS == "PROPN" && s.Dominates(object, child) || // "called the deal between Norland and Sudmark illegal"
			drawnIn(s, object, child)
		if !ok || !of || j.stance == "" {
			continue
		}
		how, denied := moodOf(s, verb)
		holders, own := f.holdersOf(sentence, verb)
		if denied || how != done || !own {
			return false
		}
		t := taken{sentence: sentence, token: child, stance: j.stance, certainty: .6}
		if drawnIn(s, object, child) {
			t.token = verb
		}
		issues := narrow(f.targets(sentence, object, scope{itself: true, fellows: true, without: child}))
		if len(issues) == 0 && tables().plans["noun"][s.Tokens[object].Lemma] { // "called the draft unacceptable"
			issues = []lexicon.IssueMatch{{First: object, Last: object, Issue: "deal", Weight: 3}}
		}
		return f.takeAll(t, holders, issues)
	}
	return false
}

// brand is the judgement that a word passes on what it is said of, by itself or with those around it: "unjust",
// "an act of war".
func brand(s *english.Sentence, token int) (judgement, bool) {
	if j, ok := tables().judgements[s.Tokens[token].Lemma]; ok {
		return j, true
	}
	first := token
	if article := s.Child(token, "det"); article >= 0 {
		first = article
	}
	if s.Tokens[token].UPOS != "NOUN" {
		return judgement{}, false
	}
	return closedAt(s, first)
}

// drawnIn tells whether the parse has drawn what a thing is called into the clause that says what the
// thing is: "called the demand to stop arms deliveries a mistake", "described it as unjust".
func drawnIn(s *english.Sentence, object, word int) bool {
	verb := s.Tokens[word].Head
	if verb < 0 || verb == object || s.Tokens[verb].UPOS != "VERB" || !s.Dominates(object, verb) {
		return false
	}
	return preposition(s, word) == "as" || s.Tokens[word].Is("obj") && s.Child(verb, "obj") != word
}

// readBrandedNoun reads what a side calls a thing by a word before it: "what it described as
// Norland's 'unjustifiable' raids".
func (f *finder) readBrandedNoun(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for thing := range s.Children(verb) {
		if thing < verb || preposition(s, thing) != "as" && !s.Tokens[thing].Is("xcomp") {
			continue
		}
		for word := range s.Children(thing) {
			how, denied := moodOf(s, verb)
			if tables().judgements[s.Tokens[word].Lemma].stance != parley.Rejects || denied || how != done || word > thing {
				continue
			}
			holders, own := f.holdersOf(sentence, verb)
			return own && f.takeAll(taken{sentence: sentence, token: word, stance: parley.Rejects, certainty: .6}, holders, f.issuesUnder(sentence, thing))
		}
	}
	return false
}

// readBreach reads that a speaker holds something to be against the law, harmful or of no use: "the
// sanctions violate the charter", "sanctions do not help".
func (f *finder) readBreach(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj")
	lemma, denied := s.Tokens[verb].Lemma, s.Negated(verb)
	useless := tables().roles["avails"][lemma] && denied || tables().roles["fails"][lemma] && !denied
	if subject < 0 || s.Passive(verb) || hypothetical(s, verb) || !useless && (denied || !tables().roles["breaches"][lemma]) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if how, _ := moodOf(s, verb); !spoken || how == unreal || f.ownSide(sentence, subject, speaker.party) {
		return false
	}
	issues := f.issuesInPhrase(sentence, subject)
	if useless {
		issues = slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool { return !tables().aims["issues"][m.Issue] }) // not "the truce has failed"
	}
	if len(issues) == 0 && !useless {
		issues = f.moveOf(sentence, subject, speaker.party)
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Rejects, certainty: .5}, []holder{speaker}, issues)
}

// moveOf is what a text is about, where a noun calls a deed of another party in it by no name of its
// own: "the Norlandic move".
func (f *finder) moveOf(sentence, noun int, party string) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	issue := f.topic()
	if issue == other || !tables().pointers[s.Tokens[noun].Lemma] || !slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return ofOther(&m, party) && s.Dominates(noun, m.Last)
	}) {
		return nil
	}
	return []lexicon.IssueMatch{{First: noun, Last: noun, Issue: issue, Weight: 3}}
}

// judge is whose a judgement is: the party that it is "to" or "for", or the
// speaker.
func (f *finder) judge(sentence, token int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(token) {
		if c := s.Case(child); (c == "to" || c == "for") && (s.Tokens[child].Is("obl") || s.Tokens[child].Is("nmod")) {
			if m, ok := f.in.Cast.At(sentence, child); ok {
				if holders := f.holdersBy(m); len(holders) > 0 {
					speaker, spoken := f.speakerAt(sentence, token)
					own := spoken && speaker.isOf(holders[0].party)
					return holders[0], own || tables().judgements[s.Tokens[token].Lemma].stance != parley.Demands // the outlet's "vital for Norland" is not Norland's
				}
			}
		}
	}
	return f.speakerAt(sentence, token)
}

// readUndecided reads that somebody has not made up his mind: "no decision has
// been made on the venue", "the offer is under review".
func (f *finder) readUndecided(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	var about int
	switch t := &s.Tokens[token]; {
	case tables().roles["decisions"][t.Lemma]:
		about = s.Clause(token)
		if !s.HasNo(token) && !s.Negated(about) {
			return false
		}
	case tables().roles["unclear"][t.Lemma]:
		return f.readUnclear(sentence, token)
	case tables().roles["reviews"][t.Lemma] && s.Case(token) == "under" && !t.Is("nmod"):
		if about = s.Clause(token); tables().roles["comes"][s.Tokens[about].Lemma] { // "the report came under consideration"
			return false
		}
	default:
		return false
	}
	who, ok := f.undecided(sentence, token, about)
	if !ok || hypothetical(s, token) {
		return false
	}
	issues := f.aboutDecision(sentence, token, about)
	return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Undecided, certainty: .6}, []holder{who}, issues)
}

// readUnclear reads that nobody can tell what a party will do: "it was unclear
// whether Norland would join the sanctions".
func (f *finder) readUnclear(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	clause := s.Child(token, "ccomp", "csubj", "advcl")
	if clause < 0 || !marked(s, clause, "whether") && !marked(s, clause, "if") {
		return false
	}
	holders, own := f.holdersOf(sentence, clause)
	issues := f.issuesBelow(sentence, clause, false)
	return own && f.takeAll(taken{sentence: sentence, token: token, stance: parley.Undecided, certainty: .5}, holders, issues)
}

// undecided is who has not made up his mind: the subject of "has made no
// decision", or the speaker.
func (f *finder) undecided(sentence, token, verb int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	if verb != token && s.Tokens[verb].UPOS == "VERB" && !s.Passive(verb) && s.Tokens[token].Is("obj") {
		holders, own := f.holdersOf(sentence, verb)
		if len(holders) == 1 && own {
			return holders[0], true
		}
	}
	return f.speakerAt(sentence, token)
}

// aboutDecision are the issues of what is to be decided; where the clause names
// none, that of the clause that it follows.
func (f *finder) aboutDecision(sentence, token, clause int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	everything := scope{subject: true, itself: true, fellows: true, without: -1}
	issues := best(f.targets(sentence, token, everything))
	if len(issues) == 0 {
		issues = best(f.targets(sentence, clause, everything))
	}
	if head := s.Tokens[clause].Head; len(issues) == 0 && head >= 0 && s.Tokens[clause].Is("conj") {
		issues = best(f.targets(sentence, head, scope{subject: true, without: clause}))
	}
	return issues
}

// excepted tells whether a word of a coordination is set apart by a time that is
// over: "Norland and, until recently, Sudmark".
func excepted(s *english.Sentence, token int) bool {
	for i := max(0, token-6); i < token; i++ {
		if strings.EqualFold(s.Tokens[i].Text, "until") && i+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[i+1].Text, "recently") {
			return true
		}
	}
	return false
}

// merelyWeighs tells whether a predicate says no more of a thing than that it weighs: "the proposals are important"; but
// "it is important to talk".
func merelyWeighs(s *english.Sentence, token, subject int, j judgement) bool {
	return j.stance == parley.Supports && tables().roles["weighty"][s.Tokens[token].Lemma] && s.Tokens[subject].UPOS == "NOUN"
}
