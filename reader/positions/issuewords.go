package positions

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// findIssues finds the issue phrases of a sentence, also those parted by quotation marks or by words that but describe a
// noun of theirs: "release all Norlandic prisoners" holds "release prisoner", "the disputed Norlandic islands" holds "disputed island".
func findIssues(s *english.Sentence, lex *lexicon.Lexicon) []lexicon.IssueMatch {
	lemmas := make([]string, len(s.Tokens))
	for token := range s.Tokens {
		lemmas[token] = s.Tokens[token].Lemma
	}
	plain := lex.FindIssues(lemmas)
	passed := make([]bool, len(s.Tokens))
	participles := false
	for token := range s.Tokens {
		passed[token] = (describes(s, token) || s.Tokens[token].XPOS == "``" || s.Tokens[token].XPOS == "''") && !slices.ContainsFunc(plain, func(m lexicon.IssueMatch) bool { return m.First <= token && token <= m.Last })
		participles = participles || passed[token] && s.Tokens[token].UPOS == "VERB"
	}
	found := append(slices.Clone(plain), parted(lex, lemmas, passed)...)
	if participles { // a phrase may need them: "the frozen Norlandic assets"
		for token := range s.Tokens {
			passed[token] = passed[token] && s.Tokens[token].UPOS != "VERB"
		}
		found = append(found, parted(lex, lemmas, passed)...)
	}
	return found
}

// parted finds the issue phrases that hold more words than those of the lexicon, where some are passed over.
func parted(lex *lexicon.Lexicon, lemmas []string, passed []bool) []lexicon.IssueMatch {
	var left []string
	var at []int // where the words left stand
	for token, lemma := range lemmas {
		if !passed[token] {
			left, at = append(left, lemma), append(at, token)
		}
	}
	if len(left) == len(lemmas) {
		return nil
	}
	found := slices.DeleteFunc(lex.FindIssues(left), func(m lexicon.IssueMatch) bool { return at[m.Last]-at[m.First] == m.Last-m.First })
	for i := range found {
		found[i].First, found[i].Last = at[found[i].First], at[found[i].Last]
	}
	return found
}

// describes tells whether a word but describes the noun behind it, and makes no other thing of it: "Norlandic
// troops", "the Norland-led alliance", but not "domestic violence".
func describes(s *english.Sentence, token int) bool {
	t := &s.Tokens[token]
	if over := t.Head; over > token && over <= token+2 && s.Tokens[over].XPOS == "VBN" && s.Tokens[over-1].Text == "-" {
		return s.Tokens[over].Is("amod") && describes(s, over) // "Norland-led"
	}
	if t.Head <= token || s.Tokens[t.Head].UPOS != "NOUN" && !(t.XPOS == "VBN" && s.Tokens[t.Head].UPOS == "PROPN") {
		return false
	}
	return t.Is("amod") && !tables().roles["classes"][t.Lemma] || t.Is("compound") && t.UPOS == "PROPN"
}

// outermost leaves out one word that is but a hint, or a phrase, where it stands in a longer phrase of
// another issue: the war of "war criminal", who steps aside in "step aside from the talks".
func outermost(all []lexicon.IssueMatch) []lexicon.IssueMatch {
	return slices.DeleteFunc(slices.Clone(all), func(m lexicon.IssueMatch) bool {
		return (m.First < m.Last || m.Weight <= 3) && slices.ContainsFunc(all, func(o lexicon.IssueMatch) bool {
			return o.First <= m.First && m.Last <= o.Last && o.Last-o.First > m.Last-m.First && o.Issue != m.Issue && o.Weight >= m.Weight
		})
	})
}

// thingsReleased leaves out the release of what is no captive: "is ready to release 10 million euros".
func thingsReleased(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	return slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool {
		if m.First != m.Last || !tables().roles["releases"][s.Tokens[m.First].Lemma] {
			return false
		}
		what := s.Child(m.First, "obj", "nsubj:pass")
		for child := range s.Children(m.First) {
			if what < 0 && s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
				what = child
			}
		}
		return what >= 0 && tables().roles["released"][s.Tokens[what].Lemma]
	})
}

// captivesFreed adds captives where somebody is let go, whoever that is: "demanded that Norland free its ambassador",
// "the release of two aid workers".
func (f *finder) captivesFreed(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for token := range s.Tokens {
		t := &s.Tokens[token]
		if !tables().roles["frees"][t.Lemma] {
			continue
		}
		who := -1
		switch {
		case t.UPOS == "VERB":
			who = s.Child(token, "obj", "nsubj:pass")
		case t.UPOS == "NOUN" && s.Case(s.Child(token, "nmod")) == "of":
			who = s.Child(token, "nmod")
		}
		if who < 0 || !f.isPerson(sentence, who) && !tables().roles["captives"][s.Tokens[who].Lemma] || below(s, token, tables().roles["courts"]) {
			continue
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: min(token, who), Last: max(token, who), Issue: "prisoners-hostages", Weight: 5})
	}
	return issues
}

// ofOtherKind tells whether the words around one that names an issue make another thing of it: "domestic violence",
// "land reform", "will reform its schools", "talks nonsense".
func ofOtherKind(s *english.Sentence, m lexicon.IssueMatch) bool {
	if m.First == m.Last && m.Issue == "talks" && s.Tokens[m.First].UPOS == "VERB" && tables().roles["chatter"][s.Tokens[m.First].Lemma] {
		return s.Child(m.First, "obj") >= 0 // "talks nonsense"
	}
	if m.Weight > 3 || m.Issue != "military-action" && m.Issue != "governance-elections" {
		return false
	}
	of := s.Child(m.First, "compound")
	changes := tables().roles["reforms"][s.Tokens[m.First].Lemma]
	return below(s, m.First, tables().roles["classes"]) || changes && (s.Tokens[m.First].UPOS == "VERB" && s.Child(m.First, "obj") >= 0 || of >= 0 && s.Tokens[of].UPOS == "NOUN")
}

// below tells whether a word of a set stands right below another: "was freed on bail", "by a judge".
func below(s *english.Sentence, over int, set map[string]bool) bool {
	for child := range s.Children(over) {
		if set[s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// isPerson tells whether a word names a person.
func (f *finder) isPerson(sentence, token int) bool {
	m, ok := f.in.Cast.At(sentence, token)
	return ok && slices.ContainsFunc(f.in.Cast.Of(m), func(a parley.Actor) bool { return a.Kind == parley.PersonActor })
}

// repaidInKind makes a matter of trade or sanctions of a reprisal that is told beside them: "promised retaliation if
// the tariffs rise".
func repaidInKind(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	at := slices.IndexFunc(issues, func(m lexicon.IssueMatch) bool {
		return m.Weight >= 4 && (m.Issue == "trade-tariffs" || m.Issue == "sanctions")
	})
	for i, m := range issues {
		if at >= 0 && m.Issue == "military-action" && (m.First == m.Last || s.Tokens[m.First].UPOS == "VERB") && tables().roles["reprisals"][s.Tokens[m.First].Lemma] {
			issues = slices.Clone(issues)
			issues[i].Issue = issues[at].Issue
		}
	}
	return issues
}

// warsEnded makes a truce of a war or a conflict that is to end, whatever it is called: "end the war in
// the south" is a phrase of the lexicon, "end the Norland-Sudmark war" is not.
func warsEnded(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for noun := range s.Tokens {
		t := &s.Tokens[noun]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" || t.Head < 0 || !tables().roles["wars"][strings.ToLower(t.Lemma)] {
			continue
		}
		end := lexicon.IssueMatch{First: noun, Last: noun, Issue: "ceasefire", Weight: 4}
		switch over := t.Head; {
		case t.Is("nsubj") && comesToEnd(s, over):
		case over < noun && endsWar(s, over) && (t.Is("obj") || s.Case(noun) == "of" || s.Case(noun) == "to"):
			end.First = over
		default:
			continue
		}
		if below(s, noun, tables().roles["classes"]) { // "an end to domestic violence"
			continue
		}
		if told := slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool {
			return m.First <= noun && noun <= m.Last && (m.First < m.Last || m.Issue != "military-action")
		}); told {
			continue // "end the war criminal's reign", or a phrase of the lexicon
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool { return m.First == noun && m.Last == noun })
		issues = append(issues, end)
	}
	return issues
}

// endsWar tells whether a word is for ending a war that goes on, and not for keeping out of one: "stop", but not
// "oppose" or "prevent".
func endsWar(s *english.Sentence, word int) bool {
	lemma, is := s.Tokens[word].Lemma, tables().roles
	return tables().aims["ends"][lemma] && !is["wards"][lemma] && !is["shuns"][lemma] && !isStanceWord(s, word)
}

// comesToEnd tells whether a verb says, by itself or by one below it, that its subject has to come
// to an end: "has to end", "must come to an end".
func comesToEnd(s *english.Sentence, verb int) bool {
	if below := s.Child(verb, "xcomp"); s.Tokens[verb].Lemma == "have" && below >= 0 {
		verb = below
	}
	if lemma := s.Tokens[verb].Lemma; !tables().roles["comes"][lemma] {
		return tables().roles["stops"][lemma] && s.Child(verb, "obj") < 0
	}
	end := s.Child(verb, "obl")
	return end >= 0 && tables().roles["endings"][s.Tokens[end].Lemma] && s.Case(end) == "to"
}

// troopsLeave adds a withdrawal where those who bear arms are to leave: "wants all fighters to leave
// the valley"; what such troops are called is then no issue of its own.
func troopsLeave(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		if s.Tokens[verb].UPOS != "VERB" || !goesAway(s, verb) {
			continue
		}
		who := s.Child(verb, "nsubj")
		if over := s.Tokens[verb].Head; who < 0 && (s.Tokens[verb].Is("xcomp") || s.Tokens[verb].Is("advcl") && s.Infinitive(verb)) && over >= 0 {
			who = s.Child(over, "obj", "iobj")
		}
		if who < 0 || s.Tokens[who].UPOS != "NOUN" || !tables().forces[s.Tokens[who].Lemma] {
			continue
		}
		if left := s.Child(verb, "obj"); slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool {
			return m.First <= left && left <= m.Last && tables().issues["quit"][m.Issue]
		}) {
			continue // "urged the rebels not to leave the talks"
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool { return m.First <= who && who <= m.Last })
		return append(issues, lexicon.IssueMatch{First: verb, Last: verb, Issue: "withdrawal", Weight: 4})
	}
	return issues
}

// goesAway tells whether a verb is for going away: "leave", "go home", "get out".
func goesAway(s *english.Sentence, verb int) bool {
	is, lemma := tables().roles, s.Tokens[verb].Lemma
	return is["departs"][lemma] || is["goeshome"][lemma] && opensClause(s, verb, "home") || is["getsout"][lemma] && particleWith(s, verb, "out", false)
}

// troopsOut adds a withdrawal where troops are wanted out of a land, or their going is told by a noun: "wants the
// soldiers out of its territory", "ordered the expulsion of their forces".
func troopsOut(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for token := range s.Tokens {
		t := &s.Tokens[token]
		who, land := -1, -1
		switch {
		case t.UPOS == "NOUN" && tables().roles["leavings"][t.Lemma]:
			if who = s.Child(token, "nmod"); s.Case(who) != "of" {
				continue
			}
		case strings.EqualFold(t.Text, "out") && t.Head >= 0 && t.Is("advmod"):
			who = s.Child(t.Head, "obj")
		case strings.EqualFold(t.Text, "out") && t.Head >= 0 && t.Is("case"):
			land = t.Head
			who = s.Tokens[land].Head
		}
		if who < 0 || !tables().forces[s.Tokens[who].Lemma] || t.UPOS != "NOUN" && !wantedOut(s, who, token) {
			continue
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool {
			return m.First <= who && who <= m.Last || m.First <= land && land <= m.Last
		})
		issues = append(issues, lexicon.IssueMatch{First: min(token, who), Last: max(token, who), Issue: "withdrawal", Weight: 5})
	}
	return issues
}

// wantedOut tells whether those whom a noun tells are what somebody wants to be elsewhere.
func wantedOut(s *english.Sentence, who, out int) bool {
	verb := s.Tokens[who].Head
	if verb < 0 || who > out || !s.Tokens[who].Is("obj") {
		return false
	}
	return tables().roles["wishes"][s.Tokens[verb].Lemma]
}

// troopsWithdrawn adds a withdrawal where those who bear arms are withdrawn; what they are called is then no issue of its
// own: "will pull its border guards back".
func troopsWithdrawn(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		who := s.Child(verb, "obj", "nsubj:pass")
		if t := &s.Tokens[verb]; t.UPOS != "VERB" || !tables().roles["withdraws"][t.Lemma] || who < 0 || s.Tokens[who].UPOS != "NOUN" || !tables().forces[s.Tokens[who].Lemma] {
			continue
		}
		if t := &s.Tokens[verb]; t.Lemma == "pull" && !particleWith(s, verb, "out", false) && !particleWith(s, verb, "back", false) {
			continue
		}
		issues = slices.DeleteFunc(slices.Clone(issues), func(m lexicon.IssueMatch) bool {
			return m.Issue != "withdrawal" && (m.First <= who && who <= m.Last || s.Tokens[m.Last].Head == who && s.Tokens[m.Last].Is("compound"))
		})
		issues = append(issues, lexicon.IssueMatch{First: min(verb, who), Last: max(verb, who), Issue: "withdrawal", Weight: 5})
	}
	return issues
}

// troopsDeployed adds force where those who bear arms are sent, whoever they are: "wants Norland to send special forces".
func troopsDeployed(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		who := s.Child(verb, "obj", "nsubj:pass")
		if t := &s.Tokens[verb]; t.UPOS != "VERB" || !tables().roles["deploys"][t.Lemma] || who < 0 || !tables().forces[s.Tokens[who].Lemma] {
			continue
		}
		if slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool { return m.First <= who && who <= m.Last }) {
			continue
		}
		issues = append(slices.Clone(issues), lexicon.IssueMatch{First: min(verb, who), Last: max(verb, who), Issue: "military-action", Weight: 4})
	}
	return issues
}

// bodiesJoined adds a membership where a side joins or leaves an international body, or is a member of
// it, whatever that is called: "will not leave the union".
func (f *finder) bodiesJoined(sentence int, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	s := &f.in.Text.Sentences[sentence]
	for _, m := range f.in.Cast.Matches[sentence] {
		if m.Kind != lexicon.BodyMatch || !tables().roles["unions"][strings.ToLower(m.Actor.Sector)] {
			continue
		}
		body := s.Anchor(m.First, m.Last+1)
		over := s.Tokens[body].Head
		if over < 0 || over >= m.First {
			continue
		}
		if ofMembership(s, over, body) {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: over, Last: m.Last, Issue: "alliance-membership", Weight: 5})
		}
	}
	return issues
}

// troopsArmed adds a supply of arms where a side is armed or weapons are sent: "ruled out arming the
// Norlandic rebels", "will send tanks".
func troopsArmed(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	for verb := range s.Tokens {
		side := s.Child(verb, "obj")
		t := &s.Tokens[verb]
		if t.UPOS != "VERB" || side < 0 {
			continue
		}
		lemma := s.Tokens[side].Lemma
		if tables().roles["armed"][t.Lemma] && (tables().opposed[lemma] || tables().forces[lemma]) || tables().roles["sends"][t.Lemma] && tables().roles["weaponry"][lemma] && !s.Infinitive(s.Child(verb, "advcl")) {
			issues = append(slices.Clone(issues), lexicon.IssueMatch{First: verb, Last: side, Issue: "arms-supply", Weight: 5})
		}
	}
	return issues
}

// troopsSent makes a guarantee of troops that are to be sent under a deal or once a truce holds: "agreed to send
// troops as part of a peace deal".
func troopsSent(s *english.Sentence, issues []lexicon.IssueMatch) []lexicon.IssueMatch {
	settled := slices.ContainsFunc(issues, func(m lexicon.IssueMatch) bool {
		return m.Weight >= 4 && tables().issues["settled"][m.Issue]
	})
	for i, m := range issues {
		if settled && m.Issue == "military-action" && m.First < m.Last && tables().roles["deploys"][s.Tokens[m.First].Lemma] {
			issues = slices.Clone(issues)
			issues[i].Issue, issues[i].Weight = "security-guarantees", 5
		}
	}
	return issues
}

// ofMembership tells whether a word says that somebody is in an international body, or goes in or out: "joined the bloc",
// "was admitted to it", "membership of it".
func ofMembership(s *english.Sentence, over, body int) bool {
	is := tables().roles
	switch t := &s.Tokens[over]; t.UPOS {
	case "VERB":
		return s.Tokens[body].Is("obj") && is["joins"][t.Lemma] || s.Case(body) == "from" && is["leaves"][t.Lemma] || (s.Case(body) == "to" || s.Case(body) == "into") && is["admits"][t.Lemma]
	case "NOUN":
		return s.Tokens[body].Is("nmod") && is["members"][t.Lemma]
	}
	return false
}
