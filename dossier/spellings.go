package dossier

import (
	"strings"
	"sync"

	"github.com/parleyrecord/parley/lexicon"
)

// spellings finds names in other spellings than those of the lexicon, by their
// keys. It remembers which word of a name a spelling means, since making a key
// costs more than looking it up.
type spellings struct {
	names *phrases
	mu    sync.RWMutex
	known map[string]int32
}

// mostSpellings bounds what is remembered.
const mostSpellings = 1 << 16

func newSpellings() *spellings {
	return &spellings{names: newPhrases(), known: map[string]int32{}}
}

// id is the number of a word of a name; -1 where no name holds it.
func (s *spellings) id(body string, w *word) int32 {
	if !w.capital {
		return -1
	}
	spelled := body[w.start:w.end]
	s.mu.RLock()
	id, ok := s.known[spelled]
	s.mu.RUnlock()
	if ok {
		return id
	}
	id = s.names.id([]byte(lexicon.NameKey(spelled)))
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.known) == mostSpellings {
		clear(s.known)
	}
	s.known[strings.Clone(spelled)] = id
	return id
}
