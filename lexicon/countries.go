package lexicon

import (
	"strings"

	"github.com/parleyrecord/parley"
)

// Country is a state or territory with its names.
type Country struct {
	Code   string // ISO 3166 alpha-3, or a code of the same length for what has none (XKX)
	Alpha2 string
	Name   string
	// Adjectives begin with the one that composes names ("Russian Defense
	// Ministry").
	Adjectives []string
	// People are the nouns for its people, singular first ("Spaniard",
	// "Spaniards", "Spanish").
	People  []string
	Capital string
	// Leader is the title of the office that leads it, where "leader" of the
	// country is said.
	Leader string
	// Kind is "state", "territory", "defacto" or "former".
	Kind string
	// Sovereign is whose side a territory is on; the code itself for a state.
	Sovereign string
}

// Country finds a state or territory by ISO 3166 code (alpha-3 or alpha-2) or
// by any of its names.
func (l *Lexicon) Country(codeOrName string) (Country, bool) {
	if i, ok := l.countryByID[codeOrName]; ok {
		return l.countries[i], true
	}
	for _, i := range l.byName[NameKey(codeOrName)] {
		if a := l.actors[i].actor; a.Kind == parley.StateActor {
			return l.countries[l.countryByID[a.ID]], true
		}
	}
	return Country{}, false
}

// OfCode finds the state or territory with an ISO 3166 alpha-3 code.
func (l *Lexicon) OfCode(code string) (Country, bool) {
	i, ok := l.countryByID[code]
	if !ok || l.countries[i].Code != code {
		return Country{}, false
	}
	return l.countries[i], true
}

// PartyName is what readers call a party: "Russia" for RUS. Who is no state is
// called by its own name.
func (l *Lexicon) PartyName(party string) string {
	if state, ok := l.OfCode(party); ok {
		return state.Name
	}
	return party
}

// OfDemonym finds the country of an adjective or of a noun for its people
// ("Russian", "Ukrainians", "Emirati").
func (l *Lexicon) OfDemonym(word string) (Country, bool) {
	i, ok := l.demonyms[plainPhrase(word)]
	if !ok {
		return Country{}, false
	}
	return l.countries[i], true
}

// SideOf is whose side people of an adjective are on, a country's or that of another party: "European" gives EU; "" where
// it names no one party's.
func (l *Lexicon) SideOf(adjective string) string {
	if country, ok := l.OfDemonym(adjective); ok {
		return country.Code
	}
	return l.peoples[plainPhrase(adjective)]
}

// Demonym is the adjective of a country's code ("RUS" gives "Russian"), "" for
// an unknown one.
func (l *Lexicon) Demonym(code string) string {
	if i, ok := l.countryByID[code]; ok && len(l.countries[i].Adjectives) > 0 {
		return l.countries[i].Adjectives[0]
	}
	return ""
}

func (l *Lexicon) compileCountries(t *tables) error {
	for _, r := range t.rows["states"] {
		c := Country{
			Code: r.get("id"), Alpha2: r.get("alpha2"), Name: r.get("name"),
			Adjectives: r.list("adjectives"), People: r.list("people"), Capital: r.get("capital"),
			Leader: r.get("leader"), Kind: r.get("kind"), Sovereign: r.get("affiliation"),
		}
		if len(c.Code) != 3 || strings.ToUpper(c.Code) != c.Code {
			return r.fault("id", c.Code+" is no country code", "give three capital letters, as in RUS")
		}
		if c.Sovereign == "" {
			c.Sovereign = c.Code
		}
		i := len(l.countries)
		l.countries = append(l.countries, c)
		l.countryByID[c.Code] = i
		if c.Alpha2 != "" {
			l.countryByID[c.Alpha2] = i
		}
		l.addCountryPhrases(i, c, r)
	}
	return nil
}

func (l *Lexicon) addCountryPhrases(i int, c Country, r row) {
	actor := l.addActor(parley.Actor{
		ID: c.Code, Name: c.Name, Kind: parley.StateActor, Affiliation: c.Sovereign,
		Sector: "GOV", Wikidata: r.get("wikidata"), Known: true,
	})
	for _, name := range append([]string{c.Name}, r.list("aliases")...) {
		l.nameActor(name, actor, StateMatch)
	}
	for _, word := range append(c.Adjectives, c.People...) {
		if _, taken := l.demonyms[plainPhrase(word)]; !taken {
			l.demonyms[plainPhrase(word)] = i
		}
		l.addName(word, sense{kind: DemonymMatch, index: int32(actor)})
	}
	for _, seat := range append([]string{c.Capital}, r.list("seats")...) {
		l.addName(seat, sense{kind: MetonymMatch, index: int32(actor)})
	}
}

// compileDemonyms reads the words for peoples that are no country's
// ("European", "Gazan", "Kurdish"), and the words that are common as well.
func (l *Lexicon) compileDemonyms(t *tables) error {
	for _, r := range t.rows["demonyms"] {
		actor := int32(noActor)
		if of := r.get("affiliation"); of != "" {
			i, ok := l.actorByID[of]
			if !ok {
				return r.fault("affiliation", of+" is no actor", "use the id of a state, body or group, or leave it empty")
			}
			actor = int32(i)
		}
		for _, word := range r.list("words") {
			l.peoples[plainPhrase(word)] = r.get("affiliation")
			l.addName(word, sense{kind: DemonymMatch, index: actor})
		}
	}
	for _, r := range t.rows["commonwords"] {
		l.common[r.get("word")] = true
	}
	return nil
}

// noActor is the index of a sense that names no actor.
const noActor = -1
