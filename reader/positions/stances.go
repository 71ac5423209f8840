package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
)

// stanceAt finds the stance word that a token is.
func stanceAt(s *english.Sentence, token int) (stanceWord, bool) {
	t := &s.Tokens[token]
	var plain *stanceWord
	words := tables().stances[t.UPOS][t.Lemma]
	if len(words) == 0 || adjectival(s, token) {
		words = participleWords(s, token)
	}
	for i := range words {
		switch {
		case words[i].particle == "":
			if plain == nil {
				plain = &words[i]
			}
		case particleWith(s, token, words[i].particle, t.UPOS == "NOUN"):
			return words[i], true
		}
	}
	if plain == nil || t.UPOS == "VERB" && (s.Child(token, "compound:prt") >= 0 || opensClause(s, token, "ahead")) { // "is pushing ahead with the drills"
		return stanceWord{}, false
	}
	return *plain, true
}

// strayed are the bare infinitives that go on from one below a word, though the parse hangs them
// on the verb of the sentence: "issued a call to 'stop the war' and 'let aid in'".
func strayed(s *english.Sentence, token int) []int {
	var found []int
	for verb := token + 1; verb < len(s.Tokens); verb++ {
		t := &s.Tokens[verb]
		if t.XPOS != "VB" || !t.Is("conj") && !t.Is("parataxis") || t.Head < 0 || t.Head > token || s.Child(verb, "nsubj", "aux", "mark") >= 0 {
			continue
		}
		if over := s.Tokens[t.Head].XPOS; over != "VBD" && over != "VBZ" && over != "VBP" && over != "VBN" {
			continue
		}
		for below := range s.Children(token) {
			if s.Infinitive(below) && below < verb {
				found = append(found, verb)
				break
			}
		}
	}
	return found
}

// issuesStrayed are the issues of strayed infinitives and of those that go on from them, but not of
// what is to be said of a thing: "present a vision of a truce".
func (f *finder) issuesStrayed(sentence, token int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	deeds := strayed(s, token)
	for _, verb := range deeds {
		deeds = slices.AppendSeq(deeds, fellows(s, verb))
	}
	var issues []lexicon.IssueMatch
	for _, deed := range deeds {
		if lemma := s.Tokens[deed].Lemma; !tables().plans["creates"][lemma] && !tables().debated[lemma] {
			issues = append(issues, f.issuesUnder(sentence, deed)...)
		}
	}
	return issues
}

// adjectival tells whether a verb of the table stands as an adjective that is in it too: "are
// committed to talks", "is opposed to them".
func adjectival(s *english.Sentence, token int) bool {
	if s.Tokens[token].UPOS != "VERB" || s.Child(token, "obl:agent") >= 0 || len(participleWords(s, token)) == 0 {
		return false
	}
	return token+1 < len(s.Tokens) && strings.EqualFold(s.Tokens[token+1].Text, "to")
}

// participleWords are the stance words of a participle that stands for an adjective, which the
// parse takes for something done to its subject: "are prepared".
func participleWords(s *english.Sentence, token int) []stanceWord {
	t := &s.Tokens[token]
	remains := t.Is("xcomp") && t.Head >= 0 && tables().roles["remains"][s.Tokens[t.Head].Lemma]
	if below := s.Child(token, "xcomp"); t.XPOS != "VBN" || !s.Passive(token) && !remains || below >= 0 && s.Tokens[below].UPOS != "VERB" {
		return nil
	}
	if beingDone(s, token) {
		return nil // "a meeting is being prepared"
	}
	return tables().stances["ADJ"][strings.ToLower(t.Text)]
}

func particleWith(s *english.Sentence, token int, particle string, before bool) bool {
	if before {
		return token > 0 && s.Tokens[token-1].Lemma == particle
	}
	if particle == "against" && token+1 < len(s.Tokens) && s.Tokens[token+1].Lemma == "of" {
		return false // "warned of sanctions against Norland"
	}
	if particle == "against" { // "warned Norland against"
		for child := range s.Children(token) {
			if preposition(s, child) == particle {
				return true
			}
		}
	}
	for i := token + 1; i < min(token+4, len(s.Tokens)); i++ {
		if strings.EqualFold(s.Tokens[i].Text, particle) {
			return true
		}
	}
	for child := range s.Children(token) { // "bring all the captives home"
		if t := &s.Tokens[child]; child > token && t.Is("advmod") && strings.EqualFold(t.Text, particle) {
			return true
		}
	}
	return false
}

// readStance reads the stance that a word takes.
func (f *finder) readStance(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	w, ok := stanceAt(s, token)
	if !ok || hypothetical(s, token) || disclaimed(s, token) || toldByAnother(s, token) || f.takesNone(sentence, token) {
		return false
	}
	stance, former, ok := stanceNow(s, token, w)
	if !ok || !asks(s, token) || ofClaim(s, token, stance) || f.bygone(sentence, token) || w.stance == parley.Undecided && s.Child(token, "xcomp") >= 0 && s.Child(token, "obj") >= 0 {
		return false
	}
	holders, own := f.holdersOf(sentence, token)
	if len(holders) == 0 && tables().roles["lacks"][s.Tokens[token].Lemma] {
		holders, own = f.seesNeed(sentence, token)
	}
	if len(holders) == 0 || !own && !f.tellable(sentence, token, stance) {
		return false
	}
	if own && f.byOutsider(sentence, token) && !f.tellable(sentence, token, stance) {
		return false // "Norland would like talks, an analyst said"
	}
	if object := s.Child(token, "obj"); stance == parley.Offers && object >= 0 && tables().roles["voiced"][s.Tokens[object].Lemma] {
		return false // "offered condolences over the bombing"
	}
	if tables().roles["expects"][s.Tokens[token].Lemma] && !f.expectsOf(sentence, token, holders[0].party) {
		return false
	}
	if stance == parley.Demands && (f.domestic(sentence, token, holders[0].party) || tables().roles["bids"][s.Tokens[token].Lemma] && !f.bids(sentence, token, holders[0].party)) {
		return false
	}
	if stance == parley.Supports && ofOthers(s, token) {
		stance = parley.Demands
	}
	t := taken{sentence: sentence, token: token, former: former, certainty: .7}
	if !own {
		t.certainty = .5
	}
	issues := f.issuesOfStance(sentence, token)
	if len(issues) > 0 {
		issues = append(issues, f.issuesStrayed(sentence, token)...)
	}
	if len(issues) == 0 {
		issues = f.blamedFor(sentence, token)
	}
	if len(issues) == 0 {
		issues = f.summedUp(t, holders)
	}
	if len(issues) == 0 {
		return f.readAnswer(t, stance, holders) || (own || stance == parley.Accepts || stance == parley.Rejects) && f.readUnnamed(t, stance, holders)
	}
	for _, issue := range issues {
		f.takeStance(t, w, stance, holders, issue)
	}
	return true
}

// takesNone tells whether a word that may take a stance only names one, or says what somebody is, by what it hangs on.
func (f *finder) takesNone(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	if t.UPOS == "NOUN" && t.Is("nmod") && s.Case(token) == "of" && tables().aims["ends"][s.Tokens[t.Head].Lemma] {
		return true // "the renunciation of its commitment"
	}
	if t.UPOS == "NOUN" && s.Case(token) == "without" || hedged(s, token) {
		return true // "cannot strike without Norland's support", "has sort of agreed"
	}
	if tables().aims["growth"][t.Lemma] && (t.Head < 0 || !t.Is("obj") || !tables().holds[s.Tokens[t.Head].Lemma]) {
		return true // "condemned the expansion of the war"
	}
	if t.Is("acl") && s.Passive(token) && (s.Tokens[t.Head].UPOS == "PROPN" || f.isBody(sentence, t.Head)) {
		return true // "the agency, supported by Norland"
	}
	return false
}

// seesNeed is the speaker who says what a land or people of no voice needs: "the region needs a truce".
func (f *finder) seesNeed(sentence, verb int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj")
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken || subject < 0 || s.Tokens[subject].UPOS != "NOUN" || s.Child(verb, "obj") < 0 {
		return nil, false
	}
	return []holder{speaker}, true
}

// reviewed is the stance of a party that weighs what is in force: undecided where it lies between it and
// another, "is reviewing its trade agreement with Norland", else none.
func (f *finder) reviewed(t taken, party string) parley.Stance {
	word := f.in.Text.Sentences[t.sentence].Tokens[t.token].Lemma
	if !tables().roles["doubts"][word] || !f.concernsOther(t.sentence, t.token, party) {
		return ""
	}
	return parley.Undecided
}

// takeStance keeps what a word says of one issue.
func (f *finder) takeStance(t taken, w stanceWord, stance parley.Stance, holders []holder, issue lexicon.IssueMatch) {
	s, token := &f.in.Text.Sentences[t.sentence], t.token
	if stance == parley.Rejects && issue.Issue == "enrichment" && f.weapons(t.sentence, issue) {
		return // who wants no bomb may want to enrich
	}
	if issue.Issue == "deal" && f.adopts(s, token, issue.Last) && !f.planOfOther(t.sentence, issue, holders[0].party) {
		clause := s.Child(issue.Last, "acl") // "approved a plan under which it will buy weapons" is no deal with anybody
		if clause < 0 {
			return
		}
		own := f.issuesUnder(t.sentence, clause)
		if len(own) == 0 || broad(own[0].Issue) {
			return
		}
		issue, stance = own[0], parley.Supports
	}
	issue = talksFirst(s, token, issue)
	issue.Issue = becoming(s, token, issue)
	if t.stance, issue.Issue = composed(s, token, stance, issue); deniedBelow(s, token, issue) {
		t.stance = turned[t.stance]
	}
	if below := ownDeed(s, token); below >= 0 && t.stance == parley.Supports && tables().roles["doubts"][s.Tokens[below].Lemma] {
		if t.stance = parley.Undecided; !f.concernsOther(t.sentence, token, holders[0].party) {
			return // "wants to review its trade policy"
		}
	}
	if meansOfThreat(s, t, issue) {
		return
	}
	if tables().roles["tries"][s.Tokens[token].Lemma] && issue.Issue != "talks" && issue.Issue != "governance-elections" && !consents(issue.Issue) {
		return // "is trying to take the city"
	}
	if beyondWord(s, token, issue) || t.stance == parley.Rejects && onlyConduct(s, token, issue) {
		return
	}
	t.stance = f.meant(t, issue)
	if w.stance == parley.Undecided && f.reviews(t, issue, holders[0].party) {
		if t.stance = f.reviewed(t, holders[0].party); t.stance == "" {
			return
		}
	}
	if w.particle == "against" && (broad(issue.Issue) || viewed(s, token)) {
		return // "warned against demands in the talks", "against viewing trade as"
	}
	if agreed := w.stance == parley.Accepts && w.particle != ""; agreed && issue.Issue == "deal" && issue.Weight < 4 && !f.concernsOther(t.sentence, token, holders[0].party) {
		return // "reached an agreement with the lawmakers"
	}
	if last := &s.Tokens[issue.Last]; t.stance == parley.Threatens && w.particle == "of" && (!threatened(issue.Issue) && issue.Issue != other || tables().evils[last.Lemma] || last.Is("amod")) {
		return // "warned of a famine", "of an attack", "of an escalating crisis"
	}
	if issue.Issue == other && t.stance == parley.Threatens {
		issue.Issue = f.steps(t.sentence, issue)
	}
	if t.stance != "" && !favoursEvil(s, token, t.stance, issue) {
		f.takeAll(t, holders, []lexicon.IssueMatch{issue})
	}
}

// meant is what a stance comes to by the word that takes it and the issue that it is taken on: who is
// ready for a truce accepts it, who vows a strike threatens it.
func (f *finder) meant(t taken, issue lexicon.IssueMatch) parley.Stance {
	s, token := &f.in.Text.Sentences[t.sentence], t.token
	is, lemma := tables().roles, s.Tokens[token].Lemma
	if t.stance == parley.Supports && (is["ready"][lemma] || is["ready"][strings.ToLower(s.Tokens[token].Text)]) && consents(issue.Issue) {
		t.stance = parley.Accepts
	}
	eager := t.stance == parley.Supports && issue.Issue == "military-action" && (s.Tokens[token].UPOS == "ADJ" || len(participleWords(s, token)) > 0) // "committed to a strike"
	if eager || t.stance == parley.Offers && is["vows"][lemma] && threatened(issue.Issue) {
		if _, ended := f.aimOf(t.about(issue)); !ended {
			t.stance = parley.Threatens
		}
	}
	if turned[t.stance] == parley.Rejects && quits(s, token, issue) {
		t.stance = parley.Rejects
	}
	if (t.stance == parley.Offers || t.stance == parley.Supports) && pressed(s, token, issue) {
		t.stance = parley.Demands
	}
	if is["conditions"][lemma] && t.stance == parley.Demands && setFor(s, token, issue) {
		t.stance = parley.Conditional
	}
	if t.stance == parley.Supports && issue.Issue == "governance-elections" && is["reigns"][s.Tokens[issue.Last].Lemma] {
		t.stance = parley.Demands // "is trying to end his rule"
	}
	if is["seeks"][lemma] && t.stance == parley.Demands && (issue.Issue == "talks" || issue.Issue == "deal") {
		t.stance = parley.Supports // "is seeking a political solution"
	}
	return t.stance
}

// beyondWord tells whether an issue is none that a word takes a stance on: "hailed the talks",
// "invited the king to the election", "is resisting the assault" (which tells of a fight).
func beyondWord(s *english.Sentence, token int, issue lexicon.IssueMatch) bool {
	is, lemma := tables().roles, s.Tokens[token].Lemma
	switch {
	case is["assesses"][lemma]:
		return issue.Issue == "talks"
	case is["invites"][lemma]:
		return issue.Issue != "talks"
	case is["withstands"][lemma]:
		return issue.Issue == "military-action"
	case is["stresses"][lemma]:
		return !stressed(s, token, issue)
	}
	return false
}

// tellable tells whether somebody else may say of a party that it takes a stance: what it
// accepts or rejects, and what it has asked for aloud, but not what it would like.
func (f *finder) tellable(sentence, token int, stance parley.Stance) bool {
	s := &f.in.Text.Sentences[sentence]
	if stance == parley.Accepts || stance == parley.Rejects {
		return true
	}
	if !tables().roles["aloud"][s.Tokens[token].Lemma] || s.Tokens[token].Is("acl") && s.Tokens[token].XPOS == "VBN" {
		return false
	}
	how, _ := moodOf(s, token)
	return s.Tokens[token].UPOS == "NOUN" || how == done
}

// inForce tells whether an issue is told by an agreement, of which who looks it over is party
// already, and not by a plan that he may yet accept: "its trade agreement", "the Norland-Sudmark agreement".
func (f *finder) inForce(sentence int, issue lexicon.IssueMatch, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	head := issue.Last
	if t := &s.Tokens[head]; t.Is("compound") && t.Head == head+1 {
		head = t.Head
	}
	return tables().roles["pacts"][s.Tokens[head].Lemma] && (s.Child(head, "nmod:poss") >= 0 || slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.Last < head && m.Actor.Affiliation == party && s.Dominates(head, m.Last)
	}))
}

// isBody tells whether a noun names a body.
func (f *finder) isBody(sentence, noun int) bool {
	m, ok := f.in.Cast.At(sentence, noun)
	return ok && m.Form == actors.ByBody
}

// ofClaim tells whether a verb is about what is true and not about what is to be: "rejected
// the claim that", "assessed that".
func ofClaim(s *english.Sentence, verb int, stance parley.Stance) bool {
	if t := &s.Tokens[verb]; t.UPOS == "ADJ" && stance == parley.Undecided { // "unsure whether the strikes had killed him"
		clause := s.Child(verb, "ccomp", "advcl")
		if clause < 0 || s.Infinitive(clause) {
			return false
		}
		_, told := auxiliaryMood(s, clause)
		return !told
	} else if t.UPOS != "VERB" {
		return false
	}
	if stance == parley.Undecided {
		if calls(s, verb) {
			return true
		}
		clause := s.Child(verb, "ccomp")
		return clause > verb && !marked(s, clause, "whether") && !marked(s, clause, "if")
	}
	object := s.Child(verb, "obj")
	if with := s.Child(verb, "obl"); stance == parley.Accepts && s.Case(with) == "with" {
		return s.Tokens[with].UPOS == "PRON" || s.Tokens[with].XPOS == "DT" || tables().claims[s.Tokens[with].Lemma] // "agreed with that", "with the analysis"
	}
	if stance != parley.Rejects || object < 0 || !tables().claims[s.Tokens[object].Lemma] {
		return false
	}
	for child := range s.Children(object) {
		if c := &s.Tokens[child]; s.Case(child) == "to" { // "the claim to the island"
			return false
		} else if how, told := auxiliaryMood(s, child); c.UPOS == "VERB" && told && how != done {
			return false // "the assertion that it would have to stop"
		}
	}
	return true
}

// calls tells whether a verb says what its object is, and not what is thought over: "consider it our duty".
func calls(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	if object < 0 {
		return false
	}
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; child > object && (t.Is("obj") || t.Is("xcomp") && !s.Infinitive(child)) {
			return true
		}
	}
	return false
}

// weapons tells whether an issue is told by its weapons.
func (f *finder) weapons(sentence int, issue lexicon.IssueMatch) bool {
	return tables().roles["arms"][f.in.Text.Sentences[sentence].Tokens[issue.Last].Lemma]
}

// issuesOfStance are the issues that a stance word governs; for an adjective
// that governs none, that of its clause.
func (f *finder) issuesOfStance(sentence, token int) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	if t := &s.Tokens[token]; t.UPOS == "NOUN" && tables().roles["doubts"][t.Lemma] { // "ordered a review of the agreement"
		if of := s.Child(token, "nmod"); of > token && s.Case(of) == "of" {
			return f.issuesInPhrase(sentence, of)
		}
		return nil
	}
	issues := f.issuesBelow(sentence, token, false)
	if len(issues) == 0 {
		issues = f.issuesBeside(sentence, token)
	}
	if t := &s.Tokens[token]; t.UPOS == "VERB" && tables().roles["lacks"][t.Lemma] { // "needs a success to help it in the election"
		return slices.DeleteFunc(issues, func(m lexicon.IssueMatch) bool {
			cost, _, ok := reach(s, token, s.Anchor(m.First, m.Last+1), scope{without: -1})
			return !ok || cost > lackReach
		})
	}
	if t := &s.Tokens[token]; len(issues) == 0 && t.Is("conj") && t.UPOS == "VERB" && s.Child(token, "obj", "xcomp", "ccomp", "obl") < 0 {
		return best(f.targets(sentence, t.Head, scope{without: token})) // "Norland proposed a truce, and Sudmark agreed"
	}
	if t := &s.Tokens[token]; len(issues) == 0 && t.UPOS == "NOUN" && tables().roles["lodged"][t.Lemma] && inProtest(s, token) {
		return f.protestedAt(sentence, token)
	}
	if t := &s.Tokens[token]; len(issues) == 0 && t.UPOS == "NOUN" && t.Is("obj") { // "faces pressure to disarm", "met demands for a truce"
		for child := range s.Children(t.Head) {
			over := tables().roles["lodged"][t.Lemma] && (s.Case(child) == "over" || s.Case(child) == "against" || s.Case(child) == "on") // "lodged a protest over the drills"
			if child > token && (s.Infinitive(child) || s.Tokens[child].Is("obl") && (over || tables().roles["wanted"][s.Case(child)])) {
				return f.issuesInPhrase(sentence, child)
			}
		}
	}
	if t := &s.Tokens[token]; len(issues) == 0 && t.UPOS == "NOUN" && t.Is("obj") && tables().roles["draws"][s.Tokens[t.Head].Lemma] && !s.Negated(t.Head) {
		if cause := s.Subject(t.Head); cause >= 0 { // "the shelling drew condemnation from Norland"
			clause := -1
			if relative(s, cause) && s.Tokens[t.Head].Is("acl:relcl") {
				clause, cause = t.Head, s.Tokens[t.Head].Head
			}
			issues = best(f.targets(sentence, cause, scope{itself: true, fellows: true, without: clause}))
			if w, _ := stanceAt(s, token); len(issues) == 0 && w.stance == parley.Rejects { // "the incident drew condemnation"
				issues = f.condemnedForce(sentence, cause)
			}
			return issues
		}
	}
	if len(issues) == 0 && (s.Tokens[token].UPOS == "ADJ" || s.Passive(token) || takesIt(s, token)) {
		for child := range s.Children(conditionedBy(s, token)) {
			if s.Tokens[child].Is("advcl") && conditional(s, child) {
				return best(f.targets(sentence, child, scope{subject: true, itself: true, fellows: true, without: -1}))
			}
		}
	}
	if below := ownDeed(s, token); len(issues) == 0 && below >= 0 && tables().roles["meets"][s.Tokens[below].Lemma] && s.Child(below, "obj") >= 0 {
		return []lexicon.IssueMatch{{First: below, Last: below, Issue: "talks", Weight: 4}} // "is willing to meet the premier"
	}
	return issues
}

// lackReach is how far below "needs" may lie what is needed: an object and what that is of.
const lackReach = 2*step + .1

// takesIt tells whether a verb's object is "it" or "that": "if there is a deal, he would
// support it".
func takesIt(s *english.Sentence, verb int) bool {
	object := s.Child(verb, "obj")
	return object >= 0 && s.Tokens[object].UPOS == "PRON" && (strings.EqualFold(s.Tokens[object].Text, "it") || strings.EqualFold(s.Tokens[object].Text, "that"))
}

// conditionedBy is the word that a condition of a clause hangs on: its head, or the verb
// of saying over it where the condition comes first ("if there is a chance, he said").
func conditionedBy(s *english.Sentence, token int) int {
	clause := s.Child(token, "advcl")
	if over := s.Tokens[token].Head; clause < 0 && over >= 0 && s.Tokens[token].Is("ccomp") {
		if first := s.Child(over, "advcl"); first >= 0 && first < token {
			return over
		}
	}
	return token
}
