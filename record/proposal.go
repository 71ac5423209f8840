package record

import (
	"slices"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/lexicon"
)

// authors are the parties that propose.
func (m *mention) authors() (authors []string) {
	for _, name := range m.Proposal.By {
		if p := m.party(name); p != "" {
			authors = insert(authors, p)
		} else {
			authors = insert(authors, m.key(name))
		}
	}
	return authors
}

// size is the number of points that the text gives the proposal: as the
// reading has it or in the name ("28-point plan").
func (m *mention) size() int {
	if m.Proposal.Size > 0 {
		return m.Proposal.Size
	}
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(m.Proposal.Name, "-", " ")))
	for i, w := range words {
		if n, err := strconv.Atoi(w); err == nil && i+1 < len(words) && strings.HasPrefix(words[i+1], "point") {
			return n
		}
	}
	return 0
}

// plainNames are the words that name any proposal.
var plainNames = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`a an and at by for from in its of on or the their to with new revised amended draft plan proposal offer deal
		his her our this that such own same original initial first former current latest so-called
		peace ceasefire truce point points framework document text initiative memorandum agreement format plans proposals offers drafts ideas terms ending end war us u.s american`) {
		set[lexicon.NameKey(w)] = true
	}
	return set
}()

// nameWords are the words of a proposal's name that tell it from others,
// sorted: neither plain ones nor those that only say whose it is.
func nameWords(l *lexicon.Lexicon, p *parley.Proposal, by []actor) (words []string) {
	authors := map[string]bool{}
	for _, a := range by {
		for _, w := range strings.Fields(lexicon.NameKey(a.Name + " " + a.Party)) {
			authors[w] = true
		}
	}
	for _, word := range strings.Fields(strings.ReplaceAll(p.Name, "-", " ")) {
		key := lexicon.NameKey(word)
		_, number := strconv.Atoi(key)
		_, demonym := l.OfDemonym(word)
		_, country := l.Country(word)
		if key != "" && number != nil && !demonym && !country && !plainNames[key] && !authors[key] {
			words = insert(words, key)
		}
	}
	return words
}

// isAmended tells whether a name says that it is another version.
func isAmended(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(strings.ReplaceAll(name, "-", " "))), func(w string) bool { return amending[w] })
}

// daysOfVersions is how long after it was last told of a proposal may be told
// of again, or amended, and still be the same one.
const daysOfVersions = 45

// clusterProposals puts together the mentions of one proposal, its versions
// included: those that say most come first.
func clusterProposals(neighbours []*mention) []*core {
	detail := func(m *mention) int {
		return 4*min(m.offer.size, 1) + 2*min(len(m.Words), 1) + min(len(m.offer.By), 1)
	}
	slices.SortStableFunc(neighbours, func(a, b *mention) int { return detail(b) - detail(a) })
	var cores []*core
	for _, m := range neighbours {
		best, most := (*core)(nil), 0
		for _, c := range cores {
			if like := proposalLikeness(m, c); like > most {
				best, most = c, like
			}
		}
		if best == nil {
			best = &core{}
			cores = append(cores, best)
		}
		best.members = append(best.members, m)
	}
	return cores
}

// proposalLikeness is the most that any member has in common with a mention.
func proposalLikeness(m *mention, c *core) (most int) {
	highest := 2 + len(m.Words)
	if m.offer.size > 0 {
		highest += 2
	}
	// Those in whose midst it was told stand last.
	for _, other := range slices.Backward(c.members) {
		if gap := m.Told.Sub(other.Told).Hours() / 24; max(gap, -gap) > daysOfVersions {
			continue
		}
		if amendment(m, other) || amendment(other, m) {
			most = max(most, 2)
		}
		if len(m.offer.By) > 0 && len(other.offer.By) > 0 && !overlap(m.offer.By, other.offer.By) {
			continue
		}
		if most = max(most, nameLikeness(m, other)); most == highest {
			return most
		}
	}
	return most
}

// amendment tells whether a mention is of a later version, of another size, of
// what the other is of: texts of the same parties tell of both.
func amendment(m, other *mention) bool {
	a, b := m.offer, other.offer
	return a.amends && !b.amends && a.size > 0 && b.size > 0 && a.size != b.size &&
		!m.Told.Before(other.Told) && shared(a.Around, b.Around) > 1
}

// nameLikeness: the same size or a word in common is much, the same authors and
// nothing against it a little. Two sizes are versions where the name has a word
// in common too.
func nameLikeness(a, b *mention) int {
	sizes := [2]int{a.offer.size, b.offer.size}
	words := shared(a.Words, b.Words)
	named := len(a.Words) > 0 && len(b.Words) > 0
	switch {
	case sizes[0] > 0 && sizes[0] == sizes[1] && (words > 0 || likeSides(a.offer, b.offer)):
		return 4 + words
	case sizes[0] > 0 && sizes[1] > 0 && words == 0:
		return 0
	case words > 0:
		return 2 + words
	case !named && overlap(a.offer.By, b.offer.By):
		return 1
	}
	return 0
}

// renderProposal makes the entry of a proposal.
func renderProposal(e *parley.Entry, members []*mention) {
	plan := &parley.Plan{Name: mostNamed(members, func(m *mention) string { return m.Proposal.Name }), Versions: []parley.Version{}, Responses: []parley.Reply{}}
	plan.By = tallyNames(members, func(m *mention) (found []actor) {
		for _, a := range m.Actors {
			if slices.Contains(m.Proposal.By, a.Name) {
				found = append(found, a)
			}
		}
		return found
	})
	for _, m := range members {
		addVersion(plan, m)
		for _, r := range m.Proposal.Responses {
			addReply(plan, m, r)
		}
		for _, p := range m.offer.By {
			e.Parties = insert(e.Parties, p)
		}
	}
	e.Proposal = plan
}

// addReply keeps each of a party's replies once, with where it is told.
func addReply(plan *parley.Plan, m *mention, r parley.Reply) {
	at := slices.IndexFunc(plan.Responses, func(o parley.Reply) bool { return o.Party == r.Party && o.Response == r.Response })
	if at < 0 {
		at = len(plan.Responses)
		plan.Responses = append(plan.Responses, r)
		plan.Answers = append(plan.Answers, parley.Answer{Party: r.Party, Response: r.Response, Told: m.Told})
	}
	if answer := &plan.Answers[at]; !slices.Contains(answer.Documents, m.Doc) {
		answer.Documents = append(answer.Documents, m.Doc)
	}
}

// addVersion keeps one version for each size told, or the first where none is;
// points gather under it, each issue and wording once.
func addVersion(plan *parley.Plan, m *mention) {
	size := m.offer.size
	at := slices.IndexFunc(plan.Versions, func(v parley.Version) bool {
		return v.Size == size && (size > 0 || isAmended(v.Name) == m.offer.amends)
	})
	if at < 0 && size == 0 && !m.offer.amends && len(plan.Versions) > 0 {
		at = len(plan.Versions) - 1
	}
	if at < 0 && size > 0 && len(plan.Versions) == 1 && plan.Versions[0].Size == 0 {
		at = 0
		plan.Versions[0].Size, plan.Versions[0].Name = size, m.Proposal.Name
	}
	if at < 0 {
		plan.Versions = append(plan.Versions, parley.Version{Name: m.Proposal.Name, Size: size, Told: m.Told, Points: []parley.Point{}})
		at = len(plan.Versions) - 1
	}
	v := &plan.Versions[at]
	for _, p := range m.Proposal.Points {
		if !slices.Contains(v.Points, p) {
			v.Points = append(v.Points, p)
		}
	}
}
