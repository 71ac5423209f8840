package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/timex"
)

// stretch is a range of a sentence's tokens; empty where nothing bounds it. Of
// several rounds that share one, nth counts which of its dates is whose: "the
// third and fourth rounds, on May 2 and May 9". Listed tells that it is one of a list of
// which the whole clause tells.
type stretch struct {
	first, last, nth int
	listed           bool
}

func (r stretch) holds(token int) bool { return token >= r.first && token < r.last }

// countedRound is a round of talks that a list numbers.
type countedRound struct {
	trigger       int // its index
	number, token int
}

// counting gives each round that a sentence counts on from the one before the
// stretch in which its own day and place stand, and adds those that it only
// numbers: "the first round took place in Oslo on May 2; the second, in Rome on
// May 9; and the third, on May 16".
func (f *finder) counting(s *english.Sentence, sentence int, found []trigger) []trigger {
	var last *countedRound
	for token := range s.Tokens {
		n, ok := ordinals[strings.ToLower(s.Tokens[token].Text)]
		if !ok {
			continue
		}
		at := roundAt(s, found, token)
		follows := last != nil && n == last.number+1
		if at < 0 && follows && (s.Tokens[token-1].Lemma == "the" || s.Tokens[token-1].UPOS == "CCONJ") {
			found = append(found, trigger{sentence: sentence, token: token, sense: oneRound, support: -1})
			at = len(found) - 1
		}
		if at < 0 {
			continue
		}
		if follows {
			former := &found[last.trigger].within
			found[at].within = stretch{first: token, last: len(s.Tokens)}
			if token-last.token == 2 && s.Tokens[token-1].UPOS == "CCONJ" {
				former.last = len(s.Tokens)
				found[at].within.nth = former.nth + 1
			} else {
				former.last = token
			}
		}
		last = &countedRound{at, n, token}
	}
	return found
}

// listing gives talks that a sentence tells to have been held several times, each in a place on a day, a stretch for
// each: "met in Oslo on May 2, in Rome on May 9, and again in Oslo on May 12 and 16".
func (f *finder) listing(s *english.Sentence, sentence int, found []trigger) []trigger {
	stretches := f.placesWithDays(s, sentence)
	if len(stretches) < 2 {
		return found
	}
	last := -1
	for i, t := range found {
		if t.sense.Type == parley.Consult && t.token < stretches[0].first && t.within.last == 0 && !slices.ContainsFunc(s.Tokens[t.token+1:stretches[0].first], func(o english.Token) bool { return o.UPOS == "VERB" }) {
			last = i
		}
	}
	if last < 0 {
		return found
	}
	found[last].within = stretches[0]
	for _, also := range stretches[1:] {
		again := found[last]
		again.within = also
		found = append(found, again)
	}
	return found
}

// placesWithDays are the stretches of a list of places, each told with its days; none where what lies between is more
// than what joins a list, or the days are all in one place.
func (f *finder) placesWithDays(s *english.Sentence, sentence int) (stretches []stretch) {
	places := 0
	for _, i := range f.times[sentence] {
		e := &f.in.Times[i]
		if e.Type != timex.Date || e.From == "" {
			return nil
		}
		from := 0
		if len(stretches) > 0 {
			from = stretches[len(stretches)-1].last
		}
		prep := f.placeBefore(s, sentence, from, e.First)
		switch {
		case e.First < from, len(stretches) == 0 && prep < 0:
			return nil
		case len(stretches) > 0 && slices.ContainsFunc(s.Tokens[from:max(from, prep)], joinsNoList), prep < 0 && slices.ContainsFunc(s.Tokens[from:e.First], joinsNoList):
			return nil
		case prep >= 0:
			stretches = append(stretches, stretch{first: prep, last: e.Last, listed: true})
			places++
		default: // "on April 26 and May 11"
			former := &stretches[len(stretches)-1]
			former.last = e.Last
			stretches = append(stretches, stretch{first: former.first, last: e.Last, nth: former.nth + 1, listed: true})
		}
	}
	if places < 2 {
		return nil
	}
	return stretches
}

// joinsNoList tells whether a word stands for more than that a list goes on.
func joinsNoList(t english.Token) bool {
	return t.UPOS != "PUNCT" && t.UPOS != "CCONJ" && t.UPOS != "ADV" && !strings.EqualFold(t.Text, "on")
}

// placeBefore is the preposition of a place that stands before a date, with no more than "on" between them; -1 where none
// does.
func (f *finder) placeBefore(s *english.Sentence, sentence, from, date int) int {
	last := date
	if last > 0 && strings.EqualFold(s.Tokens[last-1].Text, "on") {
		last--
	}
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.Last+1 != last || m.First <= from || m.Kind != lexicon.PlaceMatch && m.Kind != lexicon.MetonymMatch && m.Kind != lexicon.StateMatch {
			continue
		}
		if prep := strings.ToLower(s.Tokens[m.First-1].Text); prep == "in" || prep == "at" {
			return m.First - 1
		}
	}
	return -1
}

// roundAt is the index of the talks that an ordinal numbers; -1 where there are
// none.
func roundAt(s *english.Sentence, found []trigger, ordinal int) int {
	for i, t := range found {
		if t.sense.Mode == "negotiation" && (t.token == ordinal || t.token > ordinal && t.token == s.Tokens[ordinal].Head) {
			return i
		}
	}
	return -1
}

// earlierRounds are the rounds before one that is counted from a day on: "the sixth round of talks
// since March". They were held since that day.
func (f *finder) earlierRounds(m *mention) (earlier mention, ok bool) {
	s := &f.in.Text.Sentences[m.sentence]
	if m.round < fewestCounted || m.mode != "negotiation" {
		return mention{}, false
	}
	for _, i := range f.times[m.sentence] {
		e := &f.in.Times[i]
		if e.Signal != timex.Since || e.From == "" || e.First < m.token || slices.ContainsFunc(s.Tokens[m.token:e.First], func(t english.Token) bool { return t.UPOS == "PUNCT" }) || !firstSince(s, m.trigger, e) {
			continue
		}
		earlier = *m
		earlier.round, earlier.roundSpan = 0, parley.Span{}
		earlier.rounds, earlier.roundsSpan = m.round-1, m.roundSpan
		earlier.when, earlier.plural, earlier.definite = e, true, false
		earlier.place, earlier.placeOf = parley.Span{}, ""
		earlier.status = state{is: parley.Happened, span: m.roundSpan, certainty: .5}
		return earlier, true
	}
	return mention{}, false
}

// fewestCounted is the least number of a round before which there were several.
const fewestCounted = 3

// oneRound is the sense of an ordinal that stands for a round of talks.
var oneRound = lexicon.Verb{Word: "round", Noun: true, Type: parley.Consult, Mode: "negotiation", Code: "046", Actors: []string{"between"}, Recipients: []string{"with"}}

// dateWithin is the date of a stretch that belongs to a round; nil where it holds
// none.
func (f *finder) dateWithin(t trigger) (date *timex.Expression) {
	nth := t.within.nth
	for _, i := range f.times[t.sentence] {
		if e := &f.in.Times[i]; e.Type == timex.Date && e.From != "" && t.within.holds(e.First) {
			date = e
			if nth == 0 {
				break
			}
			nth--
		}
	}
	return date
}

// told are the words of a stretch, without those that lead on to the next.
func (r stretch) told(s *english.Sentence) parley.Span {
	first, last := r.first, r.last
	if first > 0 && s.Tokens[first-1].UPOS == "DET" {
		first--
	}
	for last-1 > first {
		if leadsOn := s.Tokens[last-1].UPOS; leadsOn != "PUNCT" && leadsOn != "DET" && leadsOn != "CCONJ" && leadsOn != "ADP" {
			break
		}
		last--
	}
	return parley.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
}

// round is the ordinal of a round of talks: "the fifth round".
func (f *finder) round(t trigger) (int, parley.Span) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type != parley.Consult {
		return 0, parley.Span{}
	}
	if n, ok := f.ordinal(s, t.token); ok {
		return n, spanOf(s, t.token)
	}
	heads := []int{t.token}
	if h := s.Tokens[t.token].Head; h >= 0 && tables().nouns["round"][s.Tokens[h].Lemma] {
		heads = append(heads, h)
	}
	for child := range s.Children(t.token) {
		if tables().nouns["round"][s.Tokens[child].Lemma] {
			heads = append(heads, child)
		}
	}
	for _, head := range heads {
		for child := range s.Children(head) {
			if n, ok := ordinals[strings.ToLower(s.Tokens[child].Text)]; ok && (tables().nouns["round"][s.Tokens[head].Lemma] || s.Tokens[child].Is("amod")) {
				return n, spanOf(s, child)
			}
		}
	}
	return 0, parley.Span{}
}

// mostRounds bounds what counts as a sum of rounds told one by one.
const mostRounds = 20

// rounds is how many rounds of talks a plural sums up: "four rounds of talks"; 0
// where it gives no number.
func (f *finder) rounds(t trigger) (int, parley.Span) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.sense.Type != parley.Consult {
		return 0, parley.Span{}
	}
	noun := t.token
	if over := s.Tokens[noun].Head; !tables().nouns["round"][s.Tokens[noun].Lemma] && over >= 0 && s.Tokens[noun].Is("nmod") {
		noun = over
	}
	if !tables().nouns["round"][s.Tokens[noun].Lemma] || s.Tokens[noun].XPOS != "NNS" {
		return 0, parley.Span{}
	}
	for child := range s.Children(noun) {
		if n, ok := number(s, child); ok && s.Tokens[child].Is("nummod") && n > 1 && n <= mostRounds {
			return int(n), spanOf(s, child)
		}
	}
	return 0, parley.Span{}
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
}
