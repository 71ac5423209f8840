package furniture

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

//go:embed notices.txt
var noticeLines string

// notice closes the pages of a site, below so many teasers for other stories.
type notice struct {
	shape *regexp.Regexp
	count int
}

var notices = sync.OnceValue(func() (all []notice) {
	for line := range strings.Lines(noticeLines) {
		words, number, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		count, err := strconv.Atoi(number)
		if err != nil {
			panic("notices.txt: " + err.Error()) // the table is compiled in
		}
		shape := strings.ReplaceAll(regexp.QuoteMeta(words), "#", `\d+`)
		all = append(all, notice{regexp.MustCompile("(?i)" + shape), count})
	}
	return all
})

// CutNotice drops the notice of a site from the end of a text whose line breaks are lost, with the
// teasers for other stories before it. What stays is unchanged to the byte. What goes on with the text,
// by a pronoun or a long quotation, is no teaser.
func CutNotice(text string) string {
	for _, n := range notices() {
		end := max(0, len(text)-belowNotice)
		if at := n.shape.FindStringIndex(text[end:]); at != nil {
			return strings.TrimRight(text[:firstTeaser(text[:end+at[0]], n.count)], " \t\r\n")
		}
	}
	return text
}

const (
	// belowNotice is how many bytes from the end of a page its notice may stand.
	belowNotice = 1500
	// reach is how many bytes of a text before the notice are looked at.
	reach = 6000
)

// firstTeaser is where the teasers begin at the end of a text; its length where there are none.
func firstTeaser(text string, count int) int {
	if count == 0 {
		return len(text)
	}
	from := max(0, len(text)-reach)
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	sentences := segment(text[from:])
	first := len(sentences)
	for n := 0; first > 1 && n < count; {
		s := strings.TrimSpace(sentences[first-1])
		if Line(s) || invitation.MatchString(s) || continuation.MatchString(s) || quotation.MatchString(s) {
			break
		}
		n += 1 + len(runIn.FindAllString(s, -1))
		first--
	}
	if from == 0 && listed(sentences[:first]) {
		first = min(first, caption) // a page of films has more of them
	}
	cut := 0
	for _, s := range sentences[:first] {
		cut += len(s)
	}
	return from + cut
}

const (
	// caption is how many sentences a page of films has on its own film.
	caption = 2
	// fewestListed is how many sentences tell whether they are a list, and loose the share of those that
	// go on in a list at most: in articles that were looked at a quarter do at least.
	fewestListed = 10
	loose        = 0.22
)

// listed tells whether sentences are so many captions: hardly one goes on with the one before it.
func listed(sentences []string) bool {
	linked := 0
	for _, s := range sentences {
		if anaphor.MatchString(s) {
			linked++
		}
		if reported.MatchString(s) {
			linked++
		}
	}
	return len(sentences) >= fewestListed && float64(linked) < loose*float64(len(sentences))
}

// segment parts a text into its sentences, each with the space behind it.
func segment(text string) (sentences []string) {
	engine, err := english.New()
	if err != nil {
		return []string{text}
	}
	start := 0
	for i, s := range engine.Segment(text).Sentences {
		if i > 0 {
			sentences = append(sentences, text[start:s.Start])
			start = s.Start
		}
	}
	return append(sentences, text[start:])
}

var (
	// invitation begins what a site asks of its readers below an article.
	invitation = regexp.MustCompile(`^(Sign up|Follow|Listen to|Go to|Send your|Get in touch|Additional reporting|Edited by|Graphics by|Outside the UK|What do you want|It'll be delivered)\b`)
	// continuation begins a sentence that goes on with the one before it, or with what somebody says.
	continuation = regexp.MustCompile(`^(?:["“'‘]|(?:He|She|They|His|Her|Their|But|And|However|Meanwhile|Also|Now)\b)`)
	// anaphor begins a sentence that points back, in person or in time.
	anaphor = regexp.MustCompile(`^(?:["“'‘]|(?:He|She|They|It|His|Her|Their|Its|This|These|Those|But|And|However|Now|Also|Both|So|Then|There|Meanwhile|Later|Earlier|Since|Previously|In the|On \p{Lu}\pL+|Last|At the time)\b)`)
	// reported is how articles give somebody's words, time and again.
	reported = regexp.MustCompile(`\b(?:said|added|told|(?:he|she|they|it) (?:says|wrote))\b`)
	// quotation is of so many words that no teaser holds it.
	quotation = regexp.MustCompile(`["“](?:[^\s"”]+\s+){5,}[^"”]*["”]`)
	// runIn is the joint between two teasers of which the first has no full stop.
	runIn = regexp.MustCompile(`[\pL\d%] (?:The|A|An|Many|New|Some|Prices) \p{Ll}`)
)
