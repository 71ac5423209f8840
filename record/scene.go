package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// scene is what a mention, or a core of several, says of a happening: what can
// be compatible or contradict.
type scene struct {
	Type  parley.EventType `json:"type"`
	Modes []parley.Mode    `json:"modes,omitempty"`
	// Actors and Recipients are the parties of those who act and who are
	// acted upon; a meeting and a deal have no such sides.
	Parties []string `json:"parties"`
	// Circle are the parties of a core's first mention, where others added to
	// them: who else is like it is asked of these, so that no core drifts from
	// one circle to another.
	Circle     []string `json:"circle,omitempty"`
	Actors     []string `json:"actors,omitempty"`
	Recipients []string `json:"recipients,omitempty"`
	// People are the keys of the persons named, by party.
	People map[string][]string `json:"people,omitempty"`
	Places []place             `json:"places,omitempty"`
	Rounds []int               `json:"rounds,omitempty"`
	// Traveller is the key of the one person who makes a journey.
	Traveller string `json:"traveller,omitempty"`
	// Summons tells of a meeting to which an ambassador is summoned.
	Summons bool `json:"summons,omitempty"`
	// Prominence is how much is told of a core: see prominenceOf.
	Prominence int `json:"prominence,omitempty"`
	// First and Last are the days it spans, as day numbers, where Dated.
	Dated bool `json:"dated,omitempty"`
	First int  `json:"first,omitempty"`
	Last  int  `json:"last,omitempty"`
	// Counted tells that a text gives both the first and the last day.
	Counted bool `json:"-"`
	// Ahead tells that it lay ahead when told: planned, proposed, put off;
	// Past that it was under way or over.
	Ahead bool `json:"ahead,omitempty"`
	Past  bool `json:"past,omitempty"`
}

// sceneOf is what one mention says.
func sceneOf(m *mention) *scene {
	e := m.Event
	s := &scene{Type: e.Type, People: map[string][]string{}}
	if e.Mode != "" {
		s.Modes = []parley.Mode{e.Mode}
	}
	s.addParties(m)
	s.Traveller, s.Summons = m.traveller(), e.Type == parley.Consult && e.Code == coolRelations
	switch {
	case m.roundNumber() > 0:
		s.Rounds = []int{e.Round}
	case m.sumsUp():
		// Told by its last round: the days and places are of all of them.
		s.Rounds, s.Past = []int{e.Rounds}, true
		return s
	}
	if m.Place != nil && !s.isHome(*m.Place) {
		s.Places = []place{*m.Place}
	}
	switch e.Status {
	case parley.Planned, parley.Proposed, parley.OnHold, parley.Cancelled:
		s.Ahead = true
	case parley.Happened, parley.Ongoing:
		s.Past = true
	}
	s.addTime(m)
	return s
}

// roundNumber is the number of a round of talks; what a text counts of visits and calls, "his
// first visit", numbers none.
func (m *mention) roundNumber() int {
	if m.Event.Mode == "visit" || m.Event.Mode == "call" {
		return 0
	}
	return m.Event.Round
}

// sumsUp tells whether a mention is of several rounds together.
func (m *mention) sumsUp() bool { return m.Event.Rounds > 1 && m.Event.Round == 0 }

// addTime takes the days from start to end. What has no end goes on, as far as
// is known, to the day when it was told.
func (s *scene) addTime(m *mention) {
	start, end := m.Event.Start, m.Event.End
	switch {
	case start == "" && end == "":
		return
	case start == "":
		start = end
	}
	s.Dated, s.First = true, store.DayNumber(start.First())
	s.Last = max(s.First, store.DayNumber(start.Last()))
	if end != "" {
		s.Last = max(s.First, store.DayNumber(end.Last()))
		s.Counted = start.Granularity() == parley.Day && end.Granularity() == parley.Day
	} else if told, dated := m.toldDay(); dated && s.Past {
		s.Last = max(s.Last, told)
	}
}

func (s *scene) addParties(m *mention) {
	for _, name := range m.Event.Actors {
		s.addParty(m, name, &s.Actors)
	}
	for _, name := range m.Event.Recipients {
		s.addParty(m, name, &s.Recipients)
	}
	if s.Type == parley.Consult || s.Type == parley.Agree {
		s.Actors, s.Recipients = nil, nil
	}
}

func (s *scene) addParty(m *mention, name string, side *[]string) {
	for _, a := range m.Actors {
		if a.Name != name || a.Party == "" {
			continue
		}
		s.Parties, *side = insert(s.Parties, a.Party), insert(*side, a.Party)
		if a.Person {
			s.People[a.Party] = insert(s.People[a.Party], a.Key)
		}
	}
}

// isHome tells whether a place says no more than who is concerned: the whole
// country of one of the parties of a deed ("in Ukraine").
func (s *scene) isHome(p place) bool {
	return s.Type != parley.Consult && p.whole() && slices.Contains(s.Parties, p.Country)
}

// insert adds a value to a sorted list, once.
func insert[T interface{ ~string | ~int }](list []T, value T) []T {
	at, found := slices.BinarySearch(list, value)
	if found {
		return list
	}
	return slices.Insert(list, at, value)
}

// join makes one scene of two.
func (s *scene) join(t *scene) {
	for _, m := range t.Modes {
		s.Modes = insert(s.Modes, m)
	}
	for _, r := range t.Rounds {
		s.Rounds = insert(s.Rounds, r)
	}
	founders := slices.Clone(s.circle())
	for _, p := range t.Parties {
		s.Parties = insert(s.Parties, p)
	}
	if len(s.Parties) > len(founders) {
		s.Circle = founders
	}
	for _, p := range t.Actors {
		s.Actors = insert(s.Actors, p)
	}
	for _, p := range t.Recipients {
		s.Recipients = insert(s.Recipients, p)
	}
	for party, people := range t.People {
		for _, p := range people {
			s.People[party] = insert(s.People[party], p)
		}
	}
	s.Traveller = cmp.Or(s.Traveller, t.Traveller)
	for _, p := range t.Places {
		if !slices.Contains(s.Places, p) {
			s.Places = append(s.Places, p)
			slices.SortFunc(s.Places, func(a, b place) int { return strings.Compare(a.Name, b.Name) })
		}
	}
	s.joinTime(t)
}

func (s *scene) joinTime(t *scene) {
	switch {
	case t.Dated && s.Dated:
		s.First, s.Last = min(s.First, t.First), max(s.Last, t.Last)
	case t.Dated:
		s.Dated, s.First, s.Last = true, t.First, t.Last
	}
	s.Ahead, s.Past = s.Ahead || t.Ahead, s.Past || t.Past
}

// copyOf is a scene that can be joined to without changing s.
func (s *scene) copyOf() *scene {
	c := *s
	c.Modes, c.Rounds, c.Parties = slices.Clone(s.Modes), slices.Clone(s.Rounds), slices.Clone(s.Parties)
	c.Actors, c.Recipients, c.Places = slices.Clone(s.Actors), slices.Clone(s.Recipients), slices.Clone(s.Places)
	c.People = make(map[string][]string, len(s.People))
	for party, people := range s.People {
		c.People[party] = slices.Clone(people)
	}
	return &c
}

// circle are the parties that others are compared with.
func (s *scene) circle() []string {
	if len(s.Circle) > 0 {
		return s.Circle
	}
	return s.Parties
}

// length is the number of days that a dated scene spans.
func (s *scene) length() int { return s.Last - s.First + 1 }
