package eval

import (
	"cmp"
	"slices"

	"github.com/blevesearch/go-porterstemmer"

	"github.com/parleyrecord/parley/view/rarity"
)

const (
	// likeSentence is how much the likeness of two sentences counts beside that
	// of their documents.
	likeSentence = 0.5
	// alikeEnough is how alike mentions must be in the mean to be one. Both were
	// chosen on topics that are not for development or test; nearby values do as
	// well.
	alikeEnough = 0.25
)

// together puts mentions together by the rules of the record, as far as they hold
// for events of any kind: of one kind (one stem, so that "announced" and
// "announcement" meet), told in like documents and in like words. Of what is of
// one kind the most alike are joined first, as long as all members are alike in
// the mean.
func (c *corefCorpus) together() clustering {
	sentences := make([]string, len(c.mentions))
	byStem := map[string][]int{}
	for i, m := range c.mentions {
		sentences[i] = m.sentence
		stem := string(porterstemmer.StemString(m.lemma))
		byStem[stem] = append(byStem[stem], i)
	}
	texts := bagsOf(c.documents)
	lines := bagsOf(sentences)
	found := make(clustering, len(c.mentions))
	for i := range found {
		found[i] = i
	}
	for _, group := range byStem {
		join(group, found, func(a, b int) float64 {
			x, y := c.mentions[a], c.mentions[b]
			return texts[x.document].Likeness(texts[y.document]) + likeSentence*lines[a].Likeness(lines[b])
		})
	}
	return found
}

func bagsOf(texts []string) []rarity.Bag {
	weights := rarity.Of(texts)
	bags := make([]rarity.Bag, len(texts))
	for i, text := range texts {
		bags[i] = weights.Bag(text)
	}
	return bags
}

// join clusters a group of mentions: average linkage, until no two clusters are
// alike enough.
func join(group []int, found clustering, alike func(a, b int) float64) {
	clusters := make([][]int, len(group))
	for i, m := range group {
		clusters[i] = []int{m}
	}
	// sums[i][j] is the sum of likenesses between two clusters.
	sums := make([][]float64, len(group))
	for i := range group {
		sums[i] = make([]float64, len(group))
		for j := range i {
			sums[i][j] = alike(group[i], group[j])
			sums[j][i] = sums[i][j]
		}
	}
	for {
		best, at, with := alikeEnough, -1, -1
		for i := range clusters {
			for j := range i {
				if len(clusters[i]) == 0 || len(clusters[j]) == 0 {
					continue
				}
				if mean := sums[i][j] / float64(len(clusters[i])*len(clusters[j])); mean > best {
					best, at, with = mean, j, i
				}
			}
		}
		if at < 0 {
			break
		}
		clusters[at] = append(clusters[at], clusters[with]...)
		clusters[with] = nil
		for k := range clusters {
			sums[at][k] += sums[with][k]
			sums[k][at] = sums[at][k]
		}
	}
	for _, cluster := range clusters {
		for _, m := range cluster {
			found[m] = slices.MinFunc(cluster, cmp.Compare[int])
		}
	}
}
