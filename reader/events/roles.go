package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
)

// filler is who fills a role of an event, with the words that say so.
type filler struct {
	name  string
	side  string // whose side it is on
	spans []parley.Span
	// people are the text's words for people of a side who do not stand for its government:
	// "Norlandic protesters"; "" for all others.
	people string
	// fights tells that they are an armed group, or fighters of whom the text does not tell in this place
	// whose they are: "gunmen".
	fights bool
	// firm tells that it is a company, which does not stand for the state whose it is.
	firm bool
	// guest tells that they are people on somebody else's land, as a text calls them: "a foreign delegation".
	guest bool
	// ruler tells that they are the armed group that rules the place of an attack, on whom it is for want of other words.
	ruler bool
	// bystander tells that they are people on whom an attack is told to be who stand for no side: "villagers".
	bystander bool
	// common tells that they are people who protest, by no more than a common noun: "students".
	common bool
	// allied tells that they are those who stand by somebody, as a text calls them: "Norland's allies".
	allied bool
	// home is the state whose people they are who protest or fight it; "" where that is not known, and for all others.
	home string
}

// bySide is a whole side in a role, with the words that say so.
func bySide(side string, spans ...parley.Span) filler {
	return filler{name: side, side: side, spans: spans}
}

// meets tells whether two fillers may be one: of one name, or one the side that
// the other is on. Two people of one side are two. "Gunmen" may be of any armed group.
func (one filler) meets(other filler) bool {
	return one.fights && other.fights && (one.side == "" || other.side == "") || one.name == other.name || one.side != "" && one.side == other.side && (one.name == one.side || other.name == other.side)
}

// overlaps tells whether one of some fillers may be one of others.
func overlaps(list, others []filler) bool {
	return slices.ContainsFunc(list, func(one filler) bool { return slices.ContainsFunc(others, one.meets) })
}

// allMeet tells whether each of some fillers may be one of others.
func allMeet(list, others []filler) bool {
	return !slices.ContainsFunc(list, func(one filler) bool { return !slices.ContainsFunc(others, one.meets) })
}

// fill gathers the fillers of several roles of a trigger.
func (f *finder) fill(t trigger, roles []string) []filler {
	var all []filler
	for _, role := range roles {
		if role == "subj" && t.sense.Noun && len(all) >= 2 {
			break // the noun names its parties: who welcomes their talks is none
		}
		if role == "obj" && t.sense.Type == parley.Mobilize && len(all) > 0 {
			break // "Norland deployed a brigade to Sudmark"
		}
		if role == "subj" && t.sense.Noun && t.sense.Type != parley.Consult && t.sense.Type != parley.Agree && f.possessed(t) && len(all) > 0 {
			break
		}
		for _, one := range f.measured(t, role) {
			if !slices.ContainsFunc(all, func(o filler) bool { return o.name == one.name }) {
				all = append(all, one)
			}
		}
	}
	return all
}

// possessed tells whether a noun says whose deed it is: "its invasion".
func (f *finder) possessed(t trigger) bool {
	return f.in.Text.Sentences[t.sentence].Child(t.token, "nmod:poss") >= 0
}

// measured fills a role of a trigger, and of what it measures out: "the round of
// Norland-Sudmark talks" is theirs as the talks are.
func (f *finder) measured(t trigger, role string) []filler {
	all := f.role(t, role)
	s := &f.in.Text.Sentences[t.sentence]
	if !measures(s.Tokens[t.token].Lemma) {
		return all
	}
	for child := range s.Children(t.token) {
		if s.Tokens[child].Is("nmod") && s.Case(child) == "of" {
			all = append(all, f.fillersAt(t.sentence, child)...)
			all = append(all, f.role(t.toldBy(child), role)...)
		}
	}
	return all
}

func (f *finder) role(t trigger, role string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	switch role {
	case "subj":
		if t.sense.Noun {
			if all := f.carrier(t); len(all) > 0 {
				return all
			}
			return f.holders(t)
		}
		if tables().nouns["bounding"][t.sense.Word] && s.Passive(t.token) {
			return f.object(t.sentence, t.token) // "is headed to Oslo"
		}
		if all := f.subject(t.sentence, t.token); len(all) > 0 {
			return all
		}
		return f.before(t)
	case "obj":
		if all := f.object(t.sentence, t.token); len(all) > 0 {
			return all
		}
		return f.behindVerb(t)
	case "comp":
		return f.completed(t)
	case "under":
		return f.sufferer(t)
	case "poss":
		if doer := f.ownDeed(t); len(doer) > 0 {
			return doer
		}
		all := f.dependents(t.sentence, t.token, "nmod:poss")
		if over := s.Tokens[t.token].Head; len(all) == 0 && s.Tokens[t.token].Is("conj") && over >= 0 && s.Child(t.token, "det") < 0 {
			all = f.dependents(t.sentence, over, "nmod:poss") // "Norland's offensive and aid blockade"
		}
		return all
	case "mod":
		if all := f.modifiers(t.sentence, t.token); !f.planForLand(t, all) {
			return all
		}
		return nil
	}
	if role == "iobj" {
		return f.presentedWith(t)
	}
	return f.prepositional(t, role)
}

// prepositional is who stands behind a preposition of a trigger, or of what it hangs on.
func (f *finder) prepositional(t trigger, role string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	found := f.behind(t.sentence, t.token, role)
	if left := s.Child(t.token, "nsubj"); !t.sense.Noun && left >= 0 && stranded(s, t.token, role) {
		found = f.fillersAt(t.sentence, left)
	}
	if about := s.Subject(t.token); role == "between" && !t.sense.Noun && about >= 0 {
		found = append(found, f.directlyBehind(t.sentence, about, role)...) // "flights between Norland and Sudmark resumed"
	}
	if len(found) == 0 && t.sense.Noun {
		found = append(f.behindParticiple(t, role), f.behindPredicate(t, role)...)
	} else if object := sharedObject(s, t.token); len(found) == 0 && object >= 0 {
		found = f.directlyBehind(t.sentence, object, role) // "arrested and extradited two men to Norland"
	}
	if len(found) == 0 && role == "from" {
		found = f.comesFrom(t)
	}
	if object := s.Object(t.token); len(found) == 0 && role == "against" && t.sense.Type == parley.Sanction && !t.sense.Noun && object >= 0 {
		found = f.targeted(t.sentence, object) // "approved a package targeting Norland"
	}
	answered := role == "by" && t.sense.Type == parley.Propose && t.support >= 0 && answers(s, t.support) // "the offer was declined by Norland"
	if t.support >= 0 && role != "of" && !answered && !s.Tokens[t.token].Is("obl") && !apart[s.Case(aboveNouns(s, t.token))] {
		found = append(found, f.behind(t.sentence, t.support, role)...)
	}
	if over := s.Tokens[t.token].Head; len(found) == 0 && !t.sense.Noun && over >= 0 && s.Tokens[t.token].Is("acl") && tables().nouns["pact"][s.Tokens[over].Lemma] {
		found = f.behind(t.sentence, over, role) // "the truce between Norland and Sudmark, brokered in May"
	}
	if linear[role] {
		for _, one := range f.along(t, role) {
			if !named(found, one.name) {
				found = append(found, one)
			}
		}
	}
	return found
}

// aboveNouns is the noun whose phrase holds another, at any depth of such: "days" of "three days of strikes".
func aboveNouns(s *english.Sentence, noun int) int {
	for s.Tokens[noun].Is("nmod") && s.Tokens[noun].Head >= 0 {
		noun = s.Tokens[noun].Head
	}
	return noun
}

// behindParticiple is who stands behind a preposition of the participle that tells more of an event noun, or of the
// verb that holds the event: "talks mediated by Norland between Sudmark and Osten", "a campaign targeting Norland".
func (f *finder) behindParticiple(t trigger, role string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	told := s.Child(t.token, "acl")
	if told >= 0 && linear[role] && (mediates(s, told) || hostedBeside(s, told, t.token)) {
		if all := f.behind(t.sentence, told, role); len(all) > 0 {
			return all
		}
	}
	if told >= 0 && role == "by" && t.sense.Mode == "mediation" && s.Passive(told) && broughtAbout(t, s.Tokens[told].Lemma) {
		return f.behind(t.sentence, told, role)
	}
	if role == "against" && tables().nouns["lasting"][s.Tokens[t.token].Lemma] {
		if all := f.targeted(t.sentence, t.token); len(all) > 0 {
			return all
		}
	}
	if held := heldBy(s, t.token); held >= 0 {
		if all := f.behind(t.sentence, held, role); len(all) > 0 {
			return all // "the talks held by Norland with Sudmark"
		}
	}
	if agent := agentBehind(s, t.token); role == "by" && agent >= 0 {
		return f.fillersAt(t.sentence, agent)
	}
	return nil
}

// behindPredicate is who stands behind a preposition of what the talks are said to be: "talks on the border are under way
// between Norland and Sudmark".
func (f *finder) behindPredicate(t trigger, role string) []filler {
	s := &f.in.Text.Sentences[t.sentence]
	noun := &s.Tokens[t.token]
	if !linear[role] || !noun.Is("nsubj") || t.support >= 0 || !hasAux(s, noun.Head) {
		return nil
	}
	return f.directlyBehind(t.sentence, noun.Head, role)
}

// comesFrom is whence an attack comes, or whose a proposal is that somebody has received.
func (f *finder) comesFrom(t trigger) []filler {
	switch {
	case t.sense.Type == parley.Assault:
		return f.whence(t)
	case t.sense.Type == parley.Propose && !t.sense.Noun:
		return f.makers(t)
	case t.sense.Type == parley.Propose:
		return f.offering(t)
	}
	return nil
}

// linear are the prepositions behind which parties are looked for by the order
// of the words as well.
var linear = map[string]bool{"between": true, "with": true, "among": true}

// subject is who does what a verb says. Whom one sends to do it does it.
func (f *finder) subject(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if doers, told := f.ofVerbOver(sentence, verb); told {
		return doers
	}
	if measure := punishedFor(s, verb); measure >= 0 {
		return f.behind(sentence, measure, "on") // "imposed sanctions on two firms for arming Norland"
	}
	if nominal(s, verb) || t.Is("advcl") && t.XPOS == "VBG" && s.Child(verb, "nsubj") < 0 && (underFire(s, t.Head) || f.ofForetold(sentence, verb)) {
		return nil
	}
	if over := t.Head; t.Is("acl") && t.XPOS == "VBG" && tables().nouns["wording"][s.Tokens[over].Lemma] && s.Tokens[over].Is("obj") {
		return f.subject(sentence, s.Tokens[over].Head) // "issued a statement calling on Norland to withdraw"
	}
	if suffers(s, verb) || goesOn(s, verb) >= 0 || strayHarm(s, verb) {
		return f.behind(sentence, verb, "by")
	}
	if doer := besides(s, verb); doer >= 0 {
		if all := f.endingAt(sentence, doer); len(all) > 0 {
			return all
		}
	}
	if doer := forSubject(s, verb); doer >= 0 {
		return f.fillersAt(sentence, doer)
	}
	if all := f.ownersOfMove(sentence, verb); len(all) > 0 {
		return all
	}
	if sides := f.underPact(sentence, verb); len(sides) > 0 {
		return sides
	}
	if doer := active(s, verb); doer >= 0 {
		return f.fillersAt(sentence, doer)
	}
	if head := headless(s, verb); head >= 0 {
		return f.fillersAt(sentence, head)
	}
	if sides := f.ofMainClause(sentence, verb); len(sides) > 0 {
		return sides
	}
	if doer := s.Subject(verb); doer >= 0 || !s.Passive(verb) {
		all := f.optional(sentence, f.apposed(sentence, verb, doer))
		if over := saidAfter(s, verb); len(all) == 0 && over >= 0 {
			return f.subject(sentence, over)
		}
		return all
	}
	if doer := append(f.agent(sentence, verb), f.armedWith(sentence, verb)...); len(doer) > 0 {
		return doer
	}
	// "Norland's plan presented last week", "US sanctions reinstated".
	if object := s.Object(verb); object >= 0 && tables().nouns["deed"][s.Tokens[object].Lemma] {
		return f.owners(sentence, object)
	}
	return nil
}

// saidAfter is the verb of saying whose speaker did what a participle tells, which the tree has hung on what was said:
// "Kovar said the plan was good after meeting Holm"; -1 where there is none.
func saidAfter(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	mark := s.Child(verb, "mark")
	if !t.Is("advcl") || t.XPOS != "VBG" || t.Head < 0 || mark < 0 || !s.Tokens[t.Head].Is("ccomp") {
		return -1
	}
	over, prep := s.Tokens[t.Head].Head, strings.ToLower(s.Tokens[mark].Text)
	if over < 0 || prep != "after" && prep != "before" || !tables().nouns["saying"][s.Tokens[over].Lemma] {
		return -1
	}
	return over
}

// ofVerbOver are those who do what an infinitive or a participle tells, where the verb over it says so: whoever is
// sent to do it, joins in it or is charged with it.
func (f *finder) ofVerbOver(sentence, verb int) (doers []filler, told bool) {
	s := &f.in.Text.Sentences[sentence]
	t := &s.Tokens[verb]
	if who := bidden(s, verb); who >= 0 {
		all := f.fillersAt(sentence, who)
		if sentOut(s, verb) >= 0 && (len(all) == 0 || s.Child(who, "nmod:poss") >= 0) {
			return f.subject(sentence, t.Head), true // "Norland sent an envoy to meet Holm"
		}
		return all, true
	}
	if there := t.Head; t.Is("acl") && s.Infinitive(verb) && there >= 0 && s.Child(there, "cop") >= 0 && s.Case(there) == "in" {
		return f.optional(sentence, s.Child(there, "nsubj")), true // "a delegation is in Oslo to meet Holm"
	}
	if over := t.Head; t.Is("advcl") && t.XPOS == "VBG" && over >= 0 && tables().nouns["joining"][s.Tokens[over].Lemma] && s.Child(verb, "mark") >= 0 && s.Child(verb, "nsubj") < 0 {
		return append(f.subject(sentence, over), f.object(sentence, over)...), true // "joined Norland in condemning it"
	}
	if over := chargedBy(s, verb); over >= 0 {
		return f.optional(sentence, s.Object(over)), true
	}
	if over := t.Head; t.Is("advcl") && t.XPOS == "VBG" && over >= 0 && s.Child(verb, "nsubj") < 0 && charged(s, over) {
		return f.subject(sentence, over), true // "accused Norland of breaking the truce by shelling the town"
	}
	return nil, false
}

// nominal tells whether a gerund is the noun of a phrase that a wrong tree has torn apart: "after
// the museum shooting".
func nominal(s *english.Sentence, verb int) bool {
	if s.Tokens[verb].XPOS != "VBG" || verb < 3 || s.Child(verb, "obj", "nsubj", "aux") >= 0 {
		return false
	}
	before, article := &s.Tokens[verb-1], &s.Tokens[verb-2]
	return before.UPOS == "NOUN" && before.Head == s.Tokens[verb].Head && article.UPOS == "DET" && s.Tokens[verb-3].Is("mark")
}

// besides is the token right before a finite verb that is coordinated with another,
// where a noun stands there, which a wrong tree has hung elsewhere: "shelled Osten,
// and Norland answered"; -1 where there is none.
func besides(s *english.Sentence, verb int) int {
	t := &s.Tokens[verb]
	if !t.Is("conj") || t.Feat("VerbForm") != "Fin" || verb == 0 || s.Child(verb, "nsubj", "aux:pass") >= 0 {
		return -1
	}
	if before := &s.Tokens[verb-1]; before.UPOS == "PROPN" || before.UPOS == "NOUN" || before.UPOS == "PRON" {
		return verb - 1
	}
	return -1
}

// forSubject is the subject of an infinitive that "for" introduces: "plans for
// Kovar to meet Holm"; -1 where there is none.
func forSubject(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if over < 0 || !s.Infinitive(verb) || s.Child(verb, "nsubj") >= 0 {
		return -1
	}
	for child := range s.Children(over) {
		if child > over && child < verb && (s.Case(child) == "for" || forMarked(s, child)) {
			if _, last := s.Subtree(child); last < len(s.Tokens) && s.Tokens[last].Lemma == "to" {
				return child
			}
		}
	}
	return -1
}

// forMarked tells whether "for" stands right before a noun phrase that the tree
// does not hang it on.
func forMarked(s *english.Sentence, noun int) bool {
	first, _ := s.Subtree(noun)
	return first > 0 && strings.EqualFold(s.Tokens[first-1].Text, "for")
}

// sharedObject is the object behind a verb that the parser hung on the verb before it, which has it too; -1
// where there is none.
func sharedObject(s *english.Sentence, verb int) int {
	over := s.Tokens[verb].Head
	if !s.Tokens[verb].Is("conj") || over < 0 || s.Tokens[over].UPOS != "VERB" || s.Child(verb, "obj", "ccomp", "xcomp") >= 0 {
		return -1
	}
	if object := s.Child(over, "obj"); object > verb {
		return object
	}
	return -1
}

// object is whom a verb is done to.
func (f *finder) object(sentence, verb int) []filler {
	s := &f.in.Text.Sentences[sentence]
	if suffers(s, verb) {
		return f.fillersAt(sentence, s.Child(verb, "nsubj"))
	}
	if over := goesOn(s, verb); over >= 0 {
		return f.object(sentence, over)
	}
	if active(s, verb) < 0 {
		object := s.Object(verb)
		if who := f.toldOfLast(sentence, verb); who >= 0 && (s.Passive(verb) || s.Tokens[verb].XPOS == "VBN" && s.Child(verb, "obj") < 0) {
			object = who
		}
		return f.optional(sentence, object)
	}
	return f.dependents(sentence, verb, "obj") // with "Anna Kovar" in "freed the hostage Anna Kovar"
}

// active is the subject of a verb in the active, also where a past tense is
// tagged as a participle; -1 where it has none of its own.
func active(s *english.Sentence, verb int) int {
	subject := s.Child(verb, "nsubj")
	if subject < 0 || s.Tokens[subject].Deprel != "nsubj" && s.Tokens[verb].XPOS == "VBN" || s.Child(verb, "aux:pass") >= 0 || s.Tokens[verb].Is("acl") || s.Tokens[subject].XPOS == "WDT" || s.Tokens[subject].XPOS == "WP" {
		return -1
	}
	return subject
}

func (f *finder) optional(sentence, token int) []filler {
	if token < 0 {
		return nil
	}
	return f.fillersAt(sentence, token)
}

func (f *finder) dependents(sentence, head int, rel string) []filler {
	s := &f.in.Text.Sentences[sentence]
	var all []filler
	for child := range s.Children(head) {
		if !s.Tokens[child].Is(rel) {
			continue
		}
		if over := s.Tokens[head].Head; s.Tokens[child].XPOS == "WP$" && over >= 0 && s.Tokens[over].Is("acl:relcl") {
			child = s.Tokens[over].Head // "Norland, whose troops left"
		}
		all = append(all, f.fillersAt(sentence, child)...)
	}
	return all
}
