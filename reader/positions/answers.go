package positions

import (
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// answerReach is how many sentences back an offer may lie that is answered.
const answerReach = 6

// readAnswer reads a stance on something that was offered before: "Sudmark
// welcomed the initiative".
func (f *finder) readAnswer(t taken, stance parley.Stance, holders []holder) bool {
	s := &f.in.Text.Sentences[t.sentence]
	object := s.Child(t.token, "obj", "obl", "nsubj:pass")
	if issue, ok := f.pointedAt(t.sentence, object); ok {
		t.stance, t.issue, t.stated = stance, issue, t.sentence-1
		for t.who = range each(holders) {
			f.take(t)
		}
		return true
	}
	if f.answersIt(t, stance, object, holders) {
		return true
	}
	if object < 0 || !tables().vague[s.Tokens[object].Lemma] || !definite(s, object) {
		return false
	}
	party := ""
	if owner := s.Child(object, "nmod:poss"); owner >= 0 {
		if m, ok := f.in.Cast.At(t.sentence, owner); ok {
			party = m.Affiliation
		}
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		o := &f.found[i]
		if o.stance != parley.Offers && !(o.stance == parley.Conditional && f.isOffer(o)) || t.sentence-o.sentence > answerReach || party != "" && o.who.party != party {
			continue
		}
		t.stance, t.issue, t.stated = stance, o.issue, o.stated
		for t.who = range each(holders) {
			f.take(t)
		}
		return true
	}
	return false
}

// answersIt reads what a side makes of "it" or "them": of what its sentence told before that another side is
// for, or else, of "it", of the only issue before it, as "this" is read.
func (f *finder) answersIt(t taken, stance parley.Stance, object int, holders []holder) bool {
	s := &f.in.Text.Sentences[t.sentence]
	if object < 0 || len(holders) == 0 {
		return false
	}
	it, them := strings.EqualFold(s.Tokens[object].Text, "it"), strings.EqualFold(s.Tokens[object].Text, "them")
	if _, somebody := f.in.Cast.At(t.sentence, object); !it && (!them || somebody) {
		return false
	}
	t.stance, t.stated = stance, t.sentence
	for i := len(f.found) - 1; i >= 0 && f.found[i].sentence == t.sentence; i-- {
		if o := &f.found[i]; o.who.party != holders[0].party && o.token < t.token && (it || f.several(o)) {
			return f.takeAll(t, holders, []lexicon.IssueMatch{o.issue})
		}
	}
	return it && f.takeAll(t, holders, f.onlyOf(t.sentence, t.token, 5)) || f.answersLast(t, holders, it)
}

// answersLast reads what a side makes of "it" or "them" where that is what another side was told to want in the sentence
// before: "Norland proposed a truce. Sudmark rejected it".
func (f *finder) answersLast(t taken, holders []holder, it bool) bool {
	for _, m := range f.issues[t.sentence] {
		if m.Last < t.token {
			return false
		}
	}
	for i := len(f.found) - 1; i >= 0; i-- {
		o := &f.found[i]
		if o.sentence < t.sentence-1 || f.in.Text.Sentences[o.stated].Paragraph == 0 {
			return false
		}
		noun := &f.in.Text.Sentences[o.stated].Tokens[o.issue.Last]
		if o.sentence == t.sentence || o.stated != o.sentence || o.who.party == holders[0].party {
			continue
		}
		if !noun.Is("obj") || it == (noun.XPOS == "NNS") {
			continue
		}
		t.issue, t.stated = o.issue, o.stated
		for t.who = range each(holders) {
			f.take(t)
		}
		return true
	}
	return false
}

// several tells whether the issue of a stance is told by the plural that its word governs, for which "them" may stand.
func (f *finder) several(o *taken) bool {
	noun := &f.in.Text.Sentences[o.stated].Tokens[o.issue.Last]
	return noun.XPOS == "NNS" && (noun.Is("obj") || noun.Is("nsubj") || noun.Is("obl"))
}

// onlyBefore is the only issue that a sentence tells before "it", where that can be what is to be done: a demand says so.
func (f *finder) onlyBefore(sentence, it int) []lexicon.IssueMatch {
	only := f.onlyOf(sentence, it, 3)
	if len(only) == 1 && (only[0].Issue == "humanitarian-access" || only[0].Weight >= 4 && !broad(only[0].Issue)) {
		return only
	}
	return nil
}

// onlyOf is the only issue of some weight that a sentence tells before a token; none where there are several.
func (f *finder) onlyOf(sentence, token, weight int) []lexicon.IssueMatch {
	var only []lexicon.IssueMatch
	for _, m := range f.issues[sentence] {
		told := len(only) > 0 && (only[0].Issue == m.Issue || m.First <= only[0].Last) // of "a date for talks" the first tells
		if m.Last < token && m.Weight >= weight && !told {
			only = append(only, m)
		}
	}
	if len(only) != 1 {
		return nil
	}
	return only
}

// setsVenue tells whether talks are spoken of for where or when they are to be
// held: "proposed to hold the talks on Friday in the Norlandic capital".
func (f *finder) setsVenue(t taken) bool {
	s := &f.in.Text.Sentences[t.sentence]
	switch t.stance {
	case parley.Offers, parley.Accepts, parley.Supports, parley.Undecided, parley.Rejects:
	default:
		return false
	}
	verb := s.Clause(s.Anchor(t.issue.First, t.issue.Last+1))
	return tables().roles["convenes"][s.Tokens[verb].Lemma] && (f.dated(t.sentence, verb) || f.placed(t.sentence, verb))
}

// dated tells whether a verb has a time.
func (f *finder) dated(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for i := range f.in.Times {
		e := &f.in.Times[i]
		if e.Sentence == sentence && e.From != "" && s.Clause(s.Anchor(e.First, e.Last)) == verb {
			return true
		}
	}
	return false
}

// placed tells whether a verb has a place.
func (f *finder) placed(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(verb) {
		if c := s.Case(child); !s.Tokens[child].Is("obl") || c != "in" && c != "at" {
			continue
		}
		for _, m := range f.in.Cast.Matches[sentence] {
			if m.First <= child && child <= m.Last && (m.Place.Name != "" || m.Kind == lexicon.StateMatch) {
				return true
			}
		}
	}
	return false
}

// summedUp is what another side was told to want, where a noun behind it sums that up: "insists on a
// corridor, a demand Norland rejects", which the parse may take for one noun with the side.
func (f *finder) summedUp(t taken, holders []holder) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[t.sentence]
	subject := s.Child(t.token, "nsubj")
	if subject < 0 {
		return nil
	}
	noun := s.Child(subject, "compound")
	if noun < 2 || !tables().pointers[s.Tokens[noun].Lemma] || s.Tokens[noun].UPOS != "NOUN" || s.Tokens[noun-1].UPOS != "DET" || s.Tokens[noun-2].Text != "," {
		return nil
	}
	for i := len(f.found) - 1; i >= 0 && f.found[i].sentence == t.sentence; i-- {
		if o := &f.found[i]; o.who.party != holders[0].party && o.token < noun {
			return []lexicon.IssueMatch{o.issue}
		}
	}
	return nil
}
