package record

import (
	"slices"
	"strings"
	"unicode"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// standsBlock begins the blocks of stances.
const standsBlock = anchorBlock + "stands|"

// positionBlocks: a party's stances on an issue are one neighbourhood.
func positionBlocks(m *mention) []store.Block {
	return []store.Block{{Name: stancesOf(m.partyKey(), m.Position.Issue, m.Position.Quotes)}}
}

// stancesOf is the name of the block of a party's stances on an issue. Where no issue
// is named they are on one matter only if they are told in the same words.
func stancesOf(party string, issue parley.Issue, quotes []string) string {
	name := standsBlock + party + "|" + string(issue)
	if issue == parley.OtherIssue && len(quotes) > 0 {
		name += "|" + hash(strings.Join(strings.FieldsFunc(strings.ToLower(quotes[0]), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " "))
	}
	return name
}

// partyKey is the position's party: its code or, where it has none, its name's
// key.
func (m *mention) partyKey() string {
	if p := m.party(m.Position.Party); p != "" {
		return p
	}
	return m.key(m.Position.Party)
}

// ascribed tells whether a stance is told in what somebody of another side says.
func ascribed(p *parley.Position, statements []parley.Statement) bool {
	words := spanOf(p.Spans, "stance")
	by := func(same bool) bool {
		return slices.ContainsFunc(statements, func(s parley.Statement) bool {
			return s.Affiliation != "" && same == (s.Affiliation == p.Party) && slices.ContainsFunc(s.Spans, func(e parley.Evidence) bool { return e.Field == "content" && e.Covers(words) })
		})
	}
	return by(false) && !by(true) // "Norland, Holm of Sudmark said, says it will not yield" is Norland's word too
}

// ownVoice tells whether the party itself speaks: somebody of its own, or
// nobody named. What another says of it is an account.
func (m *mention) ownVoice() bool {
	p := m.Position
	return !m.Ascribed && (p.Holder == "" || m.party(p.Holder) == m.partyKey() || m.key(p.Holder) == m.partyKey())
}

// side is the way that a stance points. What a party demands may be that a
// thing be done or that it not be, so that demanding points neither way.
type side int

const (
	no side = iota
	open
	demanding
	yes
)

func sideOf(s parley.Stance) side {
	switch s {
	case parley.Accepts, parley.Offers, parley.Supports:
		return yes
	case parley.Conditional, parley.Undecided:
		return open
	case parley.Demands:
		return demanding
	}
	return no
}

// replaces tells whether a party that takes one stance has given up another: it
// points elsewhere or, from demanding, has come nearer or left it open.
func replaces(now, former parley.Stance) bool {
	a, b := sideOf(now), sideOf(former)
	switch {
	case a == b:
		return false
	case b == demanding:
		return a == open || now == parley.Accepts || now == parley.Offers
	case a == demanding:
		return b == open
	}
	return true
}

// contradicts tells whether a party cannot hold both stances at once.
func contradicts(a, b parley.Stance) bool {
	refuses := func(s parley.Stance) bool { return s == parley.Rejects || s == parley.RedLine }
	return sideOf(a) == yes && refuses(b) || sideOf(b) == yes && refuses(a)
}

// personal tells whether a person voices the stance, not the party or a body.
func (m *mention) personal() bool {
	return slices.ContainsFunc(m.Actors, func(a actor) bool { return a.Name == m.Position.Holder && a.Person })
}

// changeBetween names how a stance, with its condition, differs from the one before.
func changeBetween(former parley.Stance, formerCondition string, now parley.Stance, condition string) parley.Change {
	switch {
	case now == parley.Conditional && condition != "" && condition != formerCondition:
		return parley.NewCondition
	case contradicts(former, now):
		return parley.Reversed
	case slices.Index(parley.Stances, now) > slices.Index(parley.Stances, former):
		return parley.Hardened
	}
	return parley.Softened
}

// mostQuotes bounds the words shown for a stance; the spans have them all.
const mostQuotes = 5

// renderPosition makes the entry of a run.
func renderPosition(e *parley.Entry, members []*mention, r *run) {
	first := members[0].Position
	s := &parley.Standing{Party: members[0].partyKey(), Issue: first.Issue, Stance: first.Stance, Aim: first.Aim, Quotes: []string{},
		Own: r.Own, Voices: voicesOf(members), Until: r.Until, Replaces: r.Former, Former: r.Was, Change: r.Change, Repeated: sourcesOf(members), Holders: []string{}}
	for _, m := range members {
		p := m.Position
		if p.Holder != "" && !slices.Contains(s.Holders, p.Holder) {
			s.Holders = append(s.Holders, p.Holder)
		}
		for _, q := range p.Quotes {
			if len(s.Quotes) < mostQuotes && !slices.Contains(s.Quotes, q) {
				s.Quotes = append(s.Quotes, q)
			}
		}
		if p.Condition != "" {
			s.Condition = p.Condition
		}
		if p.Since != "" && (e.Start == "" || p.Since < e.Start) {
			e.Start = p.Since
		}
	}
	e.Parties = []string{s.Party}
	e.Position = s
}

// voicesOf are those who voice a stance, in the order in which they first did.
func voicesOf(members []*mention) (voices []parley.Voice) {
	at := map[string]int{}
	by := map[string][]*mention{}
	for _, m := range members {
		who := ""
		if m.Position.Holder != "" {
			who = m.key(m.Position.Holder)
		}
		if _, seen := at[who]; !seen {
			at[who] = len(voices)
			voices = append(voices, parley.Voice{Holder: m.Position.Holder, First: m.Told})
		}
		by[who] = append(by[who], m)
		voices[at[who]].Last = m.Told
	}
	for who, i := range at {
		voices[i].Sources = sourcesOf(by[who])
	}
	return voices
}
