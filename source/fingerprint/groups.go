package fingerprint

// Groups gives the copies among many texts: the indices of each group of two or
// more, ascending, the groups in the order of their first members. A copy of a
// copy is in the group. Texts in any order give the same groups.
func Groups(all []Fingerprint) [][]int {
	parent := make([]int, len(all))
	for i := range parent {
		parent[i] = i
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	holders := map[uint64][]int{}
	for i, f := range all {
		for _, key := range f.Keys() {
			for _, j := range holders[key] {
				if a, b := root(i), root(j); a != b && Similar(f, all[j]) {
					parent[max(a, b)] = min(a, b)
				}
			}
			holders[key] = append(holders[key], i)
		}
	}
	members := map[int][]int{}
	for i := range all {
		members[root(i)] = append(members[root(i)], i)
	}
	var groups [][]int
	for i := range all {
		if len(members[i]) > 1 {
			groups = append(groups, members[i])
		}
	}
	return groups
}
