package export

import (
	"strings"

	"github.com/rivo/uniseg"
)

// wrap breaks t into lines of at most width columns: between words, and inside
// a word only where it is wider than a line.
func wrap(t text, width int) []text {
	w := wrapper{width: width}
	for _, word := range words(t) {
		w.word(word)
	}
	return append(w.lines, w.current)
}

// words splits t at its blanks; a word may be in several styles.
func words(t text) []text {
	var list []text
	begin := true
	for _, s := range t {
		for i, part := range strings.Split(Clean(s.text), " ") {
			begin = begin || i > 0
			if part == "" {
				continue
			}
			if begin {
				list = append(list, nil)
			}
			last := len(list) - 1
			list[last] = append(list[last], piece{part, s.style})
			begin = false
		}
	}
	return list
}

type wrapper struct {
	width   int
	lines   []text
	current text
	used    int
}

func (w *wrapper) word(word text) {
	wide := 0
	for _, s := range word {
		wide += uniseg.StringWidth(s.text)
	}
	switch {
	case w.used > 0 && w.used+1+wide > w.width:
		w.breakLine()
	case w.used > 0 && w.current[len(w.current)-1].style == word[0].style:
		w.put(" ", word[0].style)
	case w.used > 0:
		w.put(" ", Plain)
	}
	for _, s := range word {
		for s.text != "" && w.used+uniseg.StringWidth(s.text) > w.width {
			if w.used >= w.width {
				w.breakLine()
				continue
			}
			head, tail := cut(s.text, w.width-w.used)
			w.put(head, s.style)
			w.breakLine()
			s.text = tail
		}
		w.put(s.text, s.style)
	}
}

func (w *wrapper) put(s string, style Style) {
	if s == "" {
		return
	}
	if n := len(w.current); n > 0 && w.current[n-1].style == style {
		w.current[n-1].text += s
	} else {
		w.current = append(w.current, piece{s, style})
	}
	w.used += uniseg.StringWidth(s)
}

func (w *wrapper) breakLine() {
	w.lines = append(w.lines, w.current)
	w.current, w.used = nil, 0
}

// cut takes as many whole characters off s as fit in width columns, and at
// least one.
func cut(s string, width int) (head, tail string) {
	used, n := 0, 0
	for rest := s; rest != ""; {
		character, after, wide, _ := uniseg.FirstGraphemeClusterInString(rest, -1)
		if n > 0 && used+wide > width {
			break
		}
		n, used, rest = n+len(character), used+wide, after
	}
	return s[:n], s[n:]
}
