package events

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/timex"
)

// caption tells whether a word stands below a picture, in what tells what the picture shows and no
// news: a bracket behind its sentence, or behind it in the sentence, says who took the picture,
// "(Photo by Anna Kovar)". In a row of briefs it says where they are from.
func (f *finder) caption(sentence, token int) bool {
	if timex.Briefs(f.in.Text) {
		return false
	}
	if credited(f.in.Text.Sentences[sentence].Tokens[token:]) {
		return true
	}
	return sentence+1 < len(f.in.Text.Sentences) && f.in.Text.Sentences[sentence+1].Tokens[0].Text == "(" && credited(f.in.Text.Sentences[sentence+1].Tokens)
}

// credited tells whether the first bracket among some tokens says who took a picture.
func credited(tokens []english.Token) bool {
	open := slices.IndexFunc(tokens, func(t english.Token) bool { return t.Text == "(" })
	if open < 0 {
		return false
	}
	for i := open + 1; i < len(tokens) && tokens[i].Text != ")"; i++ {
		if tables().nouns["credit"][strings.ToLower(tokens[i].Text)] {
			return true
		}
	}
	return false
}

// dateByPictures gives an event that is told without a day the one that a caption of the day's
// news gives it.
func (f *finder) dateByPictures(groups [][]*mention) {
	for i := range f.pictured {
		m := &f.pictured[i]
		if m.day() == "" || f.in.Day == "" || !f.fresh(m.when) {
			continue
		}
		g := f.sameAs(groups, m)
		if g >= 0 && !slices.ContainsFunc(groups[g], func(o *mention) bool { return o.day() != "" }) {
			groups[g][0].when = m.when
		}
	}
}

// heading tells whether a word stands in a line of capitals in the midst of a text, which is the
// headline of another story.
func heading(s *english.Sentence, token int) bool {
	if s.Paragraph == 0 || !shouted(&s.Tokens[token]) {
		return false
	}
	return token > 1 && shouted(&s.Tokens[token-1]) && shouted(&s.Tokens[token-2]) ||
		token+2 < len(s.Tokens) && shouted(&s.Tokens[token+1]) && shouted(&s.Tokens[token+2]) ||
		token > 0 && token+1 < len(s.Tokens) && shouted(&s.Tokens[token-1]) && shouted(&s.Tokens[token+1])
}

func shouted(t *english.Token) bool {
	return len(t.Text) > 1 && t.Text == strings.ToUpper(t.Text) && t.Text != strings.ToLower(t.Text)
}
