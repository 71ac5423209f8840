package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
	"github.com/parleyrecord/parley/reader/actors"
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
	if strings.ContainsAny(name, " -'’.") || len(name) < 5 || strings.ToUpper(name) == name || strings.ToLower(name[1:]) == name[1:] {
		return false
	}
	return !slices.ContainsFunc([]string{"Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz", "O"}, func(start string) bool { return strings.HasPrefix(name, start) })
}

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
	if country, ok := f.lex.Country(a.ID); ok && (country.Code == "USA" || country.Code == "GBR" || country.Code == "ARE") {
		return "the " + a.Name
	}
	return a.Name
}

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
	return len(words) > 1 && (knowledge().words["medianame"][words[len(words)-1]] || knowledge().words["mediumfirst"][words[0]])
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
	if on := head + 2; on < len(c.Tokens) && c.lower(head+1) == "on" && c.Tokens[on].UPOS == "PROPN" && c.Tokens[on].Head == head {
		name += " " + c.Text(head+1, c.nameEnd(on))
	}
	return name
}

// besideName is the name of the body that a noun describes, which a comma parts from it: "the
// Harbour Institute (HI), a research centre", "the trade body, the Harbour Board".
func (c *clauses) besideName(head int) (string, bool) {
	if c.Tokens[head].UPOS != "NOUN" {
		return "", false
	}
	first, last := c.contiguous(head, []string{"appos", "conj", "cc", "acl", "acl:relcl", "nmod", "case", "ccomp", "punct", "nsubj", "advmod"})
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
		if n.Last < len(c.Tokens) && n.Sentence == c.index && n.First == behind && c.Tokens[n.Last].UPOS != "PUNCT" {
			continue
		}
		if n.Sentence == c.index && n.Kind == english.Organisation && (before >= 0 && n.Last == before+1 || behind >= 0 && n.First == behind) && (n.Last-n.First > 1 || isUpper(c.nameText(n))) {
			return strings.TrimPrefix(c.nameText(n), "the "), true
		}
	}
	return c.setOffName(behind)
}

// setOffName is the name of several words, of nobody whom the cast knows, between a token and a comma before a
// verb: "a rights group, Families of the Missing, said".
func (c *clauses) setOffName(first int) (string, bool) {
	if first < 0 {
		return "", false
	}
	last := first
	for last < len(c.Tokens) && last < first+longestPlainName && c.Tokens[last].UPOS != "PUNCT" && c.Tokens[last].UPOS != "VERB" && c.Tokens[last].UPOS != "AUX" {
		if m, ok := c.cast.At(c.index, last); ok && len(m.Who) > 0 {
			return "", false
		}
		last++
	}
	if last-first < 2 || last+1 >= len(c.Tokens) || c.Tokens[last].Text != "," || c.Tokens[last+1].UPOS != "VERB" || !c.capitals(first, last) {
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

// bare is a noun with what stands before it, without article and owner; of a
// name all that is written in capitals.
func (c *clauses) bare(head int) string {
	first := head
	for first > 0 && c.Dominates(head, first-1) && !c.Tokens[first-1].Is("det") && (c.Tokens[first-1].UPOS != "PUNCT" || c.Tokens[first-1].Text == "-" && c.joins(first-1)) && (c.Tokens[first-1].UPOS != "ADP" || c.genitive(first-1)) {
		if genitive := c.Tokens[first-1].Is("case"); genitive && (!c.proper(head) || !c.genitive(first-1)) {
			break
		}
		first--
	}
	for first == head && first > 0 && c.sharesVerb(first-1, head) {
		first--
	}
	for first < head && (c.Tokens[first].UPOS == "CCONJ" || c.Tokens[first].XPOS == "PRP$") {
		first++
	}
	for i := head - 1; i >= first && c.Tokens[head].UPOS == "PROPN"; i-- {
		if t := &c.Tokens[i]; (t.UPOS == "NOUN" || t.UPOS == "ADJ" || t.UPOS == "VERB" || i == first) && strings.ToLower(t.Text) == t.Text {
			first = i + 1 // "rebel" before the name of a council
		}
	}
	for i, end := 0, c.throughName(head); first == 0 && c.Paragraph > 0 && i+1 < end; i++ {
		if c.Tokens[i+1].UPOS == "PROPN" && actors.BeforeFirm(c.Tokens[i].Text) {
			return c.Text(i+1, end) // "Carmaker Norvik", "Gold miner Norvik"
		}
	}
	if first < head && (c.genitive(first) || first > 0 && c.Tokens[first-1].Text == "-" && c.Tokens[first].UPOS == "VERB") {
		first++ // "the city's board", "the city-run board"
	}
	for i := first + 1; i < head; i++ {
		if m, ok := c.matchAt(i - 1); c.genitive(i) && ok && m.Kind == lexicon.StateMatch {
			first = i + 1 // "Norway's National Harbour Centre"
		}
	}
	end := c.throughName(head)
	if c.closesName(head, end) {
		end++
	}
	return c.Text(first, end)
}

// sharesVerb tells whether the parse gives a verb two words of one name for subjects: "Hagen Norvik said".
func (c *clauses) sharesVerb(word, head int) bool {
	a, b := &c.Tokens[word], &c.Tokens[head]
	return a.UPOS == "PROPN" && b.UPOS == "PROPN" && a.Is("nsubj") && b.Is("nsubj") && a.Head == b.Head && !c.time(word)
}

// closesName tells whether the mark of a genitive ends a company's name rather than tell whose something is: "Norvik's
// said".
func (c *clauses) closesName(head, mark int) bool {
	return c.genitive(mark) && c.Tokens[head].UPOS == "PROPN" && !c.Tokens[head].Is("nmod:poss") && (c.Tokens[head].Is("nsubj") || c.marker(head) == "to")
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
	if noun := head - 1; s.Affiliation == "" && noun >= 0 && c.Tokens[noun].UPOS == "NOUN" && c.Tokens[noun].Is("nsubj") && c.Tokens[noun].Head == c.Tokens[head].Head {
		s.Affiliation = c.sideOf(noun) // "Norland's harbour agency Olvik"
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

// maySpeakAs tells whether a noun or name that nobody knows is a source of a kind. A name without an article is
// no document: "Report said".
func (c *clauses) maySpeakAs(head int, kind parley.SourceKind) bool {
	switch kind {
	case "", parley.AnonymousSource:
		return false
	case parley.MediaSource:
		return c.calledMedium(head) && c.ofNews(head)
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

// throughName is the end of the name that a token heads, with what it is of: "Department of
// Health and Human Services".
func (c *clauses) throughName(head int) int {
	last := head + 1
	for last < len(c.Tokens) && (c.Tokens[last].Is("flat") || c.Tokens[last].Text == "-" && c.joins(last) && c.Tokens[last+1].Is("flat")) {
		last++
	}
	capital := func(i int) bool {
		if m, ok := c.matchAt(i); ok && m.Title.Class == lexicon.OfficeClass || c.namesPerson(i) {
			return false
		}
		return i < len(c.Tokens) && strings.ToLower(c.Tokens[i].Text) != c.Tokens[i].Text && (c.Tokens[i].UPOS == "PROPN" || c.Tokens[i].UPOS == "ADJ" || c.Tokens[i].UPOS == "NOUN" || c.Tokens[i].UPOS == "DET")
	}
	for of := false; c.proper(head) && last+1 < len(c.Tokens); {
		within := c.taggedBody(head, last+1)
		switch word := c.lower(last); {
		case (word == "of" || word == "for") && capital(last+1) && (c.Dominates(head, last+1) || within):
			of = true
		case c.Tokens[last].UPOS == "ADP" && word != c.Tokens[last].Text && capital(last+1): // "Fishermen Against Nets"
		case word == "to" && c.Tokens[last+1].UPOS == "VERB" && strings.ToLower(c.Tokens[last+1].Text) != c.Tokens[last+1].Text && c.Dominates(head, last+1):
			last++ // "Front to Defend the Harbour"
		case (word == "and" || word == "&" || word == ",") && of && capital(last+1) && c.Dominates(head, last+1):
		default:
			return last
		}
		for last++; (capital(last) || last+1 < len(c.Tokens) && c.Tokens[last].Text == "-" && capital(last+1)) && (c.Dominates(head, last) || within && c.taggedBody(head, last)); last++ {
		}
	}
	return last
}

// taggedBody tells whether the tagger takes two tokens for parts of one organisation's name, whatever the parse
// has hung the second on.
func (c *clauses) taggedBody(head, token int) bool {
	return slices.ContainsFunc(c.text.Names, func(n english.Name) bool {
		return n.Sentence == c.index && n.Kind == english.Organisation && n.First <= head && token < n.Last
	})
}

// proper tells whether a noun is a name or the noun of one, which has a capital within a sentence.
func (c *clauses) proper(token int) bool {
	return c.Tokens[token].UPOS == "PROPN" || token > 0 && c.Paragraph > 0 && capital(c.Tokens[token].Text) && (!c.edge(token-1) || c.genitive(token-1) || c.joins(token-1) && capital(c.Tokens[token-2].Text))
}

// capitalAlone tells whether a noun that nobody knows is a name by its capital within a sentence whose other
// nouns have none: "according to Norvik".
func (c *clauses) capitalAlone(head int) bool {
	if c.Tokens[head].UPOS != "NOUN" || c.Paragraph == 0 || !c.proper(head) && !c.properElsewhere(head) || c.Tokens[head].Feat("Number") == "Plur" {
		return false
	}
	return slices.ContainsFunc(c.Tokens, func(t english.Token) bool { return t.UPOS == "NOUN" && !capital(t.Text) })
}

// properElsewhere tells whether the word with which a sentence begins has its capital within another one too.
func (c *clauses) properElsewhere(head int) bool {
	return head == 0 && capital(c.Tokens[0].Text) && slices.ContainsFunc(c.text.Sentences, func(s english.Sentence) bool {
		return s.Paragraph > 0 && len(s.Tokens) > 1 && slices.ContainsFunc(s.Tokens[1:], func(t english.Token) bool { return t.Text == c.Tokens[0].Text && t.UPOS == "PROPN" })
	})
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
