package record

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// likeness weighs how well two scenes agree; negative where they contradict.
// Days are the caller's to compare.
func likeness(a, b *scene) int {
	if a.Type != b.Type {
		return -1
	}
	if a.Type == parley.Consult {
		return meetingLikeness(a, b)
	}
	return deedLikeness(a, b)
}

// meetingLikeness compares two meetings.
func meetingLikeness(a, b *scene) int {
	score := 0
	switch {
	case len(a.Rounds) > 0 && len(b.Rounds) > 0:
		if !overlap(a.Rounds, b.Rounds) {
			return -1
		}
		score += 4
	case clash(a, b), a.Summons != b.Summons:
		return -1
	}
	if len(a.Places) > 0 && len(b.Places) > 0 && !isCall(a) && !isCall(b) {
		if !samePlace(a, b) {
			return -1
		}
		score += 2
	}
	people, ok := peopleLikeness(a, b)
	if !ok {
		return -1
	}
	circle, ok := circleLikeness(a, b)
	if !ok {
		return -1
	}
	return score + people + circle
}

// samePlace tells whether both scenes say where, and agree.
func samePlace(a, b *scene) bool {
	return len(a.Places) > 0 && len(b.Places) > 0 && placesAgree(a.Places, b.Places)
}

// clash tells whether one is a call and the other a meeting in person. Talks
// may be held by telephone, but a call is not the talks that its report
// mentions unless the same people hold both.
func clash(a, b *scene) bool {
	return isCall(a) && !maybeCall(b) || isCall(b) && !maybeCall(a) || isCall(a) != isCall(b) && !samePeople(a, b)
}

func isCall(s *scene) bool {
	return slices.Contains(s.Modes, "call") && !slices.Contains(s.Modes, "meeting") && !slices.Contains(s.Modes, "visit")
}

func maybeCall(s *scene) bool {
	return isCall(s) || !slices.Contains(s.Modes, "meeting") && !slices.Contains(s.Modes, "visit")
}

// samePeople tells whether two scenes share somebody of two parties.
func samePeople(a, b *scene) bool {
	n := 0
	for party, people := range a.People {
		if overlap(people, b.People[party]) {
			n++
		}
	}
	return n > 1
}

// peopleLikeness counts the persons in common. Two reports that name different
// people for one party tell of different meetings, unless they agree on
// somebody else and not against the place: then each names some of a delegation.
func peopleLikeness(a, b *scene) (score int, ok bool) {
	shared, strange := 0, strangers(a, b)
	for party, people := range a.People {
		if overlap(people, b.People[party]) {
			shared++
		}
	}
	return 2 * shared, strange == 0 || strange == 1 && shared > 0 && !isCall(a) && (len(a.Places) == 0 || len(b.Places) == 0 || placesAgree(a.Places, b.Places))
}

// strangers counts the parties for which two scenes name people, and not one in common.
func strangers(a, b *scene) (n int) {
	for party, people := range a.People {
		if others := b.People[party]; len(others) > 0 && !overlap(people, others) {
			n++
		}
	}
	return n
}

// circleLikeness wants the same parties, or a circle that is a little wider on
// one side: a call of two is not the call of many on the same day.
func circleLikeness(a, b *scene) (score int, ok bool) {
	common := shared(a.circle(), b.circle())
	most, least := max(len(a.circle()), len(b.circle())), min(len(a.circle()), len(b.circle()))
	switch {
	case common < min(2, least):
		return 0, false
	case most == common && least == common:
		return 1, true
	case isCall(a) && isCall(b):
		return 0, least > 2
	case least == common:
		return 0, sameTour(a, b) || least == 1 || most <= least+1 || least > 2
	}
	return 0, 2*common >= most
}

// deedLikeness compares two deeds: attacks, sanctions, deliveries, deals.
func deedLikeness(a, b *scene) int {
	score := 0
	if !modesAgree(a.Type, a.Modes, b.Modes) {
		return -1
	}
	switch {
	case len(a.Places) > 0 && len(b.Places) > 0:
		if !placesAgree(a.Places, b.Places) {
			return -1
		}
		score += 2
	case len(a.Places)+len(b.Places) > 0 && a.Type == parley.Assault:
		// An attack without a place may be any of the day's.
		return -1
	}
	for _, side := range [][2][]string{{a.Actors, b.Actors}, {a.Recipients, b.Recipients}} {
		if len(side[0]) > 0 && len(side[1]) > 0 {
			if !overlap(side[0], side[1]) {
				return -1
			}
			score++
		}
	}
	if overlap(a.Actors, b.Recipients) || overlap(b.Actors, a.Recipients) {
		return -1 // nobody does it to himself
	}
	common := min(2, shared(a.Parties, b.Parties))
	switch {
	case (a.Type == parley.Agree || a.Type == parley.Cooperate) && common < min(2, len(a.Parties), len(b.Parties)):
		return -1
	case a.Type == parley.Agree:
		score += common // in place of the sides, which a deal has not
	}
	return score
}

// fromTheAir are the modes of attack that reports mix.
var fromTheAir = []parley.Mode{"aerial", "drone", "missile"}

// modesAgree tells whether deeds of these modes may be one.
func modesAgree(t parley.EventType, a, b []parley.Mode) bool {
	if len(a) == 0 || len(b) == 0 || overlap(a, b) {
		return true
	}
	flown := func(modes []parley.Mode) bool { return overlap(modes, fromTheAir) }
	return t == parley.Assault && (flown(a) && flown(b) || slices.Contains(a, "other") || slices.Contains(b, "other"))
}

func overlap[T comparable](a, b []T) bool { return shared(a, b) > 0 }

// shared is how many values two lists have in common.
func shared[T comparable](a, b []T) int {
	n := 0
	for _, v := range a {
		if slices.Contains(b, v) {
			n++
		}
	}
	return n
}
