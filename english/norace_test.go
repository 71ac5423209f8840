//go:build !race

package english

const raced = false
