package events

import (
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// Acts reads the verbal acts of a text: who demands, rejects, blames, threatens,
// supports or concedes what of whom, in the order in which they are first told.
func Acts(in Input) []parley.Event {
	f := newFinder(in)
	for sentence := range in.Text.Sentences {
		for _, t := range slices.Concat(f.triggers(sentence, Verbal), f.duties(sentence), f.wishes(sentence)) {
			m, ok := f.read(t)
			if len(m.recipients) == 0 {
				m.recipients = without(f.behindDeed(t), m.actors)
			}
			if len(m.recipients) == 0 && t.sense.Code == sympathising && m.placeOf != "" {
				m.recipients = []filler{bySide(m.placeOf, m.place)} // "sorrow for the dead in Norland"
			}
			if ok && f.performed(&m) {
				f.found = append(f.found, m)
			}
		}
	}
	return f.merge()
}

// sympathising is CAMEO's code for words of sympathy.
const sympathising = "018"

// behindDeed are those to whom words go that are about a thing of theirs: "condemned an attack
// by Norland", "welcomed the assurances from Norland", "welcomed the resumption of ties with it".
func (f *finder) behindDeed(t trigger) []filler {
	if t.sense.Noun || !slices.Contains(t.sense.Recipients, "obj") {
		return nil
	}
	deed := f.in.Text.Sentences[t.sentence].Object(t.token)
	if deed < 0 {
		return nil
	}
	for _, prep := range []string{"by", "from", "with", "between"} {
		if all := f.behind(t.sentence, deed, prep); len(all) > 0 {
			return all
		}
	}
	s := &f.in.Text.Sentences[t.sentence]
	if made := s.Child(deed, "acl"); made >= 0 && s.Tokens[made].XPOS == "VBN" {
		return append(f.behind(t.sentence, made, "by"), f.behind(t.sentence, made, "from")...) // "a plan put forward by Norland"
	}
	return nil
}

// performed tells whether an act is one of somebody's, and done: a refusal counts
// only of what CAMEO has a code for refusing, consent and support.
func (f *finder) performed(m *mention) bool {
	if len(m.actors) == 0 && len(m.recipients) > 0 {
		m.actors = without(f.alleger(m.trigger), m.recipients)
	}
	if !partisan(m.actors) && !(partisan(m.recipients) && f.known(m.actors)) || m.status.is == parley.Denied || f.ofOneself(m) {
		return false
	}
	s := &f.in.Text.Sentences[m.sentence]
	switch m.status.is {
	case parley.Cancelled:
		switch m.sense.Type {
		case parley.Concede, parley.Agree, parley.Support:
			return s.Negated(m.token)
		case parley.Reject:
			m.status.is = parley.Happened // refused in so many words
			return s.Negated(m.token)
		}
		return false
	case parley.Proposed:
		return !asked(s, m.token)
	}
	return true
}

// known tells whether one of those named is a body of no side that the lexicon knows: Amnesty
// International accuses and urges too.
func (f *finder) known(list []filler) bool {
	return slices.ContainsFunc(f.in.Cast.Actors, func(a parley.Actor) bool {
		return a.Kind == parley.BodyActor && a.Known && a.Affiliation == "" && named(list, f.partyName(a))
	})
}

// ofOneself tells whether a claim that could be an accusation says only what the side itself has
// done: "Norland claimed that it had shelled the town".
func (f *finder) ofOneself(m *mention) bool {
	return m.sense.Type == parley.Accuse && len(m.recipients) == 0 && len(f.completed(m.trigger)) > 0
}

// asked tells whether a verb says what somebody else is asked or allowed to do:
// "asked Norland to help", "permission to help".
func asked(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.Head < 0 || !s.Infinitive(verb) {
		return false
	}
	return t.Is("acl") || t.Is("advcl") || t.Is("xcomp") && s.Child(t.Head, "obj", "iobj") >= 0
}

// alleger is the side on whose word stands what completes an act: "a report released
// in the capital alleged that ...".
func (f *finder) alleger(t trigger) []filler {
	clause := f.in.Text.Sentences[t.sentence].Child(t.token, "ccomp")
	if clause < 0 {
		return nil
	}
	if v := f.in.Voice(t.sentence, clause); v.Side != "" {
		return []filler{bySide(v.Side, v.Spans...)}
	}
	return nil
}

// Word is a word that reports an event or a verbal act.
type Word struct {
	Sentence, Token int
	Sense           lexicon.Verb
	// Status is how far it has come, "" where the text does not say that it
	// takes place.
	Status parley.Status
}

// Words are all words of a text that report an event or a verbal act, whoever
// takes part in it.
func Words(in Input) []Word {
	f := newFinder(in)
	var words []Word
	for sentence := range in.Text.Sentences {
		for _, t := range slices.Concat(f.triggers(sentence, func(lexicon.Verb) bool { return true }), f.duties(sentence), f.requests(sentence)) {
			st, _ := f.status(t)
			words = append(words, Word{Sentence: t.sentence, Token: t.token, Sense: t.sense, Status: st.is})
		}
	}
	return words
}

// completed is who does what completes an act: the subject of the clause behind
// "demands that". Whom one asks to do it is the verb's own object.
func (f *finder) completed(t trigger) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	if pact := s.Child(t.token, "obj"); pact >= 0 && t.sense.Type == parley.Agree {
		if aim := s.Child(pact, "acl"); aim >= 0 && s.Infinitive(aim) {
			return f.object(t.sentence, aim) // "signed an accord to supply Norland with grain"
		}
	}
	if s.Child(t.token, "obj", "iobj") >= 0 {
		return append(f.dependents(t.sentence, t.token, "obj"), f.dependents(t.sentence, t.token, "iobj")...)
	}
	for _, rel := range []string{"ccomp", "xcomp"} {
		if clause := s.Child(t.token, rel); clause >= 0 {
			if subject := s.Child(clause, "nsubj"); subject >= 0 && s.Tokens[subject].Deprel == "nsubj" {
				return f.fillersAt(t.sentence, subject)
			}
			if doers := f.whence(trigger{sentence: t.sentence, token: clause}); len(doers) > 0 {
				return doers
			}
			return f.object(t.sentence, clause)
		}
	}
	return nil
}

// duties are the words of saying over what another side must do or has done
// wrong: "Norland says that Sudmark must withdraw" is a demand, "... that it
// shelled the town" an accusation.
func (f *finder) duties(sentence int) []trigger {
	s := &f.in.Text.Sentences[sentence]
	var found []trigger
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !t.Is("ccomp") || t.Head < 0 || !tables().nouns["saying"][s.Tokens[t.Head].Lemma] || s.Child(token, "nsubj") < 0 {
			continue
		}
		sense := lexicon.Verb{Word: s.Tokens[t.Head].Lemma, Actors: []string{"subj"}, Recipients: []string{"comp"}}
		switch {
		case f.obliged(s, token):
			sense.Type, sense.Code = parley.Request, "100"
		case f.blames(sentence, t.Head, token):
			sense.Type, sense.Code = parley.Accuse, "112"
		default:
			continue
		}
		found = append(found, trigger{sentence: sentence, token: t.Head, sense: sense, support: -1})
	}
	return found
}

// wishes are the deeds that somebody says not to do, which is a refusal, or wants to do, which is consent or a threat
// in words, and those that somebody wants another to do, which is a request.
func (f *finder) wishes(sentence int) []trigger {
	s := &f.in.Text.Sentences[sentence]
	found := f.requests(sentence)
	for _, t := range f.triggers(sentence, func(sense lexicon.Verb) bool { return !Verbal(sense) && !sense.Noun }) {
		if s.Negated(t.token) && hasAux(s, t.token) {
			t.sense.Type, t.sense.Code, t.sense.Mode = parley.Reject, "120", "" // "will not send aid"
			found = append(found, t)
			continue
		}
		if !wanted(s, t.token) || s.Child(s.Tokens[t.token].Head, "obj") >= 0 {
			continue
		}
		switch t.sense.Type {
		case parley.Assault, parley.Coerce, parley.Sanction, parley.Mobilize:
			t.sense.Type, t.sense.Code, t.sense.Mode = parley.Threaten, "130", ""
		case parley.Aid, parley.Cooperate, parley.Retreat, parley.Consult:
			t.sense.Type, t.sense.Code, t.sense.Mode = parley.Agree, "030", ""
		default:
			continue
		}
		found = append(found, t)
	}
	return found
}

// requests are the words of wanting over what another side is to do: "Norland wants
// Sudmark to withdraw".
func (f *finder) requests(sentence int) []trigger {
	s := &f.in.Text.Sentences[sentence]
	var found []trigger
	for token := range s.Tokens {
		if !wanted(s, token) {
			continue
		}
		if over := s.Tokens[token].Head; s.Child(over, "obj") >= 0 || s.Tokens[token].Is("ccomp") && s.Child(token, "nsubj") >= 0 {
			sense := lexicon.Verb{Word: s.Tokens[over].Lemma, Type: parley.Request, Code: "020", Actors: []string{"subj"}, Recipients: []string{"comp"}}
			found = append(found, trigger{sentence: sentence, token: over, sense: sense, support: -1})
		}
	}
	return found
}

// wanted tells whether a verb is the infinitive of what somebody wants.
func wanted(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	return t.Head >= 0 && (t.Is("xcomp") || t.Is("ccomp")) && s.Infinitive(verb) && tables().nouns["wish"][s.Tokens[t.Head].Lemma] && !s.Negated(t.Head) && !uncertain(s, t.Head)
}

// obliged tells whether a verb says what somebody is to do: "must withdraw".
func (f *finder) obliged(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if t := &s.Tokens[child]; t.Is("aux") && tables().nouns["obliging"][t.Lemma] {
			return true
		}
	}
	return false
}

// blames tells whether one side says of another that it attacked or coerced.
func (f *finder) blames(sentence, saying, verb int) bool {
	hostile := func(v lexicon.Verb) bool { return v.Type == parley.Assault || v.Type == parley.Coerce }
	if !slices.ContainsFunc(f.triggers(sentence, hostile), func(t trigger) bool { return t.token == verb }) {
		return false
	}
	speakers, doers := f.subject(sentence, saying), f.subject(sentence, verb)
	if len(doers) == 0 {
		doers = f.whence(trigger{sentence: sentence, token: verb})
	}
	return partisan(speakers) && partisan(doers) && speakers[0].side != doers[0].side
}
