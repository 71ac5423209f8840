package eval

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// The words by which names of actors are compared: titles that are no part of a
// name, nouns of bodies, words for one country.
var (
	nameTitles = wordSet(`president vice prime minister mr mrs ms dr sir lord lady king queen prince sheikh sayyid ayatollah gen general
		lt col adm secretary of state foreign defense defence the spokesman spokeswoman spokesperson leader chief envoy special
		ambassador sen senator rep representative chancellor pope`)
	nameBodies = wordSet(`ministry government office department officials official council parliament party committee army military forces
		agency organization organisation house administration embassy court police delegation sources source union group media service
		services command authority authorities foundation`)
	nameFillers   = wordSet(`the of s and for`)
	nameCountries = countryWords(map[string]string{
		"usa": "us usa american americans", "rus": "russia russian russians", "ukr": "ukraine ukrainian", "irn": "iran iranian",
		"isr": "israel israeli", "gbr": "uk british britain", "fra": "france french", "deu": "germany german",
		"tur": "turkey turkiye turkish", "chn": "china chinese", "omn": "oman omani", "qat": "qatar qatari", "pak": "pakistan pakistani",
		"syr": "syria syrian", "lbn": "lebanon lebanese", "ind": "india indian", "ita": "italy italian", "pol": "poland polish",
		"prk": "dprk", "sau": "saudi", "egy": "egypt egyptian", "eu": "eu european", "un": "un",
	})
)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

func countryWords(codes map[string]string) map[string]string {
	words := map[string]string{}
	for code, list := range codes {
		for _, word := range strings.Fields(list) {
			words[word] = code
		}
	}
	return words
}

// phrasesOfNames are replaced one after the other, in this order.
var phrasesOfNames = [][2]string{
	{"united states", "usa"}, {"united kingdom", "gbr"}, {"european union", "eu"}, {"united nations", "un"}, {"u.s.", "usa"},
	{"u.k.", "gbr"}, {"u.n.", "un"}, {"north korea", "prk"}, {"south korea", "kor"}, {"saudi arabia", "sau"}, {"defence", "defense"},
}

func nameWords(s string) []string {
	s = plainText(s)
	for _, p := range phrasesOfNames {
		s = strings.ReplaceAll(s, p[0], p[1])
	}
	words := wordPattern.FindAllString(s, -1)
	for i, word := range words {
		if code, ok := nameCountries[word]; ok {
			words[i] = code
		}
	}
	return words
}

// sameName tells whether two names are of one actor, as far as words can tell.
func sameName(a, b string) bool {
	if a == "" || b == "" {
		return a == "" && b == ""
	}
	x, y := nameWords(a), nameWords(b)
	if sameSet(x, y) {
		return true
	}
	x, y = untitled(x), untitled(y)
	if sameSet(x, y) {
		return true
	}
	if slices.ContainsFunc(slices.Concat(x, y), func(w string) bool { return nameBodies[w] }) {
		return sameSet(without(x, nameFillers), without(y, nameFillers))
	}
	if len(x) == 0 || len(y) == 0 || !alike(x[len(x)-1], y[len(y)-1]) {
		return false
	}
	return len(x) == 1 || len(y) == 1 || alike(x[0], y[0]) || x[0][0] == y[0][0] && min(len(x[0]), len(y[0])) == 1
}

func sameSet(a, b []string) bool {
	in := func(list []string) func(string) bool {
		return func(w string) bool { return !slices.Contains(list, w) }
	}
	return !slices.ContainsFunc(a, in(b)) && !slices.ContainsFunc(b, in(a))
}

func without(words []string, drop map[string]bool) []string {
	var kept []string
	for _, word := range words {
		if !drop[word] {
			kept = append(kept, word)
		}
	}
	return kept
}

// untitled drops titles, unless nothing else would be left.
func untitled(words []string) []string {
	if kept := without(words, nameTitles); len(kept) > 0 {
		return kept
	}
	return words
}

// alike tells whether two words are spellings of one: equal, or of five letters
// or more with four fifths of their letters matching.
func alike(a, b string) bool {
	return a == b || min(len(a), len(b)) >= 5 && likeness(a, b) >= .8
}

// likeness is the measure of Ratcliff and Obershelp (1988): twice the letters in
// matching runs, longest runs first, over all letters.
func likeness(a, b string) float64 {
	if len(a)+len(b) == 0 {
		return 1
	}
	return 2 * float64(matchingLetters(a, b)) / float64(len(a)+len(b))
}

func matchingLetters(a, b string) int {
	i, j, size := longestRun(a, b)
	if size == 0 {
		return 0
	}
	return size + matchingLetters(a[:i], b[:j]) + matchingLetters(a[i+size:], b[j+size:])
}

// longestRun finds the longest common run; of equal ones that which begins
// earliest in a, then in b.
func longestRun(a, b string) (bestA, bestB, size int) {
	for i := range a {
		for j := range b {
			k := 0
			for i+k < len(a) && j+k < len(b) && a[i+k] == b[j+k] {
				k++
			}
			if k > size {
				bestA, bestB, size = i, j, k
			}
		}
	}
	return bestA, bestB, size
}

// namesF1 is the F1 of two lists of actors, matched one to one in order.
func namesF1(gold, got []string) float64 {
	gold, got = named(gold), named(got)
	if len(gold) == 0 && len(got) == 0 {
		return 1
	}
	left := slices.Clone(got)
	n := 0
	for _, g := range gold {
		if i := slices.IndexFunc(left, func(p string) bool { return sameName(g, p) }); i >= 0 {
			left = slices.Delete(left, i, i+1)
			n++
		}
	}
	if len(gold) == 0 || len(got) == 0 {
		return 0
	}
	return ratio(2*n, len(gold)+len(got))
}

func named(list []string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
}

// whoRight tells whether half of an event's actors are right; for what one side
// does to another, half on each side.
func whoRight(a, b parley.Event) bool {
	switch a.Type {
	case parley.Assault, parley.Sanction, parley.Coerce, parley.Aid, parley.Propose:
		return namesF1(a.Actors, b.Actors) >= .5 && namesF1(a.Recipients, b.Recipients) >= .5
	}
	return namesF1(slices.Concat(a.Actors, a.Recipients), slices.Concat(b.Actors, b.Recipients)) >= .5
}
