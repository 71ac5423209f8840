package store

import (
	"time"

	"github.com/parleyrecord/parley"
)

// Mention is one item of one reading as the fold wants it. A store keeps it
// and finds it again by its blocks, its document or its id; what its Item holds
// is the fold's own affair.
type Mention struct {
	ID     string           // a hash of document version, span and kind
	Kind   parley.EntryKind // what it may become a member of
	Doc    string           // the key of its document
	Outlet string
	Told   time.Time // when its document was published; zero where unknown
	Kept   time.Time // when its document was taken in
	Start  int       // where it stands in its document, in bytes
	End    int
	Blocks []Block
	Item   []byte
}

// Block is a key under which things that may be one are found: computed from
// one mention, or from one entry, alone. Day is a day number (days since 1
// January 1970) where the key is bound to a time, else 0.
type Block struct {
	Name string
	Day  int
}

// MentionFilter narrows Mentions. Fields that are set must all hold; at least
// one must be.
type MentionFilter struct {
	Near     []Near   // stands in any of these stretches
	IDs      []string // any of these ids
	Document string   // stands in the version with this key
	All      bool     // every mention of the record
}

// Near is a stretch of days in the blocks of one name, both days inclusive.
type Near struct {
	Name        string
	First, Last int
}

// Folded is an entry with what the fold needs to place mentions beside it
// without loading its members.
type Folded struct {
	Entry  parley.Entry
	Blocks []Block // where mentions that could join it are found
	Core   []byte  // the fold's own affair
}

// FoldedFilter narrows Folded: entries that pass either of its fields.
type FoldedFilter struct {
	Near    []Near
	Members []string // ids of mentions
}
