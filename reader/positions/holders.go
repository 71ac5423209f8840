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
	if strings.EqualFold(s.Tokens[subject].Text, "they") && !spoken && f.saidByUnknown(sentence, token) {
		return nil, false // they are whoever says it
	}
	for _, m := range f.in.Cast.Members(sentence, subject) {
		if !excepted(s, m.First) {
			holders = append(holders, f.holdersBy(m)...)
		}
	}
	if s.Tokens[token].Lemma == "agree" { // "a deal that it agreed with Norland"
		for child := range s.Children(token) {
			if m, ok := f.in.Cast.At(sentence, child); ok && s.Case(child) == "with" {
				holders = append(holders, f.holdersBy(m)...)
			}
		}
	}
	holders = append(holders, f.otherOwners(sentence, token, subject)...)
	holders = append(holders, f.joined(sentence, token)...)
	if owner, ok := f.demonymOf(sentence, token, subject); ok {
		holders = append(holders, owner)
	}
	if owner := s.Child(subject, "nmod:poss"); len(holders) == 0 && owner >= 0 && tables().sides[s.Tokens[subject].Lemma] {
		if m, ok := f.in.Cast.At(sentence, owner); ok { // "his country will"
			holders = append(holders, f.holdersBy(m)...)
		}
	}
	if who, ok := f.stateAt(sentence, subject); ok && len(holders) == 0 {
		holders = append(holders, who)
	}
	if len(holders) == 0 && spoken && s.Tokens[subject].UPOS == "PRON" && !relative(s, subject) && (!strings.EqualFold(s.Tokens[subject].Text, "they") || f.saidBySeveral(sentence, token)) && s.Tokens[token].UPOS != "NOUN" {
		return []holder{speaker}, true // "Norland said it would not yield"
	}
	if word := &s.Tokens[subject]; len(holders) == 0 && spoken && word.UPOS == "NOUN" && tables().sides[word.Lemma] && (word.Lemma != "group" || !f.isState(speaker.party)) && word.Feat("Number") != "Plur" && definite(s, subject) && s.Child(subject, "nmod", "amod", "compound") < 0 {
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
	if speaker, spoken := f.speakerAt(sentence, token); spoken && w.stance == parley.Rejects && t.UPOS == "VERB" && s.Passive(token) && !t.Is("acl") {
		return []holder{speaker} // "talks are ruled out"
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
	for at := token; s.Tokens[at].Is("advcl") && s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		over := s.Tokens[at].Head
		object := s.Child(over, "obj")
		if s.Tokens[over].Lemma != "join" || object < 0 {
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

// subjectOf is the token whose stance a word takes; -1 where none is told.
func (f *finder) subjectOf(sentence, token int) int {
	s := &f.in.Text.Sentences[sentence]
	switch t := &s.Tokens[token]; t.UPOS {
	case "NOUN":
		if tables().roles["holders"][t.Lemma] { // "Norland has been a strong advocate of talks"
			return s.Child(token, "nsubj")
		}
		return f.ownerOf(sentence, token)
	case "ADJ":
		// "it was ready": who is ready is somebody, though the parse takes the word for empty.
		if below := s.Child(token, "xcomp"); s.Child(token, "nsubj") < 0 && below >= 0 && s.Tokens[below].UPOS != "VERB" {
			return -1 // "it was determined to be an accident"
		}
		if t.Is("advcl") && s.Tokens[t.Head].Lemma == "more" && marked(s, token, "than") { // "is more than willing"
			return s.Child(t.Head, "nsubj")
		}
		if subject := s.Child(token, "nsubj", "expl"); subject >= 0 || !t.Is("xcomp") && !t.Is("conj") || t.Head < 0 {
			return f.inTitle(sentence, token, subject)
		} else if t.Is("conj") { // "was disappointed and ready to act"
			return s.Child(t.Head, "nsubj")
		}
		return s.Subject(t.Head)
	}
	if adjectival(s, token) || len(tables().stances["VERB"][s.Tokens[token].Lemma]) == 0 && len(participleWords(s, token)) > 0 {
		if over := s.Tokens[token].Head; s.Tokens[token].Is("xcomp") && over >= 0 { // "remains committed"
			return s.Subject(over)
		}
		return s.Child(token, "nsubj", "nsubj:pass")
	}
	if among := oneAmong(s, token); among >= 0 {
		return among
	}
	if f.commanded(sentence, token) {
		return s.Subject(s.Tokens[token].Head)
	}
	if noun := s.Tokens[token].Head; noun >= 0 && s.Tokens[token].Is("acl") && s.Tokens[token].XPOS == "VBG" && s.Tokens[noun].Is("obj") && tables().roles["passes"][s.Tokens[s.Tokens[noun].Head].Lemma] {
		return s.Subject(s.Tokens[noun].Head) // "adopted a resolution calling for talks"
	}
	subject := s.Subject(token)
	if over := drawnDown(s, token); over >= 0 {
		subject = over
	} else if near := nearestSubject(s, token); near >= 0 {
		subject = near
	} else if slipped := slippedSubject(s, token); slipped >= 0 {
		subject = slipped
	}
	if subject >= 0 && strings.EqualFold(s.Tokens[subject].Text, "it") {
		if verb := s.Tokens[subject].Head; verb >= 0 && s.Tokens[verb].Is("conj") {
			if same := s.Child(s.Tokens[verb].Head, "nsubj"); same >= 0 && s.Tokens[same].UPOS != "PRON" {
				subject = same // "his country would allow food but it would not withdraw"
			}
		}
	}
	if noun := s.Tokens[token].Head; noun >= 0 && s.Tokens[token].Is("acl") && (s.Infinitive(token) || marked(s, token, "of")) && s.Tokens[noun].UPOS == "NOUN" && tables().intents[s.Tokens[noun].Lemma] != unreal {
		return f.ownerOf(sentence, noun) // "Norland's decision to lift the blockade"
	}
	subject = f.inTitle(sentence, token, subject)
	if subject >= 0 && s.Tokens[subject].UPOS == "NOUN" && subject != s.Child(token, "nsubj") {
		if _, ok := stanceAt(s, subject); ok { // "his readiness to help by offering a venue"
			return f.ownerOf(sentence, subject)
		}
	}
	return subject
}

// inTitle is the office behind a word for a state that a headline's verb or adjective takes for its subject: "Norlandic
// PM ready for talks".
func (f *finder) inTitle(sentence, token, subject int) int {
	s := &f.in.Text.Sentences[sentence]
	if s.Paragraph != 0 || subject < 0 || subject+1 >= token || s.Tokens[subject].UPOS != "ADJ" {
		return subject
	}
	if m, ok := f.in.Cast.At(sentence, subject+1); ok && m.First <= subject+1 && m.Affiliation != "" {
		return subject + 1
	}
	return subject
}

// drawnDown is the subject of a finite verb that the parse coordinates with an infinitive though it goes on from
// the verb over that: "is under pressure to talk but wants guarantees"; -1 for none.
func drawnDown(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if !t.Is("conj") || t.Head < 0 || !s.Infinitive(t.Head) || s.Child(verb, "nsubj", "nsubj:pass") >= 0 || !finiteForm(s, verb) {
		return -1
	}
	for at := s.Tokens[t.Head].Head; at >= 0; at = s.Tokens[at].Head {
		if subject := s.Child(at, "nsubj"); subject >= 0 && !s.Infinitive(at) {
			return subject
		}
	}
	return -1
}

// finiteForm tells whether a verb stands in a tense, by its form or that of its auxiliary.
func finiteForm(s *english.Sentence, verb int) bool {
	if t := &s.Tokens[verb]; t.XPOS == "VBZ" || t.XPOS == "VBD" {
		return true
	}
	aux := s.Child(verb, "aux")
	return aux >= 0 && (s.Tokens[aux].XPOS == "VBZ" || s.Tokens[aux].XPOS == "VBD")
}

// commanded tells whether a verb is what somebody orders his own side to do: "orders the army to halt the
// offensive".
func (f *finder) commanded(sentence, verb int) bool {
	s := &f.in.Text.Sentences[sentence]
	over := s.Tokens[verb].Head
	if !s.Tokens[verb].Is("xcomp") && !s.Tokens[verb].Is("advcl") || over < 0 || !tables().roles["bids"][s.Tokens[over].Lemma] || !s.Infinitive(verb) {
		return false
	}
	own, who := s.Child(over, "obj"), s.Subject(over)
	if own < 0 || who < 0 {
		return false
	}
	m, _ := f.in.Cast.At(sentence, who)
	return m != nil && f.ownForces(sentence, own, m.Affiliation)
}

// ownForces tells whether a noun names the forces or officials of a party, or does not say whose: his who orders
// them about.
func (f *finder) ownForces(sentence, noun int, party string) bool {
	s := &f.in.Text.Sentences[sentence]
	if _, foreign := f.demonymOf(sentence, noun, noun); foreign || s.Child(noun, "nmod") >= 0 || !tables().forces[s.Tokens[noun].Lemma] && !tables().sides[s.Tokens[noun].Lemma] {
		return false
	}
	m, ok := f.in.Cast.At(sentence, noun)
	return !ok || m.Affiliation == party || m.Affiliation == ""
}

// oneAmong is who is told to be among those who do a thing: "Norland was among the nations to
// condemn the raid"; -1 where nobody is.
func oneAmong(s *english.Sentence, verb int) int {
	noun := s.Tokens[verb].Head
	t := &s.Tokens[verb]
	if !t.Is("acl") || noun < 0 || t.Is("acl:relcl") && relativePronoun(s, verb) < 0 {
		return -1
	}
	if order := s.Child(noun, "amod"); order >= 0 && s.Infinitive(verb) && tables().roles["orders"][s.Tokens[order].Lemma] {
		if s.Tokens[noun].Is("xcomp") && s.Tokens[noun].Head >= 0 { // "becomes the first country to recognize it"
			return s.Subject(s.Tokens[noun].Head)
		}
		return s.Child(noun, "nsubj")
	}
	if s.Case(noun) != "among" {
		return -1
	}
	return s.Child(noun, "nsubj")
}

// relativePronoun is the "who" or "that" which a relative clause has for its subject; -1 for none.
func relativePronoun(s *english.Sentence, verb int) int {
	if subject := s.Child(verb, "nsubj"); subject >= 0 && (s.Tokens[subject].Lemma == "who" || s.Tokens[subject].Lemma == "that" || s.Tokens[subject].Lemma == "which") {
		return subject
	}
	return -1
}

// nearestSubject is the subject that stands right before a verb where the parse gives it
// several ("told the league it would leave"), or the "it" that the parse takes for empty
// though the verb over it tells an intention ("it plans to leave"); -1 else.
func nearestSubject(s *english.Sentence, verb int) int {
	near, count := -1, 0
	for child := range s.Children(verb) {
		if s.Tokens[child].Is("nsubj") && child < verb {
			near, count = child, count+1
		}
	}
	if count > 1 && s.Tokens[near].UPOS == "PRON" {
		return near
	}
	if over := s.Tokens[verb].Head; count == 0 && over >= 0 && s.Tokens[verb].Is("xcomp") && tables().intents[s.Tokens[over].Lemma] != unreal && s.Child(over, "nsubj") < 0 {
		return s.Child(over, "expl")
	}
	return -1
}

// slippedSubject is the subject that the parse takes for what "after" or "before" governs,
// right before a verb that has none: "two days after Norland and Sudmark called for"; -1
// where there is none.
func slippedSubject(s *english.Sentence, verb int) int {
	if t := &s.Tokens[verb]; t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" && !(t.XPOS == "VBN" && t.Is("advcl")) || s.Child(verb, "nsubj", "nsubj:pass", "expl", "csubj") >= 0 {
		return -1
	}
	for noun := verb - 1; noun >= 0; noun-- {
		t := &s.Tokens[noun]
		if first, last := s.Subtree(noun); t.Is("obl") && last == verb && (follows(s, first) || follows(s, first+1)) {
			return noun
		}
		if t.UPOS == "VERB" || t.Text == ";" {
			break
		}
	}
	return -1
}

// follows tells whether a token stands right behind "after" or "before".
func follows(s *english.Sentence, token int) bool {
	return token > 0 && (strings.EqualFold(s.Tokens[token-1].Text, "after") || strings.EqualFold(s.Tokens[token-1].Text, "before"))
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
