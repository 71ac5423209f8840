package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// nameOf is how a statement names an actor: a state by its government.
func (c *clauses) nameOf(a parley.Actor) (string, parley.SourceKind) {
	switch a.Kind {
	case parley.PersonActor:
		if !a.Known && (compounded(a.Name) || initialsAlone(a.Name)) {
			return a.Name, parley.BodySource // "ProNorland", "NOVK"
		}
		return a.Name, parley.PersonSource
	case parley.MediaActor:
		return a.Name, parley.MediaSource
	case parley.StateActor:
		return c.governmentName(a), parley.BodySource
	}
	if !a.Known && namesMedium(a.Name) {
		return a.Name, parley.MediaSource
	}
	return a.Name, parley.BodySource
}

// initialsAlone tells whether a name is one word of capitals, which is a body's.
func initialsAlone(name string) bool {
	return len(name) > 2 && len(name) <= longestAcronym && isUpper(name)
}

// compounded tells whether a name is one word with a capital inside, and no family name
// that is written so.
func compounded(name string) bool {
	if strings.ContainsAny(name, " -'’.") || len(name) < 5 {
		return false
	}
	if strings.ToUpper(name) == name || strings.ToLower(name[1:]) == name[1:] {
		return false // no capital inside, or nothing else
	}
	return !slices.ContainsFunc(familyStarts, func(start string) bool { return strings.HasPrefix(name, start) })
}

// familyStarts are the beginnings behind which a family name goes on with a capital: "McHolm", "DeKovar".
var familyStarts = []string{"Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O"}

// governmentName is how a state's government is called.
func (f *finder) governmentName(state parley.Actor) string {
	if name, ok := knowledge().states[state.ID]; ok {
		return name
	}
	if adjective := f.lex.Demonym(state.ID); adjective != "" {
		return adjective + " government"
	}
	return state.Name
}

// stateName is an actor's name as it stands in a row of several.
func (f *finder) stateName(a parley.Actor) string {
	if country, ok := f.lex.Country(a.ID); ok && withArticle[country.Code] {
		return "the " + a.Name
	}
	return a.Name
}

// withArticle are the countries whose names have the article "the".
var withArticle = map[string]bool{"USA": true, "GBR": true, "ARE": true}

// rowOf joins names: "Norland, Sudmark and Ostland".
func rowOf(names []string) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// namesMedium tells whether a name ends as those of media do: "Olvik News".
func namesMedium(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return false
	}
	return knowledge().words["medianame"][words[len(words)-1]] || knowledge().words["mediumfirst"][words[0]]
}

// ownedName is the name of a committee or the like with that of the body whose it is and what it is
// on, "African Union special committee on Norland", and of an office with the words for whose it is:
// "Olvik district attorney's office". Any other name stays.
func (c *clauses) ownedName(head int, name string) string {
	owner := c.Child(head, "nmod:poss")
	switch noun := c.Tokens[head].Lemma; {
	case knowledge().words["office"][noun] && owner >= 0 && c.Tokens[owner].UPOS != "PRON":
		first, _ := c.Subtree(owner)
		for first < owner && c.Tokens[first].UPOS == "DET" {
			first++
		}
		return c.Text(first, head+1)
	case !knowledge().words["committee"][noun]:
		return name
	}
	if owner >= 0 {
		m, ok := c.cast.At(c.index, owner)
		if !ok || len(m.Who) != 1 || c.cast.Actors[m.Who[0]].Kind != parley.BodyActor {
			return name
		}
		name = c.cast.Actors[m.Who[0]].Name + " " + name
	}
	if c.isOnName(head) {
		name += " " + c.Text(head+1, c.nameEnd(head+2))
	}
	return name
}

// isOnName tells whether a name stands behind "on" right behind a noun: "committee on Norland".
func (c *clauses) isOnName(noun int) bool {
	name := noun + 2
	return name < len(c.Tokens) && c.lower(noun+1) == "on" && c.Tokens[name].UPOS == "PROPN" && c.Tokens[name].Head == noun
}

// besideName is the name of the body that a noun describes, which a comma parts from it: "the
// Harbour Institute (HI), a research centre", "the trade body, the Harbour Board".
func (c *clauses) besideName(head int) (string, bool) {
	if c.Tokens[head].UPOS != "NOUN" {
		return "", false
	}
	first, last := c.contiguous(head, besidePhrase)
	before, behind := first-2, last+1
	if first < 2 || c.Tokens[first-1].Text != "," {
		before = -1
	} else if c.Tokens[before].Text == ")" {
		for before > 0 && c.Tokens[before].Text != "(" {
			before--
		}
		before--
	}
	if last >= len(c.Tokens) || c.Tokens[last].Text != "," {
		behind = -1
	} else if behind < len(c.Tokens) && c.Tokens[behind].UPOS == "DET" {
		behind++
	}
	if last < len(c.Tokens) && c.Tokens[last].UPOS != "PUNCT" {
		before = -1 // "After talks with the board, a union said"
	}
	for _, n := range c.text.Names {
		if n.Sentence != c.index || n.Kind != english.Organisation {
			continue
		}
		if n.Last < len(c.Tokens) && n.First == behind && c.Tokens[n.Last].UPOS != "PUNCT" {
			continue
		}
		stands := before >= 0 && n.Last == before+1 || behind >= 0 && n.First == behind
		if stands && (n.Last-n.First > 1 || isUpper(c.nameText(n))) {
			return strings.TrimPrefix(c.nameText(n), "the "), true
		}
	}
	return c.setOffName(behind)
}

// besidePhrase are the relations of what is no part of the noun phrase that a name explains.
var besidePhrase = []string{
	"appos", "conj", "cc", "acl", "acl:relcl", "nmod", "case", "ccomp", "punct", "nsubj", "advmod",
}

// setOffName is the name of several words, of nobody whom the cast knows, between a token and a comma before a
// verb: "a rights group, Families of the Missing, said".
func (c *clauses) setOffName(first int) (string, bool) {
	if first < 0 {
		return "", false
	}
	last := first
	for last < len(c.Tokens) && last < first+longestPlainName && c.Tokens[last].UPOS != "PUNCT" && !c.isVerb(last) {
		if m, ok := c.cast.At(c.index, last); ok && len(m.Who) > 0 {
			return "", false
		}
		last++
	}
	beforeVerb := last+1 < len(c.Tokens) && c.Tokens[last].Text == "," && c.Tokens[last+1].UPOS == "VERB"
	if last-first < 2 || !beforeVerb || !c.capitals(first, last) {
		return "", false
	}
	return c.Text(first, last), true
}

// longestPlainName is how many words the name of a body has at most that commas alone tell.
const longestPlainName = 8

// setOffNoun is the noun of the phrase without a verb that commas set off behind a name, and the
// token that ends it: "newspaper" of "Olvik Post, the leading newspaper, …"; -1 where there is none.
func (c *clauses) setOffNoun(name int) (noun, end int) {
	return c.explains(c.nameEnd(name))
}

// explains is the noun of the phrase without a verb behind a comma, and the token that ends it; -1
// where none stands there.
func (c *clauses) explains(comma int) (noun, end int) {
	if comma+2 >= len(c.Tokens) || c.Tokens[comma].Text != "," || c.Tokens[comma+1].UPOS != "DET" {
		return -1, -1
	}
	noun = -1
	for end = comma + 2; end < min(comma+longestSetOff, len(c.Tokens)); end++ {
		switch t := &c.Tokens[end]; {
		case t.UPOS == "VERB" && !t.Is("amod") || t.UPOS == "AUX" || t.UPOS == "PRON":
			return -1, -1
		case t.UPOS == "PUNCT" && t.Text != "-":
			return noun, end
		case t.UPOS == "NOUN" && (noun < 0 || noun == end-1):
			noun = end
		}
	}
	return -1, -1
}

// explainedName is the name before the comma behind which a noun for a medium explains it: "at Stars and Sails, a
// Norlandic military newspaper, which said".
func (c *clauses) explainedName(head int) (string, bool) {
	det := c.Child(head, "det")
	if det < 2 || c.Tokens[det-1].Text != "," || c.Tokens[det-2].UPOS != "PROPN" {
		return "", false
	}
	first := det - 2
	for first > 0 && (capital(c.Tokens[first-1].Text) || first > 1 && c.Tokens[first-1].UPOS == "CCONJ" && c.Tokens[first-2].UPOS == "PROPN") {
		first--
	}
	if m, ok := c.cast.At(c.index, det-2); ok && len(m.Who) > 0 {
		return "", false
	}
	return c.Text(first, det-1), true
}

// placed is the name of a body with that of the place whose it is: "Bergen
// health ministry" of "Bergen's health ministry".
func (c *clauses) placed(head int) string {
	owner := c.Child(head, "nmod:poss")
	if owner < 0 || c.Tokens[owner].UPOS != "PROPN" {
		return c.bare(head)
	}
	return c.bare(owner) + " " + c.bare(head)
}

// title is what a document or a medium without a name is called: its noun with what stands before it.
func (c *clauses) title(head int) string {
	if c.Tokens[head].UPOS == "PROPN" {
		return c.bare(head)
	}
	return lasting(c.bare(head))
}

// byOwnName makes a body or a medium of a noun or name that nobody knows.
func (c *clauses) byOwnName(s Source, head int, kind parley.SourceKind) Source {
	s.Kind = parley.BodySource
	if s.Affiliation == "" && c.behindFellowSubject(head) {
		s.Affiliation = c.sideOf(head - 1)
	}
	if c.maySpeakAs(head, kind) {
		s.Kind = kind
	}
	s.Name = c.ownedName(head, c.inFull(c.bare(head)))
	if named, ok := c.besideName(head); ok {
		s.Name = named
	}
	if m, ok := c.matchAt(head); ok && m.Kind == lexicon.PlaceMatch && m.Place.Kind == "site" {
		s.Name = m.Place.Name // a plant by whichever of its names
	}
	s.Text = c.phrase(head, false)
	s.Evidence = []parley.Span{s.Text}
	if side, ok := c.media[strings.ToLower(s.Name)]; ok {
		s.Kind, s.Affiliation = parley.MediaSource, side
	}
	if s.Kind == parley.BodySource && c.Tokens[head].UPOS == "PROPN" && namesMedium(s.Name) {
		s.Kind = parley.MediaSource
	}
	return s
}

// behindFellowSubject tells whether the noun right before a name is a subject of the same verb in the parse: "Norland's
// harbour agency Olvik said".
func (c *clauses) behindFellowSubject(name int) bool {
	if name == 0 {
		return false
	}
	noun := &c.Tokens[name-1]
	return noun.UPOS == "NOUN" && noun.Is("nsubj") && noun.Head == c.Tokens[name].Head
}

// maySpeakAs tells whether a noun or name that nobody knows is a source of a kind. A name without an article is
// no document: "Report said".
func (c *clauses) maySpeakAs(head int, kind parley.SourceKind) bool {
	switch kind {
	case "", parley.AnonymousSource:
		return false
	case parley.MediaSource:
		return c.newsMedium(head)
	case parley.DocumentSource:
		return c.Tokens[head].UPOS != "PROPN" || c.Child(head, "det") >= 0
	}
	return true
}

// lasting leaves out the words that say when or where a document comes out, where more than a noun is
// left, and its year: "ministry statistics" of "latest ministry statistics", "report" of "2024 report".
func lasting(name string) string {
	for {
		adjective, rest, several := strings.Cut(name, " ")
		year := len(adjective) == 4 && strings.Trim(adjective, "0123456789") == ""
		passes := year || strings.Contains(rest, " ") && knowledge().words["passing"][strings.ToLower(adjective)]
		if !several || !passes {
			return name
		}
		name = rest
	}
}

// definite tells whether a noun has the article "the", behind which other words may stand.
func (c *clauses) definite(noun int) bool {
	det := c.Child(noun, "det")
	return det >= 0 && c.lower(det) == "the"
}

// behindThe tells whether "the" stands right before a noun: "the group", but not "the armed group".
func (c *clauses) behindThe(noun int) bool {
	return c.definite(noun) && c.Child(noun, "det") == noun-1
}

// genitive tells whether there is a token that is the mark of a genitive.
func (c *clauses) genitive(token int) bool {
	return token < len(c.Tokens) && c.Tokens[token].XPOS == "POS"
}
