package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// holderOf finds who takes the stance of a word: its subject or owner; the
// speaker, where that is "we" or goes without saying inside what somebody says.
// own tells that the holder says it himself or that the outlet does in its own
// voice; it is false where somebody else says it of the holder.
func (f *finder) holderOf(sentence, token int) (who holder, own, ok bool) {
	s := &f.in.Text.Sentences[sentence]
	subject := -1
	switch t := &s.Tokens[token]; {
	case t.UPOS == "NOUN":
		subject = f.ownerOf(sentence, token)
	case t.UPOS == "ADJ":
		if subject = s.Child(token, "nsubj"); subject < 0 && t.Is("xcomp") && t.Head >= 0 {
			subject = s.Subject(t.Head)
		}
	default:
		subject = s.Subject(token)
	}
	speaker, spoken := f.speakerAt(sentence, token)
	if subject < 0 {
		return holder{}, false, false
	}
	switch strings.ToLower(s.Tokens[subject].Text) {
	case "we", "i", "our", "my", "us":
		return speaker, true, spoken
	}
	m, found := f.in.Cast.At(sentence, subject)
	if !found {
		return holder{}, false, false
	}
	who, ok = f.holderBy(m)
	return who, !spoken || speaker.party == who.party, ok
}

// ownerOf is whose a noun is: "Norland's demand", "the demand by Norland", "the
// Norland demand".
func (f *finder) ownerOf(sentence, noun int) int {
	s := &f.in.Text.Sentences[sentence]
	if owner := s.Child(noun, "nmod:poss"); owner >= 0 {
		return owner
	}
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("nmod") && (s.Case(child) == "by" || s.Case(child) == "from") || s.Tokens[child].Is("compound") {
			if _, ok := f.in.Cast.At(sentence, child); ok {
				return child
			}
		}
	}
	// "expressed support": whose the noun is, its verb's subject says.
	if s.Tokens[noun].Is("obj") && s.Tokens[noun].Head >= 0 {
		switch s.Tokens[s.Tokens[noun].Head].Lemma {
		case "express", "voice", "make", "reiterate", "repeat", "announce", "declare", "issue", "give", "signal", "have", "reaffirm", "restate", "confirm", "renew":
			return s.Subject(s.Tokens[noun].Head)
		}
	}
	return -1
}

// holderBy names a mention as a holder: a person or body by name, a state as
// the party alone.
func (f *finder) holderBy(m *actors.Mention) (holder, bool) {
	spans := f.in.Cast.Evidence(m)
	for _, a := range f.in.Cast.Of(m) {
		party := a.Affiliation
		if party == "" {
			return holder{}, false
		}
		who := holder{party: party, spans: spans}
		if a.Kind != parley.StateActor && a.ID != party {
			who.name = a.Name
		}
		return who, true
	}
	if m.Affiliation == "" {
		return holder{}, false
	}
	return holder{party: m.Affiliation, spans: spans}, true
}

// speakerAt is who says what stands at a token: the innermost attribution's
// source.
func (f *finder) speakerAt(sentence, token int) (holder, bool) {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	var best *attribution.Attribution
	least := 0
	for i := range f.in.Attributions {
		a := &f.in.Attributions[i]
		if a.Negated || a.Unreal || len(a.Sources) == 0 || a.Sources[0].Affiliation == "" || len(a.Sources[0].Evidence) == 0 {
			continue
		}
		inside := slices.ContainsFunc(a.Content, func(piece parley.Span) bool { return piece.Covers(at) })
		if size := length(a.Content); inside && (best == nil || size < least) {
			best, least = a, size
		}
	}
	if best == nil {
		return holder{}, false
	}
	from := best.Sources[0]
	name := from.Name
	if from.Kind == parley.MediaSource || from.Kind == parley.DocumentSource {
		return holder{}, false
	}
	return holder{name: name, party: from.Affiliation, spans: from.Evidence}, true
}

func length(pieces []parley.Span) int {
	n := 0
	for _, p := range pieces {
		n += p.End - p.Start
	}
	return n
}

// readModal reads what a speaker says that others must, or that his own side
// will not do.
func (f *finder) readModal(sentence, token int) {
	s := &f.in.Text.Sentences[sentence]
	m, ok := tables().modals[strings.ToLower(s.Tokens[token].Text)]
	if !ok && (s.Tokens[token].Lemma == "have" || s.Tokens[token].Lemma == "need") {
		m, ok = tables().modals[s.Tokens[token].Lemma]
		ok = ok && s.Child(token, "xcomp") >= 0
	}
	if !ok {
		return
	}
	verb := s.Tokens[token].Head
	if s.Tokens[token].UPOS == "VERB" {
		verb = s.Child(token, "xcomp")
	}
	if verb < 0 || f.unreal(s, verb) {
		return
	}
	speaker, ok := f.speakerAt(sentence, verb)
	if !ok {
		return
	}
	stance := m.other
	if f.ownSide(sentence, s.Subject(verb), speaker.party) {
		stance = m.own
		if s.Negated(verb) || s.Negated(token) {
			stance = m.never
		}
	}
	first, last := s.Subtree(verb)
	issue, ok := f.issueIn(sentence, verb, first, last)
	if stance == "" || !ok {
		return
	}
	f.take(taken{sentence: sentence, token: verb, stance: stance, issue: issue, who: speaker, certainty: .6})
}

// ownSide tells whether a subject is the speaker's own side.
func (f *finder) ownSide(sentence, subject int, party string) bool {
	if subject < 0 {
		return false
	}
	switch strings.ToLower(f.in.Text.Sentences[sentence].Tokens[subject].Text) {
	case "we", "i":
		return true
	}
	m, ok := f.in.Cast.At(sentence, subject)
	return ok && m.Affiliation == party
}
