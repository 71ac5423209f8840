package web

import (
	"container/list"
	"sync"
)

// answers keeps pages that were made lately, so that a page that many look at is
// made once for each state of the record.
type answers struct {
	turn  sync.Mutex
	byKey map[string]*list.Element
	order *list.List // the last used first
	size  int
}

// answer is a page ready to be sent.
type answer struct {
	key           string
	kind          string // Content-Type
	tag           string // ETag
	plain, packed []byte // packed is compressed with gzip
	filename      string // for what is to be kept as a file
}

// mostKept is how many bytes of answers are kept.
const mostKept = 48 << 20

func newAnswers() *answers { return &answers{byKey: map[string]*list.Element{}, order: list.New()} }

func (a *answers) find(key string) (*answer, bool) {
	a.turn.Lock()
	defer a.turn.Unlock()
	e, ok := a.byKey[key]
	if !ok {
		return nil, false
	}
	a.order.MoveToFront(e)
	return e.Value.(*answer), true
}

func (a *answers) keep(one *answer) {
	a.turn.Lock()
	defer a.turn.Unlock()
	if _, twice := a.byKey[one.key]; twice || one.bytes() > mostKept/4 {
		return
	}
	a.byKey[one.key] = a.order.PushFront(one)
	a.size += one.bytes()
	for a.size > mostKept {
		last := a.order.Back()
		gone := a.order.Remove(last).(*answer)
		delete(a.byKey, gone.key)
		a.size -= gone.bytes()
	}
}

func (a *answer) bytes() int { return len(a.plain) + len(a.packed) + len(a.key) }
