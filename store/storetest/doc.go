// Package storetest holds the tests that every store.Store must pass. An
// implementation calls [Run] from a test of its own.
package storetest
