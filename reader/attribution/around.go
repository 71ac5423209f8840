package attribution

import "slices"

// mend lets the content reach to the ends of a quotation that it overlaps,
// where the parse has cut it short.
func (c *clauses) mend(set []bool, k *cueVerb, where place) []bool {
	if !k.clause && !k.quote {
		return set
	}
	for i, mark := range c.marks[c.index] {
		if mark == 0 || mark == c.marks[c.index][k.token] || set[i] {
			continue
		}
		touches := false
		for j, other := range c.marks[c.index] {
			touches = touches || other == mark && set[j]
		}
		set[i] = touches && !c.ofCue(k, where, i)
	}
	return set
}

// stretch evens out the content of a clause: what stands between verb and end
// of the clause belongs to it wherever the parse hangs it, save what the verb
// has of its own; before ", Kovar said" all belongs to it.
func (c *clauses) stretch(set []bool, k *cueVerb, where place) []bool {
	start := -1
	for i := k.token + 1; i < len(set) && start < 0; i++ {
		if set[i] {
			start = i
		}
	}
	if start >= 0 && !c.inverted(k, where) {
		c.stretchRight(set, k, start, where)
	}
	c.dropCircumstance(set)
	if start >= 0 && !c.inverted(k, where) && !c.resumes(k) && c.contentBehind(k) {
		clear(set[:k.token]) // "Asked whether talks go on, he replied that …"
		return set
	}
	if c.opensWithParticiple() && start >= 0 {
		clear(set[:k.token])
	}
	if where.sentence != c.index || where.token < 0 {
		return set
	}
	if comma := c.commaBefore(k, where); comma > 0 && c.Tokens[k.token].Deprel == "root" && slices.Contains(set[:comma], true) {
		for i := range comma {
			set[i] = true
		}
	}
	return set
}

// dropCircumstance takes "citing sources," or "late on Monday, without giving details," from before the "that" of a
// clause.
func (c *clauses) dropCircumstance(set []bool) {
	first := slices.Index(set, true)
	if first < 0 || c.quoted(first) || !c.mayOpenCircumstance(first) {
		return
	}
	for i := first + 1; i < len(set) && i < first+longestBeforeThat && !c.finite(i-1) && !c.quoted(i); i++ {
		if c.lower(i) == "that" && c.Tokens[i].XPOS != "DT" && c.Tokens[i-1].Text == "," {
			clear(set[first:i])
			return
		}
	}
}

// mayOpenCircumstance tells whether a word or mark may open what is told about the speaking itself: "citing", "late".
func (c *clauses) mayOpenCircumstance(token int) bool {
	switch t := &c.Tokens[token]; t.UPOS {
	case "PUNCT", "ADP", "ADV", "SCONJ":
		return true
	default:
		return t.XPOS == "VBG"
	}
}

// opensWithParticiple holds for "Asked whether …" and "Speaking in Oslo, …": no
// English sentence begins with a verb in the past.
func (c *clauses) opensWithParticiple() bool {
	t := &c.Tokens[0]
	if subject := c.Child(max(t.Head, 0), "nsubj", "nsubj:pass"); t.Is("csubj") && (subject < 0 || subject > t.Head) {
		return false // "Working with Norland is hard, Kovar said"
	}
	return t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBG" || t.XPOS == "VBD") && !c.quoted(0)
}

// inverted tells whether the source follows the verb.
func (c *clauses) inverted(k *cueVerb, where place) bool {
	return where.sentence == c.index && where.token > k.token
}

func (c *clauses) stretchRight(set []bool, k *cueVerb, start int, where place) {
	own := make([]bool, len(c.Tokens))
	for child := range c.Children(k.token) {
		t := &c.Tokens[child]
		switch {
		case set[child], c.ofCue(k, where, child):
		case child > k.token && child < start && t.Is("nsubj"): // the clause's subject, hung too high
			start = slices.Index(c.subtree(child), true)
			start = max(start, k.token+1)
		case t.Is("conj"):
			if c.Child(child, "nsubj") < 0 || c.cueAt(child) >= 0 {
				union(own, c.subtree(child))
			}
		case t.Is("advcl") && child > start && c.condition(child): // hung too high
		case t.Is("advcl"), t.Is("parataxis"), t.Is("obl") && c.temporal(child), t.Is("advmod"), t.Is("discourse"):
			union(own, c.subtree(child))
		}
	}
	under := c.subtree(k.token)
	for i := start; i < len(set); i++ {
		set[i] = set[i] || under[i] && !own[i]
	}
}

// condition tells whether a clause behind what is said belongs to it: one with a verb of its
// own that no comma parts from it: "said talks would go on after the envoys return".
func (c *clauses) condition(verb int) bool {
	switch c.marker(verb) {
	case "after", "before", "if", "because", "unless", "until", "once", "so":
	default:
		return false
	}
	first, _ := c.Subtree(verb)
	return first > 0 && c.Tokens[first-1].UPOS != "PUNCT" && c.Child(verb, "nsubj", "nsubj:pass") >= 0
}

// afterThat marks all that follows a "that" which the parse has not tied to the
// verb before it.
func (c *clauses) afterThat(k *cueVerb) []bool {
	under := c.subtree(k.token)
	next := k.token + 1
	if next+2 < len(c.Tokens) && c.lower(next) == "that" && c.Tokens[next+1].Text == "," {
		return c.upTo(next+2, c.limit(next+2)) // "adds that, for instance, …"
	}
	if next < len(c.Tokens) && c.lower(next) == "that" && c.Tokens[next].XPOS == "IN" && !under[next] {
		return c.upTo(next, c.limit(next))
	}
	if first := c.thatBehind(k.token); first > 0 && c.Tokens[first-1].Is("mark") && !under[first-1] && c.Tokens[k.token].XPOS == "VBG" {
		return c.subtree(c.Tokens[first-1].Head) // "Since announcing in May that she would go, Kovar has"
	}
	for i := k.token + 1; i < len(c.Tokens) && under[i]; i++ {
		if t := &c.Tokens[i]; i > k.token+1 && t.UPOS == "VERB" && !t.Is("amod") && !slices.Contains(k.words, i) {
			return nil
		}
		if c.lower(i) == "that" && (c.Tokens[i].Is("mark") || c.Tokens[i].XPOS == "IN" || c.wholeBehind(i)) && i+2 < len(c.Tokens) {
			clear(under[:i+1])
			return under
		}
	}
	return nil
}

// wholeBehind tells whether a clause that the parse takes for one about the noun before "that" lacks
// nothing which "that" could be: "suggested in an interview that he was leaving".
func (c *clauses) wholeBehind(that int) bool {
	verb := c.Tokens[that].Head
	for verb >= 0 && !c.Tokens[verb].Is("acl:relcl") {
		verb = c.Tokens[verb].Head
	}
	if verb < that || c.begins(verb) != that {
		return false
	}
	if subject := c.Child(verb, "nsubj", "nsubj:pass"); subject <= that {
		return false
	}
	for child := range c.Children(verb) {
		t := &c.Tokens[child]
		if child != that && (t.Is("obj") || t.Is("ccomp") || t.Is("xcomp") || t.Is("cop") || t.Is("aux:pass") || t.Is("aux") && t.XPOS == "MD") {
			return true
		}
	}
	return false
}

// limit is where the clause that begins at a token ends at the latest: before
// the tag of another cue, at the end of its quotation or of the sentence.
func (c *clauses) limit(from int) int {
	if from >= len(c.Tokens) {
		return len(c.Tokens)
	}
	for i := from; i < len(c.Tokens); i++ {
		if c.marks[c.index][i] != c.marks[c.index][from] && c.quoted(from) {
			return i
		}
	}
	if root := c.Root(); c.opensWithParticiple() && root > from && !c.quoted(root) {
		if subject := c.Child(root, "nsubj"); subject > from && subject < root {
			if first, _ := c.Subtree(subject); first > from && c.Tokens[first-1].Text == "," {
				return first - 1 // "Noting that talks had failed, Kovar left"
			}
		}
	}
	for i := range c.cues {
		if k := &c.cues[i]; k.token > from && k.clause && !k.thought && !c.ofWho(k.token) {
			if end, first := c.contentEnd(c.outerVerb(k.token)); end > from && first > from && !c.clauseAfter(k, k.token) {
				return end
			}
		}
	}
	return len(c.Tokens)
}

func (c *clauses) upTo(from, end int) []bool {
	set := make([]bool, len(c.Tokens))
	for i := from; i < end; i++ {
		set[i] = true
	}
	return set
}

// ofCue tells whether a token belongs to the cue or its source.
func (c *clauses) ofCue(k *cueVerb, where place, token int) bool {
	if token == k.token {
		return true
	}
	return where.sentence == c.index && where.token >= 0 && c.Dominates(where.token, token)
}

// around marks the content of a verb of saying whose clause the parse has not
// hung under it: a quotation in the sentence, the clause into which the cue is
// set, what stands before ", Kovar said", or what follows the verb.
func (c *clauses) around(k *cueVerb, where place) []bool {
	if where.sentence != c.index || where.token < 0 || c.Tokens[k.token].XPOS == "VBG" && !c.colonAfter(k) && !c.quoteAfter(k) {
		return nil
	}
	t := &c.Tokens[k.token]
	if t.Deprel == "acl" && t.XPOS == "VBN" {
		return nil // "the terms offered by the envoy"
	}
	if c.ofWho(k.token) && !c.colonAfter(k) && !c.quoteAfter(k) {
		return nil // "…, said one of those who spoke of the plan"
	}
	if set := c.quotedRest(k, where); set != nil {
		return set
	}
	if !k.clause {
		return nil
	}
	switch {
	case t.Is("parataxis") && t.Head < k.token && hasWord(c.Tokens[t.Head:k.token], ";"):
		return nil // "the club expelled her; it did not explain why"
	case c.Child(k.token, "obj") >= 0 && c.Tokens[k.token].Lemma == "say" && c.Paragraph == 0:
		return c.subtree(c.Child(k.token, "obj"))
	case t.Is("parataxis"), t.Is("advcl") && c.marker(k.token) == "as":
		head := t.Head
		for c.Tokens[head].Is("nsubj") || c.Tokens[head].Is("nsubj:outer") {
			head = c.Tokens[head].Head // "the goal, he said, is to forge a truce"
		}
		return c.subtree(head, k.token)
	case c.Child(k.token, "obj") >= 0 && !k.whom:
		return nil
	}
	return c.before(k, where)
}

func (c *clauses) colonAfter(k *cueVerb) bool {
	for i := k.token + 1; i < len(c.Tokens); i++ {
		if c.Tokens[i].Text == ":" {
			return true
		}
	}
	return false
}

// quoteAfter tells whether a quotation begins behind the verb and whom or where it is said to:
// "telling the crowd in Oslo, "…"".
func (c *clauses) quoteAfter(k *cueVerb) bool {
	for i := k.token + 1; i < len(c.Tokens) && i < k.token+longestHearer && !c.quoted(k.token); i++ {
		switch {
		case c.quoted(i):
			return true
		case c.finite(i), c.cueAt(i) >= 0, c.Tokens[i].UPOS == "CCONJ":
			return false
		}
	}
	return false
}

// longestHearer is how many words whom and where something is said to has at most.
const longestHearer = 12

// quotedRest marks the quoted words of the sentence outside the verb's own
// quotation.
func (c *clauses) quotedRest(k *cueVerb, where place) []bool {
	set := make([]bool, len(c.Tokens))
	inside := c.marks[c.index][k.token]
	behind := c.Tokens[k.token].XPOS == "VBG" || c.quoteAfter(k) && c.lastCueBefore(k.token) >= 0
	any := 0
	for i, mark := range c.marks[c.index] {
		set[i] = mark > 0 && mark != inside && !c.ofCue(k, where, i) && (i > k.token || !behind)
		if set[i] {
			any++
		}
	}
	if any < 2 || !c.adjacent(set, k, where) {
		return nil
	}
	return set
}

// adjacent tells whether a quotation stands beside the verb, its hearer or its
// source, or holds a clause: a quoted phrase elsewhere is not what was said.
func (c *clauses) adjacent(set []bool, k *cueVerb, where place) bool {
	for i, in := range set {
		if in && (distance(i, k.token) <= 4 || distance(i, where.token) <= 4 || c.Tokens[i].UPOS == "VERB" && c.Child(i, "nsubj") >= 0) {
			return true
		}
	}
	return false
}

// before marks what stands before a comma that parts it from source and verb.
func (c *clauses) before(k *cueVerb, where place) []bool {
	comma := c.commaBefore(k, where)
	if comma < 2 || c.onlyFronted(k, comma) || c.attitude(k) {
		return nil
	}
	set := make([]bool, len(c.Tokens))
	for i := range comma {
		set[i] = true
	}
	return set
}

// onlyFronted tells whether what stands before a comma is no more than when, where or why somebody says what
// follows his verb, and not what he says itself: "In a speech last July, he said:".
func (c *clauses) onlyFronted(k *cueVerb, comma int) bool {
	return c.fronted(comma) && (!c.endsAt(k.token) || c.cueAt(0) >= 0)
}

// endsAt tells whether a sentence ends with a word, so that what stands before it is all that is said.
func (c *clauses) endsAt(token int) bool {
	for token++; token < len(c.Tokens) && c.edge(token); token++ {
	}
	return token == len(c.Tokens)
}

// fronted tells whether what stands before a comma has the form of what says when, where or why something
// happens: "In a speech last July,", "When he met the envoys,".
func (c *clauses) fronted(comma int) bool {
	if c.Tokens[0].UPOS == "ADP" && !c.verbBefore(comma) && !hasWord(c.Tokens[:comma], ",") {
		return true
	}
	if !c.opensAdverbial(comma) {
		return false
	}
	for i := range comma {
		t := &c.Tokens[i]
		if c.quoted(i) || i > 0 && c.parts(i-1) && c.opensMain(i, comma) {
			return false
		}
		if t.UPOS == "PUNCT" || t.Head >= 0 && t.Head < comma {
			continue
		}
		switch {
		case t.Is("obl") && (c.marker(i) != "" || c.time(i)), t.Is("advmod"), t.Is("cc"), t.Is("discourse"), t.Is("mark"), t.Is("case"):
		case t.Is("advcl") && (c.marker(i) != "" || c.Child(i, "advmod") == 0 || (t.XPOS == "VBN" || t.XPOS == "VBG") && c.Child(i, "nsubj") < 0):
		default:
			return false
		}
	}
	return true
}

// opensAdverbial tells whether a sentence opens with a preposition, a conjunction, a participle or a time,
// behind "and" or "even" too.
func (c *clauses) opensAdverbial(comma int) bool {
	first := 0
	for first < comma-1 && (c.Tokens[first].UPOS == "CCONJ" || c.Tokens[first].Lemma == "even") {
		first++
	}
	t := &c.Tokens[first]
	if t.UPOS == "ADV" && t.XPOS != "WRB" {
		return t.Head >= 0 && t.Head < comma && c.time(t.Head) // "Earlier this week, he wrote to them"
	}
	return t.UPOS == "ADP" || t.UPOS == "SCONJ" || t.XPOS == "WRB" || t.XPOS == "VBN" || t.XPOS == "VBG"
}

// opensMain tells whether what stands between two commas reads as a clause that depends on none.
func (c *clauses) opensMain(first, comma int) bool {
	if t := &c.Tokens[first]; t.XPOS[:1] == "W" || t.UPOS == "SCONJ" || t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.UPOS == "VERB" {
		return false
	}
	for i := first; i < comma && !c.parts(i); i++ {
		if c.finite(i) {
			return true
		}
	}
	return false
}

// parts tells whether a token is a comma or a dash.
func (c *clauses) parts(token int) bool {
	switch c.Tokens[token].Text {
	case ",", "—", "–", "--":
		return true
	}
	return false
}

// commaBefore is the comma, or the closing mark, right before source and verb;
// -1 where there is none.
func (c *clauses) commaBefore(k *cueVerb, where place) int {
	first, _ := c.contiguous(where.token, []string{"acl:relcl", "conj", "parataxis"})
	at := min(first, k.token) - 1
	if at < 1 || where.token > k.token && where.token > k.token+12 {
		return -1
	}
	for at > 0 && c.Tokens[at].Text != "," && c.edge(at) {
		at--
	}
	switch {
	case c.Tokens[at].Text == ",":
		return at
	case c.Tokens[min(first, k.token)-1].Text == ";":
		return -1
	case c.edge(min(first, k.token) - 1):
		return at + 1
	}
	return -1
}

// meanwhile tells whether a clause only says what went on besides: one with "as" or "while" that a
// comma parts from a verb of saying behind its content ("Norland left, Holm said, as envoys met").
func (c *clauses) meanwhile(k *cueVerb, clause int) bool {
	mark, last := c.Subtree(clause)
	for mark < last && c.Tokens[mark].UPOS == "PUNCT" {
		mark++
	}
	if mark == last || mark < 2 || mark < k.token || c.Tokens[mark-1].Text != "," || c.lower(mark) != "as" && c.lower(mark) != "while" {
		return false
	}
	return c.Tokens[k.token].Is("parataxis") || hasWord(c.Tokens[:k.token], ",")
}
