package plain

import (
	"slices"
	"strings"

	"github.com/parleyrecord/parley"
	"github.com/parleyrecord/parley/source/byline"
	"github.com/parleyrecord/parley/source/furniture"
	"github.com/parleyrecord/parley/source/stated"
	"github.com/parleyrecord/parley/source/timestamp"
)

// Options say how a text is to be read where its front matter does not.
type Options struct {
	Digest   bool // each paragraph is a brief
	Markdown bool // the text carries Markdown's marks
}

// File is what a text file holds.
type File struct {
	// Documents: a single article has no Place, briefs have, be it only one.
	Documents []stated.Document
	// ID is the one that front matter gives to the file as a whole.
	ID string
}

// Read takes a text in UTF-8 apart. Its errors are of kind Empty or Invalid,
// name the line and leave out the file.
func Read(text string, o Options) (File, error) {
	sections, err := splitSections(splitLines(text))
	if err != nil {
		return File{}, err
	}
	file, sections := fileBlock(sections)
	out := File{ID: file["id"]}
	delete(file, "id")
	delete(file, "title")
	for _, s := range sections {
		briefs := s.isDigest(file, o)
		documents, err := s.read(file, briefs, o.Markdown)
		if err != nil {
			return File{}, err
		}
		if !briefs && len(sections) == 1 {
			documents[0].Place = ""
		}
		out.Documents = append(out.Documents, documents...)
	}
	return out, nil
}

// fileBlock takes the block that speaks for the whole file, if the first does,
// off the section that it stands before.
func fileBlock(sections []section) (values map[string]string, rest []section) {
	head := sections[0]
	alone := head.values != nil && blank(head.lines) && len(sections) > 1
	if head.values["digest"] != "true" && !alone {
		return nil, sections
	}
	if alone {
		return head.values, sections[1:]
	}
	sections[0].values = nil
	return head.values, sections
}

func (s section) isDigest(file map[string]string, o Options) bool {
	if s.values["id"] != "" || s.values["title"] != "" {
		return false
	}
	for _, values := range []map[string]string{s.values, file} {
		if stated := values["digest"]; stated != "" {
			return stated == "true"
		}
	}
	return o.Digest
}

func (s section) read(file map[string]string, briefs, markdown bool) ([]stated.Document, error) {
	lines := s.lines
	if markdown {
		lines = stripMarkdown(lines)
	}
	all := paragraphs(lines)
	kept := all[:0]
	for _, p := range all {
		if !furniture.Line(p.Text) {
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil, &parley.Error{Kind: parley.Empty, Place: place(s.at), Problem: "there is no text to read", Mend: "give it a text or leave it out"}
	}
	own := statedBy(file, s.values)
	if !briefs {
		return []stated.Document{article(own, kept)}, nil
	}
	documents := digest(own, kept)
	if len(documents) == 0 {
		return nil, &parley.Error{Kind: parley.Empty, Place: place(s.at), Problem: "this digest holds headlines only, no paragraph that ends a sentence",
			Mend: "read it as one article, without digest"}
	}
	return documents, nil
}

// article reads the paragraphs as one text under its headline.
func article(own stated.Document, all []paragraph) stated.Document {
	all, shown := cutStamp(withoutTail(all))
	if own.Published == "" {
		own.Published = shown
	}
	if own.Byline == "" {
		own.Byline = shownByline(all)
	}
	own.Place = place(all[0].at)
	switch {
	case own.Title == "" && len(all) > 1 && all[0].Headline() && !all[0].ListItem():
		own.Title = all[0].Text
		all = all[1:]
	case own.Title == all[0].Text && len(all) > 1:
		all = all[1:]
	}
	texts := make([]string, len(all))
	for i, p := range all {
		texts[i] = p.Text
	}
	own.Text = strings.Join(texts, "\n\n")
	return own
}

// near is how many paragraphs from an article's head its date and byline may stand.
const near = 4

// cutStamp takes out a line at the head of an article that shows when it was
// published, and gives its date.
func cutStamp(all []paragraph) (rest []paragraph, stamp string) {
	for i, p := range all[:min(near, len(all)-1)] {
		if at, ok := timestamp.Line(p.Text); ok {
			return slices.Delete(slices.Clone(all), i, i+1), at
		}
	}
	return all, ""
}

// shownByline is a line at the head of an article that shows who wrote it.
func shownByline(all []paragraph) string {
	for _, p := range all[:min(near, len(all))] {
		if byline.Line(p.Text) {
			return p.Text
		}
	}
	return ""
}

// digest reads each paragraph as a brief. A headline that no paragraph follows
// is furniture.
func digest(own stated.Document, all []paragraph) []stated.Document {
	var documents []stated.Document
	for i, p := range all {
		if p.Headline() {
			continue
		}
		brief := own
		brief.Text, brief.Place = p.Text, place(p.at)
		if i > 0 && all[i-1].Headline() {
			brief.Title, brief.Place = all[i-1].Text, place(all[i-1].at)
		}
		documents = append(documents, brief)
	}
	return documents
}

func splitLines(text string) []line {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	var lines []line
	for i, l := range strings.Split(text, "\n") {
		lines = append(lines, line{text: strings.TrimRight(l, " \t\f\v\u00a0"), number: i + 1})
	}
	return lines
}

func blank(lines []line) bool {
	for _, l := range lines {
		if strings.TrimSpace(l.text) != "" {
			return false
		}
	}
	return true
}
