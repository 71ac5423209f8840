package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// generic tells whether a noun or gerund speaks of any event of its kind rather
// than of one: "any strike", "striking the town would be a mistake".
func generic(s *english.Sentence, token int) bool {
	for child := range s.Children(token) {
		if s.Tokens[child].Is("det") {
			switch strings.ToLower(s.Tokens[child].Text) {
			case "any", "no", "every", "each":
				return true
			}
		}
	}
	return s.Tokens[token].Is("csubj") && s.Tokens[token].XPOS == "VBG"
}

// spurned tells whether somebody refuses talks of any kind rather than calls off
// some that were due: "rejected direct talks".
func (f *finder) spurned(s *english.Sentence, t trigger) bool {
	if t.support < 0 || f.definite(t) || f.when(t) != nil {
		return false
	}
	switch s.Tokens[t.support].Lemma {
	case "refuse", "decline", "reject", "exclude", "abandon", "skip":
		return true
	}
	return false
}

// proclaimed tells whether a deed is done in being announced or ordered: an
// arrest, sanctions, aid; talks that are announced are still to come.
func proclaimed(s *english.Sentence, t trigger) bool {
	switch t.sense.Type {
	case parley.Coerce, parley.Assault, parley.Sanction, parley.Aid:
	default:
		if t.sense.Mode != "ceasefire" && t.sense.Mode != "release" {
			return false
		}
	}
	head := s.Tokens[t.token].Head
	return head >= 0 && (s.Tokens[head].Lemma == "announce" || s.Tokens[head].Lemma == "order" || s.Tokens[head].Lemma == "declare") && (s.Tokens[head].Feat("Tense") == "Past" || s.Tokens[head].Feat("VerbForm") == "Fin")
}

// announced tells whether sanctions are what somebody announced to be to come, which is
// to break with the other side: "announced that it would suspend trade talks".
func announced(s *english.Sentence, t trigger) bool {
	verb := &s.Tokens[t.token]
	return t.sense.Type == parley.Sanction && verb.Is("ccomp") && verb.Head >= 0 && s.Tokens[verb.Head].Lemma == "announce" && s.Tokens[verb.Head].Feat("Tense") == "Past"
}

// modifierStatus reads the adjectives of an event noun: "upcoming talks".
func (f *finder) modifierStatus(s *english.Sentence, noun int) (state, bool) {
	for child := range s.Children(noun) {
		if !s.Tokens[child].Is("amod") && !s.Tokens[child].Is("compound") {
			continue
		}
		word := strings.ToLower(s.Tokens[child].Text)
		switch status := tables().status["modifier"][word]; status {
		case "", "happened":
		default:
			return state{parley.Status(status), spanOf(s, child), .7}, true
		}
	}
	return state{}, false
}

// nounStatus reads what governs an event noun: the verb that carries it, or the
// verb of the clause that it is a circumstance of.
func (f *finder) nounStatus(s *english.Sentence, t trigger) (state, bool) {
	top := t.token
	for s.Tokens[top].Is("conj") || s.Tokens[top].Is("nmod") && s.Tokens[top].Head >= 0 && measures(s.Tokens[s.Tokens[top].Head].Lemma) {
		top = s.Tokens[top].Head
	}
	head := s.Tokens[top].Head
	if head < 0 || t.sense.Type == parley.Agree && f.dated(t.sentence, t.token) {
		return f.bareStatus(s, t) // "the 2015 accord" stands, whatever is to come of it
	}
	if inTalks(s, t) {
		st, ok := f.circumstance(s, head, top)
		if st.is == parley.Happened && s.Tokens[head].Feat("Tense") != "Past" {
			st.is = parley.Ongoing
		}
		return st, ok
	}
	if s.Tokens[top].Is("nmod") && s.Tokens[head].UPOS == "NOUN" && overNoun[s.Case(top)] {
		switch effect := tables().status["deverbal"][s.Tokens[head].Lemma]; effect {
		case "":
		case "drop":
			return state{}, false
		default:
			return state{parley.Status(effect), spanOf(s, head), .5}, true
		}
	}
	if effect := tables().status["governor"][s.Tokens[head].Lemma]; s.Tokens[head].XPOS == "VBN" && s.Case(top) == "by" && effect != "" && effect != "by-tense" {
		return f.circumstance(s, head, top) // who is encouraged by talks has held them
	}
	if prep := s.Case(top); prep == "on" && tables().nouns["telling"][s.Tokens[head].Lemma] {
		return state{}, false // who reports on talks does not hold them
	}
	switch prep := s.Case(top); tables().status["preposition"][prep] {
	case "planned":
		if e := f.when(t); e != nil && f.in.Day != "" && e.To != "" && e.To.Last().Before(f.in.Day.First()) {
			return state{parley.Happened, spanOf(s, top), .5}, true // "before the 2015 accord"
		}
		if verb := s.Clause(head); t.sense.Type != parley.Consult && f.definite(t) && s.Tokens[verb].Feat("Tense") == "Past" {
			return state{parley.Happened, spanOf(s, top), .5}, true // "before the release of the pilot, she believed"
		}
		return state{parley.Planned, spanOf(s, top), .5}, true
	case "drop":
		return state{}, false
	case "happened", "with":
		if prep == "from" && tables().status["governor"][s.Tokens[head].Lemma] == "drop" {
			return state{}, false
		}
		if prep == "in" && tables().nouns["engaged"][s.Tokens[head].Lemma] {
			return f.governed(s, head, 0)
		}
		if s.Tokens[top].Is("obl") || s.Tokens[top].Is("nmod") {
			st, ok := f.circumstance(s, head, top)
			if t.sense.Type == parley.Assault && f.definite(t) {
				st.is, ok = parley.Happened, true
			}
			if tables().status["preposition"][prep] == "happened" && st.is == parley.Ongoing {
				st.is = parley.Happened
			}
			return st, ok
		}
	}
	if seems := s.Child(head, "xcomp"); seems >= 0 && (s.Tokens[head].Lemma == "appear" || s.Tokens[head].Lemma == "seem") {
		head = seems // "the talks appear to have stalled"
	}
	if (t.sense.Type == parley.Assault || t.sense.Type == parley.Coerce) && s.Tokens[top].Is("obj") && f.definite(t) && tables().nouns["condemning"][s.Tokens[head].Lemma] {
		return state{parley.Happened, spanOf(s, t.token), .5}, true // what is condemned as known was done
	}
	if effect := tables().status["governor"][s.Tokens[head].Lemma]; t.sense.Type == parley.Assault && s.Tokens[top].Is("obl") && f.definite(t) && effect == "" {
		return state{parley.Happened, spanOf(s, top), .5}, true // "did not answer Norland's attack on the town"
	}
	if t.sense.Type == parley.Assault && s.Tokens[top].Is("obj") && tables().nouns["talking"][s.Tokens[head].Lemma] {
		return state{}, false // what a report discusses it does not tell of
	}
	if t.sense.Type == parley.Assault && s.Tokens[top].Is("obj") && tables().nouns["ending"][s.Tokens[head].Lemma] {
		return f.toEnd(s, t, head) // an end of attacks is none
	}
	if s.Tokens[head].Lemma == "welcome" && s.Tokens[top].Is("obj") && t.sense.Type != parley.Consult && f.definite(t) {
		return state{parley.Happened, spanOf(s, t.token), .5}, true // what is welcomed as known has come
	}
	if s.Tokens[head].Lemma == "leave" && s.Tokens[top].Is("obj") {
		return state{}, false // who leaves the talks does not hold them
	}
	if s.Tokens[head].UPOS == "VERB" || s.Child(head, "cop") >= 0 {
		if judged(s, head) {
			st, ok := f.verbStatus(s, head, 0)
			if st.is == parley.Proposed { // "can be considered a success"
				st.is = parley.Happened
			}
			return st, ok
		}
		st, ok := f.governed(s, head, 0)
		if ok && (st.is == parley.Cancelled || st.is == parley.Denied || st.is == parley.OnHold) && s.Tokens[top].Is("obl") && s.Case(top) != "from" && s.Case(top) != "of" && s.Case(top) != "off" {
			return f.circumstance(s, head, top) // "skipped the port on his trip"
		}
		if st.is == parley.Planned && s.Tokens[top].Deprel == "nsubj" && !tables().nouns["occurrence"][s.Tokens[head].Lemma] {
			return state{}, false // "the talks will lead to a deal" does not plan them
		}
		if st.is == parley.Proposed && s.Tokens[top].Deprel == "nsubj" && s.Child(t.token, "nmod:poss") >= 0 && !tables().nouns["occurrence"][s.Tokens[head].Lemma] {
			return state{parley.Happened, spanOf(s, t.token), .5}, true // "Kovar's visit could cost votes"
		}
		return st, ok
	}
	return f.bareStatus(s, t)
}

// toEnd is the status of what somebody is to put an end to: it goes on where it is a
// campaign, a siege or a run of attacks and no end has come.
func (f *finder) toEnd(s *english.Sentence, t trigger, verb int) (state, bool) {
	many := s.Tokens[t.token].XPOS == "NNS" && f.definite(t)
	if !tables().nouns["lasting"][s.Tokens[t.token].Lemma] && !many || s.Negated(verb) {
		return state{}, false
	}
	st, ok := f.verbStatus(s, verb, 0)
	if !ok || st.is != parley.Planned && st.is != parley.Proposed {
		return state{}, false
	}
	return state{parley.Ongoing, spanOf(s, t.token), .5}, true
}

// besieged tells whether a noun speaks of a siege or blockade that is in force, whatever the
// rest of the clause is about: "after a long blockade", "over its blockade of the port".
func (f *finder) besieged(s *english.Sentence, t trigger) bool {
	if t.sense.Type != parley.Coerce || !tables().nouns["siege"][s.Tokens[t.token].Lemma] {
		return false
	}
	if t.support < 0 || !s.Tokens[t.token].Is("obj") && s.Tokens[t.token].Deprel != "nsubj:pass" {
		return true
	}
	switch verb := s.Tokens[t.support].Lemma; {
	case tables().nouns["laying"][verb]:
		return false
	case tables().nouns["ending"][verb], tables().nouns["lifting"][verb]:
		st, ok := f.verbStatus(s, t.support, 0)
		return ok && phase(st.is) != 0
	}
	return true
}

// overNoun are the prepositions behind which a noun says what another is of: "a proposal
// for talks".
var overNoun = map[string]bool{"for": true, "to": true, "of": true, "on": true, "regarding": true, "concerning": true, "about": true}

// circumstance is the status of what something else happened at, after or
// during: as far as the verb over it has come.
func (f *finder) circumstance(s *english.Sentence, head, noun int) (state, bool) {
	for hops := 0; hops < len(s.Tokens) && head >= 0 && s.Tokens[head].UPOS != "VERB"; hops++ {
		head = s.Tokens[head].Head
	}
	if head >= 0 {
		if st, ok := f.verbStatus(s, head, 1); ok && (st.is == parley.Planned || st.is == parley.Ongoing) {
			st.certainty = .5
			return st, true
		}
	}
	return state{parley.Happened, spanOf(s, noun), .6}, true
}

// bareStatus is that of a noun which no verb carries: a headline, an apposition.
func (f *finder) bareStatus(s *english.Sentence, t trigger) (state, bool) {
	if e := f.when(t); e != nil && e.From != "" && f.in.Day != "" {
		if e.From.First().After(f.in.Day.Last()) {
			return state{parley.Planned, parley.Span{Start: e.Start, End: e.End}, .6}, true
		}
		return state{parley.Happened, parley.Span{Start: e.Start, End: e.End}, .6}, true
	}
	return state{parley.Happened, spanOf(s, t.token), .4}, true
}

// lasts tells whether a noun speaks of what goes on until its end is told, a campaign
// or a siege, and no end is: no verb that ends it, no "after" before it, and no day
// but that on which it began.
func (f *finder) lasts(s *english.Sentence, t trigger) bool {
	if t.sense.Type == parley.Sanction && slices.Contains(t.sense.With, "@target") {
		return t.support < 0 && f.when(t) == nil || s.Tokens[t.token].Is("nsubj") // sanctions in force
	}
	if !tables().nouns["lasting"][s.Tokens[t.token].Lemma] {
		return false
	}
	if tables().status["preposition"][s.Case(t.token)] == "happened" {
		return false
	}
	began := false
	if t.support >= 0 {
		verb := s.Tokens[t.support].Lemma
		if tables().nouns["ending"][verb] {
			return false
		}
		began = tables().nouns["beginning"][verb]
	}
	e := f.when(t)
	return e == nil || lasting(e) || began
}

// disowned is the status of what a source says is or was not so: talks or an attack
// that it denies.
func (f *finder) disowned(t trigger, verb int) (state, bool) {
	s := &f.in.Text.Sentences[t.sentence]
	switch t.sense.Type {
	case parley.Consult, parley.Assault:
	default:
		return state{}, false
	}
	if effect := tables().status["governor"][s.Tokens[verb].Lemma]; verb != t.token && effect != "" && effect != "by-tense" {
		return state{}, false // "does not expect talks"
	}
	v := &s.Tokens[verb]
	if !s.Negated(verb) || v.UPOS != "VERB" || s.Infinitive(verb) || hasBelow(s, verb, "have") || f.in.Voice(t.sentence, verb).Name == "" && !reported(s, verb) {
		return state{}, false
	}
	for child := range s.Children(verb) {
		word := strings.ToLower(s.Tokens[child].Text)
		if s.Tokens[child].Is("aux") && tables().status["auxiliary"][word] != "" || s.Tokens[child].Is("mark") && tables().status["mark"][word] == "drop" {
			return state{}, false
		}
	}
	return state{parley.Denied, spanOf(s, verb), .6}, true
}

// reported tells whether a clause is what somebody is said to say.
func reported(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return t.Head >= 0 && (t.Is("ccomp") || t.Is("parataxis")) && says[s.Tokens[t.Head].Lemma]
}

// judged tells whether a verb only says what somebody thinks of an event: "called the
// talks frank", "the visit can be considered a success".
func judged(s *english.Sentence, verb int) bool {
	switch s.Tokens[verb].Lemma {
	case "call", "consider", "deem", "describe", "find", "regard":
		judgement := s.Child(verb, "xcomp")
		return judgement >= 0 && (s.Tokens[judgement].UPOS == "ADJ" || s.Tokens[judgement].UPOS == "NOUN")
	}
	return false
}
