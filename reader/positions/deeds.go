package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/attribution"
)

// readDeed reads where a party stands on an issue from what it does about it.
func (f *finder) readDeed(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !knownDeed(s, token) || s.Tokens[token].Is("amod") || noDeed(s, token) || adjectival(s, token) {
		return false
	}
	how, denied := moodOf(s, token)
	denied = denied || over(s, token)
	if object := s.Child(token, "obj"); object >= 0 && s.HasNo(object) { // "will hold no talks"
		denied = !denied
	}
	if f.readPersistence(sentence, token, how, denied) {
		return true
	}
	keeps := tables().roles["keeps"][s.Tokens[token].Lemma] // "kept talking"
	if how == done && (keeps || f.bygone(sentence, token) || s.Tokens[token].Is("acl") && s.Tokens[token].XPOS == "VBN") || s.Child(token, "compound:prt") >= 0 && !withParticle(s, token) {
		return false
	}
	decreed := f.decreedBy(sentence, token)
	if how == unreal || how == owed || f.subjectOf(sentence, token) < 0 && len(decreed) == 0 || governedByStance(s, token) && !f.commanded(sentence, token) && len(decreed) == 0 {
		return false
	}
	holders, own := f.holdersOf(sentence, token)
	if len(decreed) > 0 {
		holders, own = decreed, true
	}
	if len(holders) == 0 || !own {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, token)
	if !spoken && (how != done && f.foretold(sentence, token) || how == possible && denied) {
		return false // that Norland "cannot strike" tells what it is able to do, unless it says so
	}
	self := spoken && speaker.party == holders[0].party
	if !self && imagined(s, token) && underPlan(s, token) {
		return false // "under the plan, Norland would withdraw" tells what is proposed
	}
	read := false
	for _, issue := range f.issuesOfDeed(sentence, token, denied, holders[0].party) {
		if f.ownArms(taken{sentence: sentence, issue: issue, who: holders[0]}) {
			issue.Issue, issue.Weight = "disarmament", 4
		}
		if f.pactOfSides(sentence, token, issue, how, holders) || f.planOfOther(sentence, issue, holders[0].party) {
			issue.Weight = 4
		}
		stance, ok := stanceOfDeed(s, token, issue, f.matterOf(sentence, issue), how, denied, self)
		d, _ := deedAt(s, token, issue.Issue, self)
		if !ok || f.noMatter(sentence, token, issue, how, holders[0].party) || read && d.issue == "*" { // "escalate the war and the blockade"
			continue
		}
		if !(denied && f.waits(sentence, token, holders[0])) {
			issue.Issue = d.makes(s, issue)
		}
		if how == planned && stance == parley.Demands && yetToTake(s, token) {
			stance, issue.Issue = parley.Threatens, "military-action"
		}
		if issue = f.dealtWith(sentence, token, issue); issue.Issue == other && stance == parley.Threatens {
			issue.Issue = f.steps(sentence, issue) // "will take the necessary measures"
		}
		f.takeAll(taken{sentence: sentence, token: token, stance: stance, certainty: .6}, holders, []lexicon.IssueMatch{issue})
		read = true
	}
	return read
}

// yetToTake tells whether a verb says by a helper that somebody is to rule what he does not: "will control the valley".
func yetToTake(s *english.Sentence, verb int) bool {
	_, told := auxiliaryMood(s, verb)
	return told && tables().roles["controls"][s.Tokens[verb].Lemma]
}

// issuesOfDeed are the issues that a deed touches; talks, where the deed is to meet the other side or not to.
func (f *finder) issuesOfDeed(sentence, token int, denied bool, party string) []lexicon.IssueMatch {
	issues := best(f.targets(sentence, token, scope{deed: true, itself: true, without: -1}))
	if len(issues) == 0 && f.meetsOrNot(sentence, token, denied, party) {
		return []lexicon.IssueMatch{{First: token, Last: token, Issue: "talks", Weight: 4}}
	}
	return issues
}

// noMatter tells whether an issue is none that a deed of a party is about: its verb alone names it and
// is done to no side, it is done to the party itself, it is what something else is done for, or it is an exercise.
func (f *finder) noMatter(sentence, verb int, issue lexicon.IssueMatch, how mood, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if is := tables().roles; is["conducts"][s.Tokens[verb].Lemma] && is["exercises"][s.Tokens[issue.Last].Lemma] {
		return true // "will carry out an exercise"
	}
	if object, at := s.Child(verb, "obj"), s.Anchor(issue.First, issue.Last+1); how == done && object >= 0 && issue.Issue == "talks" && s.Case(at) == "for" {
		if _, who := f.in.Cast.At(sentence, object); who || s.Tokens[at].Head == verb {
			return true // "recalled its ambassador for consultations" breaks none off
		}
	}
	if issue.First != verb || issue.Last != verb {
		return f.suffers(sentence, issue, party)
	}
	object := s.Child(verb, "obj")
	if object >= 0 && f.ownSide(sentence, object, party) && issue.Issue != "governance-elections" {
		return true // nobody strikes himself
	}
	more := object >= 0 && slices.ContainsFunc(f.issues[sentence], func(m lexicon.IssueMatch) bool { // "escalate the war"
		return m.Issue == issue.Issue && (m.First <= object && object <= m.Last || s.Dominates(object, m.Last))
	})
	return issue.Issue != "governance-elections" && (how == done || !tables().issues["oneword"][issue.Issue]) && !more && !f.aimed(sentence, verb)
}

// suffers tells whether the force that an issue names is used on a party itself: who ends an
// incursion into his land makes no truce.
func (f *finder) suffers(sentence int, issue lexicon.IssueMatch, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if issue.Issue != "military-action" {
		return false
	}
	for child := range s.Children(s.Anchor(issue.First, issue.Last+1)) {
		if c := s.Case(child); c != "into" && c != "on" && c != "against" {
			continue
		}
		if slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool { return m.Actor.Affiliation == party && s.Dominates(child, m.Last) }) {
			return true
		}
	}
	return false
}

// noDeed tells whether a verb is told of no deed: of the time of another, of what is not done,
// denied, or told by a verb below it.
func noDeed(s *english.Sentence, token int) bool {
	if s.Tokens[token].Is("advcl") && (marked(s, token, "before") || marked(s, token, "since") || s.Tokens[token].XPOS != "VBG" && opensClause(s, token, "when")) {
		return true // "will be done before he leaves office", "since he announced tariffs", "when he leaves power"
	}
	if below := s.Child(token, "xcomp"); below >= 0 && s.Negated(below) {
		return true // "is working not to harm the captives"
	} else if below >= 0 && tables().roles["heeds"][s.Tokens[below].Lemma] {
		return true // "stopped complying with the pact"
	}
	if object := s.Child(token, "obj"); object >= 0 && tables().roles["releases"][s.Tokens[token].Lemma] && tables().roles["released"][s.Tokens[object].Lemma] {
		return true // "released a video of the captives"
	}
	if short := s.Child(token, "xcomp", "advmod"); short >= 0 && tables().roles["stops"][s.Tokens[token].Lemma] && tables().roles["shorts"][s.Tokens[short].Lemma] {
		return true // "stopped short of a strike"
	}
	if disclaimed(s, token) || tables().roles["efforts"][s.Tokens[token].Lemma] && ownDeed(s, token) >= 0 {
		return true // "is working to free them" is told by what is worked for
	}
	if t := &s.Tokens[token]; t.Is("xcomp") && t.XPOS == "VBG" && tables().aims["ends"][s.Tokens[t.Head].Lemma] {
		return true // "will stop selling arms" is told by "stop"
	}
	if clause := s.Child(token, "advcl"); clause >= 0 && tables().roles["joinsin"][s.Tokens[token].Lemma] && marked(s, clause, "in") {
		return true // "joined others in urging Norland to talk" is told by "urging"
	}
	if whither := s.Child(token, "obl"); whither >= 0 && tables().roles["departs"][s.Tokens[token].Lemma] && s.Case(whither) == "for" && s.Child(token, "obj") < 0 {
		return true // "left for Oslo for the talks"
	}
	return declaredOff(s, token) >= 0
}

// underPlan tells whether a deed is told as what a plan or a deal lays down, by a phrase of its clause or of the one that
// it goes on from: "under the terms of the deal".
func underPlan(s *english.Sentence, verb int) bool {
	for at := verb; at >= 0; at = s.Tokens[at].Head {
		for child := range s.Children(at) {
			if !tables().plans["under"][s.Case(child)] {
				continue
			}
			if of := s.Child(child, "nmod"); of >= 0 && tables().plans["parts"][s.Tokens[child].Lemma] {
				child = of
			}
			if lemma := s.Tokens[child].Lemma; tables().plans["noun"][lemma] || tables().roles["pacts"][lemma] {
				return true
			}
		}
		if !s.Tokens[at].Is("conj") {
			return false
		}
	}
	return false
}

// meetsOrNot tells whether a verb says that a side will not meet another, or on what condition: "might meet the premier
// once a deal is near".
func (f *finder) meetsOrNot(sentence, verb int, denied bool, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["meets"][s.Tokens[verb].Lemma] || !f.concernsOther(sentence, verb, party) {
		return false
	}
	_, _, hangs := conditionOf(s, verb)
	return hangs || denied
}

// imagined tells whether "would" stands before a verb.
func imagined(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("aux") && strings.EqualFold(s.Tokens[child].Text, "would") {
			return true
		}
	}
	return false
}

// waits tells whether what a side will not do hangs on the deed of another: "will not end the
// raids until Sudmark withdraws" is about the raids.
func (f *finder) waits(sentence, token int, who holder) bool {
	_, head, ok := conditionOf(&f.in.Text.Sentences[sentence], token)
	return ok && f.yields(taken{sentence: sentence, who: who}, head)
}

// opensClause tells whether an adverb of a clause is a given word.
func opensClause(s *english.Sentence, verb int, word string) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("advmod") && strings.EqualFold(s.Tokens[child].Text, word) {
			return true
		}
	}
	return false
}

// readLeaving reads that a side may break off what it is in, where the clause does not say
// what that is: "will walk away if there is no progress".
func (f *finder) readLeaving(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	if !tables().roles["walks"][s.Tokens[verb].Lemma] || !particleWith(s, verb, "away", false) || s.Child(verb, "obl", "obj") >= 0 {
		return false
	}
	how, denied := moodOf(s, verb)
	holders, own := f.holdersOf(sentence, verb)
	return !denied && own && how.ahead() && f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Threatens, certainty: .5}, holders, []lexicon.IssueMatch{{First: verb, Last: verb, Issue: "talks", Weight: 3}})
}

// dealtWith is the issue that talks are about, where the parse hangs what they deal with on
// the verb: "suspended talks with Norland on expanding trade".
func (f *finder) dealtWith(sentence, verb int, issue lexicon.IssueMatch) lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	if issue.Issue != "talks" {
		return issue
	}
	for child := range s.Children(issue.Last) { // "suspended talks on a trade deal"
		if child > issue.Last && s.Tokens[child].Is("nmod") && tables().prepositions[s.Case(child)] == "about" {
			if about := f.issuesUnder(sentence, child); len(about) > 0 && about[0].Issue == "trade-tariffs" {
				return about[0]
			}
		}
	}
	for child := range s.Children(verb) {
		if child > issue.Last && s.Tokens[child].Is("advcl") && s.Tokens[child].XPOS == "VBG" && tables().prepositions[preposition(s, child)] == "about" {
			if about := f.issuesUnder(sentence, child); len(about) > 0 && !broad(about[0].Issue) {
				return about[0]
			}
		}
	}
	return issue
}

// foretold tells whether somebody who speaks for no party says what stands at a token: an
// analyst, who cannot know what a party will do.
func (f *finder) foretold(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	return slices.ContainsFunc(f.in.Attributions, func(a attribution.Attribution) bool {
		if a.Sentence != sentence || a.Thought || !a.Clause || len(a.Sources) == 0 || a.Sources[0].Affiliation != "" {
			return false
		}
		from := a.Sources[0].Kind
		if f.ofOffice(sentence, a.Sources[0].Text) || ofSubject(s, a.Sources[0].Text) {
			return false // "the prime minister said", "its leader said"
		}
		return (from == parley.AnonymousSource || from == parley.PersonSource) && slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) })
	})
}

// ofSubject tells whether a source is told by whose he is, which a pronoun says: "its leader".
func ofSubject(s *english.Sentence, source parley.Span) bool {
	return slices.ContainsFunc(s.Tokens, func(t english.Token) bool {
		return t.Start == source.Start && t.UPOS == "PRON" && t.Is("nmod:poss")
	})
}

// byOutsider tells whether an analyst or the like says what stands at a token.
func (f *finder) byOutsider(sentence, token int) bool {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	return slices.ContainsFunc(f.in.Attributions, func(a attribution.Attribution) bool {
		if a.Sentence != sentence || len(a.Sources) == 0 || a.Sources[0].Affiliation != "" || a.Sources[0].Kind == parley.BodySource {
			return false
		}
		words := strings.ToLower(f.in.Text.Source[a.Sources[0].Text.Start:a.Sources[0].Text.End])
		return slices.ContainsFunc(strings.FieldsFunc(words, func(r rune) bool { return r == ' ' || r == ',' }), func(word string) bool {
			return tables().opposed[singular(word)]
		}) && slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) })
	})
}

// ofOffice tells whether somebody is named by an office.
func (f *finder) ofOffice(sentence int, words parley.Span) bool {
	s := &f.in.Text.Sentences[sentence]
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Kind == lexicon.OfficeMatch && words.Start <= s.Tokens[m.First].Start && s.Tokens[m.Last].End <= words.End
	})
}

// aimed tells whether a verb that names an issue itself is done to a party or a
// place: "will strike Norland", but not "released a report".
func (f *finder) aimed(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; !t.Is("obj") && !t.Is("obl") || t.Is("obl:agent") || s.Case(child) == "by" {
			continue
		}
		if _, ok := f.in.Cast.At(sentence, child); ok || tables().forces[s.Tokens[child].Lemma] {
			return true
		}
		for _, m := range f.in.Cast.Matches[sentence] {
			if m.First <= child && child <= m.Last && m.Place.Name != "" {
				return true
			}
		}
	}
	return false
}

// endsWhen tells whether a verb says of a war that it ends, and a clause when: "the war will end when".
func endsWhen(s *english.Sentence, verb, subject int) bool {
	is := tables().roles
	return subject >= 0 && is["finishes"][s.Tokens[verb].Lemma] && is["warfare"][s.Tokens[subject].Lemma] && s.Child(verb, "advcl") >= 0
}

// readPersistence reads that something goes on or comes to an end, as its owner
// or whoever speaks of it as his own says: "enrichment will continue".
func (f *finder) readPersistence(sentence, token int, how mood, denied bool) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(token, "nsubj")
	if speaker, spoken := f.speakerAt(sentence, token); spoken && denied && how == planned && endsWhen(s, token, subject) {
		// "the war will not end until": who says so will not end it, and does not foretell
		return f.takeAll(taken{sentence: sentence, token: token, stance: parley.Rejects, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{{First: subject, Last: token, Issue: "ceasefire", Weight: 4}})
	}
	if f.readEnding(sentence, token, subject, how, denied) {
		return true
	}
	goesOn := tables().roles["goeson"][s.Tokens[token].Lemma] && particleWith(s, token, "on", false)
	if subject < 0 || how != planned || !goesOn && !tables().roles["persists"][s.Tokens[token].Lemma] || s.Child(token, "obj") >= 0 {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, token)
	if _, person := f.in.Cast.At(sentence, subject); person || !spoken || s.Child(subject, "nmod:poss") >= 0 && !f.ownSide(sentence, subject, speaker.party) {
		return false
	}
	for _, issue := range f.issuesInPhrase(sentence, subject) {
		if stance, ok := stanceOfDeed(s, token, issue, issue.Issue, how, denied, true); ok {
			return f.takeAll(taken{sentence: sentence, token: token, stance: stance, certainty: .6}, []holder{speaker}, []lexicon.IssueMatch{issue})
		}
	}
	return false
}

// readEnding reads on what condition a speaker says that a war would end: "the war could end if Sudmark freed the
// captives".
func (f *finder) readEnding(sentence, verb, subject int, how mood, denied bool) bool {
	s := &f.in.Text.Sentences[sentence]
	if subject < 0 || denied || !how.ahead() || !tables().roles["wars"][s.Tokens[subject].Lemma] || !comesToEnd(s, verb) {
		return false
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if _, _, ok := conditionOf(s, verb); !ok || !spoken {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Accepts, certainty: .5}, []holder{speaker}, []lexicon.IssueMatch{{First: subject, Last: verb, Issue: "ceasefire", Weight: 4}})
}

// hardlyDone tells whether a deed is too little to take a stance on an issue of which its words but hint.
func hardlyDone(token int, issue lexicon.IssueMatch, matter string, d deed) bool {
	if issue.Issue == "trade-tariffs" && d.planned == parley.Threatens && matter != traded {
		return true
	}
	return broad(issue.Issue) || issue.First != token && d.issue == "*"
}

// stanceOfDeed is the stance of a deed of a party about an issue, by the deeds
// that matter has in the table.
func stanceOfDeed(s *english.Sentence, token int, issue lexicon.IssueMatch, matter string, how mood, denied, self bool) (parley.Stance, bool) {
	d, ok := deedAt(s, token, matter, self || inNoCase(s, token))
	if !ok || issue.Weight < 4 && hardlyDone(token, issue, matter, d) || covers(issue, token) && how == possible {
		return "", false
	}
	if covers(issue, token) && !(issue.Issue == "deal" && d.issue == "deal") { // "end the war" is no end of a truce, but "sign the deal"
		if d = (deed{}); denied {
			d.denied = parley.Rejects
		} else if object := s.Child(token, "obj"); object >= 0 && issue.Issue == "ceasefire" && (s.Child(object, "nmod:poss") >= 0 || tables().roles["attacks"][s.Tokens[object].Lemma]) {
			d.done, d.planned = parley.Accepts, parley.Accepts // but "end its raids", "halt the offensive"
		} else if _, _, ok := conditionOf(s, token); ok && issue.Issue == "ceasefire" {
			d.planned = parley.Accepts // "will end the war if Norland withdraws"
		}
	}
	if d.done == parley.Rejects && issue.Issue == "ceasefire" && !tables().roles["truces"][s.Tokens[issue.Last].Lemma] {
		return "", false // "ordered an end to the violence" ends no truce
	}
	stance := d.done
	if at := s.Anchor(issue.First, issue.Last+1); stance == "" && d.planned == parley.Threatens && issue.Issue != "military-action" && s.Case(at) == "with" && s.Tokens[at].Head == token {
		stance = parley.Supports // "hit back with tariffs"
	}
	switch {
	case denied && how == done && !(self && matter == "talks" && d.denied == parley.Rejects && (s.Tokens[token].XPOS == "VBG" || s.Passive(token))):
		return "", false // but "we are not negotiating"
	case denied:
		stance = d.denied
	case how == planned:
		stance = d.planned
		if _, told := auxiliaryMood(s, token); told && stance == parley.Accepts && tables().roles["offered"][issue.Issue] {
			stance = parley.Offers // "would lift the sanctions"
		}
	case how == possible:
		stance = d.planned
		if _, _, ok := conditionOf(s, token); !ok && stance == parley.Accepts && self && issue.Issue == "deal" {
			stance = parley.Conditional // "we could sign the deal"
		} else if !ok && stance != parley.Threatens && stance != parley.Offers {
			return "", false
		}
	}
	if _, _, ok := conditionOf(s, token); ok && stance == "" && matter == "talks" && how.ahead() && !denied {
		stance = parley.Supports // "would talk only if"
	}
	if self && (firm(s, token) || denied && keepsRight(s, token)) && (stance == parley.Rejects || stance == parley.Supports) {
		stance = parley.RedLine
	}
	return stance, stance != ""
}

// covers tells whether the words of an issue hold a verb and what it is done to.
func covers(issue lexicon.IssueMatch, verb int) bool {
	return issue.First <= verb && verb <= issue.Last && issue.First != issue.Last && (issue.Issue == "ceasefire" || issue.Issue == "deal")
}

// firm tells whether the clause of a word says that nothing will change it.
func firm(s *english.Sentence, token int) bool {
	first, last := s.Subtree(token)
	var words strings.Builder
	words.WriteByte(' ')
	for i := first; i < last; i++ {
		words.WriteString(strings.ToLower(s.Tokens[i].Text))
		words.WriteByte(' ')
	}
	for _, phrase := range tables().firm {
		if strings.Contains(words.String(), " "+phrase+" ") {
			return true
		}
	}
	return false
}

// gerundBehind tells whether a gerund is what the verb right before it is about,
// though the parse takes it for a circumstance: "ruled out sending troops".
func gerundBehind(s *english.Sentence, gerund int) bool {
	t := &s.Tokens[gerund]
	if t.XPOS != "VBG" || t.Head >= gerund || s.Child(gerund, "mark", "nsubj") >= 0 || s.Child(t.Head, "obj", "xcomp", "ccomp") >= 0 {
		return false
	}
	return gerund-t.Head == 1 || gerund-t.Head == 2 && s.Tokens[gerund-1].Is("compound:prt")
}

// contentOf tells whether a word may be what the word over it is about, and not when, where or by whom.
func contentOf(s *english.Sentence, at int) bool {
	switch t := &s.Tokens[at]; {
	case t.Is("ccomp"), t.Is("xcomp"), t.Is("csubj"), t.Is("obj"), t.Is("nmod"):
		return true
	case t.Is("acl"):
		return !t.Is("acl:relcl") || s.Child(at, "mark") >= 0
	case t.Is("advcl"):
		return s.Infinitive(at) || gerundBehind(s, at)
	}
	return false
}

// governedByStance tells whether a word stands in what another stance word is
// about: what somebody demands, fears or refuses is no deed of his.
func governedByStance(s *english.Sentence, token int) bool {
	for at := token; s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		t := &s.Tokens[at]
		if !contentOf(s, at) {
			return false
		}
		if s.ObjectRelative(at) {
			return false
		}
		if w, ok := stanceAt(s, t.Head); ok && w.stance != "" && asks(s, t.Head) {
			return true
		}
	}
	return false
}
