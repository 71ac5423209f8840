// Package store says what a place that keeps the record must be able to do:
// the documents and their readings, the mentions that the readings hold, the
// entries that the mentions fold into, and the questions asked of them. It
// holds no business rules: what merges with what, and what a view shows, is
// decided above.
//
// A store is one data folder's whole record. Reading from it and writing to it
// may go on at once; writers take turns. [Store.Update] is the only way to
// write, and what it wrote is either all there afterwards or not at all,
// whenever the process is killed.
//
// The suite in storetest says the contract once more, as tests that every
// implementation passes.
package store
