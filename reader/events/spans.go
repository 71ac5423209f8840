package events

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// spanLength is the value of a counted length of time.
var spanLength = regexp.MustCompile(`^P(\d+)([DWMY])$`)

// reckoned is the time of what something else came a counted span after: "two days
// after the meeting" and "a month after the army took the town" date the meeting and
// the taking, from the day of the clause over them.
func (f *finder) reckoned(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	head := t.token
	if t.support >= 0 && !s.Tokens[t.token].Is("obl") {
		head = t.support
	}
	if s.Tokens[head].Is("conj") && s.Child(head, "nsubj") < 0 && s.Tokens[head].Head >= 0 {
		head = s.Tokens[head].Head
	}
	word := s.Child(head, "mark", "case")
	if first, _ := s.Subtree(head); word < 0 && first < head {
		word = first
	}
	over := s.Tokens[head].Head
	if word < 1 || over < 0 || word > head || !strings.EqualFold(s.Tokens[word].Text, "after") {
		return nil
	}
	for _, i := range f.times[t.sentence] {
		e := &f.in.Times[i]
		if e.Type != timex.Duration || e.Last != word {
			continue
		}
		if m := spanLength.FindStringSubmatch(e.Value); m != nil {
			return f.back(s, t.sentence, over, e, m[1], m[2])
		}
	}
	return nil
}

// back goes a counted span back from the day of a clause: the one that it tells, or
// that of publication where days do not matter or the clause is about the present.
func (f *finder) back(s *english.Sentence, sentence, verb int, e *timex.Expression, count, unit string) *timex.Expression {
	n, err := strconv.Atoi(count)
	if err != nil {
		return nil
	}
	from := f.in.Day
	told := f.when(trigger{sentence: sentence, token: verb, support: -1})
	if by := saidBy(s, verb); told == nil && by >= 0 {
		told = f.told(trigger{sentence: sentence, token: by, support: -1})
	}
	if told == nil && tables().nouns["occurrence"][s.Tokens[verb].Lemma] && s.Tokens[verb].XPOS == "VBD" {
		told = f.lastDay(sentence) // "It came a day after Kovar visited Norland"
	}
	switch {
	case told != nil && len(told.From) == len("2006-01-02") && told.From == told.To:
		from = told.From
	case from == "" || (unit == "D" || unit == "W") && s.Tokens[s.Clause(verb)].Feat("Tense") == "Past":
		return nil
	}
	day := from.First()
	found := *e
	switch unit {
	case "D":
		found.From = parley.DayOf(day.AddDate(0, 0, -n))
		found.To = found.From
	case "W":
		monday := day.AddDate(0, 0, -7*n-(int(day.Weekday())+6)%7)
		found.From, found.To = parley.DayOf(monday), parley.DayOf(monday.AddDate(0, 0, 6))
	case "M":
		first := time.Date(day.Year(), day.Month(), 1, 0, 0, 0, 0, time.UTC)
		found.From = parley.Date(first.AddDate(0, -n, 0).Format("2006-01"))
		found.To = found.From
	default:
		found.From = parley.Date(day.AddDate(-n, 0, 0).Format("2006"))
		found.To = found.From
	}
	found.Type, found.Signal = timex.Date, ""
	return &found
}

// lastDay is the day of what was told to have been done right before a sentence.
func (f *finder) lastDay(sentence int) *timex.Expression {
	for i := len(f.found) - 1; i >= 0 && sentence-f.found[i].sentence <= outcome; i-- {
		if m := &f.found[i]; m.sentence < sentence && m.status.is == parley.Happened && m.day() != "" && ofOneDay(m.when) {
			return m.when
		}
	}
	return nil
}

// offset is the day of what is told to come so many days after, or before, something that has its day beside
// it: "three days after the truce took effect on May 10, they met".
func (f *finder) offset(t trigger) *timex.Expression {
	s := &f.in.Text.Sentences[t.sentence]
	for _, i := range f.times[t.sentence] {
		e := &f.in.Times[i]
		days, ok := wholeDays(e.Value)
		if e.Type != timex.Duration || !ok || e.Last >= len(s.Tokens) {
			continue
		}
		sign := 0
		switch strings.ToLower(s.Tokens[e.Last].Text) {
		case "after":
			sign = 1
		case "before":
			sign = -1
		}
		other := s.Tokens[e.Last].Head
		if other >= 0 && s.Tokens[other].Is("nsubj") {
			other = s.Tokens[other].Head // of which a wrong tree hangs "after" on the subject
		}
		if sign == 0 || other < 0 || s.Dominates(other, t.token) || s.Tokens[other].Head < 0 || s.Clause(s.Tokens[other].Head) != s.Clause(t.token) {
			continue
		}
		day := f.dayBelow(s, t.sentence, other)
		if day == nil {
			continue
		}
		found := *e
		found.From = parley.DayOf(day.From.First().AddDate(0, 0, sign*days))
		found.To, found.Type, found.Signal = found.From, timex.Date, ""
		return &found
	}
	return nil
}

// wholeDays is how many days a length of time is that is counted in days, and none where it is one of hours or minutes.
func wholeDays(length string) (int, bool) {
	if strings.HasPrefix(length, "PT") {
		return 0, true
	}
	m := spanLength.FindStringSubmatch(length)
	if m == nil || m[2] != "D" {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil
}

// dayBelow is a day told below a token; nil where there is none.
func (f *finder) dayBelow(s *english.Sentence, sentence, token int) *timex.Expression {
	for _, i := range f.times[sentence] {
		e := &f.in.Times[i]
		if e.Type == timex.Date && e.From != "" && ofOneDay(e) && s.Dominates(token, s.Anchor(e.First, e.Last)) {
			return e
		}
	}
	return nil
}

// trails tells whether an expression stands right behind an event noun and what belongs
// to it: "after a call between Kovar and Holm on Monday, ...".
func trails(s *english.Sentence, t trigger, e *timex.Expression) bool {
	if !t.sense.Noun || e.First < t.token || s.Case(t.token) == "" {
		return false
	}
	for i := t.token + 1; i < e.First; i++ {
		switch s.Tokens[i].UPOS {
		case "PUNCT", "VERB", "AUX", "SCONJ":
			return false
		case "NOUN":
			return false
		}
	}
	return true
}

// scene is the event noun that a relative clause of place tells more of: "a meeting in
// Oslo where they signed an accord"; false where there is none.
func (f *finder) scene(t trigger) (trigger, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	over := s.Tokens[verb].Head
	if over < 0 || over == t.token || !s.Tokens[verb].Is("acl") || !f.convenes(s, over) {
		return trigger{}, false
	}
	for child := range s.Children(verb) {
		if word := strings.ToLower(s.Tokens[child].Text); child < verb && (word == "where" || word == "which" && s.Case(child) != "") {
			sense := f.in.Lexicon.Verbs(s.Tokens[over].Lemma, true)[0]
			return trigger{sentence: t.sentence, token: over, sense: sense, support: f.support(s, over, true)}, true
		}
	}
	return trigger{}, false
}

// whereabouts is the journey to a place of which a relative clause tells what somebody did
// there: "visited Oslo in May, where she met Holm"; false where there is none.
func (f *finder) whereabouts(t trigger) (trigger, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	verb := s.Clause(t.token)
	over := s.Tokens[verb].Head
	if over >= 0 && s.Tokens[verb].Is("acl") {
		over = s.Tokens[over].Head // over the place
	}
	if over < 0 || !s.Tokens[verb].Is("acl") && !s.Tokens[verb].Is("advcl") || t.within.last > 0 {
		return trigger{}, false
	}
	where := false
	for child := range s.Children(verb) {
		where = where || child < verb && strings.EqualFold(s.Tokens[child].Text, "where")
	}
	if !where || s.Tokens[over].UPOS != "VERB" || s.Tokens[verb].Feat("Tense") != s.Tokens[over].Feat("Tense") {
		return trigger{}, false
	}
	i := slices.IndexFunc(f.senses(&s.Tokens[over], false), func(v lexicon.Verb) bool { return v.Mode == "visit" })
	if i < 0 {
		return trigger{}, false
	}
	return trigger{sentence: t.sentence, token: over, sense: f.senses(&s.Tokens[over], false)[i], support: -1}, true
}

// onScene are those who do something where a meeting without parties is told to be: "a
// meeting in Oslo where Norland and Sudmark signed an accord".
func (f *finder) onScene(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	for child := range s.Children(t.token) {
		if !s.Tokens[child].Is("acl") || s.Tokens[child].UPOS != "VERB" {
			continue
		}
		if over, ok := f.scene(trigger{sentence: t.sentence, token: child, support: -1}); ok && over.token == t.token {
			return f.subject(t.sentence, child)
		}
	}
	return nil
}

// fromStart is an expression with the first month of a year since the start of which something goes on.
func (f *finder) fromStart(e *timex.Expression) *timex.Expression {
	if !lasting(e) || e.Mod != "START" || e.From.Granularity() != parley.Year {
		return e
	}
	words := f.in.Text.Sentences[e.Sentence].Tokens[e.First:e.Last]
	if !slices.ContainsFunc(words, func(t english.Token) bool { return tables().nouns["outset"][t.Lemma] }) {
		return e // "since earlier this year"
	}
	first := *e
	first.From += "-01"
	first.To = first.From
	return &first
}
