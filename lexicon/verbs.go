package lexicon

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
)

// Verb says what event a verb, or a noun for the same, reports.
type Verb struct {
	Word string // lemma; a particle belongs to it ("call off")
	Noun bool
	// With are lemmas of which one must be the verb's object or stand in the
	// noun's phrase; none are wanted where it is empty. A mark that begins with @
	// asks for more than a word, and one that begins with # for any noun of a class.
	With []string
	// classes are the nouns of the classes that With names.
	classes []map[string]bool
	// Without are prepositions and objects with which the word means something
	// else.
	Without []string
	Type    parley.EventType
	Mode    parley.Mode
	Code    string // CAMEO
	// Actors and Recipients are the grammatical roles in which they stand:
	// subj, obj, iobj, poss, mod, or a preposition.
	Actors, Recipients []string
}

// Verbs are the senses of a lemma as a verb or as a noun, those that want an
// object before the plain one.
func (l *Lexicon) Verbs(lemma string, noun bool) []Verb {
	if noun {
		return l.nounSenses[lemma]
	}
	return l.verbSenses[lemma]
}

func (l *Lexicon) compileVerbs(t *tables) error {
	nouns := map[string][]string{} // for what a verb says is done
	for _, r := range t.rows["verbnouns"] {
		nouns[r.get("verb")] = r.list("nouns")
	}
	var derived []Verb
	for _, r := range t.rows["verbs"] {
		v, err := l.sense(r)
		if err != nil {
			return err
		}
		words := strings.Fields(v.Word)
		if v.Noun {
			last := words[len(words)-1]
			l.nounSenses[last] = append(l.nounSenses[last], v)
			continue
		}
		l.verbSenses[words[0]] = append(l.verbSenses[words[0]], v)
		for _, noun := range nouns[v.Word] {
			derived = append(derived, v.asNoun(noun))
		}
	}
	for _, v := range derived { // behind what the table itself says of a noun
		l.nounSenses[v.Word] = append(l.nounSenses[v.Word], v)
	}
	for _, senses := range []map[string][]Verb{l.verbSenses, l.nounSenses} {
		for _, list := range senses {
			slices.SortStableFunc(list, func(a, b Verb) int { return b.narrowness() - a.narrowness() })
		}
	}
	return nil
}

// sense reads one row of verbs.tsv.
func (l *Lexicon) sense(r row) (Verb, error) {
	v := Verb{
		Word: r.get("word"), Noun: r.get("pos") == "noun", Type: parley.EventType(r.get("type")),
		Mode: parley.Mode(r.get("mode")), Code: r.get("code"), Actors: r.list("actors"), Recipients: r.list("recipients"),
	}
	for _, lemma := range r.list("with") {
		if preposition, barred := strings.CutPrefix(lemma, "!"); barred {
			v.Without = append(v.Without, preposition)
			continue
		}
		v.With = append(v.With, lemma)
		if class, named := strings.CutPrefix(lemma, "#"); named {
			if l.nounClasses[class] == nil {
				return v, r.fault("with", class+" is no class of nouns", "use a class of nounclasses.tsv, or add its words there")
			}
			v.classes = append(v.classes, l.nounClasses[class])
		}
	}
	switch {
	case !v.Noun && r.get("pos") != "verb":
		return v, r.fault("pos", r.get("pos")+" is neither verb nor noun", "use verb or noun")
	case !slices.Contains(parley.EventTypes, v.Type) && !slices.Contains(parley.ActTypes, v.Type):
		return v, r.fault("type", string(v.Type)+" is no event type", "use a PLOVER type, as in CONSULT")
	case !v.Type.ValidMode(v.Mode):
		return v, r.fault("mode", string(v.Mode)+" is no mode of "+string(v.Type), "leave it empty or see parley.ModesOf")
	}
	return v, nil
}

// Names tells whether a lemma is one of those that With names.
func (v Verb) Names(lemma string) bool { return slices.Contains(v.With, lemma) }

// Wants tells whether a lemma is one of those that With names, or of one of its classes.
func (v Verb) Wants(lemma string) bool {
	return v.Names(lemma) || slices.ContainsFunc(v.classes, func(class map[string]bool) bool { return class[lemma] })
}

// asNoun is the sense of a noun for what a verb says: who does it stands before the noun or behind "by", what it is
// done to behind "of".
func (v Verb) asNoun(noun string) Verb {
	roles := map[string][]string{"subj": {"by", "poss", "mod", "subj"}, "obj": {"of"}, "iobj": nil, "comp": nil}
	turned := func(list []string) []string {
		var all []string
		for _, role := range list {
			if as, turns := roles[role]; turns {
				all = append(all, as...)
			} else {
				all = append(all, role)
			}
		}
		return all
	}
	v.Word, v.Noun, v.Actors, v.Recipients = noun, true, turned(v.Actors), turned(v.Recipients)
	if len(v.With) == 0 {
		v.With = []string{"@of"}
	}
	return v
}

// narrowness ranks a sense with particle and object before one with neither.
func (v Verb) narrowness() int {
	n := 2 * (len(strings.Fields(v.Word)) - 1)
	if len(v.With) > 0 {
		n++
	}
	return n
}
