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

	making map[string]*sync.WaitGroup // pages that are being made, by key
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

func newAnswers() *answers {
	return &answers{byKey: map[string]*list.Element{}, order: list.New(), making: map[string]*sync.WaitGroup{}}
}

// of gives the answer of a key: the one that is kept or, where none is, what make
// makes. Those who ask for it meanwhile wait for that.
func (a *answers) of(key string, make func() (*answer, error)) (*answer, error) {
	for {
		a.turn.Lock()
		under, busy := a.making[key]
		if !busy {
			under = &sync.WaitGroup{}
			under.Add(1)
			a.making[key] = under
		}
		a.turn.Unlock()
		if found, ok := a.find(key); ok {
			if !busy {
				a.made(key, under)
			}
			return found, nil
		}
		if busy {
			under.Wait()
			if found, ok := a.find(key); ok {
				return found, nil
			}
			continue // it failed, or is too large to be kept
		}
		return a.make(key, under, make)
	}
}

func (a *answers) make(key string, under *sync.WaitGroup, make func() (*answer, error)) (*answer, error) {
	defer a.made(key, under)
	one, err := make()
	if err != nil {
		return nil, err
	}
	one.key = key
	if err := one.pack(); err != nil {
		return nil, err
	}
	a.keep(one)
	return one, nil
}

func (a *answers) made(key string, under *sync.WaitGroup) {
	a.turn.Lock()
	delete(a.making, key)
	a.turn.Unlock()
	under.Done()
}

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
