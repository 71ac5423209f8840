package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley/store"
)

// offer is what a mention, or a core of several, says of a proposal that tells
// it from others.
type offer struct {
	By     []string `json:"by,omitempty"`     // the parties that propose
	Around []string `json:"around,omitempty"` // the parties that the texts name
	// First and Last are the days of its telling, as day numbers, where Dated.
	Dated      bool `json:"dated,omitempty"`
	First      int  `json:"first,omitempty"`
	Last       int  `json:"last,omitempty"`
	Prominence int  `json:"prominence,omitempty"` // see prominenceOf

	size   int  // of a mention: the number of points
	amends bool // of a mention: its name says that it is another version
}

// offerOf is what one mention says.
func offerOf(m *mention) *offer {
	o := &offer{By: m.authors(), Around: m.Around, size: m.size(), amends: isAmended(m.Proposal.Name)}
	o.First, o.Dated = m.toldDay()
	o.Last = o.First
	return o
}

// offerTogether is what mentions of one proposal say: of the parties around it
// those that most of the texts name.
func offerTogether(members []*mention) *offer {
	all := &offer{Prominence: prominenceOf(members)}
	named := map[string]int{}
	for _, m := range members {
		o := m.offer
		for _, party := range o.By {
			all.By = insert(all.By, party)
		}
		for _, party := range o.Around {
			named[party]++
		}
		switch {
		case !o.Dated:
		case !all.Dated:
			all.Dated, all.First, all.Last = true, o.First, o.Last
		default:
			all.First, all.Last = min(all.First, o.First), max(all.Last, o.Last)
		}
	}
	for party, texts := range named {
		if 2*texts > len(members) {
			all.Around = insert(all.Around, party)
		}
	}
	return all
}

// namesItself tells whether a proposal's mention says which it is: by its size
// or by a word of its name. "The plan" of somebody follows one that does.
func (m *mention) namesItself() bool {
	return m.offer.size > 0 || len(m.Words) > 0 || len(m.offer.By) == 0
}

const (
	// daysNamed is how far from the telling of a proposal by its name one may
	// speak of it as "the plan".
	daysNamed = 15
	// byBlock begins the keys of the parties that propose.
	byBlock = "proposed by|"
)

// byKeys are the keys of those who propose.
func (o *offer) byKeys() []string {
	keys := make([]string, len(o.By))
	for i, party := range o.By {
		keys[i] = byBlock + party
	}
	return keys
}

// coreBlocks are where those find a proposal that call it by no name: under each
// author, on days of its telling so near to one another that none looks between
// two.
func (o *offer) coreBlocks() (blocks []store.Block) {
	if !o.Dated {
		return nil
	}
	for _, key := range o.byKeys() {
		for day := o.First; day < o.Last; day += daysNamed {
			blocks = append(blocks, store.Block{Name: coreBlock + key, Day: day})
		}
		blocks = append(blocks, store.Block{Name: coreBlock + key, Day: o.Last})
	}
	return blocks
}

// followOffer weighs how well a mention without a name fits a proposal: that the
// same parties are in the text, and that many tell of it; negative where others
// propose it, or it is not told of then.
func followOffer(f, o *offer) int {
	if !f.Dated || !o.Dated || f.First < o.First-daysNamed || f.First > o.Last+daysNamed || !overlap(f.By, o.By) {
		return -1
	}
	return 2*min(shared(f.Around, o.Around), mostAround) + 2*o.Prominence
}

// mostAround bounds how many parties in common count.
const mostAround = 3

// proposalBlocks are by author, another party around it, size and year, and by the words
// of the name that tell it from others and year. One that says nothing of either is alone.
func proposalBlocks(m *mention) (blocks []store.Block) {
	year := "undated"
	if !m.Told.IsZero() {
		year = m.Told.UTC().Format("2006")
	}
	if n := m.offer.size; n > 0 {
		for _, pair := range m.offer.pairs() {
			blocks = append(blocks, store.Block{Name: fmt.Sprintf("%sproposed|%d points|%s|%s", anchorBlock, n, pair, year)})
		}
		blocks = append(blocks, m.versionBlocks()...)
	}
	if len(m.Words) > 0 {
		blocks = append(blocks, store.Block{Name: anchorBlock + "proposed|" + strings.Join(m.Words, " ") + "|" + year})
	}
	if len(blocks) == 0 {
		blocks = append(blocks, store.Block{Name: anchorBlock + "proposed|" + m.ID})
	}
	return blocks
}

// pairs are those who propose or, where the text does not say, all whom it names, each
// with another party that it names: what a mediator puts to two sides in one war is not what
// he puts to others in another.
func (o *offer) pairs() (pairs []string) {
	around := o.Around[:min(len(o.Around), mostParties)]
	sides := o.By
	if len(sides) == 0 {
		sides = around
	}
	for _, side := range sides {
		alone := true
		for _, other := range around {
			if other != side {
				alone = false
				pairs = insert(pairs, min(side, other)+"|"+max(side, other))
			}
		}
		if alone {
			pairs = insert(pairs, side)
		}
	}
	return pairs
}

// The blocks in which a proposal of so many points meets a later one that amends
// it, which may have another size and other authors. Two that stand in the same
// one are no neighbours: those of one kind meet those of the other.
const (
	numberedBlock = anchorBlock + "numbered|"
	amendingBlock = anchorBlock + "amending|"
)

// meets is the block whose mentions those in a block have for neighbours: its
// own, or the other of a pair.
func meets(b store.Block) store.Block {
	if rest, ok := strings.CutPrefix(b.Name, numberedBlock); ok {
		b.Name = amendingBlock + rest
	} else if rest, ok := strings.CutPrefix(b.Name, amendingBlock); ok {
		b.Name = numberedBlock + rest
	}
	return b
}

// versionBlocks are those of each pair of parties around it, by month.
func (m *mention) versionBlocks() (blocks []store.Block) {
	if m.Told.IsZero() {
		return nil
	}
	kind, last := amendingBlock, m.Told.UTC()
	if !m.offer.amends {
		kind, last = numberedBlock, last.AddDate(0, 0, daysOfVersions)
	}
	around := m.offer.Around[:min(len(m.offer.Around), mostParties)]
	for month := m.Told.UTC().AddDate(0, 0, 1-m.Told.UTC().Day()); !month.After(last); month = month.AddDate(0, 1, 0) {
		for i, a := range around {
			for _, b := range around[i+1:] {
				blocks = append(blocks, store.Block{Name: kind + a + "|" + b + "|" + month.Format("2006-01")})
			}
		}
	}
	return blocks
}

// unnamedKey parts mentions that follow no proposal: by author, and by month of
// telling.
func (m *mention) unnamedKey() string {
	month := "undated"
	if m.offer.Dated {
		month = m.Told.UTC().Format("2006-01")
	}
	return byBlock + strings.Join(m.offer.By, "|") + "|" + month
}

// likeSides tells whether two mentions may be of one proposal, as far as those
// who propose and those around it go: they share a pair of them.
func likeSides(a, b *offer) bool {
	return overlap(a.pairs(), b.pairs()) || slices.Equal(a.pairs(), b.pairs())
}
