package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// Claim is what a denial is set against.
type Claim struct {
	Words parley.Span
	By    Source // without a text where the writer says it
}

// Where a claim that is denied is looked for.
const (
	// sentencesBack is how many sentences before a denial that points back to
	// it a claim may stand.
	sentencesBack = 2
	// fewestAlike is how many lemmas a denial and a claim elsewhere in the text
	// must share, and alike which share of those of the shorter.
	fewestAlike = 3
	alike       = 0.5
)

// deny finds the claims that denials are set against: one that the denial itself
// reports ("rejected Norland's claim that …"), one in like words anywhere in the
// text, or the one told just before a denial that points back to it ("denied
// any part in it").
func (f *finder) deny() {
	for i := range f.found {
		a := &f.found[i]
		if !f.denies(a) || a.Thought || len(a.Sources) == 0 {
			continue
		}
		a.Manner = parley.Denies
		a.Against = f.claimAgainst(i)
	}
}

// denies tells whether an attribution is of a denial: by its verb, or because
// what it rejects is a claim.
func (f *finder) denies(a *Attribution) bool {
	if a.Manner == parley.Denies {
		return true
	}
	return a.Class == "reject" && len(a.cueTokens) > 0 && f.claimBelow(a) >= 0 || f.deniesInPerson(a) || f.calledFalse(a) >= 0
}

// calledFalse is the noun for a claim that somebody says to be false: "said the accusations were
// baseless", "called the claim false"; -1 where there is none.
func (f *finder) calledFalse(a *Attribution) int {
	if a.Class == "ask" || a.Negated || a.Unreal {
		return -1
	}
	s := &f.text.Sentences[a.Sentence]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !knowledge().words["false"][strings.ToLower(t.Lemma)] || qualified(s, i) || !a.says(t) {
			continue
		}
		claim := -1
		switch {
		case s.Child(i, "cop") >= 0 && (t.Is("ccomp") || t.Is("root") || t.Is("parataxis")):
			claim = s.Child(i, "nsubj")
		case t.Is("xcomp") && slices.Contains(a.cueTokens, t.Head):
			claim = s.Child(t.Head, "obj")
		}
		if claim >= 0 && isClaim(strings.ToLower(s.Tokens[claim].Lemma)) {
			return claim
		}
	}
	return -1
}

// toldBy is a claim in the words of the noun that it is called by: "the allegation that Norland
// armed the rebels"; nil where they do not say what is claimed.
func (f *finder) toldBy(sentence, noun int) *Claim {
	s := &f.text.Sentences[sentence]
	if noun < 0 || s.Child(noun, "acl", "acl:relcl", "ccomp") < 0 {
		return nil
	}
	_, last := s.Subtree(noun)
	return &Claim{Words: parley.Span{Start: s.Tokens[noun].Start, End: s.Tokens[last-1].End}}
}

// deniesInPerson tells whether somebody denies in words that are quoted: "We reject any
// claim that ...", Lund said.
func (f *finder) deniesInPerson(a *Attribution) bool {
	s := &f.text.Sentences[a.Sentence]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" || !a.Quoted || !a.says(t) || t.Head >= 0 && a.says(&s.Tokens[t.Head]) && !t.Is("conj") {
			continue // "They say we deny it" is no denial
		}
		subject, object := s.Child(i, "nsubj"), s.Child(i, "obj")
		if subject < 0 || !firstPerson[strings.ToLower(s.Tokens[subject].Text)] || object < 0 || qualified(s, i) {
			continue
		}
		for _, v := range knowledge().verbs[t.Lemma] {
			if v.second == "" && (v.class == "deny" || v.class == "reject" && isClaim(strings.ToLower(s.Tokens[object].Lemma))) {
				return true
			}
		}
	}
	return false
}

// says tells whether a token of its sentence is one of what is communicated.
func (a *Attribution) says(t *english.Token) bool {
	return slices.ContainsFunc(a.Content, func(c parley.Span) bool { return c.Start <= t.Start && t.End <= c.End })
}

// firstPerson are the words for who speaks.
var firstPerson = map[string]bool{"i": true, "we": true}

// qualified tells whether a verb has a word beside it that takes it back: "cannot deny",
// "would never deny".
func qualified(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		t := &s.Tokens[child]
		if t.Is("aux") && t.XPOS == "MD" || t.Is("mark") || t.Is("advmod") && (t.Lemma == "not" || t.Lemma == "never" || t.Lemma == "n't") {
			return true
		}
	}
	return false
}

// claimBelow is the noun for a claim that the cue of an attribution has for its
// object; -1 where it has none.
func (f *finder) claimBelow(a *Attribution) int {
	s := &f.text.Sentences[a.Sentence]
	for _, cue := range a.cueTokens {
		if object := s.Child(cue, "obj", "nsubj:pass"); object >= 0 && isClaim(strings.ToLower(s.Tokens[object].Lemma)) {
			return object
		}
	}
	return -1
}

// isClaim tells whether a noun is one for what somebody holds to be true.
func isClaim(lemma string) bool {
	switch knowledge().nouns[lemma].class {
	case "claim", "accuse":
		return true
	}
	return false
}

func (f *finder) claimAgainst(denial int) *Claim {
	a := &f.found[denial]
	for j := range f.found {
		b := &f.found[j]
		if b.Sentence == a.Sentence && j != denial && f.claims(b, a) && a.covers(b.Cue) {
			return claimOf(b)
		}
	}
	if c := f.toldBy(a.Sentence, f.calledFalse(a)); c != nil {
		return c
	}
	if c := f.alikeClaim(denial); c != nil {
		return c
	}
	if f.pointsBack(a) {
		return f.claimBefore(a)
	}
	return nil
}

// claims tells whether an attribution reports what somebody else than the one who
// denies holds to be true.
func (f *finder) claims(b, denial *Attribution) bool {
	if b.Thought || b.Negated || b.Unreal || b.Future || b.Manner == parley.Denies || len(b.Sources) == 0 || len(b.Content) == 0 {
		return false
	}
	if b.covers(denial.Cue) {
		return false // it reports the denial
	}
	switch b.Class {
	case "say", "claim", "accuse", "report", "announce", "show", "estimate":
	default:
		return false
	}
	from, who := b.Sources[0], denial.Sources[0]
	if who.Kind == parley.BodySource && who.Affiliation != "" && from.Affiliation == who.Affiliation {
		return false // its own ambassador speaks for it
	}
	return from.Name != who.Name || from.Name == "" && from.Text != who.Text
}

func claimOf(b *Attribution) *Claim { return &Claim{Words: b.Content[0], By: b.Sources[0]} }

// alikeClaim is what somebody else says in the words that are denied.
func (f *finder) alikeClaim(denial int) *Claim {
	a := &f.found[denial]
	denied := f.lemmas(a)
	best, most := -1, 0
	for j := range f.found {
		b := &f.found[j]
		if j == denial || b.Sentence == a.Sentence || !f.claims(b, a) {
			continue
		}
		said := f.lemmas(b)
		n := 0
		for lemma := range said {
			if denied[lemma] {
				n++
			}
		}
		if n >= fewestAlike && float64(n) >= alike*float64(min(len(denied), len(said))) && n > most {
			best, most = j, n
		}
	}
	if best < 0 {
		return nil
	}
	return claimOf(&f.found[best])
}

// lemmas are those of the words that carry the meaning of a content.
func (f *finder) lemmas(a *Attribution) map[string]bool {
	found := map[string]bool{}
	s := &f.text.Sentences[a.Sentence]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch t.UPOS {
		case "NOUN", "PROPN", "VERB", "ADJ", "NUM":
		default:
			continue
		}
		if a.says(t) {
			found[strings.ToLower(t.Lemma)] = true
		}
	}
	return found
}

// pointsBack tells whether a denial says what it denies only by pointing back:
// with a pronoun, a noun for a claim, or one for a part in what was told.
func (f *finder) pointsBack(a *Attribution) bool {
	s := &f.text.Sentences[a.Sentence]
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !a.says(t) {
			continue
		}
		lemma := strings.ToLower(t.Lemma)
		if knowledge().back[strings.ToLower(t.Text)] || knowledge().back[lemma] || isClaim(lemma) {
			return true
		}
	}
	return false
}

// claimBefore is what somebody else says of the one who denies in the sentences
// before the denial or, where nobody does, what the writer tells of them right
// before it.
func (f *finder) claimBefore(a *Attribution) *Claim {
	if a.Sources[0].Name == "" {
		return nil // of whom nobody can tell what is said
	}
	for j := len(f.found) - 1; j >= 0; j-- {
		b := &f.found[j]
		back := a.Sentence - b.Sentence
		before := back >= 0 && back <= sentencesBack && b.place() < a.place()
		if before && f.claims(b, a) && f.speaksOf(b.Sentence, b.Content[0], a.Sources[0]) {
			return claimOf(b)
		}
	}
	before := a.Sentence - 1
	if a.Sources[0].Kind != parley.PersonSource {
		return nil // sentences name states for many reasons
	}
	if before < 0 || f.text.Sentences[before].Paragraph == 0 {
		return nil
	}
	if slices.ContainsFunc(f.found, func(b Attribution) bool { return b.Sentence == before && !b.Thought }) {
		return nil // what somebody says is not what the writer tells
	}
	s := &f.text.Sentences[before]
	if !hasClass(s.Tokens, "VERB") {
		return nil // a dateline
	}
	whole := parley.Span{Start: s.Tokens[0].Start, End: s.Tokens[len(s.Tokens)-1].End}
	if !f.speaksOf(before, whole, a.Sources[0]) {
		return nil
	}
	return &Claim{Words: whole}
}

// speaksOf tells whether words of a sentence name somebody, or somebody of the
// same side.
func (f *finder) speaksOf(sentence int, words parley.Span, who Source) bool {
	s := &f.text.Sentences[sentence]
	for k := range f.cast.Matches[sentence] {
		m := &f.cast.Matches[sentence][k]
		at := parley.Span{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}
		if words.Covers(at) && (m.Actor.Name == who.Name || who.Affiliation != "" && m.Actor.Affiliation == who.Affiliation) {
			return true
		}
	}
	for i := range s.Tokens {
		m, ok := f.cast.At(sentence, i)
		if !ok || !words.Covers(parley.Span{Start: s.Tokens[i].Start, End: s.Tokens[i].End}) {
			continue
		}
		for _, actor := range f.cast.Of(m) {
			if actor.Name == who.Name {
				return true
			}
		}
	}
	return false
}
