package eval

import (
	"cmp"
	"slices"
)

// clustering parts mentions, which are numbered from 0, into clusters: the
// cluster of each mention.
type clustering []int

// clusters are the mentions of each cluster.
func (c clustering) clusters() [][]int {
	byName := map[int][]int{}
	var names []int
	for mention, name := range c {
		if byName[name] == nil {
			names = append(names, name)
		}
		byName[name] = append(byName[name], mention)
	}
	clusters := make([][]int, len(names))
	for i, name := range names {
		clusters[i] = byName[name]
	}
	return clusters
}

// corefScores are F1 by the three measures of the CoNLL shared tasks, and their
// mean.
type corefScores struct{ muc, b3, ceafe, conll float64 }

// scoreCoref scores a clustering of the gold mentions: MUC (Vilain and others
// 1995), B³ (Bagga and Baldwin 1998) and CEAF with φ4 (Luo 2005).
func scoreCoref(gold, found clustering) corefScores {
	s := corefScores{
		muc:   harmonic(mucRecall(found, gold), mucRecall(gold, found)),
		b3:    harmonic(b3Recall(found, gold), b3Recall(gold, found)),
		ceafe: ceafe(gold, found),
	}
	s.conll = (s.muc + s.b3 + s.ceafe) / 3
	return s
}

// mucRecall is how many of the links that a clustering needs another has.
func mucRecall(of, by clustering) float64 {
	kept, all := 0, 0
	for _, cluster := range of.clusters() {
		parts := map[int]bool{}
		for _, m := range cluster {
			parts[by[m]] = true
		}
		kept += len(cluster) - len(parts)
		all += len(cluster) - 1
	}
	return ratio(kept, all)
}

// b3Recall is the mean share of a mention's cluster that another clustering has
// with it.
func b3Recall(of, by clustering) float64 {
	sum := 0.0
	for _, cluster := range of.clusters() {
		count := map[int]int{}
		for _, m := range cluster {
			count[by[m]]++
		}
		for _, n := range count {
			sum += float64(n*n) / float64(len(cluster))
		}
	}
	return part(sum, float64(len(of)))
}

// ceafe is F1 of the best alignment of clusters one to one, each pair valued by
// what it shares (φ4).
func ceafe(gold, found clustering) float64 {
	golds, founds := gold.clusters(), found.clusters()
	worth := map[[2]int]float64{}
	of := make(map[int]int, len(golds)) // gold cluster of each mention
	for i, cluster := range golds {
		for _, m := range cluster {
			of[m] = i
		}
	}
	for j, cluster := range founds {
		shared := map[int]int{}
		for _, m := range cluster {
			shared[of[m]]++
		}
		for i, n := range shared {
			worth[[2]int{i, j}] = 2 * float64(n) / float64(len(golds[i])+len(cluster))
		}
	}
	best := bestAlignment(worth)
	return part(2*best, float64(len(golds)+len(founds)))
}

// bestAlignment is the greatest sum of worths over pairs of which no two share a
// side. Pairs that share none, directly or through others, are aligned apart.
func bestAlignment(worth map[[2]int]float64) (sum float64) {
	for _, group := range apartByPairs(worth) {
		sum += alignedWorth(group, worth)
	}
	return sum
}

// sides are rows and columns that pairs connect.
type sides struct{ rows, columns []int }

func apartByPairs(worth map[[2]int]float64) []sides {
	columnsOf, rowsOf := map[int][]int{}, map[int][]int{}
	for pair := range worth {
		columnsOf[pair[0]] = append(columnsOf[pair[0]], pair[1])
		rowsOf[pair[1]] = append(rowsOf[pair[1]], pair[0])
	}
	seenRow, seenColumn := map[int]bool{}, map[int]bool{}
	var groups []sides
	for row := range columnsOf {
		if seenRow[row] {
			continue
		}
		seenRow[row] = true
		g := sides{rows: []int{row}}
		for i := 0; i < len(g.rows); i++ {
			for _, column := range columnsOf[g.rows[i]] {
				if seenColumn[column] {
					continue
				}
				seenColumn[column] = true
				g.columns = append(g.columns, column)
				for _, next := range rowsOf[column] {
					if !seenRow[next] {
						seenRow[next] = true
						g.rows = append(g.rows, next)
					}
				}
			}
		}
		groups = append(groups, g)
	}
	return groups
}

// alignedWorth solves one group by the Hungarian method (Kuhn 1955, in the
// form with potentials, rows not more than columns).
func alignedWorth(g sides, worth map[[2]int]float64) (sum float64) {
	flip := len(g.rows) > len(g.columns)
	rows, columns := g.rows, g.columns
	if flip {
		rows, columns = columns, rows
	}
	slices.SortFunc(rows, cmp.Compare[int])
	slices.SortFunc(columns, cmp.Compare[int])
	n, m := len(rows), len(columns)
	costs := make([][]float64, n)
	for i, row := range rows {
		costs[i] = make([]float64, m)
		for j, column := range columns {
			pair := [2]int{row, column}
			if flip {
				pair = [2]int{column, row}
			}
			costs[i][j] = -worth[pair]
		}
	}
	rowPotential, columnPotential := make([]float64, n+1), make([]float64, m+1)
	rowOf, before := make([]int, m+1), make([]int, m+1) // 0 for none; rows and columns count from 1
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		augment(costs, rowPotential, columnPotential, rowOf, before)
	}
	for j := 1; j <= m; j++ {
		if rowOf[j] > 0 {
			sum -= costs[rowOf[j]-1][j-1]
		}
	}
	return sum
}

// augment gives the row at column 0 a column, moving others where that is
// cheaper.
func augment(costs [][]float64, rowPotential, columnPotential []float64, rowOf, before []int) {
	const huge = 1e18
	m := len(rowOf) - 1
	least, used := make([]float64, m+1), make([]bool, m+1)
	for j := range least {
		least[j] = huge
	}
	at := 0
	for rowOf[at] != 0 {
		used[at] = true
		row, step, next := rowOf[at], huge, 0
		for j := 1; j <= m; j++ {
			if used[j] {
				continue
			}
			if c := costs[row-1][j-1] - rowPotential[row] - columnPotential[j]; c < least[j] {
				least[j], before[j] = c, at
			}
			if least[j] < step {
				step, next = least[j], j
			}
		}
		for j := range used {
			if used[j] {
				rowPotential[rowOf[j]] += step
				columnPotential[j] -= step
			} else {
				least[j] -= step
			}
		}
		at = next
	}
	for at != 0 {
		rowOf[at] = rowOf[before[at]]
		at = before[at]
	}
}
