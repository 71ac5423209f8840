package export

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/parleyrecord/parley/view"
)

// BriefMarkdown writes a brief as Markdown, with its sources as notes.
func BriefMarkdown(w io.Writer, name func(party string) string, b view.Brief) error {
	m := markdown{page: newPage(io.Discard, Paper{Name: name}), note: map[string]int{}}
	title, from := BriefTitle(b)
	m.printf("# %s\n\n%s\n", escaped(title), escaped(from))
	m.state(b.State)
	for _, part := range BriefParts(b) {
		m.printf("\n## %s\n\n", part.Title)
		for _, n := range part.News {
			m.news(n)
		}
		if len(part.News) == 0 {
			m.printf("%s\n", part.None)
		}
		if part.Left > 0 {
			m.printf("\nAnd %s.\n", Counted(part.Left, "more line"))
		}
	}
	m.sources()
	_, err := io.WriteString(w, m.String())
	return err
}

type markdown struct {
	strings.Builder
	page  *page
	note  map[string]int // by document
	cited []view.Source  // in the order of their notes
}

func (m *markdown) printf(format string, args ...any) { fmt.Fprintf(m, format, args...) }

func (m *markdown) state(s view.State) {
	if s.On == "" {
		return
	}
	m.printf("\n%s\n\n%s.\n", strings.TrimSpace(Arrow(s)+" "+escaped(StateLine(s, m.page.Name))), escaped(TrendInWords(s)))
	for _, side := range []struct {
		sign  string
		lines []view.Line
	}{{"leads on", s.Forward}, {"leads back", s.Back}} {
		for i, l := range side.lines[:min(len(side.lines), contributorsShown)] {
			if i == 0 {
				m.printf("\n")
			}
			m.printf("- %s: %s (%s)\n", side.sign, escaped(Reason(l, m.page.Name)), Counted(l.Sources, "source"))
		}
	}
}

func (m *markdown) news(n view.News) {
	what, about := m.page.said(n)
	m.printf("- **%s** %s", escaped(When(n.Entry)), escaped(what.String()))
	if about != "" {
		m.printf(" · %s", escaped(about))
	}
	if n.Words != "" {
		m.printf(" %s", escaped(quotation(n.Words)))
	}
	for _, s := range n.From {
		m.printf("[^%d]", m.cite(s))
	}
	m.printf("\n")
	if n.Dispute != nil {
		for _, a := range n.Dispute.Accounts {
			m.printf("  - %s: %s\n", escaped(cmp.Or(m.page.Name(a.Holder), "the outlets themselves")), escaped(a.Claim))
		}
	}
}

// cite is the number of a source's note.
func (m *markdown) cite(s view.Source) int {
	if m.note[s.Document] == 0 {
		m.cited = append(m.cited, s)
		m.note[s.Document] = len(m.cited)
	}
	return m.note[s.Document]
}

func (m *markdown) sources() {
	if len(m.cited) > 0 {
		m.printf("\n")
	}
	for i, s := range m.cited {
		title := escaped(cmp.Or(s.Title, s.Document))
		if strings.HasPrefix(s.URL, "https://") || strings.HasPrefix(s.URL, "http://") {
			title = "[" + title + "](<" + linkEscapes.Replace(s.URL) + ">)"
		}
		m.printf("[^%d]: %s, %s, %s\n", i+1, escaped(s.Outlet), title, Moment(s.Published))
	}
}

var (
	markdownEscapes = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "#", `\#`, "|", `\|`, "&", `\&`)
	linkEscapes     = strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "\n", "")
)

// escaped makes foreign text say in Markdown what it says as it stands.
func escaped(s string) string { return markdownEscapes.Replace(Clean(s)) }
