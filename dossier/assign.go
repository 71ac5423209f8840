package dossier

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// Assignment says that a document belongs to a dossier, and why.
type Assignment struct {
	Dossier string `json:"dossier"`
	// Headline tells that the headline alone speaks of the dossier.
	Headline bool `json:"headline"`
	// Passages counts those of the text that speak of it, Of all.
	Passages int `json:"passages"`
	Of       int `json:"of"`
	// Hits are the words that say so, the weightiest first, those of the
	// headline before others; each phrase once, where it stands first.
	Hits []Hit `json:"hits"`
}

// Hit is a word or name in a document that speaks of a dossier.
type Hit struct {
	Words  string      `json:"words"` // as the document writes it
	Party  string      `json:"party"` // the party that it names; "" for a watched word
	Weight int         `json:"weight"`
	Span   parley.Span `json:"span"` // in the document's body
}

// Reason is one line for people: `headline and 5 of 8 passages: "Kovar", …`.
func (a Assignment) Reason() string {
	var where []string
	if a.Headline {
		where = append(where, "headline")
	}
	if a.Of > 0 {
		where = append(where, fmt.Sprintf("%d of %d passages", a.Passages, a.Of))
	}
	words := make([]string, 0, wordsTold)
	for _, h := range a.Hits[:min(len(a.Hits), wordsTold)] {
		words = append(words, "“"+h.Words+"”")
	}
	return strings.Join(where, " and ") + ": " + strings.Join(words, ", ")
}

// wordsTold is how many words a reason quotes.
const wordsTold = 6

// What speaks of a dossier: a passage whose distinct words and parties weigh
// enough together. So a word of weight 5 does alone, two parties do with any
// word of talks or conflict, and so does one that is an armed group; one party
// does with a watched word of weight 3 or, beside somebody else who matters, with
// one of weight 2.
const (
	enough        = 5
	partyWeight   = 2
	groupWeight   = 4 // a party that is an armed group: its name is news of its conflict
	otherWeight   = 1
	contextWeight = 1
)

// Assign gives the dossiers that a document belongs to, in the order of the
// set. It reads no grammar and costs some tens of microseconds a kilobyte.
func (s *Set) Assign(d parley.Document) []Assignment {
	body := d.Body()
	text, lengths := read(d.Title, body)
	f := finding{text: text, hits: make([][]hit, len(s.dossiers)), except: make([]int, len(s.dossiers)), context: make([]bool, len(lengths))}
	f.find(s, body)
	var found []Assignment
	for i, hits := range f.hits {
		if len(hits) == 0 {
			continue
		}
		if a, ok := judge(hits, lengths, f.context, f.works); ok {
			a.Dossier, a.Hits = s.dossiers[i].ID, s.told(hits, body)
			found = append(found, a)
		}
	}
	return found
}

// hit is a term found in a text.
type hit struct {
	term
	start, end int
	passage    int32
}

// finding is the search for the terms of all dossiers in a text.
type finding struct {
	text
	hits    [][]hit // by dossier, in the order in which they stand
	context []bool  // by passage: whether it holds a word of talks or conflict
	works   bool    // whether the headline holds a word for a work of art, sport or a death
	except  []int   // by dossier: the word up to which an exception hides all else
}

func (f *finding) find(s *Set, body string) {
	plain := func(w *word) int32 { return s.words.id(f.plainOf(w)) }
	name := func(w *word) int32 { return s.names.id(f.plainOf(w)) }
	key := func(w *word) int32 { return s.keys.id(body, w) }
	nextName, nextWord := 0, 0
	for i := range f.words {
		if i >= nextWord {
			spoken, after := s.words.longest(f.words, i, plain)
			nextWord = max(nextWord, after)
			f.note(spoken, i, after)
		}
		if i >= nextName && f.words[i].capital {
			named, after := s.names.longest(f.words, i, name)
			if loose, further := s.keys.names.longest(f.words, i, key); further > after {
				named, after = loose, further
			}
			nextName = max(nextName, after)
			f.note(named, i, after)
		}
	}
}

func (f *finding) note(terms []term, first, next int) {
	for _, t := range terms {
		switch {
		case t.kind == context:
			f.context[f.words[first].passage] = true
		case t.kind == work:
			f.works = f.works || f.words[first].passage == headline
		case t.kind == excepted:
			f.except[t.dossier] = next
		case t.dossier != nobody && first >= f.except[t.dossier]:
			f.hits[t.dossier] = append(f.hits[t.dossier], hit{t, int(f.words[first].start), int(f.words[next-1].end), f.words[first].passage})
		}
	}
}

// judge decides whether a document belongs to the dossier whose terms it holds. Where
// its headline tells of a work of art, sport or a death, headline and opening add
// nothing: what they name is its setting.
func judge(hits []hit, lengths []int, context []bool, works bool) (Assignment, bool) {
	points := pointsOf(hits, context)
	a := Assignment{Headline: points[headline] >= enough, Of: len(lengths) - 1}
	about, all := 0, 0
	for p := 1; p < len(lengths); p++ {
		all += lengths[p]
		if points[p] >= enough {
			about += lengths[p]
			a.Passages++
		}
	}
	share := 0.0
	if all > 0 {
		share = float64(about) / float64(all)
	}
	relevance := share
	if !works {
		relevance += openingWorth(points)
	}
	brief := all <= briefWords && !works && points[headline] >= partyWeight && weigh(hits, slices.Contains(context, true)) >= enough
	return a, brief || relevance >= belongs
}

// briefWords is how many words a text has at most that is taken as one passage
// with its headline, where that names a party: the summary that a feed gives.
const briefWords = 60

// A document belongs to a dossier where the share of its words that stand in
// passages which speak of it, and what headline and opening add, come to belongs.
const (
	belongs       = 0.65
	headlineWorth = 0.35
	hintWorth     = 0.15
	leadWorth     = 0.15
)

// openingWorth is what headline and opening add.
func openingWorth(points []int) (worth float64) {
	switch {
	case points[headline] >= enough:
		worth = headlineWorth
	case points[headline] >= partyWeight:
		worth = hintWorth
	}
	if len(points) > 1 && points[1] >= enough {
		worth += leadWorth
	}
	return worth
}

// pointsOf are the weights of what each passage says of a dossier.
func pointsOf(hits []hit, context []bool) []int {
	points := make([]int, len(context))
	for first := 0; first < len(hits); {
		next := first + 1
		for next < len(hits) && hits[next].passage == hits[first].passage {
			next++
		}
		passage := hits[first].passage
		points[passage] = weigh(hits[first:next], context[passage])
		first = next
	}
	return points
}

// weigh adds the weights of the distinct terms of a dossier in a passage. One
// that names no decisive party and holds no word that could mean nothing else
// speaks of no dossier; neither does one party with a single watched word that is
// one of talks or conflict in general, since a state has such news with many. Of
// those who are no parties one counts; words of talks and conflict count where two
// parties are named or an armed group is, and once. A name inside a watched word
// adds nothing to it.
func weigh(hits []hit, inContext bool) int {
	var seen [16]int32
	points, distinct, parties, watchedTo := 0, 0, 0, 0
	decisive, others, group, specific, general := false, false, false, false, 0
	for _, h := range hits {
		if h.kind == watched {
			watchedTo = max(watchedTo, h.end)
		}
		if distinct == len(seen) || slices.Contains(seen[:distinct], h.id) || h.kind == other && h.end <= watchedTo {
			continue
		}
		seen[distinct] = h.id
		distinct++
		switch {
		case h.kind == other:
			others = true
			continue
		case h.kind != watched:
			parties++
			group = group || h.weight == groupWeight
			decisive = decisive || h.kind == party
			if h.end <= watchedTo {
				continue
			}
		}
		decisive = decisive || h.weight >= enough
		specific = specific || h.kind == watched && !h.general
		if h.general {
			general++
		}
		points += int(h.weight)
	}
	switch {
	case !decisive:
		return 0
	case others:
		points += otherWeight
	case parties < 2 && !group && !specific && general < 2:
		return min(points, enough-1)
	}
	if inContext && (parties > 1 || group) {
		points += contextWeight
	}
	return points
}

// told are the hits that a reason names.
func (s *Set) told(hits []hit, body string) []Hit {
	slices.SortStableFunc(hits, func(a, b hit) int {
		return int(cmp.Or(min(a.passage, 1)-min(b.passage, 1), b.weight-a.weight))
	})
	var told []Hit
	seen := map[int32]bool{}
	for _, h := range hits {
		if seen[h.id] {
			continue
		}
		seen[h.id] = true
		told = append(told, Hit{Words: body[h.start:h.end], Party: s.parties[h.id], Weight: int(h.weight), Span: parley.Span{Start: h.start, End: h.end}})
	}
	return told
}
