package web

import (
	"container/list"
	"context"
	"runtime"
	"sync"
)

// answers makes pages, a few at a time, and keeps those that were made lately, so
// that a page that many look at is made once for each state of the record.
type answers struct {
	turn  sync.Mutex
	byKey map[string]*list.Element
	order *list.List // the last used first
	size  int

	making map[string]chan struct{} // of each page that is being made, closed when it is
	places chan struct{}            // holds one for each page that is being made
}

// answer is a page ready to be sent.
type answer struct {
	key           string
	kind          string // Content-Type
	tag           string // ETag
	plain, packed []byte // one of them: packed is compressed with gzip
	filename      string // for what is to be kept as a file
}

// mostKept is how many bytes of answers are kept.
const mostKept = 24 << 20

// fewestPlaces is how many pages are made at once where there is one core: a
// short one need not wait for a long one.
const fewestPlaces = 2

// newAnswers makes as many pages at once as there are cores: more would come no
// sooner, and each takes memory.
func newAnswers() *answers {
	return &answers{
		byKey: map[string]*list.Element{}, order: list.New(), making: map[string]chan struct{}{},
		places: make(chan struct{}, max(runtime.GOMAXPROCS(0), fewestPlaces)),
	}
}

// of gives the answer of a key: the one that is kept or, where none is, what compose
// makes. Those who ask for it meanwhile wait for that. It returns ctx's error
// where that ends before there is a place to make it.
func (a *answers) of(ctx context.Context, key string, compose func() (*answer, error)) (*answer, error) {
	for {
		found, made, first := a.find(key)
		switch {
		case found != nil:
			return found, nil
		case first:
			return a.composed(ctx, key, made, compose)
		}
		select {
		case <-made: // or it failed, or is too large to be kept
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// composed is an answer made when there is a place for it; it closes made.
func (a *answers) composed(ctx context.Context, key string, made chan struct{}, compose func() (*answer, error)) (*answer, error) {
	defer func() {
		a.turn.Lock()
		delete(a.making, key)
		a.turn.Unlock()
		close(made)
	}()
	select {
	case a.places <- struct{}{}:
		defer func() { <-a.places }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	one, err := compose()
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

// find gives the answer that is kept or else what is closed when it has been made:
// by the caller, where it is the first that wants it.
func (a *answers) find(key string) (found *answer, made chan struct{}, first bool) {
	a.turn.Lock()
	defer a.turn.Unlock()
	if e, ok := a.byKey[key]; ok {
		a.order.MoveToFront(e)
		return e.Value.(*answer), nil, false
	}
	made, busy := a.making[key]
	if !busy {
		made = make(chan struct{})
		a.making[key] = made
	}
	return nil, made, !busy
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
