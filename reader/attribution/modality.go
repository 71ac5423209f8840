package attribution

import "strings"

// modality reads negation, doubt and future off a verb and the verbs that
// govern it as an infinitive.
func (c *clauses) modality(token int) (negated, unreal, future bool) {
	for child := range c.Children(token) {
		t := &c.Tokens[child]
		switch {
		case t.Is("advmod") && c.marks[c.index][child] == c.marks[c.index][token] && nots[strings.ToLower(t.Lemma)]:
			negated = true
		case t.Is("aux") && c.helps(child, token):
			switch strings.ToLower(t.Lemma) {
			case "will", "shall", "'ll":
				future = true
			case "would":
				unreal = unreal || !c.only(token) // "would only say"
			case "could", "might", "may", "should", "must", "can", "ought":
				unreal = true
			}
		case t.Is("cc") && c.lower(child) == "nor":
			negated = true
		case t.Is("mark") && t.Head == token:
			switch strings.ToLower(t.Text) {
			case "if", "unless", "whether", "lest":
				unreal = true
			case "without":
				negated = true
			}
		case t.Is("nsubj") && child == c.subjectBeside(token):
			if det := c.Child(child, "det", "cc:preconj"); noOne[c.lower(child)] || det >= 0 && noOne[c.lower(det)] {
				negated = true
			}
		}
	}
	if c.Tokens[token].Deprel == "root" && c.Tokens[0].UPOS == "AUX" && c.Tokens[len(c.Tokens)-1].Text == "?" && !c.quoted(token) {
		unreal = true // "Does he regret it?"
	}
	n, u, f := c.governed(token)
	return negated || n, unreal || u, future || f
}

// nots are the adverbs by which something is not done: "nowhere did they mention".
var nots = map[string]bool{"not": true, "never": true, "n't": true, "hardly": true, "nowhere": true, "nor": true, "neither": true}

// only tells whether somebody does no more than what a verb says.
func (c *clauses) only(verb int) bool {
	for child := range c.Children(verb) {
		if c.Tokens[child].Is("advmod") && c.lower(child) == "only" {
			return true
		}
	}
	return verb+1 < len(c.Tokens) && c.lower(verb+1) == "only"
}

// helps tells whether an auxiliary is one of a verb: it stands in the same quotation, and no past or
// present takes a modal one ("“It won't last,” he said", "the coach Will Holm said").
func (c *clauses) helps(aux, verb int) bool {
	finite := c.Tokens[verb].XPOS == "VBD" || c.Tokens[verb].XPOS == "VBZ"
	return c.marks[c.index][aux] == c.marks[c.index][verb] && !(finite && c.Tokens[aux].XPOS == "MD")
}

// noOne are the words for nobody, and those before a noun that make it so: "neither side said".
var noOne = map[string]bool{"nobody": true, "none": true, "no": true, "neither": true}

// leadsTo tells whether a verb asserts the infinitive that stands not far behind it though it is no part of
// what the verb governs: "joined the others to demand", "took to the radio to accuse".
func (c *clauses) leadsTo(governor, infinitive int) bool {
	if governor < 0 || governor > infinitive || !knowledge().words["implicative"][c.Tokens[governor].Lemma] {
		return false
	}
	switch lemma := c.Tokens[governor].Lemma; {
	case knowledge().words["joining"][lemma]:
		return true
	case knowledge().words["using"][lemma], c.airs(governor):
		return infinitive-governor < longestOccasion
	}
	return infinitive-governor < 4
}

// airs tells whether somebody goes on the air: "went on state television to announce".
func (c *clauses) airs(verb int) bool {
	for child := range c.Children(verb) {
		if t := &c.Tokens[child]; t.Is("obl") && child > verb && c.marker(child) == "on" && c.lex.OfClass("medium", strings.ToLower(t.Lemma)) {
			return true
		}
	}
	return false
}

// longestOccasion is how many words at most say what somebody uses or takes to in order to say something:
// "used an interview with the daily to accuse".
const longestOccasion = 10

// governed reads negation, doubt and future off the word that governs a verb.
func (c *clauses) governed(token int) (negated, unreal, future bool) {
	t := &c.Tokens[token]
	infinitive := c.hasMark(token, "to")
	switch {
	case t.Is("conj") && t.Head >= 0 && c.Child(token, "nsubj") < 0 && c.Child(token, "aux") < 0:
		_, unreal, future = c.modality(t.Head)
		return false, unreal, future
	case infinitive && c.isToldBy(token):
		return c.modality(t.Head)
	case t.Is("xcomp") && t.Head >= 0:
		governor := &c.Tokens[t.Head]
		if governor.Lemma == "have" && token > 1 && c.lower(token-2) == "yet" {
			return true, false, false // "has yet to announce"
		}
		if knowledge().words["refusing"][governor.Lemma] || knowledge().words["stopping"][governor.Lemma] && !infinitive {
			return true, false, false
		}
		negated, unreal, future = c.modality(t.Head)
		return negated, unreal || infinitive && !knowledge().words["implicative"][governor.Lemma], future
	case t.Is("advcl") && c.hasMark(token, "of") && c.stopsShort(t.Head):
		return true, false, false // "stopped short of saying"
	case infinitive && t.Is("advcl") && c.leadsTo(t.Head, token):
		return c.modality(t.Head)
	case t.XPOS == "VBG" && c.charged(token):
		return false, true, false
	case t.XPOS == "VB" && (t.Is("ccomp") || t.Is("acl")) && c.Child(token, "nsubj") >= 0 && c.Child(token, "aux") < 0:
		return false, true, false // "demands that it declare …"
	case infinitive && (t.Is("advcl") || t.Is("acl") || t.Is("ccomp") || t.Is("csubj")):
		return false, true, false
	}
	return false, false, false
}

// isToldBy tells whether an adjective for somebody who tells something governs an infinitive: "proud to announce".
func (c *clauses) isToldBy(infinitive int) bool {
	t := &c.Tokens[infinitive]
	if !t.Is("xcomp") && !t.Is("advcl") || t.Head < 0 {
		return false
	}
	adjective := &c.Tokens[t.Head]
	return adjective.UPOS == "ADJ" && knowledge().words["telling"][strings.ToLower(adjective.Lemma)]
}

// stopsShort tells whether there is a verb for leaving off with "short" right behind it: "stopped short".
func (c *clauses) stopsShort(verb int) bool {
	return verb >= 0 && knowledge().words["stopping"][c.Tokens[verb].Lemma] && c.lower(verb+1) == "short"
}

// charged tells whether a gerund is what somebody is accused of or blamed for: "accused them of rejecting the plan".
func (c *clauses) charged(gerund int) bool {
	over := c.Tokens[gerund].Head
	if over >= 0 && c.Tokens[gerund].Is("acl") && c.Tokens[over].Is("obj") {
		over = c.Tokens[over].Head
	}
	k, marker := c.cueAt(over), c.marker(gerund)
	return k >= 0 && (marker == "of" || marker == "for") && (c.cues[k].class == "accuse" || c.cues[k].class == "criticise")
}
