package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/attribution"
)

// holdersTold are those whom the subject or owner of a word names, and their fellows.
func (f *finder) holdersTold(sentence, token, subject int) (holders []holder) {
	s := &f.in.Text.Sentences[sentence]
	if _, name, ok := f.in.Cast.GroupBeside(sentence, subject); ok {
		subject = name
	}
	for _, m := range f.in.Cast.Members(sentence, subject) {
		if !excepted(s, m.First) {
			holders = append(holders, f.holdersBy(m)...)
		}
	}
	if tables().roles["agrees"][s.Tokens[token].Lemma] { // "a deal that it agreed with Norland"
		for child := range s.Children(token) {
			if m, ok := f.in.Cast.At(sentence, child); ok && s.Case(child) == "with" {
				holders = append(holders, f.holdersBy(m)...)
			}
		}
	}
	holders = append(holders, f.otherOwners(sentence, token, subject)...)
	holders = append(holders, f.joined(sentence, token)...)
	holders = append(holders, f.echoing(sentence, token)...)
	if owner, ok := f.demonymOf(sentence, token, subject); ok && !tables().opposed[s.Tokens[subject].Lemma] {
		holders = append(holders, owner) // and not "Norlandic farmers"
	}
	if owner := s.Child(subject, "nmod:poss"); len(holders) == 0 && owner >= 0 && tables().sides[s.Tokens[subject].Lemma] {
		if m, ok := f.in.Cast.At(sentence, owner); ok { // "his country will"
			holders = append(holders, f.holdersBy(m)...)
		}
	}
	if who, ok := f.stateAt(sentence, subject); ok && len(holders) == 0 {
		holders = append(holders, who)
	}
	if len(holders) == 0 {
		holders = f.campsAt(sentence, subject)
	}
	if len(holders) == 0 {
		holders = f.campMeant(sentence, subject)
	}
	return holders
}

// holdersOf finds who takes the stance of a word: its subject or owner and their
// fellows; the speaker, where that is "we" or where nobody is told. own tells that
// the holders say it themselves or that the outlet does in its own voice; it is
// false where somebody else says it of them.
func (f *finder) holdersOf(sentence, token int) (holders []holder, own bool) {
	s := &f.in.Text.Sentences[sentence]
	speaker, spoken := f.speakerAt(sentence, token)
	subject := f.subjectOf(sentence, token)
	if subject < 0 {
		return f.holdersUntold(sentence, token), true
	}
	if ofSpeaker(&s.Tokens[subject]) {
		if !spoken {
			return nil, false
		}
		return []holder{speaker}, true
	}
	subject, cued := f.whoHolds(sentence, token, subject)
	if len(cued) > 0 {
		return cued, true
	}
	if cued = f.cuedBy(sentence, token); len(cued) > 0 && trails(s, token) {
		return cued, true
	}
	if strings.EqualFold(s.Tokens[subject].Text, "they") && !spoken && f.saidByUnknown(sentence, token) {
		return nil, false // they are whoever says it
	}
	if holders = f.holdersTold(sentence, token, subject); len(holders) == 0 {
		if m, ok := f.in.Cast.At(sentence, subject); ok && f.isState(m.Affiliation) && tables().opposed[s.Tokens[subject].Lemma] {
			return nil, false // "Norlandic farmers" do not stand for Norland
		}
	}
	if len(holders) == 0 && spoken && s.Tokens[token].UPOS != "NOUN" && f.meansSpeaker(sentence, token, subject) {
		return []holder{speaker}, true // "Norland said it would not yield"
	}
	if len(holders) == 0 && spoken && f.standsForSide(sentence, subject, speaker.party) {
		return []holder{{party: speaker.party, spans: speaker.spans}}, true // "he said the army would stay"
	}
	if len(holders) == 0 && spoken && definite(s, subject) && f.inOffice(sentence, subject) {
		return []holder{{party: speaker.party, spans: speaker.spans}}, true // "the palace said the president was ready"
	}
	if len(holders) == 0 {
		holders = f.sourceAt(sentence, subject)
	}
	if cued = f.cuedBy(sentence, token); len(holders) == 0 || len(cued) > 0 && f.spokenTo(sentence, token, holders) {
		holders = cued
	}
	own = !spoken || f.namedByCue(sentence, token) || slices.ContainsFunc(holders, func(h holder) bool { return speaker.isOf(h.party) })
	return holders, own
}

// trails tells whether a participle behind a comma hangs on what somebody said, and may yet tell what he who said it
// does: "said that Norland had struck the port, calling for a truce".
func trails(s *english.Sentence, verb int) bool {
	t := &s.Tokens[verb]
	if t.XPOS != "VBG" || !t.Is("advcl") || t.Head < 0 || t.Head > verb || verb == 0 || s.Tokens[verb-1].Text != "," {
		return false
	}
	return s.Tokens[t.Head].Is("ccomp") && s.Tokens[t.Head].Head >= 0 && s.Child(verb, "nsubj", "mark") < 0
}

// whoHolds is who takes the stance that a noun with a pronoun for its owner tells: the source of
// the words, or else the subject of the verb that it is the object of.
func (f *finder) whoHolds(sentence, token, owner int) (subject int, cued []holder) {
	s := &f.in.Text.Sentences[sentence]
	verb := heldBy(s, token)
	if verb < 0 || s.Tokens[owner].UPOS != "PRON" {
		return owner, nil
	}
	if cued = f.cuedBy(sentence, verb); len(cued) > 0 && cued[0].party != "" { // "they stated their support"
		return owner, cued
	}
	if answer, _ := stanceAt(s, verb); answer.stance == parley.Rejects || answer.stance == parley.Accepts {
		return owner, nil // "Norland rejected its offer"
	}
	if whose := s.Child(verb, "nsubj"); whose >= 0 && s.Tokens[owner].Is("nmod:poss") { // "the alliance renewed its offer"
		return whose, nil
	}
	return owner, nil
}

// heldBy is the verb that says of a noun for a stance who takes it: "stated their support"; -1
// where there is none.
func heldBy(s *english.Sentence, noun int) int {
	t := &s.Tokens[noun]
	if t.UPOS != "NOUN" || !t.Is("obj") || t.Head < 0 {
		return -1
	}
	return t.Head
}

// holdersUntold are those who take the stance of a word that has no subject or owner: whoever
// says it.
func (f *finder) holdersUntold(sentence, token int) []holder {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[token]
	w, _ := stanceAt(s, token)
	if speaker, spoken := f.speakerAt(sentence, token); spoken && (w.stance == parley.Rejects || w.stance == parley.Undecided && beingDone(s, token)) && t.UPOS == "VERB" && s.Passive(token) && !t.Is("acl") {
		return []holder{speaker} // "talks are ruled out", "sanctions are being considered"
	}
	if over := t.Head; over >= 0 && t.Is("obj") && t.UPOS == "NOUN" {
		if verb, ok := stanceAt(s, over); ok && verb.stance == parley.Rejects { // "brushed aside calls for talks"
			return nil
		}
	}
	if t.Head >= 0 && t.Is("obj") && tables().holds[s.Tokens[t.Head].Lemma] { // "the statement stressed the importance"
		return f.cuedBy(sentence, t.Head)
	}
	return f.cuedBy(sentence, token)
}

// beingDone tells whether something is being done to the subject of a verb: "is being considered".
func beingDone(s *english.Sentence, verb int) bool {
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("aux") && strings.EqualFold(s.Tokens[child].Text, "being") {
			return true
		}
	}
	return false
}

// isOf tells whether a holder, or somebody who speaks with him, is of a party.
func (h holder) isOf(party string) bool {
	return h.party == party || slices.ContainsFunc(h.fellows, func(o holder) bool { return o.party == party })
}

// spokenTo tells whether a word is addressed to those who would be its holders, so
// that another must be: "said that Norland stalled, and called on Norland to talk".
func (f *finder) spokenTo(sentence, token int, holders []holder) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(token) {
		if t := &s.Tokens[child]; child < token || !t.Is("obj") && !t.Is("iobj") && s.Case(child) != "on" {
			continue
		}
		if m, ok := f.in.Cast.At(sentence, child); ok && m.Affiliation != "" {
			return slices.ContainsFunc(holders, func(h holder) bool { return h.party == m.Affiliation })
		}
	}
	return false
}

// domestic tells whether a word is addressed to somebody of its holder's own side, and so about the
// affairs of one state: "called on the government to open an inquiry", said there.
func (f *finder) domestic(sentence, token int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	for child := range s.Children(token) {
		t := &s.Tokens[child]
		if child < token || !t.Is("obj") && !t.Is("iobj") && s.Case(child) != "on" {
			continue
		}
		if _, foreign := f.demonymOf(sentence, child, child); s.Tokens[token].UPOS == "VERB" && tables().roles["people"][t.Lemma] && !foreign && !ownedByOther(s, child) {
			return true // "urged citizens to stay calm"
		}
		if m, ok := f.in.Cast.At(sentence, child); ok && s.Tokens[token].UPOS == "VERB" && t.UPOS != "PRON" && m.Affiliation == party && len(f.in.Cast.Of(m)) > 0 {
			return true
		}
	}
	return false
}

// namedByCue tells whether a noun is the object of the word by which somebody
// speaks: that Norland has demands, not he says who "rejected Norland's demands",
// but the outlet.
func (f *finder) namedByCue(sentence, noun int) bool {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[noun]
	if t.UPOS != "NOUN" || !t.Is("obj") || t.Head < 0 {
		return false
	}
	verb := parley.Span{Start: s.Tokens[t.Head].Start, End: s.Tokens[t.Head].End}
	return slices.ContainsFunc(f.in.Attributions, func(a attribution.Attribution) bool { return a.Cue.Covers(verb) })
}

// joined are those whom the holder of a stance joins in taking it: "Norland joined Sudmark in
// signing a letter, calling for talks".
func (f *finder) joined(sentence, token int) []holder {
	s := &f.in.Text.Sentences[sentence]
	for over := doneBy(s, token); over >= 0; over = doneBy(s, over) {
		object := s.Child(over, "obj")
		if !tables().roles["joinsin"][s.Tokens[over].Lemma] || object < 0 {
			continue
		}
		var others []holder
		if s.Tokens[object].UPOS == "NOUN" && s.Child(object, "nmod", "det") < 0 {
			return nil // "joined other Western leaders"
		}
		for _, m := range f.in.Cast.Members(sentence, object) {
			others = append(others, f.holdersBy(m)...)
		}
		return others
	}
	return nil
}

// echoing are those who take up the stance that a noun tells of somebody else: "Norland echoed Sudmark's call for talks".
func (f *finder) echoing(sentence, noun int) (others []holder) {
	s := &f.in.Text.Sentences[sentence]
	verb := heldBy(s, noun)
	if verb < 0 || !tables().roles["echoes"][s.Tokens[verb].Lemma] || s.Child(noun, "nmod:poss") < 0 || s.Negated(verb) {
		return nil
	}
	if how, _ := moodOf(s, verb); how != done {
		return nil
	}
	for _, m := range f.in.Cast.Members(sentence, max(0, s.Subject(verb))) {
		others = append(others, f.holdersBy(m)...)
	}
	return others
}

// doneBy is the verb of what is done by a deed, or the one whose object a clause describes: "signing a letter calling
// for talks"; -1 for none.
func doneBy(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if over >= 0 && s.Tokens[verb].Is("conj") && s.Tokens[verb].XPOS == "VBG" && s.Tokens[over].XPOS == "VBG" { // "condemning the raids and warning of"
		verb, over = over, s.Tokens[over].Head
	}
	if over >= 0 && s.Tokens[verb].Is("acl") && s.Tokens[verb].XPOS == "VBG" && s.Tokens[over].Is("obj") {
		return s.Tokens[over].Head
	}
	if !s.Tokens[verb].Is("advcl") {
		return -1
	}
	return over
}

// ofSpeaker tells whether a word is whoever speaks: "we", and not "US".
func ofSpeaker(t *english.Token) bool {
	if t.Text == "US" {
		return false
	}
	switch strings.ToLower(t.Text) {
	case "we", "i", "our", "my", "us":
		return true
	}
	return false
}

// stateAt is the state that a token names, also where it may be no more than a
// place: "pressure from Norland".
func (f *finder) stateAt(sentence, token int) (holder, bool) {
	s := &f.in.Text.Sentences[sentence]
	for k := range f.in.Cast.Matches[sentence] {
		m := &f.in.Cast.Matches[sentence][k]
		if m.Last == token && !m.Part && (m.Kind == lexicon.StateMatch || m.Kind == lexicon.MetonymMatch) && m.Actor.Affiliation != "" {
			return holder{party: m.Actor.Affiliation, spans: []parley.Span{{Start: s.Tokens[m.First].Start, End: s.Tokens[m.Last].End}}}, true
		}
	}
	return holder{}, false
}

// cuedBy is the source of the words whose cue stands at a token.
func (f *finder) cuedBy(sentence, token int) []holder {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	for i := range f.in.Attributions {
		a := &f.in.Attributions[i]
		if a.Sentence == sentence && a.Cue.Start <= t.Start && t.End <= a.Cue.End && usable(a) {
			return []holder{f.sourceHolder(a)}
		}
	}
	return nil
}

// sourceAt is the source that a token heads: "the statement from Norland".
func (f *finder) sourceAt(sentence, token int) []holder {
	t := &f.in.Text.Sentences[sentence].Tokens[token]
	at := parley.Span{Start: t.Start, End: t.End}
	for i := range f.in.Attributions {
		if a := &f.in.Attributions[i]; a.Sentence == sentence && usable(a) && a.Sources[0].Text.Covers(at) {
			return []holder{f.sourceHolder(a)}
		}
	}
	return nil
}

// holderBy names a mention as a holder, where it is of one party.
func (f *finder) holderBy(m *actors.Mention) (holder, bool) {
	holders := f.holdersBy(m)
	if len(holders) == 0 {
		return holder{}, false
	}
	return holders[0], true
}

// holdersBy names a mention as holders: a person or body by name, a state as the
// party alone, both sides as each.
func (f *finder) holdersBy(m *actors.Mention) []holder {
	spans := f.in.Cast.Evidence(m)
	var holders []holder
	if m.Form != actors.Named && m.Form != actors.ByCountry && f.opposed(m) || f.partisans(m) || slices.ContainsFunc(f.in.Cast.Of(m), f.opposedBody) {
		return nil
	}
	if m.Form == actors.ByBody && len(m.Sides) > 1 { // "the leaders of Norland and Sudmark"
		for _, side := range m.Sides {
			holders = append(holders, holder{party: side, spans: spans})
		}
		return holders
	}
	for _, a := range f.in.Cast.Of(m) {
		if a.Affiliation == "" || a.Kind == parley.MediaActor || f.private(a) {
			continue
		}
		who := holder{party: a.Affiliation, spans: spans}
		if a.Kind != parley.StateActor && a.ID != a.Affiliation {
			who.name = a.Name
		}
		holders = append(holders, who)
	}
	if len(holders) > 0 || slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool {
		return a.Kind == parley.MediaActor || f.retired(a) || f.outsiders[a.ID] || a.Kind == parley.BodyActor && f.private(a)
	}) {
		return holders
	}
	for _, side := range m.Sides {
		holders = append(holders, holder{party: side, spans: spans})
	}
	if len(holders) == 0 && m.Affiliation != "" {
		holders = append(holders, holder{party: m.Affiliation, spans: spans})
	}
	return holders
}

// meansSpeaker tells whether a pronoun stands for whoever says that he takes a stance, "they" only where several say it.
func (f *finder) meansSpeaker(sentence, token, subject int) bool {
	s := &f.in.Text.Sentences[sentence]
	if s.Tokens[subject].UPOS != "PRON" || relative(s, subject) {
		return false
	}
	return !strings.EqualFold(s.Tokens[subject].Text, "they") || f.saidBySeveral(sentence, token)
}

// standsForSide tells whether a noun with no word for whose it is stands for the side of a party that speaks: "the army".
func (f *finder) standsForSide(sentence, noun int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	word := &s.Tokens[noun]
	if word.UPOS != "NOUN" || !tables().sides[word.Lemma] || tables().roles["groups"][word.Lemma] && f.isState(party) {
		return false
	}
	return word.Feat("Number") != "Plur" && definite(s, noun) && s.Child(noun, "nmod", "amod", "compound") < 0
}
