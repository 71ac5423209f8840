package lexicon

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// post is a canonical title of a state or body.
type post struct{ title, of string }

// tenure is somebody's time in a post.
type tenure struct {
	actor  int
	office parley.Office
}

func (l *Lexicon) compilePeople(t *tables) error {
	for _, r := range t.rows["people"] {
		if err := r.checkSector(); err != nil {
			return err
		}
		offices, err := l.parseOffices(r)
		if err != nil {
			return err
		}
		id := r.get("id")
		if _, taken := l.actorByID[id]; taken {
			return r.fault("id", id+" names another actor already", "choose another id")
		}
		a := parley.Actor{
			ID: id, Name: r.get("name"), Kind: parley.PersonActor, Affiliation: r.get("affiliation"),
			Sector: r.get("sector"), Offices: offices, Wikidata: r.get("wikidata"), Known: true,
		}
		i := l.addActor(a)
		if l.actors[i].weight, err = r.number("weight"); err != nil {
			return err
		}
		l.addPersonNames(i, r)
		l.seat(i)
	}
	return nil
}

// seat enters a person's offices among the holders, and gives weight and
// sector by the highest of them where the row gives none.
func (l *Lexicon) seat(i int) {
	e := &l.actors[i]
	own := e.weight
	for _, o := range e.actor.Offices {
		title, _ := l.Title(o.Title)
		p := post{o.Title, o.Of}
		l.holders[p] = append(l.holders[p], tenure{i, o})
		if own == 0 {
			e.weight = max(e.weight, standing(o, title))
		}
		if e.actor.Sector == "" {
			e.actor.Sector = title.Sector
		}
		if e.actor.Affiliation == "" {
			e.actor.Affiliation = o.Of
		}
	}
}

// GivenName tells whether several known people bear the word as their first
// name.
func (l *Lexicon) GivenName(word string) bool { return l.given[plainWord(word)] >= 2 }

// noShortName in the column "short" says that nothing less than a full name
// means this person.
const noShortName = "-"

// standing is what an office adds to its holder's prominence: somewhat less
// once it has ended.
func standing(o parley.Office, title Title) int {
	if o.To != "" {
		return title.Weight - 2
	}
	return title.Weight
}

func (l *Lexicon) addPersonNames(i int, r row) {
	name := r.get("name")
	if first, _, several := strings.Cut(name, " "); several {
		l.given[plainWord(first)]++
	}
	for _, n := range append([]string{name}, r.list("aliases")...) {
		l.nameActor(n, i, PersonMatch)
	}
	shorts := r.list("short")
	if len(shorts) == 0 {
		shorts = []string{surname(name, r.get("affiliation"))}
	}
	for _, s := range shorts {
		if s == noShortName {
			continue
		}
		key := NameKey(s)
		if !slices.Contains(l.bySurname[key], i) {
			l.bySurname[key] = append(l.bySurname[key], i)
			l.addName(s, sense{kind: PersonMatch, index: int32(i), short: true})
		}
	}
}

// familyFirst are the countries whose people's names are written in English
// with the family name first.
var familyFirst = []string{"CHN", "TWN", "HKG", "KOR", "PRK", "KHM"}

// nameParticles stand before a surname and belong to it.
var nameParticles = []string{"ben", "bin", "von", "van", "der", "den", "de", "du", "da", "di", "le", "la", "abu"}

// nameSuffixes stand behind a surname and are none.
var nameSuffixes = []string{"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"}

// surname is the part of a full name that a text goes on with: the last word
// with the particles before it, or the first where family names come first.
func surname(name, affiliation string) string {
	words := strings.Fields(name)
	if len(words) > 1 && slices.Contains(familyFirst, affiliation) {
		return words[0]
	}
	last := len(words)
	for last > 2 && slices.Contains(nameSuffixes, words[last-1]) {
		last--
	}
	words = words[:last]
	at := last - 1
	for at > 1 && slices.Contains(nameParticles, strings.ToLower(words[at-1])) {
		at--
	}
	return strings.Join(words[at:], " ")
}

// parseOffices reads "title @OF from..to", parted by semicolons; from and to
// may be missing, and without dots one date is the first day.
func (l *Lexicon) parseOffices(r row) ([]parley.Office, error) {
	cell := r.get("offices")
	if cell == "" {
		return nil, nil
	}
	var offices []parley.Office
	for part := range strings.SplitSeq(cell, ";") {
		title, rest, ok := strings.Cut(strings.TrimSpace(part), " @")
		if !ok {
			return nil, r.fault("offices", "\""+strings.TrimSpace(part)+"\" names no state or body", "write title @OF from..to, as in foreign minister @RUS 2004-03..")
		}
		of, span, _ := strings.Cut(rest, " ")
		from, to, _ := strings.Cut(strings.TrimSpace(span), "..")
		o := parley.Office{Title: l.canonicalTitle(title), Of: of, From: parley.Date(from), To: parley.Date(to)}
		if !o.From.Valid() || !o.To.Valid() {
			return nil, r.fault("offices", "\""+span+"\" is no time in office", "write from..to with dates as 2024, 2024-03 or 2024-03-09")
		}
		if o.From != "" && o.To != "" && o.To.Last().Before(o.From.First()) {
			return nil, r.fault("offices", "\""+span+"\" ends before it begins", "give the earlier date first")
		}
		offices = append(offices, o)
	}
	return offices, nil
}

// rankPeople puts the most prominent first wherever actors share a name.
func (l *Lexicon) rankPeople() {
	byWeight := func(a, b int) int {
		if d := l.actors[b].weight - l.actors[a].weight; d != 0 {
			return d
		}
		if d := strings.Compare(string(latest(l.actors[b].actor)), string(latest(l.actors[a].actor))); d != 0 {
			return d
		}
		return a - b
	}
	for _, index := range []map[string][]int{l.byName, l.bySurname} {
		for _, actors := range index {
			slices.SortFunc(actors, byWeight)
		}
	}
	l.names.order(func(a, b sense) int {
		if d := rankOf(a) - rankOf(b); d != 0 {
			return d
		}
		if a.kind == PersonMatch {
			return byWeight(int(a.index), int(b.index))
		}
		return 0
	})
}

// kindOrder ranks the readings of one phrase.
var kindOrder = []MatchKind{StateMatch, BodyMatch, GroupMatch, MediaMatch, DemonymMatch, MetonymMatch, PersonMatch, PlaceMatch}

// rankOf orders senses: by kind, a person's short name after all else.
func rankOf(s sense) int {
	if s.short {
		return len(kindOrder)
	}
	return slices.Index(kindOrder, s.kind)
}

// latest is the start of an actor's latest office.
func latest(a parley.Actor) parley.Date {
	var last parley.Date
	for _, o := range a.Offices {
		last = max(last, o.From)
	}
	return last
}

// Holder is who held an office of a state or body on a day ("foreign minister" of "RUS"): of several, the one who came
// last.
func (l *Lexicon) Holder(title, of string, on parley.Date) (parley.Actor, bool) {
	holders := l.Holders(title, of, on)
	if len(holders) == 0 {
		return parley.Actor{}, false
	}
	return holders[0], true
}

// Holders are those who held an office of a state or body on a day, the one who came last before the others. Titles are
// taken in any of their forms; "leader" of a state is whoever its country's Leader title names. An unknown day asks who
// holds it with no known end.
func (l *Lexicon) Holders(title, of string, on parley.Date) (holders []parley.Actor) {
	canonical := l.canonicalTitle(title)
	if canonical == "leader" {
		canonical = l.leaderTitle(of)
	}
	var held []tenure
	for _, t := range l.holders[post{canonical, of}] {
		if t.office.HeldOn(on) && (on != "" || t.office.To == "") {
			held = append(held, t)
		}
	}
	slices.SortStableFunc(held, func(a, b tenure) int { return strings.Compare(string(b.office.From), string(a.office.From)) })
	for _, t := range held {
		holders = append(holders, l.actors[t.actor].actor)
	}
	return holders
}

// OnlyOf is the state or body whose an office is, where that of no other has it.
func (l *Lexicon) OnlyOf(title string) (of string, only bool) {
	canonical := l.canonicalTitle(title)
	for p := range l.holders {
		if p.title != canonical {
			continue
		}
		if of != "" {
			return "", false
		}
		of = p.of
	}
	return of, of != ""
}

func (l *Lexicon) leaderTitle(of string) string {
	if i, ok := l.countryByID[of]; ok && l.countries[i].Leader != "" {
		return l.countries[i].Leader
	}
	for _, title := range []string{"president", "prime minister", "secretary-general"} {
		if len(l.holders[post{title, of}]) > 0 {
			return title
		}
	}
	return "leader"
}
