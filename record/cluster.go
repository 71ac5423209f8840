package record

import (
	"cmp"
	"encoding/json"
	"slices"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// core is what some anchors of one neighbourhood are together; or some
// followers that found no core.
type core struct {
	members []*mention // anchors, in canonical order
	scene   *scene     // of a happening
	offer   *offer     // of a proposal
	run     *run       // of a stance
}

// blocks are where followers find the core.
func (c *core) blocks() []store.Block {
	switch {
	case c.scene != nil:
		return c.scene.coreBlocks()
	case c.offer != nil:
		return c.offer.coreBlocks()
	}
	return nil
}

// cluster parts a whole neighbourhood into cores by the rules of its kind. The
// result depends on the set of mentions alone.
func cluster(neighbours []*mention) []*core {
	slices.SortFunc(neighbours, before)
	var cores []*core
	switch neighbours[0].Kind {
	case parley.StatementEntry:
		cores = clusterStatements(neighbours)
	case parley.PositionEntry:
		cores = clusterPositions(neighbours)
	case parley.ProposalEntry:
		cores = clusterProposals(neighbours)
	default:
		cores = clusterHappenings(neighbours)
	}
	cores = regroup(cores, neighbours)
	for _, c := range cores {
		slices.SortFunc(c.members, before)
		if c.scene != nil {
			c.scene.Prominence = prominenceOf(firm(c.members))
		}
		if c.members[0].Proposal != nil {
			c.offer = offerTogether(c.members)
		}
	}
	return cores
}

// prominenceOf is in how many independent sources' mouth a happening is, in
// steps so wide that one source more seldom changes it: what is spoken of
// without a day is the one of which all speak.
func prominenceOf(anchors []*mention) int {
	const many, most = 3, 9
	switch sources := sourcesOf(anchors); {
	case sources >= most:
		return 2
	case sources >= many:
		return 1
	}
	return 0
}

// clusterHappenings puts each mention to the core that it is most like, those
// that say most first, so that a vague one meets the cores it may belong to.
func clusterHappenings(neighbours []*mention) []*core {
	slices.SortFunc(neighbours, byDetail)
	var cores []*core
	for _, m := range neighbours {
		best, most := (*core)(nil), -1
		for _, c := range cores {
			if score := sameTime(m, c); score >= 0 {
				if like := likeness(openVenue(m.scene, c.scene)); like >= 0 && like+score > most {
					best, most = c, like+score
				}
			}
		}
		if best == nil {
			cores = append(cores, &core{members: []*mention{m}, scene: m.scene.copyOf()})
			continue
		}
		best.members = append(best.members, m)
		best.scene.join(m.scene)
	}
	return cores
}

// byDetail orders mentions of happenings: those that say most first.
func byDetail(a, b *mention) int {
	return cmp.Or(cmp.Compare(b.scene.detail(), a.scene.detail()), before(a, b))
}

// openVenue leaves out the places of what lies ahead on no day yet: several
// venues are then in talk for one meeting.
func openVenue(a, b *scene) (*scene, *scene) {
	if a.Dated && b.Dated || a.Type != parley.Consult || !a.Ahead || !b.Ahead {
		return a, b
	}
	open := *a
	open.Places = nil
	return &open, b
}

// detail counts what a scene says.
func (s *scene) detail() int {
	n := len(s.Rounds)*4 + len(s.People)*2 + len(s.Modes)
	if len(s.Places) > 0 && !isCall(s) {
		n += 3
		if s.Places[0].whole() {
			n -= 2
		}
	}
	if s.Dated {
		n += 2
	}
	if s.Type == parley.Consult && len(s.Parties) > 2 {
		return n + 1 // the narrower circle first, so that wider ones are held against it
	}
	return n + min(len(s.Parties), 3)
}

// sameTime weighs whether a mention's time fits a core's; negative where not.
func sameTime(m *mention, c *core) int {
	a, b := m.scene, c.scene
	sameRound := len(a.Rounds) > 0 && overlap(a.Rounds, b.Rounds)
	switch {
	case !a.Dated && !b.Dated, (!a.Dated || !b.Dated) && a.Ahead && b.Ahead:
		return sameLooseTime(m, c)
	case !a.Dated || !b.Dated:
		if a.Past && b.Past && (samePeople(a, b) || sameTour(a, b) || duringVisit(a, b) || duringVisit(b, a)) && (m.near(c) || slices.ContainsFunc(c.members, func(o *mention) bool { return o.spansNear(a) })) {
			return 0 // "last week", and no day at all
		}
		return -1
	case a.First <= b.Last && b.First <= a.Last:
		return 2
	case sameRound && apart(a, b) <= daysAhead:
		return 0
	case a.Type == parley.Consult && apart(a, b) == 1 && max(a.Last, b.Last)-min(a.First, b.First) < longestRound &&
		len(a.Places) > 0 && len(b.Places) > 0 && !isCall(a) && !isCall(b):
		return 0 // sessions on days in a row; likeness sees that the places agree
	case a.Type == parley.Consult && apart(a, b) == 1 && max(a.Last, b.Last)-min(a.First, b.First) < longestRound &&
		(talksOnVisit(a, b) || talksOnVisit(b, a) || goesOn(m, c)):
		return 0
	case m.sealed() && c.members[0].sealed() && apart(a, b) == 1 && slices.Equal(a.Parties, b.Parties):
		return 0 // reports of one deal, of which some tell another day; likeness sees to the rest
	}
	return -1
}

// sealed tells whether a mention is of a deal that two parties have made, on a day of the calendar. What
// is signed late in the evening in one of two capitals is signed on the morrow in the other, and two
// do not make one deal after the other from day to day.
func (m *mention) sealed() bool {
	s := m.scene
	return s.Type == parley.Agree && m.Calendar && s.Past && s.Dated && s.length() == 1 && len(s.Parties) == 2
}

// goesOn tells whether a text that tells of the core tells of more talks between the
// same parties on the day before or after, and of no other place.
func goesOn(m *mention, c *core) bool {
	a, b := m.scene, c.scene
	return !isCall(a) && !isCall(b) && (len(a.Places) == 0 || len(b.Places) == 0) && slices.Equal(a.Parties, b.circle()) &&
		slices.ContainsFunc(c.members, func(o *mention) bool { return o.Doc == m.Doc && apart(a, o.scene) == 1 })
}

// duringVisit tells whether one is a visit and the other, on no day, what the visitor
// does between the same parties.
func duringVisit(visit, talks *scene) bool {
	return slices.Contains(visit.Modes, "visit") && visit.Dated && !talks.Dated && !isCall(talks) && slices.Equal(visit.circle(), talks.circle()) &&
		slices.ContainsFunc(visit.circle(), func(party string) bool { return overlap(visit.People[party], talks.People[party]) })
}

// talksOnVisit tells whether one is a visit and the other what somebody who takes
// part in it does between the same parties on the day after.
func talksOnVisit(visit, talks *scene) bool {
	return slices.Contains(visit.Modes, "visit") && !isCall(talks) && visit.Last < talks.First && slices.Equal(visit.circle(), talks.circle()) &&
		slices.ContainsFunc(visit.circle(), func(party string) bool { return overlap(visit.People[party], talks.People[party]) })
}

// apart is the number of days between two dated scenes.
func apart(a, b *scene) int { return max(a.First-b.Last, b.First-a.Last) }

// sameLooseTime compares mentions that leave their day open: what has been and
// what is to come are not one, nor what different circles hold.
func sameLooseTime(m *mention, c *core) int {
	a, b := m.scene, c.scene
	switch {
	case a.Ahead && b.Past && !b.Ahead, a.Past && b.Ahead && !b.Past:
		return -1
	case !slices.Equal(a.Parties, b.Parties) && !samePeople(a, b) && !sameTour(a, b):
		return -1
	}
	return 0
}

// placeFollower finds the core that a follower belongs to: the only one compatible
// with it or, of several, the one that fits it clearly best. It has none where
// that is open.
func placeFollower(f *mention, cores []*core) *core {
	var best *core
	most, next := -1, -1
	for _, c := range cores {
		score := followLikeness(f, c)
		switch {
		case score < 0:
		case score > most:
			best, most, next = c, score, most
		case score > next:
			next = score
		}
	}
	if next >= 0 && most-next < 2 {
		return nil
	}
	return best
}

// followLikeness weighs how well a follower fits a core; negative where it does
// not.
func followLikeness(f *mention, c *core) int {
	if f.offer != nil && c.offer != nil {
		return followOffer(f.offer, c.offer)
	}
	if f.scene == nil || c.scene == nil || !c.scene.Dated {
		return -1
	}
	like := likeness(asCall(f.scene, c.scene), c.scene)
	switch {
	case like < 0:
		return -1
	case overlap(f.scene.Rounds, c.scene.Rounds):
		return like
	case !f.near(c) || !f.scene.Dated && !tenseFits(f, c):
		return -1
	case f.scene.Type == parley.Consult && (toldLate(f, c) || f.Event.Status == parley.Denied) && strangers(f.scene, c.scene) > 0:
		// Of one delegation a report names some, but not of a meeting long past; who denies one denies that of those he names.
		return -1
	case sameTour(f.scene, c.scene):
		return like + onTour
	case f.scene.Type == parley.Consult && len(f.scene.Parties) < 2 && !samePlace(f.scene, c.scene):
		return -1 // somebody meets many; with whom is open
	case f.scene.Type == parley.Consult && f.Event.Status == parley.Proposed && len(f.scene.circle()) > 2 && len(c.scene.circle()) != len(f.scene.circle()):
		return -1 // who proposes a meeting of three does not mean one of two or of four
	case f.scene.Type != parley.Consult && (like < 2 || !slices.Equal(f.scene.Parties, c.scene.Parties)):
		return -1 // deeds are many; an undated one must have more in common
	}
	if f.scene.Dated && c.scene.First >= f.scene.First && c.scene.Last <= f.scene.Last {
		like += 2
	}
	if slices.Equal(f.scene.Parties, c.scene.Parties) {
		like++ // what two spoke of belongs to the talk of the two, not of more
	}
	return like + 2*c.scene.Prominence
}

// onTour is what it weighs that somebody's journey is one of a known tour.
const onTour = 8

// daysReported is for how long after a meeting its reports may still differ in whom they name.
const daysReported = 2

// toldLate tells whether a follower that gives no day was told long after what a core tells of.
func toldLate(f *mention, c *core) bool {
	told, dated := f.toldDay()
	return dated && !f.scene.Dated && told-c.scene.Last > daysReported
}

// asCall leaves out the mode of what says neither day nor place, where the same
// people have spoken by telephone: "the two presidents discussed an exchange".
func asCall(f, c *scene) *scene {
	if isCall(f) || f.Dated || len(f.Places) > 0 || !f.Past || f.Type != parley.Consult || !isCall(c) || !samePeople(f, c) {
		return f
	}
	open := *f
	open.Modes = nil
	return &open
}

// near tells whether a core lies in the stretch of days in which a follower
// looks.
func (m *mention) near(c *core) bool { return m.spansNear(c.scene) }

// spansNear tells whether the days of a scene lie in the stretch in which a mention
// looks.
func (m *mention) spansNear(s *scene) bool {
	first, last, ok := m.window()
	return ok && s.Dated && s.First <= last && s.Last >= first
}

// tenseFits tells whether an undated follower speaks of the core's day as it
// lay when it was told: what is over cannot be a plan for a later day, and what
// lies ahead not what was over by then.
func tenseFits(f *mention, c *core) bool {
	told, _ := f.toldDay()
	switch {
	case f.scene.Past:
		return c.scene.First <= told && c.scene.Past || c.scene.First <= told+1 && c.scene.Past && !c.scene.Ahead || cameToPass(f, c, told)
	case f.scene.Ahead:
		return c.scene.Last >= told || c.scene.Last == told-1 && c.scene.Ahead && !c.scene.Past
	}
	return true
}

// daysConfirmed is how long after its day what is over may still be what was planned.
const daysConfirmed = 7

// cameToPass tells whether what is over, on no day, is what the same people had planned
// for a day that has come since.
func cameToPass(f *mention, c *core, told int) bool {
	return c.scene.Ahead && !c.scene.Past && c.scene.First <= told && told-c.scene.Last <= daysConfirmed && samePeople(f.scene, c.scene)
}

// outline is what a store keeps of a core beside its entry: enough to place
// followers, and to see whether the core has changed. Followers without a core
// have none.
type outline struct {
	Anchor string `json:"anchor"` // the id of the first anchor
	Scene  *scene `json:"scene,omitempty"`
	Offer  *offer `json:"offer,omitempty"`
	Run    *run   `json:"run,omitempty"`
}

func (c *core) outline() ([]byte, error) {
	return json.Marshal(outline{Anchor: c.members[0].ID, Scene: c.scene, Offer: c.offer, Run: c.run})
}

// core is what the outline tells of one.
func (o outline) core() *core { return &core{scene: o.Scene, offer: o.Offer, run: o.Run} }
