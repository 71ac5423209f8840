package feed

import (
	"bytes"
	"regexp"
	"slices"

	"github.com/mmcdole/gofeed"
)

var (
	itemStart   = regexp.MustCompile(`(?i)^(?:\w+:)?(?:item|entry)$`)
	markPattern = regexp.MustCompile(`(?s)<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[?!][^<>]*>|<(/?)([A-Za-z_][\w:.-]*)(?:"[^"]*"|'[^']*'|[^<>"'])*>`)
)

// tag is the tag of an element in a text.
type tag struct {
	start, end      int
	name            string
	closing, single bool
}

// tagsOf gives the tags of a text, without those in comments and character data.
// end is where the last mark of any kind ends.
func tagsOf(text []byte) (tags []tag, end int) {
	for _, m := range markPattern.FindAllSubmatchIndex(text, -1) {
		if end = m[1]; m[4] >= 0 {
			tags = append(tags, tag{start: m[0], end: m[1], name: string(text[m[4]:m[5]]), closing: m[3] > m[2], single: text[m[1]-2] == '/'})
		}
	}
	return tags, end
}

// pieces is a feed cut at its items.
type pieces struct {
	head, tail []byte   // what stands before the first item, with what closes it
	items      [][]byte // each with the elements balanced in it
	cut        bool     // the text breaks off inside the last
}

// largestHead bounds what stands before the first item: it is parsed again and
// again.
const largestHead = 256 << 10

// cutUp cuts a feed at its items; ok is false where it has none.
func cutUp(text []byte) (p pieces, ok bool) {
	tags, _ := tagsOf(text)
	first := slices.IndexFunc(tags, func(t tag) bool { return !t.closing && itemStart.MatchString(t.name) })
	if first < 0 || tags[first].start > largestHead {
		return pieces{}, false
	}
	p.head, p.tail = leftOpen(text[:tags[first].start])
	for i := first; i < len(tags); {
		next := i + 1
		for next < len(tags) && !itemStart.MatchString(tags[next].name) {
			next++
		}
		end := len(text)
		p.cut = next == len(tags)
		if next < len(tags) {
			if end = tags[next].start; tags[next].closing {
				end = tags[next].end
			}
		}
		p.items = append(p.items, balanced(text[tags[i].start:end]))
		i = next
		for i < len(tags) && (tags[i].closing || !itemStart.MatchString(tags[i].name)) {
			i++
		}
	}
	return p, true
}

// rescue reads what it can of a broken feed: all items that can be parsed, be it
// one by one. all is how many items there are, and cut tells that the last of
// those rescued is not whole. It gives nil where there is no feed at all.
func rescue(text []byte) (found *gofeed.Feed, all int, cut bool) {
	p, ok := cutUp(text)
	if !ok {
		found, err := parse(closeOpen(text))
		if err != nil {
			return nil, 0, false
		}
		return found, len(found.Items), false
	}
	found, err := parse(slices.Concat(p.head, p.tail))
	if err != nil {
		return nil, len(p.items), false
	}
	found.Items = p.parse(p.items)
	last := p.items[len(p.items)-1:]
	return found, len(p.items), p.cut && len(found.Items) > 0 && len(p.parse(last)) > 0
}

// parse parses items together or, where that fails, in halves.
func (p pieces) parse(items [][]byte) []*gofeed.Item {
	parsed, err := parse(slices.Concat(p.head, bytes.Join(items, nil), p.tail))
	switch {
	case err == nil && (len(parsed.Items) == len(items) || len(items) == 1):
		return parsed.Items
	case len(items) == 1:
		return nil
	}
	middle := len(items) / 2
	return append(p.parse(items[:middle]), p.parse(items[middle:])...)
}

// deepest is how many elements are open at most, one in another, that are still
// told apart. Feeds have ten.
const deepest = 200

// closeOpen closes the elements that a text leaves open, and drops a tag or
// comment that it breaks off in.
func closeOpen(text []byte) []byte {
	whole, closing := leftOpen(text)
	return append(whole, closing...)
}

// leftOpen gives a text without the tag or comment that it breaks off in, and what
// closes the elements that it leaves open.
func leftOpen(text []byte) (whole, closing []byte) {
	var open []string
	tags, end := tagsOf(text)
	for _, m := range tags {
		switch {
		case m.closing:
			if i := lastIndex(open, m.name); i >= 0 {
				open = open[:i]
			}
		case !m.single && len(open) < deepest:
			open = append(open, m.name)
		}
	}
	rest := text[end:]
	if cut := bytes.IndexByte(rest, '<'); cut >= 0 && !bytes.HasPrefix(rest[cut:], []byte("<![CDATA[")) {
		rest = rest[:cut]
	} else if cut >= 0 {
		rest = append(bytes.Clone(rest), "]]>"...)
	}
	for _, name := range slices.Backward(open) {
		closing = append(closing, "</"+name+">"...)
	}
	return append(bytes.Clone(text[:end]), rest...), closing
}

// balanced is the text of one item in which each element is closed: the tags of
// those that nothing closes, and of those that nothing opened, are left out.
func balanced(item []byte) []byte {
	type opened struct {
		tag
		at int
	}
	tags, _ := tagsOf(item)
	drop := make([]bool, len(tags))
	var open []opened
	for i, t := range tags {
		switch {
		case t.single:
		case !t.closing && len(open) < deepest:
			open = append(open, opened{t, i})
		case !t.closing:
			drop[i] = true
		default:
			last := len(open) - 1
			for last >= 0 && open[last].name != t.name {
				last--
			}
			if last < 0 {
				drop[i] = true
				continue
			}
			for _, unclosed := range open[last+1:] {
				drop[unclosed.at] = true
			}
			open = open[:last]
		}
	}
	var kept []byte
	at := 0
	for i, t := range tags {
		if drop[i] {
			kept = append(kept, item[at:t.start]...)
			at = t.end
		}
	}
	return closeOpen(append(kept, item[at:]...))
}

func lastIndex(names []string, name string) int {
	for i, n := range slices.Backward(names) {
		if n == name {
			return i
		}
	}
	return -1
}
