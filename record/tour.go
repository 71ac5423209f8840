package record

import "slices"

// A journey to several countries is told by some as a visit to each of them, by others as one to a
// part of the world ("his trip to the Gulf"), and by others without its end ("on his tour last
// week"). Nobody makes two such journeys at a time.

// traveller is the key of the one person who makes a journey; "" where several do, or nobody of a
// known side.
func (m *mention) traveller() (who string) {
	if m.Event.Mode != "visit" {
		return ""
	}
	for _, a := range m.Actors {
		if !slices.Contains(m.Event.Actors, a.Name) {
			continue
		}
		if !a.Person || a.Party == "" || who != "" {
			return ""
		}
		who = a.Key
	}
	return who
}

// tour tells whether a journey leads one person to several hosts, or to one on a journey to a part
// of the world.
func (s *scene) tour() bool {
	hosts := len(s.circle()) - 1
	return s.Traveller != "" && (hosts > 1 || hosts == 1 && slices.ContainsFunc(s.Places, place.isPart))
}

// isPart tells whether a place is a part of the world that lies in no one country.
func (p place) isPart() bool { return p.Wide && p.Country == "" }

// openJourney tells whether a journey by one person is told without who was visited, but over
// some days or in a part of the world.
func (s *scene) openJourney() bool {
	if s.Traveller == "" || len(s.circle()) != 1 {
		return false
	}
	return !slices.ContainsFunc(s.Places, func(p place) bool { return !p.isPart() }) && (s.Dated && s.length() > 1 || len(s.Places) > 0)
}

// sameTour tells whether one of two scenes is a tour and the other may be the same.
func sameTour(a, b *scene) bool {
	return a.Traveller != "" && a.Traveller == b.Traveller && (a.tour() && (b.tour() || b.openJourney()) || b.tour() && a.openJourney())
}
