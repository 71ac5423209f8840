package eval

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/parleyrecord/parley"
)

// attributionDocument is a text with its gold attributions.
type attributionDocument struct {
	path, text   string
	attributions []goldAttribution
}

// goldAttribution has several spans where its parts are discontinuous.
type goldAttribution struct{ source, cue, content []parley.Span }

// readAttributions reads brat standoff: lines "T" bound words by character
// offsets, lines "E" tie them to an attribution.
func readAttributions(file attributionFile) (attributionDocument, error) {
	text, err := readFileText(file.text)
	if err != nil {
		return attributionDocument{}, err
	}
	annotation, err := readFileText(file.annotation)
	if err != nil {
		return attributionDocument{}, err
	}
	doc := attributionDocument{path: file.annotation, text: text}
	offsets := byteOffsets(text)
	bounds := map[string][]parley.Span{}
	for line := range strings.SplitSeq(annotation, "\n") {
		id, rest, ok := strings.Cut(line, "\t")
		if !ok || len(id) < 2 || id[0] != 'T' || !isNumber(id[1:]) {
			continue
		}
		rest, _, _ = strings.Cut(rest, "\t")
		_, rest, _ = strings.Cut(rest, " ")
		if bounds[id], err = bratSpans(rest, offsets); err != nil {
			return attributionDocument{}, fmt.Errorf("read %s: %s: %w", file.annotation, id, err)
		}
	}
	for line := range strings.SplitSeq(annotation, "\n") {
		id, rest, ok := strings.Cut(line, "\t")
		if ok && len(id) > 1 && id[0] == 'E' && isNumber(id[1:]) {
			if a := bratEvent(rest, bounds); len(a.content) > 0 {
				doc.attributions = append(doc.attributions, a)
			}
		}
	}
	return doc, nil
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// byteOffsets maps each character of a text to its first byte.
func byteOffsets(text string) []int {
	var offsets []int
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// bratSpans reads "12 19;25 30".
func bratSpans(cell string, offsets []int) ([]parley.Span, error) {
	var spans []parley.Span
	for part := range strings.SplitSeq(cell, ";") {
		from, to, _ := strings.Cut(part, " ")
		start, err := strconv.Atoi(from)
		if err != nil {
			return nil, fmt.Errorf("start: %w", err)
		}
		end, err := strconv.Atoi(to)
		if err != nil {
			return nil, fmt.Errorf("end: %w", err)
		}
		if start < 0 || end < start || end >= len(offsets) {
			return nil, fmt.Errorf("%d to %d lies outside the text", start, end)
		}
		spans = append(spans, parley.Span{Start: offsets[start], End: offsets[end]})
	}
	return spans, nil
}

// bratEvent reads "Attribution:T4 Content:T3 Cue:T2 Source:T1"; a role that
// stands several times has a number after its name.
func bratEvent(cell string, bounds map[string][]parley.Span) goldAttribution {
	var a goldAttribution
	for i, part := range strings.Fields(cell) {
		role, id, _ := strings.Cut(part, ":")
		if i == 0 {
			continue
		}
		switch strings.TrimRight(role, "0123456789") {
		case "Source":
			a.source = append(a.source, bounds[id]...)
		case "Cue":
			a.cue = append(a.cue, bounds[id]...)
		case "Content":
			a.content = append(a.content, bounds[id]...)
		}
	}
	return a
}
