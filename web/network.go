package web

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/parleyrecord/parley/export"
	"github.com/parleyrecord/parley/view"
)

// The measures of the network's drawing, in its own units: the circle of many, and
// that of a few, with the room beside and above it for their names.
const (
	networkNodes  = 18
	fewNodes      = 8
	networkRadius = 150.0
	fewRadius     = 100.0
	namesBeside   = 150.0
	namesAbove    = 62.0
)

// node is an actor in the drawing.
type node struct {
	name, side string
	meetings   int
	x, y       float64
}

// drawNetwork draws who met whom: the actors on a circle, those of one side
// beside each other, a line between those who met, the wider the more often.
func (v *visit) drawNetwork(ties []view.Tie) template.HTML {
	nodes := v.nodes(ties)
	if len(nodes) < 2 {
		return ""
	}
	radius, class := networkRadius, "network"
	if len(nodes) <= fewNodes {
		radius, class = fewRadius, "network few"
	}
	centre := node{x: radius + namesBeside, y: radius + namesAbove}
	at := map[string]node{}
	for i := range nodes {
		n := &nodes[i]
		angle := 2*math.Pi*float64(i)/float64(len(nodes)) - math.Pi/2
		n.x, n.y = centre.x+radius*math.Cos(angle), centre.y+radius*math.Sin(angle)
		at[n.name] = *n
	}
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="%s" viewBox="0 0 %.0f %.0f" role="group" aria-labelledby="network-title network-desc"><title id="network-title">Who met whom</title>`, class, 2*centre.x, 2*centre.y)
	fmt.Fprintf(&b, `<desc id="network-desc">%d people and bodies on a circle, a line between those who met, the wider the more often. The table below holds the same.</desc>`, len(nodes))
	for _, t := range slices.Backward(ties) {
		from, ok := at[t.A]
		to, both := at[t.B]
		if ok && both {
			fmt.Fprintf(&b, `<path class="tie" d="M%.1f %.1fQ%.1f %.1f %.1f %.1f" stroke-width="%.1f"><title>%s</title></path>`, from.x, from.y, centre.x, centre.y, to.x, to.y,
				.8+1.1*float64(min(t.Meetings, 8)-1), template.HTMLEscapeString(export.Clean(t.A+" and "+t.B+": "+export.Counted(t.Meetings, "meeting"))))
		}
	}
	for _, n := range nodes {
		v.drawNode(&b, n, centre)
	}
	b.WriteString(`</svg>`)
	return template.HTML(b.String())
}

func (v *visit) drawNode(b *strings.Builder, n, centre node) {
	anchor, x, y := "start", n.x+11, n.y+1
	switch {
	case math.Abs(n.x-centre.x) < 1: // above or below all others
		anchor, x = "middle", n.x
		if y = n.y - 25; n.y > centre.y {
			y = n.y + 23
		}
	case n.x < centre.x:
		anchor, x = "end", n.x-11
	}
	name := template.HTMLEscapeString(export.Clean(clipped(26, v.name(n.name))))
	fmt.Fprintf(b, `<a href="%s"><circle cx="%.1f" cy="%.1f" r="%.1f"/><text x="%.1f" y="%.1f" text-anchor="%s">%s</text>`, template.HTMLEscapeString(string(v.actorLink(n.name))), n.x, n.y, 4+math.Min(float64(n.meetings), 10)*.5, x, y, anchor, name)
	if n.side != "" && n.side != v.name(n.name) {
		fmt.Fprintf(b, `<text class="when" x="%.1f" y="%.1f" text-anchor="%s">%s</text>`, x, y+14, anchor, template.HTMLEscapeString(n.side))
	}
	b.WriteString(`</a>`)
}

// nodes are those of the ties who met most often, by side.
func (v *visit) nodes(ties []view.Tie) []node {
	meetings := map[string]int{}
	var names []string
	for _, t := range ties {
		for _, name := range []string{t.A, t.B} {
			if meetings[name] == 0 {
				names = append(names, name)
			}
			meetings[name] += t.Meetings
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return meetings[b] - meetings[a] })
	names = names[:min(len(names), networkNodes)]
	nodes := make([]node, len(names))
	for i, name := range names {
		nodes[i] = node{name: name, meetings: meetings[name]}
		if known := v.Lexicon.Named(name); len(known) > 0 {
			nodes[i].side = v.name(known[0].Affiliation)
		}
	}
	slices.SortStableFunc(nodes, func(a, b node) int { return strings.Compare(a.side, b.side) })
	return nodes
}
