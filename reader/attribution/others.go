package attribution

import (
	"slices"
	"strings"
)

// without takes out of a cue's content the cues that share its subject, and
// clauses set beside it in which somebody else speaks ("…, while Kovar said …").
func (c *clauses) without(set []bool, k *cueVerb) []bool {
	c.beyond(set, k)
	c.fromQuotation(set, k)
	for _, first := range []int{c.meantime(k), c.withholding(k)} {
		if first >= 0 {
			clear(set[first:])
		}
	}
	if !slices.Contains(set[:k.token], true) && !c.quoted(k.token) {
		clear(set[c.limit(k.token+1):])
	}
	for i := 1; i < len(c.Tokens); i++ {
		if !set[i] || c.quoted(i) || c.Tokens[i-1].Text != "," {
			continue
		}
		if head, last, ok := c.sourcePhrase(i); ok && head > last {
			for token := range c.subtree(head) {
				set[token] = set[token] && (token < i || !c.Dominates(head, token))
			}
		}
	}
	c.withoutClaims(set, k)
	for i := range c.cues {
		other := &c.cues[i]
		if other == k || !set[other.token] {
			continue
		}
		if first := c.aside(other); first > k.token {
			for token := first; token < len(set); token++ {
				set[token] = set[token] && token > other.token && !c.Dominates(other.token, token)
			}
		}
		if other.adopter >= 0 && &c.cues[other.adopter] == k || c.beside(other) || c.retort(other) {
			for token, in := range c.subtree(other.token) {
				set[token] = set[token] && !in
			}
			c.withoutOpened(set, other)
		}
	}
	return set
}

// withoutClaims takes out of what is said the comment that commas set off behind it: "said it had won, a claim
// that could not be verified".
func (c *clauses) withoutClaims(set []bool, k *cueVerb) {
	for noun := k.token + 2; noun < len(set); noun++ {
		if !set[noun] || c.quoted(noun) || !c.comments(noun) {
			continue
		}
		for token := range set {
			set[token] = set[token] && !c.Dominates(noun, token)
		}
	}
}

// comments tells whether a noun for a claim, with a clause of its own and an article that is not "the", stands
// behind a comma: "a claim that could not be verified".
func (c *clauses) comments(noun int) bool {
	t := &c.Tokens[noun]
	if t.UPOS != "NOUN" || !isClaim(strings.ToLower(t.Lemma)) || c.Child(noun, "acl") < 0 {
		return false
	}
	return c.Child(noun, "det") >= 0 && !c.definite(noun) && c.behindAComma(c.begins(noun))
}

// withoutOpened takes out of a content the quotation that another's participle opens.
func (c *clauses) withoutOpened(set []bool, other *cueVerb) {
	if c.Tokens[other.token].XPOS != "VBG" || !c.quoteAfter(other) {
		return
	}
	_, end := c.quotationBehind(other.token)
	clear(set[other.token:end])
}

// meantime is where a title goes on with what happens besides: "Norland says talks stalled as army advances"; -1
// where it does not.
func (c *clauses) meantime(k *cueVerb) int {
	if c.Paragraph > 0 || k.class == "describe" {
		return -1
	}
	for i := k.token + 2; i+2 < len(c.Tokens); i++ {
		if c.lower(i) != "as" || c.quoted(i) || !c.Tokens[i].Is("mark") && !c.Tokens[i].Is("case") {
			continue
		}
		if c.lower(i-1) == "such" || c.lower(i-1) == "as" || c.lower(i-1) == "well" {
			continue
		}
		for verb := i + 2; verb < len(c.Tokens); verb++ {
			if t := &c.Tokens[verb]; t.UPOS == "VERB" && (t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBD") {
				return i
			}
		}
	}
	return -1
}

// withholding is where "without naming anybody" begins that a comma sets behind what somebody says; -1 where
// nothing of the kind ends the sentence.
func (c *clauses) withholding(k *cueVerb) int {
	for i := len(c.Tokens) - 2; i > k.token+2; i-- {
		if c.lower(i) == "that" && c.Tokens[i-1].Text == "," && c.Tokens[i].XPOS != "DT" {
			return -1 // "said, without giving details, that …"
		}
		if c.lower(i) != "without" || !c.behindAComma(i) || c.quoted(i) || c.Tokens[i+1].XPOS != "VBG" {
			continue
		}
		if knowledge().words["withheld"][strings.ToLower(c.Tokens[i+1].Lemma)] || c.cueAt(i+1) >= 0 {
			return i
		}
	}
	return -1
}

// fromQuotation lets content begin with the quotation that a comma sets behind the place or the
// occasion of what is said: `said in a letter to the league, "…"`.
func (c *clauses) fromQuotation(set []bool, k *cueVerb) {
	first := slices.Index(set, true)
	if first <= k.token || c.Tokens[first].UPOS != "ADP" || c.quoted(first) {
		return
	}
	for i := first + 1; i < len(set)-2; i++ {
		if c.finite(i) {
			return
		}
		if c.Tokens[i].Text == "," && !c.quoted(i) && c.quoted(i+2) && !c.quoted(i+1) {
			clear(set[first : i+1])
			return
		}
	}
}

// retort tells whether a cue is an answer that a relative clause adds: "…, which
// it denies".
func (c *clauses) retort(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	if k.class != "deny" && k.class != "reject" && k.class != "confirm" || !t.Is("acl") && !t.Is("advcl") {
		return false
	}
	first := c.begins(k.token)
	return first > 0 && c.Tokens[first-1].Text == "," && c.lower(first) == "which"
}

// begins is the first word of a phrase or clause.
func (c *clauses) begins(head int) int {
	first, _ := c.Subtree(head)
	for first < head && c.edge(first) {
		first++
	}
	return first
}

// beside tells whether a cue stands in a clause of its own beside the content,
// after a comma.
func (c *clauses) beside(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	subject := c.Child(k.token, "nsubj")
	if t.Is("acl") || subject < 0 || c.quoted(k.token) {
		return false
	}
	first, marker := c.begins(k.token), c.marker(k.token)
	contrasts := marker == "while" || marker == "whereas" || marker == "though" || marker == "although"
	speaks := !k.thought && c.Tokens[subject].UPOS != "PRON" && c.animate(subject)
	switch {
	case !k.clause:
		return speaks && contrasts && c.behindAComma(first) // "…, while Holm blamed the rebels"
	case speaks && c.Tokens[first].UPOS == "CCONJ":
		return c.behindAComma(first) // "…, and Kovar said"
	case (t.Is("parataxis") || t.Is("ccomp")) && first > 0 && c.Tokens[first-1].Text == ";":
		return speaks // "…; Kovar said"
	}
	return (contrasts || marker == "as") && c.behindAComma(first)
}
