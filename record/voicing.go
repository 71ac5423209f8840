package record

import (
	"cmp"
	"slices"
	"time"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// voicing is what one mention tells of a stance, as far as clustering asks for it: of
// a party's stances on an issue there are thousands.
type voicing struct {
	id, doc       string
	start         int
	told          time.Time
	holder        string // the key of who voices it
	stance        parley.Stance
	former        parley.Stance // what its text says that it was before
	condition     string
	own, personal bool // in the party's own voice; a person's
}

func voicingOf(m *mention) *voicing {
	p := m.Position
	v := &voicing{id: m.ID, doc: m.Doc, start: m.Start, told: m.Told, stance: p.Stance, former: p.Former, condition: p.Condition,
		own: m.ownVoice(), personal: m.personal()}
	if p.Holder != "" {
		v.holder = m.key(p.Holder)
	}
	return v
}

func voicingsOf(mentions []*mention) []*voicing {
	voicings := make([]*voicing, len(mentions))
	for i, m := range mentions {
		voicings[i] = voicingOf(m)
	}
	return voicings
}

// beforeVoicing is the canonical order, as before has it.
func beforeVoicing(a, b *voicing) int {
	return cmp.Or(a.told.Compare(b.told), cmp.Compare(a.doc, b.doc), cmp.Compare(a.start, b.start), cmp.Compare(a.id, b.id))
}

// day is the day number of the telling; that of undated ones is the same, and near
// no other.
func (v *voicing) day() int { return store.DayNumber(v.told) }

// run is one stance of a party on an issue, with how it stands among the others.
type run struct {
	Own    bool          `json:"own"` // in the party's own voice, not another's account
	Former string        `json:"former,omitempty"`
	Was    parley.Stance `json:"was,omitempty"` // the stance before
	Change parley.Change `json:"change,omitempty"`
	Until  time.Time     `json:"until,omitzero"`
	// Against are the ids of what the party itself said against an account.
	Against []string `json:"against,omitempty"`

	voicings []*voicing // in canonical order
	opposed  []*mention // those of Against, once the run is a core's
}

func (r *run) id() string            { return r.voicings[0].id }
func (r *run) stance() parley.Stance { return r.voicings[0].stance }
func (r *run) last() *voicing        { return r.voicings[len(r.voicings)-1] }

// equal tells whether two runs stand alike.
func (r *run) equal(o *run) bool {
	return r.Own == o.Own && r.Former == o.Former && r.Was == o.Was && r.Change == o.Change && r.Until.Equal(o.Until) && slices.Equal(r.Against, o.Against)
}

// contradicting are the mentions that stand against the run; none where there is
// no run.
func (r *run) contradicting() []*mention {
	if r == nil {
		return nil
	}
	return r.opposed
}

// ids are those of the mentions that the run is told by, and of those that stand
// against it.
func (r *run) ids() []string {
	var ids []string
	for _, v := range r.voicings {
		ids = append(ids, v.id)
	}
	return append(ids, r.Against...)
}

// core makes a core of the run, with its mentions out of those given, by id.
func (r *run) core(mentions map[string]*mention) *core {
	wholes := make([]*mention, 0, len(r.voicings)+len(r.Against))
	for _, id := range r.ids() {
		wholes = append(wholes, mentions[id])
	}
	members := len(r.voicings)
	r.opposed = wholes[members:]
	return &core{run: r, members: wholes[:members:members]}
}

// clusterPositions parts mentions into runs.
func clusterPositions(neighbours []*mention) (cores []*core) {
	byID := make(map[string]*mention, len(neighbours))
	for _, m := range neighbours {
		byID[m.ID] = m
	}
	for _, r := range clusterVoicings(voicingsOf(neighbours)) {
		cores = append(cores, r.core(byID))
	}
	return cores
}

// clusterVoicings parts what is told of a party on an issue into runs. A run
// is one stance in the party's own voice from when it was first told until a
// day on which the same voice, or one for the party as a whole, takes a stance
// that replaces it or names another condition, or one stance in others' accounts.
// Stances told on the same day, or by different people, stand side by side: they
// are different voices, not a change.
func clusterVoicings(neighbours []*voicing) (done []*run) {
	slices.SortFunc(neighbours, beforeVoicing)
	var standing runs
	accounts := map[parley.Stance]*run{}
	var latest *run // the run that ended last
	for _, v := range neighbours {
		var r *run
		if v.own {
			if ended := standing.end(v); ended != nil {
				latest = ended
			}
			if r = standing.of(v.stance); r == nil {
				r = begin(v, latest)
				standing = append(standing, r)
				done = append(done, r)
			}
		} else if r = accounts[v.stance]; r == nil {
			r = &run{}
			accounts[v.stance] = r
			done = append(done, r)
		}
		r.voicings = append(r.voicings, v)
	}
	contradict(done)
	return done
}

// runs are those that stand at a time, one of each stance at most.
type runs []*run

func (r runs) of(stance parley.Stance) *run {
	for _, v := range r {
		if v.stance() == stance {
			return v
		}
	}
	return nil
}

// end closes the runs that a stance told on a later day replaces, and returns
// the one voiced last.
func (r *runs) end(by *voicing) (latest *run) {
	if by.told.IsZero() {
		return nil
	}
	*r = slices.DeleteFunc(*r, func(v *run) bool {
		moved := replaces(by.stance, v.stance()) || by.stance == v.stance() && otherCondition(by, v)
		if !moved || v.last().day() >= by.day() || !answersFor(by, v) {
			return false
		}
		v.Until = by.told
		if latest == nil || beforeVoicing(latest.last(), v.last()) < 0 {
			latest = v
		}
		return true
	})
	return latest
}

// answersFor tells whether who voices a stance can end a run: one of those who
// voiced it, or one for the party as a whole. What another minister says does not
// undo it.
func answersFor(by *voicing, r *run) bool {
	return !by.personal || slices.ContainsFunc(r.voicings, func(o *voicing) bool { return !o.personal || o.holder == by.holder })
}

// otherCondition tells whether a stance names a condition that has nothing in
// common with those of a run.
func otherCondition(by *voicing, r *run) bool {
	if by.condition == "" {
		return false
	}
	stems := stemsOf([]string{by.condition})
	named := false
	for _, o := range r.voicings {
		if o.condition == "" {
			continue
		}
		named = true
		if overlap(stems, stemsOf([]string{o.condition})) {
			return false
		}
	}
	return named
}

// begin opens a run. It differs from the run that it brought to an end or, where
// there is none, from what its own text says that the stance was before.
func begin(v *voicing, former *run) *run {
	r := &run{Own: true}
	if former != nil && former.Until.Equal(v.told) {
		first := former.voicings[0]
		r.Former, r.Was = first.id, first.stance
		r.Change = changeBetween(first.stance, first.condition, v.stance, v.condition)
	} else if v.former != "" && v.former != v.stance {
		r.Was, r.Change = v.former, changeBetween(v.former, "", v.stance, v.condition)
	}
	return r
}

// daysContradicted is how far apart a party's own word and another's account
// of it may be told and still be about the same thing.
const daysContradicted = 3

// contradict marks the accounts by others that a party's own word, told within
// a few days, contradicts: of each contrary run the first such word.
func contradict(runs []*run) {
	for _, account := range runs {
		if account.Own {
			continue
		}
		for _, own := range runs {
			if !own.Own || !contradicts(own.stance(), account.stance()) || !toldNear(own, account) {
				continue
			}
			if at := slices.IndexFunc(own.voicings, account.anyNear); at >= 0 {
				account.Against = append(account.Against, own.voicings[at].id)
			}
		}
	}
}

// anyNear tells whether a run is voiced within a few days of a telling.
func (v *run) anyNear(o *voicing) bool {
	at, _ := slices.BinarySearchFunc(v.voicings, o.day()-daysContradicted, func(v *voicing, first int) int { return v.day() - first })
	return at < len(v.voicings) && v.voicings[at].day() <= o.day()+daysContradicted
}

// toldNear tells whether two runs may be voiced within a few days of each other:
// their times of telling overlap, or touch.
func toldNear(a, b *run) bool {
	first, otherFirst := a.voicings[0], b.voicings[0]
	if first.told.IsZero() || otherFirst.told.IsZero() {
		return true // undated ones come first
	}
	return first.day() <= b.last().day()+daysContradicted && otherFirst.day() <= a.last().day()+daysContradicted
}
