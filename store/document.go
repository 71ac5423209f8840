package store

import (
	"time"

	"github.com/parleyrecord/parley"
)

// Document is a version of a document as a record keeps it.
type Document struct {
	parley.Document
	// Version is the document's own Version(), here because a Document may
	// come without its text.
	Version string
	// Kept is when Parley took the version in.
	Kept time.Time
	// Latest tells whether no later version of the document is kept: none
	// told later or, told at the same time, kept later.
	Latest bool
	// Group is the id of the first of the documents that are copies of one
	// text; a document that nobody copied is a group of its own.
	Group string
	// Dossiers are the ids of the dossiers that the document belongs to.
	Dossiers []string
	// Blocks are the keys under which near-copies are found; they are given
	// to PutDocument and not given back.
	Blocks []string
}

// Key names the version: "id@version".
func (d Document) Key() string { return d.ID + "@" + d.Version }

// DocumentFilter narrows Documents. The zero filter passes every version of
// every document, without its text. Fields that are set must all hold.
type DocumentFilter struct {
	Keys    []string  // any of these keys; a bare id means all its versions
	Since   time.Time // told at or after
	Until   time.Time // told before; undated documents pass both bounds
	KeptAt  time.Time // kept at or after
	Outlet  string
	Group   string
	Dossier string
	Blocks  []string // stands in any of these blocks
	Latest  bool     // latest versions only
	// Superseded passes only versions that are not the latest.
	Superseded bool
	Text       bool // give the text too
}
