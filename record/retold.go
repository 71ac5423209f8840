package record

import (
	"cmp"
	"math"
	"slices"

	"github.com/parleyrecord/parley"
)

// Two outlets that tell in words of their own what somebody said on one day tell of
// one statement, where so much of the one stands in the other:
const (
	// retoldShare of the rarer words of the shorter one,
	retoldShare = 0.5
	// fewestRetold words, mostly no names: parties and places stand in all that
	// somebody says;
	fewestRetold, fewestPlain = 3, 2
	// fewestAbove for a headline, which tells again what stands below it.
	fewestAbove = 2
	// daysRetold is how far apart they may be told.
	daysRetold = 1
)

// retold joins those of one speaker's statements that are one, told in other words:
// those most alike first. What one document tells apart is two statements, unless one
// of them stands in its headline.
func retold(told []*telling) (cores []*core) {
	if told[0].core.members[0].speaksForSomebody() {
		weigh(told)
		for _, p := range retoldPairs(told) {
			a, b := told[p.a].root(), told[p.b].root()
			if a != b && !a.apart(b) {
				a.join(b)
			}
		}
	}
	for _, t := range told {
		if t.into == nil {
			cores = append(cores, t.core)
		}
	}
	return cores
}

// speaksForSomebody tells whether it is known whose statement it is, a person's or a
// body's.
func (m *mention) speaksForSomebody() bool {
	return m.Statement.Speaker != "" && (m.Statement.Kind == parley.PersonSource || m.Statement.Kind == parley.BodySource)
}

// telling is a core of statements with what it says.
type telling struct {
	core    *core
	gist    gist               // of its first member
	weights map[string]float64 // of the stems: the rarer, the greater; of names half
	weight  float64            // of all of them
	into    *telling           // what it was joined to
}

func (t *telling) root() *telling {
	for t.into != nil {
		t = t.into
	}
	return t
}

func (t *telling) join(o *telling) {
	t.core.members = append(t.core.members, o.core.members...)
	o.into = t
}

// apart tells whether one document tells both, neither in its headline.
func (t *telling) apart(o *telling) bool {
	return slices.ContainsFunc(t.core.members, func(a *mention) bool {
		return slices.ContainsFunc(o.core.members, func(b *mention) bool { return a.Doc == b.Doc && !a.Headline && !b.Headline })
	})
}

// weigh gives the stems their weights among all that is told.
func weigh(told []*telling) {
	in, plain := map[string]int{}, map[string]bool{}
	for _, t := range told {
		for _, stem := range t.gist.stems {
			in[stem]++
			plain[stem] = plain[stem] || t.gist.plain[stem] && !t.core.members[0].Headline
		}
	}
	for _, t := range told {
		t.weights = map[string]float64{}
		for _, stem := range t.gist.stems {
			t.weights[stem] = math.Log(1 + float64(len(told))/float64(in[stem]))
			if !plain[stem] {
				t.weights[stem] /= 2
			}
			t.weight += t.weights[stem]
			t.gist.plain[stem] = plain[stem]
		}
	}
}

// retoldPair is two tellings that may be of one statement.
type retoldPair struct {
	a, b  int
	share float64
}

// retoldPairs are those alike enough, the most alike first.
func retoldPairs(told []*telling) (pairs []retoldPair) {
	for b := range told {
		for a := range b {
			if share, ok := told[a].sharedWith(told[b]); ok {
				pairs = append(pairs, retoldPair{a, b, share})
			}
		}
	}
	slices.SortStableFunc(pairs, func(p, q retoldPair) int { return cmp.Compare(q.share, p.share) })
	return pairs
}

// sharedWith is the share of the weight of the lighter of two tellings that stands in
// the other; ok is false where they are not of one statement.
func (t *telling) sharedWith(o *telling) (share float64, ok bool) {
	a, b := t.core.members[0], o.core.members[0]
	if !sameManner(a, b) || !toldWithin(a, b, daysRetold) || t.gist.otherCounts(o.gist) {
		return 0, false
	}
	var common float64
	number, plain := 0, 0
	for _, stem := range t.gist.stems {
		if _, both := o.weights[stem]; both {
			common += t.weights[stem]
			number++
			if t.gist.plain[stem] {
				plain++
			}
		}
	}
	least := fewestRetold
	if a.Doc == b.Doc {
		least = fewestAbove
	}
	if number < least || plain < fewestPlain {
		return 0, false
	}
	share = common / min(t.weight, o.weight)
	return share, share >= retoldShare
}
