package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// readVerb makes the attribution of a reporting verb, if it has content.
func (c *clauses) readVerb(k *cueVerb) {
	if c.reportsNothing(k) || c.voiceOfQuotation(k.token) || c.governs(k) || c.relayed(k.token) {
		return
	}
	a := c.begin(k)
	where := c.sourceOf(k)
	asked := k.class == "ask" && c.isAsked(k.token)
	if k.class == "seem" || asked {
		where.token = -1 // nobody is told who asked in "Asked about the truce, Kovar said"
	}
	found := c.contentOf(k, where)
	t, tagged := c.tagOf(k, where)
	if tagged = tagged && c.pointsBack(k) == nil; tagged {
		where = place{c.index, t.source, false}
		found = content{c.without(t.content, k), true, 0.9}
	}
	if !tagged && (found.tokens == nil || where.token < 0) {
		if at, plain := c.plain(k, where); plain.tokens != nil {
			where, found = at, plain
		}
	}
	if found.tokens == nil {
		return
	}
	c.leaveOutVocative(k, where, found)
	if name, ok := c.nameBehind(where.token, k.token); ok && where.sentence == c.index && where.token >= 0 {
		where.token = name
	}
	if where.token >= 0 && !tagged && c.inert(k, where, found.clause) {
		return
	}
	a.content, a.Content, a.Clause, a.Certainty = found.tokens, c.pieces(found.tokens), found.clause, found.certainty
	if len(a.Content) == 0 || c.loneWord(found.tokens) {
		return
	}
	a.Sources, a.source = withoutSaid(c.sources(where), a.Content), where.token
	if where.sentence != c.index {
		a.source = -1
	}
	nobodyTold := where.passive && !c.quoted(k.token) || k.class == "expect" || k.class == "seem" || asked
	if len(a.Sources) == 0 && !nobodyTold {
		return
	}
	if !tagged {
		a.Pronoun = c.pronounOf(k.token, where)
	}
	if k.class == "report" && tagged {
		c.callMedium(a.Sources, where.token)
	}
	a.Own = a.source >= 0 && c.firstPerson(where)
	a.Quoted = c.within(a.Content)
	if a.Quoted && a.source >= 0 && !knowledge().words["asker"][strings.ToLower(c.Tokens[a.source].Lemma)] {
		a.Question = false // what somebody asks aloud, and no reporter, is said
	}
	a.Thought = a.Thought && !(a.Quoted && a.Clause && c.opines(k))
	a.Via = c.toldThrough(k)
	c.found = append(c.found, a)
}

// toldThrough are those through whom the outlet has it: to whom it was said, and who quotes it.
func (c *clauses) toldThrough(k *cueVerb) []Source {
	via := c.hearers(k)
	if verb, ok := c.relays(k); ok {
		via = append(via, c.sources(c.speakerOf(verb, 0))...)
	}
	return via
}

// pronounOf is the "who" or "which" by which the sentence tells the source of a verb beside it; empty
// where it does not.
func (c *clauses) pronounOf(verb int, source place) parley.Span {
	subject := c.Child(verb, "nsubj")
	if subject < 0 || subject == source.token || c.resolveRelative(subject, verb).token == subject {
		return parley.Span{}
	}
	return c.span(subject, subject+1)
}

// withoutSaid leaves out of several sources those who stand in what is said, where the parse has put them in a row
// with who says it: "Kovar said that, as well as two guards, a driver had died".
func withoutSaid(all []Source, content []parley.Span) []Source {
	var without []Source
	for _, s := range all {
		if !slices.ContainsFunc(content, func(said parley.Span) bool { return said.Covers(s.Text) && s.Text.End > s.Text.Start }) {
			without = append(without, s)
		}
	}
	if len(without) == 0 {
		return all // "Norland is ready, as its letter states"
	}
	return without
}

// leaveOutVocative takes the speaker out of what is said, where the parse has made of him somebody who is spoken to:
// `"It holds," says Kovar, "and it will."`
func (c *clauses) leaveOutVocative(k *cueVerb, where place, found content) {
	if where.sentence != c.index || where.token <= k.token || !c.Tokens[where.token].Is("vocative") {
		return
	}
	for at := range c.subtree(where.token) {
		found.tokens[at] = found.tokens[at] && !c.Dominates(where.token, at)
	}
}

// reportsNothing tells whether a reporting verb tells here of no words and no thoughts.
func (c *clauses) reportsNothing(k *cueVerb) bool {
	for _, tellsElse := range []func(*cueVerb) bool{
		c.tellsHearers, c.isSaidTo, c.onlyDoes, c.titlePassive, c.shows, c.beholds, c.merelyGoesOn, c.undergone, c.ofOwnName,
	} {
		if tellsElse(k) {
			return true
		}
	}
	return c.whatever(k.token)
}

// tellsHearers tells whether a participle describes those who were told something: "two people briefed on the talks".
func (c *clauses) tellsHearers(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	return k.whom && t.Deprel == "acl" && t.XPOS == "VBN" && c.Child(k.token, "ccomp", "obl:agent", "aux:pass") < 0
}

// isSaidTo tells whether a thing is said by nobody in particular to be or do something: "a shell said to have hit
// the harbour".
func (c *clauses) isSaidTo(k *cueVerb) bool {
	next, subject := k.token+1, c.Child(k.token, "nsubj")
	if c.Tokens[k.token].Lemma != "say" || c.animate(subject) || subject >= 0 && c.Tokens[subject].UPOS != "NOUN" {
		return false
	}
	to := next < len(c.Tokens) && c.lower(next) == "to" && c.Tokens[next].XPOS == "TO"
	return to && c.Child(k.token, "xcomp") > k.token
}

// onlyDoes tells whether a verb of saying is no more than what is done to its object: "dismissed the case".
func (c *clauses) onlyDoes(k *cueVerb) bool {
	verb, object := strings.ToLower(c.Tokens[k.token].Lemma), c.Child(k.token, "obj", "nsubj:pass")
	if len(k.words) > 1 || object < 0 || c.Child(k.token, "ccomp", "xcomp") >= 0 {
		return false
	}
	for child := range c.Children(k.token) {
		if c.marker(child) == "as" && child > k.token {
			return false // "dismissed the case as a farce"
		}
	}
	for child := range c.Children(k.token) {
		if c.Tokens[child].Is("obj") && child > object && object > k.token {
			return false // "called the strike a crime"
		}
	}
	acts := knowledge().acts
	if m, ok := c.cast.At(c.index, object); ok && m.Title.Class == lexicon.OfficeClass && acts[verb+" @office"] {
		return true
	}
	return acts[verb+" "+strings.ToLower(c.Tokens[object].Lemma)]
}

// titlePassive tells whether the verb of a title is the participle of a thought that is nobody's there: "Truce
// expected to hold".
func (c *clauses) titlePassive(k *cueVerb) bool {
	return c.Paragraph == 0 && k.thought && c.Tokens[k.token].XPOS == "VBN" && c.Child(k.token, "aux", "aux:pass", "obl:agent", "obj") < 0
}

// whatever tells whether a clause leaves open what somebody says or who does: "whatever Bergen
// proposes", "whoever says so".
func (c *clauses) whatever(token int) bool {
	for child := range c.Children(token) {
		switch c.lower(child) {
		case "whatever", "whoever", "whichever":
			return true
		}
	}
	return false
}

// shows tells whether somebody shows a thing, which is no communication: "both sides showed goodwill".
func (c *clauses) shows(k *cueVerb) bool {
	if !knowledge().words["showing"][c.Tokens[k.token].Lemma] {
		return false
	}
	subject := c.Child(k.token, "nsubj")
	if where := c.sourceOf(k); subject < 0 && where.sentence == c.index && !where.passive {
		subject = where.token
	}
	if subject < 0 || c.Child(k.token, "obj") < 0 || c.Child(k.token, "ccomp") >= 0 {
		return false
	}
	kind := c.kindOf(subject)
	return c.animate(subject) && kind != parley.DocumentSource && kind != parley.MediaSource
}

// merelyGoesOn tells whether somebody or something goes on with a deed rather than with what was said: "continued its
// attacks", "continues to grow", "as the search continues".
func (c *clauses) merelyGoesOn(k *cueVerb) bool {
	if !knowledge().words["continuing"][c.Tokens[k.token].Lemma] {
		return false
	}
	for child := range c.Children(k.token) {
		t := &c.Tokens[child]
		deed := t.Is("xcomp") && c.Child(child, "nsubj") < 0
		toDo, thing := deed && c.hasMark(child, "to"), t.Is("obj") && !c.time(child)
		if child > k.token && (toDo || !c.quoted(child) && (deed || thing)) {
			return true
		}
	}
	where := c.sourceOf(k)
	if where.token < 0 || where.sentence != c.index || c.Tokens[where.token].UPOS != "NOUN" {
		return false
	}
	n := knowledge().sources[strings.ToLower(c.Tokens[where.token].Lemma)]
	return !c.animate(where.token) && (n.kind == "" || n.kind == parley.DocumentSource && !n.issued)
}

// beholds tells whether somebody only looks at a thing: "saw the fire", "after seeing it", "will see a
// rise"; who sees a thing as another, or that something is so, thinks so.
func (c *clauses) beholds(k *cueVerb) bool {
	if !k.sight {
		return false
	}
	for child := range c.Children(k.token) {
		if t := &c.Tokens[child]; t.Is("ccomp") || (t.Is("obl") || t.Is("advcl") || t.Is("xcomp")) && c.lower(c.begins(child)) == "as" {
			return false
		}
	}
	switch aux := c.Child(k.token, "aux"); c.Tokens[k.token].XPOS {
	case "VBZ", "VBP":
		return false
	case "VB":
		return aux < 0 || c.Tokens[aux].Lemma != "do"
	case "VBG":
		return aux < 0
	}
	return true
}

// opines tells whether somebody outside of quotations believes or thinks something, which is said
// where it is quoted: `Kovar believes that "the truce will hold"`.
func (c *clauses) opines(k *cueVerb) bool {
	return knowledge().words["opining"][c.Tokens[k.token].Lemma] && !c.quoted(k.token) && c.Child(k.token, "ccomp") >= 0
}

// governs tells whether a verb that takes a clause alone has an infinitive or gerund under it
// and so another meaning: "continued to wait".
func (c *clauses) governs(k *cueVerb) bool {
	if !k.clause || k.inf || k.ing || k.pred || k.person || k.whom || c.Child(k.token, "ccomp") >= 0 {
		return false
	}
	child := c.Child(k.token, "xcomp")
	if k.thing && c.Child(k.token, "obj", "iobj") > k.token {
		return false // "showed the envoy leaving"
	}
	return child > k.token && !c.quoted(child) && (c.Tokens[child].XPOS == "VBG" || c.hasMark(child, "to"))
}

// isAsked holds for the participle of somebody who is asked: "Asked whether …", "When asked
// about the truce, Kovar said".
func (c *clauses) isAsked(token int) bool {
	t := &c.Tokens[token]
	if token == 0 && c.opensWithParticiple() {
		return t.XPOS != "VBG"
	}
	if !t.Is("advcl") && !t.Is("ccomp") || t.XPOS == "VBG" || c.Child(token, "nsubj", "nsubj:pass", "aux", "aux:pass") >= 0 || token == 0 {
		return false
	}
	switch c.lower(token - 1) {
	case "when", "if", "once":
		return true
	}
	return false
}

// loneWord tells whether content is no more than a "what", which says nothing by
// itself: "what the envoy described as".
func (c *clauses) loneWord(set []bool) bool {
	only := slices.Index(set, true)
	return count(set) == 1 && c.lower(only) == "what"
}

// callMedium takes a name that nobody knows and that reports a whole sentence for
// a medium.
func (c *clauses) callMedium(sources []Source, head int) {
	if len(sources) != 1 || len(sources[0].Actors) > 0 || sources[0].Kind != parley.AnonymousSource {
		return
	}
	name := c.bare(head)
	if name == "" || strings.ToLower(name[:1]) == name[:1] {
		return
	}
	s := &sources[0]
	s.Name, s.Kind, s.Evidence, s.Reason = name, parley.MediaSource, []parley.Span{s.Text}, parley.Span{}
}

// begin makes an attribution with all that the verb itself tells.
func (c *clauses) begin(k *cueVerb) Attribution {
	a := Attribution{Sentence: c.index, Class: k.class, Thought: k.thought, Continues: -1, source: -1}
	a.cueTokens = c.cueWords(k)
	a.Cue = c.span(a.cueTokens[0], a.cueTokens[len(a.cueTokens)-1]+1)
	a.Negated, a.Unreal, a.Future = c.modality(k.token)
	switch k.class {
	case "deny":
		a.Manner = parley.Denies
	case "confirm":
		a.Manner = parley.Confirms
	case "refuse":
		a.Manner = parley.Declines
	}
	if k.class == "refuse" && c.aboutSpeaking(k.token) || k.class == "support" && c.Tokens[k.token].XPOS == "VBD" {
		a.Thought = false
	}
	if c.Tokens[k.token].XPOS == "VBG" && c.wordsOf(k.token) {
		a.Thought = false // "issued a statement opposing the plan"
	}
	if k.class == "describe" && k.second == "to" && c.Tokens[k.token].XPOS == "VBG" {
		a.Class = "discuss" // "…, he said, referring to the truce"
	}
	if k.class == "discuss" && c.toMedium(k.token) {
		a.Class = "say"
	}
	if k.thought && a.Negated {
		a.Negated = false // not to believe is a thought as well
	}
	if a.Negated && (k.class == "deny" || k.second == "out") {
		a.Negated = false // not to rule out is to say something
	}
	a.Question = k.class == "ask" && c.Child(k.token, "xcomp") < 0 && !c.asksFor(k.token)
	return a
}

// toMedium tells whether somebody speaks to a medium, for all to hear: "talked to the BBC about the siege".
func (c *clauses) toMedium(verb int) bool {
	for child := range c.Children(verb) {
		if m, ok := c.cast.At(c.index, child); ok && c.Tokens[child].Is("obl") && (c.marker(child) == "to" || c.marker(child) == "with") {
			if len(m.Who) == 1 && c.cast.Actors[m.Who[0]].Kind == parley.MediaActor {
				return true
			}
		}
	}
	return false
}

// asksFor tells whether somebody asks for a thing rather than to know it.
func (c *clauses) asksFor(token int) bool {
	for child := range c.Children(token) {
		if c.Tokens[child].Is("obl") && c.marker(child) == "for" {
			return true
		}
	}
	return false
}

// wordsOf tells whether a participle says what somebody's words say: those of a statement
// or another document that is issued.
func (c *clauses) wordsOf(token int) bool {
	t := &c.Tokens[token]
	return t.Is("acl") && t.Head >= 0 && knowledge().sources[strings.ToLower(c.Tokens[t.Head].Lemma)].issued
}

// aboutSpeaking tells whether somebody refuses to speak, which is an answer as
// well: "declined to comment".
func (c *clauses) aboutSpeaking(token int) bool {
	child := c.Child(token, "xcomp", "obj")
	if k := c.cueAt(child); child >= 0 && k >= 0 && !c.cues[k].thought && (c.cues[k].judges() || c.cues[k].class == "confirm") {
		return true // "refused to call it a crime"
	}
	return child >= 0 && knowledge().words["speaking"][strings.ToLower(c.Tokens[child].Lemma)]
}

// cueWords are the tokens of the cue from the verb on: what belongs to it as
// far as it stands next to it.
func (c *clauses) cueWords(k *cueVerb) []int {
	words := []int{k.token}
	for _, w := range k.words[1:] {
		if w == words[len(words)-1]+1 {
			words = append(words, w)
		}
	}
	return words
}

// voiceOfQuotation holds for "I think" and the like inside a quotation, whose
// words are the quoted speaker's as a whole, and for what nobody says: "this
// suggests".
func (c *clauses) voiceOfQuotation(token int) bool {
	subject := c.subjectBeside(token)
	if subject < 0 {
		return c.quoted(token) && c.Tokens[token].Deprel == "root"
	}
	switch c.lower(subject) {
	case "those":
		return c.quoted(token) || subject+1 < len(c.Tokens) && c.finite(subject+1) // not "those surveyed said"
	case "that", "this", "these":
		return c.quoted(token) || c.Tokens[subject].Feat("PronType") != "Rel"
	case "it", "i", "we", "you":
		return c.quoted(token)
	}
	return false
}

// inert tells whether a source cannot say or think: "the move suggests". Verbs of people alone
// that have a clause of content make somebody of whatever is their subject.
func (c *clauses) inert(k *cueVerb, where place, clause bool) bool {
	if where.sentence != c.index {
		return false
	}
	t := &c.Tokens[where.token]
	if subject := c.Child(k.token, "nsubj"); subject >= 0 && c.lower(subject) == "who" {
		return false
	}
	somebody := t.UPOS == "PRON" && (!t.Is("expl") || c.reportsClause(k.token))
	if somebody || t.UPOS == "PROPN" || c.isPeople(where.token) {
		return false
	}
	lemma := strings.ToLower(t.Lemma)
	s, known := knowledge().sources[lemma]
	if !known && knowledge().words["share"][lemma] {
		if of := c.Child(where.token, "nmod"); of > where.token && c.marker(of) == "of" {
			s, known = knowledge().sources[strings.ToLower(c.Tokens[of].Lemma)] // "a series of studies"
		}
	}
	switch {
	case known && s.kind == parley.DocumentSource:
		return k.agent && (k.thought || !clause && !k.judges())
	case known:
		return false
	case clause && k.class != "show":
		return k.thought && !k.agent
	}
	return k.class != "say" || k.thought || !clause && c.Paragraph == 0 || k.agent && !c.strong(k)
}

// judges tells whether a verb describes or judges something, as documents do as well.
func (v *verb) judges() bool {
	return v.class == "describe" || v.class == "criticise" || v.class == "praise" || v.class == "accuse"
}

// headcount tells whether a number or a noun for how many stands for people: "two in three",
// "half of the voters", "53 percent".
func (c *clauses) headcount(token int) bool {
	if c.Tokens[token].UPOS == "NUM" {
		return true
	}
	if !knowledge().words["share"][strings.ToLower(c.Tokens[token].Lemma)] {
		return false
	}
	of := c.Child(token, "nmod")
	return of < 0 || c.animate(of)
}

// isPeople tells whether a token may head the name of a speaker or tells how many of them there are: "the envoy", "half
// of the voters".
func (c *clauses) isPeople(token int) bool { return c.animate(token) || c.headcount(token) }

// strong verbs make a speaker of whatever is their subject.
func (c *clauses) strong(k *cueVerb) bool {
	return knowledge().words["strong"][strings.ToLower(c.Tokens[k.token].Lemma)]
}

// hearers are the media to whom something was said: the outlet has it from them.
func (c *clauses) hearers(k *cueVerb) []Source {
	if !k.whom {
		return nil
	}
	var via []Source
	for child := range c.Children(k.token) {
		if t := &c.Tokens[child]; t.Is("obj") || t.Is("iobj") {
			if m, ok := c.cast.At(c.index, child); ok {
				for _, s := range c.named(m, child) {
					if s.Kind == parley.MediaSource {
						via = append(via, s)
					}
				}
			}
		}
	}
	return via
}
