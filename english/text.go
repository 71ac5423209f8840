package english

import "strings"

// Text is what Parse found in a source text.
type Text struct {
	Source     string // exactly what was given; all offsets are bytes into it
	Sentences  []Sentence
	Names      []Name      // in order
	Quotations []Quotation // in order of their opening marks; they may cross sentences
}

// Sentence is one sentence, headline, dateline or list item.
type Sentence struct {
	Start, End int
	Paragraph  int // counts from 0; the first line (the headline) is a paragraph of its own, even if empty
	Tokens     []Token

	first, next []int32 // the tree from its heads: see link
}

// Token is one syntactic word.
type Token struct {
	Start, End  int    // bytes into Source; the two halves of "don't" have adjoining extents
	Text, Lemma string // Text is Source[Start:End]; Lemma as in UD EWT
	UPOS        string // Universal part-of-speech tag
	XPOS        string // Penn tag (VBD, NNP ...)
	Feats       string // UD features "Mood=Ind|Tense=Past", "" where none
	Head        int    // index of the head in Sentence.Tokens; -1 for the root and where no parse is available
	Deprel      string // UD relation with subtype ("nsubj:pass"); "" where no parse is available
}

// Feat returns the value of one UD feature, "" where the token lacks it.
func (t Token) Feat(name string) string {
	rest := t.Feats
	for rest != "" {
		var feature string
		feature, rest, _ = strings.Cut(rest, "|")
		if value, ok := strings.CutPrefix(feature, name); ok && strings.HasPrefix(value, "=") {
			return value[1:]
		}
	}
	return ""
}

// NameKind says what a name names.
type NameKind uint8

// The kinds of names.
const (
	Other NameKind = iota
	Person
	Organisation
	Location
)

// String returns the kind in lower case.
func (k NameKind) String() string {
	return [...]string{"other", "person", "organisation", "location"}[k&3]
}

// Name is a proper name without titles or nationalities before it: "Sergey
// Lavrov" in "Russian Foreign Minister Sergey Lavrov".
type Name struct {
	Start, End            int
	Sentence, First, Last int // Text.Sentences[Sentence].Tokens[First:Last]
	Kind                  NameKind
}

// Quotation is a stretch between quotation marks.
type Quotation struct {
	Start, End           int  // with the marks
	InnerStart, InnerEnd int  // without them
	Closed               bool // false where the closing mark is missing and the end was inferred
}
