package furniture

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/parleyrecord/parley/english"
)

//go:embed teasers.tsv
var teaserLines string

// teaserWords are the words of teasers.tsv by role, each set as a choice in a pattern.
var teaserWords = parseWords(teaserLines)

func parseWords(lines string) map[string]string {
	words := map[string]string{}
	for line := range strings.Lines(lines) {
		if role, list, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && !strings.HasPrefix(line, "#") {
			words[role] = strings.ReplaceAll(regexp.QuoteMeta(list), `\|`, "|")
		}
	}
	return words
}

var (
	invitation   = regexp.MustCompile(`^(?:` + teaserWords["invitation"] + `)\b`)
	continuation = regexp.MustCompile(`^(?:["“'‘]|(?:` + teaserWords["continuing"] + `)\b)`)
	anaphor      = regexp.MustCompile(`^(?:["“'‘]|(?:` + teaserWords["continuing"] + `|` + teaserWords["backward"] + `|On \p{Lu}\pL+)\b)`)
	reported     = regexp.MustCompile(`\b(?:` + teaserWords["report"] + `)\b`)
	// quotation is of so many words that no teaser holds it.
	quotation = regexp.MustCompile(`["“](?:[^\s"”]+\s+){5,}[^"”]*["”]`)
	// runIn is the joint between two teasers of which the first has no full stop.
	runIn = regexp.MustCompile(`[\pL\d%] (?:` + teaserWords["opener"] + `) \p{Ll}`)
)

// firstTeaser is where the teasers begin at the end of a text; its length where there are none.
func firstTeaser(text string, count int) int {
	if count == 0 {
		return len(text)
	}
	from := max(0, len(text)-teaserReach)
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++
	}
	sentences := segment(text[from:])
	first := len(sentences)
	for n := 0; first > 1 && n < count; {
		s := strings.TrimSpace(sentences[first-1])
		if !isTeaser(s) {
			break
		}
		n += 1 + len(runIn.FindAllString(s, -1))
		first--
	}
	if from == 0 && listed(sentences[:first]) {
		first = min(first, captionEnd(sentences[:first])) // a page of films has more of them
	}
	cut := 0
	for _, s := range sentences[:first] {
		cut += len(s)
	}
	return from + cut
}

// isTeaser tells whether a sentence can be a teaser: nothing that is asked of readers, and nothing that the text goes
// on with.
func isTeaser(s string) bool {
	return !Line(s) && !invitation.MatchString(s) && !continuation.MatchString(s) && !quotation.MatchString(s)
}

const (
	// teaserReach is how many bytes of a text before the notice are looked at.
	teaserReach = 6000
	// caption is how many sentences a page of films has on its own film, where no wide blanks tell its paragraphs;
	// longestOpening how many the first of these has at most, and longestParagraph any other.
	caption, longestOpening, longestParagraph = 3, 5, 2
	// fewestListed is how many sentences it takes to tell whether they are a list, and loose how large a share
	// of those in a list go on with the one before: in articles that were looked at a quarter do at least.
	fewestListed = 10
	loose        = 0.22
)

// captionEnd is how many of the first sentences of a page of films tell of its own film: those of the short paragraphs
// that wide blanks part, with the one behind the last of them unless the page asks something of its readers before it.
func captionEnd(sentences []string) int {
	end, reach := min(caption, len(sentences)), longestOpening
	for i := 0; i < min(reach, len(sentences)); i++ {
		if s := sentences[i]; len(s)-len(strings.TrimRight(s, " ")) < 2 {
			continue
		}
		if invitation.MatchString(strings.TrimSpace(sentences[i])) {
			return max(end, i)
		}
		end, reach = max(end, min(i+2, len(sentences))), i+1+longestParagraph
	}
	return end
}

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
