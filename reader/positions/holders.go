package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// holdersOf finds who takes the stance of a word: its subject or owner and their
// fellows; the speaker, where that is "we". own tells that the holders say it
// themselves or that the outlet does in its own voice; it is false where somebody
// else says it of them.
func (f *finder) holdersOf(sentence, token int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	speaker, spoken := f.speakerAt(sentence, token)
	subject := f.subjectOf(sentence, token)
	if subject < 0 {
		return nil, false
	}
	switch strings.ToLower(s.Tokens[subject].Text) {
	case "we", "i", "our", "my", "us":
		if !spoken {
			return nil, false
		}
		return []holder{speaker}, true
	}
	if s.Tokens[token].UPOS == "ADJ" && evaluates[s.Tokens[token].Lemma] {
		if !spoken {
			return nil, false
		}
		return []holder{speaker}, true
	}
	for _, m := range f.in.Cast.Members(sentence, subject) {
		if who, ok := f.holderBy(m); ok {
			holders = append(holders, who)
		}
	}
	return holders, !spoken || len(holders) > 0 && speaker.party == holders[0].party
}

// evaluates are the adjectives by which a speaker judges what their subject
// names.
var evaluates = map[string]bool{
	"unacceptable": true, "unjustified": true, "unjust": true, "illegitimate": true, "intolerable": true, "impossible": true,
	"non-negotiable": true, "nonnegotiable": true, "inadmissible": true, "inalienable": true,
}

// subjectOf is the token whose stance a word takes; -1 where none is told.
func (f *finder) subjectOf(sentence, token int) int {
	s := &f.in.Text.Sentences[sentence]
	switch t := &s.Tokens[token]; t.UPOS {
	case "NOUN":
		return f.ownerOf(sentence, token)
	case "ADJ":
		if subject := s.Child(token, "nsubj"); subject >= 0 || !t.Is("xcomp") || t.Head < 0 {
			return subject
		}
		return s.Subject(t.Head)
	}
	return s.Subject(token)
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

// readModal reads what a speaker says that others must do, and what his own
// side will or will not.
func (f *finder) readModal(sentence, token int) {
	s := &f.in.Text.Sentences[sentence]
	word := strings.ToLower(s.Tokens[token].Text)
	verb := s.Tokens[token].Head
	demands, ok := tables().modals[word]
	if s.Tokens[token].UPOS == "AUX" && s.Tokens[token].Lemma == "have" {
		return
	}
	if s.Tokens[token].UPOS == "VERB" {
		demands, ok = tables().modals[s.Tokens[token].Lemma]
		verb = s.Child(token, "xcomp")
	}
	if verb < 0 || f.unreal(s, verb) {
		return
	}
	speaker, spoken := f.speakerAt(sentence, verb)
	if !spoken {
		return
	}
	stance := demands
	if f.ownSide(sentence, s.Subject(verb), speaker.party) {
		stance, ok = f.deedOf(s, verb, s.Negated(verb) || s.Negated(token), s.Tokens[token].Lemma == "can")
		ok = ok && (s.Tokens[token].Is("aux") && word != "should" && word != "have")
	} else {
		ok = ok && !s.Negated(verb)
	}
	first, last := f.governed(s, verb)
	issue, found := f.issueIn(sentence, verb, first, last)
	if !found {
		first, last = s.Subtree(verb)
		issue, found = f.issueIn(sentence, verb, first, last)
	}
	if !ok || !found {
		return
	}
	f.take(taken{sentence: sentence, token: verb, stance: stance, issue: issue, who: speaker, certainty: .6})
}

// deedOf is the stance of a deed that a party says it will, or will not, do;
// what it says it cannot do is out of the question.
func (f *finder) deedOf(s *english.Sentence, verb int, denied, possible bool) (parley.Stance, bool) {
	of := tables().deeds
	if denied {
		of = tables().refused
	}
	d, ok := of[s.Tokens[verb].Lemma]
	if !ok {
		return "", false
	}
	if denied && possible {
		return d.firm, true
	}
	first, last := s.Subtree(verb)
	words := " " + strings.ToLower(s.Text(f.in.Text.Source, first, last)) + " "
	for _, firm := range tables().firm {
		if strings.Contains(words, " "+firm+" ") {
			return d.firm, true
		}
	}
	return d.will, true
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
