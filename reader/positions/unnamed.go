package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// other is the issue of what is none of the lexicon's, as matches have it.
const other = string(parley.OtherIssue)

// readUnnamed reads a stance on a matter that is none of the lexicon's issues: "condemned
// the remarks of the Norlandic minister". The word must leave no doubt that it takes a
// stance, and its clause must name another party, since what a government says of its own
// affairs is not negotiated.
func (f *finder) readUnnamed(t taken, stance parley.Stance, holders []holder) bool {
	s := &f.in.Text.Sentences[t.sentence]
	lemma := s.Tokens[t.token].Lemma
	bids := tables().roles["asksof"][lemma] && stance == parley.Demands && f.bids(t.sentence, t.token, holders[0].party)
	if !tables().roles["unnamed"][lemma] && !bids {
		return false
	}
	matter := s.Object(t.token)
	if bids {
		matter = s.Child(t.token, "xcomp", "advcl") // "wants Sudmark to expel the leaders"
	} else if matter < 0 {
		matter = f.matterBelow(t)
	}
	t.stance, t.certainty = stance, .4
	if force := f.condemnedForce(t.sentence, matter); stance == parley.Rejects && len(force) > 0 { // "condemned the actions of the army"
		others := slices.DeleteFunc(slices.Clone(holders), func(h holder) bool { return !f.namesOther(t.sentence-forceReach, t.sentence, h.party) })
		return f.takeAll(t, others, force)
	}
	if matter < 0 || tables().roles["whatever"][s.Tokens[matter].Lemma] || s.Tokens[matter].UPOS != "NOUN" && s.Tokens[matter].UPOS != "PROPN" && s.Tokens[matter].UPOS != "VERB" {
		return false
	}
	if _, somebody := f.in.Cast.At(t.sentence, matter); somebody || stance == parley.Offers && tables().roles["voiced"][s.Tokens[matter].Lemma] {
		return false // "offered another view of the talks"
	}
	others := slices.DeleteFunc(slices.Clone(holders), func(h holder) bool {
		return stance == parley.Rejects && f.ownersOwn(t.sentence, matter, h.party) || !f.concernsOther(t.sentence, t.token, h.party) && !(stance == parley.Rejects && f.namesOther(t.sentence-1, t.sentence, h.party))
	})
	if terms := f.bargained(t.sentence, matter); stance == parley.Rejects && len(terms) > 0 {
		return f.takeAll(t, others, terms)
	}
	issue := f.topic()
	if issue == other && stance == parley.Rejects && tables().roles["deeds"][s.Tokens[matter].Lemma] {
		return false // what somebody did is no matter of talks
	}
	return f.takeAll(t, others, []lexicon.IssueMatch{{First: matter, Last: matter, Issue: issue, Weight: 3}})
}

// bargained is the deal of which a plural names the terms that a side sets, in a text about talks or a deal: "rejected their
// conditions".
func (f *finder) bargained(sentence, noun int) []lexicon.IssueMatch {
	haggles := func(m lexicon.IssueMatch) bool { return m.Issue == "talks" || m.Issue == "deal" }
	t := &f.in.Text.Sentences[sentence].Tokens[noun]
	if t.XPOS != "NNS" || !tables().roles["bargains"][t.Lemma] || !slices.ContainsFunc(f.issues, func(told []lexicon.IssueMatch) bool {
		return slices.ContainsFunc(told, haggles)
	}) {
		return nil
	}
	return []lexicon.IssueMatch{{First: noun, Last: noun, Issue: "deal", Weight: 3}}
}

// termsRefused is the deal whose terms a predicate refuses, if they are what its subject names, and the stance: a red line
// where it says what they will be, "such demands will be unacceptable".
func (f *finder) termsRefused(sentence, predicate, subject int) ([]lexicon.IssueMatch, parley.Stance) {
	terms := f.bargained(sentence, subject)
	if how, _ := auxiliaryMood(&f.in.Text.Sentences[sentence], predicate); len(terms) > 0 && how == planned {
		return terms, parley.RedLine
	}
	return terms, parley.Rejects
}

// ownersOwn tells whether a noun has an owner of a party: who is against what his own government does is no party to talks.
func (f *finder) ownersOwn(sentence, noun int, party string) bool {
	owner := f.in.Text.Sentences[sentence].Child(noun, "nmod:poss")
	m, ok := f.in.Cast.At(sentence, max(0, owner))
	return owner >= 0 && ok && m.Affiliation == party
}

// matterBelow is what a word that takes a stance has below it, but nobody and no time: "a demand that Norland
// has rejected for years"; -1 for nothing.
func (f *finder) matterBelow(t taken) int {
	s := &f.in.Text.Sentences[t.sentence]
	asked := false
	for child := range s.Children(t.token) {
		switch c := &s.Tokens[child]; {
		case c.Is("obl"):
			_, somebody := f.in.Cast.At(t.sentence, child)
			if !somebody && !f.timeBetween(t.sentence, child-3, child+2) {
				return child
			}
			asked = asked || somebody // "called on Sudmark to correct its ways"
		case c.Is("xcomp"), c.Is("ccomp"), c.Is("nmod"), c.Is("acl"), asked && c.Is("advcl") && s.Infinitive(child):
			return child
		}
	}
	return -1
}

// concernsOther tells whether what a word governs names a party other than a given one.
func (f *finder) concernsOther(sentence, token int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	subject := s.Child(token, "nsubj", "nsubj:pass", "obl:agent")
	return slices.ContainsFunc(f.in.Cast.Matches[sentence], func(m lexicon.Match) bool {
		return ofOther(&m, party) && s.Dominates(token, m.Last) && (subject < 0 || !s.Dominates(subject, m.Last))
	})
}

// ofOther tells whether a phrase names a party other than a given one.
func ofOther(m *lexicon.Match, party string) bool {
	return partyKind(m.Kind) && m.Actor.Affiliation != "" && m.Actor.Affiliation != party
}

// namesOther tells whether one of some sentences names a party other than a given one: whose
// doings are condemned may stand before.
func (f *finder) namesOther(first, last int, party string) bool {
	for at := max(0, first); at <= last; at++ {
		if slices.ContainsFunc(f.in.Cast.Matches[at], func(m lexicon.Match) bool { return ofOther(&m, party) }) {
			return true
		}
	}
	return false
}

// steps is the issue of measures that somebody threatens without naming them: what the text is
// about, or that of the measures which its sentence names besides.
func (f *finder) steps(sentence int, told lexicon.IssueMatch) string {
	if issue := f.topic(); issue != other {
		return issue
	}
	for _, t := range f.in.Text.Sentences[sentence].Tokens[told.First : told.Last+1] {
		if tables().roles["telling"][t.Lemma] {
			return "sanctions" // what a state that uses no force calls concrete action against another
		}
	}
	for _, m := range f.issues[sentence] {
		if tables().roles["measures"][f.in.Text.Sentences[sentence].Tokens[m.Last].Lemma] {
			return m.Issue
		}
	}
	return other
}

// topic is the issue that a text is about, where one of those outweighs all others by far;
// "other" else.
func (f *finder) topic() string {
	counts, all := map[string]int{}, 0
	for _, matches := range f.issues {
		for _, m := range matches {
			if m.Weight >= 4 && !broad(m.Issue) {
				counts[m.Issue]++
				all++
			}
		}
	}
	for issue, n := range counts {
		if tables().issues["renamed"][issue] && n >= 4 && 3*n > 2*all {
			return issue
		}
	}
	return other
}
