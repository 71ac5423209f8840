package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// readUltimatum reads what somebody is to do lest something come upon him: "if Sudmark
// does not lift the blockade, we will act".
func (f *finder) readUltimatum(sentence, verb int) {
	s := &f.in.Text.Sentences[sentence]
	if !s.Tokens[verb].Is("advcl") || s.Tokens[verb].Head < 0 || !leftUndone(s, verb) {
		return
	}
	act := s.Tokens[verb].Head
	if said := s.Child(act, "ccomp"); said > verb && said < act {
		act = said // "if it does not withdraw, we will act, he warned"
	}
	how, denied := consequence(s, act)
	if denied || !how.ahead() && !menaces(s, act, how) {
		return
	}
	who, spoken := f.speakerAt(sentence, verb)
	holders := []holder{who}
	if !spoken {
		var own bool
		if holders, own = f.holdersOf(sentence, act); len(holders) == 0 || !own {
			return
		}
	}
	subject := s.Child(verb, "nsubj")
	if subject < 0 || f.ownSide(sentence, subject, holders[0].party) {
		return
	}
	_, somebody := f.in.Cast.At(sentence, subject)
	if word := &s.Tokens[subject]; menaces(s, act, how) && word.UPOS == "PRON" && f.concernsOther(sentence, act, holders[0].party) {
		somebody = true // "threatened steps against Sudmark if it did not withdraw"
	}
	if !somebody {
		relief := f.issuesUnder(sentence, subject)
		if len(relief) > 0 && relief[0].Issue == "humanitarian-access" && (spoken || menaces(s, act, how)) { // "will die if the aid does not reach them"
			f.takeAll(taken{sentence: sentence, token: verb, stance: parley.Demands, certainty: .5}, holders, relief[:1])
		}
		return
	}
	for _, deed := range append([]int{verb}, slices.Collect(fellows(s, verb))...) {
		if s.Tokens[deed].UPOS != "VERB" {
			continue
		}
		issues := f.issuesUnder(sentence, deed)
		issues = f.besides(sentence, deed, issues)
		for i := range issues {
			issues[i].Issue = becoming(s, verb, issues[i])
			d, _ := deedAt(s, deed, issues[i].Issue, false)
			issues[i].Issue = d.makes(s, issues[i])
		}
		f.takeAll(taken{sentence: sentence, token: deed, stance: parley.Demands, certainty: .6}, holders, issues)
	}
}

// menaces tells whether a word tells of a threat, whose matter may follow: "threatened steps if", "warned of sanctions if".
func menaces(s *english.Sentence, act int, how mood) bool {
	w, ok := stanceAt(s, act)
	return ok && w.stance == parley.Threatens && how == done && s.Tokens[act].UPOS == "VERB"
}

// leftUndone tells whether a clause is the condition that something is not done.
func leftUndone(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("mark") {
			switch strings.ToLower(t.Text) {
			case "if":
				return s.Negated(verb)
			case "unless":
				return !s.Negated(verb)
			}
		}
	}
	return tables().roles["misses"][s.Tokens[verb].Lemma] && marked(s, verb, "if")
}

// consequence is how far what would follow has come.
func consequence(s *english.Sentence, act int) (how mood, denied bool) {
	if s.Tokens[act].UPOS != "VERB" {
		how, _ = auxiliaryMood(s, act)
		return how, s.Negated(act)
	}
	return moodOf(s, act)
}

// besides adds to the one issue of a deed another that leaves no doubt and stands behind "and",
// where the parse may have drawn both into one phrase: "stop the offensive and lift restrictions
// on humanitarian aid".
func (f *finder) besides(sentence, deed int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	if len(issues) != 1 {
		return issues
	}
	for _, o := range f.targets(sentence, deed, scope{itself: true, without: -1}) {
		first, last := min(o.Last, issues[0].Last), max(o.First, issues[0].First)
		joined := first < last && slices.ContainsFunc(s.Tokens[first:last], func(t english.Token) bool { return t.UPOS == "CCONJ" })
		if o.Weight >= 5 && !broad(o.Issue) && o.Issue != issues[0].Issue && joined {
			return append(issues, o.IssueMatch)
		}
	}
	return issues
}

// readTerm reads what somebody is given a time to do: "gave Sudmark a week to withdraw".
func (f *finder) readTerm(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	side, deed := s.Child(verb, "iobj", "obj"), s.Child(verb, "advcl", "xcomp")
	if !tables().roles["gives"][s.Tokens[verb].Lemma] || side < verb || !f.timed(sentence, side, len(s.Tokens)) {
		return false
	}
	if deed < side || !s.Infinitive(deed) || !f.timed(sentence, side, deed) {
		for noun := range s.Children(verb) { // "gave Sudmark until Friday to withdraw", hung on the time
			if below := s.Child(noun, "acl"); below > side && s.Infinitive(below) {
				deed = below
			}
		}
	}
	holders, own := f.holdersOf(sentence, verb)
	how, denied := moodOf(s, verb)
	if !own || denied || how != done || len(holders) == 0 || deed < side || !s.Infinitive(deed) || !f.ofAnother(sentence, side, holders[0].party) {
		return false
	}
	return f.takeAll(taken{sentence: sentence, token: deed, stance: parley.Demands, certainty: .6}, holders, f.issuesInPhrase(sentence, deed))
}

// timed tells whether a time is told between two words; "a month" behind a plural is none by itself.
func (f *finder) timed(sentence, first, last int) bool {
	s := &f.in.Text.Sentences[sentence]
	for token := first + 1; token < min(last, len(s.Tokens)); token++ {
		if s.Tokens[token].Deprel == "obl:unmarked" && s.Tokens[token].Head == s.Tokens[first].Head {
			return true
		}
	}
	return f.timeBetween(sentence, first, last)
}

// timeBetween tells whether an expression of time lies between two words.
func (f *finder) timeBetween(sentence, first, last int) bool {
	return slices.ContainsFunc(f.in.Times, func(e timex.Expression) bool {
		return e.Sentence == sentence && first < e.First && e.Last <= last
	})
}
