package actors

import (
	"maps"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/lexicon"
)

// addCountry makes a mention of a state by its name, its people or its seat.
// An adjective is none: "Russian" in "Russian troops" says whose they are.
func (f *finder) addCountry(sentence, token int, m *lexicon.Match) {
	t := &f.sentence(sentence).Tokens[token]
	adjective := t.UPOS == "ADJ" && m.Kind == lexicon.DemonymMatch
	if m.Part || adjective || t.Is("amod") || m.Kind == lexicon.DemonymMatch && f.before(sentence, m.Last+1) {
		return
	}
	actor := f.enter(m.Actor.ID, m.Actor, f.span(sentence, m.First, m.Last+1))
	f.add(Mention{
		Sentence: sentence, Head: token, First: m.First, Last: m.Last + 1, Form: ByCountry, Who: []int{actor},
		Affiliation: m.Actor.ID, Seat: m.Kind != lexicon.DemonymMatch, Plural: m.Kind == lexicon.DemonymMatch,
	})
}

// before tells whether a noun or adjective follows directly, so that a word of
// nationality belongs to it.
func (f *finder) before(sentence, next int) bool {
	tokens := f.sentence(sentence).Tokens
	if next >= len(tokens) {
		return false
	}
	switch tokens[next].UPOS {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return false
}

// addKnown makes a mention of a body, group or medium that the lexicon knows.
func (f *finder) addKnown(sentence, token int, m *lexicon.Match) {
	t := &f.sentence(sentence).Tokens[token]
	if m.Kind == lexicon.MediaMatch && t.Is("compound") && t.Head == m.Last+1 && means("outlet", f.sentence(sentence).Tokens[t.Head].Lemma) {
		token = t.Head // "Reuters" in "the Reuters agency"
		t = &f.sentence(sentence).Tokens[token]
	}
	if m.Part || t.Is("compound") && !f.setApart(sentence, m) || t.Is("nmod:desc") {
		return
	}
	first, last := f.phrase(sentence, token)
	known := m.Actor
	if other, ok := f.namesake(sentence, m); ok {
		known = other
	}
	actor := f.enter(known.ID, known, f.span(sentence, m.First, m.Last+1))
	f.add(Mention{
		Sentence: sentence, Head: token, First: min(first, m.First), Last: max(last, m.Last+1), Form: Named, Who: []int{actor},
		Seat: m.Place.Name != "",
	})
}

// setApart tells whether a mark parts a name from the noun before it that the parse joins it
// to, as in headlines: "Talks with Norland to go on — NATO".
func (f *finder) setApart(sentence int, m *lexicon.Match) bool {
	tokens := f.sentence(sentence).Tokens
	return m.First > 0 && tokens[m.First-1].UPOS == "PUNCT" && tokens[m.Last].Head < m.First && !strings.ContainsAny(tokens[m.First-1].Text, "-(")
}

// namesake is the body of another state that bears the name of a known one: "the
// German Foreign Office" is not the British one.
func (f *finder) namesake(sentence int, m *lexicon.Match) (parley.Actor, bool) {
	if m.Actor.Kind == parley.BodyActor {
		for _, a := range f.cast.Actors { // "the Joint Chiefs of Staff" after "South Korea's Joint Chiefs"
			if a.Kind == parley.BodyActor && a.ID != m.Actor.ID && strings.HasSuffix(a.Name, " "+m.Actor.Name) {
				return a, true
			}
		}
	}
	at := m.First - 1
	if at > 0 && f.sentence(sentence).Tokens[at].XPOS == "POS" {
		at-- // "Norway's Foreign Office"
	}
	if at < 0 {
		return parley.Actor{}, false
	}
	before, ok := f.matchAt(sentence, at)
	if !ok || before.Kind != lexicon.DemonymMatch && before.Kind != lexicon.StateMatch || before.Actor.ID == "" || before.Actor.ID == m.Actor.Affiliation || m.Actor.Kind != parley.BodyActor {
		return parley.Actor{}, false
	}
	if m.Actor.Sector == "PTY" {
		name := f.lex.Demonym(before.Actor.ID) + " " + m.Actor.Name // "Norway's Labour Party"
		return parley.Actor{ID: slug(name), Name: name, Kind: parley.BodyActor, Affiliation: before.Actor.ID, Sector: "PTY"}, true
	}
	return f.lex.StateBody(f.words(sentence, m), before.Actor.ID)
}

// addStateBody makes a mention of a state's body: "Russia's Defense Ministry".
// One without an owner is the one of that kind that was named before, else that
// of the outlet's country.
func (f *finder) addStateBody(sentence, token int, m *lexicon.Match) {
	t := &f.sentence(sentence).Tokens[token]
	if t.Is("compound") || t.Is("nmod:desc") || t.UPOS == "ADJ" || t.UPOS == "VERB" || f.cast.OfRivals(sentence, m.First) {
		return
	}
	if means("twofold", strings.ToLower(t.Text)) {
		if named, ok := f.namedApposition(sentence, token); ok {
			f.cast.at[sentence][token] = f.cast.at[sentence][named] // "the public prosecutor, Anna Kovar"
			return
		}
	}
	first, last := f.phrase(sentence, token)
	mention := Mention{Sentence: sentence, Head: token, First: first, Last: last, Form: ByBody}
	if local, ok := f.enterLocalBody(sentence, m); ok {
		mention.Who = []int{local}
		f.add(mention)
		return
	}
	whose, ok := f.ownerOf(sentence, token, m.First, m.Last+1)
	if !ok && m.Noun.Sector != "MIL" {
		whose, ok = f.ownerAgain(sentence, token)
	}
	if ok && whose.person && !means("governs", strings.ToLower(m.Noun.Name)) {
		ok = false // but "Chancellor Kovar's government"
	}
	if !ok && nationsOwn(f.sentence(sentence), m) {
		return
	}
	actor, found := 0, false
	if ok {
		actor, found = f.enterBody(sentence, m, whose.of)
	} else if of := f.stateMeant(sentence, token); of != "" {
		actor, found = f.enterBody(sentence, m, of)
	} else if actor, found = f.bodyBefore(m.Noun); !found && f.definite(sentence, token) && (strings.Contains(m.Noun.Name, " ") || headOf(m.Noun) != "") {
		if country := f.stateOf(sentence, m); country != "" {
			actor, found = f.enterBody(sentence, m, country)
		}
	}
	if found {
		mention.Who = []int{actor}
	}
	mention.Affiliation = whose.of
	f.add(mention)
}

// stateMeant is the state that "its" before a body means: "its finance ministry"; "" where it means none.
func (f *finder) stateMeant(sentence, noun int) string {
	s := f.sentence(sentence)
	owner := s.Child(noun, "nmod:poss")
	if owner < 0 || !strings.EqualFold(s.Tokens[owner].Text, "its") {
		return ""
	}
	actor, ok := f.possessor(sentence, owner)
	if !ok || f.cast.Actors[actor].Kind != parley.StateActor {
		return ""
	}
	return f.cast.Actors[actor].ID
}

// nationsOwn tells whether a body is the United Nations' own where no state is told whose it is: "the UN
// mission", but not "Norland's UN mission".
func nationsOwn(s *english.Sentence, m *lexicon.Match) bool {
	first := strings.ReplaceAll(strings.ToUpper(s.Tokens[m.First].Text), ".", "")
	return m.Kind == lexicon.BodyNounMatch && first == "UN" && m.Last > m.First
}

// enterLocalBody enters the body that a place has of its own and no state: "the Olvik High
// Court", "Olvik's health ministry".
func (f *finder) enterLocalBody(sentence int, m *lexicon.Match) (int, bool) {
	tokens := f.sentence(sentence).Tokens
	at := m.First - 1
	if at > 0 && tokens[at].XPOS == "POS" {
		at--
	}
	if at < 0 {
		return 0, false
	}
	place, ok := f.matchAt(sentence, at)
	if !ok || place.Kind != lexicon.PlaceMatch || place.Last != at || place.Open {
		return 0, false
	}
	name := f.words(sentence, place) + " " + f.words(sentence, m)
	span := f.span(sentence, place.First, m.Last+1)
	if known := f.lex.Named(name); len(known) == 1 && known[0].Kind == parley.BodyActor {
		return f.enter(known[0].ID, known[0], span), true
	}
	return f.enter(lexicon.NameKey(name), parley.Actor{ID: slug(name), Name: name, Kind: parley.BodyActor, Sector: m.Noun.Sector}, span), true
}

func (f *finder) definite(sentence, token int) bool {
	s := f.sentence(sentence)
	det := s.Child(token, "det")
	return det >= 0 && strings.EqualFold(s.Tokens[det].Text, "the") || s.Tokens[token].UPOS == "PROPN"
}

func (f *finder) enterBody(sentence int, m *lexicon.Match, of string) (int, bool) {
	a, ok := f.lex.StateBody(m.Noun.Name, of)
	if !ok {
		return 0, false
	}
	return f.enter(a.ID, a, f.span(sentence, m.First, m.Last+1)), true
}

// stateOf is the state whose body of a kind is meant where nothing beside it says so: of a ministry
// that of which the sentence before told, else that of
// its head whom the text has named, the one that the text is about or, of a ministry, the
// outlet's own where the text names it.
func (f *finder) stateOf(sentence int, m *lexicon.Match) string {
	office := headOf(m.Noun)
	if before, ok := f.subjectBefore(sentence); ok && office != "" && f.cast.Actors[before].Kind == parley.StateActor {
		return f.cast.Actors[before].ID
	}
	whose, several := "", false
	for i := range f.cast.Actors {
		for _, o := range f.cast.Actors[i].Offices {
			if office != "" && o.Title == office && o.Of != "" && o.HeldOn(f.day) {
				several = several || whose != "" && whose != o.Of
				if whose == "" || o.Of == f.home {
					whose = o.Of
				}
			}
		}
	}
	if several && whose != f.home {
		whose = ""
	}
	if whose == "" {
		whose = f.country()
	}
	if whose == "" && !several && f.told[f.home] > 0 && strings.Contains(strings.ToLower(f.words(sentence, m)), "ministry") {
		whose = f.home
	}
	return whose
}

// headOf is the office of who heads a body of a kind: of a foreign ministry the foreign minister,
// of a presidency the president; "" where none does by name.
func headOf(noun lexicon.BodyNoun) string {
	name := strings.ToLower(noun.Name)
	if title, ok := strings.CutSuffix(name, " ministry"); ok {
		return title + " minister"
	}
	if name == "presidency" {
		return "president"
	}
	return ""
}

// country is the one that a text is about: the one that it names most, if that
// is twice as often as any other or the outlet's own; the outlet's own where none
// is named.
func (f *finder) country() string {
	if f.about != "" {
		return f.about
	}
	counts := map[string]int{}
	f.told = counts
	for i := range f.cast.Matches {
		for k := range f.cast.Matches[i] {
			switch m := &f.cast.Matches[i][k]; m.Kind {
			case lexicon.StateMatch, lexicon.DemonymMatch, lexicon.MetonymMatch:
				counts[m.Actor.ID]++
			}
		}
	}
	best, second := "", 0
	for _, a := range slices.Sorted(maps.Keys(counts)) {
		switch {
		case counts[a] > counts[best]:
			best, second = a, counts[best]
		case counts[a] > second:
			second = counts[a]
		}
	}
	switch {
	case best == "":
		f.about = f.home
	case counts[best] >= 2*second || best == f.home:
		f.about = best
	}
	return f.about
}

// bodyBefore finds the body of a kind that the text has named last.
func (f *finder) bodyBefore(noun lexicon.BodyNoun) (int, bool) {
	var bodies []int
	for i, a := range f.cast.Actors {
		if a.Kind == parley.BodyActor && strings.HasSuffix(strings.ToLower(a.Name), " "+strings.ToLower(noun.Name)) {
			bodies = append(bodies, i)
		}
	}
	return f.mostSalient(bodies)
}

// addUnnamed makes a mention of a role without a name. A bare plural of a
// country's people in office speaks for them all and is a body ("Ukrainian
// officials"); "the official" is the unnamed one before.
func (f *finder) addUnnamed(mention Mention, m *lexicon.Match, whose owner, owned bool) {
	collective := m.Title.Class == lexicon.RoleClass || m.Title.Class == lexicon.ForcesClass ||
		m.Title.Class == lexicon.GatheringClass || m.Title.Class == lexicon.MemberClass || m.Title.Class == lexicon.SpokesClass
	whole := mention.Plural || m.Title.Class == lexicon.GatheringClass && f.definite(mention.Sentence, mention.Head)
	if body, ok := f.bodyOfMembers(mention, m, whose, owned); ok {
		mention.Form, mention.Who = ByBody, []int{body}
		f.add(mention)
		return
	}
	if body, ok := f.gatheringNamed(mention, m, whose); ok {
		mention.Form, mention.Who = Named, []int{body}
		f.add(mention)
		return
	}
	if group, ok := f.groupBefore(mention, m); ok {
		mention.Form, mention.Who, mention.Affiliation = ByBody, []int{group}, f.cast.Actors[group].Affiliation
		f.add(mention)
		return
	}
	if body, ok := f.ownOfficials(mention, m, whose, owned); ok {
		mention.Form, mention.Who = ByBody, []int{body}
		f.add(mention)
		return
	}
	if len(mention.Sides) > 0 && whole && !mention.Quantified && collective && !whose.person {
		if name := f.sidesName(mention.Sides, whose, owned); name != "" {
			kind, noun := f.kindOf(mention.Sentence, m), f.nounOf(mention.Sentence, m, whose)
			a := parley.Actor{ID: slug(name + " " + m.Title.Name + "s"), Kind: parley.BodyActor, Affiliation: whose.of, Sector: m.Title.Sector, Name: name + " " + kind + noun}
			if kind != "" {
				a.ID = slug(a.Name)
			}
			mention.Form = ByBody
			mention.Who = []int{f.enter(a.ID, a, f.span(mention.Sentence, m.First, m.Last+1))}
			f.add(mention)
			return
		}
	}
	if m.Title.Name == "side" && len(mention.Sides) == 1 && !mention.Plural {
		if a, ok := f.lex.Actor(mention.Sides[0]); ok {
			mention.Form = ByCountry
			mention.Who = []int{f.enter(a.ID, a, f.span(mention.Sentence, mention.First, mention.Last))}
			f.add(mention)
			return
		}
	}
	mention.Form = Unnamed
	if f.standsApart(mention.Sentence, mention.Head) {
		mention.Affiliation, mention.Sides = "", nil
		f.add(mention)
		return
	}
	if len(mention.Sides) == 0 && !f.indefinite(mention.Sentence, mention.Head) {
		f.recallUnnamed(&mention)
	}
	f.add(mention)
}

// nounOf is a title without the words of it that tell whose it is: "diplomats" of "EU diplomats".
func (f *finder) nounOf(sentence int, m *lexicon.Match, whose owner) string {
	first := m.First
	if whose.first >= m.First && whose.last < m.Last {
		first = whose.last + 1
	} else if last, ok := f.sideInTitle(sentence, m); ok {
		first = last.last + 1
	}
	return strings.ToLower(f.sentence(sentence).Text(f.cast.text.Source, first, m.Last+1))
}

// kindOf are the common nouns right before a role that say of which kind it is, with the blank behind them:
// "energy " of "Norlandic energy officials".
func (f *finder) kindOf(sentence int, m *lexicon.Match) string {
	tokens, first := f.sentence(sentence).Tokens, m.First
	for first > 0 && tokens[first-1].UPOS == "NOUN" && tokens[first-1].Is("compound") && tokens[first-1].Head >= m.First && tokens[first-1].Head <= m.Last {
		if _, known := f.matchAt(sentence, first-1); known {
			break
		}
		first--
	}
	if first == m.First {
		return ""
	}
	return strings.ToLower(f.sentence(sentence).Text(f.cast.text.Source, first, m.First)) + " "
}

func (f *finder) words(sentence int, m *lexicon.Match) string {
	s := f.sentence(sentence)
	return s.Text(f.cast.text.Source, m.First, m.Last+1)
}

// sidesName names several sides in a row: "U.S. and Ukrainian".
func (f *finder) sidesName(sides []string, whose owner, owned bool) string {
	if len(sides) == 1 && owned {
		return f.ownerName(whose)
	}
	names := make([]string, len(sides))
	for i, side := range sides {
		a, ok := f.lex.Actor(side)
		if !ok {
			return ""
		}
		names[i] = f.ownerName(owner{of: side, actor: a})
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}

// ownerName is the adjective of a country, or the name of a body.
func (f *finder) ownerName(whose owner) string {
	if whose.actor.Kind == parley.StateActor {
		switch adjective := f.lex.Demonym(whose.of); adjective {
		case "American":
			return "U.S."
		default:
			return adjective
		}
	}
	return whose.actor.Name
}

// recallUnnamed gives "the official" and "one of the officials" the side of the
// unnamed source of that title before.
func (f *finder) recallUnnamed(mention *Mention) {
	for k := len(f.unnamed) - 1; k >= 0; k-- {
		before := &f.cast.Mentions[f.unnamed[k]]
		if before.Title.Name == mention.Title.Name && before.Affiliation != "" {
			mention.Affiliation = before.Affiliation
			mention.Name = f.cast.Span(before)
			return
		}
	}
}
