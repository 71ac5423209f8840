package positions

import (
	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// What stands between a word that takes a stance and its issue may turn the stance or
// change the issue; the rules for that are here.

// consents tells whether an issue is one that who is ready for it accepts.
func consents(issue string) bool { return tables().issues["consents"][issue] }

// reviews tells whether a word says that a side takes another look at what is in force, or is a noun for doing so: "is
// weighing the sanctions", "a review of the sanctions".
func (f *finder) reviews(t taken, issue lexicon.IssueMatch, party string) bool {
	switch word := &f.in.Text.Sentences[t.sentence].Tokens[t.token]; word.UPOS {
	case "VERB":
		return f.inForce(t.sentence, issue, party)
	case "NOUN":
		return tables().roles["doubts"][word.Lemma]
	}
	return false
}

// meansOfThreat tells whether an issue is what a threat that a noun names is to bring about, or what makes it one, and
// not what is threatened: threats to bring about a truce, the threat of missiles.
func meansOfThreat(s *english.Sentence, t taken, issue lexicon.IssueMatch) bool {
	if s.Tokens[t.token].UPOS != "NOUN" || t.stance != parley.Threatens && t.former != parley.Threatens {
		return false
	}
	return tables().issues["unthreatened"][issue.Issue] || issue.Issue == "humanitarian-access" && !deedOn(s, ownDeed(s, t.token), issue)
}

// deedOn tells whether a verb is a deed about an issue: "threats to cut off aid", but not
// "threats to widen the war and its blockade of aid".
func deedOn(s *english.Sentence, verb int, issue lexicon.IssueMatch) bool {
	if verb < 0 {
		return false
	}
	_, ok := deedAt(s, verb, issue.Issue, false)
	return ok
}

// setFor tells whether conditions are set for what an issue names, and are not it: "conditions for a
// truce", "conditions to end the war".
func setFor(s *english.Sentence, noun int, issue lexicon.IssueMatch) bool {
	at := s.Anchor(issue.First, issue.Last+1)
	for over := s.Tokens[at].Head; over >= 0 && over != noun; over = s.Tokens[at].Head {
		if s.Child(at, "case") == noun+1 && over == s.Tokens[noun].Head && s.Tokens[noun].Is("obj") {
			return preposition(s, at) == "for" // "laid out conditions for a truce", drawn to the verb
		}
		at = over
	}
	return s.Tokens[at].Head == noun && (preposition(s, at) == "for" || (consents(issue.Issue) || issue.Issue == "talks") && s.Tokens[at].Is("acl") && s.Infinitive(at))
}

// pressed tells whether somebody else is to be brought to do what an issue is about:
// "promised steps to prompt Norland to halt the war".
func pressed(s *english.Sentence, token int, issue lexicon.IssueMatch) bool {
	for at := s.Anchor(issue.First, issue.Last+1); at != token && s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		if over := s.Tokens[at].Head; over != token && s.Tokens[at].Is("acl") && s.Infinitive(at) && s.Tokens[over].UPOS == "NOUN" && tables().roles["presses"][s.Tokens[over].Lemma] {
			return true // "the mission of increasing pressure on Norland to withdraw"
		} else if over != token && (s.Tokens[at].Is("xcomp") || s.Tokens[at].Is("advcl") && s.Infinitive(at)) && tables().roles["presses"][s.Tokens[over].Lemma] && s.Child(over, "obj", "iobj") >= 0 {
			return true
		}
	}
	return false
}

// viewed tells whether a word is about how a thing is seen.
func viewed(s *english.Sentence, token int) bool {
	below := s.Child(token, "advcl")
	return below >= 0 && tables().roles["brands"][s.Tokens[below].Lemma]
}

// stressed tells whether what a verb of saying governs is itself what somebody would have
// respected: "stressed the unity of the country", but not "stressed the threat to it".
func stressed(s *english.Sentence, verb int, issue lexicon.IssueMatch) bool {
	object := s.Child(verb, "obj")
	return object >= issue.First && object <= issue.Last && issue.Issue == "recognition-sovereignty" && issue.Weight >= 5
}

// quits tells whether somebody is to leave what an issue names: "approved the withdrawal from
// the court".
func quits(s *english.Sentence, token int, issue lexicon.IssueMatch) bool {
	for at := s.Anchor(issue.First, issue.Last+1); at != token && s.Tokens[at].Head >= 0 && !s.Tokens[at].Is("conj"); at = s.Tokens[at].Head {
		over := s.Tokens[at].Head
		if s.Case(at) == "from" && (tables().roles["leaves"][s.Tokens[over].Lemma] || compoundIn(s, over, tables().roles["leaves"])) {
			return true
		}
		if s.Tokens[at].Is("obj") && tables().roles["quits"][s.Tokens[over].Lemma] {
			return true // "praised Norland for leaving the court"
		}
	}
	return false
}

// compoundIn tells whether a word of a set stands in a compound before a noun: "the withdrawal
// process".
func compoundIn(s *english.Sentence, noun int, set map[string]bool) bool {
	for child := range s.Children(noun) {
		if s.Tokens[child].Is("compound") && set[s.Tokens[child].Lemma] {
			return true
		}
	}
	return false
}

// amends tells whether somebody wants a thing changed: "wants to amend the plan", "changes
// that it wants to make to the plan".
func amends(s *english.Sentence, token, below int) bool {
	if tables().aims["amends"][s.Tokens[below].Lemma] {
		return true
	}
	object := s.Child(below, "obj")
	if noun := s.Tokens[token].Head; noun >= 0 && s.Tokens[token].Is("acl:relcl") && s.Tokens[noun].UPOS == "NOUN" {
		object = noun
	}
	return tables().roles["makes"][s.Tokens[below].Lemma] && object >= 0 && tables().aims["amends"][s.Tokens[object].Lemma]
}

// talksFirst makes talks of an issue that those who are to meet are to speak of: "agreed to
// meet to discuss a truce".
func talksFirst(s *english.Sentence, token int, issue lexicon.IssueMatch) lexicon.IssueMatch {
	below := ownDeed(s, token)
	if below < 0 || !tables().roles["meets"][s.Tokens[below].Lemma] || issue.Issue == "talks" || issue.Issue == "venue-date" {
		return issue
	}
	return lexicon.IssueMatch{First: below, Last: below, Issue: "talks", Weight: 4}
}

// becoming is what an issue turns into by the deed that somebody is to do about it
// below a word: who wants talks hosted speaks of their venue. What a deed threatens is left,
// since it is asked of nobody.
func becoming(s *english.Sentence, top int, issue lexicon.IssueMatch) string {
	own := ownDeed(s, top) // composed reads it
	for at := s.Anchor(issue.First, issue.Last+1); at != top && at >= 0; at = s.Tokens[at].Head {
		if at == own {
			continue
		}
		if d, ok := deedAt(s, at, issue.Issue, false); ok && d.becomes != "" && d.planned != parley.Threatens && !(issue.First <= at && at <= issue.Last) {
			return d.makes(s, issue)
		}
	}
	return issue.Issue
}

// turned is what becomes of a stance on something that is not to be: "agreed that
// no troops would be sent". A demand stays one.
var turned = map[parley.Stance]parley.Stance{
	parley.Accepts: parley.Rejects, parley.Supports: parley.Rejects, parley.Offers: parley.Rejects, parley.Demands: parley.Demands,
}

// deniedBelow tells whether a clause of somebody else's that a stance word governs
// denies what the issue is about.
func deniedBelow(s *english.Sentence, token int, issue lexicon.IssueMatch) bool {
	for at := s.Anchor(issue.First, issue.Last+1); at != token && s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		if (s.Tokens[at].Is("ccomp") || s.HasNo(at)) && (s.Negated(at) || s.HasNo(at)) {
			return true
		}
	}
	return false
}

// favoursEvil tells whether a favourable stance would be on an evil that stands as it
// is: "agreed on the threat", but not "agreed to end the attacks".
func favoursEvil(s *english.Sentence, token int, stance parley.Stance, issue lexicon.IssueMatch) bool {
	switch stance {
	case parley.Accepts, parley.Supports, parley.Offers, parley.Conditional:
	default:
		return false
	}
	return tables().evils[s.Tokens[issue.Last].Lemma] && ownDeed(s, token) < 0
}

// shunned tells whether what is demanded is that something should not be done, by a verb that says
// so between the demand and its issue; direct tells that the issue itself is shunned, or a deed
// that is done to it.
func (f *finder) shunned(t taken) (shuns, direct bool) {
	s := &f.in.Text.Sentences[t.sentence]
	if t.stated != t.sentence {
		return false, false
	}
	nouns := 0
	for at := s.Anchor(t.issue.First, t.issue.Last+1); at != t.token && s.Tokens[at].Head >= 0; at = s.Tokens[at].Head {
		over := s.Tokens[at].Head
		if s.Tokens[over].UPOS != "VERB" || s.Tokens[at].Is("obl") && s.Case(at) == "in" { // "should avoid nonsense in the talks"
			nouns++
		}
		if tables().roles["shuns"][s.Tokens[over].Lemma] && s.Tokens[over].UPOS == "VERB" && !s.Tokens[at].Is("conj") && !s.Tokens[at].Is("nsubj") {
			return true, nouns == 0
		}
	}
	return false, false
}
