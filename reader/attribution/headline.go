package attribution

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/english"
	"github.com/parleyrecord/parley/reader/actors"
	"github.com/parleyrecord/parley/reader/timex"
)

// readHeadline reads the forms of headlines: "Norland: talks will go on",
// "Talks to go on — minister". A thought in a headline stands for words that
// the article goes on to report.
func (c *clauses) readHeadline(before int) {
	c.readColons(before)
	if len(c.found) == before {
		c.readTitleVerb()
	}
	for k := before; k < len(c.found); k++ {
		if a := &c.found[k]; c.standsForWords(a) {
			a.Thought = a.Class == "plan" || a.Class == "describe"
		}
	}
}

// standsForWords tells whether a thought is told by the main verb of a title, which the article then tells as words:
// "Kovar wants truce".
func (c *clauses) standsForWords(a *Attribution) bool {
	if !a.Thought || len(a.Sources) == 0 || len(a.cueTokens) == 0 {
		return false
	}
	verb := &c.Tokens[a.cueTokens[0]]
	return verb.UPOS == "VERB" && !verb.Is("acl") && c.main(a)
}

// readColons reads a title of which a colon or a dash sets the source off.
func (c *clauses) readColons(before int) {
	for i := range c.Tokens {
		switch c.Tokens[i].Text {
		case ":", "—", "–", "--", "-":
			if c.joins(i) {
				continue // "Staff-Sergeant"
			}
			if c.splitHeadline(i, before) {
				return
			}
		}
	}
}

// joins tells whether no blank stands beside a mark, which joins two words then.
func (c *clauses) joins(mark int) bool {
	return mark > 0 && mark+1 < len(c.Tokens) && c.Tokens[mark-1].End == c.Tokens[mark].Start && c.Tokens[mark].End == c.Tokens[mark+1].Start
}

// splitHeadline attributes one side of a colon or dash to a source that the
// other side consists of.
func (c *clauses) splitHeadline(mark, before int) bool {
	if head, ok := c.wholly(mark+1, len(c.Tokens)); ok {
		return c.headlineFrom(head, 0, mark)
	}
	if head, ok := c.wholly(0, mark); ok && c.Tokens[mark].Text == ":" && !c.labels(head, mark) && !c.writes(head) && !c.endsWithTag(before) {
		return c.headlineFrom(head, mark+1, len(c.Tokens))
	}
	first := mark + 1
	for first+1 < len(c.Tokens) && c.Tokens[first].Is("amod") {
		first++ // "freed hostages"
	}
	if c.Tokens[mark].Text != ":" || !c.inMarks(0, mark) {
		return false
	}
	if head, ok := c.nominal(first, 1); ok && c.Tokens[head].UPOS != "PRON" && c.animate(head) {
		return c.headlineFrom(head, 0, mark)
	}
	return false
}

// writes tells whether the person before a colon is the writer, of whom neither the text nor the lexicon tells
// anything: "Anna Kovar: Why the truce will hold".
func (c *clauses) writes(head int) bool {
	m, ok := c.cast.At(c.index, head)
	if !ok || len(m.Who) != 1 || m.Form != actors.Named || m.Title.Name != "" || m.Affiliation != "" {
		return false
	}
	if a := &c.cast.Actors[m.Who[0]]; a.Kind != parley.PersonActor || a.Affiliation != "" {
		return false
	}
	return !slices.ContainsFunc(c.cast.Mentions, func(other actors.Mention) bool {
		return other.Sentence > c.index && slices.Contains(other.Who, m.Who[0]) && !c.inByline(&other)
	})
}

// inByline tells whether a mention stands right behind "by": "By Anna Kovar".
func (f *finder) inByline(m *actors.Mention) bool {
	return m.First > 0 && strings.EqualFold(f.text.Sentences[m.Sentence].Tokens[m.First-1].Text, "by")
}

// endsWithTag tells whether a title ends with who says it: "Norland: Talks to go on, minister says".
func (c *clauses) endsWithTag(before int) bool {
	return slices.ContainsFunc(c.found[before:], func(a Attribution) bool {
		return !a.Thought && len(a.cueTokens) > 0 && a.cueTokens[len(a.cueTokens)-1] >= len(c.Tokens)-2
	})
}

// inMarks tells whether a token range is all of a quotation, also of one in single marks.
func (c *clauses) inMarks(first, last int) bool {
	return last-first > 3 && strings.Contains("\"'“‘", c.Tokens[first].Text) && strings.Contains("\"'”’", c.Tokens[last-1].Text)
}

// readTitleVerb reads a title in which the tagger took the verb for a noun in the plural: "Norland army
// chief rules out talks". Somebody stands before it and no other verb but behind a comma.
func (c *clauses) readTitleVerb() {
	if root := c.Root(); root >= 0 && c.Infinitive(root) && c.Child(root, "nsubj") >= 0 {
		return // "Talks on Norland guarantees to continue"
	}
	for i := 1; i+1 < len(c.Tokens); i++ {
		t := &c.Tokens[i]
		if t.UPOS == "VERB" && c.finite(i) || t.UPOS == "AUX" || t.Text == "," || t.Text == ":" {
			return
		}
		if t.XPOS != "NNS" && t.XPOS != "NNPS" {
			continue
		}
		head, ok := c.nominal(i-1, -1)
		k, known := c.titleVerb(i)
		if !ok || !known || k.thought || c.genitive(i-1) || !c.animate(i-1) {
			continue
		}
		first := k.words[len(k.words)-1] + 1
		last := first
		for ; last < len(c.Tokens) && c.Tokens[last].Text != "," && c.Tokens[last].Text != ";"; last++ {
			if up := &c.Tokens[last]; up.UPOS == "AUX" || up.UPOS == "VERB" && (up.XPOS == "VBD" || up.XPOS == "VBP") {
				return
			}
		}
		if at := c.Tokens[min(first, last-1)]; at.UPOS == "ADP" || at.UPOS == "CCONJ" || at.UPOS == "PUNCT" && at.XPOS == "," {
			return // "UN reports on Norland"
		}
		if len(k.words) > 1 && slices.Contains(k.prepositions, k.second) {
			first-- // "calls [for a truce]"
		}
		c.takeTitle(k, head, first, last)
		return
	}
}

// titleVerb is the verb of saying of which a token may be the third person, with the particle that stands
// behind it.
func (c *clauses) titleVerb(i int) (cueVerb, bool) {
	word := c.lower(i)
	for _, v := range knowledge().verbs[knowledge().lemma(word, word)] {
		switch {
		case v.second == "" && (v.thing || v.person):
			return cueVerb{verb: v, token: i, words: []int{i}, adopter: -1}, true
		case v.second != "" && c.lower(i+1) == v.second:
			return cueVerb{verb: v, token: i, words: []int{i, i + 1}, adopter: -1}, true
		}
	}
	return cueVerb{}, false
}

// takeTitle attributes a token range of a title to whom a token heads, who says it by a verb.
func (c *clauses) takeTitle(k cueVerb, head, first, last int) {
	span, ok := c.trim(first, last)
	if !ok {
		return
	}
	a := c.begin(&k)
	a.Negated, a.Unreal, a.Future, a.Certainty, a.source = false, false, false, 0.6, head
	a.content, a.Content = c.upTo(first, last), []parley.Span{span}
	a.Sources = c.sources(place{c.index, head, false})
	if len(a.Sources) > 0 {
		c.found = append(c.found, a)
	}
}

// labels tells whether a state before a colon only says where what follows happens: "Norland: Bus
// falls into river". What it says itself is quoted or told of "we".
func (c *clauses) labels(head, mark int) bool {
	if m, ok := c.cast.At(c.index, head); !ok || m.Form != actors.ByCountry {
		return false
	}
	for i := mark + 1; i < len(c.Tokens); i++ {
		switch c.lower(i) {
		case "we", "our", "us", "will", "must", "should", "would", "\"", "“", "'", "‘", "can", "not", "n't":
			return false
		}
	}
	return true
}

// wholly finds the source that a token range consists of.
func (c *clauses) wholly(first, last int) (int, bool) {
	for last > first && c.edge(last-1) {
		last--
	}
	if last-first == 0 || last-first > 7 {
		return 0, false
	}
	for i := first; i < last; i++ {
		if m, ok := c.cast.At(c.index, i); ok && m.First <= first+1 && m.Last >= last {
			return i, true
		}
	}
	if n, ok := knowledge().sources[strings.ToLower(c.Tokens[last-1].Lemma)]; ok && last-first <= 3 && n.kind != parley.DocumentSource {
		return last - 1, true
	}
	return last - 1, first > 0 && c.toldAgain(first, last)
}

// toldAgain tells whether a token range of a title is the name of an organisation that speaks in a sentence of the
// text: "— Norvik" above "Norvik said".
func (c *clauses) toldAgain(first, last int) bool {
	name := c.Text(first, last)
	return slices.ContainsFunc(c.text.Names, func(n english.Name) bool {
		if n.Sentence == c.index || n.Kind != english.Organisation || c.nameText(n) != name {
			return false
		}
		s := &c.text.Sentences[n.Sentence]
		head := &s.Tokens[s.Anchor(n.First, n.Last)]
		return head.Is("nsubj") && head.Head >= 0 && len(knowledge().verbs[s.Tokens[head.Head].Lemma]) > 0
	})
}

func (c *clauses) headlineFrom(head, first, last int) bool {
	span, ok := c.trim(first, last)
	if !ok || last-first < 3 {
		return false
	}
	a := Attribution{Sentence: c.index, Class: "say", Content: []parley.Span{span}, Continues: -1, Certainty: 0.8, Clause: true, source: head}
	a.content = make([]bool, len(c.Tokens))
	for i := first; i < last; i++ {
		a.content[i] = true
	}
	a.Sources = c.sources(place{c.index, head, false})
	if c.Tokens[head].UPOS != "NOUN" { // the name of the outlet itself, and not "— newspaper"
		a.Sources = slices.DeleteFunc(a.Sources, func(s Source) bool { return s.Kind == parley.MediaSource })
	}
	if len(a.Sources) == 0 {
		return false
	}
	c.found = append(c.found, a)
	return true
}

// standsApart tells whether a sentence is no part of what the text tells: the headline of another story, in capitals
// as a whole below a title that is not; the words below a picture; or a site's headlines behind its clock.
func (c *clauses) standsApart() bool {
	return c.Paragraph > 0 && (shouted(c.Sentence) && !shouted(&c.text.Sentences[0]) || c.stamped() || timex.InCaption(c.text, c.index))
}

// stamped tells whether a sentence begins with the day, the hour and the place of a site's clock: "Monday, June 2, 2025
// 9:00 am (Oslo)".
func (c *clauses) stamped() bool {
	if len(c.Tokens) < longestStamp || !english.IsWeekday(c.Tokens[0].Text) {
		return false
	}
	hour := slices.IndexFunc(c.Tokens[:longestStamp], func(t english.Token) bool { return strings.Contains(t.Text, ":") })
	return hour > 0 && hasWord(c.Tokens[hour:longestStamp], "(")
}

// longestStamp is how many words such a stamp has at most.
const longestStamp = 12

// shouted tells whether nearly all words of a sentence stand in capitals.
func shouted(s *english.Sentence) bool {
	words, capitals := 0, 0
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.UPOS != "PUNCT" && len(t.Text) > 1 {
			words++
			if strings.ToUpper(t.Text) == t.Text && strings.ToLower(t.Text) != t.Text {
				capitals++
			}
		}
	}
	return words >= fewestShouted && capitals*10 >= words*9
}

// fewestShouted is how many words in capitals make a headline.
const fewestShouted = 5

// asksItself tells whether a title opens with a question word and asks or explains all that it says: "What the
// blackout says about renewables".
func (c *clauses) asksItself() bool {
	switch c.Tokens[0].XPOS {
	case "WP", "WRB", "WDT":
	default:
		return false
	}
	return c.Paragraph == 0 && !slices.ContainsFunc(c.Tokens, func(t english.Token) bool {
		return t.Text == "," || t.Text == ":" || t.Text == "—" || t.Text == "–"
	})
}
