package positions

import (
	"slices"

	"github.com/parleyrecord/parley"
)

// merge makes one position of all stances of one party on one issue that are
// alike, with three quotes at most, the surest first.
func (f *finder) merge() []parley.Position {
	positions := []parley.Position{}
	for i := range f.found {
		t := &f.found[i]
		if t.stance == parley.Rejects && slices.ContainsFunc(f.found, t.underLine) {
			t.stance = parley.RedLine
		}
		k := slices.IndexFunc(positions, func(p parley.Position) bool {
			return p.Party == t.who.party && string(p.Issue) == t.issue.Issue && p.Stance == t.stance && (p.Aim == parley.AtEnd) == (t.aim.End > 0)
		})
		if k < 0 && t.issue.Issue == "military-action" {
			k = slices.IndexFunc(positions, func(p parley.Position) bool {
				return p.Party == t.who.party && againstForce(p.Issue, p.Stance, p.Aim == parley.AtEnd) && againstForce(p.Issue, t.stance, t.aim.End > 0)
			})
		}
		if k < 0 {
			k = len(positions)
			positions = append(positions, parley.Position{Party: t.who.party, Issue: parley.Issue(t.issue.Issue), Stance: t.stance})
		}
		f.add(&positions[k], t)
	}
	return slices.DeleteFunc(positions, func(p parley.Position) bool { return p.Stance == parley.Supports && outdone(positions, p) })
}

// underLine tells whether another stance draws a red line at what a party rejects, which says more.
func (t *taken) underLine(o taken) bool {
	return o.stance == parley.RedLine && o.who.party == t.who.party && o.issue.Issue == t.issue.Issue && (o.aim.End > 0) == (t.aim.End > 0)
}

// againstForce tells whether a stance is against force: who rejects an offensive and who demands its end stand
// alike.
func againstForce(issue parley.Issue, stance parley.Stance, end bool) bool {
	return issue == "military-action" && (stance == parley.Rejects && !end || stance == parley.Demands && end)
}

// outdone tells whether a party that supports something is also told to demand or accept
// it, or to threaten force, which says more.
func outdone(positions []parley.Position, p parley.Position) bool {
	return slices.ContainsFunc(positions, func(o parley.Position) bool {
		return o.Party == p.Party && o.Issue == p.Issue && o.Aim == p.Aim && (o.Stance == parley.Demands || o.Stance == parley.Accepts || o.Stance == parley.Threatens && o.Issue == "military-action")
	})
}

// add puts one more stance, with its evidence, into a position.
func (f *finder) add(p *parley.Position, t *taken) {
	words := f.in.Text.Source[t.clause.Start:t.clause.End]
	if len(p.Quotes) == 3 || slices.Contains(p.Quotes, words) {
		return
	}
	s := &f.in.Text.Sentences[t.sentence]
	note := func(field, value string, spans ...parley.Span) {
		for _, span := range spans {
			p.Spans = append(p.Spans, parley.Evidence{Field: field, Value: value, Span: span})
		}
	}
	p.Quotes = append(p.Quotes, words)
	p.Certainty = min(.95, max(p.Certainty, t.certainty)+.05*float64(len(p.Quotes)-1))
	note("quotes", "", t.clause)
	note("party", "", t.who.spans...)
	told := f.in.Text.Sentences[t.stated].Tokens
	note("issue", "", parley.Span{Start: told[t.issue.First].Start, End: told[t.issue.Last].End})
	note("stance", "", parley.Span{Start: s.Tokens[t.token].Start, End: s.Tokens[t.token].End})
	if p.Holder == "" && t.who.name != "" {
		p.Holder = t.who.name
		note("holder", "", t.who.spans...)
	}
	if p.Aim == "" && t.aim.End > 0 && len(p.Quotes) == 1 {
		p.Aim = parley.AtEnd
		note("aim", string(parley.AtEnd), t.aim)
	}
	if p.Former == "" && t.former != "" {
		p.Former = t.former
		note("former", string(t.former), t.clause)
	}
	if p.Condition == "" && t.condition.End > 0 {
		p.Condition = f.in.Text.Source[t.condition.Start:t.condition.End]
		note("condition", "", t.condition)
	}
	if p.Since == "" && t.since != nil {
		p.Since = t.since.From
		note("since", "", parley.Span{Start: t.since.Start, End: t.since.End})
	}
}
