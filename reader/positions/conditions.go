package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// conditionOf finds what a stance is made to depend on: a clause with "if",
// "unless", "until", "once" or the like, or a phrase with "in exchange for".
// With it comes the head of what is to happen first.
func conditionOf(s *english.Sentence, token int) (span parley.Span, head int, ok bool) {
	for _, at := range []int{token, s.Clause(token), ownDeed(s, token), conditionedBy(s, token)} {
		if at < 0 {
			continue
		}
		for child := range s.Children(at) {
			t := &s.Tokens[child]
			switch {
			case t.Is("advcl") && conditional(s, child):
				return clauseSpan(s, child), child, true
			case child > at && (t.Is("obl") && onlyBy(s, child) || onTerms(s, child)): // "would send troops only with a mandate"
				first, last := s.Subtree(child)
				return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}, -1, true
			case child > at && (t.Is("obj") || t.Is("obl")): // "would agree to a truce if", which the parse hangs on the truce
				if clause := s.Child(child, "acl"); clause > child && conditional(s, clause) {
					return clauseSpan(s, clause), clause, true
				}
			}
		}
	}
	return exchanged(s, token)
}

// onlyBy tells whether a phrase says with, under or after what alone a thing is done.
func onlyBy(s *english.Sentence, noun int) bool {
	if !tables().roles["terms"][s.Case(noun)] {
		return false
	}
	first, _ := s.Subtree(noun)
	return strings.EqualFold(s.Tokens[first].Text, "only") || first > 0 && strings.EqualFold(s.Tokens[first-1].Text, "only")
}

// onTerms tells whether a phrase says that a thing is done on terms, which it does not tell: "under certain conditions".
func onTerms(s *english.Sentence, noun int) bool {
	t := &s.Tokens[noun]
	return (t.Is("obl") || t.Is("nmod")) && t.XPOS == "NNS" && tables().roles["conditions"][t.Lemma] && tables().roles["onterms"][s.Case(noun)] && s.Child(noun, "amod") >= 0
}

// conditional tells whether a clause states a condition.
func conditional(s *english.Sentence, clause int) bool {
	for mark := range s.Children(clause) {
		if !s.Tokens[mark].Is("mark") && !s.Tokens[mark].Is("advmod") || mark > 0 && strings.EqualFold(s.Tokens[mark-1].Text, "even") {
			continue // "even if we see progress" is none
		}
		if tables().roles["conditionals"][s.Tokens[mark].Lemma] {
			return true
		}
	}
	return false
}

// exchanged finds what somebody wants in return, behind the word that takes the
// stance: "in exchange for sanctions relief", "once the sanctions are lifted".
func exchanged(s *english.Sentence, token int) (span parley.Span, head int, ok bool) {
	for i := token + 1; i+2 < len(s.Tokens); i++ {
		if opensOnce(s, i) || provides(s, i) { // whatever the parse hangs it on
			last := i + 1
			for last < len(s.Tokens) && s.Tokens[last].Lemma != `"` { // the condition ends with its quotation
				last++
			}
			if mark := min(i+2, len(s.Tokens)-1); s.Tokens[mark].Is("mark") && s.Tokens[mark].Head > mark { // "as long as it stays, he said"
				_, end := s.Subtree(s.Tokens[mark].Head)
				last = min(last, end)
			}
			_, last = s.Whole(i, last)
			return parley.Span{Start: s.Tokens[i].Start, End: s.Tokens[last-1].End}, -1, true
		}
		if !exchangeAt(s, i) {
			continue
		}
		_, last := s.Subtree(i + 1)
		wanted := s.Tokens[i+2].Head
		if wanted >= 0 {
			_, end := s.Subtree(wanted)
			last = max(last, end)
		}
		return parley.Span{Start: s.Tokens[i].Start, End: s.Tokens[last-1].End}, wanted, true
	}
	return parley.Span{}, -1, false
}

// opensOnce tells whether "once" opens a clause, whatever the tagger takes it for: "is ready to meet him once a deal is near".
func opensOnce(s *english.Sentence, i int) bool {
	if s.Tokens[i].Lemma != "once" {
		return false
	}
	next := s.Tokens[i+1].UPOS
	return s.Tokens[i].UPOS == "SCONJ" || s.Tokens[i].UPOS == "ADV" && (next == "DET" && s.Tokens[i+1].Lemma != "a" || next == "PRON" || next == "PROPN") && finiteBehind(s, i+2)
}

// finiteBehind tells whether a verb or helper in the past or present stands behind a token, in its sentence.
func finiteBehind(s *english.Sentence, token int) bool {
	return slices.ContainsFunc(s.Tokens[token:], func(t english.Token) bool { return t.Feat("VerbForm") == "Fin" })
}

// provides tells whether a word opens a condition: "provided its border is safe", "on condition
// that", "as long as".
func provides(s *english.Sentence, i int) bool {
	word := func(k int) string { return strings.ToLower(s.Tokens[min(k, len(s.Tokens)-1)].Text) }
	if tables().roles["hangs"][word(i)] {
		return (word(i+1) == "on" || word(i+1) == "upon" || word(i+1) == "to") && !s.Tokens[i].Is("nsubj")
	}
	switch first := word(i); {
	case first == "provided" || first == "providing":
		next := &s.Tokens[i+1]
		if word(i+1) == "that" && next.UPOS == "SCONJ" && s.Tokens[i-1].UPOS != "AUX" {
			return true // whatever the parse takes it for: "is ready for a truce provided that"
		}
		joined := s.Tokens[i].Is("conj") && (s.Child(i, "cc") >= 0 || s.Tokens[i-1].Text != ",") // "and provided the maps"
		opens := word(i+1) == "that" || next.UPOS == "DET" || next.UPOS == "PROPN" || next.UPOS == "PRON"
		return opens && !joined && s.Tokens[i-1].UPOS != "AUX" && s.Tokens[i].Deprel != "acl"
	case tables().roles["stipulates"][first]:
		return word(i+1) == "that"
	case first == "as" || first == "so":
		return word(i+1) == "long" && word(i+2) == "as"
	}
	return false
}

// takeCondition keeps what somebody's consent hangs on, where others are to do it, as what
// he demands: "is ready for talks if Norland lifts the blockade", also in a clause that goes on from the first: "and
// the militia is disarmed".
func (f *finder) takeCondition(t taken, head int) {
	s := &f.in.Text.Sentences[t.sentence]
	if head < 0 || t.stated != t.sentence {
		return
	}
	f.takeWanted(t, head, head)
	for next := nextClause(s, head); next >= 0; next = nextClause(s, next) {
		f.takeWanted(t, next, head)
	}
}

// nextClause is the clause behind a verb that is joined with it, and not a noun below it; -1 for none.
func nextClause(s *english.Sentence, verb int) int {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; child > verb && t.Is("conj") && t.UPOS == "VERB" {
			return child
		}
	}
	return -1
}

// takeWanted keeps what one clause of a condition tells, which opens with another one, as what its holder demands.
func (f *finder) takeWanted(t taken, clause, opening int) {
	s := &f.in.Text.Sentences[t.sentence]
	if s.Tokens[clause].Lemma == "be" || s.Tokens[clause].UPOS == "VERB" && !f.asksOther(t, clause, opening) {
		return
	}
	t.stance, t.condition, t.token = parley.Demands, parley.Span{}, clause
	for _, issue := range best(f.targets(t.sentence, clause, scope{subject: s.Passive(clause) || f.captivesReturn(t.sentence, clause), itself: true, fellows: true, without: -1})) {
		if issue.Issue != t.issue.Issue && issue.Weight >= 4 && !broad(issue.Issue) {
			wanted := t
			wanted.issue = issue
			f.take(wanted)
		}
	}
}

// asksOther tells whether what is to happen first is for another side to do, or to be done to a thing: "if Norland
// withdraws", "until the rebels disarm", "unless elections are held".
func (f *finder) asksOther(t taken, head, opening int) bool {
	s := &f.in.Text.Sentences[t.sentence]
	subject := s.Child(head, "nsubj")
	if subject < 0 {
		return s.Passive(head)
	}
	if f.ownSide(t.sentence, subject, t.who.party) {
		return false
	}
	if _, somebody := f.in.Cast.At(t.sentence, subject); somebody || f.captivesReturn(t.sentence, head) {
		return true
	}
	word := &s.Tokens[subject]
	if tables().forces[word.Lemma] || tables().opposed[word.Lemma] || s.Passive(head) && !marked(s, opening, "once") {
		return true
	}
	if !waitsFor(s, opening) {
		return false
	}
	return strings.EqualFold(word.Text, "they") || strings.EqualFold(word.Text, "it") && f.concernsSide(t.sentence, t.token, t.who.party)
}

// captivesReturn tells whether those who are held come home, for which others let them go: "once the hostages return".
func (f *finder) captivesReturn(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(verb, "nsubj")
	return subject >= 0 && tables().roles["returns"][s.Tokens[verb].Lemma] && slices.ContainsFunc(f.issues[sentence], func(m lexicon.IssueMatch) bool {
		return m.Issue == "prisoners-hostages" && m.First <= subject && subject <= m.Last
	})
}

// concernsSide tells whether a word deals with a party other than a given one, or with those who bear arms or are
// against it: "ruled out talks with the militia".
func (f *finder) concernsSide(sentence, token int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	for below := token + 1; below < len(s.Tokens); below++ {
		if lemma := s.Tokens[below].Lemma; s.Dominates(token, below) && (tables().sides[lemma] || tables().opposed[lemma]) {
			return true
		}
	}
	return f.concernsOther(sentence, token, party)
}

// sinceOf finds the time from which a stance is said to have been held.
func (f *finder) sinceOf(sentence, token int) *timex.Expression {
	s := &f.in.Text.Sentences[sentence]
	for i := range f.in.Times {
		e := &f.in.Times[i]
		if e.Sentence == sentence && e.Signal == timex.Since && e.From != "" && s.Clause(s.Anchor(e.First, e.Last)) == s.Clause(token) {
			return e
		}
	}
	return nil
}

// hypothetical tells whether a word stands in a condition, in an indirect
// question, or under what calls it untrue: "it is wrong to say that ...".
func hypothetical(s *english.Sentence, token int) bool {
	at := token
	for range s.Tokens {
		if conditionAt(s, at) || askedAt(s, at) || doubtedAt(s, at) {
			return true
		}
		t := &s.Tokens[at]
		if at != token && tables().roles["untrue"][t.Lemma] && t.UPOS == "ADJ" && !s.Negated(at) || stopsShort(s, at) {
			return true
		}
		if t.Head < 0 || t.Is("conj") && s.Child(at, "nsubj") >= 0 {
			return false
		}
		at = t.Head
	}
	return false
}

// askedAt tells whether a clause is what somebody asks: "asked what it would do to protect them".
func askedAt(s *english.Sentence, clause int) bool {
	t := &s.Tokens[clause]
	if t.Head < 0 || !t.Is("ccomp") || !tables().roles["questions"][s.Tokens[t.Head].Lemma] {
		return false
	}
	first, _ := s.Subtree(clause)
	return s.Tokens[first].XPOS == "WP" || s.Tokens[first].XPOS == "WRB"
}

// doubtedAt tells whether a clause is what somebody does not believe: "did not think that Norland would accept".
func doubtedAt(s *english.Sentence, clause int) bool {
	t := &s.Tokens[clause]
	return t.Head >= 0 && t.Is("ccomp") && tables().roles["believes"][s.Tokens[t.Head].Lemma] && s.Negated(t.Head)
}

// stopsShort tells whether a word says that what "of" tells is not done: "stopped short of calling for talks".
func stopsShort(s *english.Sentence, token int) bool {
	over := s.Tokens[token].Head
	return over >= 0 && tables().roles["shorts"][s.Tokens[token].Lemma] && s.Tokens[token].Is("xcomp") && tables().roles["stops"][s.Tokens[over].Lemma]
}

// deniedBy tells whether a verb denies or rejects the claim that it governs: "denied reports that it had offered",
// "rejected claims that it was arming them".
func deniedBy(s *english.Sentence, verb int) bool {
	w, _ := stanceAt(s, verb)
	return (w.stance == parley.Rejects || tables().roles["denies"][s.Tokens[verb].Lemma]) && !s.Negated(verb)
}

// disclaimed tells whether a word is what somebody denies: "denied that it was arming the rebels",
// "denies backing the militia".
func disclaimed(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	for t.Is("xcomp") && t.Head >= 0 && !tables().roles["denies"][s.Tokens[t.Head].Lemma] { // "denied that it was planning to strike"
		t = &s.Tokens[t.Head]
	}
	if claim := t.Head; claim >= 0 && t.Is("acl") && s.Tokens[claim].Is("obj") && tables().claims[s.Tokens[claim].Lemma] && s.Child(claim, "nmod:poss") < 0 {
		return deniedBy(s, s.Tokens[claim].Head)
	}
	return t.Head >= 0 && (t.Is("ccomp") || t.Is("xcomp") || t.Is("advcl") && t.XPOS == "VBG") && tables().roles["denies"][s.Tokens[t.Head].Lemma] && !s.Negated(t.Head)
}

// conditionAt tells whether a clause states a condition or asks: by a word ("if", "whether", "as long
// as"), by its order of words ("had we sought", "should they fail"), or as one of a list of conditions.
func conditionAt(s *english.Sentence, verb int) bool {
	subject, helper := -1, -1
	for child := range s.Children(verb) {
		switch t := &s.Tokens[child]; {
		case t.Is("nsubj"):
			if subject < 0 {
				subject = child
			}
		case t.Is("aux"):
			if helper < 0 && (strings.EqualFold(t.Text, "had") || strings.EqualFold(t.Text, "should") || strings.EqualFold(t.Text, "were")) {
				helper = child
			}
		case t.Is("mark"), t.Is("advmod"):
			if t.Lemma == "whether" || tables().roles["conditionals"][t.Lemma] || t.Lemma == "as" && t.Is("mark") && child > 1 && strings.EqualFold(s.Tokens[child-1].Text, "long") {
				return true
			}
		}
	}
	return helper >= 0 && helper < subject || s.ListedBehind(verb, tables().roles["conditions"])
}

// over tells whether a stance belongs to the past: "no longer demands", "until
// recently backed".
func over(s *english.Sentence, token int) bool {
	for child := range s.Children(token) {
		if s.Tokens[child].Is("advmod") && strings.EqualFold(s.Tokens[child].Text, "longer") && child > 0 && strings.EqualFold(s.Tokens[child-1].Text, "no") {
			return true
		}
	}
	return false
}

// bygone tells whether a clause tells of a year or month that names itself, or of a day
// weeks before publication: what was done then says little of today.
func (f *finder) bygone(sentence, token int) bool {
	s := &f.in.Text.Sentences[sentence]
	clause := s.Clause(token)
	for child := range s.Children(clause) {
		if t := &s.Tokens[child]; t.Is("aux") && strings.EqualFold(t.Text, "had") && tables().roles["wished"][s.Tokens[clause].Lemma] {
			return true // what a side "had hoped" for has not come about
		} else if t.UPOS == "NOUN" && t.Lemma == "past" && s.Case(child) == "in" {
			return true // "has rejected talks in the past"
		} else if t.Is("advmod") && tables().roles["formerly"][t.Lemma] && !(child > 0 && s.Tokens[child-1].Is("obl:unmarked")) {
			return true // "had initially declined", "has announced truces before", but not "the day before"
		}
	}
	for i := range f.in.Times {
		e := &f.in.Times[i]
		if e.Sentence == sentence && e.Signal != timex.Since && e.Signal != timex.By && e.Type == timex.Date && f.past(e) && !(isStanceWord(s, token) && dated(s, s.Anchor(e.First, e.Last))) && s.Clause(s.Anchor(e.First, e.Last)) == clause {
			return true
		}
	}
	if over := s.Tokens[clause].Head; over >= 0 && s.Tokens[clause].Is("advcl") && s.Tokens[clause].XPOS == "VBG" {
		return f.bygone(sentence, over) // "on March 18 it resumed the strikes, breaking the truce"
	}
	return false
}

// dated tells whether a time but says which thing a noun is: "wants nothing to do with the 2015 deal".
func dated(s *english.Sentence, time int) bool {
	over := s.Tokens[time].Head
	return over > time && s.Tokens[over].UPOS == "NOUN" && (s.Tokens[time].Is("nummod") || s.Tokens[time].Is("compound") || s.Tokens[time].Is("amod"))
}

// past tells whether an expression names a year or a month, or a time that was over long before
// publication. "Last month" is told as news.
func (f *finder) past(e *timex.Expression) bool {
	if f.longAgo(e) {
		return true
	}
	if e.From != "" && f.in.Day != "" && e.From.First().After(f.in.Day.First()) {
		return false // "ruled out elections before 2028"
	}
	coarse := (len(e.Value) == len("2021") || len(e.Value) == len("2021-12")) && e.Value[0] >= '0' && e.Value[0] <= '9'
	return coarse && !slices.ContainsFunc(f.in.Text.Sentences[e.Sentence].Tokens[e.First:e.Last], func(t english.Token) bool {
		return len(e.Value) == len("2021-12") && strings.EqualFold(t.Text, "month")
	})
}

// recent is for how many days a deed says where a party stands.
const recent = 30

// longAgo tells whether a time was over long before publication.
func (f *finder) longAgo(e *timex.Expression) bool {
	return e.To != "" && f.in.Day != "" && e.To.Last().Before(f.in.Day.First().AddDate(0, 0, -recent))
}

// exchangeAtSpan tells whether a condition is what is given in exchange.
func exchangeAtSpan(s *english.Sentence, condition parley.Span) bool {
	return slices.ContainsFunc(s.Tokens, func(t english.Token) bool { return t.Start == condition.Start && strings.EqualFold(t.Text, "in") })
}

// exchangeAt tells whether "in exchange for" or "in return for" opens at a token.
func exchangeAt(s *english.Sentence, token int) bool {
	if token+2 >= len(s.Tokens) || !strings.EqualFold(s.Tokens[token].Text, "in") || !strings.EqualFold(s.Tokens[token+2].Text, "for") {
		return false
	}
	return tables().roles["exchanges"][s.Tokens[token+1].Lemma]
}
