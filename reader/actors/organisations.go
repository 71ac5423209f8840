package actors

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// organisation is a name of several words of which the lexicon knows only a part, that
// part naming somebody else: "Brussels Airlines", "the World Harbour Congress".
type organisation struct {
	first, last, head int    // last exclusive
	side              string // the state in the name of a body of its own
	at                lexicon.Match
}

// gatherAmpersands finds the names in which "&" stands, of whose words nobody else is named: "Kovar & Holm".
func (f *finder) gatherAmpersands() {
	f.organisations = make([][]organisation, len(f.names))
	for _, n := range f.cast.text.Names {
		if n.Kind == english.Organisation && f.ampersand(n) {
			f.organisations[n.Sentence] = append(f.organisations[n.Sentence], organisation{first: n.First, last: n.Last, head: f.sentence(n.Sentence).Anchor(n.First, n.Last)})
			f.cast.Matches[n.Sentence] = slices.DeleteFunc(f.cast.Matches[n.Sentence], func(m lexicon.Match) bool { return m.First >= n.First && m.Last < n.Last })
			f.cover(n.Sentence)
		}
	}
}

// gatherOrganisations finds such names, so that nobody reads them by a part.
func (f *finder) gatherOrganisations() {
	for _, n := range append(f.branches(), f.cast.text.Names...) {
		if n.Kind != english.Organisation {
			continue
		}
		if f.ampersand(n) {
			continue
		}
		if o, ok := f.partlyKnown(n); ok {
			f.organisations[n.Sentence] = append(f.organisations[n.Sentence], o)
			f.forget(n.Sentence, o)
		}
	}
}

// ampersand tells whether "&" stands in a name that the lexicon does not know as a whole.
func (f *finder) ampersand(n english.Name) bool {
	if m, ok := f.matchAt(n.Sentence, n.First); ok && m.First <= n.First && m.Last >= n.Last-1 {
		return false
	}
	return slices.ContainsFunc(f.sentence(n.Sentence).Tokens[n.First:n.Last], func(t english.Token) bool { return t.Text == "&" })
}

// addLeague makes a mention of a body of states that the text has named, by a noun for such bodies: "the bloc", "the
// alliance's foreign ministers".
func (f *finder) addLeague(sentence, token int) bool {
	s := f.sentence(sentence)
	ids := again().leagues[strings.ToLower(s.Tokens[token].Text)]
	if ids == nil || token == 0 || strings.ToLower(s.Tokens[token-1].Text) != "the" || s.Tokens[token].Is("compound") {
		return false
	}
	for k := len(f.cast.Mentions) - 1; k >= 0; k-- {
		for _, who := range f.cast.Mentions[k].Who {
			if slices.Contains(ids, f.cast.Actors[who].ID) {
				f.add(Mention{Sentence: sentence, Head: token, First: token - 1, Last: token + 1, Form: Named, Who: []int{who}})
				return true
			}
		}
	}
	return false
}

// branches are names that the parse alone tells: of a state behind a name of which it is
// part, "Harbour Norland".
func (f *finder) branches() (found []english.Name) {
	for i := range f.cast.Matches {
		for _, m := range f.cast.Matches[i] {
			if m.Kind != lexicon.StateMatch || m.First != m.Last {
				continue
			}
			tokens, first := f.sentence(i).Tokens, m.First
			for first > 0 && tokens[first-1].UPOS == "PROPN" && besideState(&tokens[first-1], &tokens[m.First], m.First) && f.cast.at[i][first-1] == 0 && !means("part", strings.ToLower(tokens[first-1].Text)) {
				first--
			}
			if first < m.First {
				found = append(found, english.Name{Sentence: i, First: first, Last: m.First + 1, Kind: english.Organisation})
			}
		}
	}
	return found
}

// besideState tells whether the parse takes a word for part of a name that ends with a state, or makes both the
// subject of one verb: "Harbour Norland said".
func besideState(word, state *english.Token, at int) bool {
	return word.Is("compound") && word.Head == at || word.Is("nsubj") && state.Is("nsubj") && word.Head == state.Head
}

// forget takes a body out of the lexicon's matches of a sentence that the end of another
// one's name was taken for.
func (f *finder) forget(sentence int, o organisation) {
	f.cast.Matches[sentence] = slices.DeleteFunc(f.cast.Matches[sentence], func(m lexicon.Match) bool {
		return m.First > o.first && m.Last < o.last && m.Kind == lexicon.BodyMatch
	})
	f.cover(sentence)
}

// partlyKnown tells whether a name holds a known one and words beside it that are no title,
// no body of a state and nobody's name.
func (f *finder) partlyKnown(n english.Name) (organisation, bool) {
	tokens := f.sentence(n.Sentence).Tokens
	o := organisation{first: n.First, last: n.Last}
	for o.first < o.last && (tokens[o.first].UPOS == "DET" || !capital(tokens[o.first].Text)) {
		o.first++ // "pro-Norland Harbour Party"
	}
	known, unknown, states, bodies, official, local := false, false, 0, 0, false, false
	for token := o.first; token < o.last; token++ {
		m, ok := f.matchAt(n.Sentence, token)
		switch {
		case !ok || m.Kind == lexicon.RoleMatch || m.Kind == lexicon.PlaceMatch:
			letter, _ := utf8.DecodeRuneInString(tokens[token].Text)
			if capital := unicode.IsUpper(letter); !capital && tokens[token].UPOS != "ADP" && tokens[token].UPOS != "CCONJ" {
				return o, false
			} else if capital && tokens[token].UPOS != "PROPN" && tokens[token].XPOS != "NNP" {
				return o, false
			}
			unknown = unknown || tokens[token].UPOS == "PROPN"
		case m.First < o.first || m.Last >= o.last:
			return o, false
		case m.Kind == lexicon.BodyNounMatch && m.Last == o.last-1 && m.First > o.first && !f.stateAt(n.Sentence, m.First-1):
			official, token = true, m.Last // "Norland National Harbour Administration"
		case m.Kind == lexicon.BodyMatch && tokens[m.Last].XPOS == "NNPS":
			return o, false // "House Republicans" are Republicans
		case m.Kind == lexicon.StateMatch, m.Kind == lexicon.DemonymMatch, m.Kind == lexicon.MetonymMatch, m.Kind == lexicon.BodyMatch:
			if m.Kind == lexicon.StateMatch {
				states++
				o.side, o.at = m.Actor.ID, *m
			}
			known = known || m.Kind != lexicon.DemonymMatch
			if m.Kind == lexicon.BodyMatch {
				bodies++
			}
			unknown = unknown || bodies > 1                                         // "Harbour Party Congress" is neither
			local = local || m.Kind == lexicon.BodyMatch && m.Actor.Sector == "NGO" // "Greenpeace Norland"
			unknown = unknown || m.Kind == lexicon.DemonymMatch && m.Actor.ID == ""
			token = m.Last
		default:
			return o, false
		}
	}
	if !official {
		o.side = "" // an airline speaks for no state
	}
	o.head = o.last - 1
	for token := o.first; token < o.last; token++ {
		if h := tokens[token].Head; (h < o.first || h >= o.last) && !tokens[token].Is("case") && !tokens[token].Is("det") {
			o.head = token
			break
		}
	}
	if last := o.last - 1; tokens[last].Is("nsubj") && tokens[last].Head == tokens[o.head].Head {
		o.head = last // where the parser gives a verb two subjects
	}
	return o, known && (unknown || local && states == 1) && states < 2 && tokens[o.head].UPOS == "PROPN"
}

// stateAt tells whether a token belongs to the name of a state or its people.
func (f *finder) stateAt(sentence, token int) bool {
	m, ok := f.matchAt(sentence, token)
	return ok && (m.Kind == lexicon.StateMatch || m.Kind == lexicon.DemonymMatch || m.Kind == lexicon.MetonymMatch)
}

// addOrganisation makes a mention of such a name at its head, and tells whether a token
// belongs to one.
func (f *finder) addOrganisation(sentence, token int) bool {
	k := slices.IndexFunc(f.organisations[sentence], func(o organisation) bool { return o.first <= token && token < o.last })
	if k < 0 {
		return false
	}
	o := &f.organisations[sentence][k]
	if t := &f.sentence(sentence).Tokens[token]; token != o.head || t.Is("compound") || t.Is("nmod:desc") || f.titleAt(sentence, o.last) {
		return true
	}
	span := f.span(sentence, o.first, o.last)
	name := f.sentence(sentence).Text(f.cast.text.Source, o.first, o.last)
	a := parley.Actor{ID: slug(name), Name: name, Kind: parley.BodyActor, Affiliation: o.side}
	if o.side != "" {
		a.Spans = []parley.Evidence{{Field: "affiliation", Span: f.span(sentence, o.at.First, o.at.Last+1)}}
	}
	first, last := f.phrase(sentence, token)
	f.add(Mention{Sentence: sentence, Head: token, First: min(first, o.first), Last: max(last, o.last), Form: Named, Who: []int{f.enter(lexicon.NameKey(name), a, span)}})
	return true
}

// gatheringNamed enters the body whose name a noun for parties, companies and the like ends or begins:
// "Norland's ruling Harbour Party", "the Bank of Norland".
func (f *finder) gatheringNamed(mention Mention, m *lexicon.Match, whose owner) (int, bool) {
	tokens := f.sentence(mention.Sentence).Tokens
	if m.Title.Class != lexicon.GatheringClass || mention.Plural || whose.actor.Kind != parley.StateActor {
		return 0, false
	}
	if m.First != m.Last || tokens[m.First].UPOS != "PROPN" || !capital(tokens[m.First].Text) {
		return 0, false // "Norland's ruling party"
	}
	first, last := m.First, m.Last+1
	for first > 0 && capital(tokens[first-1].Text) && tokens[first-1].UPOS != "DET" && !f.stateAt(mention.Sentence, first-1) {
		first--
	}
	if first == m.First && last+1 < len(tokens) && strings.EqualFold(tokens[last].Text, "of") && whose.first == last+1 {
		last = whose.last + 1
	}
	if last-first < 2 || first == 0 && f.sentence(mention.Sentence).Paragraph == 0 {
		return 0, false
	}
	span := f.span(mention.Sentence, first, last)
	name := f.sentence(mention.Sentence).Text(f.cast.text.Source, first, last)
	a := parley.Actor{ID: slug(name), Name: name, Kind: parley.BodyActor, Affiliation: whose.of, Sector: m.Title.Sector}
	a.Spans = []parley.Evidence{{Field: "affiliation", Span: f.span(mention.Sentence, whose.first, whose.last+1)}}
	return f.enter(lexicon.NameKey(name), a, span), true
}

// titleAt tells whether a token opens an office or a rank: "Harbour Bank of Norland chairman".
func (f *finder) titleAt(sentence, token int) bool {
	if token >= len(f.sentence(sentence).Tokens) {
		return false
	}
	m, ok := f.matchAt(sentence, token)
	return ok && m.Kind == lexicon.OfficeMatch
}

// gatherFirms finds the names that the tagger takes for somebody's and the text for a company's: one is
// called so, ends so, or goes on as "it" ("Norvik said it would pay"), and one of a single word is tagged
// so more often.
func (f *finder) gatherFirms() {
	f.firms = map[string]bool{}
	votes := map[string]int{}
	for _, n := range f.cast.text.Names {
		n.First = f.behindKind(n)
		if mark := n.Last; f.ownsNothing(n) {
			if n.Last = mark; f.genitive(n.Sentence, mark-1) {
				n.Last--
			}
			f.firms[f.nameOf(n)] = true
			continue
		}
		name, single := f.nameOf(n), n.Last == n.First+1
		switch {
		case single && n.Kind == english.Organisation:
			votes[name] += 2 // the tagger errs by calling names people
		case single && n.Kind == english.Person:
			votes[name]--
			f.firms[name] = f.firms[name] || f.toldAsFirm(n) || f.calledBody(n.Sentence, n.First)
		case n.Kind == english.Person && !f.titleAt(n.Sentence, max(0, n.First-1)):
			f.firms[name] = f.firms[name] || f.toldAsFirm(n) || f.endsFirm(n)
		}
	}
	f.gatherLargest()
	for word, vote := range votes {
		f.firms[word] = (f.firms[word] || vote > 0) && len(f.lex.SurnamedOn(word, f.day)) == 0
	}
}

// ownsNothing tells whether the mark of a genitive ends a name that is a subject: a company's, as in "Norvik's said".
func (f *finder) ownsNothing(n english.Name) bool {
	s := f.sentence(n.Sentence)
	mark := n.Last
	if f.genitive(n.Sentence, mark-1) {
		mark--
	}
	if mark <= n.First || !f.genitive(n.Sentence, mark) || mark+1 >= len(s.Tokens) {
		return false
	}
	top, next := &s.Tokens[s.Anchor(n.First, mark)], s.Tokens[mark+1].UPOS
	return top.Is("nsubj") && top.Head == mark+1 && next == "VERB" || next == "PUNCT" && behindAccordingTo(s, n.First)
}

// behindAccordingTo tells whether "according to" stands right before a token.
func behindAccordingTo(s *english.Sentence, token int) bool {
	return token > 1 && strings.EqualFold(s.Tokens[token-1].Text, "to") && strings.EqualFold(s.Tokens[token-2].Text, "according")
}

// genitive tells whether a token is the mark of a genitive.
func (f *finder) genitive(sentence, token int) bool {
	s := f.sentence(sentence)
	return token < len(s.Tokens) && s.Tokens[token].XPOS == "POS"
}

// toldAsFirm tells whether the text tells by the words around a name that it is a company's.
func (f *finder) toldAsFirm(n english.Name) bool {
	return f.calledFirm(n.Sentence, n.First) || f.goesOnAsIt(n.Sentence, n.First) || f.employs(n) || f.explainedAsFirm(n)
}

// employs tells whether somebody is told to work at what bears a name, or for it by a noun for those who work for
// companies, so that it is nobody: "an analyst at Hagen Volta", "Hagen Volta's chief economist".
func (f *finder) employs(n english.Name) bool {
	tokens := f.sentence(n.Sentence).Tokens
	if n.First > 1 && strings.EqualFold(tokens[n.First-1].Text, "at") {
		m, ok := f.matchAt(n.Sentence, n.First-2)
		return ok && m.Kind == lexicon.RoleMatch && m.Title.Class == lexicon.RoleClass
	}
	noun := n.Last
	if f.genitive(n.Sentence, noun) {
		noun++
	}
	for noun+1 < len(tokens) && (tokens[noun].UPOS == "ADJ" || tokens[noun].UPOS == "NOUN") && tokens[noun+1].UPOS == "NOUN" {
		noun++
	}
	if noun+1 >= len(tokens) || len(f.lex.Named(f.nameOf(n))) > 0 {
		return false
	}
	leads := tokens[noun].Lemma == "head" && tokens[noun+1].Text == "of" && noun > n.Last && n.Last-n.First > 1 // "Hagen Volta's head of research"
	return leads || means("employee", tokens[noun].Lemma)
}

// explainedAsFirm tells whether a phrase behind a comma says that a name is that of a company or another body, by a
// noun that means no people: "Hagen Volta, an energy consultancy".
func (f *finder) explainedAsFirm(n english.Name) bool {
	tokens := f.sentence(n.Sentence).Tokens
	noun := n.Last + 2
	if noun >= len(tokens) || tokens[n.Last].Text != "," || tokens[n.Last+1].UPOS != "DET" {
		return false
	}
	for noun+1 < len(tokens) && (tokens[noun].UPOS == "ADJ" || tokens[noun+1].UPOS == "NOUN" || tokens[noun].Text == "-" || tokens[noun+1].Text == "-") {
		noun++
	}
	if f.genitive(n.Sentence, noun+1) {
		return false // "Anna Kovar, the company's lawyer"
	}
	m, ok := f.matchAt(n.Sentence, noun)
	return tokens[noun].UPOS == "NOUN" && (means("call", tokens[noun].Text) || means("house", tokens[noun].Text) || ok && means("business", m.Title.Name))
}

// nameOf is the text of a name from where it begins.
func (f *finder) nameOf(n english.Name) string {
	return f.sentence(n.Sentence).Text(f.cast.text.Source, n.First, n.Last)
}

// endsFirm tells whether a name ends with a word for what kind of company it is: "Norvik AG".
func (f *finder) endsFirm(n english.Name) bool {
	return means("form", strings.Trim(f.sentence(n.Sentence).Tokens[n.Last-1].Text, "."))
}

// BeforeFirm tells whether a word is a noun that stands before the name of a company: "carmaker".
func BeforeFirm(word string) bool { return means("firm", strings.ToLower(word)) }

// behindKind is where a name begins that the tagger lets begin with the noun for a company at the head of its
// sentence: "Carmaker Norvik said".
func (f *finder) behindKind(n english.Name) int {
	if n.First == 0 && n.Last > 1 && BeforeFirm(f.sentence(n.Sentence).Tokens[0].Text) {
		return 1
	}
	return n.First
}

// calledFirm tells whether a noun for a company or where it is based stands right before a
// name.
func (f *finder) calledFirm(sentence, token int) bool {
	if token == 0 {
		return false
	}
	if tokens := f.sentence(sentence).Tokens; token > 2 && means("based", strings.ToLower(tokens[token-1].Text)) && tokens[token-2].Text == "-" {
		return true // "Oslo-based Norvik"
	}
	before := &f.sentence(sentence).Tokens[token-1]
	m, ok := f.matchAt(sentence, token-1)
	return BeforeFirm(before.Text) || ok && means("business", m.Title.Name) && before.UPOS == "NOUN"
}

// calledBody tells whether a noun for a body that is no company stands right before a name: "watchdog Norvik".
func (f *finder) calledBody(sentence, token int) bool {
	if token == 0 {
		return false
	}
	before := &f.sentence(sentence).Tokens[token-1]
	return before.UPOS == "NOUN" && means("call", before.Text)
}

// goesOnAsIt tells whether what a name says begins with "it".
func (f *finder) goesOnAsIt(sentence, token int) bool {
	s := f.sentence(sentence)
	for s.Tokens[token].Is("appos") || s.Tokens[token].Is("compound") || s.Tokens[token].Is("flat") {
		token = s.Tokens[token].Head // "a rival, Norvik, said it"
	}
	t := &s.Tokens[token]
	if !t.Is("nsubj") || t.Head < 0 || s.Child(t.Head, "nsubj") != token {
		return false
	}
	clause := s.Child(t.Head, "ccomp")
	if clause < 0 {
		return false
	}
	subject := s.Child(clause, "nsubj")
	return subject > token && strings.EqualFold(s.Tokens[subject].Text, "it") && s.Tokens[clause].UPOS == "VERB"
}
