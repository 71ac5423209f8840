package record

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/store"
)

// account is one side of a dispute with the mentions that give it.
type account struct {
	parley.Account
	members []*mention
}

// add makes m one of those that give the account.
func (a *account) add(m *mention) {
	a.members = append(a.members, m)
	if !slices.Contains(a.Documents, m.Doc) {
		a.Documents = append(a.Documents, m.Doc)
	}
}

// disputesOf are the disputes that lie in an entry.
func disputesOf(e *parley.Entry, members []*mention, r *run) []parley.Entry {
	var disputes []parley.Entry
	add := func(field, about string, accounts []*account) {
		if len(accounts) > 1 {
			disputes = append(disputes, disputeEntry(e, field, about, accounts))
		}
	}
	switch {
	case e.Meeting != nil || e.Event != nil:
		if e.Meeting == nil || e.Start != "" || len(e.Meeting.Parties) > 2 { // of talks of two on no day, one may deny others than another tells of
			add("status", "whether it took place", statusAccounts(members, e.Start))
		}
		add("start", "when it took place", dateAccounts(members))
		if ofOneTime(e) {
			for _, what := range parley.FigureKinds {
				add("figures", "how many: "+string(what), figureAccounts(members, what))
			}
		}
	case e.Statement != nil && e.Statement.Manner == parley.Denies:
		add("content", "what is denied by "+speakerInWords(e.Statement), denialAccounts(members))
	case e.Position != nil && len(r.contradicting()) > 0:
		add("stance", fmt.Sprintf("where %s stands on %s", e.Position.Party, e.Position.Issue), stanceAccounts(members, r.contradicting()))
	}
	return disputes
}

func speakerInWords(s *parley.Statement) string { return firstOf(s.Speaker, s.SpeakerText) }

// denialAccounts set a denial against the claim that it denies, where its text
// says who made it or makes it itself. A denial alone is no dispute.
func denialAccounts(members []*mention) []*account {
	denied := &account{Account: parley.Account{Holder: speakerInWords(members[0].Statement), Claim: string(parley.Denies)}}
	var claimed []*account
	for _, m := range members {
		if !m.answers() {
			continue
		}
		holder := cmp.Or(m.Statement.AgainstBy, m.Outlet)
		at := slices.IndexFunc(claimed, func(a *account) bool { return a.Holder == holder })
		if at < 0 {
			at = len(claimed)
			claimed = append(claimed, &account{Account: parley.Account{Holder: holder, Claim: m.Statement.Against}})
		}
		claimed[at].add(m)
		denied.add(m)
	}
	if len(claimed) == 0 {
		return nil
	}
	return append(claimed, denied)
}

// leastLike is the share of the fewer words, names aside, that a denial and the claim
// it is set against must have in common.
const leastLike = 0.4

// answers tells whether a denial is set against a claim that it can be taken to deny.
// One in words that mean nothing by themselves ("denied this") may deny anything, and
// where either alone says "not" or "no", both are on one side. A claim that is
// somebody's may be denied by a bare noun ("the allegation"); one that the text only
// tells must have the noun too, or be referred to ("a part in its drafting").
func (m *mention) answers() bool {
	s := m.Statement
	denied, against := stemsOf(withoutFalse(s.Content)), stemsOf([]string{s.Against})
	switch {
	case m.Claimed == "" || m.Claimed == claimedByAccuser:
		return m.Claimed != ""
	case len(denied) == 0 || len(strings.Fields(s.Against)) < 3:
		return false
	case m.Claimed == claimedByText:
		return overlap(denied, against) || len(denied) > 1 && refersBack(s.Content)
	case m.Claimed == claimedByActor && len(denied) == 1:
		return true
	}
	return negated(s.Content) == negated([]string{s.Against}) && alikeButForNames(s.Content, []string{s.Against})
}

// withoutFalse leaves out the adjectives by which a claim is denied: "the accusations were baseless".
func withoutFalse(pieces []string) (words []string) {
	for _, word := range strings.Fields(strings.Join(pieces, " ")) {
		if !falseWords[strings.ToLower(strings.TrimFunc(word, unicode.IsPunct))] {
			words = append(words, word)
		}
	}
	return words
}

// alikeButForNames tells whether two passages share enough words that are no names
// or, where one has names only, any.
func alikeButForNames(a, b []string) bool {
	x, y := stemsOf(lowerCase(a)), stemsOf(lowerCase(b))
	if len(x) == 0 || len(y) == 0 {
		return overlap(stemsOf(a), stemsOf(b))
	}
	return float64(shared(x, y)) >= leastLike*float64(min(len(x), len(y)))
}

// lowerCase are the words that begin with a small letter.
func lowerCase(pieces []string) (words []string) {
	for _, word := range strings.Fields(strings.Join(pieces, " ")) {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(word, unicode.IsPunct)); unicode.IsLower(r) {
			words = append(words, word)
		}
	}
	return words
}

// negated tells whether a passage says that something is not so.
func negated(pieces []string) bool {
	return hasWord(pieces, "not", "no", "never", "nobody", "none", "n't")
}

// refersBack tells whether words refer to what was said before them.
func refersBack(content []string) bool {
	return hasWord(content, "their", "its", "his", "her", "such", "these", "those")
}

func hasWord(pieces []string, words ...string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(strings.Join(pieces, " "))), func(w string) bool { return slices.Contains(words, w) })
}

// disputeEntry is told when the second account was.
func disputeEntry(about *parley.Entry, field, question string, accounts []*account) parley.Entry {
	d := parley.Entry{ID: hash("dispute of " + about.ID + " " + field + " " + question), Kind: parley.DisputeEntry,
		Parties: about.Parties, Dispute: &parley.Dispute{Entry: about.ID, Field: field, About: question}}
	var members []*mention
	for _, a := range accounts {
		d.Dispute.Accounts = append(d.Dispute.Accounts, a.Account)
		members = append(members, a.members...)
		if first := slices.MinFunc(a.members, before); first.Told.After(d.Told) {
			d.Told = first.Told
		}
	}
	slices.SortFunc(members, before)
	members = slices.CompactFunc(members, func(a, b *mention) bool { return a.ID == b.ID })
	d.Certainty = 1
	for _, m := range members {
		d.Certainty = min(d.Certainty, m.certainty())
	}
	describe(&d, members)
	return d
}

// statusAccounts set what was held or planned against a denial of it. What was
// planned and then called off is no dispute but its life, and what one voice says
// later of the same thing its revision. Who says before its day that none is planned does
// not deny that it was held; a proposal is set against a denial where it is of three
// parties or more, which tell it from others.
func statusAccounts(members []*mention, start parley.Date) []*account {
	if !slices.ContainsFunc(members, func(m *mention) bool { return m.Event.Status == parley.Denied }) {
		return nil
	}
	var confirmed, denied account
	held := slices.ContainsFunc(members, func(m *mention) bool { return m.Event.Status == parley.Happened || m.Event.Status == parley.Ongoing })
	for _, m := range lastWords(members, func(m *mention) bool {
		return m.Event.Status != parley.Proposed || m.Event.Type == parley.Consult && len(m.scene.Parties) > 2
	}) {
		switch m.Event.Status {
		case parley.Denied:
			if day, told := m.toldDay(); held && told && start != "" && day < store.DayNumber(start.First()) {
				continue
			}
			denied.add(m)
			denied.Holder, denied.Claim = firstOf(denied.Holder, m.Event.By), string(parley.Denied)
		case parley.Happened, parley.Ongoing, parley.Planned, parley.Proposed:
			confirmed.add(m)
			confirmed.Holder, confirmed.Claim = firstOf(confirmed.Holder, m.Event.By), string(m.Event.Status)
		}
	}
	if len(denied.members) == 0 || len(confirmed.members) == 0 {
		return nil
	}
	if sourcesOf(confirmed.members) >= manyConfirm && !slices.ContainsFunc(denied.members, (*mention).byInsider) {
		return nil
	}
	return []*account{&confirmed, &denied}
}

// manyConfirm is how many sources outweigh a denial by somebody who takes no part:
// he speaks of something else, or is misread.
const manyConfirm = 3

// byInsider tells whether an event mention is told on the word of the outlet or
// of somebody on the side of one who takes part.
func (m *mention) byInsider() bool { return m.Event.By == "" || m.takesPart(m.Event.By) }

// lastWords are, of the mentions that pass, those that each voice told last: a
// later word replaces the former one. The voice is who says it or, where the
// outlet does so itself, the outlet.
func lastWords(members []*mention, pass func(*mention) bool) []*mention {
	last := map[string]*mention{}
	for _, m := range members {
		if pass(m) {
			last[m.voice()] = m
		}
	}
	return slices.DeleteFunc(slices.Clone(members), func(m *mention) bool {
		latest := last[m.voice()]
		return latest == nil || !pass(m) || latest.Doc != m.Doc
	})
}

// voice is who answers for what an event mention says.
func (m *mention) voice() string {
	if m.Event.By != "" {
		return m.key(m.Event.By)
	}
	return "outlet " + cmp.Or(m.Outlet, m.source())
}

func firstOf(a, b string) string {
	if a == "" {
		return b
	}
	return a
}

// dateAccounts set single days of one thing that is over against each other,
// where different sources give them by the calendar: a weekday is too easily
// taken for that of another week. Sessions on days in a row are none.
func dateAccounts(members []*mention) []*account {
	dated := lastWords(members, func(m *mention) bool {
		return m.Calendar && m.scene.Dated && m.scene.length() == 1 && m.scene.Past
	})
	var accounts []*account
	sources := map[string]int{}
	for _, m := range dated {
		claim := string(m.Event.Start)
		at := slices.IndexFunc(accounts, func(a *account) bool { return a.Claim == claim })
		if at < 0 {
			at = len(accounts)
			accounts = append(accounts, &account{Account: parley.Account{Claim: claim, Holder: cmp.Or(m.Event.By, m.Outlet)}})
		}
		accounts[at].add(m)
		if other, seen := sources[m.source()]; seen && other != at {
			return nil // one text gives both: days of one meeting
		}
		sources[m.source()] = at
	}
	return accounts
}

// ofOneTime tells whether an entry is of one day or a few in a row: what is counted
// over a year, or on no day, is counted of different things.
func ofOneTime(e *parley.Entry) bool {
	const few = 3
	return e.Start.Granularity() == parley.Day && store.DayNumber(e.End.Last())-store.DayNumber(e.Start.First()) < few
}

// daysCounted is how far apart two counts of one event may be told and still
// be rivals; a later one corrects.
const daysCounted = 1

// mostApart is how many times the greater of two rival counts may be the lesser:
// beyond that they count different things, the day's dead and the war's.
const mostApart = 3

// figureAccounts set counts of one kind by different claimants against each
// other where they cannot both be right. A claimant's later count replaces its
// former one.
func figureAccounts(members []*mention, what parley.FigureKind) []*account {
	type count struct {
		figure parley.Figure
		m      *mention
	}
	latest := map[string]count{}
	var claimants []string
	for _, m := range members {
		for _, f := range m.Event.Figures {
			if f.What != what || what == parley.OtherFigure {
				continue
			}
			who := m.claimantKey(f)
			if who == "" {
				who = "outlet " + cmp.Or(m.Outlet, m.source())
			}
			if _, seen := latest[who]; !seen {
				claimants = append(claimants, who)
			}
			latest[who] = count{f, m}
		}
	}
	var accounts []*account
	for _, who := range claimants {
		c := latest[who]
		if !slices.ContainsFunc(claimants, func(other string) bool {
			o := latest[other]
			return contrary(c.figure, o.figure) && toldWithin(c.m, o.m, daysCounted) && !partOf(c.m, o.m, c.figure, o.figure)
		}) {
			continue
		}
		claim := countInWords(c.figure)
		at := slices.IndexFunc(accounts, func(a *account) bool { return a.Claim == claim })
		if at < 0 {
			at = len(accounts)
			accounts = append(accounts, &account{Account: parley.Account{Holder: cmp.Or(c.figure.Claimant, c.m.Outlet), Claim: claim}})
		}
		accounts[at].add(c.m)
	}
	return accounts
}

// partOf tells whether one text gives both counts, one of them in its own voice: then
// they count different places or times.
func partOf(a, b *mention, x, y parley.Figure) bool {
	return a.Doc == b.Doc && (x.Claimant == "" || y.Claimant == "")
}

// contrary tells whether two counts cannot both be right.
func contrary(a, b parley.Figure) bool {
	if max(a.N, b.N) > mostApart*min(a.N, b.N) || rounds(a.N, b.N) || rounds(b.N, a.N) {
		return false
	}
	low, high := bounds(a)
	otherLow, otherHigh := bounds(b)
	return high < otherLow || otherHigh < low
}

// rounds tells whether a great number may be the other in rounder words: 5.4 million
// for 5.37 million.
func rounds(n, other float64) bool {
	const great = 1000
	unit := 1.
	for n >= great && math.Mod(n, unit*10) == 0 {
		unit *= 10
	}
	return n >= great && math.Abs(n-other) <= unit/2
}

// bounds are the least and the greatest number that a figure allows.
func bounds(f parley.Figure) (low, high float64) {
	const unbounded = 1e18
	switch f.Qualifier {
	case "at-least", "more-than":
		return f.N, unbounded
	case "up-to":
		return 0, f.N
	case "about":
		return f.N * 0.8, f.N * 1.2
	}
	return f.N, f.N
}

func countInWords(f parley.Figure) string {
	n := strconv.FormatFloat(f.N, 'f', -1, 64)
	if f.Qualifier == "" || f.Qualifier == "exactly" {
		return n
	}
	return string(f.Qualifier) + " " + n
}

func toldWithin(a, b *mention, days int) bool {
	x, dated := a.toldDay()
	y, alsoDated := b.toldDay()
	return dated == alsoDated && max(x-y, y-x) <= days
}

// stanceAccounts set another party's account of where a party stands against the
// party's own word. What somebody of neither says of it is no account of theirs.
func stanceAccounts(members, against []*mention) []*account {
	var accounts []*account
	give := func(m *mention) {
		holder := firstOf(m.Position.Holder, m.Position.Party)
		at := slices.IndexFunc(accounts, func(a *account) bool { return a.Holder == holder && a.Claim == string(m.Position.Stance) })
		if at < 0 {
			at = len(accounts)
			accounts = append(accounts, &account{Account: parley.Account{Holder: holder, Claim: string(m.Position.Stance)}})
		}
		accounts[at].add(m)
	}
	rivals := func(m, o *mention) bool {
		return m.party(m.Position.Holder) != "" && m.Position.Aim == o.Position.Aim && toldWithin(m, o, daysContradicted)
	}
	for _, m := range members {
		if slices.ContainsFunc(against, func(o *mention) bool { return rivals(m, o) }) {
			give(m)
		}
	}
	for _, o := range against {
		if slices.ContainsFunc(members, func(m *mention) bool { return rivals(m, o) }) {
			give(o)
		}
	}
	return accounts
}
