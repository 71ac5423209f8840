// Package archive copies whole records: as a backup of a data folder, checked by
// hashes, and as lines of JSON that any later version can take in again.
//
// A backup is a zip file of the record as it was between two updates, of the
// dossiers beside it, and of a manifest with the size and SHA-256 of each. It is
// put back as a whole or not at all, into a folder that has no record.
//
// A whole export holds what a record was made from: documents with their
// readings, corrections, and what the desk remembers. Taking it in folds the
// same entries, on whatever machine, byte for byte.
package archive
