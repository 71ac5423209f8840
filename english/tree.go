package english

import (
	"iter"
	"strings"
)

// Children yields the tokens that depend on token head, in order. With -1 it
// yields the roots.
func (s *Sentence) Children(head int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := s.firstChild(head); i >= 0 && yield(i); i = s.nextChild(i) {
		}
	}
}

// Child returns the first dependent of head whose relation is one of rels, with
// or without a subtype; -1 where there is none.
func (s *Sentence) Child(head int, rels ...string) int {
	for i := s.firstChild(head); i >= 0; i = s.nextChild(i) {
		for _, rel := range rels {
			if s.Tokens[i].Is(rel) {
				return i
			}
		}
	}
	return -1
}

// firstChild is the first dependent of a token, of -1 the first root; -1 where it has
// none.
func (s *Sentence) firstChild(head int) int {
	if s.first != nil && head >= -1 && head < len(s.Tokens) {
		return int(s.first[head+1])
	}
	return s.childBehind(-1, head)
}

// nextChild is the next token with the head of token i; -1 where there is none.
func (s *Sentence) nextChild(i int) int {
	if s.next != nil {
		return int(s.next[i])
	}
	return s.childBehind(i, s.Tokens[i].Head)
}

// childBehind looks for the next dependent of head behind token i.
func (s *Sentence) childBehind(i, head int) int {
	for i++; i < len(s.Tokens); i++ {
		if s.Tokens[i].Head == head && s.Tokens[i].Deprel != "" {
			return i
		}
	}
	return -1
}

// link threads the dependents of each token together, once nothing changes the tree
// any more: it is asked for them again and again.
func (t *Text) link() {
	tokens := 0
	for i := range t.Sentences {
		tokens += len(t.Sentences[i].Tokens)
	}
	links := make([]int32, 2*tokens+len(t.Sentences))
	for i := range t.Sentences {
		s := &t.Sentences[i]
		n := len(s.Tokens)
		s.first, s.next, links = links[:n+1:n+1], links[n+1:2*n+1:2*n+1], links[2*n+1:]
		s.link()
	}
}

func (s *Sentence) link() {
	for head := range s.first {
		s.first[head] = -1
	}
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		if t := &s.Tokens[i]; t.Deprel != "" {
			s.next[i], s.first[t.Head+1] = s.first[t.Head+1], int32(i)
		}
	}
}

// Is tells whether the token's relation is rel, or, where rel has no subtype,
// one of its subtypes: "nsubj:pass" is "nsubj".
func (t *Token) Is(rel string) bool {
	rest, ok := strings.CutPrefix(t.Deprel, rel)
	return ok && (rest == "" || rest[0] == ':')
}

// Root returns the sentence's root; -1 where there is no parse.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 && s.Tokens[i].Deprel != "" {
			return i
		}
	}
	return -1
}

// Ancestors yields the head of token i, the head of that, and so on up to the
// root.
func (s *Sentence) Ancestors(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		// A tree is never deeper than it has tokens; the bound guards
		// against a cycle in a parse that was made elsewhere.
		for range s.Tokens {
			if i = s.Tokens[i].Head; i < 0 || !yield(i) {
				return
			}
		}
	}
}

// Dominates tells whether token i stands in the subtree of head, which it is
// itself in.
func (s *Sentence) Dominates(head, i int) bool {
	if i == head {
		return true
	}
	for a := range s.Ancestors(i) {
		if a == head {
			return true
		}
	}
	return false
}

// Subtree returns the token range [first, last) that the subtree of head spans.
// Subtrees under a relation in without, with or without a subtype, are left
// out.
func (s *Sentence) Subtree(head int, without ...string) (first, last int) {
	first, last = head, head+1
	for i := range s.Tokens {
		if s.under(i, head, without) {
			first, last = min(first, i), max(last, i+1)
		}
	}
	return first, last
}

func (s *Sentence) under(i, head int, without []string) bool {
	for range s.Tokens {
		if i == head {
			return true
		}
		t := &s.Tokens[i]
		for _, rel := range without {
			if t.Is(rel) {
				return false
			}
		}
		if i = t.Head; i < 0 {
			return false
		}
	}
	return false
}

// Text returns the words of the token range [first, last) as they stand in
// source.
func (s *Sentence) Text(source string, first, last int) string {
	if first >= last {
		return ""
	}
	return source[s.Tokens[first].Start:s.Tokens[last-1].End]
}

// Widen grows the token range [first, last) to n tokens where the sentence has
// them, to the right first, then to the left.
func (s *Sentence) Widen(first, last, n int) (int, int) {
	if last-first < n {
		last = min(first+n, len(s.Tokens))
	}
	if last-first < n {
		first = max(last-n, 0)
	}
	return first, last
}

// Whole trims punctuation off the edges of the token range [first, last), except marks
// that close a quotation or bracket opened within, and widens it to whole written words:
// the range of "law" in "son-in-law" becomes that of all of it. A range of nothing but
// punctuation stays as it is.
func (s *Sentence) Whole(first, last int) (int, int) {
	from, to := first, last
	for from < to && s.Tokens[from].UPOS == "PUNCT" {
		from++
	}
	for to > from && s.Tokens[to-1].UPOS == "PUNCT" {
		to--
	}
	if from == to {
		return first, last
	}
	for from > 1 && s.hyphen(from-1) && s.adjoin(from-2) && s.adjoin(from-1) {
		from -= 2
	}
	for to+1 < len(s.Tokens) && s.hyphen(to) && s.adjoin(to-1) && s.adjoin(to) {
		to += 2
	}
	for close := to; close < len(s.Tokens) && close <= to+1 && s.Tokens[close].UPOS == "PUNCT"; close++ {
		if s.Closes(from, close) {
			return from, close + 1
		}
	}
	return from, to
}

// Closes tells whether a mark closes a quotation or a bracket that is opened at or behind
// the token first, and not closed yet.
func (s *Sentence) Closes(first, mark int) bool {
	open, close := openingOf[s.Tokens[mark].Text], s.Tokens[mark].Text
	if open == "" {
		return false
	}
	depth := 0
	for _, t := range s.Tokens[first:mark] {
		switch {
		case t.Text == close && (open != close || depth > 0):
			depth = max(0, depth-1) // what is closed was opened before
		case t.Text == open:
			depth++
		}
	}
	return depth > 0
}

// openingOf are the marks that open what others close.
var openingOf = map[string]string{")": "(", "]": "[", "”": "“", "\"": "\"", "»": "«", "''": "``"}

func (s *Sentence) hyphen(i int) bool {
	return s.Tokens[i].Text == "-" || s.Tokens[i].Text == "‐" || s.Tokens[i].Text == "‑"
}

// adjoin tells whether no space lies between a token and the next.
func (s *Sentence) adjoin(i int) bool { return s.Tokens[i].End == s.Tokens[i+1].Start }
