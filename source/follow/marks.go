package follow

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"

	"github.com/parleyrecord/parley/source/stated"
)

// mark tells an item in one state of it.
type mark struct{ id, content uint64 }

// marks are those of what was seen, the latest first.
type marks []mark

// fewestMarks is how many marks are kept at least.
const fewestMarks = 1000

// known tells by its mark what was seen.
type known struct{ ids, contents map[uint64]bool }

func (m marks) index() known {
	k := known{make(map[uint64]bool, len(m)), make(map[uint64]bool, len(m))}
	for _, each := range m {
		k.add(each)
	}
	return k
}

func (k known) add(m mark) { k.ids[m.id], k.contents[m.content] = true, true }

// has tells whether an item was seen in these words, or in others. The same words
// at the same address were, whatever the item is called: some feeds call each item
// anew each time.
func (k known) has(m mark) (known, edited bool) {
	if k.contents[m.content] {
		return true, false
	}
	return false, k.ids[m.id]
}

// after are the marks after a look that saw those, at a source that has usually so
// many items: they come first, and what was seen longest ago is forgotten.
func (m marks) after(seen marks, usual int) marks {
	all := make(marks, 0, len(seen)+len(m))
	known := map[mark]bool{}
	for _, list := range []marks{seen, m} {
		for _, each := range list {
			if !known[each] {
				known[each] = true
				all = append(all, each)
			}
		}
	}
	return all[:min(len(all), max(fewestMarks, 3*usual))]
}

// markBytes is the length of a mark as it is kept.
const markBytes = 16

// MarshalText implements encoding.TextMarshaler.
func (m marks) MarshalText() ([]byte, error) {
	raw := make([]byte, 0, markBytes*len(m))
	for _, each := range m {
		raw = binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(raw, each.id), each.content)
	}
	return base64.StdEncoding.AppendEncode(nil, raw), nil
}

// UnmarshalText implements encoding.TextUnmarshaler.
func (m *marks) UnmarshalText(text []byte) error {
	raw, err := base64.StdEncoding.AppendDecode(nil, text)
	if err != nil || len(raw)%markBytes != 0 {
		return errors.New("the marks of what was seen are damaged")
	}
	*m = make(marks, 0, len(raw)/markBytes)
	for ; len(raw) > 0; raw = raw[markBytes:] {
		*m = append(*m, mark{binary.LittleEndian.Uint64(raw), binary.LittleEndian.Uint64(raw[8:])})
	}
	return nil
}

// hashed is a hash of words in their order.
func hashed(words ...string) uint64 {
	h := fnv.New64a()
	for _, w := range words {
		fmt.Fprintf(h, "%d:%s", len(w), w)
	}
	return h.Sum64()
}

// markOf is the mark of what an item or page says: its dates apart.
func markOf(d stated.Document) mark { return mark{hashed(d.ID), hashed(d.URL, d.Title, d.Text)} }
