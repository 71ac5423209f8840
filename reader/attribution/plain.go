package attribution

// plain reads a verb such as "said" by the order of the words alone, where the parse gives it
// no content or nobody who says it: what stands right before it is its source, and what
// follows, behind "that" if there is one, its content.
func (c *clauses) plain(k *cueVerb, where place) (place, content) {
	if where.passive || c.quoted(k.token) || k.thought || !k.clause || !c.finite(k.token) || k.class == "ask" && !c.strong(k) {
		return where, content{}
	}
	if where.token < 0 {
		where = place{c.index, c.sourceBefore(k), false}
	}
	if where.token < 0 || where.sentence != c.index || where.token > k.token {
		return where, content{}
	}
	first := c.thatBehind(k.token)
	switch lemma := c.Tokens[k.token].Lemma; {
	case lemma == "say" || lemma == "tell":
		first = max(first, k.token+1)
	case lemma == "ask":
		if first = c.questionBehind(k.token); first < 0 {
			return where, content{}
		}
	case knowledge().words["quoteless"][lemma]:
		return where, content{}
	default: // "writes stories"
		if first < 0 || c.Tokens[first-1].XPOS != "IN" && c.Tokens[first].UPOS != "SCONJ" {
			return where, content{}
		}
	}
	end := c.limit(first)
	for i := first; i < end; i++ {
		if c.finite(i) {
			return where, content{c.upTo(first, end), true, 0.6}
		}
	}
	return where, content{}
}

// besideParticiple marks the clause right behind a participle of saying that a comma sets off, where
// the parse has hung that clause beside the participle: "sued the firm, claiming the harbour is
// unsafe".
func (c *clauses) besideParticiple(k *cueVerb, where place) []bool {
	if where.token < 0 || where.sentence != c.index || where.token > k.token {
		return nil
	}
	if c.Tokens[k.token].XPOS != "VBG" || c.quoted(k.token) || !c.behindAComma(k.token) && !k.thought {
		return nil
	}
	if !k.clause || c.Child(k.token, "ccomp") >= 0 {
		return nil
	}
	verb := k.token + 1
	for verb < len(c.Tokens) && !c.finite(verb) {
		if t := &c.Tokens[verb]; t.UPOS == "PUNCT" || t.UPOS == "CCONJ" || t.UPOS == "SCONJ" || t.UPOS == "VERB" && !t.Is("amod") {
			return nil
		}
		verb++
	}
	if verb == len(c.Tokens) || verb == k.token+1 {
		return nil
	}
	head := verb
	for c.Tokens[head].Is("aux") || c.Tokens[head].Is("aux:pass") || c.Tokens[head].Is("cop") {
		head = c.Tokens[head].Head
	}
	if t := &c.Tokens[head]; !t.Is("parataxis") && !t.Is("conj") && !t.Is("ccomp") && !t.Is("advcl") {
		return nil
	}
	if c.Dominates(k.token, head) || !c.Dominates(head, k.token+1) && c.Child(k.token, "obj") < 0 {
		return nil
	}
	return c.upTo(k.token+1, c.limit(k.token+1))
}

// finite tells whether a token is a verb in a finite form.
func (c *clauses) finite(i int) bool {
	switch c.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	case "VBN": // "had said"
		return c.Child(i, "aux") >= 0
	}
	return false
}

// sourceBefore is the head of the phrase that ends right before a verb, its auxiliaries and
// adverbs, or of the name that commas set something off behind; -1 where there is none.
func (c *clauses) sourceBefore(k *cueVerb) int {
	if person := c.setOff(k.token); person >= 0 {
		return person
	}
	at := k.token - 1
	for at > 0 && (c.Tokens[at].UPOS == "AUX" || c.Tokens[at].UPOS == "ADV") {
		at--
	}
	if at > 0 && c.genitive(at) {
		at-- // a name such as "Lowe's"
	}
	if at >= 0 && c.Tokens[at].Text == ")" {
		for at > 0 && c.Tokens[at].Text != "(" {
			at-- // "the Harbour Centre (HC) said"
		}
		at--
	}
	if at < 0 {
		return -1
	}
	head, ok := c.nominal(at, -1)
	if !ok || c.quoted(head) != c.quoted(k.token) {
		return -1
	}
	if c.animate(head) || c.Tokens[head].UPOS == "PROPN" || c.lower(head) == "it" {
		return head
	}
	return -1
}

// thatBehind is what follows the "that" behind a verb with no finite verb in between; -1 where
// none stands there.
func (c *clauses) thatBehind(verb int) int {
	for i := verb + 1; i < len(c.Tokens)-2 && i < verb+longestBeforeThat; i++ {
		if c.lower(i) == "that" && c.Tokens[i].UPOS != "DET" {
			return i + 1
		}
		t := &c.Tokens[i]
		gerund := t.XPOS == "VBG" && t.UPOS == "VERB" && !t.Is("amod")
		if gerund || t.Text == ":" || c.finite(i) || c.quoted(i) {
			return -1
		}
	}
	return -1
}

// questionBehind is the word behind a verb that opens what is asked; -1 where none does.
func (c *clauses) questionBehind(verb int) int {
	for i := verb + 1; i < len(c.Tokens)-2 && i < verb+longestBeforeThat && !c.finite(i) && !c.quoted(i); i++ {
		switch c.lower(i) {
		case "if", "whether", "why", "how", "what":
			return i
		}
	}
	return -1
}

// longestBeforeThat is how many words may stand between a verb of saying and its "that".
const longestBeforeThat = 16
