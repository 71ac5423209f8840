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
	for i := range in.Text.Sentences {
		s := &in.Text.Sentences[i]
		f.issues[i] = slices.DeleteFunc(outermost(findIssues(s, in.Lexicon)), func(m lexicon.IssueMatch) bool {
			return m.First == m.Last && (m.Issue == "military-action" && tables().roles["ruins"][s.Tokens[m.First].Lemma] && !f.onSide(i, m.First) || ofOtherKind(s, m))
		})
		f.issues[i] = f.captivesFreed(i, thingsReleased(s, f.issues[i]))
		f.issues[i] = warsEnded(s, repaidInKind(s, f.issues[i]))
		f.issues[i] = f.landsLeft(i, f.issues[i])
		f.issues[i] = troopsSent(s, f.landsOwned(i, f.landsGiven(i, f.bodiesJoined(i, troopsDeployed(s, f.issues[i])))))
		f.issues[i] = issuesOfIt(s, troopsArmed(s, troopsWithdrawn(s, troopsOut(s, troopsLeave(s, f.rulesEnded(i, f.rulersLeave(i, f.issues[i])))))))
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

// refit puts a stance on the issue that it is about, and turns it round where its words do; false where it is
// no stance at all.
func (f *finder) refit(t *taken) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if (t.stance == parley.Rejects || t.stance == parley.RedLine) && t.stated == t.sentence && (f.withheld(*t) || refusedTo(s, *t)) {
		t.stance = parley.Demands // who will not have aid withheld wants it let in
	}
	if t.issue.Issue == "withdrawal" && t.stated == t.sentence && tables().roles["stays"][s.Tokens[t.issue.Last].Lemma] {
		if below := ownDeed(s, t.token); below >= 0 && tables().debated[s.Tokens[below].Lemma] {
			return false // "is willing to discuss a larger presence"
		}
		t.issue.Issue, t.stance = onStay(t.stance)
	}
	if t.issue.Issue == "humanitarian-access" && (t.stance == parley.Rejects || t.stance == parley.RedLine) && evilDone(&f.in.Text.Sentences[t.stated], t.issue) {
		return false // who will not have a famine, or relief workers killed, does not refuse relief
	}
	if t.stated == t.sentence && f.ownArms(*t) {
		t.issue.Issue = "disarmament" // "will not discuss its weapons"
	}
	if (t.stance == parley.Threatens || t.stance == parley.Supports || t.stance == parley.Offers) && t.stated == t.sentence && f.wardedOff(*t) {
		return false
	}
	if t.issue.Issue == "talks" && t.stated == t.sentence && f.setsVenue(*t) {
		t.issue.Issue = "venue-date"
	}
	return true
}

// evilDone tells whether an issue names an evil, or to whom one is done: "the famine", "the killing of aid workers".
func evilDone(s *english.Sentence, issue lexicon.IssueMatch) bool {
	over := s.Tokens[issue.Last].Head
	return tables().evils[s.Tokens[issue.Last].Lemma] || over >= 0 && s.Tokens[issue.Last].Is("nmod") && tables().evils[s.Tokens[over].Lemma]
}

// condition gives a stance the condition that it is told with, and makes it one that hangs on that.
func (f *finder) condition(t *taken) {
	s := &f.in.Text.Sentences[t.sentence]
	condition, head, ok := conditionOf(s, t.token)
	if how, _ := moodOf(s, t.token); !ok || how == done && s.Tokens[t.token].UPOS == "VERB" && !isStanceWord(s, t.token) && exchangeAtSpan(s, condition) {
		return // "freed ten captives in exchange for others" is done
	}
	t.condition = condition
	switch t.stance {
	case parley.Supports, parley.Accepts, parley.Offers:
		t.stance = parley.Conditional
		f.takeCondition(*t, head)
	case parley.Undecided:
		if how, told := auxiliaryMood(s, t.token); told && how == planned { // "would consider joining if the sanctions were lifted"
			t.stance = parley.Conditional
			f.takeCondition(*t, head)
		}
	case parley.Threatens:
		switch {
		case head >= 0 && marked(s, head, "unless"): // "will strike unless Norland withdraws"
			f.takeCondition(*t, head)
		case f.yields(*t, head): // "will go on with the strikes until Norland withdraws"
			t.stance = parley.Conditional
		}
	case parley.Rejects:
		if head >= 0 && marked(s, head, "if") && !s.Negated(head) { // "could no longer support it if the hunger goes on"
			t.stance = parley.Conditional
		} else if head >= 0 && waitsFor(s, head) {
			if t.issue.Issue != "military-action" {
				f.takeCondition(*t, head) // "will not talk until Norland withdraws"
			}
			if f.yields(*t, head) {
				t.stance = parley.Conditional
			}
		}
	}
}

// take keeps a stance with its clause, condition and time.
func (f *finder) take(t taken) {
	if t.who.party == "" {
		return
	}
	if t.stance == parley.Accepts && t.stated == t.sentence && f.betweenOthers(t.sentence, t.issue, t.who.party) {
		return // "talks between Norland and Sudmark will resume, the mediator said"
	}
	if !f.refit(&t) || f.receives(t) || f.agreedTo(t) {
		return
	}
	t.clause = f.clauseWith(t)
	f.condition(&t)
	shunned := false
	if shuns, direct := f.shunned(t); t.stance == parley.Demands && shuns {
		if !direct {
			return // "should refrain from statements on the border"
		}
		shunned, t.stance = true, parley.Rejects // "should refrain from any intervention"
	}
	if aim, ok := f.aimOf(t); ok && !shunned {
		if t.aim = aim; t.stance == parley.Demands && t.issue.Issue == "military-action" {
			t.stance, t.aim = parley.Rejects, parley.Span{} // "demanded an end to the drills"
		}
	} else if t.stance == parley.Accepts && t.issue.Issue == "sanctions" {
		t.stance = parley.Supports // "agreed on a package of sanctions"
	}
	t.since = f.sinceOf(t.sentence, t.token)
	f.found = append(f.found, t)
}

// betweenOthers tells whether talks or a deal are told to be between parties of which a holder is none.
func (f *finder) betweenOthers(sentence int, issue lexicon.IssueMatch, party string) bool {
	if issue.Issue != "talks" && issue.Issue != "deal" {
		return false
	}
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(s.Anchor(issue.First, issue.Last+1)) {
		if s.Case(child) != "between" {
			continue
		}
		others := 0
		for _, m := range f.in.Cast.Matches[sentence] {
			if m.Actor.Affiliation == "" || !s.Dominates(child, m.Last) {
				continue
			}
			if m.Actor.Affiliation == party {
				return false
			}
			others++
		}
		return others > 1
	}
	return false
}

// agreedTo tells whether what its holder demands is what he agrees to with others, which says more: "they agreed that a
// truce is needed".
func (f *finder) agreedTo(t taken) bool {
	word := &f.in.Text.Sentences[t.sentence].Tokens[t.token]
	return t.stance == parley.Demands && word.Is("ccomp") && slices.ContainsFunc(f.found, func(o taken) bool {
		return o.sentence == t.sentence && o.token == word.Head && o.stance == parley.Accepts && o.who.party == t.who.party
	})
}

// receives tells whether what a verb tells is done to its holder, for whom a pronoun stands, by somebody else:
// "would let Norland keep its army and give it guarantees".
func (f *finder) receives(t taken) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if s.Tokens[t.token].UPOS != "VERB" || s.Passive(t.token) {
		return false
	}
	whom := s.Child(t.token, "iobj")
	if whom < 0 || s.Tokens[whom].UPOS != "PRON" || s.Tokens[whom].Feat("Reflex") == "Yes" {
		return false
	}
	m, known := f.in.Cast.At(t.sentence, whom)
	if doer := s.Subject(t.token); !known && doer >= 0 && s.Tokens[doer].Is("obj") {
		return true
	}
	return known && slices.ContainsFunc(f.holdersBy(m), func(h holder) bool { return h.isOf(t.who.party) })
}

// yields tells whether what a clause with "until" or "unless" waits for is the deed of another
// side than that of a holder.
func (f *finder) yields(t taken, head int) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if head < 0 || !waitsFor(s, head) {
		return false
	}
	subject := s.Child(head, "nsubj", "nsubj:pass")
	if subject < 0 || ofSpeaker(&s.Tokens[subject]) {
		return false
	}
	if _, somebody := f.in.Cast.At(t.sentence, subject); somebody && s.Tokens[subject].Deprel == "nsubj:pass" && tables().roles["ruins"][s.Tokens[head].Lemma] {
		return false // "until Norland is defeated"
	}
	if marked(s, head, "unless") && strings.EqualFold(s.Tokens[subject].Text, "they") && f.concernsSide(t.sentence, t.token, t.who.party) {
		return true // "will not talk to the rebels unless they withdraw"
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

// refusedTo tells whether a stance is on what keeps a thing from being and not on the thing: "their refusal to
// release the captives is unacceptable", "the collapse of the truce is regrettable".
func refusedTo(s *english.Sentence, t taken) bool {
	for at := s.Anchor(t.issue.First, t.issue.Last+1); at >= 0 && at != t.token; at = s.Tokens[at].Head {
		over := s.Tokens[at].Head
		if over < 0 || over == t.token {
			continue
		}
		noun := s.Tokens[over].Lemma
		if s.Tokens[at].Is("acl") && tables().roles["refusals"][noun] || s.Tokens[at].Is("nmod") && s.Case(at) == "of" && tables().roles["collapses"][noun] {
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
