package english

import (
	"slices"
	"strings"
	"testing"
)

// "Envoys who met him told the press": told is the root.
func envoys() *Sentence {
	return &Sentence{Tokens: []Token{
		{Text: "Envoys", Start: 0, End: 6, Head: 4, Deprel: "nsubj"},
		{Text: "who", Start: 7, End: 10, Head: 2, Deprel: "nsubj"},
		{Text: "met", Start: 11, End: 14, Head: 0, Deprel: "acl:relcl"},
		{Text: "him", Start: 15, End: 18, Head: 2, Deprel: "obj"},
		{Text: "told", Start: 19, End: 23, Head: -1, Deprel: "root"},
		{Text: "the", Start: 24, End: 27, Head: 6, Deprel: "det"},
		{Text: "press", Start: 28, End: 33, Head: 4, Deprel: "obj"},
	}}
}

func TestTree(t *testing.T) {
	t.Parallel()
	s := envoys()
	if got := s.Root(); got != 4 {
		t.Errorf("Root() = %d, want 4", got)
	}
	if got := slices.Collect(s.Children(4)); !slices.Equal(got, []int{0, 6}) {
		t.Errorf("Children(told) = %v, want Envoys and press", got)
	}
	if got := s.Child(0, "acl"); got != 2 {
		t.Errorf("Child(Envoys, acl) = %d, want its relative clause, 2", got)
	}
	if got := slices.Collect(s.Ancestors(3)); !slices.Equal(got, []int{2, 0, 4}) {
		t.Errorf("Ancestors(him) = %v", got)
	}
	if s.Dominates(6, 3) || !s.Dominates(0, 3) {
		t.Error("him stands under Envoys and not under press")
	}
	if first, last := s.Subtree(0); first != 0 || last != 4 {
		t.Errorf("Subtree(Envoys) = %d-%d, want 0-4", first, last)
	}
	if first, last := s.Subtree(0, "acl"); first != 0 || last != 1 {
		t.Errorf("Subtree(Envoys) without clauses = %d-%d, want 0-1", first, last)
	}
	if got := s.Text("Envoys who met him told the press", 4, 7); got != "told the press" {
		t.Errorf("Text = %q", got)
	}
}

func TestLinkedChildrenAreThoseFound(t *testing.T) {
	t.Parallel()
	text := engine(t).Parse("The envoy, who had met both sides, told the press on Monday that talks would go on.\nNo one left.")
	for i := range text.Sentences {
		linked := &text.Sentences[i]
		bare := &Sentence{Tokens: linked.Tokens}
		for head := -1; head <= len(linked.Tokens); head++ {
			got, want := slices.Collect(linked.Children(head)), slices.Collect(bare.Children(head))
			if !slices.Equal(got, want) {
				t.Errorf("sentence %d: Children(%d) = %v, want %v", i, head, got, want)
			}
		}
	}
}

func TestTreeWithoutParse(t *testing.T) {
	t.Parallel()
	s := &Sentence{Tokens: []Token{{Text: "Talks", Head: -1}, {Text: "resume", Head: -1}}}
	if s.Root() != -1 || s.Child(-1, "root") != -1 {
		t.Error("a sentence without a parse has no root")
	}
}

func TestWhole(t *testing.T) {
	t.Parallel()
	// ", son-in-law Per ." with the hyphens tokens of their own
	s := &Sentence{Tokens: []Token{
		{Text: ",", Start: 0, End: 1, UPOS: "PUNCT"},
		{Text: "son", Start: 2, End: 5}, {Text: "-", Start: 5, End: 6, UPOS: "PUNCT"}, {Text: "in", Start: 6, End: 8},
		{Text: "-", Start: 8, End: 9, UPOS: "PUNCT"}, {Text: "law", Start: 9, End: 12},
		{Text: "Per", Start: 13, End: 16}, {Text: ".", Start: 16, End: 17, UPOS: "PUNCT"},
	}}
	for _, test := range []struct{ first, last, wantFirst, wantLast int }{
		{5, 7, 1, 7}, // "law Per" begins with the whole of "son-in-law"
		{1, 2, 1, 6},
		{0, 8, 1, 7},
		{7, 8, 7, 8}, // nothing but punctuation
	} {
		if first, last := s.Whole(test.first, test.last); first != test.wantFirst || last != test.wantLast {
			t.Errorf("Whole(%d, %d) = %d, %d, want %d, %d", test.first, test.last, first, last, test.wantFirst, test.wantLast)
		}
	}
	for text, want := range map[string]string{
		`called it " fair . "`:              `called it " fair . "`,
		`called it " fair " and left .`:     `called it " fair " and left`,
		`fair , " she said . "`:             `fair , " she said . "`,
		`the truce ( signed in May ) .`:     `the truce ( signed in May )`,
		`“ Fair , ” she said , “ but . ”`:   `Fair , ” she said , “ but . ”`,
		`she said . "`:                      `she said`,
		`a mere ( or not so mere ) pause ,`: `a mere ( or not so mere ) pause`,
	} {
		s := &Sentence{}
		for _, word := range strings.Fields(text) {
			upos := "X"
			if strings.Trim(word, `.,"()“”`) == "" {
				upos = "PUNCT"
			}
			s.Tokens = append(s.Tokens, Token{Text: word, UPOS: upos, Start: 2 * len(s.Tokens), End: 2*len(s.Tokens) + 1})
		}
		first, last := s.Whole(0, len(s.Tokens))
		if whole := strings.Join(strings.Fields(text)[first:last], " "); whole != want {
			t.Errorf("the whole of %q is %q, want %q", text, whole, want)
		}
	}
}

func TestWiden(t *testing.T) {
	t.Parallel()
	s := &Sentence{Tokens: make([]Token, 5)}
	for _, test := range []struct{ first, last, n, wantFirst, wantLast int }{
		{1, 2, 3, 1, 4},
		{4, 5, 3, 2, 5}, // nothing stands on the right
		{0, 4, 3, 0, 4},
		{2, 3, 9, 0, 5},
	} {
		if first, last := s.Widen(test.first, test.last, test.n); first != test.wantFirst || last != test.wantLast {
			t.Errorf("Widen(%d, %d, %d) = %d, %d, want %d, %d", test.first, test.last, test.n, first, last, test.wantFirst, test.wantLast)
		}
	}
}
