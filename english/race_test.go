//go:build race

package english

// raced tells that the race detector is on. It makes sync.Pool forget at random,
// so that what a parse allocates cannot be counted under it.
const raced = true
