package positions

import (
	"embed"
	"slices"
	"strings"
	"sync"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/reader/table"
)

//go:embed tables
var embedded embed.FS

// stanceWord is a row of the table of stances, for one word.
type stanceWord struct {
	stance, negated parley.Stance
	particle        string // "out" of "rule out"; "" where there is none
}

// deed is a row of the table of deeds, for one verb.
type deed struct {
	issue                 string // "*" for any
	particle              string
	done, planned, denied parley.Stance
	becomes               string // the issue that the deed makes of its own: to host talks is a matter of venue
}

// reversal is the end of a stance.
type reversal struct {
	former, now parley.Stance
	particle    string
}

type judgement struct{ stance, negated parley.Stance }

type modalWord struct{ stance, denied parley.Stance }

type reply struct{ is, negated parley.Response }

type knowledge struct {
	stances      map[string]map[string][]stanceWord // part of speech -> first lemma
	modals       map[string]modalWord
	deeds        map[string][]deed
	intents      map[string]mood
	judgements   map[string]judgement
	aims         map[string]map[string]bool // what -> words
	closed       []closedPhrase             // judgements of several words, the longest first
	reversals    map[string][]reversal
	left         map[parley.Stance]parley.Stance // what is left of a stance that is over
	holds        map[string]bool                 // verbs whose subject holds the stance that their object names
	forces       map[string]bool                 // what withdraws
	debated      map[string]bool                 // verbs of what is yet to be settled
	withholds    map[string]bool                 // by what relief is kept from somebody
	vague        map[string]bool                 // what points back at an offer
	pointers     map[string]bool                 // what points back to a deed
	between      map[string]bool                 // who holds talks
	claims       map[string]bool                 // what is held to be true
	roles        map[string]map[string]bool      // role -> words
	opposed      map[string]bool                 // those in a state who are not its government
	evils        map[string]bool                 // what nobody is for
	sides        map[string]bool                 // nouns that with an owner stand for his party
	firm         []string
	prepositions map[string]string // what a preposition tells
	replies      map[string]reply
	nominals     map[string]string          // noun -> the verb of the deed that it names
	plans        map[string]map[string]bool // role -> words
	issues       map[string]map[string]bool // role -> issues
}

var tables = sync.OnceValue(func() *knowledge {
	k := &knowledge{
		stances: map[string]map[string][]stanceWord{}, modals: map[string]modalWord{}, deeds: map[string][]deed{},
		intents: map[string]mood{}, judgements: map[string]judgement{}, reversals: map[string][]reversal{},
		left: map[parley.Stance]parley.Stance{}, prepositions: map[string]string{}, replies: map[string]reply{}, nominals: map[string]string{},
		aims: table.ByRole(embedded, "tables/aims.tsv"), roles: table.ByRole(embedded, "tables/roles.tsv"), plans: table.ByRole(embedded, "tables/plans.tsv"), issues: table.ByRole(embedded, "tables/issues.tsv"),
		holds: wordSet("holds"), forces: wordSet("forces"), evils: wordSet("evils"), debated: wordSet("debated"),
		withholds: wordSet("withholds"), vague: wordSet("vague"), pointers: wordSet("pointers"), between: wordSet("between"),
		claims: wordSet("claims"), opposed: wordSet("opposed"), sides: wordSet("sides"),
	}
	for _, c := range table.Rows(embedded, "tables/stances.tsv") {
		k.addStance(strings.ToUpper(c[0]), c)
	}
	eachWord("deeds", 4, func(word string, c []string) {
		verb, particle, _ := strings.Cut(word, " ")
		k.deeds[verb] = append(k.deeds[verb], deed{c[0], particle, parley.Stance(c[1]), parley.Stance(c[2]), parley.Stance(c[3]), c[5]})
	})
	eachWord("reversals", 2, func(word string, c []string) {
		verb, particle, _ := strings.Cut(word, " ")
		former, now := parley.Stance(c[0]), parley.Stance(c[1])
		k.reversals[verb] = append(k.reversals[verb], reversal{former, now, particle})
		k.left[former] = now
	})
	moods := map[string]mood{"planned": planned, "done": done, "possible": possible, "owed": owed}
	eachWord("intents", 1, func(word string, c []string) { k.intents[word] = moods[c[0]] })
	eachWord("modals", 2, func(word string, c []string) { k.modals[word] = modalWord{parley.Stance(c[0]), parley.Stance(c[1])} })
	eachWord("judgements", 2, func(word string, c []string) {
		k.judgements[word] = judgement{parley.Stance(c[0]), parley.Stance(c[1])}
	})
	eachWord("closed", 2, func(words string, c []string) {
		k.closed = append(k.closed, closedPhrase{words, judgement{parley.Stance(c[0]), parley.Stance(c[1])}})
	})
	slices.SortStableFunc(k.closed, func(a, b closedPhrase) int { return strings.Count(b.words, " ") - strings.Count(a.words, " ") })
	eachWord("replies", 2, func(word string, c []string) {
		k.replies[word] = reply{parley.Response(c[0]), parley.Response(c[1])}
	})
	eachWord("nominals", 1, func(noun string, c []string) { k.nominals[noun] = c[0] })
	eachWord("prepositions", 1, func(word string, c []string) { k.prepositions[word] = c[0] })
	eachWord("firm", 0, func(word string, _ []string) { k.firm = append(k.firm, word) })
	return k
})

// wordSet reads a table that is but a list of words.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	eachWord(name, 0, func(word string, _ []string) { set[word] = true })
	return set
}

// addStance keeps a row of the table of stances. The head of a noun of two words
// ("red line") is its last, that of a verb ("rule out") its first.
func (k *knowledge) addStance(pos string, c []string) {
	if k.stances[pos] == nil {
		k.stances[pos] = map[string][]stanceWord{}
	}
	for words := range strings.SplitSeq(c[3], "|") {
		first, particle, _ := strings.Cut(words, " ")
		if pos == "NOUN" && particle != "" {
			first, particle = particle, first
		}
		k.stances[pos][first] = append(k.stances[pos][first], stanceWord{parley.Stance(c[1]), parley.Stance(c[2]), particle})
	}
}

// eachWord calls with for each word that a column of a table lists.
func eachWord(name string, column int, with func(word string, cells []string)) {
	table.EachWord(embedded, "tables/"+name+".tsv", column, with)
}
