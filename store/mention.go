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
	Group  string    // the group of copies that its document belongs to
	Start  int       // where it stands in its document, in bytes
	End    int
	Item   []byte
	// Blocks are given to PutReading and not given back: they follow from the
	// item.
	Blocks []Block
	// Drawn is where the fold may leave what it has made of the mention, for the next
	// time that a transaction hands out the same one; nil where the store keeps none.
	Drawn *any
}

// Block is a key under which things that may be one are found: computed from
// one mention, or from one entry, alone. Day is a day number (days since 1
// January 1970) where the key is bound to a time, else 0.
type Block struct {
	Name string
	Day  int
}

// Near is a stretch of days in the blocks of one name, both days inclusive.
type Near struct {
	Name        string
	First, Last int
}

// MentionFilter narrows Mentions. Fields that are set must all hold.
type MentionFilter struct {
	Near  []Near    // stands in any of these stretches
	IDs   []string  // any of these ids
	Docs  []string  // stands in any of the versions with these keys
	Until time.Time // told before; undated mentions pass
	Not   []string  // none of these ids
	// Coreless passes mentions that stand in no fold, or in one without a core.
	Coreless bool
}

// Fold is what some mentions fold into: an entry and the entries that follow
// from it (its disputes), which come and go together. It has the id of the
// first.
type Fold struct {
	Entries []parley.Entry
	// Members are the ids that lead to the first entry besides its own.
	Members []string
	// Blocks are where mentions that may join are looked for.
	Blocks []Block
	// Core and Signature are the folder's own affair: what it needs to place
	// further mentions without loading the members, and to see whether
	// anything has changed.
	Core      []byte
	Signature string
	// Drawn is where the folder may leave what it has made of the core, as a Mention's is.
	Drawn *any
}

// ID is that of the first entry.
func (f Fold) ID() string { return f.Entries[0].ID }

// FoldFilter narrows Folds: a fold passes if any of the fields that are set
// holds. Folds come without Blocks and with nothing of their entries but the
// first one's ID.
type FoldFilter struct {
	Near    []Near
	Members []string // leads from any of these ids
	IDs     []string
}
