package positions

import (
	"slices"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// withParticle tells whether a verb and its particle are in the table of deeds.
func withParticle(s *english.Sentence, verb int) bool {
	return slices.ContainsFunc(tables().deeds[s.Tokens[verb].Lemma], func(d deed) bool {
		return d.particle != "" && particleWith(s, verb, d.particle, false)
	})
}

// knownDeed tells whether the table of deeds knows a verb at all.
func knownDeed(s *english.Sentence, token int) bool {
	_, ok := tables().deeds[deedTold(s, token)]
	return ok
}

// deedTold is the verb of the deed that a verb tells: its own lemma, or the one that its object
// names where somebody orders or announces it: "ordered the lifting of sanctions".
func deedTold(s *english.Sentence, verb int) string {
	lemma := s.Tokens[verb].Lemma
	if deed := s.Child(verb, "xcomp"); deed > verb && s.Tokens[deed].XPOS == "VBG" && tables().roles["keeps"][lemma] {
		return "continue" // "will keep enriching uranium"
	}
	if object := s.Child(verb, "obj", "nsubj:pass"); object >= 0 && s.Tokens[verb].UPOS == "VERB" && tables().roles["decrees"][lemma] {
		if deed := tables().nominals[s.Tokens[object].Lemma]; deed != "" {
			return deed
		}
	}
	return lemma
}

// deedAt finds the row of a verb for an issue; with self, that for any issue.
func deedAt(s *english.Sentence, token int, issue string, self bool) (deed, bool) {
	var general *deed
	rows := tables().deeds[deedTold(s, token)]
	for i := range rows {
		d := &rows[i]
		if d.particle != "" && !particleWith(s, token, d.particle, false) {
			continue
		}
		if d.issue == issue {
			return *d, true
		}
		if d.issue == "*" && general == nil {
			general = d
		}
	}
	if general == nil || !self {
		return deed{}, false
	}
	return *general, true
}

// makes is what a deed makes of an issue: strikes that end are a truce, though their expansion may
// end without one.
func (d deed) makes(s *english.Sentence, issue lexicon.IssueMatch) string {
	if d.becomes == "" || tables().roles["degrees"][s.Tokens[issue.Last].Lemma] {
		return issue.Issue
	}
	return d.becomes
}
