package timex

import (
	"strings"

	"github.com/parleyrecord/parley/english"
)

// captions tells the captions of pictures from prose, by the credit that ends them: "(Paper/Anna
// Kovar)", "(Anna Kovar via Paper)". Captions tell in the present of what is over.
type captions struct {
	text    *english.Text
	outlook map[string]outlook
}

// InCaption tells whether a sentence stands below a picture.
func InCaption(text *english.Text, sentence int) bool {
	g, err := shared()
	return err == nil && captions{text: text, outlook: g.outlook}.hold(sentence)
}

// longestCredit is how many bytes a credit has at most.
const longestCredit = 100

// Briefs tells whether each paragraph of a text ends in a bracket that names no picture: such brackets tell of news, and
// not of pictures, from whom it is: "(Paper)", "(Agency via Paper)".
func Briefs(text *english.Text) bool {
	g, err := shared()
	if err != nil {
		return false
	}
	c, found := captions{text: text, outlook: g.outlook}, false
	for i := range text.Sentences {
		s := &text.Sentences[i]
		if s.Paragraph == 0 || i+1 < len(text.Sentences) && text.Sentences[i+1].Paragraph == s.Paragraph {
			continue
		}
		told := strings.TrimRight(text.Source[:s.End], ". ")
		open := strings.LastIndexByte(told, '(')
		if !strings.HasSuffix(told, ")") || s.End-open > longestCredit || c.isCredit(strings.Replace(told[open+1:], " via ", " ", 1)) {
			return false
		}
		found = true
	}
	return found
}

// hold tells whether a sentence ends in a credit or stands before one.
func (c captions) hold(sentence int) bool {
	tokens := c.text.Sentences[sentence].Tokens
	if len(tokens) == 0 || Briefs(c.text) {
		return false
	}
	first, end := tokens[0].Start, tokens[len(tokens)-1].End
	if own := strings.TrimRight(c.text.Source[first:end], ". "); strings.HasSuffix(own, ")") {
		return c.isCredit(own[strings.LastIndexByte(own, '(')+1:])
	}
	rest := strings.TrimLeft(c.text.Source[end:min(len(c.text.Source), end+longestCredit)], " \n\t")
	return strings.HasPrefix(rest, "(") && c.isCredit(rest[1:])
}

// isCredit tells whether what stands in a parenthesis names who took a picture.
func (c captions) isCredit(inside string) bool {
	inside, _, _ = strings.Cut(inside, ")")
	if paper, person, _ := strings.Cut(inside, "/"); isCapital(paper) && isCapital(person) {
		return true
	}
	for word := range strings.FieldsSeq(strings.ToLower(inside)) {
		if c.outlook[strings.Trim(word, ":,")]&credit != 0 {
			return true
		}
	}
	return false
}
