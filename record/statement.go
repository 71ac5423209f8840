package record

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// Near-alike statements of one speaker find each other by min-hashing
// (A. Broder, "On the resemblance and containment of documents", 1997): each
// block holds the least of several hashes over the words' stems, so that two
// statements share one of the blocks the more surely the more stems they
// share: of those alike by half more than half do, of those alike by a twentieth
// one in a thousand.
const (
	bands       = 6
	hashesABand = 3
	// Told on one day, those alike by a third share a block in two cases of three.
	dayBands       = 10
	hashesADayBand = 2
	// alike is the share of common stems from which two are one statement, and
	// within the share of the shorter one's stems that must stand in the
	// longer. With fewer stems than fewest only the same ones will do.
	alike  = 0.5
	within = 0.8
	fewest = 4
	// daysRepeated is how long after its first telling a statement may be
	// told again and still be the same one.
	daysRepeated = 7
)

// statementBlocks are by speaker, week of telling and words. Their names differ only
// behind the last bar, so that a store which keeps near each other those that begin
// alike keeps so what is asked for and written together.
func statementBlocks(m *mention) (blocks []store.Block) {
	stems := stemsOf(m.Statement.Content)
	week := 0
	if day, ok := m.toldDay(); ok {
		week = (day + 3) / 7 // 1 January 1970 was a Thursday
	}
	said := fmt.Sprintf("%s%s|%d|", anchorBlock, hash("said|" + m.speakerKey())[:10], week)
	if len(stems) == 0 {
		return []store.Block{{Name: said + hash(strings.Join(m.Statement.Content, " ")), Day: week}}
	}
	if day, ok := m.toldDay(); ok && m.speaksForSomebody() {
		// Where other words for it stand, told on the same day.
		for _, least := range leastHashes(gistOf(m.Statement.Content).stems, dayBands, hashesADayBand) {
			blocks = append(blocks, store.Block{Name: said + "told " + least, Day: day})
		}
	}
	for _, least := range leastHashes(stems, bands, hashesABand) {
		blocks = append(blocks, store.Block{Name: said + least, Day: week})
	}
	return blocks
}

// speakerKey tells speakers apart; unnamed ones by whose they are.
func (m *mention) speakerKey() string {
	if s := m.Statement; s.Speaker == "" {
		return "(" + string(s.Kind) + ") " + s.Affiliation
	}
	return m.key(m.Statement.Speaker)
}

// leastHashes are, for each of several bands, the least values of a few hash functions
// over the stems, combined.
func leastHashes(stems []string, bands, hashes int) []string {
	hashed := make([]uint64, len(stems))
	for i, stem := range stems {
		h := fnv.New64a()
		h.Write([]byte(stem))
		hashed[i] = h.Sum64()
	}
	found := make([]string, bands)
	for band := range bands {
		combined := uint64(band)
		for i := range hashes {
			seed, least := mix(uint64(band*hashes+i+1)), ^uint64(0)
			for _, h := range hashed {
				least = min(least, mix(h^seed))
			}
			combined = mix(combined ^ least)
		}
		found[band] = strconv.FormatUint(combined, 36)
	}
	return found
}

// mix spreads a hash's bits (the finalizer of MurmurHash3), so that each seed
// gives an order of its own.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// stemLength is how many letters of a word count: enough to forget endings.
const stemLength = 5

// stemsOf are the stems of the words that carry meaning, sorted, each once.
func stemsOf(content []string) (stems []string) {
	for _, piece := range content {
		for _, word := range strings.FieldsFunc(strings.ToLower(piece), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			runes := []rune(word)
			if _, digits := digitsOnly(word); (len(runes) > 3 || digits) && !functionWords[word] {
				stems = append(stems, string(runes[:min(len(runes), stemLength)]))
			}
		}
	}
	slices.Sort(stems)
	return slices.Compact(stems)
}

func digitsOnly(word string) (string, bool) {
	return word, strings.IndexFunc(word, func(r rune) bool { return !unicode.IsDigit(r) }) < 0
}

// clusterStatements puts together what one speaker said in like words, then what is
// told of it in other words.
func clusterStatements(neighbours []*mention) []*core {
	type said struct {
		core  *core
		gist  gist
		stems [][]string
	}
	var found []*said
	for _, m := range neighbours {
		stems, gist := stemsOf(m.Statement.Content), gistOf(m.Statement.Content)
		at := slices.IndexFunc(found, func(s *said) bool {
			return m.Told.Sub(s.core.members[0].Told).Hours() <= 24*daysRepeated && sameManner(m, s.core.members[0]) && !gist.otherCounts(s.gist) &&
				slices.ContainsFunc(s.stems, func(t []string) bool { return sameWords(stems, t) })
		})
		if at < 0 {
			found = append(found, &said{core: &core{}, gist: gist})
			at = len(found) - 1
		}
		found[at].core.members = append(found[at].core.members, m)
		found[at].stems = append(found[at].stems, stems)
	}
	told := make([]*telling, len(found))
	for i, s := range found {
		told[i] = &telling{core: s.core, gist: s.gist}
	}
	return retold(told)
}

// sameManner keeps a denial apart from what it denies.
func sameManner(a, b *mention) bool {
	denies := func(m *mention) bool { return m.Statement.Manner == parley.Denies }
	return denies(a) == denies(b)
}

func sameWords(a, b []string) bool {
	common, least := 0, min(len(a), len(b))
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case 0:
			common, i, j = common+1, i+1, j+1
		case -1:
			i++
		default:
			j++
		}
	}
	if least < fewest {
		return common == len(a) && common == len(b)
	}
	return float64(common) >= alike*float64(len(a)+len(b)-common) || float64(common) >= within*float64(least)
}

// renderStatement gives the statement in the words of the document that tells
// it at greatest length among those that quote or, if none does, report it.
func renderStatement(e *parley.Entry, members []*mention) {
	best := slices.MaxFunc(members, func(a, b *mention) int {
		return cmp.Or(cmp.Compare(quoted(a), quoted(b)), cmp.Compare(contentLength(a), contentLength(b)), before(b, a))
	})
	s := *best.Statement
	s.Spans = nil
	s.Certainty = e.Certainty
	e.Statement = &s
	for _, m := range members {
		if a := m.Statement.Affiliation; a != "" {
			e.Parties = insert(e.Parties, a)
		}
	}
}

func quoted(m *mention) int {
	if m.Statement.Quoted {
		return 1
	}
	return 0
}

func contentLength(m *mention) (n int) {
	for _, c := range m.Statement.Content {
		n += len(c)
	}
	return n
}
