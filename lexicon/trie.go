package lexicon

import "slices"

// trie holds phrases as paths of words.
type trie struct {
	words  map[string]int32
	edges  map[uint64]int32
	values [][]sense // by node; node 0 is the root
}

// sense is one thing that a phrase may mean.
type sense struct {
	kind   MatchKind
	index  int32
	caps   bool   // only where the text writes it in capitals
	exact  string // its spelling, to prefer over others of the same key
	short  bool   // a person by surname alone
	titled bool   // a medium whose name ends in a capital word, and is no name without
	weight int    // of an issue phrase
}

// newTrie makes a trie with room for about as many words and nodes.
func newTrie(size int) *trie {
	return &trie{words: make(map[string]int32, size), edges: make(map[uint64]int32, size), values: make([][]sense, 1, size)}
}

func (t *trie) add(words []string, s sense) {
	if len(words) == 0 {
		return
	}
	node := int32(0)
	for _, w := range words {
		id, ok := t.words[w]
		if !ok {
			id = int32(len(t.words))
			t.words[w] = id
		}
		edge := uint64(node)<<32 | uint64(id)
		next, ok := t.edges[edge]
		if !ok {
			next = int32(len(t.values))
			t.edges[edge] = next
			t.values = append(t.values, nil)
		}
		node = next
	}
	t.values[node] = append(t.values[node], s)
}

// step follows one word from a node; ok is false where no phrase goes on so.
func (t *trie) step(node int32, word string) (int32, bool) {
	id, ok := t.words[word]
	if !ok {
		return 0, false
	}
	next, ok := t.edges[uint64(node)<<32|uint64(id)]
	return next, ok
}

// order sorts the senses of every phrase.
func (t *trie) order(compare func(a, b sense) int) {
	for _, senses := range t.values {
		if len(senses) > 1 {
			slices.SortStableFunc(senses, compare)
		}
	}
}
