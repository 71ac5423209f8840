package model

// arborescence finds the best dependency tree over arc scores.
type arborescence struct {
	nodes  int       // tokens + 1; node 0 is the root
	scores []float32 // [dependent][head]
	heads  []int     // of each node; heads[0] is unused
	active []bool
	seen   []int
	merges []merge
	inside []bool    // the cycle being contracted
	kept   []float32 // score of each of its arcs
}

// merge is a cycle that was contracted into one of its nodes.
type merge struct {
	into         int
	cycle, heads []int // the nodes of the cycle and their heads in it
	enter, leave []int // for each node outside: where its arc enters the cycle, and from where one leaves for it
}

// rootPenalty outweighs all other scores, so that the best tree has one root.
const rootPenalty = 1e6

// resize makes room for n tokens.
func (a *arborescence) resize(n int) {
	a.nodes = n + 1
	a.scores = resized(a.scores, a.nodes*a.nodes)
	a.heads, a.seen, a.active = resized(a.heads, a.nodes), resized(a.seen, a.nodes), resized(a.active, a.nodes)
	a.merges = a.merges[:0]
}

func (a *arborescence) row(dependent int) []float32 {
	return a.scores[dependent*a.nodes:][:a.nodes]
}

// solve fills heads with the best tree that has a single root: each node's
// best head where that is such a tree, else by Chu-Liu/Edmonds.
func (a *arborescence) solve() {
	for i := range a.active {
		a.active[i] = true
	}
	a.pickHeads()
	if a.roots() == 1 && a.findCycle() < 0 {
		return
	}
	for d := 1; d < a.nodes; d++ {
		a.row(d)[0] -= rootPenalty
	}
	a.pickHeads()
	for start := a.findCycle(); start >= 0; start = a.findCycle() {
		a.contract(start)
	}
	for i := len(a.merges) - 1; i >= 0; i-- {
		a.expand(&a.merges[i])
	}
}

func (a *arborescence) pickHeads() {
	for d := 1; d < a.nodes; d++ {
		if !a.active[d] {
			continue
		}
		a.pickHead(d)
	}
}

func (a *arborescence) pickHead(d int) {
	best, head := float32(2*lowest), 0
	for h, score := range a.row(d) {
		if score > best && h != d && a.active[h] {
			best, head = score, h
		}
	}
	a.heads[d] = head
}

func (a *arborescence) roots() int {
	n := 0
	for d := 1; d < a.nodes; d++ {
		if a.heads[d] == 0 {
			n++
		}
	}
	return n
}

// findCycle returns a node on a cycle, -1 where there is none.
func (a *arborescence) findCycle() int {
	clear(a.seen)
	for d := 1; d < a.nodes; d++ {
		if !a.active[d] {
			continue
		}
		v := d
		for v != 0 && a.seen[v] == 0 {
			a.seen[v] = d
			v = a.heads[v]
		}
		if v != 0 && a.seen[v] == d {
			return v
		}
	}
	return -1
}

// contract merges the cycle through start into start.
func (a *arborescence) contract(start int) {
	m := a.newMerge(start)
	a.inside = resized(a.inside, a.nodes)
	clear(a.inside)
	a.kept = a.kept[:0]
	for v := start; ; {
		head := a.heads[v]
		m.cycle = append(m.cycle, v)
		m.heads = append(m.heads, head)
		a.kept = append(a.kept, a.row(v)[head])
		a.inside[v] = true
		if v = head; v == start {
			break
		}
	}
	for v := range a.nodes {
		if a.active[v] && !a.inside[v] {
			a.reroute(m, v)
		}
	}
	for _, v := range m.cycle[1:] {
		a.active[v] = false
	}
	a.pickHead(start) // the others keep theirs, or now depend on start
}

// newMerge appends a merge in the memory of an earlier one where there is any.
func (a *arborescence) newMerge(into int) *merge {
	n := len(a.merges)
	if n < cap(a.merges) {
		a.merges = a.merges[:n+1]
	} else {
		a.merges = append(a.merges, merge{})
	}
	m := &a.merges[n]
	m.into, m.cycle, m.heads = into, m.cycle[:0], m.heads[:0]
	m.enter, m.leave = resized(m.enter, a.nodes), resized(m.leave, a.nodes)
	return m
}

// resized returns s with length n; its values are undefined.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// reroute finds the best arcs from v into the cycle and from the cycle to v.
func (a *arborescence) reroute(m *merge, v int) {
	into, from := float32(2*lowest), float32(2*lowest)
	for i, c := range m.cycle {
		if score := a.row(c)[v] - a.kept[i]; score > into {
			into, m.enter[v] = score, c
		}
		if v != 0 && a.row(v)[c] > from {
			from, m.leave[v] = a.row(v)[c], c
		}
	}
	a.row(m.into)[v] = into
	if v != 0 {
		a.row(v)[m.into] = from
		if a.inside[a.heads[v]] {
			a.heads[v] = m.into
		}
	}
}

// expand undoes a merge once the heads of all nodes outside it are known.
func (a *arborescence) expand(m *merge) {
	for v := 1; v < a.nodes; v++ {
		if a.active[v] && v != m.into && a.heads[v] == m.into {
			a.heads[v] = m.leave[v]
		}
	}
	head := a.heads[m.into]
	entered := m.enter[head]
	for i, v := range m.cycle {
		a.active[v] = true
		a.heads[v] = m.heads[i]
	}
	a.heads[entered] = head
}
