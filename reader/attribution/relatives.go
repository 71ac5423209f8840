package attribution

import (
	"strings"

	"github.com/parleyrecord/parley/reader/actors"
)

// resolveRelative goes from "who" to the noun that it stands for.
func (c *clauses) resolveRelative(subject, verb int) place {
	t := &c.Tokens[subject]
	relative := t.Feat("PronType") == "Rel" || t.XPOS == "WP" || t.XPOS == "WDT"
	for at := verb; relative && at >= 0; at = c.Tokens[at].Head {
		if v := &c.Tokens[at]; v.Deprel == "acl:relcl" || v.Deprel == "acl" || v.Deprel == "advcl:relcl" {
			if near := c.someoneBefore(subject); c.lower(subject) == "which" && near >= 0 && near != v.Head && c.mayBeWhich(near, v.Head) {
				return place{c.index, near, false} // "the plan worried Norland, which said"
			}
			if last := c.lastBefore(subject); last >= 0 && c.lower(subject) == "who" && c.Tokens[last].Is("conj") && c.ofOne(verb) {
				return place{c.index, last, false} // "with Kovar and Holm, who has said"
			}
			if near := c.someoneBefore(subject); c.lower(subject) == "who" && near >= 0 && (!c.animate(v.Head) || c.namesPerson(near)) {
				return place{c.index, near, false} // "a move by Norland and Sudmark, who said"
			}
			return place{c.index, c.predicateOf(v.Head), false}
		}
	}
	return place{c.index, subject, false}
}

// predicateOf goes from a noun that a subject is said to be to that subject: "Norland is among
// those that said"; any other noun it leaves.
func (c *clauses) predicateOf(noun int) int {
	subject := c.Child(noun, "nsubj")
	if subject < 0 || subject > noun || c.Child(noun, "cop") < 0 || !c.animate(subject) {
		return noun
	}
	if class := c.Tokens[subject].UPOS; class == "PRON" || class == "DET" {
		return noun
	}
	return subject
}

// mayBeWhich tells whether "which" may mean the body named right before it rather than the word
// to which the parse gives its clause, of which the name is no part unless it is whom that is from.
func (c *clauses) mayBeWhich(near, head int) bool {
	m, ok := c.cast.At(c.index, near)
	if !ok || m.Plural || c.namesPerson(near) {
		return false
	}
	if head < 0 || !c.Dominates(head, near) || c.Tokens[head].UPOS == "VERB" {
		return true
	}
	named := m.Form == actors.Named || m.Form == actors.ByCountry && c.marker(near) == "from"
	return named && c.mute(head)
}

// mute tells whether a noun is one for nobody and for no document.
func (c *clauses) mute(noun int) bool {
	_, speaks := knowledge().sources[strings.ToLower(c.Tokens[noun].Lemma)]
	return c.Tokens[noun].UPOS == "NOUN" && !speaks && !c.animate(noun)
}

// lastBefore is the head of the name of a person that a comma or nothing parts from a token; -1 where there is none.
func (c *clauses) lastBefore(token int) int {
	at := token - 1
	if at > 0 && c.Tokens[at].Text == "," {
		at--
	}
	if at < 0 {
		return -1
	}
	m, ok := c.cast.At(c.index, at)
	if !ok || m.Last != at+1 || !c.namesPerson(m.Head) {
		return -1
	}
	return m.Head
}

// ofOne tells whether a verb has the form for one person: "says", "has said", "was told".
func (c *clauses) ofOne(verb int) bool {
	if c.Tokens[verb].XPOS == "VBZ" {
		return true
	}
	for child := range c.Children(verb) {
		if t := &c.Tokens[child]; t.UPOS == "AUX" && child < verb {
			return t.XPOS == "VBZ" || c.lower(child) == "was"
		}
	}
	return false
}

// someoneBefore is the head of the phrase that names somebody right before a token;
// -1 where none does.
func (c *clauses) someoneBefore(token int) int {
	for at := token - 1; at >= max(0, token-3); at-- {
		if m, ok := c.cast.At(c.index, at); ok {
			head := m.Head
			for c.Tokens[head].Is("conj") && c.animate(c.Tokens[head].Head) {
				head = c.Tokens[head].Head
			}
			return head
		}
		if !c.edge(at) {
			return -1
		}
	}
	return -1
}
