// Package sqlite keeps a record in one SQLite file inside a data folder.
//
// There is one connection that writes, whose transactions take the write lock
// at their start, and a pool of connections that read; write-ahead logging lets
// both go on at once, and lets a second process read or wait its turn to
// write. A commit survives the death of the process (the log is synced at
// checkpoints, so the last commits before a power cut may be lost, whole).
//
// The file says of itself that it is a record of Parley (application id) and
// which migrations it has been through (user version), both in its header, so
// that a file of another kind or of a later version is recognised before any
// statement of ours touches it. That is why the few lines of migrate.go stand
// here in place of a migration library, which keeps its version in a table.
package sqlite
