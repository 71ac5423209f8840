package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// runsOn marks what stands behind the "that" which follows the cue, or the noun that is its object, where the
// parse has cut the clause that it opens out of what is said: "pointed out that some, in an attempt to hide
// it, have …", "expressed dismay that instead of talking, they …".
func (c *clauses) runsOn(k *cueVerb, set []bool) []bool {
	that := k.words[len(k.words)-1] + 1
	first := that
	if object := c.Child(k.token, "obj"); object >= that && set[object] && c.Tokens[object].UPOS == "NOUN" && that < len(c.Tokens) && c.lower(that) != "that" {
		that = object + 1
	}
	if that >= len(c.Tokens) || c.lower(that) != "that" || !c.Tokens[that].Is("mark") || k.thought || c.quoted(that) != c.quoted(k.token) {
		return nil
	}
	clause := c.Tokens[that].Head
	if clause < that || set[clause] || c.Tokens[clause].Is("advcl") && first == that {
		return nil
	}
	end := c.limit(that)
	for i := range c.cues {
		if other := &c.cues[i]; other.token > that && other.token < end && other.clause && !other.thought && c.finite(other.token) && !c.quoted(other.token) {
			if subject := c.Child(other.token, "nsubj"); subject > that && c.behindAComma(c.begins(subject)) {
				end = min(end, c.begins(subject)) // "while she welcomed that it had stopped, Kovar said"
			}
		}
	}
	run := c.upTo(that, end)
	if first < that {
		union(run, set)
	}
	return run
}

// pastBehindObject tells whether what the parse takes for a predicate of an object is the past of which it
// is the subject: "reveals Kovar called for a truce".
func (c *clauses) pastBehindObject(k *cueVerb, child int) bool {
	t, object := &c.Tokens[child], c.Child(k.token, "obj")
	return k.class == "say" && t.Is("xcomp") && (t.XPOS == "VBN" || t.XPOS == "VBD") && object > k.token && object == child-1 && c.animate(object) && c.Child(child, "aux", "mark", "obl:agent") < 0
}

// calledSo tells whether a clause stands for what it calls a thing: "condemned what he called a betrayal".
func (c *clauses) calledSo(clause int) bool {
	what := c.begins(clause)
	return c.lower(what) == "what" && c.Tokens[what].Head == clause && c.cueAt(clause) >= 0
}

// closesQuotation tells whether a verb stands with its subject, and with no object, right behind a quotation
// that opens the sentence and is a clause: whatever the verb, somebody says so then.
func (c *clauses) closesQuotation(verb int) bool {
	if t := &c.Tokens[verb]; t.XPOS != "VBD" && t.XPOS != "VBZ" || c.quoted(verb) {
		return false
	}
	last := c.quotedBefore(verb)
	if last < 0 || !c.closesSpeech(last) || !c.opensSentence(last) {
		return false
	}
	clause := false
	for i := 0; i <= last; i++ {
		clause = clause || c.finite(i) && c.quoted(i)
	}
	first := c.skipMarks(last+1, verb)
	if first == verb {
		first++
	}
	head, ok := c.nominal(first, 1)
	if !clause || !ok || !c.mayFollow(head) || distance(head, verb) > 8 {
		return false
	}
	for child := range c.Children(verb) {
		if t := &c.Tokens[child]; child > verb && child != head && (t.Is("obj") || t.Is("xcomp") || t.Is("ccomp") && !c.quoted(child)) {
			return false
		}
	}
	return true
}

// withoutClaims takes out of what is said the comment that commas set off behind it: "said it had won, a claim
// that could not be verified".
func (c *clauses) withoutClaims(set []bool, k *cueVerb) {
	for noun := k.token + 2; noun < len(set); noun++ {
		t := &c.Tokens[noun]
		if det := c.Child(noun, "det"); !set[noun] || t.UPOS != "NOUN" || c.Child(noun, "acl") < 0 || c.quoted(noun) || det < 0 || c.lower(det) == "the" || !isClaim(strings.ToLower(t.Lemma)) || !c.behindAComma(c.begins(noun)) {
			continue
		}
		for token := range set {
			set[token] = set[token] && !c.Dominates(noun, token)
		}
	}
}

// toldOfNoun tells whether a verb stands in a clause about a noun, which is what its phrases are told of: "a
// claim the army dismissed as false", "two firms it accused of fraud".
func (c *clauses) toldOfNoun(k *cueVerb) bool {
	t := &c.Tokens[k.token]
	if !k.pred && c.Child(k.token, "xcomp", "advcl", "ccomp") >= 0 {
		return false
	}
	return k.person && t.Deprel == "acl:relcl" && t.Head >= 0 && (c.Tokens[t.Head].UPOS == "NOUN" || c.Tokens[t.Head].UPOS == "PROPN") && !c.time(t.Head)
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
	acts := knowledge().acts
	if m, ok := c.cast.At(c.index, object); ok && m.Title.Class == lexicon.OfficeClass && acts[verb+" @office"] {
		return true
	}
	return acts[verb+" "+strings.ToLower(c.Tokens[object].Lemma)]
}

// withholding is where "without naming anybody" begins that a comma sets behind what somebody says; -1 where
// nothing of the kind ends the sentence.
func (c *clauses) withholding(k *cueVerb) int {
	for i := len(c.Tokens) - 2; i > k.token+2; i-- {
		if c.lower(i) != "without" || !c.behindAComma(i) || c.quoted(i) || c.Tokens[i+1].XPOS != "VBG" {
			continue
		}
		if knowledge().words["withheld"][strings.ToLower(c.Tokens[i+1].Lemma)] || c.cueAt(i+1) >= 0 {
			return i
		}
	}
	return -1
}

// titlePassive tells whether the verb of a title is the participle of a thought that is nobody's there: "Truce
// expected to hold".
func (c *clauses) titlePassive(k *cueVerb) bool {
	return c.Paragraph == 0 && k.thought && c.Tokens[k.token].XPOS == "VBN" && c.Child(k.token, "aux", "aux:pass", "obl:agent", "obj") < 0
}

// asksItself tells whether a title opens with a question word and asks or explains all that it says: "What the
// blackout says about renewables".
func (c *clauses) asksItself() bool {
	switch c.Tokens[0].XPOS {
	case "WP", "WRB", "WDT":
	default:
		return false
	}
	return c.Paragraph == 0 && !slices.ContainsFunc(c.Tokens, func(t english.Token) bool {
		return t.Text == "," || t.Text == ":" || t.Text == "—" || t.Text == "–"
	})
}
