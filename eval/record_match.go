package eval

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/view"
)

// leastOverlap is how much two meetings' documents must overlap to be one.
const leastOverlap = .3

func (t *recordTally) addMeetings(gold recordSet, told []view.Meeting, inside map[string]bool) {
	var meetings []view.Meeting
	for _, m := range told {
		if m.Documents = within(m.Documents, inside); len(m.Documents) > 0 {
			meetings = append(meetings, m)
		}
	}
	t.meetings.Gold += len(gold.Meetings)
	t.meetings.System += len(meetings)
	found, partner := map[int]bool{}, map[int]bool{}
	for _, p := range pairMeetings(gold.Meetings, meetings) {
		if found[p.gold] || partner[p.told] {
			continue
		}
		found[p.gold], partner[p.told] = true, true
		t.addPair(gold.Meetings[p.gold], meetings[p.told], p.overlap)
	}
	for i, g := range gold.Meetings {
		if !found[i] {
			t.scores.Miss("meeting -", gold.Set, "%s", goldInWords(g))
		}
	}
	for j, m := range meetings {
		if !partner[j] {
			t.scores.Miss("meeting +", gold.Set, "%s", meetingInWords(m))
		}
	}
}

// meetingPair is a gold meeting and one told that may be the same.
type meetingPair struct {
	gold, told int
	overlap    float64
}

// pairMeetings lists the pairs that may be one, the best first.
func pairMeetings(gold []goldMeeting, told []view.Meeting) (pairs []meetingPair) {
	for i, g := range gold {
		for j, m := range told {
			common := inCommon(g.Documents, m.Documents)
			overlap := ratio(common, len(g.Documents)+len(m.Documents)-common)
			if overlap >= leastOverlap && 2*inCommon(g.Parties, m.Parties) >= len(g.Parties) && samePrefix(g.Start, string(m.Start)) {
				pairs = append(pairs, meetingPair{i, j, overlap})
			}
		}
	}
	slices.SortFunc(pairs, func(a, b meetingPair) int {
		return cmp.Or(cmp.Compare(b.overlap, a.overlap), cmp.Compare(b.gold, a.gold), cmp.Compare(b.told, a.told))
	})
	return pairs
}

// addPair counts what a meeting found has right.
func (t *recordTally) addPair(g goldMeeting, m view.Meeting, overlap float64) {
	t.meetings.Correct++
	t.overlap += overlap
	place := fmt.Sprintf("%s: %s", g.Name, m.ID)
	if g.Status == m.Status {
		t.status++
	} else {
		t.scores.Miss("status", place, "%s, not %s", g.Status, m.Status)
	}
	if g.Start == string(m.Start) {
		t.start++
	} else {
		t.scores.Miss("start", place, "%q, not %q", g.Start, m.Start)
	}
}

func goldInWords(g goldMeeting) string {
	return strings.Join([]string{g.Name, strings.Join(g.Parties, "-"), g.Start, g.Place, g.Status, strings.Join(g.Documents, " ")}, " | ")
}

func meetingInWords(m view.Meeting) string {
	return strings.Join([]string{m.ID, m.Kind, strings.Join(m.Parties, "-"), string(m.Start), m.Place, m.Status, strings.Join(m.Documents, " "), m.Words}, " | ")
}

// samePrefix tells whether two dates, either of them perhaps unknown, do not
// contradict: one is the other or part of it.
func samePrefix(a, b string) bool {
	return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
}

// inCommon is how many of the values of a stand in b.
func inCommon(a, b []string) (n int) {
	for _, v := range a {
		if slices.Contains(b, v) {
			n++
		}
	}
	return n
}

func (t *recordTally) addDisputes(gold recordSet, told []view.Dispute, inside map[string]bool) {
	var disputes []view.Dispute
	for _, d := range told {
		sides := 0
		d.Accounts = slices.Clone(d.Accounts)
		for i := range d.Accounts {
			d.Accounts[i].Documents = within(d.Accounts[i].Documents, inside)
			sides += min(len(d.Accounts[i].Documents), 1)
		}
		if sides > 1 {
			disputes = append(disputes, d)
		}
	}
	t.disputes.Gold += len(gold.Disputes)
	t.disputes.System += len(disputes)
	taken := map[int]bool{}
	for _, g := range gold.Disputes {
		at := -1
		for j, d := range disputes {
			if !taken[j] && sameDispute(g.Accounts, d.Accounts) {
				at = j
				break
			}
		}
		if at < 0 {
			t.scores.Miss("dispute -", gold.Set, "%s", disputeInWords(g))
			continue
		}
		taken[at] = true
		t.disputes.Correct++
	}
	for j, d := range disputes {
		if !taken[j] {
			t.scores.Miss("dispute +", gold.Set, "%s", disputeInWords(d))
		}
	}
}

// sameDispute tells whether two accounts of one dispute share documents with two
// of the other, each with one of its own.
func sameDispute(a, b []parley.Account) bool {
	type touch struct{ a, b int }
	var touches []touch
	for i, x := range a {
		for j, y := range b {
			if inCommon(x.Documents, y.Documents) > 0 {
				touches = append(touches, touch{i, j})
			}
		}
	}
	return slices.ContainsFunc(touches, func(p touch) bool {
		return slices.ContainsFunc(touches, func(q touch) bool { return p.a != q.a && p.b != q.b })
	})
}

func disputeInWords(d view.Dispute) string {
	parts := []string{d.About}
	for _, a := range d.Accounts {
		parts = append(parts, fmt.Sprintf("%s: %s (%s)", cmp.Or(a.Holder, "outlets"), a.Claim, strings.Join(a.Documents, " ")))
	}
	return strings.Join(parts, " | ")
}

func (t *recordTally) addCopies(gold recordSet, told []view.Document, inside map[string]bool) {
	groups := map[string][]string{}
	for _, d := range told {
		if inside[d.ID] && d.Group != "" {
			groups[d.Group] = append(groups[d.Group], d.ID)
		}
	}
	wanted, found := pairsIn(slices.Values(gold.Copies)), pairsIn(maps.Values(groups))
	t.copies.Gold += len(wanted)
	t.copies.System += len(found)
	for _, p := range sortedPairs(wanted) {
		if found[p] {
			t.copies.Correct++
		} else {
			t.scores.Miss("copies -", gold.Set, "%s %s", p[0], p[1])
		}
	}
	for _, p := range sortedPairs(found) {
		if !wanted[p] {
			t.scores.Miss("copies +", gold.Set, "%s %s", p[0], p[1])
		}
	}
}

// pairsIn are the pairs of documents that stand in one group, either way round
// the same.
func pairsIn(groups iter.Seq[[]string]) map[[2]string]bool {
	pairs := map[[2]string]bool{}
	for group := range groups {
		for i, a := range group {
			for _, b := range group[i+1:] {
				pairs[[2]string{min(a, b), max(a, b)}] = true
			}
		}
	}
	return pairs
}

func sortedPairs(pairs map[[2]string]bool) [][2]string {
	return slices.SortedFunc(maps.Keys(pairs), func(a, b [2]string) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}
