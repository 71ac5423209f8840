package record

import (
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// run is how a stance stands among the others of its party on its issue.
type run struct {
	Own    bool          `json:"own"` // in the party's own voice, not another's account
	Former string        `json:"former,omitempty"`
	Was    parley.Stance `json:"was,omitempty"` // the stance before
	Change parley.Change `json:"change,omitempty"`
	Until  time.Time     `json:"until,omitzero"`
	// Against are the ids of what the party itself said against an account.
	Against []string `json:"against,omitempty"`
	against []*mention
}

// standsBlock begins the blocks of stances.
const standsBlock = anchorBlock + "stands|"

// contradicting are the mentions that stand against the run; none where there is
// no run.
func (r *run) contradicting() []*mention {
	if r == nil {
		return nil
	}
	return r.against
}

// positionBlocks: a party's stances on an issue are one neighbourhood.
func positionBlocks(m *mention) []store.Block {
	return []store.Block{{Name: standsBlock + m.partyKey() + "|" + string(m.Position.Issue)}}
}

// partyKey is the position's party: its code or, where it has none, its name's
// key.
func (m *mention) partyKey() string {
	if p := m.party(m.Position.Party); p != "" {
		return p
	}
	return m.key(m.Position.Party)
}

// ownVoice tells whether the party itself speaks: somebody of its own, or
// nobody named. What another says of it is an account.
func (m *mention) ownVoice() bool {
	p := m.Position
	return p.Holder == "" || m.party(p.Holder) == m.partyKey() || m.key(p.Holder) == m.partyKey()
}

// side is the way that a stance points. What a party demands may be that a
// thing be done or that it not be, so that demanding points neither way.
type side int

const (
	no side = iota
	open
	demanding
	yes
)

func sideOf(s parley.Stance) side {
	switch s {
	case parley.Accepts, parley.Offers, parley.Supports:
		return yes
	case parley.Conditional, parley.Undecided:
		return open
	case parley.Demands:
		return demanding
	}
	return no
}

// replaces tells whether a party that takes one stance has given up another: it
// points elsewhere or, from demanding, has come nearer or left it open.
func replaces(now, former parley.Stance) bool {
	a, b := sideOf(now), sideOf(former)
	switch {
	case a == b:
		return false
	case b == demanding:
		return a == open || now == parley.Accepts || now == parley.Offers
	case a == demanding:
		return b == open
	}
	return true
}

// contradicts tells whether a party cannot hold both stances at once.
func contradicts(a, b parley.Stance) bool {
	refuses := func(s parley.Stance) bool { return s == parley.Rejects || s == parley.RedLine }
	return sideOf(a) == yes && refuses(b) || sideOf(b) == yes && refuses(a)
}

// clusterPositions parts what is told of a party on an issue into runs. A run
// is one stance in the party's own voice from when it was first told until a
// day on which the same voice, or one for the party as a whole, takes a stance
// that replaces it or names another condition, or one stance in others' accounts.
// Stances told on the same day, or by different people, stand side by side: they
// are different voices, not a change.
func clusterPositions(neighbours []*mention) []*core {
	var done []*core
	var standing runs
	accounts := map[parley.Stance]*core{}
	var latest *core // the run that ended last
	for _, m := range neighbours {
		stance := m.Position.Stance
		if !m.own {
			if accounts[stance] == nil {
				accounts[stance] = &core{run: &run{}}
				done = append(done, accounts[stance])
			}
			accounts[stance].members = append(accounts[stance].members, m)
			continue
		}
		if ended := standing.end(m); ended != nil {
			latest = ended
		}
		c := standing.of(stance)
		if c == nil {
			c = begin(m, latest)
			standing = append(standing, c)
			done = append(done, c)
		}
		c.members = append(c.members, m)
	}
	contradict(done)
	return done
}

// runs are those that stand at a time, one of each stance at most.
type runs []*core

func (r runs) of(stance parley.Stance) *core {
	for _, c := range r {
		if c.members[0].Position.Stance == stance {
			return c
		}
	}
	return nil
}

// end closes the runs that a stance told on a later day replaces, and returns
// the one voiced last.
func (r *runs) end(m *mention) (latest *core) {
	day, dated := m.toldDay()
	if !dated {
		return nil
	}
	*r = slices.DeleteFunc(*r, func(c *core) bool {
		stance := c.members[0].Position.Stance
		moved := replaces(m.Position.Stance, stance) || stance == m.Position.Stance && otherCondition(m, c)
		if !moved {
			return false
		}
		if last, _ := lastOf(c).toldDay(); last >= day || !answersFor(m, c) {
			return false
		}
		c.run.Until = m.Told
		if latest == nil || before(lastOf(latest), lastOf(c)) < 0 {
			latest = c
		}
		return true
	})
	return latest
}

// answersFor tells whether who voices a stance can end a run: one of those who
// voiced it, or one for the party as a whole. What another minister says does not
// undo it.
func answersFor(m *mention, c *core) bool {
	return !m.personal() || slices.ContainsFunc(c.members, func(o *mention) bool {
		return !o.personal() || o.key(o.Position.Holder) == m.key(m.Position.Holder)
	})
}

// personal tells whether a person voices the stance, not the party or a body.
func (m *mention) personal() bool {
	return slices.ContainsFunc(m.Actors, func(a actor) bool { return a.Name == m.Position.Holder && a.Person })
}

// otherCondition tells whether a mention names a condition that has nothing in
// common with those of a run.
func otherCondition(m *mention, c *core) bool {
	if m.Position.Condition == "" {
		return false
	}
	stems := stemsOf([]string{m.Position.Condition})
	named := false
	for _, o := range c.members {
		if o.Position.Condition == "" {
			continue
		}
		named = true
		if overlap(stems, stemsOf([]string{o.Position.Condition})) {
			return false
		}
	}
	return named
}

func lastOf(c *core) *mention { return c.members[len(c.members)-1] }

// begin opens a run. It differs from the run that it brought to an end or, where
// there is none, from what its own text says that the stance was before.
func begin(m *mention, former *core) *core {
	c := &core{run: &run{Own: true}}
	if former != nil && former.run.Until.Equal(m.Told) {
		c.run.Former, c.run.Was = former.id(), former.members[0].Position.Stance
		c.run.Change = changeBetween(former.members[0].Position, m.Position)
	} else if m.Position.Former != "" && m.Position.Former != m.Position.Stance {
		c.run.Was, c.run.Change = m.Position.Former, changeBetween(&parley.Position{Stance: m.Position.Former}, m.Position)
	}
	return c
}

// changeBetween names how a stance differs from the one before.
func changeBetween(former, now *parley.Position) parley.Change {
	switch {
	case now.Stance == parley.Conditional && now.Condition != "" && now.Condition != former.Condition:
		return parley.NewCondition
	case contradicts(former.Stance, now.Stance):
		return parley.Reversed
	case slices.Index(parley.Stances, now.Stance) > slices.Index(parley.Stances, former.Stance):
		return parley.Hardened
	}
	return parley.Softened
}

// daysContradicted is how far apart a party's own word and another's account
// of it may be told and still be about the same thing.
const daysContradicted = 3

// contradict marks the accounts by others that a party's own word, told within
// a few days, contradicts: of each contrary run the first such word.
func contradict(cores []*core) {
	for _, account := range cores {
		if account.run.Own {
			continue
		}
		for _, own := range cores {
			if !own.run.Own || !contradicts(own.members[0].Position.Stance, account.members[0].Position.Stance) || !toldNear(own, account) {
				continue
			}
			at := slices.IndexFunc(own.members, func(m *mention) bool { return anyToldNear(account.members, m) })
			if at >= 0 {
				account.run.against = append(account.run.against, own.members[at])
				account.run.Against = append(account.run.Against, own.members[at].ID)
			}
		}
	}
}

// anyToldNear tells whether any of some members, in canonical order, was told within a
// few days of a mention.
func anyToldNear(members []*mention, m *mention) bool {
	day, _ := m.toldDay() // of undated ones it is the same, and near no other
	at, _ := slices.BinarySearchFunc(members, day-daysContradicted, func(o *mention, first int) int {
		told, _ := o.toldDay()
		return told - first
	})
	if at == len(members) {
		return false
	}
	told, _ := members[at].toldDay()
	return told <= day+daysContradicted
}

// toldNear tells whether two runs may have members told within a few days of
// each other: their times of telling overlap, or touch.
func toldNear(a, b *core) bool {
	first, dated := a.members[0].toldDay()
	otherFirst, otherDated := b.members[0].toldDay()
	if !dated || !otherDated {
		return true // undated ones come first
	}
	last, _ := lastOf(a).toldDay()
	otherLast, _ := lastOf(b).toldDay()
	return first <= otherLast+daysContradicted && otherFirst <= last+daysContradicted
}

// mostQuotes bounds the words shown for a stance; the spans have them all.
const mostQuotes = 5

// renderPosition makes the entry of a run.
func renderPosition(e *parley.Entry, members []*mention, r *run) {
	first := members[0].Position
	s := &parley.Standing{Party: members[0].partyKey(), Issue: first.Issue, Stance: first.Stance, Aim: first.Aim, Quotes: []string{},
		Own: r.Own, Voices: voicesOf(members), Until: r.Until, Replaces: r.Former, Former: r.Was, Change: r.Change, Repeated: sourcesOf(members), Holders: []string{}}
	for _, m := range members {
		p := m.Position
		if p.Holder != "" && !slices.Contains(s.Holders, p.Holder) {
			s.Holders = append(s.Holders, p.Holder)
		}
		for _, q := range p.Quotes {
			if len(s.Quotes) < mostQuotes && !slices.Contains(s.Quotes, q) {
				s.Quotes = append(s.Quotes, q)
			}
		}
		if p.Condition != "" {
			s.Condition = p.Condition
		}
		if p.Since != "" && (e.Start == "" || p.Since < e.Start) {
			e.Start = p.Since
		}
	}
	e.Parties = []string{s.Party}
	e.Position = s
}

// voicesOf are those who voice a stance, in the order in which they first did.
func voicesOf(members []*mention) (voices []parley.Voice) {
	at := map[string]int{}
	by := map[string][]*mention{}
	for _, m := range members {
		who := ""
		if m.Position.Holder != "" {
			who = m.key(m.Position.Holder)
		}
		if _, seen := at[who]; !seen {
			at[who] = len(voices)
			voices = append(voices, parley.Voice{Holder: m.Position.Holder, First: m.Told})
		}
		by[who] = append(by[who], m)
		voices[at[who]].Last = m.Told
	}
	for who, i := range at {
		voices[i].Sources = sourcesOf(by[who])
	}
	return voices
}
