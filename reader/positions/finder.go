package positions

import (
	"iter"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
	"github.com/parleyrecord/parley/reader/timex"
)

// Input is what is known of a text before positions are read.
type Input struct {
	Text         *english.Text
	Cast         *actors.Cast
	Attributions []attribution.Attribution
	Times        []timex.Expression
	Lexicon      *lexicon.Lexicon
	// Day is the day of publication, "" where it is not known.
	Day parley.Date
}

type finder struct {
	in     Input
	issues [][]lexicon.IssueMatch // by sentence
	found  []taken
	lists  []demandList
	// outsiders are those, by their ID, whom the text calls analysts or the like.
	outsiders map[string]bool
	// officials are those, by their ID, whom the text calls officials of a party.
	officials map[string]bool
}

// taken is one stance that the text takes, before those alike are merged.
type taken struct {
	sentence, token int
	stated          int // the sentence in which the issue is told
	stance, former  parley.Stance
	issue           lexicon.IssueMatch
	who             holder
	clause          parley.Span
	condition       parley.Span
	aim             parley.Span // the words that say it is on the end of its issue; empty else
	since           *timex.Expression
	certainty       float64
}

// about is a stance with its issue.
func (t taken) about(issue lexicon.IssueMatch) taken {
	t.issue, t.stated = issue, t.sentence
	return t
}

// holder is who takes a stance.
type holder struct {
	name    string // "" where the party alone is told
	party   string
	spans   []parley.Span
	fellows []holder // who speaks with the same voice: the others of a joint statement
}

// each yields a list of holders with all who speak with them.
func each(holders []holder) iter.Seq[holder] {
	return func(yield func(holder) bool) {
		for _, who := range holders {
			if !yield(who) {
				return
			}
			for _, other := range who.fellows {
				if !yield(other) {
					return
				}
			}
		}
	}
}

// Find reads the positions of a text, and the plans, offers and drafts in it,
// each in the order in which they are first told.
func Find(in Input) ([]parley.Position, []parley.Proposal) {
	f := newFinder(in)
	for i := range in.Text.Sentences {
		f.readSentence(i)
	}
	return f.merge(), f.proposals()
}

func newFinder(in Input) *finder {
	f := &finder{in: in, issues: make([][]lexicon.IssueMatch, len(in.Text.Sentences)), outsiders: findOutsiders(in), officials: findOfficials(in)}
	var lemmas []string
	for i := range in.Text.Sentences {
		lemmas = lemmas[:0]
		for _, t := range in.Text.Sentences[i].Tokens {
			lemmas = append(lemmas, t.Lemma)
		}
		f.issues[i] = slices.DeleteFunc(outermost(in.Lexicon.FindIssues(lemmas)), func(m lexicon.IssueMatch) bool {
			return m.First == m.Last && m.Issue == "military-action" && tables().roles["ruins"][lemmas[m.First]] && !f.onSide(i, m.First)
		})
		f.issues[i] = thingsReleased(&in.Text.Sentences[i], f.issues[i])
		f.issues[i] = warsEnded(&in.Text.Sentences[i], f.issues[i])
		f.issues[i] = f.landsLeft(i, f.issues[i])
		f.issues[i] = troopsSent(&in.Text.Sentences[i], f.landsGiven(i, f.bodiesJoined(i, f.issues[i])))
		f.issues[i] = troopsArmed(&in.Text.Sentences[i], troopsLeave(&in.Text.Sentences[i], f.issues[i]))
	}
	return f
}

// onSide tells whether a verb is done to a party: "will destroy the militia", but not "destroyed
// a bridge".
func (f *finder) onSide(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	object := s.Child(verb, "obj", "nsubj:pass")
	return s.Tokens[verb].UPOS == "VERB" && object >= 0 && slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.First <= object && object <= m.Last && (m.Kind == lexicon.GroupMatch || m.Kind == lexicon.StateMatch)
	})
}

// outermost leaves out one word that is but a hint, or a phrase, where it stands in a longer phrase of
// another issue: the war of "war criminal", who steps aside in "step aside from the talks".
func outermost(all []lexicon.IssueMatch) []lexicon.IssueMatch {
	return slices.DeleteFunc(slices.Clone(all), func(m lexicon.IssueMatch) bool {
		return (m.First < m.Last || m.Weight <= 3) && slices.ContainsFunc(all, func(o lexicon.IssueMatch) bool {
			return o.First <= m.First && m.Last <= o.Last && o.Last-o.First > m.Last-m.First && o.Issue != m.Issue && o.Weight >= m.Weight
		})
	})
}

// thingsReleased leaves out the release of what is no captive: "is ready to release 10 million euros".
func thingsReleased(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	return slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool {
		if m.First != m.Last || s.Tokens[m.First].Lemma != "release" {
			return false
		}
		what := s.Child(m.First, "obj", "nsubj:pass")
		for child := range s.Children(m.First) {
			if what < 0 && s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
				what = child
			}
		}
		return what >= 0 && tables().roles["released"][s.Tokens[what].Lemma]
	})
}

// warsEnded makes a truce of a war or a conflict that is to end, whatever it is called: "end the war in
// the south" is a phrase of the lexicon, "end the Norland-Sudmark war" is not.
func warsEnded(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for noun := range s.Tokens {
		t := &s.Tokens[noun]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.Head < 0 || !tables().roles["wars"][strings.ToLower(t.Lemma)] {
			continue
		}
		end := lexicon.IssueMatch{First: noun, Last: noun, Issue: "ceasefire", Weight: 4}
		switch over := t.Head; {
		case t.Is("nsubj") && comesToEnd(s, over):
		case over < noun && tables().aims["ends"][s.Tokens[over].Lemma] && (t.Is("obj") || s.Case(noun) == "of" || s.Case(noun) == "to"):
			end.First = over
		default:
			continue
		}
		if told := slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool {
			return m.First <= noun && noun <= m.Last && (m.First < m.Last || m.Issue != "military-action")
		}); told {
			continue // "end the war criminal's reign", or a phrase of the lexicon
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool { return m.First == noun && m.Last == noun })
		issues = append(issues, end)
	}
	return issues
}

// comesToEnd tells whether a verb says, by itself or by one below it, that its subject has to come
// to an end: "has to end", "must come to an end".
func comesToEnd(s *english.Sentence, verb int) bool {
	if below := s.Child(verb, "xcomp"); s.Tokens[verb].Lemma == "have" && below >= 0 {
		verb = below
	}
	if lemma := s.Tokens[verb].Lemma; lemma != "come" {
		return (lemma == "end" || lemma == "stop") && s.Child(verb, "obj") < 0
	}
	end := s.Child(verb, "obl")
	return end >= 0 && s.Tokens[end].Lemma == "end" && s.Case(end) == "to"
}

// troopsLeave adds a withdrawal where those who bear arms are to leave: "wants all fighters to leave
// the valley"; what such troops are called is then no issue of its own.
func troopsLeave(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		if t := &s.Tokens[verb]; t.UPOS != "VERB" || !tables().roles["departs"][t.Lemma] && !((t.Lemma == "go" || t.Lemma == "return") && opensClause(s, verb, "home")) {
			continue
		}
		who := s.Child(verb, "nsubj")
		if over := s.Tokens[verb].Head; who < 0 && (s.Tokens[verb].Is("xcomp") || s.Tokens[verb].Is("advcl") && s.Infinitive(verb)) && over >= 0 {
			who = s.Child(over, "obj", "iobj")
		}
		if who < 0 || s.Tokens[who].UPOS != "NOUN" || !tables().forces[s.Tokens[who].Lemma] {
			continue
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool { return m.First <= who && who <= m.Last })
		return append(issues, lexicon.IssueMatch{First: verb, Last: verb, Issue: "withdrawal", Weight: 4})
	}
	return issues
}

// bodiesJoined adds a membership where a side joins or leaves an international body, or is a member of
// it, whatever that is called: "will not leave the union".
func (f *finder) bodiesJoined(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for _, m := range f.in.Cast.Matches[sentence] {
		if m.Kind != lexicon.BodyMatch || !tables().roles["unions"][strings.ToLower(m.Actor.Sector)] {
			continue
		}
		body := s.Anchor(m.First, m.Last+1)
		over := s.Tokens[body].Head
		if over < 0 || over >= m.First {
			continue
		}
		if t := &s.Tokens[over]; t.UPOS == "VERB" && (s.Tokens[body].Is("obj") && tables().roles["joins"][t.Lemma] || s.Case(body) == "to" && tables().roles["admits"][t.Lemma]) || t.UPOS == "NOUN" && s.Tokens[body].Is("nmod") && tables().roles["members"][t.Lemma] {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: over, Last: m.Last, Issue: "alliance-membership", Weight: 5})
		}
	}
	return issues
}

// troopsArmed adds a supply of arms where a side is armed or weapons are sent: "ruled out arming the
// Norlandic rebels", "will send tanks".
func troopsArmed(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		side := s.Child(verb, "obj")
		t := &s.Tokens[verb]
		if t.UPOS != "VERB" || side < 0 {
			continue
		}
		lemma := s.Tokens[side].Lemma
		if tables().roles["armed"][t.Lemma] && (tables().opposed[lemma] || tables().forces[lemma]) || tables().roles["sends"][t.Lemma] && tables().roles["weaponry"][lemma] {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: verb, Last: side, Issue: "arms-supply", Weight: 5})
		}
	}
	return issues
}

// takeAll keeps a stance of each holder on each issue.
func (f *finder) takeAll(t taken, holders []holder, issues []lexicon.IssueMatch) bool {
	t.stated = t.sentence
	for t.who = range each(holders) {
		for _, t.issue = range issues {
			f.take(t)
		}
	}
	return len(holders) > 0 && len(issues) > 0
}

// take keeps a stance with its clause, condition and time.
func (f *finder) take(t taken) {
	if t.who.party == "" {
		return
	}
	s := &f.in.Text.Sentences[t.sentence]
	if (t.stance == parley.Rejects || t.stance == parley.RedLine) && t.stated == t.sentence && f.withheld(t) {
		t.stance = parley.Demands // who will not have aid withheld wants it let in
	}
	if t.issue.Issue == "withdrawal" && t.stated == t.sentence && tables().roles["stays"][f.in.Text.Sentences[t.sentence].Tokens[t.issue.Last].Lemma] {
		if below := ownDeed(s, t.token); below >= 0 && tables().debated[s.Tokens[below].Lemma] {
			return // "is willing to discuss a larger presence"
		}
		t.issue.Issue, t.stance = onStay(t.stance)
	}
	if t.issue.Issue == "humanitarian-access" && (t.stance == parley.Rejects || t.stance == parley.RedLine) && tables().evils[f.in.Text.Sentences[t.stated].Tokens[t.issue.Last].Lemma] {
		return // who will not have a famine does not refuse relief
	}
	if t.stated == t.sentence && f.ownArms(t) {
		t.issue.Issue = "disarmament" // "will not discuss its weapons"
	}
	if (t.stance == parley.Threatens || t.stance == parley.Supports || t.stance == parley.Offers) && t.stated == t.sentence && f.wardedOff(t) {
		return
	}
	if t.issue.Issue == "talks" && t.stated == t.sentence && f.setsVenue(t) {
		t.issue.Issue = "venue-date"
	}
	t.clause = f.clauseWith(t)
	if condition, head, ok := conditionOf(s, t.token); ok {
		t.condition = condition
		switch t.stance {
		case parley.Supports, parley.Accepts, parley.Offers:
			t.stance = parley.Conditional
			f.takeCondition(t, head)
		case parley.Undecided:
			if how, told := auxiliaryMood(s, t.token); told && how == planned { // "would consider joining if the sanctions were lifted"
				t.stance = parley.Conditional
				f.takeCondition(t, head)
			}
		case parley.Threatens:
			switch {
			case head >= 0 && marked(s, head, "unless"): // "will strike unless Norland withdraws"
				f.takeCondition(t, head)
			case f.yields(t, head): // "will go on with the strikes until Norland withdraws"
				t.stance = parley.Conditional
			}
		case parley.Rejects:
			if head >= 0 && marked(s, head, "if") && !s.Negated(head) { // "could no longer support it if the hunger goes on"
				t.stance = parley.Conditional
			} else if head >= 0 && (marked(s, head, "until") || marked(s, head, "unless")) {
				if t.issue.Issue != "military-action" {
					f.takeCondition(t, head) // "will not talk until Norland withdraws"
				}
				if f.yields(t, head) {
					t.stance = parley.Conditional
				}
			}
		}
	}
	shunned := false
	if shuns, direct := f.shunned(t); t.stance == parley.Demands && shuns {
		if !direct {
			return // "should refrain from statements on the border"
		}
		shunned, t.stance = true, parley.Rejects // "should refrain from any intervention"
	}
	if aim, ok := f.aimOf(t); ok && !shunned {
		t.aim = aim
	} else if t.stance == parley.Accepts && t.issue.Issue == "sanctions" {
		t.stance = parley.Supports // "agreed on a package of sanctions"
	}
	t.since = f.sinceOf(t.sentence, t.token)
	f.found = append(f.found, t)
}

// yields tells whether what a clause with "until" or "unless" waits for is the deed of another
// side than that of a holder.
func (f *finder) yields(t taken, head int) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if head < 0 || !marked(s, head, "until") && !marked(s, head, "unless") {
		return false
	}
	subject := s.Child(head, "nsubj", "nsubj:pass")
	if subject < 0 || ofSpeaker(&s.Tokens[subject]) {
		return false
	}
	if _, somebody := f.in.Cast.At(t.sentence, subject); somebody && !f.ownSide(t.sentence, subject, t.who.party) {
		return true
	}
	return slices.ContainsFunc(f.in.Cast.Matches[t.sentence], func(m lexicon.Match) bool {
		return ofOther(&m, t.who.party) && s.Dominates(head, m.Last)
	})
}

// onStay is the issue and the stance of who takes one on troops that stay on a land: "opposed the
// military presence" is about the land.
func onStay(stance parley.Stance) (string, parley.Stance) {
	switch stance {
	case parley.Rejects, parley.RedLine:
		return "territory", stance
	case parley.Supports, parley.Accepts:
		return "withdrawal", parley.Rejects
	}
	return "withdrawal", stance
}

// withheld tells whether a stance is on the withholding of relief and not on the relief:
// "the blockade of aid is unacceptable".
func (f *finder) withheld(t taken) bool {
	if t.issue.Issue != "humanitarian-access" {
		return false
	}
	s := &f.in.Text.Sentences[t.sentence]
	for token := t.issue.First; token <= t.issue.Last; token++ {
		if tables().withholds[s.Tokens[token].Lemma] {
			return true
		}
	}
	if tables().withholds[s.Tokens[t.token].Lemma] && !isStanceWord(s, t.token) && s.Negated(t.token) {
		return true // "aid must not be politicized"
	}
	for at := s.Anchor(t.issue.First, t.issue.Last+1); at >= 0 && at != t.token; at = s.Tokens[at].Head {
		if tables().withholds[s.Tokens[at].Lemma] {
			return true
		}
	}
	return false
}

// clauseWith is the clause of the word that takes a stance, widened to the issue
// where that stands outside it.
func (f *finder) clauseWith(t taken) parley.Span {
	s := &f.in.Text.Sentences[t.sentence]
	clause := clauseSpan(s, s.Clause(t.token))
	if t.stated != t.sentence {
		return clause
	}
	first, last := s.Tokens[t.issue.First], s.Tokens[t.issue.Last]
	return parley.Span{Start: min(clause.Start, first.Start), End: max(clause.End, last.End)}
}

// fewestQuoted is the number of words from which a quote can be told from others
// of its text.
const fewestQuoted = 3

// clauseSpan is the stretch of a clause without those told beside it.
func clauseSpan(s *english.Sentence, head int) parley.Span {
	first, last := s.Subtree(head, "conj", "parataxis", "cc", "punct")
	first, last = s.Whole(s.Widen(first, last, fewestQuoted))
	return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}
