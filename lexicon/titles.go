package lexicon

import (
	"slices"
	"strings"
)

// TitleClass says what kind of word a title or role noun is.
type TitleClass string

const (
	OfficeClass    TitleClass = "office"    // one person holds it: "foreign minister"
	MemberClass    TitleClass = "member"    // many hold it: "senator", "ambassador"
	RankClass      TitleClass = "rank"      // military and police ranks
	SpokesClass    TitleClass = "spokes"    // speaks for another: "spokesman"
	RoleClass      TitleClass = "role"      // "official", "diplomat", "mediator"
	SourceClass    TitleClass = "source"    // says only that it is a source: "source", "insider"
	ForcesClass    TitleClass = "forces"    // "troops", "forces", "fighters"
	GatheringClass TitleClass = "gathering" // "delegation", "team", "leaders"
	HonorificClass TitleClass = "honorific" // "Mr", "Dr", "Sheikh"
)

// Title is a title or a role noun.
type Title struct {
	Name   string // canonical and in lower case: "foreign minister"
	Class  TitleClass
	Sector string // PLOVER sector code
	Weight int    // 0 to 9: how prominent it makes its holder
	Plural bool   // the form found is the plural
}

// Title finds a title by any of its forms ("minister of foreign affairs", "top
// diplomat", "envoys").
func (l *Lexicon) Title(words string) (Title, bool) {
	t, ok := l.titles[plainPhrase(words)]
	return t, ok
}

// canonicalTitle is the canonical form of a title; one that is not known stays
// as it is, in lower case.
func (l *Lexicon) canonicalTitle(words string) string {
	if t, ok := l.Title(words); ok {
		return t.Name
	}
	return strings.ToLower(strings.TrimSpace(words))
}

func (l *Lexicon) compileTitles(t *tables) error {
	for _, r := range t.rows["titles"] {
		weight, err := r.number("weight")
		if err != nil {
			return err
		}
		if err := r.checkSector(); err != nil {
			return err
		}
		title := Title{Name: r.get("title"), Class: TitleClass(r.get("class")), Sector: r.get("sector"), Weight: weight}
		kind := OfficeMatch
		switch title.Class {
		case OfficeClass, MemberClass, RankClass, SpokesClass, HonorificClass:
		case RoleClass, SourceClass, ForcesClass, GatheringClass:
			kind = RoleMatch
		default:
			return r.fault("class", string(title.Class)+" is no class of title", "use office, member, rank, spokes, role, source, forces, gathering or honorific")
		}
		for _, words := range append([]string{title.Name}, r.list("variants")...) {
			l.addTitle(words, title, kind)
		}
	}
	return nil
}

func (l *Lexicon) addTitle(words string, title Title, kind MatchKind) {
	l.titles[plainPhrase(words)] = title
	l.addTerm(words, sense{kind: kind})
	title.Plural = true
	many := plural(words)
	if _, taken := l.titles[plainPhrase(many)]; !taken {
		l.titles[plainPhrase(many)] = title
		l.addTerm(many, sense{kind: kind})
	}
}

// addTerm enters a common phrase into the trie of terms.
func (l *Lexicon) addTerm(words string, s sense) {
	s.exact = plainPhrase(words)
	l.terms.add(strings.Fields(s.exact), s)
}

// plural makes the plural of a title: that of its head, which is the noun
// before "of", "to", "for", "in" or "general", else the last word.
func plural(words string) string {
	head, tail := words, ""
	for _, after := range []string{" of ", " to ", " for ", " in ", " at ", "-general", "-designate", "-elect"} {
		if at := strings.Index(words, after); at > 0 && at < len(head) {
			head, tail = words[:at], words[at:]
		}
	}
	switch {
	case strings.HasSuffix(head, "man"):
		return head[:len(head)-3] + "men" + tail
	case strings.HasSuffix(head, "child"):
		return head + "ren" + tail
	case strings.HasSuffix(head, "wife"):
		return head[:len(head)-2] + "ves" + tail
	case strings.HasSuffix(head, "person"):
		return head + "s" + tail
	case strings.HasSuffix(head, "y") && !strings.ContainsAny(head[max(0, len(head)-2):len(head)-1], "aeou"):
		return head[:len(head)-1] + "ies" + tail
	case strings.HasSuffix(head, "s"), strings.HasSuffix(head, "ch"), strings.HasSuffix(head, "men"):
		return head + tail
	}
	return head + "s" + tail
}

// sectors are PLOVER 2.0's sector codes (manual, table 5.2) and the two of its
// non-state actors (table 5.1) that Parley uses in their place.
const sectors = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO NGO"

func (r row) checkSector() error {
	sector := r.get("sector")
	if sector == "" || slices.Contains(strings.Fields(sectors), sector) {
		return nil
	}
	return r.fault("sector", sector+" is no sector code", "use one of "+sectors)
}
